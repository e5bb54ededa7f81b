//! The command line's grammar and its help: the tool should be learnt from here.

use std::path::PathBuf;

use genre::manifest::Precision;

const TOP_EXAMPLES: &str = "\
Examples:
  acousticsense classify song.mp3                  one answer, as a table
  acousticsense classify Music/ -o genres.csv      a whole archive, as a spreadsheet
  acousticsense classify *.flac | jq .genre        JSON Lines for other programs
  acousticsense inspect song.mp3 --spectrogram song.png

Exit codes:
  0  every file was answered
  1  some files failed; the ledger or standard error says which and why
  2  the command line makes no sense, or nothing could run";

const CLASSIFY_EXAMPLES: &str = "\
What comes out:
  on a terminal       a table: headline, how far to trust it, the top five
  into a pipe         JSON Lines, one report per file
  -o FILE.csv         one row per file, all probabilities (opens in Excel)
  -o FILE.jsonl       the same as JSON Lines
  Rows stand in the order of the inputs, whatever --jobs is. The file appears
  under its name only when it is complete. Files that fail go to
  FILE.errors.csv (path, kind, reason) and never stop the run.

How far to trust it:
  confident  above 0.7     the genre can be taken as it is
  contested  0.4 to 0.7    other genres compete, compare the first few
  atypical   below 0.4     unusual or poor audio (or silence)

Examples:
  acousticsense classify song.mp3
  acousticsense classify Music/ more/*.ogg -o genres.csv
  acousticsense classify talk.mp3 --start 90
  acousticsense classify Music/ --model models/mine -o genres.jsonl --jobs 8

Names: a file name that is not UTF-8 is written as the shell would quote it,
e.g. $'caf\\351.mp3', so that it can be pasted back.

Exit codes: 0 all done, 1 some files failed, 2 usage or nothing could run.";

const INSPECT_EXAMPLES: &str = "\
Examples:
  acousticsense inspect song.mp3
  acousticsense inspect song.mp3 --start 30 --spectrogram song.png
  acousticsense inspect song.mp3 --pixels song.npy
  python -c 'import numpy; print(numpy.load(\"song.npy\").shape)'

Exit codes: 0 done, 1 the file cannot be judged, 2 usage or nothing could run.";

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
    /// Show what the model will see of a file
    Inspect(InspectArgs),
    /// Print the licences of what this program is built from
    Notices,
}

#[derive(Debug, clap::Args)]
#[command(after_help = CLASSIFY_EXAMPLES)]
pub(crate) struct ClassifyArgs {
    /// Audio files (MP3, WAV, FLAC, Ogg Vorbis, M4A, AIFF) and folders
    ///
    /// Folders are walked through in sorted order. What a file is called does
    /// not matter, what is in it does: in folders, files that neither begin
    /// like audio nor are named like it are skipped and counted. Hidden files
    /// and links to folders are left out.
    #[arg(required = true, value_name = "FILE", verbatim_doc_comment)]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write to this file; its ending chooses the format: .csv or .jsonl
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) model: ModelArgs,

    /// Files judged at once; threads for a single one [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    /// Judge from this second of each file on
    #[arg(long, value_name = "SECONDS", default_value_t = 0.0, value_parser = seconds, hide_default_value = true, allow_negative_numbers = true)]
    pub(crate) start: f64,

    /// Also tell the probabilities before calibration
    #[arg(long)]
    pub(crate) raw: bool,

    /// Also write how long each step took (such files are never the same twice)
    #[arg(long)]
    pub(crate) timings: bool,

    /// No progress bar, no summary, no notices; only answers and failures
    #[arg(short, long)]
    pub(crate) quiet: bool,
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
pub(crate) struct ModelArgs {
    /// Folder with model.json and its weights [default: the built-in model]
    #[arg(long = "model", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,

    /// Which weights of the model: f32, f16 or int8 [default: the most precise]
    #[arg(long, value_name = "P")]
    pub(crate) precision: Option<Precision>,
}

fn seconds(text: &str) -> Result<f64, String> {
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
        for name in ["classify", "inspect"] {
            let help = command.find_subcommand_mut(name).expect("it is declared above").render_long_help().to_string();
            let longest = help.lines().max_by_key(|line| line.len()).unwrap_or_default();
            assert!(longest.len() <= 96, "{longest}");
        }
    }
}
