//! `acousticsense classify`: files in, answers out, in order.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use anyhow::Context;
use genre::{Classifier, Model};

use crate::args::ClassifyArgs;
use crate::destination::Destination;
use crate::failures::Failures;
use crate::finish::Totals;
use crate::inputs::{Input, Inputs, Passed, Sources, is_remote, is_there};
use crate::journal::Shard;
use crate::names::shown;
use crate::pipeline::{self, Job};
use crate::progress::Progress;
use crate::remote::{self, Fetched, Target};
use crate::table::{Paint, Table};
use crate::tables::{Columns, JsonLinesPipe, Sink};
use crate::{Outcome, archive, engine};

/// What there is to judge.
pub(crate) struct Found {
    /// What all of it comes from.
    pub(crate) sources: Sources,
    /// At least one.
    pub(crate) inputs: Box<dyn Iterator<Item = Input> + Send>,
    pub(crate) passed: Arc<Passed>,
    pub(crate) several: bool,
}

/// Judges everything that was named.
///
/// # Errors
/// Only what keeps the run as a whole from happening: nothing to judge, no model, nowhere to write.
pub(crate) fn run(args: &ClassifyArgs) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    let target = args.output.as_deref().map(Target::of).transpose()?.flatten();
    if let (Some(target), Some(option)) = (&target, args.side.given()) {
        anyhow::bail!("{option} needs a table on this machine; {} is in S3", target.object());
    }
    // Everything that can be refused is refused before the model is loaded, let alone audio decoded.
    let output = target.as_ref().map(Target::local).or_else(|| args.output.clone());
    let named: Vec<PathBuf> = args.inputs.iter().chain(&args.manifest).cloned().collect();
    let destination = Destination::of(output.as_deref(), io::stdout().is_terminal(), &named)?;
    refuse_addresses(&named, args)?;
    if matches!(destination, Destination::Terminal | Destination::Pipe) {
        args.refuse_what_needs_a_file()?;
    }
    refuse_if_all_are_missing(&named)?;
    let fetched = args.manifest.as_deref().map(Fetched::of).transpose()?;
    let sources = match &fetched {
        Some(fetched) => fetched.sources(),
        None => Sources { paths: args.inputs.clone(), manifest: None, addresses: true },
    };
    let found = find(sources, &named)?;
    match &destination {
        Destination::File(place) => archive::run(args, place, target.as_ref(), found, begin),
        Destination::Terminal | Destination::Pipe => tell(args, &destination, found, begin),
    }
}

/// Addresses that cannot come to any good are told before any work is done.
fn refuse_addresses(named: &[PathBuf], args: &ClassifyArgs) -> anyhow::Result<()> {
    for address in named.iter().filter(|path| is_remote(path)) {
        if !remote::is_s3(address) {
            anyhow::bail!("{}: only addresses in S3 are read (s3://bucket/key); fetch the file and name it", shown(address));
        }
        if args.side.writes_tags() {
            anyhow::bail!("--write-tags writes to files of this machine only, and {} is in S3", shown(address));
        }
        if args.output.as_ref() == Some(address) {
            anyhow::bail!("{} is one of the inputs and would be overwritten; choose another output", shown(address));
        }
        let ending = address.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        if args.manifest.is_none() && ["csv", "tsv", "txt", "m3u", "m3u8"].contains(&ending.as_str()) {
            anyhow::bail!("{} is a list by its name; name it with --manifest", shown(address));
        }
    }
    Ok(())
}

/// Looks whether there is anything, before anything else is done.
fn find(sources: Sources, named: &[PathBuf]) -> anyhow::Result<Found> {
    let mut inputs = Inputs::new(sources.clone());
    let passed = inputs.passed();
    let first: Vec<Input> = inputs.by_ref().take(2).collect();
    if first.is_empty() {
        anyhow::bail!("found no audio in {} (files that are none: {})", list(named), passed.not_audio.load(Ordering::Relaxed));
    }
    Ok(Found { sources, several: first.len() > 1, inputs: Box::new(first.into_iter().chain(inputs)), passed })
}

/// The model, ready to judge.
///
/// # Errors
/// It cannot be run.
pub(crate) fn load(args: &ClassifyArgs, model: &Arc<Model>, jobs: usize) -> anyhow::Result<Classifier> {
    let classifier = engine::classifier(&args.engine, &args.model, model, jobs)?;
    Ok(if args.all_windows() { classifier.with_all_windows() } else { classifier })
}

