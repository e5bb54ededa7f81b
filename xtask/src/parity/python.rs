//! The Python side of a comparison: its environment, made where it is missing, and one call that answers for every picture.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use genre::Outputs;
use serde::Deserialize;

use super::inputs::Input;
use super::npy;
use super::reference::Answers;
use crate::terminal::progress;
use crate::venv::Environment;

/// What `tools/reference_network.py` says of itself.
#[derive(Deserialize)]
struct Versions {
    library: String,
    torch: String,
    onnxruntime: String,
}

/// What is asked of Python.
pub(crate) struct Question<'a> {
    pub(crate) checkpoint: &'a Path,
    pub(crate) heads: usize,
    /// Empty where all are 2.
    pub(crate) stem_strides: &'a [usize],
    pub(crate) wrapper: Option<&'a str>,
    /// [C, H, W] of a picture.
    pub(crate) shape: [usize; 3],
    pub(crate) inputs: &'a [Input],
    /// Files to run in ONNX Runtime.
    pub(crate) onnx: &'a [PathBuf],
}

/// PyTorch's answers, and ONNX Runtime's for every file that was asked for.
pub(crate) struct Replies {
    pub(crate) pytorch: Answers,
    /// "ONNX Runtime 1.31.1".
    pub(crate) onnxruntime: String,
    pub(crate) onnx: Vec<Outputs>,
}

/// Runs the checkpoint in its own library, and every ONNX file in ONNX Runtime.
pub(crate) fn ask(root: &Path, question: &Question) -> anyhow::Result<Replies> {
    let python = ENVIRONMENT.python(root)?;
    let scratch = Scratch::new(root)?;
    let pixels = scratch.0.join("pixels.npy");
    let [channels, height, width] = question.shape;
    let pictures = question.inputs.iter().map(|input| &*input.pixels);
    npy::write(&pixels, &[question.inputs.len(), channels, height, width], pictures)?;
    let mut command = Command::new(python);
    command.arg(root.join("tools/reference_network.py")).arg(question.checkpoint).arg("--pixels").arg(&pixels).arg("--out").arg(&scratch.0);
    command.args(["--heads", &question.heads.to_string()]);
    if !question.stem_strides.is_empty() {
        let strides = question.stem_strides.iter().map(ToString::to_string).collect::<Vec<_>>();
        command.args(["--stem-strides", &strides.join(",")]);
    }
    if let Some(wrapper) = question.wrapper {
        command.args(["--wrapper", wrapper]);
    }
    if !question.onnx.is_empty() {
        command.arg("--onnx").args(question.onnx);
    }
    progress("asking PyTorch and ONNX Runtime");
    // Its progress and its errors are for people: they pass through.
    let output = command.stderr(Stdio::inherit()).output().context("failed to start Python")?;
    ensure!(output.status.success(), "the network could not be run in PyTorch; tools/reference_network.py says why above");
    let versions: Versions = serde_json::from_slice(&output.stdout).context("tools/reference_network.py did not answer in JSON")?;
    let outputs = |stem: &str| -> anyhow::Result<Outputs> {
        let (rows, logits) = npy::read(&scratch.0.join(format!("{stem}logits.npy")))?;
        let (_, embeddings) = npy::read(&scratch.0.join(format!("{stem}embedding.npy")))?;
        ensure!(rows == question.inputs.len(), "{rows} answers for {} pictures", question.inputs.len());
        Ok(Outputs { logits, embeddings })
    };
    let stem = |file: &PathBuf| format!("{}.ort.", file.file_stem().unwrap_or_default().to_string_lossy());
    Ok(Replies {
        pytorch: Answers { library: versions.library, torch: versions.torch, outputs: outputs("")? },
        onnxruntime: format!("ONNX Runtime {} (cpu)", versions.onnxruntime),
        onnx: question.onnx.iter().map(|file| outputs(&stem(file))).collect::<anyhow::Result<_>>()?,
    })
}

/// Where PyTorch, ONNX Runtime and librosa are.
const ENVIRONMENT: Environment = Environment {
    folder: "tools/.venv",
    requirements: "tools/requirements.txt",
    help: "the Python environment could not be made; without Python, take --reference golden or --reference none",
};

/// A folder that goes away with the comparison.
struct Scratch(PathBuf);

impl Scratch {
    fn new(root: &Path) -> anyhow::Result<Self> {
        // Not in a folder that others may write to: whoever made ours first would own the verdict.
        let folder = root.join("target/tmp").join(format!("parity-{}", std::process::id()));
        std::fs::create_dir_all(&folder).with_context(|| format!("failed to make {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nothing depends on its being gone.
        drop(std::fs::remove_dir_all(&self.0));
    }
}
