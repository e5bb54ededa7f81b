//! Products in f32 for processors with AVX-512, in registers of sixteen numbers.
//!
//! Y = X·W + b for X [T, K], W [K, M], b [M] and Y [T, M]. Lanes go along M: W is cut into panels of 32 columns, whose rows follow each other,
//! and X and Y are read and written as they lie, so that nothing of a picture is brought into another order. A tile of Y, twelve tokens by a
//! panel's columns, stays in 24 registers while K goes by, and every step takes 14 loads for 24 products: the arithmetic is what it waits for.
//! Sums go along K in one order, whatever the tile: an answer does not depend on how tokens are spread over tiles and threads.
//!
//! Measured (2026-11-22, one thread, 197 tokens, side by side): 160 to 175 GFLOP/s for 768×768, 768×2304 and 768×3072, 145 to 165 for 3072×768,
//! where tract's kernel of 32×6 came to 135 to 145. What made no difference beyond noise: pieces of K between 256 and 1,024, X brought into the
//! order of tiles first, tiles of 13 and 14 tokens, the loop over panels outside of that over pieces. The same loop left to the
//! compiler to bring into registers is half as fast.

#![expect(unsafe_code, reason = "vector loads and stores take pointers; each is of a slice of the right length")]

#[cfg(target_arch = "x86_64")]
mod tiles;

use std::fmt;
use std::ops::Range;

use tract_linalg::multithread::{Executor, current_tract_executor};
use tract_onnx::prelude::tract_data::internal::{ensure, format_err};
use tract_onnx::prelude::*;

use super::load::Constant;
use super::output::{Output, spread};
use super::panels::FLOATS;

/// Numbers in a register.
const LANES: usize = 16;
/// Columns of a panel: two registers.
const WIDE: usize = 2 * LANES;
/// As they lie in a file.
const _: () = assert!(WIDE == FLOATS);
/// Tokens of a tile, at most.
const TALL: usize = 12;
/// Inputs that are summed up before the next panel is begun: the part of X that belongs to them, 300 kB for 197 tokens, stays in the core's own cache.
const DEEP: usize = 384;

/// Where panels lie, so that no load crosses a cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line([f32; LANES]);

/// W in panels, the last one filled up with zeros.
pub(super) struct Panels {
    /// K, M.
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    /// For each panel its rows, from k = 0 on.
    rows: Stored,
}

enum Stored {
    Here(Vec<[Line; 2]>),
    /// Where a file has them, whole panels, in f32 or f16.
    InFile(Constant),
}

/// A matrix within a slice: `count` rows of `width` numbers, whose begins are `stride` apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    values: &'a [f32],
    stride: usize,
    count: usize,
    width: usize,
}

/// Whether this processor has what is asked for here.
pub(super) fn available() -> bool {
    #[cfg(target_arch = "x86_64")]
    return is_x86_feature_detected!("avx512f");
    #[cfg(not(target_arch = "x86_64"))]
    return false;
}

impl<'a> Rows<'a> {
    /// # Errors
    /// They do not lie within the values, or overlap.
    pub(super) fn new(values: &'a [f32], stride: usize, count: usize, width: usize) -> TractResult<Self> {
        let end = count.checked_sub(1).map_or(Some(0), |last| last.checked_mul(stride)?.checked_add(width));
        ensure!(
            width <= stride && end.is_some_and(|end| end <= values.len()),
            "{count} rows of {width} every {stride} of {}",
            values.len()
        );
        Ok(Self { values, stride, count, width })
    }

    fn row(&self, index: usize) -> &'a [f32] {
        &self.values[index * self.stride..][..self.width]
    }
}

impl Panels {
    /// Of W's rows, [K, M].
    pub(super) fn new(weights: Rows<'_>) -> Self {
        let (inputs, outputs) = (weights.count, weights.width);
        // Appended rather than written over zeros: at start-up all weights of a model go through here.
        let mut rows = Vec::with_capacity(outputs.div_ceil(WIDE) * inputs);
        for first in (0..outputs).step_by(WIDE) {
            let columns = first..outputs.min(first + WIDE);
            rows.extend((0..inputs).map(|k| {
                let mut lines = [Line([0.0; LANES]); 2];
                for (line, values) in lines.iter_mut().zip(weights.row(k)[columns.clone()].chunks(LANES)) {
                    line.0[..values.len()].copy_from_slice(values);
                }
                lines
            }));
        }
        Self { inputs, outputs, rows: Stored::Here(rows) }
    }

    /// Of a copy of W, [K, M], in f32 or f16.
    ///
    /// # Errors
    /// It is in other numbers, or none of two extents.
    pub(super) fn copied(weights: &Tensor) -> TractResult<Self> {
        let wide = weights.cast_to_dt(DatumType::F32)?;
        let [inputs, outputs] = *wide.shape() else { return Err(format_err!("weights of {:?}", wide.shape())) };
        Ok(Self::new(Rows::new(wide.try_as_plain_ram()?.as_slice::<f32>()?, outputs, inputs, outputs)?))
    }

    /// Whether they are read from their file at every product.
    pub(super) fn are_in_file(&self) -> bool {
        matches!(self.rows, Stored::InFile(_))
    }

