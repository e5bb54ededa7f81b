//! The graph of a Vision Transformer, written for speed in tract and for every runtime that reads ONNX.
//!
//! `pixels` f32 [N, C, H, W] → `logits` f32 [N, K] and `embedding` f32 [N, dim], the class token after the last norm. T tokens (the
//! class token first), h heads of width w = dim/h. What differs from the textbook, none of it in the answer, and what it brings a ViT-B/16 on
//! one core (2026-11-22, AVX-512, five variants in turn, least and median of 40 and of 20 runs each):
//!
//! * The patch embedding is a matrix product of rearranged pixels: a convolution's [dim, patches] output makes tract keep all of the
//!   residual stream that way round, and its LayerNorm has a fast path for the other one only. A convolution takes 5 to 11 % longer in
//!   tract; ONNX Runtime does not care.
//! * After the last block only the class token is read, so that block computes query, projection and MLP for it alone: without that,
//!   ONNX Runtime takes 7 to 11 % longer; tract finds most of it by itself.
//! * Query, key and value are one product, and the attention's scale 1/√w is folded into the query's weights where it is a power of two,
//!   which is exact: no difference beyond the noise (±5 %) in either; both leave fewer nodes.
//! * The position embedding carries the patch embedding's bias, and for the class token the token itself.
//! * The f16 graph computes the blocks' matrix products, biases and GELU in f16, everything else (patch embedding, residual stream,
//!   LayerNorm, softmax, head) in f32: that is where the rounding would show, and where little time is spent.
//! * The int8 graph computes the blocks' products with weights in int8 ([`super::int8`]), everything else in f32.
//! * A convolutional stem's batch norms are folded into its convolutions in f64; it stays in f32, as the patch embedding does.
//!
//! The front end's normalisation is not folded into the patch embedding: it is one pass over 50,176 pixels, 0.01 ms of 400, and folding it
//! would round the weights once more.

use std::io::Write;
use std::rc::Rc;

use genre::manifest::{Architecture, Precision};

use super::int8::Even;
use super::panels::Order;
use super::{Attribute, DataType, Float, Graph};
use crate::naming::{Part, Slot};
use crate::network::Network;
use crate::terminal::progress;

/// Writes the ONNX file of a network; every tensor is read and checked on the way.
pub(crate) fn write(network: &Network, precision: Precision, order: Order, to: &mut impl Write) -> anyhow::Result<()> {
    let (blocks, int8) = match precision {
        Precision::F32 => (Float::F32, false),
        Precision::F16 => (Float::F16, false),
        Precision::Int8 => (Float::F32, true),
    };
    let mut writer = Writer { graph: Graph::new("vit"), network, architecture: &network.architecture, blocks, int8, order };
    writer.run();
    progress(format_args!("writing {} weights in {precision}", writer.graph.constants.len()));
    writer.graph.write(to)
}

pub(super) struct Writer<'a> {
    pub(super) graph: Graph<'a>,
    network: &'a Network<'a>,
    architecture: &'a Architecture,
    /// What the blocks compute in.
    blocks: Float,
    /// Whether the blocks' products with weights are computed in int8.
    int8: bool,
    pub(super) order: Order,
}

/// Makes the values of a constant when they are written.
pub(super) trait Make<'a>: Fn() -> anyhow::Result<Vec<f32>> + 'a {}
impl<'a, F: Fn() -> anyhow::Result<Vec<f32>> + 'a> Make<'a> for F {}

impl<'a> Writer<'a> {
    fn run(&mut self) {
        let Architecture { image, channels, dim, depth, .. } = *self.architecture;
        self.graph.input("pixels", &[channels, image, image]);
        // Bounds of the class token among the tokens.
        self.graph.integers("first", &[0]);
        self.graph.integers("second", &[1]);
        self.graph.integers("token_axis", &[1]);
        let mut stream = self.embed();
        for n in 0..depth {
            stream = self.block(n, &stream);
        }
        let normed = self.norm("norm", &stream, Part::NormWeight.slot(), Part::NormBias.slot(), None);
        // [N, 1, dim] → [N, dim]
        let embedding = self.graph.node("embedding", "Squeeze", &[&normed, "token_axis"], &[]);
        self.head(&embedding);
        self.graph.output("logits", &[self.architecture.classes()]);
        self.graph.output("embedding", &[dim]);
    }

