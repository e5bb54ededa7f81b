//! Writes ONNX files with the protobuf types that tract brings.
//!
//! The bytes depend on nothing but the graph: no time, no path, no order of a hash table.

mod vit;

pub(crate) use vit::write as write_vit;

use prost::Message;
use tract_onnx::pb;

/// The operator set: 20 is the first with `Gelu`; ONNX Runtime reads it from 1.17 on.
const OPSET: i64 = 20;
/// The file format that came with that operator set (ONNX 1.15).
const IR_VERSION: i64 = 9;

/// A graph that grows node by node; values are named by strings.
struct Graph {
    proto: pb::GraphProto,
}

/// An attribute of a node.
enum Attribute<'a> {
    Int(i64),
    Ints(&'a [i64]),
    Float(f32),
    Text(&'a str),
}

impl Graph {
    fn new(name: &str) -> Self {
        Self { proto: pb::GraphProto { name: name.to_owned(), ..Default::default() } }
    }

    /// Adds a node with one output, which bears the node's name.
    fn node(&mut self, name: &str, op: &str, inputs: &[&str], attributes: &[(&str, Attribute)]) -> String {
        self.split(name, op, inputs, &[name], attributes);
        name.to_owned()
    }

    /// Adds a node with several outputs.
    fn split(&mut self, name: &str, op: &str, inputs: &[&str], outputs: &[&str], attributes: &[(&str, Attribute)]) {
        self.proto.node.push(pb::NodeProto {
            name: name.to_owned(),
            op_type: op.to_owned(),
            input: inputs.iter().map(ToString::to_string).collect(),
            output: outputs.iter().map(ToString::to_string).collect(),
            attribute: attributes.iter().map(|(name, attribute)| attribute.proto(name)).collect(),
            ..Default::default()
        });
    }

    /// Adds f32 weights.
    fn weights(&mut self, name: &str, shape: &[usize], values: &[f32]) -> String {
        debug_assert_eq!(shape.iter().product::<usize>(), values.len(), "{name}");
        let mut raw = Vec::with_capacity(4 * values.len());
        values.iter().for_each(|value| raw.extend_from_slice(&value.to_le_bytes()));
        self.constant(name, shape.iter().map(|&extent| extent as i64).collect(), pb::tensor_proto::DataType::Float, raw)
    }

    /// Adds a list of integers: a shape, axes, bounds.
    fn integers(&mut self, name: &str, values: &[i64]) -> String {
        let raw = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        self.constant(name, vec![values.len() as i64], pb::tensor_proto::DataType::Int64, raw)
    }

    /// Whether a constant of that name is there already.
    fn has(&self, name: &str) -> bool {
        self.proto.initializer.iter().any(|tensor| tensor.name == name)
    }

    fn constant(&mut self, name: &str, dims: Vec<i64>, data_type: pb::tensor_proto::DataType, raw_data: Vec<u8>) -> String {
        let data_type = data_type as i32;
        self.proto.initializer.push(pb::TensorProto { name: name.to_owned(), dims, data_type, raw_data, ..Default::default() });
        name.to_owned()
    }

    /// Declares an f32 input of shape [N, …].
    fn input(&mut self, name: &str, shape: &[usize]) {
        self.proto.input.push(value_info(name, shape));
    }

    /// Declares an f32 output of shape [N, …].
    fn output(&mut self, name: &str, shape: &[usize]) {
        self.proto.output.push(value_info(name, shape));
    }

    /// The file's bytes.
    fn encode(self) -> Vec<u8> {
        let model = pb::ModelProto {
            ir_version: IR_VERSION,
            opset_import: vec![pb::OperatorSetIdProto { domain: String::new(), version: OPSET }],
            producer_name: "acousticsense".to_owned(),
            graph: Some(self.proto),
            ..Default::default()
        };
        model.encode_to_vec()
    }
}

impl Attribute<'_> {
    fn proto(&self, name: &str) -> pb::AttributeProto {
        use pb::attribute_proto::AttributeType;
        let mut proto = pb::AttributeProto { name: name.to_owned(), ..Default::default() };
        let kind = match self {
            Self::Int(value) => {
                proto.i = *value;
                AttributeType::Int
            }
            Self::Ints(values) => {
                proto.ints = values.to_vec();
                AttributeType::Ints
            }
            Self::Float(value) => {
                proto.f = *value;
                AttributeType::Float
            }
            Self::Text(value) => {
                proto.s = value.as_bytes().to_vec();
                AttributeType::String
            }
        };
        proto.r#type = kind as i32;
        proto
    }
}

/// A value of shape [N, …] with symbolic N.
fn value_info(name: &str, shape: &[usize]) -> pb::ValueInfoProto {
    use pb::tensor_shape_proto::{Dimension, dimension::Value};
    let dimension = |value| Dimension { value: Some(value), ..Default::default() };
    let batch = dimension(Value::DimParam("N".to_owned()));
    let dim = std::iter::once(batch).chain(shape.iter().map(|&extent| dimension(Value::DimValue(extent as i64)))).collect();
    let tensor = pb::type_proto::Tensor { elem_type: pb::tensor_proto::DataType::Float as i32, shape: Some(pb::TensorShapeProto { dim }) };
    let r#type = pb::TypeProto { value: Some(pb::type_proto::Value::TensorType(tensor)), ..Default::default() };
    pb::ValueInfoProto { name: name.to_owned(), r#type: Some(r#type), ..Default::default() }
}
