//! What became of a file.

use genre::AudioError;
use serde::{Deserialize, Serialize};
use store::{Kind, StoreError};

/// Why there is no genre: a stable word for programs, and a sentence for people that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Problem {
    pub(crate) kind: String,
    pub(crate) detail: String,
}

/// The end of one file's work. What a queue does with each stands in [`crate::answer`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// It was heard and judged, now or before.
    Judged {
        /// Where its report lies, `s3://…`.
        result: String,
        genre: String,
        probability: f32,
    },
    /// It cannot be judged, by nobody and at no time; that, too, is a result.
    Unreadable {
        /// Where its problem lies, `s3://…`.
        result: String,
        problem: Problem,
    },
    /// There is nothing to do, and there will not be: it has gone, or is none of ours. Nothing is written.
    Void(Problem),
    /// The same would happen again until a person has changed something. Nothing is written.
    Stuck(Problem),
    /// Nothing that would not pass: S3 was away, or time has run out. Nothing is written.
    Later(Problem),
}

/// A call to S3 that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) kind: Kind,
    pub(crate) detail: String,
}

/// The word for what there was no time for.
pub(crate) const OUT_OF_TIME: &str = "out-of-time";
/// The word for our own failures.
pub(crate) const INTERNAL: &str = "internal";

impl Problem {
    pub(crate) fn new(kind: &str, detail: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), detail: detail.into() }
    }

    /// Our own fault. What went wrong is for the log.
    pub(crate) fn internal() -> Self {
        Self::new(INTERNAL, "something went wrong in the function; it is not the file's fault")
    }

    /// No time was left to begin, or to come to an end.
    pub(crate) fn no_time() -> Self {
        Self::new(OUT_OF_TIME, "the invocation's time was over before this file's turn or end")
    }

    /// All of an invocation's time was not enough for this one.
    pub(crate) fn too_slow() -> Self {
        Self::new(OUT_OF_TIME, "the file takes longer than a whole invocation; give the function more time or memory")
    }
}

impl From<&AudioError> for Problem {
    fn from(error: &AudioError) -> Self {
        match error {
            // The source's own words are about positions and buffers.
            AudioError::Read(_) => Self::new(error.kind(), "the file asks for bytes that it does not have"),
            _ => Self::new(error.kind(), error.to_string()),
        }
    }
}

impl Outcome {
    /// Its problem, where it has one.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Judged { .. } => None,
            Self::Unreadable { problem, .. } | Self::Void(problem) | Self::Stuck(problem) | Self::Later(problem) => Some(problem),
        }
    }
}

impl Trouble {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self { kind: error.kind(), detail: error.to_string() }
    }
}

impl From<Trouble> for Outcome {
    fn from(trouble: Trouble) -> Self {
        let problem = Problem::new(trouble.kind.word(), trouble.detail);
        match trouble.kind {
            Kind::NotFound | Kind::NotAllowed | Kind::BadAddress => Self::Void(problem),
            // Somebody has replaced it under our eyes: the next reader gets the new one.
            Kind::Throttled | Kind::Unavailable | Kind::Timeout | Kind::Changed => Self::Later(problem),
            // Rights, archives, credentials, and what nobody has thought of.
            _ => Self::Stuck(problem),
        }
    }
}
