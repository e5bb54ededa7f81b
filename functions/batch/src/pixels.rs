//! `acousticsense pixels`: what the network sees of many files, in one array for those who train networks.
//!
//! One front end, not two: the rows are made by the code that answers. A row is a window. Windows are cut from the recording as a whole, as
//! `classify --windows all` cuts them; the one at the beginning is what `classify` judges.

use std::io::{self, Seek, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use anyhow::Context;
use genre::audio::{self, Extent};
use genre::front_end::FrontEnd;
use genre::manifest::{FrontEndSpec, Manifest};
use genre::{AudioError, Source};
use serde_json::json;

use crate::args::{ModelArgs, seconds};
use crate::destination::{beside, refuse_to_overwrite};
use crate::failures::Failures;
use crate::inputs::{Input, Inputs};
use crate::journal::Shard;
use crate::names::shown;
use crate::npy::{self, Format};
use crate::progress::{Form, Progress};
use crate::whole_file::WholeFile;
use crate::{Outcome, classify, ordered};

const EXAMPLES: &str = "\
What comes out:
  OUT.npy             one row per window, in the order of the inputs
  OUT.npy.csv         of every row: file, start, seconds, looped, silent
  OUT.npy.json        shape, stage and all numbers of the front end
  OUT.npy.errors.csv  files that failed (path, kind, reason); they have no row

Examples:
  acousticsense pixels Music/ -o pixels.npy
  acousticsense pixels Music/ -o log-power.npy --stage log-power --starts 0,1,2
  acousticsense pixels list.csv -o pixels.npy --windows all --format f32

Exit codes: 0 all done, 1 some files failed, 2 usage or nothing could run.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PixelsArgs {
    /// Audio files, folders, patterns, lists: as for classify
    #[arg(required = true, value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Write the array here: NumPy, C order
    #[arg(short, long, value_name = "OUT.npy")]
    output: PathBuf,

    /// How far to go
    #[arg(long, value_name = "STAGE", default_value = "pixels")]
    stage: Stage,

    /// Number format of the array
    #[arg(long, value_name = "FORMAT", default_value = "f16")]
    format: Format,

    /// Which windows of a recording
    #[arg(long, value_name = "WHICH", default_value = "first", conflicts_with = "starts")]
    windows: Which,

    /// Windows that begin at these seconds
    ///
    /// One that the recording does not fill is left out, except at 0.
    #[arg(long, value_name = "S,S,…", value_delimiter = ',', value_parser = seconds, verbatim_doc_comment)]
    starts: Vec<f64>,

    #[command(flatten)]
    model: ModelArgs,

    /// Threads [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,

    /// How to tell how far the run is
    #[arg(long, value_name = "FORM", default_value = "auto")]
    progress: Form,
}

/// How far audio goes on its way to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Stage {
    /// The network's input, normalised, [C, H, W]
    Pixels,
    /// The mel powers in dB as they are, [mel bands, frames]
    LogPower,
}

/// Which windows of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Which {
    /// The one at the beginning
    First,
    /// All, one after the other
    All,
}

/// A window of a recording: its place among the samples.
struct Row {
    start_s: f64,
    seconds: f64,
    looped: bool,
    silent: bool,
}

/// All rows of a file.
type Drawn = (Vec<Row>, Vec<f32>);

