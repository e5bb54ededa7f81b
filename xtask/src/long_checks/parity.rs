//! A full-size network, converted in every precision and held against PyTorch by the converter itself.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use genre::Manifest;

/// Makes a seeded ViT-B/16, converts it, and tells what parity was found in every precision and runtime.
pub(super) fn full_size(root: &Path, python: &Path, head: &str, channels: &str, precision: &str) -> anyhow::Result<String> {
    let work = root.join("target/long-checks");
    std::fs::create_dir_all(&work).with_context(|| format!("failed to make {}", work.display()))?;
    let checkpoint = work.join(format!("vit_b_16-{head}.pt"));
    if !checkpoint.is_file() {
        let mut make = Command::new(python);
        make.arg(root.join("tools/make_checkpoint.py")).args(["--size", "vit_b_16", "--head", head, "--channels", channels, "--seed", "1"]);
        finish(make.arg("--out").arg(&checkpoint))?;
    }
    let folder = work.join(format!("vit_b_16-{head}"));
    let mut convert = Command::new(std::env::current_exe().context("failed to find this program")?);
    // Its head is scaled for the article's pixels.
    convert.args(["convert-model", "--front-end", "article", "--precision", precision, "--checkpoint"]).arg(&checkpoint);
    finish(convert.arg("--out").arg(&folder))?;

    let manifest = Manifest::from_json(&std::fs::read(folder.join("model.json"))?)?;
    let mut found = Vec::new();
    for file in &manifest.files {
        let parity = file.parity.as_ref().with_context(|| format!("{} was not checked", file.path))?;
        for row in &parity.runtimes {
            found.push(format!(
                "{} in {}: relative logit error {:.1e}, max. Δp {:.1e}, same first genre on {} of {}",
                file.precision, row.runtime, row.relative_logit_error, row.max_probability_difference, row.same_first, parity.inputs
            ));
        }
    }
    ensure!(found.len() == 2 * manifest.files.len(), "every file in two runtimes is expected: {}", found.join("; "));
    Ok(found.join("; "))
}

fn finish(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().context("failed to start a step")?;
    ensure!(status.success(), "{} failed with {status}", command.get_program().to_string_lossy());
    Ok(())
}
