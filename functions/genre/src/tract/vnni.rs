//! Products in int8 for processors with AVX-512 VNNI, from floating point to floating point in one go.
//!
//! tract has a kernel for such processors too. It makes its left operand unsigned in its innermost loop, one more instruction for every
//! product of four bytes, and leaves the way back to floating point to another pass. Measured on one core (2026-11-22, 197 rows, best of 100):
//! 768×2304 2.2 against 1.0 ms, 768×3072 3.0 against 1.3.
//!
//! `VPDPBUSD` adds to 16 sums of i32 the products of four unsigned by four signed bytes each. Rows are stored with 128 added, and every column's
//! sum begins with -128 times the sum of its weights. A tile is [`ROWS`] rows by [`COLUMNS`] columns: 24 registers of sums.

#![expect(unsafe_code, reason = "loads, stores and calls of what is compiled for one kind of processor; each is checked where it stands")]

use std::arch::x86_64::*;
use std::ops::Range;

use rayon::prelude::*;
use tract_linalg::multithread::{Executor, current_tract_executor};
use tract_onnx::prelude::*;

use super::int8::{Ends, Quantise};
use super::load::Constant;
use super::output::{Output, PIECES, spread};
use super::panels;
use crate::wide::widest;

/// What it is called where an engine tells what it runs on.
pub(super) const NAME: &str = "avx512vnni";
/// Of a tile.
const ROWS: usize = 6;
const LINES: usize = 4;
const COLUMNS: usize = 16 * LINES;
/// As they lie in a file.
const _: () = assert!(COLUMNS == panels::BYTES && panels::FOURS == 4);
/// Bytes of four weights, one below the other, of each of a tile's columns.
const STEP: usize = 64 * LINES;

/// Four weights, one below the other, of each of 16 columns.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line([u8; 64]);

/// Four inputs of every row of a tile, with 128 added.
type Fours = [[u8; 4]; ROWS];

/// W in the order in which tiles read it.
pub(super) struct Weights {
    /// For every [`COLUMNS`] columns, four inputs after the other.
    stored: Stored,
    /// What the sum of each column begins with; as many as there are in all tiles.
    begin: Vec<i32>,
    inputs: usize,
    outputs: usize,
}

enum Stored {
    Here(Vec<[Line; LINES]>),
    /// Where a file has them.
    InFile(Constant),
}

impl Stored {
    fn lines(&self) -> &[[u8; STEP]] {
        match self {
            // SAFETY: lines are 64 bytes each, without anything between.
            Self::Here(lines) => unsafe { std::slice::from_raw_parts(lines.as_ptr().cast(), lines.len()) },
            Self::InFile(weights) => weights.bytes().as_chunks().0,
        }
    }
}

/// Whether this processor has the instructions.
pub(super) fn runs() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512vnni")
}

impl Weights {
    /// Brings W, [K, M], into order; none where this processor lacks the instructions.
    pub(super) fn new(weights: &[i8], (inputs, outputs): (usize, usize)) -> Option<Self> {
        if !runs() || inputs == 0 || weights.len() != inputs * outputs {
            return None;
        }
        let fours = inputs.div_ceil(4);
        // Lines are added as they are filled: new memory is slow when it is touched first, and once is enough.
        let mut lines = Vec::with_capacity(fours * outputs.div_ceil(COLUMNS));
        for first in (0..outputs).step_by(COLUMNS) {
            let begin = lines.len();
            lines.resize(begin + fours, [Line([0; 64]); LINES]);
            // SAFETY: this processor has the instructions, as was just asked.
            unsafe { arrange(weights, (outputs, first), &mut lines[begin..]) };
        }
        Some(Self::of(Stored::Here(lines), (inputs, outputs)))
    }

