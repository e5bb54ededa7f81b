//! One JSON object per line: the report as over HTTP, with the path before it and the version behind it.

use std::io::{self, Write};

use genre::Report;
use serde::Serialize;

use super::{Columns, Sink};
use crate::whole_file::WholeFile;

/// Into a file.
pub(super) struct JsonLinesFile {
    pub(super) file: WholeFile,
    pub(super) columns: Columns,
}

/// Onto standard output, as soon as an answer is known.
pub(crate) struct JsonLinesPipe {
    pub(crate) columns: Columns,
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(flatten)]
    report: Report,
    version: &'static str,
}

impl Sink for JsonLinesFile {
    fn write(&mut self, path: &str, report: Report) -> io::Result<()> {
        write_line(&mut self.file, path, report, self.columns)
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        self.file.commit()
    }
}

impl Sink for JsonLinesPipe {
    fn write(&mut self, path: &str, report: Report) -> io::Result<()> {
        let mut line = Vec::new();
        write_line(&mut line, path, report, self.columns)?;
        let mut out = io::stdout().lock();
        out.write_all(&line)?;
        out.flush()
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
}

fn write_line(out: &mut impl Write, path: &str, mut report: Report, columns: Columns) -> io::Result<()> {
    report.name = None;
    if !columns.timings {
        report.timings_ms = None;
    }
    serde_json::to_writer(&mut *out, &Line { path, report, version: env!("CARGO_PKG_VERSION") })?;
    out.write_all(b"\n")
}
