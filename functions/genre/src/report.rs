//! The answer: scores, families, confidence, as JSON and CSV.

use std::cmp::Ordering;

use serde::Serialize;

use crate::audio::AudioInfo;
use crate::error::ModelError;
use crate::front_end::Span;
use crate::manifest::{Manifest, Precision};

/// Above this probability an answer may be trusted.
pub const CONFIDENT_ABOVE: f32 = 0.7;
/// Below this probability the input is atypical or of poor quality.
pub const ATYPICAL_BELOW: f32 = 0.4;

/// What is known about one piece of audio after it was judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The file's name, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The most probable label.
    pub genre: String,
    /// Its probability.
    pub probability: f32,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The same in a sentence.
    pub advice: &'static str,
    /// True for digital silence: every sample of the window is zero.
    pub silent: bool,
    /// All labels, the most probable first.
    pub scores: Vec<Score>,
    /// What the network answered for each window, before the softmax, in label order; not written anywhere, for those who measure.
    #[serde(skip)]
    pub logits: Vec<Vec<f32>>,
    /// The windows of a track, for models that judge several; `probability` and `scores` are the means of theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows: Option<Vec<WindowScore>>,
    /// What most of the windows say, for models that judge several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// What was heard.
    pub audio: AudioInfo,
    /// Length of the whole recording in seconds; `null` when the container does not tell.
    pub duration_s: Option<f64>,
    /// What judged it.
    pub model: ModelRef,
    /// What the model ran on, e.g. `tract 0.23.9 (cpu, avx512)`.
    pub engine: String,
    /// The model's own warning, e.g. that it is untrained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// How long it took; left out of files that should be reproducible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timings_ms: Option<Timings>,
    /// The grayscale spectrogram as a `data:image/png` URI, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spectrogram: Option<String>,
}

/// One label's share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// The label.
    pub genre: String,
    /// The name of its family.
    pub family: String,
    /// Its probability; all of them add up to 1.
    pub probability: f32,
    /// The probability before calibration (temperature 1), where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_probability: Option<f32>,
}

/// What one window of a track says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WindowScore {
    /// Where it begins, seconds.
    pub start_s: f64,
    /// How much of the recording it holds, seconds.
    pub seconds: f64,
    /// Its most probable label.
    pub genre: String,
    /// Its probability in this window, calibrated.
    pub probability: f32,
}

/// The label that is the most probable one in most windows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vote {
    /// The label; of several with equally many windows, the one with the lowest index.
    pub genre: String,
    /// Windows in which it is the most probable label.
    pub windows: usize,
    /// All windows.
    pub of: usize,
}

/// How far to trust an answer, by the probability of its first label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Above [`CONFIDENT_ABOVE`].
    Confident,
    /// In between: other genres compete.
    Contested,
    /// Below [`ATYPICAL_BELOW`], or silence.
    Atypical,
}

impl Confidence {
    /// The word for a probability.
    pub fn of(probability: f32) -> Self {
        if probability > CONFIDENT_ABOVE {
            Self::Confident
        } else if probability >= ATYPICAL_BELOW {
            Self::Contested
        } else {
            Self::Atypical
        }
    }

    /// The word itself, as in JSON and CSV.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confident => "confident",
            Self::Contested => "contested",
            Self::Atypical => "atypical",
        }
    }

    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Confident => "The model is sure of this genre; it can be taken as it is.",
            Self::Contested => "Other genres compete; listen yourself and compare the first few.",
            Self::Atypical => "The input is atypical for this model, or of poor quality; do not rely on this answer.",
        }
    }
}

/// What [`Report::advice`] says of digital silence.
pub const SILENT_ADVICE: &str = "The audio is digital silence; there is nothing to judge.";

/// The model that answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelRef {
    /// The manifest's id.
    pub id: String,
    /// SHA-256 of the file of weights.
    pub sha256: String,
    /// Number format of the weights.
    pub precision: Precision,
}

/// Wall-clock milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Timings {
    /// Reading, decoding and resampling.
    pub decode: f64,
    /// Samples to pixels.
    pub spectrogram: f64,
    /// Pixels to logits; in a batch, this file's share.
    pub inference: f64,
    /// All of it.
    pub total: f64,
}

/// Softmax of `logits / temperature`, computed in f64 from the largest logit down so that nothing overflows.
pub fn softmax(logits: &[f32], temperature: f32) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let temperature = f64::from(temperature);
    let powers: Vec<f64> = logits.iter().map(|&logit| (f64::from(logit - max) / temperature).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.iter().map(|power| (power / sum) as f32).collect()
}