    /// Of panels where a file has them; none where this processor lacks the instructions, or they are not as many as their extents say.
    pub(super) fn in_file(weights: &Constant) -> Option<Self> {
        let Constant { number, extents: [inputs, outputs], .. } = *weights;
        let panels = inputs > 0 && inputs.is_multiple_of(4) && outputs.is_multiple_of(COLUMNS) && number == DatumType::I8;
        (runs() && panels && weights.is_whole()).then(|| Self::of(Stored::InFile(weights.clone()), (inputs, outputs)))
    }

    /// Of whole panels, on a processor that has the instructions.
    fn of(stored: Stored, (inputs, outputs): (usize, usize)) -> Self {
        let mut begin = vec![0; outputs.next_multiple_of(COLUMNS)];
        for (panel, begin) in stored.lines().chunks_exact(inputs.div_ceil(4)).zip(begin.chunks_exact_mut(COLUMNS)) {
            // SAFETY: this processor has the instructions: both callers have asked.
            unsafe { begins(panel, begin) };
        }
        Self { stored, begin, inputs, outputs }
    }

    /// Whether they are read from their file at every product.
    pub(super) fn is_in_file(&self) -> bool {
        matches!(self.stored, Stored::InFile(_))
    }

    /// Y, [T, M], for X, [T, K].
    ///
    /// # Errors
    /// There is no memory for it.
    pub(super) fn product(&self, rows: &[f32], ends: Ends<'_>) -> TractResult<Tensor> {
        assert!(ends.columns.len() == self.outputs && ends.bias.len() == self.outputs, "as many as there are columns");
        let tokens = rows.len() / self.inputs;
        // SAFETY: any bits are an f32, and every element is written below before anything reads it.
        let mut output = unsafe { Tensor::uninitialized_dt(DatumType::F32, &[tokens, self.outputs])? };
        let mut plain = output.try_as_plain_ram_mut()?;
        let y = Output::new(plain.as_slice_mut::<f32>()?, self.outputs);
        let panels = self.outputs.div_ceil(COLUMNS);
        let some = |x: &Whole, panels| {
            // SAFETY: without these instructions there are no weights of this kind, and no panel is in two pieces.
            unsafe { self.some(panels, x, ends, y) }
        };
        match current_tract_executor() {
            Executor::MultiThread(pool) if pool.current_num_threads() > 1 => {
                let x = pool.install(|| Whole::new(rows, self.inputs, PIECES * pool.current_num_threads()));
                spread(&pool, panels, |panels| some(&x, panels));
            }
            _ => some(&Whole::new(rows, self.inputs, 1), 0..panels),
        }
        Ok(output)
    }

    /// Some panels' columns of Y.
    ///
    /// # Safety
    /// Nobody else uses these columns meanwhile.
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
    unsafe fn some(&self, panels: Range<usize>, x: &Whole, ends: Ends<'_>, y: Output<'_>) {
        let fours = self.inputs.div_ceil(4);
        let stored = self.stored.lines();
        let count = x.tiles.len() / fours;
        for panel in panels {
            let lines = &stored[panel * fours..(panel + 1) * fours];
            let begin = &self.begin[panel * COLUMNS..(panel + 1) * COLUMNS];
            let next = stored.get((panel + 1) * fours..(panel + 2) * fours).unwrap_or_default();
            let part = panel * COLUMNS..self.outputs.min((panel + 1) * COLUMNS);
            // Those of the last tile are fewer, what is computed beyond goes nowhere.
            let padded = |values: &[f32]| {
                let mut padded = [0.0; COLUMNS];
                padded[..part.len()].copy_from_slice(&values[part.clone()]);
                padded
            };
            let (columns, bias) = (padded(ends.columns), padded(ends.bias));
            for (number, tile) in x.tiles.chunks_exact(fours).enumerate() {
                // The next panel is brought nearer meanwhile, a share with every tile.
                let share = next.len() * number / count..next.len() * (number + 1) / count;
                let ahead = next[share].as_flattened().as_chunks::<64>().0;
                ahead.iter().for_each(|line| _mm_prefetch::<_MM_HINT_T1>(line.as_ptr().cast()));
                let sums = sums(tile, lines, begin);
                let first = number * ROWS;
                for ((row, sums), &step) in (first..).zip(&sums).zip(&x.steps[first..]) {
                    // SAFETY: as is asked for.
                    finish(sums, step, &columns, &bias, unsafe { y.part(row, part.clone()) });
                }
            }
        }
    }
}

