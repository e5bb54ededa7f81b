//! LayerNorm and GELU, each as one pass over rows.
//!
//! tract makes six operators of a LayerNorm and four of a GELU, each of which reads and writes all of a picture's numbers, on one thread
//! (2026-11-28, ViT-B/16 in int8: 10 of 97 ms). Here a row is read once, and rows are spread over threads.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use tract_linalg::multithread::{Executor, current_tract_executor};
use tract_onnx::model::ParsingContext;
use tract_onnx::pb::NodeProto;
use tract_onnx::prelude::tract_data::internal::{bail, ensure, format_err};
use tract_onnx::prelude::*;
use tract_onnx::tract_hir::internal::*;

use super::softmax::{LANES, exp, in_pairs};
use crate::wide::{Loop, widest};

/// What the operators are called in a rewritten graph.
pub(super) const NORM: &str = "AcousticSense.LayerNorm";
pub(super) const GELU: &str = "AcousticSense.Gelu";
/// Rows that one thread takes at a time, at least: fewer are done before another thread is awake.
const AT_ONCE: usize = 16;

/// X [.., N] → the same, row by row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rowwise {
    /// (x - mean) / √(variance + ε) · weight + bias, with the variance of the whole row (Ba et al. 2016, eq. 3), for weight and bias [N].
    Norm { epsilon: f32 },
    /// x · Φ(x), exact but for rounding (Hendrycks and Gimpel 2016).
    Gelu,
}

impl Eq for Rowwise {}

impl Hash for Rowwise {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inputs().hash(state);
    }
}

impl Rowwise {
    /// Makes a LayerNorm over the last axis of a node of a rewritten graph.
    pub(super) fn norm(_: &ParsingContext, node: &NodeProto) -> TractResult<(Box<dyn InferenceOp>, Vec<String>)> {
        let epsilon = node.get_attr_opt("epsilon")?.unwrap_or(1e-5);
        Ok((expand(Self::Norm { epsilon }), vec![]))
    }

    /// The same of a GELU.
    pub(super) fn gelu(_: &ParsingContext, _: &NodeProto) -> TractResult<(Box<dyn InferenceOp>, Vec<String>)> {
        Ok((expand(Self::Gelu), vec![]))
    }

    fn inputs(self) -> usize {
        match self {
            Self::Norm { .. } => 3,
            Self::Gelu => 1,
        }
    }

    fn run(self, rows: &mut Tensor, parameters: &[TValue]) -> TractResult<()> {
        let Some(&width) = rows.shape().last() else { bail!("a number where rows are wanted") };
        let parameter = |index: usize| -> TractResult<&[f32]> {
            let tensor: &Tensor = parameters.get(index).ok_or_else(|| format_err!("a parameter is missing"))?;
            ensure!(tensor.shape() == [width], "{tensor:?} for rows of {width}");
            tensor.try_as_plain_ram()?.as_slice()
        };
        let (weight, bias) = match self {
            Self::Norm { .. } => (parameter(0)?, parameter(1)?),
            Self::Gelu => ([].as_slice(), [].as_slice()),
        };
        let some = |rows: &mut [f32]| match self {
            Self::Norm { epsilon } => widest(Norm { rows, weight, bias, epsilon }),
            Self::Gelu => widest(Gelu { rows }),
        };
        let mut plain = rows.try_as_plain_ram_mut()?;
        let rows = plain.as_slice_mut::<f32>()?;
        match current_tract_executor() {
            Executor::MultiThread(pool) if rows.len() > AT_ONCE * width => {
                let each = (rows.len() / width.max(1)).div_ceil(pool.current_num_threads()).max(AT_ONCE);
                pool.install(|| rows.par_chunks_mut(each * width).for_each(some));
            }
            _ => some(rows),
        }
        Ok(())
    }
}

/// Rows to be normalised.
struct Norm<'a> {
    rows: &'a mut [f32],
    weight: &'a [f32],
    bias: &'a [f32],
    epsilon: f32,
}

