//! `cargo xtask layer`: one model, one precision, laid out as the contents of a Lambda layer.
//!
//! Lambda unpacks a layer into `/opt`, so what lies at `models/<id>` in the folder appears at `/opt/models/<id>`, where template.yaml sends
//! the functions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, ensure};
use genre::Model;
use genre::manifest::{Manifest, Precision};

use crate::terminal::{progress, say};

/// What a function and its layers may hold together, unzipped: AWS's 250 MB are binary ones.
const MAX_BYTES: u64 = 250 << 20;
/// What is put aside for a function that has not been built yet; ours are smaller.
const UNBUILT_FUNCTION_BYTES: u64 = 32 << 20;
/// Where built functions lie: `sam build`, and `cargo lambda build` by itself.
const BUILT: [&str; 2] = [".aws-sam/build", "target/lambda"];

/// Stages a model as the contents of a Lambda layer, where template.yaml looks for it.
///
/// The manifest is reduced to the one file that is staged; its size and SHA-256 are checked. Whatever was staged before is replaced.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The model: the name of its folder in --models, which is its id, too.
    id: String,
    /// Number format of the weights that are deployed: f32, f16 or int8; the most precise one when left out.
    #[arg(long)]
    precision: Option<Precision>,
    /// Where models lie.
    #[arg(long, value_name = "DIR", default_value = "models")]
    models: PathBuf,
    /// The folder whose contents become the layer.
    #[arg(long, value_name = "DIR", default_value = "models/layer")]
    out: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    ensure!(
        is_id(&args.id),
        "{:?} is no model id: letters, digits, dots, hyphens and underscores, as a folder under models/ is named",
        args.id
    );
    let folder = args.models.join(&args.id);
    let mut manifest = manifest(&folder)?;
    ensure!(
        manifest.id == args.id,
        "the model in {} calls itself {}; rename the folder, so that people find in answers what they have deployed",
        folder.display(),
        manifest.id
    );
    let file = manifest.file(args.precision)?.clone();
    let function = built_function(Path::new("."));
    let room = MAX_BYTES - function.unwrap_or(UNBUILT_FUNCTION_BYTES).min(MAX_BYTES);
    ensure!(
        file.bytes <= room,
        "{} has {} MB, and beside the function {} are left of the 250 MB that Lambda unpacks; take --precision f16 or int8, or a smaller model",
        file.path,
        megabytes(file.bytes),
        megabytes(room)
    );
    if function.is_none() {
        progress(format_args!("no function is built yet: {} MB are put aside for it", megabytes(UNBUILT_FUNCTION_BYTES)));
    }
    if file.parity.is_none() {
        progress(format_args!("{} was never held against its original network; cargo xtask verify-model does that", file.path));
    }
    // The length, then the hash: from here on these bytes are what the manifest vouches for.
    let model = Model::open(&folder, Some(file.precision))?;
    let bytes = model.read()?;
    model.check(&bytes)?;

    manifest.files = vec![file];
    let staged = stage(args, &manifest, &bytes)?;
    say(format_args!("{} is staged in {}; deploy it with", model.file.path, staged.display()));
    say(format_args!("    sam build && sam deploy --guided --parameter-overrides ModelId={}", args.id));
    Ok(ExitCode::SUCCESS)
}

/// As template.yaml's parameter allows it: a name, never a path.
fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphanumeric()) && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

fn manifest(folder: &Path) -> anyhow::Result<Manifest> {
    let place = folder.join("model.json");
    let json = fs::read(&place).with_context(|| format!("failed to read {}", place.display()))?;
    Manifest::from_json(&json).with_context(|| format!("failed to read {}", place.display()))
}

/// The size of the largest function that is built.
fn built_function(root: &Path) -> Option<u64> {
    let folders = BUILT.iter().filter_map(|folder| fs::read_dir(root.join(folder)).ok()).flatten().filter_map(Result::ok);
    folders.filter_map(|folder| fs::metadata(folder.path().join("bootstrap")).ok()).map(|file| file.len()).max()
}

/// Writes manifest and weights beside their place, reads them back as a function would, and puts them there.
fn stage(args: &Args, manifest: &Manifest, weights: &[u8]) -> anyhow::Result<PathBuf> {
    let beside = args.out.join(".staging");
    let place = args.out.join("models");
    remove(&beside)?;
    let folder = beside.join(&args.id);
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(&manifest.files[0].path), weights))
        .with_context(|| format!("failed to write into {}", beside.display()));
    written?;
    fs::write(folder.join("model.json"), manifest.to_json()?).with_context(|| format!("failed to write into {}", beside.display()))?;
    Model::open(&folder, None)?.verify()?;
    // Another model would be deployed with this one, and count against the limit.
    remove(&place)?;
    fs::rename(&beside, &place).with_context(|| format!("failed to rename {} to {}", beside.display(), place.display()))?;
    Ok(place.join(&args.id))
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("failed to remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// In Lambda's megabytes, with one digit behind the point.
fn megabytes(bytes: u64) -> f64 {
    (bytes as f64 / f64::from(1 << 20) * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn an_id_is_a_name_and_no_path() {
        for id in ["untrained", "vit-b-16_v1.2", "0"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", ".", "..", "a/b", "../a", "-rf", ".hidden", "a b", "ä"] {
            assert!(!is_id(id), "{id}");
        }
    }
}
