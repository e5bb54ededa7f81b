//! What tract answers against what PyTorch answered for the same pixels and the same checkpoint.

use std::path::{Path, PathBuf};
use std::process::Command;

use genre::probe::noise;
use genre::report::softmax;
use genre::{Engine, Model, Outputs, TractEngine};
use serde_json::Value;

use crate::golden::{floats, json, npy};
use crate::support::{Scratch, data, program, repository};
use crate::tolerance::{CPU_LOGITS, CPU_PROBABILITIES};

/// The pixels of a golden input: a clip's, or a formula's that both sides compute.
fn pixels(input: &Value, channels: usize) -> Vec<f32> {
    if let Some(file) = input["pixels"].as_str() {
        return npy(&data("golden").join(file)).repeat(channels);
    }
    let value: fn(u64, u64, u64) -> f64 = match input["input"].as_str().unwrap() {
        "weyl" => |c, y, x| ((c * 50_176 + y * 224 + x) * 2_654_435_761 % (1 << 32)) as f64 / (1_u64 << 32) as f64,
        "ramp" => |c, y, x| ((7 * y + 3 * x + 11 * c) % 224) as f64 / 223.0,
        other => panic!("no formula {other:?}"),
    };
    let positions = (0..channels as u64).flat_map(|c| (0..224).flat_map(move |y| (0..224).map(move |x| (c, y, x))));
    positions.map(|(c, y, x)| (value(c, y, x) * 349.0 - 351.0) as f32).collect()
}

/// max|Δ| / max(1, max|reference|).
fn relative(values: &[f32], reference: &[f64]) -> f64 {
    assert_eq!(values.len(), reference.len());
    let scale = reference.iter().fold(1.0_f64, |scale, value| scale.max(value.abs()));
    values.iter().zip(reference).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max) / scale
}

/// Holds a converted model against PyTorch's answers to every golden input.
#[track_caller]
fn check(folder: &Path, golden: &str) {
    let model = Model::open(folder, None).unwrap();
    model.verify().unwrap();
    let engine = TractEngine::load(&model, 1).unwrap();
    let golden = json(golden);
    let inputs = golden["inputs"].as_array().unwrap();
    assert!(inputs.len() >= 10, "the golden data is incomplete");
    let mut winners = std::collections::BTreeSet::new();
    for input in inputs {
        let name = input["input"].as_str().unwrap();
        let outputs = engine.run(&[&pixels(input, model.manifest.architecture.channels)]).unwrap();
        let (logits, embedding) = (floats(&input["logits"]), floats(&input["embedding"]));
        let probabilities = floats(&input["probabilities"]);
        let apart = softmax(&outputs.logits, 1.0).iter().zip(&probabilities).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max);
        let (of_logits, of_embedding) = (relative(&outputs.logits, &logits), relative(&outputs.embeddings, &embedding));
        println!("{name:28} logits {of_logits:.1e}  embedding {of_embedding:.1e}  |Δp| {apart:.1e}");
        assert!(of_logits <= CPU_LOGITS, "{name}: logits are off by {of_logits:e}");
        assert!(of_embedding <= CPU_LOGITS, "{name}: the embedding is off by {of_embedding:e}");
        assert!(apart <= CPU_PROBABILITIES, "{name}: probabilities are off by {apart:e}");
        winners.insert((0..logits.len()).max_by(|&a, &b| logits[a].total_cmp(&logits[b])).unwrap());
    }
    // Near-uniform answers would let any bound pass.
    assert!(winners.len() >= 5, "the golden inputs have only {} winners", winners.len());
}

/// Converts without asking anybody: the answers are compared here.
fn convert(checkpoint: &str, out: &Path, options: &[&str]) {
    let status = Command::new(program("xtask"))
        .args(["convert-model", "--checkpoint"])
        .arg(data("checkpoints").join(checkpoint))
        .arg("--out")
        .arg(out)
        .args(["--reference", "none"])
        .args(options)
        .current_dir(repository())
        .status();
    // Written, and parity not checked.
    assert_eq!(status.unwrap().code(), Some(3));
}

