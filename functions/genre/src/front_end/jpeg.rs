//! What a JPEG file does to a picture: the lossy half of libjpeg's encoder and decoder, bit for bit, without the file between them.
//!
//! Entropy coding loses nothing, so it is left out. What remains is whole numbers throughout (ITU-T T.81; libjpeg's default methods):
//!
//! 1. RGB → YCbCr (JFIF), 16-bit fixed point; the palette is converted once instead of every pixel.
//! 2. Chroma halved both ways (4:2:0): the mean of 2×2, its rounding alternating between columns as libjpeg's does.
//! 3. Blocks of 8×8, the picture's last column and row repeated to fill the last ones: DCT (`jfdctint.c`, after Loeffler, Ligtenberg and
//!    Moschytz 1989), division by the table of Annex K scaled for the quality, rounding, and the same backwards (`jidctint.c`).
//! 4. Chroma doubled by libjpeg's "fancy" triangle filter, 3/4 the nearer and 1/4 the farther sample along each axis.
//! 5. YCbCr → RGB, 16-bit fixed point.
//!
//! Pictures less than five pixels wide would be doubled plainly by libjpeg; here, too, they get the filter.

/// Fractional bits of the colour conversions.
const COLOR_BITS: u32 = 16;
/// Fractional bits of the DCT's constants.
const DCT_BITS: u32 = 13;
/// Fractional bits that are kept between the passes of a DCT.
const PASS_BITS: u32 = 2;

/// T.81 table K.1, in rows of frequencies.
#[rustfmt::skip]
const LUMA: [u32; 64] = [
    16, 11, 10, 16,  24,  40,  51,  61,
    12, 12, 14, 19,  26,  58,  60,  55,
    14, 13, 16, 24,  40,  57,  69,  56,
    14, 17, 22, 29,  51,  87,  80,  62,
    18, 22, 37, 56,  68, 109, 103,  77,
    24, 35, 55, 64,  81, 104, 113,  92,
    49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103,  99,
];
/// T.81 table K.2.
#[rustfmt::skip]
const CHROMA: [u32; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99,
    18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
];

/// A planned round trip of indexed pictures of one size.
pub(super) struct RoundTrip {
    width: usize,
    height: usize,
    /// Y, Cb and Cr of every colour.
    palette: [Vec<u8>; 3],
    luma: [Step; 64],
    chroma: [Step; 64],
}

/// What a frequency is rounded to multiples of.
#[derive(Clone, Copy)]
struct Step {
    size: i32,
    /// `2^32 / (8 · size)`, rounded up: a product instead of a quotient, and the same for all that a block can hold.
    reciprocal: u64,
}

/// One component, its width and height multiples of 8.
struct Plane {
    width: usize,
    samples: Vec<u8>,
}

impl RoundTrip {
    /// Plans pictures of `width` × `height` colours out of `palette` at libjpeg's `quality`, 1 to 100.
    pub(super) fn new(width: usize, height: usize, palette: &[u32; 256], quality: u8) -> Self {
        let component = |weights: [f64; 3], offset: i32| {
            let [red, green, blue] = weights.map(|weight| fixed(weight, COLOR_BITS));
            let convert = |&color: &u32| {
                let [_, r, g, b] = color.to_be_bytes().map(i32::from);
                ((red * r + green * g + blue * b + offset) >> COLOR_BITS) as u8
            };
            palette.iter().map(convert).collect()
        };
        // Half a step less than a half rounds chroma's .5 down, as libjpeg does to stay within 255.
        let (half, centre) = (1 << (COLOR_BITS - 1), (128 << COLOR_BITS) + (1 << (COLOR_BITS - 1)) - 1);
        Self {
            width,
            height,
            palette: [
                component([0.29900, 0.58700, 0.11400], half),
                component([-0.16874, -0.33126, 0.50000], centre),
                component([0.50000, -0.41869, -0.08131], centre),
            ],
            luma: scaled(&LUMA, quality),
            chroma: scaled(&CHROMA, quality),
        }
    }

    /// The picture of palette indices [height, width] as a JPEG decoder shows it: RGB [height, width, 3].
    pub(super) fn run(&self, indices: &[u8]) -> Vec<u8> {
        let [y, blue, red] = &self.palette;
        let mut luma = self.plane(indices, y);
        let [mut blue, mut red] = [blue, red].map(|component| self.plane(indices, component).halved());
        luma.quantise(&self.luma);
        blue.quantise(&self.chroma);
        red.quantise(&self.chroma);
        self.to_rgb(&luma, &blue, &red)
    }

    /// One component of the picture, the last column and row repeated to whole units of 16.
    fn plane(&self, indices: &[u8], component: &[u8]) -> Plane {
        let (width, height) = (self.width.next_multiple_of(16), self.height.next_multiple_of(16));
        let mut samples = Vec::with_capacity(width * height);
        for row in indices.chunks_exact(self.width) {
            samples.extend(row.iter().map(|&index| component[usize::from(index)]));
            let last = samples.last().copied().unwrap_or_default();
            samples.resize(samples.len().next_multiple_of(width), last);
        }
        for _ in self.height..height {
            samples.extend_from_within(samples.len() - width..);
        }
        Plane { width, samples }
    }

