//! Front end + engine + labels = report.

use std::time::Instant;

use crate::audio::{self, AudioInfo, Extent, Source};
use crate::engine::{Engine, EngineInfo};
use crate::error::{AudioError, EngineError, Error, ModelError};
use crate::front_end::{FrontEnd, View};
use crate::manifest::{Manifest, Needs};
use crate::model::Model;
use crate::report::{Confidence, ModelRef, Report, SILENT_ADVICE, Timings, scores, softmax, vote};
use crate::tract::TractEngine;

/// Pictures that the engine gets at once where nobody asks for another number: enough to keep many cores busy, and bounded where a long
/// track has hundreds (32 of a ViT-B/16 are 19 MB).
const AT_ONCE: usize = 32;

/// Judges recordings with one model. Made once, shared by threads.
pub struct Classifier {
    manifest: Manifest,
    model: ModelRef,
    front_end: FrontEnd,
    engine: Box<dyn Engine>,
    /// Judge every window of a recording, even where the model is made for one.
    all_windows: bool,
    /// Pictures that the engine gets at once.
    at_once: usize,
}

/// What to judge of a recording, and what to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options {
    /// Where the window begins, seconds; 0 for models that need the whole track.
    pub start_s: f64,
    /// Also tell the probabilities before calibration.
    pub raw: bool,
}

/// A recording on its way to the network.
#[derive(Clone, Debug)]
pub struct Clip {
    /// What the network will see.
    pub view: View,
    audio: AudioInfo,
    duration_s: Option<f64>,
    silent: bool,
    raw: bool,
    timings: Timings,
}

/// What has just been finished, in this order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage<'a> {
    /// The audio is decoded and resampled.
    AudioLoaded(&'a AudioInfo),
    /// The network's input is drawn.
    SpectrogramMade(&'a View),
    /// The network has run.
    InferenceDone,
    /// The probabilities are computed: the report follows.
    ProbabilitiesComputed,
}

impl Clip {
    /// What was heard.
    pub fn audio(&self) -> &AudioInfo {
        &self.audio
    }

    /// Length of the whole recording, seconds, where the container tells.
    pub fn duration_s(&self) -> Option<f64> {
        self.duration_s
    }

    /// True for digital silence: every sample of the window is zero.
    pub fn silent(&self) -> bool {
        self.silent
    }
}

impl Stage<'_> {
    /// A stable word: `audio`, `spectrogram`, `inference`, `probabilities`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AudioLoaded(_) => "audio",
            Self::SpectrogramMade(_) => "spectrogram",
            Self::InferenceDone => "inference",
            Self::ProbabilitiesComputed => "probabilities",
        }
    }
}

impl Classifier {
    /// Loads `model` into tract, which verifies its hash; `threads` is how many one call may use.
    ///
    /// # Errors
    /// [`ModelError`]: the bytes are not the manifest's, or cannot be run.
    pub fn new(model: &Model, threads: usize) -> Result<Self, ModelError> {
        Self::with_engine(model, Box::new(TractEngine::load(model, threads)?))
    }

    /// The same with an engine of one's own, which must run the model's network. The caller has verified the model.
    ///
    /// # Errors
    /// [`ModelError::Manifest`] when the front end is not known here.
    pub fn with_engine(model: &Model, engine: Box<dyn Engine>) -> Result<Self, ModelError> {
        let manifest = model.manifest.clone();
        Ok(Self {
            front_end: FrontEnd::new(&manifest.front_end, &manifest.architecture)?,
            model: ModelRef { id: manifest.id.clone(), sha256: model.file.sha256.clone(), precision: model.file.precision },
            manifest,
            engine,
            all_windows: false,
            at_once: AT_ONCE,
        })
    }

    /// The same classifier, judging every window of a recording: the answer is the mean of their probabilities, and the report tells
    /// what each of them says. Models that judge whole tracks do so anyway.
    pub fn with_all_windows(self) -> Self {
        Self { all_windows: true, ..self }
    }

    /// The same classifier, handing its engine at most `pictures` at once, at least 1: what an engine of a fixed batch takes.
    pub fn with_batch(self, pictures: usize) -> Self {
        Self { at_once: pictures.max(1), ..self }
    }

    /// What the model says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The file that answers.
    pub fn model(&self) -> &ModelRef {
        &self.model
    }

    /// What it runs on.
    pub fn engine(&self) -> &EngineInfo {
        self.engine.info()
    }

    /// Judges one recording.
    ///
    /// # Errors
    /// [`Error`]; audio that cannot be judged is [`Error::Audio`].
    pub fn classify(&self, source: Source, options: &Options) -> Result<Report, Error> {
        self.classify_in_stages(source, options, &mut |_| ()).map(|(report, _)| report)
    }