impl Loop for Norm<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        let width = self.weight.len();
        for row in self.rows.chunks_exact_mut(width.max(1)) {
            let mean = sum(row, 0.0, false) / width as f32;
            let variance = sum(row, mean, true) / width as f32;
            let rate = 1.0 / (variance + self.epsilon).sqrt();
            for ((value, weight), bias) in row.iter_mut().zip(self.weight).zip(self.bias) {
                *value = (*value - mean) * rate * weight + bias;
            }
        }
    }
}

/// The sum over a row of what each number has more than `less`, or of its square.
#[inline(always)]
fn sum(row: &[f32], less: f32, square: bool) -> f32 {
    let (whole, rest) = row.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for part in whole {
        for (sum, value) in sums.iter_mut().zip(part) {
            let value = value - less;
            *sum += if square { value * value } else { value };
        }
    }
    for (sum, value) in sums.iter_mut().zip(rest) {
        let value = value - less;
        *sum += if square { value * value } else { value };
    }
    in_pairs(sums, |one, other| one + other)
}

/// Numbers to be taken through GELU.
struct Gelu<'a> {
    rows: &'a mut [f32],
}

impl Loop for Gelu<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for value in self.rows {
            *value = gelu(*value);
        }
    }
}

/// x · Φ(x) = max(x, 0) - |x| · (1 - Φ(|x|)), off by less than 3e-7 · max(1, |x|).
///
/// 1 - Φ(|x|) = erfc(|x|/√2)/2 by Abramowitz and Stegun 7.1.26, erfc(u) = (a₁t + … + a₅t⁵)·exp(-u²) with t = 1/(1 + p·u), off by 1.5e-7.
#[inline(always)]
fn gelu(x: f32) -> f32 {
    const P: f32 = 0.327_591_1;
    const FACTORS: [f32; 5] = [1.061_405_4, -1.453_152, 1.421_413_7, -0.284_496_74, 0.254_829_6];
    // Beyond this the rest is zero, and infinity times zero would be no number.
    const FAR: f32 = 1e4;
    let size = x.abs();
    let near = if size > FAR { FAR } else { size };
    let u = near * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / P.mul_add(u, 1.0);
    let mut polynomial = FACTORS[0];
    for factor in &FACTORS[1..] {
        polynomial = polynomial.mul_add(t, *factor);
    }
    let beyond = 0.5 * polynomial * t * exp(-u * u);
    let above = if x > 0.0 { x } else { 0.0 };
    near.mul_add(-beyond, above)
}

impl Expansion for Rowwise {
    fn name(&self) -> StaticName {
        Op::name(self)
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        check_input_arity(inputs, self.inputs())?;
        check_output_arity(outputs, 1)?;
        solver.equals(&inputs[0].datum_type, &outputs[0].datum_type)?;
        solver.equals(&inputs[0].shape, &outputs[0].shape)
    }

    fn wire(&self, prefix: &str, model: &mut TypedModel, inputs: &[OutletId]) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, *self, inputs)
    }
}

impl Op for Rowwise {
    fn name(&self) -> StaticName {
        match self {
            Self::Norm { .. } => NORM.into(),
            Self::Gelu => GELU.into(),
        }
    }

    op_as_typed_op!();
}

impl EvalOp for Rowwise {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, mut inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        ensure!(inputs.len() == self.inputs(), "{} inputs instead of {}", inputs.len(), self.inputs());
        let rows = inputs.remove(0);
        let number = rows.datum_type();
        if number == DatumType::F32 {
            let mut rows = rows.into_tensor();
            self.run(&mut rows, &inputs)?;
            return Ok(tvec!(rows.into_tvalue()));
        }
        // Where blocks are computed in f16, one rounding more would be all that is lost by another loop.
        let mut wide = rows.cast_to::<f32>()?.into_owned();
        let parameters =
            inputs.iter().map(|input| Ok(input.cast_to::<f32>()?.into_owned().into_tvalue())).collect::<TractResult<Vec<_>>>()?;
        self.run(&mut wide, &parameters)?;
        Ok(tvec!(wide.cast_to_dt(number)?.into_owned().into_tvalue()))
    }
}

impl TypedOp for Rowwise {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let rows = inputs.first().ok_or_else(|| format_err!("no input"))?;
        Ok(tvec!(rows.datum_type.fact(rows.shape.clone())))
    }

    as_op!();
}

#[cfg(test)]
mod tests;
