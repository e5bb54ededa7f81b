//! Mel spectrogram in decibels, the one of `librosa.feature.melspectrogram` and `librosa.power_to_db` (librosa 0.11).
//!
//! # Window
//! Periodic Hann of `n_fft` samples: `0.5 − 0.5·cos(2πn / n_fft)`.
//!
//! # Padding
//! Centred frames: frame `t` is centred on sample `t · hop_length`, zeros stand before the first and behind the last sample.
//! `n` samples give `1 + n / hop_length` frames.
//!
//! # Scale
//! Slaney's Auditory Toolbox (1998): linear to 1,000 Hz (3 mel per 200 Hz), logarithmic above (27 mel per factor 6.4).
//!
//! # Normalisation
//! Triangles of unit area ("slaney"): each is scaled by 2 / (upper edge − lower edge in Hz). Power spectrum, |X|².
//!
//! # Decibels
//! `10·log10(max(S, floor)) − 10·log10(max(max S, floor))`, cut off `top_db` below the largest value.
//!
//! # Layout
//! [mel_bands, frames], row-major; band 0 is the lowest.

use std::f64::consts::TAU;
use std::sync::Arc;

use realfft::num_complex::Complex;
use realfft::{RealFftPlanner, RealToComplex};

use crate::manifest::MelSpec;

/// A planned spectrogram: window, transform and filter bank are made once and used for every clip.
pub struct MelSpectrogram {
    spec: MelSpec,
    window: Vec<f32>,
    transform: Arc<dyn RealToComplex<f32>>,
    bands: Vec<Band>,
}

/// One triangle of the filter bank: only its bins that are not zero.
struct Band {
    first_bin: usize,
    weights: Vec<f32>,
}

/// A spectrogram of [bands, frames] values, row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Spectrogram {
    /// Mel bands, the lowest first.
    pub bands: usize,
    /// Frames, the earliest first.
    pub frames: usize,
    /// `values[band * frames + frame]`.
    pub values: Vec<f32>,
}

impl MelSpectrogram {
    /// Plans a spectrogram of audio at `sample_rate_hz`.
    pub fn new(spec: &MelSpec, sample_rate_hz: u32) -> Self {
        let n = spec.n_fft as f64;
        Self {
            window: (0..spec.n_fft).map(|i| (0.5 - 0.5 * (TAU * i as f64 / n).cos()) as f32).collect(),
            transform: RealFftPlanner::new().plan_fft_forward(spec.n_fft),
            bands: filter_bank(spec, sample_rate_hz),
            spec: spec.clone(),
        }
    }

    /// Power per mel band and frame, [mel_bands, 1 + samples / hop_length].
    pub fn power(&self, samples: &[f32]) -> Spectrogram {
        let frames = 1 + samples.len() / self.spec.hop_length;
        let mut values = vec![0.0; self.bands.len() * frames];
        let mut frame = self.transform.make_input_vec();
        let mut bins = self.transform.make_output_vec();
        let mut scratch = self.transform.make_scratch_vec();
        let mut power = vec![0.0; bins.len()];
        for t in 0..frames {
            self.cut_frame(samples, t, &mut frame);
            let transformed = self.transform.process_with_scratch(&mut frame, &mut bins, &mut scratch);
            debug_assert!(transformed.is_ok(), "the plan made these buffers itself");
            for (power, Complex { re, im }) in power.iter_mut().zip(&bins) {
                *power = re * re + im * im;
            }
            for (band, row) in self.bands.iter().zip(values.chunks_exact_mut(frames)) {
                row[t] = dot(&band.weights, &power[band.first_bin..][..band.weights.len()]);
            }
        }
        Spectrogram { bands: self.bands.len(), frames, values }
    }

    /// The same in decibels below the maximum, in `[-top_db, 0]`.
    pub fn decibels(&self, samples: &[f32]) -> Spectrogram {
        let mut spectrogram = self.power(samples);
        power_to_db(&mut spectrogram.values, self.spec.power_floor, self.spec.top_db);
        spectrogram
    }

