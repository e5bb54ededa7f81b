//! An ONNX file without its weights: protobuf's wire format is walked once, and large tensors are remembered by where they lie.
//!
//! tract's own reader holds a file's bytes, a decoded copy and its tensors at the same time, three times the weights, before it packs them
//! a fourth time. Here weights go straight from the file into the form that the kernels want.
//!
//! Field numbers are those of `onnx.proto` (ONNX 1.x): ModelProto.graph = 7, GraphProto.initializer = 5; TensorProto.dims = 1,
//! data_type = 2, name = 8, raw_data = 9.

use std::io::{Read, Seek, SeekFrom};

use prost::Message;
use prost::encoding::encode_varint;
use tract_onnx::pb::{GraphProto, ModelProto, TensorProto};
use tract_onnx::prelude::TractResult;
use tract_onnx::prelude::tract_data::internal::{bail, ensure};

/// Raw data of this size and more is not read, bytes.
const LARGE: u64 = 4 << 10;
/// ONNX' number for int8. Such data is not read whatever its size: tract's own way to products in int8 is slow.
const INT8: u64 = 3;
/// All else together may be this large: graph, names, norms and biases of the largest ViT are below 4 MB.
const MOST_ELSE: u64 = 64 << 20;

/// A file's graph; raw data of large tensors is left out.
pub(super) struct Skeleton {
    pub(super) proto: ModelProto,
    /// In the order of the file.
    pub(super) large: Vec<Large>,
}

/// A large tensor: its initializer in the skeleton has no data.
#[derive(Clone, Debug)]
pub(super) struct Large {
    pub(super) name: String,
    pub(super) begin: u64,
    pub(super) bytes: u64,
}

impl Skeleton {
    /// Walks through a file from its begin.
    ///
    /// # Errors
    /// It is no ONNX graph, is cut off, or holds too much besides weights.
    pub(super) fn read(file: &mut (impl Read + Seek)) -> TractResult<Self> {
        let end = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(0))?;
        let mut walk = Walk { file, at: 0, kept: 0, large: Vec::new() };
        let (mut model, mut graph, mut initializers) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(field) = walk.field(end)? {
            if field.number != 7 {
                walk.keep(&field, &mut model)?;
                continue;
            }
            let end = field.end()?;
            while let Some(field) = walk.field(end)? {
                if field.number == 5 {
                    initializers.push(walk.tensor(field.end()?)?);
                } else {
                    walk.keep(&field, &mut graph)?;
                }
            }
        }
        let mut proto = ModelProto::decode(model.as_slice())?;
        let mut graph = GraphProto::decode(graph.as_slice())?;
        graph.initializer = initializers;
        proto.graph = Some(graph);
        Ok(Self { proto, large: walk.large })
    }
}

/// One field: what stands before its content, and where that lies.
struct Field {
    number: u64,
    wire: u64,
    begin: u64,
    /// Bytes of content; of a number, its own.
    bytes: u64,
    /// A number.
    value: u64,
}

impl Field {
    /// Where the message in it ends.
    fn end(&self) -> TractResult<u64> {
        ensure!(self.wire == 2, "a message is stored as something else");
        Ok(self.begin + self.bytes)
    }
}

struct Walk<'f, F> {
    file: &'f mut F,
    at: u64,
    kept: u64,
    large: Vec<Large>,
}

