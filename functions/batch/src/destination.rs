//! Where the answers go: what is asked for is checked before any work is done.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::names::shown;
use crate::sniff;

/// Where the answers go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A table for people.
    Terminal,
    /// JSON Lines on standard output.
    Pipe,
    /// A file, and the ledger of failures beside it.
    File { place: PathBuf, format: Format, ledger: PathBuf },
}

/// Formats of files, chosen by their ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    JsonLines,
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
        let ending = place.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let format = match ending.to_ascii_lowercase().as_str() {
            "csv" => Format::Csv,
            "jsonl" => Format::JsonLines,
            _ => anyhow::bail!("{} has no ending that tells the format; use .csv or .jsonl", shown(place)),
        };
        let mut ledger = OsString::from(place);
        ledger.push(".errors.csv");
        let ledger = PathBuf::from(ledger);
        for written in [place, &ledger] {
            refuse_to_overwrite(written, inputs)?;
        }
        Ok(Self::File { place: place.to_owned(), format, ledger })
    }
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
