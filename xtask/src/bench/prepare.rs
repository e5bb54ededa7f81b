//! What a bench needs: clips, a full-size model, our own program, the peers' environment. Made once, under target/bench.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use genre::manifest::Precision;

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
    /// A converted ViT-B/16 and its checkpoint, where it could be made.
    pub(super) large: Option<FullSize>,
    /// The command line program, release build.
    pub(super) program: PathBuf,
    pub(super) root: PathBuf,
}

/// A converted ViT-B/16 with seeded weights, in f32, f16 and int8, under target/bench.
pub(crate) struct FullSize {
    pub(crate) checkpoint: PathBuf,
    pub(crate) folder: PathBuf,
}

impl FullSize {
    pub(super) fn onnx(&self, precision: Precision) -> PathBuf {
        self.folder.join(Self::file(precision))
    }

    /// How the converter calls a file.
    pub(super) fn file(precision: Precision) -> String {
        format!("model.{precision}.onnx")
    }

    /// Makes the checkpoint once, and the model every time: what is measured must be what the converter writes today.
    pub(crate) fn make(root: &Path, python: &Path) -> anyhow::Result<Self> {
        let bench = target::folder(root).join("bench");
        std::fs::create_dir_all(&bench).with_context(|| format!("failed to make {}", bench.display()))?;
        let full = Self { checkpoint: bench.join("vit_b_16.pt"), folder: bench.join("vit_b_16") };
        if !full.checkpoint.is_file() {
            progress("making a seeded ViT-B/16 (once, about a minute)");
            let mut make = Command::new(python);
            make.arg(root.join("tools/make_checkpoint.py"));
            make.args(["--size", "vit_b_16", "--head", "plain", "--channels", "1", "--seed", "1", "--out"]);
            run(make.arg(&full.checkpoint))?;
        }
        let mut convert = Command::new(std::env::current_exe().context("failed to find this program")?);
        convert.args(["convert-model", "--front-end", "article", "--notice", "Random weights, for measuring only."]);
        convert.args(["--reference", "none", "--precision", "f32,f16,int8"]);
        let status = convert.arg("--checkpoint").arg(&full.checkpoint).arg("--out").arg(&full.folder).status();
        // Exit code 3: written, parity not checked. That is what `cargo xtask long-checks` is for.
        ensure!(status.context("failed to convert")?.code() == Some(3), "convert-model failed");
        Ok(full)
    }
}

impl Work {
    pub(super) fn new(root: &Path) -> anyhow::Result<Self> {
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
        let large = match &python {
            Some(python) => Some(FullSize::make(root, python)?),
            None => None,
        };
        let program = build_program(root)?;
        Ok(Self { clips, python, large, program, root: root.to_owned() })
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
