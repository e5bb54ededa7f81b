//! `cargo xtask sam-local --bench`: cold start, warm answer and memory of the packaged function and of a Python function that does the
//! same, under the same emulator in one run, and what a million calls cost.

mod measure;
mod price;
mod share;
mod table;
mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::Context;
use genre::Model;

use super::process::run;
use super::tools::Tools;
use crate::bench::{FullSize, put_between};
use crate::date::today;
use crate::measure::processor;
use crate::terminal::{progress, say};
use measure::{Figures, Program, Room};
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
    precision: &'static str,
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
    let mut lines = Vec::new();
    // The models in turn for each size, so that they can be compared although the machine's speed drifts.
    for (memory_mb, threads) in settings(shares, all) {
        for subject in &subjects {
            progress(format_args!("{}, {memory_mb} MB, {threads} thread(s)", subject.name));
            let processors = if shares { all.min(2) } else { threads };
            let room = Room { memory_mb, processors, share: shares.then(|| Share::of(price::cores(memory_mb))).transpose()? };
            let mut programs = vec![ours(subject, &packed.program, threads)];
            // Beside Python where the function has whole cores, and uses them.
            let beside = price::WHOLE_MB.get(threads - 1) == Some(&memory_mb);
            programs.extend(peer.iter().filter(|_| beside).map(|(python, client)| theirs(root, subject, python, client, threads)));
            let mut figures = measure::side_by_side(&emulator, &programs, &room, &event, repeats)?.into_iter();
            let ours = figures.next().context("nothing was measured")?;
            lines.push(Line { model: subject.name, memory_mb, threads, ours, python: figures.next() });
        }
    }
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

/// Memory and threads: below a core one thread, from there on also two, which Lambda's two processors let run side by side for a part of
/// the time.
fn settings(shares: bool, all: usize) -> Vec<(u32, usize)> {
    let sizes = price::SIZES_MB.into_iter().filter(|size| shares || price::WHOLE_MB.contains(size));
    let with_threads = sizes.flat_map(|size| [(size, 1), (size, 2)]);
    let sensible = |&(size, threads): &(u32, usize)| {
        let cores = price::cores(size);
        threads <= all && (shares || threads as f64 == cores) && (threads == 1 || cores >= 1.0) && cores <= all as f64
    };
    with_threads.filter(sensible).collect()
}

fn ours(subject: &Subject, program: &Path, threads: usize) -> Program {
    let mut ours = Program::new("ours", &[program]);
    ours.set("ACOUSTICSENSE_THREADS", &threads.to_string());
    if let Some(folder) = &subject.folder {
        ours.set("ACOUSTICSENSE_MODEL", &folder.to_string_lossy()).set("ACOUSTICSENSE_PRECISION", subject.precision);
    }
    ours
}

fn theirs(root: &Path, subject: &Subject, python: &Path, client: &Path, threads: usize) -> Program {
    let handler = ["-m", "awslambdaric", "lambda_peer.handler"].map(Path::new);
    let mut other = Program::new("Python", &[&[python], handler.as_slice()].concat());
    other.set("PYTHONPATH", &format!("{}:{}", client.display(), root.join("tools").display()));
    other.set("MODEL", &subject.onnx.to_string_lossy()).set("THREADS", &threads.to_string());
    other.set("TEMPERATURE", &subject.temperature.to_string()).set("OMP_NUM_THREADS", &threads.to_string());
    other
}

/// The built-in model, and a seeded ViT-B/16 where there is a Python that can make one.
fn subjects(root: &Path, python: Option<&Path>) -> anyhow::Result<Vec<Subject>> {
    let built_in = Model::built_in()?;
    let onnx = root.join("models").join(&built_in.manifest.id).join(&built_in.file.path);
    let mut subjects = vec![Subject { name: BUILT_IN, folder: None, precision: "", onnx, temperature: built_in.manifest.temperature }];
    let Some(python) = python else {
        progress("tools/.venv is not there: no ViT-B/16, no Python function");
        return Ok(subjects);
    };
    let full = FullSize::make(root, python)?;
    for (name, precision) in [("ViT-B/16 int8", "int8"), ("ViT-B/16 f16", "f16"), ("ViT-B/16 f32", "f32")] {
        let onnx = full.rows.join(format!("model.{precision}.onnx"));
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

#[cfg(test)]
mod tests {
    use super::settings;

    #[test]
    fn whole_cores_are_measured_where_there_are_no_shares_of_one() {
        assert_eq!(settings(false, 2), [(1769, 1), (3538, 2)]);
        assert_eq!(settings(false, 1), [(1769, 1)]);
        assert_eq!(settings(true, 1), [(1024, 1), (1536, 1), (1769, 1)]);
        let both = [(1769, 1), (1769, 2), (2048, 1), (2048, 2), (2560, 1), (2560, 2), (3008, 1), (3008, 2), (3538, 1), (3538, 2)];
        assert_eq!(settings(true, 2), [&[(1024, 1), (1536, 1)], both.as_slice()].concat());
    }
}
