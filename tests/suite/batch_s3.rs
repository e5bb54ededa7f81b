//! Archives in S3 through the command line: planned, judged in parts by children that are killed, merged, and held against one run over
//! the same files of this machine. moto stands for S3, a proxy before it for what goes wrong.

use std::fs;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::batch_resume::{archive, signal};
use crate::cli_run::{Folder, acousticsense, run};
use crate::moto::{Moto, environment};
use crate::s3_proxy::{Proxy, Way};

const MANIFEST: &str = "s3://archive/batch/one/manifest";
const TABLE: &str = "s3://archive/batch/one/genres.csv";

/// An S3 with an archive in it, and the same files on this machine.
struct Bench {
    moto: Moto,
    folder: Folder,
}

impl Bench {
    /// `count` recordings under `s3://archive/music/`, the `bad`-th no audio, among other things that are passed over.
    fn with(count: usize, bad: usize) -> Self {
        let bench = Self { moto: Moto::with_buckets(&["archive"]), folder: Folder::new() };
        archive(&bench.folder, count, bad);
        for index in 0..count {
            let name = format!("music/{:03}/{index:06}.wav", index / 100);
            bench.moto.put("archive", &name, &fs::read(bench.folder.path(&name)).unwrap());
        }
        for (name, bytes) in [("music/cover.jpg", &b"\xff\xd8\xff\xe0"[..]), ("music/.trash/a.wav", b"x"), ("music/empty.wav", b"")] {
            bench.moto.put("archive", name, bytes);
        }
        bench
    }

    /// The program on one of several machines: what it keeps there, the others do not see.
    fn machine(&self, name: &str, args: &[&str]) -> Command {
        let tmp = self.folder.path(format!("tmp-{name}"));
        fs::create_dir_all(&tmp).unwrap();
        let mut command = acousticsense(self.folder.root());
        command.args(args).envs(self.moto.environment()).env("TMPDIR", tmp);
        command
    }

    /// Runs it, and holds its exit code against `code`; gives back what it said.
    #[track_caller]
    fn run(&self, code: i32, args: &[&str]) -> String {
        said(code, self.machine("one", args).output().unwrap())
    }

    /// A child of the array job.
    fn child(&self, machine: &str, index: usize, of: usize) -> Command {
        let mut command = self.machine(machine, &["classify", "--manifest", MANIFEST, "-o", TABLE, "--resume", "--failures-ok"]);
        command.env("AWS_BATCH_JOB_ARRAY_INDEX", index.to_string()).env("AWS_BATCH_JOB_ARRAY_SIZE", of.to_string());
        command
    }

    /// An object of the run, with addresses as the paths of this machine.
    fn table(&self, key: &str) -> String {
        String::from_utf8(self.moto.get("archive", key)).unwrap().replace("s3://archive/music/", "music/")
    }

    /// What one run over the files of this machine says.
    fn expected(&self, code: i32) -> String {
        run(&self.folder, code, &["classify", "music", "-o", "whole.csv"]);
        fs::read_to_string(self.folder.path("whole.csv")).unwrap()
    }

    /// The files that lie on a machine.
    fn left(&self, machine: &str) -> Vec<String> {
        let work = fs::read_dir(self.folder.path(format!("tmp-{machine}"))).unwrap();
        let files = work.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
        files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

#[track_caller]
fn said(code: i32, Output { status, stderr, .. }: Output) -> String {
    let err = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(code), "{err}");
    assert!(!err.contains("panicked"), "{err}");
    err
}

/// Starts a child and waits until the journal that it keeps on its machine has so many bytes.
fn begun(bench: &Bench, machine: &str, mut command: Command, bytes: u64) -> Child {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let begin = Instant::now();
    let tmp = bench.folder.path(format!("tmp-{machine}"));
    let journal = || {
        let work = fs::read_dir(&tmp).ok()?.flatten().flat_map(|work| fs::read_dir(work.path())).flatten().flatten();
        work.filter(|file| file.file_name().to_string_lossy().ends_with(".journal"))
            .map(|file| file.metadata().map_or(0, |m| m.len()))
            .max()
    };
    while journal().unwrap_or_default() < bytes {
        assert!(child.try_wait().unwrap().is_none(), "it ended too soon");
        assert!(begin.elapsed() < Duration::from_secs(120), "the journal does not grow");
        std::thread::sleep(Duration::from_millis(2));
    }
    child
}

#[cfg(unix)]
#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn children_that_are_killed_and_retried_make_the_table_of_one_run() {
    let bench = Bench::with(330, 5);
    let planned = bench.run(0, &["plan", "s3://archive/music/", "-o", MANIFEST]);
    assert!(planned.contains("planned 330 files") && planned.contains("left out 2 files that are not audio"), "{planned}");
    assert!(planned.contains("left out 1 file hidden"), "{planned}");
    let manifest = String::from_utf8(bench.moto.get("archive", "batch/one/manifest")).unwrap();
    assert!(manifest.starts_with("path,bytes\ns3://archive/music/000/000000.wav,4"), "{}", &manifest[..100]);
    let merge = ["merge", "--manifest", MANIFEST, "-o", TABLE];
    let none = bench.run(2, &merge);
    assert!(none.contains(&format!("beside {TABLE} are no shards")), "{none}");

