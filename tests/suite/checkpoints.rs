//! Every fixture of `tests/data/checkpoints/formats`: what must be read answers as the library that wrote it, what must be refused is
//! refused in words, and nothing of it is executed. `formats.json` says what each file is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use genre::manifest::Precision;
use genre::report::softmax;
use genre::{Engine, Model, Outputs, TractEngine};
use serde_json::Value;

use crate::golden::{floats, json};
use crate::support::{Scratch, data};
use crate::tolerance::{CPU_LOGITS, F16_LOGITS, F16_PROBABILITIES, INT8_LOGITS};
use crate::toolkit::{Ran, each, labels, text, xtask};

/// What the refusal of a file must say where the index knows no tensor and no global to be named.
const WORDS: [(&str, &str); 20] = [
    ("backwards.safetensors", "tensor cls_token has another size than its shape [6] says"),
    ("deep-tuples.pt", "nested over 64 deep"),
    ("empty.pt", "the file is empty"),
    ("giant-header.safetensors", "no checkpoint of PyTorch (ZIP or legacy stream) and no safetensors file"),
    ("memo-dictionaries.pt", "its values are entangled"),
    ("memo-tuples.pt", "its values are entangled"),
    ("outside.safetensors", "tensor cls_token lies outside of the file; is it complete?"),
    ("overlap.safetensors", "tensors cls_token and pos_embed overlap"),
    ("text.pt", "it begins with \"<!DOCTYPE html>"),
    ("torchscript.pt", "TorchScript"),
    ("truncated-legacy.pt", "the file is cut off"),
    ("truncated.pt", "is the file complete?"),
    ("truncated.safetensors", "is it complete?"),
    ("zip-absurd-sizes.pt", "claims 4294967280 bytes, more than the file has"),
    ("zip-bomb.pt", "is compressed (785 bytes would become 1073741824)"),
    ("zip-deflated.pt", "is compressed"),
    ("zip-encrypted.pt", "is encrypted"),
    ("zip-overlap.pt", "is called otherwise where it lies"),
    ("model-and-ema.pt", "under \"model\", \"model_ema\": say with --wrapper NAME which one is meant"),
    ("ema-and-model.pt", "under \"model\", \"model_ema\": say with --wrapper NAME which one is meant"),
];

/// The rows of the index that are to be read, or refused.
fn rows(expect: &str) -> Vec<Value> {
    let index = json("checkpoints/formats/formats.json");
    let rows = index["files"].as_array().unwrap().iter();
    rows.filter(|row| row["expect"] == expect).cloned().collect()
}

fn file(row: &Value) -> &str {
    row["file"].as_str().unwrap()
}

/// Classes of a row's network; five where the row tells nothing of it.
fn classes(row: &Value) -> usize {
    row["architecture"]["head"].as_array().and_then(|head| head.last()).map_or(5, |classes| classes.as_u64().unwrap() as usize)
}

/// Converts a row's file to `out`, in a folder of its own in which a hostile file would leave its traces.
fn convert(row: &Value, here: &Path, labels: &Path, options: &[&str]) -> Ran {
    let checkpoint = data("checkpoints/formats").join(file(row));
    let heads = row["heads"].as_u64().map(|heads| heads.to_string());
    let mut args = vec!["convert-model", "--checkpoint", text(&checkpoint), "--out", "out", "--labels", text(labels)];
    args.extend(["--reference", "none", "--front-end", "article"]);
    args.extend(heads.iter().flat_map(|heads| ["--heads", heads]));
    args.extend(options);
    fs::create_dir(here).unwrap();
    xtask(here, &args)
}

/// The labels of every row, by the number of classes.
fn all_labels(scratch: &Scratch) -> BTreeMap<usize, PathBuf> {
    [5, 6, 7, 16].into_iter().map(|classes| (classes, labels(scratch.path(), classes))).collect()
}

/// The picture of one of the index' formulas, [channels, side, side].
fn picture(name: &str, channels: u64, side: u64) -> Vec<f32> {
    let value = |c: u64, y: u64, x: u64| match name {
        "weyl" => ((c * side * side + y * side + x) * 2_654_435_761 % (1 << 32)) as f64 / (1_u64 << 32) as f64,
        "ramp" => ((7 * y + 3 * x + 11 * c) % 224) as f64 / 223.0,
        other => panic!("no formula {other:?}"),
    };
    let places = (0..channels).flat_map(|c| (0..side).flat_map(move |y| (0..side).map(move |x| (c, y, x))));
    places.map(|(c, y, x)| (-351.0 + value(c, y, x) * 349.0) as f32).collect()
}

