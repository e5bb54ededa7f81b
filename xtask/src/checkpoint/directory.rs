//! The central directory of a ZIP file.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use anyhow::{Context, ensure};

use super::pickle::MAX_PICKLE;

/// An entry as the directory lists it.
pub(super) struct Listed {
    pub(super) name: String,
    /// Whether its bytes lie in the file as they are.
    pub(super) stored: bool,
    /// Size in the file and size of the contents.
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) crc32: u32,
    /// Where its local header lies.
    pub(super) header: u64,
}

/// Entries of one archive; a ViT-H has 600 storages. Protection against hostile files.
const MAX_ENTRIES: u64 = 100_000;
/// What stands in a 32-bit field whose value is in the ZIP64 record.
const ELSEWHERE: u32 = u32::MAX;

/// Lists every entry, in the directory's order.
pub(super) fn list(file: &mut File, length: u64) -> anyhow::Result<Vec<Listed>> {
    let (count, size, start) = end_record(file, length)?;
    ensure!(count <= MAX_ENTRIES && size <= MAX_PICKLE, "its directory claims {count} entries in {size} bytes");
    ensure!(start.checked_add(size).is_some_and(|end| end <= length), "its directory lies outside of the file; is it complete?");
    let mut bytes = vec![0; usize::try_from(size)?];
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut bytes)?;
    let mut left = Fields(&bytes);
    let mut listed = Vec::new();
    for number in 0..count {
        listed.push(left.entry().with_context(|| format!("entry {number} of its directory"))?);
    }
    ensure!(left.0.is_empty(), "its directory goes on after its {count} entries");
    Ok(listed)
}

/// Number of entries, size and place of the directory.
fn end_record(file: &mut File, length: u64) -> anyhow::Result<(u64, u64, u64)> {
    const SIZE: usize = 22;
    const LOCATOR: usize = 20;
    const LONGEST_COMMENT: usize = 65_535;
    let tail_start = length.saturating_sub((SIZE + LONGEST_COMMENT + LOCATOR) as u64);
    file.seek(SeekFrom::Start(tail_start))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    // The record ends the file, but for a comment whose length it tells.
    let ends = |window: &[u8], at: usize| window.starts_with(b"PK\x05\x06") && at + SIZE + usize::from(u16_at(window, 20)) == tail.len();
    let at = tail.windows(SIZE).enumerate().rev().find(|(at, window)| ends(window, *at)).map(|(at, _)| at);
    let at = at.context("it begins like a ZIP but has no directory at its end; is the file complete?")?;
    let mut end = Fields(&tail[at + 4..]);
    let (disk, first_disk, here, count) = (end.u16()?, end.u16()?, end.u16()?, end.u16()?);
    let (size, start) = (end.u32()?, end.u32()?);
    ensure!((disk, first_disk) == (0, 0) && here == count, "it is one part of several");
    let locator = at.checked_sub(LOCATOR).map(|from| &tail[from..at]).filter(|locator| locator.starts_with(b"PK\x06\x07"));
    let Some(locator) = locator else { return Ok((count.into(), size.into(), start.into())) };
    let mut record = [0; 56];
    let at = Fields(&locator[8..]).u64()?;
    ensure!(at.checked_add(record.len() as u64).is_some_and(|end| end <= length), "its ZIP64 record lies outside of the file");
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut record)?;
    ensure!(record.starts_with(b"PK\x06\x06"), "its ZIP64 record is not where it should be");
    let mut record = Fields(&record[24..]);
    let (here, wide_count) = (record.u64()?, record.u64()?);
    let (wide_size, wide_start) = (record.u64()?, record.u64()?);
    // Both records tell the same, or the shorter one says that it cannot.
    let agrees = |short: u64, most: u64, wide: u64| short == most || short == wide;
    ensure!(
        here == wide_count
            && agrees(count.into(), u16::MAX.into(), wide_count)
            && agrees(size.into(), ELSEWHERE.into(), wide_size)
            && agrees(start.into(), ELSEWHERE.into(), wide_start),
        "the two records at its end contradict each other"
    );
    Ok((wide_count, wide_size, wide_start))
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |pair| u16::from_le_bytes([pair[0], pair[1]]))
}

/// What is left of a record.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> anyhow::Result<&'a [u8]> {
        let (taken, left) = self.0.split_at_checked(count).context("it is cut off")?;
        self.0 = left;
        Ok(taken)
    }

    fn u16(&mut self) -> anyhow::Result<u16> {
        Ok(u16::from_le_bytes(self.take(2)?.try_into()?))
    }

    fn u32(&mut self) -> anyhow::Result<u32> {
        Ok(u32::from_le_bytes(self.take(4)?.try_into()?))
    }

    fn u64(&mut self) -> anyhow::Result<u64> {
        Ok(u64::from_le_bytes(self.take(8)?.try_into()?))
    }

    fn entry(&mut self) -> anyhow::Result<Listed> {
        ensure!(self.take(4)? == b"PK\x01\x02", "it has no signature");
        self.take(4)?;
        let (flags, method) = (self.u16()?, self.u16()?);
        self.take(4)?;
        let crc32 = self.u32()?;
        let (packed, size) = (self.u32()?, self.u32()?);
        let [name, extra, comment] = [self.u16()?, self.u16()?, self.u16()?].map(usize::from);
        self.take(8)?;
        let header = self.u32()?;
        let name = std::str::from_utf8(self.take(name)?).context("its name is not UTF-8")?.to_owned();
        let mut wide = wide(self.take(extra)?)?;
        self.take(comment)?;
        // Bits 0, 6 and 13 of the flags: encrypted, strongly encrypted, directory encrypted.
        ensure!(flags & 0x2041 == 0, "{name} is encrypted");
        let mut value = |short: u32| {
            if short == ELSEWHERE { wide.u64().with_context(|| format!("{name} has no ZIP64 values")) } else { Ok(short.into()) }
        };
        // In this order they stand in the ZIP64 field.
        let (size, packed, header) = (value(size)?, value(packed)?, value(header)?);
        Ok(Listed { name, stored: method == 0, packed, size, crc32, header })
    }
}

/// The ZIP64 field among the extra ones; empty where there is none.
fn wide(extra: &[u8]) -> anyhow::Result<Fields<'_>> {
    let mut left = Fields(extra);
    while left.0.len() >= 4 {
        let (id, length) = (left.u16()?, left.u16()?);
        let field = left.take(length.into())?;
        if id == 1 {
            return Ok(Fields(field));
        }
    }
    Ok(Fields(&[]))
}
