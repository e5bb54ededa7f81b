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

use rayon::prelude::*;
use tract_linalg::multithread::{Executor, current_tract_executor};
use tract_onnx::prelude::tract_data::internal::{ensure, format_err};
use tract_onnx::prelude::*;

/// Numbers in a register.
const LANES: usize = 16;
/// Columns of a panel: two registers.
const WIDE: usize = 2 * LANES;
/// Tokens of a tile, at most.
const TALL: usize = 12;
/// Inputs that are summed up before the next panel is begun: the part of X that belongs to them, 300 kB for 197 tokens, stays in the core's own cache.
const DEEP: usize = 384;

/// Where panels lie, so that no load crosses a cache line.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Line([f32; LANES]);

/// A panel's row in f16.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Half([f16; WIDE]);

/// W in panels, the last one filled up with zeros.
#[derive(Debug)]
pub(super) struct Panels {
    /// K, M.
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    /// For each panel its rows, from k = 0 on.
    rows: Stored,
}

#[derive(Debug)]
enum Stored {
    Whole(Vec<[Line; 2]>),
    /// As an f16 file has them; a panel is widened when its turn comes.
    Half(Vec<Half>),
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

    /// Some of them, one after the other.
    fn part(&self, first: usize, count: usize) -> Self {
        Self { values: self.values.get(first * self.stride..).unwrap_or_default(), count, ..*self }
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
        Self { inputs, outputs, rows: Stored::Whole(rows) }
    }

    /// Of W's numbers in f16, [K, M], kept so.
    ///
    /// Measured (2026-11-28, ViT-B/16, one thread, a virtual machine whose memory is slow when it is touched first): loaded in 320 ms and 205 MB
    /// at most where widened weights took 985 ms and 490 MB; a picture takes as long.
    ///
    /// # Errors
    /// There are more or fewer of them.
    pub(super) fn halves(values: &[f16], (inputs, outputs): (usize, usize)) -> TractResult<Self> {
        ensure!(Some(values.len()) == inputs.checked_mul(outputs), "{} numbers for {inputs}×{outputs}", values.len());
        let mut rows = Vec::with_capacity(outputs.div_ceil(WIDE) * inputs);
        for first in (0..outputs).step_by(WIDE) {
            let columns = first..outputs.min(first + WIDE);
            rows.extend(values.chunks_exact(outputs).map(|values| {
                let mut row = Half([f16::ZERO; WIDE]);
                row.0[..columns.len()].copy_from_slice(&values[columns.clone()]);
                row
            }));
        }
        Ok(Self { inputs, outputs, rows: Stored::Half(rows) })
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
        Self { inputs, outputs, rows: Stored::Whole(rows) }
    }

    /// Writes X·W + b to `y`, whose rows begin `stride` apart, on this thread; without `bias` X·W.
    ///
    /// # Errors
    /// The shapes do not fit, or this processor has no AVX-512.
    pub(super) fn multiply(&self, x: Rows<'_>, bias: Option<&[f32]>, y: &mut [f32], stride: usize) -> TractResult<()> {
        ensure!(available(), "a processor without AVX-512");
        // The rows of Y must lie within it as those of X do.
        Rows::new(y, stride, x.count, self.outputs)?;
        ensure!(x.width == self.inputs && bias.is_none_or(|bias| bias.len() == self.outputs), "{}×{} for {x:?}", self.inputs, self.outputs);
        #[cfg(target_arch = "x86_64")]
        // SAFETY: this processor has AVX-512, as was just asked.
        unsafe {
            tiles::multiply(self, x, bias, y, stride);
        }
        Ok(())
    }

    /// X·W + b for X [.., T, K] as a tensor [.., T, M], its rows spread over the threads that tract may use.
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
        if let Executor::MultiThread(pool) = current_tract_executor() {
            let each = rows.count.div_ceil(pool.current_num_threads()).max(1);
            let part = |(index, y): (usize, &mut [f32])| {
                self.multiply(rows.part(index * each, y.len() / self.outputs), Some(bias), y, self.outputs)
            };
            pool.install(|| y.par_chunks_mut(each * self.outputs.max(1)).enumerate().try_for_each(part))?;
        } else {
            self.multiply(rows, Some(bias), y, self.outputs)?;
        }
        Ok(output)
    }
}

