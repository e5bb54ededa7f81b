//! A checkpoint's network: its architecture, told by the shapes, and every weight under its place.

mod embedding;
#[cfg(test)]
mod tests;
mod told;

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use genre::manifest::{Architecture, ArchitectureFamily};

use crate::checkpoint::{Checkpoint, TensorInfo};
use crate::naming::{Names, Part, QKV_BIASES, QKV_WEIGHTS, Slot};
use embedding::{Embedding, embedding};
use told::Told;

/// Width of an attention head in the published ViTs of sizes Ti, S, B and L, where a checkpoint does not say.
const USUAL_HEAD_WIDTH: usize = 64;
/// Widths of published ViTs whose heads are of another width although 64 divides it: H, g and G have sixteen heads.
const UNUSUAL_WIDTHS: [usize; 3] = [1280, 1408, 1664];
/// Where their number then comes from.
const ASSUMED: &str = "not told, taken to be width / 64";
/// The ε of PyTorch's batch norm, which no state_dict tells.
pub(crate) const BATCH_NORM_EPS: f64 = 1e-5;
/// More problems than these say no more.
const PROBLEMS_SHOWN: usize = 8;

/// A network whose every tensor is present, expected and of the right shape.
pub(crate) struct Network<'a> {
    checkpoint: &'a Checkpoint,
    names: Names,
    /// Its shape.
    pub(crate) architecture: Architecture,
    /// The numbers of the head's linear layers.
    head: Vec<usize>,
    /// Where the number of attention heads comes from, in words.
    heads_from: &'static str,
}

/// What a checkpoint may leave open.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints<'a> {
    /// Attention heads per block.
    pub(crate) heads: Option<usize>,
    /// Strides of a convolutional stem; empty where nobody says.
    pub(crate) stem_strides: &'a [usize],
    /// Which of several networks is meant, e.g. `model_ema`.
    pub(crate) wrapper: Option<&'a str>,
}

impl<'a> Network<'a> {
    /// Tells the architecture from the shapes and compares every tensor with it.
    pub(crate) fn find(checkpoint: &'a Checkpoint, hints: Hints) -> anyhow::Result<Self> {
        let infos = checkpoint.infos();
        let names = Names::find(infos.keys(), checkpoint.containers(), hints.wrapper)?;
        let told = Told::by(checkpoint, &names)?;
        let (heads, heads_from) = match (hints.heads, told.heads) {
            (Some(asked), Some(told)) => {
                ensure!(asked == told, "--heads {asked}, but the network itself tells of {told} attention heads");
                (Some(told), "told by the network")
            }
            (Some(asked), None) => (Some(asked), "as asked for"),
            (None, Some(told)) => (Some(told), "told by the network"),
            (None, None) => (None, ASSUMED),
        };
        // Shapes that make no sense are best explained by tensors that do not belong there.
        let (mut architecture, head) = infer(&infos, &names, heads, hints.stem_strides).map_err(|error| match &names.unexpected[..] {
            [] => error,
            unexpected => error.context(format!("unexpected tensors {}", shown(unexpected))),
        })?;
        architecture.eps = told.eps.unwrap_or(architecture.eps);
        check(&infos, &names, &architecture, &head)?;
        let used = names.slots.values().filter_map(|name| infos.get(name)).map(TensorInfo::bytes).sum::<usize>();
        // Views may share a storage, but weights do not repeat each other: a small file must not stand for a huge network.
        ensure!(used as u64 <= checkpoint.bytes(), "its tensors stand for {used} bytes of weights, more than the file has");
        Ok(Self { checkpoint, names, architecture, head, heads_from })
    }

    /// "torchvision names", with the prefix where there is one.
    pub(crate) fn naming(&self) -> String {
        self.names.describe()
    }

