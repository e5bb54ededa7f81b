//! The command line as a black box: what `classify` prints and writes, and how it ends.

use std::ffi::OsStr;
use std::fs;
use std::process::{Command, Stdio};

use crate::cli_run::{Folder, acousticsense, csv, program, run};
use crate::containers::{Wav, glide};
use crate::support::{data, repository};

#[test]
fn a_pipe_gets_json_lines() {
    let folder = Folder::new();
    folder.fixture("vbr-48k.mp3", "song.mp3");
    let run = run(&folder, 0, &["classify", "song.mp3"]);
    let [report] = &run.lines()[..] else { panic!("{run:?}") };
    assert_eq!(report["path"], "song.mp3");
    assert_eq!(report["audio"]["codec"], "mp3");
    assert_eq!(report["scores"].as_array().unwrap().len(), 16);
    assert!(report["notice"].as_str().unwrap().contains("composed music only"), "{report}");
    assert!(report["timings_ms"].is_null());
    assert_eq!(run.err, "");
}

#[test]
fn folders_are_walked_in_order_by_content() {
    let folder = Folder::new();
    folder.fixture("looped-3.7s-44k.wav", "music/b.wav");
    folder.fixture("looped-3.7s-44k.wav", "music/a/z.dat");
    folder.fixture("looped-3.7s-44k.wav", "music/B.WAV");
    folder.fixture("looped-3.7s-44k.wav", "music/.hidden.wav");
    folder.fixture("looped-3.7s-44k.wav", "music/.git/c.wav");
    folder.write("music/cover.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01");
    folder.write("music/a/notes.txt", b"remember the milk");
    let walked = run(&folder, 0, &["classify", "music"]);
    assert_eq!(walked.names(), ["music/B.WAV", "music/a/z.dat", "music/b.wav"]);
    assert!(
        walked.err.contains("classified 3 files") && walked.err.contains("skipped 2 files without audio, 2 files hidden"),
        "{}",
        walked.err
    );
    // Named files come as named, whatever they are called; --quiet leaves only failures.
    let named = run(&folder, 1, &["classify", "--quiet", "music/b.wav", "music/.hidden.wav", "music/cover.jpg", "music/a"]);
    assert_eq!(named.names(), ["music/b.wav", "music/.hidden.wav", "music/a/z.dat"]);
    assert_eq!(named.err.lines().count(), 1, "{}", named.err);
    assert!(named.err.starts_with("music/cover.jpg: this is not audio") && named.err.ends_with("(not-audio)\n"), "{}", named.err);
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_never_in_circles() {
    let folder = Folder::new();
    let song = folder.fixture("looped-3.7s-44k.wav", "elsewhere/song.wav");
    folder.write("music/readme", b"x");
    std::os::unix::fs::symlink(&song, folder.path("music/link.wav")).unwrap();
    std::os::unix::fs::symlink("..", folder.path("music/circle")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path("music/lost.wav")).unwrap();
    let run = run(&folder, 1, &["classify", "music"]);
    assert_eq!(run.names(), ["music/link.wav"]);
    assert!(run.err.contains("music/lost.wav: failed to read the audio"), "{}", run.err);
}

#[test]
fn a_bad_file_costs_itself_only() {
    let folder = Folder::new();
    folder.fixture("vorbis-32k.ogg", "music/1.ogg");
    folder.write("music/2.mp3", b"this is text");
    folder.write("music/3.wav", b"");
    folder.fixture("mono-16k.wav", "music/4.wav");
    folder.write("music/5.ogg", &fs::read(data("hostile/opus.ogg")).unwrap());
    let run_csv = run(&folder, 1, &["classify", "music", "missing.mp3", "-o", "out.csv"]);
    assert_eq!(run_csv.out, "");
    assert!(run_csv.err.contains("classified 2 files") && run_csv.err.contains("4 failed, see out.csv.errors.csv"), "{}", run_csv.err);
    let rows = csv(&folder.path("out.csv"));
    assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["path", "music/1.ogg", "music/4.wav"]);
    assert!(rows.iter().all(|row| row.len() == 18 + 16));
    let ledger = csv(&folder.path("out.csv.errors.csv"));
    let heads: Vec<_> = ledger.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    let expected = [
        ("path", "kind"),
        ("music/2.mp3", "not-audio"),
        ("music/3.wav", "empty"),
        ("music/5.ogg", "unsupported-audio"),
        ("missing.mp3", "unreadable"),
    ];
    assert_eq!(heads, expected);
    // The next run has nothing to complain of, and the old ledger would be a lie.
    run(&folder, 0, &["classify", "music/1.ogg", "-o", "out.csv"]);
    assert_eq!(folder.names(), ["music", "out.csv"]);
}