    fn to_rgb(&self, luma: &Plane, blue: &Plane, red: &Plane) -> Vec<u8> {
        let round = 1 << (COLOR_BITS - 1);
        let [red_of_cr, blue_of_cb] = [1.40200, 1.77200].map(|weight| fixed(weight, COLOR_BITS));
        let [green_of_cr, green_of_cb] = [0.71414, 0.34414].map(|weight| fixed(weight, COLOR_BITS));
        let (mut cb_row, mut cr_row) = (vec![0; self.width], vec![0; self.width]);
        let mut rgb = vec![0; self.width * self.height * 3];
        for (y, output) in rgb.chunks_exact_mut(3 * self.width).enumerate() {
            blue.doubled_row(y, self.height.div_ceil(2), &mut cb_row);
            red.doubled_row(y, self.height.div_ceil(2), &mut cr_row);
            let luma = &luma.samples[y * luma.width..][..self.width];
            for (((pixel, &luma), &cb), &cr) in output.as_chunks_mut::<3>().0.iter_mut().zip(luma).zip(&cb_row).zip(&cr_row) {
                let (luma, cb, cr) = (i32::from(luma), cb - 128, cr - 128);
                let clamped = |value: i32| value.clamp(0, 255) as u8;
                *pixel = [
                    clamped(luma + ((red_of_cr * cr + round) >> COLOR_BITS)),
                    clamped(luma + ((round - green_of_cb * cb - green_of_cr * cr) >> COLOR_BITS)),
                    clamped(luma + ((blue_of_cb * cb + round) >> COLOR_BITS)),
                ];
            }
        }
        rgb
    }
}

impl Plane {
    /// Half the width and height: means of 2×2, rounded down and up in turn.
    fn halved(&self) -> Self {
        let width = self.width / 2;
        let mut samples = Vec::with_capacity(self.samples.len() / 4);
        for rows in self.samples.chunks_exact(2 * self.width) {
            let (upper, lower) = rows.split_at(self.width);
            let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
            samples.extend(pairs.enumerate().map(|(column, (&[a, b], &[c, d]))| {
                let bias = 1 + (column as u16 & 1);
                ((u16::from(a) + u16::from(b) + u16::from(c) + u16::from(d) + bias) >> 2) as u8
            }));
        }
        Self { width, samples }
    }

    /// Takes every block to its frequencies, rounds them to multiples of `table`, and back.
    fn quantise(&mut self, table: &[Step; 64]) {
        let width = self.width;
        for band in self.samples.chunks_exact_mut(8 * width) {
            for left in (0..width).step_by(8) {
                let mut block = [[0; 8]; 8];
                for (y, row) in block.iter_mut().enumerate() {
                    for (value, &sample) in row.iter_mut().zip(&band[y * width + left..]) {
                        *value = i32::from(sample) - 128;
                    }
                }
                // Rows first on the way there and last on the way back, like libjpeg: the rounding between the passes shows.
                let mut block = both_ways(block, to_frequencies, DCT_BITS + PASS_BITS);
                for (value, step) in block.as_flattened_mut().iter_mut().zip(table) {
                    *value = step.nearest(*value);
                }
                let block = both_ways(block, from_frequencies, DCT_BITS + PASS_BITS + 3);
                for (y, row) in block.iter().enumerate() {
                    for (sample, &value) in band[y * width + left..].iter_mut().zip(row) {
                        *sample = (value + 128).clamp(0, 255) as u8;
                    }
                }
            }
        }
    }

    /// Row `y` of the plane at twice its size, of which `rows` rows are picture: each sample is 9/16 the nearest, 3/16 each the next in
    /// its row and in its column, 1/16 the one across. The picture's edges are repeated.
    fn doubled_row(&self, y: usize, rows: usize, output: &mut [i32]) {
        let row = |index: usize| &self.samples[index * self.width..][..output.len().div_ceil(2)];
        let near = row(y / 2);
        let far = row(if y.is_multiple_of(2) { (y / 2).saturating_sub(1) } else { (y / 2 + 1).min(rows - 1) });
        let sums: Vec<i32> = near.iter().zip(far).map(|(&near, &far)| 3 * i32::from(near) + i32::from(far)).collect();
        for (x, pair) in output.chunks_mut(2).enumerate() {
            let (left, right) = (sums[x.saturating_sub(1)], sums[(x + 1).min(sums.len() - 1)]);
            pair[0] = (3 * sums[x] + left + 8) >> 4;
            if let Some(second) = pair.get_mut(1) {
                *second = (3 * sums[x] + right + 7) >> 4;
            }
        }
    }
}

