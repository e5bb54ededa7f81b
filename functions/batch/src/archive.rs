//! `classify -o`: everything that was named into one table, whatever happens on the way. The [`crate::journal`] explains how.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use anyhow::Context;
use genre::Model;
use genre::report::ModelRef;

use crate::Outcome;
use crate::answer::Answer;
use crate::args::ClassifyArgs;
use crate::classify::{self, Found};
use crate::destination::{Format, Place};
use crate::feed::{Feed, Known, Told};
use crate::finish::{self, Parts, Totals};
use crate::inputs::Inputs;
use crate::journal::{self, Entry, Head, Hold, Journal, Record, Records, Scan, Settings, Shard};
use crate::names::shown;
use crate::pipeline;
use crate::progress::Progress;
use crate::signals::Stop;
use crate::whole_file::WholeFile;

/// Judges what was `found` and writes it to `place`.
///
/// # Errors
/// What keeps the run as a whole from going on; the journal keeps what was judged until then.
pub(crate) fn run(args: &ClassifyArgs, place: &Place, found: Found, begin: Instant) -> anyhow::Result<Outcome> {
    let shard = args.shard()?;
    if let (true, Some(option)) = (shard != Shard::WHOLE, args.side.given()) {
        anyhow::bail!("a shard is but a part; give {option} to acousticsense merge, which has them all");
    }
    let model = Arc::new(args.engine.model(&args.model)?);
    let reference = ModelRef { id: model.manifest.id.clone(), sha256: model.file.sha256.clone(), precision: model.file.precision };
    let settings = Settings {
        start_bits: args.start.to_bits(),
        raw: args.raw,
        timings: args.timings,
        all_windows: args.all_windows(),
        engine: args.engine.engine,
        batch: args.engine.fixed_batch(),
    };
    let head = Head::new(&model.manifest, &reference, settings, shard)?;
    let extras = args.side.extras(&model.manifest, &place.table)?;
    // Whether anything can be written there is asked before hours of work.
    drop(WholeFile::create(&place.table)?);
    // JSON carries the notice itself.
    if let (Some(notice), false) = (&model.manifest.notice, args.quiet || place.format == Format::JsonLines) {
        let _ = writeln!(io::stderr(), "{notice}");
    }
    let journal = place.journal(shard);
    // Until the table and all else stands: another run would put it together from half of each.
    let hold = Hold::take(&journal)?;
    let before = if shard == Shard::WHOLE { Before::Nothing } else { finished_before(args, &place.shard(shard), &journal, &head)? };
    let go_on = match before {
        Before::Complete(outcome) => return Ok(outcome),
        Before::GoOn => true,
        Before::Nothing => args.resume || args.retry_errors,
    };
    let scan = earlier(args, &journal, &head, go_on)?;
    let passed = Arc::clone(&found.passed);
    let (told, stop, was_stopped) = judge(args, &model, found, (&journal, &hold), &head, scan.as_ref())?;
    let scan = journal::scan(&journal)?.with_context(|| format!("{} has vanished", shown(&journal)))?;
    if was_stopped {
        interrupted(&journal, scan.files);
        return Ok(Outcome::Interrupted(stop.exit_code()));
    }
    let failed = scan.failed;
    let known = told.known.load(Ordering::Relaxed);
    let mut untagged = 0;
    let totals = if shard == Shard::WHOLE {
        let parts = [(journal.clone(), scan)];
        let written = finish::write(Parts::of(&parts)?, place, || stop.asked()).and_then(|totals| {
            untagged = finish::serve(Parts::of(&parts)?, extras, args.quiet, || stop.asked())?;
            Ok(totals)
        });
        if stop.asked() && written.is_err() {
            interrupted(&journal, parts[0].1.files);
            return Ok(Outcome::Interrupted(stop.exit_code()));
        }
        let totals = written?;
        if failed == 0 {
            // Nobody needs it any more; with failures it is what --retry-errors goes on from.
            fs::remove_file(&journal).with_context(|| format!("failed to remove {}", shown(&journal)))?;
        }
        totals
    } else {
        let result = place.shard(shard);
        fs::rename(&journal, &result).with_context(|| format!("failed to write {}", shown(&result)))?;
        Totals { judged: scan.files - failed, failed }
    };
    if !args.quiet {
        let ledger = (shard == Shard::WHOLE).then_some(place.ledger.as_path());
        classify::summarise(totals, known, &passed, ledger, begin.elapsed().as_secs_f64());
    }
    Ok(Outcome::of(totals.failed + untagged))
}

