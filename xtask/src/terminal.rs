//! Everything that the toolkit prints: results to standard output, progress and errors to standard error.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// A line of the result. A closed pipe is not our problem: the reader has seen enough.
pub(crate) fn say(line: impl Display) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// A line about what is being done.
pub(crate) fn progress(line: impl Display) {
    drop(writeln!(std::io::stderr(), "{line}"));
}

/// Prints the whole chain of causes; exit code 1.
pub(crate) fn failure(error: &anyhow::Error) -> ExitCode {
    drop(writeln!(std::io::stderr(), "error: {error:#}"));
    ExitCode::FAILURE
}
