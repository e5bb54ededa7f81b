//! SAM, cargo-lambda and moto: from `tools/.venv-cloud`, or from PATH where that cannot be made.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::process::on_path;
use crate::terminal::progress;
use crate::venv::Environment;

const ENVIRONMENT: Environment = Environment {
    folder: "tools/.venv-cloud",
    requirements: "tools/requirements-cloud.txt",
    help: "sam and cargo-lambda are needed: python3 -m venv tools/.venv-cloud && tools/.venv-cloud/bin/pip install -r \
           tools/requirements-cloud.txt, or put both of them on PATH with pip",
};

/// Where the tools are.
pub(super) struct Tools {
    /// The Python that `sam` runs in: it knows the template's language.
    pub(super) python: PathBuf,
    path: OsString,
}

impl Tools {
    /// Finds them, installs them where they are not.
    pub(super) fn find(root: &Path) -> anyhow::Result<Self> {
        match ENVIRONMENT.python(root) {
            Ok(python) => Self::in_front(python),
            Err(error) => match on_path("sam").filter(|_| on_path("cargo-lambda").is_some()).and_then(|sam| interpreter(&sam)) {
                Some(python) => {
                    progress(format_args!("{error:#}; taking sam and cargo-lambda from PATH, whatever their versions"));
                    Self::in_front(python)
                }
                None => Err(error),
            },
        }
    }

    fn in_front(python: PathBuf) -> anyhow::Result<Self> {
        let folder = python.parent().context("the Python interpreter has no folder")?.to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&path)))?;
        Ok(Self { python, path })
    }

    /// A tool by name, that finds the others.
    pub(super) fn command(&self, name: &str) -> Command {
        // Looked up here, since a new PATH only holds for what the tool itself starts.
        let file = std::env::split_paths(&self.path).map(|folder| folder.join(name)).find(|file| file.is_file());
        let mut command = Command::new(file.unwrap_or_else(|| name.into()));
        command.env("PATH", &self.path).env("SAM_CLI_TELEMETRY", "0");
        command
    }

    /// AWS's runtime interface emulator, which SAM brings.
    pub(super) fn emulator(&self) -> anyhow::Result<PathBuf> {
        let script = "import platform, samcli; from pathlib import Path; \
            arch = 'arm64' if platform.machine() in ('aarch64', 'arm64') else 'x86_64'; \
            print(Path(samcli.__file__).parent / 'local' / 'rapid' / f'aws-lambda-rie-{arch}')";
        let output = Command::new(&self.python).args(["-c", script]).output().context("failed to ask Python where SAM is")?;
        let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
        anyhow::ensure!(path.is_file(), "SAM brings no emulator for this processor: {}", String::from_utf8_lossy(&output.stderr).trim());
        Ok(path)
    }
}

/// The interpreter that a script names in its first line.
fn interpreter(script: &Path) -> Option<PathBuf> {
    let text = std::fs::read(script).ok()?;
    let line = text.strip_prefix(b"#!")?.split(|&byte| byte == b'\n').next()?;
    Some(PathBuf::from(String::from_utf8_lossy(line).trim())).filter(|python| python.is_file())
}
