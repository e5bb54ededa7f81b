//! Where audio bytes come from.

use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use symphonia::core::io::MediaSource;

/// Audio bytes that can be read in any order: a file, a buffer, or a reader of one's own (a ranged download, say).
pub struct Source {
    reader: Box<dyn ReadSeek>,
    len: u64,
    /// How long the file would be if it were complete, where that is more than there is.
    claimed: Option<u64>,
    /// False when a demuxer must read from front to back.
    seekable: bool,
    /// Bytes that are read instead of those at a position.
    overlays: Vec<(u64, [u8; 4])>,
    /// Where zeros are read, and the reader is not asked.
    blanks: Vec<Range<u64>>,
}

trait ReadSeek: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> ReadSeek for T {}

impl Source {
    /// Bytes in memory, shared rather than copied.
    pub fn bytes(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        Self {
            len: bytes.len() as u64,
            reader: Box::new(Cursor::new(bytes)),
            claimed: None,
            seekable: true,
            overlays: Vec::new(),
            blanks: Vec::new(),
        }
    }

    /// A file. Only what the window needs is read from it.
    ///
    /// # Errors
    /// What opening the file says; folders and devices are refused, since they have no length.
    pub fn open(path: &Path) -> io::Result<Self> {
        // Asked before opening: opening a named pipe waits until somebody writes to it.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a regular file"));
        }
        let file = File::open(path)?;
        Ok(Self {
            len: file.metadata()?.len(),
            reader: Box::new(BufReader::with_capacity(32 * 1024, file)),
            claimed: None,
            seekable: true,
            overlays: Vec::new(),
            blanks: Vec::new(),
        })
    }

    /// Any reader of `len` bytes, positioned at the first.
    pub fn reader(reader: impl Read + Seek + Send + Sync + 'static, len: u64) -> Self {
        Self { reader: Box::new(reader), len, claimed: None, seekable: true, overlays: Vec::new(), blanks: Vec::new() }
    }

    /// Number of bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Tells the demuxer that the file is `len` bytes long, although it is cut off: reading behind its real end finds no bytes.
    pub(super) fn claim(&mut self, len: u64) {
        self.claimed = (len > self.len).then_some(len);
    }

    /// Makes demuxers read from front to back and take what comes, instead of looking at the end first.
    pub(super) fn front_to_back(&mut self) {
        self.seekable = false;
    }

    /// Reads `bytes` instead of the four at `position`.
    pub(super) fn overlay(&mut self, position: u64, bytes: [u8; 4]) {
        self.overlays.push((position, bytes));
    }

    /// Reads zeros at these positions, without asking where the bytes come from.
    pub(super) fn blank(&mut self, positions: Range<u64>) {
        self.blanks.push(positions);
    }

    /// True when there are no bytes at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("len", &self.len).finish_non_exhaustive()
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.overlays.is_empty() && self.blanks.is_empty() {
            return self.reader.read(buffer);
        }
        let begin = self.reader.stream_position()?;
        if let Some(blank) = self.blanks.iter().find(|blank| blank.contains(&begin)) {
            let zeros = buffer.len().min(usize::try_from(blank.end - begin).unwrap_or(usize::MAX));
            buffer[..zeros].fill(0);
            self.reader.seek(SeekFrom::Start(begin + zeros as u64))?;
            return Ok(zeros);
        }
        let next = self.blanks.iter().map(|blank| blank.start).filter(|&start| start > begin).min();
        let room = next.map_or(buffer.len(), |next| buffer.len().min(usize::try_from(next - begin).unwrap_or(usize::MAX)));
        let read = self.reader.read(&mut buffer[..room])?;
        for (position, bytes) in &self.overlays {
            for (at, &byte) in (*position..).zip(bytes) {
                if let Some(place) = at.checked_sub(begin).and_then(|offset| buffer[..read].get_mut(offset as usize)) {
                    *place = byte;
                }
            }
        }
        Ok(read)
    }
}

impl Seek for Source {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        match (self.claimed, position) {
            (Some(claimed), SeekFrom::End(offset)) => {
                let target = claimed.checked_add_signed(offset).ok_or(io::ErrorKind::InvalidInput)?;
                self.reader.seek(SeekFrom::Start(target))
            }
            _ => self.reader.seek(position),
        }
    }
}

impl MediaSource for Source {
    fn is_seekable(&self) -> bool {
        self.seekable
    }

    fn byte_len(&self) -> Option<u64> {
        // The real length: tags are looked for at the real end.
        Some(self.len)
    }
}