#[test]
fn files_are_the_same_whatever_the_jobs() {
    let folder = Folder::new();
    for index in 0..12 {
        let fixture = ["looped-3.7s-44k.wav", "vbr-48k.mp3", "native-22k-mono.wav"][index % 3];
        folder.fixture(fixture, format!("music/{index}.bin"));
    }
    folder.write("music/7b.mp3", b"text");
    for ending in ["csv", "jsonl", "parquet"] {
        let table = |jobs: &str, extra: &str| {
            let name = format!("{jobs}{extra}.{ending}");
            let mut args = vec!["classify", "music", "-o", &name, "--jobs", jobs];
            args.extend(Some(extra).filter(|extra| !extra.is_empty()));
            run(&folder, 1, &args);
            (fs::read(folder.path(&name)).unwrap(), fs::read(folder.path(format!("{name}.errors.csv"))).unwrap())
        };
        let first = table("1", "");
        assert!(first == table("2", ""), "--jobs changes a .{ending} file");
        assert!(first == table("5", ""), "--jobs changes a .{ending} file");
        let timed = table("2", "--timings").0;
        let needle: &[u8] = if ending == "jsonl" { b"timings_ms" } else { b"inference_ms" };
        let holds = |bytes: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        assert!(holds(&timed) && !holds(&first.0));
    }
    // A single file gets all cores, which must not show either.
    let alone = run(&folder, 0, &["classify", "music/0.bin"]).out;
    assert_eq!(alone, run(&folder, 0, &["classify", "music/0.bin", "music/1.bin", "-q"]).out.lines().next().unwrap().to_owned() + "\n");
}

#[test]
fn options_reach_the_answer() {
    let folder = Folder::new();
    folder.write("song.wav", &Wav::pcm(&glide(22_050 * 20, 22_050), 22_050).bytes());
    let later = &run(&folder, 0, &["classify", "song.wav", "--start", "15"]).lines()[0];
    assert_eq!(later["audio"]["window"], serde_json::json!({"start_s": 15.0, "seconds": 5.0, "looped": true}));
    let raw = &run(&folder, 0, &["classify", "song.wav", "--raw"]).lines()[0];
    assert!(raw["scores"][0]["raw_probability"].is_number(), "{raw}");
    let timed = &run(&folder, 0, &["classify", "song.wav", "--timings"]).lines()[0];
    assert!(timed["timings_ms"]["total"].as_f64().unwrap() > 0.0);
    run(&folder, 0, &["classify", "song.wav", "--raw", "--timings", "-o", "all.csv"]);
    let rows = csv(&folder.path("all.csv"));
    assert_eq!(rows[0].len(), 18 + 16 + 16 + 4);
    assert!(rows[0][34].ends_with(" (raw)") && rows[0][53] == "total_ms", "{:?}", rows[0]);
    assert!(rows[1].len() == rows[0].len() && rows[1].iter().all(|cell| !cell.is_empty()), "{:?}", rows[1]);
    let behind = run(&folder, 1, &["classify", "song.wav", "--start", "21"]);
    assert!(behind.err.contains("(start-behind-end)"), "{}", behind.err);
    let model = repository().join("models/demo");
    let given = run(&folder, 0, &[OsStr::new("classify"), OsStr::new("song.wav"), OsStr::new("--model"), model.as_os_str()]);
    assert_eq!(given.out, run(&folder, 0, &["classify", "song.wav", "--precision", "f16"]).out);
}

