//! X·W + b as one operator, whose weights are filled in after the graph stands.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use tract_onnx::model::ParsingContext;
use tract_onnx::pb::NodeProto;
use tract_onnx::prelude::tract_data::internal::{bail, ensure, format_err};
use tract_onnx::prelude::*;
use tract_onnx::tract_hir::internal::*;

use super::avx512;
use super::float::{self, Shape};
use super::int8;
use super::load::{Constant, Copies};
use super::panels::Order;

/// What the operator is called in a rewritten graph, and its attributes.
pub(super) const NAME: &str = "AcousticSense.Linear";
pub(super) const ATTRIBUTES: [&str; 3] = ["weights", "inputs", "outputs"];

/// X [.., T, K], b [M] → X·W + b, [.., T, M]. With W in int8 there is a third input, what a step is in each of its columns, [M].
#[derive(Clone, Debug)]
pub(super) struct Linear {
    /// Which of the file's large tensors W is.
    pub(super) weights: usize,
    inputs: usize,
    outputs: usize,
    /// Shared by all copies of this operator that tract makes while it optimises.
    packed: Arc<OnceLock<Weights>>,
}

/// W for the kernel that computes it.
#[derive(Debug)]
pub(super) enum Weights {
    Float(float::Packed),
    Int8(int8::Packed),
    /// f32, or f16 that is widened, for registers of sixteen numbers.
    Wide(avx512::Panels),
}

impl Weights {
    /// Brings W, [K, M], into the order of what is fastest here.
    ///
    /// # Errors
    /// It has another shape, or a number format that does not go with the rows'.
    pub(super) fn pack(weights: &Constant, shape: Shape, copies: &mut Copies) -> TractResult<Self> {
        let Constant { number, extents, order, .. } = *weights;
        if number == DatumType::I8 {
            return Ok(Self::Int8(int8::Packed::new(weights, shape, copies)?));
        }
        if shape.number == DatumType::F32 && avx512::available() {
            ensure!(extents == [shape.inputs, shape.outputs], "weights of {extents:?} instead of {shape:?}");
            return Ok(Self::Wide(match order {
                Order::Panels => avx512::Panels::in_file(weights)?,
                Order::Rows => avx512::Panels::copied(copies.of(weights)?)?,
            }));
        }
        // f16 files are computed in f32 where the processor knows no f16.
        let copy = copies.of(weights)?.cast_to_dt(shape.number)?;
        Ok(Self::Float(float::Packed::new(&copy, shape)?))
    }

    /// Whether they are read from their file at every product.
    pub(super) fn in_place(&self) -> bool {
        match self {
            Self::Wide(panels) => panels.are_in_file(),
            Self::Int8(packed) => packed.is_in_file(),
            Self::Float(_) => false,
        }
    }
}

impl Linear {
    /// Makes it of a node of a rewritten graph.
    pub(super) fn build(_: &ParsingContext, node: &NodeProto) -> TractResult<(Box<dyn InferenceOp>, Vec<String>)> {
        let [weights, inputs, outputs] = ATTRIBUTES.map(|name| node.get_attr::<usize>(name));
        let linear = Self { weights: weights?, inputs: inputs?, outputs: outputs?, packed: Arc::default() };
        Ok((expand(linear), vec![]))
    }

    /// What kernel it wants, once its input is known.
    pub(super) fn shape(&self, input: &TypedFact) -> TractResult<Shape> {
        let extents = input.shape.as_concrete().ok_or_else(|| format_err!("an input of unknown extents"))?;
        ensure!(extents.last() == Some(&self.inputs), "an input of {extents:?} where {} are wanted", self.inputs);
        let tokens = extents.iter().product::<usize>() / self.inputs.max(1);
        Ok(Shape { number: input.datum_type, inputs: self.inputs, outputs: self.outputs, tokens })
    }

    /// Gives it its weights.
    pub(super) fn fill(&self, weights: Weights) {
        // Weights that two nodes share are packed once.
        let _ = self.packed.set(weights);
    }

    /// Whether its weights are read from their file at every product.
    #[cfg(test)]
    pub(super) fn in_place(&self) -> bool {
        self.packed.get().is_some_and(Weights::in_place)
    }

    /// The kernel of a product in int8.
    pub(super) fn int8_kernel(&self) -> Option<&str> {
        match self.packed.get() {
            Some(Weights::Int8(packed)) => Some(packed.kernel()),
            Some(Weights::Float(_) | Weights::Wide(_)) | None => None,
        }
    }
}

impl PartialEq for Linear {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.packed, &other.packed)
    }
}

impl Eq for Linear {}

impl Hash for Linear {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.weights.hash(state);
    }
}

impl Expansion for Linear {
    fn name(&self) -> StaticName {
        NAME.into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        ensure!(matches!(inputs.len(), 2 | 3), "{} inputs instead of x, the bias, and in int8 the columns' steps", inputs.len());
        check_output_arity(outputs, 1)?;
        solver.equals(&inputs[0].datum_type, &outputs[0].datum_type)?;
        solver.equals(&inputs[1].datum_type, &outputs[0].datum_type)?;
        solver.equals(&inputs[0].rank, &outputs[0].rank)?;
        solver.given(&inputs[0].shape, move |solver, mut shape| {
            shape.pop();
            shape.push(self.outputs.to_dim());
            solver.equals(&outputs[0].shape, shape)
        })
    }

    fn wire(&self, prefix: &str, model: &mut TypedModel, inputs: &[OutletId]) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, self.clone(), inputs)
    }
}

impl Op for Linear {
    fn name(&self) -> StaticName {
        NAME.into()
    }

    fn info(&self) -> TractResult<Vec<String>> {
        Ok(vec![format!("{:?}", self.packed.get())])
    }

    op_as_typed_op!();
}

impl EvalOp for Linear {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let output = match (self.packed.get(), inputs.as_slice()) {
            (Some(Weights::Float(packed)), [input, bias]) => packed.run(input, bias)?,
            (Some(Weights::Wide(panels)), [input, bias]) => panels.product(input, bias)?,
            (Some(Weights::Int8(packed)), [input, bias, columns]) => packed.run(input, bias, columns)?,
            (None, _) => bail!("the weights have not been read"),
            (Some(weights), inputs) => bail!("{} inputs for {weights:?}", inputs.len()),
        };
        Ok(tvec!(output.into_tvalue()))
    }
}

impl TypedOp for Linear {
    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let input = inputs.first().ok_or_else(|| format_err!("no input"))?;
        let mut shape = input.shape.clone();
        ensure!(shape.rank() > 0, "a number where rows are wanted");
        shape.set(shape.rank() - 1, self.outputs.to_dim());
        Ok(tvec!(input.datum_type.fact(shape)))
    }

    as_op!();
}