#[cfg(target_arch = "x86_64")]
mod tiles {
    use std::arch::x86_64::*;
    use std::ops::Range;

    use super::{DEEP, Half, LANES, Line, Panels, Rows, Stored, TALL, WIDE};

    /// Where a sum begins.
    #[derive(Clone, Copy)]
    enum Begin<'a> {
        Zero,
        Bias(&'a [f32]),
        /// What earlier inputs have left in Y.
        Output,
    }

    /// A place in Y and the part of W for it.
    struct Tile<'a> {
        /// First token.
        row: usize,
        /// First column and how many.
        column: usize,
        width: usize,
        /// First input.
        input: usize,
        panel: &'a [[Line; 2]],
        /// The tile's share of what comes after this panel, to be fetched meanwhile.
        next: Next<'a>,
        from: Begin<'a>,
    }

    /// A part of a panel as it is stored.
    #[derive(Clone, Copy)]
    enum Next<'a> {
        Whole(&'a [[Line; 2]]),
        Half(&'a [Half]),
    }

    impl<'a> Next<'a> {
        fn len(self) -> usize {
            match self {
                Self::Whole(rows) => rows.len(),
                Self::Half(rows) => rows.len(),
            }
        }

        fn part(self, part: Range<usize>) -> Self {
            match self {
                Self::Whole(rows) => Self::Whole(&rows[part]),
                Self::Half(rows) => Self::Half(&rows[part]),
            }
        }

        /// Has it brought into the core's own cache.
        #[target_feature(enable = "avx512f")]
        #[inline]
        fn fetch(self) {
            match self {
                Self::Whole(rows) => rows.as_flattened().iter().for_each(|line| fetch(line)),
                Self::Half(rows) => rows.iter().for_each(|row| fetch(row)),
            }
        }
    }

    /// Inputs that are summed up between two fetches ahead.
    const BETWEEN: usize = 8;

    #[target_feature(enable = "avx512f")]
    pub(super) fn multiply(panels: &Panels, x: Rows<'_>, bias: Option<&[f32]>, y: &mut [f32], stride: usize) {
        // As even as it goes: of twelve tokens and one each of the two would keep the units half busy.
        let tiles = x.count.div_ceil(TALL);
        let mut widened = Vec::new();
        for input in (0..panels.inputs.max(1)).step_by(DEEP) {
            let depth = DEEP.min(panels.inputs - input);
            for index in 0..panels.outputs.div_ceil(WIDE) {
                let begin = index * panels.inputs + input;
                let (here, after) = (begin..begin + depth, begin + panels.inputs..begin + panels.inputs + depth);
                let (panel, next) = match &panels.rows {
                    Stored::Whole(rows) => (&rows[here], Next::Whole(rows.get(after).unwrap_or_default())),
                    Stored::Half(rows) => {
                        widened.clear();
                        widened.extend(rows[here].iter().map(|row| widen(row)));
                        (&widened[..], Next::Half(rows.get(after).unwrap_or_default()))
                    }
                };
                let column = index * WIDE;
                let width = WIDE.min(panels.outputs - column);
                let from = match bias {
                    _ if input > 0 => Begin::Output,
                    Some(bias) => Begin::Bias(&bias[column..column + width]),
                    None => Begin::Zero,
                };
                for tile in 0..tiles {
                    let part = |of: usize| of * tile / tiles..of * (tile + 1) / tiles;
                    let (tokens, next) = (part(x.count), next.part(part(next.len())));
                    let place = Tile { row: tokens.start, column, width, input, panel, next, from };
                    one(tokens.len(), &x, &place, y, stride);
                }
            }
        }
    }

    #[target_feature(enable = "avx512f")]
    fn one(tokens: usize, x: &Rows<'_>, tile: &Tile<'_>, y: &mut [f32], stride: usize) {
        match tokens {
            1 => of::<1>(x, tile, y, stride),
            2 => of::<2>(x, tile, y, stride),
            3 => of::<3>(x, tile, y, stride),
            4 => of::<4>(x, tile, y, stride),
            5 => of::<5>(x, tile, y, stride),
            6 => of::<6>(x, tile, y, stride),
            7 => of::<7>(x, tile, y, stride),
            8 => of::<8>(x, tile, y, stride),
            9 => of::<9>(x, tile, y, stride),
            10 => of::<10>(x, tile, y, stride),
            11 => of::<11>(x, tile, y, stride),
            _ => of::<TALL>(x, tile, y, stride),
        }
    }

    #[target_feature(enable = "avx512f")]
    #[inline]
    fn of<const N: usize>(x: &Rows<'_>, tile: &Tile<'_>, y: &mut [f32], stride: usize) {
        let depth = tile.panel.len();
        let mut rows: [&[f32]; N] = [&[]; N];
        for (n, row) in rows.iter_mut().enumerate() {
            *row = &x.row(tile.row + n)[tile.input..tile.input + depth];
        }
        let place = |n: usize| (tile.row + n) * stride + tile.column;
        let mut sums = [[_mm512_setzero_ps(); 2]; N];
        for (n, sum) in sums.iter_mut().enumerate() {
            match tile.from {
                Begin::Zero => {}
                Begin::Bias(bias) => *sum = load(bias),
                Begin::Output => *sum = load(&y[place(n)..place(n) + tile.width]),
            }
        }
        let (mut fetched, mut k) = (0, 0);
        let at_once = tile.next.len().div_ceil(depth.div_ceil(BETWEEN).max(1));
        for piece in tile.panel.chunks(BETWEEN) {
            let until = tile.next.len().min(fetched + at_once);
            tile.next.part(fetched..until).fetch();
            fetched = until;
            for [left, right] in piece {
                let (left, right) = (line(left), line(right));
                for n in 0..N {
                    let value = _mm512_set1_ps(rows[n][k]);
                    sums[n][0] = _mm512_fmadd_ps(left, value, sums[n][0]);
                    sums[n][1] = _mm512_fmadd_ps(right, value, sums[n][1]);
                }
                k += 1;
            }
        }
        for (n, sum) in sums.into_iter().enumerate() {
            store(sum, &mut y[place(n)..place(n) + tile.width]);
        }
    }

    #[target_feature(enable = "avx512f")]
    #[inline]
    fn line(line: &Line) -> __m512 {
        // SAFETY: it has the length and the alignment of a register.
        unsafe { _mm512_load_ps(line.0.as_ptr()) }
    }

    #[target_feature(enable = "avx512f")]
    #[inline]
    fn fetch<T>(line: &T) {
        _mm_prefetch::<_MM_HINT_T1>(std::ptr::from_ref(line).cast());
    }

    /// f16 to f32, which is exact.
    #[target_feature(enable = "avx512f")]
    #[inline]
    fn widen(row: &Half) -> [Line; 2] {
        let mut wide = [Line([0.0; LANES]); 2];
        for (wide, half) in wide.iter_mut().zip(row.0.as_chunks::<LANES>().0) {
            // SAFETY: sixteen numbers of two bytes are read, sixteen of four written; both are there.
            unsafe { _mm512_store_ps(wide.0.as_mut_ptr(), _mm512_cvtph_ps(_mm256_loadu_si256(half.as_ptr().cast()))) };
        }
        wide
    }

    /// Which lanes of the two registers up to 32 numbers take.
    fn masks(count: usize) -> [__mmask16; 2] {
        let mask = |count: usize| ((1_u32 << count.min(LANES)) - 1) as __mmask16;
        [mask(count), mask(count.saturating_sub(LANES))]
    }

    /// Up to 32 numbers, and zeros behind them.
    #[target_feature(enable = "avx512f")]
    #[inline]
    fn load(values: &[f32]) -> [__m512; 2] {
        let [left, right] = masks(values.len());
        let second = values.get(LANES..).unwrap_or_default();
        // SAFETY: the masks let no lane be read that is beyond the slices.
        unsafe { [_mm512_maskz_loadu_ps(left, values.as_ptr()), _mm512_maskz_loadu_ps(right, second.as_ptr())] }
    }

    #[target_feature(enable = "avx512f")]
    #[inline]
    fn store([first, last]: [__m512; 2], values: &mut [f32]) {
        let [left, right] = masks(values.len());
        // SAFETY: the mask lets no lane be written that is beyond the slice.
        unsafe { _mm512_mask_storeu_ps(values.as_mut_ptr(), left, first) };
        let second = values.get_mut(LANES..).unwrap_or_default();
        // SAFETY: as above.
        unsafe { _mm512_mask_storeu_ps(second.as_mut_ptr(), right, last) };
    }
}

#[cfg(test)]
mod tests;
