//! One file: known already? otherwise hear it, judge it, and write down what was found.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use genre::report::Timings;
use genre::{Classifier, Error, Options, Report};
use store::{Kind, Object, Stat};

use crate::clock::{Clock, Pace};
use crate::document;

use crate::files::{Files, Opened, Progress};
use crate::log;
use crate::outcome::{Outcome, Problem, Trouble};
use crate::patience::{timed, within};
use crate::place::Results;

/// Judges files with one model.
pub(crate) struct Judge<F> {
    pub(crate) classifier: Classifier,
    pub(crate) files: F,
    pub(crate) results: Results,
    pub(crate) pace: Pace,
}

/// What a file's work has cost, for the metrics.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Cost {
    /// Seconds of the recording that were judged.
    pub(crate) audio_s: f64,
    pub(crate) timings: Option<Timings>,
    pub(crate) read_bytes: u64,
    pub(crate) read_requests: u64,
    /// The result was there already.
    pub(crate) repeated: bool,
}

/// When in an invocation a file is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// First, and nothing follows: it will never have more time.
    Alone,
    /// First: begun whatever is expected of it, so that every invocation gets on.
    First,
    /// Behind others: begun where it can be expected to be done in time.
    Behind,
}

/// How a file's work may end early.
enum Stop {
    Outcome(Outcome),
    Trouble(Trouble),
}

impl Turn {
    /// What becomes of a file that was begun in this turn and not finished. More time than all there is cannot be had by trying again.
    pub(crate) fn out_of_time(self) -> Outcome {
        if self == Self::Alone { Outcome::Stuck(Problem::too_slow()) } else { Outcome::Later(Problem::no_time()) }
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl<F: Files> Judge<F> {
    /// Judges `source`.
    ///
    /// Nothing that a file holds ends the process: a panic is our own failure, and this file's alone.
    pub(crate) fn judge(&self, source: &Object, clock: Clock, turn: Turn) -> (Outcome, Cost) {
        let mut cost = Cost::default();
        let work = || within(clock.end, || self.work(source, clock, turn, &mut cost));
        let outcome = match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok(outcome) | Err(Stop::Outcome(outcome))) => outcome,
            Ok(Err(Stop::Trouble(trouble))) => trouble.into(),
            Err(_) => Outcome::Stuck(Problem::internal()),
        };
        (outcome, cost)
    }

    fn work(&self, source: &Object, clock: Clock, turn: Turn, cost: &mut Cost) -> Result<Outcome, Stop> {
        if self.results.hold(source) {
            return Err(Stop::Outcome(Outcome::Void(Problem::new("own-result", "this is a result itself; those are not judged"))));
        }
        let stat = self.files.stat(source, clock.end)?;
        let place = self.place(source, &stat)?;
        let known = self.files.result(&place, clock.end)?;
        if let Some(outcome) = known.as_deref().and_then(|json| document::read(&place, json)) {
            cost.repeated = true;
            return Ok(outcome);
        }
        // What lies there and is no result of ours would never be replaced by one otherwise.
        let replace = known.is_some();
        if turn == Turn::Behind && self.pace.estimate(Some(stat.bytes)) > clock.left() {
            return Err(Stop::Outcome(Outcome::Later(Problem::no_time())));
        }

        let begun = Instant::now();
        let (stat, judged) = self.hear(source, stat, clock, turn, cost)?;
        // It may have been replaced since it was looked at; the result is that of what was heard.
        let place = self.place(source, &stat)?;
        let json = document::write(source, &stat, self.classifier.model(), &judged)
            .map_err(|_| Stop::Outcome(Outcome::Stuck(Problem::internal())))?;
        self.files.keep(&place, json, replace, clock.end)?;
        self.pace.saw(stat.bytes, begun.elapsed());
        let result = place.to_string();
        Ok(match judged {
            Ok(report) => Outcome::Judged { result, genre: report.genre, probability: report.probability },
            Err(problem) => Outcome::Unreadable { result, problem },
        })
    }

    fn place(&self, source: &Object, stat: &Stat) -> Result<Object, Stop> {
        let named = self.results.of(source, &stat.etag);
        named.map_err(|error| Trouble::new(Kind::Misconfigured, format!("no name for the result: {error}")).into())
    }

    /// Opens, decodes and judges. What is said of the file itself comes back as the inner result.
    fn hear(
        &self,
        source: &Object,
        stat: Stat,
        clock: Clock,
        turn: Turn,
        cost: &mut Cost,
    ) -> Result<(Stat, Result<Report, Problem>), Stop> {
        let Opened { source: bytes, stat, progress } = match self.files.open(source, clock.end) {
            Ok(opened) => opened,
            // More bytes than are read of any file: that is the file's own.
            Err(trouble) if trouble.kind == Kind::TooLarge => return Ok((stat, Err(Problem::new(trouble.kind.word(), trouble.detail)))),
            Err(trouble) => return Err(trouble.into()),
        };
        let judged = self.classifier.classify(timed(bytes), &Options::default());
        cost.read_bytes = progress.bytes();
        cost.read_requests = progress.requests();
        if let Ok(report) = &judged {
            cost.timings = report.timings_ms;
            cost.audio_s = report.audio.window.seconds;
        }
        self.believe(judged, progress.as_ref(), clock, turn).map(|judged| (stat, judged))
    }

    /// What was found, if nothing but the file has led to it.
    fn believe(
        &self,
        judged: Result<Report, Error>,
        progress: &dyn Progress,
        clock: Clock,
        turn: Turn,
    ) -> Result<Result<Report, Problem>, Stop> {
        if clock.left().is_zero() {
            return Err(Stop::Outcome(turn.out_of_time()));
        }
        match progress.failure() {
            Some(trouble) if trouble.kind == Kind::TooLarge => return Ok(Err(Problem::new(trouble.kind.word(), trouble.detail))),
            Some(trouble) => return Err(trouble.into()),
            None => {}
        }
        match judged {
            Ok(report) => Ok(Ok(report)),
            Err(Error::Audio(error)) => Ok(Err(Problem::from(&error))),
            Err(error) => {
                log(format_args!("failed to judge a file: {error}"));
                Err(Stop::Outcome(Outcome::Stuck(Problem::internal())))
            }
        }
    }
}
