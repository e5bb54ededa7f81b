//! `acousticsense classify`: files in, answers out, in order.

use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::Instant;

use anyhow::Context;
use genre::{AudioError, Classifier, EngineError, Error, Manifest, Options, Report, Source};

use crate::Outcome;
use crate::args::ClassifyArgs;
use crate::destination::{Destination, Format};
use crate::failures::Failures;
use crate::inputs::{Input, Inputs};
use crate::names::shown;
use crate::ordered;
use crate::progress::Progress;
use crate::sinks::{Columns, Csv, JsonLinesFile, JsonLinesPipe, Sink};
use crate::table::{Paint, Table};
use crate::whole_file::WholeFile;

/// Judges everything that was named.
///
/// # Errors
/// Only what keeps the run as a whole from happening: nothing to judge, no model, nowhere to write.
pub(crate) fn run(args: &ClassifyArgs) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    // Everything that can be refused is refused before the model is loaded, let alone audio decoded.
    let destination = Destination::of(args.output.as_deref(), io::stdout().is_terminal(), &args.inputs)?;
    refuse_if_all_are_missing(&args.inputs)?;
    let (file, mut failures) = match &destination {
        Destination::File { place, ledger, .. } => (Some(WholeFile::create(place)?), Failures::recorded(ledger.clone())?),
        Destination::Terminal | Destination::Pipe => (None, Failures::told()),
    };
    let mut inputs = Inputs::new(args.inputs.clone());
    let skipped = inputs.skipped();
    let first: Vec<Input> = inputs.by_ref().take(2).collect();
    if first.is_empty() {
        anyhow::bail!("found no audio in {} (files that are none: {})", list(&args.inputs), skipped.load(Ordering::Relaxed));
    }
    let several = first.len() > 1;

    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = if several { args.jobs.map_or(cores, usize::from) } else { 1 };
    // Several files are judged side by side, one core each; a single one gets all the cores that it may have.
    let threads = if jobs > 1 { 1 } else { args.jobs.map_or(cores, usize::from) };
    let classifier = Classifier::new(&crate::model::open(&args.model)?, threads).context("failed to load the model")?;
    let mut sink = sink(&destination, file, classifier.manifest(), args)?;
    let progress = if several && !args.quiet { Progress::over(args.inputs.clone()) } else { Progress::hidden() };

    let options = Options { start_s: args.start, raw: args.raw };
    let mut judged: u64 = 0;
    let result = ordered::for_each(
        first.into_iter().chain(inputs),
        jobs,
        |input| {
            let name = shown(&input.path);
            (name, judge(&classifier, input, &options))
        },
        |(name, result)| {
            let written = match result {
                Ok(report) => {
                    judged += 1;
                    progress.aside(|| sink.write(Report { name: Some(name), ..report })).map_err(Stop::Output)
                }
                Err(error) => progress.aside(|| failures.add(&name, error.kind(), &error.to_string())).map_err(Stop::Ledger),
            };
            progress.advance(failures.count());
            written
        },
    );
    progress.finish();
    match result {
        // The reader at the other end of the pipe has seen enough: that is its right.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(outcome(&failures)),
        Err(Stop::Output(error)) => return Err(error).with_context(|| format!("failed to write {}", described(args))),
        Err(Stop::Ledger(error)) => return Err(error),
        Ok(()) => sink.finish().with_context(|| format!("failed to write {}", described(args)))?,
    }
    if !args.quiet && (several || args.output.is_some()) {
        summarise(judged, &failures, skipped.load(Ordering::Relaxed), begin.elapsed().as_secs_f64());
    }
    let outcome = outcome(&failures);
    failures.finish()?;
    Ok(outcome)
}

/// Why a run ends before all files are judged.
enum Stop {
    Output(io::Error),
    Ledger(anyhow::Error),
}

fn judge(classifier: &Classifier, input: Input, options: &Options) -> Result<Report, Error> {
    if let Some(problem) = input.problem {
        return Err(AudioError::Read(problem).into());
    }
    let source = Source::open(&input.path).map_err(AudioError::Read)?;
    // A defect of ours that one file brings to light must not cost the others; the hook has told where it is.
    let judged = catch_unwind(AssertUnwindSafe(|| classifier.classify(source, options)));
    judged.unwrap_or_else(|_| Err(EngineError::Run("the program itself failed on this file; please report it".to_owned()).into()))
}

fn sink(destination: &Destination, file: Option<WholeFile>, manifest: &Manifest, args: &ClassifyArgs) -> anyhow::Result<Box<dyn Sink>> {
    let columns = Columns { raw: args.raw, timings: args.timings };
    // Tables and JSON carry the model's notice themselves.
    if let (Destination::File { format: Format::Csv, .. }, Some(notice), false) = (destination, &manifest.notice, args.quiet) {
        let _ = writeln!(io::stderr(), "{notice}");
    }
    Ok(match (destination, file) {
        (Destination::File { format: Format::Csv, .. }, Some(file)) => {
            Box::new(Csv::begin(file, manifest, columns).with_context(|| format!("failed to write {}", described(args)))?)
        }
        (Destination::File { format: Format::JsonLines, .. }, Some(file)) => Box::new(JsonLinesFile { file, columns }),
        (Destination::Terminal, _) => Box::new(Table::new(manifest, Paint::of_environment(), args.quiet)),
        (Destination::Pipe | Destination::File { .. }, _) => Box::new(JsonLinesPipe { columns }),
    })
}

/// A mistyped name among others is a failed file; nothing but mistyped names is a mistake of the call.
fn refuse_if_all_are_missing(inputs: &[PathBuf]) -> anyhow::Result<()> {
    if inputs.iter().all(|input| !input.exists()) {
        let exist = if inputs.len() == 1 { "does not exist" } else { "do not exist" };
        anyhow::bail!("{} {exist}, so there is nothing to classify", list(inputs));
    }
    Ok(())
}

fn outcome(failures: &Failures) -> Outcome {
    if failures.count() == 0 { Outcome::AllDone } else { Outcome::SomeFailed }
}

fn list(paths: &[PathBuf]) -> String {
    match paths {
        [one] => shown(one),
        [first, others @ ..] => format!("{} and {} more", shown(first), others.len()),
        [] => "nothing".to_owned(),
    }
}

fn described(args: &ClassifyArgs) -> String {
    args.output.as_deref().map_or_else(|| "to standard output".to_owned(), shown)
}

fn summarise(judged: u64, failures: &Failures, skipped: u64, seconds: f64) {
    let files = |count: u64| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    let mut text = format!("classified {} in {seconds:.1} s", files(judged));
    if failures.count() > 0 {
        text.push_str(&format!("; {} failed", failures.count()));
        if let Some(ledger) = failures.place() {
            text.push_str(&format!(", see {}", shown(ledger)));
        }
    }
    if skipped > 0 {
        text.push_str(&format!("; skipped {} without audio", files(skipped)));
    }
    let _ = writeln!(io::stderr(), "{text}");
}
