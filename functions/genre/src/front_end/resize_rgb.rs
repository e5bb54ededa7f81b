//! Antialiased bilinear resizing of 8-bit RGB pictures, as Pillow's `Image.resize(size, BILINEAR)` does it.
//!
//! The same triangles as [`super::resize`], but in fixed point, and rounded to 8 bits after each pass: columns first, rows last.

use super::resize::axis;

/// Fractional bits of a weight: 32, less 8 for the samples and 2 to spare.
const WEIGHT_BITS: u32 = 22;
/// Half a unit of the result.
const HALF: i32 = 1 << (WEIGHT_BITS - 1);

/// A planned resize from one size to a square.
pub(super) struct ResizeRgb {
    width: usize,
    side: usize,
    columns: Vec<Taps>,
    rows: Vec<Taps>,
}

/// What one output weighs.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

impl ResizeRgb {
    /// Plans from `width` × `height` to `side` × `side`.
    pub(super) fn new(width: usize, height: usize, side: usize) -> Self {
        let taps = |input| {
            let fixed = |weight: f64| (weight * f64::from(1 << WEIGHT_BITS) + 0.5) as i32;
            axis(input, side).map(|(first, weights)| Taps { first, weights: weights.into_iter().map(fixed).collect() }).collect()
        };
        Self { width, side, columns: taps(width), rows: taps(height) }
    }

    /// Resizes a picture [height, width, 3]; gives [side, side, 3].
    pub(super) fn run(&self, rgb: &[u8]) -> Vec<u8> {
        let mut narrowed = Vec::with_capacity(rgb.len() / self.width * self.side);
        for row in rgb.chunks_exact(3 * self.width) {
            for taps in &self.columns {
                let mut sums = [HALF; 3];
                for (weight, pixel) in taps.weights.iter().zip(row[3 * taps.first..].as_chunks::<3>().0) {
                    for (sum, &value) in sums.iter_mut().zip(pixel) {
                        *sum += weight * i32::from(value);
                    }
                }
                narrowed.extend(sums.map(rounded));
            }
        }
        let row_length = 3 * self.side;
        let mut resized = Vec::with_capacity(row_length * self.side);
        let mut sums = vec![0; row_length];
        for taps in &self.rows {
            sums.fill(HALF);
            for (weight, row) in taps.weights.iter().zip(narrowed[taps.first * row_length..].chunks_exact(row_length)) {
                for (sum, &value) in sums.iter_mut().zip(row) {
                    *sum += weight * i32::from(value);
                }
            }
            resized.extend(sums.iter().copied().map(rounded));
        }
        resized
    }
}

fn rounded(sum: i32) -> u8 {
    (sum >> WEIGHT_BITS).clamp(0, 255) as u8
}
