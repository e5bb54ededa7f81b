//! From a file to a plan: the graph first, then the weights one after the other, each packed as it comes or used where it lies.

use std::collections::HashMap;
use std::fmt;
use std::io::Cursor;
use std::ops::Range;

use tract_onnx::pb::GraphProto;
use tract_onnx::prelude::tract_data::internal::{bail, ensure, format_err};
use tract_onnx::prelude::*;

use super::attention::{self, Attention};
use super::join::join;
use super::linear::{Linear, NAME, Weights};
use super::onnx::{Large, Skeleton};
use super::panels::{Order, to_rows};
use super::rowwise::{self, Rowwise};
use crate::mapped::Bytes;

/// What is known of a file before its weights are read.
pub(super) struct Graph {
    /// Products with large constants are [`Linear`], still without weights.
    pub(super) model: InferenceModel,
    file: Bytes,
    /// In the order of the file, with the index by which [`Linear`] nodes name them.
    weights: Vec<(usize, Constant)>,
}

/// W, [K, M], where a file has it, at any address.
#[derive(Clone)]
pub(super) struct Constant {
    pub(super) file: Bytes,
    pub(super) part: Range<usize>,
    pub(super) number: DatumType,
    pub(super) extents: [usize; 2],
    pub(super) order: Order,
}

impl Constant {
    /// Whether the file has as many bytes of it as its extents say.
    pub(super) fn is_whole(&self) -> bool {
        let [inputs, outputs] = self.extents;
        let bytes = inputs.checked_mul(outputs).and_then(|count| count.checked_mul(self.number.size_of()));
        bytes == Some(self.part.len()) && self.part.end <= self.file.len()
    }

    /// Its numbers, as they lie there.
    ///
    /// # Panics
    /// The file has less, which [`Self::is_whole`] tells.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.file[self.part.clone()]
    }
}

impl fmt::Debug for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, number, extents: [inputs, outputs], .. } = self;
        write!(f, "{inputs}×{outputs} in {number:?} as bytes {part:?} of a file")
    }
}

impl Graph {
    /// Reads all but the weights.
    ///
    /// # Errors
    /// It is no ONNX graph that tract can read.
    pub(super) fn read(file: &Bytes) -> TractResult<Self> {
        let Skeleton { mut proto, large } = Skeleton::read(&mut Cursor::new(&**file))?;
        let graph = proto.graph.as_mut().ok_or_else(|| format_err!("there is no graph in it"))?;
        let joined = join(graph, &large);
        let mut weights = Vec::new();
        for (index, lies) in large.into_iter().enumerate() {
            let begin = usize::try_from(lies.begin)?;
            let part = begin..begin + usize::try_from(lies.bytes)?;
            match joined.get(&index) {
                Some(&(number, extents, order)) => weights.push((index, Constant { file: file.clone(), part, number, extents, order })),
                None => insert(graph, &lies, &file[part])?,
            }
        }
        let mut onnx = tract_onnx::onnx();
        onnx.op_register.insert(NAME, Linear::build);
        onnx.op_register.insert(attention::NAME, Attention::build);
        onnx.op_register.insert(rowwise::NORM, Rowwise::norm);
        onnx.op_register.insert(rowwise::GELU, Rowwise::gelu);
        let model = onnx.parse(&proto, None)?.model;
        Ok(Self { model, file: file.clone(), weights })
    }

    /// Fills the plan's products.
    ///
    /// # Errors
    /// The weights do not fit.
    pub(super) fn fill(self, plan: &TypedModel) -> TractResult<()> {
        let mut wanted: HashMap<usize, Vec<&TypedNode>> = HashMap::new();
        for node in plan.nodes() {
            if let Some(linear) = node.op_as::<Linear>() {
                wanted.entry(linear.weights).or_default().push(node);
            }
        }
        let mut copies = Copies::default();
        for (index, constant) in &self.weights {
            for node in wanted.get(index).into_iter().flatten() {
                let Some(linear) = node.op_as::<Linear>() else { continue };
                let input = *node.inputs.first().ok_or_else(|| format_err!("{} has no input", node.name))?;
                let packed = Weights::pack(constant, linear.shape(plan.outlet_fact(input)?)?, &mut copies)?;
                if !packed.in_place() {
                    self.file.release(constant.part.clone());
                }
                linear.fill(packed);
            }
        }
        Ok(())
    }
}

/// Tensors that constants are copied into again and again. New ones would lie between the packed weights, which stay, and leave holes that
/// nothing fits into: a ViT-B/16 took 500 MB instead of 400.
#[derive(Default)]
pub(super) struct Copies(Vec<Tensor>);

