//! The loop over tiles of Y, and what it does with registers.

use std::arch::x86_64::*;
use std::ops::Range;

use super::{DEEP, HALF, LANES, Line, Panels, Part, ROW, Rows, TALL, WIDE, bytes};

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
    panel: &'a [[u8; ROW]],
    /// The tile's share of what comes after this panel, to be fetched meanwhile.
    next: Part<'a>,
    from: Begin<'a>,
}

impl Part<'_> {
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

    /// Has it brought into the core's own cache. Plain loops: what an iterator's closure is not inlined for would have the sums around it stored
    /// and loaded again.
    #[target_feature(enable = "avx512f")]
    #[inline]
    fn fetch(self) {
        match self {
            Self::Whole(rows) => {
                for row in rows {
                    fetch(&row[0]);
                    fetch(&row[ROW / 2]);
                }
            }
            Self::Half(rows) => {
                for row in rows {
                    fetch(&row[0]);
                }
            }
        }
    }
}

/// Inputs that are summed up between two fetches ahead.
const BETWEEN: usize = 8;

#[target_feature(enable = "avx512f")]
pub(super) fn multiply(panels: &Panels, x: Rows<'_>, bias: Option<&[f32]>, y: &mut [f32], stride: usize) {
    let Panels { inputs, outputs, .. } = *panels;
    let stored = panels.rows();
    // As even as it goes: of twelve tokens and one each of the two would keep the units half busy.
    let tiles = x.count.div_ceil(TALL);
    let mut widened = Vec::new();
    for input in (0..inputs.max(1)).step_by(DEEP) {
        let depth = DEEP.min(inputs - input);
        for index in 0..outputs.div_ceil(WIDE) {
            let begin = index * inputs + input;
            let (here, after) = (begin..begin + depth, begin + inputs..begin + inputs + depth);
            let (panel, next) = match stored {
                Part::Whole(rows) => (&rows[here], Part::Whole(rows.get(after).unwrap_or_default())),
                Part::Half(rows) => {
                    widened.clear();
                    widened.extend(rows[here].iter().map(|row| widen(row)));
                    (bytes(&widened), Part::Half(rows.get(after).unwrap_or_default()))
                }
            };
            let column = index * WIDE;
            let width = WIDE.min(outputs - column);
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
        for row in piece {
            let [left, right] = line(row);
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

/// A row of 32 numbers, at any address: within a line of memory where [`Line`]s are, or the file has it so.
#[target_feature(enable = "avx512f")]
#[inline]
fn line(row: &[u8; ROW]) -> [__m512; 2] {
    // SAFETY: both halves are of 64 bytes, which are there.
    unsafe { [_mm512_loadu_ps(row.as_ptr().cast()), _mm512_loadu_ps(row.as_ptr().add(ROW / 2).cast())] }
}

#[target_feature(enable = "avx512f")]
#[inline]
fn fetch<T>(line: &T) {
    _mm_prefetch::<_MM_HINT_T1>(std::ptr::from_ref(line).cast());
}

/// 32 numbers in f16, at any address, in f32, which is exact.
#[target_feature(enable = "avx512f")]
#[inline]
fn widen(row: &[u8; HALF]) -> [Line; 2] {
    let mut wide = [Line([0.0; LANES]); 2];
    for (wide, half) in wide.iter_mut().zip(row.as_chunks::<{ 2 * LANES }>().0) {
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
