//! The graph of a Vision Transformer, written for speed in tract and for every runtime that reads ONNX.
//!
//! `pixels` f32 [N, C, H, W] → `logits` f32 [N, K] and `embedding` f32 [N, dim], the class token after the last norm. T tokens (the
//! class token first), h heads of width w = dim/h. What differs from the textbook, none of it in the answer:
//!
//! * The patch embedding is a matrix product of rearranged pixels: a convolution's [dim, patches] output makes tract keep all of the
//!   residual stream that way round, and its LayerNorm has a fast path for the other one only.
//! * The position embedding carries the patch embedding's bias, and for the class token the token itself.
//! * The attention's scale 1/√w is folded into the query's weights where it is a power of two, which is exact.
//! * After the last block only the class token is read, so that block computes query, projection and MLP for it alone: 7 % less work
//!   in a ViT-B/16. tract finds most of that by itself, ONNX Runtime does not.

use genre::manifest::Architecture;

use super::{Attribute, Graph};
use crate::naming::Slot;
use crate::network::Network;
use crate::terminal::progress;

/// The ONNX file of a network; every tensor is read and checked on the way.
pub(crate) fn write(network: &Network) -> anyhow::Result<Vec<u8>> {
    let mut writer = Writer { graph: Graph::new("vit"), network, architecture: &network.architecture };
    writer.run()?;
    Ok(writer.graph.encode())
}

struct Writer<'a> {
    graph: Graph,
    network: &'a Network<'a>,
    architecture: &'a Architecture,
}

