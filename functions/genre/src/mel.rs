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

use rustfft::num_complex::Complex;
use rustfft::{Fft, FftPlanner};

use crate::decibel;
pub use crate::decibel::power_to_db;
use crate::manifest::MelSpec;
use crate::wide::{Loop, widest};

/// Frames whose bands are computed side by side: as many as the widest vectors hold numbers.
const SIDE_BY_SIDE: usize = 16;

/// A planned spectrogram: window, transform and filter bank are made once and used for every clip.
pub struct MelSpectrogram {
    spec: MelSpec,
    window: Vec<f32>,
    transform: Arc<dyn Fft<f32>>,
    bands: Vec<Band>,
    /// Bins that any band weighs, from the lowest on.
    bins: usize,
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
        let bands = filter_bank(spec, sample_rate_hz);
        Self {
            window: (0..spec.n_fft).map(|i| (0.5 - 0.5 * (TAU * i as f64 / n).cos()) as f32).collect(),
            transform: FftPlanner::new().plan_fft_forward(spec.n_fft),
            bins: bands.iter().map(|band| band.first_bin + band.weights.len()).max().unwrap_or(0),
            bands,
            spec: spec.clone(),
        }
    }

    /// Power per mel band and frame, [mel_bands, 1 + samples / hop_length].
    ///
    /// Two frames go through one complex transform, one as its real and one as its imaginary part: both are real, so their spectra can be
    /// told apart afterwards.
    pub fn power(&self, samples: &[f32]) -> Spectrogram {
        let frames = 1 + samples.len() / self.spec.hop_length;
        let mut values = vec![0.0; self.bands.len() * frames];
        let mut edges = [vec![0.0; self.spec.n_fft], vec![0.0; self.spec.n_fft]];
        let mut spectrum = vec![Complex::default(); self.spec.n_fft];
        let mut scratch = vec![Complex::default(); self.transform.get_inplace_scratch_len()];
        let mut power = vec![[0.0; SIDE_BY_SIDE]; self.bins];
        for first in (0..frames).step_by(SIDE_BY_SIDE) {
            let count = SIDE_BY_SIDE.min(frames - first);
            for lane in (0..count).step_by(2) {
                let [edge, next_edge] = &mut edges;
                // Behind the last frame stands another one that nobody asks for.
                let (re, im) = (self.frame(samples, first + lane, edge), self.frame(samples, first + lane + 1, next_edge));
                widest(Windowed { re, im, window: &self.window, to: &mut spectrum });
                self.transform.process_with_scratch(&mut spectrum, &mut scratch);
                widest(Powers { spectrum: &spectrum, power: &mut power, lane });
            }
            widest(Bands { bands: &self.bands, power: &power, values: &mut values, frames, first, count });
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
        decibel::of_power(&mut spectrogram.values, self.spec.power_floor);
        spectrogram
    }

    /// The samples of frame `t`; where they reach over an end, they are copied to `edge`, with zeros behind the end.
    fn frame<'a>(&self, samples: &'a [f32], t: usize, edge: &'a mut [f32]) -> &'a [f32] {
        let (length, half, centre) = (self.spec.n_fft, self.spec.n_fft / 2, t * self.spec.hop_length);
        if let Some(inner) = centre.checked_sub(half).and_then(|begin| samples.get(begin..begin + length)) {
            return inner;
        }
        let lead = half.saturating_sub(centre);
        let from = (centre + lead - half).min(samples.len());
        let take = (length - lead).min(samples.len() - from);
        edge.fill(0.0);
        edge[lead..lead + take].copy_from_slice(&samples[from..from + take]);
        edge
    }
}

/// Weighs two frames by the window and lays them side by side.
struct Windowed<'a> {
    re: &'a [f32],
    im: &'a [f32],
    window: &'a [f32],
    to: &'a mut [Complex<f32>],
}

impl Loop for Windowed<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for (((to, re), im), weight) in self.to.iter_mut().zip(self.re).zip(self.im).zip(self.window) {
            *to = Complex::new(re * weight, im * weight);
        }
    }
}

/// |X|² of the two frames in one spectrum Z, to the places `lane` and `lane + 1`: of the real part's frame X(k) is (Z(k) + Z*(−k)) / 2, of the
/// imaginary part's (Z(k) − Z*(−k)) / 2i.
struct Powers<'a> {
    spectrum: &'a [Complex<f32>],
    power: &'a mut [[f32; SIDE_BY_SIDE]],
    lane: usize,
}

impl Loop for Powers<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        let Some((zero, others)) = self.spectrum.split_first() else { return };
        let above = std::iter::once(zero).chain(others);
        let below = std::iter::once(zero).chain(others.iter().rev());
        for ((power, z), mirrored) in self.power.iter_mut().zip(above).zip(below) {
            let (sum, difference) = (z + mirrored, z - mirrored);
            power[self.lane] = (sum.re * sum.re + difference.im * difference.im) * 0.25;
            power[self.lane + 1] = (difference.re * difference.re + sum.im * sum.im) * 0.25;
        }
    }
}

/// The bands of `count` frames from `first` on.
struct Bands<'a> {
    bands: &'a [Band],
    power: &'a [[f32; SIDE_BY_SIDE]],
    values: &'a mut [f32],
    frames: usize,
    first: usize,
    count: usize,
}

impl Loop for Bands<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for (band, row) in self.bands.iter().zip(self.values.chunks_exact_mut(self.frames)) {
            // Two sums in turn: one addition need not wait for the one before it.
            let mut sums = [[0.0_f32; SIDE_BY_SIDE]; 2];
            for (at, (weight, power)) in band.weights.iter().zip(&self.power[band.first_bin..]).enumerate() {
                for (sum, power) in sums[at % 2].iter_mut().zip(power) {
                    *sum += weight * power;
                }
            }
            let [mut sums, others] = sums;
            sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
            row[self.first..][..self.count].copy_from_slice(&sums[..self.count]);
        }
    }
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
    use super::{MelSpectrogram, hz_to_mel, mel_to_hz};
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
}
