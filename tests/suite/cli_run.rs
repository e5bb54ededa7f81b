//! Runs the command line in a folder of its own.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use crate::support::{self, Scratch, data};

/// A folder of its own for each test, with what the tests of the command line do in it.
pub(crate) struct Folder(Scratch);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self(Scratch::new(&format!("cli-{count}")))
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.root().join(name.as_ref())
    }

    pub(crate) fn write(&self, name: impl AsRef<OsStr>, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn fixture(&self, fixture: &str, name: impl AsRef<OsStr>) -> PathBuf {
        self.write(name, &fs::read(data("audio").join(fixture)).unwrap())
    }

    /// All files, hidden ones included, by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.lines().iter().map(|line| line["path"].as_str().unwrap().to_owned()).collect()
    }
}

/// Where the program stands; built once per run of the tests.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| support::program("acousticsense"))
}

/// The program, to be run in `folder`.
pub(crate) fn acousticsense(folder: &Path) -> Command {
    let mut command = Command::new(program());
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs the program in `folder` and holds its exit code against `code`.
#[track_caller]
pub(crate) fn run<A: AsRef<OsStr>>(folder: &Folder, code: i32, args: &[A]) -> Run {
    let Output { status, stdout, stderr } = acousticsense(folder.root()).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run { code: status.code(), out: text(stdout), err: text(stderr) };
    assert_eq!(run.code, Some(code), "{run:#?}");
    assert!(!run.err.contains("panicked"), "{run:#?}");
    run
}

/// The rows of a table of ours.
pub(crate) fn csv(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("Excel wants a byte order mark");
    text.lines().map(cells).collect()
}

/// The cells of one row, by the quoting rules of RFC 4180; none of ours holds a line break.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = row.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, quoted) {
            ('"', true) if characters.next_if_eq(&'"').is_some() => cells.last_mut().unwrap().push('"'),
            ('"', _) => quoted = !quoted,
            (',', false) => cells.push(String::new()),
            (c, _) => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}
