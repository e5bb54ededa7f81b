//! Antialiased bilinear resizing of one channel, as torchvision's `Resize` does it to tensors (`antialias=True`).
//!
//! Half-pixel centres. Along each axis output `i` is centred on `(i + 0.5) · scale`, `scale = input / output`, and weighs its inputs by a
//! triangle of half-width `max(scale, 1)`, normalised to 1: a shrinking axis is low-pass filtered, a growing one plainly interpolated.

use crate::wide::{Loop, widest};

/// A planned resize from one size to another.
pub(crate) struct Resize {
    columns: Axis,
    rows: Axis,
}

struct Axis {
    input: usize,
    taps: Vec<Taps>,
}

/// What one output weighs.
struct Taps {
    first: usize,
    weights: Vec<f32>,
}

impl Resize {
    /// Plans from (height, width) to (height, width).
    pub(crate) fn new(from: (usize, usize), to: (usize, usize)) -> Self {
        Self { rows: Axis::new(from.0, to.0), columns: Axis::new(from.1, to.1) }
    }

    /// Resizes a row-major picture of the planned size.
    pub(crate) fn run(&self, picture: &[f32]) -> Vec<f32> {
        debug_assert_eq!(picture.len(), self.rows.input * self.columns.input);
        widest(Passes { plan: self, picture })
    }
}

/// Both passes over a picture.
struct Passes<'a> {
    plan: &'a Resize,
    picture: &'a [f32],
}

impl Loop for Passes<'_> {
    type Done = Vec<f32>;

    #[inline(always)]
    fn run(self) -> Vec<f32> {
        let Resize { columns, rows } = self.plan;
        let width = columns.taps.len();
        // Columns first, like the reference.
        let mut narrowed = vec![0.0; rows.input * width];
        for (row, narrowed) in self.picture.chunks_exact(columns.input).zip(narrowed.chunks_exact_mut(width)) {
            for (taps, output) in columns.taps.iter().zip(narrowed) {
                *output = taps.weights.iter().zip(&row[taps.first..]).map(|(weight, value)| weight * value).sum();
            }
        }
        let mut resized = vec![0.0; rows.taps.len() * width];
        for (taps, output) in rows.taps.iter().zip(resized.chunks_exact_mut(width)) {
            for (offset, weight) in taps.weights.iter().enumerate() {
                let row = &narrowed[(taps.first + offset) * width..][..width];
                output.iter_mut().zip(row).for_each(|(sum, value)| *sum += weight * value);
            }
        }
        resized
    }
}

impl Axis {
    fn new(input: usize, output: usize) -> Self {
        let narrow =
            |(first, weights): (usize, Vec<f64>)| Taps { first, weights: weights.into_iter().map(|weight| weight as f32).collect() };
        Self { input, taps: axis(input, output).map(narrow).collect() }
    }
}

/// For every output along an axis the first input that it weighs, and the weights from there on.
pub(super) fn axis(input: usize, output: usize) -> impl Iterator<Item = (usize, Vec<f64>)> {
    let scale = input as f64 / output as f64;
    let half_width = scale.max(1.0);
    (0..output).map(move |i| {
        let centre = (i as f64 + 0.5) * scale;
        let first = ((centre - half_width + 0.5).max(0.0)) as usize;
        let end = ((centre + half_width + 0.5) as usize).min(input);
        let triangle = |j: usize| (1.0 - ((j as f64 + 0.5 - centre) / half_width).abs()).max(0.0);
        let sum: f64 = (first..end).map(triangle).sum();
        (first, (first..end).map(|j| triangle(j) / sum).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::Resize;

    #[track_caller]
    fn check(from: (usize, usize), to: (usize, usize), picture: &[f32], expected: &[f32]) {
        let resized = Resize::new(from, to).run(picture);
        assert_eq!(resized.len(), expected.len());
        for (value, expected) in resized.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-6, "{resized:?}");
        }
    }

    #[test]
    fn follows_the_reference() {
        // torch.nn.functional.interpolate(x, size, mode="bilinear", antialias=True) of torch 2.11 on the same numbers.
        check((1, 4), (1, 2), &[0.0, 1.0, 2.0, 3.0], &[0.714_285_7, 2.285_714_4]);
        check((1, 2), (1, 4), &[0.0, 1.0], &[0.0, 0.25, 0.75, 1.0]);
        check((2, 2), (2, 2), &[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 3.0, 4.0]);
        check((3, 2), (2, 2), &[0.0, 1.0, 3.0, 4.0, 9.0, 10.0], &[1.125, 2.125, 6.75, 7.75]);
    }
}
