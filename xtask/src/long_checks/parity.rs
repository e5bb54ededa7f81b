//! A full-size network, converted and compared with PyTorch on every golden clip.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow, ensure};
use genre::report::softmax;
use genre::{Engine, Model, TractEngine};
use serde_json::Value;

/// max|Δlogit| / max(1, max|reference|), and max|Δprobability|.
const BOUND: f64 = 1e-4;

/// Makes a seeded ViT-B/16, converts it, and holds tract against PyTorch.
pub(super) fn full_size(root: &Path, python: &Path, head: &str, channels: &str) -> anyhow::Result<String> {
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
    convert.args(["convert-model", "--front-end", "article", "--checkpoint"]).arg(&checkpoint).arg("--out").arg(&folder);
    finish(&mut convert)?;

    let mut clips: Vec<PathBuf> = std::fs::read_dir(root.join("tests/data/golden"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    clips.retain(|path| path.extension().is_some_and(|extension| extension == "npy"));
    clips.sort();
    let mut classify = Command::new(python);
    classify.arg(root.join("tools/reference.py")).arg("classify").arg("--checkpoint").arg(&checkpoint).arg("--pixels").args(&clips);
    let output = classify.output().context("failed to start tools/reference.py")?;
    ensure!(output.status.success(), "tools/reference.py failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    let reference: Vec<Value> = serde_json::from_slice(&output.stdout).context("tools/reference.py did not answer in JSON")?;
    compare(&folder, &clips, &reference)
}

fn finish(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().context("failed to start a step")?;
    ensure!(status.success(), "{} failed with {status}", command.get_program().to_string_lossy());
    Ok(())
}

fn compare(folder: &Path, clips: &[PathBuf], reference: &[Value]) -> anyhow::Result<String> {
    ensure!(clips.len() == reference.len() && clips.len() >= 10, "the golden data is incomplete");
    let model = Model::open(folder, None)?;
    let channels = model.manifest.architecture.channels;
    let engine = TractEngine::load(&model, 2)?;
    let (mut logit, mut probability, mut first) = (0.0_f64, 0.0_f64, 0);
    for (clip, expected) in clips.iter().zip(reference) {
        let outputs = engine.run(&npy(clip)?.repeat(channels), 1)?;
        let numbers = |field: &str| -> anyhow::Result<Vec<f64>> {
            let values = expected[field].as_array().ok_or_else(|| anyhow!("tools/reference.py gave no {field}"))?;
            Ok(values.iter().filter_map(Value::as_f64).collect())
        };
        let (logits, probabilities) = (numbers("logits")?, numbers("probabilities")?);
        ensure!(logits.len() == outputs.logits.len(), "{} logits instead of {}", outputs.logits.len(), logits.len());
        let scale = logits.iter().fold(1.0_f64, |scale, value| scale.max(value.abs()));
        logit = logit.max(furthest(&outputs.logits, &logits) / scale);
        probability = probability.max(furthest(&softmax(&outputs.logits, 1.0), &probabilities));
        let wide: Vec<f64> = outputs.logits.iter().map(|&value| f64::from(value)).collect();
        first += usize::from(largest(&wide) == largest(&logits));
    }
    let found =
        format!("{} clips: relative logit error {logit:.1e}, max abs. Δp {probability:.1e}, same first genre on {first}", clips.len());
    ensure!(logit <= BOUND && probability <= BOUND && first == clips.len(), "{found}; allowed {BOUND:.0e}");
    Ok(found)
}

fn furthest(values: &[f32], reference: &[f64]) -> f64 {
    values.iter().zip(reference).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max)
}

fn largest(values: &[f64]) -> Option<usize> {
    (0..values.len()).max_by(|&a, &b| values[a].total_cmp(&values[b]))
}

/// Values of a little-endian f32 `.npy` file of format 1.0.
fn npy(path: &Path) -> anyhow::Result<Vec<f32>> {
    let bytes = std::fs::read(path).with_context(|| format!("failed to read {}", path.display()))?;
    let header = bytes.get(8..10).map(|length| usize::from(u16::from_le_bytes([length[0], length[1]])));
    let body = header.and_then(|header| bytes.get(10 + header..)).ok_or_else(|| anyhow!("{} is not an .npy file", path.display()))?;
    Ok(body.as_chunks::<4>().0.iter().map(|value| f32::from_le_bytes(*value)).collect())
}
