//! A model that is too large for little memory and too slow for little time: random weights, made without Python.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Map, json};

use super::process::run;
use crate::terminal::progress;

/// Its name.
pub(super) const ID: &str = "large";
/// 38 million weights are 150 MB; patches of 4 pixels are 3,137 tokens, half a teraflop per picture.
const DIM: usize = 512;
const DEPTH: usize = 12;
const MLP: usize = 4 * DIM;
const PATCH: usize = 4;
const TOKENS: usize = (224 / PATCH) * (224 / PATCH) + 1;
const LABELS: usize = 16;
const LIMIT: Duration = Duration::from_secs(300);

/// Makes it once, as a layer: `layer/models/large`.
pub(super) fn make(layer: &Path) -> anyhow::Result<()> {
    let folder = layer.join("models").join(ID);
    if folder.join("model.json").is_file() {
        return Ok(());
    }
    progress("making a model of 150 MB with random weights (once)");
    std::fs::create_dir_all(layer).with_context(|| format!("failed to make {}", layer.display()))?;
    let checkpoint = layer.with_extension("safetensors");
    write_checkpoint(&checkpoint).with_context(|| format!("failed to write {}", checkpoint.display()))?;
    let mut convert = Command::new(std::env::current_exe().context("failed to find this program")?);
    convert.args(["convert-model", "--front-end", "article", "--notice", "Random weights, for limits only.", "--reference", "none"]);
    let converted = run(convert.arg("--checkpoint").arg(&checkpoint).arg("--out").arg(&folder), LIMIT)?;
    // Exit code 3: written, parity not checked.
    ensure!(converted.status.code() == Some(3), "convert-model failed: {}", converted.stderr.trim());
    std::fs::remove_file(&checkpoint).context("failed to remove the checkpoint")
}

/// The tensors of a torchvision ViT and their shapes.
fn tensors() -> Vec<(String, Vec<usize>)> {
    let mut tensors = vec![
        ("class_token".to_owned(), vec![1, 1, DIM]),
        ("conv_proj.bias".to_owned(), vec![DIM]),
        ("conv_proj.weight".to_owned(), vec![DIM, 1, PATCH, PATCH]),
        ("encoder.ln.bias".to_owned(), vec![DIM]),
        ("encoder.ln.weight".to_owned(), vec![DIM]),
        ("encoder.pos_embedding".to_owned(), vec![1, TOKENS, DIM]),
        ("heads.head.bias".to_owned(), vec![LABELS]),
        ("heads.head.weight".to_owned(), vec![LABELS, DIM]),
    ];
    let of_a_block = [
        ("ln_1.bias", vec![DIM]),
        ("ln_1.weight", vec![DIM]),
        ("ln_2.bias", vec![DIM]),
        ("ln_2.weight", vec![DIM]),
        ("mlp.0.bias", vec![MLP]),
        ("mlp.0.weight", vec![MLP, DIM]),
        ("mlp.3.bias", vec![DIM]),
        ("mlp.3.weight", vec![DIM, MLP]),
        ("self_attention.in_proj_bias", vec![3 * DIM]),
        ("self_attention.in_proj_weight", vec![3 * DIM, DIM]),
        ("self_attention.out_proj.bias", vec![DIM]),
        ("self_attention.out_proj.weight", vec![DIM, DIM]),
    ];
    for block in 0..DEPTH {
        let name = |part: &str| format!("encoder.layers.encoder_layer_{block}.{part}");
        tensors.extend(of_a_block.iter().map(|(part, shape)| (name(part), shape.clone())));
    }
    tensors
}

fn write_checkpoint(path: &Path) -> anyhow::Result<()> {
    let (mut header, mut end) = (Map::new(), 0);
    let tensors = tensors();
    for (name, shape) in &tensors {
        let begin = end;
        end += 4 * shape.iter().product::<usize>();
        header.insert(name.clone(), json!({ "dtype": "F32", "shape": shape, "data_offsets": [begin, end] }));
    }
    let header = serde_json::to_vec(&header)?;
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(&(header.len() as u64).to_le_bytes())?;
    file.write_all(&header)?;
    // Numerical Recipes' quick generator: the weights need to be there, not to be good.
    let mut state = 1_u32;
    for _ in 0..end / 4 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let weight = ((state >> 8) as f32 / (1 << 24) as f32 - 0.5) * 0.05;
        file.write_all(&weight.to_le_bytes())?;
    }
    file.flush()?;
    Ok(())
}
