//! Where audio bytes come from.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use symphonia::core::io::MediaSource;

/// Audio bytes that can be read in any order: a file, a buffer, or a reader of one's own (a ranged download, say).
pub struct Source {
    reader: Box<dyn ReadSeek>,
    len: u64,
}

trait ReadSeek: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> ReadSeek for T {}

impl Source {
    /// Bytes in memory, shared rather than copied.
    pub fn bytes(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        Self { len: bytes.len() as u64, reader: Box::new(Cursor::new(bytes)) }
    }

    /// A file. Only what the window needs is read from it.
    ///
    /// # Errors
    /// What opening the file says; folders and devices are refused, since they have no length.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a regular file"));
        }
        Ok(Self { len: metadata.len(), reader: Box::new(BufReader::with_capacity(32 * 1024, file)) })
    }

    /// Any reader of `len` bytes, positioned at the first.
    pub fn reader(reader: impl Read + Seek + Send + Sync + 'static, len: u64) -> Self {
        Self { reader: Box::new(reader), len }
    }

    /// Number of bytes.
    pub fn len(&self) -> u64 {
        self.len
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
        self.reader.read(buffer)
    }
}

impl Seek for Source {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.reader.seek(position)
    }
}

impl MediaSource for Source {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.len)
    }
}
