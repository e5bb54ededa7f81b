//! Products in int8: rows are brought into whole steps, multiplied as integers, and brought back with the bias, as one operator.
//!
//! Y = X·W + b for X [T, K] and Y [T, M] in f32. A row of X is x·r for r = max|row| / 127 and whole x within ±127; W is w·c with w int8 and
//! one c for each of its columns, which the file brings along. So Y = (x·w)·c·r + b. Each step is rounded as the file's own operators round it:
//! the integers are the same, and so is the rest but for nothing.
//!
//! To the kernels X is the left operand and W the right one, in pieces along M, so that what a piece gives lies in a core's own cache still
//! when it is brought back.

use std::fmt;
use std::ops::Range;

use tract_linalg::mmm::{MmmDispatch, Query};
use tract_onnx::prelude::tract_data::internal::{bail, ensure};
use tract_onnx::prelude::*;

use super::float::Shape;
use super::kernel::{Kernel, Loop, Operand, Side, widest};

/// Steps on either side of zero.
pub(super) const STEPS: f32 = 127.0;
/// The least that a row's largest value counts for, so that it has a reciprocal.
pub(super) const FLOOR: f32 = 1e-30;
/// Columns of a piece.
const WIDTH: usize = 512;
/// More inputs could leave the range of an i32: kernels that know unsigned by signed bytes only add up 255 · 127 for each.
const MOST: usize = 1 << 16;

/// A kernel and weights in the order in which it reads them.
pub(super) struct Packed {
    kernel: Kernel,
    /// W in pieces along M.
    pieces: Vec<Operand>,
    /// K, M.
    inputs: usize,
    outputs: usize,
}

impl Packed {
    /// Chooses this processor's kernel and packs W, i8 [K, M], for it. Where a processor has no instructions for int8 that is one of plain
    /// Rust, slower and as exact.
    ///
    /// # Errors
    /// W has another shape or number format, or there is no kernel for it.
    pub(super) fn new(weights: &Tensor, shape: Shape) -> TractResult<Self> {
        Self::with(choose(shape, &[])?, weights, shape)
    }

    fn with(kernel: Kernel, weights: &Tensor, shape: Shape) -> TractResult<Self> {
        let Shape { number, inputs, outputs, .. } = shape;
        let fits = weights.shape() == [inputs, outputs] && weights.datum_type() == DatumType::I8 && number == DatumType::F32;
        ensure!(fits, "weights are {weights:?} instead of int8 for {shape:?}");
        ensure!(inputs > 0 && inputs <= MOST, "{inputs} inputs where 1 to {MOST} can be summed up");
        let piece = |begin: usize| {
            let range = begin..outputs.min(begin + WIDTH);
            let Some(side_by_side) = kernel.fours(Side::Right) else { return kernel.pack(Side::Right, weights, (0, 1), (1, range)) };
            let plain = weights.try_as_plain_ram()?;
            let columns = Columns { weights: plain.as_slice::<i8>()?, outputs, range: range.clone(), side_by_side };
            kernel.written(Side::Right, (range.len(), inputs), |to| widest(Arrange { columns, to }))
        };
        let pieces = (0..outputs).step_by(WIDTH).map(piece).collect::<TractResult<Vec<_>>>()?;
        Ok(Self { kernel, pieces, inputs, outputs })
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
        let (input, bias, columns) = (input.as_slice::<f32>()?, bias.as_slice::<f32>()?, columns.as_slice::<f32>()?);
        let tokens = input.len() / inputs;
        let (rows, steps) = self.quantise(input, tokens)?;
        let output = self.kernel.finished(&rows, &self.pieces, |row, first, values| {
            let part = first..first + values.len();
            widest(Dequantise { step: steps[row], columns: &columns[part.clone()], bias: &bias[part], values });
        })?;
        output.into_shape(&shape)
    }

    /// Rows in whole steps, as the kernel wants them, and what a step is in each.
    fn quantise(&self, rows: &[f32], tokens: usize) -> TractResult<(Operand, Vec<f32>)> {
        let inputs = self.inputs;
        let mut steps = Vec::new();
        let rows = if let Some(side_by_side) = self.kernel.fours(Side::Left) {
            let write = |to: &mut [u8]| steps = widest(Quantise { rows, inputs, to, side_by_side });
            self.kernel.written(Side::Left, (tokens, inputs), write)?
        } else {
            // One row after the other is the same order with a single row side by side, but for what fills up the last four.
            let room = inputs.next_multiple_of(4);
            let mut bytes = vec![0; tokens * room];
            steps = widest(Quantise { rows, inputs, to: &mut bytes, side_by_side: 1 });
            let mut whole = Tensor::zero::<i8>(&[tokens, inputs])?;
            let mut plain = whole.try_as_plain_ram_mut()?;
            for (to, from) in plain.as_slice_mut::<i8>()?.chunks_exact_mut(inputs).zip(bytes.chunks_exact(room)) {
                to.iter_mut().zip(from).for_each(|(to, &from)| *to = from.cast_signed());
            }
            self.kernel.pack(Side::Left, &whole, (1, 0), (0, 0..tokens))?
        };
        Ok((rows, steps))
    }