#[test]
fn what_cannot_run_ends_with_2_and_writes_nothing() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    folder.write("empty/readme.txt", b"no music here");
    folder.write("model/model.json", b"{\"schema\": 1}");
    folder.fixture("mono-16k.wav", "song.csv");
    let before = folder.names();
    let cases: [(&[&str], &str); 19] = [
        (&[], "Usage"),
        (&["classify"], "FILE"),
        (&["clasify", "song.wav"], "classify"),
        (&["classify", "song.wav", "--jobs", "0"], "--jobs"),
        (&["classify", "song.wav", "--start", "-1"], "--start"),
        (&["classify", "song.wav", "--start=NaN"], "seconds from 0"),
        (&["classify", "song.wav", "--precision", "f99"], "f99"),
        (&["classify", "song.wav", "--precision", "int8"], "has no int8 file"),
        (&["classify", "missing.mp3"], "missing.mp3 does not exist"),
        (&["classify", "missing.mp3", "other.mp3"], "missing.mp3 and 1 more do not exist"),
        (&["classify", "empty"], "found no audio in empty (files that are none: 1)"),
        (&["classify", "song.wav", "-o", "out.txt"], "use .csv, .jsonl or .parquet"),
        (&["classify", "song.wav", "-o", "out"], "use .csv, .jsonl or .parquet"),
        (&["classify", "song.wav", "-o", "nowhere/out.csv"], "failed to write nowhere/out.csv: "),
        (&["classify", "song.csv", "-o", "song.csv"], "song.csv is one of the inputs"),
        (&["classify", ".", "-o", "./song.csv"], "song.csv is one of the inputs"),
        (&["classify", "song.wav", "--model", "nowhere"], "failed to use the model in nowhere: failed to read model.json"),
        (&["classify", "song.wav", "--model", "model", "-o", "out.csv"], "failed to use the model in model: model.json: missing field"),
        (&["inspect", "missing.mp3"], "missing.mp3 does not exist"),
    ];
    for (args, says) in cases {
        let run = run(&folder, 2, args);
        assert!(run.err.contains(says), "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?}");
    }
    fs::create_dir(folder.path("folder.csv")).unwrap();
    assert!(run(&folder, 2, &["classify", "song.wav", "-o", "folder.csv"]).err.contains("not a regular file"));
    fs::remove_dir(folder.path("folder.csv")).unwrap();
    assert_eq!(folder.names(), before, "something was left behind");
}

#[test]
fn help_teaches_the_tool() {
    let folder = Folder::new();
    for (args, words) in [
        (&["--help"][..], &["classify", "inspect", "Examples:", "Exit codes:"][..]),
        (&["classify", "--help"], &["--model", "--jobs", "--start", "-o genres.csv", "JSON Lines", "atypical", "errors.csv", "Exit codes"]),
        (&["inspect", "--help"], &["--pixels", "--spectrogram", "numpy.load"]),
        (&["--version"], &["acousticsense 0."]),
    ] {
        let help = run(&folder, 0, args).out;
        for word in words {
            assert!(help.contains(word), "{args:?} does not speak of {word:?}:\n{help}");
        }
    }
}