    said(0, bench.child("a", 0, 3).output().unwrap());
    let missing = bench.run(2, &merge);
    assert!(missing.contains("2 of 3 shards missing: s3://archive/batch/one/genres.csv.shard-2-of-3, s3://"), "{missing}");
    // Spot takes one machine back, and the child goes on elsewhere with what was carried to S3.
    let mut child = bench.child("b", 1, 3);
    child.env("NO_COLOR", "1");
    let child = begun(&bench, "b", child, 12_000);
    let begin = Instant::now();
    signal(&child, "TERM");
    let told = said(143, child.wait_with_output().unwrap());
    assert!(begin.elapsed() < Duration::from_secs(5), "it took {:?}", begin.elapsed());
    assert!(told.contains("kept in s3://archive/batch/one/genres.csv.shard-2-of-3.journal; go on with --resume"), "{told}");
    let retried = said(0, bench.child("c", 1, 3).output().unwrap());
    assert!(retried.contains("of all were done before"), "{retried}");
    // Another is killed without a word: on the same machine what it has is found again, elsewhere it begins anew.
    let mut child = begun(&bench, "d", bench.child("d", 2, 3), 12_000);
    child.kill().unwrap();
    child.wait().unwrap();
    let retried = said(0, bench.child("d", 2, 3).output().unwrap());
    assert!(retried.contains("of all were done before"), "{retried}");
    // Started once more, it finds itself done.
    let again = said(0, bench.child("e", 2, 3).output().unwrap());
    assert!(again.contains("is complete already: 110 files"), "{again}");

