//! What a bench needs: clips, a full-size model, our own program, the peers' environment. Made once, under target/bench.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use genre::manifest::Precision;
use genre::probe::{SEEDS, noise, noise_name};
use genre::{Model, sha256_hex};

use super::groups::Wanted;
use super::peers::Peers;
use crate::target;
use crate::terminal::progress;

/// Seconds of the short and the long MP3: their cost must be the same.
pub(super) const SHORT_S: u32 = 15;
pub(super) const LONG_S: u32 = 600;

/// Everything that is measured on.
pub(super) struct Work {
    /// Clips for the front end: file and what it is.
    pub(super) clips: Vec<(PathBuf, &'static str)>,
    /// Python with the peers, where tools/.venv is there.
    pub(super) python: Option<PathBuf>,
    /// A converted ViT-B/16 and its checkpoint, where it is wanted and could be made.
    pub(super) large: Option<FullSize>,
    /// The command line program, release build.
    pub(super) program: PathBuf,
    pub(super) root: PathBuf,
    /// Threads per inference that are measured.
    pub(super) threads: Vec<usize>,
}

/// A model of the table.
pub(super) struct Subject {
    /// For people.
    pub(super) name: &'static str,
    /// In names of groups.
    pub(super) word: &'static str,
    /// Its folder and precision; none for the built-in one.
    pub(super) stored: Option<(PathBuf, Precision)>,
    /// What ONNX Runtime reads.
    pub(super) onnx: PathBuf,
}

impl Subject {
    pub(super) fn open(&self) -> anyhow::Result<Model> {
        Ok(match &self.stored {
            Some((folder, precision)) => Model::open(folder, Some(*precision))?,
            None => Model::built_in()?,
        })
    }

    /// The group of its rows in a part of the bench.
    pub(super) fn group(&self, part: &str) -> String {
        format!("{part}/{}", self.word)
    }

    /// The options with which `acousticsense` takes it.
    pub(super) fn options(&self) -> Vec<OsString> {
        let Some((folder, precision)) = &self.stored else { return Vec::new() };
        vec!["--model".into(), folder.into(), "--precision".into(), precision.as_str().into()]
    }
}

/// A converted ViT-B/16 with seeded weights, in f32, f16 and int8, under target/bench.
pub(crate) struct FullSize {
    pub(crate) checkpoint: PathBuf,
    pub(crate) folder: PathBuf,
    /// The same with weights in rows, as ONNX Runtime loads them quickest.
    rows: PathBuf,
}

impl FullSize {
    /// How the converter calls a file.
    fn file(precision: Precision) -> String {
        format!("model.{precision}.onnx")
    }

    /// The file of a precision with weights in rows.
    pub(crate) fn rows(&self, precision: Precision) -> PathBuf {
        self.rows.join(Self::file(precision))
    }

    /// Makes the checkpoint once, and the model whenever this program is newer: what is measured must be what the converter writes today.
    pub(crate) fn make(root: &Path, python: &Path) -> anyhow::Result<Self> {
        let bench = target::folder(root).join("bench");
        std::fs::create_dir_all(&bench).with_context(|| format!("failed to make {}", bench.display()))?;
        let full = Self { checkpoint: bench.join("vit_b_16.pt"), folder: bench.join("vit_b_16"), rows: bench.join("vit_b_16-rows") };
        if !full.checkpoint.is_file() {
            progress("making a seeded ViT-B/16 (once, about a minute)");
            let mut make = Command::new(python);
            make.arg(root.join("tools/make_checkpoint.py"));
            make.args(["--size", "vit_b_16", "--head", "plain", "--channels", "1", "--seed", "1", "--out"]);
            run(make.arg(&full.checkpoint))?;
        }
        let program = std::env::current_exe().context("failed to find this program")?;
        let written = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
        for (folder, order) in [(&full.folder, "panels"), (&full.rows, "rows")] {
            if written(&folder.join("model.json")) > written(&program).max(written(&full.checkpoint)) {
                continue;
            }
            progress(format_args!("converting it, weights in {order}"));
            let mut convert = Command::new(&program);
            convert.args(["convert-model", "--front-end", "article", "--notice", "Random weights, for measuring only."]);
            convert.args(["--reference", "none", "--precision", "f32,f16,int8", "--order", order]).stdout(Stdio::null());
            let status = convert.arg("--checkpoint").arg(&full.checkpoint).arg("--out").arg(folder).status();
            // Exit code 3: written, parity not checked. That is what `cargo xtask long-checks` is for.
            ensure!(status.context("failed to convert")?.code() == Some(3), "convert-model failed");
        }
        Ok(full)
    }

