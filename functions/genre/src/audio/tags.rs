//! Pictures and other tags around the music. Nothing of them is wanted, but symphonia reads them through, and from a source behind a network
//! that costs what the picture weighs. Their places are read as zeros instead, as padding.
//!
//! Sources: ID3v2.4.0, section 3.1 (header), the same in 2.2 and 2.3; APEv2 (header and footer); RFC 9639, section 8 (metadata blocks).

use std::io::{self, Read, Seek, SeekFrom};

use super::source::Source;

/// Tags in a row that are read over: protection against hostile files.
const MAX_TAGS: usize = 8;
/// Blocks of a FLAC file's metadata that are walked over: protection against hostile files.
const MAX_BLOCKS: usize = 256;
/// Header of an ID3v2 tag, and its footer.
const ID3_HEADER: u64 = 10;
/// What stays of an ID3v2 header's flags: there is a footer. The others change how the frames are read, and there will be none.
const ID3_FOOTER: u8 = 0x10;
const APE_FOOTER: u64 = 32;
const ID3V1_TAG: u64 = 128;
const FLAC_PADDING: u8 = 1;
const FLAC_PICTURE: u8 = 6;
const FLAC_LAST: u8 = 0x80;

/// Has `source` read zeros where tags are, and leaves it at its beginning.
///
/// # Errors
/// Only when the source itself fails.
pub(super) fn read_over(source: &mut Source) -> io::Result<()> {
    let music = after_id3(source)?;
    if bytes_at::<4>(source, music)? == Some(*b"fLaC") {
        flac_pictures(source, music + 4)?;
    } else if music > 0 || is_mpeg(source)? {
        ape_items(source)?;
    }
    source.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// Where the tags in front end.
fn after_id3(source: &mut Source) -> io::Result<u64> {
    let mut begin = 0;
    for _ in 0..MAX_TAGS {
        let Some([b'I', b'D', b'3', version @ 2..=4, revision, flags, size @ ..]) = bytes_at::<10>(source, begin)? else { break };
        if size.iter().any(|byte| byte & 0x80 != 0) {
            break;
        }
        // Seven bits of each byte count.
        let bytes = size.iter().fold(0, |sum, byte| sum << 7 | u64::from(*byte));
        let body = begin + ID3_HEADER;
        if body + bytes >= source.len() {
            break;
        }
        source.overlay(begin + 3, [version, revision, flags & ID3_FOOTER, size[0]]);
        source.blank(body..body + bytes);
        begin = body + bytes + if flags & ID3_FOOTER == 0 { 0 } else { ID3_HEADER };
    }
    Ok(begin)
}

fn flac_pictures(source: &mut Source, mut begin: u64) -> io::Result<()> {
    for _ in 0..MAX_BLOCKS {
        let Some([kind, high, middle, low]) = bytes_at::<4>(source, begin)? else { break };
        let body = begin + 4;
        let end = body + u64::from(u32::from_be_bytes([0, high, middle, low]));
        if kind & !FLAC_LAST == FLAC_PICTURE && end < source.len() {
            source.overlay(begin, [kind & FLAC_LAST | FLAC_PADDING, high, middle, low]);
            source.blank(body..end);
        }
        if kind & FLAC_LAST != 0 {
            break;
        }
        begin = end;
    }
    Ok(())
}

/// Whether the file begins with a frame of MPEG audio, or raw AAC.
fn is_mpeg(source: &mut Source) -> io::Result<bool> {
    Ok(bytes_at::<2>(source, 0)?.is_some_and(|[first, second]| first == 0xff && second & 0xe0 == 0xe0))
}

/// An APE tag stands at the end, or in front of an ID3v1 tag there.
fn ape_items(source: &mut Source) -> io::Result<()> {
    for behind in [0, ID3V1_TAG] {
        let Some(footer) = source.len().checked_sub(behind + APE_FOOTER) else { break };
        let Some([b'A', b'P', b'E', b'T', b'A', b'G', b'E', b'X', _, _, _, _, a, b, c, d]) = bytes_at::<16>(source, footer)? else {
            continue;
        };
        // The footer counts, a header does not.
        let items = u64::from(u32::from_le_bytes([a, b, c, d])).saturating_sub(APE_FOOTER);
        if let Some(begin) = footer.checked_sub(items) {
            source.blank(begin..footer);
        }
    }
    Ok(())
}

/// The bytes at a position; `None` where there are not as many.
fn bytes_at<const N: usize>(source: &mut Source, position: u64) -> io::Result<Option<[u8; N]>> {
    if position.saturating_add(N as u64) > source.len() {
        return Ok(None);
    }
    let mut bytes = [0; N];
    source.seek(SeekFrom::Start(position))?;
    source.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Source, read_over};

    /// What is read of `bytes` afterwards, in odd pieces.
    fn read(bytes: &[u8]) -> Vec<u8> {
        let mut source = Source::bytes(bytes);
        read_over(&mut source).expect("memory never fails");
        let mut read = Vec::new();
        while source.by_ref().take(7).read_to_end(&mut read).expect("memory never fails") > 0 {}
        read
    }

    #[test]
    fn tags_are_read_as_padding() {
        let id3 = |flags: u8| [b"ID3\x04\0".as_slice(), &[flags, 0, 0, 1, 2], &[7; 130]].concat();
        let blank_id3 = |flags: u8| [b"ID3\x04\0".as_slice(), &[flags, 0, 0, 1, 2], &[0; 130]].concat();
        let footer = b"3DI\x04\0\x10\0\0\x01\x02";
        let music = b"\xff\xfbmusic, more than thirty-two bytes of it";
        let ape = |items: &[u8]| [items, b"APETAGEX\xd0\x07\0\0", &(items.len() as u32 + 32).to_le_bytes(), &[1; 16]].concat();
        let id3v1 = [b"TAG".as_slice(), &[9; 125]].concat();
        let flac =
            |kind: u8, picture: u8| [b"fLaC\0\0\0\x03abc".as_slice(), &[kind, 0, 0, 5], &[picture; 5], b"\x84\0\0\x02xyframes"].concat();
        for (bytes, expected) in [
            ([id3(0xe0), music.to_vec()].concat(), [blank_id3(0), music.to_vec()].concat()),
            (
                [id3(0x10), footer.to_vec(), id3(0), music.to_vec()].concat(),
                [blank_id3(0x10), footer.to_vec(), blank_id3(0), music.to_vec()].concat(),
            ),
            ([music.to_vec(), ape(&[8; 50])].concat(), [music.to_vec(), ape(&[0; 50])].concat()),
            ([music.to_vec(), ape(&[8; 50]), id3v1.clone()].concat(), [music.to_vec(), ape(&[0; 50]), id3v1].concat()),
            (flac(6, 8), flac(1, 0)),
            ([id3(0), flac(6, 8)].concat(), [blank_id3(0), flac(1, 0)].concat()),
        ] {
            assert_eq!(read(&bytes), expected);
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_alone() {
        let tag = [b"ID3\x03\0\0\0\0\0\x20".as_slice(), &[7; 32]].concat();
        let bad_size = [b"ID3\x03\0\0\0\0\x80\0".as_slice(), &[7; 64]].concat();
        let lying_ape = [b"\xff\xfb".as_slice(), b"APETAGEX\xd0\x07\0\0\xff\xff\xff\xff", &[1; 16]].concat();
        // A tag without music behind it, of an unknown version, of an impossible size; a footer that claims more than there is; a block
        // that goes on behind the end.
        for bytes in [
            tag.as_slice(),
            &[b"ID3\x05".as_slice(), &tag[4..], &[1; 9]].concat(),
            &bad_size,
            &lying_ape,
            b"fLaC\x06\0\xff\xffpicture",
            b"fLaC",
            b"",
        ] {
            assert_eq!(read(bytes), bytes);
        }
    }
}
