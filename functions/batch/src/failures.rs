//! Files that could not be judged: into a ledger beside the output, or onto standard error.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use genre::report::plain_cell;

use crate::names::{BYTE_ORDER_MARK, shown};
use crate::whole_file::WholeFile;

/// Where failures go, and how many there were.
pub(crate) struct Failures {
    ledger: Option<Ledger>,
    count: u64,
}

struct Ledger {
    place: PathBuf,
    rows: csv::Writer<WholeFile>,
}

impl Failures {
    /// Failures go to standard error.
    pub(crate) fn told() -> Self {
        Self { ledger: None, count: 0 }
    }

    /// Failures go to the ledger at `place`.
    ///
    /// # Errors
    /// It cannot be written there.
    pub(crate) fn recorded(place: PathBuf) -> anyhow::Result<Self> {
        let mut file = WholeFile::create(&place)?;
        file.write_all(BYTE_ORDER_MARK).with_context(|| format!("failed to write {}", shown(&place)))?;
        let mut rows = csv::Writer::from_writer(file);
        rows.write_record(["path", "kind", "reason"])?;
        Ok(Self { ledger: Some(Ledger { place, rows }), count: 0 })
    }

    /// Puts a ledger without failures at `place`.
    ///
    /// # Errors
    /// It cannot be written there.
    pub(crate) fn recorded_empty(place: &Path) -> anyhow::Result<()> {
        let Some(Ledger { rows, .. }) = Self::recorded(place.to_owned())?.ledger else { return Ok(()) };
        let failed = || format!("failed to write {}", shown(place));
        rows.into_inner().map_err(|error| error.into_error()).with_context(failed)?.commit()
    }

    /// How many there were.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Takes down one failure.
    ///
    /// # Errors
    /// The ledger cannot be written.
    pub(crate) fn add(&mut self, name: &str, kind: &str, reason: &str) -> anyhow::Result<()> {
        self.count += 1;
        match &mut self.ledger {
            Some(ledger) => {
                let row = [plain_cell(name), kind.to_owned(), plain_cell(reason)];
                ledger.rows.write_record(row).with_context(|| format!("failed to write {}", shown(&ledger.place)))
            }
            None => {
                // Nobody is left to be told when standard error is closed.
                let _ = writeln!(io::stderr(), "{name}: {reason} ({kind})");
                Ok(())
            }
        }
    }

    /// Puts the ledger into its place; without failures there is none, and an older one is removed since it would be untrue.
    ///
    /// # Errors
    /// The file system refuses.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let Some(Ledger { place, rows }) = self.ledger else { return Ok(()) };
        if self.count > 0 {
            let file =
                rows.into_inner().map_err(|error| error.into_error()).with_context(|| format!("failed to write {}", shown(&place)))?;
            return file.commit();
        }
        match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("failed to remove the old {}", shown(&place)))
            }
            _ => Ok(()),
        }
    }
}