    /// Of panels where a file has them, [M / 32, K, 32], in f32 or f16. Those in f16 are widened at every product, when their turn comes.
    ///
    /// # Errors
    /// They are in other numbers, or there are more or fewer of them than their extents say.
    pub(super) fn in_file(weights: &Constant) -> TractResult<Self> {
        let Constant { number, extents: [inputs, outputs], .. } = *weights;
        let known = matches!(number, DatumType::F32 | DatumType::F16);
        ensure!(known && weights.is_whole() && outputs.is_multiple_of(WIDE), "panels of {weights:?}");
        Ok(Self { inputs, outputs, rows: Stored::InFile(weights.clone()) })
    }

    /// Of the rows of Wᵀ, [M, K].
    pub(super) fn transposed(weights: Rows<'_>) -> Self {
        let (inputs, outputs) = (weights.width, weights.count);
        let mut rows = vec![[Line([0.0; LANES]); 2]; outputs.div_ceil(WIDE) * inputs];
        for (index, panel) in rows.chunks_exact_mut(inputs.max(1)).enumerate() {
            for lane in 0..WIDE.min(weights.count - index * WIDE) {
                let column = weights.row(index * WIDE + lane);
                panel.iter_mut().zip(column).for_each(|(lines, &value)| lines[lane / LANES].0[lane % LANES] = value);
            }
        }
        Self { inputs, outputs, rows: Stored::Here(rows) }
    }

    /// Writes X·W + b to `y`, whose rows begin `stride` apart, on this thread; without `bias` X·W.
    ///
    /// # Errors
    /// The shapes do not fit, or this processor has no AVX-512.
    pub(super) fn multiply(&self, x: Rows<'_>, bias: Option<&[f32]>, y: &mut [f32], stride: usize) -> TractResult<()> {
        self.check(x, bias, y, stride)?;
        // SAFETY: this processor has AVX-512, as was just asked, and nobody else has this slice.
        unsafe { self.some(0..self.count(), x, bias, Output::new(y, stride)) };
        Ok(())
    }

    /// The same with panels spread over the threads of a pool.
    fn spread(&self, pool: &rayon::ThreadPool, x: Rows<'_>, bias: Option<&[f32]>, y: &mut [f32], stride: usize) -> TractResult<()> {
        self.check(x, bias, y, stride)?;
        let y = Output::new(y, stride);
        // SAFETY: this processor has AVX-512, as was just asked, and no panel is in two pieces.
        spread(pool, self.count(), |panels| unsafe { self.some(panels, x, bias, y) });
        Ok(())
    }

    /// Some panels' columns of X·W + b, on this thread.
    ///
    /// # Safety
    /// The processor has AVX-512, shapes are checked, and nobody else uses these columns of Y meanwhile.
    unsafe fn some(&self, panels: Range<usize>, x: Rows<'_>, bias: Option<&[f32]>, y: Output<'_>) {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: as is asked for.
        unsafe {
            tiles::multiply(self, panels, x, bias, y);
        }
        #[cfg(not(target_arch = "x86_64"))]
        let _ = (panels, x, bias, y);
    }

    fn check(&self, x: Rows<'_>, bias: Option<&[f32]>, y: &[f32], stride: usize) -> TractResult<()> {
        ensure!(available(), "a processor without AVX-512");
        // The rows of Y must lie within it as those of X do.
        Rows::new(y, stride, x.count, self.outputs)?;
        ensure!(x.width == self.inputs && bias.is_none_or(|bias| bias.len() == self.outputs), "{}×{} for {x:?}", self.inputs, self.outputs);
        Ok(())
    }

    /// How many panels there are.
    fn count(&self) -> usize {
        self.outputs.div_ceil(WIDE)
    }

    /// X·W + b for X [.., T, K] as a tensor [.., T, M], its columns spread over the threads that tract may use.
    ///
    /// # Errors
    /// As [`Self::multiply`].
    pub(super) fn product(&self, x: &Tensor, bias: &Tensor) -> TractResult<Tensor> {
        let mut shape: TVec<usize> = x.shape().into();
        let width = shape.last_mut().ok_or_else(|| format_err!("a number where rows are wanted"))?;
        let inputs = std::mem::replace(width, self.outputs);
        let (x, bias) = (x.try_as_plain_ram()?, bias.try_as_plain_ram()?);
        let (x, bias) = (x.as_slice::<f32>()?, bias.as_slice::<f32>()?);
        let rows = Rows::new(x, inputs, x.len() / inputs.max(1), inputs)?;
        // SAFETY: any bits are an f32, and every element is written below before anything reads it.
        let mut output = unsafe { Tensor::uninitialized_dt(DatumType::F32, &shape)? };
        let mut plain = output.try_as_plain_ram_mut()?;
        let y = plain.as_slice_mut::<f32>()?;
        match current_tract_executor() {
            Executor::MultiThread(pool) => self.spread(&pool, rows, Some(bias), y, self.outputs)?,
            _ => self.multiply(rows, Some(bias), y, self.outputs)?,
        }
        Ok(output)
    }
}

impl fmt::Debug for Panels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{} in panels", self.inputs, self.outputs)
    }
}

#[cfg(test)]
mod tests;