    /// The same in decibels as they are, `10·log10(max(S, floor))`: neither held against the maximum nor cut off below it.
    pub fn log_power(&self, samples: &[f32]) -> Spectrogram {
        let mut spectrogram = self.power(samples);
        spectrogram.values.iter_mut().for_each(|value| *value = 10.0 * value.max(self.spec.power_floor).log10());
        spectrogram
    }

    fn cut_frame(&self, samples: &[f32], t: usize, frame: &mut [f32]) {
        let half = self.spec.n_fft / 2;
        let centre = t * self.spec.hop_length;
        let lead = half.saturating_sub(centre);
        let from = (centre + lead - half).min(samples.len());
        let take = (frame.len() - lead).min(samples.len() - from);
        frame[..lead].fill(0.0);
        for ((value, sample), weight) in frame[lead..].iter_mut().zip(&samples[from..from + take]).zip(&self.window[lead..]) {
            *value = sample * weight;
        }
        frame[lead + take..].fill(0.0);
    }
}

/// Eight partial sums: the compiler may then use vectors, and the rounding does not depend on the machine.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a_chunks, b_chunks) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a_chunks.remainder().iter().zip(b_chunks.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a_chunks.zip(b_chunks) {
        for lane in 0..8 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// Power to decibels below the maximum, in place: floored at `power_floor` first and `top_db` below the maximum last.
pub fn power_to_db(values: &mut [f32], power_floor: f32, top_db: f32) {
    let maximum = values.iter().copied().fold(power_floor, f32::max);
    let reference = 10.0 * maximum.log10();
    let mut top = f32::NEG_INFINITY;
    for value in &mut *values {
        *value = 10.0 * value.max(power_floor).log10() - reference;
        top = top.max(*value);
    }
    // The reference cuts relative to the largest value that is left, which is below 0 dB only when everything is under the floor.
    let cut = top - top_db;
    values.iter_mut().for_each(|value| *value = value.max(cut));
}

/// Slaney's mel scale: Hz to mel.
fn hz_to_mel(hz: f64) -> f64 {
    if hz < BREAK_HZ { hz / HZ_PER_MEL } else { BREAK_HZ / HZ_PER_MEL + (hz / BREAK_HZ).ln() / LOG_STEP }
}

/// Slaney's mel scale: mel to Hz.
fn mel_to_hz(mel: f64) -> f64 {
    let break_mel = BREAK_HZ / HZ_PER_MEL;
    if mel < break_mel { mel * HZ_PER_MEL } else { BREAK_HZ * ((mel - break_mel) * LOG_STEP).exp() }
}

/// Where the scale turns from linear to logarithmic.
const BREAK_HZ: f64 = 1_000.0;
/// Slope of the linear part.
const HZ_PER_MEL: f64 = 200.0 / 3.0;

/// Step of the logarithmic part: ln(6.4) / 27 per mel.
const LOG_STEP: f64 = 1.856_297_990_365_626_3 / 27.0;

