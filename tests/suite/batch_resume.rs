//! Runs that are interrupted, and what becomes of them.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli_run::{Folder, acousticsense, csv, program, run};
use crate::containers::{Wav, glide};
use crate::support::repository;

/// Numbers that look like chance and are the same every time.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// `count` short recordings, no two alike, the `bad`-th of each hundred no audio.
pub(crate) fn archive(folder: &Folder, count: usize, bad: usize) {
    let sound = glide(22_050 * 6, 22_050);
    for index in 0..count {
        let name = format!("music/{:03}/{index:06}.wav", index / 100);
        if index % 100 == bad {
            folder.write(name, b"this is no audio at all");
        } else {
            let from = index * 11 % (sound.len() - 3_000);
            folder.write(name, &Wav::pcm(&sound[from..from + 2_000 + index % 7], 22_050).bytes());
        }
    }
}

fn start(folder: &Folder, args: &[&str]) -> Child {
    acousticsense(folder.root()).args(args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn size(place: &Path) -> u64 {
    fs::metadata(place).map_or(0, |metadata| metadata.len())
}

/// Kills the run as soon as its journal has grown by `bytes`; false when it came to its end before that.
pub(crate) fn killed_after(folder: &Folder, args: &[&str], journal: &Path, bytes: u64) -> bool {
    let before = size(journal);
    let mut child = start(folder, args);
    let begin = Instant::now();
    while size(journal) < before + bytes {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        assert!(begin.elapsed() < Duration::from_secs(120), "the journal does not grow");
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    true
}

pub(crate) fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap().success());
}

#[test]
fn kills_at_any_point_leave_no_trace_in_the_table() {
    let folder = Folder::new();
    archive(&folder, 150, 7);
    let mut chance = Chance(1);
    for ending in ["csv", "jsonl", "parquet"] {
        let (whole, name) = (format!("whole.{ending}"), format!("killed.{ending}"));
        run(&folder, 1, &["classify", "music", "-o", &whole]);
        let journal = folder.path(format!("{name}.journal"));
        let args = ["classify", "music", "-o", &name, "--resume"];
        let mut kills = 0;
        for _ in 0..4 {
            kills += u32::from(killed_after(&folder, &args, &journal, 1 + chance.below(15_000)));
            assert!(!folder.path(&name).exists(), "a table stands there before it is complete");
        }
        assert!(kills >= 2, "{kills} kills only");
        let last = run(&folder, 1, &args);
        assert!(last.err.contains("were done before") && last.err.contains("2 failed"), "{}", last.err);
        for suffix in ["", ".errors.csv"] {
            let read = |name: &str| fs::read(folder.path(format!("{name}{suffix}"))).unwrap();
            assert!(read(&whole) == read(&name), ".{ending}{suffix} differs");
        }
    }
}

#[test]
fn a_torn_journal_counts_up_to_the_tear() {
    let folder = Folder::new();
    archive(&folder, 20, 3);
    run(&folder, 1, &["classify", "music", "-o", "whole.csv"]);
    let journal = fs::read(folder.path("whole.csv.journal")).unwrap();
    let whole = fs::read(folder.path("whole.csv")).unwrap();
    let lines: Vec<&[u8]> = journal.split_inclusive(|&byte| byte == b'\n').collect();
    assert_eq!(lines.len(), 22);
    let mut flipped = journal.clone();
    let at = lines[..9].concat().len() + 100;
    flipped[at] ^= 1;
    let zeroed = [&lines[..4].concat()[..], &[0; 5_000]].concat();
    let cases = [
        Vec::new(),
        vec![0; 300],
        lines[0][..20].to_vec(),
        lines[0].to_vec(),
        journal[..journal.len() / 2].to_vec(),
        zeroed,
        journal.clone(),
    ];
    // With whole lines behind the damage, nothing is thrown away unasked.
    folder.write("flipped.csv.journal", &flipped);
    let refused = run(&folder, 2, &["classify", "music", "-o", "flipped.csv", "--resume"]);
    assert!(refused.err.contains("damaged in line 10 (from byte ") && refused.err.contains("12 whole lines follow"), "{}", refused.err);
    assert!(fs::read(folder.path("flipped.csv.journal")).unwrap() == flipped);
    for (index, bytes) in cases.into_iter().enumerate() {
        let name = format!("torn-{index}.csv");
        folder.write(format!("{name}.journal"), &bytes);
        run(&folder, 1, &["classify", "music", "-o", &name, "--resume"]);
        assert!(fs::read(folder.path(&name)).unwrap() == whole, "case {index}");
        assert!(fs::read(folder.path(format!("{name}.journal"))).unwrap() == journal || index == 6, "case {index}: the journal differs");
    }
}

#[test]
fn what_does_not_belong_together_is_not_mixed() {
    let folder = Folder::new();
    // Many, so that the kill comes in time however fast the model is, and behind more than the first lines.
    archive(&folder, 60, 99);
    let args = ["classify", "music", "-o", "out.csv", "--resume"];
    assert!(killed_after(&folder, &args, &folder.path("out.csv.journal"), 12_000));
    let before = fs::read(folder.path("out.csv.journal")).unwrap();
    let model = repository().join("models/demo");
    let text = fs::read_to_string(model.join("model.json")).unwrap();
    let changed = text.replace("\"top_db\": 80.0", "\"top_db\": 79.0");
    assert_ne!(changed, text);
    folder.write("other/model.json", changed.as_bytes());
    for entry in fs::read_dir(&model).unwrap().flatten().filter(|entry| entry.file_name().to_string_lossy().ends_with(".onnx")) {
        fs::copy(entry.path(), folder.path("other").join(entry.file_name())).unwrap();
    }
    let refused: [(&[&str], &str); 5] = [
        (&[], "of an interrupted run; go on with --resume, or delete it"),
        (&["--resume", "--model", "other"], "the model's manifest (front end, labels or temperature) was another one"),
        (&["--resume", "--raw"], "it was made without --raw"),
        (&["--resume", "--start", "1"], "it was made with --start 0"),
        (&["--resume", "--windows", "all"], "it was made without --windows all"),
    ];
    for (extra, says) in refused {
        let run = run(&folder, 2, &[&args[..4], extra].concat());
        assert!(run.err.contains(says), "{extra:?}: {}", run.err);
    }
    // What somebody else keeps under that name, or a later version understands, is not written over.
    let later = "{\"head\":{\"schema\":2}}";
    for foreign in ["my diary\n".to_owned(), format!("{:08x} {later}\n", crc(later.as_bytes()))] {
        folder.write("foreign.csv.journal", foreign.as_bytes());
        for extra in [None, Some("--resume")] {
            let args: Vec<&str> = ["classify", "music", "-o", "foreign.csv"].into_iter().chain(extra).collect();
            assert!(run(&folder, 2, &args).err.contains("is no journal or shard of this version"));
            assert!(fs::read(folder.path("foreign.csv.journal")).unwrap() == foreign.as_bytes());
        }
    }
    let version = String::from_utf8(before.clone()).unwrap().lines().next().unwrap()[9..].replace("\"version\":\"0.", "\"version\":\"9.");
    folder.write("old.csv.journal", format!("{:08x} {version}\n", crc(version.as_bytes())).as_bytes());
    assert!(run(&folder, 2, &["classify", "music", "-o", "old.csv", "--resume"]).err.contains("by version 9."));
    // Inputs that come in another order would get each other's answers.
    folder.write("music/000/000000-before.wav", b"RIFF");
    fs::rename(folder.path("music/000/000000-before.wav"), folder.path("music/000/!.wav")).unwrap();
    let changed = run(&folder, 2, &args);
    assert!(changed.err.contains("the inputs have changed") && changed.err.contains("there is music/000/!.wav now"), "{}", changed.err);
    fs::remove_file(folder.path("music/000/!.wav")).unwrap();
    assert!(fs::read(folder.path("out.csv.journal")).unwrap() == before, "a refused run changed the journal");
    run(&folder, 0, &args);
    assert!(!folder.path("out.csv.journal").exists(), "a journal is left of a run without failures");
}

/// CRC-32 as in ZIP and PNG, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1))))
}

