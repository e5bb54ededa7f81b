//! From a journal, or the journals of all shards, to the table: the same way for every run, interrupted or not.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use genre::report::ModelRef;
use genre::{Manifest, Report};

use crate::destination::Place;
use crate::failures::Failures;
use crate::journal::{Head, Outcome, Record, Records, Scan};
use crate::names::{path_of, shown};
use crate::tables::{self, Columns};
use crate::whole_file::WholeFile;

const OF_ANOTHER: &str = "the journal holds an answer of another model";

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

    /// Puts everything into its place; says in a few words what it was, and how many files failed.
    ///
    /// # Errors
    /// Nothing can be written.
    fn finish(self: Box<Self>) -> anyhow::Result<(String, u64)>;
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

    fn model(&self) -> anyhow::Result<(Manifest, ModelRef)> {
        let manifest = self.head.manifest()?;
        let model = self.head.model(&manifest);
        Ok((manifest, model))
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
pub(crate) fn write(mut parts: Parts, place: &Place, stopped: impl Fn() -> bool) -> anyhow::Result<Totals> {
    let (manifest, model) = parts.model()?;
    let columns = Columns { raw: parts.head.settings.raw, timings: parts.head.settings.timings };
    let failed_to_write = || format!("failed to write {}", shown(&place.table));
    let file = WholeFile::create(&place.table)?;
    let mut table = tables::begin(place.format, file, &manifest, columns).with_context(failed_to_write)?;
    let mut ledger = Failures::recorded(place.ledger.clone())?;
    let mut totals = Totals::default();
    while let Some(record) = parts.next()? {
        if stopped() {
            anyhow::bail!("stopped before {} was complete", shown(&place.table));
        }
        match record.outcome {
            Outcome::Answer(answer) => {
                totals.judged += 1;
                let report = answer.report(&manifest, &model).context(OF_ANOTHER)?;
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

/// Makes what else is made of the answers, once the table stands; gives back how many files failed.
///
/// # Errors
/// Something cannot be written; or `stopped` says so.
pub(crate) fn serve(mut parts: Parts, mut extras: Vec<Box<dyn Extra>>, quiet: bool, stopped: impl Fn() -> bool) -> anyhow::Result<u64> {
    let (manifest, model) = parts.model()?;
    while let Some(record) = if extras.is_empty() { None } else { parts.next()? } {
        if stopped() {
            anyhow::bail!("stopped before everything was written");
        }
        let Outcome::Answer(answer) = record.outcome else { continue };
        let report = answer.report(&manifest, &model).context(OF_ANOTHER)?;
        for extra in &mut extras {
            extra.take(&path_of(record.path.as_bytes()), &report)?;
        }
    }
    let mut failed = 0;
    for extra in extras {
        let (said, failures) = extra.finish()?;
        failed += failures;
        if !quiet {
            let _ = writeln!(io::stderr(), "{said}");
        }
    }
    Ok(failed)
}
