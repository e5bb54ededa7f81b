//! Band-limited resampling to the rate of the front end.
//!
//! **Filter.** Linear phase, as steep as the reference's: [`super::filter`].
//!
//! **Method.** Overlap-save: a block of input is transformed, multiplied by the filter's response, its spectrum cut or extended to the
//! output's length, and transformed back. Exact for every rational ratio, and no delay: output sample `j` stands at `j / to_hz` seconds.
//! Two blocks go through one complex transform, one as its real and one as its imaginary part: the filter is real, so they stay apart.
//!
//! **Length.** `ceil(n · to / from)`, the rest of the last filter length taken as silence.
//!
//! **Why our own.** Below 22,050 Hz the transition band lies in the middle of the mel range, so its shape shows in the pixels. Against the
//! reference, mean / max in dB on the golden clips of 8, 11.025 and 16 kHz (2026-11-22; allowed are 0.05 / 3): this module 0.0000-0.0007 / 0.1;
//! rubato 5.0.1's `Fft`, the best of four settings, 0.12-0.20 / 13-20; its `Async` sinc of 256 taps at 20 times the cost 0.012-0.017 / 2.7-4.1,
//! of 512 taps 0.025-0.043 / 6.6-13.6. Going down all are equal.

use std::sync::{Arc, Mutex, PoisonError};

use rustfft::num_complex::Complex;
use rustfft::{Fft, FftPlanner};

use super::filter::{half_length, kaiser_sinc, response};
use crate::wide::{Loop, widest};

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
    forward: Arc<dyn Fft<f32>>,
    inverse: Arc<dyn Fft<f32>>,
    /// The filter at the bins that both transforms share, from 0 Hz upwards and the same downwards, scaled by 1 / input length.
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

        let mut planner = FftPlanner::<f32>::new();
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
        let mut stream = self.stream(samples.len());
        stream.push(samples);
        stream.finish(wanted)
    }

    /// Resamples a recording that comes piece by piece, with room for `expected` samples of it. The pieces' lengths do not change a bit of
    /// the result.
    pub(super) fn stream(&self, expected: usize) -> Stream<'_> {
        let work = self.blocks.as_ref().map(|blocks| Work {
            blocks,
            // Silence stands before the first sample.
            pending: vec![0.0; blocks.margin_in],
            spectrum: vec![Complex::default(); blocks.forward.len()],
            cut: vec![Complex::default(); blocks.inverse.len()],
            scratch: vec![Complex::default(); blocks.forward.get_inplace_scratch_len().max(blocks.inverse.get_inplace_scratch_len())],
        });
        let room = self.length(expected as u64) + work.as_ref().map_or(0, |work| 2 * work.cut.len());
        Stream { plan: self, work, received: 0, resampled: Vec::with_capacity(room) }
    }

    /// How many samples `received` ones become.
    fn length(&self, received: u64) -> usize {
        (received * u64::from(self.to_hz)).div_ceil(u64::from(self.from_hz)) as usize
    }
}

/// A recording on its way to another rate: the result so far, and of the input no more than two blocks and the last piece.
pub(super) struct Stream<'a> {
    plan: &'a Resampler,
    work: Option<Work<'a>>,
    /// Input samples so far.
    received: u64,
    resampled: Vec<f32>,
}

/// Two blocks at a time.
struct Work<'a> {
    blocks: &'a Blocks,
    /// Input from the next block's first margin on.
    pending: Vec<f32>,
    spectrum: Vec<Complex<f32>>,
    cut: Vec<Complex<f32>>,
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
        let all = self.plan.length(self.received);
        let length = wanted.map_or(all, |wanted| wanted.min(all));
        if let Some(work) = &mut self.work {
            while self.resampled.len() < length {
                // Silence stands behind the last sample.
                work.pending.resize(work.pair().max(work.pending.len()), 0.0);
                work.run(&mut self.resampled);
            }
        }
        self.resampled.truncate(length);
        self.resampled
    }
}

impl Work<'_> {
    /// Input samples that each block is behind the one before it.
    fn advance(&self) -> usize {
        self.spectrum.len() - 2 * self.blocks.margin_in
    }

    /// Input samples of two blocks.
    fn pair(&self) -> usize {
        self.spectrum.len() + self.advance()
    }

    /// Resamples all pairs of blocks that are complete.
    fn run(&mut self, resampled: &mut Vec<f32>) {
        let (advance, pair, margin) = (self.advance(), self.pair(), self.blocks.margin_out);
        let mut done = 0;
        while let Some(input) = self.pending.get(done..done + pair) {
            widest(SideBySide { re: input, im: &input[advance..], to: &mut self.spectrum });
            self.blocks.forward.process_with_scratch(&mut self.spectrum, &mut self.scratch);
            widest(Filtered { spectrum: &self.spectrum, response: &self.blocks.response, to: &mut self.cut });
            self.blocks.inverse.process_with_scratch(&mut self.cut, &mut self.scratch);
            let output = &self.cut[margin..self.cut.len() - margin];
            let have = resampled.len();
            resampled.resize(have + 2 * output.len(), 0.0);
            let (re, im) = resampled[have..].split_at_mut(output.len());
            widest(Apart { output, re, im });
            done += 2 * advance;
        }
        self.pending.drain(..done);
    }
}

