//! The toolkit as a process: what it is asked, what it came to, and how much time and memory it gets.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::program;

/// Address space where a test limits it, KiB: the toolkit's own code takes some 50 MB of it. A reader that believes a hostile number asks
/// for gigabytes, and a converter that held a whole ViT-B/16 would need 340 MB.
const MEMORY_KIB: u32 = 128 << 10;

/// What a run of a program came to.
#[derive(Debug)]
pub(crate) struct Ran {
    /// `None` where a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Demands an exit code, and words on either output.
    #[track_caller]
    pub(crate) fn expect(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        assert!(!self.stderr.contains("panicked"), "{self:#?}");
        for word in words {
            assert!(self.stdout.contains(word) || self.stderr.contains(word), "nobody says {word:?}: {self:#?}");
        }
        self
    }
}

/// The toolkit, built once for all tests.
pub(crate) fn toolkit() -> &'static Path {
    static TOOLKIT: OnceLock<PathBuf> = OnceLock::new();
    TOOLKIT.get_or_init(|| program("xtask"))
}

/// Runs the toolkit in a folder.
#[track_caller]
pub(crate) fn xtask(folder: &Path, args: &[impl AsRef<OsStr>]) -> Ran {
    let output = Command::new(toolkit()).args(args).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A program with little address space, where the system can limit that. The shell becomes the program: ending the one ends the other.
pub(crate) fn limited(program: &Path) -> Command {
    if !cfg!(target_os = "linux") {
        return Command::new(program);
    }
    let mut shell = Command::new("sh");
    shell.args(["-c", r#"ulimit -v "$0" && exec "$@""#, &MEMORY_KIB.to_string()]).arg(program);
    shell
}

/// Runs a program for no longer than `longest`; what it prints goes to two files in `folder`.
///
/// # Errors
/// Says that it had to be ended.
pub(crate) fn watch(command: &mut Command, folder: &Path, longest: Duration) -> Result<Ran, String> {
    let places = ["stdout", "stderr"].map(|name| folder.join(name));
    let [stdout, stderr] = places.each_ref().map(|place| Stdio::from(File::create(place).unwrap()));
    let mut child = command.stdin(Stdio::null()).stdout(stdout).stderr(stderr).spawn().unwrap();
    let begin = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begin.elapsed() > longest {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("it did not end within {longest:?}"));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let [stdout, stderr] = places.map(|place| String::from_utf8_lossy(&fs::read(place).unwrap()).into_owned());
    Ok(Ran { code: status.code(), stdout, stderr })
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Writes labels for a network of so many classes; where they lie.
pub(crate) fn labels(folder: &Path, classes: usize) -> PathBuf {
    let labels: Vec<_> =
        (0..classes).map(|n| json!({"name": format!("Label {n}"), "name_zh": format!("第{n}类"), "family": "all"})).collect();
    let families = json!([{"id": "all", "name": "All", "name_zh": "全部", "color": "#1d4ed8"}]);
    let path = folder.join(format!("labels-{classes}.json"));
    fs::write(&path, json!({"families": families, "labels": labels}).to_string()).unwrap();
    path
}

/// Does `work` for every item, on as many threads as there are processors.
pub(crate) fn each<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    work(item);
                }
            });
        }
    });
}