fn filter_bank(spec: &MelSpec, sample_rate_hz: u32) -> Vec<Band> {
    let (low, high) = (hz_to_mel(spec.min_frequency_hz), hz_to_mel(spec.max_frequency_hz));
    let points = spec.mel_bands + 2;
    let edges: Vec<f64> = (0..points).map(|i| mel_to_hz(low + (high - low) * i as f64 / (points - 1) as f64)).collect();
    let bin_hz = f64::from(sample_rate_hz) / spec.n_fft as f64;
    let bins = spec.n_fft / 2 + 1;
    edges
        .windows(3)
        .map(|edge| {
            let area = 2.0 / (edge[2] - edge[0]);
            let weight = |bin: usize| {
                let hz = bin as f64 * bin_hz;
                let rising = (hz - edge[0]) / (edge[1] - edge[0]);
                let falling = (edge[2] - hz) / (edge[2] - edge[1]);
                (rising.min(falling).max(0.0) * area) as f32
            };
            let first_bin = (0..bins).find(|&bin| weight(bin) > 0.0).unwrap_or(0);
            let weights = (first_bin..bins).map(weight).take_while(|&weight| weight > 0.0).collect();
            Band { first_bin, weights }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{MelSpectrogram, hz_to_mel, mel_to_hz, power_to_db};
    use crate::manifest::MelSpec;

    fn spec() -> MelSpec {
        MelSpec {
            n_fft: 2048,
            hop_length: 512,
            mel_bands: 128,
            min_frequency_hz: 0.0,
            max_frequency_hz: 8_000.0,
            power_floor: 1e-10,
            top_db: 80.0,
        }
    }

    #[test]
    fn the_scale_is_slaneys() {
        // librosa.hz_to_mel: 60 Hz → 0.9, 1,000 Hz → 15, 6,400 Hz → 42 (27 mel per factor 6.4). HTK would say 2,840 for the last.
        for (hz, mel) in [(0.0, 0.0), (60.0, 0.9), (1_000.0, 15.0), (6_400.0, 42.0)] {
            assert!((hz_to_mel(hz) - mel).abs() < 1e-9);
            assert!((mel_to_hz(mel) - hz).abs() < 1e-9);
        }
    }

    #[test]
    fn the_logarithm_is_right() {
        assert!((super::LOG_STEP - 6.4_f64.ln() / 27.0).abs() < 1e-16);
    }

    #[test]
    fn filters_have_unit_area() {
        let plan = MelSpectrogram::new(&spec(), 22_050);
        let bin_hz = 22_050.0 / 2048.0;
        // The lowest triangles hold one or two bins, so their sampled area is off; the wide ones tell.
        for band in &plan.bands[64..] {
            let area: f32 = band.weights.iter().sum::<f32>() * bin_hz;
            assert!((area - 1.0).abs() < 0.02, "area {area}");
        }
    }

    #[test]
    fn an_impulse_lands_in_its_own_frames() {
        let mut samples = vec![0.0; 8_192];
        samples[4_096] = 1.0;
        let spectrogram = MelSpectrogram::new(&spec(), 22_050).power(&samples);
        assert_eq!(spectrogram.frames, 17);
        let loud: Vec<usize> = (0..17).filter(|&t| spectrogram.values[64 * 17 + t] > 0.0).collect();
        // Frame 8 is centred on the impulse; the window's edges, ±1,024 samples, are zero or just outside.
        assert_eq!(loud, [7, 8, 9]);
    }

    #[test]
    fn log_power_becomes_decibels_by_subtraction_and_cut() {
        let samples: Vec<f32> = (0..22_050_u32).map(|n| ((n * n / 30_000) as f32 * 0.3).sin() * (n as f32 / 22_050.0)).collect();
        let plan = MelSpectrogram::new(&spec(), 22_050);
        let (whole, expected) = (plan.log_power(&samples), plan.decibels(&samples));
        let top = whole.values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let lowest = whole.values.iter().copied().fold(f32::INFINITY, f32::min);
        assert!(lowest >= -100.0 && lowest < top - 80.0, "the floor of -100 dB and nothing else ends it: {lowest} under {top}");
        for (value, expected) in whole.values.iter().zip(&expected.values) {
            assert_eq!((value - top).max(-80.0), *expected);
        }
    }

    #[test]
    fn decibels_end_at_the_floor() {
        let mut values = [1.0, 0.1, 1e-30];
        power_to_db(&mut values, 1e-10, 80.0);
        assert_eq!(values, [0.0, -10.0, -80.0]);
        let mut silence = [0.0; 3];
        power_to_db(&mut silence, 1e-10, 80.0);
        assert_eq!(silence, [0.0; 3]);
    }
}
