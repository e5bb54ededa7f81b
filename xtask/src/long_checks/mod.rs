//! `cargo xtask long-checks`: what is too slow for every run of CI, with its last result in the repository.

mod parity;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, ensure};

use crate::date::today;
use crate::terminal::{progress, say};
use crate::tidy::root;

/// Runs the slow checks (full-size parity with PyTorch, a long run of mutated files) and writes their result to tests/LONG-CHECKS.md.
///
/// Needs the Python environment of tools/ and about a quarter of an hour.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Mutated files that the decoder must survive.
    #[arg(long, default_value_t = 100_000)]
    mutations: u32,
}

/// One line of the result.
struct Outcome {
    what: String,
    passed: bool,
    found: String,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let root = root();
    let python = root.join("tools/.venv/bin/python");
    ensure!(
        python.is_file(),
        "tools/.venv is not there; make it with\n  python3 -m venv tools/.venv && tools/.venv/bin/pip install -r tools/requirements.txt"
    );
    let mut outcomes = Vec::new();
    // Random weights with CCMusic's head are no network for f16: the head amplifies the rounding beyond the bound, and the converter
    // refuses it, as it should.
    for (head, channels, precision) in [("plain", "1", "f32,f16"), ("ccmusic", "3", "f32")] {
        outcomes.push(check(&format!("ViT-B/16, {head} head, {channels} channel(s): tract and ONNX Runtime against PyTorch"), || {
            parity::full_size(&root, &python, head, channels, precision)
        }));
    }
    outcomes.push(check(&format!("{} mutated audio files: no panic, no hang, bounded memory", args.mutations), || {
        mutations(&root, args.mutations)
    }));
    let passed = outcomes.iter().all(|outcome| outcome.passed);
    write(&root, &outcomes)?;
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(what: &str, work: impl FnOnce() -> anyhow::Result<String>) -> Outcome {
    progress(format_args!("{what} …"));
    let begin = Instant::now();
    let (passed, found) = match work() {
        Ok(found) => (true, found),
        Err(error) => (false, format!("{error:#}")),
    };
    let found = format!("{found} ({:.0} s)", begin.elapsed().as_secs_f64());
    say(format_args!("{what}: {} {found}", if passed { "passed." } else { "FAILED:" }));
    Outcome { what: what.to_owned(), passed, found }
}

fn mutations(root: &Path, count: u32) -> anyhow::Result<String> {
    let output = Command::new(env!("CARGO"))
        .args(["test", "--release", "--package", "tests", "--test", "suite", "hostile_mutations"])
        .env("ACOUSTICSENSE_MUTATIONS", count.to_string())
        .current_dir(root)
        .output()
        .context("failed to run cargo test")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let verdict = text.lines().find(|line| line.starts_with("test result:")).unwrap_or("no verdict").to_owned();
    ensure!(output.status.success(), "{verdict}\n{text}");
    Ok(verdict)
}

fn write(root: &Path, outcomes: &[Outcome]) -> anyhow::Result<()> {
    let mut text = format!(
        "# Long checks\n\nWritten by `cargo xtask long-checks` on {}: what is too slow for every run of CI.\n\n\
         | check | verdict | found |\n|---|---|---|\n",
        today()
    );
    for Outcome { what, passed, found } in outcomes {
        let found = found.lines().next().unwrap_or_default();
        text += &format!("| {what} | {} | {found} |\n", if *passed { "passed" } else { "**failed**" });
    }
    let path = root.join("tests/LONG-CHECKS.md");
    std::fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))
}
