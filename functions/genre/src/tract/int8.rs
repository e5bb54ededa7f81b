//! Products in int8: rows are brought into whole steps, multiplied as integers, and brought back with the bias, as one operator.
//!
//! Y = X·W + b for X [T, K] and Y [T, M] in f32. A row of X is x·r for r = max|row| / 127 and whole x within ±127; W is w·c with w int8 and
//! one c for each of its columns, which the file brings along. So Y = (x·w)·c·r + b. Each step is rounded as the file's own operators round it:
//! the integers are the same, and so is the rest but for nothing.
//!
//! Where there is AVX-512 VNNI a loop of our own computes all of it ([`super::vnni`]), elsewhere one of tract's kernels the integers.

use std::fmt;

use tract_linalg::mmm::{MmmDispatch, Query};
use tract_onnx::prelude::tract_data::internal::{bail, ensure};
use tract_onnx::prelude::*;

use super::float::Shape;
use super::kernel::{Kernel, Operand, Side};
use super::load::{Constant, Copies};
#[cfg(target_arch = "x86_64")]
use super::panels::Order;
#[cfg(target_arch = "x86_64")]
use super::vnni;
use crate::wide::{Loop, widest};

/// Steps on either side of zero.
pub(super) const STEPS: f32 = 127.0;
/// The least that a row's largest value counts for, so that it has a reciprocal.
pub(super) const FLOOR: f32 = 1e-30;
/// Columns of a piece.
const WIDTH: usize = 512;
/// More inputs could leave the range of an i32: kernels that know unsigned by signed bytes only add up 255 · 127 for each.
const MOST: usize = 1 << 16;

/// W as it is computed with here.
pub(super) struct Packed {
    weights: Weights,
    /// K, M.
    inputs: usize,
    outputs: usize,
}

enum Weights {
    #[cfg(target_arch = "x86_64")]
    Vnni(vnni::Weights),
    /// One of tract's kernels, and W in pieces along M: what a piece gives lies in a core's own cache still when it is brought back.
    Kernel(Kernel, Vec<Operand>),
}

impl Packed {
    /// Packs W, i8 [K, M], for this processor. Where it has no instructions for int8, plain Rust computes the product, slower and as exactly.
    ///
    /// # Errors
    /// W has another shape or number format, or there is no kernel for it.
    pub(super) fn new(weights: &Constant, shape: Shape, copies: &mut Copies) -> TractResult<Self> {
        #[cfg(target_arch = "x86_64")]
        {
            let Shape { inputs, outputs, .. } = shape.check(&weights.extents, weights.number)?;
            let vnni = match weights.order {
                Order::Panels => vnni::Weights::in_file(weights),
                Order::Rows => vnni::Weights::new(copies.of(weights)?.try_as_plain_ram()?.as_slice()?, (inputs, outputs)),
            };
            if let Some(vnni) = vnni {
                return Ok(Self { weights: Weights::Vnni(vnni), inputs, outputs });
            }
        }
        Self::with(choose(shape, &[])?, copies.of(weights)?, shape)
    }

    /// Whether W is read from its file at every product.
    pub(super) fn is_in_file(&self) -> bool {
        match &self.weights {
            #[cfg(target_arch = "x86_64")]
            Weights::Vnni(weights) => weights.is_in_file(),
            Weights::Kernel(..) => false,
        }
    }

    fn with(kernel: Kernel, weights: &Tensor, shape: Shape) -> TractResult<Self> {
        let Shape { inputs, outputs, .. } = shape.check(weights.shape(), weights.datum_type())?;
        let piece = |begin: usize| kernel.pack(Side::Right, weights, (0, 1), (1, begin..outputs.min(begin + WIDTH)));
        let pieces = (0..outputs).step_by(WIDTH).map(piece).collect::<TractResult<Vec<_>>>()?;
        Ok(Self { weights: Weights::Kernel(kernel, pieces), inputs, outputs })
    }

    /// Y for the rows of `input`, whose last axis is K, for `bias` and the weights' `columns`, both [M].
    ///
    /// # Errors
    /// They have other shapes or number formats.
    pub(super) fn run(&self, input: &Tensor, bias: &Tensor, columns: &Tensor) -> TractResult<Tensor> {
        let Some(&inputs) = input.shape().last() else { bail!("{input:?} is no row") };
        let fits = inputs == self.inputs && bias.shape() == [self.outputs] && columns.shape() == [self.outputs];
        ensure!(fits, "{input:?}, {bias:?} and {columns:?} do not fit {self:?}");
        let mut shape: TVec<usize> = input.shape().into();
        let last = shape.len() - 1;
        shape[last] = self.outputs;
        if shape.contains(&0) {
            return Tensor::zero_dt(DatumType::F32, &shape);
        }
        let (input, bias, columns) = (input.try_as_plain_ram()?, bias.try_as_plain_ram()?, columns.try_as_plain_ram()?);
        let (rows, ends) = (input.as_slice::<f32>()?, Ends { columns: columns.as_slice()?, bias: bias.as_slice()? });
        let output = match &self.weights {
            #[cfg(target_arch = "x86_64")]
            Weights::Vnni(weights) => weights.product(rows, ends)?,
            Weights::Kernel(kernel, pieces) => product(kernel, pieces, rows, (inputs, ends))?,
        };
        output.into_shape(&shape)
    }

