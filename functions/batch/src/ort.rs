//! ONNX Runtime behind [`Engine`]: the only place of the product that names it.
//!
//! The library is loaded at run time, so that the program builds without it and runs where there is none. Every session has a fixed batch:
//! the last one is padded, so that a picture meets the same kernels whatever its company, and memory is asked for once. Inputs and outputs
//! stay bound to the same buffers, on a GPU in pinned memory, from where copies need no detour.
//!
//! What really ran is read back: the first run is profiled, and an engine whose nodes did not all run where they were asked to is refused.
//! TensorRT and CUDA graphs are not used.

mod library;
mod loaded;
mod messages;
mod profile;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use genre::manifest::{Architecture, Precision};
use genre::{Engine, EngineError, EngineInfo, Model, Outputs, check_sizes};
use ort::ep::cuda::ConvAlgorithmSearch;
use ort::ep::{ArenaExtendStrategy, CUDA};
use ort::memory::{AllocationDevice, Allocator, AllocatorType, MemoryInfo, MemoryType};
use ort::session::{IoBinding, Session};
use ort::value::Tensor;

pub(crate) use library::Library;
use messages::failure;
use profile::Profile;

/// What the network's batch is called in the files that the converter writes.
const BATCH: &str = "N";

/// Where a network is to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provider {
    /// On the processor, with this many threads.
    Cpu { threads: usize },
    /// On the first CUDA device that is visible, with at most so much of its memory for weights and values, bytes.
    Cuda { memory: usize },
}

impl Provider {
    /// ONNX Runtime's name for it.
    fn name(self) -> &'static str {
        match self {
            Self::Cpu { .. } => "CPUExecutionProvider",
            Self::Cuda { .. } => "CUDAExecutionProvider",
        }
    }
}

/// Time that networks have run, without what copies pictures and answers to and fro.
#[derive(Debug, Default)]
pub(crate) struct Stopwatch(AtomicU64);

impl Stopwatch {
    /// Of all runs so far.
    pub(crate) fn total(&self) -> Duration {
        Duration::from_nanos(self.0.load(Ordering::Relaxed))
    }

