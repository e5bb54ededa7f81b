//! CSV (RFC 4180) that Excel opens as it is meant.

use std::io::{self, Write};

use genre::Report;
use genre::report::plain_cell;

use super::{Layout, Sink, Value};
use crate::names::BYTE_ORDER_MARK;
use crate::whole_file::WholeFile;

/// One row per answer.
pub(super) struct CsvTable {
    rows: csv::Writer<WholeFile>,
    layout: Layout,
}

impl CsvTable {
    /// Writes the header.
    ///
    /// # Errors
    /// What the file system says.
    pub(super) fn begin(mut file: WholeFile, layout: Layout) -> io::Result<Self> {
        file.write_all(BYTE_ORDER_MARK)?;
        let mut rows = csv::Writer::from_writer(file);
        rows.write_record(layout.header().iter().map(|(name, _)| plain_cell(name)))?;
        Ok(Self { rows, layout })
    }
}

impl Sink for CsvTable {
    fn write(&mut self, path: &str, report: Report) -> io::Result<()> {
        Ok(self.rows.write_record(self.layout.row(path, &report).iter().map(Value::cell))?)
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        self.rows.into_inner().map_err(|error| error.into_error())?.commit()
    }
}
