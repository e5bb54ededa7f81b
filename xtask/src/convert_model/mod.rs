//! `cargo xtask convert-model`: a PyTorch checkpoint in, `models/<id>/` out, once it is shown to answer as PyTorch does.

mod command;
mod publish;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, ensure};
use clap::ValueEnum;
use genre::manifest::{Architecture, Manifest, ModelFile, Precision, Provenance, SCHEMA};

use crate::checkpoint::Checkpoint;
use crate::network::{self, Hints, Network};
use crate::onnx::{self, Order};
use crate::parity::{self, Against, REFERENCE_FILE, VERDICT_FILE};
use crate::preset::{Labels, Preset};
use crate::terminal::{progress, say};
use crate::tidy::root;
use publish::{Staged, Written};

/// Converts a PyTorch checkpoint to a model that the programs run: ONNX files and manifest, each file shown to answer as PyTorch does.
///
/// Exit codes: 0 written, 1 refused or not at parity (nothing is written), 2 usage, 3 written without a parity check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The checkpoint, e.g. save.pt or model.safetensors. It is read, never executed.
    #[arg(long)]
    checkpoint: PathBuf,
    /// Folder of the model, e.g. models/mine.
    #[arg(long)]
    out: PathBuf,
    /// Number formats of the weights; one file is written for each.
    #[arg(long, value_delimiter = ',', default_value = "f32", value_name = "f32,f16")]
    precision: Vec<Precision>,
    /// In which order a file has its weights. The answers are the same.
    #[arg(long, value_enum, default_value_t = Order::Panels)]
    order: Order,
    /// What the written files are held against.
    #[arg(long, value_enum, default_value_t = Against::Pytorch)]
    reference: Against,
    /// Stored answers for --reference golden; reference.json in the model's folder where it is not given.
    #[arg(long, value_name = "FILE.json")]
    golden: Option<PathBuf>,
    /// A folder of recordings to compare on; those of tests/data/audio where it is not given.
    #[arg(long, value_name = "DIR")]
    audio: Option<PathBuf>,
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
    /// The same in Chinese.
    #[arg(long, requires = "notice")]
    notice_zh: Option<String>,
    /// Terms of use of the weights, an SPDX expression or a sentence.
    #[arg(long, default_value = "not stated")]
    license: String,
    /// Attention heads per block, where they are not as many as the width holds 64s.
    #[arg(long)]
    heads: Option<usize>,
    /// Strides of a convolutional stem, 1 or 2 for each convolution, e.g. 2,2,2,1,2: no checkpoint tells them. All are 2 where it is not given.
    #[arg(long, value_delimiter = ',', value_name = "N,N")]
    stem_strides: Vec<usize>,
    /// Which network is meant where the file holds several, e.g. model_ema.
    #[arg(long, value_name = "NAME")]
    wrapper: Option<String>,
    /// Writes nothing; compares with what is there, and fails if it is not what would be written. Parity is checked against the stored
    /// answers.
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

/// Exit code of a conversion without a parity check.
const UNCHECKED: u8 = 3;

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    progress(format_args!("reading {}", args.checkpoint.display()));
    let checkpoint = Checkpoint::open(&args.checkpoint)?;
    let failed = || format!("failed to convert {}", args.checkpoint.display());
    checkpoint.refuse_foreign().with_context(failed)?;
    let network =
        Network::find(&checkpoint, Hints { heads: args.heads, stem_strides: &args.stem_strides, wrapper: args.wrapper.as_deref() })
            .with_context(failed)?;
    progress(format_args!("{}, {}, weights in {}", checkpoint.format(), network.naming(), network.dtype()));
    progress(format_args!("{} (attention heads: {})", network::describe(&network.architecture), network.heads_from()));

    let mut manifest = describe(args, &checkpoint, &network).with_context(failed)?;
    // Written beside the place where it will lie, or to a folder that goes away.
    let folder = if args.check { root().join("target/tmp") } else { args.out.clone() };
    let mut staged = Staged::new(&folder)?;
    manifest.files = write(args, &network, &mut staged).with_context(failed)?;
    // A manifest that could not be read back, or asks for a front end that is not drawn here, is refused before anything is in place.
    Manifest::from_json(manifest.to_json()?.as_bytes())?;

    let against = if args.check { Against::Golden } else { args.reference };
    let question = parity::Question {
        against,
        checkpoint: Some(&args.checkpoint),
        wrapper: args.wrapper.as_deref(),
        golden: args.golden.clone().unwrap_or_else(|| args.out.join(REFERENCE_FILE)),
        audio: args.audio.as_deref(),
        manifest: &manifest,
        files: &staged.paths(),
    };
    if against == Against::None {
        publish(staged, &manifest, None, args)?;
        say("PARITY WITH PYTORCH WAS NOT CHECKED: nobody has shown that this model answers as its checkpoint does");
        return Ok(ExitCode::from(UNCHECKED));
    }
    let verdict = parity::examine(&question)?;
    verdict.show();
    if network.assumes_heads() {
        say(format_args!("attention heads: {}, which the reference took over; the checkpoint does not tell", network.architecture.heads));
    }
    verdict.demand()?;
    if args.check {
        check(args, &manifest, &staged).map_err(|error| anyhow!("{error:#}; mend it with\n  {}", command::of(args)))?;
        say(format_args!("{} is what {} gives", args.out.display(), args.checkpoint.display()));
        return Ok(ExitCode::SUCCESS);
    }
    verdict.note(&mut manifest);
    publish(staged, &manifest, Some(&verdict), args)?;
    Ok(ExitCode::SUCCESS)
}

