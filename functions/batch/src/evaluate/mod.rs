//! `acousticsense evaluate`: how good are the answers, on files whose genre is known?

mod args;
mod labelled;
mod matrix;
mod measure;
mod temperature;
mod text;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use anyhow::{Context, bail};
use genre::report::ModelRef;
use genre::{Classifier, Manifest, Options};
use serde_json::{Value, json};

pub(crate) use args::EvaluateArgs;
use args::Windows;
use labelled::Collection;
use measure::{Calibration, Judged, OfGenre, Share};
use temperature::Fit;

use crate::destination::refuse_to_overwrite;
use crate::failures::Failures;
use crate::journal::Shard;
use crate::names::shown;
use crate::pipeline::{self, Breadth, Job};
use crate::progress::{Form, Progress};
use crate::{Outcome, whole_file};

/// Everything that was measured.
struct Evaluation {
    model: ModelRef,
    engine: String,
    notice: Option<String>,
    all_windows: bool,
    judged: usize,
    failed: u64,
    left_out: Vec<(String, u64)>,
    names: Vec<String>,
    top1: Share,
    top3: Share,
    genres: Vec<OfGenre>,
    matrix: Vec<Vec<usize>>,
    words: Vec<(&'static str, Share)>,
    /// As the model answers, and at temperature 1.
    calibration: Calibration,
    raw: Calibration,
    fit: Option<(Fit, Calibration)>,
}

/// Judges a labelled collection and tells how good the answers were.
///
/// # Errors
/// What keeps it from being done as a whole: nothing there, unknown labels, no model, nowhere to write, no file that could be judged.
pub(crate) fn run(args: &EvaluateArgs) -> anyhow::Result<Outcome> {
    if !args.collection.exists() {
        bail!("{} does not exist, so there is nothing to evaluate", shown(&args.collection));
    }
    let named: Vec<PathBuf> = [Some(&args.collection), args.map.as_ref()].into_iter().flatten().cloned().collect();
    for written in [&args.output, &args.confusion_matrix].into_iter().flatten() {
        refuse_to_overwrite(written, &named)?;
    }
    if args.fit_temperature && args.model.folder.is_none() {
        bail!("--fit-temperature writes into the model's manifest; name the model with --model DIR");
    }
    let model = crate::model::open(&args.model, false)?;
    let collection = Collection::read(&args.collection, args.map.as_deref(), args.skip_unknown, &model.manifest)?;
    let breadth = breadth(args);
    let classifier = Classifier::new(&model, breadth.jobs).context("failed to load the model")?;
    let classifier = if args.windows == Windows::All { classifier.with_all_windows() } else { classifier };
    if let Some(notice) = &model.manifest.notice {
        let _ = writeln!(io::stderr(), "{notice}");
    }

    let left_out = collection.left_out.clone();
    let (files, failed) = judge(args, &classifier, breadth, collection)?;
    if files.is_empty() {
        bail!("none of the files could be judged, so there is nothing to evaluate");
    }
    let fit = args.fit_temperature.then(|| temperature::fit(&files, &described(&args.collection))).transpose()?;
    let manifest = classifier.manifest();
    let found = evaluate(&classifier, &files, fit, args.windows == Windows::All, failed, left_out.into_iter().collect());
    write(args, &found)?;
    if let (Some((fit, _)), Some(folder)) = (&found.fit, &args.model.folder) {
        temperature::keep(folder, manifest, fit)?;
        let _ = writeln!(io::stderr(), "wrote temperature {} into {}", fit.temperature, shown(&folder.join("model.json")));
    }
    Ok(Outcome::of(failed))
}

/// What a manifest may say of where its figures come from: no path of this machine.
fn described(collection: &Path) -> String {
    collection.file_name().map(|name| shown(Path::new(name))).unwrap_or_default()
}

fn breadth(args: &EvaluateArgs) -> Breadth {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or(cores, usize::from);
    Breadth { jobs, batch: (4 * jobs).min(32), ahead: 2, whole: true }
}

/// Every file's logits, and how many files failed.
fn judge(args: &EvaluateArgs, classifier: &Classifier, breadth: Breadth, collection: Collection) -> anyhow::Result<(Vec<Judged>, u64)> {
    let total = Arc::new(AtomicU64::new(0));
    let mut progress = match args.progress {
        Form::None => Progress::hidden(),
        form => Progress::over(vec![args.collection.clone()], form, Shard::WHOLE, total),
    };
    let (inputs, genres): (Vec<_>, Vec<usize>) = collection.files.into_iter().map(|file| (file.input, file.genre)).unzip();
    let jobs = (0..).zip(inputs).map(|(place, input)| Job { place, input });
    let (mut files, mut failures) = (Vec::with_capacity(genres.len()), Failures::told());
    pipeline::run(classifier, &Options::default(), breadth, jobs, &AtomicBool::new(false), |job, result| {
        let heard = result.as_ref().ok().map(|report| report.audio.window.seconds);
        match result {
            Ok(report) => {
                let truth = usize::try_from(job.place).ok().and_then(|place| genres.get(place).copied()).context("a file too many")?;
                files.push(Judged { truth, logits: report.logits, silent: report.silent });
            }
            Err(error) => progress.aside(|| failures.add(&shown(&job.input.path), error.kind(), &error.to_string()))?,
        }
        progress.advance(heard);
        Ok::<(), anyhow::Error>(())
    })?;
    progress.finish();
    Ok((files, failures.count()))
}

fn evaluate(
    classifier: &Classifier,
    files: &[Judged],
    fit: Option<Fit>,
    all_windows: bool,
    failed: u64,
    left_out: Vec<(String, u64)>,
) -> Evaluation {
    let manifest: &Manifest = classifier.manifest();
    let names: Vec<String> = manifest.labels.iter().map(|label| label.name.clone()).collect();
    // As the manifest spells it: 1.3, and not the f32's 1.2999999523162842.
    let temperature = manifest.temperature.to_string().parse().unwrap_or_else(|_| f64::from(manifest.temperature));
    let matrix = measure::confusion(files, temperature, names.len());
    Evaluation {
        model: classifier.model().clone(),
        engine: classifier.engine().to_string(),
        notice: manifest.notice.clone(),
        all_windows,
        judged: files.len(),
        failed,
        left_out,
        top1: measure::top(files, temperature, 1),
        top3: measure::top(files, temperature, 3),
        genres: measure::by_genre(&matrix, &names),
        matrix,
        names,
        words: measure::by_confidence(files, temperature).map(|(word, share)| (word.as_str(), share)).into(),
        calibration: measure::calibration(files, temperature),
        raw: measure::calibration(files, 1.0),
        fit: fit.map(|fit| {
            let after = measure::calibration(files, fit.temperature);
            (fit, after)
        }),
    }
}

/// Everything to where it was asked for.
fn write(args: &EvaluateArgs, found: &Evaluation) -> anyhow::Result<()> {
    if let Some(place) = &args.output {
        whole_file::write(place, (serde_json::to_string_pretty(&found.to_json())? + "\n").as_bytes())?;
    }
    if let Some(place) = &args.confusion_matrix {
        let title = format!("{}: {} of {} right, {:.1} %", found.model.id, found.top1.right, found.top1.of, 100.0 * found.top1.share);
        whole_file::write(place, matrix::svg(&found.matrix, &found.names, &title).as_bytes())?;
    }
    match io::stdout().lock().write_all(text::of(found).as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).context("failed to write to standard output"),
        _ => Ok(()),
    }
}

