//! `cargo xtask verify-model`: whether the files of a model still answer as the original network does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use genre::manifest::Manifest;

use crate::checkpoint::Checkpoint;
use crate::parity::{self, Against, REFERENCE_FILE, VERDICT_FILE};
use crate::terminal::{progress, say};

/// Holds every file of a model against the original network in PyTorch, or against stored answers.
///
/// Against PyTorch, writes parity.json and reference.json beside the model. A file that is not at parity is set aside as FILE.rejected, so that no program loads it, and the
/// exit code is 1.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The model's folder, e.g. models/mine.
    folder: PathBuf,
    /// The checkpoint that the model was made of; PyTorch needs it.
    #[arg(long)]
    checkpoint: Option<PathBuf>,
    /// What the files are held against.
    #[arg(long, value_enum, default_value_t = Against::Pytorch)]
    reference: Against,
    /// Stored answers for --reference golden; reference.json in the model's folder where it is not given.
    #[arg(long, value_name = "FILE.json")]
    golden: Option<PathBuf>,
    /// A folder of recordings to compare on; those of tests/data/audio where it is not given.
    #[arg(long, value_name = "DIR")]
    audio: Option<PathBuf>,
    /// Which network is meant where the checkpoint holds several, e.g. model_ema.
    #[arg(long, value_name = "NAME")]
    wrapper: Option<String>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let place = args.folder.join("model.json");
    let json = std::fs::read(&place).with_context(|| format!("failed to read {}", place.display()))?;
    let mut manifest = Manifest::from_json(&json).with_context(|| format!("failed to read {}", place.display()))?;
    match (args.reference, &args.checkpoint) {
        (Against::None, _) => bail!("--reference none leaves nothing to verify; take pytorch or golden"),
        (Against::Pytorch, None) => {
            bail!("PyTorch needs the checkpoint: name it with --checkpoint, or take the stored answers with --reference golden")
        }
        (Against::Pytorch, Some(path)) => belongs(path, &manifest)?,
        (Against::Golden, _) => {}
    }
    let files: Vec<PathBuf> = manifest.files.iter().map(|file| args.folder.join(&file.path)).collect();
    let verdict = parity::examine(&parity::Question {
        against: args.reference,
        checkpoint: args.checkpoint.as_deref(),
        wrapper: args.wrapper.as_deref(),
        golden: args.golden.clone().unwrap_or_else(|| args.folder.join(REFERENCE_FILE)),
        audio: args.audio.as_deref(),
        manifest: &manifest,
        files: &files,
    })?;
    verdict.show();
    if let Err(error) = verdict.demand() {
        for (file, path) in manifest.files.iter().zip(&files).filter(|(file, _)| verdict.fails(file.precision)) {
            let aside = args.folder.join(format!("{}.rejected", file.path));
            std::fs::rename(path, &aside).with_context(|| format!("failed to set {} aside", path.display()))?;
            say(format_args!("set aside as {}", aside.display()));
        }
        return Err(error);
    }
    // Stored answers leave ONNX Runtime out: the fuller verdict beside the model stays.
    let Some(reference) = &verdict.reference else { return Ok(ExitCode::SUCCESS) };
    verdict.note(&mut manifest);
    replace(&args.folder.join(REFERENCE_FILE), reference)?;
    replace(&args.folder.join(VERDICT_FILE), &verdict.to_json(&manifest)?)?;
    replace(&place, &manifest.to_json()?)?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses a checkpoint that the model was not made of, and one that should not even be shown to PyTorch.
fn belongs(path: &Path, manifest: &Manifest) -> anyhow::Result<()> {
    progress(format_args!("reading {}", path.display()));
    let checkpoint = Checkpoint::open(path)?;
    checkpoint.refuse_foreign().with_context(|| format!("failed to use {}", path.display()))?;
    ensure!(
        checkpoint.sha256() == manifest.source.checkpoint_sha256,
        "{} is not the checkpoint of this model: its SHA-256 is {} instead of {}",
        path.display(),
        checkpoint.sha256(),
        manifest.source.checkpoint_sha256
    );
    Ok(())
}

/// Writes a small file beside its place and renames it into it.
fn replace(place: &Path, contents: &str) -> anyhow::Result<()> {
    let beside = place.with_extension("json.part");
    let written = std::fs::write(&beside, contents).and_then(|()| std::fs::rename(&beside, place));
    written.with_context(|| format!("failed to write {}", place.display()))
}
