//! Files become answers: decoders side by side → a bounded queue → the network, in batches → a writer, in the order of the inputs.
//!
//! Batches are cut by the inputs' order alone, never by who happens to be ready, so that an engine whose rounding depends on a picture's
//! company answers the same at any speed. Every stage waits for the next: what is held at one time does not depend on how much follows.

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;

use anyhow::{anyhow, ensure};
use genre::{AudioError, Classifier, Clip, EngineError, Error, Options, Report, Source};
use store::StoreError;

use crate::inputs::Input;
use crate::ordered::{self, start};
use crate::remote;

/// Why a stage ended where the one after it wants no more; that one says why.
const GIVEN_UP: &str = "the next stage has ended";

/// An input with its place among all of them, from 0.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) place: u64,
    pub(crate) input: Input,
}

/// How much is done at once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breadth {
    /// Threads that decode.
    pub(crate) jobs: usize,
    /// Pictures that the engine gets at once.
    pub(crate) batch: usize,
    /// Files that may be decoded ahead, per thread.
    pub(crate) ahead: usize,
    /// Whether recordings are read to their ends.
    pub(crate) whole: bool,
}

/// Why an input has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What judging says.
    Judging(Error),
    /// What S3 says.
    Store(StoreError),
}

type Prepared = (Job, Result<Clip, Failure>);
type Judged = (Job, Result<Report, Failure>);

impl Failure {
    /// A stable word for the ledger.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Judging(error) => error.kind(),
            Self::Store(error) => error.kind().word(),
        }
    }

    /// Whether it is none of the file's, so that the run cannot go on.
    pub(crate) fn is_lost(&self) -> bool {
        match self {
            Self::Judging(error) => matches!(error, Error::Engine(EngineError::Lost(_))),
            Self::Store(error) => remote::ends_the_run(error),
        }
    }

    /// What kept an input from being tried at all.
    fn of(problem: io::Error) -> Self {
        match StoreError::within(&problem) {
            Some(error) => Self::Store(error.clone()),
            None => Self::Judging(AudioError::Read(problem).into()),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Judging(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Judging(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Judges `inputs` and hands each to `write`, in order, on this thread. Ends early, without an error, once `stop` is set.
///
/// # Errors
/// The first error of `write`; no more inputs are begun then. The system lets it start no threads.
pub(crate) fn run(
    classifier: &Classifier,
    options: &Options,
    breadth: Breadth,
    inputs: impl Iterator<Item = Job> + Send,
    stop: &AtomicBool,
    mut write: impl FnMut(Job, Result<Report, Failure>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let stopped = || stop.load(Ordering::Relaxed);
    std::thread::scope(|scope| {
        let (to_engine, batches) = sync_channel::<Vec<Prepared>>(1);
        let (to_writer, judged) = sync_channel::<Vec<Judged>>(1);
        let feeder = start(scope, move || {
            let mut batch = Vec::new();
            let mut pictures = 0;
            let inputs = inputs.take_while(|_| !stopped());
            ordered::for_each(
                inputs,
                breadth.jobs,
                breadth.ahead,
                |job| prepare(classifier, options, breadth.whole, job),
                |prepared| {
                    pictures += prepared.1.as_ref().map_or(0, |clip| clip.view.windows);
                    batch.push(prepared);
                    // Files that fail are no pictures, but they must not pile up either.
                    if pictures >= breadth.batch || batch.len() >= 4 * breadth.batch {
                        pictures = 0;
                        to_engine.send(std::mem::take(&mut batch)).map_err(|_| anyhow!(GIVEN_UP))?;
                    }
                    ensure!(!stopped(), GIVEN_UP);
                    Ok(())
                },
            )?;
            if !batch.is_empty() {
                to_engine.send(batch).map_err(|_| anyhow!(GIVEN_UP))?;
            }
            Ok(())
        })?;
        start(scope, move || {
            for batch in batches {
                if stopped() || to_writer.send(judge(classifier, batch)).is_err() {
                    break;
                }
            }
        })?;
        // Its end closes the channels: nothing waits for a writer that has given up.
        judged.into_iter().flatten().try_for_each(|(job, result)| write(job, result))?;
        match feeder.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(fed) => {
                if stopped() {
                    Ok(())
                } else {
                    fed
                }
            }
        }
    })
}

fn prepare(classifier: &Classifier, options: &Options, whole: bool, mut job: Job) -> Prepared {
    let clip = match job.input.problem.take() {
        Some(problem) => Err(Failure::of(problem)),
        None => match remote::object(&job.input.path) {
            Some(object) => {
                object.map_err(Failure::Store).and_then(|object| remote::prepare(classifier, options, whole, &mut job.input, &object))
            }
            None => guarded(|| {
                let source = Source::open(&job.input.path).map_err(AudioError::Read)?;
                Ok(classifier.prepare(source, options, &mut |_| ())?)
            })
            .map_err(Failure::Judging),
        },
    };
    (job, clip)
}

/// Judges a batch; should that fail, file by file, so that one file costs itself only. Where the engine itself is lost, no file is to blame.
fn judge(classifier: &Classifier, batch: Vec<Prepared>) -> Vec<Judged> {
    let (jobs, clips): (Vec<Job>, Vec<Result<Clip, Failure>>) = batch.into_iter().unzip();
    let (mut good, mut places) = (Vec::new(), Vec::new());
    for clip in clips {
        places.push(clip.map(|clip| good.push(clip)));
    }
    let together = guarded(|| classifier.judge(&good));
    let reports: Vec<Result<Report, Error>> = match together {
        Ok(reports) => reports.into_iter().map(Ok).collect(),
        Err(Error::Engine(EngineError::Lost(why))) => good.iter().map(|_| Err(EngineError::Lost(why.clone()).into())).collect(),
        Err(_) => good.iter().map(|clip| guarded(|| one(classifier, clip))).collect(),
    };
    let mut reports = reports.into_iter();
    let results =
        places.into_iter().map(|place| place.and_then(|()| reports.next().unwrap_or_else(|| Err(no_answer())).map_err(Failure::Judging)));
    jobs.into_iter().zip(results).collect()
}

fn one(classifier: &Classifier, clip: &Clip) -> Result<Report, Error> {
    classifier.judge(std::slice::from_ref(clip))?.pop().ok_or_else(no_answer)
}

fn no_answer() -> Error {
    EngineError::Run("no answer for one clip".to_owned()).into()
}

/// A defect of ours that one file brings to light must not cost the others; the hook has told where it is.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(EngineError::Run("the program itself failed on this file; please report it".to_owned()).into()))
}
