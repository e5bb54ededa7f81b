//! `acousticsense pixels`: the rows for those who train networks are what the model sees.

use std::fs;
use std::path::Path;

use crate::cli_run::{Folder, run};
use crate::containers::{Wav, glide};
use crate::golden::npy;
use crate::support::data;

/// The lines of a table beside an array.
fn index(path: &Path) -> Vec<Vec<String>> {
    fs::read_to_string(path).unwrap().lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn rows_are_what_inspect_shows_in_the_order_of_the_inputs() {
    let folder = Folder::new();
    let clips = data("audio");
    let run_all = |out: &str, jobs: &str| {
        run(&folder, 0, &["pixels", clips.to_str().unwrap(), "-o", out, "--format", "f32", "--jobs", jobs]);
        (fs::read(folder.path(out)).unwrap(), index(&folder.path(format!("{out}.csv"))))
    };
    let (bytes, rows) = run_all("one.npy", "1");
    assert_eq!((&bytes, &rows), (&run_all("two.npy", "3").0, &index(&folder.path("two.npy.csv"))), "the same at any number of threads");
    let values = npy(&folder.path("one.npy"));
    assert!(rows.len() >= 16 && values.len() == rows.len() * 224 * 224);
    assert!(String::from_utf8_lossy(&bytes[..128]).contains(&format!("'shape': ({}, 1, 224, 224,)", rows.len())));
    for (row, pixels) in rows.iter().zip(values.chunks_exact(224 * 224)).step_by(5) {
        run(&folder, 0, &["inspect", &row[0], "--pixels", "inspected.npy"]);
        assert_eq!(npy(&folder.path("inspected.npy")), pixels, "{}", row[0]);
    }
}

#[test]
fn windows_lie_where_they_are_asked_for() {
    let folder = Folder::new();
    folder.write("long.wav", &Wav::pcm(&glide(22_050 * 26, 22_050), 22_050).bytes());
    folder.write("short.wav", &Wav::pcm(&glide(22_050 * 3, 22_050), 22_050).bytes());
    folder.write("text.mp3", b"text");
    let rows = |args: &[&str], code: i32| {
        let all = [&["pixels", "long.wav", "short.wav", "-o", "out.npy", "--format", "f32"], args].concat();
        run(&folder, code, &all);
        let told = index(&folder.path("out.npy.csv"));
        told.iter().map(|row| format!("{} {} {}", row[0], row[1], row[3])).collect::<Vec<_>>()
    };
    // A window that the recording does not fill is left out, but for the first.
    assert_eq!(rows(&["--starts", "0,2.5,16,17"], 0), ["long.wav 0 false", "long.wav 2.5 false", "long.wav 16 false", "short.wav 0 true"]);
    // As classify cuts them: a rest of more than half a window counts.
    assert_eq!(rows(&["--windows", "all"], 0), ["long.wav 0 false", "long.wav 10 false", "long.wav 20 true", "short.wav 0 true"]);
    assert_eq!(rows(&["text.mp3"], 1).len(), 2);
    assert!(fs::read_to_string(folder.path("out.npy.errors.csv")).unwrap().contains("text.mp3,not-audio,"));

    let bands = rows(&["--stage", "log-power"], 0).len();
    let (log_power, about) = (npy(&folder.path("out.npy")), fs::read_to_string(folder.path("out.npy.json")).unwrap());
    assert_eq!(log_power.len(), bands * 128 * 431);
    assert!(about.contains("\"log-power\"") && about.contains("\"hop_length\": 512"), "{about}");
    assert!(log_power.iter().all(|value| *value >= -100.0), "the floor of the powers");
    assert!(!folder.path("out.npy.errors.csv").exists(), "an older ledger would be untrue");

    // Half the size, to eleven bits.
    run(&folder, 0, &["pixels", "short.wav", "-o", "half.npy", "--stage", "log-power"]);
    assert_eq!(fs::metadata(folder.path("half.npy")).unwrap().len(), 128 + 128 * 431 * 2);
    assert!(run(&folder, 2, &["pixels", "nowhere", "-o", "x.npy"]).err.contains("does not exist"));
    assert!(run(&folder, 2, &["pixels", "long.wav", "-o", "long.wav"]).err.contains("one of the inputs"));
}
