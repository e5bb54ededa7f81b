//! What is made of the answers besides the table: every window of a track, playlists, label tracks.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::cli_run::{Folder, run};
use crate::containers::{Wav, glide};

/// Three tracks: of 34 s, which are three windows and a rest that is too short, of 26 s, whose rest counts, and of 3 s.
fn tracks() -> Folder {
    let folder = Folder::new();
    for (seconds, name) in [(34, "music/long.wav"), (26, "music/sub/middle.wav"), (3, "music/short.wav")] {
        folder.write(name, &Wav::pcm(&glide(22_050 * seconds, 22_050), 22_050).bytes());
    }
    folder
}

fn close(a: &Value, b: f64) {
    assert!((a.as_f64().unwrap() - b).abs() < 1e-6, "{a} instead of {b}");
}

#[test]
fn every_window_of_a_track_is_judged_and_their_mean_told() {
    let folder = tracks();
    let all = run(&folder, 0, &["classify", "-q", "--windows", "all", "music"]).lines();
    let spans = |line: &Value| -> Vec<(f64, f64)> {
        let windows = line["windows"].as_array().unwrap().iter();
        windows.map(|window| (window["start_s"].as_f64().unwrap(), window["seconds"].as_f64().unwrap())).collect()
    };
    assert_eq!(spans(&all[0]), [(0.0, 10.0), (10.0, 10.0), (20.0, 10.0)]);
    assert_eq!(spans(&all[1]), [(0.0, 3.0)]);
    assert_eq!(spans(&all[2]), [(0.0, 10.0), (10.0, 10.0), (20.0, 6.0)]);
    close(&all[0]["audio"]["window"]["seconds"], 30.0);
    assert_eq!((&all[0]["vote"]["of"], &all[1]["audio"]["window"]["looped"]), (&3.into(), &true.into()));
    // The same as the windows judged one by one.
    let mut mean: BTreeMap<String, f64> = BTreeMap::new();
    for (index, start) in ["0", "10", "20"].iter().enumerate() {
        let one = &run(&folder, 0, &["classify", "-q", "--start", start, "music/long.wav"]).lines()[0];
        let window = &all[0]["windows"][index];
        assert_eq!(one["genre"], window["genre"]);
        close(&window["probability"], one["probability"].as_f64().unwrap());
        for score in one["scores"].as_array().unwrap() {
            *mean.entry(score["genre"].as_str().unwrap().to_owned()).or_default() += score["probability"].as_f64().unwrap() / 3.0;
        }
    }
    for score in all[0]["scores"].as_array().unwrap() {
        close(&score["probability"], mean[score["genre"].as_str().unwrap()]);
    }
    // From somewhere else on, the timeline still counts from the beginning of the file.
    let later = &run(&folder, 0, &["classify", "-q", "--windows", "all", "--start", "12.5", "music/long.wav"]).lines()[0];
    assert_eq!(spans(later), [(12.5, 10.0), (22.5, 10.0)]);
    // A timeline goes through a journal unchanged.
    run(&folder, 0, &["classify", "music", "--windows", "all", "-o", "all.jsonl", "--label-tracks", "labels"]);
    let kept: Vec<Value> =
        fs::read_to_string(folder.path("all.jsonl")).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(kept == all);
    let track = fs::read_to_string(folder.path("labels/music/sub/middle.wav.txt")).unwrap();
    let lines: Vec<Vec<&str>> = track.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2][..2], ["20.000000", "26.000000"]);
    let expected = format!(
        "{} {:.1} %",
        all[2]["windows"][2]["genre"].as_str().unwrap(),
        100.0 * all[2]["windows"][2]["probability"].as_f64().unwrap()
    );
    assert_eq!(lines[2][2], expected);
}