impl<F: Read + Seek> Walk<'_, F> {
    /// The next field of the message that ends at `end`; the file stands at its content then.
    fn field(&mut self, end: u64) -> TractResult<Option<Field>> {
        let at = self.at;
        if at == end {
            return Ok(None);
        }
        let key = self.number()?;
        let (number, wire) = (key >> 3, key & 7);
        let value = if matches!(wire, 0 | 2) { self.number()? } else { 0 };
        let begin = self.at;
        let bytes = match wire {
            0 => 0,
            1 => 8,
            2 => value,
            5 => 4,
            _ => bail!("byte {at} begins nothing that protobuf knows"),
        };
        ensure!(number > 0 && begin <= end && bytes <= end - begin, "the field at byte {at} goes on beyond its message");
        Ok(Some(Field { number, wire, begin, bytes, value }))
    }

    /// A varint.
    fn number(&mut self) -> TractResult<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let mut byte = [0];
            self.file.read_exact(&mut byte)?;
            self.at += 1;
            value |= u64::from(byte[0] & 0x7f) << shift;
            if byte[0] < 0x80 {
                return Ok(value);
            }
        }
        bail!("a number of more than 64 bits")
    }

    /// Copies a field as it stands.
    fn keep(&mut self, field: &Field, to: &mut Vec<u8>) -> TractResult<()> {
        self.kept += field.bytes;
        ensure!(self.kept <= MOST_ELSE, "it holds more than {MOST_ELSE} bytes besides weights");
        encode_varint(field.number << 3 | field.wire, to);
        if matches!(field.wire, 0 | 2) {
            encode_varint(field.value, to);
        }
        let before = to.len();
        self.file.by_ref().take(field.bytes).read_to_end(to)?;
        ensure!((to.len() - before) as u64 == field.bytes, "it is cut off");
        self.at += field.bytes;
        Ok(())
    }

    /// An initializer, with its data where that is small.
    fn tensor(&mut self, end: u64) -> TractResult<TensorProto> {
        let (mut kept, mut large, mut least) = (Vec::new(), None, LARGE);
        while let Some(field) = self.field(end)? {
            if (field.number, field.value) == (2, INT8) {
                least = 1;
            }
            if field.number == 9 && field.bytes >= least {
                ensure!(large.replace((field.begin, field.bytes)).is_none(), "a tensor has its data twice");
                self.at = self.file.seek(SeekFrom::Start(field.begin + field.bytes))?;
            } else {
                self.keep(&field, &mut kept)?;
            }
        }
        let tensor = TensorProto::decode(kept.as_slice())?;
        ensure!(tensor.external_data.is_empty(), "the data of {:?} lies in another file", tensor.name);
        if let Some((begin, bytes)) = large {
            ensure!(tensor.raw_data.is_empty(), "a tensor has its data twice");
            self.large.push(Large { name: tensor.name.clone(), begin, bytes });
        }
        Ok(tensor)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use tract_onnx::pb::{NodeProto, StringStringEntryProto};

    use super::*;

    fn constant(name: &str, bytes: usize) -> TensorProto {
        TensorProto { name: name.to_owned(), dims: vec![bytes as i64], data_type: 2, raw_data: vec![7; bytes], ..TensorProto::default() }
    }

    fn model(initializer: Vec<TensorProto>) -> ModelProto {
        let node = NodeProto { op_type: "Identity".to_owned(), input: vec!["x".to_owned()], ..NodeProto::default() };
        let graph = GraphProto { name: "g".to_owned(), node: vec![node], initializer, ..GraphProto::default() };
        ModelProto { ir_version: 9, producer_name: "p".to_owned(), graph: Some(graph), ..ModelProto::default() }
    }

    #[test]
    fn all_but_large_data_is_read() {
        let whole = model(vec![constant("a", 20_000), constant("small", 100), constant("b", 16_384)]);
        let bytes = whole.encode_to_vec();
        let skeleton = Skeleton::read(&mut Cursor::new(&bytes)).expect("it is a model");
        let mut expected = whole.clone();
        let tensors = &mut expected.graph.as_mut().expect("it has one").initializer;
        tensors.iter_mut().filter(|tensor| tensor.name != "small").for_each(|tensor| tensor.raw_data.clear());
        assert_eq!(skeleton.proto, expected);
        let told: Vec<_> = skeleton.large.iter().map(|large| (large.name.as_str(), large.bytes)).collect();
        assert_eq!(told, [("a", 20_000), ("b", 16_384)]);
        for large in &skeleton.large {
            let data = &bytes[large.begin as usize..][..large.bytes as usize];
            assert!(data.iter().all(|&byte| byte == 7), "{large:?} lies elsewhere");
        }
    }

    #[test]
    fn int8_is_left_out_whatever_its_size() {
        let small = TensorProto { data_type: INT8 as i32, ..constant("small", 6) };
        let bytes = model(vec![small, constant("other", 6)]).encode_to_vec();
        let skeleton = Skeleton::read(&mut Cursor::new(&bytes)).expect("it is a model");
        let told: Vec<_> = skeleton.large.iter().map(|large| (large.name.as_str(), large.bytes)).collect();
        assert_eq!(told, [("small", 6)]);
    }

    #[test]
    fn what_is_damaged_is_refused_and_never_panics() {
        let bytes = model(vec![constant("a", 17_000), constant("small", 30)]).encode_to_vec();
        let places = (0..200).chain(bytes.len() - 200..bytes.len());
        for place in places {
            drop(Skeleton::read(&mut Cursor::new(&bytes[..place])));
            for change in [0x01, 0x07, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[place] ^= change;
                drop(Skeleton::read(&mut Cursor::new(&damaged)));
            }
        }
        let read = |bytes: &[u8]| Skeleton::read(&mut Cursor::new(bytes)).map(drop);
        assert!(read(&bytes).is_ok());
        assert!(read(&bytes[..bytes.len() - 1]).is_err() && read(b"no model at all").is_err());
        // A field that claims to be longer than what it stands in, and a number without end.
        assert!(read(&[0x3a, 0x05, 0x0a, 0x10, 0, 0, 0]).is_err() && read(&[0xff; 12]).is_err());
    }

    #[test]
    fn data_elsewhere_and_data_twice_are_refused() {
        let mut elsewhere = constant("a", 10);
        elsewhere.external_data = vec![StringStringEntryProto { key: "location".to_owned(), value: "/etc/passwd".to_owned() }];
        let error = Skeleton::read(&mut Cursor::new(&model(vec![elsewhere]).encode_to_vec())).map(drop).expect_err("it lies elsewhere");
        assert!(error.to_string().contains("lies in another file"), "{error}");
        let once = constant("a", 20_000).encode_to_vec();
        let twice = [once.clone(), once].concat();
        // The same initializer, with its fields repeated.
        let mut graph = vec![0x2a];
        encode_varint(twice.len() as u64, &mut graph);
        graph.extend(&twice);
        let mut bytes = vec![0x3a];
        encode_varint(graph.len() as u64, &mut bytes);
        bytes.extend(&graph);
        assert!(Skeleton::read(&mut Cursor::new(&bytes)).is_err());
    }
}
