//! The front end of the specification: ten seconds, 128 mel bands in decibels, resized to a square, normalised.
//!
//! The order is the original's: spectrogram → dB below the clip's maximum → antialiased resize → `(dB − mean) / std`. Row 0 holds the
//! lowest frequencies. A network with three channels gets the same picture three times.

use std::ops::Range;

use super::resize::Resize;
use super::{Span, View};
use crate::audio::{Window, repeat_to};
use crate::manifest::{Architecture, ArticleSpec};
use crate::mel::{MelSpectrogram, Spectrogram};
use crate::picture::Picture;

pub(super) struct Article {
    window: usize,
    mel: MelSpectrogram,
    resize: Resize,
    image: usize,
    channels: usize,
    mean_db: f32,
    std_db: f32,
    top_db: f32,
}

impl Article {
    pub(super) fn new(spec: &ArticleSpec, architecture: &Architecture) -> Self {
        let window = (spec.window_s * f64::from(spec.sample_rate_hz)) as usize;
        let frames = 1 + window / spec.mel.hop_length;
        let image = architecture.image;
        Self {
            window,
            mel: MelSpectrogram::new(&spec.mel, spec.sample_rate_hz),
            resize: Resize::new((spec.mel.mel_bands, frames), (image, image)),
            image,
            channels: architecture.channels,
            mean_db: spec.mean_db,
            std_db: spec.std_db,
            top_db: spec.mel.top_db,
        }
    }

    /// The part of a recording of `samples` at `sample_rate_hz` that is judged.
    pub(super) fn judged(&self, samples: usize, sample_rate_hz: u32) -> Window {
        let seconds = samples.min(self.window) as f64 / f64::from(sample_rate_hz);
        Window { start_s: 0.0, seconds, looped: samples < self.window }
    }

    /// The same for [`Self::view_all`].
    pub(super) fn judged_all(&self, samples: usize, sample_rate_hz: u32) -> Window {
        let seconds = self.windows(samples).map(|window| window.len()).sum::<usize>() as f64 / f64::from(sample_rate_hz);
        Window { start_s: 0.0, seconds, looped: samples < self.window }
    }

    /// Every window, the last one possibly short.
    fn windows(&self, samples: usize) -> impl Iterator<Item = Range<usize>> {
        let windows = (0..samples).step_by(self.window).map(move |from| from..samples.min(from + self.window));
        windows.filter(|window| window.start == 0 || 2 * window.len() >= self.window)
    }

    pub(super) fn view_all(&self, samples: &[f32], sample_rate_hz: u32) -> View {
        let mut all: Option<View> = None;
        let mut spans = Vec::new();
        for window in self.windows(samples.len()) {
            let seconds = |samples: usize| samples as f64 / f64::from(sample_rate_hz);
            spans.push(Span { start_s: seconds(window.start), seconds: seconds(window.len()) });
            let view = self.view(samples[window].to_vec());
            match &mut all {
                Some(all) => all.pixels.extend(view.pixels),
                None => all = Some(view),
            }
        }
        let first = all.unwrap_or_else(|| self.view(Vec::new()));
        View { windows: spans.len(), spans, ..first }
    }

    /// A window's power on a logarithmic scale, before anything is held against its maximum.
    pub(super) fn log_power(&self, mut samples: Vec<f32>) -> Spectrogram {
        repeat_to(&mut samples, self.window);
        self.mel.log_power(&samples)
    }

    pub(super) fn view(&self, mut samples: Vec<f32>) -> View {
        let looped = repeat_to(&mut samples, self.window);
        let mut decibels = self.resize.run(&self.mel.decibels(&samples).values);
        let picture = Picture::of_decibels(&decibels, self.image, self.image, self.top_db);
        decibels.iter_mut().for_each(|value| *value = (*value - self.mean_db) / self.std_db);
        View { pixels: decibels.repeat(self.channels), windows: 1, spans: Vec::new(), picture, looped }
    }
}
