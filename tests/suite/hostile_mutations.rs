//! Thousands of small damages, the same ones every time: whatever they come to, it is typed, quick and small.
//!
//! `ACOUSTICSENSE_MUTATIONS` raises their number for the long checks.

use std::sync::Arc;
use std::time::{Duration, Instant};

use genre::audio::{self, Extent};
use genre::{Error, Source};

use crate::containers::{Wav, flac, glide};
use crate::counting::peak_of;
use crate::hostile::fixtures;
use crate::hostile_watch::{MOST_AT_ODD_RATES, MOST_MEMORY, check_message};

/// Mutations in a normal run of the tests.
const MUTATIONS: u64 = 3_000;
/// Longest that one may take.
const LONGEST: Duration = Duration::from_secs(5);

/// Marsaglia's xorshift64: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// Short files of every kind: damage is found in headers and frames, not in length.
fn small_files() -> Vec<Vec<u8>> {
    let mut files: Vec<Vec<u8>> = Vec::new();
    for (name, mut bytes) in fixtures("audio") {
        // An MP4 whose index stands at the end would lose it.
        if !name.ends_with(".m4a") || name.starts_with("faststart") {
            bytes.truncate(20_000);
        }
        files.push(bytes);
    }
    files.extend(fixtures("hostile").into_iter().map(|(_, bytes)| bytes));
    files.push(Wav::float(&glide(2_000, 8_000), 8_000).bytes());
    files.push(flac(&glide(9_000, 44_100), 44_100));
    files
}

fn mutate(bytes: &mut Vec<u8>, others: &[Vec<u8>], random: &mut Random) {
    for _ in 0..1 + random.below(4) {
        // Headers are short and frames are long: half of the damage goes to the first bytes.
        let reach = if random.below(2) == 0 { bytes.len().min(600) } else { bytes.len() };
        let at = random.below(reach);
        let room = bytes.len() - at;
        let Some(byte) = bytes.get_mut(at) else { return };
        match random.below(8) {
            0 => *byte ^= 1 << random.below(8),
            1 => *byte = [0, 0xff, 0x7f, 0x80, 1][random.below(5)],
            2 => *byte = random.next() as u8,
            3 => {
                let word = [0, u32::MAX, 0x7fff_ffff, 0x8000_0000, 1, 0x0001_0000][random.below(6)];
                bytes[at..at + room.min(4)].copy_from_slice(&word.to_be_bytes()[..room.min(4)]);
            }
            4 => drop(bytes.drain(at..at + random.below(room.min(64)))),
            5 => {
                let copy = bytes[at..at + random.below(room.min(256))].to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            6 => bytes.truncate(at),
            _ => {
                let other = &others[random.below(others.len())];
                let from = random.below(other.len());
                let take = random.below(room.min(other.len() - from).min(512));
                bytes[at..at + take].copy_from_slice(&other[from..from + take]);
            }
        }
    }
}

#[test]
fn small_damages() {
    let files = small_files();
    let count = std::env::var("ACOUSTICSENSE_MUTATIONS").map_or(MUTATIONS, |count| count.parse().unwrap());
    let mut answers = 0;
    for seed in 1..=count {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut bytes = files[seed as usize % files.len()].clone();
        mutate(&mut bytes, &files, &mut random);
        let start_s = [0.0, 0.0, 0.05, 25.0][random.below(4)];
        let name = format!("mutation {seed} of file {}", seed as usize % files.len());
        let source = Source::bytes(Arc::<[u8]>::from(bytes));
        let begin = Instant::now();
        let (result, peak) = peak_of(|| audio::load(source, Extent { start_s, seconds: Some(10.0) }, 22_050));
        assert!(begin.elapsed() < LONGEST, "{name}: {:?}", begin.elapsed());
        let odd = result.as_ref().is_ok_and(|samples| samples.source_rate_hz % 25 != 0);
        let most = if odd { MOST_AT_ODD_RATES } else { MOST_MEMORY };
        let rate = result.as_ref().map_or(0, |samples| samples.source_rate_hz);
        assert!(peak <= most, "{name}: {} MB were held at {rate} Hz", peak >> 20);
        match result {
            Ok(samples) => {
                answers += 1;
                assert!(samples.samples.iter().all(|sample| sample.is_finite()), "{name}: samples that are not finite");
                assert!(samples.samples.len() <= 220_500, "{name}");
            }
            Err(error) => check_message(&name, &Error::Audio(error)),
        }
    }
    assert!(answers > count / 10, "the damages are too coarse to reach the decoders: {answers} of {count}");
}
