//! What symphonia reads over in an MP4 file: how many priming samples an AAC encoder put in front.
//!
//! Sources: ISO/IEC 14496-12 (boxes, 8.6.6 "Edit List Box"); Apple's `iTunSMPB` tag: hexadecimal words `0 priming padding length`.
//! ffmpeg applies the edit list first and falls back to the tag, and so do we.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use super::source::Source;

/// Largest `moov` that is looked into; real ones hold a few hundred kB per hour.
const MAX_MOOV_BYTES: u64 = 64 * 1024 * 1024;
/// A larger `moov` may owe its size to pictures, of which nothing is wanted.
const LARGE_MOOV_BYTES: u64 = 256 * 1024;
/// Boxes on one level of a `moov` that are walked over: protection against hostile files.
const MAX_CHILDREN: usize = 1_000;
/// Boxes on the top level that are walked over before giving up: protection against hostile files.
const MAX_TOP_LEVEL_BOXES: usize = 10_000;

/// Timing facts of the first audio track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Timing {
    /// Start of the media in the edit list, in ticks of the track, and the ticks per second.
    edit: Option<(u64, u32)>,
    /// Priming samples of the `iTunSMPB` tag.
    smpb: Option<u64>,
    /// Where the audio data would end if the file were complete.
    data_end: u64,
}

impl Timing {
    /// Where the audio data would end if the file were complete, bytes. symphonia reads nothing at all of a file that is shorter.
    pub(super) fn data_end(self) -> u64 {
        self.data_end
    }

    /// Frames to drop from the front at `rate` Hz.
    pub(super) fn priming_frames(self, rate: u32) -> u64 {
        // A second is far beyond any encoder's delay: an edit that long cuts the recording itself, which the decoder must not hide.
        let sane = |frames: u64| if frames <= u64::from(rate) { frames } else { 0 };
        match (self.edit, self.smpb) {
            (Some((ticks, timescale)), _) if ticks > 0 && timescale > 0 => {
                sane((u128::from(ticks) * u128::from(rate) / u128::from(timescale)).min(u128::from(u64::MAX)) as u64)
            }
            (_, Some(samples)) => sane(samples),
            _ => 0,
        }
    }
}

/// Reads the timing of an MP4 file; `None` for any other kind of file.
///
/// # Errors
/// Only when the source itself fails. A malformed `moov` yields what could be understood of it; the demuxer will complain of the rest.
pub(super) fn read_timing(source: &mut Source) -> io::Result<Option<Timing>> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = [0; 12];
    if read_fully(source, &mut head)? < 12 || &head[4..8] != b"ftyp" {
        return Ok(None);
    }
    let end = source.len();
    let mut position = 0;
    let mut timing = Timing::default();
    let mut found = false;
    for _ in 0..MAX_TOP_LEVEL_BOXES {
        if end.saturating_sub(position) < 8 {
            break;
        }
        source.seek(SeekFrom::Start(position))?;
        let mut header = [0; 16];
        let got = read_fully(source, &mut header)?;
        let Some((header_bytes, size)) = box_size(&header[..got], end - position) else { break };
        match &header[4..8] {
            b"moov" => {
                let body = size.min(end - position).saturating_sub(header_bytes);
                if body > MAX_MOOV_BYTES {
                    break;
                }
                if body > LARGE_MOOV_BYTES {
                    blank_pictures(source, position + header_bytes..position + header_bytes + body)?;
                }
                source.seek(SeekFrom::Start(position + header_bytes))?;
                let mut moov = Vec::new();
                source.by_ref().take(body).read_to_end(&mut moov)?;
                timing = Timing { data_end: timing.data_end, ..timing_of(&moov) };
                found = true;
            }
            b"mdat" => timing.data_end = position.saturating_add(size),
            _ => {}
        }
        // Fragmented files go on with thousands of boxes; these two tell all that there is to know.
        if found && timing.data_end > 0 {
            break;
        }
        position = position.saturating_add(size);
    }
    Ok(Some(timing))
}

