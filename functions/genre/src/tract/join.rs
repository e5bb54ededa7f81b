//! Finds the products of a graph that [`Linear`] computes, and makes one node of each with all that belongs to it.

use std::collections::{HashMap, HashSet};

use tract_onnx::pb::attribute_proto::AttributeType;
use tract_onnx::pb::tensor_proto::DataType;
use tract_onnx::pb::{AttributeProto, GraphProto, NodeProto, TensorProto};
use tract_onnx::prelude::*;

use super::avx512;
use super::heads::{self, Heads};
use super::int8::{FLOOR, STEPS};
#[cfg(doc)]
use super::linear::Linear;
use super::linear::{ATTRIBUTES, NAME};
use super::onnx::Large;
use super::panels::{self, Order};
use super::rowwise::{GELU, NORM};

/// What is added to whole steps to make unsigned bytes of them.
const OFFSET: u8 = 128;

/// Number format and extents of a large tensor that became weights.
pub(super) type Weights = HashMap<usize, (DatumType, [usize; 2], Order)>;

/// Makes one node of every product with a large constant; gives back which large tensors became weights. Two forms are known, in both of
/// which nothing else uses what lies between:
///
/// * `MatMul(x, W)` and an `Add` with a constant of W's width, W being a constant in either [`Order`];
/// * the same in int8: `MatMulInteger` of x in steps of 1/127 of its rows' largest values (see [`super::int8`]), stored as unsigned bytes
///   around 128, and the way back to floating point.
pub(super) fn join(graph: &mut GraphProto, large: &[Large]) -> Weights {
    let known = Graph::new(graph, large);
    let (found, attention) = (known.products(), if avx512::available() { known.attention() } else { Vec::new() });
    let mut weights = HashMap::new();
    let any = !found.is_empty() || !attention.is_empty();
    for Heads { node, whole } in attention {
        graph.node[node] = whole;
    }
    for Product { node, place, number, extents, order, inputs } in found {
        weights.insert(place, (number, extents, order));
        graph.node[node] = linear(&graph.node[node], inputs, [place, extents[0], extents[1]]);
    }
    if any {
        drop_unused(graph);
    }
    graph.node.iter_mut().for_each(rowwise);
    let taken: HashSet<&str> = weights.keys().map(|&place| large[place].name.as_str()).collect();
    graph.initializer.retain(|tensor| !taken.contains(tensor.name.as_str()));
    weights
}

/// A product that was found.
struct Product {
    /// The sum with the bias, which all of it ends in.
    node: usize,
    place: usize,
    number: DatumType,
    extents: [usize; 2],
    order: Order,
    /// x, the bias, and in int8 what a step is in each of W's columns.
    inputs: Vec<String>,
}

/// A graph, to be asked who makes and who uses a value.
pub(super) struct Graph<'g> {
    nodes: &'g [NodeProto],
    made: HashMap<&'g str, usize>,
    uses: HashMap<&'g str, Vec<usize>>,
    constants: HashMap<&'g str, &'g TensorProto>,
    /// Which large tensor, and of how many bytes.
    places: HashMap<&'g str, (usize, u64)>,
    /// What the graph answers with.
    told: HashSet<&'g str>,
}

impl<'g> Graph<'g> {
    fn new(graph: &'g GraphProto, large: &'g [Large]) -> Self {
        let mut uses: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, node) in graph.node.iter().enumerate() {
            node.input.iter().for_each(|input| uses.entry(input).or_default().push(index));
        }
        let made = |(index, node): (usize, &'g NodeProto)| node.output.iter().map(move |output| (output.as_str(), index));
        Self {
            nodes: &graph.node,
            made: graph.node.iter().enumerate().flat_map(made).collect(),
            uses,
            constants: graph.initializer.iter().map(|tensor| (tensor.name.as_str(), tensor)).collect(),
            places: large.iter().enumerate().map(|(index, large)| (large.name.as_str(), (index, large.bytes))).collect(),
            told: graph.output.iter().map(|output| output.name.as_str()).collect(),
        }
    }

    /// The attention of blocks, with the node that each ends in.
    fn attention(&self) -> Vec<Heads> {
        (0..self.nodes.len()).filter_map(|index| heads::attention(self, index)).collect()
    }

