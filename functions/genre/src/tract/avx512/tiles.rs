//! The loop over tiles of Y, and what it does with registers.

use std::arch::x86_64::*;
use std::ops::Range;

use tract_onnx::prelude::DatumType;

use super::{DEEP, LANES, Line, Panels, Rows, Stored, TALL, WIDE};
use crate::tract::output::Output;

/// Bytes of a panel's row in f32, and in f16.
const ROW: usize = 4 * WIDE;
const HALF: usize = 2 * WIDE;

/// Rows of panels, 32 numbers in f32 or in f16 each.
#[derive(Clone, Copy)]
enum Part<'a> {
    Whole(&'a [[u8; ROW]]),
    Half(&'a [[u8; HALF]]),
}

/// A part of X and the part of W for it.
struct Tile<'a> {
    /// First token.
    row: usize,
    /// First input.
    input: usize,
    panel: &'a [[u8; ROW]],
    /// The tile's share of what comes after this panel, to be fetched meanwhile.
    next: Part<'a>,
}

/// What has been summed up for a tile.
#[repr(align(64))]
struct Sums([[f32; WIDE]; TALL]);

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

impl Panels {
    /// As they are stored.
    fn rows(&self) -> Part<'_> {
        match &self.rows {
            Stored::Here(rows) => Part::Whole(bytes(rows)),
            Stored::InFile(weights) if weights.number == DatumType::F16 => Part::Half(weights.bytes().as_chunks().0),
            Stored::InFile(weights) => Part::Whole(weights.bytes().as_chunks().0),
        }
    }
}

/// Rows of panels as bytes, which they are in a file.
fn bytes(rows: &[[Line; 2]]) -> &[[u8; ROW]] {
    // SAFETY: a row is two lines of 64 bytes without anything between, and numbers are bytes.
    unsafe { std::slice::from_raw_parts(rows.as_ptr().cast(), rows.len()) }
}

/// Inputs that are summed up between two fetches ahead.
const BETWEEN: usize = 8;

/// Some panels' columns of X·W + b.
///
/// # Safety
/// Nobody else uses these columns of Y meanwhile.
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn multiply(panels: &Panels, some: Range<usize>, x: Rows<'_>, bias: Option<&[f32]>, y: Output<'_>) {
    let Panels { inputs, outputs, .. } = *panels;
    let stored = panels.rows();
    // As even as it goes: of twelve tokens and one each of the two would keep the units half busy.
    let tiles = x.count.div_ceil(TALL);
    let mut widened = Vec::new();
    // What lies beyond the last columns is summed up, too, and goes nowhere.
    let mut sums = Sums([[0.0; WIDE]; TALL]);
    for input in (0..inputs.max(1)).step_by(DEEP) {
        let depth = DEEP.min(inputs - input);
        for index in some.clone() {
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
            let first = index * WIDE;
            let columns = first..outputs.min(first + WIDE);
            for tile in 0..tiles {
                let part = |of: usize| of * tile / tiles..of * (tile + 1) / tiles;
                let (tokens, next) = (part(x.count), next.part(part(next.len())));
                for (token, sums) in tokens.clone().zip(&mut sums.0) {
                    match bias {
                        // SAFETY: as is asked for.
                        _ if input > 0 => fill(sums, unsafe { y.part(token, columns.clone()) }),
                        Some(bias) => fill(sums, &bias[columns.clone()]),
                        None => *sums = [0.0; WIDE],
                    }
                }
                one(tokens.len(), &x, &Tile { row: tokens.start, input, panel, next }, &mut sums);
                for (token, sums) in tokens.zip(&sums.0) {
                    // SAFETY: as is asked for.
                    let row = unsafe { y.part(token, columns.clone()) };
                    match row.first_chunk_mut() {
                        Some(row) => *row = *sums,
                        None => row.copy_from_slice(&sums[..row.len()]),
                    }
                }
            }
        }
    }
}

/// Copies up to 32 numbers. Nearly always they are 32, and a copy of unknown length takes as long as a fifth of what a tile is multiplied in.
#[target_feature(enable = "avx512f")]
#[inline]
fn fill(to: &mut [f32; WIDE], from: &[f32]) {
    match from.first_chunk() {
        Some(from) => *to = *from,
        None => to[..from.len()].copy_from_slice(from),
    }
}

#[target_feature(enable = "avx512f")]
fn one(tokens: usize, x: &Rows<'_>, tile: &Tile<'_>, sums: &mut Sums) {
    match tokens {
        1 => of::<1>(x, tile, sums),
        2 => of::<2>(x, tile, sums),
        3 => of::<3>(x, tile, sums),
        4 => of::<4>(x, tile, sums),
        5 => of::<5>(x, tile, sums),
        6 => of::<6>(x, tile, sums),
        7 => of::<7>(x, tile, sums),
        8 => of::<8>(x, tile, sums),
        9 => of::<9>(x, tile, sums),
        10 => of::<10>(x, tile, sums),
        11 => of::<11>(x, tile, sums),
        _ => of::<TALL>(x, tile, sums),
    }
}

#[target_feature(enable = "avx512f")]
#[inline]
fn of<const N: usize>(x: &Rows<'_>, tile: &Tile<'_>, places: &mut Sums) {
    let depth = tile.panel.len();
    let mut rows: [&[f32]; N] = [&[]; N];
    for (n, row) in rows.iter_mut().enumerate() {
        *row = &x.row(tile.row + n)[tile.input..tile.input + depth];
    }
    let mut sums = [[_mm512_setzero_ps(); 2]; N];
    for (sums, place) in sums.iter_mut().zip(&places.0) {
        *sums = load(place);
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
    for (sums, place) in sums.into_iter().zip(&mut places.0) {
        store(sums, place);
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

#[target_feature(enable = "avx512f")]
#[inline]
fn load(values: &[f32; WIDE]) -> [__m512; 2] {
    // SAFETY: both halves are sixteen numbers, which are there.
    unsafe { [_mm512_loadu_ps(values.as_ptr()), _mm512_loadu_ps(values.as_ptr().add(LANES))] }
}

#[target_feature(enable = "avx512f")]
#[inline]
fn store([left, right]: [__m512; 2], values: &mut [f32; WIDE]) {
    // SAFETY: both halves are sixteen numbers, which are there.
    unsafe {
        _mm512_storeu_ps(values.as_mut_ptr(), left);
        _mm512_storeu_ps(values.as_mut_ptr().add(LANES), right);
    }
}
