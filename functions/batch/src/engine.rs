//! Which engine runs the network, and how it is started: the library found, the model verified, the device tried before it is trusted.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::builder::OsStringValueParser;
use genre::probe::Deviation;
use genre::{Classifier, Engine, Model, TractEngine};
use serde::{Deserialize, Serialize};

use crate::args::ModelArgs;
use crate::halving::Halving;
use crate::ordered;
use crate::ort::{Library, OrtEngine, Provider, Stopwatch};
use crate::probe::Known;

/// Pictures at a time on a GPU where nobody asks for another number. By arithmetic, not yet measured: a ViT-B/16 needs about 7 MB of values
/// per picture in f16, and its products with the 12,600 tokens of 64 pictures keep a large GPU's units busy.
const CUDA_BATCH: u16 = 64;
/// The same on a processor, where a picture's 197 tokens keep the units busy already, and a padded batch would cost what a full one does.
const CPU_BATCH: u16 = 1;
/// Video memory for values beside the weights, where nobody asks for another number. With those of a ViT-B/16 in f16 twice (as they come,
/// and as kernels want them) and CUDA's own half gigabyte it stays below 2.1 GB.
const VALUES: usize = 1 << 30;

/// What must be left for values beside the weights: a ViT-B/16 takes 7 MB for one picture, and kernels want a workspace.
const LEAST_VALUES: usize = 64 << 20;

/// What runs networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Built in, on the processor
    #[default]
    Tract,
    /// ONNX Runtime on the processor
    OrtCpu,
    /// ONNX Runtime on an NVIDIA GPU; nothing falls back to the processor
    Cuda,
}

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct EngineArgs {
    /// What runs the network
    #[arg(long, value_name = "ENGINE", default_value = "tract", env = "ACOUSTICSENSE_ENGINE", hide_env_values = true)]
    pub(crate) engine: Kind,

    /// ONNX Runtime's library, or the folder that it is in
    ///
    /// Without it: beside this program, in /opt/onnxruntime/lib, where the
    /// system looks. Version 1.24 or later; for cuda its build for CUDA.
    #[arg(long, value_name = "PATH", env = "ORT_DYLIB_PATH", hide_env_values = true, verbatim_doc_comment, value_parser = OsStringValueParser::new())]
    onnxruntime: Option<OsString>,

    /// Pictures that the network gets at once
    ///
    /// Four per thread with tract, where it changes no answer. ONNX Runtime
    /// pads every batch to this size, by default 1 with ort-cpu and 64 with
    /// cuda; where that does not fit into memory it is halved.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), verbatim_doc_comment)]
    batch_size: Option<u16>,

    /// Most video memory for weights and values, MiB [default: 1024 and twice the model]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(64..=1_048_576), env = "ACOUSTICSENSE_GPU_MEMORY", hide_env_values = true)]
    gpu_memory: Option<u32>,
}

/// An engine that has answered right.
pub(crate) struct Started {
    pub(crate) engine: Box<dyn Engine>,
    /// Pictures that it takes at a time, where that is fixed.
    pub(crate) batch: Option<usize>,
    /// What only ONNX Runtime has.
    pub(crate) runtime: Option<Runtime>,
}

/// Of an engine of ONNX Runtime.
pub(crate) struct Runtime {
    /// The file that it was loaded from, where the system tells.
    pub(crate) library: Option<PathBuf>,
    /// What it was tried with.
    pub(crate) known: Arc<Known>,
    pub(crate) stopwatch: Arc<Stopwatch>,
}

impl Kind {
    /// The word on the command line.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Tract => "tract",
            Self::OrtCpu => "ort-cpu",
            Self::Cuda => "cuda",
        }
    }
}

impl EngineArgs {
    /// Pictures that every batch is padded to; `None` where the batch does not matter to the answer.
    pub(crate) fn fixed_batch(&self) -> Option<u16> {
        match self.engine {
            Kind::Tract => None,
            Kind::OrtCpu => Some(self.batch_size.unwrap_or(CPU_BATCH)),
            Kind::Cuda => Some(self.batch_size.unwrap_or(CUDA_BATCH)),
        }
    }

    /// Pictures that are gathered before the network runs, with `jobs` threads.
    pub(crate) fn gathered(&self, jobs: usize) -> usize {
        let fixed = self.fixed_batch().filter(|_| self.engine == Kind::Cuda).or(self.batch_size);
        fixed.map_or_else(|| (4 * jobs).min(32), usize::from)
    }

    /// The model that is asked for: on a GPU in f16 where nobody says otherwise and the model has it.
    ///
    /// # Errors
    /// As [`crate::model::open`].
    pub(crate) fn model(&self, args: &ModelArgs) -> anyhow::Result<Model> {
        crate::model::open(args, self.engine == Kind::Cuda)
    }

