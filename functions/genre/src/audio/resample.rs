//! Band-limited resampling to the rate of the front end.
//!
//! **Filter.** Linear phase, Kaiser-windowed sinc with the figures of soxr's HQ recipe, which the reference uses: pass band to 0.9137
//! and stop band from 1.0 of the lower Nyquist frequency, 126 dB down (20 bits and one to spare). For two to one and one to two it is soxr's
//! own filter, to 1e-6 of full scale. For other ratios soxr has a second stage; its filter is then 2.1 % longer, and so is ours. What is left
//! is up to 0.008 dB that the second stage costs at the end of the pass band, and 0.02 dB in the first 30 dB of the transition.
//!
//! **Method.** Overlap-save: a block of input is transformed, multiplied by the filter's response, its spectrum cut or extended to the
//! output's length, and transformed back. Exact for every rational ratio, and no delay: output sample `j` stands at `j / to_hz` seconds.
//!
//! **Length.** `ceil(n · to / from)`, the rest of the last filter length taken as silence.
//!
//! **Why our own.** Below 22,050 Hz the transition band lies in the middle of the mel range, so its shape shows in the pixels. Against the
//! reference, mean / max in dB on the golden clips of 8, 11.025 and 16 kHz (2026-11-22; allowed are 0.05 / 3): this module 0.0000-0.0007 / 0.1;
//! rubato 5.0.1's `Fft`, the best of four settings, 0.12-0.20 / 13-20; its `Async` sinc of 256 taps at 20 times the cost 0.012-0.017 / 2.7-4.1,
//! of 512 taps 0.025-0.043 / 6.6-13.6. Going down all are equal.

use std::f64::consts::PI;
use std::sync::{Arc, Mutex, PoisonError};

use realfft::num_complex::Complex;
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};

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
/// Blocks are at least this long, samples: shorter ones waste work on overlap, longer ones fall out of the cache.
const MIN_BLOCK: usize = 4096;
/// Plans that are kept; real libraries of music hold half a dozen rates.
const KEPT_PLANS: usize = 8;
/// Longest block of a plan that is kept, samples. Rates without a common factor need longer ones, of a hundred megabytes: hostile files with
/// many such rates must not fill the memory for good.
const LONGEST_KEPT_BLOCK: usize = 1 << 18;

static PLANS: Mutex<Vec<Arc<Resampler>>> = Mutex::new(Vec::new());

/// A plan for one pair of rates.
pub struct Resampler {
    from_hz: u32,
    to_hz: u32,
    /// `None` where both rates are equal.
    blocks: Option<Blocks>,
}

struct Blocks {
    forward: Arc<dyn RealToComplex<f32>>,
    inverse: Arc<dyn ComplexToReal<f32>>,
    /// The filter at the bins that both transforms share, scaled by 1 / input length.
    response: Vec<f32>,
    /// Input samples at each end of a block that only feed the filter.
    margin_in: usize,
    /// The output samples that are spoilt at each end.
    margin_out: usize,
}

impl Resampler {
    /// The plan for a pair of rates, made once and kept.
    pub fn shared(from_hz: u32, to_hz: u32) -> Arc<Self> {
        let kept = || PLANS.lock().unwrap_or_else(PoisonError::into_inner);
        let mut plans = kept();
        if let Some(at) = plans.iter().position(|plan| plan.from_hz == from_hz && plan.to_hz == to_hz) {
            // Most recently used last.
            let plan = plans.remove(at);
            plans.push(Arc::clone(&plan));
            return plan;
        }
        // Planned without the lock: a file of an odd rate must not hold up all others. Two threads may plan the same; either plan will do.
        drop(plans);
        let plan = Arc::new(Self::new(from_hz, to_hz));
        if plan.blocks.as_ref().is_some_and(|blocks| blocks.forward.len() > LONGEST_KEPT_BLOCK) {
            return plan;
        }
        let mut plans = kept();
        if plans.len() >= KEPT_PLANS {
            plans.remove(0);
        }
        plans.push(Arc::clone(&plan));
        plan
    }

    /// Plans resampling from `from_hz` to `to_hz`, both at least 1.
    pub fn new(from_hz: u32, to_hz: u32) -> Self {
        if from_hz == to_hz {
            return Self { from_hz, to_hz, blocks: None };
        }
        let divisor = gcd(from_hz, to_hz);
        let (step_in, step_out) = ((from_hz / divisor) as usize, (to_hz / divisor) as usize);
        let half = half_length(from_hz, to_hz);
        // Both margins must be whole samples, so they come in steps of the reduced ratio.
        let margin_steps = half.div_ceil(step_in);
        let steps = MIN_BLOCK.max(16 * half).div_ceil(step_in).max(4 * margin_steps).next_power_of_two();
        let (length_in, length_out) = (steps * step_in, steps * step_out);

        let mut planner = RealFftPlanner::<f32>::new();
        let response = response(&kaiser_sinc(from_hz, to_hz, half), length_in, length_out);
        let blocks = Blocks {
            forward: planner.plan_fft_forward(length_in),
            inverse: planner.plan_fft_inverse(length_out),
            response,
            margin_in: margin_steps * step_in,
            margin_out: margin_steps * step_out,
        };
        Self { from_hz, to_hz, blocks: Some(blocks) }
    }

