//! Writes ONNX files with the protobuf types that tract brings.
//!
//! The bytes depend on nothing but the graph: no time, no path, no order of a hash table. Weights are made one after the other while
//! the file is written: a network never lies in memory as a whole.

mod int8;
mod panels;
mod vit;

pub(crate) use panels::Order;
pub(crate) use vit::write as write_vit;

use std::collections::HashSet;
use std::io::Write;

use anyhow::{bail, ensure};
use prost::Message;
use prost::encoding::{WireType, encode_key, encode_varint, encoded_len_varint, key_len};
use tract_onnx::pb;
use tract_onnx::pb::tensor_proto::DataType;

/// The operator set: 20 is the first with `Gelu`; ONNX Runtime reads it from 1.17 on.
const OPSET: i64 = 20;
/// The file format that came with that operator set (ONNX 1.15).
const IR_VERSION: i64 = 9;
/// Bytes of data from which on it is aligned, and to what: a file that is mapped is then read line by line.
const LARGE: usize = 4 << 10;
const LINE: usize = 64;
/// Largest f16.
const F16_MAX: f32 = 65_504.0;

/// A graph that grows node by node; values are named by strings.
struct Graph<'a> {
    /// Everything but the constants.
    proto: pb::GraphProto,
    constants: Vec<Constant<'a>>,
}

/// A constant whose values are made when they are written.
struct Constant<'a> {
    /// Name, extents and type; no values.
    proto: pb::TensorProto,
    values: Values<'a>,
}

enum Values<'a> {
    Integers(Vec<i64>),
    Floats(Box<dyn Fn() -> anyhow::Result<Vec<f32>> + 'a>),
    /// Of one byte each, as i8 or u8.
    Bytes(Box<dyn Fn() -> anyhow::Result<Vec<u8>> + 'a>),
}

/// Number formats of weights and of the values between nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Float {
    F32,
    F16,
}

