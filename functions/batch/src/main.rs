//! `acousticsense`: which genre is this music? Files and folders in, one answer per file out.
//!
//! This program finds files, spreads them over the processor's cores and writes the answers down in order. How a file becomes an answer
//! is `genre`'s business; networks and clouds are the doors'.

mod answer;
mod archive;
mod args;
mod classify;
mod destination;
mod engine;
mod evaluate;
mod failures;
mod feed;
mod finish;
mod halving;
mod help;
mod inputs;
mod inspect;
mod journal;
mod merge;
mod model;
mod names;
mod npy;
mod ordered;
mod ort;
mod pipeline;
mod pixels;
mod plan;
mod probe;
mod probe_command;
mod progress;
mod remote;
mod side_args;
mod sides;
mod signals;
mod table;
mod tables;
mod tags;
mod whole_file;

use std::io::Write;
use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

/// How a run ended, when it could run at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Every file was answered.
    AllDone,
    /// Some files failed; the ledger or standard error says which.
    SomeFailed,
    /// Somebody asked for an end before all files were answered; with the exit code for it.
    Interrupted(u8),
}

impl Outcome {
    /// By the number of files that failed.
    fn of(failed: u64) -> Self {
        if failed == 0 { Self::AllDone } else { Self::SomeFailed }
    }

    /// The same where files that fail are no failure of the run.
    fn tolerant(self, failures_ok: bool) -> Self {
        if failures_ok && self == Self::SomeFailed { Self::AllDone } else { self }
    }
}

fn main() -> ExitCode {
    genre::memory::keep_freed();
    // clap itself ends with 2 when the command line makes no sense.
    let outcome = match Args::parse().command {
        Command::Classify(args) => classify::run(&args).map(|outcome| outcome.tolerant(args.failures_ok)),
        Command::Plan(args) => plan::run(&args),
        Command::Merge(args) => merge::run(&args).map(|outcome| outcome.tolerant(args.failures_ok)),
        Command::UndoTags(args) => tags::undo(&args.file, args.quiet).map(Outcome::of),
        Command::Inspect(args) => inspect::run(&args),
        Command::Pixels(args) => pixels::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Probe(args) => probe_command::run(&args),
        Command::Notices => {
            // A reader that closes the pipe has seen enough.
            drop(std::io::stdout().write_all(genre::THIRD_PARTY_NOTICES.as_bytes()));
            Ok(Outcome::AllDone)
        }
    };
    match outcome {
        Ok(Outcome::AllDone) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Ok(Outcome::Interrupted(code)) => ExitCode::from(code),
        Err(error) => {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(std::io::stderr(), "acousticsense: {error:#}");
            ExitCode::from(2)
        }
    }
}
