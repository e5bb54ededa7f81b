//! Apache Parquet, as far as a flat table needs it: data pages of version 1, uncompressed, plain values or dictionaries.
//!
//! Source: <https://parquet.apache.org/docs/file-format/>. Written here because the official crate brings some fifteen others into every
//! build for what are two hundred lines; pyarrow and DuckDB read the result in the suite.
//!
//! Layout: magic, row groups of [`ROWS`] rows, in each one chunk per column (a page with the dictionary, where there is one, and a page
//! with the values), then the metadata, its length, magic. Columns: text, truth values, whole numbers, single precision; double precision
//! may be empty. Only one row group is held in memory.

use std::collections::HashMap;
use std::io::{self, Write};

use genre::Report;

use super::thrift::{Struct, varint};
use super::{Kind, Layout, Sink, Value};
use crate::whole_file::WholeFile;

const MAGIC: &[u8] = b"PAR1";
/// Rows of a row group: some megabytes.
const ROWS: usize = 8192;

// Numbers of the enumerations in parquet.thrift.
const REQUIRED: i32 = 0;
const OPTIONAL: i32 = 1;
const UTF8: i32 = 0;
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const RLE_DICTIONARY: i32 = 8;
const DATA_PAGE: i32 = 0;
const DICTIONARY_PAGE: i32 = 2;

/// One row per answer.
pub(super) struct ParquetTable {
    file: WholeFile,
    layout: Layout,
    header: Vec<(String, Kind)>,
    /// Bytes written.
    at: usize,
    /// Cells of the row group that is being gathered, by column.
    columns: Vec<Vec<Value>>,
    groups: Vec<Struct>,
    rows: usize,
}

impl ParquetTable {
    /// Writes the magic.
    ///
    /// # Errors
    /// What the file system says.
    pub(super) fn begin(mut file: WholeFile, layout: Layout) -> io::Result<Self> {
        file.write_all(MAGIC)?;
        let header = layout.header();
        let columns = vec![Vec::new(); header.len()];
        Ok(Self { file, layout, header, at: MAGIC.len(), columns, groups: Vec::new(), rows: 0 })
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len();
        self.file.write_all(bytes)
    }

    /// Writes the rows gathered so far as a row group.
    fn flush(&mut self) -> io::Result<()> {
        let rows = self.columns.first().map_or(0, Vec::len);
        if rows == 0 {
            return Ok(());
        }
        let begin = self.at;
        let mut chunks = Vec::new();
        for index in 0..self.columns.len() {
            let values = std::mem::take(&mut self.columns[index]);
            chunks.push(self.chunk(index, &values)?);
        }
        let size = (self.at - begin) as i64;
        self.groups.push(Struct::default().structures(1, chunks).i64(2, size).i64(3, rows as i64));
        self.rows += rows;
        Ok(())
    }

    /// Writes a column of a row group and describes it.
    fn chunk(&mut self, index: usize, values: &[Value]) -> io::Result<Struct> {
        let begin = self.at;
        let (name, kind) = self.header[index].clone();
        // Paths differ from row to row, all other text repeats itself.
        let dictionary = (kind == Kind::Text && index > 0).then(|| Dictionary::of(values));
        let (encoding, page) = match &dictionary {
            Some(dictionary) => {
                let head = Struct::default().i32(1, dictionary.texts.len() as i32).i32(2, PLAIN);
                let mut page = Vec::new();
                dictionary.texts.iter().for_each(|text| byte_array(&mut page, text));
                self.page(DICTIONARY_PAGE, 7, head, &page)?;
                (RLE_DICTIONARY, dictionary.page())
            }
            None => (PLAIN, plain(values)),
        };
        let data = self.at;
        let head = Struct::default().i32(1, values.len() as i32).i32(2, encoding).i32(3, RLE).i32(4, RLE);
        self.page(DATA_PAGE, 5, head, &page)?;
        let size = (self.at - begin) as i64;
        let encodings: &[i32] = if dictionary.is_some() { &[PLAIN, RLE, RLE_DICTIONARY] } else { &[PLAIN, RLE] };
        let mut metadata = Struct::default()
            .i32(1, number(kind))
            .i32s(2, encodings)
            .texts(3, &[&name])
            .i32(4, 0)
            .i64(5, values.len() as i64)
            .i64(6, size)
            .i64(7, size)
            .i64(9, data as i64);
        if dictionary.is_some() {
            metadata = metadata.i64(11, begin as i64);
        }
        Ok(Struct::default().i64(2, begin as i64).structure(3, metadata))
    }

    fn page(&mut self, kind: i32, head_field: u8, head: Struct, body: &[u8]) -> io::Result<()> {
        let size = body.len() as i32;
        let header = Struct::default().i32(1, kind).i32(2, size).i32(3, size).structure(head_field, head).end();
        self.put(&header)?;
        self.put(body)
    }

