//! `cargo xtask convert-model`: a PyTorch checkpoint in, `models/<id>/` out.

mod publish;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, ensure};
use clap::ValueEnum;
use genre::manifest::{Architecture, Manifest, ModelFile, Precision, Provenance, SCHEMA};
use genre::{Engine, Model, TractEngine, sha256_hex};

use crate::checkpoint::Checkpoint;
use crate::network::{self, Network};
use crate::onnx;
use crate::preset::{Labels, Preset};
use crate::terminal::{progress, say};

/// Converts a PyTorch checkpoint to a model that the programs run: ONNX file and manifest.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The checkpoint, e.g. save.pt. It is read, never executed.
    #[arg(long)]
    checkpoint: PathBuf,
    /// Folder of the model, e.g. models/mine.
    #[arg(long)]
    out: PathBuf,
    /// How audio becomes the network's input.
    #[arg(long, value_enum, default_value_t = FrontEnd::Auto)]
    front_end: FrontEnd,
    /// Labels and families, where they are not the front end's own: {"families": […], "labels": […]} as in models/presets.
    #[arg(long, value_name = "FILE.json")]
    labels: Option<PathBuf>,
    /// The model's name; the folder's where it is not given.
    #[arg(long)]
    id: Option<String>,
    /// A sentence shown wherever the model answers.
    #[arg(long)]
    notice: Option<String>,
    /// Terms of use of the weights, an SPDX expression or a sentence.
    #[arg(long, default_value = "not stated")]
    license: String,
    /// Attention heads per block, where they are not as many as the width holds 64s.
    #[arg(long)]
    heads: Option<usize>,
    /// Writes nothing; compares with what is there, and fails if it is not what would be written.
    #[arg(long)]
    check: bool,
}

/// Which preset a model is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FrontEnd {
    /// ccmusic for 3 channels and CCMusic's head, otherwise article.
    Auto,
    /// Decibels of the first ten seconds, the article's sixteen genres.
    Article,
    /// Pictures of every window of the track, CCMusic's sixteen genres.
    Ccmusic,
}

/// Widths of the head that CCMusic's training code puts on every backbone of width 768.
const CCMUSIC_HEAD: [usize; 4] = [289, 110, 42, 16];

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    progress(format_args!("reading {}", args.checkpoint.display()));
    let checkpoint = Checkpoint::open(&args.checkpoint)?;
    let failed = || format!("failed to convert {}", args.checkpoint.display());
    let network = Network::find(&checkpoint, args.heads).with_context(failed)?;
    progress(format_args!("{}, {}", checkpoint.format(), network.naming()));
    progress(network::describe(&network.architecture));

    let model = make(args, &checkpoint, &network).with_context(failed)?;
    verify(&model)?;
    let manifest = model.manifest.to_json()?;
    let files = [(model.file.path.as_str(), &*model.bytes), ("model.json", manifest.as_bytes())];
    if args.check {
        publish::compare(&args.out, &files).map_err(|error| anyhow!("{error:#}; mend it with\n  {}", command(args)))?;
        say(format_args!("{} is what {} gives", args.out.display(), args.checkpoint.display()));
        return Ok(ExitCode::SUCCESS);
    }
    publish::write(&args.out, &files)?;
    say(format_args!("wrote {} and model.json into {} ({:.1} MB)", model.file.path, args.out.display(), model.bytes.len() as f64 / 1e6));
    say("parity with PyTorch was not checked");
    Ok(ExitCode::SUCCESS)
}

/// The model in memory: manifest and ONNX file.
fn make(args: &Args, checkpoint: &Checkpoint, network: &Network) -> anyhow::Result<Model> {
    let preset = preset(args, &network.architecture)?;
    let classes = network.architecture.classes();
    ensure!(
        preset.labels.len() == classes,
        "the network answers with {classes} classes, but there are {} labels; name them in a file and pass it with --labels",
        preset.labels.len()
    );
    let id = match &args.id {
        Some(id) => id.clone(),
        None => folder_name(&args.out).context("the folder has no name; name the model with --id")?,
    };
    let bytes = onnx::write_vit(network)?;
    let file = ModelFile {
        precision: Precision::F32,
        path: format!("model.{}.onnx", Precision::F32),
        sha256: sha256_hex(&bytes),
        bytes: bytes.len() as u64,
        parity: None,
    };
    let manifest = Manifest {
        schema: SCHEMA,
        id,
        architecture: network.architecture.clone(),
        front_end: preset.front_end,
        families: preset.families,
        labels: preset.labels,
        files: vec![file.clone()],
        source: Provenance {
            checkpoint_sha256: checkpoint.sha256().to_owned(),
            format: format!("{}, {}", checkpoint.format(), network.naming()),
            converter: concat!("convert-model ", env!("CARGO_PKG_VERSION")).to_owned(),
        },
        license: args.license.clone(),
        metrics: serde_json::Map::new(),
        temperature: 1.0,
        notice: args.notice.clone(),
    };
    // A manifest that could not be read back is refused here, before anything is written.
    Manifest::from_json(manifest.to_json()?.as_bytes())?;
    Ok(Model { manifest, file, bytes: Cow::Owned(bytes) })
}