/// Puts everything in its place, the manifest last, so that it never names a file that is not there.
fn publish(mut staged: Staged, manifest: &Manifest, verdict: Option<&parity::Verdict>, args: &Args) -> anyhow::Result<()> {
    if let Some(verdict) = verdict {
        staged.add(REFERENCE_FILE, verdict.reference.as_bytes())?;
        staged.add(VERDICT_FILE, verdict.to_json(manifest)?.as_bytes())?;
    }
    staged.add("model.json", manifest.to_json()?.as_bytes())?;
    staged.publish()?;
    if verdict.is_none() {
        // Those of an earlier conversion vouch for other files.
        publish::remove(&args.out, &[VERDICT_FILE, REFERENCE_FILE])?;
    }
    for file in &manifest.files {
        say(format_args!("wrote {} ({:.1} MB)", args.out.join(&file.path).display(), file.bytes as f64 / 1e6));
    }
    say(format_args!("wrote {}", args.out.join("model.json").display()));
    Ok(())
}

/// Writes one ONNX file for each precision.
fn write(args: &Args, network: &Network, staged: &mut Staged) -> anyhow::Result<Vec<ModelFile>> {
    let mut precisions = args.precision.clone();
    precisions.sort_unstable();
    precisions.dedup();
    let mut files = Vec::new();
    for precision in precisions {
        let path = format!("model.{precision}.onnx");
        let Written { bytes, sha256, blake3 } = staged.write(&path, |to| onnx::write_vit(network, precision, args.order, to))?;
        files.push(ModelFile { precision, path, sha256, blake3: Some(blake3), bytes, parity: None });
    }
    Ok(files)
}

/// The manifest, still without files.
fn describe(args: &Args, checkpoint: &Checkpoint, network: &Network) -> anyhow::Result<Manifest> {
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
    Ok(Manifest {
        schema: SCHEMA,
        id,
        architecture: network.architecture.clone(),
        front_end: preset.front_end,
        families: preset.families,
        labels: preset.labels,
        files: Vec::new(),
        source: Provenance {
            checkpoint_sha256: checkpoint.sha256().to_owned(),
            format: format!("{}, {}", checkpoint.format(), network.naming()),
            converter: concat!("convert-model ", env!("CARGO_PKG_VERSION")).to_owned(),
        },
        license: args.license.clone(),
        metrics: serde_json::Map::new(),
        temperature: 1.0,
        notice: args.notice.clone(),
        notice_zh: args.notice_zh.clone(),
    })
}

/// Fails, naming the first file that is not what would be written. What parity found depends on the machine: there, its presence counts.
fn check(args: &Args, manifest: &Manifest, staged: &Staged) -> anyhow::Result<()> {
    staged.compare(&args.out)?;
    let place = args.out.join("model.json");
    let json = std::fs::read(&place).with_context(|| format!("failed to read {}", place.display()))?;
    let mut there = Manifest::from_json(&json)?;
    for file in &mut there.files {
        ensure!(file.parity.take().is_some(), "{} does not tell that {} passed the parity check", place.display(), file.path);
    }
    // What `acousticsense evaluate` measured later is not the checkpoint's to say.
    there.temperature = manifest.temperature;
    there.metrics.clear();
    ensure!(there == *manifest, "{} is not what its checkpoint gives today", place.display());
    Ok(())
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

/// The last part of a path, `models/mine/` included.
fn folder_name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use genre::manifest::ArchitectureFamily;

    #[test]
    fn the_front_end_follows_channels_and_head() {
        let chosen = |channels, head: &[usize]| {
            let (family, head) = (ArchitectureFamily::Vit, head.to_vec());
            let (stem, stem_strides, eps) = (Vec::new(), Vec::new(), 1e-6);
            let sizes = Architecture {
                family,
                image: 224,
                patch: 16,
                stem,
                stem_strides,
                channels,
                dim: 768,
                depth: 12,
                heads: 12,
                mlp: 3072,
                eps,
                head,
            };
            choose(FrontEnd::Auto, &sizes).0
        };
        assert_eq!(chosen(1, &[16]), FrontEnd::Article);
        assert_eq!(chosen(3, &[16]), FrontEnd::Article);
        assert_eq!(chosen(1, &CCMUSIC_HEAD), FrontEnd::Article);
        assert_eq!(chosen(3, &CCMUSIC_HEAD), FrontEnd::Ccmusic);
    }
}
