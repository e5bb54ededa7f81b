//! `cargo xtask bench`: one table, one run, ours and the peers' side by side.

mod archive;
mod cold_start;
mod front_end;
mod inference;
mod peers;
mod prepare;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;

use crate::measure::median;
use crate::terminal::say;
use crate::tidy::root;
pub(crate) use prepare::FullSize;
pub(crate) use table::put_between;

/// Measures front end, inference and cold start beside librosa, ONNX Runtime and PyTorch, and prints one table.
///
/// A seeded ViT-B/16 is made once through tools/ and kept under target/bench. Without the Python environment of tools/ the peers' columns
/// and everything that needs the large model say "not measured".
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Runs per figure; the median is told.
    #[arg(long, default_value_t = 7)]
    repeats: usize,
    /// Fresh processes per cold start.
    #[arg(long, default_value_t = 5)]
    cold_repeats: usize,
    /// Also write every figure as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Put the table into README.md, between its markers.
    #[arg(long)]
    update_readme: bool,
}

/// A line of the table.
#[derive(serde::Serialize)]
pub(crate) struct Row {
    /// What was measured.
    what: String,
    /// `"ms"` or `"MB"`.
    unit: &'static str,
    /// Ours; absent where it could not be measured.
    ours: Option<f64>,
    /// The peers', by name.
    peers: Vec<(&'static str, Option<f64>)>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let work = prepare::Work::new(&root())?;
    let threads: Vec<usize> = if std::thread::available_parallelism().map_or(1, usize::from) > 1 { vec![1, 2] } else { vec![1] };

    // Ours before and after the peers, so that a machine that slows down or speeds up meanwhile shows.
    let front_before = front_end::measure(&work, args.repeats)?;
    let inference_before = inference::measure(&work, &threads, args.repeats)?;
    let peers = peers::measure(&work, &threads, args.repeats, args.cold_repeats)?;
    let inference_after = inference::measure(&work, &threads, args.repeats)?;
    let front_after = front_end::measure(&work, args.repeats)?;
    let archives = archive::measure(&work, args.cold_repeats)?;
    let cold = cold_start::measure(&work, &threads, args.cold_repeats)?;

    let mut rows = front_end::rows(&front_before, &front_after, &peers);
    rows.extend(inference::rows(&inference_before, &inference_after, &peers));
    rows.extend(archive::rows(&archives));
    rows.extend(cold_start::rows(&cold, &peers));
    let machine = table::Machine::read(&peers);
    let markdown = table::markdown(&machine, &rows);
    say(&markdown);
    if let Some(path) = &args.json {
        let json = serde_json::json!({ "machine": machine, "rows": rows });
        std::fs::write(path, serde_json::to_string_pretty(&json)?).with_context(|| format!("failed to write {}", path.display()))?;
    }
    if args.update_readme {
        put_between(&root().join("README.md"), (table::BEGIN, table::END), &markdown)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Milliseconds of every one of `repeats` runs, after one that does not count.
fn times(repeats: usize, mut work: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<Vec<f64>> {
    work()?;
    let mut times = Vec::with_capacity(repeats);
    for _ in 0..repeats {
        let begin = Instant::now();
        work()?;
        times.push(begin.elapsed().as_secs_f64() * 1e3);
    }
    Ok(times)
}

/// The median over both halves of the run.
fn median_of_both(before: &[f64], after: &[f64]) -> Option<f64> {
    median([before, after].concat())
}