    /// `pixels` → tokens [N, T, dim].
    fn embed(&mut self) -> String {
        let Architecture { dim, .. } = *self.architecture;
        let (network, tokens) = (self.network, self.architecture.tokens());
        let (patches, inputs) = if self.architecture.stem.is_empty() { self.cut() } else { self.convolve() };
        let weight = move || Ok(transposed(&network.read(Part::PatchWeight.slot())?, dim, inputs));
        let weight = self.graph.weights("patch.weight", &[inputs, dim], Float::F32, weight);
        let embedded = self.graph.node("patch.product", "MatMul", &[&patches, &weight], &[]);

        let offsets = move || {
            let mut positions = network.read(Part::Positions.slot())?.split_off(dim);
            let bias = network.read(Part::PatchBias.slot())?;
            positions.chunks_exact_mut(dim).for_each(|position| add(position, &bias));
            Ok(positions)
        };
        let class = move || {
            let mut token = network.read(Part::Class.slot())?;
            add(&mut token, &network.read(Part::Positions.slot())?);
            Ok(token)
        };
        let offsets = self.graph.weights("patch.offset", &[1, tokens - 1, dim], Float::F32, offsets);
        let class = self.graph.weights("class.token", &[1, 1, dim], Float::F32, class);
        let embedded = self.graph.node("patch", "Add", &[&embedded, &offsets], &[]);

        let batch = self.graph.node("batch", "Shape", &["pixels"], &[("start", Attribute::Int(0)), ("end", Attribute::Int(1))]);
        let size = self.graph.integers("class.size", &[1, dim as i64]);
        let shape = self.graph.node("class.shape", "Concat", &[&batch, &size], &[("axis", Attribute::Int(0))]);
        let class = self.graph.node("class", "Expand", &[&class, &shape], &[]);
        self.graph.node("tokens", "Concat", &[&class, &embedded], &[("axis", Attribute::Int(1))])
    }

    /// `pixels` → patches [N, T − 1, inputs] and the number of inputs.
    fn cut(&mut self) -> (String, usize) {
        let Architecture { image, patch, channels, .. } = *self.architecture;
        let (tokens, inputs) = (self.architecture.tokens(), channels * patch * patch);
        let (side, patches) = ((image / patch) as i64, tokens as i64 - 1);
        let grid = self.graph.integers("patch.grid", &[0, channels as i64, side, patch as i64, side, patch as i64]);
        let cut = self.graph.node("patch.cut", "Reshape", &["pixels", &grid], &[]);
        let sorted = self.graph.node("patch.sort", "Transpose", &[&cut], &[("perm", Attribute::Ints(&[0, 2, 4, 1, 3, 5]))]);
        let rows = self.graph.integers("patch.rows", &[0, patches, inputs as i64]);
        (self.graph.node("patch.pixels", "Reshape", &[&sorted, &rows], &[]), inputs)
    }

    /// The same by a convolutional stem: what its last 3×3 convolution gives for each token.
    fn convolve(&mut self) -> (String, usize) {
        let network = self.network;
        let (mut value, mut inputs) = ("pixels".to_owned(), self.architecture.channels);
        for (n, &width) in self.architecture.stem.iter().enumerate() {
            let name = format!("stem{n}");
            let weight = move || Ok(network.stem(n)?.0);
            let weight = self.graph.weights(&format!("{name}.weight"), &[width, inputs, 3, 3], Float::F32, weight);
            let bias = self.graph.weights(&format!("{name}.bias"), &[width], Float::F32, move || Ok(network.stem(n)?.1));
            let strides = [self.architecture.stem_strides.get(n).map_or(2, |&stride| stride as i64); 2];
            let attributes = [
                ("kernel_shape", Attribute::Ints(&[3, 3])),
                ("strides", Attribute::Ints(&strides)),
                ("pads", Attribute::Ints(&[1, 1, 1, 1])),
            ];
            let convolved = self.graph.node(&name, "Conv", &[&value, &weight, &bias], &attributes);
            value = self.graph.node(&format!("{name}.relu"), "Relu", &[&convolved], &[]);
            inputs = width;
        }
        let shape = self.graph.integers("patch.columns", &[0, inputs as i64, self.architecture.tokens() as i64 - 1]);
        let columns = self.graph.node("patch.joined", "Reshape", &[&value, &shape], &[]);
        (self.graph.node("patch.pixels", "Transpose", &[&columns], &[("perm", Attribute::Ints(&[0, 2, 1]))]), inputs)
    }

