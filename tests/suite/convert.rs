//! What convert-model and verify-model promise: exit codes, what is written, and what stays as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use genre::manifest::Precision;
use genre::{Engine, Manifest, Model, TractEngine, sha256_hex};
use serde_json::{Value, json};

use crate::support::{Scratch, data, repository};
use crate::toolkit::{labels, limited, text, toolkit, watch, xtask};

/// Every file of a folder, by name; empty for one that is not there.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    let entry = |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap());
    entries.map(|found| entry(found.unwrap().path())).collect()
}

fn names(folder: &Path) -> Vec<String> {
    contents(folder).into_keys().collect()
}

/// A copy of the model of random weights that a test may spoil.
fn untrained(scratch: &Scratch) -> PathBuf {
    let folder = scratch.path().join("good");
    fs::create_dir(&folder).unwrap();
    for (name, bytes) in contents(&repository().join("models/untrained")) {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

/// Arguments of a conversion of `checkpoint` to `mine`.
fn convert<'a>(checkpoint: &'a Path, rest: &[&'a str]) -> Vec<&'a str> {
    [&["convert-model", "--out", "mine", "--checkpoint", text(checkpoint)], rest].concat()
}

fn tiny() -> PathBuf {
    data("checkpoints/tiny.pt")
}

fn reference() -> PathBuf {
    repository().join("models/untrained/reference.json")
}

/// The stored answers to tiny.pt after a change.
fn spoiled(scratch: &Scratch, change: impl FnOnce(&mut Value)) -> PathBuf {
    let mut golden = serde_json::from_slice(&fs::read(reference()).unwrap()).unwrap();
    change(&mut golden);
    let path = scratch.path().join("spoiled.json");
    fs::write(&path, golden.to_string()).unwrap();
    path
}

/// Adds to one of the logits, in parts of the largest one.
fn shift(golden: &mut Value, parts: f64) {
    let logits = golden["inputs"][0]["logits"].as_array_mut().unwrap();
    let scale = logits.iter().map(|logit| logit.as_f64().unwrap().abs()).fold(1.0, f64::max);
    let smallest = logits.iter_mut().min_by(|a, b| a.as_f64().unwrap().total_cmp(&b.as_f64().unwrap())).unwrap();
    *smallest = json!(smallest.as_f64().unwrap() + parts * scale);
}

const ARTICLE: [&str; 4] = ["--heads", "3", "--front-end", "article"];

#[test]
fn a_conversion_that_nobody_checked_says_so() {
    let scratch = Scratch::new("convert-unchecked");
    let mine = untrained(&scratch);
    let rest = [&ARTICLE[..], &["--reference", "none"]].concat();
    let mut args = convert(Path::new("tiny.pt"), &rest);
    fs::copy(tiny(), scratch.path().join("tiny.pt")).unwrap();
    xtask(scratch.path(), &args).expect(3, &["PARITY WITH PYTORCH WAS NOT CHECKED", "wrote mine"]);
    assert_eq!(names(&scratch.path().join("mine")), ["model.f32.onnx", "model.json"]);
    let model = Model::open(&scratch.path().join("mine"), None).unwrap();
    model.verify().unwrap();
    assert!(model.file.parity.is_none() && model.manifest.id == "mine");
    // A verdict of an earlier conversion would vouch for files that it never saw.
    args[2] = "good";
    xtask(scratch.path(), &args).expect(3, &["NOT CHECKED"]);
    let left: Vec<String> = names(&mine).into_iter().filter(|name| name != "README.md").collect();
    assert_eq!(left, ["model.f32.onnx", "model.json"]);
}

#[test]
fn stored_answers_pass_without_python() {
    let scratch = Scratch::new("convert-golden");
    let (checkpoint, golden) = (tiny(), reference());
    let rest = [&ARTICLE[..], &["--precision", "f32,f16", "--reference", "golden", "--golden", text(&golden)]].concat();
    let ran = xtask(scratch.path(), &convert(&checkpoint, &rest)).expect(0, &["parity with torchvision", "passed"]);
    assert!(!ran.stdout.contains("FAILED"), "{}", ran.stdout);
    println!("{}", ran.stdout);

    let mine = scratch.path().join("mine");
    let written = contents(&mine);
    assert_eq!(names(&mine), ["model.f16.onnx", "model.f32.onnx", "model.json", "parity.json", "reference.json"]);
    assert!(written["reference.json"] == fs::read(&golden).unwrap());
    let manifest = Manifest::from_json(&written["model.json"]).unwrap();
    let verdict: Value = serde_json::from_slice(&written["parity.json"]).unwrap();
    assert_eq!(manifest.files.len(), 2);
    for (file, row) in manifest.files.iter().zip(verdict["rows"].as_array().unwrap()) {
        let parity = file.parity.as_ref().unwrap();
        assert_eq!((parity.inputs, parity.runtimes.len()), (21, 1), "stored answers are compared in tract alone");
        assert!(parity.runtimes[0].runtime.starts_with("tract ") && parity.reference.contains("PyTorch"));
        assert_eq!((&row["precision"], &row["passed"]), (&json!(file.precision.as_str()), &json!(true)));
        assert_eq!(row["relative_logit_error"], json!(parity.runtimes[0].relative_logit_error));
    }

    // The same answers again, and not a byte changes.
    let verify = ["verify-model", "mine", "--reference", "golden"];
    xtask(scratch.path(), &verify).expect(0, &["passed"]);
    assert!(contents(&mine) == written);
}

#[test]
fn int8_is_refused_beyond_its_bounds() {
    let scratch = Scratch::new("convert-int8");
    // Random weights and a steep head: rounded to 8 bits, this network's probabilities are 7e-2 off. 2e-2 are allowed.
    let golden = reference();
    let rest = [&ARTICLE[..], &["--precision", "f32,int8", "--reference", "golden", "--golden", text(&golden)]].concat();
    let words = ["int8 in tract", "parity with PyTorch is not given", "(allowed 2e-2)"];
    let ran = xtask(scratch.path(), &convert(&tiny(), &rest)).expect(1, &words);
    assert!(!ran.stderr.contains("f32 in tract") && !scratch.path().join("mine").exists(), "{}", ran.stderr);

    // Every other genre that comes first is told, with what the reference itself says of it: here one whose first two were exchanged.
    let exchanged = spoiled(&scratch, |golden| {
        let logits = golden["inputs"][0]["logits"].as_array_mut().unwrap();
        let mut order: Vec<usize> = (0..logits.len()).collect();
        order.sort_by(|&a, &b| logits[b].as_f64().unwrap().total_cmp(&logits[a].as_f64().unwrap()));
        logits.swap(order[0], order[1]);
    });
    let rest = [&ARTICLE[..], &["--precision", "int8", "--reference", "golden", "--golden", text(&exchanged)]].concat();
    let ran = xtask(scratch.path(), &convert(&tiny(), &rest)).expect(1, &["parity with PyTorch is not given"]);
    assert!(ran.stdout.contains("another first label for cbr-44k-no-xing.mp3, whose first two the reference has"), "{}", ran.stdout);

    let unchecked = [&ARTICLE[..], &["--precision", "int8", "--reference", "none"]].concat();
    xtask(scratch.path(), &convert(&tiny(), &unchecked)).expect(3, &["model.int8.onnx"]);
    let model = Model::open(&scratch.path().join("mine"), Some(Precision::Int8)).unwrap();
    model.verify().unwrap();
    let engine = TractEngine::load(&model, 1).unwrap();
    // Products large enough for it are computed by the operator of our own, whatever the processor.
    assert!(engine.info().device.contains("int8 by "), "{:?}", engine.info());
}

#[test]
fn a_network_that_answers_otherwise_is_not_written() {
    let scratch = Scratch::new("convert-spoiled");
    let (checkpoint, good) = (tiny(), untrained(&scratch));
    let before = contents(&good);
    let golden = scratch.path().join("spoiled.json");
    let rest = [&ARTICLE[..], &["--reference", "golden", "--golden", text(&golden)]].concat();
    let mut args = convert(&checkpoint, &rest);

    // The bound is 1e-4 of the largest logit.
    spoiled(&scratch, |golden| shift(golden, 1.5e-4));
    let words = ["FAILED", "parity with PyTorch is not given", "(allowed 1e-4)", "in the head for cbr-44k-no-xing.mp3"];
    xtask(scratch.path(), &args).expect(1, &words);
    assert!(!scratch.path().join("mine").exists());
    args[2] = text(&good);
    xtask(scratch.path(), &args).expect(1, &words);
    assert!(contents(&good) == before, "a good model was touched: {:?}", names(&good));

    spoiled(&scratch, |golden| shift(golden, 5e-5));
    xtask(scratch.path(), &args).expect(0, &["passed"]);
}

#[test]
fn answers_to_something_else_are_refused() {
    let scratch = Scratch::new("convert-foreign-golden");
    let golden = scratch.path().join("spoiled.json");
    type Change = fn(&mut Value);
    let cases: [(&str, Change, &str); 5] = [
        ("tiny-ccmusic-head.pt", |_| (), "it belongs to the checkpoint 427df05f"),
        ("tiny.pt", |golden| golden["front_end"] = json!("0"), "its pictures were drawn by the front end 0"),
        ("tiny.pt", |golden| drop(golden["inputs"].as_array_mut().unwrap().pop()), "it answers to 20 pictures instead of 21"),
        ("tiny.pt", |golden| golden["inputs"][3]["mean"] = json!(-150.0), "it answers to another picture than \"faststart-48k.m4a\""),
        ("tiny.pt", |golden| *golden = json!({}), "missing field"),
    ];
    for (checkpoint, change, words) in cases {
        spoiled(&scratch, change);
        let checkpoint = data("checkpoints").join(checkpoint);
        let rest = [&ARTICLE[..], &["--reference", "golden", "--golden", text(&golden)]].concat();
        xtask(scratch.path(), &convert(&checkpoint, &rest)).expect(1, &["failed to use the stored answers", "spoiled.json", words]);
        assert!(!scratch.path().join("mine").exists(), "{words}");
    }
}

#[test]
fn what_is_wrong_with_a_request_is_said_and_nothing_is_written() {
    let scratch = Scratch::new("convert-refused");
    fs::write(scratch.path().join("file"), b"").unwrap();
    let colour = data("checkpoints/formats/torchvision-rgb.pt");
    let (tiny, nan) = (tiny(), data("checkpoints/formats/nan.pt"));
    let five = labels(scratch.path(), 5);
    let before = contents(scratch.path());
    let (three, none) = (["--heads", "3"], ["--reference", "none"]);
    let cases: [(&Path, &[&str], i32, &str); 11] = [
        (&colour, &three, 1, "the network answers with 5 classes, but there are 16 labels; name them in a file and pass it with --labels"),
        (&colour, &["--heads", "3", "--labels", "none.json"], 1, "failed to read none.json"),
        (&colour, &["--heads", "3", "--labels", "file"], 1, "failed to read labels and families from file"),
        (&nan, &["--heads", "3", "--labels", text(&five)], 1, "tensor conv_proj.bias holds NaN at index 3"),
        (&tiny, &[], 1, "say it with --heads"),
        (&tiny, &["--heads", "5"], 1, "5 attention heads do not divide the width 48"),
        (&tiny, &["--heads", "3", "--front-end", "ccmusic"], 1, "the ccmusic front end draws 3 channels, the network takes 1"),
        (&tiny, &["--heads", "3", "--id", "Mine!"], 1, "id \"Mine!\" may only hold"),
        (&tiny, &["--heads", "3", "--wrapper", "other"], 1, "under \"other\""),
        (&tiny, &["--heads", "3", "--precision", "f64"], 2, "f64"),
        (Path::new("none.pt"), &three, 1, "failed to read none.pt"),
    ];
    for (checkpoint, rest, code, words) in cases {
        let ran = xtask(scratch.path(), &convert(checkpoint, &[rest, &none].concat()));
        assert!(ran.stdout.is_empty(), "{ran:?}");
        ran.expect(code, &[words]);
        assert!(contents(scratch.path()) == before, "{words}: {:?}", names(scratch.path()));
    }
    let onto_a_file = ["convert-model", "--checkpoint", text(&tiny), "--out", "file", "--heads", "3", "--reference", "none"];
    xtask(scratch.path(), &onto_a_file).expect(1, &["failed to make the folder file"]);
}

#[test]
fn a_file_that_answers_otherwise_is_set_aside() {
    let scratch = Scratch::new("convert-verify");
    let (checkpoint, golden) = (tiny(), reference());
    let rest = [&ARTICLE[..], &["--precision", "f32,f16", "--reference", "none"]].concat();
    xtask(scratch.path(), &convert(&checkpoint, &rest)).expect(3, &[]);
    let mine = scratch.path().join("mine");
    let verify = ["verify-model", "mine", "--reference", "golden", "--golden", text(&golden)];

    // Two rows of a matrix change places: every number is still there, and the network loads.
    let onnx = mine.join("model.f16.onnx");
    let mut bytes = fs::read(&onnx).unwrap();
    let (first, second) = bytes[100_000..].split_at_mut(96);
    first.swap_with_slice(&mut second[..96]);
    fs::write(&onnx, &bytes).unwrap();
    xtask(scratch.path(), &verify).expect(1, &["model.f16.onnx does not match its manifest: its BLAKE3 is"]);

    let mut manifest: Value = serde_json::from_slice(&fs::read(mine.join("model.json")).unwrap()).unwrap();
    manifest["files"][1]["sha256"] = json!(sha256_hex(&bytes));
    // As converters wrote them that knew no other hash.
    manifest["files"][1].as_object_mut().unwrap().remove("blake3");
    manifest["files"][1]["bytes"] = json!(bytes.len());
    fs::write(mine.join("model.json"), manifest.to_string()).unwrap();
    let before = contents(&mine);
    let ran = xtask(scratch.path(), &verify).expect(1, &["FAILED", "set aside as mine", "not given: f16 in tract"]);
    println!("{}", ran.stdout);
    let mut after = contents(&mine);
    assert_eq!(after.keys().collect::<Vec<_>>(), ["model.f16.onnx.rejected", "model.f32.onnx", "model.json"]);
    // Nothing but its name changes, and what is good stays.
    let aside = after.remove("model.f16.onnx.rejected").unwrap();
    after.insert("model.f16.onnx".to_owned(), aside);
    assert!(after == before);
    let refusal = Model::open(&mine, Some(Precision::F16)).map(drop).unwrap_err();
    assert!(refusal.to_string().contains("model.f16.onnx"), "{refusal}");
    assert!(Model::open(&mine, Some(Precision::F32)).is_ok());
}

#[test]
fn a_model_is_only_held_against_its_own_checkpoint() {
    let scratch = Scratch::new("convert-verify-foreign");
    let good = untrained(&scratch);
    let before = contents(&good);
    let other = data("checkpoints/tiny-ccmusic-head.pt");
    let hostile = data("checkpoints/formats/run-os-system.pt");
    let cases: [(&[&str], &str); 5] = [
        (&["--checkpoint", text(&other)], "tiny-ccmusic-head.pt is not the checkpoint of this model: its SHA-256 is"),
        (&["--checkpoint", text(&hostile)], "os.system"),
        (&[], "PyTorch needs the checkpoint: name it with --checkpoint"),
        (&["--reference", "none"], "--reference none leaves nothing to verify"),
        (&["--reference", "golden", "--golden", "none.json"], "none.json"),
    ];
    for (rest, words) in cases {
        xtask(scratch.path(), &[&["verify-model", "good"], rest].concat()).expect(1, &[words]);
        assert!(contents(&good) == before, "{words}");
    }
    assert_eq!(names_beside(&good), ["good"], "something was written or run");
    xtask(scratch.path(), &["verify-model", "good", "--reference", "golden"]).expect(0, &["passed"]);
    xtask(scratch.path(), &["verify-model", "none", "--reference", "golden"]).expect(1, &["failed to read none"]);
}

fn names_beside(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.parent().unwrap()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// A safetensors file of torchvision's names: 3 channels, one block of width 12, and a head of the given widths; every weight is 1/64.
fn with_head(path: &Path, widths: &[usize]) {
    const DIM: usize = 12;
    let block = "encoder.layers.encoder_layer_0";
    let mut tensors: Vec<(String, Vec<usize>)> = vec![
        ("class_token".to_owned(), vec![1, 1, DIM]),
        ("encoder.pos_embedding".to_owned(), vec![1, 5, DIM]),
        ("conv_proj.weight".to_owned(), vec![DIM, 3, 8, 8]),
        ("conv_proj.bias".to_owned(), vec![DIM]),
        (format!("{block}.self_attention.in_proj_weight"), vec![3 * DIM, DIM]),
        (format!("{block}.self_attention.in_proj_bias"), vec![3 * DIM]),
    ];
    let norms = ["encoder.ln".to_owned(), format!("{block}.ln_1"), format!("{block}.ln_2")].map(|name| (name, vec![DIM]));
    let linear = ["self_attention.out_proj", "mlp.0", "mlp.3"].map(|name| (format!("{block}.{name}"), vec![DIM, DIM]));
    // Where CCMusic's Dropouts and ReLUs leave room for its Linears.
    let inputs = std::iter::once(&DIM).chain(widths);
    let head = [1, 4, 7, 9].iter().zip(widths.iter().zip(inputs)).map(|(n, (&out, &input))| (format!("heads.head.{n}"), vec![out, input]));
    for (name, shape) in norms.into_iter().chain(linear).chain(head) {
        tensors.push((format!("{name}.bias"), vec![shape[0]]));
        tensors.push((format!("{name}.weight"), shape));
    }
    let mut header = serde_json::Map::new();
    let mut numbers = 0;
    for (name, shape) in tensors {
        let begin = 4 * numbers;
        numbers += shape.iter().product::<usize>();
        header.insert(name, json!({"dtype": "F32", "shape": shape, "data_offsets": [begin, 4 * numbers]}));
    }
    let header = Value::Object(header).to_string();
    let weights = 0.015_625_f32.to_le_bytes().repeat(numbers);
    fs::write(path, [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &weights].concat()).unwrap();
}

#[test]
fn the_front_end_is_chosen_and_why_is_said() {
    let scratch = Scratch::new("convert-front-end");
    let (ccmusic, other) = (scratch.path().join("ccmusic.safetensors"), scratch.path().join("other.safetensors"));
    with_head(&ccmusic, &[289, 110, 42, 16]);
    with_head(&other, &[289, 110, 43, 16]);
    let (one, three) = (tiny(), data("checkpoints/tiny-ccmusic-head.pt"));
    let asked: [(&Path, &str, &str, &str); 5] = [
        (&ccmusic, "auto", "ccmusic", "front end ccmusic: 3 channels and CCMusic's head"),
        (&ccmusic, "article", "article", "front end article: asked for"),
        (&other, "auto", "article", "front end article: 3 channels but not CCMusic's head"),
        (&three, "auto", "article", "if it was trained on colour pictures, pass --front-end ccmusic"),
        (&one, "auto", "article", "front end article: 1 channel, as in the article"),
    ];
    for (checkpoint, wish, kind, why) in asked {
        let rest = ["--heads", "3", "--reference", "none", "--front-end", wish];
        xtask(scratch.path(), &convert(checkpoint, &rest)).expect(3, &[why]);
        let model = Model::open(&scratch.path().join("mine"), None).unwrap();
        assert_eq!(model.manifest.front_end.kind(), kind, "{why}");
        let first = model.manifest.labels[0].name.as_str();
        assert_eq!(first, if kind == "ccmusic" { "Symphony" } else { "Blues" }, "{why}");
    }
}

#[test]
fn a_conversion_takes_little_memory() {
    let scratch = Scratch::new("convert-memory");
    // A tiny checkpoint only shows what is spent beside the weights; the weights' share is measured at full size below.
    let checkpoint = data("checkpoints/tiny-ccmusic-head.pt");
    let rest = [&ARTICLE[..], &["--precision", "f32,f16", "--reference", "none"]].concat();
    let mut command = limited(toolkit());
    command.args(convert(&checkpoint, &rest)).current_dir(scratch.path());
    watch(&mut command, scratch.path(), Duration::from_secs(60)).unwrap().expect(3, &["wrote mine"]);
}

#[test]
#[ignore = "full size: makes and converts a ViT-B/16 of 340 MB and asks PyTorch (minutes); needs tools/.venv"]
fn a_full_size_network_converts_within_its_bounds() {
    let kept = repository().join("target/long-checks/vit_b_16-plain.pt");
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("full-size");
    drop(fs::remove_dir_all(&work));
    fs::create_dir_all(&work).unwrap();
    let longest = Duration::from_secs(1200);
    let checkpoint = if kept.is_file() { kept } else { work.join("vit_b_16-plain.pt") };
    if !checkpoint.is_file() {
        let mut make = Command::new(repository().join("tools/.venv/bin/python"));
        make.arg(repository().join("tools/make_checkpoint.py")).args(["--size", "vit_b_16", "--head", "plain", "--channels", "1"]);
        watch(make.args(["--seed", "1", "--out"]).arg(&checkpoint), &work, longest).unwrap().expect(0, &[]);
    }
    // Twice the checkpoint's size would be allowed: it has 340 MB, and all that is given is 128 MB of address space.
    let options = ["--front-end", "article", "--precision", "f32,f16"];
    let unchecked = [&options[..], &["--reference", "none"]].concat();
    let mut command = limited(toolkit());
    command.args(convert(&checkpoint, &unchecked)).current_dir(&work);
    watch(&mut command, &work, longest).unwrap().expect(3, &["wrote mine"]);
    let written = contents(&work.join("mine"));

    let mut command = Command::new(toolkit());
    command.args(convert(&checkpoint, &options)).current_dir(&work);
    let ran = watch(&mut command, &work, longest).unwrap().expect(0, &["passed"]);
    println!("{}", ran.stdout);
    let checked = contents(&work.join("mine"));
    for name in ["model.f32.onnx", "model.f16.onnx"] {
        assert!(checked[name] == written[name], "{name} differs from the one that was written in little memory");
    }
    let verdict: Value = serde_json::from_slice(&checked["parity.json"]).unwrap();
    let rows = verdict["rows"].as_array().unwrap();
    let passed = rows.iter().filter(|row| row["passed"] == json!(true)).count();
    assert_eq!((rows.len(), passed), (4, 4), "f32 and f16, each in tract and in ONNX Runtime");
    drop(fs::remove_dir_all(&work));
}