    /// Where the number of attention heads comes from.
    pub(crate) fn heads_from(&self) -> &'static str {
        self.heads_from
    }

    /// Whether nobody told the number of attention heads.
    pub(crate) fn assumes_heads(&self) -> bool {
        self.heads_from == ASSUMED
    }

    /// The number format of the weights, "f32"; several are joined by commas.
    pub(crate) fn dtype(&self) -> String {
        let infos = self.checkpoint.infos();
        let names: std::collections::BTreeSet<&str> =
            self.weights().filter_map(|name| infos.get(name)).map(|info| info.dtype.name()).collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// The values in a slot, row-major: weights are [out, in] as in PyTorch.
    pub(crate) fn read(&self, slot: Slot) -> anyhow::Result<Vec<f32>> {
        let parts = match slot.part {
            Part::QkvWeight if !self.names.naming.fuses_qkv() => QKV_WEIGHTS,
            Part::QkvBias if !self.names.naming.fuses_qkv() => QKV_BIASES,
            _ => return self.checkpoint.read(self.names.get(slot)?),
        };
        let mut rows = Vec::new();
        for part in parts {
            rows.extend(self.checkpoint.read(self.names.get(part.of(slot.n))?)?);
        }
        Ok(rows)
    }

    /// Reads every weight; refuses what is no finite number.
    pub(crate) fn check_values(&self) -> anyhow::Result<()> {
        self.weights().try_for_each(|name| self.checkpoint.read(name).map(drop))?;
        (0..self.architecture.stem.len()).try_for_each(|n| self.stem(n).map(drop))
    }

    /// The names of all tensors that are weights.
    fn weights(&self) -> impl Iterator<Item = &String> {
        self.names.slots.iter().filter(|(slot, _)| slot.part != Part::StemNormBatches).map(|(_, name)| name)
    }

    /// Slots and sizes of the head's linear layers: (weight, bias, out, in).
    pub(crate) fn head(&self) -> impl Iterator<Item = (Slot, Slot, usize, usize)> {
        let inputs = std::iter::once(self.architecture.dim).chain(self.architecture.head.iter().copied());
        let outputs = self.architecture.head.iter().copied();
        let slots = self.head.iter().map(|&n| (Part::HeadWeight.of(n), Part::HeadBias.of(n)));
        slots.zip(outputs.zip(inputs)).map(|((weight, bias), (output, input))| (weight, bias, output, input))
    }
}

/// One line about a network's shape.
pub(crate) fn describe(architecture: &Architecture) -> String {
    let Architecture { image, patch, ref stem, ref stem_strides, channels, dim, depth, heads, mlp, ref head, .. } = *architecture;
    let stem = match (&stem[..], &stem_strides[..]) {
        ([], _) => String::new(),
        (widths, strides) => {
            let widths = widths.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → ");
            let strides = if strides.is_empty() { String::new() } else { format!(" of strides {strides:?}") };
            format!(", convolutional stem {widths}{strides}")
        }
    };
    let head = head.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → ");
    format!(
        "ViT, {image}×{image} pixels, {channels} channel(s), patch {patch}{stem}, {depth} blocks of width {dim}, {heads} heads, MLP {mlp}, head {dim} → {head}"
    )
}

fn infer(
    infos: &BTreeMap<String, TensorInfo>,
    names: &Names,
    heads: Option<usize>,
    strides: &[usize],
) -> anyhow::Result<(Architecture, Vec<usize>)> {
    let shape = |slot: Slot| -> anyhow::Result<(&str, &[usize])> {
        let name = names.get(slot)?;
        let info = infos.get(name).with_context(|| format!("missing tensor {name}"))?;
        Ok((name, &info.shape))
    };
    let Embedding { dim, patch, channels, stem, strides } = embedding(names, strides, shape)?;
    let (name, positions) = shape(Part::Positions.slot())?;
    let &[1, tokens, _] = positions else { bail!("tensor {name} has the shape {positions:?} instead of [1, tokens, {dim}]") };
    let side = tokens.saturating_sub(1).isqrt();
    ensure!(
        side > 0 && side.saturating_mul(side) == tokens.saturating_sub(1),
        "tensor {name} has {tokens} tokens; a class token and a square of patches are expected"
    );
    let image = side.checked_mul(patch).filter(|&image| image <= 4096);
    let image = image.with_context(|| format!("tensor {name} stands for a picture of {side}·{patch} pixels; at most 4096 are read"))?;
    let depth = names.slots.keys().filter(|slot| slot.part.is_in_block()).map(|slot| slot.n).max().map_or(0, |last| last.saturating_add(1));
    ensure!(depth > 0, "missing tensor {} ({})", names.expected(Part::Norm1Weight.of(0)), names.describe());
    // A name may claim any block number: without this, one name would ask for 2⁶⁴ tensors.
    ensure!(depth <= infos.len(), "a tensor's name claims block {}, but the file has only {} tensors", depth - 1, infos.len());
    let (name, mlp_shape) = shape(Part::Mlp1Weight.of(0))?;
    let &[mlp, _] = mlp_shape else { bail!("tensor {name} has the shape {mlp_shape:?} instead of [width, {dim}]") };
    let heads = match heads {
        Some(heads) => {
            ensure!(heads > 0 && dim.is_multiple_of(heads), "{heads} attention heads do not divide the width {dim}");
            heads
        }
        None if UNUSUAL_WIDTHS.contains(&dim) => bail!(
            "the checkpoint does not tell its number of attention heads, and networks of width {dim} have 16 where they are ViT-H, g or G, \
             and {} by the usual width of a head: say it with --heads",
            dim / USUAL_HEAD_WIDTH
        ),
        None if dim > 0 && dim.is_multiple_of(USUAL_HEAD_WIDTH) => dim / USUAL_HEAD_WIDTH,
        None => bail!(
            "the checkpoint does not tell its number of attention heads, and its width {dim} is no multiple of {USUAL_HEAD_WIDTH}: say it with --heads"
        ),
    };
    let head: Vec<usize> = names.slots.keys().filter(|slot| slot.part == Part::HeadWeight).map(|slot| slot.n).collect();
    ensure!(!head.is_empty(), "missing tensor {} ({}): this network has no head", names.expected(Part::HeadWeight.of(0)), names.describe());
    let mut widths = Vec::new();
    for &n in &head {
        let (name, shape) = shape(Part::HeadWeight.of(n))?;
        // Between two layers with neighbouring numbers there is no place for the ReLU that is put there.
        ensure!(
            n == 0 || !head.contains(&(n - 1)),
            "tensor {name} follows layer {} directly, without a ReLU between: such heads are not read",
            n - 1
        );
        let &[width, _] = shape else { bail!("tensor {name} has the shape {shape:?} instead of [out, in]") };
        widths.push(width);
    }
    let family = ArchitectureFamily::Vit;
    Ok((
        Architecture {
            family,
            image,
            patch,
            stem,
            stem_strides: strides,
            channels,
            dim,
            depth,
            heads,
            mlp,
            eps: names.naming.eps,
            head: widths,
        },
        head,
    ))
}

