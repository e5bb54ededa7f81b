//! What runs a network: pixels in, logits out.
//!
//! An engine is synchronous and knows nothing of audio. Reading, decoding and gathering batches belong above it.

use serde::Serialize;

use crate::error::EngineError;
use crate::manifest::Architecture;

/// Runs a network on batches of pictures.
pub trait Engine: Send + Sync {
    /// What really runs, read back from the runtime.
    fn info(&self) -> &EngineInfo;

    /// Runs the network.
    ///
    /// Each of the N `pictures` is [C, H, W] in row-major order. The answer does not depend on N, on the number of threads or on what
    /// else is in the batch: the same picture gives the same bits.
    ///
    /// # Errors
    /// [`EngineError::Shape`] when a picture has another size, otherwise the runtime's own error.
    fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError>;
}

/// What every engine asks of its input: pictures of [C, H, W] values as the network wants them.
///
/// # Errors
/// [`EngineError::Shape`] of the first that has another number of values.
pub fn check_sizes(pictures: &[&[f32]], architecture: &Architecture) -> Result<(), EngineError> {
    let expected = architecture.pixels();
    match pictures.iter().find(|picture| picture.len() != expected) {
        Some(wrong) => Err(EngineError::Shape { expected, got: wrong.len() }),
        None => Ok(()),
    }
}

/// What an engine is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EngineInfo {
    /// The runtime's name, e.g. `"tract"`.
    pub name: &'static str,
    /// The runtime's version.
    pub version: String,
    /// What it computes on, e.g. `"cpu"`, with the instruction set of the matrix kernels where known.
    pub device: String,
    /// Threads that one call may use.
    pub threads: usize,
}

impl std::fmt::Display for EngineInfo {
    /// One line for reports, e.g. `tract 0.23.9 (cpu, avx512)`. Threads are left out: they do not change the answer.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({})", self.name, self.version, self.device)
    }
}

/// What a network answers for a batch of N pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Outputs {
    /// [N, K], row-major: one value per label, before the softmax.
    pub logits: Vec<f32>,
    /// [N, dim], row-major: the class token after the last norm.
    pub embeddings: Vec<f32>,
}
