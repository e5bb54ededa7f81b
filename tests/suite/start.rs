//! A start in the middle must sound as if everything before it had been decoded and thrown away, in every format, near and far.

use genre::Source;
use genre::audio::{self, Extent};

use crate::containers::{Wav, flac, glide, m4a_repeated, mp3_frames, ogg_repeated};
use crate::hostile_watch::classifier;
use crate::support::data;

/// dB per unit of normalised pixel.
const STD_DB: f32 = 0.229;
/// Largest difference of any pixel, dB.
const TOLERANCE_DB: f32 = 1e-3;

/// Mono samples at the file's own rate: from `start_s` on, or all of them.
fn samples(bytes: &[u8], rate: u32, start_s: f64) -> Vec<f32> {
    let loaded = audio::load(Source::bytes(bytes), Extent { start_s, seconds: None }, rate).unwrap();
    assert_eq!(loaded.source_rate_hz, rate, "the test must not resample");
    loaded.samples
}

fn pixels(bytes: Vec<u8>, start_s: f64) -> Vec<f32> {
    let options = genre::Options { start_s, raw: false };
    classifier().prepare(Source::bytes(bytes), &options, &mut |_| ()).unwrap().view.pixels
}

/// Starting at `start_s` gives the pixels of the same audio cut at `int(start_s · rate)`.
#[track_caller]
fn check(name: &str, bytes: &[u8], rate: u32, starts_s: &[f64]) {
    check_within(TOLERANCE_DB, name, bytes, rate, starts_s);
}

#[track_caller]
fn check_within(tolerance_db: f32, name: &str, bytes: &[u8], rate: u32, starts_s: &[f64]) {
    let all = samples(bytes, rate, 0.0);
    for &start_s in starts_s {
        let cut = &all[(start_s * f64::from(rate)) as usize..];
        let expected = pixels(Wav::float(cut, rate).bytes(), 0.0);
        let found = pixels(bytes.to_vec(), start_s);
        let delta: Vec<f32> = expected.iter().zip(&found).map(|(a, b)| (a - b).abs() * STD_DB).collect();
        // AAC's noise substitution draws random numbers, so that single pixels of noise differ; then the mean is what must be small.
        let worst = if tolerance_db > TOLERANCE_DB {
            delta.iter().sum::<f32>() / delta.len() as f32
        } else {
            delta.iter().copied().fold(0.0, f32::max)
        };
        let late = samples(bytes, rate, start_s);
        assert!(worst <= tolerance_db, "{name} from {start_s} s: {worst} dB off, best matched {} frames away", distance(&all, &late, cut));
        assert_eq!(late.len(), cut.len(), "{name} from {start_s} s: the rest has another length");
    }
}

/// By how many frames `late` misses `cut`, the rest of `all`: where there is a difference, that is what one needs to know.
fn distance(all: &[f32], late: &[f32], cut: &[f32]) -> i64 {
    let near = late.len().min(4096);
    let difference = |shift: &i64| {
        let from = (all.len() - cut.len()) as i64 + shift;
        let Some(other) = usize::try_from(from).ok().and_then(|from| all.get(from..from + near)) else { return u64::MAX };
        (other.iter().zip(late).map(|(a, b)| f64::from((a - b).abs())).sum::<f64>() * 1e6) as u64
    };
    (-3_000..3_000).min_by_key(difference).unwrap()
}

/// Near starts are reached by decoding.
#[test]
fn near_starts_equal_cutting() {
    for (file, rate) in [
        ("stereo-44k.wav", 44_100),
        ("mono-16k.wav", 16_000),
        ("unsigned-8k-8bit.wav", 8_000),
        ("exactly-10s-44k.flac", 44_100),
        ("vbr-48k.mp3", 48_000),
        ("cbr-44k-no-xing.mp3", 44_100),
        ("vorbis-32k.ogg", 32_000),
        ("faststart-48k.m4a", 48_000),
        ("edit-list-44k.m4a", 44_100),
        ("itunsmpb-44k.m4a", 44_100),
    ] {
        check(file, &std::fs::read(data("audio").join(file)).unwrap(), rate, &[5.0]);
    }
    check("looped-big-endian-44k.aiff", &std::fs::read(data("audio/looped-big-endian-44k.aiff")).unwrap(), 44_100, &[1.5]);
}

const FAR: [f64; 4] = [20.5, 25.0, 26.123_456, 31.0];

#[test]
fn far_starts_in_wav_equal_cutting() {
    check("long.wav", &Wav::pcm(&glide(44_100 * 35, 44_100), 44_100).bytes(), 44_100, &FAR);
}

#[test]
fn far_starts_in_flac_equal_cutting() {
    check("long.flac", &flac(&glide(44_100 * 35, 44_100), 44_100), 44_100, &FAR);
}

#[test]
fn far_starts_in_mp3_equal_cutting() {
    for (file, rate) in [("cbr-44k-no-xing.mp3", 44_100), ("vbr-48k.mp3", 48_000)] {
        let bytes = std::fs::read(data("audio").join(file)).unwrap();
        check(file, &mp3_frames(&bytes).concat().repeat(3), rate, &FAR);
    }
}

#[test]
fn far_starts_in_ogg_equal_cutting() {
    let bytes = std::fs::read(data("audio/vorbis-32k.ogg")).unwrap();
    check("long.ogg", &ogg_repeated(&bytes, 3), 32_000, &FAR);
}

#[test]
fn far_starts_in_m4a_equal_cutting() {
    let bytes = std::fs::read(data("audio/faststart-48k.m4a")).unwrap();
    check_within(0.02, "long.m4a", &m4a_repeated(&bytes, 3, 48_000, 1024), 48_000, &FAR);
}