/// Has the pictures among iTunes' tags in the `moov` at `body` read as zeros, behind their headers.
fn blank_pictures(source: &mut Source, body: Range<u64>) -> io::Result<()> {
    let mut at = body;
    for (name, skipped) in [(b"udta", 0), (b"meta", 4), (b"ilst", 0), (b"covr", 0)] {
        let Some(found) = boxes_at(source, &at)?.into_iter().find(|(kind, _)| kind == name) else { return Ok(()) };
        at = found.1.start + skipped..found.1.end;
    }
    for (_, picture) in boxes_at(source, &at)?.iter().filter(|(kind, _)| kind == b"data") {
        // Type and language stay.
        source.blank((picture.start + 8).min(picture.end)..picture.end);
    }
    Ok(())
}

/// The boxes that stand one after the other at `place`: type and body.
fn boxes_at(source: &mut Source, place: &Range<u64>) -> io::Result<Vec<([u8; 4], Range<u64>)>> {
    let mut boxes = Vec::new();
    let mut position = place.start;
    while position + 8 <= place.end && boxes.len() < MAX_CHILDREN {
        source.seek(SeekFrom::Start(position))?;
        let mut header = [0; 16];
        let got = read_fully(source, &mut header)?;
        let room = place.end - position;
        let Some((header_bytes, size)) = box_size(&header[..got], room).filter(|&(_, size)| size <= room) else { break };
        let [_, _, _, _, kind @ .., _, _, _, _, _, _, _, _] = header;
        boxes.push((kind, position + header_bytes..position + size));
        position += size;
    }
    Ok(boxes)
}

fn read_fully(source: &mut Source, buffer: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while got < buffer.len() {
        match source.read(&mut buffer[got..])? {
            0 => break,
            read => got += read,
        }
    }
    Ok(got)
}

/// Bytes of the header and of the whole box that begins with `bytes`, as the box says; without its word, the `room` that is left.
fn box_size(bytes: &[u8], room: u64) -> Option<(u64, u64)> {
    let short = u64::from(be32(bytes, 0)?);
    let (header, size) = match short {
        0 => (8, room),
        1 => (16, be64(bytes, 8)?),
        size => (8, size),
    };
    (size >= header).then_some((header, size))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

/// The child boxes of `bytes`: type and body.
fn children(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (header, size) = box_size(bytes, bytes.len() as u64)?;
        let (this, rest) = bytes.split_at_checked(size.min(bytes.len() as u64) as usize)?;
        bytes = rest;
        Some((this.get(4..8)?, this.get(header as usize..)?))
    })
}

fn child<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    children(bytes).find(|(name, _)| name == kind).map(|(_, body)| body)
}

fn timing_of(moov: &[u8]) -> Timing {
    let tracks = children(moov).filter(|(name, _)| name == b"trak").map(|(_, body)| body);
    let edit = tracks.into_iter().find_map(|track| {
        let media = child(track, b"mdia")?;
        let handler = child(media, b"hdlr")?;
        (handler.get(8..12)? == b"soun").then(|| edit_of(track, media))
    });
    let list = child(moov, b"udta").and_then(|user| child(user, b"meta")).and_then(|meta| child(meta.get(4..)?, b"ilst"));
    Timing { edit: edit.flatten(), smpb: list.and_then(smpb_priming), data_end: 0 }
}

/// Media time of the first edit that is not empty, and the track's ticks per second.
fn edit_of(track: &[u8], media: &[u8]) -> Option<(u64, u32)> {
    let header = child(media, b"mdhd")?;
    let timescale = if *header.first()? == 1 { be32(header, 20)? } else { be32(header, 12)? };
    let list = child(child(track, b"edts")?, b"elst")?;
    let version = *list.first()?;
    let count = be32(list, 4)?;
    let (entry_bytes, time_at) = if version == 1 { (20, 8) } else { (12, 4) };
    (0..count as usize).map_while(|index| list.get(8 + index * entry_bytes..)).find_map(|entry| {
        let time = if version == 1 { be64(entry, time_at)? as i64 } else { i64::from(be32(entry, time_at)? as i32) };
        u64::try_from(time).ok().map(|time| (time, timescale))
    })
}