#[test]
fn failures_are_tried_again_and_changed_files_judged_anew() {
    let folder = Folder::new();
    archive(&folder, 30, 4);
    let args = ["classify", "music", "missing.wav", "-o", "out.csv"];
    let first = run(&folder, 1, &args);
    assert!(first.err.contains("2 failed, see out.csv.errors.csv"), "{}", first.err);
    let mended = fs::read(folder.path("music/000/000005.wav")).unwrap();
    folder.write("music/000/000004.wav", &mended);
    folder.write("music/000/000009.wav", &mended[..mended.len() - 400]);
    let again = run(&folder, 1, &[&args[..], &["--retry-errors"]].concat());
    assert!(again.err.contains("classified 30 files") && again.err.contains("(28 of all were done before)"), "{}", again.err);
    assert_eq!(csv(&folder.path("out.csv.errors.csv"))[1][..2], ["missing.wav", "unreadable"]);
    run(&folder, 1, &["classify", "music", "missing.wav", "-o", "fresh.csv"]);
    assert!(fs::read(folder.path("out.csv")).unwrap() == fs::read(folder.path("fresh.csv")).unwrap());
    // The same once more, from a journal in which lines replace others.
    run(&folder, 1, &[&args[..], &["--resume"]].concat());
    assert!(fs::read(folder.path("out.csv")).unwrap() == fs::read(folder.path("fresh.csv")).unwrap());
    folder.write("missing.wav", &mended);
    run(&folder, 0, &[&args[..], &["--retry-errors"]].concat());
    assert!(!folder.path("out.csv.errors.csv").exists() && !folder.path("out.csv.journal").exists());
    let nothing = run(&folder, 2, &[&args[..], &["--retry-errors"]].concat());
    assert!(nothing.err.contains("no failures to try again"), "{}", nothing.err);
}