    fn add(&self, run: Duration) {
        self.0.fetch_add(u64::try_from(run.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

/// A network in ONNX Runtime.
pub(crate) struct OrtEngine {
    running: Mutex<Running>,
    architecture: Architecture,
    batch: usize,
    info: EngineInfo,
    stopwatch: Arc<Stopwatch>,
}

/// A session and the buffers that it reads and writes. Dropped in this order: buffers go before what they were allocated by.
struct Running {
    binding: IoBinding,
    pixels: Tensor<f32>,
    session: Session,
}

impl OrtEngine {
    /// Loads a model, whose file is in `bytes`, for as many pictures at a time as `first` holds and runs it once, on these; gives back what it answered.
    ///
    /// # Errors
    /// [`EngineError::OutOfMemory`] in the chain of causes when a smaller batch may fit; otherwise what keeps the model from running there,
    /// or where its nodes ran instead.
    pub(crate) fn load(
        library: &Library,
        (model, bytes): (&Model, &[u8]),
        provider: Provider,
        first: &[&[f32]],
        stopwatch: Arc<Stopwatch>,
    ) -> anyhow::Result<(Self, Outputs)> {
        let batch = first.len();
        let architecture = model.manifest.architecture.clone();
        let profile = Profile::begin()?;
        library.forget_complaints();
        let session = session(library, bytes, provider, batch, &profile).map_err(|error| library.explain(&error, provider))?;
        let running = Running::new(session, provider, &architecture, batch).map_err(|error| failure(&error))?;
        let threads = if let Provider::Cpu { threads } = provider { threads } else { 1 };
        let info = EngineInfo { name: "onnxruntime", version: library.version().to_owned(), device: String::new(), threads };
        let mut engine = Self { running: Mutex::new(running), architecture, batch, info, stopwatch };
        let outputs = engine.run(first)?;
        let ran = profile.end(&mut engine.running.get_mut().unwrap_or_else(PoisonError::into_inner).session)?;
        ran.demand(provider.name())?;
        let f16_as_f32 = model.file.precision == Precision::F16 && !ran.f16_products;
        engine.info.device = device(provider, batch, f16_as_f32);
        Ok((engine, outputs))
    }
}

/// What the network computes on, read back from what is loaded into this process.
fn device(provider: Provider, batch: usize, f16_as_f32: bool) -> String {
    let mut parts = match provider {
        Provider::Cpu { .. } => vec!["cpu".to_owned(), provider.name().to_owned()],
        Provider::Cuda { .. } => {
            let versions = loaded::cuda_versions();
            std::iter::once(loaded::gpu()).chain([provider.name().to_owned()]).chain(versions).collect()
        }
    };
    parts.push(format!("batch {batch}"));
    parts.extend(f16_as_f32.then(|| "f16 as f32".to_owned()));
    parts.join(", ")
}

fn session(library: &Library, bytes: &[u8], provider: Provider, batch: usize, profile: &Profile) -> ort::Result<Session> {
    let builder = Session::builder(library.environment())?
        // A batch is one picture after the other through the same few hundred nodes: there is nothing to run side by side.
        .with_inter_threads(1)?
        .with_dimension_override(BATCH, batch as i64)?
        .with_profiling(profile.prefix())?;
    let mut builder = match provider {
        Provider::Cpu { threads } => builder.with_intra_threads(threads)?,
        Provider::Cuda { memory } => {
            let cuda = CUDA::default()
                // Growing by doubling would take up to twice of what is needed.
                .with_arena_extend_strategy(ArenaExtendStrategy::SameAsRequested)
                .with_memory_limit(memory)
                // f32 means f32: TensorFloat-32 has the mantissa of f16.
                .with_tf32(false)
                // Only a convolutional stem has any: trying every algorithm would cost the start more than its few layers win.
                .with_conv_algorithm_search(ConvAlgorithmSearch::Heuristic);
            builder
                .with_intra_threads(1)?
                // The plan that it would make of the first run asks for one more block, of all that is needed at once, in the second: beside
                // what the first one holds already. What fits once is to fit for ever.
                .with_memory_pattern(false)?
                // Without these two, ONNX Runtime falls back to the processor without a word: as a whole, or node by node.
                .with_execution_providers([cuda.build().error_on_failure()])?
                .with_disable_cpu_fallback()?
        }
    };
    builder.commit_from_memory(bytes)
}

impl Running {
    fn new(session: Session, provider: Provider, architecture: &Architecture, batch: usize) -> ort::Result<Self> {
        let Architecture { channels, image, dim, .. } = *architecture;
        let host = |memory_type| match provider {
            Provider::Cpu { .. } => Ok(Allocator::default()),
            Provider::Cuda { .. } => {
                Allocator::new(&session, MemoryInfo::new(AllocationDevice::CUDA_PINNED, 0, AllocatorType::Device, memory_type)?)
            }
        };
        let pixels = Tensor::<f32>::new(&host(MemoryType::CPUInput)?, [batch, channels, image, image])?;
        let outputs = host(MemoryType::CPUOutput)?;
        let mut binding = session.create_binding()?;
        for (name, width) in [("logits", architecture.classes()), ("embedding", dim)] {
            binding.bind_output(name, Tensor::<f32>::new(&outputs, [batch, width])?)?;
        }
        Ok(Self { binding, pixels, session })
    }

    /// Runs as many pictures as the batch has, or fewer, and appends their answers.
    fn pass(&mut self, pictures: &[&[f32]], outputs: &mut Outputs) -> ort::Result<Duration> {
        let (_, mut rest) = self.pixels.extract_tensor_mut();
        for picture in pictures {
            let (room, behind) = std::mem::take(&mut rest).split_at_mut(picture.len());
            room.copy_from_slice(picture);
            rest = behind;
        }
        rest.fill(0.0);
        // Binding is what copies to a device; it has to be done for every batch.
        self.binding.bind_input("pixels", &self.pixels)?;
        self.binding.synchronize_inputs()?;
        let begin = Instant::now();
        let answers = self.session.run_binding(&self.binding)?;
        self.binding.synchronize_outputs()?;
        let took = begin.elapsed();
        for (name, to) in [("logits", &mut outputs.logits), ("embedding", &mut outputs.embeddings)] {
            let value = answers.get(name).ok_or_else(|| ort::Error::new(format!("it gave no {name}")))?;
            let (shape, values) = value.try_extract_tensor::<f32>()?;
            let width = shape.last().copied().unwrap_or(0) as usize;
            to.extend_from_slice(&values[..pictures.len() * width]);
        }
        Ok(took)
    }
}

impl Engine for OrtEngine {
    fn info(&self) -> &EngineInfo {
        &self.info
    }

    fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
        check_sizes(pictures, &self.architecture)?;
        let mut outputs = Outputs { logits: Vec::new(), embeddings: Vec::new() };
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        for batch in pictures.chunks(self.batch) {
            self.stopwatch.add(running.pass(batch, &mut outputs).map_err(|error| failure(&error))?);
        }
        if outputs.logits.iter().any(|logit| !logit.is_finite()) {
            return Err(EngineError::NotFinite);
        }
        Ok(outputs)
    }
}

/// Names of what ran, each once.
fn list(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
