//! `cargo xtask layer`: what it stages is what the functions load, and what Lambda would not take is refused before it is sent.

use std::fs;
use std::path::{Path, PathBuf};

use genre::manifest::Precision;
use genre::{Classifier, Model};
use serde_json::{Value, json};

use crate::support::{Scratch, repository};
use crate::toolkit::{Ran, xtask};

/// A folder of models with one of them: that of random weights under another id and as if it came in two precisions.
struct Models {
    scratch: Scratch,
}

impl Models {
    fn new(name: &str) -> Self {
        let models = Self { scratch: Scratch::new(name) };
        let folder = models.folder();
        fs::create_dir_all(&folder).unwrap();
        let original = repository().join("models/untrained");
        for name in ["model.f32.onnx", "model.f16.onnx"] {
            fs::copy(original.join("model.f32.onnx"), folder.join(name)).unwrap();
        }
        let mut manifest: Value = serde_json::from_slice(&fs::read(original.join("model.json")).unwrap()).unwrap();
        manifest["id"] = json!("mine");
        let mut half = manifest["files"][0].clone();
        half["precision"] = json!("f16");
        half["path"] = json!("model.f16.onnx");
        manifest["files"].as_array_mut().unwrap().push(half);
        models.write(&manifest);
        models
    }

    fn folder(&self) -> PathBuf {
        self.scratch.path().join("models/mine")
    }

    fn write(&self, manifest: &Value) {
        fs::write(self.folder().join("model.json"), manifest.to_string()).unwrap();
    }

    fn change(&self, edit: impl FnOnce(&mut Value)) {
        let mut manifest = serde_json::from_slice(&fs::read(self.folder().join("model.json")).unwrap()).unwrap();
        edit(&mut manifest);
        self.write(&manifest);
    }

    /// Where the layer's contents come to lie.
    fn staged(&self) -> PathBuf {
        self.scratch.path().join("models/layer")
    }

    #[track_caller]
    fn layer(&self, args: &[&str]) -> Ran {
        xtask(self.scratch.path(), &[&["layer"], args].concat())
    }
}

/// Files under a folder, by their paths in it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        match entry.file_type().unwrap().is_dir() {
            true => found.extend(files(&entry.path()).into_iter().map(|inner| format!("{name}/{inner}"))),
            false => found.push(name),
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn one_precision_of_one_model_is_staged_and_loads() {
    let models = Models::new("layer");
    models.layer(&["mine", "--precision", "f16"]).expect(0, &["model.f16.onnx is staged", "ModelId=mine"]);
    assert_eq!(files(&models.staged()), ["models/mine/model.f16.onnx", "models/mine/model.json"]);

    // As a function opens it: no precision asked for, since there is only one.
    let model = Model::open(&models.staged().join("models/mine"), None).unwrap();
    assert_eq!((model.manifest.id.as_str(), model.file.precision), ("mine", Precision::F16));
    assert!(Classifier::new(&model, 1).is_ok());
    let whole = Model::open(&models.folder(), Some(Precision::F16)).unwrap();
    assert_eq!((&model.manifest.labels, &model.manifest.front_end), (&whole.manifest.labels, &whole.manifest.front_end));

    // Another choice replaces the first: both would count against the limit.
    models.layer(&["mine"]).expect(0, &["model.f32.onnx is staged"]);
    assert_eq!(files(&models.staged()), ["models/mine/model.f32.onnx", "models/mine/model.json"]);
}

#[test]
fn the_function_counts_against_the_limit() {
    let models = Models::new("layer-room");
    models.layer(&["mine"]).expect(0, &["no function is built yet: 32 MB are put aside"]);
    let built = models.scratch.path().join(".aws-sam/build/ApiFunction");
    fs::create_dir_all(&built).unwrap();
    // Sparse: it takes no disk.
    fs::File::create(built.join("bootstrap")).unwrap().set_len((250 << 20) - 100_000).unwrap();
    models.layer(&["mine"]).expect(1, &["model.f32.onnx has 0.3 MB, and beside the function 0.1 are left of the 250 MB"]);
}

#[test]
fn what_cannot_be_deployed_is_refused_and_leaves_what_was_staged() {
    let models = Models::new("layer-refused");
    models.layer(&["mine", "--precision", "f16"]).expect(0, &[]);
    for id in ["../mine", "a/b", ".", "", ".hidden"] {
        models.layer(&[id]).expect(1, &["is no model id"]);
    }
    models.layer(&["yours"]).expect(1, &["failed to read models/yours/model.json"]);
    models.layer(&["mine", "--precision", "int8"]).expect(1, &["int8", "f32, f16"]);
    models.layer(&["mine", "--precision", "f8"]).expect(2, &["use f32, f16 or int8"]);

    models.change(|manifest| manifest["files"][0]["bytes"] = json!(343_000_000));
    models.layer(&["mine", "--precision", "f32"]).expect(1, &["model.f32.onnx has 327.1 MB", "take --precision f16"]);
    models.change(|manifest| manifest["id"] = json!("yours"));
    models.layer(&["mine", "--precision", "f16"]).expect(1, &["calls itself yours"]);
    models.change(|manifest| manifest["id"] = json!("mine"));
    let onnx = models.folder().join("model.f16.onnx");
    let mut bytes = fs::read(&onnx).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&onnx, bytes).unwrap();
    models.layer(&["mine", "--precision", "f16"]).expect(1, &["model.f16.onnx does not match its manifest: its BLAKE3 is"]);

    assert_eq!(files(&models.staged()), ["models/mine/model.f16.onnx", "models/mine/model.json"]);
    assert!(Model::open(&models.staged().join("models/mine"), None).unwrap().verify().is_ok());
}