    /// tokens [N, T, dim] → the same, or [N, 1, dim] after the last block.
    fn block(&mut self, n: usize, stream: &str) -> String {
        let Architecture { dim, depth, mlp, .. } = *self.architecture;
        let last = n + 1 == depth;
        let name = |part: &str| format!("block{n}.{part}");
        let even = self.even([Part::Norm1Weight.of(n), Part::Norm1Bias.of(n)], Part::QkvWeight.of(n));
        let normed = self.norm(&name("norm1"), stream, Part::Norm1Weight.of(n), Part::Norm1Bias.of(n), even.clone());
        let normed = self.narrowed(&normed);
        let attended = self.attend(n, &normed, last, even);
        let stream = if last { self.class_token(&name("class"), stream) } else { stream.to_owned() };
        let projected = self.linear(&name("projection"), &attended, Part::OutWeight.of(n), Part::OutBias.of(n), dim, dim);
        let projected = self.widened(&projected);
        let stream = self.graph.node(&name("residual1"), "Add", &[&projected, &stream], &[]);

        let even = self.even([Part::Norm2Weight.of(n), Part::Norm2Bias.of(n)], Part::Mlp1Weight.of(n));
        let normed = self.norm(&name("norm2"), &stream, Part::Norm2Weight.of(n), Part::Norm2Bias.of(n), even.clone());
        let normed = self.narrowed(&normed);
        let network = self.network;
        let weight = move || multiplied(even.as_deref(), network.read(Part::Mlp1Weight.of(n))?);
        let hidden = self.product(&name("mlp1"), &normed, (weight, move || network.read(Part::Mlp1Bias.of(n))), mlp, dim);
        let active = self.graph.node(&name("gelu"), "Gelu", &[&hidden], &[("approximate", Attribute::Text("none"))]);
        let output = self.linear(&name("mlp2"), &active, Part::Mlp2Weight.of(n), Part::Mlp2Bias.of(n), dim, mlp);
        let output = self.widened(&output);
        self.graph.node(&name("residual2"), "Add", &[&output, &stream], &[])
    }

