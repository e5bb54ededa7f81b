//! What a whole pickled network tells of itself beyond its tensors: a state_dict leaves all of this to whoever loads it.

use anyhow::ensure;

use crate::checkpoint::Checkpoint;
use crate::naming::Names;

/// What the modules say, where there are any.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Told {
    /// Attention heads per block.
    pub(super) heads: Option<usize>,
    /// The ε of every LayerNorm.
    pub(super) eps: Option<f64>,
}

/// Modules that may stand anywhere in a ViT without changing what it answers, or in a way that the graph knows.
const HARMLESS: &[&str] = &["Dropout", "Identity", "DropPath", "StochasticDepth"];
/// Activations, by the last part of their class: what the graph puts there is GELU in the blocks and ReLU in the head.
const ACTIVATIONS: &[&str] = &[
    "GELU",
    "GELUActivation",
    "QuickGELU",
    "QuickGELUActivation",
    "GELUTanh",
    "ReLU",
    "ReLU6",
    "SiLU",
    "SELU",
    "ELU",
    "LeakyReLU",
    "Tanh",
    "Sigmoid",
    "Hardswish",
    "Mish",
    "PReLU",
    "Softplus",
];
const EXACT_GELU: &[&str] = &["GELU", "GELUActivation"];

impl Told {
    pub(super) fn by(checkpoint: &Checkpoint, names: &Names) -> anyhow::Result<Self> {
        let own = |key: &'_ str| key.strip_prefix(&*names.prefix).map(str::to_owned);
        for (module, class) in checkpoint.modules() {
            let Some(module) = own(module) else { continue };
            let class = class.rsplit('.').next().unwrap_or_default();
            if HARMLESS.contains(&class) || !ACTIVATIONS.contains(&class) {
                continue;
            }
            let in_head = names.naming.heads.iter().any(|head| module.starts_with(head));
            let fits = if in_head { class == "ReLU" } else { EXACT_GELU.contains(&class) };
            ensure!(fits, "its module {module} is a {class}; only GELU in the blocks and ReLU in the head are read");
        }
        let mut told = Self::default();
        for (key, &number) in checkpoint.told() {
            let Some(key) = own(key) else { continue };
            match key.rsplit('.').next().unwrap_or_default() {
                "eps" | "layer_norm_eps" => {
                    ensure!(*told.eps.get_or_insert(number) == number, "its LayerNorms differ in their ε: {key} is {number}");
                }
                _ => {
                    let heads = number as usize;
                    ensure!(*told.heads.get_or_insert(heads) == heads, "its blocks differ in their attention heads: {key} is {heads}");
                }
            }
        }
        Ok(told)
    }
}
