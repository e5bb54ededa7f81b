//! What `acousticsense evaluate` may be asked.

use std::path::PathBuf;

use crate::args::ModelArgs;
use crate::progress::Form;

const EXAMPLES: &str = "\
What may be named:
  a folder with one folder per genre, or a CSV table with the columns path
  and label (paths count from the table's folder)

Names of genres are compared without case, accents, spaces and punctuation:
hiphop is Hip-Hop. Others are put right by --map, a CSV of two columns:
their name, the model's name; an empty one leaves the files out.

Examples:
  acousticsense evaluate Music/
  acousticsense evaluate labels.csv --model models/mine -o report.json
  acousticsense evaluate Music/ --map names.csv --confusion-matrix matrix.svg
  acousticsense evaluate held-out.csv --model models/mine --fit-temperature

Exit codes: 0 all files judged, 1 some files failed (standard error says which
and why), 2 usage, unknown labels or nothing could run.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EvaluateArgs {
    /// Folder with one folder per genre, or CSV table with path and label
    #[arg(value_name = "DIR|labels.csv")]
    pub(super) collection: PathBuf,

    /// Write everything that was measured here, as JSON
    #[arg(short, long, value_name = "FILE.json")]
    pub(super) output: Option<PathBuf>,

    /// Draw the confusion matrix here
    #[arg(long, value_name = "FILE.svg")]
    pub(super) confusion_matrix: Option<PathBuf>,

    /// Names of genres: a CSV of two columns, the collection's and the model's
    #[arg(long, value_name = "FILE.csv")]
    pub(super) map: Option<PathBuf>,

    /// Leave out files whose label is no genre of the model, and count them
    #[arg(long)]
    pub(super) skip_unknown: bool,

    /// Judge all windows of a track; its answer is their mean
    #[arg(long, value_name = "WHICH", default_value = "first")]
    pub(super) windows: Windows,

    /// Fit the softmax temperature and write it into DIR/model.json
    ///
    /// It makes the probabilities of these files as likely as one number can.
    /// Only on files that the model has not learnt from; needs --model.
    #[arg(long, verbatim_doc_comment)]
    pub(super) fit_temperature: bool,

    #[command(flatten)]
    pub(super) model: ModelArgs,

    /// Threads that decode, and as many that compute [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) jobs: Option<u16>,

    /// How to tell how far the run is
    #[arg(long, value_name = "FORM", default_value = "auto")]
    pub(super) progress: Form,
}

/// Which windows of a track are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Windows {
    /// As many as the model was made for
    First,
    /// All of the track
    All,
}
