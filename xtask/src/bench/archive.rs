//! Many files to a table, beside what the network alone would take.
//!
//! A run's start is not an archive's matter: the time per file is that of a long run without that of a short one.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, ensure};
use genre::manifest::Precision;
use genre::{Engine, Model, TractEngine};
use serde_json::Value;

use super::peers::Peers;
use super::prepare::{Work, pixels};
use super::record::{Figure, Line};
use super::turns::timed;
use crate::terminal::progress;
use crate::venv::onnx_runtime;

/// Files of a short and of a long run.
const SHORT: usize = 4;
const LONG: usize = 20;
/// Pictures that tract gets at once when it has nothing else to do.
const PICTURES: usize = 8;

/// Both engines, files and network in turn, so that a machine that slows down meanwhile slows all of it.
pub(super) fn measure(work: &Work, peers: &Peers, repeats: usize) -> anyhow::Result<Vec<Line>> {
    let (Some(large), Some((clip, _))) = (&work.large, work.clips.first()) else { return Ok(Vec::new()) };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (short, long) = (folder(work, clip, SHORT)?, folder(work, clip, LONG)?);
    let known = large.with_answers(Precision::F32, peers)?;
    let model = Model::open(&large.folder, Some(Precision::F32))?;
    let tract = TractEngine::load(&model, threads)?;
    let size = model.manifest.architecture.pixels();
    let pixels = pixels(PICTURES * size);
    let pictures: Vec<&[f32]> = pixels.chunks_exact(size).collect();
    let library = onnx_runtime(&work.root).map(|package| package.join("capi"));
    let engines = [("tract", None), ("ort-cpu", library.as_deref())];
    let measured: Vec<_> = engines.into_iter().filter(|(engine, library)| *engine == "tract" || library.is_some()).collect();
    let mut times: Vec<(Vec<f64>, Vec<f64>)> = measured.iter().map(|_| Default::default()).collect();
    for round in 1..=repeats {
        progress(format_args!("{LONG} files, round {round} of {repeats}"));
        for ((engine, library), (files, alone)) in measured.iter().zip(&mut times) {
            let command = |command: &str| {
                let mut program = Command::new(&work.program);
                program.args([command, "--engine", engine, "--precision", "f32", "--model"]).arg(&known);
                program.envs(library.map(|library| ("ORT_DYLIB_PATH", library)));
                program
            };
            let (few, many) = (seconds(command("classify").arg(&short))?, seconds(command("classify").arg(&long))?);
            files.push((many - few) * 1e3 / (LONG - SHORT) as f64);
            if *engine == "tract" {
                alone.push(timed(|| Ok(tract.run(&pictures).map(drop)?))? / PICTURES as f64);
            } else {
                let told = command("probe").args(["--runs", &PICTURES.to_string(), "--json"]).output()?;
                let verdict: Value = serde_json::from_slice(&told.stdout).context("the probe failed")?;
                alone.extend(verdict["pictures_per_second"].as_f64().map(|speed| 1e3 / speed));
            }
        }
    }
    let lines = measured.iter().zip(times).map(|((engine, _), (files, alone))| {
        let what = format!("an archive's file to its row, ViT-B/16 f32 in {engine}, {threads} thread(s)");
        Line::new("archive", what, "ms", Figure::of(&files)).beside("the network alone", Figure::of(&alone))
    });
    Ok(lines.collect())
}

/// `count` copies of a clip.
fn folder(work: &Work, clip: &Path, count: usize) -> anyhow::Result<PathBuf> {
    let folder = crate::target::folder(&work.root).join(format!("bench/{count}-files"));
    std::fs::create_dir_all(&folder).with_context(|| format!("failed to make {}", folder.display()))?;
    for number in 0..count {
        std::fs::copy(clip, folder.join(format!("{number:03}.mp3")))
            .with_context(|| format!("failed to write into {}", folder.display()))?;
    }
    Ok(folder)
}

fn seconds(command: &mut Command) -> anyhow::Result<f64> {
    let begin = Instant::now();
    let status = command.arg("--quiet").stdout(Stdio::null()).status().context("failed to start the program")?;
    ensure!(status.success(), "classify failed with {status}");
    Ok(begin.elapsed().as_secs_f64())
}
