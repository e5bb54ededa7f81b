//! Tags that are written into the files themselves, read by a library that we do not use.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value};

use crate::batch_tables::python;
use crate::cli_run::{Folder, run};

const FILES: [(&str, &str); 7] = [
    ("vbr-48k.mp3", "music/a.mp3"),
    ("vbr-48k.mp3", "music/b.mp3"),
    ("FLAC", "music/c.flac"),
    ("vorbis-32k.ogg", "music/d.ogg"),
    ("M4A", "music/e.m4a"),
    ("looped-3.7s-44k.wav", "music/f.wav"),
    ("AIFF", "music/g.aiff"),
];

/// One file of each format; those in capitals are found by their ending.
fn music() -> Folder {
    let folder = Folder::new();
    let fixtures = fs::read_dir(crate::support::data("audio")).unwrap();
    let mut fixtures: Vec<String> = fixtures.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    fixtures.sort();
    for (fixture, name) in FILES {
        let ending = format!(".{}", fixture.to_lowercase());
        let fixture = fixtures.iter().find(|name| **name == fixture || name.ends_with(&ending)).unwrap();
        folder.fixture(fixture, name);
    }
    folder
}

fn bytes(folder: &Folder) -> Vec<Vec<u8>> {
    FILES.iter().map(|(_, name)| fs::read(folder.path(name)).unwrap()).collect()
}

/// What the network sees of every file: the audio, decoded.
fn pixels(folder: &Folder) -> Vec<Vec<u8>> {
    let of = |name: &str| {
        run(folder, 0, &["inspect", name, "--pixels", "x.npy"]);
        fs::read(folder.path("x.npy")).unwrap()
    };
    FILES.iter().map(|(_, name)| of(name)).collect()
}

#[test]
fn a_dry_run_tells_and_touches_nothing() {
    let folder = music();
    let before = bytes(&folder);
    let told = run(&folder, 0, &["classify", "music", "-o", "out.csv", "--write-tags"]);
    assert_eq!(told.out.lines().count(), FILES.len(), "{}", told.out);
    let judged = run(&folder, 0, &["classify", "music/a.mp3"]).lines();
    let line = format!("music/a.mp3: genre {} (was ", judged[0]["genre"].as_str().unwrap());
    assert!(told.out.starts_with(&line), "{}", told.out);
    assert!(told.err.contains("dry run: the tags of 7 files would change; write them with --write-tags=yes"), "{}", told.err);
    assert!(bytes(&folder) == before && !folder.path("out.csv.undo.jsonl").exists());
}

#[test]
fn tags_are_written_once_and_taken_back() {
    let folder = music();
    let seen = pixels(&folder);
    let args = ["classify", "music", "-o", "out.csv", "--write-tags=yes"];
    let said = run(&folder, 0, &args);
    assert!(said.err.contains("wrote the tags of 7 files"), "{}", said.err);
    assert!(pixels(&folder) == seen, "the audio is another one");
    let written = bytes(&folder);
    assert!(run(&folder, 0, &args).err.contains("wrote the tags of 0 files"));
    assert!(bytes(&folder) == written, "what stands there already was written again");
    let undone = run(&folder, 0, &["undo-tags", "out.csv.undo.jsonl"]);
    assert!(undone.err.contains("took back the tags of 7 files; 0 failed"), "{}", undone.err);
    assert!(pixels(&folder) == seen, "the audio is another one");
    assert!(folder.names().iter().all(|name| !name.contains(".partial")));
    // A file that cannot be tagged is told, and costs the others nothing.
    run(&folder, 0, &args);
    fs::remove_file(folder.path("music/a.mp3")).unwrap();
    let missing = run(&folder, 1, &["undo-tags", "out.csv.undo.jsonl"]);
    assert!(missing.err.contains("music/a.mp3: tags left as they are"), "{}", missing.err);
}

