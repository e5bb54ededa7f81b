//! Thousands of damaged checkpoints, the same ones every time: whatever they come to, the reader refuses them in words or reads them,
//! quickly and in little memory.
//!
//! `ACOUSTICSENSE_CHECKPOINT_MUTATIONS` says how many. Two hundred are read by one process, which gets little address space; where
//! that comes to no good end, each of them is read alone, and the culprit is kept.

mod damage;
mod opcodes;
mod random;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use crate::golden::json;
use crate::support::{Scratch, data};
use crate::toolkit::{each, limited, toolkit, watch};
use damage::{Program, damage, program, repeated};
use random::Random;

/// Files that one process reads.
const BATCH: u64 = 200;
/// Longest that a process may take for them; real ones take tenths of a second.
const LONGEST: Duration = Duration::from_secs(60);

/// Every fixture, and the pickles among them.
struct Seeds {
    files: Vec<(String, Vec<u8>)>,
    programs: Vec<Program>,
}

impl Seeds {
    fn read() -> Self {
        let folder = data("checkpoints/formats");
        let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names.retain(|path| path.extension().is_some_and(|extension| extension != "json"));
        let read = |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap());
        // Where nothing is, nothing can be damaged; the deepest one is only large.
        let mut files: Vec<_> = names.into_iter().map(read).filter(|(_, bytes)| (1..90_000).contains(&bytes.len())).collect();
        // Twice what is good: there, any refusal comes from the damage.
        let index = json("checkpoints/formats/formats.json");
        let reads = index["files"].as_array().unwrap().iter().filter(|row| row["expect"] == "reads");
        let reads: Vec<&str> = reads.filter_map(|row| row["file"].as_str()).collect();
        let good: Vec<_> = files.iter().filter(|(name, _)| reads.contains(&name.as_str())).cloned().collect();
        files.extend(good);
        let programs: Vec<Program> = files.iter().filter_map(|(_, bytes)| program(bytes)).collect();
        assert!(files.len() > 130 && programs.len() > 100, "{} files, {} pickles", files.len(), programs.len());
        Self { files, programs }
    }

    /// The damaged file of a number, and what it is.
    fn damaged(&self, seed: u64) -> (Vec<u8>, String) {
        let mut random = Random::new(seed);
        let (name, bytes) = &self.files[seed as usize % self.files.len()];
        let donor = &self.programs[random.below(self.programs.len())];
        let (bytes, what) = damage(bytes, donor, &mut random);
        (bytes, format!("seed {seed}, {name}: {what}"))
    }
}

/// What became of a batch.
#[derive(Default)]
struct Tally {
    files: usize,
    /// Files of which something was read in spite of it: the container, the pickle and where every tensor lies.
    opened: usize,
    refused: usize,
    /// Those of them whose pickle was at fault, and not the container.
    in_pickle: usize,
}

/// Reads all files in one process under guard.
///
/// # Errors
/// Says what must not happen and did: another exit code than 0 and 1, a panic, a signal, a hang, something left behind or printed.
fn judge(command: &mut Command, folder: &Path, longest: Duration) -> Result<Tally, String> {
    let here = folder.join("here");
    drop(fs::create_dir(&here));
    let ran = watch(command.current_dir(&here).env("RUST_BACKTRACE", "0"), folder, longest)?;
    if ran.stderr.contains("panicked") || !matches!(ran.code, Some(0 | 1)) {
        let words: Vec<&str> = ran.stderr.lines().filter(|line| !line.is_empty() && !line.starts_with("error: ")).take(2).collect();
        return Err(format!("it ended with {:?} and said {}", ran.code, words.join(" ")));
    }
    // A name in a file may hold what clears a screen or begins a line of its own.
    let steers = |text: &str| text.chars().any(|character| character.is_control() && character != '\n');
    if steers(&ran.stdout) || steers(&ran.stderr) {
        return Err("it printed control characters".to_owned());
    }
    let left = fs::read_dir(&here).unwrap().count();
    if left > 0 {
        return Err(format!("{left} files were written where it ran"));
    }
    let refusals: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    let (refused, in_pickle) = (refusals.len(), refusals.iter().filter(|line| line.contains(" of the pickle: ")).count());
    let opened = ran.stdout.lines().filter(|line| line.starts_with("format  ")).count();
    if (refused > 0) != (ran.code == Some(1)) {
        return Err(format!("it ended with {:?}, but refused {refused} files", ran.code));
    }
    Ok(Tally { files: 0, opened, refused, in_pickle })
}

fn inspect(files: &[PathBuf]) -> Command {
    let mut command = limited(toolkit());
    command.args(["inspect-checkpoint", "--heads", "3"]).args(files);
    command
}

