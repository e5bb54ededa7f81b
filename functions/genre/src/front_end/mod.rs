//! Samples → pixels: what a network was trained to look at.
//!
//! Which front end, and every number in it, comes from the model's manifest; this module only plans and computes.

mod article;
mod ccmusic;
mod colormap;
mod jpeg;
mod resize;
mod resize_rgb;

use crate::audio::Window;
use crate::error::{AudioError, ModelError};
use crate::manifest::{Architecture, FrontEndSpec, Needs};
use crate::mel::Spectrogram;
use crate::picture::Picture;

/// A planned front end.
pub struct FrontEnd {
    kind: Kind,
    needs: Needs,
    sample_rate_hz: u32,
}

enum Kind {
    Article(Box<article::Article>),
    Ccmusic(Box<ccmusic::Ccmusic>),
}

/// What the network gets to see of a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// [windows, C, H, W], row-major, normalised.
    pub pixels: Vec<f32>,
    /// Number of windows.
    pub windows: usize,
    /// Where each window lies, for front ends that cut a track into windows; empty where there is never more than one.
    pub spans: Vec<Span>,
    /// All that is judged in grayscale, for people.
    pub picture: Picture,
    /// True when the recording was shorter than a window and was repeated.
    pub looped: bool,
}

/// A stretch of a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Where it begins, seconds from the first sample that the front end was given.
    pub start_s: f64,
    /// How much of the recording it holds, seconds.
    pub seconds: f64,
}

impl FrontEnd {
    /// Plans the front end of a manifest for a network of the given shape.
    ///
    /// # Errors
    /// [`ModelError::Manifest`] for numbers that cannot be honoured, or that do not fit the network.
    pub fn new(spec: &FrontEndSpec, architecture: &Architecture) -> Result<Self, ModelError> {
        spec.check(architecture).map_err(ModelError::Manifest)?;
        let kind = match spec {
            FrontEndSpec::Article(article) => Kind::Article(Box::new(article::Article::new(article, architecture))),
            FrontEndSpec::Ccmusic(ccmusic) => Kind::Ccmusic(Box::new(ccmusic::Ccmusic::new(ccmusic, architecture))),
        };
        Ok(Self { kind, needs: spec.needs(), sample_rate_hz: spec.sample_rate_hz() })
    }

    /// How much of a recording it must see.
    pub fn needs(&self) -> Needs {
        self.needs
    }

    /// Rate of the samples that it takes, Hz.
    pub fn sample_rate_hz(&self) -> u32 {
        self.sample_rate_hz
    }

    /// The part of a recording of `samples` samples that [`Self::view`] draws.
    pub fn judged(&self, samples: usize) -> Window {
        match &self.kind {
            Kind::Article(article) => article.judged(samples, self.sample_rate_hz),
            Kind::Ccmusic(ccmusic) => ccmusic.judged(samples),
        }
    }

    /// The part of a recording of `samples` samples that [`Self::view_all`] draws.
    pub fn judged_all(&self, samples: usize) -> Window {
        match &self.kind {
            Kind::Article(article) => article.judged_all(samples, self.sample_rate_hz),
            Kind::Ccmusic(ccmusic) => ccmusic.judged(samples),
        }
    }

    /// Draws every window of a recording, one after the other, for networks that are made for a single one; the picture for people is
    /// that of the first. A rest of less than half a window is left out, a longer one repeated until it fills a window.
    ///
    /// # Errors
    /// [`AudioError::NoSamples`] when there are none.
    pub fn view_all(&self, samples: Vec<f32>) -> Result<View, AudioError> {
        match &self.kind {
            Kind::Article(article) if !samples.is_empty() => Ok(article.view_all(&samples, self.sample_rate_hz)),
            _ => self.view(samples),
        }
    }

    /// Draws what the network sees. `samples` are mono, at [`Self::sample_rate_hz`].
    ///
    /// # Errors
    /// [`AudioError::NoSamples`] when there are none.
    pub fn view(&self, samples: Vec<f32>) -> Result<View, AudioError> {
        if samples.is_empty() {
            return Err(AudioError::NoSamples);
        }
        match &self.kind {
            Kind::Article(article) => Ok(article.view(samples)),
            Kind::Ccmusic(ccmusic) => Ok(ccmusic.view(samples)),
        }
    }

    /// The spectrogram that a window's pixels are made of, before it is held against its maximum, cut off, resized and normalised:
    /// `10·log10(max(power, floor))`, [mel_bands, frames]. Those who train a network change it in ways that the pixels would not bear.
    /// `None` for front ends that draw pictures of it.
    ///
    /// # Errors
    /// [`AudioError::NoSamples`] when there are none.
    pub fn log_power(&self, samples: Vec<f32>) -> Result<Option<Spectrogram>, AudioError> {
        match &self.kind {
            _ if samples.is_empty() => Err(AudioError::NoSamples),
            Kind::Article(article) => Ok(Some(article.log_power(samples))),
            Kind::Ccmusic(_) => Ok(None),
        }
    }
}
