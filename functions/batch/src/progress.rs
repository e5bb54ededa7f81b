//! A progress bar over several files, on standard error and only where somebody watches.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::inputs::Inputs;

/// How far the run is.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Nothing is shown.
    pub(crate) fn hidden() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    /// A bar over everything in `named`, unless standard error is not a terminal.
    pub(crate) fn over(named: Vec<PathBuf>) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::hidden();
        }
        let bar = ProgressBar::new_spinner();
        bar.set_style(style("{spinner} {pos} files, {per_sec} {msg}"));
        bar.enable_steady_tick(Duration::from_millis(200));
        // Counting a large archive takes a while; the work need not wait for it.
        let counted = bar.clone();
        std::thread::spawn(move || {
            let files = Inputs::new(named).count() as u64;
            counted.set_length(files);
            counted.set_style(style("{bar:30} {pos}/{len} files, {per_sec}, {eta} left {msg}"));
        });
        Self { bar }
    }

    /// One more file is done; so many failed up to now.
    pub(crate) fn advance(&self, failed: u64) {
        self.bar.inc(1);
        if failed > 0 {
            self.bar.set_message(format!("({failed} failed)"));
        }
    }

    /// Takes the bar away while `write` puts lines on the terminal.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away for good.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    // A template that does not parse would be a typing error above, not a reason to stop judging music.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
