//! One answer as the journal keeps it: everything that only the run can know, and nothing that follows from the model's manifest.
//!
//! Numbers of floating point are kept as their bits. What is read back is what was written, to the last bit, whatever a reader of decimals
//! makes of them, so that tables come out the same with and without an interruption.

use genre::audio::{AudioInfo, Window};
use genre::report::{Confidence, ModelRef, SILENT_ADVICE, Timings, Vote, WindowScore, scores};
use genre::{Manifest, ModelError, Report};
use serde::{Deserialize, Serialize};

/// An answer without what the manifest knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// Probabilities in the order of the labels.
    probabilities: Vec<F32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    raw: Option<Vec<F32>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    silent: bool,
    codec: String,
    rate: u32,
    channels: usize,
    start: F64,
    seconds: F64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    looped: bool,
    duration: Option<F64>,
    /// Where a window begins, how long it is, the index of its first label, and that label's probability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    windows: Option<Vec<(F64, F64, usize, F32)>>,
    /// Label, windows for it, all windows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vote: Option<(usize, usize, usize)>,
    engine: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    timings: Option<[F64; 4]>,
}

/// The bits of a number of single precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct F32(u32);

/// The bits of a number of double precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct F64(u64);

impl From<f32> for F32 {
    fn from(value: f32) -> Self {
        Self(value.to_bits())
    }
}

impl From<f64> for F64 {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

impl F32 {
    fn value(self) -> f32 {
        f32::from_bits(self.0)
    }
}

impl F64 {
    fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl Answer {
    /// What of a report is kept; `timings` only where they are wanted, since no two runs share them.
    pub(crate) fn of(report: &Report, manifest: &Manifest, timings: bool) -> Self {
        let index = |name: &str| manifest.labels.iter().position(|label| label.name == name).unwrap_or(usize::MAX);
        let score = |name: &str| report.scores.iter().find(|score| score.genre == name);
        let labels = || manifest.labels.iter().map(|label| score(&label.name));
        let audio = &report.audio;
        let timed = |Timings { decode, spectrogram, inference, total }: Timings| [decode, spectrogram, inference, total].map(F64::from);
        Self {
            probabilities: labels().map(|score| score.map_or(0.0, |score| score.probability).into()).collect(),
            raw: labels().map(|score| score.and_then(|score| score.raw_probability).map(F32::from)).collect(),
            silent: report.silent,
            codec: audio.codec.clone(),
            rate: audio.sample_rate_hz,
            channels: audio.channels,
            start: audio.window.start_s.into(),
            seconds: audio.window.seconds.into(),
            looped: audio.window.looped,
            duration: report.duration_s.map(F64::from),
            windows: report.windows.as_ref().map(|windows| {
                let kept =
                    |window: &WindowScore| (window.start_s.into(), window.seconds.into(), index(&window.genre), window.probability.into());
                windows.iter().map(kept).collect()
            }),
            vote: report.vote.as_ref().map(|vote| (index(&vote.genre), vote.windows, vote.of)),
            engine: report.engine.clone(),
            timings: report.timings_ms.filter(|_| timings).map(timed),
        }
    }

    /// The report that it was made of.
    ///
    /// # Errors
    /// The answer is not one of this model.
    pub(crate) fn report(&self, manifest: &Manifest, model: &ModelRef) -> Result<Report, ModelError> {
        let values = |bits: &[F32]| bits.iter().map(|bits| bits.value()).collect::<Vec<_>>();
        let name = |index: usize| manifest.labels.get(index).map(|label| label.name.clone()).unwrap_or_default();
        let raw = self.raw.as_deref().map(values);
        let scores = scores(manifest, &values(&self.probabilities), raw.as_deref())?;
        let first = scores.first().ok_or_else(|| ModelError::Manifest("no labels".to_owned()))?;
        let confidence = if self.silent { Confidence::Atypical } else { Confidence::of(first.probability) };
        let window = Window { start_s: self.start.value(), seconds: self.seconds.value(), looped: self.looped };
        let windows = self.windows.as_ref().map(|windows| {
            let told = |&(start_s, seconds, label, probability): &(F64, F64, usize, F32)| WindowScore {
                start_s: start_s.value(),
                seconds: seconds.value(),
                genre: name(label),
                probability: probability.value(),
            };
            windows.iter().map(told).collect()
        });
        Ok(Report {
            name: None,
            genre: first.genre.clone(),
            probability: first.probability,
            confidence,
            advice: if self.silent { SILENT_ADVICE } else { confidence.advice() },
            silent: self.silent,
            audio: AudioInfo { codec: self.codec.clone(), sample_rate_hz: self.rate, channels: self.channels, window },
            duration_s: self.duration.map(F64::value),
            model: model.clone(),
            engine: self.engine.clone(),
            notice: manifest.notice.clone(),
            timings_ms: self.timings.map(|timings| {
                let [decode, spectrogram, inference, total] = timings.map(F64::value);
                Timings { decode, spectrogram, inference, total }
            }),
            spectrogram: None,
            // Nobody asks a journal for them.
            logits: Vec::new(),
            windows,
            vote: self.vote.map(|(label, windows, of)| Vote { genre: name(label), windows, of }),
            scores,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;
    use crate::table::tests::{manifest, report};

    #[test]
    fn a_report_comes_back_to_the_last_bit() {
        let manifest = manifest();
        let mut all = report();
        all.name = None;
        all.notice = manifest.notice.clone();
        all.windows = Some(vec![genre::report::WindowScore { start_s: 0.1, seconds: 11.4, genre: "Folk".to_owned(), probability: 0.1 }]);
        all.timings_ms = Some(genre::report::Timings { decode: 0.1, spectrogram: 0.2, inference: 1e-7, total: 1.0 / 3.0 });
        // All labels, as a real answer has them.
        all.scores = genre::report::scores(&manifest, &[0.062_5; 16], Some(&[0.1; 16])).expect("sixteen of sixteen");
        all.genre = all.scores[0].genre.clone();
        all.probability = all.scores[0].probability;
        all.confidence = genre::report::Confidence::of(all.probability);
        all.advice = all.confidence.advice();
        let line = serde_json::to_string(&Answer::of(&all, &manifest, true)).expect("plain data");
        let back: Answer = serde_json::from_str(&line).expect("it was just written");
        assert_eq!(back.report(&manifest, &all.model).expect("the same model"), all);
        let untimed = Answer::of(&all, &manifest, false);
        assert_eq!(untimed.report(&manifest, &all.model).expect("the same model").timings_ms, None);
    }
}
