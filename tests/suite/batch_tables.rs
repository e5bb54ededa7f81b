//! The tables as those read them for whom they are made.

use std::process::Command;

use crate::batch_resume::archive;
use crate::cli_run::{Folder, run};
use crate::support::repository;

/// Runs a script of `tools/`.
#[track_caller]
pub(crate) fn python(folder: &Folder, script: &str, args: &[&str]) -> String {
    let output = Command::new(repository().join("tools/.venv/bin/python"))
        .arg(repository().join("tools").join(script))
        .args(args)
        .current_dir(folder.root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "needs the Python environment of tools/"]
fn pandas_and_duckdb_read_every_format() {
    let folder = Folder::new();
    archive(&folder, 130, 4);
    for (fixture, name) in [
        ("vbr-48k.mp3", "music/=1+1.mp3"),
        ("vorbis-32k.ogg", "music/曲, \"quoted\".ogg"),
        ("looped-3.7s-44k.wav", "music/'apostrophe.wav"),
    ] {
        folder.fixture(fixture, name);
    }
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt;
        folder.fixture("mono-16k.wav", std::ffi::OsStr::from_bytes(b"music/caf\xe9.wav"));
    }
    for options in [&[][..], &["--raw"]] {
        for ending in ["csv", "jsonl", "parquet"] {
            run(&folder, 1, &[&["classify", "music", "-o", &format!("table.{ending}")], options].concat());
        }
        let told = python(&folder, "read_tables.py", &["table"]);
        assert!(told.starts_with("132 rows, "), "{told}");
    }
    // A table without rows has its columns all the same.
    folder.write("bad/a.wav", b"text");
    run(&folder, 1, &["classify", "bad", "-o", "empty.parquet"]);
    let script = folder.write("empty.py", b"import pandas, duckdb\nt = pandas.read_parquet('empty.parquet')\nassert t.shape == (0, 34), t.shape\nassert duckdb.sql(\"select * from 'empty.parquet'\").fetchall() == []\n");
    let read = Command::new(repository().join("tools/.venv/bin/python")).arg(script).current_dir(folder.root()).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
}
