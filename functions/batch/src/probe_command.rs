//! `acousticsense probe`: does the engine run here, and does it compute right? For people, for health checks, and for measuring.

use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use genre::probe::Deviation;
use serde::Serialize;

use crate::args::ProbeArgs;
use crate::engine::{self, Started};
use crate::names::shown;
use crate::probe::Known;
use crate::{Outcome, args};

/// What was found.
#[derive(Serialize)]
struct Verdict {
    engine: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    library: Option<String>,
    model: String,
    precision: &'static str,
    sha256: String,
    batch: usize,
    known_answers: String,
    relative_logit: f64,
    relative_embedding: f64,
    probability: f64,
    /// From the start of the command to an engine that has answered right.
    start_s: f64,
    /// Of every further run over a whole batch.
    runs_s: Vec<f64>,
    /// At the median of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pictures_per_second: Option<f64>,
    /// The same without copying pictures and answers to and fro, where ONNX Runtime tells the one from the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    network_pictures_per_second: Option<f64>,
}

/// Seconds of runs over a whole batch.
struct Measured {
    runs_s: Vec<f64>,
    /// Of the network in them, where that is told.
    network_s: Vec<f64>,
}

/// Starts the engine, asks what is known, measures.
///
/// # Errors
/// The engine cannot be started or computes wrong.
pub(crate) fn run(args: &ProbeArgs) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    let model = Arc::new(args.engine.model(&args.model)?);
    let threads = args::threads(args.jobs);
    let started = engine::start(&args.engine, &args.model, &model, threads)?;
    let known = match &started.runtime {
        Some(runtime) => Arc::clone(&runtime.known),
        None => Arc::new(Known::of(&model, args.model.folder.as_deref(), threads)?),
    };
    // Those of ONNX Runtime have answered before; the second answer must be as right as the first.
    let deviation = engine::deviation(&started, &known)?;
    let start_s = begin.elapsed().as_secs_f64();
    let Measured { runs_s, network_s } = measured(&started, &known, args.runs)?;
    let batch = started.batch.unwrap_or(1);
    let Deviation { relative_logit, relative_embedding, probability, .. } = deviation;
    let verdict = Verdict {
        engine: started.engine.info().to_string(),
        library: started.runtime.as_ref().and_then(|runtime| runtime.library.as_deref()).map(shown),
        model: model.manifest.id.clone(),
        precision: model.file.precision.as_str(),
        sha256: model.file.sha256.clone(),
        batch,
        known_answers: known.by.clone(),
        relative_logit,
        relative_embedding,
        probability,
        start_s,
        pictures_per_second: median(&runs_s).map(|seconds| batch as f64 / seconds),
        network_pictures_per_second: median(&network_s).map(|seconds| batch as f64 / seconds),
        runs_s,
    };
    if args.quiet {
        return Ok(Outcome::AllDone);
    }
    let text = if args.json { serde_json::to_string(&verdict)? + "\n" } else { described(&verdict, &known) };
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).context("failed to write to standard output"),
        _ => Ok(Outcome::AllDone),
    }
}

/// Times `runs` runs over a whole batch.
fn measured(started: &Started, known: &Known, runs: u32) -> anyhow::Result<Measured> {
    let pictures = known.pictures(started.batch.unwrap_or(1));
    let mut measured = Measured { runs_s: Vec::new(), network_s: Vec::new() };
    let stopwatch = started.runtime.as_ref().map(|runtime| &runtime.stopwatch);
    for _ in 0..runs {
        let (begin, before) = (Instant::now(), stopwatch.map(|stopwatch| stopwatch.total()));
        started.engine.run(&pictures)?;
        measured.runs_s.push(begin.elapsed().as_secs_f64());
        measured.network_s.extend(stopwatch.zip(before).map(|(stopwatch, before)| (stopwatch.total() - before).as_secs_f64()));
    }
    Ok(measured)
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}

fn described(verdict: &Verdict, known: &Known) -> String {
    let bounds = known.bounds();
    let mut facts = vec![("engine", verdict.engine.clone())];
    facts.extend(verdict.library.clone().map(|library| ("library", library)));
    let logits = bounds.relative_logit.map(|bound| format!(" (allowed {bound:.0e})")).unwrap_or_default();
    facts.extend([
        ("model", format!("{}, {}, {}", verdict.model, verdict.precision, verdict.sha256)),
        ("compared", format!("with {}", verdict.known_answers)),
        ("logits", format!("off by {:.1e} of their size{logits}", verdict.relative_logit)),
        ("answers", format!("off by {:.1e} (allowed {:.0e})", verdict.probability, bounds.probability)),
        ("ready after", format!("{:.2} s", verdict.start_s)),
    ]);
    if let Some(speed) = verdict.pictures_per_second {
        facts.push(("speed", format!("{speed:.1} pictures per second, {} at a time ({} runs)", verdict.batch, verdict.runs_s.len())));
    }
    facts.iter().map(|(name, value)| format!("{name:<12} {value}\n")).collect()
}
