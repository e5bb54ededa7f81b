//! The command line's grammar and its help: the tool should be learnt from here.

use std::path::PathBuf;

use anyhow::Context;
use genre::manifest::{Manifest, Needs, Precision};

use crate::engine::EngineArgs;
use crate::evaluate::EvaluateArgs;
use crate::help::{CLASSIFY_EXAMPLES, INSPECT_EXAMPLES, MERGE_EXAMPLES, PLAN_EXAMPLES, PROBE_EXAMPLES, TOP_EXAMPLES};
use crate::journal::Shard;
use crate::pipeline::Breadth;
use crate::pixels::PixelsArgs;
use crate::progress::Form;
use crate::side_args::SideArgs;

/// Which genre is this music? Audio files in, probabilities out.
#[derive(Debug, clap::Parser)]
#[command(name = "acousticsense", version, arg_required_else_help = true, after_help = TOP_EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Tell the genre of files and folders of music
    Classify(ClassifyArgs),
    /// Write down what there is to judge, for the shards of a run
    Plan(PlanArgs),
    /// Put the shards of a run together into one table
    Merge(MergeArgs),
    /// Take back what --write-tags wrote
    UndoTags(UndoArgs),
    /// Show what the model will see of a file
    Inspect(InspectArgs),
    /// Write what the model sees of many files into one array
    Pixels(PixelsArgs),
    /// Tell how good the answers are, on files whose genre is known
    Evaluate(EvaluateArgs),
    /// Try an engine: does it run here, does it compute right, how fast?
    Probe(ProbeArgs),
    /// Print the licences of what this program is built from
    Notices,
}

#[derive(Debug, clap::Args)]
#[command(after_help = CLASSIFY_EXAMPLES)]
pub(crate) struct ClassifyArgs {
    /// Audio files (MP3, WAV, FLAC, Ogg Vorbis, M4A, AIFF), folders, lists
    ///
    /// Folders are walked through in sorted order. What a file is called does
    /// not matter, what is in it does: in folders, files that neither begin
    /// like audio nor are named like it are skipped and counted, and so are
    /// hidden ones. Links to folders are left out.
    #[arg(required_unless_present = "manifest", value_name = "FILE", verbatim_doc_comment)]
    pub(crate) inputs: Vec<PathBuf>,

    /// Judge what this list names: a CSV table with a column "path", here or in S3
    #[arg(long, value_name = "LIST", conflicts_with = "inputs")]
    pub(crate) manifest: Option<PathBuf>,

    /// Write to this file; its ending chooses the format: .csv, .jsonl, .parquet
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) model: ModelArgs,

    /// Threads that decode, and as many that compute [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    #[command(flatten)]
    pub(crate) engine: EngineArgs,

    /// Go on with a run that was interrupted; without one, begin
    #[arg(long)]
    pub(crate) resume: bool,

    /// Judge the files again that failed, keep all other answers
    #[arg(long)]
    pub(crate) retry_errors: bool,

    /// Judge every N-th input only, beginning with the I-th; see merge
    ///
    /// Writes FILE.shard-I-of-N. In an AWS Batch array job, I and N are taken
    /// from AWS_BATCH_JOB_ARRAY_INDEX and AWS_BATCH_JOB_ARRAY_SIZE.
    #[arg(long, value_name = "I/N", value_parser = shard, verbatim_doc_comment)]
    shard: Option<Shard>,

    /// Judge from this second of each file on
    #[arg(long, value_name = "SECONDS", default_value_t = 0.0, value_parser = seconds, hide_default_value = true, allow_negative_numbers = true)]
    pub(crate) start: f64,

    /// End with 0 where some files failed: for jobs that are to go on
    #[arg(long)]
    pub(crate) failures_ok: bool,

    /// Which windows of a track to judge; the answer is their mean
    #[arg(long, value_name = "WHICH", default_value = "first")]
    windows: Windows,

    /// Also tell the probabilities before calibration
    #[arg(long)]
    pub(crate) raw: bool,

    /// Also write how long each step took (such files are never the same twice)
    #[arg(long)]
    pub(crate) timings: bool,

    /// How to tell how far the run is
    #[arg(long, value_name = "FORM", default_value = "auto")]
    progress: Form,

    /// No progress bar, no summary, no notices; only answers and failures
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) side: SideArgs,
}