/// Runs the pipeline into the journal, up to its end or until somebody asks to stop.
fn judge(
    args: &ClassifyArgs,
    model: &Arc<Model>,
    found: Found,
    (place, hold): (&Path, &Hold),
    head: &Head,
    scan: Option<&Scan>,
) -> anyhow::Result<(Arc<Told>, Stop, bool)> {
    let breadth = args.breadth(&model.manifest);
    let classifier = classify::load(args, model, breadth.jobs)?;
    let stop = Stop::listen()?;
    let known = match scan {
        Some(scan) => Some(Known { records: Records::open(place, scan)?, journal: place.to_owned(), retry: args.retry_errors }),
        None => None,
    };
    let mut journal = match scan {
        Some(scan) => Journal::go_on(hold, scan)?,
        None => Journal::begin(hold, head)?,
    };
    let told = Arc::new(Told::default());
    let mut progress = match args.progress() {
        Some(form) => Progress::over(args.inputs.clone(), form, head.shard, Arc::clone(&told.known)),
        None => Progress::hidden(),
    };
    let feed = Feed::new(found.inputs, head.shard, known, Arc::clone(&told));
    let written = pipeline::run(&classifier, &args.options(), breadth, feed, stop.flag(), |job, result| {
        let heard = result.as_ref().ok().map(|report| report.audio.window.seconds);
        let outcome = match result {
            Ok(report) => journal::Outcome::Answer(Box::new(Answer::of(&report, classifier.manifest(), args.timings))),
            Err(error) if pipeline::is_lost(&error) => {
                anyhow::bail!("{error}; what was judged is kept in {}, go on with --resume", shown(place))
            }
            Err(error) => journal::Outcome::Failure { kind: error.kind().to_owned(), reason: error.to_string() },
        };
        let record = Record { place: job.place, path: shown(&job.input.path), stamp: job.input.stamp, outcome };
        journal.append(&Entry::File(Box::new(record)))?;
        progress.advance(heard);
        Ok::<(), anyhow::Error>(())
    });
    progress.finish();
    written?;
    match told.verdict() {
        Some(Err(problem)) => return Err(problem),
        Some(Ok(end)) if !stop.asked() => journal.append(&Entry::End(end))?,
        _ => {
            journal.close()?;
            return Ok((told, stop, true));
        }
    }
    journal.close()?;
    Ok((told, stop, false))
}

/// The journal of an earlier run to go on with; `None` to begin anew.
fn earlier(args: &ClassifyArgs, place: &Path, head: &Head, go_on: bool) -> anyhow::Result<Option<Scan>> {
    let scan = if place.exists() { journal::scan(place)? } else { None };
    match scan {
        None if args.retry_errors => {
            anyhow::bail!("there is no {}, so no failures to try again; a run without failures leaves none", shown(place))
        }
        None => Ok(None),
        Some(scan) if !go_on => {
            if scan.end.is_none() && scan.files > 0 {
                anyhow::bail!(
                    "{} holds {} of an interrupted run; go on with --resume, or delete it",
                    shown(place),
                    classify::files(scan.files)
                );
            }
            Ok(None)
        }
        Some(scan) => match scan.head.differs(head) {
            Some(why) => anyhow::bail!("cannot go on with {}: {why}; choose another output, or delete it", shown(place)),
            None => Ok(Some(scan)),
        },
    }
}

/// What a shard that was whole before asks for now.
enum Before {
    /// All its answers still hold.
    Complete(Outcome),
    /// Some do not, or are to be tried again: the journal has what it held.
    GoOn,
    /// There is none.
    Nothing,
}

/// A shard that is whole already need not be made again, since children of an array job may be started twice; but only what the inputs
/// are now tells whether it is whole.
fn finished_before(args: &ClassifyArgs, result: &Path, journal: &Path, head: &Head) -> anyhow::Result<Before> {
    let scan = if result.exists() { journal::scan(result)? } else { None };
    let Some((scan, end)) = scan.and_then(|scan| scan.end.clone().map(|end| (scan, end))) else { return Ok(Before::Nothing) };
    if let Some(why) = scan.head.differs(head) {
        anyhow::bail!("{} exists, and {why}; choose another output, or delete it", shown(result));
    }
    // A pipe can be read but once: then the run itself compares.
    let once = |input: &PathBuf| input.as_os_str() == "-" || input.exists() && !input.is_file() && !input.is_dir();
    let holds = !args.inputs.iter().any(once) && {
        let told = Arc::new(Told::default());
        let known = Known { records: Records::open(result, &scan)?, journal: result.to_owned(), retry: args.retry_errors };
        let open = Feed::new(Inputs::new(args.inputs.clone()), head.shard, Some(known), Arc::clone(&told)).count();
        let now = told.verdict().with_context(|| format!("failed to compare the inputs with {}", shown(result)))??;
        open == 0 && now == end
    };
    if !holds {
        // The shard stays what it is until the new one takes its place.
        if journal::scan(journal)?.is_none() {
            fs::copy(result, journal).with_context(|| format!("failed to write {}", shown(journal)))?;
        }
        return Ok(Before::GoOn);
    }
    if !args.quiet {
        let _ = writeln!(io::stderr(), "{} is complete already: {}, {} failed", shown(result), classify::files(scan.files), scan.failed);
    }
    Ok(Before::Complete(Outcome::of(scan.failed)))
}

fn interrupted(journal: &Path, files: u64) {
    let _ = writeln!(
        io::stderr(),
        "interrupted: the answers to {} are kept in {}; go on with --resume",
        classify::files(files),
        shown(journal)
    );
}
