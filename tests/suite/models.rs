//! Models that must not be believed: another file than the manifest vouches for, a manifest that cannot be honoured.

use std::fs;

use genre::{Classifier, Manifest, Model};
use serde_json::{Value, json};

use crate::support::{Scratch, repository};

/// A copy of the model of random weights that a test may spoil.
fn copy(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for file in ["model.json", "model.f32.onnx"] {
        fs::copy(repository().join("models/untrained").join(file), scratch.path().join(file)).unwrap();
    }
    scratch
}

#[track_caller]
fn refused(scratch: &Scratch, expected: &str) {
    let refusal = Model::open(scratch.path(), None).and_then(|model| Classifier::new(&model, 1));
    let message = refusal.err().expect("it must be refused").to_string();
    assert!(message.contains(expected) && !message.contains(&*scratch.path().to_string_lossy()), "{message}");
}

#[test]
fn weights_that_are_not_the_manifests_are_refused() {
    let scratch = copy("models-weights");
    assert!(Model::open(scratch.path(), None).and_then(|model| Classifier::new(&model, 1)).is_ok());
    let onnx = scratch.path().join("model.f32.onnx");
    let mut bytes = fs::read(&onnx).unwrap();
    // One bit of one weight: the network still loads.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&onnx, &bytes).unwrap();
    refused(&scratch, "model.f32.onnx does not match its manifest: its BLAKE3 is");
    fs::write(&onnx, &bytes[..1000]).unwrap();
    refused(&scratch, "it has 1000 bytes instead of");
    fs::remove_file(&onnx).unwrap();
    refused(&scratch, "failed to read model.f32.onnx");
    fs::remove_file(scratch.path().join("model.json")).unwrap();
    refused(&scratch, "failed to read model.json");
}

#[test]
fn manifests_that_cannot_be_honoured_are_refused() {
    let honest: Value = serde_json::from_slice(&fs::read(repository().join("models/untrained/model.json")).unwrap()).unwrap();
    Manifest::from_json(honest.to_string().as_bytes()).unwrap();
    let cases: [(&str, Value, &str); 12] = [
        ("/schema", json!(2), "schema 2"),
        ("/id", json!("../evil"), "id"),
        ("/architecture/channels", json!(2), "2 channels"),
        ("/architecture/heads", json!(5), "not a multiple of heads"),
        ("/front_end/kind", json!("mfcc"), "mfcc"),
        ("/front_end/mel/hop_length", json!(0), "hop_length 0"),
        ("/front_end/mel/max_frequency_hz", json!(12_000.0), "11025"),
        ("/front_end/window_s", json!(1e-9), "window"),
        ("/front_end/std_db", json!(0.0), "positive"),
        ("/labels/3/family", json!("none"), "\"none\""),
        ("/files/0/path", json!("../model.onnx"), "plain name"),
        ("/temperature", json!(-1.0), "temperature"),
    ];
    for (place, value, expected) in cases {
        let mut manifest = honest.clone();
        *manifest.pointer_mut(place).unwrap() = value;
        let message = Manifest::from_json(manifest.to_string().as_bytes()).expect_err(place).to_string();
        assert!(message.contains(expected), "{place}: {message}");
    }
    let mut absurd = honest.clone();
    absurd["front_end"]["mel"]["hop_length"] = json!(1);
    absurd["front_end"]["mel"]["mel_bands"] = json!(1024);
    let message = Manifest::from_json(absurd.to_string().as_bytes()).unwrap_err().to_string();
    assert!(message.contains("values; at most"), "{message}");
    let mut unknown = honest;
    unknown["front_end"]["dither"] = json!(true);
    let message = Manifest::from_json(unknown.to_string().as_bytes()).unwrap_err().to_string();
    assert!(message.contains("dither"), "{message}");
}