    /// # Errors
    /// The bound on video memory leaves nothing beside the weights: ONNX Runtime would take it for no bound at all.
    fn provider(&self, model: &Model, threads: usize) -> anyhow::Result<Provider> {
        if self.engine != Kind::Cuda {
            return Ok(Provider::Cpu { threads });
        }
        let weights = usize::try_from(model.file.bytes).unwrap_or(usize::MAX);
        let Some(mib) = self.gpu_memory else { return Ok(Provider::Cuda { memory: weights.saturating_mul(2).saturating_add(VALUES) }) };
        let memory = (mib as usize) << 20;
        let least = weights.saturating_add(LEAST_VALUES);
        anyhow::ensure!(
            memory >= least,
            "--gpu-memory {mib} is too little: the model's weights alone take {} MiB; take {} or more",
            weights.div_ceil(1 << 20),
            least.div_ceil(1 << 20)
        );
        Ok(Provider::Cuda { memory })
    }
}

/// The model, ready to judge with `threads`.
///
/// # Errors
/// The library, the device or the model does not do what it should; says which.
pub(crate) fn classifier(args: &EngineArgs, from: &ModelArgs, model: &Arc<Model>, threads: usize) -> anyhow::Result<Classifier> {
    if args.engine == Kind::Tract {
        let classifier = Classifier::new(model, threads).context("failed to load the model")?;
        return Ok(match args.batch_size {
            Some(batch) => classifier.with_batch(batch.into()),
            None => classifier,
        });
    }
    let Started { engine, batch, .. } = start(args, from, model, threads)?;
    let classifier = Classifier::with_engine(model, engine).context("failed to load the model")?;
    // What is cut smaller would be padded more often than it need be.
    Ok(classifier.with_batch(args.gathered(threads).next_multiple_of(batch.unwrap_or(1))))
}

/// Starts an engine with a model; those of ONNX Runtime are tried before they are trusted.
///
/// # Errors
/// As [`classifier`].
pub(crate) fn start(args: &EngineArgs, from: &ModelArgs, model: &Arc<Model>, threads: usize) -> anyhow::Result<Started> {
    let Some(batch) = args.fixed_batch() else {
        let engine = TractEngine::load(model, threads).context("failed to load the model")?;
        return Ok(Started { engine: Box::new(engine), batch: None, runtime: None });
    };
    // Whether there is a library at all is known at once, a model's hash is not.
    let named = args.onnxruntime.as_deref().filter(|named| !named.is_empty()).map(Path::new);
    let library = Library::load(named)?;
    let place = library.place().map(PathBuf::from);
    // Shared as it was read: a conversion to `Arc<[u8]>` would copy all of it.
    let bytes = Arc::new(model.read().context("failed to load the model")?);
    let (engine, known, stopwatch) = std::thread::scope(|scope| {
        let verified = ordered::start(scope, || model.check(&bytes))?;
        let engine = tried(args, from, (model, &bytes), threads, library, batch.into());
        match verified.join() {
            Ok(verdict) => verdict.context("failed to load the model").and(engine),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })?;
    Ok(Started { batch: Some(engine.batch()), engine: Box::new(engine), runtime: Some(Runtime { library: place, known, stopwatch }) })
}

/// An engine of ONNX Runtime for the largest batch that fits, which has answered right.
fn tried(
    args: &EngineArgs,
    from: &ModelArgs,
    (model, bytes): (&Arc<Model>, &Arc<Cow<'static, [u8]>>),
    threads: usize,
    library: Library,
    batch: usize,
) -> anyhow::Result<(Halving<OrtEngine>, Arc<Known>, Arc<Stopwatch>)> {
    let provider = args.provider(model, threads)?;
    let known = Arc::new(Known::of(model, from.folder.as_deref(), threads)?);
    let stopwatch = Arc::new(Stopwatch::default());
    let (model, bytes, asked, watch) = (Arc::clone(model), Arc::clone(bytes), Arc::clone(&known), Arc::clone(&stopwatch));
    let make = move |batch| {
        let (engine, answers) = OrtEngine::load(&library, (&model, &bytes), provider, &asked.pictures(batch), Arc::clone(&watch))
            .map_err(|error| hint(error, &model))?;
        asked
            .check(&answers)
            .with_context(|| format!("{} computes wrong and is not used (or the model's stored answers are not its own)", engine.info()))?;
        Ok(engine)
    };
    // Somebody who asked for quiet still wants to know that it will be slower.
    let tell = |text: &str| drop(writeln!(std::io::stderr(), "{text}"));
    Ok((Halving::new(batch, Box::new(make), Box::new(tell))?, known, stopwatch))
}

/// What may help against answers that are no numbers.
fn hint(error: anyhow::Error, model: &Model) -> anyhow::Error {
    let not_finite = matches!(error.downcast_ref(), Some(genre::EngineError::NotFinite));
    let narrow = model.file.precision == genre::manifest::Precision::F16;
    if not_finite && narrow {
        return error.context("the model leaves the range of f16 on this device; take --precision f32");
    }
    if not_finite { error.context("the device computes wrong and is not used") } else { error }
}

/// How far an engine's answers to the known pictures are from what is known.
///
/// # Errors
/// Too far, or it does not run.
pub(crate) fn deviation(started: &Started, known: &Known) -> anyhow::Result<Deviation> {
    let count = started.batch.unwrap_or(1);
    let answers = started.engine.run(&known.pictures(count))?;
    known.check(&answers).with_context(|| format!("{} computes wrong", started.engine.info()))
}
