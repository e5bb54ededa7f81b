//! What several modules need: where the data lies, and our own programs as processes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder of the repository.
pub(crate) fn repository() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned())
}

/// A file or folder under `tests/data`.
pub(crate) fn data(name: &str) -> PathBuf {
    repository().join("tests/data").join(name)
}

/// The program `name`, built once in the profile of the tests. Needs no network: everything is built already.
pub(crate) fn program(name: &str) -> PathBuf {
    static BUILDING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one_at_a_time = BUILDING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    // This very binary stands in <target>/<profile>/deps.
    let profile = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let cargo_name = if profile.ends_with("debug") { "dev" } else { profile.file_name().unwrap().to_str().unwrap() };
    let mut cargo = Command::new(env!("CARGO"));
    // What cargo tells a running test of its package, a build script (ring's) would take for a change, and build S3's client anew each time.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            cargo.env_remove(name);
        }
    }
    let built = cargo
        // With the features of the whole workspace, which is how the tests were built.
        .args(["build", "--quiet", "--offline", "--workspace", "--bin", name, "--profile", cargo_name])
        .current_dir(repository())
        .status()
        .unwrap();
    assert!(built.success(), "failed to build {name}");
    profile.join(name)
}

/// A folder of a test's own, gone when the test ends.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder; `name` keeps tests apart, the process number runs.
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("acousticsense-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left of a failed clean-up lies in the system's own temporary folder.
        drop(std::fs::remove_dir_all(&self.0));
    }
}
