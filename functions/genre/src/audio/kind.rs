//! What a file says of itself in its first bytes, so that a refusal can be precise: foreign, damaged, or no audio at all.

use std::io::{self, Read, Seek, SeekFrom};

use super::source::Source;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A container that we read, by name.
    Ours(&'static str),
    /// A container or codec that we know of but do not read, by name.
    Foreign(&'static str),
    /// Nothing that we know: MP3 and raw AAC, which may begin with anything, or no audio.
    Unknown,
}

/// Looks at the first bytes and leaves the source at its beginning.
///
/// # Errors
/// Only when the source itself fails.
pub(super) fn of(source: &mut Source) -> io::Result<Kind> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(12);
    source.by_ref().take(12).read_to_end(&mut head)?;
    source.seek(SeekFrom::Start(0))?;
    Ok(named(&head))
}

/// Tells whether an IFF file is shorter than its outermost chunk claims, and leaves the source at its beginning.
///
/// # Errors
/// Only when the source itself fails, or ends within its first 8 bytes.
pub(super) fn is_cut_off_iff(source: &mut Source) -> io::Result<bool> {
    source.seek(SeekFrom::Start(4))?;
    let mut size = [0; 4];
    source.read_exact(&mut size)?;
    source.seek(SeekFrom::Start(0))?;
    Ok(8 + u64::from(u32::from_be_bytes(size)) > source.len())
}

fn named(head: &[u8]) -> Kind {
    const OURS: [(usize, &[u8], &str); 6] =
        [(8, b"WAVE", "WAV"), (8, b"AIFF", "AIFF"), (8, b"AIFC", "AIFF"), (0, b"fLaC", "FLAC"), (0, b"OggS", "Ogg"), (4, b"ftyp", "MP4")];
    const FOREIGN: [(&[u8], &str); 12] = [
        (b"\x1a\x45\xdf\xa3", "Matroska or WebM"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "Windows Media Audio"),
        (b"RF64", "RF64 (WAV beyond 4 GB)"),
        (b"RIFX", "RIFX (big-endian WAV)"),
        (b"caff", "Apple's CAF"),
        (b"MAC ", "Monkey's Audio"),
        (b"wvpk", "WavPack"),
        (b"MPCK", "Musepack"),
        (b"DSD ", "DSD audio"),
        (b"FRM8", "DSD audio"),
        (b"#!AMR", "AMR speech"),
        (b"MThd", "MIDI, which holds notes and no sound,"),
    ];
    if let Some((_, name)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Kind::Foreign(name);
    }
    let ours = OURS.iter().find(|(at, magic, _)| head.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    ours.map_or(Kind::Unknown, |(_, _, name)| Kind::Ours(name))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Source, of};

    #[test]
    fn the_first_bytes_name_the_container() {
        for (bytes, expected) in [
            (&b"RIFF\x24\0\0\0WAVEfmt "[..], Kind::Ours("WAV")),
            (b"FORM\0\0\0\0AIFC", Kind::Ours("AIFF")),
            (b"\0\0\0\x20ftypM4A ", Kind::Ours("MP4")),
            (b"\x1a\x45\xdf\xa3\x01\0\0\0", Kind::Foreign("Matroska or WebM")),
            (b"RF64\xff\xff\xff\xffWAVE", Kind::Foreign("RF64 (WAV beyond 4 GB)")),
            (b"ID3\x04\0\0\0\0\0\0", Kind::Unknown),
            (b"\xff\xfb\x90\x64", Kind::Unknown),
            (b"RIFF", Kind::Unknown),
            (b"", Kind::Unknown),
        ] {
            assert_eq!(of(&mut Source::bytes(bytes)).expect("memory never fails"), expected);
        }
    }
}
