//! Softmax over rows, in place.
//!
//! tract's own takes as long as both matrix products of the attention together: it goes over a row in blocks of 64, and rows of 197 numbers
//! are copied to and fro for it (measured on AVX-512, 2026-11-22, int8 ViT-B/16: 13 % of all time, with this one 4 %). Where attention is one operator
//! ([`super::attention`]), that uses what is here by itself.

use tract_onnx::prelude::tract_data::internal::{bail, ensure};
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::{EvalContext, EvalOp, Op, StaticName, TypedOp, as_op, op_as_typed_op, op_out_of_plan};
use tract_onnx::tract_core::ops::nn::{Softmax, SoftmaxKind};

use crate::wide::{Loop, widest};

/// Numbers that are computed side by side, on any processor: the order of a sum decides about its last bits.
pub(super) const LANES: usize = 16;

/// X [.., N] → softmax over the last axis, f32.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct RowSoftmax;

/// Takes the place of every softmax over the last axis of f32.
pub(super) fn replace(model: &mut TypedModel) {
    for node in model.nodes_mut() {
        let Some(fact) = node.outputs.first().map(|output| &output.fact) else { continue };
        let (f32, rank) = (fact.datum_type == DatumType::F32, fact.rank());
        let rows = |softmax: &Softmax| softmax.kind == SoftmaxKind::Softmax && rank > 0 && softmax.axes.as_slice() == [rank - 1];
        if f32 && node.op_as::<Softmax>().is_some_and(rows) {
            node.op = Box::new(RowSoftmax);
        }
    }
}

impl Op for RowSoftmax {
    fn name(&self) -> StaticName {
        "AcousticSense.Softmax".into()
    }

    op_as_typed_op!();
}

impl EvalOp for RowSoftmax {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let Some(input) = inputs.into_iter().next() else { bail!("no input") };
        let mut values = input.into_tensor();
        let width = values.shape().last().copied().unwrap_or(1);
        if values.len() > 0 {
            widest(Rows { values: values.try_as_plain_ram_mut()?.as_slice_mut()?, width });
        }
        Ok(tvec!(values.into_tvalue()))
    }
}

impl TypedOp for RowSoftmax {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        ensure!(inputs.len() == 1, "{} inputs instead of one", inputs.len());
        Ok(tvec!(inputs[0].datum_type.fact(inputs[0].shape.clone())))
    }

    as_op!();
}

/// Rows of `width` numbers. A row that holds what is no number, or a largest value that is infinite, becomes NaN as a whole.
struct Rows<'a> {
    values: &'a mut [f32],
    width: usize,
}

impl Loop for Rows<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for values in self.values.chunks_exact_mut(self.width) {
            row(values);
        }
    }
}

#[inline(always)]
fn row(values: &mut [f32]) {
    let factor = 1.0 / powers(values, 1.0);
    values.iter_mut().for_each(|value| *value *= factor);
}

/// Replaces each number x of a row by exp(scale · x - the largest of these) and gives back their sum.
#[inline(always)]
pub(super) fn powers(values: &mut [f32], scale: f32) -> f32 {
    let (whole, rest) = values.as_chunks_mut::<LANES>();
    let mut last = [f32::NEG_INFINITY; LANES];
    last.iter_mut().zip(&*rest).for_each(|(last, value)| *last = value * scale);

    let mut largest = last;
    for part in &mut *whole {
        for (largest, value) in largest.iter_mut().zip(part) {
            *value *= scale;
            *largest = if *value > *largest { *value } else { *largest };
        }
    }
    let largest = in_pairs(largest, f32::max);

    let mut sums = [0.0; LANES];
    for part in whole {
        add_powers(part, largest, &mut sums);
    }
    add_powers(&mut last, largest, &mut sums);
    rest.copy_from_slice(&last[..rest.len()]);
    in_pairs(sums, |one, other| one + other)
}

/// One number of all lanes, by halves: the last bits of a sum do not depend on how wide the processor's registers are, and it takes four steps
/// after each other instead of fifteen.
#[inline(always)]
pub(super) fn in_pairs(mut lanes: [f32; LANES], join: impl Fn(f32, f32) -> f32) -> f32 {
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] = join(lanes[lane], lanes[lane + half]);
        }
        half /= 2;
    }
    lanes[0]
}

/// eˣ of each number less the largest one, also added to the sums.
#[inline(always)]
fn add_powers(values: &mut [f32; LANES], largest: f32, sums: &mut [f32; LANES]) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value = exp(*value - largest);
        *sum += *value;
    }
}

