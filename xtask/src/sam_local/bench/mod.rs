//! `cargo xtask sam-local --bench`: cold start, warm answer and memory of the packaged function and of a Python function that does the
//! same, under the same emulator in one run, and what a million calls cost.

mod measure;
mod price;
mod table;
mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::Context;
use genre::Model;

use super::build::Built;
use super::process::run;
use super::tools::Tools;
use crate::bench::{FullSize, put_between};
use crate::date::today;
use crate::measure::processor;
use crate::terminal::{progress, say};
use measure::{Figures, Program};
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
    precision: &'static str,
    onnx: PathBuf,
}

/// What was measured of one model with so many processor cores.
pub(super) struct Line {
    model: &'static str,
    cores: usize,
    ours: Figures,
    /// Absent where there is no Python environment.
    python: Option<Figures>,
}

/// Measures and prints the tables; puts them into the READMEs if asked to.
pub(super) fn run_all(root: &Path, tools: &Tools, built: &Built, repeats: usize, update_readme: bool) -> anyhow::Result<ExitCode> {
    let python = Some(root.join("tools/.venv/bin/python")).filter(|python| python.is_file());
    let subjects = subjects(root, python.as_deref())?;
    let peer = python.map(|python| runtime_client(root, &python).map(|client| (python, client))).transpose()?;
    let event = std::fs::read(root.join(EVENT)).with_context(|| format!("failed to read {EVENT}"))?;
    let (emulator, program) = (tools.emulator()?, built.program("ApiFunction"));
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    let mut lines = Vec::new();
    for subject in &subjects {
        for cores in [1, 2].into_iter().filter(|&cores| cores <= all) {
            progress(format_args!("{}, {cores} core(s)", subject.name));
            let mut ours = Program::new("ours", &[&program], cores);
            ours.set("ACOUSTICSENSE_THREADS", &cores.to_string());
            if let Some(folder) = &subject.folder {
                ours.set("ACOUSTICSENSE_MODEL", &folder.to_string_lossy()).set("ACOUSTICSENSE_PRECISION", subject.precision);
            }
            let mut programs = vec![ours];
            if let Some((python, client)) = &peer {
                let handler = ["-m", "awslambdaric", "lambda_peer.handler"].map(Path::new);
                let mut other = Program::new("Python", &[&[python.as_path()], handler.as_slice()].concat(), cores);
                other.set("PYTHONPATH", &format!("{}:{}", client.display(), root.join("tools").display()));
                other.set("MODEL", &subject.onnx.to_string_lossy()).set("THREADS", &cores.to_string());
                other.set("OMP_NUM_THREADS", &cores.to_string());
                programs.push(other);
            }
            let mut figures = measure::side_by_side(&emulator, &programs, &event, repeats)?.into_iter();
            let ours = figures.next().context("nothing was measured")?;
            lines.push(Line { model: subject.name, cores, ours, python: figures.next() });
        }
    }
    let size = program.metadata().with_context(|| format!("failed to look at {}", program.display()))?.len();
    let watched: Vec<f64> = lines.iter().flat_map(|line| [Some(line.ours), line.python]).flatten().map(|figures| figures.busy).collect();
    let busy = watched.iter().sum::<f64>() / watched.len() as f64;
    let setting = Setting { date: today(), processor: processor(), cores: all, repeats, busy, program_mb: size as f64 / 1e6 };
    say(table::markdown(&lines, &setting, Language::English));
    if update_readme {
        for language in [Language::English, Language::Chinese] {
            put_between(&root.join(language.readme()), (BEGIN, END), &table::markdown(&lines, &setting, language))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The built-in model, and a seeded ViT-B/16 where there is a Python that can make one.
fn subjects(root: &Path, python: Option<&Path>) -> anyhow::Result<Vec<Subject>> {
    let built_in = Model::built_in()?;
    let onnx = root.join("models").join(&built_in.manifest.id).join(&built_in.file.path);
    let mut subjects = vec![Subject { name: BUILT_IN, folder: None, precision: "", onnx }];
    let Some(python) = python else {
        progress("tools/.venv is not there: no ViT-B/16, no Python function");
        return Ok(subjects);
    };
    let full = FullSize::make(root, python)?;
    for (name, precision) in [("ViT-B/16 f16", "f16"), ("ViT-B/16 f32", "f32")] {
        let onnx = full.folder.join(format!("model.{precision}.onnx"));
        subjects.push(Subject { name, folder: Some(full.folder.clone()), precision, onnx });
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
