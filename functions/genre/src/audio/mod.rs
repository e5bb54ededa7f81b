//! Bytes → samples: decoding, resampling, cutting the window.
//!
//! Only what the window needs is read and decoded. What comes in may be hostile: every size that a file claims is bounded here, a panic
//! of a decoder becomes [`AudioError::Damaged`], and no message carries an internal.

mod collector;
mod decode;
mod filter;
mod guard;
mod kind;
mod mp4;
mod resample;
mod source;
mod tags;
mod wav;
mod window;

use serde::Serialize;

pub use resample::Resampler;
pub use source::Source;
pub use window::{Extent, repeat_to};

use crate::error::AudioError;

/// Latest start, seconds: thirty years, far behind any recording, and small enough to be counted in samples.
const MAX_START_S: f64 = 1e9;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AudioInfo {
    /// Codec, e.g. `"mp3"`, `"aac"`, `"pcm_s16le"`.
    pub codec: String,
    /// Sampling rate of the file, Hz.
    pub sample_rate_hz: u32,
    /// Channels of the file, before they are averaged.
    pub channels: usize,
    /// The part that was judged.
    pub window: Window,
}

/// The part of a recording that was judged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Window {
    /// Where it begins, seconds.
    pub start_s: f64,
    /// How much of the recording it holds, seconds.
    pub seconds: f64,
    /// True when the recording was shorter than the window and was repeated.
    pub looped: bool,
}

/// Mono samples of a recording at the rate that was asked for.
#[derive(Clone, Debug)]
pub struct Samples {
    /// Samples in about [-1, 1].
    pub samples: Vec<f32>,
    /// Their rate, Hz.
    pub sample_rate_hz: u32,
    /// Codec of the file.
    pub codec: String,
    /// Sampling rate of the file, Hz.
    pub source_rate_hz: u32,
    /// Channels of the file.
    pub channels: usize,
    /// Length of the whole recording, seconds, where the container tells.
    pub duration_s: Option<f64>,
}

/// Decodes the wanted part of a recording, averages its channels and resamples it.
///
/// The samples are those of `librosa.load(offset=…, duration=…)` (librosa 0.11): the same trimming of encoder delay, `ceil(n·ratio)`
/// samples after resampling. No more than `extent.seconds` come back; fewer where the recording ends earlier.
///
/// # Errors
/// Every [`AudioError`]: this is where files are judged readable or not.
pub fn load(source: Source, extent: Extent, sample_rate_hz: u32) -> Result<Samples, AudioError> {
    if !(0.0..=MAX_START_S).contains(&extent.start_s) {
        // In the form that stays short for the largest and smallest numbers.
        return Err(AudioError::BadOption(format!("start = {:e} is not a number of seconds from 0 up to 1e9", extent.start_s)));
    }
    let decoded = guard::catch(|| decode::decode(source, extent, sample_rate_hz))?;
    Ok(Samples {
        samples: decoded.samples,
        sample_rate_hz,
        codec: decoded.codec,
        source_rate_hz: decoded.source_rate_hz,
        channels: decoded.channels,
        duration_s: decoded.duration_s,
    })
}