    /// normed tokens [N, T, dim] → attended values [N, Q, dim], Q = 1 in the last block and T in the others.
    fn attend(&mut self, n: usize, normed: &str, last: bool, even: Option<Rc<Even<'a>>>) -> String {
        let Architecture { dim, heads, .. } = *self.architecture;
        let (network, tokens, width) = (self.network, self.architecture.tokens() as i64, (dim / heads) as i64);
        let name = |part: &str| format!("block{n}.{part}");
        let scale = 1.0 / (width as f64).sqrt();
        let exact = scale.log2().fract() == 0.0;
        // Query, key, value from above to below; `columns` is the width of a row.
        let scaled = move |slot: Slot, columns: usize| {
            let mut rows = network.read(slot)?;
            if exact {
                rows[..dim * columns].iter_mut().for_each(|value| *value *= scale as f32);
            }
            anyhow::Ok(rows)
        };
        let weight = move || multiplied(even.as_deref(), scaled(Part::QkvWeight.of(n), dim)?);
        let bias = move || scaled(Part::QkvBias.of(n), 1);
        // One product for all three, split afterwards.
        let (q, k, v) = (name("query"), name("key"), name("value"));
        if last {
            let token = self.class_token(&name("query_token"), normed);
            let query = weight.clone();
            let (first, first_bias) = (move || Ok(query()?[..dim * dim].to_vec()), move || Ok(bias()?[..dim].to_vec()));
            self.product(&q, &token, (first, first_bias), dim, dim);
            let (rest, rest_bias) = (move || Ok(weight()?.split_off(dim * dim)), move || Ok(bias()?.split_off(dim)));
            let both = self.product(&name("key_value"), normed, (rest, rest_bias), 2 * dim, dim);
            let attributes = [("axis", Attribute::Int(2)), ("num_outputs", Attribute::Int(2))];
            self.graph.split(&name("split"), "Split", &[&both], &[&k, &v], &attributes);
        } else {
            let all = self.product(&name("query_key_value"), normed, (weight, bias), 3 * dim, dim);
            let attributes = [("axis", Attribute::Int(2)), ("num_outputs", Attribute::Int(3))];
            self.graph.split(&name("split"), "Split", &[&all], &[&q, &k, &v], &attributes);
        }
        let rows = if last { 1 } else { tokens };
        // Keys come out transposed, [N, h, w, T]; the others are [N, h, rows, w].
        let mut parts = [(q, rows, [0, 2, 1, 3]), (k, tokens, [0, 2, 3, 1]), (v, tokens, [0, 2, 1, 3])].map(|(part, rows, order)| {
            let shape = self.shape(&format!("heads.of{rows}"), &[0, rows, heads as i64, width]);
            let split = self.graph.node(&format!("{part}.split"), "Reshape", &[&part, &shape], &[]);
            self.graph.node(&format!("{part}.heads"), "Transpose", &[&split], &[("perm", Attribute::Ints(&order))])
        });
        if !exact {
            let factor = self.graph.weights(&name("scale"), &[1], self.blocks, move || Ok(vec![scale as f32]));
            parts[0] = self.graph.node(&name("query.scaled"), "Mul", &[&parts[0], &factor], &[]);
        }
        let scores = self.graph.node(&name("scores"), "MatMul", &[&parts[0], &parts[1]], &[]);
        let scores = self.widened(&scores);
        let attention = self.graph.node(&name("attention"), "Softmax", &[&scores], &[("axis", Attribute::Int(-1))]);
        let attention = self.narrowed(&attention);
        let values = self.graph.node(&name("values"), "MatMul", &[&attention, &parts[2]], &[]);
        let joined = self.graph.node(&name("join"), "Transpose", &[&values], &[("perm", Attribute::Ints(&[0, 2, 1, 3]))]);
        let shape = self.shape(&format!("joined.of{rows}"), &[0, rows, dim as i64]);
        self.graph.node(&name("attended"), "Reshape", &[&joined, &shape], &[])
    }

    /// embedding [N, dim] → `logits` [N, K], with a ReLU between two layers.
    fn head(&mut self, embedding: &str) {
        let (network, mut value) = (self.network, embedding.to_owned());
        let layers: Vec<_> = network.head().collect();
        for (index, &(weight, bias, output, input)) in layers.iter().enumerate() {
            let last = index + 1 == layers.len();
            let name = if last { "logits".to_owned() } else { format!("head{index}") };
            value = self.affine(&name, &value, (move || network.read(weight), move || network.read(bias)), output, input, Float::F32);
            if !last {
                value = self.graph.node(&format!("{name}.relu"), "Relu", &[&value], &[]);
            }
        }
    }

    /// LayerNorm over the last axis, in f32.
    fn norm(&mut self, name: &str, input: &str, weight: Slot, bias: Slot, even: Option<Rc<Even<'a>>>) -> String {
        let Architecture { dim, eps, .. } = *self.architecture;
        let network = self.network;
        let [weight, bias] = [("weight", weight), ("bias", bias)].map(|(part, slot)| {
            let even = even.clone();
            let values = move || match &even {
                Some(even) => even.divided(network.read(slot)?),
                None => network.read(slot),
            };
            self.graph.weights(&format!("{name}.{part}"), &[dim], Float::F32, values)
        });
        let attributes = [("axis", Attribute::Int(-1)), ("epsilon", Attribute::Float(eps as f32))];
        self.graph.node(name, "LayerNormalization", &[input, &weight, &bias], &attributes)
    }

