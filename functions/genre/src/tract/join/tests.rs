//! Products as the converter writes them, and such as only look like them.

use std::sync::Arc;

use prost::Message;
use tract_onnx::pb::tensor_shape_proto::{Dimension, dimension};
use tract_onnx::pb::type_proto::{self, Value};
use tract_onnx::pb::{ModelProto, OperatorSetIdProto, TensorShapeProto, TypeProto, ValueInfoProto};

use super::super::linear::Linear;
use super::super::load::Graph as File;
use super::super::panels::{BYTES, FLOATS, FOURS};
use super::*;
use crate::mapped::Bytes;

const TOKENS: usize = 9;
const WIDTH: usize = 128;

fn node(op: &str, inputs: &[&str], output: &str, attribute: Option<(&str, i64)>) -> NodeProto {
    let attribute = attribute.map(|(name, value)| AttributeProto {
        name: name.to_owned(),
        r#type: AttributeType::Int.into(),
        i: value,
        ..AttributeProto::default()
    });
    NodeProto {
        name: output.to_owned(),
        op_type: op.to_owned(),
        input: inputs.iter().map(ToString::to_string).collect(),
        output: vec![output.to_owned()],
        attribute: attribute.into_iter().collect(),
        ..NodeProto::default()
    }
}

fn constant(name: &str, number: DataType, dims: &[usize], raw_data: Vec<u8>) -> TensorProto {
    let dims = dims.iter().map(|&extent| extent as i64).collect();
    TensorProto { name: name.to_owned(), dims, data_type: number as i32, raw_data, ..TensorProto::default() }
}

fn floats(name: &str, values: &[f32]) -> TensorProto {
    let dims: &[usize] = if values.len() == 1 { &[] } else { &[values.len()] };
    constant(name, DataType::Float, dims, values.iter().flat_map(|value| value.to_le_bytes()).collect())
}

