//! How a product's columns are spread over threads, and where these write them.

#![expect(unsafe_code, reason = "several threads write into one slice, each into columns of its own")]

use std::marker::PhantomData;
use std::ops::Range;

use rayon::ThreadPool;
use rayon::prelude::*;

/// Pieces of a product for each thread, at most: a thread that is held up in one of them has others wait for that one only.
pub(super) const PIECES: usize = 16;

/// Y, into which several threads write, each into panels of its own.
#[derive(Clone, Copy)]
pub(super) struct Output<'a> {
    begin: *mut f32,
    length: usize,
    /// Numbers between the begins of two rows.
    stride: usize,
    y: PhantomData<&'a mut [f32]>,
}

// SAFETY: it is a slice of numbers; that none of them is written by two threads is asked of whoever calls `part`.
unsafe impl Send for Output<'_> {}
// SAFETY: as above.
unsafe impl Sync for Output<'_> {}

impl<'a> Output<'a> {
    pub(super) fn new(y: &'a mut [f32], stride: usize) -> Self {
        Self { begin: y.as_mut_ptr(), length: y.len(), stride, y: PhantomData }
    }

    /// Some columns of a row.
    ///
    /// # Safety
    /// Nobody else uses these columns as long as they are used here.
    #[inline(always)]
    pub(super) unsafe fn part(self, row: usize, columns: Range<usize>) -> &'a mut [f32] {
        let first = row * self.stride + columns.start;
        assert!(columns.end <= self.stride && first + columns.len() <= self.length, "{columns:?} of row {row}");
        // SAFETY: they lie within the slice, as was just asked, and nobody else uses them, as is asked for.
        unsafe { std::slice::from_raw_parts_mut(self.begin.add(first), columns.len()) }
    }
}

/// Spreads so many panels over the threads of a pool in pieces, as it comes: where one thread is held up, others take what it has not begun.
pub(super) fn spread(pool: &ThreadPool, panels: usize, piece: impl Fn(Range<usize>) + Send + Sync) {
    let pieces = panels.min(PIECES * pool.current_num_threads());
    let all = (0..pieces).into_par_iter().with_max_len(1);
    pool.install(|| all.for_each(|number| piece(panels * number / pieces..panels * (number + 1) / pieces)));
}
