//! Reading position in a pickle; every read is checked against the end.

use anyhow::{Context, ensure};

/// Bytes and how far they are read.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Bytes read so far.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: u64) -> anyhow::Result<&'a [u8]> {
        let left = &self.bytes[self.at..];
        let part = usize::try_from(count).ok().and_then(|count| left.get(..count)).context("it is cut off")?;
        self.at += part.len();
        Ok(part)
    }

    pub(super) fn array<const N: usize>(&mut self) -> anyhow::Result<[u8; N]> {
        Ok(self.take(N as u64)?.try_into()?)
    }

    pub(super) fn byte(&mut self) -> anyhow::Result<u8> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u16(&mut self) -> anyhow::Result<u16> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> anyhow::Result<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn i32(&mut self) -> anyhow::Result<i32> {
        Ok(i32::from_le_bytes(self.array()?))
    }

    pub(super) fn u64(&mut self) -> anyhow::Result<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// The next `count` bytes as text.
    pub(super) fn text(&mut self, count: u64) -> anyhow::Result<&'a str> {
        std::str::from_utf8(self.take(count)?).context("a text is not UTF-8")
    }

    /// The text up to the next line break, which is read too: how protocol 0 writes its arguments.
    pub(super) fn line(&mut self) -> anyhow::Result<&'a str> {
        let length = self.bytes[self.at..].iter().position(|&byte| byte == b'\n').context("it is cut off")?;
        let line = self.text(length as u64)?;
        self.at += 1;
        ensure!(line.len() <= 4096, "a line has {} bytes", line.len());
        Ok(line.strip_suffix('\r').unwrap_or(line))
    }
}