    /// Judges one recording and tells each stage as it completes; also gives back what the network saw.
    ///
    /// # Errors
    /// As [`Self::classify`].
    pub fn classify_in_stages(
        &self,
        source: Source,
        options: &Options,
        on_stage: &mut dyn FnMut(Stage<'_>),
    ) -> Result<(Report, View), Error> {
        let clip = self.prepare(source, options, on_stage)?;
        let report = self.judge_in_stages(std::slice::from_ref(&clip), on_stage)?.pop();
        let report = report.ok_or_else(|| EngineError::Run("no answer for one clip".to_owned()))?;
        Ok((report, clip.view))
    }

    /// Bytes to pixels: everything before the network.
    ///
    /// # Errors
    /// [`AudioError`].
    pub fn prepare(&self, source: Source, options: &Options, on_stage: &mut dyn FnMut(Stage<'_>)) -> Result<Clip, AudioError> {
        let begin = Instant::now();
        let seconds = match self.front_end.needs() {
            Needs::Head { .. } if self.all_windows => None,
            Needs::Head { seconds } => Some(seconds),
            Needs::WholeTrack if options.start_s != 0.0 => {
                return Err(AudioError::BadOption("this model judges the whole track; leave start out".to_owned()));
            }
            Needs::WholeTrack => None,
        };
        let extent = Extent { start_s: options.start_s, seconds };
        let loaded = audio::load(source, extent, self.front_end.sample_rate_hz())?;
        if loaded.samples.is_empty() {
            return Err(AudioError::NoSamples);
        }
        let silent = loaded.samples.iter().all(|&sample| sample == 0.0);
        let samples = loaded.samples.len();
        let mut window = if self.all_windows { self.front_end.judged_all(samples) } else { self.front_end.judged(samples) };
        window.start_s += options.start_s;
        let audio = AudioInfo { codec: loaded.codec, sample_rate_hz: loaded.source_rate_hz, channels: loaded.channels, window };
        let decode = begin.elapsed();
        on_stage(Stage::AudioLoaded(&audio));

        let mut view = if self.all_windows { self.front_end.view_all(loaded.samples)? } else { self.front_end.view(loaded.samples)? };
        view.spans.iter_mut().for_each(|span| span.start_s += options.start_s);
        let total = begin.elapsed();
        on_stage(Stage::SpectrogramMade(&view));
        let timings = Timings { decode: ms(decode), spectrogram: ms(total - decode), inference: 0.0, total: ms(total) };
        Ok(Clip { view, audio, duration_s: loaded.duration_s, silent, raw: options.raw, timings })
    }

    /// Pixels to reports, the windows of all clips side by side. The same clip gives the same bits in any company.
    ///
    /// # Errors
    /// [`EngineError`].
    pub fn judge(&self, clips: &[Clip]) -> Result<Vec<Report>, Error> {
        self.judge_in_stages(clips, &mut |_| ())
    }

    fn judge_in_stages(&self, clips: &[Clip], on_stage: &mut dyn FnMut(Stage<'_>)) -> Result<Vec<Report>, Error> {
        let begin = Instant::now();
        let size = self.manifest.architecture.pixels();
        let pictures: Vec<&[f32]> = clips.iter().flat_map(|clip| clip.view.pixels.chunks_exact(size)).collect();
        let mut logits = Vec::with_capacity(pictures.len() * self.manifest.architecture.classes());
        for batch in pictures.chunks(self.at_once) {
            logits.extend(self.engine.run(batch)?.logits);
        }
        let share = microseconds(ms(begin.elapsed()) / clips.len().max(1) as f64);
        on_stage(Stage::InferenceDone);
        let classes = self.manifest.architecture.classes();
        let mut logits = logits.chunks_exact(classes);
        let reports = clips
            .iter()
            .map(|clip| self.report(clip, &logits.by_ref().take(clip.view.windows).collect::<Vec<_>>(), share))
            .collect::<Result<_, _>>()?;
        on_stage(Stage::ProbabilitiesComputed);
        Ok(reports)
    }

    fn report(&self, clip: &Clip, logits: &[&[f32]], inference: f64) -> Result<Report, Error> {
        let probabilities: Vec<Vec<f32>> = logits.iter().map(|logits| softmax(logits, self.manifest.temperature)).collect();
        let raw = clip.raw.then(|| mean(&logits.iter().map(|logits| softmax(logits, 1.0)).collect::<Vec<_>>()));
        let scores = scores(&self.manifest, &mean(&probabilities), raw.as_deref())?;
        let several = !clip.view.spans.is_empty();
        let (windows, vote) = several.then(|| vote(&self.manifest, &clip.view.spans, &probabilities)).transpose()?.unzip();
        let first = scores.first().ok_or_else(|| ModelError::Manifest("no labels".to_owned()))?;
        let confidence = if clip.silent { Confidence::Atypical } else { Confidence::of(first.probability) };
        let timings = Timings { inference, total: microseconds(clip.timings.total + inference), ..clip.timings };
        Ok(Report {
            name: None,
            genre: first.genre.clone(),
            probability: first.probability,
            confidence,
            advice: if clip.silent { SILENT_ADVICE } else { confidence.advice() },
            silent: clip.silent,
            audio: clip.audio.clone(),
            duration_s: clip.duration_s,
            model: self.model.clone(),
            engine: self.engine.info().to_string(),
            notice: self.manifest.notice.clone(),
            timings_ms: Some(timings),
            spectrogram: None,
            logits: logits.iter().map(|logits| logits.to_vec()).collect(),
            scores,
            windows,
            vote,
        })
    }
}

/// Milliseconds, to the microsecond: more digits would be noise.
fn ms(duration: std::time::Duration) -> f64 {
    microseconds(duration.as_secs_f64() * 1e3)
}

fn microseconds(ms: f64) -> f64 {
    (ms * 1e3).round() / 1e3
}

/// Mean of the windows' probabilities, per label.
fn mean(windows: &[Vec<f32>]) -> Vec<f32> {
    let (first, others) = windows.split_first().map_or((Vec::new(), windows), |(first, others)| (first.clone(), others));
    let sum = others.iter().fold(first, |mut sum, window| {
        sum.iter_mut().zip(window).for_each(|(sum, probability)| *sum += probability);
        sum
    });
    sum.into_iter().map(|sum| sum / windows.len() as f32).collect()
}
