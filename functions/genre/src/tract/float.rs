//! Products in f32 and f16 with tract's kernels: weights as this processor's wants them. f32 on AVX-512 has one of its own,
//! [`super::avx512`].
//!
//! A product is Y = X·W + b for X [T, K], W [K, M], b [M] and Y [T, M], all in one number format. To the kernels W is the left operand, M×K, and
//! X the right one, K×T: with many more weights than tokens that is the faster way round (measured, 225 against 180 GFLOP/s).
//!
//! Long sums are cut into pieces, each added to what the one before has left: a kernel reads all tokens' part of a piece once for every few
//! weights' rows, and of 3,072 inputs that part is larger than a core's own cache (measured on AVX-512, 2026-11-22, 768×3072×197: 64
//! GFLOP/s as a whole, 135, 141 and 139 in pieces of 768, 1,024 and 1,536, 118 in pieces of 256). The kernel's own way to add to what is
//! there already goes element by element: 132 in pieces of 1,024.

use std::fmt;
use std::ops::Range;

use tract_linalg::mmm::{MmmDispatch, Query};
use tract_onnx::prelude::tract_data::internal::{bail, ensure};
use tract_onnx::prelude::*;

use super::kernel::{Kernel, Operand, Side};

/// Inputs of a piece, at most.
const LONGEST: usize = 1024;

/// A kernel and weights in the order in which it reads them.
pub(super) struct Packed {
    kernel: Kernel,
    /// W in pieces along K.
    pieces: Vec<Piece>,
    /// K, M.
    inputs: usize,
    outputs: usize,
    number: DatumType,
}

#[derive(Debug)]
struct Piece {
    range: Range<usize>,
    weights: Operand,
}

/// What a kernel is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Of the rows.
    pub(super) number: DatumType,
    /// K.
    pub(super) inputs: usize,
    /// M.
    pub(super) outputs: usize,
    /// T.
    pub(super) tokens: usize,
}

impl Packed {
    /// Chooses this processor's kernel and packs W, [K, M], for it.
    ///
    /// # Errors
    /// W has another shape or number format, or there is no kernel for it.
    pub(super) fn new(weights: &Tensor, shape: Shape) -> TractResult<Self> {
        let Shape { number, inputs, outputs, tokens } = shape;
        ensure!(weights.shape() == [inputs, outputs] && weights.datum_type() == number, "weights are {weights:?} instead of {shape:?}");
        ensure!(inputs > 0, "a product over nothing");
        let query = Query::plain(number, Some(outputs), Some(inputs), Some(tokens));
        let kernel = Kernel::choose(MmmDispatch::native(), query, &[])?;
        let step = inputs.div_ceil(inputs.div_ceil(LONGEST).max(1)).max(1);
        let piece = |begin: usize| {
            let range = begin..inputs.min(begin + step);
            Ok(Piece { weights: kernel.pack(Side::Left, weights, (0, 1), (0, range.clone()))?, range })
        };
        let pieces = (0..inputs).step_by(step).map(piece).collect::<TractResult<Vec<_>>>()?;
        Ok(Self { kernel, pieces, inputs, outputs, number })
    }

    /// Y for the rows of `input`, whose last axis is K, and `bias`, [M].
    ///
    /// # Errors
    /// They have other shapes or number formats.
    pub(super) fn run(&self, input: &Tensor, bias: &Tensor) -> TractResult<Tensor> {
        let number = self.number;
        ensure!(input.datum_type() == number && bias.datum_type() == number, "inputs are not all in {number:?}");
        // The batch is one picture: what stands before the tokens' axis is 1.
        let (&[ref before @ .., tokens, inputs], [outputs]) = (input.shape(), bias.shape()) else {
            bail!("{input:?} and {bias:?} are no rows")
        };
        let fits = before.iter().all(|&extent| extent == 1) && inputs == self.inputs && *outputs == self.outputs;
        ensure!(fits, "{input:?} and {bias:?} do not fit {self:?}");
        let shape = [before, &[tokens, self.outputs]].concat();
        if tokens == 0 {
            return Tensor::zero_dt(number, &shape);
        }
        let axis = before.len();
        let product = |piece: &Piece, bias: Option<&Tensor>| {
            let rows = self.kernel.pack(Side::Right, input, (axis + 1, axis), (axis + 1, piece.range.clone()))?;
            self.kernel.transposed(&piece.weights, &rows, bias)
        };
        let mut sum = product(&self.pieces[0], Some(bias))?;
        for piece in &self.pieces[1..] {
            add(&mut sum, &product(piece, None)?)?;
        }
        sum.into_shape(&shape)
    }
}

/// Adds one product to another of the same extents and number format.
fn add(to: &mut Tensor, what: &Tensor) -> TractResult<()> {
    let (number, what) = (what.datum_type(), what.try_as_plain_ram()?);
    let mut to = to.try_as_plain_ram_mut()?;
    match number {
        DatumType::F32 => to.as_slice_mut::<f32>()?.iter_mut().zip(what.as_slice::<f32>()?).for_each(|(to, what)| *to += what),
        DatumType::F16 => to.as_slice_mut::<f16>()?.iter_mut().zip(what.as_slice::<f16>()?).for_each(|(to, what)| *to += *what),
        _ => bail!("products in {number:?} are not added"),
    }
    Ok(())
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{} {:?} for {:?}", self.inputs, self.outputs, self.number, self.kernel)
    }
}

#[cfg(test)]
mod tests {
    use super::super::noise::noise;
    use super::*;