    pub(super) fn node(&self, index: usize) -> &'g NodeProto {
        &self.nodes[index]
    }

    pub(super) fn constant(&self, name: &str) -> Option<&'g TensorProto> {
        self.constants.get(name).copied()
    }

    /// A constant of whole numbers, as shapes are.
    pub(super) fn whole_numbers(&self, name: &str) -> Option<Vec<i64>> {
        let tensor = self.constant(name).filter(|tensor| tensor.data_type == DataType::Int64 as i32)?;
        if !tensor.int64_data.is_empty() {
            return Some(tensor.int64_data.clone());
        }
        Some(tensor.raw_data.as_chunks().0.iter().map(|&number| i64::from_le_bytes(number)).collect())
    }

    /// Of which value this is a part along the last of three axes, among equal ones, and which.
    pub(super) fn split_of(&self, name: &str) -> Option<(&'g str, usize)> {
        let node = &self.nodes[*self.made.get(name)?];
        let [source] = node.input.as_slice() else { return None };
        let equal =
            self.attribute(node, "num_outputs") == Some(node.output.len() as i64) && matches!(self.attribute(node, "axis"), Some(-1 | 2));
        let known = node.op_type == "Split" && node.domain.is_empty() && equal;
        known.then_some((source.as_str(), node.output.iter().position(|output| output == name)?))
    }

    fn products(&self) -> Vec<Product> {
        (0..self.nodes.len()).filter_map(|index| self.float(index).or_else(|| self.int8(index))).collect()
    }

    fn float(&self, index: usize) -> Option<Product> {
        let node = self.operator(index, "MatMul")?;
        let [x, w] = node.input.as_slice() else { return None };
        let (place, number, extents, order) = self.weights(w)?;
        if !matches!(number, DatumType::F32 | DatumType::F16) {
            return None;
        }
        let (sum, bias) = self.step(node, "Add")?;
        self.vector(bias, extents[1])?;
        Some(Product { node: sum, place, number, extents, order, inputs: vec![x.clone(), bias.to_owned()] })
    }

    fn int8(&self, index: usize) -> Option<Product> {
        let node = self.operator(index, "MatMulInteger")?;
        let [bytes, w, zero] = node.input.as_slice() else { return None };
        let (place, number, extents, order) = self.weights(w)?;
        let zero = self.constants.get(zero.as_str())?;
        if number != DatumType::I8 || zero.data_type != DataType::Uint8 as i32 || zero.raw_data != [OFFSET] || zero.dims.len() > 1 {
            return None;
        }
        let (x, largest) = self.quantised(bytes)?;
        let (sum, _) =
            self.step(node, "Cast").filter(|&(sum, _)| self.attribute(&self.nodes[sum], "to") == Some(DataType::Float as i64))?;
        let (by_column, columns) = self.step(&self.nodes[sum], "Mul")?;
        let (by_row, step) = self.step(&self.nodes[by_column], "Mul")?;
        let (end, bias) = self.step(&self.nodes[by_row], "Add")?;
        self.vector(columns, extents[1])?;
        self.vector(bias, extents[1])?;
        let [over, steps] = self.maker(step, "Div")?.input.as_slice() else { return None };
        let scaled = over == largest && self.scalar(steps) == Some(STEPS);
        let inputs = vec![x.to_owned(), bias.to_owned(), columns.to_owned()];
        scaled.then_some(Product { node: end, place, number, extents, order, inputs })
    }

    /// What unsigned bytes were made of, row by row, and the largest value of each row.
    fn quantised(&self, bytes: &str) -> Option<(&'g str, &'g str)> {
        let cast = self.maker(bytes, "Cast").filter(|cast| self.attribute(cast, "to") == Some(DataType::Uint8 as i64))?;
        let [rounded, offset] = self.maker(cast.input.first()?, "Add")?.input.as_slice() else { return None };
        let [scaled] = self.maker(rounded, "Round")?.input.as_slice() else { return None };
        let [x, rate] = self.maker(scaled, "Mul")?.input.as_slice() else { return None };
        let [steps, largest] = self.maker(rate, "Div")?.input.as_slice() else { return None };
        let [peak, floor] = self.maker(largest, "Max")?.input.as_slice() else { return None };
        let reduce = self.maker(peak, "ReduceMax")?;
        let [size, axes] = reduce.input.as_slice() else { return None };
        let [same] = self.maker(size, "Abs")?.input.as_slice() else { return None };
        let numbers = [(offset, f32::from(OFFSET)), (steps, STEPS), (floor, FLOOR)];
        let last = self.constants.get(axes.as_str()).is_some_and(|axes| axes.dims == [1] && axes.raw_data == (-1_i64).to_le_bytes());
        let kept = self.attribute(reduce, "keepdims").unwrap_or(1) == 1;
        let known = same == x && last && kept && numbers.iter().all(|&(name, value)| self.scalar(name) == Some(value));
        known.then_some((x, largest))
    }

    /// A node, if it computes this.
    pub(super) fn operator(&self, index: usize, operator: &str) -> Option<&'g NodeProto> {
        self.nodes.get(index).filter(|node| node.op_type == operator && node.domain.is_empty() && node.output.len() == 1)
    }

    /// The node that makes a value, if it computes this.
    pub(super) fn maker(&self, value: &str, operator: &str) -> Option<&'g NodeProto> {
        self.operator(*self.made.get(value)?, operator)
    }

    /// The only user of what a node makes, if it computes this, and the other value that it takes; its own where it takes no other.
    pub(super) fn step(&self, node: &NodeProto, operator: &str) -> Option<(usize, &'g str)> {
        let value = node.output.first()?.as_str();
        let [user] = *self.uses.get(value)?.as_slice() else { return None };
        let inputs = self.operator(user, operator).filter(|_| !self.told.contains(value))?.input.as_slice();
        match inputs {
            [one] => Some((user, one)),
            [one, other] | [other, one] if one == value => Some((user, other)),
            _ => None,
        }
    }

    /// Place, number format, extents and order of large weights that nothing else uses.
    fn weights(&self, name: &str) -> Option<(usize, DatumType, [usize; 2], Order)> {
        if let Some((place, number, dims)) = self.large(name) {
            let [inputs, outputs] = *dims.as_slice() else { return None };
            return Some((place, number, [inputs, outputs], Order::Rows));
        }
        // In panels, which two nodes bring into rows.
        let [sorted, shape] = self.maker(name, "Reshape")?.input.as_slice() else { return None };
        let sort = self.maker(sorted, "Transpose")?;
        let perm = sort.attribute.iter().find(|attribute| attribute.name == "perm")?;
        let [stored] = sort.input.as_slice() else { return None };
        let (place, number, dims) = self.large(stored)?;
        let extents = panels::extents(number, &dims, &perm.ints)?;
        let rows = [i64::try_from(extents[0]).ok()?, i64::try_from(extents[1]).ok()?];
        let alone = self.alone(sorted) && self.alone(name);
        (self.whole_numbers(shape)? == rows && alone).then_some((place, number, extents, Order::Panels))
    }

    /// Place, number format and extents of a large tensor that one node uses.
    fn large(&self, name: &str) -> Option<(usize, DatumType, Vec<usize>)> {
        let (&(place, bytes), tensor) = (self.places.get(name)?, self.constants.get(name)?);
        let number = match DataType::try_from(tensor.data_type) {
            Ok(DataType::Float) => DatumType::F32,
            Ok(DataType::Float16) => DatumType::F16,
            Ok(DataType::Int8) => DatumType::I8,
            _ => return None,
        };
        let dims = tensor.dims.iter().map(|&extent| usize::try_from(extent).ok()).collect::<Option<Vec<_>>>()?;
        let whole = dims.iter().try_fold(number.size_of(), |size, &extent| size.checked_mul(extent))?;
        (whole > 0 && whole as u64 == bytes && self.alone(name)).then_some((place, number, dims))
    }

    /// Whether one node and nothing else uses a value.
    fn alone(&self, name: &str) -> bool {
        self.uses.get(name).is_some_and(|uses| uses.len() == 1) && !self.told.contains(name)
    }

    /// Whether a value is a constant of this many numbers in a row.
    fn vector(&self, name: &str, extent: usize) -> Option<()> {
        (self.constants.get(name)?.dims == [extent as i64]).then_some(())
    }

    /// A constant of one number.
    fn scalar(&self, name: &str) -> Option<f32> {
        let tensor = self.constants.get(name).filter(|tensor| tensor.dims.is_empty() && tensor.data_type == DataType::Float as i32)?;
        tensor.raw_data.as_slice().try_into().ok().map(f32::from_le_bytes)
    }

    pub(super) fn attribute(&self, node: &NodeProto, name: &str) -> Option<i64> {
        node.attribute.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.i)
    }
}

