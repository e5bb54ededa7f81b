//! `sam build`, which is what a deployment runs: the functions as they would be deployed.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::process::show;
use super::tools::Tools;
use crate::terminal::progress;

/// A first build compiles the inference engine and AWS's client, on a small machine with whole-program optimisation.
const LIMIT: Duration = Duration::from_secs(60 * 60);

/// The built functions.
pub(super) struct Built {
    /// With one folder per function, and `template.yaml`.
    pub(super) folder: PathBuf,
}

impl Built {
    /// Builds every function of `template.yaml`.
    pub(super) fn new(root: &Path, tools: &Tools, state: &Path) -> anyhow::Result<Self> {
        let folder = state.join("build");
        progress("building the functions: sam build (minutes, the first time)");
        let begun = Instant::now();
        let mut sam = tools.command("sam");
        sam.args(["build", "--template-file"]).arg(root.join("template.yaml")).arg("--build-dir").arg(&folder);
        sam.current_dir(root);
        show(&mut sam, LIMIT).context("failed to build the functions")?;
        progress(format_args!("built in {:.0} s", begun.elapsed().as_secs_f64()));
        let built = Self { folder };
        ensure!(built.program("ApiFunction").is_file(), "sam build wrote no {}", built.program("ApiFunction").display());
        Ok(built)
    }

    /// What Lambda starts for a function, by its logical name.
    pub(super) fn program(&self, function: &str) -> PathBuf {
        self.folder.join(function).join("bootstrap")
    }
}
