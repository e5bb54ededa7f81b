//! Answers written down: CSV, JSON Lines, or a table for people.

use std::io::{self, Write};

use genre::report::{Timings, csv_header, csv_row, plain_cell};
use genre::{Manifest, Report};

use crate::whole_file::WholeFile;

/// Without it, Excel takes UTF-8 for the code page of the country.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Takes answers, in order.
pub(crate) trait Sink {
    /// Writes one answer.
    ///
    /// # Errors
    /// What the file or pipe behind it says.
    fn write(&mut self, report: Report) -> io::Result<()>;

    /// Puts everything into its place.
    ///
    /// # Errors
    /// What the file system says.
    fn finish(self: Box<Self>) -> anyhow::Result<()>;
}

/// What answers tell besides the answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    /// Probabilities before calibration.
    pub(crate) raw: bool,
    /// How long it took.
    pub(crate) timings: bool,
}

/// One row per answer.
pub(crate) struct Csv {
    rows: csv::Writer<WholeFile>,
    manifest: Manifest,
    columns: Columns,
}

impl Csv {
    /// Writes the header.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn begin(mut file: WholeFile, manifest: &Manifest, columns: Columns) -> io::Result<Self> {
        file.write_all(BYTE_ORDER_MARK)?;
        let mut rows = csv::Writer::from_writer(file);
        let mut header = csv_header(manifest);
        // Behind the common columns, so that those stand where they always stand.
        if columns.raw {
            header.extend(manifest.labels.iter().map(|label| plain_cell(&format!("{} (raw)", label.name))));
        }
        if columns.timings {
            header.extend(["decode_ms", "spectrogram_ms", "inference_ms", "total_ms"].map(str::to_owned));
        }
        rows.write_record(header)?;
        Ok(Self { rows, manifest: manifest.clone(), columns })
    }
}

impl Sink for Csv {
    fn write(&mut self, report: Report) -> io::Result<()> {
        let mut row = csv_row(&report, &self.manifest);
        if self.columns.raw {
            row.extend(self.manifest.labels.iter().map(|label| {
                let score = report.scores.iter().find(|score| score.genre == label.name);
                score.and_then(|score| score.raw_probability).map(|raw| raw.to_string()).unwrap_or_default()
            }));
        }
        if self.columns.timings {
            let Timings { decode, spectrogram, inference, total } = report.timings_ms.unwrap_or_default();
            row.extend([decode, spectrogram, inference, total].map(|ms| format!("{ms:.3}")));
        }
        Ok(self.rows.write_record(row)?)
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        self.rows.into_inner().map_err(|error| error.into_error())?.commit()
    }
}

/// One JSON object per line, into a file.
pub(crate) struct JsonLinesFile {
    pub(crate) file: WholeFile,
    pub(crate) columns: Columns,
}

impl Sink for JsonLinesFile {
    fn write(&mut self, report: Report) -> io::Result<()> {
        write_line(&mut self.file, report, self.columns)
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        self.file.commit()
    }
}

/// One JSON object per line, onto standard output as soon as it is known.
pub(crate) struct JsonLinesPipe {
    pub(crate) columns: Columns,
}

impl Sink for JsonLinesPipe {
    fn write(&mut self, report: Report) -> io::Result<()> {
        let mut line = Vec::new();
        write_line(&mut line, report, self.columns)?;
        let mut out = io::stdout().lock();
        out.write_all(&line)?;
        out.flush()
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
}

fn write_line(out: &mut impl Write, mut report: Report, columns: Columns) -> io::Result<()> {
    if !columns.timings {
        report.timings_ms = None;
    }
    serde_json::to_writer(&mut *out, &report)?;
    out.write_all(b"\n")
}