fn smpb_priming(list: &[u8]) -> Option<u64> {
    children(list).filter(|(name, _)| name == b"----").find_map(|(_, item)| {
        let name = child(item, b"name")?.get(4..)?;
        let text = child(item, b"data")?.get(8..)?;
        if name != b"iTunSMPB" {
            return None;
        }
        u64::from_str_radix(std::str::from_utf8(text).ok()?.split_ascii_whitespace().nth(1)?, 16).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::{Source, Timing, read_timing};

    fn atom(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(8 + body.len() as u32).to_be_bytes(), kind.as_slice(), body].concat()
    }

    fn file(edit: Option<i32>, smpb: Option<&str>) -> Vec<u8> {
        let mut mdhd = vec![0; 24];
        mdhd[12..16].copy_from_slice(&48_000_u32.to_be_bytes());
        let hdlr = [&[0; 8], b"soun".as_slice(), &[0; 12]].concat();
        let mdia = atom(b"mdia", &[atom(b"mdhd", &mdhd), atom(b"hdlr", &hdlr)].concat());
        let edts = edit.map(|time| {
            let empty = [7_u32.to_be_bytes(), (-1_i32).to_be_bytes(), 65_536_u32.to_be_bytes()].concat();
            let real = [9_u32.to_be_bytes(), time.to_be_bytes(), 65_536_u32.to_be_bytes()].concat();
            atom(b"edts", &atom(b"elst", &[&[0; 4], 2_u32.to_be_bytes().as_slice(), &empty, &real].concat()))
        });
        let trak = atom(b"trak", &[edts.unwrap_or_default(), mdia].concat());
        let udta = smpb.map(|words| {
            let name = atom(b"name", &[&[0; 4], b"iTunSMPB".as_slice()].concat());
            let data = atom(b"data", &[&[0; 8], words.as_bytes()].concat());
            let ilst = atom(b"ilst", &atom(b"----", &[name, data].concat()));
            atom(b"udta", &atom(b"meta", &[vec![0; 4], ilst].concat()))
        });
        let moov = atom(b"moov", &[trak, udta.unwrap_or_default()].concat());
        [atom(b"ftyp", b"M4A \0\0\0\0"), atom(b"mdat", &[1; 100]), moov].concat()
    }

    #[track_caller]
    fn check(bytes: Vec<u8>, rate: u32, expected: u64) {
        let timing = read_timing(&mut Source::bytes(bytes)).expect("memory never fails").expect("it begins with ftyp");
        assert_eq!(timing.priming_frames(rate), expected);
        assert_eq!(timing.data_end(), 16 + 108, "ftyp and mdat");
    }

    #[test]
    fn reads_priming_from_edit_list_or_tag() {
        let tag = " 00000000 00000840 000001C0 00000000003F8A00";
        check(file(Some(1024), None), 48_000, 1024);
        check(file(Some(1024), Some(tag)), 48_000, 1024);
        check(file(None, Some(tag)), 44_100, 2112);
        check(file(None, None), 44_100, 0);
        // A timescale of 48,000 ticks over audio at 24 kHz.
        check(file(Some(1024), None), 24_000, 512);
        // An edit of many seconds cuts the music, it is no priming.
        check(file(Some(i32::MAX), None), 48_000, 0);
    }

    #[test]
    fn pictures_in_a_large_index_are_read_over() {
        let picture = |content: u8| {
            let data = atom(b"data", &[&[0, 0, 0, 13, 0, 0, 0, 0], vec![content; 300_000].as_slice()].concat());
            let ilst = atom(b"ilst", &[atom(b"\xa9nam", b"12345678"), atom(b"covr", &data)].concat());
            let udta = atom(b"udta", &atom(b"meta", &[vec![0; 4], ilst].concat()));
            let moov = atom(b"moov", &[atom(b"mvhd", &[5; 100]), udta, atom(b"free", b"end")].concat());
            [atom(b"ftyp", b"M4A \0\0\0\0"), atom(b"mdat", &[1; 100]), moov].concat()
        };
        let mut source = Source::bytes(picture(7));
        read_timing(&mut source).expect("memory never fails").expect("it begins with ftyp");
        std::io::Seek::rewind(&mut source).expect("memory never fails");
        let mut read = Vec::new();
        std::io::Read::read_to_end(&mut source, &mut read).expect("memory never fails");
        assert!(read == picture(0));
    }

    #[test]
    fn every_truncation_is_survived() {
        let whole = file(Some(1024), Some(" 00000000 00000840"));
        for length in 0..whole.len() {
            read_timing(&mut Source::bytes(whole[..length].to_vec())).expect("memory never fails");
        }
        let mut lying = whole.clone();
        lying[0..4].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(read_timing(&mut Source::bytes(lying)).expect("memory never fails"), Some(Timing::default()));
        assert_eq!(read_timing(&mut Source::bytes(*b"RIFF1234WAVE")).expect("memory never fails"), None);
    }
}