/// Draws everything that was named.
///
/// # Errors
/// What keeps the run as a whole from happening: nothing there, no model, nowhere to write.
pub(crate) fn run(args: &PixelsArgs) -> anyhow::Result<Outcome> {
    classify::refuse_if_all_are_missing(&args.inputs)?;
    let index = beside(&args.output, ".csv");
    let about = beside(&args.output, ".json");
    let ledger = beside(&args.output, ".errors.csv");
    for written in [&args.output, &index, &about, &ledger] {
        refuse_to_overwrite(written, &args.inputs)?;
    }
    let model = crate::model::open(&args.model, false)?;
    let plan = Plan::new(args, &model.manifest)?;
    let mut inputs = Inputs::new(args.inputs.clone()).peekable();
    anyhow::ensure!(inputs.peek().is_some(), "found no audio in {}", shown(&args.inputs[0]));

    let mut array = Array::begin(&args.output, args.format, plan.shape(&model.manifest))?;
    let mut failures = Failures::recorded(ledger)?;
    let mut rows = csv::Writer::from_writer(WholeFile::create(&index)?);
    rows.write_record(["path", "start_s", "seconds", "looped", "silent"])?;
    let mut progress = match args.progress {
        Form::None => Progress::hidden(),
        form => Progress::over(args.inputs.clone(), form, Shard::WHOLE, Arc::new(AtomicU64::new(0))),
    };
    let jobs = args.jobs.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from);
    let work = |mut input: Input| {
        let drawn = match input.problem.take() {
            Some(problem) => Err(AudioError::Read(problem)),
            None => plan.draw(&input.path),
        };
        (input.path, drawn)
    };
    let mut files = 0_u64;
    ordered::for_each(inputs, jobs, 4, work, |(path, drawn): (PathBuf, Result<Drawn, AudioError>)| {
        match drawn {
            Ok((of_file, values)) => {
                for row in &of_file {
                    let flags = [row.looped.to_string(), row.silent.to_string()];
                    rows.write_record([shown(&path), row.start_s.to_string(), row.seconds.to_string()].into_iter().chain(flags))?;
                }
                array.add(&values)?;
                files += 1;
                progress.advance(Some(of_file.iter().map(|row| row.seconds).sum()));
            }
            Err(error) => {
                failures.add(&shown(&path), error.kind(), &error.to_string())?;
                progress.advance(None);
            }
        }
        Ok::<(), anyhow::Error>(())
    })?;
    progress.finish();
    let failed = failures.count();
    failures.finish()?;
    let shape = array.shape();
    array.finish()?;
    rows.into_inner().map_err(|error| error.into_error())?.commit()?;
    crate::whole_file::write(&about, description(args, &model.manifest, &shape)?.as_bytes())?;
    let _ = writeln!(io::stderr(), "{} rows of {} in {}; {failed} failed", shape[0], classify::files(files), shown(&args.output));
    Ok(Outcome::of(failed))
}

/// What whoever reads the array must know.
fn description(args: &PixelsArgs, manifest: &Manifest, shape: &[usize]) -> anyhow::Result<String> {
    let stage = if args.stage == Stage::Pixels { "pixels" } else { "log-power" };
    let format = if args.format == Format::F16 { "f16" } else { "f32" };
    let about = json!({
        "stage": stage, "format": format, "shape": shape, "front_end": manifest.front_end,
        "image": manifest.architecture.image, "channels": manifest.architecture.channels,
        "version": env!("CARGO_PKG_VERSION"),
    });
    Ok(serde_json::to_string_pretty(&about)? + "\n")
}

/// What is drawn of every file.
struct Plan {
    front_end: FrontEnd,
    stage: Stage,
    which: Which,
    starts: Vec<f64>,
    /// Length of a window, seconds; `None` for front ends that cut tracks themselves.
    window_s: Option<f64>,
}

impl Plan {
    fn new(args: &PixelsArgs, manifest: &Manifest) -> anyhow::Result<Self> {
        let window_s = match &manifest.front_end {
            FrontEndSpec::Article(spec) => Some(spec.window_s),
            FrontEndSpec::Ccmusic(_) => None,
        };
        if window_s.is_none() && (args.stage == Stage::LogPower || !args.starts.is_empty()) {
            anyhow::bail!("the ccmusic front end draws whole tracks; leave --stage and --starts out");
        }
        let front_end = FrontEnd::new(&manifest.front_end, &manifest.architecture).context("failed to use the model")?;
        Ok(Self { front_end, stage: args.stage, which: args.windows, starts: args.starts.clone(), window_s })
    }

    /// The array's shape, so far without rows.
    fn shape(&self, manifest: &Manifest) -> Vec<usize> {
        match (self.stage, self.window_s) {
            (Stage::LogPower, Some(window_s)) => {
                let (mel, rate) = (manifest.front_end.mel(), f64::from(manifest.front_end.sample_rate_hz()));
                vec![0, mel.mel_bands, 1 + (window_s * rate) as usize / mel.hop_length]
            }
            _ => vec![0, manifest.architecture.channels, manifest.architecture.image, manifest.architecture.image],
        }
    }

