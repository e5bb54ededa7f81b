//! How far a run is: a bar where somebody watches, JSON Lines for machines, both on standard error.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::Builder;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::inputs::{Inputs, Sources};
use crate::journal::Shard;

/// How often machines are told.
const TELL_EVERY: Duration = Duration::from_secs(1);
/// Stands for a number of files that is not counted yet.
const UNKNOWN: u64 = u64::MAX;

/// How progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Form {
    /// A bar if standard error is a terminal, otherwise nothing
    Auto,
    /// JSON Lines on standard error, one a second
    Json,
    /// Nothing
    None,
}

/// How far the run is.
pub(crate) struct Progress {
    bar: ProgressBar,
    json: bool,
    begin: Instant,
    told: Option<Instant>,
    total: Arc<AtomicU64>,
    tally: Tally,
    /// Files whose answers were known before this run began.
    known: Arc<AtomicU64>,
}

/// What was done in this run.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    judged: u64,
    failed: u64,
    /// Audio that was heard, seconds.
    heard_s: f64,
}

impl Progress {
    /// Nothing is shown.
    pub(crate) fn hidden() -> Self {
        Self {
            bar: ProgressBar::hidden(),
            json: false,
            begin: Instant::now(),
            told: None,
            total: Arc::new(AtomicU64::new(UNKNOWN)),
            tally: Tally::default(),
            known: Arc::default(),
        }
    }

    /// Progress over everything in `sources`; `known` grows with the files that need not be judged again.
    pub(crate) fn over(sources: impl Into<Sources>, form: Form, shard: Shard, known: Arc<AtomicU64>) -> Self {
        let sources = sources.into();
        let mut progress = Self { known, json: form == Form::Json, ..Self::hidden() };
        let watched = form == Form::Auto && io::stderr().is_terminal();
        if watched {
            progress.bar = ProgressBar::new_spinner();
            progress.bar.set_style(style("{spinner} {pos} files {msg}"));
            progress.bar.enable_steady_tick(Duration::from_millis(200));
        }
        // What comes in on standard input can be read but once.
        if (watched || progress.json) && !sources.paths.iter().any(|path| path.as_os_str() == "-") {
            // Counting a large archive takes a while; the work need not wait for it.
            let (bar, total) = (progress.bar.clone(), Arc::clone(&progress.total));
            // Where no thread can be had, no total is told.
            drop(Builder::new().spawn(move || {
                let all = Inputs::new(sources).count() as u64;
                let files = (all + shard.of - 1 - shard.index) / shard.of;
                total.store(files, Ordering::Relaxed);
                bar.set_length(files);
                bar.set_style(style("{bar:30} {pos}/{len} files {msg}"));
            }));
        }
        progress
    }

    /// One more file is judged, and so many seconds of it were heard; `None` for one that failed.
    pub(crate) fn advance(&mut self, heard_s: Option<f64>) {
        match heard_s {
            Some(seconds) => {
                self.tally.judged += 1;
                self.tally.heard_s += seconds;
            }
            None => self.tally.failed += 1,
        }
        if !self.bar.is_hidden() {
            self.bar.set_position(self.done());
            self.bar.set_message(self.words());
        }
        if self.json && self.told.is_none_or(|told| told.elapsed() >= TELL_EVERY) {
            self.tell(false);
        }
    }

    /// Takes the bar away while `write` puts lines on the terminal.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away for good; tells machines that it is over.
    pub(crate) fn finish(&mut self) {
        self.bar.finish_and_clear();
        if self.json {
            self.tell(true);
        }
    }

    fn done(&self) -> u64 {
        self.tally.judged + self.tally.failed + self.known.load(Ordering::Relaxed)
    }

    /// Files per second, and seconds of audio heard per second.
    fn speed(&self) -> (f64, f64) {
        let seconds = self.begin.elapsed().as_secs_f64().max(1e-3);
        ((self.tally.judged + self.tally.failed) as f64 / seconds, self.tally.heard_s / seconds)
    }

    fn left_s(&self, files_per_s: f64) -> Option<f64> {
        let total = Some(self.total.load(Ordering::Relaxed)).filter(|&total| total != UNKNOWN)?;
        (files_per_s > 0.0).then(|| total.saturating_sub(self.done()) as f64 / files_per_s)
    }

    fn words(&self) -> String {
        let (files_per_s, realtime) = self.speed();
        let left = self.left_s(files_per_s).map(|seconds| {
            let seconds = seconds.round() as u64;
            format!(", {}:{:02}:{:02} left", seconds / 3600, seconds / 60 % 60, seconds % 60)
        });
        let failed = if self.tally.failed > 0 { format!(", {} failed", self.tally.failed) } else { String::new() };
        format!("({files_per_s:.1}/s, {realtime:.0}× realtime{}{failed})", left.unwrap_or_default())
    }

    fn tell(&mut self, finished: bool) {
        self.told = Some(Instant::now());
        let (files_per_s, realtime) = self.speed();
        let tenth = |value: f64| (value * 10.0).round() / 10.0;
        let line = json!({
            "event": if finished { "finished" } else { "progress" },
            "done": self.done(),
            "total": Some(self.total.load(Ordering::Relaxed)).filter(|&total| total != UNKNOWN),
            "failed": self.tally.failed,
            "known_before": self.known.load(Ordering::Relaxed),
            "files_per_s": tenth(files_per_s),
            "realtime": tenth(realtime),
            "elapsed_s": tenth(self.begin.elapsed().as_secs_f64()),
            "left_s": self.left_s(files_per_s).map(tenth),
        });
        let _ = writeln!(io::stderr(), "{line}");
    }
}

fn style(template: &str) -> ProgressStyle {
    // A template that does not parse would be a typing error above, not a reason to stop judging music.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
