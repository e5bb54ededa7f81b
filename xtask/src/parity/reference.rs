//! Answers that a written model is held against: PyTorch's of this minute, or stored ones.

use std::path::Path;

use anyhow::{Context, ensure};
use genre::Outputs;
use serde::{Deserialize, Serialize};

use super::inputs::Input;

/// Name of the file beside a model.
pub(crate) const FILE: &str = "reference.json";
/// Pictures count as the same when their mean and deviation differ by less, relative to the deviation: machines round differently.
const SAME: f64 = 1e-4;

/// What the original network answers.
pub(crate) struct Answers {
    /// The library that built the network, with its version.
    pub(crate) library: String,
    /// PyTorch's version.
    pub(crate) torch: String,
    /// For every input in turn.
    pub(crate) outputs: Outputs,
}

/// The same in a file, so that a comparison can be repeated without Python.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    generated_by: String,
    checkpoint_sha256: String,
    front_end: String,
    library: String,
    torch: String,
    inputs: Vec<StoredInput>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredInput {
    name: String,
    /// Mean and standard deviation of the pixels: they tell whether the picture is still the same.
    mean: f64,
    deviation: f64,
    logits: Vec<f32>,
    embedding: Vec<f32>,
}

impl Answers {
    /// "torchvision 0.26.0, PyTorch 2.11.0".
    pub(crate) fn made_by(&self) -> String {
        format!("{}, PyTorch {}", self.library, self.torch)
    }

    /// One line per input, so that a change shows in a diff.
    pub(crate) fn to_json(&self, inputs: &[Input], checkpoint_sha256: &str, front_end: &str) -> anyhow::Result<String> {
        let (classes, dim) = (self.outputs.logits.len() / inputs.len(), self.outputs.embeddings.len() / inputs.len());
        let rows = self.outputs.logits.chunks_exact(classes).zip(self.outputs.embeddings.chunks_exact(dim));
        let mut stored = Stored {
            generated_by: concat!("cargo xtask, version ", env!("CARGO_PKG_VERSION")).to_owned(),
            checkpoint_sha256: checkpoint_sha256.to_owned(),
            front_end: front_end.to_owned(),
            library: self.library.clone(),
            torch: self.torch.clone(),
            inputs: Vec::new(),
        };
        let head = serde_json::to_string(&stored)?;
        for (input, (logits, embedding)) in inputs.iter().zip(rows) {
            let (mean, deviation) = moments(&input.pixels);
            let (logits, embedding) = (logits.to_vec(), embedding.to_vec());
            stored.inputs.push(StoredInput { name: input.name.clone(), mean, deviation, logits, embedding });
        }
        let lines = stored.inputs.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        let head = head.strip_suffix("]}").context("the head of a stored reference ends otherwise")?;
        Ok(format!("{head}\n{}\n]}}\n", lines.join(",\n")))
    }

    /// Reads stored answers, and refuses those to another checkpoint or to other pictures.
    pub(crate) fn open(path: &Path, inputs: &[Input], checkpoint_sha256: &str, front_end: &str) -> anyhow::Result<Self> {
        let read = || -> anyhow::Result<Self> {
            let stored: Stored = serde_json::from_slice(&std::fs::read(path)?)?;
            ensure!(stored.checkpoint_sha256 == checkpoint_sha256, "it belongs to the checkpoint {}", stored.checkpoint_sha256);
            ensure!(stored.front_end == front_end, "its pictures were drawn by the front end {}", stored.front_end);
            ensure!(stored.inputs.len() == inputs.len(), "it answers to {} pictures instead of {}", stored.inputs.len(), inputs.len());
            let mut outputs = Outputs { logits: Vec::new(), embeddings: Vec::new() };
            for (stored, input) in stored.inputs.iter().zip(inputs) {
                let (mean, deviation) = moments(&input.pixels);
                let apart = (mean - stored.mean).abs().max((deviation - stored.deviation).abs());
                ensure!(
                    stored.name == input.name && apart <= SAME * deviation.max(1e-3),
                    "it answers to another picture than {:?} of today (mean {mean}, deviation {deviation})",
                    input.name
                );
                outputs.logits.extend(&stored.logits);
                outputs.embeddings.extend(&stored.embedding);
            }
            Ok(Self { library: stored.library, torch: stored.torch, outputs })
        };
        read().with_context(|| format!("failed to use the stored answers {}", path.display()))
    }
}

/// Mean and standard deviation.
fn moments(values: &[f32]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().map(|&value| f64::from(value)).sum::<f64>() / count;
    let variance = values.iter().map(|&value| (f64::from(value) - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}
