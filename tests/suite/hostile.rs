//! Bad input against the core: each file gets a typed error or, where sound can still be heard, an answer.

use std::path::Path;

use genre::{AudioError, Source};

use crate::containers::{Wav, flac, glide, mp4_box, ogg_pages, seal};
use crate::hostile_watch::Expect::{self, Answer, Anything, Kind, Refused, Silent};
use crate::hostile_watch::{MOST_AT_ODD_RATES, check, check_from, check_within};
use crate::support::data;

/// Every file of a folder of test data.
pub(crate) fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(data(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|path| (name_of(path), std::fs::read(path).unwrap())).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(data("audio").join(name)).unwrap()
}

/// `bytes` with `patch` written over what stands at `at`.
fn patched(bytes: &[u8], at: usize, patch: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at..at + patch.len()].copy_from_slice(patch);
    bytes
}

#[test]
fn no_audio_at_all() {
    let text = "The quick brown fox jumps over the lazy dog. ".repeat(300);
    let mut id3_of_33_bytes = b"ID3\x04\0\0\0\0\0\x17TIT2\0\0\0\x0d\0\0\x03title of this".to_vec();
    id3_of_33_bytes.truncate(33);
    assert_eq!(id3_of_33_bytes.len(), 33);
    let cases: [(&str, Vec<u8>, Expect); 12] = [
        ("nothing", vec![], Kind("empty")),
        ("one byte", vec![0], Kind("not-audio")),
        ("text", text.clone().into_bytes(), Kind("not-audio")),
        ("UTF-16 text", text.encode_utf16().flat_map(u16::to_le_bytes).collect(), Kind("not-audio")),
        ("zeros", vec![0; 100_000], Kind("not-audio")),
        ("ones", vec![0xff; 100_000], Kind("not-audio")),
        ("33 bytes of ID3v2", id3_of_33_bytes, Kind("not-audio")),
        ("ID3v2 claiming 256 MB", [b"ID3\x04\0\0\x7f\x7f\x7f\x7f".as_slice(), &[0; 5_000]].concat(), Kind("not-audio")),
        ("a PNG's beginning", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[7; 5_000]].concat(), Kind("not-audio")),
        ("a JPEG's beginning", [b"\xff\xd8\xff\xe0\0\x10JFIF\0".as_slice(), &[9; 5_000]].concat(), Kind("not-audio")),
        ("RIFF that is no WAVE", b"RIFF\x04\0\0\0WEBP".to_vec(), Kind("not-audio")),
        ("HTML", b"<!DOCTYPE html><html><body>404</body></html>".to_vec(), Kind("not-audio")),
    ];
    for (name, bytes, expect) in cases {
        check(name, &bytes, expect);
    }
}

#[test]
fn what_is_refused_is_named() {
    for (file, word) in [("declares-he-aac.m4a", "HE-AAC"), ("opus.ogg", "Opus"), ("opus.webm", "WebM")] {
        let bytes = std::fs::read(data("hostile").join(file)).unwrap();
        let error = genre::audio::load(Source::bytes(bytes), genre::audio::Extent { start_s: 0.0, seconds: None }, 22_050).unwrap_err();
        assert!(matches!(error, AudioError::Unsupported { .. }), "{file}: {error}");
        assert!(error.to_string().contains(word), "{file}: {error}");
    }
}

