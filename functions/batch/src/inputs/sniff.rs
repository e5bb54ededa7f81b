//! Is this file of a folder meant to be audio?
//!
//! Folders of music hold covers, booklets and playlists. Judging each of them would fill the ledger with files that nobody takes for
//! audio, or worse, find MP3 frames in a picture. A damaged recording, on the other hand, must not be passed over in silence: so whatever
//! begins like audio *or* is named like it is judged, and all else is skipped. Files that are named on the command line are always judged.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Endings under which people keep audio, decodable here or not: a file that cannot be read belongs into the ledger by its name.
const AUDIO_ENDINGS: [&str; 22] = [
    "aac", "aif", "aifc", "aiff", "alac", "ape", "caf", "flac", "m4a", "m4b", "mka", "mp2", "mp3", "oga", "ogg", "opus", "rf64", "spx",
    "w64", "wav", "wma", "wv",
];
/// Brands of ISO media files that are pictures.
const PICTURE_BRANDS: [&[u8; 4]; 8] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"avis"];

/// True when the file at `path` begins like audio or is named like it, or cannot be looked into.
pub(crate) fn is_audio(path: &Path) -> bool {
    named_like_audio(path) || first_bytes(path).is_none_or(|bytes| begins_like_audio(&bytes))
}

/// True when the name ends like an audio file's.
pub(crate) fn named_like_audio(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    AUDIO_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn first_bytes(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(12);
    File::open(path).ok()?.take(12).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// True when these first bytes of a file are those of audio.
pub(super) fn begins_like_audio(bytes: &[u8]) -> bool {
    let at = |from: usize, word: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(word));
    let riff = (at(0, b"RIFF") || at(0, b"RIFX") || at(0, b"RF64")) && at(8, b"WAVE");
    let aiff = at(0, b"FORM") && (at(8, b"AIFF") || at(8, b"AIFC"));
    let iso = at(4, b"ftyp") && !PICTURE_BRANDS.iter().any(|brand| at(8, *brand));
    riff || aiff || iso || [b"fLaC", b"OggS", b"caff"].iter().any(|word| at(0, *word)) || at(0, b"ID3") || mpeg_frame(bytes)
}

/// An MPEG audio frame of layer 3, or of AAC in ADTS.
///
/// The header's fields (ISO/IEC 11172-3, 2.4.2.3; ISO/IEC 13818-7, 6.2) may not hold their reserved values: two bytes of sync alone are
/// found in text (a UTF-16 byte order mark) and in pictures.
fn mpeg_frame(bytes: &[u8]) -> bool {
    let &[0xff, second, third, ..] = bytes else { return false };
    let layer_3 = second & 0xe6 == 0xe2 && second & 0x18 != 0x08 && third >> 4 != 0xf && third & 0x0c != 0x0c;
    let adts = second & 0xf6 == 0xf0 && (third >> 2) & 0xf < 13;
    layer_3 || adts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{begins_like_audio, named_like_audio};

    #[test]
    fn content_decides() {
        let audio: [&[u8]; 9] = [
            b"RIFF\0\0\0\0WAVEfmt ",
            b"RF64\xff\xff\xff\xffWAVE",
            b"FORM\0\0\0\0AIFCCOMM",
            b"fLaC\0\0\0\x22",
            b"OggS\0\x02",
            b"\0\0\0\x1cftypM4A \0\0",
            b"ID3\x04\0\0\0\0",
            b"\xff\xfb\x90\x64\0\0",
            b"\xff\xf1\x50\x80\x02",
        ];
        for bytes in audio {
            assert!(begins_like_audio(bytes), "{bytes:?}");
        }
        let other: [&[u8]; 8] = [
            b"",
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            b"\x89PNG\r\n\x1a\n",
            b"%PDF-1.7",
            b"\xff\xfeh\0e\0l\0l\0",
            b"\0\0\0\x1cftypheic\0\0",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"#EXTM3U\n",
        ];
        for bytes in other {
            assert!(!begins_like_audio(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn names_vouch_for_damaged_files() {
        for name in ["a.mp3", "A.FLAC", "b/c.d.Ogg"] {
            assert!(named_like_audio(Path::new(name)));
        }
        for name in ["cover.jpg", "mp3", ".mp3", "notes.mp3.txt"] {
            assert!(!named_like_audio(Path::new(name)));
        }
    }
}