    /// Factors that bring the channels between a norm and a product in int8 closer to each other.
    fn even(&self, norm: [Slot; 2], weight: Slot) -> Option<Rc<Even<'a>>> {
        self.int8.then(|| Rc::new(Even::new(self.network, norm, weight)))
    }

    /// `input`·weightᵀ + bias in the blocks' number format, from slots.
    fn linear(&mut self, name: &str, input: &str, weight: Slot, bias: Slot, output: usize, inputs: usize) -> String {
        let network = self.network;
        self.product(name, input, (move || network.read(weight), move || network.read(bias)), output, inputs)
    }

    /// `input`·weightᵀ + bias as the blocks compute it.
    fn product(&mut self, name: &str, input: &str, parts: (impl Make<'a>, impl Make<'a>), output: usize, inputs: usize) -> String {
        if self.int8 {
            self.quantised(name, input, parts, output, inputs)
        } else {
            self.affine(name, input, parts, output, inputs, self.blocks)
        }
    }

    /// `input`·weightᵀ + bias; `weight` makes [output, inputs], `bias` [output].
    fn affine(
        &mut self,
        name: &str,
        input: &str,
        (weight, bias): (impl Make<'a>, impl Make<'a>),
        output: usize,
        inputs: usize,
        float: Float,
    ) -> String {
        let weight = self.rows(&format!("{name}.weight"), weight, (output, inputs), float);
        let bias = self.graph.weights(&format!("{name}.bias"), &[output], float, bias);
        let product = self.graph.node(&format!("{name}.product"), "MatMul", &[input, &weight], &[]);
        self.graph.node(name, "Add", &[&product, &bias], &[])
    }

    /// A value in f32, in what the blocks compute in.
    fn narrowed(&mut self, value: &str) -> String {
        self.cast(value, self.blocks)
    }

    /// A value in what the blocks compute in, in f32.
    fn widened(&mut self, value: &str) -> String {
        self.cast(value, Float::F32)
    }

    fn cast(&mut self, value: &str, to: Float) -> String {
        if self.blocks == Float::F32 {
            return value.to_owned();
        }
        let word = if to == Float::F16 { "f16" } else { "f32" };
        let data_type: DataType = to.data_type();
        self.graph.node(&format!("{value}.{word}"), "Cast", &[value], &[("to", Attribute::Int(data_type as i64))])
    }

    /// tokens [N, T, dim] → the class token [N, 1, dim].
    fn class_token(&mut self, name: &str, tokens: &str) -> String {
        self.graph.node(name, "Slice", &[tokens, "first", "second", "token_axis"], &[])
    }

    /// A shape that several blocks share.
    pub(super) fn shape(&mut self, name: &str, shape: &[i64]) -> String {
        if self.graph.has(name) { name.to_owned() } else { self.graph.integers(name, shape) }
    }
}

/// Weights behind a norm, with its factors where it has some.
fn multiplied(even: Option<&Even>, weights: Vec<f32>) -> anyhow::Result<Vec<f32>> {
    match even {
        Some(even) => even.multiplied(weights),
        None => Ok(weights),
    }
}

/// [rows, columns] → [columns, rows].
pub(super) fn transposed<T: Copy + Default>(values: &[T], rows: usize, columns: usize) -> Vec<T> {
    /// Squares of this side stay in the first cache.
    const SIDE: usize = 32;
    let mut turned = vec![T::default(); values.len()];
    for top in (0..rows).step_by(SIDE) {
        for left in (0..columns).step_by(SIDE) {
            for row in top..rows.min(top + SIDE) {
                for column in left..columns.min(left + SIDE) {
                    turned[column * rows + row] = values[row * columns + column];
                }
            }
        }
    }
    turned
}

fn add(to: &mut [f32], from: &[f32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_gives_the_same() {
        let (rows, columns) = (67, 33);
        let values: Vec<f32> = (0..rows * columns).map(|value| value as f32).collect();
        let turned = transposed(&values, rows, columns);
        assert_eq!(turned[5 * rows + 40], values[40 * columns + 5]);
        assert_eq!(transposed(&turned, columns, rows), values);
    }
}