    /// The same model with one precision only, weights in rows, and with ONNX Runtime's own answer to a picture of noise beside it: without one `acousticsense`
    /// would load our engine, too, in order to ask it, whenever it starts ONNX Runtime.
    pub(super) fn with_answers(&self, precision: Precision, peers: &Peers) -> anyhow::Result<PathBuf> {
        let folder = self.folder.with_extension(precision.as_str());
        std::fs::create_dir_all(&folder).with_context(|| format!("failed to make {}", folder.display()))?;
        let file = Self::file(precision);
        let failed = || format!("failed to write into {}", folder.display());
        // It may be of an earlier conversion, or not be there.
        drop(std::fs::remove_file(folder.join(&file)));
        std::fs::hard_link(self.rows(precision), folder.join(&file)).with_context(failed)?;
        std::fs::copy(self.rows.join("model.json"), folder.join("model.json")).with_context(failed)?;
        let manifest = Model::open(&folder, Some(precision))?.manifest;
        let raw = folder.join("noise.f32");
        let pixels: Vec<u8> = noise(&manifest, SEEDS[0]).into_iter().flat_map(f32::to_le_bytes).collect();
        std::fs::write(&raw, pixels).with_context(failed)?;
        let mut answer = peers.answer(&folder.join(&file), &raw)?;
        answer["name"] = noise_name(SEEDS[0]).into();
        let answers = serde_json::json!({
            "checkpoint_sha256": manifest.source.checkpoint_sha256,
            "front_end": sha256_hex(serde_json::to_string(&manifest.front_end)?.as_bytes()),
            "library": "ONNX Runtime itself, for measuring only",
            "torch": "not asked",
            "inputs": [answer],
        });
        std::fs::write(folder.join("reference.json"), answers.to_string()).with_context(failed)?;
        Ok(folder)
    }
}

impl Work {
    pub(super) fn new(root: &Path, wanted: &Wanted) -> anyhow::Result<Self> {
        let bench = target::folder(root).join("bench");
        std::fs::create_dir_all(&bench).with_context(|| format!("failed to make {}", bench.display()))?;
        let audio = root.join("tests/data/audio");
        let (short, long) = repeated_mp3(&audio.join("cbr-44k-no-xing.mp3"), &bench)?;
        let clips = vec![
            (short, "15 s MP3, 44.1 kHz stereo"),
            (long, "10 min MP3, the same music"),
            (audio.join("stereo-44k.wav"), "WAV, 44.1 kHz stereo"),
            (audio.join("mono-96k-24bit.flac"), "FLAC, 96 kHz 24 bit"),
            (audio.join("vorbis-32k.ogg"), "Ogg Vorbis, 32 kHz stereo"),
        ];
        let python = Some(root.join("tools/.venv/bin/python")).filter(|python| python.is_file());
        let large = match python.as_ref().filter(|_| wanted.large()) {
            Some(python) => Some(FullSize::make(root, python)?),
            None => None,
        };
        let program = build_program(root)?;
        let several = std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
        let threads = if several { vec![1, 2] } else { vec![1] };
        Ok(Self { clips, python, large, program, root: root.to_owned(), threads })
    }

    /// The models, those that are there.
    pub(super) fn subjects(&self) -> anyhow::Result<Vec<Subject>> {
        let mut subjects = Vec::new();
        if let Some(large) = &self.large {
            let named = [("ViT-B/16 f32", Precision::F32), ("ViT-B/16 f16", Precision::F16), ("ViT-B/16 int8", Precision::Int8)];
            subjects.extend(named.map(|(name, precision)| {
                let onnx = large.rows(precision);
                Subject { name, word: precision.as_str(), stored: Some((large.folder.clone(), precision)), onnx }
            }));
        }
        let built_in = Model::built_in()?;
        let onnx = self.root.join("models").join(&built_in.manifest.id).join(&built_in.file.path);
        subjects.push(Subject { name: "built-in model", word: "demo", stored: None, onnx });
        Ok(subjects)
    }
}

/// Two MP3 files of the same music, made by repeating one of constant bit rate: its frames simply follow each other.
fn repeated_mp3(source: &Path, bench: &Path) -> anyhow::Result<(PathBuf, PathBuf)> {
    let bytes = std::fs::read(source).with_context(|| format!("failed to read {}", source.display()))?;
    let per_second = bytes.len() as f64 / 12.0;
    let write = |seconds: u32| -> anyhow::Result<PathBuf> {
        let path = bench.join(format!("music-{seconds}s.mp3"));
        let length = (per_second * f64::from(seconds)) as usize;
        let repeated: Vec<u8> = bytes.iter().copied().cycle().take(length).collect();
        std::fs::write(&path, repeated).with_context(|| format!("failed to write {}", path.display()))?;
        Ok(path)
    };
    Ok((write(SHORT_S)?, write(LONG_S)?))
}

/// So many values that look like decibels, for a network whose time does not depend on them.
pub(super) fn pixels(count: usize) -> Vec<f32> {
    (0..count).map(|at| -((at % 977) as f32) / 3.0).collect()
}

fn build_program(root: &Path) -> anyhow::Result<PathBuf> {
    progress("building the command line program");
    run(Command::new(env!("CARGO")).args(["build", "--quiet", "--release", "--package", "batch"]).current_dir(root))?;
    Ok(target::folder(root).join("release/acousticsense"))
}

pub(super) fn run(command: &mut Command) -> anyhow::Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("failed to start {name}"))?;
    ensure!(status.success(), "{name} failed with {status}");
    Ok(())
}
