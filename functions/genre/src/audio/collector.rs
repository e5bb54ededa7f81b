//! Gathers what a decoder gives: averages channels, keeps what lies in the window, refuses what is no sound, resamples.

use std::ops::Range;

use symphonia::core::audio::conv::IntoSample;
use symphonia::core::audio::sample::Sample;
use symphonia::core::audio::{Audio, AudioBuffer, GenericAudioBufferRef};

use super::resample::{Resampler, Stream};
use crate::error::AudioError;
use crate::wide::{Loop, widest};

/// Largest sample that is taken for sound; full scale is 1, and floats that hold 32-bit integers reach 2e9. From about 1e16 on, the power
/// spectrum would not be finite.
const LOUDEST: f32 = 1e12;

/// Samples that room is made for from the start: a window at any usual rate. Recordings that are wanted whole may be short.
const MOST_EXPECTED: usize = 1 << 21;

/// What was heard so far.
pub(super) struct Collector<'a> {
    resampling: Stream<'a>,
    /// Decoder output of rare number formats, one vector per channel; kept to be reused.
    planes: Vec<Vec<f32>>,
    /// The mean of the channels' wanted part, likewise.
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
            resampling: plan.stream(limit.min(MOST_EXPECTED)),
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

    /// Takes what was decoded, whose first frame stands at `position`; `clips` cuts off what lies above full scale.
    ///
    /// # Errors
    /// Samples that are not finite, or absurdly large.
    pub(super) fn take(&mut self, position: i64, heard: &GenericAudioBufferRef<'_>, clips: bool) -> Result<(), AudioError> {
        let frames = heard.frames();
        self.channels = self.channels.max(heard.num_planes());
        self.end = self.end.max(position + frames as i64);
        // Once collecting has begun, packets are simply appended, as every player does: time stamps with gaps do not insert silence.
        let skip = if self.is_empty() { (self.start - position).max(0) as usize } else { 0 };
        self.discarded += skip.min(frames) as u64;
        let take = frames.saturating_sub(skip).min(self.limit - self.kept);
        let range = skip.min(frames)..skip.min(frames) + take;
        if heard.num_planes() == 0 {
            return Ok(());
        }
        self.mixed.clear();
        self.mixed.resize(take, 0.0);
        let mixed = &mut self.mixed;
        let strange = match heard {
            // What MP3, Vorbis and AAC decode to.
            GenericAudioBufferRef::F32(buffer) => mix(&planes(buffer), range, clips, mixed),
            // 16 bits in WAV.
            GenericAudioBufferRef::S16(buffer) => mix(&planes(buffer), range, clips, mixed),
            // FLAC and ALAC.
            GenericAudioBufferRef::S32(buffer) => mix(&planes(buffer), range, clips, mixed),
            other => {
                other.copy_to_vecs_planar(&mut self.planes);
                mix(&self.planes.iter().map(Vec::as_slice).collect::<Vec<_>>(), range, clips, mixed)
            }
        };
        if strange {
            return Err(self.complain());
        }
        self.resampling.push(&self.mixed);
        self.kept += take;
        Ok(())
    }

    /// What was kept, at the new rate; at most `wanted` samples.
    pub(super) fn finish(self, wanted: Option<usize>) -> Vec<f32> {
        self.resampling.finish(wanted)
    }

    /// What is wrong with the mixed samples.
    fn complain(&self) -> AudioError {
        match self.mixed.iter().position(|sample| !sample.is_finite()) {
            Some(at) => AudioError::NotFinite { at_s: (self.start + (self.kept + at) as i64) as f64 / f64::from(self.rate) },
            None => AudioError::Damaged { why: "it holds samples a trillion times louder than full scale".to_owned() },
        }
    }
}

fn planes<S: Sample>(buffer: &AudioBuffer<S>) -> Vec<&[S]> {
    buffer.iter_planes().collect()
}

/// The mean of a range of `planes`, all zeros before; tells whether any of it is no sound.
fn mix<S: IntoSample<f32> + Copy>(planes: &[&[S]], range: Range<usize>, clips: bool, mixed: &mut [f32]) -> bool {
    widest(Mix { planes, range, clips, mixed })
}

struct Mix<'a, S> {
    planes: &'a [&'a [S]],
    range: Range<usize>,
    clips: bool,
    mixed: &'a mut [f32],
}

impl<S: IntoSample<f32> + Copy> Loop for Mix<'_, S> {
    type Done = bool;

    #[inline(always)]
    fn run(self) -> bool {
        for plane in self.planes {
            let samples = self.mixed.iter_mut().zip(&plane[self.range.clone()]);
            if self.clips {
                samples.for_each(|(sum, &sample)| *sum += sample.into_sample().clamp(-1.0, 1.0));
            } else {
                samples.for_each(|(sum, &sample)| *sum += sample.into_sample());
            }
        }
        let channels = self.planes.len() as f32;
        let mut strange = false;
        for sum in self.mixed {
            *sum /= channels;
            strange |= sum.is_nan() | (sum.abs() > LOUDEST);
        }
        strange
    }
}

#[cfg(test)]
mod tests {
    use super::mix;

    /// A sample of a plane, from -1.5 to 1.5.
    fn sample(plane: usize, at: usize) -> f32 {
        ((plane * 31 + at * 17) % 61) as f32 / 20.0 - 1.5
    }

    #[test]
    fn the_mean_is_that_of_the_wanted_part() {
        for (channels, clips) in [(1, false), (1, true), (2, false), (2, true), (3, false), (6, true)] {
            for range in [0..0, 0..1, 3..20, 0..1_152, 1_000..1_152] {
                let planes: Vec<Vec<f32>> = (0..channels).map(|plane| (0..1_152).map(|at| sample(plane, at)).collect()).collect();
                let mut mixed = vec![0.0; range.len()];
                let planes: Vec<&[f32]> = planes.iter().map(Vec::as_slice).collect();
                assert!(!mix(&planes, range.clone(), clips, &mut mixed));
                for (at, mean) in range.zip(mixed) {
                    let heard = |plane| if clips { sample(plane, at).clamp(-1.0, 1.0) } else { sample(plane, at) };
                    let expected = (0..channels).map(heard).sum::<f32>() / channels as f32;
                    assert_eq!(mean, expected, "{channels} channels, frame {at}");
                }
            }
        }
    }

    #[test]
    fn integers_are_parts_of_full_scale() {
        let mut mixed = [0.0; 3];
        assert!(!mix(&[&[i16::MIN, 0, 16_384][..], &[i16::MIN, 8_192, 16_384]], 0..3, false, &mut mixed));
        assert_eq!(mixed, [-1.0, 0.125, 0.5]);
        let mut mixed = [0.0; 2];
        assert!(!mix(&[&[i32::MIN, 1 << 30, 1 << 29][..]], 1..3, false, &mut mixed));
        assert_eq!(mixed, [0.5, 0.25]);
    }

    #[test]
    fn what_is_no_sound_is_noticed_anywhere() {
        for strange in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e13, -1e13] {
            for at in [0, 7, 16, 40] {
                let mut plane = vec![0.5; 41];
                plane[at] = strange;
                assert!(mix(&[plane.as_slice(), &[0.25; 41]], 0..41, false, &mut [0.0; 41]), "{strange} at {at}");
                assert!(!mix(&[plane.as_slice()], at + 1..41, false, &mut vec![0.0; 40 - at]), "{strange} at {at}, behind it");
            }
        }
    }
}
