//! `torchvision.models.VisionTransformer`, also its names before version 0.13. CCMusic's checkpoints carry them.

use super::{Naming, Part};

pub(super) static NAMING: Naming = Naming {
    library: "torchvision",
    eps: 1e-6,
    tensors: &[
        ("class_token", Part::Class),
        ("encoder.pos_embedding", Part::Positions),
        ("conv_proj.weight", Part::PatchWeight),
        ("conv_proj.bias", Part::PatchBias),
        ("encoder.ln.weight", Part::NormWeight),
        ("encoder.ln.bias", Part::NormBias),
        ("encoder.layers.encoder_layer_{n}.ln_1.weight", Part::Norm1Weight),
        ("encoder.layers.encoder_layer_{n}.ln_1.bias", Part::Norm1Bias),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_weight", Part::QkvWeight),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_bias", Part::QkvBias),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.weight", Part::OutWeight),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.bias", Part::OutBias),
        ("encoder.layers.encoder_layer_{n}.ln_2.weight", Part::Norm2Weight),
        ("encoder.layers.encoder_layer_{n}.ln_2.bias", Part::Norm2Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.0.weight", Part::Mlp1Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.0.bias", Part::Mlp1Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.3.weight", Part::Mlp2Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.3.bias", Part::Mlp2Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_1.weight", Part::Mlp1Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_1.bias", Part::Mlp1Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_2.weight", Part::Mlp2Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.linear_2.bias", Part::Mlp2Bias),
    ],
    // `heads` is a Sequential with one layer called `head`; who replaces it whole, replaces the name too.
    heads: &["heads.head.", "heads."],
};

/// With `conv_stem_configs`: convolutions in the place of the patch embedding. Younger than the old names.
pub(super) static STEMMED: Naming = Naming {
    library: "torchvision conv-stem",
    eps: 1e-6,
    tensors: &[
        ("class_token", Part::Class),
        ("encoder.pos_embedding", Part::Positions),
        ("conv_proj.conv_bn_relu_{n}.0.weight", Part::StemWeight),
        ("conv_proj.conv_bn_relu_{n}.1.weight", Part::StemNormWeight),
        ("conv_proj.conv_bn_relu_{n}.1.bias", Part::StemNormBias),
        ("conv_proj.conv_bn_relu_{n}.1.running_mean", Part::StemNormMean),
        ("conv_proj.conv_bn_relu_{n}.1.running_var", Part::StemNormVariance),
        ("conv_proj.conv_bn_relu_{n}.1.num_batches_tracked", Part::StemNormBatches),
        ("conv_proj.conv_last.weight", Part::PatchWeight),
        ("conv_proj.conv_last.bias", Part::PatchBias),
        ("encoder.ln.weight", Part::NormWeight),
        ("encoder.ln.bias", Part::NormBias),
        ("encoder.layers.encoder_layer_{n}.ln_1.weight", Part::Norm1Weight),
        ("encoder.layers.encoder_layer_{n}.ln_1.bias", Part::Norm1Bias),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_weight", Part::QkvWeight),
        ("encoder.layers.encoder_layer_{n}.self_attention.in_proj_bias", Part::QkvBias),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.weight", Part::OutWeight),
        ("encoder.layers.encoder_layer_{n}.self_attention.out_proj.bias", Part::OutBias),
        ("encoder.layers.encoder_layer_{n}.ln_2.weight", Part::Norm2Weight),
        ("encoder.layers.encoder_layer_{n}.ln_2.bias", Part::Norm2Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.0.weight", Part::Mlp1Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.0.bias", Part::Mlp1Bias),
        ("encoder.layers.encoder_layer_{n}.mlp.3.weight", Part::Mlp2Weight),
        ("encoder.layers.encoder_layer_{n}.mlp.3.bias", Part::Mlp2Bias),
    ],
    heads: &["heads.head.", "heads."],
};
