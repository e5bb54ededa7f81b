//! The API function built for arm64, and asked about one real MP3: in an emulated processor where this one is another.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use genre::probe::Bounds;
use genre::{Classifier, Model, Options, Source};

use super::local_door::LocalDoor;
use super::process::{on_path, run, show};
use super::tools::Tools;
use crate::terminal::progress;

const TARGET: &str = "aarch64-unknown-linux-gnu";
/// Where Debian's cross packages put the C library.
const CROSS_ROOT: &str = "/usr/aarch64-linux-gnu";
const LIMIT: Duration = Duration::from_secs(60 * 60);
const DOWNLOAD: Duration = Duration::from_secs(300);
const CLIP: &str = "tests/data/audio/cbr-44k-no-xing.mp3";

/// What is in the way of building for arm64 here: Rust's library for it cannot be had.
pub(super) fn obstacle(root: &Path) -> Option<String> {
    add_target(root).err().map(|error| format!("Rust's library for {TARGET} cannot be had here ({error:#})"))
}

/// Builds, runs, compares; tells what was found.
pub(super) fn check(root: &Path, tools: &Tools) -> anyhow::Result<String> {
    let begun = Instant::now();
    let program = build(root, tools)?;
    let built = begun.elapsed().as_secs_f64();
    progress(format_args!("built for arm64 in {built:.0} s"));
    let clip = root.join(CLIP);
    let begun = Instant::now();
    let answer = LocalDoor::open(emulated(&program)?)?.classify(&clip)?;
    let took = begun.elapsed().as_secs_f64();

    let model = Model::built_in()?;
    // Within it every engine has to agree with PyTorch, and so the two processors with each other: one of them computes in f16, where the file is so.
    let allowed = Bounds::of(model.file.precision).probability;
    let classifier = Classifier::new(&model, 1)?;
    let own = serde_json::to_value(classifier.classify(Source::open(&clip)?, &Options::default())?)?;
    ensure!(answer["genre"] == own["genre"], "arm64 says {}, {} says {}", answer["genre"], std::env::consts::ARCH, own["genre"]);
    let largest = largest_difference(&answer["scores"], &own["scores"])?;
    ensure!(largest <= allowed, "the processors disagree by {largest:.1e}, more than {allowed:.0e}");
    Ok(format!(
        "{} {:.4} by {}, started and answered in {took:.1} s; probabilities differ from {}'s by {largest:.1e} at most, allowed {allowed:.0e}",
        answer["genre"].as_str().unwrap_or_default(),
        answer["probability"],
        answer["engine"].as_str().unwrap_or_default(),
        std::env::consts::ARCH
    ))
}

/// Rust's own library for the other processor.
fn add_target(root: &Path) -> anyhow::Result<()> {
    let rustup = |arguments: &[&str], limit| run(Command::new("rustup").args(arguments).current_dir(root), limit)?.text("rustup");
    let installed = rustup(&["target", "list", "--installed"], DOWNLOAD)?;
    if !installed.lines().any(|line| line == TARGET) {
        rustup(&["target", "add", TARGET], DOWNLOAD)?;
    }
    Ok(())
}

fn build(root: &Path, tools: &Tools) -> anyhow::Result<PathBuf> {
    // cargo-lambda would put it in the place of the x86_64 one.
    let folder = crate::target::folder(root).join("lambda-arm64");
    let mut cargo = tools.command("cargo-lambda");
    cargo.args(["lambda", "build", "--release", "--arm64", "--package", "api", "--bin", "api", "--lambda-dir"]).arg(&folder);
    show(cargo.current_dir(root), LIMIT).context("failed to build for arm64")?;
    Ok(folder.join("api/bootstrap"))
}

/// The program as this processor can run it.
fn emulated(program: &Path) -> anyhow::Result<Command> {
    if std::env::consts::ARCH == "aarch64" {
        return Ok(Command::new(program));
    }
    let help = "on Debian: apt-get install qemu-user-static libc6-arm64-cross libgcc-s1-arm64-cross";
    let qemu = on_path("qemu-aarch64-static").with_context(|| format!("qemu-aarch64-static is missing; {help}"))?;
    ensure!(Path::new(CROSS_ROOT).join("lib/libgcc_s.so.1").exists(), "no arm64 libraries under {CROSS_ROOT}; {help}");
    let mut command = Command::new(qemu);
    command.args(["-L", CROSS_ROOT]).arg(program);
    Ok(command)
}

/// Over all genres; they must be the same ones.
fn largest_difference(scores: &serde_json::Value, own: &serde_json::Value) -> anyhow::Result<f64> {
    let scores = scores.as_array().context("the answer has no scores")?;
    let own = own.as_array().context("our own answer has no scores")?;
    ensure!(scores.len() == own.len(), "{} genres instead of {}", scores.len(), own.len());
    let mut largest = 0.0_f64;
    for score in scores {
        let same = own.iter().find(|other| other["genre"] == score["genre"]).with_context(|| format!("{} is not known", score["genre"]))?;
        let probabilities = score["probability"].as_f64().zip(same["probability"].as_f64());
        let (there, here) = probabilities.context("a score has no probability")?;
        largest = largest.max((there - here).abs());
    }
    Ok(largest)
}