/// All labels with their probabilities, the most probable first; equal ones in label order.
///
/// `probabilities` and, where wanted, `raw` hold one value per label of `manifest`.
///
/// # Errors
/// [`ModelError::Manifest`] when their number differs.
pub fn scores(manifest: &Manifest, probabilities: &[f32], raw: Option<&[f32]>) -> Result<Vec<Score>, ModelError> {
    let labels = manifest.labels.len();
    if probabilities.len() != labels || raw.is_some_and(|raw| raw.len() != labels) {
        return Err(ModelError::Manifest(format!("{labels} labels, but the network gives {} values", probabilities.len())));
    }
    let mut scores: Vec<Score> = (manifest.labels.iter().zip(probabilities).enumerate())
        .map(|(index, (label, &probability))| Score {
            genre: label.name.clone(),
            family: manifest.family_of(index).map(|family| family.name.clone()).unwrap_or_default(),
            probability,
            raw_probability: raw.map(|raw| raw[index]),
        })
        .collect();
    scores.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    Ok(scores)
}

/// What every window says by itself, and what most of them say. `spans` and `probabilities` hold one entry per window.
///
/// Equal probabilities and equal votes go to the lower label index.
///
/// # Errors
/// [`ModelError::Manifest`] when a window has another number of probabilities than there are labels.
pub fn vote(manifest: &Manifest, spans: &[Span], probabilities: &[Vec<f32>]) -> Result<(Vec<WindowScore>, Vote), ModelError> {
    let mut votes = vec![0; manifest.labels.len()];
    let mut windows = Vec::with_capacity(spans.len());
    for (span, probabilities) in spans.iter().zip(probabilities) {
        let (first, probability) = largest(probabilities.iter().copied(), f32::total_cmp).unwrap_or_default();
        let (Some(votes), Some(label)) = (votes.get_mut(first), manifest.labels.get(first)) else {
            return Err(ModelError::Manifest(format!("{} labels, but the network gives more values", manifest.labels.len())));
        };
        *votes += 1;
        windows.push(WindowScore { start_s: span.start_s, seconds: span.seconds, genre: label.name.clone(), probability });
    }
    let (first, most) = largest(votes.into_iter(), usize::cmp).unwrap_or_default();
    let genre = manifest.labels.get(first).map(|label| label.name.clone()).unwrap_or_default();
    let vote = Vote { genre, windows: most, of: windows.len() };
    Ok((windows, vote))
}

/// The largest value with its index; the first of equal ones.
fn largest<T>(values: impl Iterator<Item = T>, order: impl Fn(&T, &T) -> Ordering) -> Option<(usize, T)> {
    // `max_by` keeps the last of equal ones.
    values.enumerate().max_by(|(i, a), (j, b)| order(a, b).then(j.cmp(i)))
}

/// The header of [`csv_row`]: fixed columns, then one column per label in index order.
///
/// Every row of one table comes from one model, so that the columns mean the same in each.
pub fn csv_header(manifest: &Manifest) -> Vec<String> {
    let fixed = [
        "name",
        "genre",
        "probability",
        "confidence",
        "family",
        "silent",
        "codec",
        "sample_rate_hz",
        "channels",
        "duration_s",
        "window_start_s",
        "window_s",
        "looped",
        "model",
        "model_sha256",
        "precision",
        "engine",
    ];
    fixed.iter().map(|&name| name.to_owned()).chain(manifest.labels.iter().map(|label| plain_cell(&label.name))).collect()
}

/// One report as a row under [`csv_header`].
pub fn csv_row(report: &Report, manifest: &Manifest) -> Vec<String> {
    let audio = &report.audio;
    let family = report.scores.first().map(|score| score.family.clone()).unwrap_or_default();
    let mut row = vec![
        plain_cell(report.name.as_deref().unwrap_or_default()),
        plain_cell(&report.genre),
        report.probability.to_string(),
        report.confidence.as_str().to_owned(),
        plain_cell(&family),
        report.silent.to_string(),
        audio.codec.clone(),
        audio.sample_rate_hz.to_string(),
        audio.channels.to_string(),
        report.duration_s.map(|seconds| format!("{seconds:.3}")).unwrap_or_default(),
        audio.window.start_s.to_string(),
        audio.window.seconds.to_string(),
        audio.window.looped.to_string(),
        report.model.id.clone(),
        report.model.sha256.clone(),
        report.model.precision.to_string(),
        report.engine.clone(),
    ];
    for label in &manifest.labels {
        let score = report.scores.iter().find(|score| score.genre == label.name);
        row.push(score.map(|score| score.probability.to_string()).unwrap_or_default());
    }
    row
}

/// A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe in front.
pub fn plain_cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// Reports as a CSV table with its header (RFC 4180).
///
/// # Errors
/// Only what the writer itself can refuse; writing to memory cannot fail in practice.
pub fn csv_table(reports: &[Report], manifest: &Manifest) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(csv_header(manifest))?;
    for report in reports {
        writer.write_record(csv_row(report, manifest))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}
