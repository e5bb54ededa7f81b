//! A run in parts: what an array job's children do, and how their results become one table.

use std::fs;

use crate::batch_resume::{archive, killed_after};
use crate::cli_run::{Folder, acousticsense, run};

/// The names of `count` shards of `out.csv`.
fn shards(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("out.csv.shard-{number}-of-{count}")).collect()
}

fn judge(folder: &Folder, count: usize) {
    for number in 1..=count {
        let part = format!("{number}/{count}");
        let output = acousticsense(folder.root()).args(["classify", "music", "-o", "out.csv", "--shard", &part]).output().unwrap();
        // A shard without a bad file of its own ends well.
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    }
}

#[test]
fn shards_become_the_table_of_one_run() {
    let folder = Folder::new();
    archive(&folder, 41, 5);
    run(&folder, 1, &["classify", "music", "-o", "whole.csv"]);
    run(&folder, 1, &["classify", "music", "-o", "whole.parquet"]);
    judge(&folder, 3);
    assert!(!folder.path("out.csv").exists());
    for ending in ["csv", "parquet"] {
        let merged = format!("merged.{ending}");
        // The order in which they are named does not matter.
        let mut args = vec!["merge".to_owned(), "-o".to_owned(), merged.clone()];
        args.extend(shards(3).into_iter().rev());
        let said = run(&folder, 1, &args);
        assert!(said.err.contains("classified 40 files") && said.err.contains("1 failed"), "{}", said.err);
        for suffix in ["", ".errors.csv"] {
            let read = |name: &str| fs::read(folder.path(format!("{name}{suffix}"))).unwrap();
            assert!(read(&merged) == read(&format!("whole.{ending}")), ".{ending}{suffix}");
        }
    }
    // A child that is started twice does nothing the second time, and tells the same.
    let before = fs::read(folder.path(&shards(3)[2])).unwrap();
    let again = run(&folder, 1, &["classify", "music", "-o", "out.csv", "--shard", "3/3"]);
    assert!(again.err.contains("is complete already: 13 files, 1 failed"), "{}", again.err);
    assert!(fs::read(folder.path(&shards(3)[2])).unwrap() == before);
    // What failed is tried again in the shard, and only there.
    let mended = fs::read(folder.path("music/000/000004.wav")).unwrap();
    folder.write("music/000/000005.wav", &mended);
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--shard", "3/3", "--retry-errors"]);
    run(&folder, 0, &[&["merge", "-o", "merged.csv"], &shards(3).iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    run(&folder, 0, &["classify", "music", "-o", "fresh.csv"]);
    assert!(fs::read(folder.path("merged.csv")).unwrap() == fs::read(folder.path("fresh.csv")).unwrap());
}

#[test]
fn a_shard_that_was_whole_is_compared_with_the_inputs() {
    let folder = Folder::new();
    archive(&folder, 6, 99);
    judge(&folder, 2);
    let other = |name: &str| fs::read(folder.path(name)).unwrap();
    let args = |number: &'static str| ["classify", "music", "-o", "out.csv", "--shard", number];
    // A file of the first shard changes: it is judged again there, and nothing else.
    folder.write("music/000/000000.wav", &other("music/000/000003.wav")[..3_000]);
    let again = run(&folder, 0, &args("1/2"));
    assert!(again.err.contains("2 of all were done before"), "{}", again.err);
    assert!(run(&folder, 0, &args("2/2")).err.contains("is complete already"));
    let merge = || run(&folder, 0, &["merge", "-o", "merged.csv", "out.csv.shard-1-of-2", "out.csv.shard-2-of-2"]);
    let fresh = || {
        merge();
        run(&folder, 0, &["classify", "music", "-o", "fresh.csv"]);
        assert!(other("merged.csv") == other("fresh.csv"));
    };
    fresh();
    // A file more at the end belongs to one shard; both have to know of it.
    folder.write("music/999.wav", &other("music/000/000001.wav"));
    judge(&folder, 2);
    fresh();
    // Files in other places than before are refused.
    folder.write("music/000/000000-.wav", &other("music/000/000001.wav"));
    let refused = run(&folder, 2, &[&args("2/2")[..], &["--resume"]].concat());
    assert!(refused.err.contains("the inputs have changed") && refused.err.contains("delete it"), "{}", refused.err);
    assert!(!folder.path("out.csv.shard-2-of-2.journal").exists());
}

#[test]
fn children_of_an_array_job_take_their_part() {
    let folder = Folder::new();
    archive(&folder, 5, 99);
    let refused = run(&folder, 2, &["classify", "music", "-o", "out.csv", "--shard", "1/2", "--playlists", "p"]);
    assert!(refused.err.contains("give --playlists to acousticsense merge") && !folder.path("p").exists(), "{}", refused.err);
    let child = |index: &str, size: Option<&str>| {
        let mut command = acousticsense(folder.root());
        command.args(["classify", "music", "-o", "out.csv"]).env("AWS_BATCH_JOB_ARRAY_INDEX", index);
        size.map(|size| command.env("AWS_BATCH_JOB_ARRAY_SIZE", size));
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for index in ["0", "1"] {
        assert_eq!(child(index, Some("2")).0, Some(0));
    }
    run(&folder, 0, &[&["merge", "-o", "merged.csv"], &shards(2).iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    run(&folder, 0, &["classify", "music", "-o", "out.csv"]);
    assert!(fs::read(folder.path("merged.csv")).unwrap() == fs::read(folder.path("out.csv")).unwrap());
    let (code, err) = child("2", Some("2"));
    assert!(code == Some(2) && err.contains("no part of an array job"), "{err}");
    let (code, err) = child("0", None);
    assert!(code == Some(2) && err.contains("AWS_BATCH_JOB_ARRAY_SIZE"), "{err}");
    // More children than files: some have nothing to do, which is no failure.
    for index in 0..7 {
        assert_eq!(child(&index.to_string(), Some("7")).0, Some(0));
    }
    run(&folder, 0, &[&["merge", "-o", "seven.csv"], &shards(7).iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    assert!(fs::read(folder.path("seven.csv")).unwrap() == fs::read(folder.path("out.csv")).unwrap());
}

#[test]
fn what_is_not_all_of_one_run_is_not_merged() {
    let folder = Folder::new();
    archive(&folder, 30, 99);
    judge(&folder, 3);
    let all = shards(3);
    let merge = |parts: &[&str], says: &str| {
        let refused = run(&folder, 2, &[&["merge", "-o", "merged.csv"], parts].concat());
        assert!(refused.err.contains(says), "{parts:?}: {}", refused.err);
        assert!(!folder.path("merged.csv").exists());
    };
    merge(&[&all[0], &all[2]], "1 of 3 shard is missing, the first of them is number 2");
    merge(&[&all[0], &all[1], &all[1], &all[2]], "are the same shard");
    merge(&[&all[0], &all[1], "music/000/000001.wav"], "is no journal or shard of this version");
    merge(&[&all[0], &all[1], "nowhere"], "failed to read nowhere");
    let copy = fs::read(folder.path(&all[1])).unwrap();
    // Cut off in the middle of its last line, and of its answers.
    folder.write("cut", &copy[..copy.len() - 5]);
    merge(&[&all[0], "cut", &all[2]], "cut has not come to its end");
    // A damaged byte in the middle does not cost what follows.
    let mut damaged = copy.clone();
    let line = copy.iter().position(|&byte| byte == b'\n').unwrap() + 30;
    damaged[line] ^= 1;
    folder.write("damaged", &damaged);
    merge(&[&all[0], "damaged", &all[2]], "damaged is damaged in line 2 (from byte ");
    merge(&[&all[0], "damaged", &all[2]], "10 whole lines follow");
    // Another one of the same number, from before a file was added.
    folder.write("music/000/new.wav", &fs::read(folder.path("music/000/000001.wav")).unwrap());
    fs::remove_file(folder.path(&all[2])).unwrap();
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--shard", "3/3"]);
    merge(&[&all[0], &all[1], &all[2]], "did not see the same inputs");
    run(&folder, 0, &["classify", "music", "-o", "raw.csv", "--shard", "3/3", "--raw"]);
    merge(&[&all[0], &all[1], "raw.csv.shard-3-of-3"], "does not belong with");
    run(&folder, 0, &["classify", "music", "-o", "out.csv", "--shard", "2/2"]);
    merge(&[&all[0], "out.csv.shard-2-of-2"], "is one of 2 shards");
}

#[test]
fn a_shard_that_was_killed_goes_on() {
    let folder = Folder::new();
    archive(&folder, 120, 3);
    run(&folder, 1, &["classify", "music", "-o", "whole.csv"]);
    let args = ["classify", "music", "-o", "out.csv", "--shard", "1/2", "--resume"];
    assert!(killed_after(&folder, &args, &folder.path("out.csv.shard-1-of-2.journal"), 8_000));
    assert!(!folder.path("out.csv.shard-1-of-2").exists());
    run(&folder, 0, &args);
    run(&folder, 1, &["classify", "music", "-o", "out.csv", "--shard", "2/2"]);
    run(&folder, 1, &[&["merge", "-o", "out.csv"], &shards(2).iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    assert!(fs::read(folder.path("out.csv")).unwrap() == fs::read(folder.path("whole.csv")).unwrap());
}