#[test]
fn a_tag_that_would_not_stay_whole_is_left_alone() {
    let folder = music();
    let audio = fs::read(folder.path("music/a.mp3")).unwrap();
    let body = if audio.starts_with(b"ID3") { 10 + audio[6..10].iter().fold(0, |size, &byte| size << 7 | usize::from(byte)) } else { 0 };
    let comment = |text: &str| [&b"COMM\0\0\0\x0a\0\0\0engme\0"[..], text.as_bytes()].concat();
    let tagged = |version: u8, frames: &[u8]| {
        assert!(frames.len() < 128);
        [&[b'I', b'D', b'3', version, 0, 0, 0, 0, 0, frames.len() as u8], frames, &audio[body..]].concat()
    };
    // An older version; and one comment twice, of which libraries keep the last.
    folder.write("odd/a.mp3", &tagged(2, b"TT2\0\0\x03\0me"));
    folder.write("odd/b.mp3", &tagged(3, &[comment("one"), comment("two")].concat()));
    folder.write("odd/c.mp3", &tagged(3, &comment("one")));
    let before = ["a", "b", "c"].map(|name| fs::read(folder.path(format!("odd/{name}.mp3"))).unwrap());
    let said = run(&folder, 1, &["classify", "odd", "-o", "out.csv", "--write-tags=yes"]);
    assert!(said.err.contains("wrote the tags of 1 file;") && said.err.contains("; 2 failed"), "{}", said.err);
    assert!(said.err.contains("odd/a.mp3: tags not written") && said.err.contains("odd/b.mp3: tags not written"), "{}", said.err);
    let after = ["a", "b", "c"].map(|name| fs::read(folder.path(format!("odd/{name}.mp3"))).unwrap());
    assert!(after[..2] == before[..2] && after[2] != before[2]);
    assert!(folder.names().iter().all(|name| !name.contains(".partial")));
}

#[test]
#[ignore = "needs the Python environment of tools/"]
fn another_library_finds_the_genre_and_everything_else_as_it_was() {
    let folder = music();
    let names: Vec<&str> = FILES.iter().map(|(_, name)| *name).collect();
    let tags = |folder: &Folder| -> Vec<Map<String, Value>> {
        let told = python(folder, "read_tags.py", &[&["dump"], &names[..]].concat());
        told.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    python(&folder, "read_tags.py", &[&["prepare"], &names[..]].concat());
    let (before, seen) = (tags(&folder), pixels(&folder));
    let rows = run(&folder, 0, &["classify", "-q", "music"]).lines();
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--write-tags=yes"]);
    assert!(pixels(&folder) == seen, "the audio is another one");
    for (((before, after), row), name) in before.iter().zip(tags(&folder)).zip(&rows).zip(&names) {
        let mut after: BTreeMap<String, Value> = after.into_iter().collect();
        let mut before: BTreeMap<String, Value> = before.clone().into_iter().collect();
        let ours =
            after.keys().find(|key| key.to_uppercase().contains("ACOUSTICSENSE")).unwrap_or_else(|| panic!("{name}: {after:?}")).clone();
        let value = after.remove(&ours).unwrap();
        if name.ends_with("4a") {
            // mutagen gives bytes there, which its script hashes.
            assert!(value[0].is_string());
        } else {
            assert!(value.to_string().contains(&format!("{} ", row["genre"].as_str().unwrap())), "{name}: {value}");
        }
        let genre_key = ["TCON", "genre", "\u{a9}gen"].into_iter().find(|key| after.contains_key(*key)).unwrap();
        assert!(before.remove(genre_key).unwrap().to_string().contains("Polka"), "{name}");
        let genre = after.remove(genre_key).unwrap().to_string();
        assert!(genre.contains(row["genre"].as_str().unwrap()) && !genre.contains("Polka"), "{name}: {genre}");
        assert_eq!(after, before, "{name}");
    }
    run(&folder, 0, &["undo-tags", "out.csv.undo.jsonl"]);
    for ((before, after), name) in before.iter().zip(tags(&folder)).zip(&names) {
        assert_eq!(&after, before, "{name}");
    }
}
