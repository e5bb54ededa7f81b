//! `timm.models.vision_transformer.VisionTransformer`.

use super::{Naming, Part};

pub(super) static NAMING: Naming = Naming {
    library: "timm",
    eps: 1e-6,
    tensors: &[
        ("cls_token", Part::Class),
        ("pos_embed", Part::Positions),
        ("patch_embed.proj.weight", Part::PatchWeight),
        ("patch_embed.proj.bias", Part::PatchBias),
        ("norm.weight", Part::NormWeight),
        ("norm.bias", Part::NormBias),
        ("blocks.{n}.norm1.weight", Part::Norm1Weight),
        ("blocks.{n}.norm1.bias", Part::Norm1Bias),
        ("blocks.{n}.attn.qkv.weight", Part::QkvWeight),
        ("blocks.{n}.attn.qkv.bias", Part::QkvBias),
        ("blocks.{n}.attn.proj.weight", Part::OutWeight),
        ("blocks.{n}.attn.proj.bias", Part::OutBias),
        ("blocks.{n}.norm2.weight", Part::Norm2Weight),
        ("blocks.{n}.norm2.bias", Part::Norm2Bias),
        ("blocks.{n}.mlp.fc1.weight", Part::Mlp1Weight),
        ("blocks.{n}.mlp.fc1.bias", Part::Mlp1Bias),
        ("blocks.{n}.mlp.fc2.weight", Part::Mlp2Weight),
        ("blocks.{n}.mlp.fc2.bias", Part::Mlp2Bias),
    ],
    heads: &["head."],
};