/// Which windows of a track are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Windows {
    /// As many as the model was made for
    First,
    /// All of the track; the timeline is in JSON Lines and --label-tracks
    All,
}

#[derive(Debug, clap::Args)]
#[command(after_help = PLAN_EXAMPLES)]
pub(crate) struct PlanArgs {
    /// What classify takes: folders, lists, s3://bucket/prefix
    #[arg(required = true, value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write to this file or object: a CSV table with the columns path and bytes
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// No summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = MERGE_EXAMPLES)]
pub(crate) struct MergeArgs {
    /// All shards of one run, in any order
    #[arg(required_unless_present = "manifest", value_name = "SHARD")]
    pub(crate) shards: Vec<PathBuf>,

    /// The list that the shards judged: they are found beside the output
    ///
    /// None may be missing, and they must have judged exactly this list.
    #[arg(long, value_name = "LIST", conflicts_with = "shards", verbatim_doc_comment)]
    pub(crate) manifest: Option<PathBuf>,

    /// End with 0 where some files failed: for jobs that are to go on
    #[arg(long)]
    pub(crate) failures_ok: bool,

    /// Write to this file; its ending chooses the format: .csv, .jsonl, .parquet
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// No summary
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) side: SideArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct UndoArgs {
    /// The undo file of the run: FILE.undo.jsonl
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// No summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

impl ClassifyArgs {
    /// Which part of the inputs is ours: what the command line says, or else the array job that we are a child of.
    ///
    /// # Errors
    /// An array job that does not tell its size.
    pub(crate) fn shard(&self) -> anyhow::Result<Shard> {
        let variable = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
        let Some(index) = variable("AWS_BATCH_JOB_ARRAY_INDEX").filter(|_| self.shard.is_none()) else {
            return Ok(self.shard.unwrap_or(Shard::WHOLE));
        };
        let size = variable("AWS_BATCH_JOB_ARRAY_SIZE")
            .context("AWS_BATCH_JOB_ARRAY_INDEX is set, but not AWS_BATCH_JOB_ARRAY_SIZE; say which part to judge with --shard I/N")?;
        let parse = |text: &str| text.parse::<u64>().ok();
        match (parse(&index), parse(&size)) {
            (Some(index), Some(of)) if index < of => Ok(Shard { index, of }),
            _ => anyhow::bail!("AWS_BATCH_JOB_ARRAY_INDEX is {index} of {size}, which is no part of an array job"),
        }
    }

    /// Options that make no sense on standard output.
    ///
    /// # Errors
    /// Names the first.
    pub(crate) fn refuse_what_needs_a_file(&self) -> anyhow::Result<()> {
        let given = [(self.resume, "--resume"), (self.retry_errors, "--retry-errors"), (self.shard.is_some(), "--shard")];
        let side = self.side.given().map(|name| (true, name));
        match given.into_iter().chain(side).find(|(given, _)| *given) {
            Some((_, name)) => anyhow::bail!("{name} needs a file to write to; name one with -o"),
            None => Ok(()),
        }
    }

    /// How much is done at once, for a model with this manifest.
    pub(crate) fn breadth(&self, manifest: &Manifest) -> Breadth {
        let jobs = threads(self.jobs);
        let batch = self.engine.gathered(jobs);
        // A track has many pictures, ten seconds have one: what waits must fit into memory either way.
        let whole_tracks = self.all_windows() || manifest.front_end.needs() == Needs::WholeTrack;
        let ahead = if whole_tracks { 2 } else { 8 };
        // Tracks have as many pictures as they are long: of four batches gathered, one is padded at most.
        let batch = if whole_tracks && self.engine.fixed_batch().is_some_and(|fixed| fixed > 1) { 4 * batch } else { batch };
        // Who reads from S3 mostly waits: more threads, and as many pictures in memory.
        let remote = self.manifest.is_some() || self.inputs.iter().any(|input| crate::remote::is_s3(input));
        let (jobs, ahead) = if remote { (4 * jobs, usize::div_ceil(ahead, 4)) } else { (jobs, ahead) };
        Breadth { jobs, batch, ahead, whole: whole_tracks }
    }

    pub(crate) fn options(&self) -> genre::Options {
        genre::Options { start_s: self.start, raw: self.raw }
    }

    pub(crate) fn all_windows(&self) -> bool {
        self.windows == Windows::All
    }

    /// How progress is to be told; `None` when it is not.
    pub(crate) fn progress(&self) -> Option<Form> {
        let form = if self.quiet && self.progress == Form::Auto { Form::None } else { self.progress };
        (form != Form::None).then_some(form)
    }
}

#[derive(Debug, clap::Args)]
#[command(after_help = INSPECT_EXAMPLES)]
pub(crate) struct InspectArgs {
    /// The audio file
    #[arg(value_name = "FILE")]
    pub(crate) input: PathBuf,

    /// Write the normalised model input here: NumPy, float32, [C, H, W]
    #[arg(long, value_name = "OUT.npy")]
    pub(crate) pixels: Option<PathBuf>,

    /// Write the spectrogram here: grayscale PNG, low frequencies at the bottom
    #[arg(long, value_name = "OUT.png")]
    pub(crate) spectrogram: Option<PathBuf>,

    /// Look from this second of the file on
    #[arg(long, value_name = "SECONDS", default_value_t = 0.0, value_parser = seconds, hide_default_value = true, allow_negative_numbers = true)]
    pub(crate) start: f64,

    #[command(flatten)]
    pub(crate) model: ModelArgs,
}

#[derive(Debug, clap::Args)]
#[command(after_help = PROBE_EXAMPLES)]
pub(crate) struct ProbeArgs {
    #[command(flatten)]
    pub(crate) engine: EngineArgs,

    #[command(flatten)]
    pub(crate) model: ModelArgs,

    /// Threads that compute [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    /// Also measure this many runs over a whole batch
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub(crate) runs: u32,

    /// Tell it as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// Tell nothing; the exit code says it
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// As many as asked for, or one per core.
pub(crate) fn threads(jobs: Option<u16>) -> usize {
    jobs.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from)
}

#[derive(Debug, clap::Args)]
pub(crate) struct ModelArgs {
    /// Folder with model.json and its weights [default: the built-in model]
    #[arg(long = "model", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,

    /// Which weights of the model: f32, f16 or int8
    ///
    /// Without it the most precise; with cuda f16, where the model has it.
    #[arg(long, value_name = "P")]
    pub(crate) precision: Option<Precision>,
}

fn shard(text: &str) -> Result<Shard, String> {
    let numbers = text.split_once('/').and_then(|(number, of)| Some((number.parse::<u64>().ok()?, of.parse::<u64>().ok()?)));
    match numbers {
        Some((number, of)) if (1..=of).contains(&number) => Ok(Shard { index: number - 1, of }),
        _ => Err("a part and the number of parts are needed, e.g. 1/4 for the first of four".to_owned()),
    }
}

pub(crate) fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => Ok(seconds),
        _ => Err("a number of seconds from 0 up is needed, e.g. 90 or 12.5".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Args;

    #[test]
    fn the_grammar_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn help_fits_a_narrow_terminal() {
        let mut command = Args::command();
        for name in ["classify", "evaluate", "inspect", "merge", "pixels"] {
            let help = command.find_subcommand_mut(name).expect("it is declared above").render_long_help().to_string();
            let longest = help.lines().max_by_key(|line| line.len()).unwrap_or_default();
            assert!(longest.len() <= 96, "{longest}");
        }
    }
}
