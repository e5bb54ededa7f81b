//! Architectures told from shapes, and what is refused.

use super::*;
use crate::checkpoint::DType;

type Infos = BTreeMap<String, TensorInfo>;

/// A ViT of 2 blocks, 8×8 pixels in patches of 4, width 128, and a head of three layers.
fn network() -> Infos {
    let block = |n: usize| {
        let name = move |rest: &str| format!("encoder.layers.encoder_layer_{n}.{rest}");
        let shapes: [(&str, &[usize]); 12] = [
            ("ln_1.weight", &[128]),
            ("ln_1.bias", &[128]),
            ("self_attention.in_proj_weight", &[384, 128]),
            ("self_attention.in_proj_bias", &[384]),
            ("self_attention.out_proj.weight", &[128, 128]),
            ("self_attention.out_proj.bias", &[128]),
            ("ln_2.weight", &[128]),
            ("ln_2.bias", &[128]),
            ("mlp.0.weight", &[96, 128]),
            ("mlp.0.bias", &[96]),
            ("mlp.3.weight", &[128, 96]),
            ("mlp.3.bias", &[128]),
        ];
        shapes.map(|(rest, shape)| (name(rest), shape.to_vec()))
    };
    let outside: [(&str, &[usize]); 12] = [
        ("class_token", &[1, 1, 128]),
        ("encoder.pos_embedding", &[1, 5, 128]),
        ("conv_proj.weight", &[128, 3, 4, 4]),
        ("conv_proj.bias", &[128]),
        ("encoder.ln.weight", &[128]),
        ("encoder.ln.bias", &[128]),
        ("heads.head.1.weight", &[20, 128]),
        ("heads.head.1.bias", &[20]),
        ("heads.head.4.weight", &[10, 20]),
        ("heads.head.4.bias", &[10]),
        ("heads.head.10.weight", &[7, 10]),
        ("heads.head.10.bias", &[7]),
    ];
    let outside = outside.map(|(name, shape)| (name.to_owned(), shape.to_vec()));
    let all = block(0).into_iter().chain(block(1)).chain(outside);
    all.map(|(name, shape)| (name, TensorInfo { shape, dtype: DType::F32 })).collect()
}

fn read(infos: &Infos) -> anyhow::Result<Architecture> {
    let names = Names::find(infos.keys(), &Default::default(), None)?;
    let (architecture, head) = infer(infos, &names, None, &[])?;
    check(infos, &names, &architecture, &head)?;
    Ok(architecture)
}

/// The same behind a stem of three convolutions, the second of which keeps the width.
fn with_stem(strides: &[usize]) -> anyhow::Result<Architecture> {
    let mut infos = network();
    infos.remove("conv_proj.weight");
    infos.remove("conv_proj.bias");
    let mut add = |name: String, shape: &[usize]| drop(infos.insert(name, TensorInfo { shape: shape.to_vec(), dtype: DType::F32 }));
    for (n, (width, inputs)) in [(6, 3), (6, 6), (8, 6)].into_iter().enumerate() {
        let layer = format!("conv_proj.conv_bn_relu_{n}");
        add(format!("{layer}.0.weight"), &[width, inputs, 3, 3]);
        for part in ["weight", "bias", "running_mean", "running_var"] {
            add(format!("{layer}.1.{part}"), &[width]);
        }
        add(format!("{layer}.1.num_batches_tracked"), &[]);
    }
    add("conv_proj.conv_last.weight".to_owned(), &[128, 8, 1, 1]);
    add("conv_proj.conv_last.bias".to_owned(), &[128]);
    let names = Names::find(infos.keys(), &Default::default(), None)?;
    let (architecture, head) = infer(&infos, &names, None, strides)?;
    check(&infos, &names, &architecture, &head)?;
    Ok(architecture)
}

#[test]
fn strides_of_a_stem_are_told_not_guessed() -> anyhow::Result<()> {
    let Architecture { image, patch, stem_strides, .. } = with_stem(&[2, 1, 2])?;
    assert_eq!((image, patch, &stem_strides[..]), (8, 4, &[2, 1, 2][..]));
    let Architecture { image, patch, stem_strides, .. } = with_stem(&[2, 2, 2])?;
    assert_eq!((image, patch, stem_strides.len()), (16, 8, 0));
    for (strides, because) in [
        (&[][..], "conv_proj.conv_bn_relu_1.0.weight keeps the width 6"),
        (&[2, 2], "the stem has 3 convolutions"),
        (&[2, 3, 2], "each of stride 1 or 2"),
    ] {
        let error = with_stem(strides).map_err(|error| format!("{error:#}"));
        assert!(error.as_ref().is_err_and(|error| error.contains(because)), "{error:?} does not say {because:?}");
    }
    Ok(())
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Infos), because: &str) {
    let mut infos = network();
    change(&mut infos);
    let error = read(&infos).map_err(|error| format!("{error:#}"));
    assert!(error.as_ref().is_err_and(|error| error.contains(because)), "{error:?} does not say {because:?}");
}

fn reshape(name: &'static str, shape: &[usize]) -> impl FnOnce(&mut Infos) {
    let info = TensorInfo { shape: shape.to_vec(), dtype: DType::F32 };
    move |infos| drop(infos.insert(name.to_owned(), info))
}

#[test]
fn shapes_tell_the_architecture() -> anyhow::Result<()> {
    let Architecture { image, patch, channels, dim, depth, heads, mlp, head, .. } = read(&network())?;
    assert_eq!((image, patch, channels, dim, depth, heads, mlp), (8, 4, 3, 128, 2, 2, 96));
    assert_eq!(head, [20, 10, 7], "the head's layers go by number, not by spelling");
    Ok(())
}

#[test]
fn what_is_wrong_is_named() {
    refused(
        |infos| drop(infos.remove("encoder.layers.encoder_layer_1.ln_2.bias")),
        "missing tensor encoder.layers.encoder_layer_1.ln_2.bias",
    );
    refused(|infos| drop(infos.remove("heads.head.4.bias")), "missing tensor heads.head.4.bias");
    refused(|infos| infos.retain(|name, _| !name.starts_with("heads")), "missing tensor heads.head.weight");
    refused(reshape("head_dist.weight", &[16, 128]), "unexpected tensor head_dist.weight");
    refused(
        |infos| {
            infos.insert("heads.head.5.weight".to_owned(), TensorInfo { shape: vec![10, 10], dtype: DType::F32 });
        },
        "tensor heads.head.5.weight follows layer 4 directly",
    );
    refused(reshape("heads.head.12.bias", &[7]), "unexpected tensor heads.head.12.bias");
    refused(reshape("heads.head.4.weight", &[10, 21]), "tensor heads.head.4.weight has the shape [10, 21] instead of [10, 20]");
    refused(reshape("encoder.ln.weight", &[127]), "tensor encoder.ln.weight has the shape [127] instead of [128]");
    refused(reshape("encoder.pos_embedding", &[1, 4, 128]), "tensor encoder.pos_embedding has 4 tokens");
    refused(reshape("encoder.pos_embedding", &[1, usize::MAX, 128]), "tensor encoder.pos_embedding");
    refused(reshape("conv_proj.weight", &[128, 2, 4, 4]), "tensor conv_proj.weight takes 2 channels");
    refused(reshape("encoder.layers.encoder_layer_99999999999.ln_2.bias", &[128]), "claims block 99999999999");
}
