//! Ten thousand files: what a batch is for, too much for every run of the tests.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::batch_resume::{Chance, archive, killed_after};
use crate::cli_run::{Folder, acousticsense, run};

const FILES: usize = 10_000;
const KILLS: u32 = 20;

/// Resident memory of a process in MB, while it lives.
fn resident_mb(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok()? / 1024.0)
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes"]
fn ten_thousand_files_in_flat_memory_and_through_twenty_kills() {
    let folder = Folder::new();
    archive(&folder, FILES, 42);
    let begin = Instant::now();
    let mut child = acousticsense(folder.root())
        .args(["classify", "music", "-o", "whole.csv", "--quiet"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut curve: Vec<f64> = Vec::new();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        curve.extend(resident_mb(child.id()));
        std::thread::sleep(Duration::from_millis(50));
    };
    let seconds = begin.elapsed().as_secs_f64();
    assert_eq!(status.code(), Some(1), "a hundred files are no audio");
    let tenths: Vec<f64> = curve.chunks(curve.len().div_ceil(10)).map(|part| part.iter().copied().fold(0.0, f64::max)).collect();
    println!("{FILES} files in {seconds:.1} s, {:.0} files/s; memory by tenths of the run, MB: {tenths:.1?}", FILES as f64 / seconds);
    // A byte that is kept for each file shows in every tenth; one step, however high, is the allocator's, which takes another arena when
    // threads meet, or lays a large picture beside what is free. The first tenths load the model and fill the queues.
    let mut steps: Vec<f64> = tenths[1..].windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_by(f64::total_cmp);
    let usual = steps[steps.len() / 2];
    assert!(usual * 1024.0 <= 0.5 * FILES as f64 / 10.0, "memory grows by {usual} MB in every tenth of the run: {tenths:.1?}");
    assert!(tenths[9] <= 1.4 * tenths[1], "memory grows: {tenths:.1?} MB");

    let rows = fs::read_to_string(folder.path("whole.csv")).unwrap().lines().count();
    assert_eq!((rows, fs::read_to_string(folder.path("whole.csv.errors.csv")).unwrap().lines().count()), (9_901, 101));

    let journal_bytes = fs::metadata(folder.path("whole.csv.journal")).unwrap().len();
    let args = ["classify", "music", "-o", "killed.csv", "--resume", "--quiet"];
    let mut chance = Chance(20);
    let mut kills = 0;
    for _ in 0..KILLS {
        // On average, twenty kills come in half of a run; on a busy machine each comes late.
        kills += u32::from(killed_after(&folder, &args, &folder.path("killed.csv.journal"), 1 + chance.below(journal_bytes / 20)));
    }
    run(&folder, 1, &args);
    println!("{kills} kills");
    assert!(kills >= KILLS / 2, "{kills} kills only");
    for suffix in ["", ".errors.csv", ".journal"] {
        let read = |name: &str| fs::read(folder.path(format!("{name}.csv{suffix}"))).unwrap();
        assert!(read("whole") == read("killed"), "csv{suffix} differs");
    }
}
