//! Finds the attention of blocks in a graph, which [`super::attention`] computes as one operator.

use tract_onnx::pb::attribute_proto::AttributeType;
use tract_onnx::pb::tensor_proto::DataType;
use tract_onnx::pb::{AttributeProto, NodeProto};
use tract_onnx::prelude::f16;

use super::attention::{COLUMNS, HEADS, NAME, SCALE, WIDTH};
use super::join::Graph;

/// Where the order of axes is changed: [N, T, h, w] to [N, h, T, w] and back, and [N, T, h, w] to [N, h, w, T].
const FORTH: [i64; 4] = [0, 2, 1, 3];
const TRANSPOSED: [i64; 4] = [0, 2, 3, 1];

/// Attention that was found.
pub(super) struct Heads {
    /// What all of it ends in.
    pub(super) node: usize,
    /// What stands for it.
    pub(super) whole: NodeProto,
}

/// Queries, keys or values of all heads.
struct Part<'g> {
    /// What they are columns of, and the first of these.
    source: &'g str,
    column: usize,
    heads: usize,
    width: usize,
}

/// The attention whose softmax is the node at `index`: `MatMul(q, kᵀ)`, `Softmax` over keys, `MatMul` with v, where q, k and v are rows, or equal
/// parts of rows, that are brought into heads, q times a constant perhaps, and the way back from heads to rows.
pub(super) fn attention(graph: &Graph<'_>, index: usize) -> Option<Heads> {
    let softmax = graph.operator(index, "Softmax").filter(|node| matches!(graph.attribute(node, "axis"), Some(-1 | 3)))?;
    let scores = uncast(graph, softmax.input.first()?);
    let [queries, keys] = graph.maker(scores, "MatMul")?.input.as_slice() else { return None };
    let (queries, scale) = scaled(graph, queries)?;
    let weights = graph.step(softmax, "Cast").map_or(softmax, |(cast, _)| graph.node(cast));
    let (product, values) = graph.step(weights, "MatMul")?;
    // The other way round it would be another product.
    let left = graph.node(product).input.first() == weights.output.first();
    let (order, _) = graph.step(graph.node(product), "Transpose").filter(|&(order, _)| ints(graph.node(order), "perm") == Some(&FORTH))?;
    let (node, shape) = graph.step(graph.node(order), "Reshape")?;
    let parts = [part(graph, queries, &FORTH)?, part(graph, keys, &TRANSPOSED)?, part(graph, values, &FORTH)?];
    let [Part { heads, width, .. }, ..] = parts;
    let alike = parts.iter().all(|part| part.heads == heads && part.width == width);
    let rows = matches!(graph.whole_numbers(shape)?.as_slice(), &[0, _, joined] if usize::try_from(joined) == Ok(heads * width));
    let end = graph.node(node);
    let int = |name: &str, value: usize| AttributeProto {
        name: name.to_owned(),
        r#type: AttributeType::Int.into(),
        i: value as i64,
        ..AttributeProto::default()
    };
    let float = AttributeProto { name: SCALE.to_owned(), r#type: AttributeType::Float.into(), f: scale, ..AttributeProto::default() };
    let mut attribute = vec![int(HEADS, heads), int(WIDTH, width), float];
    attribute.extend(COLUMNS.into_iter().zip(&parts).map(|(name, part)| int(name, part.column)));
    let whole = NodeProto {
        input: parts.iter().map(|part| part.source.to_owned()).collect(),
        output: end.output.clone(),
        name: end.name.clone(),
        op_type: NAME.to_owned(),
        attribute,
        ..NodeProto::default()
    };
    (left && alike && rows).then_some(Heads { node, whole })
}

/// What a value was before it was brought into another number format, if it was: operators of ours compute in one.
fn uncast<'g>(graph: &Graph<'g>, value: &'g str) -> &'g str {
    graph.maker(value, "Cast").and_then(|cast| cast.input.first()).map_or(value, String::as_str)
}

/// Queries and what they were multiplied by.
fn scaled<'g>(graph: &Graph<'g>, queries: &'g str) -> Option<(&'g str, f32)> {
    let Some(product) = graph.maker(queries, "Mul") else { return Some((queries, 1.0)) };
    let [queries, factor] = product.input.as_slice() else { return None };
    let factor = graph.constant(factor).filter(|factor| factor.dims.iter().product::<i64>() == 1)?;
    let bytes = factor.raw_data.as_slice();
    let scale = match DataType::try_from(factor.data_type) {
        Ok(DataType::Float) => f32::from_le_bytes(bytes.try_into().ok()?),
        Ok(DataType::Float16) => f16::from_le_bytes(bytes.try_into().ok()?).to_f32(),
        _ => return None,
    };
    Some((queries, scale))
}

/// What `value` has in heads: [N, T, h · w] by way of [N, T, h, w].
fn part<'g>(graph: &Graph<'g>, value: &'g str, order: &[i64]) -> Option<Part<'g>> {
    let turned = graph.maker(value, "Transpose").filter(|node| ints(node, "perm") == Some(order))?;
    let [rows, shape] = graph.maker(turned.input.first()?, "Reshape")?.input.as_slice() else { return None };
    let &[0, _, heads, width] = graph.whole_numbers(shape)?.as_slice() else { return None };
    let (heads, width) = (usize::try_from(heads).ok()?, usize::try_from(width).ok()?);
    let (source, index) = graph.split_of(rows).unwrap_or((rows, 0));
    Some(Part { source, column: index * heads * width, heads, width })
}

fn ints<'n>(node: &'n NodeProto, name: &str) -> Option<&'n [i64]> {
    node.attribute.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.ints.as_slice())
}
