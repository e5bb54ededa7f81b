//! From a journal, or the journals of all shards, to the table: the same way for every run, interrupted or not.

use std::path::{Path, PathBuf};

use anyhow::Context;
use genre::{Manifest, Report};

use crate::destination::Place;
use crate::failures::Failures;
use crate::journal::{Head, Outcome, Record, Records, Scan};
use crate::names::shown;
use crate::tables::{self, Columns};
use crate::whole_file::WholeFile;

/// How many inputs came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) judged: u64,
    pub(crate) failed: u64,
}

/// Journals that together hold every input once.
pub(crate) struct Parts {
    head: Head,
    parts: Vec<Records>,
    inputs: u64,
    next: u64,
}

/// Something that is made of the answers besides the table.
pub(crate) trait Extra {
    /// Takes one answer, in order.
    ///
    /// # Errors
    /// Nothing can be written.
    fn take(&mut self, path: &Path, report: &Report) -> anyhow::Result<()>;

    /// Puts everything into its place and says in a few words what it was.
    ///
    /// # Errors
    /// Nothing can be written.
    fn finish(self: Box<Self>) -> anyhow::Result<String>;
}

impl Parts {
    /// Puts `parts` together, which are in the order of their shards and have come to their ends.
    ///
    /// # Errors
    /// One has not, or cannot be read.
    pub(crate) fn of(parts: &[(PathBuf, Scan)]) -> anyhow::Result<Self> {
        let (place, first) = parts.first().context("there is nothing to write a table from")?;
        let end = first.end.as_ref().with_context(|| format!("{} has not come to its end", shown(place)))?;
        Ok(Self {
            head: first.head.clone(),
            inputs: end.inputs,
            parts: parts.iter().map(|(place, scan)| Records::open(place, scan)).collect::<anyhow::Result<_>>()?,
            next: 0,
        })
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    fn next(&mut self) -> anyhow::Result<Option<Record>> {
        if self.next == self.inputs {
            return Ok(None);
        }
        let part = (self.next % self.parts.len() as u64) as usize;
        let record = self.parts[part].next()?;
        let record = record.filter(|record| record.place == self.next);
        self.next += 1;
        record.map(Some).with_context(|| format!("the answer to input {} of {} is missing", self.next, self.inputs))
    }
}

/// Writes the table and the ledger. Nothing stands under its name before it is complete.
///
/// # Errors
/// The disk is full, say; or `stopped` says so.
pub(crate) fn write(mut parts: Parts, place: &Place, extras: &mut [Box<dyn Extra>], stopped: impl Fn() -> bool) -> anyhow::Result<Totals> {
    let manifest: Manifest = parts.head.manifest()?;
    let model = parts.head.model(&manifest);
    let columns = Columns { raw: parts.head.settings.raw, timings: parts.head.settings.timings };
    let failed_to_write = || format!("failed to write {}", shown(&place.table));
    let file = WholeFile::create(&place.table)?;
    let mut table = tables::begin(place.format, file, &manifest, columns).with_context(failed_to_write)?;
    let mut ledger = Failures::recorded(place.ledger.clone())?;
    let mut totals = Totals::default();
    while let Some(record) = parts.next()? {
        if stopped() {
            anyhow::bail!("stopped before {} was complete; go on with --resume", shown(&place.table));
        }
        match record.outcome {
            Outcome::Answer(answer) => {
                totals.judged += 1;
                let report = answer.report(&manifest, &model).context("the journal holds an answer of another model")?;
                for extra in extras.iter_mut() {
                    extra.take(&crate::names::path_of(record.path.as_bytes()), &report)?;
                }
                table.write(&record.path, report).with_context(failed_to_write)?;
            }
            Outcome::Failure { kind, reason } => {
                totals.failed += 1;
                ledger.add(&record.path, &kind, &reason)?;
            }
        }
    }
    table.finish().with_context(failed_to_write)?;
    ledger.finish()?;
    Ok(totals)
}
