//! Where the answers go: what is asked for is checked before any work is done.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::inputs::sniff;
use crate::journal::Shard;
use crate::names::shown;

/// Where the answers go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A table for people.
    Terminal,
    /// JSON Lines on standard output.
    Pipe,
    /// A file, with others beside it.
    File(Place),
}

/// A table and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) table: PathBuf,
    pub(crate) format: Format,
    /// Files that failed.
    pub(crate) ledger: PathBuf,
}

/// Formats of files, chosen by their ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    JsonLines,
    Parquet,
}

impl Destination {
    /// What `-o` or its absence asks for.
    ///
    /// # Errors
    /// An ending that is not known, or an output that would overwrite one of `inputs`.
    pub(crate) fn of(output: Option<&Path>, terminal: bool, inputs: &[PathBuf]) -> anyhow::Result<Self> {
        let Some(place) = output else {
            return Ok(if terminal { Self::Terminal } else { Self::Pipe });
        };
        let place = Place::of(place)?;
        for written in [&place.table, &place.ledger, &place.journal(Shard::WHOLE)] {
            refuse_to_overwrite(written, inputs)?;
        }
        Ok(Self::File(place))
    }
}

impl Place {
    /// The table that is to stand at `table`.
    ///
    /// # Errors
    /// Its ending does not tell the format.
    pub(crate) fn of(table: &Path) -> anyhow::Result<Self> {
        let ending = table.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let format = match ending.to_ascii_lowercase().as_str() {
            "csv" => Format::Csv,
            "jsonl" => Format::JsonLines,
            "parquet" => Format::Parquet,
            _ => anyhow::bail!("{} has no ending that tells the format; use .csv, .jsonl or .parquet", shown(table)),
        };
        Ok(Self { table: table.to_owned(), format, ledger: beside(table, ".errors.csv") })
    }

    /// What is finished of a shard.
    pub(crate) fn shard(&self, shard: Shard) -> PathBuf {
        // Numbered for people, from 1, and so that names sort.
        let digits = shard.of.to_string().len();
        beside(&self.table, &format!(".shard-{:0digits$}-of-{}", shard.index + 1, shard.of))
    }

    /// Where the answers are kept until everything is there.
    pub(crate) fn journal(&self, shard: Shard) -> PathBuf {
        let of = if shard == Shard::WHOLE { self.table.clone() } else { self.shard(shard) };
        beside(&of, ".journal")
    }
}

/// `place` with `ending` behind its name.
pub(crate) fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(place);
    name.push(ending);
    PathBuf::from(name)
}

/// Refuses to write to `output` when it is, or lies as audio in, one of `inputs`.
///
/// # Errors
/// Names the file.
pub(crate) fn refuse_to_overwrite(output: &Path, inputs: &[PathBuf]) -> anyhow::Result<()> {
    let Ok(output_itself) = fs::canonicalize(output) else { return Ok(()) };
    for input in inputs {
        let Ok(input) = fs::canonicalize(input) else { continue };
        let is_input = output_itself == input;
        let lies_in_input = output_itself.starts_with(&input) && output_itself.is_file() && sniff::is_audio(&output_itself);
        if is_input || lies_in_input {
            anyhow::bail!("{} is one of the inputs and would be overwritten; choose another output", shown(output));
        }
    }
    Ok(())
}