#[test]
fn wav_headers_that_lie() {
    let honest = Wav::pcm(&glide(44_100, 44_100), 44_100);
    let claiming = |claim: u32| Wav { claim: Some(claim), ..honest.clone() };
    let cases = [
        ("honest", honest.clone(), Answer),
        ("0 channels", Wav { channels: 0, ..honest.clone() }, Kind("damaged")),
        ("65,535 channels", Wav { channels: 65_535, ..honest.clone() }, Kind("damaged")),
        ("65,535 channels that fit", Wav { channels: 65_535, block: 65_534, ..honest.clone() }, Kind("damaged")),
        ("0 Hz", Wav { rate: 0, ..honest.clone() }, Kind("unsupported-audio")),
        ("4,294,967,295 Hz", Wav { rate: u32::MAX, ..honest.clone() }, Kind("unsupported-audio")),
        ("768,001 Hz", Wav { rate: 768_001, ..honest.clone() }, Kind("unsupported-audio")),
        ("a prime rate", Wav { rate: 44_101, ..honest.clone() }, Answer),
        ("block align 0", Wav { block: 0, ..honest.clone() }, Answer),
        ("block align 65,535", Wav { block: 65_535, ..honest.clone() }, Answer),
        ("0 bits", Wav { bits: 0, ..honest.clone() }, Kind("damaged")),
        ("65,535 bits", Wav { bits: 65_535, ..honest.clone() }, Kind("damaged")),
        ("an unknown codec", Wav { tag: 0x1234, ..honest.clone() }, Kind("unsupported-audio")),
        ("ADPCM that is none", Wav { tag: 2, bits: 4, ..honest.clone() }, Anything),
        ("4 GB claimed", claiming(u32::MAX), Answer),
        ("4 GB claimed, less one frame", claiming(u32::MAX - 1), Answer),
        ("0 bytes claimed", claiming(0), Answer),
        ("no samples", Wav { data: vec![], ..honest.clone() }, Kind("no-samples")),
        ("half a sample", Wav { data: vec![1], ..honest.clone() }, Kind("no-samples")),
    ];
    for (name, wav, expect) in cases {
        check(name, &wav.bytes(), expect);
        check_from(name, &wav.bytes(), 30.0, Anything);
    }
}

/// Rates that share no factor with ours need long transforms. Ten seconds at these rates are tens of megabytes themselves.
#[test]
fn rates_that_nobody_uses() {
    for (rate, most) in [(44_101, 32 << 20), (96_001, 64 << 20), (383_987, 192 << 20), (767_957, MOST_AT_ODD_RATES)] {
        let wav = Wav::pcm(&glide(50_000, 44_100), rate).bytes();
        check_within(&format!("{rate} Hz"), &wav, 0.0, Answer, most);
    }
}

#[test]
fn flac_headers_that_lie() {
    let honest = flac(&glide(44_100 * 2, 44_100), 44_100);
    // STREAMINFO begins at 8; rate, channels, bits and length share the 8 bytes at 18.
    let packed = |rate: u64, channels: u64, bits: u64, samples: u64| rate << 44 | (channels - 1) << 41 | (bits - 1) << 36 | samples;
    let facts = |value: u64| patched(&honest, 18, &value.to_be_bytes());
    let cases = [
        ("honest", honest.clone(), Answer),
        ("0 Hz", facts(packed(0, 1, 16, 88_200)), Anything),
        ("1,048,575 Hz", facts(packed(0xf_ffff, 1, 16, 88_200)), Kind("damaged")),
        ("8 channels, mono frames", facts(packed(44_100, 8, 16, 88_200)), Anything),
        ("1 bit", facts(packed(44_100, 1, 1, 88_200)), Anything),
        ("2^36 samples", facts(packed(44_100, 1, 16, 0xf_ffff_ffff)), Answer),
        ("0 samples, that is unknown", facts(packed(44_100, 1, 16, 0)), Answer),
        ("blocks of 0", patched(&honest, 8, &[0, 0, 0, 0]), Anything),
        ("blocks of 65,535", patched(&honest, 8, &[0xff; 4]), Anything),
        ("metadata of 16 MB", patched(&honest, 4, &[0, 0xff, 0xff, 0xff]), Anything),
        ("no frames", honest[..42].to_vec(), Kind("damaged")),
    ];
    for (name, bytes, expect) in cases {
        check(name, &bytes, expect);
        check_from(name, &bytes, 30.0, Anything);
    }
}

#[test]
fn aiff_headers_that_lie() {
    let honest = fixture("looped-big-endian-44k.aiff");
    let common = honest.windows(4).position(|window| window == b"COMM").unwrap() + 8;
    let data = honest.windows(4).position(|window| window == b"SSND").unwrap() + 4;
    let cases = [
        ("0 channels", common, vec![0, 0], Kind("damaged")),
        ("65,535 channels", common, vec![0xff, 0xff], Refused),
        ("4 G frames", common + 2, vec![0xff; 4], Answer),
        ("0 bits", common + 6, vec![0, 0], Kind("damaged")),
        ("65,535 bits", common + 6, vec![0xff, 0xff], Kind("damaged")),
        ("0 Hz", common + 8, vec![0; 10], Kind("damaged")),
        ("an infinite rate", common + 8, vec![0x7f, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0], Kind("damaged")),
        ("a negative rate", common + 8, vec![0xc0, 0x0e, 0xac, 0x44, 0, 0, 0, 0, 0, 0], Anything),
        ("4 GB claimed", data, vec![0xff; 4], Kind("damaged")),
        ("0 bytes claimed", data, vec![0; 4], Anything),
    ];
    for (name, at, patch, expect) in cases {
        check(name, &patched(&honest, at, &patch), expect);
    }
}

