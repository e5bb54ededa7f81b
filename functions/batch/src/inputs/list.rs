//! Files that name files: M3U playlists, tables with a column of paths, and plain text with one path per line.
//!
//! Told by content: text that neither is audio nor is named like it, and, where nothing else speaks for a list, names at least one file
//! near its beginning: a shell's `Music/*` brings booklets, too. Relative paths count from the list's own folder, those on standard
//! input from the current one. Paths in the quoting of [`crate::names`] are understood, so that our own tables and ledgers are lists too.
//! A list may name folders; a list in a list is taken for audio, so that nothing goes in circles.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::sniff;
use crate::names;

/// How much of a file is looked at to tell a list.
const LOOK_AT: u64 = 4096;
/// The longest line: far longer than any path may be.
const LONGEST_LINE: u64 = 1 << 20;
/// The headings of a column of paths, in the order of preference.
const PATH_COLUMNS: [&str; 6] = ["path", "file", "filepath", "file_path", "filename", "name"];

/// A list that is being read.
pub(super) struct List {
    /// What it is called, for complaints.
    path: PathBuf,
    /// What relative paths count from.
    folder: PathBuf,
    rows: Rows,
    failed: bool,
}

enum Rows {
    Lines {
        reader: Box<dyn BufRead + Send>,
        playlist: bool,
        begun: bool,
    },
    Table {
        reader: Box<csv::Reader<BufReader<File>>>,
        column: usize,
    },
    /// A manifest that lies there.
    Unopened(PathBuf),
}

impl Rows {
    /// A manifest is a table where its first line has a heading for paths, whatever it is called, and otherwise lines.
    fn of_manifest(file: &Path) -> io::Result<Self> {
        let mut head = Vec::new();
        File::open(file)?.take(LOOK_AT).read_to_end(&mut head)?;
        let text = head.strip_prefix(names::BYTE_ORDER_MARK).unwrap_or(&head);
        if !text.is_empty() && !is_text(text) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a manifest is a text, a CSV table with a column \"path\" say"));
        }
        let first_line = text.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
        let reader = || File::open(file).map(BufReader::new);
        Ok(match table(first_line, "csv").filter(|(_, _, has_headers)| *has_headers) {
            Some((delimiter, column, _)) => {
                let reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(reader()?);
                Self::Table { reader: Box::new(reader), column }
            }
            None => Self::Lines { reader: Box::new(reader()?), playlist: text.starts_with(b"#EXTM3U"), begun: false },
        })
    }
}

impl List {
    /// Paths on standard input, one per line.
    pub(super) fn of_standard_input() -> Self {
        let rows = Rows::Lines { reader: Box::new(BufReader::new(io::stdin())), playlist: false, begun: false };
        Self { path: PathBuf::from("-"), folder: PathBuf::new(), rows, failed: false }
    }

    /// A list that was said to be one, which lies at `file` and was named `address`. Nothing is read before the first row is asked for.
    pub(super) fn manifest(file: PathBuf, address: PathBuf) -> Self {
        let folder = address.parent().map(Path::to_path_buf).unwrap_or_default();
        Self { path: address, folder, rows: Rows::Unopened(file), failed: false }
    }

    /// Opens the file if it is a list.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let mut head = Vec::new();
        File::open(path)?.take(LOOK_AT).read_to_end(&mut head)?;
        if !is_text(&head) || sniff::named_like_audio(path) || sniff::begins_like_audio(&head) {
            return Ok(None);
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        let text = head.strip_prefix(names::BYTE_ORDER_MARK).unwrap_or(&head);
        let first_line = text.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
        let playlist = text.starts_with(b"#EXTM3U") || ending == "m3u" || ending == "m3u8";
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let reader = || File::open(path).map(BufReader::new);
        let table = if playlist { None } else { table(first_line, &ending) };
        if !playlist && table.is_none() && !names_a_file(text, &folder) {
            return Ok(None);
        }
        let rows = match table {
            Some((delimiter, column, has_headers)) => {
                let reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(has_headers).flexible(true).from_reader(reader()?);
                Rows::Table { reader: Box::new(reader), column }
            }
            None => Rows::Lines { reader: Box::new(reader()?), playlist, begun: false },
        };
        Ok(Some(Self { path: path.to_owned(), folder, rows, failed: false }))
    }

    /// The next path, or what keeps the list from being read on.
    pub(super) fn next(&mut self) -> Option<Result<PathBuf, (PathBuf, io::Error)>> {
        if self.failed {
            return None;
        }
        loop {
            match self.row() {
                Ok(None) => return None,
                Ok(Some(row)) if row.is_empty() => {}
                Ok(Some(row)) => {
                    let path = names::path_of(&row);
                    return Some(Ok(if super::is_remote(&path) { path } else { self.folder.join(path) }));
                }
                Err(problem) => {
                    self.failed = true;
                    return Some(Err((self.path.clone(), problem)));
                }
            }
        }
    }

