//! `cargo xtask sam-local --bench`: cold start, warm answer and memory of the packaged function and of a Python function that does the
//! same, under the same emulator in one run, and what a million calls cost.

mod measure;
mod plan;
mod price;
mod share;
mod table;
mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::Context;
use genre::Model;
use genre::manifest::Precision;

use super::process::run;
use super::tools::Tools;
use crate::bench::{FullSize, put_between};
use crate::date::today;
use crate::measure::processor;
use crate::terminal::{progress, say};
use measure::{Figures, Start};
use share::Share;
use words::{Language, Setting};

const BEGIN: &str = "<!-- lambda: begin (cargo xtask sam-local --bench --update-readme) -->";
const END: &str = "<!-- lambda: end -->";
const INSTALL: Duration = Duration::from_secs(300);
const BUILT_IN: &str = "built-in";
const EVENT: &str = "tests/events/http-classify-mp3.json";

/// One of the models that both programs run.
struct Subject {
    name: &'static str,
    /// Its folder; none for the built-in one.
    folder: Option<PathBuf>,
    precision: Precision,
    /// What ONNX Runtime is given: weights in rows, as it loads them quickest, where there is such a file.
    onnx: PathBuf,
    temperature: f32,
}

/// What was measured of one model with so much memory.
pub(super) struct Line {
    model: &'static str,
    memory_mb: u32,
    /// That one inference was let use.
    threads: usize,
    ours: Figures,
    /// Absent where it was not measured.
    python: Option<Figures>,
}

/// The function that is measured.
pub(super) struct Packed {
    pub(super) program: PathBuf,
    /// Whether it is what `sam build` packs, or some other build.
    pub(super) by_sam: bool,
}

/// Measures and prints the tables; puts them into the READMEs if asked to.
pub(super) fn run_all(root: &Path, tools: &Tools, packed: &Packed, repeats: usize, update_readme: bool) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let python = Some(root.join("tools/.venv/bin/python")).filter(|python| python.is_file());
    let subjects = subjects(root, python.as_deref())?;
    let peer = python.map(|python| runtime_client(root, &python).map(|client| (python, client))).transpose()?;
    let event = std::fs::read(root.join(EVENT)).with_context(|| format!("failed to read {EVENT}"))?;
    let emulator = tools.emulator()?;
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    let shares = match Share::of(1.0) {
        Ok(_) => true,
        Err(why) => {
            progress(format_args!("no shares of a processor ({why:#}): whole cores are measured, the rest is computed"));
            false
        }
    };
    let starts = plan::starts(root, (&subjects, peer.as_ref()), &packed.program, (shares, all))?;
    let figures = measure::in_turn(&emulator, &starts, &event, repeats)?;
    let lines = lines(&subjects, &starts, &figures);
    let size = packed.program.metadata().with_context(|| format!("failed to look at {}", packed.program.display()))?.len();
    let watched: Vec<f64> = lines.iter().flat_map(|line| [Some(line.ours), line.python]).flatten().map(|figures| figures.busy).collect();
    let busy = watched.iter().sum::<f64>() / watched.len() as f64;
    let (program_mb, by_sam) = (size as f64 / 1e6, packed.by_sam);
    let setting = Setting { date: today(), processor: processor(), cores: all, repeats, busy, program_mb, by_sam, shares };
    say(table::markdown(&lines, &setting, Language::English));
    if update_readme {
        for language in [Language::English, Language::Chinese] {
            put_between(&root.join(language.readme()), (BEGIN, END), &table::markdown(&lines, &setting, language))?;
        }
    }
    progress(format_args!("took {:.0} s", begun.elapsed().as_secs_f64()));
    Ok(ExitCode::SUCCESS)
}

/// Figures, which are in the order of the starts, as lines: a start of Python's stands behind ours.
fn lines(subjects: &[Subject], starts: &[Start], figures: &[Figures]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (Start { subject, room, peer, .. }, &figures) in starts.iter().zip(figures) {
        match lines.last_mut().filter(|_| *peer) {
            Some(line) => line.python = Some(figures),
            None => {
                let (model, memory_mb, threads) = (subjects[*subject].name, room.memory_mb, room.threads);
                lines.push(Line { model, memory_mb, threads, ours: figures, python: None });
            }
        }
    }
    lines
}

/// The built-in model, and a seeded ViT-B/16 where there is a Python that can make one.
fn subjects(root: &Path, python: Option<&Path>) -> anyhow::Result<Vec<Subject>> {
    let built_in = Model::built_in()?;
    let onnx = root.join("models").join(&built_in.manifest.id).join(&built_in.file.path);
    let mut subjects = vec![Subject {
        name: BUILT_IN,
        folder: None,
        precision: built_in.file.precision,
        onnx,
        temperature: built_in.manifest.temperature,
    }];
    let Some(python) = python else {
        progress("tools/.venv is not there: no ViT-B/16, no Python function");
        return Ok(subjects);
    };
    let full = FullSize::make(root, python)?;
    for (name, precision) in [("ViT-B/16 int8", Precision::Int8), ("ViT-B/16 f16", Precision::F16), ("ViT-B/16 f32", Precision::F32)] {
        let onnx = full.rows(precision);
        subjects.push(Subject { name, folder: Some(full.folder.clone()), precision, onnx, temperature: 1.0 });
    }
    Ok(subjects)
}

/// AWS's runtime client for Python, in a folder of its own: the product's environments do not need it.
fn runtime_client(root: &Path, python: &Path) -> anyhow::Result<PathBuf> {
    let folder = crate::target::folder(root).join("bench/awslambdaric");
    if !folder.join("awslambdaric").is_dir() {
        progress("installing AWS's runtime client for Python");
        let mut pip = Command::new(python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]).arg(&folder);
        run(pip.arg("--requirement").arg(root.join("tools/requirements-lambda-peer.txt")), INSTALL)?.text("pip")?;
    }
    Ok(folder)
}
