//! From a file to a plan: the graph first, then the weights one after the other, each packed as it comes and hashed on the way.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::Builder;

use sha2::{Digest, Sha256};
use tract_onnx::pb::GraphProto;
use tract_onnx::prelude::tract_data::internal::{bail, ensure, format_err};
use tract_onnx::prelude::*;

use super::attention::{self, Attention};
use super::join::join;
use super::linear::{Linear, NAME, Weights};
use super::onnx::{Large, Skeleton};
use super::rowwise::{self, Rowwise};

/// Bytes that are read at a time where there are no weights.
const PIECE: usize = 1 << 18;
/// Tensors that wait to be hashed; each is a copy beside the packed one.
const WAITING: usize = 1;

/// What is known of a file before its weights are read.
pub(super) struct Graph {
    /// Products with large constants are [`Linear`], still without weights.
    pub(super) model: InferenceModel,
    /// In the order of the file.
    large: Vec<Part>,
    /// SHA-256 of all that lies between those.
    between: [u8; 32],
}

/// A large tensor and what it is for.
struct Part {
    lies: Large,
    used: Used,
}

enum Used {
    /// As W of [`Linear`] nodes with this index, stored as numbers of this kind.
    Weights(usize, DatumType, [usize; 2]),
    /// It was read already, this is its SHA-256.
    Read([u8; 32]),
}

impl Graph {
    /// Reads all but the weights.
    ///
    /// # Errors
    /// It is no ONNX graph that tract can read.
    pub(super) fn read(file: &mut (impl Read + Seek)) -> TractResult<Self> {
        let Skeleton { mut proto, large, between } = Skeleton::read(file)?;
        let graph = proto.graph.as_mut().ok_or_else(|| format_err!("there is no graph in it"))?;
        let weights = join(graph, &large);
        let mut parts = Vec::new();
        for (index, lies) in large.into_iter().enumerate() {
            let used = match weights.get(&index) {
                Some(&(number, extents)) => Used::Weights(index, number, extents),
                None => Used::Read(fetch(file, &lies, graph)?),
            };
            parts.push(Part { lies, used });
        }
        let mut onnx = tract_onnx::onnx();
        onnx.op_register.insert(NAME, Linear::build);
        onnx.op_register.insert(attention::NAME, Attention::build);
        onnx.op_register.insert(rowwise::NORM, Rowwise::norm);
        onnx.op_register.insert(rowwise::GELU, Rowwise::gelu);
        let model = onnx.parse(&proto, None)?.model;
        Ok(Self { model, large: parts, between })
    }

    /// Reads the file from begin to end, fills the plan's products, and gives back the SHA-256 of the file.
    ///
    /// # Errors
    /// It was changed since the graph was read, or the weights do not fit.
    pub(super) fn fill(self, file: &mut (impl Read + Seek), plan: &TypedModel) -> TractResult<[u8; 32]> {
        let mut wanted: HashMap<usize, Vec<&TypedNode>> = HashMap::new();
        for node in plan.nodes() {
            if let Some(linear) = node.op_as::<Linear>() {
                wanted.entry(linear.weights).or_default().push(node);
            }
        }
        std::thread::scope(|scope| {
            let (hasher, pieces) = sync_channel::<Arc<Tensor>>(WAITING);
            let hashing = Builder::new().spawn_scoped(scope, move || {
                let mut all = Sha256::new();
                pieces.into_iter().for_each(|piece| all.update(piece.as_bytes()));
                <[u8; 32]>::from(all.finalize())
            });
            let hashing =
                hashing.map_err(|error| format_err!("no thread can be started ({error}); give the program more processes or memory"))?;
            let read = self.stream(file, plan, &wanted, &hasher);
            drop(hasher);
            let hash = hashing.join().map_err(|_| format_err!("hashing it failed"))?;
            read.map(|()| hash)
        })
    }

    fn stream(
        &self,
        file: &mut (impl Read + Seek),
        plan: &TypedModel,
        wanted: &HashMap<usize, Vec<&TypedNode>>,
        hasher: &SyncSender<Arc<Tensor>>,
    ) -> TractResult<()> {
        let end = file.seek(SeekFrom::End(0))?;
        let mut at = file.seek(SeekFrom::Start(0))?;
        let (mut between, mut buffers) = (Sha256::new(), Buffers::default());
        let tell = |piece: &Arc<Tensor>| hasher.send(Arc::clone(piece)).map_err(|_| format_err!("hashing it failed"));
        for part in self.large.iter().map(Some).chain([None]) {
            let next = part.map_or(end, |part| part.lies.begin);
            while at < next {
                let mut piece = Tensor::zero::<u8>(&[PIECE.min(usize::try_from(next - at)?)])?;
                file.read_exact(piece.as_bytes_mut())?;
                at += piece.len() as u64;
                between.update(piece.as_bytes());
                tell(&Arc::new(piece))?;
            }
            let Some(Part { lies, used }) = part else { break };
            at += lies.bytes;
            match used {
                Used::Read(hash) => {
                    let piece = buffers.read(file, DatumType::U8, &[usize::try_from(lies.bytes)?])?;
                    ensure!(<[u8; 32]>::from(Sha256::digest(piece.as_bytes())) == *hash, "it was changed while it was read");
                    tell(&piece)?;
                }
                Used::Weights(index, number, extents) => {
                    let weights = buffers.read(file, *number, extents)?;
                    tell(&weights)?;
                    for node in wanted.get(index).into_iter().flatten() {
                        fill(plan, node, &weights)?;
                    }
                }
            }
        }
        ensure!(<[u8; 32]>::from(between.finalize()) == self.between, "it was changed while it was read");
        Ok(())
    }
}