/// X in whole steps.
struct Whole {
    /// For every [`ROWS`] tokens, four inputs after the other.
    tiles: Vec<Fours>,
    /// What a step is in each of X's rows.
    steps: Vec<f32>,
}

impl Whole {
    /// Of X, [T, K], in so many pieces at most, which the threads around this take as it comes.
    fn new(rows: &[f32], inputs: usize, pieces: usize) -> Self {
        let (fours, tokens) = (inputs.div_ceil(4), rows.len() / inputs);
        let (mut tiles, mut steps) = (vec![[[0; 4]; ROWS]; fours * tokens.div_ceil(ROWS)], vec![0.0; tokens]);
        let each = tokens.div_ceil(ROWS).div_ceil(pieces).max(1);
        let piece = |((rows, tiles), steps): ((&[f32], &mut [Fours]), &mut [f32])| {
            let to = tiles.as_flattened_mut().as_flattened_mut();
            widest(Quantise { rows, inputs, to, steps, side_by_side: ROWS, offset: 128 });
        };
        if pieces > 1 {
            let rows = rows.par_chunks(each * ROWS * inputs);
            rows.zip(tiles.par_chunks_mut(each * fours)).zip(steps.par_chunks_mut(each * ROWS)).for_each(piece);
        } else {
            piece(((rows, &mut tiles), &mut steps));
        }
        Self { tiles, steps }
    }
}

/// The sums of one tile.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn sums(tile: &[Fours], lines: &[[u8; STEP]], begin: &[i32]) -> [[__m512i; LINES]; ROWS] {
    let mut first = [_mm512_setzero_si512(); LINES];
    for (first, begin) in first.iter_mut().zip(begin.as_chunks::<16>().0) {
        // SAFETY: these are 64 bytes; the instruction asks for no alignment.
        *first = unsafe { _mm512_loadu_si512(begin.as_ptr().cast()) };
    }
    let mut sums = [first; ROWS];
    for (fours, lines) in tile.iter().zip(lines) {
        let mut weights = [_mm512_setzero_si512(); LINES];
        for (weights, line) in weights.iter_mut().zip(lines.as_chunks::<64>().0) {
            // SAFETY: a line has 64 bytes; the instruction asks for no alignment.
            *weights = unsafe { _mm512_loadu_si512(line.as_ptr().cast()) };
        }
        for row in 0..ROWS {
            let four = _mm512_set1_epi32(i32::from_le_bytes(fours[row]));
            for line in 0..LINES {
                sums[row][line] = _mm512_dpbusd_epi32(sums[row][line], four, weights[line]);
            }
        }
    }
    sums
}

/// One row of a tile in floating point.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn finish(sums: &[__m512i; LINES], step: f32, columns: &[f32; COLUMNS], bias: &[f32; COLUMNS], place: &mut [f32]) {
    let step = _mm512_set1_ps(step);
    let ends = columns.as_chunks::<16>().0.iter().zip(bias.as_chunks::<16>().0);
    for ((sums, (columns, bias)), place) in sums.iter().zip(ends).zip(place.chunks_mut(16)) {
        // SAFETY: both are 64 bytes; the instruction asks for no alignment.
        let (columns, bias) = unsafe { (_mm512_loadu_ps(columns.as_ptr()), _mm512_loadu_ps(bias.as_ptr())) };
        let values = _mm512_add_ps(_mm512_mul_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(*sums), columns), step), bias);
        let mask = u16::MAX >> (16 - place.len());
        // SAFETY: only as many are stored as the mask has bits, as many as the place has.
        unsafe { _mm512_mask_storeu_ps(place.as_mut_ptr(), mask, values) };
    }
}