/// The first of several names.
fn shown(names: &[String]) -> String {
    let more = if names.len() > PROBLEMS_SHOWN { ", …" } else { "" };
    names.iter().take(PROBLEMS_SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ") + more
}

/// Every tensor against the architecture; all problems are told at once.
fn check(infos: &BTreeMap<String, TensorInfo>, names: &Names, architecture: &Architecture, head: &[usize]) -> anyhow::Result<()> {
    let mut problems: Vec<String> = names.unexpected.iter().map(|name| format!("unexpected tensor {name}")).collect();
    let mut expected: BTreeMap<Slot, Vec<usize>> =
        names.naming.slots(architecture.depth, architecture.stem.len()).map(|slot| (slot, shape_of(slot, architecture))).collect();
    let mut input = architecture.dim;
    for (&n, &output) in head.iter().zip(&architecture.head) {
        expected.insert(Part::HeadWeight.of(n), vec![output, input]);
        expected.insert(Part::HeadBias.of(n), vec![output]);
        input = output;
    }
    for (slot, shape) in &expected {
        match names.slots.get(slot).and_then(|name| infos.get_key_value(name)) {
            None => problems.push(format!("missing tensor {}", names.expected(*slot))),
            Some((name, info)) if &info.shape != shape => {
                problems.push(format!("tensor {name} has the shape {:?} instead of {shape:?}", info.shape));
            }
            Some(_) => {}
        }
    }
    // A head's bias without its weight is the one slot that nothing above asks for.
    problems
        .extend(names.slots.iter().filter(|(slot, _)| !expected.contains_key(slot)).map(|(_, name)| format!("unexpected tensor {name}")));
    if problems.is_empty() {
        return Ok(());
    }
    let hidden = problems.len().saturating_sub(PROBLEMS_SHOWN);
    problems.truncate(PROBLEMS_SHOWN);
    let more = if hidden > 0 { format!("; and {hidden} more") } else { String::new() };
    bail!("this is not a network that can be converted ({}): {}{more}", names.describe(), problems.join("; "))
}

fn shape_of(slot: Slot, architecture: &Architecture) -> Vec<usize> {
    let Architecture { patch, ref stem, channels, dim, mlp, .. } = *architecture;
    // What convolution `n` of the stem gives; its input where `n` is one less, the picture's channels before the first.
    let width = |n: usize| stem.get(n).copied().unwrap_or(0);
    match slot.part {
        Part::Class => vec![1, 1, dim],
        Part::Positions => vec![1, architecture.tokens(), dim],
        Part::StemWeight => vec![width(slot.n), slot.n.checked_sub(1).map_or(channels, width), 3, 3],
        Part::StemNormBatches => Vec::new(),
        part if part.is_in_stem() => vec![width(slot.n)],
        Part::PatchWeight => match stem.last() {
            Some(&last) => vec![dim, last, 1, 1],
            None => vec![dim, channels, patch, patch],
        },
        Part::QkvWeight => vec![3 * dim, dim],
        Part::QkvBias => vec![3 * dim],
        Part::QueryWeight | Part::KeyWeight | Part::ValueWeight | Part::OutWeight => vec![dim, dim],
        Part::Mlp1Weight => vec![mlp, dim],
        Part::Mlp1Bias => vec![mlp],
        Part::Mlp2Weight => vec![dim, mlp],
        // Biases and norms of the residual stream. The head's shapes depend on its neighbours, see `check`.
        _ => vec![dim],
    }
}