/// eˣ for x ≤ 0, within 2 units in the last place; what is less than 1.2e-38 becomes 0.
///
/// With n = round(x·log₂e), x = n·ln 2 + r and |r| ≤ ln 2 / 2: eˣ = 2ⁿ·eʳ, and eʳ is its Taylor polynomial of degree 7, which is off by less
/// than 6e-9 there. ln 2 is taken away in two parts (Cody and Waite, "Software Manual for the Elementary Functions", 1980).
#[inline(always)]
pub(super) fn exp(x: f32) -> f32 {
    /// 1.5 · 2²³: the sum with a small number is rounded to a whole one and ends in it, in two's complement.
    const WHOLE: f32 = 12_582_912.0;
    /// ln 2 in few bits, so that n times it is exact, and the rest.
    const LN_2: (f32, f32) = (355.0 / 512.0, -2.121_944_4e-4);
    /// The logarithm of the least ordinary number.
    const LEAST: f32 = -87.336_54;
    let sum = x.mul_add(std::f32::consts::LOG2_E, WHOLE);
    let n = sum - WHOLE;
    let r = n.mul_add(-LN_2.1, n.mul_add(-LN_2.0, x));
    let mut power: f32 = 1.0 / 5040.0;
    for factor in [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        power = power.mul_add(r, factor);
    }
    // The exponent's bits; a product with it, so that what is no number stays none.
    let scale = f32::from_bits((sum.to_bits() << 23).wrapping_add(0x3f80_0000));
    if x < LEAST { 0.0 } else { power * scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_f64() {
        let mut worst: f64 = 0.0;
        for step in 0..2_000_000 {
            let x = -87.3 * step as f32 / 2_000_000.0;
            let (found, exact) = (f64::from(exp(x)), f64::from(x).exp());
            worst = worst.max((found - exact).abs() / exact);
        }
        assert!(worst <= 2.0 * f64::from(f32::EPSILON), "{worst:e}");
        assert_eq!(exp(0.0), 1.0);
        for (x, expected) in [(-87.4, 0.0), (-1e30, 0.0), (f32::NEG_INFINITY, 0.0), (-1e-40, 1.0), (-f32::MIN_POSITIVE, 1.0)] {
            assert_eq!(exp(x), expected, "{x}");
        }
        // Whatever the bits of what is no number.
        for bits in [0x7fc0_0000, 0xffc0_0001, 0x7f80_0001, 0x7fff_ffff] {
            assert!(exp(f32::from_bits(bits)).is_nan(), "{bits:x}");
        }
    }

    #[track_caller]
    fn check(values: &[f32]) {
        let exact = |largest: f64| values.iter().map(|&value| (f64::from(value) - largest).exp()).collect::<Vec<_>>();
        let exact = exact(values.iter().fold(f64::NEG_INFINITY, |largest, &value| largest.max(f64::from(value))));
        let sum: f64 = exact.iter().sum();
        let mut found = values.to_vec();
        widest(Rows { values: &mut found, width: values.len() });
        for (index, (found, exact)) in found.iter().zip(exact).enumerate() {
            let apart = (f64::from(*found) - exact / sum).abs();
            // Differences of large numbers carry the rounding of the numbers.
            let size = 1.0 + values.iter().filter(|value| value.is_finite()).fold(0.0, |size: f64, value| size.max(f64::from(value.abs())));
            assert!(apart <= 4.0 * f64::from(f32::EPSILON) * size * exact / sum + 2e-38, "{index} of {}: {found}", values.len());
        }
    }

    #[test]
    fn rows_are_those_of_f64_whatever_their_length() {
        for width in [1, 2, 15, 16, 17, 31, 32, 33, 64, 197, 300] {
            let values: Vec<f32> = (0..width).map(|index| ((index * 7919) % 101) as f32 / 5.0 - 10.0).collect();
            check(&values);
            check(&vec![3.5; width]);
            check(&values.iter().map(|value| value * 1e-30).collect::<Vec<_>>());
            check(&values.iter().map(|value| value - 1e4).collect::<Vec<_>>());
            let mut outlier = values.clone();
            outlier[width / 2] = 60.0;
            check(&outlier);
            outlier[width / 2] = f32::MAX;
            check(&outlier);
            outlier[width / 2] = f32::NEG_INFINITY;
            if width > 1 {
                check(&outlier);
            }
        }
    }

    #[test]
    fn what_is_no_number_spoils_its_row_and_no_other() {
        for wrong in [f32::NAN, -f32::NAN, f32::from_bits(0x7f80_0001), f32::INFINITY] {
            for place in [0, 17, 39] {
                let mut values = vec![0.25; 120];
                values[40 + place] = wrong;
                widest(Rows { values: &mut values, width: 40 });
                assert!(values[40..80].iter().all(|value| value.is_nan()), "{wrong} at {place}");
                assert!(values[..40].iter().chain(&values[80..]).all(|&value| value == 1.0 / 40.0));
            }
        }
    }
}