#[test]
fn ogg_headers_that_lie() {
    let honest = fixture("vorbis-32k.ogg");
    let pages = ogg_pages(&honest);
    // The identification header: page header of 28 bytes, "\x01vorbis", version, channels at 39, rate at 40, block sizes at 56.
    let cases: [(&str, usize, &[u8], Expect); 7] = [
        ("0 channels", 39, &[0], Anything),
        ("255 channels", 39, &[255], Anything),
        ("0 Hz", 40, &[0; 4], Anything),
        ("4 G Hz", 40, &[0xff; 4], Kind("unsupported-audio")),
        ("version 7", 35, &[7], Anything),
        ("blocks of 2^15", 56, &[0xff], Anything),
        ("blocks of 1", 56, &[0], Anything),
    ];
    for (name, at, patch, expect) in cases {
        let mut first = patched(&pages[0], at, patch);
        seal(&mut first);
        check(name, &[first, pages[1..].concat()].concat(), expect);
    }
    let wrong_sum = patched(&honest, 22, &[1, 2, 3, 4]);
    check("a wrong checksum", &wrong_sum, Anything);
    let mut far = pages.clone();
    let last = far.last_mut().unwrap();
    last[6..14].copy_from_slice(&(i64::MAX as u64).to_le_bytes());
    seal(last);
    check("a position in 2^63", &far.concat(), Answer);
    check("one page", &pages[0], Anything);
    check("headers only", &pages[..2].concat(), Anything);
}

#[test]
fn m4a_headers_that_lie() {
    for file in ["faststart-48k.m4a", "edit-list-44k.m4a"] {
        let honest = fixture(file);
        let body = |kind: &[u8; 4]| mp4_box(&honest, kind).start;
        let entry = body(b"mp4a");
        let cases: [(&str, usize, Vec<u8>); 14] = [
            ("0 channels", entry + 16, vec![0, 0]),
            ("65,535 channels", entry + 16, vec![0xff, 0xff]),
            ("0 Hz", entry + 24, vec![0; 4]),
            ("65,535 Hz", entry + 24, vec![0xff, 0xff, 0, 0]),
            ("a time scale of 0", body(b"mdhd") + 12, vec![0; 4]),
            ("a time scale of 4 G", body(b"mdhd") + 12, vec![0xff; 4]),
            ("a length of 4 G", body(b"mdhd") + 16, vec![0xff; 4]),
            ("4 G samples", body(b"stsz") + 8, vec![0xff; 4]),
            ("samples of 4 GB", body(b"stsz") + 4, vec![0xff; 4]),
            ("the first sample of 2 GB", body(b"stsz") + 12, vec![0x7f, 0xff, 0xff, 0xff]),
            ("4 G chunks", body(b"stco") + 4, vec![0xff; 4]),
            ("chunks behind the end", body(b"stco") + 8, vec![0xff; 4]),
            ("4 G time entries", body(b"stts") + 4, vec![0xff; 4]),
            ("4 G packets per chunk", body(b"stsc") + 12, vec![0xff; 4]),
        ];
        for (name, at, patch) in cases {
            let bytes = patched(&honest, at, &patch);
            check(&format!("{file}: {name}"), &bytes, Anything);
            check_from(&format!("{file}: {name}, later"), &bytes, 25.0, Anything);
        }
        let moov = body(b"moov") - 8;
        check("a moov of 4 GB", &patched(&honest, moov, &[0xff; 4]), Anything);
        check("a moov of 2^63 bytes", &patched(&honest, moov, &[0, 0, 0, 1]), Anything);
    }
}