/// How far a written file's answers are from the row's: logits in parts of the largest one, and probabilities.
#[track_caller]
fn apart(row: &Value, out: &Path, precision: Precision) -> (f64, f64) {
    let model = Model::open(out, Some(precision)).unwrap();
    model.verify().unwrap();
    let engine = TractEngine::load(&model, 1).unwrap();
    let size = |name: &str| row["architecture"][name].as_u64().unwrap();
    let (mut of_logits, mut of_probabilities) = (0.0_f64, 0.0_f64);
    for (name, logits) in row["logits"].as_object().unwrap() {
        let Outputs { logits: got, .. } = engine.run(&[&picture(name, size("channels"), size("image"))]).unwrap();
        let expected = floats(logits);
        assert_eq!(got.len(), expected.len(), "{}", file(row));
        let furthest = |a: &[f32], b: &[f64]| a.iter().zip(b).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max);
        let scale = expected.iter().fold(1.0_f64, |scale, value| scale.max(value.abs()));
        of_logits = of_logits.max(furthest(&got, &expected) / scale);
        let wanted = softmax(&expected.iter().map(|&logit| logit as f32).collect::<Vec<_>>(), 1.0);
        let wanted: Vec<f64> = wanted.into_iter().map(f64::from).collect();
        of_probabilities = of_probabilities.max(furthest(&softmax(&got, 1.0), &wanted));
    }
    assert_eq!(row["logits"].as_object().unwrap().len(), 2, "{} is not asked enough", file(row));
    (of_logits, of_probabilities)
}

/// What the manifest says of the network and of where it comes from.
#[track_caller]
fn check_manifest(row: &Value, out: &Path) {
    let model = Model::open(out, None).unwrap();
    let Value::Object(mut told) = serde_json::to_value(&model.manifest.architecture).unwrap() else { panic!("no architecture") };
    let naming = row["naming"].as_str().unwrap();
    let eps = if naming.starts_with("Hugging Face") { 1e-12 } else { 1e-6 };
    assert_eq!(told.remove("eps").unwrap().as_f64(), Some(eps), "{}", file(row));
    assert_eq!(told.remove("family").unwrap(), "vit", "{}", file(row));
    assert_eq!(Value::Object(told), row["architecture"], "{}", file(row));
    let container = match row["format"].as_str().unwrap() {
        "zip" => "PyTorch ZIP",
        "legacy" => "PyTorch legacy stream",
        other => other,
    };
    // Both names of torchvision's MLP are in one table.
    let from = format!("{container}, {} names", naming.trim_end_matches(" before 0.13"));
    assert!(model.manifest.source.format.starts_with(&from), "{}: {} is not {from}", file(row), model.manifest.source.format);
    let bytes = fs::read(data("checkpoints/formats").join(file(row))).unwrap();
    assert_eq!(model.manifest.source.checkpoint_sha256, genre::sha256_hex(&bytes), "{}", file(row));
}

#[test]
fn what_must_be_read_answers_as_the_library_that_wrote_it() {
    let scratch = Scratch::new("checkpoints-read");
    let labels = all_labels(&scratch);
    let rows = rows("reads");
    assert!(rows.len() >= 44, "the index is incomplete");
    let measured = Mutex::new(BTreeMap::<String, (usize, f64, String)>::new());
    each(&rows, |row| {
        let name = file(row);
        let here = scratch.path().join(name);
        let wrapper = row["wrapper"].as_str();
        let options: Vec<&str> = wrapper.iter().flat_map(|wrapper| ["--wrapper", wrapper]).collect();
        let ran = convert(row, &here, &labels[&classes(row)], &options);
        assert_eq!(ran.code, Some(3), "{name}: {}", ran.stderr);
        let out = here.join("out");
        check_manifest(row, &out);
        let (of_logits, _) = apart(row, &out, Precision::F32);
        // Weights in f16, bf16 and f64 are not excused: the reference widens or rounds them to f32 as well.
        assert!(of_logits <= CPU_LOGITS, "{name}: logits are off by {of_logits:e}");
        let mut measured = measured.lock().unwrap();
        let (count, worst, whose) = measured.entry(row["dtype"].as_str().unwrap().to_owned()).or_default();
        *count += 1;
        if of_logits > *worst {
            (*worst, *whose) = (of_logits, name.to_owned());
        }
    });
    for (dtype, (count, worst, whose)) in measured.into_inner().unwrap() {
        println!("{dtype:6} {count:3} files, logits within {worst:.1e} ({whose})");
    }
}

#[test]
fn f16_files_answer_nearly_the_same() {
    let scratch = Scratch::new("checkpoints-f16");
    let labels = all_labels(&scratch);
    let wanted = ["timm.pt", "hugging-face-5.pt", "head-of-4.pt", "legacy-module.pt", "bf16.pt", "f16.pt", "f64.pt", "strided.pt"];
    let rows: Vec<Value> = rows("reads").into_iter().filter(|row| wanted.contains(&file(row))).collect();
    assert_eq!(rows.len(), wanted.len());
    each(&rows, |row| {
        let here = scratch.path().join(file(row));
        convert(row, &here, &labels[&classes(row)], &["--precision", "f32,f16"]).expect(3, &[]);
        let out = here.join("out");
        let ((exact, _), (logits, probabilities)) = (apart(row, &out, Precision::F32), apart(row, &out, Precision::F16));
        println!("{:20} f32 {exact:.1e}  f16 {logits:.1e}, |Δp| {probabilities:.1e}", file(row));
        assert!(exact <= CPU_LOGITS, "{}: {exact:e}", file(row));
        assert!(logits <= F16_LOGITS && probabilities <= F16_PROBABILITIES, "{}: {logits:e}, {probabilities:e}", file(row));
        // Rounding must show, except where the weights came from 16 bits: f16 holds those (and tract widens where the processor does).
        let rounds = matches!(row["dtype"].as_str(), Some("f32" | "f64"));
        assert!(!rounds || logits > 10.0 * exact, "{}: the f16 file holds other weights", file(row));
    });
}

