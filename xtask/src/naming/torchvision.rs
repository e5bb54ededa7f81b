//! `torchvision.models.VisionTransformer`, also its names before version 0.13. CCMusic's checkpoints carry them.

use super::{Naming, Slot};

pub(super) static NAMING: Naming = Naming {
    library: "torchvision",
    eps: 1e-6,
    tensors: &[
        ("class_token", Slot::Class),
        ("encoder.pos_embedding", Slot::Positions),
        ("conv_proj.weight", Slot::PatchWeight),
        ("conv_proj.bias", Slot::PatchBias),
        ("encoder.ln.weight", Slot::NormWeight),
        ("encoder.ln.bias", Slot::NormBias),
        ("encoder.layers.encoder_layer_{n}.ln_1.weight", Slot::Norm1Weight(0)),
        ("encoder.layers.encoder_layer_{n}.ln_1.bias", Slot::Norm1Bias(0)),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_weight", Slot::QkvWeight(0)),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_bias", Slot::QkvBias(0)),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.weight", Slot::OutWeight(0)),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.bias", Slot::OutBias(0)),
        ("encoder.layers.encoder_layer_{n}.ln_2.weight", Slot::Norm2Weight(0)),
        ("encoder.layers.encoder_layer_{n}.ln_2.bias", Slot::Norm2Bias(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.0.weight", Slot::Mlp1Weight(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.0.bias", Slot::Mlp1Bias(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.3.weight", Slot::Mlp2Weight(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.3.bias", Slot::Mlp2Bias(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_1.weight", Slot::Mlp1Weight(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_1.bias", Slot::Mlp1Bias(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_2.weight", Slot::Mlp2Weight(0)),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_2.bias", Slot::Mlp2Bias(0)),
    ],
    head: "heads.head.",
};