    /// The path of the next row as it is written there; empty for a row without one.
    fn row(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Rows::Unopened(file) = &self.rows {
            self.rows = Rows::of_manifest(file)?;
        }
        match &mut self.rows {
            // It was opened above.
            Rows::Unopened(_) => Ok(None),
            Rows::Table { reader, column } => {
                let mut row = csv::ByteRecord::new();
                if !reader.read_byte_record(&mut row)? {
                    return Ok(None);
                }
                let cell = row.get(*column).unwrap_or_default();
                // The apostrophe that keeps a spreadsheet from taking a cell for a formula.
                let guarded = cell.first() == Some(&b'\'') && cell.get(1).is_some_and(|byte| b"=+-@\t\r".contains(byte));
                Ok(Some(cell[usize::from(guarded)..].to_vec()))
            }
            Rows::Lines { reader, playlist, begun } => {
                let mut line = Vec::new();
                if reader.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
                    return Ok(None);
                }
                if line.len() as u64 == LONGEST_LINE {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "a line of this list is longer than any path"));
                }
                while line.last().is_some_and(|byte| b"\r\n".contains(byte)) {
                    line.pop();
                }
                if !std::mem::replace(begun, true) && line.starts_with(names::BYTE_ORDER_MARK) {
                    line.drain(..names::BYTE_ORDER_MARK.len());
                }
                if *playlist {
                    line = entry(line);
                }
                Ok(Some(line))
            }
        }
    }
}

/// What a playlist's line names: nothing for remarks, the path of a `file://` address.
fn entry(line: Vec<u8>) -> Vec<u8> {
    if line.starts_with(b"#") {
        return Vec::new();
    }
    let Some(address) = line.strip_prefix(b"file://") else { return line };
    let from = address.iter().position(|&byte| byte == b'/').unwrap_or(0);
    let (mut path, mut rest) = (Vec::new(), &address[from..]);
    while let Some((&byte, behind)) = rest.split_first() {
        let escaped = (byte == b'%').then(|| behind.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()));
        match escaped.flatten() {
            Some(escaped) => {
                path.push(escaped);
                rest = &behind[2..];
            }
            None => {
                path.push(byte);
                rest = behind;
            }
        }
    }
    path
}

/// Text has no control characters but those of lines and columns.
fn is_text(bytes: &[u8]) -> bool {
    !bytes.is_empty() && !bytes.iter().any(|&byte| byte < 0x20 && !b"\t\r\n".contains(&byte) || byte == 0x7f)
}

/// Whether one of these lines names something that is there, or an address.
fn names_a_file(text: &[u8], folder: &Path) -> bool {
    let mut lines = text.split(|byte| b"\r\n".contains(byte)).filter(|line| !line.is_empty());
    lines.any(|line| {
        let path = names::path_of(line);
        super::is_remote(&path) || folder.join(path).exists()
    })
}

/// Delimiter, column of paths, and whether there are headings; `None` for what is no table.
fn table(first_line: &[u8], ending: &str) -> Option<(u8, usize, bool)> {
    let named_table = ["csv", "tsv"].contains(&ending);
    for delimiter in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(first_line);
        let mut cells = csv::ByteRecord::new();
        if !reader.read_byte_record(&mut cells).is_ok_and(|read| read) {
            continue;
        }
        let column = PATH_COLUMNS.iter().find_map(|wanted| cells.iter().position(|cell| cell.eq_ignore_ascii_case(wanted.as_bytes())));
        match column {
            Some(column) if cells.len() > 1 || named_table => return Some((delimiter, column, true)),
            _ => {}
        }
    }
    let delimiter = if ending == "tsv" { b'\t' } else { b',' };
    named_table.then_some((delimiter, 0, false))
}

#[cfg(test)]
mod tests {
    use super::{entry, is_text, table};

    #[test]
    fn tables_are_told_by_their_headings() {
        assert_eq!(table(b"path,kind,reason", ""), Some((b',', 0, true)));
        assert_eq!(table(b"id;FILE", "txt"), Some((b';', 1, true)));
        assert_eq!(table(b"name\tpath", ""), Some((b'\t', 1, true)));
        assert_eq!(table(b"path", "csv"), Some((b',', 0, true)));
        assert_eq!(table(b"a.mp3,b", "csv"), Some((b',', 0, false)));
        assert_eq!(table(b"Greatest Hits, Vol. 1/song.mp3", "txt"), None);
        assert_eq!(table(b"path", "txt"), None);
    }

    #[test]
    fn playlists_hold_remarks_and_addresses() {
        assert_eq!(entry(b"#EXTINF:123,Song".to_vec()), b"");
        assert_eq!(entry(b"a b.mp3".to_vec()), b"a b.mp3");
        assert_eq!(entry(b"file:///m/caf%C3%A9%20%zz.mp3".to_vec()), "/m/café %zz.mp3".as_bytes());
        assert_eq!(entry(b"file://localhost/m/a.mp3".to_vec()), b"/m/a.mp3");
    }

    #[test]
    fn text_is_text() {
        assert!(is_text("曲/歌.mp3\r\n".as_bytes()) && is_text(b"caf\xe9.mp3\n"));
        assert!(!is_text(b"") && !is_text(b"\xff\xd8\xff\xe0\0\x10JFIF") && !is_text(b"\x1b[31m"));
    }
}