/// Packs weights for one node.
fn fill(plan: &TypedModel, node: &TypedNode, weights: &Tensor) -> TractResult<()> {
    let Some(linear) = node.op_as::<Linear>() else { return Ok(()) };
    let input = *node.inputs.first().ok_or_else(|| format_err!("{} has no input", node.name))?;
    let shape = linear.shape(plan.outlet_fact(input)?)?;
    linear.fill(Weights::pack(weights, shape)?);
    Ok(())
}

/// Tensors that are read into again and again. New ones would lie between the packed weights, which stay, and leave holes that nothing fits
/// into: a ViT-B/16 took 500 MB instead of 400.
#[derive(Default)]
struct Buffers(Vec<Arc<Tensor>>);

impl Buffers {
    /// The next bytes of a file as a tensor.
    fn read(&mut self, file: &mut impl Read, number: DatumType, extents: &[usize]) -> TractResult<Arc<Tensor>> {
        // One that has been packed and hashed.
        let free = |buffer: &Arc<Tensor>| Arc::strong_count(buffer) == 1 && buffer.datum_type() == number && buffer.shape() == extents;
        let mut buffer = match self.0.iter().position(free) {
            Some(index) => self.0.swap_remove(index),
            None => Arc::new(Tensor::zero_dt(number, extents)?),
        };
        let tensor = Arc::get_mut(&mut buffer).ok_or_else(|| format_err!("a buffer is in use"))?;
        file.read_exact(tensor.as_bytes_mut())?;
        self.0.push(Arc::clone(&buffer));
        Ok(buffer)
    }
}

/// Reads the data of a large tensor that is not for a product into the graph; gives back its SHA-256.
fn fetch(file: &mut (impl Read + Seek), lies: &Large, graph: &mut GraphProto) -> TractResult<[u8; 32]> {
    let mut data = vec![0; usize::try_from(lies.bytes)?];
    file.seek(SeekFrom::Start(lies.begin))?;
    file.read_exact(&mut data)?;
    let hash = Sha256::digest(&data).into();
    let Some(tensor) = graph.initializer.iter_mut().find(|tensor| tensor.name == lies.name) else { bail!("{} is nowhere", lies.name) };
    tensor.raw_data = data;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::path::Path;

    use super::super::avx512;
    use super::*;
    use crate::Model;
    use crate::probe::noise;

    /// Three plain blocks in f32: small enough to be told what becomes of every product.
    fn untrained() -> (Model, Vec<u8>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/untrained");
        let model = Model::open(&folder, None).expect("it is in the repository");
        let bytes = model.read().expect("it can be read").into_owned();
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
        let bytes = bytes.as_slice();
        let mut graph = Graph::read(&mut Cursor::new(bytes)).expect("it is a model");
        let rewritten = std::mem::take(&mut graph.model).with_input_fact(0, input()).and_then(InferenceModelExt::into_optimized);
        let rewritten = rewritten.expect("tract reads it");
        let joined = rewritten.nodes().iter().filter(|node| node.op_is::<Linear>()).count();
        // Of three blocks: query, key and value (in two parts in the last one), projection, and both layers of the MLP.
        assert_eq!(joined, 13, "products have changed that were to be joined");
        let attention = rewritten.nodes().iter().filter(|node| node.op_is::<Attention>()).count();
        let rowwise = rewritten.nodes().iter().filter(|node| node.op_is::<Rowwise>()).count();
        assert_eq!(rowwise, 10, "two norms and a GELU in each block and the last norm");
        assert_eq!(attention, if avx512::available() { 3 } else { 0 }, "attention has changed that was to be joined");
        let hash = graph.fill(&mut Cursor::new(bytes), &rewritten).expect("it is the same file");
        assert_eq!(crate::hex(&hash), model.file.sha256);
        let rewritten = rewritten.into_runnable().expect("it runs");
        let plain = tract_onnx::onnx().model_for_read(&mut &*bytes).and_then(|plain| plain.with_input_fact(0, input()));
        let plain = plain.and_then(InferenceModelExt::into_optimized).and_then(TypedModel::into_runnable).expect("tract reads it");
        for seed in 1..=6 {
            let pixels = noise(&model.manifest, seed);
            let (expected, found) = (answers(&plain, &pixels), answers(&rewritten, &pixels));
            let size = expected.iter().fold(1.0_f32, |size, value| size.max(value.abs()));
            let apart = expected.iter().zip(&found).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart <= 1e-5 * size && expected.len() == found.len(), "seed {seed}: {apart} of {size}");
        }
    }

    #[test]
    fn a_file_that_changes_meanwhile_is_noticed() {
        let (_, bytes) = untrained();
        let bytes = bytes.as_slice();
        for place in [100, bytes.len() - 10] {
            let mut graph = Graph::read(&mut Cursor::new(bytes)).expect("it is a model");
            let plan = std::mem::take(&mut graph.model).with_input_fact(0, input()).and_then(InferenceModelExt::into_optimized);
            let mut changed = bytes.to_vec();
            changed[place] ^= 1;
            let hash = graph.fill(&mut Cursor::new(&changed), &plan.expect("tract reads it"));
            // Weights are not compared with anything but the hash of the whole.
            assert!(hash.is_err() || hash.is_ok_and(|hash| hash != <[u8; 32]>::from(Sha256::digest(bytes))), "byte {place}");
        }
        let mut graph = Graph::read(&mut Cursor::new(bytes)).expect("it is a model");
        let plan = std::mem::take(&mut graph.model).with_input_fact(0, input()).and_then(InferenceModelExt::into_optimized);
        assert!(graph.fill(&mut Cursor::new(&bytes[..bytes.len() / 2]), &plan.expect("tract reads it")).is_err());
    }
}