#[test]
fn names_that_spreadsheets_and_terminals_would_obey() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "=cmd.mp3");
    folder.fixture("mono-16k.wav", "a,b \"c\".mp3");
    folder.write("-bad.mp3", b"text");
    run(&folder, 1, &["classify", "-o", "out.csv", "--", "=cmd.mp3", "a,b \"c\".mp3", "-bad.mp3"]);
    let text = fs::read_to_string(folder.path("out.csv")).unwrap();
    let begins: Vec<&str> = text.lines().skip(1).map(|line| &line[..18.min(line.len())]).collect();
    assert!(begins[0].starts_with("'=cmd.mp3,"), "{begins:?}");
    assert!(begins[1].starts_with("\"a,b \"\"c\"\".mp3\","), "{begins:?}");
    assert_eq!(csv(&folder.path("out.csv.errors.csv"))[1][0], "'-bad.mp3");
    // JSON is no spreadsheet: names stay as they are.
    assert_eq!(run(&folder, 0, &["classify", "=cmd.mp3"]).names(), ["=cmd.mp3"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8_stay_recoverable() {
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new();
    let name = OsStr::from_bytes(b"music/caf\xe9.mp3");
    folder.fixture("mono-16k.wav", name);
    for (input, shown) in [(OsStr::new("music"), r"$'music/caf\351.mp3'"), (name, r"$'music/caf\351.mp3'")] {
        let run = run(&folder, 0, &[OsStr::new("classify"), input]);
        assert_eq!(run.names(), [shown]);
        // A shell takes it back.
        let found = Command::new("bash").arg("-c").arg(format!("test -f {shown}")).current_dir(folder.root()).status().unwrap();
        assert!(found.success());
    }
    run(&folder, 0, &["classify", "music", "-o", "out.csv"]);
    assert_eq!(csv(&folder.path("out.csv"))[1][0], r"$'music/caf\351.mp3'");
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "music/song.wav");
    let pipe = folder.path("music/pipe.wav");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(run(&folder, 0, &["classify", "music"]).names(), ["music/song.wav"]);
    let named = run(&folder, 1, &["classify", "music/song.wav", "music/pipe.wav"]);
    assert!(named.err.contains("music/pipe.wav: failed to read the audio: this is not a regular file (unreadable)"), "{}", named.err);
    assert!(run(&folder, 1, &["inspect", "music/pipe.wav"]).err.contains("not a regular file"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_is_no_crash() {
    let folder = Folder::new();
    for index in 0..30 {
        folder.fixture("looped-3.7s-44k.wav", format!("music/{index}.wav"));
    }
    let script = format!("set -o pipefail; '{}' classify -q music | head -n 1", program().display());
    let output = Command::new("bash").arg("-c").arg(script).current_dir(folder.root()).output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_leaves_nothing() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = acousticsense(folder.root()).args(["classify", "song.wav"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("failed to write to standard output: No space left"));
}

/// util-linux's `script` gives the program a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_a_table() {
    let folder = Folder::new();
    folder.fixture("looped-3.7s-44k.wav", "歌.wav");
    folder.fixture("vbr-48k.mp3", "song.mp3");
    let on_terminal = |no_color: &str| {
        let command = format!("'{}' classify 歌.wav song.mp3", program().display());
        let output = Command::new("script")
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .env("NO_COLOR", no_color)
            .env("TERM", "xterm-256color")
            .env_remove("COLORTERM")
            .current_dir(folder.root())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let plain = on_terminal("1");
    for word in [
        "composed music only",
        "歌.wav",
        "song.mp3",
        " %), ",
        "█",
        "pcm_s16le, 44100 Hz",
        "0:03 long",
        "repeated to fill",
        "classified 2 files",
    ] {
        assert!(plain.contains(word), "{word:?} is missing:\n{plain}");
    }
    assert!(!plain.contains("\x1b[38;"), "NO_COLOR is not heard");
    assert!(on_terminal("").contains("\x1b[38;5;"), "no family has a colour");
}

/// What a container with a bound on processes or memory does.
#[test]
fn threads_that_cannot_be_started_are_an_error() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "music/1.wav");
    folder.fixture("mono-16k.wav", "music/2.wav");
    // A stack of a million gigabytes: no thread at all. One of 64 GB where all of the program may take 256: three.
    for (stack, limit, jobs) in
        [("1000000000000000", "unlimited", "1"), ("1000000000000000", "unlimited", "2"), ("64000000000", "250000000", "200")]
    {
        let mut shell = Command::new("sh");
        let command = shell.args(["-c", &format!("ulimit -v {limit}; exec \"$0\" \"$@\"")]).arg(program()).current_dir(folder.path(""));
        let run = command.args(["classify", "music", "-o", "out.csv", "--jobs", jobs]).env("RUST_MIN_STACK", stack).output().unwrap();
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(2) && told.contains("thread") && !told.contains("panicked"), "{} {told}", run.status);
        assert!(!folder.path("out.csv").exists());
    }
}
