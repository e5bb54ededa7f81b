//! Python environments of tools/, made where they are missing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use genre::sha256_hex;

use crate::terminal::progress;

/// An environment: its folder and the file that pins what is in it, both under the repository's root.
pub(crate) struct Environment {
    pub(crate) folder: &'static str,
    pub(crate) requirements: &'static str,
    /// What can be done where it cannot be made.
    pub(crate) help: &'static str,
}

impl Environment {
    /// Its Python; made or completed where it is not what is pinned.
    pub(crate) fn python(&self, root: &Path) -> anyhow::Result<PathBuf> {
        let folder = root.join(self.folder);
        let python = folder.join("bin/python");
        let requirements = root.join(self.requirements);
        let pinned = std::fs::read(&requirements).with_context(|| format!("failed to read {}", requirements.display()))?;
        let (stamp, wanted) = (folder.join("requirements.sha256"), sha256_hex(&pinned));
        if python.is_file() && std::fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == wanted) {
            return Ok(python);
        }
        if !python.is_file() {
            progress(format_args!("making the Python environment {}", self.folder));
            step(Command::new("python3").args(["-m", "venv"]).arg(&folder)).context(self.help)?;
        }
        progress(format_args!("installing what {} pins (minutes, the first time)", self.requirements));
        let install: [&OsStr; 6] = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"].map(OsStr::new);
        step(Command::new(&python).args(install).arg(&requirements)).context(self.help)?;
        std::fs::write(&stamp, wanted).with_context(|| format!("failed to write {}", stamp.display()))?;
        Ok(python)
    }
}

/// ONNX Runtime's package in the environment of the peers, tools/.venv, where that is there.
pub(crate) fn onnx_runtime(root: &Path) -> Option<PathBuf> {
    let pythons = std::fs::read_dir(root.join("tools/.venv/lib")).ok()?.flatten().map(|entry| entry.path());
    pythons.map(|python| python.join("site-packages/onnxruntime")).find(|package| package.join("capi").is_dir())
}

fn step(command: &mut Command) -> anyhow::Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    // Whatever it prints must not mix with the result.
    let status = command.stdout(Stdio::null()).status().with_context(|| format!("failed to start {program}"))?;
    ensure!(status.success(), "{program} ended with {status}");
    Ok(())
}
