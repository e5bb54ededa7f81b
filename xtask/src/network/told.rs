//! What a whole pickled network tells of itself beyond its tensors: a state_dict leaves all of this to whoever loads it.
//!
//! Tensors that fit do not make a network that computes what the graph does: a class may have a `forward` of its own, take the mean of the
//! patches instead of the class token, or put another activation between. What is not known to compute the same is refused.

use anyhow::ensure;

use super::BATCH_NORM_EPS;
use crate::checkpoint::Checkpoint;
use crate::naming::{Names, Part};

/// What the modules say, where there are any.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Told {
    /// Attention heads per block.
    pub(super) heads: Option<usize>,
    /// The ε of every LayerNorm.
    pub(super) eps: Option<f64>,
}

/// Packages whose classes compute what their names say.
const PACKAGES: [&str; 4] = ["timm", "torch", "torchvision", "transformers"];
/// Their modules that make up a Vision Transformer, by the last part of the class, in all versions of the libraries.
const PARTS: &[&str] = &[
    // torchvision
    "Conv2dNormActivation",
    "Encoder",
    "EncoderBlock",
    "MLP",
    "MLPBlock",
    "VisionTransformer",
    // timm
    "Attention",
    "Block",
    "Mlp",
    "PatchEmbed",
    // transformers
    "ViTAttention",
    "ViTEmbeddings",
    "ViTEncoder",
    "ViTForImageClassification",
    "ViTIntermediate",
    "ViTLayer",
    "ViTMLP",
    "ViTModel",
    "ViTOutput",
    "ViTPatchEmbeddings",
    "ViTSdpaAttention",
    "ViTSdpaSelfAttention",
    "ViTSelfAttention",
    "ViTSelfOutput",
    // torch
    "BatchNorm2d",
    "Conv2d",
    "LayerNorm",
    "Linear",
    "ModuleList",
    "MultiheadAttention",
    "NonDynamicallyQuantizableLinear",
    "Sequential",
    // Nothing at all, once a network has been trained.
    "DropPath",
    "Dropout",
    "Identity",
    "StochasticDepth",
];
/// The activation that the graph puts into the blocks.
const EXACT_GELU: &[&str] = &["GELU", "GELUActivation"];

impl Told {
    pub(super) fn by(checkpoint: &Checkpoint, names: &Names) -> anyhow::Result<Self> {
        let own = |key: &str| match key.strip_prefix(&*names.prefix) {
            Some(rest) => Some(rest.to_owned()),
            // The network itself bears the prefix without its dot.
            None => (names.prefix.strip_suffix('.') == Some(key)).then(String::new),
        };
        for (module, class) in checkpoint.modules() {
            let Some(module) = own(module) else { continue };
            let called = if module.is_empty() { "it".to_owned() } else { format!("its module {module}") };
            let (package, kind) = (class.split('.').next().unwrap_or_default(), class.rsplit('.').next().unwrap_or_default());
            let in_head = names.naming.heads.iter().any(|head| module.starts_with(head));
            let fits = if in_head || in_stem(&module) { kind == "ReLU" } else { EXACT_GELU.contains(&kind) };
            ensure!(
                PACKAGES.contains(&package) && (fits || PARTS.contains(&kind)),
                "{called} is a {class}, and what that computes is not known here (GELU in the blocks and ReLU in the head are). If the network \
                 answers like a library's ViT, save its state_dict alone"
            );
        }
        for (key, word) in checkpoint.words() {
            let Some(key) = own(key) else { continue };
            let expected = if key.rsplit('.').next() == Some("global_pool") { "token" } else { "none" };
            ensure!(word == expected, "its {key} is {word:?}; only {expected:?} is read");
        }
        between_head_layers(checkpoint, names)?;
        let mut told = Self::default();
        for (key, &number) in checkpoint.told() {
            let Some(key) = own(key) else { continue };
            if in_stem(&key) {
                ensure!(number == BATCH_NORM_EPS, "its batch norm's {key} is {number}; only {BATCH_NORM_EPS} is read");
                continue;
            }
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

/// Whether a module belongs to torchvision's convolutional stem.
fn in_stem(module: &str) -> bool {
    module.starts_with("conv_proj.conv_bn_relu_")
}

/// Where modules tell what stands in the head, there must be one ReLU between two Linears and none elsewhere.
fn between_head_layers(checkpoint: &Checkpoint, names: &Names) -> anyhow::Result<()> {
    if checkpoint.modules().is_empty() {
        return Ok(());
    }
    let kind =
        |prefix: &str, number: usize| checkpoint.modules().get(&format!("{prefix}{number}")).and_then(|class| class.rsplit('.').next());
    let linears: Vec<(usize, &str)> = names
        .slots
        .iter()
        .filter(|(slot, _)| slot.part == Part::HeadWeight)
        .filter_map(|(slot, name)| Some((slot.n, name.strip_suffix("weight")?.strip_suffix(&format!("{}.", slot.n))?)))
        .collect();
    let Some(&(last, prefix)) = linears.last() else { return Ok(()) };
    for pair in linears.windows(2) {
        let ((from, _), (to, _)) = (pair[0], pair[1]);
        let relus = (from + 1..to).filter(|&number| kind(prefix, number) == Some("ReLU")).count();
        ensure!(relus == 1, "between its layers {prefix}{from} and {prefix}{to} stand {relus} ReLUs instead of one");
    }
    let outside = checkpoint.modules().keys().filter_map(|name| name.strip_prefix(prefix)?.parse::<usize>().ok());
    let stray = outside.filter(|&number| number < linears[0].0 || number > last).find(|&number| kind(prefix, number) == Some("ReLU"));
    ensure!(stray.is_none(), "its head has a ReLU before its first or after its last layer");
    Ok(())
}