    /// Resamples `samples`, whose first stands at time 0; at most `wanted` samples come back.
    pub fn resample(&self, samples: &[f32], wanted: Option<usize>) -> Vec<f32> {
        let mut stream = self.stream();
        stream.push(samples);
        stream.finish(wanted)
    }

    /// Resamples a recording that comes piece by piece. The pieces' lengths do not change a bit of the result.
    pub(super) fn stream(&self) -> Stream<'_> {
        let work = self.blocks.as_ref().map(|blocks| Work {
            blocks,
            // Silence stands before the first sample.
            pending: vec![0.0; blocks.margin_in],
            input: blocks.forward.make_input_vec(),
            spectrum: blocks.forward.make_output_vec(),
            cut: blocks.inverse.make_input_vec(),
            output: blocks.inverse.make_output_vec(),
            scratch: vec![Complex::default(); blocks.forward.get_scratch_len().max(blocks.inverse.get_scratch_len())],
        });
        Stream { plan: self, work, received: 0, resampled: Vec::new() }
    }
}

/// A recording on its way to another rate: the result so far, and of the input no more than a block and the last piece.
pub(super) struct Stream<'a> {
    plan: &'a Resampler,
    work: Option<Work<'a>>,
    /// Input samples so far.
    received: u64,
    resampled: Vec<f32>,
}

/// A block at a time.
struct Work<'a> {
    blocks: &'a Blocks,
    /// Input from the next block's first margin on.
    pending: Vec<f32>,
    input: Vec<f32>,
    spectrum: Vec<Complex<f32>>,
    cut: Vec<Complex<f32>>,
    output: Vec<f32>,
    scratch: Vec<Complex<f32>>,
}

impl Stream<'_> {
    /// The next piece.
    pub(super) fn push(&mut self, samples: &[f32]) {
        self.received += samples.len() as u64;
        match &mut self.work {
            None => self.resampled.extend_from_slice(samples),
            Some(work) => {
                work.pending.extend_from_slice(samples);
                work.run(&mut self.resampled);
            }
        }
    }

    /// The result: `ceil(n · to / from)` samples, and at most `wanted`.
    pub(super) fn finish(mut self, wanted: Option<usize>) -> Vec<f32> {
        let all = (self.received * u64::from(self.plan.to_hz)).div_ceil(u64::from(self.plan.from_hz)) as usize;
        let length = wanted.map_or(all, |wanted| wanted.min(all));
        if let Some(work) = &mut self.work {
            while self.resampled.len() < length {
                // Silence stands behind the last sample.
                work.pending.resize(work.input.len().max(work.pending.len()), 0.0);
                work.run(&mut self.resampled);
            }
        }
        self.resampled.truncate(length);
        self.resampled
    }
}

impl Work<'_> {
    /// Resamples all blocks that are complete.
    fn run(&mut self, resampled: &mut Vec<f32>) {
        let (length, margin) = (self.input.len(), self.blocks.margin_out);
        let advance = length - 2 * self.blocks.margin_in;
        let mut done = 0;
        while let Some(block) = self.pending.get(done..done + length) {
            self.input.copy_from_slice(block);
            let transformed = self.blocks.forward.process_with_scratch(&mut self.input, &mut self.spectrum, &mut self.scratch);
            debug_assert!(transformed.is_ok(), "the plan made these buffers itself");
            self.cut.fill(Complex::default());
            for ((bin, &value), &gain) in self.cut.iter_mut().zip(&self.spectrum).zip(&self.blocks.response) {
                *bin = value * gain;
            }
            let transformed = self.blocks.inverse.process_with_scratch(&mut self.cut, &mut self.output, &mut self.scratch);
            debug_assert!(transformed.is_ok(), "the first and last bin are real");
            resampled.extend_from_slice(&self.output[margin..self.output.len() - margin]);
            done += advance;
        }
        self.pending.drain(..done);
    }
}

/// How many input samples must be at hand for the first `outputs` samples to be final.
pub(super) fn inputs_for(outputs: usize, from_hz: u32, to_hz: u32) -> usize {
    let direct = (outputs as u64 * u64::from(from_hz)).div_ceil(u64::from(to_hz)) as usize;
    if from_hz == to_hz { direct } else { direct + half_length(from_hz, to_hz) + 1 }
}