    let merged = bench.run(1, &merge);
    assert!(
        merged.contains("classified 326 files") && merged.contains("4 failed, see s3://archive/batch/one/genres.csv.errors.csv"),
        "{merged}"
    );
    bench.run(0, &[&merge[..], &["--failures-ok"]].concat());
    assert_eq!(bench.table("batch/one/genres.csv"), bench.expected(1));
    let ledger = fs::read_to_string(bench.folder.path("whole.csv.errors.csv")).unwrap();
    assert_eq!(bench.table("batch/one/genres.csv.errors.csv"), ledger);
    // What was killed without a word could not tidy up.
    for machine in ["one", "a", "c", "e"] {
        assert_eq!(bench.left(machine), [""; 0], "{machine} is left with something");
    }
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn an_object_that_changed_is_judged_again_and_one_that_is_gone_has_failed() {
    let bench = Bench::with(12, 99);
    bench.run(0, &["plan", "s3://archive/music/", "-o", MANIFEST]);
    let shard = |index| bench.child("a", index, 2).output().unwrap();
    said(0, shard(0));
    said(0, shard(1));
    // The same size: only S3's mark tells it.
    let changed = fs::read(bench.folder.path("music/000/000007.wav")).unwrap();
    let size = fs::read(bench.folder.path("music/000/000000.wav")).unwrap().len();
    assert_eq!(changed.len(), size, "the test wants files of one size");
    bench.moto.put("archive", "music/000/000000.wav", &changed);
    bench.folder.write("music/000/000000.wav", &changed);
    let again = said(0, shard(0));
    assert!(again.contains("classified 6 files") && again.contains("(5 of all were done before)"), "{again}");
    assert!(said(0, shard(1)).contains("is complete already"));
    bench.run(0, &["merge", "--manifest", MANIFEST, "-o", TABLE]);
    assert_eq!(bench.table("batch/one/genres.csv"), bench.expected(0));
    // Another list than the one that was judged.
    bench.moto.put("archive", "batch/other", b"path\ns3://archive/music/000/000001.wav\n");
    let other = bench.run(2, &["merge", "--manifest", "s3://archive/batch/other", "-o", TABLE]);
    assert!(other.contains("the shards judged another list than s3://archive/batch/other: 12 inputs, this one has 1"), "{other}");
    // One that is gone is that object's failure.
    bench.moto.request("DELETE", "/archive/music/000/000003.wav", &[], b"");
    said(0, shard(1));
    let merged = bench.run(1, &["merge", "--manifest", MANIFEST, "-o", TABLE]);
    assert!(merged.contains("1 failed"), "{merged}");
    let ledger = bench.table("batch/one/genres.csv.errors.csv");
    assert!(ledger.contains("music/000/000003.wav,not-found,there is no music/000/000003.wav"), "{ledger}");
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn addresses_stand_among_files_and_in_lists() {
    let bench = Bench::with(6, 99);
    let expected = bench.expected(0);
    let same = |inputs: &[&str]| {
        let said = bench.run(0, &[&["classify"], inputs, &["-o", "here.csv"]].concat());
        let table = fs::read_to_string(bench.folder.path("here.csv")).unwrap().replace("s3://archive/music/", "music/");
        assert_eq!(table, expected, "{inputs:?}");
        said
    };
    let said = same(&["s3://archive/music/"]);
    assert!(said.contains("skipped 2 files without audio, 1 file hidden"), "{said}");
    // What a prefix brings was named before.
    let said = same(&["s3://archive/music/000/000000.wav", "s3://archive/music"]);
    assert!(said.contains("1 file named twice"), "{said}");
    let names: Vec<String> = (0..6).map(|index| format!("s3://archive/music/000/{index:06}.wav\n")).collect();
    bench.folder.write("list.m3u8", format!("#EXTM3U\n{}", names.concat()).as_bytes());
    same(&["list.m3u8"]);
    bench.moto.put("archive", "batch/list", format!("path\n{}", names.concat()).as_bytes());
    same(&["--manifest", "s3://archive/batch/list"]);
    // Paths in a list count from where it lies.
    bench.moto.put("archive", "music/list", names.concat().replace("s3://archive/music/", "").as_bytes());
    same(&["--manifest", "s3://archive/music/list"]);

    for (args, says) in [
        (&["classify", "s3://archive/batch/list.csv"][..], "is a list by its name; name it with --manifest"),
        (&["classify", "--manifest", "s3://archive/nowhere"], "there is no s3://archive/nowhere"),
        (&["classify", "s3://archive/music/", "-o", "s3://archive/x.csv", "--playlists", "p"], "--playlists needs a table on this machine"),
        (&["classify", "s3://archive/music/", "-o", "here.csv", "--write-tags"], "--write-tags writes to files of this machine only"),
        (&["merge", "s3://archive/x.csv.shard-1-of-2", "-o", "here.csv"], "shards in S3 are found beside the output; say --manifest"),
        (&["classify", "s3://archive/music/", "-o", "s3://archive/folder/"], "names a folder"),
        (&["classify", "s3://archive/music/", "-o", "s3://nowhere/x.csv"], "there is no such bucket"),
        (&["plan", "s3://archive/music/cover.jpg.d", "-o", "p"], "there is no such object, and none whose key begins so"),
        (&["plan", "s3://archive/music/cover", "-o", "p"], "found no audio in s3://archive/music/cover; left out 1 file"),
    ] {
        let refused = bench.run(2, args);
        assert!(refused.contains(says), "{args:?}: {refused}");
    }
    let untagged = bench.run(1, &["classify", "list.m3u8", "music", "-o", "here.csv", "--write-tags"]);
    assert!(
        untagged.contains("s3://archive/music/000/000000.wav: tags not written: tags are written to files of this machine"),
        "{untagged}"
    );
    assert!(untagged.contains("dry run: the tags of 6 files would change") && untagged.contains("6 failed"), "{untagged}");
    let missing = bench.run(1, &["classify", "s3://archive/none.wav", "music", "-o", "here.csv"]);
    assert!(missing.contains("classified 6 files") && missing.contains("1 failed"), "{missing}");
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn a_lost_connection_costs_time_and_nothing_else() {
    let bench = Bench::with(60, 7);
    let expected = bench.expected(1);
    let ledger = fs::read_to_string(bench.folder.path("whole.csv.errors.csv")).unwrap();
    for (name, output) in [("here", "here.csv"), ("there", "s3://archive/batch/two/genres.csv")] {
        // After so many objects, S3 is gone.
        let left = Arc::new(AtomicUsize::new(25));
        let own = Arc::clone(&left);
        let proxy = Proxy::start(&bench.moto.address, move |request| {
            let object = request.starts_with("GET /archive/music/");
            let down = own.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(usize::from(object))).is_err();
            if down && request.contains("/archive/music/") { Way::Refused } else { Way::Through }
        });
        let args = ["classify", "s3://archive/music/", "-o", output, "--resume"];
        let mut first = bench.machine(name, &args);
        let lost = said(2, first.envs(environment(&proxy.address)).output().unwrap());
        assert!(lost.contains("s3://archive/music/000/") && lost.contains("go on with --resume"), "{lost}");
        assert!(proxy.refused() > 0 && !lost.contains("failed,"), "{lost}");
        // On another machine, where the run is in S3.
        let rest = said(1, bench.machine(&format!("{name}-again"), &args).output().unwrap());
        assert!(rest.contains("of all were done before") && rest.contains("classified 59 files"), "{rest}");
        let table = match name {
            "here" => fs::read_to_string(bench.folder.path(output)).unwrap().replace("s3://archive/music/", "music/"),
            _ => bench.table("batch/two/genres.csv"),
        };
        assert_eq!(table, expected, "{name}");
    }
    assert_eq!(bench.table("batch/two/genres.csv.errors.csv"), ledger);
    // What failed is tried again from what is kept in S3; then nobody needs that any more.
    let mended = fs::read(bench.folder.path("music/000/000008.wav")).unwrap();
    bench.moto.put("archive", "music/000/000007.wav", &mended);
    bench.folder.write("music/000/000007.wav", &mended);
    bench.run(0, &["classify", "s3://archive/music/", "-o", "s3://archive/batch/two/genres.csv", "--retry-errors"]);
    assert_eq!(bench.table("batch/two/genres.csv"), bench.expected(0));
    assert_eq!(bench.table("batch/two/genres.csv.errors.csv"), "\u{feff}path,kind,reason\n");
    assert_eq!(bench.table("batch/two/genres.csv.journal"), "");
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn an_interrupted_run_is_named_as_it_is_called_in_s3() {
    let bench = Bench::with(330, 999);
    let args = ["classify", "s3://archive/music/", "-o", TABLE];
    let mut child = begun(&bench, "one", bench.machine("one", &args), 12_000);
    child.kill().unwrap();
    child.wait().unwrap();
    let refused = bench.run(2, &args);
    let journal = "batch/one/genres.csv.journal";
    assert!(refused.contains(&format!("s3://archive/{journal} holds ")) && refused.contains("or delete it"), "{refused}");
    // Who does as told begins anew, also where the machine has a copy.
    bench.moto.request("DELETE", &format!("/archive/{journal}"), &[], b"");
    let anew = bench.run(0, &args);
    assert!(anew.contains("classified 330 files in") && !anew.contains("were done before"), "{anew}");
}

#[test]
fn options_of_jobs_make_sense() {
    let folder = Folder::new();
    archive(&folder, 3, 1);
    // A manifest of this machine, and shards beside a table here.
    run(&folder, 0, &["plan", "music", "-o", "plan.csv"]);
    for part in ["1/2", "2/2"] {
        run(&folder, 0, &["classify", "--manifest", "plan.csv", "-o", "out.csv", "--shard", part, "--failures-ok"]);
    }
    run(&folder, 0, &["merge", "--manifest", "plan.csv", "-o", "out.csv", "--failures-ok"]);
    fs::remove_file(folder.path("out.csv.shard-1-of-2")).unwrap();
    let missing = run(&folder, 2, &["merge", "--manifest", "plan.csv", "-o", "out.csv", "--failures-ok"]);
    assert!(missing.err.contains("1 of 2 shards missing: out.csv.shard-1-of-2; run them again"), "{}", missing.err);
    for args in [
        &["classify", "https://example.com/a.mp3"][..],
        &["classify", "--manifest", "http://example.com/list.csv"],
        &["classify", "--manifest", "plan.csv", "music"],
        &["merge", "--manifest", "plan.csv", "out.csv.shard-2-of-2", "-o", "out.csv"],
        &["merge", "-o", "out.csv"],
        &["plan", "nowhere", "-o", "p.csv"],
        &["plan", "s3://X/", "-o", "p.csv"],
    ] {
        run(&folder, 2, args);
    }
    assert!(!folder.path("p.csv").exists());
}