#[cfg(unix)]
#[test]
fn asked_to_stop_it_keeps_what_it_has_and_goes_soon() {
    let folder = Folder::new();
    archive(&folder, 400, 99);
    run(&folder, 1, &["classify", "music", "-o", "whole.csv"]);
    for (name, code) in [("TERM", 143), ("INT", 130)] {
        let output = format!("{name}.csv");
        let args = ["classify", "music", "-o", &output, "--resume"];
        let mut child = start(&folder, &args);
        let journal = folder.path(format!("{output}.journal"));
        while size(&journal) < 10_000 {
            assert!(child.try_wait().unwrap().is_none(), "it ended before it was asked to");
            std::thread::sleep(Duration::from_millis(2));
        }
        let begin = Instant::now();
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        assert!(begin.elapsed() < Duration::from_secs(5), "it took {:?}", begin.elapsed());
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{err}");
        assert!(err.contains("interrupted: the answers to ") && err.contains("go on with --resume"), "{err}");
        run(&folder, 1, &args);
        assert!(fs::read(folder.path(args[3])).unwrap() == fs::read(folder.path("whole.csv")).unwrap(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_without_room_costs_nothing_that_was_judged() {
    let folder = Folder::new();
    archive(&folder, 60, 99);
    run(&folder, 0, &["classify", "music", "-o", "whole.jsonl"]);
    // Files may not grow beyond so many blocks of 1024 bytes: first the journal does not fit, then the table does not.
    for blocks in ["12", "50"] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{}' classify music -o out.jsonl --resume", program().display());
        let output = Command::new("bash").arg("-c").arg(script).current_dir(folder.root()).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(err.contains("failed to write out.jsonl"), "{err}");
        assert!(!folder.path("out.jsonl").exists());
        assert!(folder.names().iter().all(|name| !name.contains(".partial")), "{:?}", folder.names());
    }
    let last = run(&folder, 0, &["classify", "music", "-o", "out.jsonl", "--resume"]);
    assert!(last.err.contains("(60 of all were done before)"), "{}", last.err);
    assert!(fs::read(folder.path("out.jsonl")).unwrap() == fs::read(folder.path("whole.jsonl")).unwrap());
}

#[test]
fn two_runs_do_not_write_one_journal() {
    let folder = Folder::new();
    archive(&folder, 400, 99);
    let mut child = start(&folder, &["classify", "music", "-o", "out.csv"]);
    while size(&folder.path("out.csv.journal")) < 5_000 {
        assert!(child.try_wait().unwrap().is_none(), "it ended too soon");
        std::thread::sleep(Duration::from_millis(2));
    }
    let second = run(&folder, 2, &["classify", "music", "-o", "out.csv", "--resume"]);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(second.err.contains("another run is writing out.csv.journal"), "{}", second.err);
    run(&folder, 1, &["classify", "music", "-o", "out.csv", "--resume"]);
}

#[test]
fn machines_are_told_how_far_it_is() {
    let folder = Folder::new();
    archive(&folder, 30, 4);
    let told = run(&folder, 1, &["classify", "music", "-o", "out.csv", "--progress", "json", "--quiet"]);
    let lines: Vec<serde_json::Value> = told.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let last = lines.last().unwrap();
    assert_eq!((&last["event"], &last["done"], &last["failed"]), (&"finished".into(), &30.into(), &1.into()), "{last}");
    assert!(last["files_per_s"].as_f64().unwrap() > 0.0 && last["realtime"].as_f64().unwrap() > 0.0, "{last}");
    assert!(lines.len() >= 2 && lines[0]["event"] == "progress", "{lines:?}");
    let silent = run(&folder, 1, &["classify", "music", "-o", "out.csv", "--quiet"]);
    assert_eq!(silent.err, "");
}
