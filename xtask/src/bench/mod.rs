//! `cargo xtask bench`: one run, ours and the peers' in turn, as tables, as a file, and beside an earlier run.

mod archive;
mod cold_start;
mod compare;
mod front_end;
mod groups;
mod inference;
mod peers;
mod prepare;
mod record;
pub(crate) mod requests;
mod table;
mod throughput;
mod turns;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;

use crate::measure::median;
use crate::terminal::{progress, say};
use crate::tidy::root;
use groups::Wanted;
use peers::Peers;
pub(crate) use prepare::FullSize;
use prepare::{Subject, Work};
use record::{Line, Record};
pub(crate) use table::put_between;

/// Measures front end, inference, throughput and cold start beside librosa, ONNX Runtime and PyTorch, and prints tables.
///
/// A seeded ViT-B/16 is made once through tools/ and kept under target/bench. Without the Python environment of tools/ the peers' columns
/// and everything that needs the large model say "not measured". On a machine that does other work, too, real-time priority gives figures
/// that can be compared: chrt -f 10 cargo xtask bench.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Rounds per figure; the median is told. Large batches get three.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..))]
    repeats: u16,
    /// Fresh processes per cold start, and rounds of what else takes long.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    cold_repeats: u16,
    /// Only some groups, e.g. int8 or cold/demo,archive; a wrong name tells all.
    #[arg(long, value_name = "GROUP,…", value_delimiter = ',')]
    only: Vec<String>,
    /// Also write every figure as JSON; xtask/src/bench/baseline.json is the committed one.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Takes the figures from such a file instead of measuring.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["only", "json"])]
    from: Option<PathBuf>,
    /// Tells what has changed since the run that wrote this file.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Put the tables into README.md, between the markers.
    #[arg(long, conflicts_with = "only")]
    update_readme: bool,
}

/// A line of the table, as the front end tells it.
pub(crate) struct Row {
    /// What was measured; set in by two blanks where it is part of what stands above.
    what: String,
    /// `"ms"` or `"MB"`.
    unit: &'static str,
    /// Ours; absent where it could not be measured.
    ours: Option<f64>,
    /// The peers', by name.
    peers: Vec<(&'static str, Option<f64>)>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let old = args.compare.as_deref().map(Record::read).transpose()?;
    let record = match &args.from {
        Some(file) => Record::read(file)?,
        None => measure(args)?,
    };
    if let Some(path) = &args.json {
        record.write(path)?;
    }
    let markdown = table::markdown(&record);
    if args.update_readme {
        put_between(&root().join("README.md"), (table::BEGIN, table::END), &markdown)?;
    }
    match old {
        Some(mut old) => {
            let wanted = Wanted::read(&args.only)?;
            old.lines.retain(|line| wanted.has(&line.group));
            say(compare::markdown(&old, &record));
        }
        None => say(markdown),
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(args: &Args) -> anyhow::Result<Record> {
    let wanted = Wanted::read(&args.only)?;
    let begun = std::time::Instant::now();
    let took = |what: &str| progress(format_args!("{what}: {:.0} s since the start", begun.elapsed().as_secs_f64()));
    let (repeats, cold_repeats) = (usize::from(args.repeats), usize::from(args.cold_repeats));
    let work = Work::new(&root(), &wanted)?;
    let subjects = work.subjects()?;
    let of = |part: &'static str| {
        let wanted = &wanted;
        subjects.iter().filter(move |subject| wanted.has(&subject.group(part)))
    };
    let mut peers = Peers::start(&work)?;
    took("prepared");
    let mut lines = Vec::new();
    // Fresh processes first, while neither this one nor the peers hold a network in memory.
    let mut cold = Vec::new();
    for subject in of("cold") {
        cold.extend(cold_start::measure(&work, subject, known(&work, &peers, subject)?.as_deref(), cold_repeats)?);
    }
    took("cold starts");
    let mut throughput = Vec::new();
    for subject in of("throughput").filter(|subject| throughput::MODELS.contains(&subject.word)) {
        throughput.extend(throughput::measure(&work, subject, cold_repeats)?);
    }
    took("throughput");
    if wanted.has("front-end") {
        // Ours before and after the peers, so that a machine that slows down or speeds up meanwhile shows.
        let before = front_end::measure(&work, repeats)?;
        progress("front end: librosa + torchvision");
        peers.hear(&work, repeats)?;
        let after = front_end::measure(&work, repeats)?;
        lines.extend(Line::of_rows("front-end", front_end::rows(&before, &after, &peers)));
        took("front end");
    }
    for subject in of("inference") {
        lines.extend(inference::measure(&work, &peers, subject, repeats)?);
    }
    took("inference");
    lines.extend(throughput);
    if wanted.has("archive") {
        lines.extend(archive::measure(&work, &peers, cold_repeats)?);
        took("archives");
    }
    lines.extend(cold);
    Ok(Record::new(&peers, lines))
}

/// The folder of a stored model with answers beside it.
fn known(work: &Work, peers: &Peers, subject: &Subject) -> anyhow::Result<Option<PathBuf>> {
    let (Some(large), Some((_, precision))) = (&work.large, &subject.stored) else { return Ok(None) };
    large.with_answers(*precision, peers).context("failed to lay out the model for ONNX Runtime").map(Some)
}

/// The median over both halves of the run.
fn median_of_both(before: &[f64], after: &[f64]) -> Option<f64> {
    median([before, after].concat())
}
