//! Recordings of hundreds of megabytes, made as they are read: what stands in archives, without the archives.

use std::ops::Range;
use std::sync::Arc;

use crate::s3_stand_in::Content;
use crate::support::data;

const MB: usize = 1024 * 1024;

/// A fixture.
pub(crate) fn audio(name: &str) -> Vec<u8> {
    std::fs::read(data("audio").join(name)).unwrap()
}

/// `head`, and behind it `rest` again and again, until there are `bytes`.
pub(crate) fn repeated(head: Vec<u8>, rest: Vec<u8>, bytes: u64) -> Content {
    let part = move |range: Range<u64>| {
        let byte = |at: u64| match head.get(at as usize) {
            Some(byte) => *byte,
            None => rest[((at - head.len() as u64) % rest.len() as u64) as usize],
        };
        range.map(byte).collect()
    };
    Content { bytes, part: Arc::new(part) }
}

/// A WAV file of `bytes`: 44.1 kHz, 16 bits, so many channels, with a tune of noise.
pub(crate) fn wav(bytes: u32, channels: u16) -> Content {
    let frame = channels * 2;
    let mut head = Vec::from(*b"RIFF");
    head.extend((bytes - 8).to_le_bytes());
    head.extend(*b"WAVEfmt \x10\0\0\0\x01\0");
    head.extend(channels.to_le_bytes());
    head.extend(44_100_u32.to_le_bytes());
    head.extend((44_100 * u32::from(frame)).to_le_bytes());
    head.extend(frame.to_le_bytes());
    head.extend(*b"\x10\0data");
    head.extend((bytes - 44).to_le_bytes());
    repeated(head, noise(), bytes.into())
}

/// An AIFF file of `bytes`: 44.1 kHz, 16 bits, mono.
pub(crate) fn aiff(bytes: u32) -> Content {
    let mut head = Vec::from(*b"FORM");
    head.extend((bytes - 8).to_be_bytes());
    head.extend(*b"AIFFCOMM\0\0\0\x12\0\x01");
    head.extend(((bytes - 54) / 2).to_be_bytes());
    // Sixteen bits, and 44,100 as an 80-bit number.
    head.extend(*b"\0\x10\x40\x0e\xac\x44\0\0\0\0\0\0SSND");
    head.extend((bytes - 46).to_be_bytes());
    head.extend([0; 8]);
    repeated(head, noise(), bytes.into())
}

/// An MP3 file behind a tag with a picture of 5 MB.
pub(crate) fn mp3_with_picture(bytes: u64) -> Content {
    let picture = [b"\0image/png\0\x03\0".as_slice(), &vec![0x55; 5 * MB]].concat();
    let frame = [b"APIC".as_slice(), &(picture.len() as u32).to_be_bytes(), &[0, 0], &picture].concat();
    // Seven bits of each byte count.
    let size: Vec<u8> = [21, 14, 7, 0].iter().map(|shift| (frame.len() >> shift) as u8 & 0x7f).collect();
    let tag = [b"ID3\x03\0\0".as_slice(), &size, &frame].concat();
    repeated(tag, audio("cbr-44k-no-xing.mp3"), bytes)
}

/// A FLAC file with a picture of 5 MB between its stream's description and its music, and more music than is described.
pub(crate) fn flac_with_picture(bytes: u64) -> Content {
    let file = audio("exactly-10s-44k.flac");
    let mime = b"image/png";
    let mut picture = [&[0, 0, 0, 3], &(mime.len() as u32).to_be_bytes(), mime.as_slice(), &[0; 20]].concat();
    picture.extend((5 * MB as u32).to_be_bytes());
    picture.resize(picture.len() + 5 * MB, 0x55);
    // The first block's length stands behind its type; that of the picture is 6, and not the last one's.
    let described = 8 + u32::from_be_bytes([0, file[5], file[6], file[7]]) as usize;
    assert!(file[4] & 0x80 == 0, "other blocks follow");
    let block = [&[6], &(picture.len() as u32).to_be_bytes()[1..], &picture].concat();
    let head = [&file[..described], &block, &file[described..]].concat();
    repeated(head, file[described..].to_vec(), bytes)
}

/// An M4A file whose index stands behind a `mdat` of more than 300 MB.
pub(crate) fn m4a_index_last() -> Content {
    let file = audio("itunsmpb-44k.m4a");
    let boxes = boxes(&file);
    let (_, mdat) = boxes.iter().find(|(name, _)| name == b"mdat").expect("audio");
    let (_, moov) = boxes.iter().find(|(name, _)| name == b"moov").expect("an index");
    assert!(moov.start >= mdat.end, "the index stands last");
    let padding = 300 * MB as u64;
    let mut head = file[..mdat.end].to_vec();
    head[mdat.start..mdat.start + 4].copy_from_slice(&((mdat.len() as u64 + padding) as u32).to_be_bytes());
    let (tail, end) = (file[mdat.end..].to_vec(), head.len() as u64 + padding);
    let bytes = end + tail.len() as u64;
    let part = move |range: Range<u64>| {
        let byte = |at: u64| head.get(at as usize).or_else(|| at.checked_sub(end).and_then(|at| tail.get(at as usize))).copied();
        range.map(|at| byte(at).unwrap_or(0)).collect()
    };
    Content { bytes, part: Arc::new(part) }
}

/// The boxes on the top level of an MP4 file.
fn boxes(file: &[u8]) -> Vec<([u8; 4], Range<usize>)> {
    let mut boxes = Vec::new();
    let mut at = 0;
    while let Some([a, b, c, d, name @ ..]) = file.get(at..at + 8) {
        let size = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        boxes.push((name.try_into().unwrap(), at..at + size));
        at += size;
    }
    boxes
}

/// Loud enough to be judged, and the same every time.
fn noise() -> Vec<u8> {
    let mut state = 0x2545_f491_u32;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 18) as u16
    };
    // A length that neither channels nor seconds divide.
    (0..44_111).flat_map(|_| next().to_ne_bytes()).collect()
}
