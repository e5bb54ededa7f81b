//! tract behind [`Engine`]: the only place of the product that names it.
//!
//! Products with weights are operators of our own, so that weights go straight from the file into the order in which this processor's
//! kernels read them, and lie in memory once; the rest of the graph is tract's.

mod attention;
mod avx512;
mod float;
mod heads;
mod int8;
mod join;
mod kernel;
mod linear;
mod load;
#[cfg(test)]
mod noise;
mod onnx;
mod output;
mod panels;
mod rowwise;
mod softmax;
#[cfg(target_arch = "x86_64")]
mod vnni;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::Builder;

use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};
use tract_linalg::multithread::{Executor, multithread_tract_scope};
use tract_onnx::prelude::tract_data::internal::format_err;
use tract_onnx::prelude::*;
use tract_onnx::tract_core::transform::{NodeFilter, build_float_translator};

use crate::engine::{Engine, EngineInfo, Outputs, check_sizes};
use crate::error::{EngineError, ModelError};
use crate::manifest::{Architecture, Precision};
use crate::mapped::Bytes;
use crate::model::Model;
use linear::Linear;
use load::Graph;

/// The version that Cargo.toml pins; a test compares it with the lock file.
pub const TRACT_VERSION: &str = "0.23.9";

/// A network, optimised for one picture at a time.
///
/// Batches are run picture by picture, several at once where there are threads to spare: the kernels' rounding depends on the shape that
/// a plan was made for, and one plan for all makes the answer independent of the batch. It costs nothing: with 197 tokens per picture the
/// matrix products are large enough to be fast.
pub struct TractEngine {
    plan: Arc<TypedSimplePlan>,
    /// Where its weights are, or were before they were packed.
    file: Bytes,
    architecture: Architecture,
    info: EngineInfo,
    /// Held by the picture that is computed on one of the threads of `within`, where nobody need be woken for a product. Others are computed on the
    /// threads that ask for them: a thread of the pool that waits for others does what comes next meanwhile, and a second picture on top of the
    /// first would use scratch memory of tract's that is in use.
    inside: Mutex<()>,
    /// Pictures that are computed at this moment.
    busy: AtomicUsize,
    /// Splits the matrix products of one picture.
    within: Executor,
}

/// A picture that is computed, as long as it lives.
struct Busy<'a> {
    all: &'a AtomicUsize,
    /// How many there were when it was begun, itself included.
    then: usize,
}