/// Brings a panel's columns, from `first` on, into order.
///
/// The compiler makes a loop over single bytes of it, and then it was half of what a start waits for (2026-11-28, ViT-B/16: 166 ms).
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn arrange(weights: &[i8], (outputs, first): (usize, usize), lines: &mut [[Line; LINES]]) {
    let width = COLUMNS.min(outputs - first);
    for (rows, lines) in weights.chunks(4 * outputs).zip(lines) {
        // Where there are no more rows or columns there are zeros.
        let mut four = [_mm512_setzero_si512(); 4];
        for (four, row) in four.iter_mut().zip(rows.chunks_exact(outputs)) {
            let row = &row[first..first + width];
            let mask = u64::MAX >> (COLUMNS - width);
            // SAFETY: only as many bytes are read as the mask has bits, as many as there are.
            *four = unsafe { _mm512_maskz_loadu_epi8(mask, row.as_ptr()) };
        }
        for (line, ordered) in lines.iter_mut().zip(interleaved(four)) {
            // SAFETY: a line has the length and the alignment of a register.
            unsafe { _mm512_store_si512(line.0.as_mut_ptr().cast(), ordered) };
        }
    }
}

/// What the sums of a panel's columns begin with: -128 times the sums of their weights.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn begins(panel: &[[u8; STEP]], begin: &mut [i32]) {
    let mut sums = [_mm512_setzero_si512(); LINES];
    for lines in panel {
        for (sum, line) in sums.iter_mut().zip(lines.as_chunks::<64>().0) {
            // SAFETY: a line has 64 bytes; the instruction asks for no alignment.
            let weights = unsafe { _mm512_loadu_si512(line.as_ptr().cast()) };
            *sum = _mm512_dpbusd_epi32(*sum, _mm512_set1_epi8(i8::MIN), weights);
        }
    }
    for (begin, sum) in begin.as_chunks_mut::<16>().0.iter_mut().zip(sums) {
        // SAFETY: sixteen numbers are written where sixteen are.
        unsafe { _mm512_storeu_si512(begin.as_mut_ptr().cast(), _mm512_sub_epi32(_mm512_setzero_si512(), sum)) };
    }
}

/// Four rows of 64 bytes → for 16 columns after the other, the four bytes of each column next to each other.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn interleaved([a, b, c, d]: [__m512i; 4]) -> [__m512i; LINES] {
    // Within every quarter of a register: pairs of rows, then all four, of columns 0-3, 4-7, 8-11, 12-15.
    let (low, high) = (_mm512_unpacklo_epi8(a, b), _mm512_unpackhi_epi8(a, b));
    let (low_2, high_2) = (_mm512_unpacklo_epi8(c, d), _mm512_unpackhi_epi8(c, d));
    let columns = [
        _mm512_unpacklo_epi16(low, low_2),
        _mm512_unpackhi_epi16(low, low_2),
        _mm512_unpacklo_epi16(high, high_2),
        _mm512_unpackhi_epi16(high, high_2),
    ];
    // The quarters of these are what belongs to lines 0, 1, 2 and 3.
    let [p, q, r, s] = columns;
    let (pq_even, pq_odd) = (_mm512_shuffle_i32x4::<0b10_00_10_00>(p, q), _mm512_shuffle_i32x4::<0b11_01_11_01>(p, q));
    let (rs_even, rs_odd) = (_mm512_shuffle_i32x4::<0b10_00_10_00>(r, s), _mm512_shuffle_i32x4::<0b11_01_11_01>(r, s));
    [
        _mm512_shuffle_i32x4::<0b10_00_10_00>(pq_even, rs_even),
        _mm512_shuffle_i32x4::<0b10_00_10_00>(pq_odd, rs_odd),
        _mm512_shuffle_i32x4::<0b11_01_11_01>(pq_even, rs_even),
        _mm512_shuffle_i32x4::<0b11_01_11_01>(pq_odd, rs_odd),
    ]
}
