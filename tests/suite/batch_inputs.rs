//! What may be named on the command line, and what becomes of it.

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use crate::cli_run::{Folder, acousticsense, csv, run};

/// A folder of music with a cover and something hidden.
fn music() -> Folder {
    let folder = Folder::new();
    for name in ["music/a.wav", "music/b 1.wav", "music/deep/c.wav", "music/deep/曲.wav"] {
        folder.fixture("looped-3.7s-44k.wav", name);
    }
    folder.write("music/cover.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01");
    folder.fixture("looped-3.7s-44k.wav", "music/.hidden.wav");
    folder
}

#[test]
fn lists_of_every_kind_name_files() {
    let folder = music();
    let root = folder.root().to_str().unwrap().to_owned();
    folder.write("music/list.m3u", b"a.wav\r\ndeep/c.wav\r\n");
    let address = format!("\u{feff}#EXTM3U\n#EXTINF:3,A song\nfile://{root}/music/b%201.wav\n\nmissing.wav\nhttp://host/radio\n");
    folder.write("music/radio.dat", address.as_bytes());
    folder.write("music/table.csv", "id;PATH;who\n1;\"b 1.wav\";x\n2;deep/曲.wav;y\n".as_bytes());
    folder.write("plain", b"music/deep\nmusic/a.wav\n");
    let named = |list: &str| run(&folder, 0, &["classify", "-q", list]).names();
    assert_eq!(named("music/list.m3u"), ["music/a.wav", "music/deep/c.wav"]);
    assert_eq!(named("music/table.csv"), ["music/b 1.wav", "music/deep/曲.wav"]);
    assert_eq!(named("plain"), ["music/deep/c.wav", "music/deep/曲.wav", "music/a.wav"]);
    folder.write("music/booklet.txt", b"remember the milk\n");
    let booklet = run(&folder, 1, &["classify", "-q", "music/booklet.txt"]);
    assert!(booklet.err.starts_with("music/booklet.txt: this is not audio"), "{}", booklet.err);
    let radio = run(&folder, 1, &["classify", "music/radio.dat"]);
    assert_eq!(radio.names(), [format!("{root}/music/b 1.wav")]);
    assert!(radio.err.contains("music/missing.wav: ") && radio.err.contains("http://host/radio: "), "{}", radio.err);
}

#[test]
fn standard_input_is_a_list() {
    let folder = music();
    let mut child = acousticsense(folder.root())
        .args(["classify", "-", "-o", "out.csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"music/deep/c.wav\nmusic/a.wav\nmusic/deep/c.wav\n").unwrap();
    let Output { status, stderr, .. } = child.wait_with_output().unwrap();
    let err = String::from_utf8(stderr).unwrap();
    assert!(status.success() && err.contains("classified 2 files") && err.contains("skipped 1 file named twice"), "{err}");
    let paths: Vec<String> = csv(&folder.path("out.csv")).into_iter().map(|mut row| row.remove(0)).collect();
    assert_eq!(paths, ["path", "music/deep/c.wav", "music/a.wav"]);
}

#[test]
fn patterns_are_understood_without_a_shell() {
    let folder = music();
    let named = |pattern: &str| run(&folder, 0, &["classify", "-q", pattern]).names();
    assert_eq!(named("music/*.wav"), ["music/a.wav", "music/b 1.wav"]);
    assert_eq!(named("music/**/[!a]*.wav"), ["music/b 1.wav", "music/deep/c.wav", "music/deep/曲.wav"]);
    assert_eq!(named("m*/*/?.wav"), ["music/deep/c.wav", "music/deep/曲.wav"]);
    assert_eq!(named("music/.h*"), ["music/.hidden.wav"]);
    // Folders that match are walked through; what is no audio is passed over as there.
    let all = run(&folder, 0, &["classify", "music/*"]);
    assert_eq!(all.names().len(), 4);
    assert!(all.err.contains("skipped 1 file without audio"), "{}", all.err);
    let none = run(&folder, 1, &["classify", "*.ogg", "music/a.wav"]);
    assert!(none.err.contains("*.ogg: failed to read the audio: nothing matches this pattern (unreadable)"), "{}", none.err);
    // A name that looks like a pattern is a name first.
    folder.fixture("looped-3.7s-44k.wav", "music/[a].wav");
    assert_eq!(named("music/[a].wav"), ["music/[a].wav"]);
}

#[cfg(unix)]
#[test]
fn what_comes_up_twice_is_judged_once() {
    let folder = music();
    std::os::unix::fs::symlink("a.wav", folder.path("music/0-link.wav")).unwrap();
    let alone = run(&folder, 0, &["classify", "music"]);
    assert_eq!(alone.names(), ["music/a.wav", "music/b 1.wav", "music/deep/c.wav", "music/deep/曲.wav"]);
    assert!(alone.err.contains("1 file named twice"), "{}", alone.err);
    let several = run(&folder, 0, &["classify", "music/deep/../a.wav", "music", "./music/a.wav"]);
    assert_eq!(several.names(), ["music/deep/../a.wav", "music/b 1.wav", "music/deep/c.wav", "music/deep/曲.wav"]);
    assert!(several.err.contains("3 files named twice"), "{}", several.err);
}

#[cfg(target_os = "linux")]
#[test]
fn our_own_tables_are_lists() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new();
    folder.fixture("looped-3.7s-44k.wav", OsStr::from_bytes(b"caf\xe9, \"x\".wav"));
    folder.fixture("looped-3.7s-44k.wav", "=1+1.wav");
    run(&folder, 0, &["classify", ".", "-o", "out.csv"]);
    run(&folder, 0, &["classify", "out.csv", "-o", "again.csv"]);
    assert!(fs::read(folder.path("out.csv")).unwrap() == fs::read(folder.path("again.csv")).unwrap());
}

#[test]
fn addresses_of_the_web_are_refused_by_name() {
    let folder = music();
    let refused = run(&folder, 2, &["classify", "https://example.com/a.mp3", "music", "-o", "out.csv"]);
    assert!(refused.err.contains("https://example.com/a.mp3: only addresses in S3 are read"), "{}", refused.err);
}