fn rows(name: &str) -> ValueInfoProto {
    let extent = |extent: usize| Dimension { value: Some(dimension::Value::DimValue(extent as i64)), ..Dimension::default() };
    let shape = TensorShapeProto { dim: [1, TOKENS, WIDTH].map(extent).into() };
    let tensor = type_proto::Tensor { elem_type: DataType::Float as i32, shape: Some(shape) };
    let r#type = TypeProto { value: Some(Value::TensorType(tensor)), ..TypeProto::default() };
    ValueInfoProto { name: name.to_owned(), r#type: Some(r#type), ..ValueInfoProto::default() }
}

/// x·W + b in int8.
fn quantised() -> GraphProto {
    let nodes = [
        ("Abs", vec!["x"], "size", None),
        ("ReduceMax", vec!["size", "axis"], "peak", Some(("keepdims", 1))),
        ("Max", vec!["peak", "floor"], "largest", None),
        ("Div", vec!["steps", "largest"], "rate", None),
        ("Div", vec!["largest", "steps"], "step", None),
        ("Mul", vec!["x", "rate"], "scaled", None),
        ("Round", vec!["scaled"], "rounded", None),
        ("Add", vec!["rounded", "offset"], "shifted", None),
        ("Cast", vec!["shifted"], "bytes", Some(("to", DataType::Uint8 as i64))),
        ("MatMulInteger", vec!["bytes", "weight", "zero"], "product", None),
        ("Cast", vec!["product"], "sum", Some(("to", DataType::Float as i64))),
        ("Mul", vec!["sum", "columns"], "by_column", None),
        ("Mul", vec!["by_column", "step"], "by_row", None),
        ("Add", vec!["by_row", "bias"], "y", None),
    ];
    let some = |index: usize| (index * 7919 % 255) as u8;
    let series: Vec<f32> = (0..WIDTH).map(|index| f32::from(some(index)) / 2e4 + 1e-3).collect();
    GraphProto {
        name: "g".to_owned(),
        node: nodes.iter().map(|(op, inputs, output, attribute)| node(op, inputs, output, *attribute)).collect(),
        initializer: vec![
            constant("axis", DataType::Int64, &[1], (-1_i64).to_le_bytes().into()),
            floats("floor", &[FLOOR]),
            floats("steps", &[STEPS]),
            floats("offset", &[f32::from(OFFSET)]),
            constant("zero", DataType::Uint8, &[], vec![OFFSET]),
            // From -127 to 127.
            constant("weight", DataType::Int8, &[WIDTH, WIDTH], (0..WIDTH * WIDTH).map(|index| some(index).wrapping_sub(127)).collect()),
            floats("columns", &series),
            floats("bias", &series.iter().map(|value| value * 3.0 - 0.02).collect::<Vec<_>>()),
        ],
        input: vec![rows("x")],
        output: vec![rows("y")],
        ..GraphProto::default()
    }
}

/// x·W + b with W in panels of so many columns.
fn in_panels(columns: usize) -> GraphProto {
    let values: Vec<f32> = (0..WIDTH * WIDTH).map(|index| (index * 7919 % 255) as f32 / 2e3 - 0.06).collect();
    let mut sort = node("Transpose", &["panels"], "sorted", None);
    let perm =
        AttributeProto { name: "perm".to_owned(), r#type: AttributeType::Ints.into(), ints: vec![1, 0, 2], ..AttributeProto::default() };
    sort.attribute.push(perm);
    let numbers = |values: [usize; 2]| values.iter().flat_map(|&value| (value as i64).to_le_bytes()).collect();
    GraphProto {
        name: "g".to_owned(),
        node: vec![
            sort,
            node("Reshape", &["sorted", "shape"], "weight", None),
            node("MatMul", &["x", "weight"], "product", None),
            node("Add", &["product", "bias"], "y", None),
        ],
        initializer: vec![
            constant("panels", DataType::Float, &[WIDTH / columns, WIDTH, columns], floats("", &values).raw_data),
            constant("shape", DataType::Int64, &[2], numbers([WIDTH, WIDTH])),
            floats("bias", &values[..WIDTH]),
        ],
        input: vec![rows("x")],
        output: vec![rows("y")],
        ..GraphProto::default()
    }
}

/// The same of [`quantised`].
fn quantised_in_panels() -> GraphProto {
    let mut graph = quantised();
    let mut nodes = in_panels(FLOATS).node.into_iter();
    let (mut sort, rows) = (nodes.next().expect("two of them"), nodes.next().expect("two of them"));
    sort.attribute[0].ints = vec![1, 3, 0, 2];
    graph.node.splice(..0, [sort, rows]);
    let weight = graph.initializer.iter_mut().find(|tensor| tensor.name == "weight").expect("it has one");
    weight.name = "panels".to_owned();
    weight.dims = [WIDTH / BYTES, WIDTH / FOURS, BYTES, FOURS].map(|extent| extent as i64).into();
    graph.initializer.extend(in_panels(FLOATS).initializer.into_iter().filter(|tensor| tensor.name == "shape"));
    graph
}

fn bytes(graph: GraphProto) -> Vec<u8> {
    let opset_import = vec![OperatorSetIdProto { domain: String::new(), version: 20 }];
    ModelProto { ir_version: 9, graph: Some(graph), opset_import, ..ModelProto::default() }.encode_to_vec()
}

fn answers(plan: TypedModel) -> Vec<f32> {
    let plan: Arc<TypedSimplePlan> = plan.into_runnable().expect("it runs");
    let values: Vec<f32> = (0..TOKENS * WIDTH).map(|index| (index * 31 % 97) as f32 / 50.0 - 0.9).collect();
    let x = Tensor::from_shape(&[1, TOKENS, WIDTH], &values).expect("they fit");
    let found = plan.run(tvec!(x.into_tvalue())).expect("it runs");
    found.iter().flat_map(|output| output.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("f32").to_vec()).collect()
}

/// Reads a graph plainly and rewritten, and tells how many products were joined.
#[track_caller]
fn check(graph: GraphProto) -> usize {
    let bytes = bytes(graph);
    let plain = tract_onnx::onnx().model_for_read(&mut &*bytes).and_then(InferenceModelExt::into_optimized).expect("tract reads it");
    let mut file = File::read(&Bytes::BuiltIn(bytes.leak())).expect("it is a model");
    let rewritten = std::mem::take(&mut file.model).into_optimized().expect("tract reads it");
    let joined = rewritten.nodes().iter().filter(|node| node.op_is::<Linear>()).count();
    if joined > 0 {
        let operators: Vec<String> = rewritten.nodes().iter().map(|node| node.op.name().to_string()).collect();
        assert!(!operators.iter().any(|name| name.contains("Round") || name.contains("Reduce")), "what was joined goes: {operators:?}");
    }
    file.fill(&rewritten).expect("it is the same file");
    let (expected, found) = (answers(plain), answers(rewritten));
    let size = expected.iter().fold(0.0_f32, |size, value| size.max(value.abs()));
    for (expected, found) in expected.iter().zip(&found) {
        assert!((expected - found).abs() <= 1e-6 * size && size > 0.1, "{found} instead of {expected}");
    }
    assert_eq!(expected.len(), found.len());
    joined
}

#[test]
fn what_the_converter_writes_becomes_one_node() {
    assert_eq!(check(quantised()), 1);
    assert_eq!(check(in_panels(FLOATS)), 1);
    assert_eq!(check(quantised_in_panels()), 1);
}

#[test]
fn what_only_looks_like_panels_stays_as_it_is() {
    let cases: [(&str, usize, Change<'_>); 5] = [
        ("narrower panels", FLOATS / 2, &|_| {}),
        ("in another order", FLOATS, &|graph| graph.node[0].attribute[0].ints = vec![0, 1, 2]),
        ("in no order that is told", FLOATS, &|graph| graph.node[0].attribute.clear()),
        ("rows that are an answer, too", FLOATS, &|graph| {
            graph.node.push(node("Add", &["weight", "bias"], "z", None));
            graph.output.push(rows("z"));
        }),
        ("no bias", FLOATS, &|graph| {
            graph.node[3] = node("Sub", &["product", "bias"], "y", None);
        }),
    ];
    for (name, columns, change) in cases {
        let mut graph = in_panels(columns);
        change(&mut graph);
        assert_eq!(check(graph), 0, "{name}");
    }
}

/// What is done to a graph.
type Change<'a> = &'a dyn Fn(&mut GraphProto);

#[test]
fn what_computes_something_else_stays_as_it_is() {
    let set = |graph: &mut GraphProto, name: &str, raw_data: Vec<u8>| {
        graph.initializer.iter_mut().filter(|tensor| tensor.name == name).for_each(|tensor| tensor.raw_data.clone_from(&raw_data));
    };
    let input = |graph: &mut GraphProto, output: &str, at: usize, name: &str| {
        graph.node.iter_mut().filter(|node| node.name == output).for_each(|node| name.clone_into(&mut node.input[at]));
    };
    let cases: [(&str, Change<'_>); 8] = [
        ("another zero point", &|graph| set(graph, "zero", vec![127])),
        ("another offset", &|graph| set(graph, "offset", 127.0_f32.to_le_bytes().into())),
        ("another number of steps", &|graph| set(graph, "steps", 100.0_f32.to_le_bytes().into())),
        ("another floor", &|graph| set(graph, "floor", 1e-3_f32.to_le_bytes().into())),
        ("one step for all rows", &|graph| set(graph, "axis", 1_i64.to_le_bytes().into())),
        ("the signs count", &|graph| input(graph, "peak", 0, "x")),
        ("the step of another value", &|graph| input(graph, "step", 0, "peak")),
        ("a value between is an answer, too", &|graph| graph.output.push(rows("by_row"))),
    ];
    for (name, change) in cases {
        let mut graph = quantised();
        change(&mut graph);
        assert_eq!(check(graph), 0, "{name}");
    }
}