impl<'a> Busy<'a> {
    fn new(all: &'a AtomicUsize) -> Self {
        Self { all, then: all.fetch_add(1, Ordering::Relaxed) + 1 }
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.all.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What the network says of one picture.
struct Answer {
    logits: Vec<f32>,
    embedding: Vec<f32>,
}

impl TractEngine {
    /// Verifies a model's hash and loads it; `threads` is how many one call may use, at least 1.
    ///
    /// # Errors
    /// [`ModelError::Mismatch`] when the file is not the manifest's, [`ModelError::Load`] when tract cannot read the graph, or the graph has other inputs and outputs than the manifest says.
    pub fn load(model: &Model, threads: usize) -> Result<Self, ModelError> {
        let architecture = model.manifest.architecture.clone();
        let threads = threads.max(1);
        let within = executor(threads).map_err(|error| ModelError::Load {
            file: model.file.path.clone(),
            why: format!("{threads} threads cannot be started ({error}); take fewer, or give the program more processes or memory"),
        })?;
        // Only what is known to be the file that was meant is looked into.
        let file = model.map()?;
        let plan = multithread_tract_scope(within.clone(), || plan(&file, model.file.precision, &architecture));
        // The alternate form is the whole chain on one line.
        let plan = plan.map_err(|error| ModelError::Load { file: model.file.path.clone(), why: format!("{error:#}") })?;
        let widened = if widens(model.file.precision) { ", f16 as f32" } else { "" };
        let int8 = plan.model().nodes().iter().find_map(|node| node.op_as::<Linear>()?.int8_kernel());
        let int8 = int8.map(|kernel| format!(", int8 by {}", family(kernel))).unwrap_or_default();
        let device = format!("cpu, {}{widened}{int8}", kernels(&architecture));
        let info = EngineInfo { name: "tract", version: TRACT_VERSION.to_owned(), device, threads };
        Ok(Self { plan, file, architecture, info, inside: Mutex::new(()), busy: AtomicUsize::new(0), within })
    }

    /// Logits and embedding of one picture.
    fn one(&self, pixels: &[f32], executor: &Executor) -> Result<Answer, EngineError> {
        let Architecture { channels, image, dim, .. } = self.architecture;
        let busy = Busy::new(&self.busy);
        // Where there are as many pictures as threads, one thread each gets most done: two at once in int8 18.9 a second instead of 14.5 with two threads
        // each, in f32 5.6 instead of 4.8 (2026-11-29, two cores, medians).
        let crowded = busy.then > 1 && busy.then >= self.info.threads;
        let executor = if crowded { &Executor::SingleThread } else { executor };
        let run = || -> TractResult<Answer> {
            let input = Tensor::from_shape(&[1, channels, image, image], pixels)?;
            let outputs = self.plan.run(tvec!(input.into_tvalue()))?;
            let values = |index: usize| TractResult::Ok(outputs[index].to_plain_array_view::<f32>()?.iter().copied().collect());
            Ok(Answer { logits: values(0)?, embedding: values(1)? })
        };
        let run = || multithread_tract_scope(executor.clone(), run);
        let answer = match executor {
            Executor::MultiThread(pool) => match self.inside.try_lock() {
                Ok(_alone) => pool.install(run),
                Err(_) => run(),
            },
            _ => run(),
        };
        let answer = answer.map_err(|error| EngineError::Run(format!("{error:#}")))?;
        if answer.logits.len() != self.architecture.classes() || answer.embedding.len() != dim {
            return Err(EngineError::Run("the outputs have another shape than the manifest says".to_owned()));
        }
        if answer.logits.iter().any(|logit| !logit.is_finite()) {
            return Err(EngineError::NotFinite);
        }
        Ok(answer)
    }

    /// Several pictures at once, one thread each.
    fn side_by_side(&self, pictures: &[&[f32]]) -> Vec<Result<Answer, EngineError>> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(picture) = pictures.get(index) else { return done };
                done.push((index, self.one(picture, &Executor::SingleThread)));
            }
        };
        let mut done = std::thread::scope(|scope| {
            // Where the system lets fewer be started, those do it all: this thread is one of them.
            let helpers = (1..self.info.threads.min(pictures.len())).map_while(|_| Builder::new().spawn_scoped(scope, work).ok());
            let helpers: Vec<_> = helpers.collect();
            let mut done = work();
            for helper in helpers {
                match helper.join() {
                    Ok(part) => done.extend(part),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            done
        });
        done.sort_by_key(|(index, _)| *index);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

impl Engine for TractEngine {
    fn info(&self) -> &EngineInfo {
        &self.info
    }

    fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
        check_sizes(pictures, &self.architecture)?;
        if !self.file.unchanged() {
            let what = "the model's file was written over while it is in use; start the program again, and next time rename the new file into its place";
            return Err(EngineError::Lost(what.to_owned()));
        }
        let results = match pictures {
            [one] => vec![self.one(one, &self.within)],
            many => self.side_by_side(many),
        };
        let mut outputs = Outputs { logits: Vec::new(), embeddings: Vec::new() };
        for result in results {
            let answer = result?;
            outputs.logits.extend(answer.logits);
            outputs.embeddings.extend(answer.embedding);
        }
        Ok(outputs)
    }
}

/// What splits the products of one picture over `threads`. tract's own constructor panics where the system refuses one.
fn executor(threads: usize) -> Result<Executor, ThreadPoolBuildError> {
    if threads == 1 {
        return Ok(Executor::SingleThread);
    }
    let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|number| format!("matmul-{number}")).build()?;
    Ok(Executor::MultiThread(Arc::new(pool)))
}

/// Whether a file's f16 arithmetic is done in f32: without instructions for it, tract's would be emulated number by number.
fn widens(precision: Precision) -> bool {
    precision == Precision::F16 && !tract_linalg::has_fp16()
}

/// Parses the graph, fixes its batch to one picture, checks both ends, optimises, and reads the weights.
fn plan(file: &Bytes, precision: Precision, architecture: &Architecture) -> TractResult<Arc<TypedSimplePlan>> {
    let Architecture { channels, image, dim, .. } = *architecture;
    let mut graph = Graph::read(file)?;
    let shape = tvec![1, channels, image, image];
    let model = std::mem::take(&mut graph.model);
    let mut model = model.with_input_fact(0, InferenceFact::dt_shape(f32::datum_type(), shape))?.into_typed()?;
    if widens(precision) {
        build_float_translator(f16::datum_type(), f32::datum_type(), NodeFilter::default()).transform(&mut model)?;
    }
    let expected = [("logits", architecture.classes()), ("embedding", dim)];
    if model.outputs.len() != expected.len() {
        return Err(format_err!("it has {} outputs instead of logits and embedding", model.outputs.len()));
    }
    for (index, (name, width)) in expected.into_iter().enumerate() {
        let fact = model.output_fact(index)?;
        if fact.datum_type != f32::datum_type() || fact.shape.as_concrete() != Some(&[1, width]) {
            let shape = fact.shape.iter().map(ToString::to_string).collect::<Vec<_>>().join("×");
            return Err(format_err!("its output {name} should be 1×{width} of 32-bit floating point, it is {shape}"));
        }
    }
    let mut model = model.into_optimized()?;
    softmax::replace(&mut model);
    graph.fill(&model)?;
    model.into_runnable()
}

/// What tract multiplies matrices with on this machine, asked of tract itself: the family of the kernel that it picks for f32 products of
/// a transformer's size, e.g. `avx512`, `fma`, `arm64simd`.
fn kernels(architecture: &Architecture) -> String {
    let Architecture { dim, mlp, .. } = *architecture;
    let dispatch = tract_linalg::MmmDispatch::native();
    let kernel = dispatch.preferred_kernel(f32::datum_type(), Some(mlp), Some(dim), Some(architecture.tokens()));
    let name = kernel.map_or_else(|| "generic".to_owned(), |kernel| kernel.name().to_owned());
    family(&name).to_owned()
}

/// What a kernel's name says of the instructions that it uses.
fn family(kernel: &str) -> &str {
    kernel.split("_mmm").next().unwrap_or_default()
}