impl Step {
    /// The nearest multiple of a transform's value, which is eight times too large.
    fn nearest(self, value: i32) -> i32 {
        let half = 4 * self.size as u32;
        let multiple = (u64::from(value.unsigned_abs() + half) * self.reciprocal) >> 32;
        multiple as i32 * value.signum() * self.size
    }
}

/// libjpeg's scale of qualities: 50 is the table itself, 100 all ones. Gives the transpose, as blocks of frequencies are.
fn scaled(table: &[u32; 64], quality: u8) -> [Step; 64] {
    let quality = u32::from(quality.clamp(1, 100));
    let percent = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
    std::array::from_fn(|i| {
        let size = ((table[8 * (i % 8) + i / 8] * percent + 50) / 100).clamp(1, 255);
        Step { size: size as i32, reciprocal: (1_u64 << 32).div_ceil(8 * u64::from(size)) }
    })
}

fn fixed(value: f64, bits: u32) -> i32 {
    (value * f64::from(1 << bits)).round() as i32
}

/// One-dimensional transforms along rows, then along columns. Gives the transpose, so that doing it twice gives a block as it was.
fn both_ways(block: [[i32; 8]; 8], transform: impl Fn([i32; 8], u32) -> [i32; 8], last_shift: u32) -> [[i32; 8]; 8] {
    let rows = block.map(|row| transform(row, DCT_BITS - PASS_BITS));
    transposed(&rows).map(|column| transform(column, last_shift))
}

fn transposed(block: &[[i32; 8]; 8]) -> [[i32; 8]; 8] {
    std::array::from_fn(|x| std::array::from_fn(|y| block[y][x]))
}

/// `x / 2^shift`, rounded.
fn descaled(x: i32, shift: u32) -> i32 {
    (x + (1 << (shift - 1))) >> shift
}

/// √2·cos(3π/8), and √2·cos(π/8) less and plus as much, in [`DCT_BITS`].
const ROTATION: [i32; 3] = [4_433, 6_270, 15_137];

/// Eight samples to eight frequencies, √8 times the orthonormal DCT, rounded off by `shift` bits.
fn to_frequencies(x: [i32; 8], shift: u32) -> [i32; 8] {
    let sum: [i32; 4] = std::array::from_fn(|i| x[i] + x[7 - i]);
    let difference: [i32; 4] = std::array::from_fn(|i| x[3 - i] - x[4 + i]);
    let (outer, inner) = (sum[0] + sum[3], sum[1] + sum[2]);
    let (outer_difference, inner_difference) = (sum[0] - sum[3], sum[1] - sum[2]);
    let common = (inner_difference + outer_difference) * ROTATION[0];
    let odd = odd_part(difference);
    [
        (outer + inner) << DCT_BITS,
        odd[3],
        common + outer_difference * ROTATION[1],
        odd[2],
        (outer - inner) << DCT_BITS,
        odd[1],
        common - inner_difference * ROTATION[2],
        odd[0],
    ]
    .map(|value| descaled(value, shift))
}

/// The inverse of [`to_frequencies`], again √8 times as large.
fn from_frequencies(x: [i32; 8], shift: u32) -> [i32; 8] {
    if x[1..] == [0; 7] {
        // Most of the higher frequencies have been rounded to nothing.
        return [descaled(x[0] << DCT_BITS, shift); 8];
    }
    let common = (x[2] + x[6]) * ROTATION[0];
    let (even_2, even_3) = (common - x[6] * ROTATION[2], common + x[2] * ROTATION[1]);
    let (even_0, even_1) = ((x[0] + x[4]) << DCT_BITS, (x[0] - x[4]) << DCT_BITS);
    let even = [even_0 + even_3, even_1 + even_2, even_1 - even_2, even_0 - even_3];
    let odd = odd_part([x[7], x[5], x[3], x[1]]);
    std::array::from_fn(|i| descaled(if i < 4 { even[i] + odd[3 - i] } else { even[7 - i] - odd[i - 4] }, shift))
}

/// The odd half of both transforms: Loeffler's rotations, in [`DCT_BITS`].
fn odd_part([a, b, c, d]: [i32; 4]) -> [i32; 4] {
    let shared = (a + c + b + d) * 9_633;
    let (ad, bc) = (-(a + d) * 7_373, -(b + c) * 20_995);
    let (ac, bd) = (shared - (a + c) * 16_069, shared - (b + d) * 3_196);
    [a * 2_446 + ad + ac, b * 16_819 + bc + bd, c * 25_172 + bc + ac, d * 12_299 + ad + bd]
}

#[cfg(test)]
mod tests {
    use super::{CHROMA, LUMA, scaled};

    #[test]
    fn products_round_as_quotients_do() {
        for step in [1, 10, 75, 100].into_iter().flat_map(|quality| [scaled(&LUMA, quality), scaled(&CHROMA, quality)]).flatten() {
            for value in -16_384_i32..=16_384 {
                let quotient = (value.abs() + 4 * step.size) / (8 * step.size);
                assert_eq!(step.nearest(value), quotient * value.signum() * step.size, "{value} in steps of {}", step.size);
            }
        }
    }
}
