//! What stands in a file beside our fields, by the bytes: the library that writes the tags is not asked whether it lost any.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, bail};

/// No tag and no list of chunks is longer than this.
const LONGEST: u64 = 256 << 20;
const ODD: &str = "its ID3 tag is not built as it should be, and would not stay whole";

/// The parts of a file's tags that are not ours, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inventory {
    /// Of an ID3v2 tag.
    version: Option<u8>,
    parts: Vec<Vec<u8>>,
}

impl Inventory {
    /// Whether nothing that was there `before` is missing or new.
    pub(super) fn keeps(&self, before: &Self) -> bool {
        (self.version == before.version || self.version.is_none() || before.version.is_none()) && self.parts == before.parts
    }
}

/// Takes down what is in the file at `path`.
///
/// # Errors
/// It holds a tag of which something would be lost.
pub(super) fn inventory(path: &Path) -> anyhow::Result<Inventory> {
    let mut file = File::open(path)?;
    let mut begin = [0; 12];
    let got = file.by_ref().take(12).read(&mut begin)?;
    if got < begin.len() {
        return Ok(Inventory::default());
    }
    let mut inventory = match (&begin[..4], &begin[8..]) {
        (b"fLaC", _) => flac(&mut file)?,
        (b"RIFF", b"WAVE") => chunks(&mut file, u32::from_le_bytes)?,
        (b"FORM", b"AIFF" | b"AIFC") => chunks(&mut file, u32::from_be_bytes)?,
        ([b'I', b'D', b'3', _], _) => {
            let length = 10 + syncsafe(&begin[6..10]).context(ODD)?;
            let tag = read(&mut file, 0, length as u64)?;
            let mut next = Vec::new();
            file.by_ref().take(3).read_to_end(&mut next)?;
            if next == b"ID3" {
                bail!("it has several ID3 tags, which would not stay as they are");
            }
            id3(&tag)?
        }
        _ => Inventory::default(),
    };
    inventory.parts.sort();
    Ok(inventory)
}

fn read(file: &mut File, from: u64, length: u64) -> anyhow::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.by_ref().take(length.min(LONGEST)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        bail!("its tags are cut short");
    }
    Ok(bytes)
}

/// All blocks but comments and padding.
fn flac(file: &mut File) -> anyhow::Result<Inventory> {
    let mut inventory = Inventory::default();
    let mut at = 4;
    loop {
        let header = read(file, at, 4)?;
        let length = u64::from(u32::from_be_bytes([0, header[1], header[2], header[3]]));
        if !matches!(header[0] & 0x7f, 1 | 4) {
            let mut part = vec![header[0] & 0x7f];
            part.extend(read(file, at + 4, length)?);
            inventory.parts.push(part);
        }
        at += 4 + length;
        if header[0] & 0x80 != 0 {
            return Ok(inventory);
        }
    }
}

/// The ID3 tag of a WAV or AIFF file, and the names and lengths of its other chunks.
fn chunks(file: &mut File, size: fn([u8; 4]) -> u32) -> anyhow::Result<Inventory> {
    let end = file.metadata()?.len();
    let mut found: Option<Inventory> = None;
    let mut others = Vec::new();
    let mut at = 12;
    while at + 8 <= end {
        let header = read(file, at, 8)?;
        let length = u64::from(size([header[4], header[5], header[6], header[7]]));
        if header[..4].eq_ignore_ascii_case(b"ID3 ") {
            let tag = read(file, at + 8, length)?;
            if found.replace(id3(&tag)?).is_some() {
                bail!("it has several ID3 tags, which would not stay as they are");
            }
        } else {
            others.push(header);
        }
        at += 8 + length + length % 2;
    }
    let mut inventory = found.unwrap_or_default();
    inventory.parts.extend(others);
    Ok(inventory)
}