impl Writer<'_> {
    fn run(&mut self) -> anyhow::Result<()> {
        let Architecture { image, channels, dim, depth, .. } = *self.architecture;
        self.graph.input("pixels", &[channels, image, image]);
        // Bounds of the class token among the tokens.
        self.graph.integers("first", &[0]);
        self.graph.integers("second", &[1]);
        self.graph.integers("token_axis", &[1]);
        let mut stream = self.embed()?;
        for n in 0..depth {
            progress(format_args!("block {} of {depth}", n + 1));
            stream = self.block(n, &stream)?;
        }
        let normed = self.norm("norm", &stream, Slot::NormWeight, Slot::NormBias)?;
        // [N, 1, dim] → [N, dim]
        let embedding = self.graph.node("embedding", "Squeeze", &[&normed, "token_axis"], &[]);
        self.head(&embedding)?;
        self.graph.output("logits", &[self.architecture.classes()]);
        self.graph.output("embedding", &[dim]);
        Ok(())
    }

    /// `pixels` → tokens [N, T, dim].
    fn embed(&mut self) -> anyhow::Result<String> {
        let Architecture { image, patch, channels, dim, .. } = *self.architecture;
        let (side, tokens, inputs) = (image / patch, self.architecture.tokens(), channels * patch * patch);
        let (side, patches) = (side as i64, tokens as i64 - 1);
        let grid = self.graph.integers("patch.grid", &[0, channels as i64, side, patch as i64, side, patch as i64]);
        let cut = self.graph.node("patch.cut", "Reshape", &["pixels", &grid], &[]);
        let sorted = self.graph.node("patch.sort", "Transpose", &[&cut], &[("perm", Attribute::Ints(&[0, 2, 4, 1, 3, 5]))]);
        let rows = self.graph.integers("patch.rows", &[0, patches, inputs as i64]);
        let patches = self.graph.node("patch.pixels", "Reshape", &[&sorted, &rows], &[]);
        let weight = transposed(&self.network.read(Slot::PatchWeight)?, dim, inputs);
        let weight = self.graph.weights("patch.weight", &[inputs, dim], &weight);
        let embedded = self.graph.node("patch.product", "MatMul", &[&patches, &weight], &[]);

        let mut positions = self.network.read(Slot::Positions)?;
        let (class_position, patch_positions) = positions.split_at_mut(dim);
        add(class_position, &self.network.read(Slot::Class)?);
        let bias = self.network.read(Slot::PatchBias)?;
        patch_positions.chunks_exact_mut(dim).for_each(|position| add(position, &bias));
        let offsets = self.graph.weights("patch.offset", &[1, tokens - 1, dim], patch_positions);
        let class = self.graph.weights("class.token", &[1, 1, dim], class_position);
        let embedded = self.graph.node("patch", "Add", &[&embedded, &offsets], &[]);

        let batch = self.graph.node("batch", "Shape", &["pixels"], &[("start", Attribute::Int(0)), ("end", Attribute::Int(1))]);
        let size = self.graph.integers("class.size", &[1, dim as i64]);
        let shape = self.graph.node("class.shape", "Concat", &[&batch, &size], &[("axis", Attribute::Int(0))]);
        let class = self.graph.node("class", "Expand", &[&class, &shape], &[]);
        Ok(self.graph.node("tokens", "Concat", &[&class, &embedded], &[("axis", Attribute::Int(1))]))
    }

    /// tokens [N, T, dim] → the same, or [N, 1, dim] after the last block.
    fn block(&mut self, n: usize, stream: &str) -> anyhow::Result<String> {
        let Architecture { dim, depth, mlp, .. } = *self.architecture;
        let last = n + 1 == depth;
        let name = |part: &str| format!("block{n}.{part}");
        let normed = self.norm(&name("norm1"), stream, Slot::Norm1Weight(n), Slot::Norm1Bias(n))?;
        let attended = self.attend(n, &normed, last)?;
        let stream = if last { self.class_token(&name("class"), stream) } else { stream.to_owned() };
        let projected = self.linear(&name("projection"), &attended, Slot::OutWeight(n), Slot::OutBias(n), dim, dim)?;
        let stream = self.graph.node(&name("residual1"), "Add", &[&projected, &stream], &[]);

        let normed = self.norm(&name("norm2"), &stream, Slot::Norm2Weight(n), Slot::Norm2Bias(n))?;
        let hidden = self.linear(&name("mlp1"), &normed, Slot::Mlp1Weight(n), Slot::Mlp1Bias(n), mlp, dim)?;
        let active = self.graph.node(&name("gelu"), "Gelu", &[&hidden], &[("approximate", Attribute::Text("none"))]);
        let output = self.linear(&name("mlp2"), &active, Slot::Mlp2Weight(n), Slot::Mlp2Bias(n), dim, mlp)?;
        Ok(self.graph.node(&name("residual2"), "Add", &[&output, &stream], &[]))
    }

    /// normed tokens [N, T, dim] → attended values [N, Q, dim], Q = 1 in the last block and T in the others.
    fn attend(&mut self, n: usize, normed: &str, last: bool) -> anyhow::Result<String> {
        let Architecture { dim, heads, .. } = *self.architecture;
        let (tokens, width) = (self.architecture.tokens() as i64, (dim / heads) as i64);
        let name = |part: &str| format!("block{n}.{part}");
        let scale = 1.0 / (width as f64).sqrt();
        let exact = scale.log2().fract() == 0.0;
        let mut weight = self.network.read(Slot::QkvWeight(n))?;
        let mut bias = self.network.read(Slot::QkvBias(n))?;
        if exact {
            weight[..dim * dim].iter_mut().chain(&mut bias[..dim]).for_each(|value| *value *= scale as f32);
        }
        // One product for all three, split afterwards: ONNX Runtime gains by it, and tract cuts it up itself where that is faster.
        let (q, k, v) = (name("query"), name("key"), name("value"));
        if last {
            let token = self.class_token(&name("query_token"), normed);
            self.affine(&q, &token, &weight[..dim * dim], &bias[..dim], dim, dim);
            let both = self.affine(&name("key_value"), normed, &weight[dim * dim..], &bias[dim..], 2 * dim, dim);
            self.graph.split(
                &name("split"),
                "Split",
                &[&both],
                &[&k, &v],
                &[("axis", Attribute::Int(2)), ("num_outputs", Attribute::Int(2))],
            );
        } else {
            let all = self.affine(&name("query_key_value"), normed, &weight, &bias, 3 * dim, dim);
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
            let factor = self.graph.weights(&name("scale"), &[1], &[scale as f32]);
            parts[0] = self.graph.node(&name("query.scaled"), "Mul", &[&parts[0], &factor], &[]);
        }
        let scores = self.graph.node(&name("scores"), "MatMul", &[&parts[0], &parts[1]], &[]);
        let attention = self.graph.node(&name("attention"), "Softmax", &[&scores], &[("axis", Attribute::Int(-1))]);
        let values = self.graph.node(&name("values"), "MatMul", &[&attention, &parts[2]], &[]);
        let joined = self.graph.node(&name("join"), "Transpose", &[&values], &[("perm", Attribute::Ints(&[0, 2, 1, 3]))]);
        let shape = self.shape(&format!("joined.of{rows}"), &[0, rows, dim as i64]);
        Ok(self.graph.node(&name("attended"), "Reshape", &[&joined, &shape], &[]))
    }

    /// embedding [N, dim] → `logits` [N, K], with a ReLU between two layers.
    fn head(&mut self, embedding: &str) -> anyhow::Result<()> {
        let mut value = embedding.to_owned();
        let layers: Vec<_> = self.network.head().collect();
        for (index, &(weight, bias, output, input)) in layers.iter().enumerate() {
            let last = index + 1 == layers.len();
            let name = if last { "logits".to_owned() } else { format!("head{index}") };
            value = self.linear(&name, &value, weight, bias, output, input)?;
            if !last {
                value = self.graph.node(&format!("{name}.relu"), "Relu", &[&value], &[]);
            }
        }
        Ok(())
    }

    /// LayerNorm over the last axis.
    fn norm(&mut self, name: &str, input: &str, weight: Slot, bias: Slot) -> anyhow::Result<String> {
        let Architecture { dim, eps, .. } = *self.architecture;
        let weight = self.graph.weights(&format!("{name}.weight"), &[dim], &self.network.read(weight)?);
        let bias = self.graph.weights(&format!("{name}.bias"), &[dim], &self.network.read(bias)?);
        let attributes = [("axis", Attribute::Int(-1)), ("epsilon", Attribute::Float(eps as f32))];
        Ok(self.graph.node(name, "LayerNormalization", &[input, &weight, &bias], &attributes))
    }

    /// `input`·weightᵀ + bias, from slots.
    fn linear(&mut self, name: &str, input: &str, weight: Slot, bias: Slot, output: usize, inputs: usize) -> anyhow::Result<String> {
        let (weight, bias) = (self.network.read(weight)?, self.network.read(bias)?);
        Ok(self.affine(name, input, &weight, &bias, output, inputs))
    }

    /// `input`·weightᵀ + bias; `weight` is [output, inputs].
    fn affine(&mut self, name: &str, input: &str, weight: &[f32], bias: &[f32], output: usize, inputs: usize) -> String {
        let weight = self.graph.weights(&format!("{name}.weight"), &[inputs, output], &transposed(weight, output, inputs));
        let bias = self.graph.weights(&format!("{name}.bias"), &[output], bias);
        let product = self.graph.node(&format!("{name}.product"), "MatMul", &[input, &weight], &[]);
        self.graph.node(name, "Add", &[&product, &bias], &[])
    }

    /// tokens [N, T, dim] → the class token [N, 1, dim].
    fn class_token(&mut self, name: &str, tokens: &str) -> String {
        self.graph.node(name, "Slice", &[tokens, "first", "second", "token_axis"], &[])
    }

    /// A shape that several blocks share.
    fn shape(&mut self, name: &str, shape: &[i64]) -> String {
        if self.graph.has(name) { name.to_owned() } else { self.graph.integers(name, shape) }
    }
}

/// [rows, columns] → [columns, rows].
fn transposed(values: &[f32], rows: usize, columns: usize) -> Vec<f32> {
    /// Squares of this side stay in the first cache.
    const SIDE: usize = 32;
    let mut turned = vec![0.0; values.len()];
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
