//! `cargo xtask container`: the GPU container, built, or checked as far as a machine without a GPU can.

mod checks;
mod context;
mod stand_in;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::Context;

use crate::sam_local::engine::Engine;
use crate::sam_local::process::{self, run, show};
use crate::terminal::{progress, say};
use crate::tidy::root;
use context::Library;

/// Copying half a gigabyte of libraries into a layer, or pulling NVIDIA's base.
const BUILD: Duration = Duration::from_secs(30 * 60);
const QUESTION: Duration = Duration::from_secs(60);

/// Builds the GPU container from `functions/batch/Dockerfile`, or checks it with a stand-in base.
///
/// Building compiles the release profile, downloads ONNX Runtime for CUDA (256 MB, pinned) and NVIDIA's base image. Checking needs neither a
/// network nor a GPU: a base of busybox and this machine's C library stands in for NVIDIA's, ONNX Runtime for processors (tools/.venv) for
/// the one for CUDA, and real files are judged by --engine ort-cpu. Docker is taken where it runs, or started for as long as this takes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Check instead of building for use.
    #[arg(long)]
    check: bool,
    /// The image's name.
    #[arg(long, default_value = "acousticsense", value_name = "NAME")]
    tag: String,
    /// Another base than the Dockerfile's: with CUDA 13 and cuDNN 9.
    #[arg(long, value_name = "IMAGE", conflicts_with = "check")]
    base: Option<String>,
}

pub(crate) fn run_command(args: &Args) -> anyhow::Result<ExitCode> {
    process::watch_for_interrupts()?;
    let root = root();
    let state = crate::target::folder(&root).join("container");
    std::fs::create_dir_all(&state).with_context(|| format!("failed to make {}", state.display()))?;
    let program = build_program(&root, args.check)?;
    let engine = Engine::find(&state)?;
    if args.check { check(&root, &state, &program, &engine) } else { build(args, &root, &state, &program, &engine) }
}

fn build(args: &Args, root: &Path, state: &Path, program: &Path, engine: &Engine) -> anyhow::Result<ExitCode> {
    let library = Library::for_cuda(root, state)?;
    let folder = context::lay_out(root, state, program, &library)?;
    image(engine, root, &folder, &args.tag, args.base.as_deref())?;
    say(format_args!("built {}, {}", args.tag, size(engine, &args.tag)?));
    Ok(ExitCode::SUCCESS)
}

fn check(root: &Path, state: &Path, program: &Path, engine: &Engine) -> anyhow::Result<ExitCode> {
    let library = Library::for_processors(root)?;
    let folder = context::lay_out(root, state, program, &library)?;
    let base = stand_in::Base::make(engine, state, &[program, &library.file])?;
    let built = Built { engine, tag: format!("acousticsense-check:{}", std::process::id()) };
    image(engine, root, &folder, &built.tag, Some(&base.name))?;
    say(format_args!("image on a STAND-IN base: {}", size(engine, &built.tag)?));
    checks::run_all(engine, &built.tag, root, state, program, &library)?;
    Ok(ExitCode::SUCCESS)
}

/// An image that goes away with its check.
struct Built<'a> {
    engine: &'a Engine,
    tag: String,
}

impl Drop for Built<'_> {
    fn drop(&mut self) {
        // A private engine's images would stay under target; nobody else has this name.
        drop(run(self.engine.docker().args(["rmi", "--force", &self.tag]), QUESTION));
    }
}

/// The command line: as it is shipped, or for a check as the tests have it.
fn build_program(root: &Path, check: bool) -> anyhow::Result<std::path::PathBuf> {
    progress("building the command line program");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "batch"]).args((!check).then_some("--release")).current_dir(root);
    show(&mut cargo, BUILD).context("failed to build the command line program")?;
    Ok(crate::target::folder(root).join(if check { "debug" } else { "release" }).join("acousticsense"))
}

fn image(engine: &Engine, root: &Path, context: &Path, tag: &str, base: Option<&str>) -> anyhow::Result<()> {
    progress("building the image");
    let mut docker = engine.docker();
    docker.args(["build", "--tag", tag, "--build-arg", concat!("VERSION=", env!("CARGO_PKG_VERSION"))]);
    if let Some(base) = base {
        docker.args(["--build-arg", &format!("BASE={base}")]);
    }
    docker.arg("--file").arg(root.join("functions/batch/Dockerfile")).arg(context);
    let built = run(&mut docker, BUILD)?;
    built.text("docker build").map(drop)
}

fn size(engine: &Engine, tag: &str) -> anyhow::Result<String> {
    let bytes: u64 =
        engine.ask(&["image", "inspect", "--format", "{{.Size}}", tag], QUESTION)?.parse().context("an image's size is a number")?;
    Ok(format!("{:.0} MB", bytes as f64 / 1e6))
}
