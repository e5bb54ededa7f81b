//! Samples → pixels: what a network was trained to look at.
//!
//! Which front end, and every number in it, comes from the model's manifest; this module only plans and computes.

mod article;
mod resize;

use crate::error::{AudioError, ModelError};
use crate::manifest::{Architecture, FrontEndSpec, Needs};
use crate::picture::Picture;

/// A planned front end.
pub struct FrontEnd {
    kind: Kind,
    needs: Needs,
    sample_rate_hz: u32,
}

enum Kind {
    Article(article::Article),
}

/// What the network gets to see of a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// [windows, C, H, W], row-major, normalised.
    pub pixels: Vec<f32>,
    /// Number of windows.
    pub windows: usize,
    /// The first window in grayscale, for people.
    pub picture: Picture,
    /// True when the recording was shorter than a window and was repeated.
    pub looped: bool,
}

impl FrontEnd {
    /// Plans the front end of a manifest for a network of the given shape.
    ///
    /// # Errors
    /// [`ModelError::Manifest`] for a kind that this version does not draw.
    pub fn new(spec: &FrontEndSpec, architecture: &Architecture) -> Result<Self, ModelError> {
        let kind = match spec {
            FrontEndSpec::Article(article) => Kind::Article(article::Article::new(article, architecture)),
            FrontEndSpec::Ccmusic(_) => {
                return Err(ModelError::Manifest("the ccmusic front end is not drawn by this version yet".to_owned()));
            }
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
        }
    }
}
