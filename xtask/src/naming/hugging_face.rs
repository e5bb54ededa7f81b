//! `transformers.ViTForImageClassification`, version 4 and version 5. Its LayerNorms have another ε than everybody else's.

use super::{Naming, Part};

const EPS: f64 = 1e-12;
const HEADS: &[&str] = &["classifier."];

pub(super) static VERSION_4: Naming = Naming {
    library: "Hugging Face 4",
    eps: EPS,
    tensors: &[
        ("vit.embeddings.cls_token", Part::Class),
        ("vit.embeddings.position_embeddings", Part::Positions),
        ("vit.embeddings.patch_embeddings.projection.weight", Part::PatchWeight),
        ("vit.embeddings.patch_embeddings.projection.bias", Part::PatchBias),
        ("vit.layernorm.weight", Part::NormWeight),
        ("vit.layernorm.bias", Part::NormBias),
        ("vit.encoder.layer.{n}.layernorm_before.weight", Part::Norm1Weight),
        ("vit.encoder.layer.{n}.layernorm_before.bias", Part::Norm1Bias),
        ("vit.encoder.layer.{n}.attention.attention.query.weight", Part::QueryWeight),
        ("vit.encoder.layer.{n}.attention.attention.query.bias", Part::QueryBias),
        ("vit.encoder.layer.{n}.attention.attention.key.weight", Part::KeyWeight),
        ("vit.encoder.layer.{n}.attention.attention.key.bias", Part::KeyBias),
        ("vit.encoder.layer.{n}.attention.attention.value.weight", Part::ValueWeight),
        ("vit.encoder.layer.{n}.attention.attention.value.bias", Part::ValueBias),
        ("vit.encoder.layer.{n}.attention.output.dense.weight", Part::OutWeight),
        ("vit.encoder.layer.{n}.attention.output.dense.bias", Part::OutBias),
        ("vit.encoder.layer.{n}.layernorm_after.weight", Part::Norm2Weight),
        ("vit.encoder.layer.{n}.layernorm_after.bias", Part::Norm2Bias),
        ("vit.encoder.layer.{n}.intermediate.dense.weight", Part::Mlp1Weight),
        ("vit.encoder.layer.{n}.intermediate.dense.bias", Part::Mlp1Bias),
        ("vit.encoder.layer.{n}.output.dense.weight", Part::Mlp2Weight),
        ("vit.encoder.layer.{n}.output.dense.bias", Part::Mlp2Bias),
    ],
    heads: HEADS,
};

pub(super) static VERSION_5: Naming = Naming {
    library: "Hugging Face 5",
    eps: EPS,
    tensors: &[
        ("vit.embeddings.cls_token", Part::Class),
        ("vit.embeddings.position_embeddings", Part::Positions),
        ("vit.embeddings.patch_embeddings.projection.weight", Part::PatchWeight),
        ("vit.embeddings.patch_embeddings.projection.bias", Part::PatchBias),
        ("vit.layernorm.weight", Part::NormWeight),
        ("vit.layernorm.bias", Part::NormBias),
        ("vit.layers.{n}.layernorm_before.weight", Part::Norm1Weight),
        ("vit.layers.{n}.layernorm_before.bias", Part::Norm1Bias),
        ("vit.layers.{n}.attention.q_proj.weight", Part::QueryWeight),
        ("vit.layers.{n}.attention.q_proj.bias", Part::QueryBias),
        ("vit.layers.{n}.attention.k_proj.weight", Part::KeyWeight),
        ("vit.layers.{n}.attention.k_proj.bias", Part::KeyBias),
        ("vit.layers.{n}.attention.v_proj.weight", Part::ValueWeight),
        ("vit.layers.{n}.attention.v_proj.bias", Part::ValueBias),
        ("vit.layers.{n}.attention.o_proj.weight", Part::OutWeight),
        ("vit.layers.{n}.attention.o_proj.bias", Part::OutBias),
        ("vit.layers.{n}.layernorm_after.weight", Part::Norm2Weight),
        ("vit.layers.{n}.layernorm_after.bias", Part::Norm2Bias),
        ("vit.layers.{n}.mlp.fc1.weight", Part::Mlp1Weight),
        ("vit.layers.{n}.mlp.fc1.bias", Part::Mlp1Bias),
        ("vit.layers.{n}.mlp.fc2.weight", Part::Mlp2Weight),
        ("vit.layers.{n}.mlp.fc2.bias", Part::Mlp2Bias),
    ],
    heads: HEADS,
};