/// The node that stands for a product, in place of `end`.
fn linear(end: &NodeProto, input: Vec<String>, numbers: [usize; 3]) -> NodeProto {
    let attribute = |(name, value): (&str, usize)| AttributeProto {
        name: name.to_owned(),
        r#type: AttributeType::Int.into(),
        i: value as i64,
        ..AttributeProto::default()
    };
    NodeProto {
        input,
        output: end.output.clone(),
        name: end.name.clone(),
        op_type: NAME.to_owned(),
        attribute: ATTRIBUTES.into_iter().zip(numbers).map(attribute).collect(),
        ..NodeProto::default()
    }
}

/// Calls norms over the last axis and exact GELUs by the names of our own operators.
fn rowwise(node: &mut NodeProto) {
    if !node.domain.is_empty() || node.output.len() != 1 {
        return;
    }
    let attribute = |name: &str| node.attribute.iter().find(|attribute| attribute.name == name);
    let last = attribute("axis").is_none_or(|axis| axis.i == -1);
    let exact = attribute("approximate").is_none_or(|which| which.s == b"none");
    match node.op_type.as_str() {
        "LayerNormalization" if last && node.input.len() == 3 => NORM.clone_into(&mut node.op_type),
        "Gelu" if exact => GELU.clone_into(&mut node.op_type),
        _ => {}
    }
}

/// Takes out what only products used that are one node now. Nodes stand behind what they use, as ONNX demands.
fn drop_unused(graph: &mut GraphProto) {
    let mut used: HashSet<String> = graph.output.iter().map(|output| output.name.clone()).collect();
    let mut kept = Vec::new();
    for node in graph.node.drain(..).rev() {
        if node.output.iter().any(|output| used.contains(output)) {
            used.extend(node.input.iter().cloned());
            kept.push(node);
        }
    }
    kept.reverse();
    graph.node = kept;
}

#[cfg(test)]
mod tests;