impl Copies {
    /// A constant as a tensor, [K, M].
    ///
    /// # Errors
    /// It has another number of bytes than its extents.
    pub(super) fn of(&mut self, constant: &Constant) -> TractResult<&Tensor> {
        ensure!(constant.is_whole(), "{constant:?}");
        let Constant { number, extents, order, .. } = constant;
        let fits = |copy: &Tensor| copy.datum_type() == *number && copy.shape() == extents;
        let index = match self.0.iter().position(fits) {
            Some(index) => index,
            None => {
                self.0.push(Tensor::zero_dt(*number, extents)?);
                self.0.len() - 1
            }
        };
        let copy = &mut self.0[index];
        let (to, from) = (copy.as_bytes_mut(), constant.bytes());
        match order {
            Order::Rows => to.copy_from_slice(from),
            Order::Panels => to_rows(*number, *extents, from, to),
        }
        Ok(copy)
    }
}

/// Copies the data of a large tensor that is not for a product into the graph.
fn insert(graph: &mut GraphProto, lies: &Large, data: &[u8]) -> TractResult<()> {
    let Some(tensor) = graph.initializer.iter_mut().find(|tensor| tensor.name == lies.name) else { bail!("{} is nowhere", lies.name) };
    tensor.raw_data = data.to_vec();
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::super::avx512;
    use super::*;
    use crate::Model;
    use crate::probe::noise;

    /// Three plain blocks in f32: small enough to be told what becomes of every product.
    fn untrained() -> (Model, Bytes) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/untrained");
        let model = Model::open(&folder, None).expect("it is in the repository");
        let bytes = model.map().expect("it is what its manifest says");
        (model, bytes)
    }

    fn input() -> InferenceFact {
        InferenceFact::dt_shape(DatumType::F32, tvec![1, 1, 224, 224])
    }

    fn answers(plan: &Arc<TypedSimplePlan>, pixels: &[f32]) -> Vec<f32> {
        let pixels = Tensor::from_shape(&[1, 1, 224, 224], pixels).expect("they fit");
        let outputs = plan.run(tvec!(pixels.into_tvalue())).expect("it runs");
        outputs.iter().flat_map(|output| output.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("f32").to_vec()).collect()
    }

    #[test]
    fn the_rewritten_graph_answers_as_the_plain_one() {
        let (model, bytes) = untrained();
        let mut graph = Graph::read(&bytes).expect("it is a model");
        let rewritten = std::mem::take(&mut graph.model).with_input_fact(0, input()).and_then(InferenceModelExt::into_optimized);
        let rewritten = rewritten.expect("tract reads it");
        let joined = rewritten.nodes().iter().filter(|node| node.op_is::<Linear>()).count();
        // Of three blocks: query, key and value (in two parts in the last one), projection, and both layers of the MLP.
        assert_eq!(joined, 13, "products have changed that were to be joined");
        let attention = rewritten.nodes().iter().filter(|node| node.op_is::<Attention>()).count();
        let rowwise = rewritten.nodes().iter().filter(|node| node.op_is::<Rowwise>()).count();
        assert_eq!(rowwise, 10, "two norms and a GELU in each block and the last norm");
        assert_eq!(attention, if avx512::available() { 3 } else { 0 }, "attention has changed that was to be joined");
        graph.fill(&rewritten).expect("they fit");
        // The converter and this side mean the same order of what is as wide as whole panels: the first layers of the MLPs, and key and value
        // of the last block.
        let in_place = rewritten.nodes().iter().filter_map(|node| node.op_as::<Linear>()).filter(|linear| linear.in_place()).count();
        assert_eq!(in_place, if avx512::available() { 4 } else { 0 }, "weights are copied that were to be read where they lie");
        let rewritten = rewritten.into_runnable().expect("it runs");
        let plain = tract_onnx::onnx().model_for_read(&mut &bytes[..]).and_then(|plain| plain.with_input_fact(0, input()));
        let plain = plain.and_then(InferenceModelExt::into_optimized).and_then(TypedModel::into_runnable).expect("tract reads it");
        for seed in 1..=6 {
            let pixels = noise(&model.manifest, seed);
            let (expected, found) = (answers(&plain, &pixels), answers(&rewritten, &pixels));
            let size = expected.iter().fold(1.0_f32, |size, value| size.max(value.abs()));
            let apart = expected.iter().zip(&found).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart <= 1e-5 * size && expected.len() == found.len(), "seed {seed}: {apart} of {size}");
        }
    }
}
