//! The resampler's filter.
//!
//! Linear phase, Kaiser-windowed sinc with the figures of soxr's HQ recipe, which the reference uses: pass band to 0.9137
//! and stop band from 1.0 of the lower Nyquist frequency, 126 dB down (20 bits and one to spare). For two to one and one to two it is soxr's
//! own filter, to 1e-6 of full scale. For other ratios soxr has a second stage; its filter is then 2.1 % longer, and so is ours. What is left
//! is up to 0.008 dB that the second stage costs at the end of the pass band, and 0.02 dB in the first 30 dB of the transition.

use std::f64::consts::PI;

use realfft::RealFftPlanner;

/// End of the pass band, in parts of the lower Nyquist frequency: 91.374 % in soxr's HQ recipe.
const PASS_BAND_END: f64 = 0.913_744;
/// Begin of the stop band, likewise.
const STOP_BAND_BEGIN: f64 = 1.0;
/// Shape of Kaiser's window for a stop band that is 126.43 dB down, by soxr's `lsx_kaiser_beta`.
const BETA: f64 = 13.04;
/// Half the length of the window, in samples at twice the lower Nyquist frequency, by its `lsx_kaiser_params` and `dft_stage_init`.
const HALF_WINDOW: f64 = 97.25;
/// How much longer it is where soxr needs a second stage: fitted to its response at 8, 12, 16, 24, 37.8 and 48 kHz (1.0211-1.0214).
const LONGER: f64 = 1.0213;

/// Half the length of the filter, in input samples.
pub(super) fn half_length(from_hz: u32, to_hz: u32) -> usize {
    half_window(from_hz, to_hz) as usize
}

/// Half the length of the filter's window, in input samples.
fn half_window(from_hz: u32, to_hz: u32) -> f64 {
    let one_stage = from_hz.max(to_hz) == 2 * from_hz.min(to_hz);
    HALF_WINDOW * if one_stage { 1.0 } else { LONGER } / (2.0 * lower_nyquist(from_hz, to_hz))
}

/// The lower Nyquist frequency, in cycles per input sample.
fn lower_nyquist(from_hz: u32, to_hz: u32) -> f64 {
    f64::from(from_hz.min(to_hz)) / f64::from(from_hz) / 2.0
}

/// The impulse response at −half ..= half, in input samples; its sum is 1.
pub(super) fn kaiser_sinc(from_hz: u32, to_hz: u32, half: usize) -> Vec<f64> {
    let cut_off = 2.0 * lower_nyquist(from_hz, to_hz) * (PASS_BAND_END + STOP_BAND_BEGIN) / 2.0;
    let (half, window) = (half as i64, half_window(from_hz, to_hz));
    let taps: Vec<f64> = (-half..=half)
        .map(|n| {
            let t = n as f64;
            let sinc = if n == 0 { 1.0 } else { (PI * cut_off * t).sin() / (PI * cut_off * t) };
            let edge = t / window;
            sinc * bessel_i0(BETA * (1.0 - edge * edge).sqrt())
        })
        .collect();
    let sum: f64 = taps.iter().sum();
    taps.into_iter().map(|tap| tap / sum).collect()
}

/// Modified Bessel function of the first kind, order 0, by its power series.
fn bessel_i0(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let (mut sum, mut term, mut k) = (1.0, 1.0, 1.0);
    while term > sum * 1e-17 {
        term *= quarter / (k * k);
        sum += term;
        k += 1.0;
    }
    sum
}

/// The (real) frequency response of `taps`, centred on 0, at the bins that blocks of both lengths share.
pub(super) fn response(taps: &[f64], length_in: usize, length_out: usize) -> Vec<f32> {
    let half = taps.len() / 2;
    let mut wrapped = vec![0.0; length_in];
    for (index, &tap) in taps.iter().enumerate() {
        wrapped[(index + length_in - half) % length_in] = tap;
    }
    // Half as long as a complex one: at odd rates this is the most memory that a recording takes.
    let plan = RealFftPlanner::<f64>::new().plan_fft_forward(length_in);
    let mut spectrum = plan.make_output_vec();
    let transformed = plan.process(&mut wrapped, &mut spectrum);
    debug_assert!(transformed.is_ok(), "the plan made these buffers itself");
    // The bin at the lower Nyquist frequency, which would stand for above and below, lies in the stop band; it is left out.
    let shared = (length_in.min(length_out)).div_ceil(2);
    spectrum[..shared].iter().map(|bin| (bin.re / length_in as f64) as f32).collect()
}
