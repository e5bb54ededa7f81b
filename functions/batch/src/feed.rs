//! What of the inputs is still to be judged: all of them, or those that a journal has no answer to yet.
//!
//! The inputs are walked through again, side by side with the journal, so that resuming needs no more memory than the first run did. An
//! input whose size or time has changed since is judged again. Inputs in another order, more of them in between or fewer are refused: the
//! answers would come to stand in the wrong places.

use std::collections::VecDeque;
use std::fmt::Display;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};
use store::StoreError;

use crate::inputs::Input;
use crate::journal::{End, Outcome, Records, Shard};
use crate::names::shown;
use crate::pipeline::Job;
use crate::remote;

/// How many objects S3 is asked after at a time.
const ASKED_AHEAD: usize = 256;

/// The inputs that are to be judged.
pub(crate) struct Feed<I> {
    inputs: I,
    /// Inputs that are drawn and not yet compared with the journal.
    drawn: VecDeque<(u64, Input)>,
    place: u64,
    shard: Shard,
    known: Option<Known>,
    paths: Sha256,
    told: Arc<Told>,
}

/// What a journal holds already.
pub(crate) struct Known {
    pub(crate) records: Records,
    /// What people are told that the journal is called.
    pub(crate) called: PathBuf,
    /// Judge those that failed again.
    pub(crate) retry: bool,
}

/// What the feed tells, from its own thread.
#[derive(Default)]
pub(crate) struct Told {
    /// Inputs whose answers were known.
    pub(crate) known: Arc<AtomicU64>,
    verdict: Mutex<Option<anyhow::Result<End>>>,
}

impl Told {
    /// How the walk ended; `None` when it did not come to its end.
    pub(crate) fn verdict(&self) -> Option<anyhow::Result<End>> {
        self.verdict.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn tell(&self, verdict: anyhow::Result<End>) {
        *self.verdict.lock().unwrap_or_else(PoisonError::into_inner) = Some(verdict);
    }
}

impl<I: Iterator<Item = Input>> Feed<I> {
    pub(crate) fn new(inputs: I, shard: Shard, known: Option<Known>, told: Arc<Told>) -> Self {
        Self { inputs, drawn: VecDeque::new(), place: 0, shard, known, paths: Sha256::new(), told }
    }

    /// The next input of our shard, with its place.
    fn draw(&mut self) -> Option<(u64, Input)> {
        loop {
            let input = self.inputs.next()?;
            let place = self.place;
            self.place += 1;
            self.paths.update(input.path.as_os_str().as_encoded_bytes());
            self.paths.update([0]);
            if self.shard.holds(place) {
                return Some((place, input));
            }
        }
    }

    /// The same. A listing that breaks off is no input, least of all one to be compared with what stood there before.
    fn draw_whole(&mut self) -> anyhow::Result<Option<(u64, Input)>> {
        let drawn = self.draw();
        let problem = drawn.as_ref().and_then(|(_, input)| StoreError::within(input.problem.as_ref()?));
        problem.filter(|error| remote::ends_the_run(error)).map_or(Ok(()), |error| Err(go_on_later(error)))?;
        Ok(drawn)
    }

    /// The same with its stamp, where a journal is there to compare it with. S3 is asked after many objects at once: one after the other
    /// would take longer than judging them.
    fn upcoming(&mut self) -> anyhow::Result<Option<(u64, Input)>> {
        if self.drawn.is_empty() {
            let Some(first) = self.draw_whole()? else { return Ok(None) };
            let ask = self.known.is_some() && first.1.needs_stamp();
            self.drawn.push_back(first);
            while ask && self.drawn.len() < ASKED_AHEAD {
                let Some(next) = self.draw_whole()? else { break };
                self.drawn.push_back(next);
            }
            if ask {
                remote::stamp(self.drawn.iter_mut().map(|(_, input)| input)).map_err(|error| go_on_later(format_args!("{error:#}")))?;
            }
        }
        Ok(self.drawn.pop_front())
    }

    /// Whether the journal has an answer that still holds.
    fn is_known(&mut self, place: u64, input: &Input) -> anyhow::Result<bool> {
        let Some(known) = &mut self.known else { return Ok(false) };
        let Some(record) = known.records.next()? else {
            self.known = None;
            return Ok(false);
        };
        let path = shown(&input.path);
        if record.place != place || record.path != path {
            anyhow::bail!(
                "the inputs have changed: where {} has {}, there is {path} now; to start anew, delete it",
                shown(&known.called),
                record.path
            );
        }
        let again = known.retry && matches!(record.outcome, Outcome::Failure { .. });
        Ok(record.stamp == input.stamp && !again)
    }

    /// The walk is over: did the journal expect more?
    fn end(&mut self) -> anyhow::Result<End> {
        if let Some(known) = &mut self.known
            && let Some(record) = known.records.next()?
        {
            anyhow::bail!(
                "the inputs have changed: {} has {}, which is not among them any more; to start anew, delete it",
                shown(&known.called),
                record.path
            );
        }
        let digest = std::mem::take(&mut self.paths).finalize();
        Ok(End { inputs: self.place, paths_sha256: genre::hex(&digest) })
    }
}

fn go_on_later(error: impl Display) -> anyhow::Error {
    anyhow::anyhow!("{error}; what was judged is kept, go on with --resume")
}

impl<I: Iterator<Item = Input>> Iterator for Feed<I> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            let (place, input) = match self.upcoming() {
                Ok(Some(upcoming)) => upcoming,
                Ok(None) => {
                    let end = self.end();
                    self.told.tell(end);
                    return None;
                }
                Err(problem) => {
                    self.told.tell(Err(problem));
                    return None;
                }
            };
            match self.is_known(place, &input) {
                Ok(true) => {
                    self.told.known.fetch_add(1, Ordering::Relaxed);
                }
                Ok(false) => return Some(Job { place, input }),
                Err(problem) => {
                    self.told.tell(Err(problem));
                    return None;
                }
            }
        }
    }
}
