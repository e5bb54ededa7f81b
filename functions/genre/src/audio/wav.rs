//! WAV files whose writer never came back to fill in the sizes: streams, and recorders that lost power. The samples' size is then 0, and
//! the whole file's either 0 too or that of a file without samples.

use std::io::{self, Read, Seek, SeekFrom};

use super::source::Source;

/// Chunks that are walked over in search of the samples: protection against hostile files.
const MAX_CHUNKS: usize = 1_000;

/// Gives the sizes that stand at 0 the length that the file really has, and leaves the source at its beginning.
///
/// # Errors
/// Only when the source itself fails.
pub(super) fn complete_sizes(source: &mut Source) -> io::Result<()> {
    let end = source.len();
    let mut position = 12;
    let whole = size_at(source, 4)?.unwrap_or(0);
    let mut unfinished = whole == 0;
    for _ in 0..MAX_CHUNKS {
        let mut id = [0; 4];
        source.seek(SeekFrom::Start(position))?;
        if source.read_exact(&mut id).is_err() {
            break;
        }
        let Some(size) = size_at(source, position + 4)? else { break };
        if &id == b"data" {
            // An honest file without samples ends here, or says that more chunks follow.
            if size == 0 && position + 8 < end && u64::from(whole) + 8 <= position + 8 {
                source.overlay(position + 4, length(end - position - 8));
                unfinished = true;
            }
            break;
        }
        // Chunks are padded to an even length.
        position += 8 + u64::from(size) + u64::from(size % 2);
    }
    if unfinished {
        source.overlay(4, length(end - 8));
    }
    source.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// A little-endian size; `None` behind the end.
fn size_at(source: &mut Source, position: u64) -> io::Result<Option<u32>> {
    if position + 4 > source.len() {
        return Ok(None);
    }
    let mut bytes = [0; 4];
    source.seek(SeekFrom::Start(position))?;
    source.read_exact(&mut bytes)?;
    Ok(Some(u32::from_le_bytes(bytes)))
}

fn length(bytes: u64) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Source, complete_sizes};

    #[track_caller]
    fn check(riff: u32, data: u32, expected: (u32, u32)) {
        let samples = [1_u8; 10];
        let head = [b"RIFF".as_slice(), &riff.to_le_bytes(), b"WAVE", b"junk\x03\0\0\0abc\0", b"data", &data.to_le_bytes()].concat();
        let mut source = Source::bytes([head.as_slice(), &samples].concat());
        complete_sizes(&mut source).expect("memory never fails");
        let mut bytes = Vec::new();
        // In odd pieces, so that a size is read in parts too.
        while source.by_ref().take(5).read_to_end(&mut bytes).expect("memory never fails") > 0 {}
        let word = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        assert_eq!((word(4), word(28)), expected);
        assert_eq!(bytes[32..], samples);
    }

    #[test]
    fn only_sizes_of_zero_are_completed() {
        check(0, 0, (34, 10));
        check(0, 10, (34, 10));
        check(24, 0, (34, 10));
        check(34, 10, (34, 10));
        // No samples, but other chunks behind them.
        check(34, 0, (34, 0));
        check(u32::MAX, u32::MAX, (u32::MAX, u32::MAX));
    }
}