/// Lays two blocks side by side.
struct SideBySide<'a> {
    re: &'a [f32],
    im: &'a [f32],
    to: &'a mut [Complex<f32>],
}

impl Loop for SideBySide<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for ((to, &re), &im) in self.to.iter_mut().zip(self.re).zip(self.im) {
            *to = Complex::new(re, im);
        }
    }
}

/// Weighs a spectrum by the response and brings it to another length. What the shorter one lacks, above and below, is silence.
struct Filtered<'a> {
    spectrum: &'a [Complex<f32>],
    response: &'a [f32],
    to: &'a mut [Complex<f32>],
}

impl Loop for Filtered<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        // 0 Hz stands once, all others above and below.
        let shared = self.response.len();
        let (above, rest) = self.to.split_at_mut(shared);
        let (between, below) = rest.split_at_mut(rest.len() + 1 - shared);
        between.fill(Complex::default());
        for ((to, value), gain) in above.iter_mut().zip(self.spectrum).zip(self.response) {
            *to = value * gain;
        }
        let mirrored = &self.spectrum[self.spectrum.len() + 1 - shared..];
        for ((to, value), gain) in below.iter_mut().zip(mirrored).zip(self.response[1..].iter().rev()) {
            *to = value * gain;
        }
    }
}

/// Takes two blocks apart.
struct Apart<'a> {
    output: &'a [Complex<f32>],
    re: &'a mut [f32],
    im: &'a mut [f32],
}

impl Loop for Apart<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for ((value, re), im) in self.output.iter().zip(self.re).zip(self.im) {
            (*re, *im) = (value.re, value.im);
        }
    }
}

/// How many input samples must be at hand for the first `outputs` samples to be final.
pub(super) fn inputs_for(outputs: usize, from_hz: u32, to_hz: u32) -> usize {
    let direct = (outputs as u64 * u64::from(from_hz)).div_ceil(u64::from(to_hz)) as usize;
    if from_hz == to_hz { direct } else { direct + half_length(from_hz, to_hz) + 1 }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::TAU;

    use super::{Resampler, half_length, inputs_for, kaiser_sinc};

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
                let mut stream = plan.stream(0);
                all.chunks(piece).for_each(|piece| stream.push(piece));
                assert!(stream.finish(None) == whole, "{from_hz} Hz in pieces of {piece}");
            }
        }
    }

    /// Where an output stands on an input, it is the plain sum over the filter's taps, from the first block to the last, whatever is left
    /// over for the last pair of blocks.
    #[test]
    fn outputs_are_sums_over_the_filter() {
        let noise = |at: usize| (at as u32).wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(2_246_822_519) as i32 as f32 / 2.2e9;
        for (from_hz, to_hz) in [(44_100, 22_050), (11_025, 22_050), (88_200, 22_050), (48_000, 22_050), (8_000, 22_050), (32_000, 16_000)]
        {
            let (plan, half) = (Resampler::new(from_hz, to_hz), half_length(from_hz, to_hz));
            let taps = kaiser_sinc(from_hz, to_hz, half);
            for length in [1, 200, 3_000, 4_097, 8_000, 20_011, 50_000] {
                let input: Vec<f32> = (0..length).map(noise).collect();
                for (j, output) in plan.resample(&input, None).into_iter().enumerate() {
                    let Some(at) = (j * from_hz as usize).is_multiple_of(to_hz as usize).then(|| j * from_hz as usize / to_hz as usize)
                    else {
                        continue;
                    };
                    let begin = at.saturating_sub(half);
                    let inputs = input[begin.min(length)..length.min(at + half + 1)].iter().zip(&taps[begin + half - at..]);
                    let expected = inputs.map(|(&sample, tap)| f64::from(sample) * tap).sum::<f64>();
                    assert!(
                        (f64::from(output) - expected).abs() < 2e-6,
                        "{from_hz} → {to_hz} Hz, {length} samples, output {j}: {output}, not {expected}"
                    );
                }
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
