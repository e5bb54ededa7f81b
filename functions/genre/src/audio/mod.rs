//! Bytes → samples: decoding, resampling, cutting the window.
//!
//! Only what the window needs is read and decoded. What comes in may be hostile: every size that a file claims is bounded here, a panic
//! of a decoder becomes [`AudioError::Damaged`], and no message carries an internal.

mod decode;
mod guard;
mod kind;
mod mp4;
mod resample;
mod source;
mod wav;
mod window;

use serde::Serialize;

pub use resample::Resampler;
pub use source::Source;
pub use window::{Extent, repeat_to};

use crate::error::AudioError;

/// Largest sample that is taken for sound; full scale is 1, and floats that hold 32-bit integers reach 2e9. From about 1e16 on, the power
/// spectrum would not be finite.
const LOUDEST: f32 = 1e12;
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
    if let Some(at) = decoded.samples.iter().position(|sample| !sample.is_finite()) {
        let at_s = extent.start_s + at as f64 / f64::from(decoded.sample_rate_hz);
        return Err(AudioError::NotFinite { at_s });
    }
    if decoded.samples.iter().any(|sample| sample.abs() > LOUDEST) {
        return Err(AudioError::Damaged { why: "it holds samples a trillion times louder than full scale".to_owned() });
    }
    let wanted = extent.seconds.map(|seconds| window::samples_in(seconds, sample_rate_hz));
    let samples = Resampler::shared(decoded.sample_rate_hz, sample_rate_hz).resample(&decoded.samples, wanted);
    Ok(Samples {
        samples,
        sample_rate_hz,
        codec: decoded.codec,
        source_rate_hz: decoded.sample_rate_hz,
        channels: decoded.channels,
        duration_s: decoded.duration_s,
    })
}