#[test]
fn a_name_that_is_too_long_costs_itself_only() {
    let folder = Folder::new();
    let wav = Wav::pcm(&glide(22_050 * 3, 22_050), 22_050).bytes();
    for length in [247, 251] {
        folder.write(format!("music/{}.wav", "x".repeat(length)), &wav);
    }
    let said = run(&folder, 1, &["classify", "music", "-o", "out.csv", "--label-tracks", "labels", "--write-tags=yes"]);
    assert!(said.err.contains("1 label track in labels; 1 failed"), "{}", said.err);
    assert!(said.err.contains("wrote the tags of 2 files"), "{}", said.err);
    assert!(folder.path(format!("labels/music/{}.wav.txt", "x".repeat(247))).exists());
}

#[test]
fn names_that_would_share_a_playlist_are_refused() {
    let folder = tracks();
    for (one, other) in [("Rock/Pop", "Rock-Pop"), ("Pop", "pop")] {
        folder.write("names.csv", format!("Classical,{other}\nR&B,{one}\n").as_bytes());
        let refused = run(&folder, 2, &["classify", "music", "-o", "out.csv", "--playlists", "p", "--genre-names", "names.csv"]);
        assert!(refused.err.contains(&format!("{one:?}")) && refused.err.contains(&format!("{other:?}")), "{}", refused.err);
        assert!(!folder.path("out.csv").exists());
    }
}

/// The entries of every playlist in a folder, by the name of the file.
fn playlists(folder: &Folder, name: &str) -> BTreeMap<String, Vec<String>> {
    let entry = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap();
        assert!(text.starts_with("#EXTM3U\n"));
        let paths = text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
        (entry.file_name().to_string_lossy().into_owned(), paths)
    };
    fs::read_dir(folder.path(name)).unwrap().map(|found| entry(found.unwrap())).collect()
}

#[test]
fn playlists_hold_the_files_of_a_genre() {
    let folder = tracks();
    let rows = run(&folder, 0, &["classify", "-q", "music"]).lines();
    let said = run(&folder, 0, &["classify", "music", "-o", "out.csv", "--playlists", "lists"]);
    assert!(said.err.contains("with 3 files in lists"), "{}", said.err);
    let root = fs::canonicalize(folder.root()).unwrap();
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &rows {
        let path = root.join(row["path"].as_str().unwrap()).to_str().unwrap().to_owned();
        expected.entry(format!("{}.m3u8", row["genre"].as_str().unwrap())).or_default().push(path);
    }
    assert_eq!(playlists(&folder, "lists"), expected);
    // What they say can be judged.
    let list = format!("lists/{}", expected.keys().next().unwrap());
    assert_eq!(run(&folder, 0, &["classify", "-q", &list]).names(), expected.values().next().unwrap().as_slice());
    // Own names; what is not likely enough, or has no name, is left out, and a list that would be untrue goes.
    let genre = rows[0]["genre"].as_str().unwrap();
    folder.write("names.csv", format!("genre,mine\n\"{genre}\",My/Own\n").as_bytes());
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--playlists", "lists", "--genre-names", "names.csv"]);
    assert!(playlists(&folder, "lists").contains_key("My-Own.m3u8"));
    let highest = rows.iter().map(|row| row["probability"].as_f64().unwrap()).fold(0.0, f64::max);
    let bar = (highest + 1e-3).to_string();
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--playlists", "lists", "--min-confidence", &bar]);
    assert!(!playlists(&folder, "lists").contains_key(&format!("{genre}.m3u8")));
    folder.write("lists/Jazz.m3u8", b"#EXTM3U\nmine.mp3\n");
    let refused = run(&folder, 2, &["classify", "music", "-o", "out.csv", "--playlists", "lists"]);
    assert!(refused.err.contains("Jazz.m3u8 exists and was not made by acousticsense"), "{}", refused.err);
    folder.write("names.csv", b"Polka,x\n");
    let refused = run(&folder, 2, &["classify", "music", "-o", "out.csv", "--playlists", "p", "--genre-names", "names.csv"]);
    assert!(refused.err.contains("the model knows no genre \"Polka\""), "{}", refused.err);
    let refused = run(&folder, 2, &["classify", "music", "--playlists", "p"]);
    assert!(refused.err.contains("--playlists needs a file to write to; name one with -o"), "{}", refused.err);
}