impl Evaluation {
    fn to_json(&self) -> Value {
        let words: serde_json::Map<String, Value> = self.words.iter().map(|(word, share)| ((*word).to_owned(), json!(share))).collect();
        let left_out: serde_json::Map<String, Value> = self.left_out.iter().map(|(label, files)| (label.clone(), json!(files))).collect();
        json!({
            "model": self.model, "engine": self.engine, "notice": self.notice, "windows": if self.all_windows { "all" } else { "first" },
            "files": { "judged": self.judged, "failed": self.failed, "left_out": left_out },
            "top1": self.top1, "top3": self.top3, "genres": self.genres, "macro_f1": self.macro_f1(),
            "confusion": { "labels": self.names, "truth_by_answer": self.matrix },
            "confidence": words, "bins": measure::BINS, "calibration": self.calibration, "raw": self.raw,
            "fit": self.fit.as_ref().map(|(fit, after)| json!({ "temperature": fit.temperature, "metrics": fit.metrics, "calibration": after })),
        })
    }

    /// The mean of the F1 of all genres that are there.
    fn macro_f1(&self) -> f64 {
        let there: Vec<f64> = self.genres.iter().filter(|genre| genre.support > 0).filter_map(|genre| genre.f1).collect();
        there.iter().sum::<f64>() / there.len().max(1) as f64
    }
}
