//! Being asked to stop: Ctrl-C, or SIGTERM when a spot machine is taken away.
//!
//! The first time, no more files are begun, what is judged is written down, and the program ends soon with 128 + the number of the signal.
//! Everything that is finished is in the journal by then, so nobody has to wait for a slow file. The second time, it ends at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::Builder;
use std::time::Duration;

use anyhow::Context;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::ordered::NO_THREAD;

/// How long files on their way may take to be finished; those that ask for an end kill after some seconds.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long what is done last may take: containers are killed after thirty seconds.
const LAST: Duration = Duration::from_secs(20);
/// How often it is looked whether somebody asks.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Whether somebody has asked for an end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop {
    asked: Arc<AtomicBool>,
    signal: Arc<AtomicUsize>,
}

impl Stop {
    /// Listens from now on. Where the run does not end in time, `last` is done before the program is.
    ///
    /// # Errors
    /// The system refuses.
    pub(crate) fn listen(last: impl FnOnce() + Send + 'static) -> anyhow::Result<Self> {
        let stop = Self::default();
        let register = || -> std::io::Result<()> {
            for signal in [SIGINT, SIGTERM] {
                // In this order: the first signal finds the flag unset.
                flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&stop.asked))?;
                flag::register_usize(signal, Arc::clone(&stop.signal), signal as usize)?;
                flag::register(signal, Arc::clone(&stop.asked))?;
            }
            Ok(())
        };
        register().context("failed to listen for signals")?;
        let asked = stop.clone();
        let watch = Builder::new().spawn(move || {
            while !asked.flag().load(Ordering::Relaxed) {
                std::thread::sleep(LOOK_EVERY);
            }
            std::thread::sleep(PATIENCE);
            // It may hang where the network does.
            let (done, ended) = std::sync::mpsc::channel();
            let begun = Builder::new().spawn(move || {
                last();
                // Nobody waits any more when this fails.
                let _ = done.send(());
            });
            // Without a thread for it the channel is closed already, and the end comes at once.
            drop(begun);
            let _ = ended.recv_timeout(LAST);
            std::process::exit(asked.exit_code().into());
        });
        watch.context(NO_THREAD)?;
        Ok(stop)
    }

    /// Set once somebody has asked.
    pub(crate) fn flag(&self) -> &AtomicBool {
        &self.asked
    }

    /// Whether somebody has asked.
    pub(crate) fn asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    /// What shells expect of a program that a signal ended.
    pub(crate) fn exit_code(&self) -> u8 {
        128 + self.signal.load(Ordering::Relaxed) as u8
    }
}