/// The names of the frames that are not ours.
fn id3(tag: &[u8]) -> anyhow::Result<Inventory> {
    let (header, body) = tag.split_at_checked(10).context(ODD)?;
    let (version, flags) = (header[3], header[5]);
    if !header.starts_with(b"ID3") || !matches!(version, 3 | 4) {
        bail!("tags of ID3v2.{version} would not stay in their version");
    }
    if flags & 0x7f != 0 {
        bail!("its ID3 tag has an extended header, a footer or marks that would not stay");
    }
    let body = body.get(..syncsafe(&header[6..10]).context(ODD)?).context(ODD)?;
    // In version 2.4 frames are stuffed one by one, and their lengths count that.
    let stuffed = flags & 0x80 != 0 && version == 3;
    let whole: Vec<u8> = body
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| !(stuffed && byte == 0 && at > 0 && body[at - 1] == 0xff))
        .map(|(_, &byte)| byte)
        .collect();
    let mut rest = whole.as_slice();
    let mut inventory = Inventory { version: Some(version), parts: Vec::new() };
    let (mut genres, mut ours) = (0, 0);
    while rest.first().is_some_and(|&byte| byte != 0) {
        let (header, behind) = rest.split_at_checked(10).context(ODD)?;
        let length = if version == 4 {
            syncsafe(&header[4..8])
        } else {
            usize::try_from(u32::from_be_bytes([header[4], header[5], header[6], header[7]])).ok()
        };
        let (content, behind) = behind.split_at_checked(length.context(ODD)?).context(ODD)?;
        if !header[..4].iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            bail!(ODD);
        }
        match &header[..4] {
            b"TCON" => genres += 1,
            b"TXXX" if is_ours(content) => ours += 1,
            name => inventory.parts.push(name.to_vec()),
        }
        rest = behind;
    }
    if rest.iter().any(|&byte| byte != 0) {
        bail!(ODD);
    }
    if genres > 1 || ours > 1 {
        bail!("its ID3 tag has a genre twice, which would not stay as it is");
    }
    Ok(inventory)
}

/// Whether a TXXX frame is described by our name, in whatever encoding.
fn is_ours(content: &[u8]) -> bool {
    let text = content.iter().skip(1).copied().filter(|byte| !matches!(byte, 0 | 0xfe | 0xff));
    text.take(super::OURS.len()).eq(super::OURS.bytes())
}

/// A number in seven bits per byte.
fn syncsafe(bytes: &[u8]) -> Option<usize> {
    bytes.iter().try_fold(0, |number, &byte| (byte < 0x80).then_some(number << 7 | usize::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::id3;

    fn tag(version: u8, frames: &[(&[u8], [u8; 4], usize)]) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, length, bytes) in frames {
            body.extend_from_slice(name);
            body.extend_from_slice(length);
            body.extend_from_slice(&[0, 0]);
            body.extend(vec![b'x'; *bytes]);
        }
        let mut tag = vec![b'I', b'D', b'3', version, 0, 0, 0, 0, (body.len() >> 7) as u8, (body.len() & 0x7f) as u8];
        tag.extend(body);
        tag
    }

    #[test]
    fn what_would_be_lost_is_refused() {
        let names = id3(&tag(4, &[(b"TIT2", [0, 0, 0, 5], 5), (b"TCON", [0, 0, 0, 2], 2)])).expect("it is well built").parts;
        assert_eq!(names, [b"TIT2"]);
        // As iTunes wrote it: the length of a frame of version 2.4 in eight bits per byte.
        for length in [[0, 0, 1, 0], [0, 0, 0, 200]] {
            let bytes = usize::from(length[2]) * 256 + usize::from(length[3]);
            assert!(id3(&tag(4, &[(b"APIC", length, bytes), (b"TIT2", [0, 0, 0, 5], 5)])).is_err(), "{length:?}");
            assert!(id3(&tag(3, &[(b"APIC", length, bytes), (b"TIT2", [0, 0, 0, 5], 5)])).is_ok(), "{length:?}");
        }
        assert!(id3(&tag(2, &[])).is_err());
        assert!(id3(&tag(3, &[(b"TCON", [0, 0, 0, 2], 2), (b"TCON", [0, 0, 0, 2], 2)])).is_err());
    }
}
