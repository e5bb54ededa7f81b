//! The heads of a block as one operator: for each head softmax(Q·Kᵀ)·V, on queries, keys and values as their product has left them.
//!
//! As single nodes the same is two products of many small matrices, a softmax, and seven changes of order, in which all values of a picture
//! are copied; here a head's scores are made, used and forgotten in a core's own cache (measured 2026-11-22, ViT-B/16, one thread: 46 ms of
//! 322 as single nodes).
//!
//! Softmax (Vaswani et al. 2017, eq. 1): exp(s - max s) / Σ exp(s - max s) over a row of scores s. The division comes last, on a row of the
//! result: it has a third of the scores' numbers.

use tract_linalg::multithread::{Executor, current_tract_executor};
use tract_onnx::model::ParsingContext;
use tract_onnx::pb::NodeProto;
use tract_onnx::prelude::tract_data::internal::{ensure, format_err};
use tract_onnx::prelude::*;
use tract_onnx::tract_hir::internal::*;

use rayon::prelude::*;

use super::avx512::{Panels, Rows};
use super::softmax::powers;
use crate::wide::{Loop, widest};

/// What the operator is called in a rewritten graph, and its attributes: `heads` of `width` columns each, whose first one stands at these
/// columns of the three inputs; scores are multiplied by `scale`.
pub(super) const NAME: &str = "AcousticSense.Attention";
pub(super) const HEADS: &str = "heads";
pub(super) const WIDTH: &str = "width";
pub(super) const COLUMNS: [&str; 3] = ["query", "key", "value"];
pub(super) const SCALE: &str = "scale";

/// Queries [1, Q, *], keys and values [1, T, *] → [1, Q, heads · width], all in f32.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attention {
    heads: usize,
    width: usize,
    columns: [usize; 3],
    scale: f32,
}

impl Eq for Attention {}

impl Attention {
    /// Makes it of a node of a rewritten graph.
    pub(super) fn build(_: &ParsingContext, node: &NodeProto) -> TractResult<(Box<dyn InferenceOp>, Vec<String>)> {
        let [query, key, value] = COLUMNS.map(|name| node.get_attr::<usize>(name));
        let attention = Self {
            heads: node.get_attr(HEADS)?,
            width: node.get_attr(WIDTH)?,
            columns: [query?, key?, value?],
            scale: node.get_attr(SCALE)?,
        };
        Ok((expand(attention), vec![]))
    }

    /// Attended values [Q, heads · width] for rows as they lie.
    fn run(&self, inputs: [&Tensor; 3]) -> TractResult<Tensor> {
        let (heads, width) = (self.heads, self.width);
        let shapes = inputs.map(Tensor::shape);
        let [&[1, queries, _], &[1, keys, _], &[1, values, _]] = shapes else { bail!("{shapes:?} are no rows of one picture") };
        ensure!(keys == values, "{keys} keys for {values} values");
        let plain = [inputs[0].try_as_plain_ram()?, inputs[1].try_as_plain_ram()?, inputs[2].try_as_plain_ram()?];
        let [query, key, value] = [plain[0].as_slice::<f32>()?, plain[1].as_slice::<f32>()?, plain[2].as_slice::<f32>()?];
        let sources = [query, key, value];
        let rows = |of: usize, head: usize| {
            let (first, stride) = (self.columns[of] + head * width, shapes[of][2]);
            ensure!(first + width <= stride, "head {head} of {heads} where rows have {stride} numbers");
            Rows::new(sources[of].get(first..).unwrap_or_default(), stride, shapes[of][1], width)
        };
        let one = |scores: &mut Vec<f32>, head: usize| -> TractResult<Vec<f32>> {
            let (keys_t, values) = (Panels::transposed(rows(1, head)?), Panels::new(rows(2, head)?));
            scores.resize(queries * keys, 0.0);
            keys_t.multiply(rows(0, head)?, None, scores, keys)?;
            let sums = widest(Powers { scores, width: keys, scale: self.scale });
            let mut attended = vec![0.0; queries * width];
            values.multiply(Rows::new(scores, keys, queries, keys)?, None, &mut attended, width)?;
            for (row, sum) in attended.chunks_exact_mut(width.max(1)).zip(sums) {
                let share = 1.0 / sum;
                row.iter_mut().for_each(|value| *value *= share);
            }
            Ok(attended)
        };
        let parts: Vec<Vec<f32>> = if let Executor::MultiThread(pool) = current_tract_executor() {
            pool.install(|| (0..heads).into_par_iter().map_init(Vec::new, one).collect::<TractResult<_>>())?
        } else {
            let mut scores = Vec::new();
            (0..heads).map(|head| one(&mut scores, head)).collect::<TractResult<_>>()?
        };
        let mut output = Tensor::zero::<f32>(&[1, queries, heads * width])?;
        let mut joined = output.try_as_plain_ram_mut()?;
        for (query, row) in joined.as_slice_mut::<f32>()?.chunks_exact_mut((heads * width).max(1)).enumerate() {
            for (to, part) in row.chunks_exact_mut(width).zip(&parts) {
                to.copy_from_slice(&part[query * width..][..width]);
            }
        }
        Ok(output)
    }
}

impl Expansion for Attention {
    fn name(&self) -> StaticName {
        NAME.into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        check_input_arity(inputs, 3)?;
        check_output_arity(outputs, 1)?;
        solver.equals(&inputs[0].datum_type, &outputs[0].datum_type)?;
        solver.equals(&outputs[0].rank, 3)?;
        solver.given(&inputs[0].shape, move |solver, mut shape| {
            shape.pop();
            shape.push((self.heads * self.width).to_dim());
            solver.equals(&outputs[0].shape, shape)
        })
    }

    fn wire(&self, prefix: &str, model: &mut TypedModel, inputs: &[OutletId]) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, self.clone(), inputs)
    }
}

impl Op for Attention {
    fn name(&self) -> StaticName {
        NAME.into()
    }

    op_as_typed_op!();
}

impl EvalOp for Attention {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (queries, keys, values) = args_3!(inputs);
        Ok(tvec!(self.run([&queries, &keys, &values])?.into_tvalue()))
    }
}

impl TypedOp for Attention {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let queries = inputs.first().ok_or_else(|| format_err!("no input"))?;
        ensure!(inputs.iter().all(|input| input.rank() == 3), "queries, keys and values that are no rows of a picture");
        let mut shape = queries.shape.clone();
        shape.set(2, (self.heads * self.width).to_dim());
        Ok(tvec!(queries.datum_type.fact(shape)))
    }

    as_op!();
}

/// Takes every row of scores to its powers and gives back the rows' sums. A row that holds what is no number becomes none.
struct Powers<'a> {
    scores: &'a mut [f32],
    width: usize,
    scale: f32,
}

impl Loop for Powers<'_> {
    type Done = Vec<f32>;

    #[inline(always)]
    fn run(self) -> Vec<f32> {
        let mut sums = Vec::new();
        // Not `map`: its closure would be compiled for any processor, and this takes four times as long there.
        for row in self.scores.chunks_exact_mut(self.width.max(1)) {
            sums.push(powers(row, self.scale));
        }
        sums
    }
}

#[cfg(test)]
mod tests;
