//! Gathers what a decoder gives: averages channels, keeps what lies in the window, refuses what is no sound, resamples.

use super::resample::{Resampler, Stream};
use crate::error::AudioError;

/// Largest sample that is taken for sound; full scale is 1, and floats that hold 32-bit integers reach 2e9. From about 1e16 on, the power
/// spectrum would not be finite.
const LOUDEST: f32 = 1e12;

/// What was heard so far.
pub(super) struct Collector<'a> {
    resampling: Stream<'a>,
    /// Decoder output, one vector per channel; kept to be reused.
    pub(super) planes: Vec<Vec<f32>>,
    /// The mean of their wanted part, likewise.
    mixed: Vec<f32>,
    /// Most channels of any packet.
    pub(super) channels: usize,
    /// First frame that is wanted.
    start: i64,
    /// Number of frames that are wanted.
    limit: usize,
    /// Number of frames that were kept.
    kept: usize,
    /// Frames that were decoded in front of the start.
    pub(super) discarded: u64,
    /// One behind the last frame that was seen.
    pub(super) end: i64,
    /// The last thing that a demuxer or decoder complained of.
    pub(super) complaint: Option<String>,
    rate: u32,
}

impl<'a> Collector<'a> {
    /// Keeps `limit` frames from frame `start` on, of a recording at `rate` Hz, and resamples them by `plan`.
    pub(super) fn new(start: i64, limit: usize, rate: u32, plan: &'a Resampler) -> Self {
        Self {
            resampling: plan.stream(),
            planes: Vec::new(),
            mixed: Vec::new(),
            channels: 0,
            start,
            limit,
            kept: 0,
            discarded: 0,
            end: 0,
            complaint: None,
            rate,
        }
    }

    /// True when nothing more is wanted.
    pub(super) fn is_full(&self) -> bool {
        self.kept >= self.limit
    }

    /// True when nothing was kept.
    pub(super) fn is_empty(&self) -> bool {
        self.kept == 0
    }

    /// Takes the decoded planes, whose first frame stands at `position`.
    ///
    /// # Errors
    /// Samples that are not finite, or absurdly large.
    pub(super) fn take(&mut self, position: i64) -> Result<(), AudioError> {
        let frames = self.planes.first().map_or(0, Vec::len);
        self.channels = self.channels.max(self.planes.len());
        self.end = self.end.max(position + frames as i64);
        // Once collecting has begun, packets are simply appended, as every player does: time stamps with gaps do not insert silence.
        let skip = if self.is_empty() { (self.start - position).max(0) as usize } else { 0 };
        self.discarded += skip.min(frames) as u64;
        let take = frames.saturating_sub(skip).min(self.limit - self.kept);
        let range = skip.min(frames)..skip.min(frames) + take;
        let Some((first, others)) = self.planes.split_first() else { return Ok(()) };
        self.mixed.clear();
        self.mixed.extend_from_slice(&first[range.clone()]);
        if !others.is_empty() {
            for plane in others {
                for (sum, sample) in self.mixed.iter_mut().zip(&plane[range.clone()]) {
                    *sum += sample;
                }
            }
            let channels = self.planes.len() as f32;
            self.mixed.iter_mut().for_each(|sum| *sum /= channels);
        }
        self.check()?;
        self.resampling.push(&self.mixed);
        self.kept += take;
        Ok(())
    }

    /// What was kept, at the new rate; at most `wanted` samples.
    pub(super) fn finish(self, wanted: Option<usize>) -> Vec<f32> {
        self.resampling.finish(wanted)
    }

    fn check(&self) -> Result<(), AudioError> {
        if let Some(at) = self.mixed.iter().position(|sample| !sample.is_finite()) {
            return Err(AudioError::NotFinite { at_s: (self.start + (self.kept + at) as i64) as f64 / f64::from(self.rate) });
        }
        if self.mixed.iter().any(|sample| sample.abs() > LOUDEST) {
            return Err(AudioError::Damaged { why: "it holds samples a trillion times louder than full scale".to_owned() });
        }
        Ok(())
    }
}