    fn schema(&self) -> Vec<Struct> {
        let mut schema = vec![Struct::default().text(4, "answers").i32(5, self.header.len() as i32)];
        for (name, kind) in &self.header {
            let repetition = if *kind == Kind::Double { OPTIONAL } else { REQUIRED };
            let element = Struct::default().i32(1, number(*kind)).i32(3, repetition).text(4, name);
            schema.push(if *kind == Kind::Text {
                element.i32(6, UTF8).structure(10, Struct::default().structure(1, Struct::default()))
            } else {
                element
            });
        }
        schema
    }
}

impl Sink for ParquetTable {
    fn write(&mut self, path: &str, report: Report) -> io::Result<()> {
        let row = self.layout.row(path, &report);
        self.columns.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
        if self.columns[0].len() == ROWS { self.flush() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<()> {
        self.flush()?;
        let metadata = Struct::default()
            .i32(1, 1)
            .structures(2, self.schema())
            .i64(3, self.rows as i64)
            .structures(4, std::mem::take(&mut self.groups))
            .text(6, concat!("acousticsense version ", env!("CARGO_PKG_VERSION")))
            .end();
        self.put(&metadata)?;
        self.put(&(metadata.len() as u32).to_le_bytes())?;
        self.put(MAGIC)?;
        self.file.commit()
    }
}

/// The number of a type in parquet.thrift.
fn number(kind: Kind) -> i32 {
    match kind {
        Kind::Bool => 0,
        Kind::Whole => 1,
        Kind::Single => 4,
        Kind::Double => 5,
        Kind::Text => 6,
    }
}

/// The different texts of a column, in the order in which they first come up.
struct Dictionary<'a> {
    texts: Vec<&'a str>,
    indices: Vec<usize>,
}

impl<'a> Dictionary<'a> {
    fn of(values: &'a [Value]) -> Self {
        let (mut texts, mut known) = (Vec::new(), HashMap::new());
        let texts_of = values.iter().map(|value| if let Value::Text(text) = value { text.as_str() } else { "" });
        let indices = texts_of
            .map(|text| {
                *known.entry(text).or_insert_with(|| {
                    texts.push(text);
                    texts.len() - 1
                })
            })
            .collect();
        Self { texts, indices }
    }

    /// The width of an index, then the indices.
    fn page(&self) -> Vec<u8> {
        let width = (usize::BITS - (self.texts.len() - 1).leading_zeros()).max(1);
        let mut page = vec![width as u8];
        hybrid(&mut page, &self.indices, width);
        page
    }
}

/// Run-length encoding where all values are the same, otherwise bits packed in groups of eight values.
fn hybrid(page: &mut Vec<u8>, values: &[usize], width: u32) {
    if values.iter().all(|value| *value == values[0]) {
        varint(page, (values.len() as u64) << 1);
        page.extend(&values[0].to_le_bytes()[..width.div_ceil(8) as usize]);
        return;
    }
    varint(page, (values.len().div_ceil(8) as u64) << 1 | 1);
    let begin = page.len();
    page.resize(begin + values.len().div_ceil(8) * width as usize, 0);
    for (index, value) in values.iter().enumerate() {
        for bit in (0..width as usize).filter(|bit| value >> bit & 1 == 1) {
            let at = index * width as usize + bit;
            page[begin + at / 8] |= 1 << (at % 8);
        }
    }
}

fn byte_array(page: &mut Vec<u8>, text: &str) {
    page.extend((text.len() as u32).to_le_bytes());
    page.extend(text.as_bytes());
}

/// Values one after the other; before those that may be empty, which ones are there.
fn plain(values: &[Value]) -> Vec<u8> {
    let mut page = Vec::new();
    if matches!(values.first(), Some(Value::Double(_))) {
        let there: Vec<usize> = values.iter().map(|value| usize::from(!matches!(value, Value::Double(None)))).collect();
        let mut levels = Vec::new();
        hybrid(&mut levels, &there, 1);
        page.extend((levels.len() as u32).to_le_bytes());
        page.extend(levels);
    }
    let mut bits = 0;
    for value in values {
        match value {
            Value::Text(text) => byte_array(&mut page, text),
            Value::Bool(value) => {
                if bits % 8 == 0 {
                    page.push(0);
                }
                if let Some(last) = page.last_mut() {
                    *last |= u8::from(*value) << (bits % 8);
                }
                bits += 1;
            }
            Value::Whole(value) => page.extend(value.to_le_bytes()),
            Value::Single(value) => page.extend(value.to_le_bytes()),
            Value::Double(value) => page.extend(value.iter().flat_map(|value| value.to_le_bytes())),
        }
    }
    page
}
