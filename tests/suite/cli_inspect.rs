//! `acousticsense inspect` as a black box.

use std::ffi::OsStr;
use std::fs;

use crate::cli_run::{Folder, run};
use crate::containers::{Wav, glide};
use crate::golden::{clips, npy};
use crate::support::data;
use crate::tolerance;

#[test]
fn inspecting_shows_what_the_model_sees() {
    let folder = Folder::new();
    let mut checked = 0;
    for clip in clips() {
        let file = data("audio").join(&clip.file);
        let args = [OsStr::new("inspect"), file.as_os_str(), OsStr::new("--pixels"), OsStr::new("out.npy")];
        let run = run(&folder, 0, &args);
        for fact in [clip.codec.as_str(), &format!("{} Hz", clip.sample_rate_hz), "pixels       [1, 224, 224], from "] {
            assert!(run.out.contains(fact), "{fact:?} is missing:\n{}", run.out);
        }
        let looped = if clip.looped { "looped       yes" } else { "looped       no" };
        assert!(run.out.contains(looped), "{}", run.out);
        let bytes = fs::read(folder.path("out.npy")).unwrap();
        assert!(String::from_utf8_lossy(&bytes[..128]).contains("'shape': (1, 224, 224,)"));
        let mut delta: Vec<f64> =
            npy(&folder.path("out.npy")).iter().zip(&clip.pixels).map(|(a, b)| f64::from((a - b).abs()) * 0.229).collect();
        assert_eq!(delta.len(), 224 * 224);
        delta.sort_by(f64::total_cmp);
        let allowed = tolerance::FrontEnd::of(&clip.tolerance);
        let mean = delta.iter().sum::<f64>() / delta.len() as f64;
        assert!(mean <= allowed.mean && delta[delta.len() - 1] <= allowed.max, "{}: mean {mean}, max {:?}", clip.file, delta.last());
        checked += 1;
    }
    assert!(checked >= 16);
}

#[test]
fn inspecting_draws_the_spectrogram_and_keeps_off_the_input() {
    let folder = Folder::new();
    folder.write("song.wav", &Wav::pcm(&glide(22_050 * 12, 22_050), 22_050).bytes());
    folder.write("silence.wav", &Wav::pcm(&[0.0; 22_050], 22_050).bytes());
    let shown = run(&folder, 0, &["inspect", "song.wav", "--spectrogram", "out.png", "--start", "1.5"]);
    assert!(shown.out.contains("window       10.000 s from 1.500 s") && shown.out.contains("duration     12.000 s"), "{}", shown.out);
    let png = fs::read(folder.path("out.png")).unwrap();
    // Signature, then IHDR: 224 × 224, 8 bits, grayscale.
    assert_eq!(&png[..26], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\xe0\0\0\0\xe0\x08\0");
    let silent = run(&folder, 0, &["inspect", "silence.wav"]).out;
    assert!(silent.contains("silent       yes") && silent.contains("looped       yes"), "{silent}");
    let before = fs::read(folder.path("song.wav")).unwrap();
    assert!(run(&folder, 2, &["inspect", "song.wav", "--pixels", "song.wav"]).err.contains("one of the inputs"));
    assert!(run(&folder, 2, &["inspect", "song.wav", "--pixels", "x", "--spectrogram", "x"]).err.contains("both name x"));
    assert!(run(&folder, 2, &["inspect", "song.wav", "--pixels", "no/x.npy"]).err.contains("failed to write no/x.npy"));
    assert_eq!(fs::read(folder.path("song.wav")).unwrap(), before);
    folder.write("text.mp3", b"text");
    assert!(run(&folder, 1, &["inspect", "text.mp3", "--pixels", "y.npy"]).err.contains("text.mp3: this is not audio"));
    assert!(!folder.path("y.npy").exists());
}