    /// What the integers are multiplied with.
    pub(super) fn kernel(&self) -> &str {
        match &self.weights {
            #[cfg(target_arch = "x86_64")]
            Weights::Vnni(_) => vnni::NAME,
            Weights::Kernel(kernel, _) => kernel.name(),
        }
    }
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{} int8 for {}", self.inputs, self.outputs, self.kernel())
    }
}

impl Shape {
    /// Holds weights against this shape.
    fn check(self, extents: &[usize], weights: DatumType) -> TractResult<Self> {
        let Self { number, inputs, outputs, .. } = self;
        let fits = extents == [inputs, outputs] && weights == DatumType::I8 && number == DatumType::F32;
        ensure!(fits, "weights are {extents:?} in {weights:?} instead of int8 for {self:?}");
        ensure!(inputs > 0 && inputs <= MOST, "{inputs} inputs where 1 to {MOST} can be summed up");
        Ok(self)
    }
}

fn choose(shape: Shape, preferred: &[&str]) -> TractResult<Kernel> {
    let Shape { inputs, outputs, tokens, .. } = shape;
    let query = Query { store: Some(DatumType::I32), ..Query::plain(DatumType::I32, Some(tokens), Some(inputs), Some(outputs)) };
    Kernel::choose(MmmDispatch::native(), query, preferred)
}

/// What the way back to floating point takes: what a step is in each of W's columns, and b, both [M].
#[derive(Clone, Copy)]
pub(super) struct Ends<'a> {
    pub(super) columns: &'a [f32],
    pub(super) bias: &'a [f32],
}

/// Y by one of tract's kernels.
fn product(kernel: &Kernel, pieces: &[Operand], rows: &[f32], (inputs, ends): (usize, Ends<'_>)) -> TractResult<Tensor> {
    let tokens = rows.len() / inputs;
    let mut whole = Tensor::zero::<i8>(&[tokens, inputs.next_multiple_of(4)])?;
    let mut steps = vec![0.0; tokens];
    widest(Quantise { rows, inputs, to: whole.as_bytes_mut(), steps: &mut steps, side_by_side: 1, offset: 0 });
    let rows = kernel.pack(Side::Left, &whole, (1, 0), (1, 0..inputs))?;
    kernel.finished(&rows, pieces, |row, first, values| {
        let part = first..first + values.len();
        widest(Dequantise { step: steps[row], columns: &ends.columns[part.clone()], bias: &ends.bias[part], values });
    })
}

/// Rows in whole steps, and what a step is in each. A row that holds what is no number, or an infinite one, has such a step.
pub(super) struct Quantise<'a> {
    pub(super) rows: &'a [f32],
    pub(super) inputs: usize,
    pub(super) to: &'a mut [u8],
    pub(super) steps: &'a mut [f32],
    /// How many rows lie side by side in groups: four inputs of each next to each other, the first four of all of them before the next four.
    pub(super) side_by_side: usize,
    /// Added to every step: 128 makes unsigned bytes of signed ones.
    pub(super) offset: u8,
}

impl Loop for Quantise<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        /// 1.5 · 2²³: the sum with a number within ±2²² is rounded to a whole one, ties to even, and ends in it, in two's complement.
        const WHOLE: f32 = 12_582_912.0;
        let Self { rows, inputs, to, steps, side_by_side, offset } = self;
        let fours = inputs.div_ceil(4);
        // What fills up the last four stays zero.
        let mut whole = vec![0; fours * 4];
        let tiles = rows.chunks(inputs * side_by_side).zip(to.chunks_exact_mut(fours * 4 * side_by_side));
        for ((rows, to), steps) in tiles.zip(steps.chunks_mut(side_by_side)) {
            for ((at, row), step) in rows.chunks_exact(inputs).enumerate().zip(steps) {
                // Without their signs, floating-point numbers are ordered as their bits are, infinity behind all others and NaN behind that.
                let mut largest = 0;
                for value in row {
                    largest = largest.max(value.to_bits() & 0x7fff_ffff);
                }
                let largest = f32::from_bits(largest);
                let largest = if largest < FLOOR { FLOOR } else { largest };
                let rate = STEPS / largest;
                for (whole, value) in whole.iter_mut().zip(row) {
                    *whole = ((value * rate + WHOLE).to_bits() as u8).wrapping_add(offset);
                }
                let places = to.as_chunks_mut::<4>().0.chunks_exact_mut(side_by_side);
                for (place, four) in places.zip(whole.as_chunks::<4>().0) {
                    place[at] = *four;
                }
                *step = largest / STEPS;
            }
        }
    }
}

/// A part of a row, from the bits of integers to what they stand for.
struct Dequantise<'a> {
    step: f32,
    columns: &'a [f32],
    bias: &'a [f32],
    values: &'a mut [f32],
}

impl Loop for Dequantise<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for ((value, column), bias) in self.values.iter_mut().zip(self.columns).zip(self.bias) {
            *value = value.to_bits().cast_signed() as f32 * column * self.step + bias;
        }
    }
}

#[cfg(test)]
mod tests;