#[test]
fn every_fixture_cut_short() {
    for (name, bytes) in fixtures("audio") {
        let few = (0..64).chain((64..2_048).step_by(97));
        let parts = (1..16).map(|part| bytes.len() * part / 16);
        for length in few.chain(parts).filter(|&length| length < bytes.len()) {
            // A stream that begins at its beginning can still be heard when a good part of it is there. An MP4 whose index stands at the
            // end cannot.
            let index_is_lost = name.ends_with(".m4a") && !name.starts_with("faststart");
            let expect = if length >= bytes.len() / 4 && !index_is_lost { Answer } else { Anything };
            check(&format!("{name} cut to {length} bytes"), &bytes[..length], expect);
        }
    }
}

#[test]
fn every_fixture_damaged_in_the_middle() {
    for (name, bytes) in fixtures("audio") {
        let middle = bytes.len() / 4..bytes.len() * 3 / 4;
        let mut flipped = bytes.clone();
        flipped[middle.clone()].iter_mut().step_by(997).for_each(|byte| *byte ^= 0x55);
        check(&format!("{name}, every 997th byte flipped"), &flipped, Anything);
        let mut zeroed = bytes.clone();
        zeroed[middle.start..middle.start + bytes.len() / 16].fill(0);
        check(&format!("{name}, a hole of zeros"), &zeroed, Anything);
        let mut torn = bytes.clone();
        torn.drain(middle.start..middle.start + 12_345.min(bytes.len() / 8));
        check(&format!("{name}, a piece torn out"), &torn, Anything);
        let mut noisy = bytes;
        let mut state = 1_u32;
        for byte in &mut noisy[middle] {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = (state >> 24) as u8;
        }
        check(&format!("{name}, half of it noise"), &noisy, Anything);
    }
}

#[test]
fn samples_that_are_no_numbers() {
    for (name, value) in [("NaN", f32::NAN), ("infinity", f32::INFINITY), ("-infinity", f32::NEG_INFINITY)] {
        for at in [0, 4_410, 44_099] {
            let mut samples = glide(44_100, 44_100);
            samples[at] = value;
            check(&format!("{name} at {at}"), &Wav::float(&samples, 44_100).bytes(), Kind("not-finite"));
        }
    }
    // Finite, but their squares are not.
    let huge: Vec<f32> = glide(44_100, 44_100).iter().map(|sample| sample * f32::MAX).collect();
    check("huge samples", &Wav::float(&huge, 44_100).bytes(), Kind("damaged"));
    let loud: Vec<f32> = glide(44_100, 44_100).iter().map(|sample| sample * 1e6).collect();
    check("loud samples", &Wav::float(&loud, 44_100).bytes(), Answer);
    let tiny: Vec<f32> = glide(44_100, 44_100).iter().map(|sample| sample * 1e-30).collect();
    check("tiny samples", &Wav::float(&tiny, 44_100).bytes(), Answer);
    check("all the largest number", &Wav::float(&[f32::MAX; 22_050], 22_050).bytes(), Kind("damaged"));
}

#[test]
fn silence_and_very_little() {
    check("silence", &Wav::pcm(&[0.0; 441_000], 44_100).bytes(), Silent);
    check("silence in FLAC", &flac(&[0.0; 88_200], 44_100), Silent);
    check("silence in floats", &Wav::float(&[-0.0; 44_100], 44_100).bytes(), Silent);
    for count in [1, 2, 10, 100] {
        for rate in [8_000, 22_050, 44_100, 96_000] {
            let report = check(&format!("{count} samples at {rate} Hz"), &Wav::pcm(&glide(count + 20, rate)[20..], rate).bytes(), Answer);
            assert!(report.unwrap().audio.window.looped);
        }
    }
    let start =
        check_from("silence before music", &Wav::pcm(&[vec![0.0; 44_100], glide(44_100, 44_100)].concat(), 44_100).bytes(), 1.0, Answer);
    assert_eq!(start.unwrap().audio.window.seconds, 1.0);
}

#[test]
fn starts_that_make_no_sense() {
    let wav = Wav::pcm(&glide(44_100 * 2, 44_100), 44_100).bytes();
    for start_s in [f64::NAN, f64::INFINITY, -1.0, -f64::MIN_POSITIVE, 1e300] {
        check_from(&format!("from {start_s} s"), &wav, start_s, Kind("bad-option"));
    }
    for (name, bytes) in fixtures("audio").into_iter().chain([("wav".to_owned(), wav)]) {
        for start_s in [19.0, 21.0, 3_600.0, 1e9] {
            check_from(&format!("{name} from {start_s} s"), &bytes, start_s, Kind("start-behind-end"));
        }
    }
}
