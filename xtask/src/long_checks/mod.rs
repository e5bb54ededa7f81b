//! `cargo xtask long-checks`: what is too slow for every run of CI, with its last result in the repository.

mod parity;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, ensure};

use crate::date::today;
use crate::terminal::{progress, say};
use crate::tidy::root;

/// Runs the slow checks (full-size parity with PyTorch, a long run of mutated files, the API function for arm64) and writes their result to
/// tests/LONG-CHECKS.md.
///
/// Needs the Python environment of tools/ and about half an hour.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Mutated files that the decoder must survive.
    #[arg(long, default_value_t = 100_000)]
    mutations: u32,
    /// Only checks with this in their names; of the others, the last result stays.
    #[arg(long, value_name = "TEXT", default_value = "")]
    only: String,
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
    let mut checks: Vec<Check<'_>> = Vec::new();
    // Random weights with CCMusic's head are no network for f16: the head amplifies the rounding beyond the bound, and the converter
    // refuses it, as it should.
    for (head, channels, precision) in [("plain", "1", "f32,f16"), ("ccmusic", "3", "f32")] {
        let (root, python) = (&root, &python);
        let what = format!("ViT-B/16, {head} head, {channels} channel(s): tract and ONNX Runtime against PyTorch");
        checks.push((what, Box::new(move || parity::full_size(root, python, head, channels, precision))));
    }
    let what = format!("{} mutated audio files: no panic, no hang, bounded memory", args.mutations);
    checks.push((what, Box::new(|| mutations(&root, args.mutations))));
    checks.push(("the API function for arm64, as cargo-lambda builds it, under qemu".to_owned(), Box::new(crate::sam_local::check_arm64)));
    checks.retain(|(what, _)| what.contains(&args.only));
    ensure!(!checks.is_empty(), "no check has {:?} in its name", args.only);

    let outcomes: Vec<Outcome> = checks.into_iter().map(|(what, work)| check(&what, work)).collect();
    let path = root.join("tests/LONG-CHECKS.md");
    // A run of everything leaves nothing of what was checked under other names; a first result has no predecessor.
    let before = if args.only.is_empty() { String::new() } else { std::fs::read_to_string(&path).unwrap_or_default() };
    let text = table(&before, &outcomes, &today());
    std::fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))?;
    Ok(if outcomes.iter().all(|outcome| outcome.passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is checked, and how: it tells what it found.
type Check<'a> = (String, Box<dyn FnOnce() -> anyhow::Result<String> + 'a>);

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

/// The file's new text: new results in the places of those with the same name, behind those that are kept.
fn table(before: &str, outcomes: &[Outcome], today: &str) -> String {
    let mut text = "# Long checks\n\nWritten by `cargo xtask long-checks`: what is too slow for every run of CI.\n\n\
                    | check | run on | verdict | found |\n|---|---|---|---|\n"
        .to_owned();
    let line = |Outcome { what, passed, found }: &Outcome| {
        // The first line says it; a bar would end the cell.
        let found = found.lines().next().unwrap_or_default().replace('|', "/");
        format!("| {what} | {today} | {} | {found} |\n", if *passed { "passed" } else { "**failed**" })
    };
    let named = |row: &str, outcome: &Outcome| row.starts_with(&format!("| {} |", outcome.what));
    for row in before.lines().filter(|row| row.starts_with("| ") && !row.starts_with("| check |")) {
        match outcomes.iter().find(|outcome| named(row, outcome)) {
            Some(outcome) => text += &line(outcome),
            None => text += &format!("{row}\n"),
        }
    }
    for outcome in outcomes.iter().filter(|outcome| !before.lines().any(|row| named(row, outcome))) {
        text += &line(outcome);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Outcome, table};

    #[test]
    fn new_results_replace_old_ones_and_others_stay() {
        let outcome = |what: &str, passed: bool, found: &str| Outcome { what: what.to_owned(), passed, found: found.to_owned() };
        let first = table("", &[outcome("one", true, "well"), outcome("two", true, "a|b\nmore")], "2026-01-01");
        assert!(first.ends_with("| one | 2026-01-01 | passed | well |\n| two | 2026-01-01 | passed | a/b |\n"), "{first}");
        let second = table(&first, &[outcome("three", true, "new"), outcome("one", false, "ill")], "2026-02-02");
        let rows: Vec<&str> = second.lines().skip(6).collect();
        assert_eq!(
            rows,
            ["| one | 2026-02-02 | **failed** | ill |", "| two | 2026-01-01 | passed | a/b |", "| three | 2026-02-02 | passed | new |"]
        );
    }
}
