//! Process start to first answer: our program, our program with ONNX Runtime in it, and Python's, in turn.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::prepare::{Subject, Work};
use super::record::{Figure, Line};
use crate::measure::high_water_bytes;
use crate::terminal::progress;
use crate::venv::onnx_runtime;

/// A program that is started afresh again and again.
struct Starter {
    name: &'static str,
    command: Box<dyn Fn() -> Command>,
    cached_ms: Vec<f64>,
    evicted_ms: Vec<f64>,
    peak_bytes: Vec<f64>,
    failed: bool,
}

impl Starter {
    fn new(name: &'static str, command: impl Fn() -> Command + 'static) -> Self {
        Self { name, command: Box::new(command), cached_ms: Vec::new(), evicted_ms: Vec::new(), peak_bytes: Vec::new(), failed: false }
    }

    /// Once with the files cached, once with them evicted.
    fn turn(&mut self, program: &Path, files: &[&Path], counts: bool) -> anyhow::Result<()> {
        // A system may have taken their pages back while somebody else was measured for seconds.
        [program].iter().chain(files).try_for_each(|file| read(file))?;
        let (cached_ms, peak_bytes) = once((self.command)())?;
        // The first start fills the page cache and librosa's cache of compiled code.
        if counts {
            files.iter().try_for_each(|file| evict(file))?;
            let (evicted_ms, _) = once((self.command)())?;
            self.cached_ms.push(cached_ms);
            self.evicted_ms.push(evicted_ms);
            self.peak_bytes.push(peak_bytes);
        }
        Ok(())
    }
}

/// Of one model, with every number of threads; `known` is its folder with answers beside it.
pub(super) fn measure(work: &Work, subject: &Subject, known: Option<&Path>, repeats: usize) -> anyhow::Result<Vec<Line>> {
    let Some((audio, _)) = work.clips.first() else { return Ok(Vec::new()) };
    let weights = if subject.stored.is_some() { &subject.onnx } else { &work.program };
    let files = [weights.as_path(), &subject.onnx, audio];
    let mut lines = Vec::new();
    for &threads in &work.threads {
        progress(format_args!("cold start: {}, {threads} thread(s)", subject.name));
        let mut starters = starters(work, subject, known, audio, threads);
        for round in 0..=repeats {
            for (index, starter) in starters.iter_mut().enumerate().filter(|(_, starter)| !starter.failed) {
                match starter.turn(&work.program, &files, round > 0) {
                    Ok(()) => (),
                    Err(error) if index == 0 => return Err(error),
                    Err(error) => {
                        progress(format_args!("{}: {error:#}", starter.name));
                        starter.failed = true;
                    }
                }
            }
        }
        let what = |what: &str, end: &str| format!("{what}, {}, {threads} thread(s){end}", subject.name);
        let group = subject.group("cold");
        let mut rows = |what: String, unit: &str, pick: fn(&Starter) -> Option<Figure>| {
            let figure = |starter: &Starter| pick(starter).filter(|_| !starter.failed);
            let line = Line::new(&group, what, unit, starters.first().and_then(figure));
            lines.push(starters.iter().skip(1).fold(line, |line, starter| line.beside(starter.name, figure(starter))));
        };
        rows(what("cold start", ", file cached"), "ms", |starter| Figure::of(&starter.cached_ms));
        rows(what("cold start", ", file evicted"), "ms", |starter| Figure::of(&starter.evicted_ms));
        rows(what("peak memory", ""), "MB", |starter| Figure::of(&starter.peak_bytes).map(|bytes| bytes.times(1e-6)));
    }
    Ok(lines)
}

/// Ours, the same program with ONNX Runtime, and Python with it; PyTorch, which takes many seconds, with the original network only.
fn starters(work: &Work, subject: &Subject, known: Option<&Path>, audio: &Path, threads: usize) -> Vec<Starter> {
    let ours = |options: Vec<std::ffi::OsString>| {
        let (program, audio) = (work.program.clone(), audio.to_owned());
        move || {
            let mut command = Command::new(&program);
            command.arg("classify").arg(&audio).args(["--quiet", "--jobs", &threads.to_string()]).args(&options);
            command
        }
    };
    let mut starters = vec![Starter::new("ours", ours(subject.options()))];
    if let Some(library) = onnx_runtime(&work.root).map(|package| package.join("capi")) {
        let mut options = subject.options();
        if let (Some(known), Some(folder)) = (known, options.get_mut(1)) {
            known.as_os_str().clone_into(folder);
        }
        options.extend(["--engine", "ort-cpu", "--onnxruntime"].map(Into::into));
        options.push(library.into());
        starters.push(Starter::new("ONNX Runtime in Rust", ours(options)));
    }
    // Python's start hardly depends on the number of threads, and takes seconds.
    if let Some(python) = work.python.as_ref().filter(|_| threads == 1) {
        let script = work.root.join("tools/cold_peer.py");
        let peer = |peer: &'static str, model: PathBuf| {
            let (python, script, audio) = (python.clone(), script.clone(), audio.to_owned());
            move || {
                let mut command = Command::new(&python);
                command.arg(&script).arg(peer).arg(&model).arg(&audio).arg(threads.to_string());
                command.env("OMP_NUM_THREADS", threads.to_string());
                command
            }
        };
        starters.push(Starter::new("ONNX Runtime in Python", peer("onnxruntime", subject.onnx.clone())));
        if let Some(large) = work.large.as_ref().filter(|_| subject.word == "f32") {
            starters.push(Starter::new("PyTorch", peer("torch", large.checkpoint.clone())));
        }
    }
    starters
}

/// Wall time in ms and peak resident bytes of one process.
fn once(mut command: Command) -> anyhow::Result<(f64, f64)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let begin = Instant::now();
    let mut process = command.stdout(Stdio::null()).spawn().with_context(|| format!("failed to start {name}"))?;
    let mut peak = 0.0_f64;
    let status = loop {
        // The high-water mark only grows, so the last look before the end is the peak but for the last millisecond.
        peak = peak.max(high_water_bytes(process.id()).unwrap_or(0.0));
        if let Some(status) = process.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_micros(500));
    };
    ensure!(status.success(), "{name} failed with {status}");
    Ok((begin.elapsed().as_secs_f64() * 1e3, peak))
}

/// Brings a file's pages into the page cache.
fn read(path: &Path) -> anyhow::Result<()> {
    let failed = || format!("failed to read {}", path.display());
    let mut file = File::open(path).with_context(failed)?;
    std::io::copy(&mut file, &mut std::io::sink()).with_context(failed)?;
    Ok(())
}

/// Drops a file's pages from the page cache; `dd` asks the kernel for it.
fn evict(path: &Path) -> anyhow::Result<()> {
    let input = format!("if={}", path.display());
    let status = Command::new("dd").args([&input, "iflag=nocache", "count=0", "status=none"]).status();
    ensure!(status.context("failed to start dd")?.success(), "dd could not drop {} from the page cache", path.display());
    Ok(())
}