    fn draw(&self, path: &Path) -> Result<Drawn, AudioError> {
        let rate = self.front_end.sample_rate_hz();
        let wanted = match (self.window_s, self.which) {
            (Some(window_s), Which::First) => Some(window_s + self.starts.iter().copied().fold(0.0, f64::max)),
            _ => None,
        };
        let loaded = audio::load(Source::open(path).map_err(AudioError::Read)?, Extent { start_s: 0.0, seconds: wanted }, rate)?;
        let samples = loaded.samples;
        let silent = |samples: &[f32]| samples.iter().all(|&sample| sample == 0.0);
        let Some(window_s) = self.window_s else {
            let silent = silent(&samples);
            let view = self.front_end.view(samples)?;
            let row = |span: &genre::front_end::Span| Row { start_s: span.start_s, seconds: span.seconds, looped: view.looped, silent };
            return Ok((view.spans.iter().map(row).collect(), view.pixels));
        };
        if samples.is_empty() {
            return Err(AudioError::NoSamples);
        }
        let length = (window_s * f64::from(rate)) as usize;
        let (mut rows, mut values) = (Vec::new(), Vec::new());
        for window in self.windows(samples.len(), length, rate) {
            let seconds = |samples: usize| samples as f64 / f64::from(rate);
            let part = samples[window.clone()].to_vec();
            rows.push(Row {
                start_s: seconds(window.start),
                seconds: seconds(window.len()),
                looped: window.len() < length,
                silent: silent(&part),
            });
            match self.stage {
                Stage::Pixels => values.extend(self.front_end.view(part)?.pixels),
                Stage::LogPower => values.extend(self.front_end.log_power(part)?.map(|drawn| drawn.values).unwrap_or_default()),
            }
        }
        Ok((rows, values))
    }

    /// Windows of `length` among `samples`. The first is always there; others must be full, or half full where all are wanted.
    fn windows(&self, samples: usize, length: usize, rate: u32) -> Vec<Range<usize>> {
        let starts: Vec<usize> = match self.which {
            Which::All => (0..samples).step_by(length).collect(),
            Which::First if self.starts.is_empty() => vec![0],
            Which::First => self.starts.iter().map(|start_s| (start_s * f64::from(rate)) as usize).collect(),
        };
        let windows = starts.into_iter().filter(|&start| start < samples).map(|start| start..samples.min(start + length));
        let least = if self.which == Which::All { length.div_ceil(2) } else { length };
        windows.filter(|window| window.start == 0 || window.len() >= least).collect()
    }
}

/// A `.npy` file that grows row by row.
struct Array {
    file: WholeFile,
    place: PathBuf,
    format: Format,
    /// Rows so far, then the extents of one.
    shape: Vec<usize>,
    buffer: Vec<u8>,
}

impl Array {
    fn begin(place: &Path, format: Format, shape: Vec<usize>) -> anyhow::Result<Self> {
        let mut file = WholeFile::create(place)?;
        file.write_all(&npy::header(format, &shape)).with_context(|| format!("failed to write {}", shown(place)))?;
        Ok(Self { file, place: place.to_owned(), format, shape, buffer: Vec::new() })
    }

    fn add(&mut self, values: &[f32]) -> anyhow::Result<()> {
        let size = self.shape[1..].iter().product::<usize>();
        debug_assert_eq!(values.len() % size, 0);
        self.shape[0] += values.len() / size;
        self.buffer.clear();
        npy::push(self.format, values, &mut self.buffer);
        self.file.write_all(&self.buffer).with_context(|| format!("failed to write {}", shown(&self.place)))
    }

    fn shape(&self) -> Vec<usize> {
        self.shape.clone()
    }

    /// Writes the header again, now that the rows are counted, and puts the file into its place.
    fn finish(mut self) -> anyhow::Result<()> {
        let rewritten = self.file.rewind().and_then(|()| self.file.write_all(&npy::header(self.format, &self.shape)));
        rewritten.with_context(|| format!("failed to write {}", shown(&self.place)))?;
        self.file.commit()
    }
}