/// Reads the damaged files of so many numbers; panics with those that come to no good end.
#[track_caller]
fn survive(name: &str, count: u64) {
    let count = std::env::var("ACOUSTICSENSE_CHECKPOINT_MUTATIONS").map_or(count, |count| count.parse().unwrap());
    let seeds = Seeds::read();
    let scratch = Scratch::new(name);
    let batches: Vec<u64> = (0..count.div_ceil(BATCH)).collect();
    let (tally, failures) = (Mutex::new(Tally::default()), Mutex::new(Vec::new()));
    each(&batches, |batch| {
        let folder = scratch.path().join(batch.to_string());
        fs::create_dir(&folder).unwrap();
        let mut files = Vec::new();
        for seed in batch * BATCH..count.min((batch + 1) * BATCH) {
            let file = folder.join(seed.to_string());
            fs::write(&file, seeds.damaged(seed).0).unwrap();
            files.push(file);
        }
        match judge(&mut inspect(&files), &folder, LONGEST) {
            Ok(found) => {
                let mut tally = tally.lock().unwrap();
                tally.files += files.len();
                tally.opened += found.opened;
                tally.refused += found.refused;
                tally.in_pickle += found.in_pickle;
            }
            Err(why) => failures.lock().unwrap().extend(culprits(&seeds, &files, &folder, &why)),
        }
        fs::remove_dir_all(&folder).unwrap();
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{} files come to no good end:\n{}", failures.len(), failures.join("\n"));
    let Tally { files, opened, refused, in_pickle } = tally.into_inner().unwrap();
    println!("{files} damaged files: {opened} opened, {} read, {refused} refused, {in_pickle} for their pickle", files - refused);
    // Damage that any reader sees at the door tells nothing, and neither does damage that nobody sees.
    assert!(opened > files / 10 && in_pickle > files / 5, "the damage is too coarse");
    assert!(files - refused > files / 20 && refused > files / 3, "the damage is too coarse or too fine");
}

/// Reads each file of a batch alone, and keeps those that fail where a person can find them.
fn culprits(seeds: &Seeds, files: &[PathBuf], folder: &Path, why: &str) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let Err(why) = judge(&mut inspect(std::slice::from_ref(file)), folder, LONGEST / 4) else { continue };
        let seed = file.file_name().unwrap().to_str().unwrap();
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-checkpoint-{seed}"));
        fs::copy(file, &kept).unwrap();
        found.push(format!("{}: {why}; kept as {}", seeds.damaged(seed.parse().unwrap()).1, kept.display()));
    }
    if found.is_empty() {
        found.push(format!("the batch of {:?} only fails as a whole: {why}", files[0].file_name().unwrap()));
    }
    found
}

#[test]
fn damaged_checkpoints_are_read_or_refused() {
    survive("hostile-checkpoints", 1_000);
}

#[test]
#[ignore = "ten thousand files: a minute"]
fn ten_thousand_damaged_checkpoints_are_read_or_refused() {
    survive("hostile-checkpoints-many", 10_000);
}

#[test]
fn every_fixture_is_read_in_little_memory() {
    let scratch = Scratch::new("hostile-checkpoints-whole");
    let entries = fs::read_dir(data("checkpoints/formats")).unwrap();
    let files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    let Tally { opened, refused, .. } = judge(&mut inspect(&files), scratch.path(), LONGEST).unwrap();
    assert!(opened > 50 && refused > 50 && refused < files.len(), "{opened} opened, {refused} refused");
}

#[test]
fn what_stands_for_much_is_refused_before_it_is_built() {
    let scratch = Scratch::new("hostile-checkpoints-repeated");
    for (index, (why, bytes)) in repeated().into_iter().enumerate() {
        let folder = scratch.path().join(index.to_string());
        fs::create_dir(&folder).unwrap();
        let file = folder.join("file");
        fs::write(&file, bytes).unwrap();
        let judged = judge(&mut inspect(&[file]), &folder, LONGEST).unwrap();
        let said = fs::read_to_string(folder.join("stderr")).unwrap();
        assert!(judged.refused == 1 && said.contains(why), "file {index}: {said}");
    }
}

/// What the watch must notice. Harmless unless it is asked for something else.
#[test]
fn misbehave() {
    match std::env::var("ACOUSTICSENSE_MISBEHAVE").as_deref() {
        // Nothing is written to it: on a machine that is not watched, this costs nothing.
        Ok("allocate") => assert_eq!(std::hint::black_box(Vec::<u8>::with_capacity(1 << 30)).len(), 0),
        Ok("panic") => panic!("as asked for"),
        Ok("hang") => std::thread::sleep(Duration::from_secs(600)),
        Ok("steer") => println!("\u{1b}[2J"),
        Ok("write") => fs::write("created-by-a-pickle", b"").unwrap(),
        _ => {}
    }
}

#[test]
fn the_watch_notices_what_must_not_happen() {
    let scratch = Scratch::new("hostile-checkpoints-watch");
    let program = std::env::current_exe().unwrap();
    let judged = |name: &str, mut command: Command, what: &str| {
        let folder = scratch.path().join(name);
        fs::create_dir(&folder).unwrap();
        command.args(["hostile_checkpoints::misbehave", "--exact", "--nocapture"]).env("ACOUSTICSENSE_MISBEHAVE", what);
        judge(&mut command, &folder, Duration::from_secs(2)).map(|_| ())
    };
    // The same program does no harm under the same limit, and may allocate without one.
    assert_eq!(judged("harmless", limited(&program), "nothing"), Ok(()));
    assert_eq!(judged("unlimited", Command::new(&program), "allocate"), Ok(()));
    let noticed = |name: &str, why: &str| {
        let error = judged(name, limited(&program), name).unwrap_err();
        assert!(error.contains(why), "{name}: {error}");
    };
    if cfg!(target_os = "linux") {
        noticed("allocate", "it ended with None and said memory allocation of 1073741824 bytes failed");
    }
    noticed("panic", "it ended with Some(101)");
    noticed("hang", "it did not end within 2s");
    noticed("steer", "it printed control characters");
    noticed("write", "1 files were written where it ran");
}