/// Half the length of the filter, in input samples.
fn half_length(from_hz: u32, to_hz: u32) -> usize {
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
fn kaiser_sinc(from_hz: u32, to_hz: u32, half: usize) -> Vec<f64> {
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
fn response(taps: &[f64], length_in: usize, length_out: usize) -> Vec<f32> {
    let half = taps.len() / 2;
    let mut wrapped = vec![0.0; length_in];
    for (index, &tap) in taps.iter().enumerate() {
        wrapped[(index + length_in - half) % length_in] = tap;
    }
    let plan = RealFftPlanner::<f64>::new().plan_fft_forward(length_in);
    let mut spectrum = plan.make_output_vec();
    let transformed = plan.process(&mut wrapped, &mut spectrum);
    debug_assert!(transformed.is_ok(), "the plan made these buffers itself");
    // The bin at the lower Nyquist frequency lies in the stop band; it is left out so that the inverse transform stays real.
    let shared = (length_in.min(length_out)).div_ceil(2);
    spectrum[..shared].iter().map(|bin| (bin.re / length_in as f64) as f32).collect()
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::TAU;

    use super::{Resampler, inputs_for};

    fn sine(hz: f64, rate: u32, samples: usize) -> Vec<f32> {
        (0..samples).map(|n| (TAU * hz * n as f64 / f64::from(rate)).sin() as f32).collect()
    }

    /// A sine must come out as the same sine, sample by sample: nothing but exact alignment and unit gain passes.
    #[track_caller]
    fn check_sine(from_hz: u32, to_hz: u32, hz: f64) {
        let seconds = 2;
        let resampled = Resampler::new(from_hz, to_hz).resample(&sine(hz, from_hz, from_hz as usize * seconds), None);
        assert_eq!(resampled.len(), to_hz as usize * seconds);
        let expected = sine(hz, to_hz, resampled.len());
        // The filter meets silence at both ends; a tenth of a second is far more than its length.
        let inner = to_hz as usize / 10..resampled.len() - to_hz as usize / 10;
        let worst = inner.map(|n| (resampled[n] - expected[n]).abs()).fold(0.0, f32::max);
        assert!(worst < 2e-6, "{from_hz} → {to_hz} Hz: a sine of {hz} Hz is off by {worst}");
    }

    #[test]
    fn a_sine_stays_where_it_is() {
        for from_hz in [8_000, 11_025, 16_000, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000, 44_099, 37_800] {
            check_sine(from_hz, 22_050, 440.0);
            check_sine(from_hz, 22_050, 3_400.0);
        }
        check_sine(48_000, 16_000, 1_000.0);
        check_sine(22_050, 48_000, 9_000.0);
    }

    #[test]
    fn what_lies_above_the_new_nyquist_frequency_is_gone() {
        for (from_hz, hz) in [(44_100, 11_100.0), (48_000, 15_000.0), (96_000, 40_000.0)] {
            let resampled = Resampler::new(from_hz, 22_050).resample(&sine(hz, from_hz, from_hz as usize), None);
            let inner = &resampled[2_205..resampled.len() - 2_205];
            let peak = inner.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
            assert!(peak < 1e-5, "{hz} Hz at {from_hz} Hz leaves {peak}");
        }
    }

    #[test]
    fn only_the_stated_input_matters() {
        for from_hz in [8_000, 44_100, 48_000, 96_000, 44_099] {
            let plan = Resampler::new(from_hz, 22_050);
            let all = sine(997.0, from_hz, 3 * from_hz as usize);
            let enough = inputs_for(22_050, from_hz, 22_050);
            let (short, long) = (plan.resample(&all[..enough], Some(22_050)), plan.resample(&all, Some(22_050)));
            let worst = short.iter().zip(&long).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(worst < 1e-6, "{from_hz} Hz: {worst}");
        }
    }

    #[test]
    fn pieces_do_not_change_a_bit() {
        for from_hz in [8_000, 44_100, 22_050] {
            let (plan, all) = (Resampler::new(from_hz, 22_050), sine(997.0, from_hz, 2 * from_hz as usize + 77));
            let whole = plan.resample(&all, None);
            for piece in [1, 1152, 50_000] {
                let mut stream = plan.stream();
                all.chunks(piece).for_each(|piece| stream.push(piece));
                assert!(stream.finish(None) == whole, "{from_hz} Hz in pieces of {piece}");
            }
        }
    }

    #[test]
    fn lengths_follow_the_reference() {
        for (samples, from_hz, expected) in
            [(44_100, 44_100, 22_050), (44_101, 44_100, 22_051), (1, 44_100, 1), (3, 8_000, 9), (0, 48_000, 0)]
        {
            assert_eq!(Resampler::new(from_hz, 22_050).resample(&vec![0.5; samples], None).len(), expected);
        }
        assert_eq!(Resampler::new(22_050, 22_050).resample(&[0.25, 0.5], Some(1)), [0.25]);
    }
}
