//! `sam build`, which is what a deployment runs: the functions as they would be deployed.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::process::show;
use super::template::Template;
use super::tools::Tools;
use crate::terminal::progress;

/// A first build compiles the inference engine and AWS's client, on a small machine for a second processor.
const LIMIT: Duration = Duration::from_secs(60 * 60);

/// The built functions.
pub(super) struct Built {
    /// With one folder per function, and `template.yaml`.
    pub(super) folder: PathBuf,
    /// What it took.
    pub(super) took: Duration,
}

impl Built {
    /// Builds every function of `template.yaml`.
    pub(super) fn new(root: &Path, tools: &Tools, state: &Path) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let template = root.join("template.yaml");
        compile(root, tools, &Template::read(tools, &template)?.binaries())?;
        let compiled = begun.elapsed();
        let folder = state.join("build");
        progress("building the functions: sam build");
        let mut sam = tools.command("sam");
        sam.args(["build", "--template-file"]).arg(&template).arg("--build-dir").arg(&folder);
        sam.current_dir(root);
        show(&mut sam, LIMIT).context("failed to build the functions")?;
        let took = begun.elapsed();
        let packed = (took - compiled).as_secs_f64();
        progress(format_args!(
            "built in {:.0} s: compiled in {:.0} s, packed by SAM in {packed:.0} s",
            took.as_secs_f64(),
            compiled.as_secs_f64()
        ));
        let built = Self { folder, took };
        ensure!(built.program("ApiFunction").is_file(), "sam build wrote no {}", built.program("ApiFunction").display());
        Ok(built)
    }

    /// What Lambda starts for a function, by its logical name.
    pub(super) fn program(&self, function: &str) -> PathBuf {
        self.folder.join(function).join("bootstrap")
    }
}

/// All functions' programs at once. SAM would build one after the other, and while one program is linked, nothing else would be compiled; it
/// runs the same command for each and finds what lies here.
fn compile(root: &Path, tools: &Tools, binaries: &[String]) -> anyhow::Result<()> {
    ensure!(!binaries.is_empty(), "template.yaml has no function that cargo-lambda builds");
    progress(format_args!("compiling {}: cargo lambda build (minutes, the first time)", binaries.join(", ")));
    let mut cargo = tools.command("cargo-lambda");
    cargo.args(["lambda", "build", "--release"]);
    for binary in binaries {
        cargo.args(["--package", binary, "--bin", binary]);
    }
    show(cargo.current_dir(root), LIMIT).context("failed to compile the functions")
}