    /// What the integers are multiplied with.
    pub(super) fn kernel(&self) -> &str {
        self.kernel.name()
    }
}

fn choose(shape: Shape, preferred: &[&str]) -> TractResult<Kernel> {
    let Shape { inputs, outputs, tokens, .. } = shape;
    let query = Query { store: Some(DatumType::I32), ..Query::plain(DatumType::I32, Some(tokens), Some(inputs), Some(outputs)) };
    Kernel::choose(MmmDispatch::native(), query, preferred)
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{} int8 for {:?}", self.inputs, self.outputs, self.kernel)
    }
}

/// Rows in whole steps; gives back what a step is in each. A row that holds what is no number, or an infinite one, has such a step.
struct Quantise<'a> {
    rows: &'a [f32],
    inputs: usize,
    to: &'a mut [u8],
    /// See [`Kernel::fours`].
    side_by_side: usize,
}

impl Loop for Quantise<'_> {
    type Done = Vec<f32>;

    #[inline(always)]
    fn run(self) -> Vec<f32> {
        /// 1.5 · 2²³: the sum with a number within ±2²² is rounded to a whole one, ties to even, and ends in it, in two's complement.
        const WHOLE: f32 = 12_582_912.0;
        let Self { rows, inputs, to, side_by_side } = self;
        let (fours, mut steps) = (inputs.div_ceil(4), Vec::with_capacity(rows.len() / inputs.max(1)));
        // What fills up the last four stays zero.
        let mut whole = vec![0; fours * 4];
        for (rows, to) in rows.chunks(inputs * side_by_side).zip(to.chunks_exact_mut(fours * 4 * side_by_side)) {
            for (at, row) in rows.chunks_exact(inputs).enumerate() {
                // Without their signs, floating-point numbers are ordered as their bits are, infinity behind all others and NaN behind that.
                let largest = f32::from_bits(row.iter().map(|value| value.to_bits() & 0x7fff_ffff).fold(0, u32::max));
                let largest = if largest < FLOOR { FLOOR } else { largest };
                let rate = STEPS / largest;
                whole.iter_mut().zip(row).for_each(|(whole, value)| *whole = (value * rate + WHOLE).to_bits() as u8);
                let places = to.as_chunks_mut::<4>().0.iter_mut().skip(at).step_by(side_by_side);
                places.zip(whole.as_chunks::<4>().0).for_each(|(place, four)| *place = *four);
                steps.push(largest / STEPS);
            }
        }
        steps
    }
}

/// Some columns of weights.
struct Columns<'a> {
    weights: &'a [i8],
    /// How many there are in all.
    outputs: usize,
    range: Range<usize>,
    /// See [`Kernel::fours`].
    side_by_side: usize,
}

/// Brings columns into the kernel's order.
struct Arrange<'a> {
    columns: Columns<'a>,
    to: &'a mut [u8],
}

impl Loop for Arrange<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        let Columns { weights, outputs, range, side_by_side } = self.columns;
        let fours = (weights.len() / outputs).div_ceil(4);
        let panels = range.clone().step_by(side_by_side).zip(self.to.chunks_exact_mut(fours * 4 * side_by_side));
        for (first, panel) in panels {
            let width = side_by_side.min(range.end - first);
            for (rows, to) in weights.chunks(4 * outputs).zip(panel.chunks_exact_mut(4 * side_by_side)) {
                for (at, row) in rows.chunks_exact(outputs).enumerate() {
                    let places = to.iter_mut().skip(at).step_by(4);
                    places.zip(&row[first..first + width]).for_each(|(place, weight)| *place = weight.cast_unsigned());
                }
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
        let parts = self.values.iter_mut().zip(self.columns).zip(self.bias);
        parts.for_each(|((value, column), bias)| *value = value.to_bits().cast_signed() as f32 * column * self.step + bias);
    }
}

#[cfg(test)]
mod tests;
