//! How a picture becomes tokens: plain patches, or a stem of convolutions in front of them.

use anyhow::{Context, ensure};

use super::{BATCH_NORM_EPS, Network};
use crate::naming::{Names, Part, Slot};

/// Convolutions of a stem, each of which halves the picture: 4,096 pixels become one.
const MOST_HALVINGS: usize = 12;

/// What turns the picture into tokens.
pub(super) struct Embedding {
    pub(super) dim: usize,
    pub(super) patch: usize,
    pub(super) channels: usize,
    pub(super) stem: Vec<usize>,
    /// Empty where all are 2.
    pub(super) strides: Vec<usize>,
}

/// Reads it from the shapes; `shape` gives the name and the shape of the tensor in a slot. No state_dict tells `strides`: those of the stem are
/// 2 unless somebody says otherwise, and must be said where a convolution keeps the width, as those of stride 1 do in most stems that have any.
pub(super) fn embedding<'s>(
    names: &Names,
    strides: &[usize],
    shape: impl Fn(Slot) -> anyhow::Result<(&'s str, &'s [usize])>,
) -> anyhow::Result<Embedding> {
    let of = |slot| shape(slot).and_then(|(name, shape)| Ok((name, four(name, shape)?)));
    let (name, &[dim, inputs, patch, patch_width]) = of(Part::PatchWeight.slot())?;
    ensure!(patch == patch_width && patch > 0, "tensor {name} has patches of {patch}×{patch_width} pixels; only square ones are read");
    let mut embedding = Embedding { dim, patch, channels: inputs, stem: Vec::new(), strides: Vec::new() };
    let mut first = name;
    let last = names.slots.keys().filter(|slot| slot.part.is_in_stem()).map(|slot| slot.n).max();
    if let Some(last) = last {
        ensure!(patch == 1, "tensor {name} follows a convolutional stem with {patch}×{patch} instead of 1×1");
        // Each halves the picture, and no picture is halved more often; a name may claim any number.
        ensure!(last < MOST_HALVINGS, "a tensor's name claims convolution {last} of the stem; at most {MOST_HALVINGS} are read");
        for n in 0..=last {
            let (name, &[width, inputs, height, breadth]) = of(Part::StemWeight.of(n))?;
            ensure!((height, breadth) == (3, 3), "tensor {name} is a convolution of {height}×{breadth}; only 3×3 is read");
            ensure!(width > 0 && inputs > 0, "tensor {name} has no values");
            ensure!(
                inputs != width || !strides.is_empty(),
                "tensor {name} keeps the width {width}: its stride may be 1 or 2, and no checkpoint tells; say all of them with --stem-strides"
            );
            if n == 0 {
                (first, embedding.channels) = (name, inputs);
            }
            embedding.stem.push(width);
        }
        let all = embedding.stem.len();
        ensure!(
            strides.is_empty() || strides.len() == all && strides.iter().all(|stride| matches!(stride, 1 | 2)),
            "--stem-strides {strides:?}, but the stem has {all} convolutions, each of stride 1 or 2"
        );
        let ones = strides.iter().filter(|&&stride| stride == 1).count();
        embedding.patch = 1 << (all - ones);
        // All of 2 is what is written without the option, too.
        embedding.strides = if ones > 0 { strides.to_vec() } else { Vec::new() };
    } else {
        ensure!(strides.is_empty(), "--stem-strides {strides:?}, but the network has no convolutional stem");
    }
    let channels = embedding.channels;
    ensure!(channels == 1 || channels == 3, "tensor {first} takes {channels} channels; only 1 and 3 are read");
    Ok(embedding)
}

fn four<'s>(name: &str, shape: &'s [usize]) -> anyhow::Result<&'s [usize; 4]> {
    shape.try_into().ok().with_context(|| format!("tensor {name} has the shape {shape:?} instead of [width, channels, patch, patch]"))
}

impl Network<'_> {
    /// Weight [width, inputs, 3, 3] and bias [width] of convolution `n` of the stem, the batch norm behind it folded in:
    /// γ·(conv(x) − μ)/√(σ² + ε) + β, computed in f64 and rounded once.
    pub(crate) fn stem(&self, n: usize) -> anyhow::Result<(Vec<f32>, Vec<f32>)> {
        let read = |part: Part| self.read(part.of(n));
        let (mut weight, gamma, beta) = (read(Part::StemWeight)?, read(Part::StemNormWeight)?, read(Part::StemNormBias)?);
        let (mean, variance) = (read(Part::StemNormMean)?, read(Part::StemNormVariance)?);
        let mut bias = Vec::with_capacity(gamma.len());
        let filter = weight.len() / gamma.len();
        for (channel, rows) in weight.chunks_exact_mut(filter).enumerate() {
            let spread = f64::from(variance[channel]) + BATCH_NORM_EPS;
            let name = || self.names.expected(Part::StemNormVariance.of(n));
            ensure!(spread > 0.0, "tensor {} holds {} at index {channel}: a variance cannot be negative", name(), variance[channel]);
            let gain = f64::from(gamma[channel]) / spread.sqrt();
            rows.iter_mut().for_each(|value| *value = (f64::from(*value) * gain) as f32);
            bias.push((f64::from(beta[channel]) - f64::from(mean[channel]) * gain) as f32);
        }
        Ok((weight, bias))
    }
}
