//! `classify -o`: everything that was named into one table, whatever happens on the way. The [`crate::journal`] explains how.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
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
use crate::failures::Failures;
use crate::feed::{Feed, Known, Told};
use crate::finish::{self, Parts, Totals};
use crate::inputs::{Inputs, Sources};
use crate::journal::{self, Entry, Head, Hold, Journal, Record, Records, Scan, Settings, Shard};
use crate::names::shown;
use crate::pipeline;
use crate::progress::Progress;
use crate::remote::{Courier, Target};
use crate::signals::Stop;
use crate::whole_file::WholeFile;

/// Judges what was `found` and writes it to `place`.
///
/// # Errors
/// What keeps the run as a whole from going on; the journal keeps what was judged until then.
pub(crate) fn run(args: &ClassifyArgs, place: &Place, target: Option<&Target>, found: Found, begin: Instant) -> anyhow::Result<Outcome> {
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
    let brought = target.map(|target| bring(target, place, shard, &journal)).transpose()?;
    let result = place.shard(shard);
    let before = if shard == Shard::WHOLE {
        Before::Nothing
    } else {
        finished_before(args, &found.sources, (&result, &Target::called(target, &result)), &journal, &head)?
    };
    if let (Before::Complete(_), Some(target)) = (&before, target) {
        if brought == Some(false) {
            target.put(&result)?;
        }
        target.tidy(&[&result, &journal]);
    }
    let go_on = match before {
        Before::Complete(outcome) => return Ok(outcome),
        Before::GoOn => true,
        Before::Nothing => args.resume || args.retry_errors,
    };
    let scan = earlier(args, (&journal, &Target::called(target, &journal)), &head, go_on)?;
    let passed = Arc::clone(&found.passed);
    // Whether anything can be written there, again before hours of work.
    target.map_or(Ok(()), |target| target.put(&journal))?;
    let courier = target.map(|target| Courier::start(target, &journal));
    let judged = judge(args, &model, found, (&journal, &hold), target, &head, scan.as_ref());
    drop(courier);
    let (told, stop, was_stopped) = judged.inspect_err(|_| {
        // Where S3 is what failed, this fails too: then this machine has it.
        drop(target.map(|target| target.put(&journal)));
    })?;
    let scan = journal::scan(&journal)?.with_context(|| format!("{} has vanished", shown(&journal)))?;
    if was_stopped {
        target.map_or(Ok(()), |target| target.put(&journal))?;
        interrupted(&Target::called(target, &journal), scan.files);
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
            target.map_or(Ok(()), |target| target.put(&journal))?;
            interrupted(&Target::called(target, &journal), parts[0].1.files);
            return Ok(Outcome::Interrupted(stop.exit_code()));
        }
        let totals = written?;
        target.map_or(Ok(()), |target| deliver(target, place, Some(journal.as_path()).filter(|_| failed > 0)))?;
        if failed == 0 {
            // Nobody needs it any more; with failures it is what --retry-errors goes on from.
            fs::remove_file(&journal).with_context(|| format!("failed to remove {}", shown(&journal)))?;
        }
        totals
    } else {
        fs::rename(&journal, &result).with_context(|| format!("failed to write {}", shown(&result)))?;
        if let Some(target) = target {
            target.put(&result)?;
            target.clear(&journal)?;
        }
        Totals { judged: scan.files - failed, failed }
    };
    if !args.quiet {
        let ledger = (shard == Shard::WHOLE).then(|| Target::called(target, &place.ledger));
        classify::summarise(totals, known, &passed, ledger.as_deref(), begin.elapsed().as_secs_f64());
    }
    if let Some(target) = target {
        target.tidy(&[&place.table, &place.ledger, &result, &journal]);
    }
    Ok(Outcome::of(totals.failed + untagged))
}

/// Brings what S3 has of this part of the run to this machine; gives back whether S3 has it as a whole.
fn bring(target: &Target, place: &Place, shard: Shard, journal: &Path) -> anyhow::Result<bool> {
    let result = place.shard(shard);
    if shard != Shard::WHOLE {
        if target.fetch(&result, &result)? {
            return Ok(true);
        }
        if result.exists() {
            return Ok(false);
        }
    }
    target.fetch_journal(journal)?;
    Ok(false)
}

/// Carries what a whole run has made to S3; the journal where it is needed for another attempt at what failed.
fn deliver(target: &Target, place: &Place, journal: Option<&Path>) -> anyhow::Result<()> {
    match journal {
        Some(journal) => target.put(journal)?,
        None => target.clear(&place.journal(Shard::WHOLE))?,
    }
    deliver_table(target, place)
}