    fn tensor(shape: &[usize], values: &[f32]) -> Tensor {
        Tensor::from_shape(shape, values).expect("they fit")
    }

    /// Holds the kernel against sums in f64. An f32 sum of K products may be off by some K ε Σ|x·w|; by far less where it is well ordered.
    #[track_caller]
    fn check((tokens, inputs, outputs): (usize, usize, usize), x: &[f32], w: &[f32], b: &[f32]) {
        let shape = Shape { number: DatumType::F32, inputs, outputs, tokens };
        let packed = Packed::new(&tensor(&[inputs, outputs], w), shape).expect("there is a kernel");
        let bias = tensor(&[outputs], b);
        let found = packed.run(&tensor(&[1, tokens, inputs], x), &bias).expect("it runs");
        assert_eq!(found.shape(), [1, tokens, outputs]);
        let found = found.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("they are f32").to_vec();
        for token in 0..tokens {
            for output in 0..outputs {
                let product = |k: usize| f64::from(x[token * inputs + k]) * f64::from(w[k * outputs + output]);
                let (mut sum, mut size) = (f64::from(b[output]), f64::from(b[output].abs()));
                (0..inputs).map(product).for_each(|product| {
                    sum += product;
                    size += product.abs();
                });
                let got = f64::from(found[token * outputs + output]);
                let allowed = size * f64::from(f32::EPSILON) * (inputs as f64).sqrt().max(4.0) + f64::from(f32::MIN_POSITIVE);
                assert!(
                    (got - sum).abs() <= allowed,
                    "{tokens}×{inputs}×{outputs} at {token}, {output}: {got} instead of {sum} ± {allowed}"
                );
            }
        }
    }

    #[test]
    fn products_are_those_of_a_scalar_loop_whatever_the_shape() {
        let mut seed = 0;
        for tokens in [1, 2, 5, 6, 7, 13] {
            for inputs in [1, 3, 48, 1023, 1024, 1025, 2500] {
                for outputs in [1, 16, 31, 32, 33, 100] {
                    seed += 1;
                    let (x, w, b) = (noise(seed, tokens * inputs), noise(seed + 1000, inputs * outputs), noise(seed + 2000, outputs));
                    check((tokens, inputs, outputs), &x, &w, &b);
                }
            }
        }
    }

    #[test]
    fn extreme_values_are_as_exact() {
        let (tokens, inputs, outputs) = (7, 1100, 33);
        let (x, w, b) = (noise(1, tokens * inputs), noise(2, inputs * outputs), noise(3, outputs));
        let zeros = vec![0.0; x.len()];
        check((tokens, inputs, outputs), &zeros, &w, &b);
        check((tokens, inputs, outputs), &x, &vec![0.0; w.len()], &b);
        // One outlier among ordinary values, one token of large ones, values too small for an ordinary exponent.
        let mut outlier = x.clone();
        outlier[3 * inputs + 700] = 1e30;
        check((tokens, inputs, outputs), &outlier, &w, &b);
        let mut loud = x.clone();
        loud[2 * inputs..3 * inputs].iter_mut().for_each(|value| *value *= 1e25);
        check((tokens, inputs, outputs), &loud, &w, &b);
        let tiny: Vec<f32> = x.iter().map(|value| value * 1e-41).collect();
        check((tokens, inputs, outputs), &tiny, &w, &vec![0.0; outputs]);
    }

    #[test]
    fn what_is_no_number_stays_where_it_belongs() {
        let (tokens, inputs, outputs) = (8, 1500, 40);
        let mut x = noise(1, tokens * inputs);
        x[4 * inputs + 1400] = f32::NAN;
        x[6 * inputs] = f32::INFINITY;
        let shape = Shape { number: DatumType::F32, inputs, outputs, tokens };
        let packed = Packed::new(&tensor(&[inputs, outputs], &noise(2, inputs * outputs)), shape).expect("there is a kernel");
        let found = packed.run(&tensor(&[tokens, inputs], &x), &tensor(&[outputs], &noise(3, outputs))).expect("it runs");
        let found = found.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("they are f32").to_vec();
        for (token, row) in found.chunks_exact(outputs).enumerate() {
            assert_eq!(row.iter().all(|value| value.is_finite()), !matches!(token, 4 | 6), "token {token}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let shape = Shape { number: DatumType::F32, inputs: 8, outputs: 4, tokens: 2 };
        assert!(Packed::new(&tensor(&[4, 8], &[0.0; 32]), shape).is_err());
        assert!(Packed::new(&tensor(&[8, 4], &[0.0; 32]), Shape { number: DatumType::F16, ..shape }).is_err());
        let packed = Packed::new(&tensor(&[8, 4], &[0.0; 32]), shape).expect("there is a kernel");
        let (rows, bias) = (tensor(&[2, 8], &[0.0; 16]), tensor(&[4], &[0.0; 4]));
        for (input, bias) in [
            (tensor(&[2, 4], &[0.0; 8]), bias.clone()),
            (tensor(&[8], &[0.0; 8]), bias.clone()),
            (tensor(&[2, 1, 8], &[0.0; 16]), bias.clone()),
            (rows.clone(), tensor(&[8], &[0.0; 8])),
            (rows.clone(), tensor(&[1, 4], &[0.0; 4])),
        ] {
            assert!(packed.run(&input, &bias).is_err(), "{input:?}, {bias:?}");
        }
        assert!(packed.run(&rows, &bias).is_ok());
        let nothing = packed.run(&tensor(&[0, 8], &[]), &bias).expect("no rows are no error");
        assert_eq!(nothing.shape(), [0, 4]);
    }
}