/// The front end with its labels, or somebody's own labels; says what was chosen and why.
fn preset(args: &Args, architecture: &Architecture) -> anyhow::Result<Preset> {
    let (front_end, why) = choose(args.front_end, architecture);
    progress(format_args!("front end {}: {why}", if front_end == FrontEnd::Ccmusic { "ccmusic" } else { "article" }));
    let mut preset = if front_end == FrontEnd::Ccmusic { Preset::ccmusic()? } else { Preset::article()? };
    if let Some(path) = &args.labels {
        let labels = Labels::open(path)?;
        (preset.families, preset.labels) = (labels.families, labels.labels);
    }
    Ok(preset)
}

fn choose(wish: FrontEnd, architecture: &Architecture) -> (FrontEnd, String) {
    let Architecture { channels, ref head, .. } = *architecture;
    match wish {
        FrontEnd::Auto if channels == 3 && *head == CCMUSIC_HEAD => (FrontEnd::Ccmusic, "3 channels and CCMusic's head".to_owned()),
        FrontEnd::Auto if channels == 3 => (
            FrontEnd::Article,
            "3 channels but not CCMusic's head; if it was trained on colour pictures, pass --front-end ccmusic".to_owned(),
        ),
        FrontEnd::Auto => (FrontEnd::Article, format!("{channels} channel, as in the article")),
        FrontEnd::Article | FrontEnd::Ccmusic => (wish, "asked for".to_owned()),
    }
}

/// Loads the network as the programs do and runs it on two pictures that differ.
fn verify(model: &Model) -> anyhow::Result<()> {
    progress("loading it in tract");
    model.verify()?;
    let architecture = &model.manifest.architecture;
    let engine = TractEngine::load(model, 1)?;
    // Decibels of the article's size; any other picture would do as well.
    let pixels: Vec<f32> = (0..2 * architecture.pixels()).map(|index| -200.0 + 100.0 * (index as f32 * 0.37).sin()).collect();
    let outputs = engine.run(&pixels, 2).context("failed to run the written network")?;
    let shapes = (outputs.logits.len(), outputs.embeddings.len());
    ensure!(
        shapes == (2 * architecture.classes(), 2 * architecture.dim),
        "the written network answers with {shapes:?} values for two pictures"
    );
    progress(format_args!("runs in {}", engine.info()));
    Ok(())
}

/// The last part of a path, `models/mine/` included.
fn folder_name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_owned())
}

/// The command that would write what `--check` misses.
fn command(args: &Args) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut command = format!("cargo xtask convert-model --checkpoint {} --out {}", args.checkpoint.display(), args.out.display());
    let front_end = args.front_end.to_possible_value().filter(|_| args.front_end != FrontEnd::Auto);
    let options = [
        ("--front-end", front_end.map(|value| value.get_name().to_owned())),
        ("--labels", args.labels.as_ref().map(|path| path.display().to_string())),
        ("--id", args.id.clone()),
        ("--heads", args.heads.map(|heads| heads.to_string())),
        ("--license", (args.license != "not stated").then(|| quoted(&args.license))),
        ("--notice", args.notice.as_deref().map(quoted)),
    ];
    for (option, value) in options {
        if let Some(value) = value {
            command += &format!(" {option} {value}");
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use genre::manifest::ArchitectureFamily;

    #[test]
    fn the_front_end_follows_channels_and_head() {
        let chosen = |channels, head: &[usize]| {
            let (family, head) = (ArchitectureFamily::Vit, head.to_vec());
            let sizes =
                Architecture { family, image: 224, patch: 16, channels, dim: 768, depth: 12, heads: 12, mlp: 3072, eps: 1e-6, head };
            choose(FrontEnd::Auto, &sizes).0
        };
        assert_eq!(chosen(1, &[16]), FrontEnd::Article);
        assert_eq!(chosen(3, &[16]), FrontEnd::Article);
        assert_eq!(chosen(1, &CCMUSIC_HEAD), FrontEnd::Article);
        assert_eq!(chosen(3, &CCMUSIC_HEAD), FrontEnd::Ccmusic);
    }
}