/// A committed checkpoint, converted into a folder in `scratch`.
pub(crate) fn converted(checkpoint: &str, scratch: &Scratch, options: &[&str]) -> PathBuf {
    let out = scratch.path().join("converted");
    convert(checkpoint, &out, options);
    out
}

#[test]
fn a_plain_head_answers_as_pytorch_does() {
    check(&repository().join("models/untrained"), "golden/tiny.json");
}

#[test]
fn a_plain_head_converts_to_the_committed_model() {
    let scratch = Scratch::new("parity-plain");
    let out = converted("tiny.pt", &scratch, &["--front-end", "article", "--heads", "3"]);
    let committed = std::fs::read(repository().join("models/untrained/model.f32.onnx")).unwrap();
    assert!(std::fs::read(out.join("model.f32.onnx")).unwrap() == committed, "models/untrained is not what convert-model writes");
}

#[test]
fn ccmusics_head_and_three_channels_answer_as_pytorch_does() {
    let scratch = Scratch::new("parity-ccmusic-head");
    let out = converted("tiny-ccmusic-head.pt", &scratch, &["--front-end", "article", "--heads", "3"]);
    check(&out, "golden/tiny-ccmusic-head.json");
}

#[test]
fn batch_and_threads_do_not_change_a_bit() {
    let model = Model::built_in().unwrap();
    let golden = json("golden/tiny.json");
    let inputs: Vec<Vec<f32>> = golden["inputs"].as_array().unwrap().iter().map(|input| pixels(input, 1)).collect();
    let alone = TractEngine::load(&model, 1).unwrap();
    let expected: Vec<_> = inputs.iter().map(|pixels| alone.run(&[pixels]).unwrap()).collect();
    for threads in [1, 2, 3] {
        let engine = TractEngine::load(&model, threads).unwrap();
        for batch in [1, 2, 5, inputs.len()] {
            for (pixels, expected) in inputs.chunks(batch).zip(expected.chunks(batch)) {
                let pictures: Vec<&[f32]> = pixels.iter().map(Vec::as_slice).collect();
                let outputs = engine.run(&pictures).unwrap();
                let logits: Vec<u32> = expected.iter().flat_map(|one| one.logits.iter().map(|value| value.to_bits())).collect();
                let got: Vec<u32> = outputs.logits.iter().map(|value| value.to_bits()).collect();
                assert_eq!(got, logits, "{threads} threads, batch {batch}");
            }
        }
    }
    assert!(alone.run(&[&[0.0; 3]]).is_err(), "pixels of another shape must be refused");
}

/// Requests come while others are computed. What one waits for may be done by a thread that has another's half-done work on its stack.
#[test]
fn requests_at_the_same_time_do_not_change_a_bit() {
    let bits = |outputs: Outputs| outputs.logits.into_iter().map(f32::to_bits).collect::<Vec<_>>();
    // The patches' product is tract's own, and large enough to be split.
    for model in [Model::built_in().unwrap(), Model::open(&repository().join("models/untrained"), None).unwrap()] {
        let inputs: Vec<Vec<f32>> = (1..=6).map(|seed| noise(&model.manifest, seed)).collect();
        let alone = TractEngine::load(&model, 1).unwrap();
        let expected: Vec<_> = inputs.iter().map(|pixels| bits(alone.run(&[pixels]).unwrap())).collect();
        for threads in [2, 3] {
            let engine = TractEngine::load(&model, threads).unwrap();
            std::thread::scope(|scope| {
                for request in 0..4 {
                    let (engine, inputs, expected) = (&engine, &inputs, &expected);
                    scope.spawn(move || {
                        for turn in 0..24 {
                            let at = (request + turn) % inputs.len();
                            assert_eq!(bits(engine.run(&[&inputs[at]]).unwrap()), expected[at], "{threads} threads, picture {at}");
                        }
                    });
                }
            });
        }
    }
}