/// Carries a table and its ledger to S3, the table last: where it stands, all is there.
///
/// # Errors
/// As any call to S3.
pub(crate) fn deliver_table(target: &Target, place: &Place) -> anyhow::Result<()> {
    if place.ledger.exists() {
        target.put(&place.ledger)?;
    } else if target.has(&place.ledger)? {
        // An older one would be untrue. Nothing is deleted in S3, so that one without rows takes its place.
        Failures::recorded_empty(&place.ledger)?;
        target.put(&place.ledger)?;
    }
    Ok(target.put(&place.table)?)
}

/// Runs the pipeline into the journal, up to its end or until somebody asks to stop.
fn judge(
    args: &ClassifyArgs,
    model: &Arc<Model>,
    found: Found,
    (place, hold): (&Path, &Hold),
    target: Option<&Target>,
    head: &Head,
    scan: Option<&Scan>,
) -> anyhow::Result<(Arc<Told>, Stop, bool)> {
    let breadth = args.breadth(&model.manifest);
    let classifier = classify::load(args, model, breadth.jobs)?;
    let last = target.map(|target| (target.clone(), place.to_owned()));
    let stop = Stop::listen(move || {
        // The next child goes on from there.
        drop(last.map(|(target, journal)| target.put(&journal)));
    })?;
    let called = Target::called(target, place);
    let known = match scan {
        Some(scan) => Some(Known { records: Records::open(place, scan)?, called: called.clone(), retry: args.retry_errors }),
        None => None,
    };
    let mut journal = match scan {
        Some(scan) => Journal::go_on(hold, scan)?,
        None => Journal::begin(hold, head)?,
    };
    let told = Arc::new(Told::default());
    let mut progress = match args.progress() {
        Some(form) => Progress::over(found.sources.clone(), form, head.shard, Arc::clone(&told.known)),
        None => Progress::hidden(),
    };
    let feed = Feed::new(found.inputs, head.shard, known, Arc::clone(&told));
    let written = pipeline::run(&classifier, &args.options(), breadth, feed, stop.flag(), |job, result| {
        let heard = result.as_ref().ok().map(|report| report.audio.window.seconds);
        let outcome = match result {
            Ok(report) => journal::Outcome::Answer(Box::new(Answer::of(&report, classifier.manifest(), args.timings))),
            Err(error) if error.is_lost() => {
                anyhow::bail!("{error}; what was judged is kept in {}, go on with --resume", shown(&called))
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

/// The journal of an earlier run to go on with, at a place and as people call it; `None` to begin anew.
fn earlier(args: &ClassifyArgs, (place, called): (&Path, &Path), head: &Head, go_on: bool) -> anyhow::Result<Option<Scan>> {
    let scan = if place.exists() { journal::scan(place)? } else { None };
    match scan {
        None if args.retry_errors => {
            anyhow::bail!("there is no {}, so no failures to try again; a run without failures leaves none", shown(called))
        }
        None => Ok(None),
        Some(scan) if !go_on => {
            if scan.end.is_none() && scan.files > 0 {
                anyhow::bail!(
                    "{} holds {} of an interrupted run; go on with --resume, or delete it",
                    shown(called),
                    classify::files(scan.files)
                );
            }
            Ok(None)
        }
        Some(scan) => match scan.head.differs(head) {
            Some(why) => anyhow::bail!("cannot go on with {}: {why}; choose another output, or delete it", shown(called)),
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
fn finished_before(
    args: &ClassifyArgs,
    sources: &Sources,
    (result, called): (&Path, &Path),
    journal: &Path,
    head: &Head,
) -> anyhow::Result<Before> {
    let scan = if result.exists() { journal::scan(result)? } else { None };
    let Some((scan, end)) = scan.and_then(|scan| scan.end.clone().map(|end| (scan, end))) else { return Ok(Before::Nothing) };
    if let Some(why) = scan.head.differs(head) {
        anyhow::bail!("{} exists, and {why}; choose another output, or delete it", shown(called));
    }
    // A pipe can be read but once: then the run itself compares.
    let holds = !sources.only_once() && {
        let told = Arc::new(Told::default());
        let known = Known { records: Records::open(result, &scan)?, called: called.to_owned(), retry: args.retry_errors };
        let open = Feed::new(Inputs::new(sources.clone()), head.shard, Some(known), Arc::clone(&told)).count();
        let now = told.verdict().with_context(|| format!("failed to compare the inputs with {}", shown(called)))??;
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
        let _ = writeln!(io::stderr(), "{} is complete already: {}, {} failed", shown(called), classify::files(scan.files), scan.failed);
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