/// An attribute of a node.
enum Attribute<'a> {
    Int(i64),
    Ints(&'a [i64]),
    Float(f32),
    Text(&'a str),
}

impl<'a> Graph<'a> {
    fn new(name: &str) -> Self {
        Self { proto: pb::GraphProto { name: name.to_owned(), ..Default::default() }, constants: Vec::new() }
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

    /// Adds weights; `values` makes them, row-major, when the file is written.
    fn weights(&mut self, name: &str, shape: &[usize], float: Float, values: impl Fn() -> anyhow::Result<Vec<f32>> + 'a) -> String {
        let dims = shape.iter().map(|&extent| extent as i64).collect();
        self.constant(name, dims, float.data_type(), Values::Floats(Box::new(values)))
    }

    /// Adds numbers of one byte each, [`DataType::Int8`] or [`DataType::Uint8`]; `values` makes them when the file is written.
    fn bytes(&mut self, name: &str, shape: &[usize], data_type: DataType, values: impl Fn() -> anyhow::Result<Vec<u8>> + 'a) -> String {
        let dims = shape.iter().map(|&extent| extent as i64).collect();
        self.constant(name, dims, data_type, Values::Bytes(Box::new(values)))
    }

    /// Adds a list of integers: a shape, axes, bounds.
    fn integers(&mut self, name: &str, values: &[i64]) -> String {
        self.constant(name, vec![values.len() as i64], DataType::Int64, Values::Integers(values.to_vec()))
    }

    /// Whether a constant of that name is there already.
    fn has(&self, name: &str) -> bool {
        self.constants.iter().any(|constant| constant.proto.name == name)
    }

    fn constant(&mut self, name: &str, dims: Vec<i64>, data_type: DataType, values: Values<'a>) -> String {
        let proto = pb::TensorProto { name: name.to_owned(), dims, data_type: data_type as i32, ..Default::default() };
        self.constants.push(Constant { proto, values });
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

    /// Writes the file: field by field, because the length of what contains the weights stands before them.
    fn write(mut self, to: &mut impl Write) -> anyhow::Result<()> {
        // Of two values with one name, a runtime takes the wrong one, or finds a loop.
        let mut names = HashSet::new();
        let constants = self.constants.iter().map(|constant| &constant.proto.name);
        for name in self.proto.node.iter().flat_map(|node| &node.output).chain(constants) {
            ensure!(names.insert(name), "two values of the graph are called {name}");
        }
        let tail = pb::GraphProto {
            input: std::mem::take(&mut self.proto.input),
            output: std::mem::take(&mut self.proto.output),
            ..Default::default()
        };
        let (head, tail) = (self.proto.encode_to_vec(), tail.encode_to_vec());
        let model = pb::ModelProto { ir_version: IR_VERSION, producer_name: "acousticsense".to_owned(), ..Default::default() };
        let mut buffer = model.encode_to_vec();
        // Where weights lie depends on how many bytes the graph's length takes, and that on how much is put between them.
        let mut length = 0;
        for digits in 1..=10 {
            let first = buffer.len() + key_len(field::GRAPH) + digits + head.len();
            length = head.len() + self.align(first) + tail.len();
            if encoded_len_varint(length as u64) == digits {
                break;
            }
        }
        begin(&mut buffer, field::GRAPH, length);
        buffer.extend(head);
        to.write_all(&buffer)?;
        for constant in &self.constants {
            buffer.clear();
            begin(&mut buffer, field::INITIALIZER, constant.len());
            constant.encode(&mut buffer)?;
            to.write_all(&buffer)?;
        }
        to.write_all(&tail)?;
        let opset_import = vec![pb::OperatorSetIdProto { domain: String::new(), version: OPSET }];
        to.write_all(&pb::ModelProto { opset_import, ..Default::default() }.encode_to_vec())?;
        Ok(())
    }
}

impl Graph<'_> {
    /// Has the data of every large constant begin with a line of memory, if the first constant begins at byte `at`, by comments of blanks before
    /// them; gives back how long all constants are together.
    fn align(&mut self, at: usize) -> usize {
        let mut end = at;
        for constant in &mut self.constants {
            constant.proto.doc_string.clear();
            // With one byte of a comment come two that say so.
            while constant.raw_len() >= LARGE
                && !(end + nested_len(field::INITIALIZER, constant.len()) - constant.raw_len()).is_multiple_of(LINE)
            {
                constant.proto.doc_string.push(' ');
            }
            end += nested_len(field::INITIALIZER, constant.len());
        }
        end - at
    }
}

/// Numbers of the fields that are written by hand, from onnx.proto.
mod field {
    /// Of ModelProto.
    pub(super) const GRAPH: u32 = 7;
    /// Of GraphProto.
    pub(super) const INITIALIZER: u32 = 5;
    /// Of TensorProto.
    pub(super) const RAW_DATA: u32 = 9;
}

/// Key and length of a field whose contents follow.
fn begin(buffer: &mut Vec<u8>, field: u32, length: usize) {
    encode_key(field, WireType::LengthDelimited, buffer);
    encode_varint(length as u64, buffer);
}

/// Size of a field of `length` bytes, key and length included.
fn nested_len(field: u32, length: usize) -> usize {
    key_len(field) + encoded_len_varint(length as u64) + length
}

impl Constant<'_> {
    /// Size of the values, bytes.
    fn raw_len(&self) -> usize {
        let size = match &self.values {
            Values::Integers(_) => 8,
            Values::Bytes(_) => 1,
            Values::Floats(_) if self.proto.data_type == DataType::Float16 as i32 => 2,
            Values::Floats(_) => 4,
        };
        self.proto.dims.iter().map(|&extent| extent as usize).product::<usize>() * size
    }

    /// Size of the TensorProto.
    fn len(&self) -> usize {
        self.proto.encoded_len() + nested_len(field::RAW_DATA, self.raw_len())
    }

    fn encode(&self, buffer: &mut Vec<u8>) -> anyhow::Result<()> {
        let name = &self.proto.name;
        self.proto.encode(buffer)?;
        begin(buffer, field::RAW_DATA, self.raw_len());
        let start = buffer.len();
        match &self.values {
            Values::Integers(values) => values.iter().for_each(|value| buffer.extend(value.to_le_bytes())),
            Values::Bytes(make) => buffer.extend(make()?),
            Values::Floats(make) => {
                let values = make()?;
                if self.proto.data_type == DataType::Float16 as i32 {
                    if let Some(value) = values.iter().find(|value| value.abs() > F16_MAX) {
                        bail!("{value} among the weights {name} is more than f16 can hold: leave f16 out");
                    }
                    values.iter().for_each(|value| buffer.extend(half::f16::from_f32(*value).to_le_bytes()));
                } else {
                    values.iter().for_each(|value| buffer.extend(value.to_le_bytes()));
                }
            }
        }
        ensure!(buffer.len() - start == self.raw_len(), "the weights {name} have another size than their shape");
        Ok(())
    }
}

impl Float {
    fn data_type(self) -> DataType {
        match self {
            Self::F32 => DataType::Float,
            Self::F16 => DataType::Float16,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_data_begins_with_a_line_of_memory() {
        // As many names and sizes as there are ways to be off; the last one is past where a length takes a byte more.
        for shift in 0..70 {
            let mut graph = Graph::new(&"g".repeat(shift));
            for (index, count) in [1, 1023, 1024, 5000, 40_000].into_iter().enumerate() {
                let values = move || Ok(vec![0.5 + index as f32; count]);
                graph.weights(&format!("{}{index}", "w".repeat(shift * index % 7)), &[count], Float::F32, values);
            }
            let mut bytes = Vec::new();
            graph.write(&mut bytes).expect("it is written");
            let read = pb::ModelProto::decode(bytes.as_slice()).expect("it is a model").graph.expect("it has one");
            for tensor in read.initializer.iter().filter(|tensor| tensor.raw_data.len() >= LARGE) {
                let at = bytes.windows(tensor.raw_data.len()).position(|window| window == tensor.raw_data).expect("it is in the file");
                assert_eq!(at % LINE, 0, "{} of {shift}", tensor.name);
            }
            assert_eq!(read.initializer.len(), 5);
        }
    }
}