#[test]
fn int8_files_answer_nearly_the_same() {
    let scratch = Scratch::new("checkpoints-int8");
    let labels = all_labels(&scratch);
    let wanted = ["timm.pt", "hugging-face-5.pt", "head-of-4.pt", "legacy-module.pt", "f16.pt", "wide.pt"];
    let rows: Vec<Value> = rows("reads").into_iter().filter(|row| wanted.contains(&file(row))).collect();
    assert_eq!(rows.len(), wanted.len());
    each(&rows, |row| {
        let here = scratch.path().join(file(row));
        convert(row, &here, &labels[&classes(row)], &["--precision", "f32,int8"]).expect(3, &[]);
        let out = here.join("out");
        let ((exact, _), (logits, probabilities)) = (apart(row, &out, Precision::F32), apart(row, &out, Precision::Int8));
        println!("{:20} f32 {exact:.1e}  int8 {logits:.1e}, |Δp| {probabilities:.1e}", file(row));
        assert!(exact <= CPU_LOGITS && logits <= INT8_LOGITS, "{}: {exact:e}, {logits:e}", file(row));
        // Rounding must show.
        assert!(logits > 10.0 * exact, "{}: the int8 file holds other weights", file(row));
    });
}

#[test]
fn what_must_be_refused_is_refused_in_words_and_does_nothing() {
    let scratch = Scratch::new("checkpoints-refused");
    let labels = all_labels(&scratch);
    let mut rows = rows("refused");
    assert!(rows.len() >= 53, "the index is incomplete");
    // Which of two networks is meant is nobody's guess.
    rows.extend(self::rows("reads").into_iter().filter(|row| row["wrapper"].is_string()));
    each(&rows, |row| {
        let name = file(row);
        let here = scratch.path().join(name);
        let Ran { code, stdout, stderr } = convert(row, &here, &labels[&classes(row)], &[]);
        assert_eq!(code, Some(1), "{name}: {stdout}{stderr}");
        assert!(stdout.is_empty() && !stderr.contains("panicked"), "{name}: {stdout}{stderr}");
        let words = WORDS.iter().find(|(file, _)| *file == name).map(|(_, words)| *words);
        let why = row["why"].as_str().or(words).unwrap_or_else(|| panic!("say in WORDS how {name} is refused"));
        let refusal = stderr.lines().last().unwrap();
        assert!(refusal.starts_with("error: failed to ") && refusal.contains(name), "{name}: {refusal}");
        assert!(refusal.contains(why), "{name}: {refusal} does not name {why:?}");
        assert!(refusal.len() < 1000, "{name}: nobody reads this: {refusal}");
        // Neither a model nor the file that a live pickle would have created in the folder that it was read in.
        let left: Vec<_> = fs::read_dir(&here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.is_empty(), "{name} left {left:?}");
    });
}

#[test]
fn a_network_that_is_asked_for_by_name_must_be_there() {
    let scratch = Scratch::new("checkpoints-wrapper");
    let labels = all_labels(&scratch);
    let rows = rows("reads");
    let row = |name: &str| rows.iter().find(|row| file(row) == name).unwrap();
    let here = |name: &str| scratch.path().join(name);
    convert(row("model-and-ema.pt"), &here("neither"), &labels[&5], &["--wrapper", "optimizer"]).expect(1, &["under \"optimizer\""]);
    convert(row("wrapped-model.pt"), &here("only"), &labels[&5], &["--wrapper", "model"]).expect(3, &[]);
    // The other network in the file is another one: whoever always took the first would not be noticed above.
    convert(row("model-and-ema.pt"), &here("other"), &labels[&5], &["--wrapper", "model_ema"]).expect(3, &[]);
    let (of_logits, _) = apart(row("model-and-ema.pt"), &here("other/out"), Precision::F32);
    assert!(of_logits > 0.1, "model_ema answers like model: {of_logits:e}");
    // In the twin of that file it is under model.
    convert(row("ema-and-model.pt"), &here("twin"), &labels[&5], &["--wrapper", "model"]).expect(3, &[]);
    let read = |name: &str| fs::read(here(name).join("out/model.f32.onnx")).unwrap();
    assert!(read("other") == read("twin") && read("other") != read("only"));
}
