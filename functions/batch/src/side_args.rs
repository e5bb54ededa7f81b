//! Options for what is made of the answers besides the table.

use std::path::{Path, PathBuf};

use genre::Manifest;

use crate::destination::beside;
use crate::finish::Extra;
use crate::sides::{Choice, LabelTracks, Playlists};
use crate::tags::TagWriter;

/// What is made of the answers besides the table.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "For people who sort music (with -o)")]
pub(crate) struct SideArgs {
    /// Write one M3U8 playlist per genre into this folder
    #[arg(long, value_name = "DIR")]
    playlists: Option<PathBuf>,

    /// Write what each window says as a label track for Audacity, one per file
    #[arg(long, value_name = "DIR")]
    label_tracks: Option<PathBuf>,

    /// Write genre and probabilities into the files' own tags
    ///
    /// A dry run unless =yes is said: then nothing is written, and what would
    /// be is told. MP3, FLAC, Ogg Vorbis, MP4, WAV and AIFF; all other tags and
    /// the audio stay as they are. What was there goes to FILE.undo.jsonl. A
    /// file where something else would be lost is left alone, and has failed.
    #[arg(long, value_name = "HOW", num_args = 0..=1, require_equals = true, default_missing_value = "dry-run", verbatim_doc_comment)]
    write_tags: Option<WriteTags>,

    /// Only act on answers of at least this probability (the table has all)
    #[arg(long, value_name = "P", default_value_t = 0.0, value_parser = probability, hide_default_value = true)]
    min_confidence: f32,

    /// Own names of genres for playlists and tags: a CSV of two columns
    ///
    /// Our genre, then one's own name; several may share one, an empty one
    /// leaves the genre out, those that are not listed keep their names.
    #[arg(long, value_name = "FILE", verbatim_doc_comment)]
    genre_names: Option<PathBuf>,
}

/// Whether tags are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum WriteTags {
    /// Tell what would be written
    DryRun,
    /// Write it
    Yes,
}

impl SideArgs {
    /// The first option of these that was given.
    pub(crate) fn given(&self) -> Option<&'static str> {
        let given = [
            (self.playlists.is_some(), "--playlists"),
            (self.label_tracks.is_some(), "--label-tracks"),
            (self.write_tags.is_some(), "--write-tags"),
            (self.min_confidence > 0.0, "--min-confidence"),
            (self.genre_names.is_some(), "--genre-names"),
        ];
        given.into_iter().find(|(given, _)| *given).map(|(_, name)| name)
    }

    /// Whether the files' own tags are to be written, or told as if they were.
    pub(crate) fn writes_tags(&self) -> bool {
        self.write_tags.is_some()
    }

    /// What is to be made of the answers besides the table at `table`.
    ///
    /// # Errors
    /// It cannot be.
    pub(crate) fn extras(&self, manifest: &Manifest, table: &Path) -> anyhow::Result<Vec<Box<dyn Extra>>> {
        let names = self.genre_names.as_deref().map(|place| Choice::names_of(place, manifest)).transpose()?.unwrap_or_default();
        let choice = Choice { least: self.min_confidence, names };
        let mut extras: Vec<Box<dyn Extra>> = Vec::new();
        if let Some(folder) = &self.playlists {
            extras.push(Box::new(Playlists::new(folder, choice.clone(), manifest)?));
        }
        if let Some(folder) = &self.label_tracks {
            extras.push(Box::new(LabelTracks { folder: folder.clone(), written: 0, failed: 0 }));
        }
        match self.write_tags {
            Some(WriteTags::Yes) => extras.push(Box::new(TagWriter::writing(choice, beside(table, ".undo.jsonl")))),
            Some(WriteTags::DryRun) => extras.push(Box::new(TagWriter::dry(choice))),
            None => {}
        }
        Ok(extras)
    }
}

fn probability(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("a probability from 0 to 1 is needed, e.g. 0.7".to_owned()),
    }
}
