//! A base image without a network: busybox, and the libraries that the program and ONNX Runtime are linked with, from this machine.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};

use crate::sam_local::engine::Engine;
use crate::sam_local::image::{copy, libraries};
use crate::sam_local::process::{on_path, run};

const FOLDERS: [&str; 8] = ["bin", "etc", "tmp", "opt", "proc", "sys", "dev", "data"];
/// What the checks call in the container.
const APPLETS: [&str; 3] = ["sh", "id", "ls"];
const LIMIT: Duration = Duration::from_secs(60);

/// The base, gone with the check.
pub(super) struct Base<'a> {
    engine: &'a Engine,
    pub(super) name: String,
}

impl<'a> Base<'a> {
    pub(super) fn make(engine: &'a Engine, state: &Path, programs: &[&Path]) -> anyhow::Result<Self> {
        let busybox = on_path("busybox").context("no stand-in without busybox; on Debian: apt-get install busybox-static")?;
        ensure!(libraries(&busybox)?.is_empty(), "{} is not the static one; on Debian: apt-get install busybox-static", busybox.display());
        let folder = state.join("base");
        drop(std::fs::remove_dir_all(&folder));
        for inner in FOLDERS {
            std::fs::create_dir_all(folder.join(inner)).with_context(|| format!("failed to make {}", folder.display()))?;
        }
        copy(&busybox, &folder.join("bin/busybox"))?;
        for applet in APPLETS {
            std::os::unix::fs::symlink("busybox", folder.join("bin").join(applet))?;
        }
        let mut wanted = BTreeSet::new();
        for program in programs {
            wanted.extend(libraries(program)?);
        }
        for library in wanted {
            let inside = folder.join(library.strip_prefix("/").unwrap_or(&library));
            std::fs::create_dir_all(inside.parent().unwrap_or(&folder))?;
            copy(&library, &inside)?;
        }
        let base = Self { engine, name: format!("acousticsense-stand-in:{}", std::process::id()) };
        let tar = state.join("base.tar");
        run(Command::new("tar").arg("-C").arg(&folder).arg("-cf").arg(&tar).arg("."), LIMIT)?.text("tar")?;
        let mut import = engine.docker();
        import.args(["import", "--change", "ENV PATH=/usr/local/bin:/bin"]).arg(&tar).arg(&base.name);
        run(&mut import, LIMIT)?.text("docker import")?;
        drop((std::fs::remove_file(&tar), std::fs::remove_dir_all(&folder)));
        Ok(base)
    }
}

impl Drop for Base<'_> {
    fn drop(&mut self) {
        drop(run(self.engine.docker().args(["rmi", "--force", &self.name]), LIMIT));
    }
}
