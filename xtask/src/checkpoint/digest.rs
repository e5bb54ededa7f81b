//! One pass over a file: its SHA-256, and the CRC-32 of every entry that keeps one.

use std::fs::File;
use std::io::{Read, Seek};

use anyhow::ensure;
use genre::hex;
use sha2::{Digest, Sha256};

use super::zip_archive::Entry;

/// A range of the file and its CRC-32 (ISO-HDLC, as ZIP uses it).
pub(super) struct Expected {
    name: String,
    start: u64,
    end: u64,
    crc32: u32,
}

impl Expected {
    pub(super) fn of(entry: &Entry) -> Self {
        Self { name: entry.name.clone(), start: entry.start, end: entry.start + entry.bytes, crc32: entry.crc32 }
    }
}

/// The file's SHA-256 in lower-case hexadecimal. `expected` is in the order of the file and does not overlap.
///
/// # Errors
/// Names the first entry that is not what its checksum says.
pub(super) fn verify(file: &mut File, expected: &[Expected]) -> anyhow::Result<String> {
    file.rewind()?;
    let (mut sha, mut at, mut buffer) = (Sha256::new(), 0_u64, vec![0; 1 << 20]);
    let mut expected = expected.iter().peekable();
    let mut crc = crc32fast::Hasher::new();
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&sha.finalize()));
        }
        sha.update(&buffer[..read]);
        let end = at + read as u64;
        while let Some(entry) = expected.peek() {
            let (from, to) = (entry.start.clamp(at, end), entry.end.clamp(at, end));
            crc.update(&buffer[(from - at) as usize..(to - at) as usize]);
            if entry.end > end {
                break;
            }
            ensure!(std::mem::take(&mut crc).finalize() == entry.crc32, "its entry {} is damaged: the checksum is another one", entry.name);
            expected.next();
        }
        at = end;
    }
}