/// Answers onto standard output.
fn tell(args: &ClassifyArgs, destination: &Destination, found: Found, begin: Instant) -> anyhow::Result<Outcome> {
    let model = Arc::new(args.engine.model(&args.model)?);
    let breadth = args.breadth(&model.manifest);
    let classifier = load(args, &model, breadth.jobs)?;
    let mut sink: Box<dyn Sink> = match destination {
        Destination::Terminal => Box::new(Table::new(classifier.manifest(), Paint::of_environment(), args.quiet)),
        _ => Box::new(JsonLinesPipe { columns: Columns { raw: args.raw, timings: args.timings } }),
    };
    let mut failures = Failures::told();
    let mut progress = match args.progress().filter(|_| found.several) {
        Some(form) => Progress::over(found.sources.clone(), form, Shard::WHOLE, Arc::new(AtomicU64::new(0))),
        None => Progress::hidden(),
    };
    let mut judged = 0;
    let several = found.several;
    let jobs = (0..).zip(found.inputs).map(|(place, input)| Job { place, input });
    let result = pipeline::run(&classifier, &args.options(), breadth, jobs, &AtomicBool::new(false), |job, result| {
        let path = shown(&job.input.path);
        let heard = result.as_ref().ok().map(|report| report.audio.window.seconds);
        match result {
            Ok(mut report) => {
                judged += 1;
                if !args.timings {
                    report.timings_ms = None;
                }
                progress.aside(|| sink.write(&path, report)).context("failed to write to standard output")?;
            }
            Err(error) if error.is_lost() => return Err(error.into()),
            // Standard error may be closed: then nobody wants to know.
            Err(error) => drop(progress.aside(|| failures.add(&path, error.kind(), &error.to_string()))),
        }
        progress.advance(heard);
        Ok(())
    });
    progress.finish();
    let totals = Totals { judged, failed: failures.count() };
    match result {
        // The reader at the other end of the pipe has seen enough: that is its right.
        Err(error) if error.downcast_ref().is_some_and(|error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe) => {
            return Ok(Outcome::of(totals.failed));
        }
        Err(error) => return Err(error),
        Ok(()) => sink.finish()?,
    }
    if !args.quiet && several {
        summarise(totals, 0, &found.passed, None, begin.elapsed().as_secs_f64());
    }
    Ok(Outcome::of(totals.failed))
}

/// A mistyped name among others is a failed file; nothing but mistyped names is a mistake of the call.
pub(crate) fn refuse_if_all_are_missing(inputs: &[PathBuf]) -> anyhow::Result<()> {
    if inputs.iter().all(|input| !is_there(input)) {
        let exist = if inputs.len() == 1 { "does not exist" } else { "do not exist" };
        anyhow::bail!("{} {exist}, so there is nothing to classify", list(inputs));
    }
    Ok(())
}

fn list(paths: &[PathBuf]) -> String {
    match paths {
        [one] => shown(one),
        [first, others @ ..] => format!("{} and {} more", shown(first), others.len()),
        [] => "nothing".to_owned(),
    }
}

/// A number of files in words.
pub(crate) fn files(count: u64) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

/// What the run came to, for people.
pub(crate) fn summarise(totals: Totals, known: u64, passed: &Passed, ledger: Option<&Path>, seconds: f64) {
    let mut text = format!("classified {} in {seconds:.1} s", files(totals.judged));
    if known > 0 {
        text.push_str(&format!(" ({known} of all were done before)"));
    }
    if totals.failed > 0 {
        text.push_str(&format!("; {} failed", totals.failed));
        if let Some(ledger) = ledger {
            text.push_str(&format!(", see {}", shown(ledger)));
        }
    }
    let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
    let skipped = [(&passed.not_audio, "without audio"), (&passed.hidden, "hidden"), (&passed.again, "named twice")];
    let mut skipped = skipped.iter().filter(|(number, _)| count(number) > 0).map(|(number, why)| format!("{} {why}", files(count(number))));
    if let Some(first) = skipped.next() {
        text.push_str(&format!("; skipped {}", std::iter::once(first).chain(skipped).collect::<Vec<_>>().join(", ")));
    }
    let _ = writeln!(io::stderr(), "{text}");
}
