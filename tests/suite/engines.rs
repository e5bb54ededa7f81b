//! The choice of an engine where ONNX Runtime is missing, too old, or no ONNX Runtime at all. What it computes is `engines_onnxruntime`'s.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli_run::{Folder, acousticsense, run};

/// A shared library made of this C text. Cargo needs a C compiler, so there is one.
fn library(folder: &Folder, name: &str, code: &str) -> PathBuf {
    let source = folder.write(format!("{name}.c"), code.as_bytes());
    let out = folder.path(name);
    let status = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&out).arg(&source).stderr(Stdio::inherit()).status().unwrap();
    assert!(status.success());
    fs::remove_file(source).unwrap();
    out
}

/// What every ONNX Runtime begins with: the version is asked for before anything else.
fn of_version(version: &str) -> String {
    format!(
        "static const char *version(void) {{ return \"{version}\"; }}
         static const void *api(unsigned wanted) {{ (void)wanted; return 0; }}
         static const struct {{ const void *(*get)(unsigned); const char *(*version)(void); }} base = {{ api, version }};
         const void *OrtGetApiBase(void) {{ return &base; }}"
    )
}

/// Runs `classify song.wav -o out.csv` and expects a refusal that leaves nothing behind.
#[track_caller]
fn refused(folder: &Folder, extra: &[&str], says: &[&str]) {
    let before = folder.names();
    let refusal = run(folder, 2, &[&["classify", "song.wav", "-o", "out.csv"], extra].concat());
    for words in says {
        assert!(refusal.err.contains(words), "{extra:?} does not say {words:?}: {}", refusal.err);
    }
    assert_eq!(refusal.out, "");
    assert_eq!(folder.names(), before, "{extra:?} left something behind");
}

#[test]
fn a_library_that_is_none_is_refused_by_name() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    folder.write("text.so", b"this is no library");
    fs::create_dir(folder.path("empty")).unwrap();
    library(&folder, "other.so", "int answer(void) { return 42; }");
    library(&folder, "old.so", &of_version("1.20.1"));
    library(&folder, "odd.so", &of_version("nonsense"));
    for engine in ["ort-cpu", "cuda"] {
        let named = |path: &'static str| ["--engine", engine, "--onnxruntime", path];
        refused(&folder, &named("nowhere.so"), &["nowhere.so, named as ONNX Runtime's library, does not exist"]);
        refused(&folder, &named("empty"), &["there is no ONNX Runtime", "in empty"]);
        refused(&folder, &named("text.so"), &["failed to load", "text.so as ONNX Runtime: "]);
        refused(&folder, &named("other.so"), &["other.so is a library, but not ONNX Runtime"]);
        refused(&folder, &named("old.so"), &["old.so is ONNX Runtime 1.20.1; version 1.24 or later is needed"]);
        refused(&folder, &named("odd.so"), &["odd.so is ONNX Runtime nonsense; version 1.24"]);
    }
    refused(&folder, &["--engine", "gpu"], &["possible values: tract, ort-cpu, cuda"]);
}

#[test]
fn without_any_library_it_is_said_what_to_install() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    // One that the system has would be found, and rightly so.
    if Path::new("/opt/onnxruntime/lib").exists() || library_of_the_system() {
        return;
    }
    for engine in ["ort-cpu", "cuda"] {
        refused(
            &folder,
            &["--engine", engine],
            &["ONNX Runtime is not installed", "/opt/onnxruntime/lib", "--onnxruntime", "--engine tract needs none"],
        );
    }
}

fn library_of_the_system() -> bool {
    let listed = Command::new("/sbin/ldconfig").arg("-p").output();
    listed.is_ok_and(|listed| String::from_utf8_lossy(&listed.stdout).contains("libonnxruntime.so"))
}

#[test]
fn the_built_in_engine_does_not_ask_for_it() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    let plain = run(&folder, 0, &["classify", "song.wav"]);
    assert_eq!(plain.err, "");
    let output = acousticsense(folder.root()).args(["classify", "song.wav"]).env("ORT_DYLIB_PATH", "nowhere.so").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), plain.out);
}

#[test]
fn the_environment_chooses_where_the_command_line_does_not() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    let with = |arguments: &[&str]| {
        let mut command = acousticsense(folder.root());
        command.args(arguments).env("ACOUSTICSENSE_ENGINE", "ort-cpu").env("ORT_DYLIB_PATH", "nowhere.so");
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, err) = with(&["classify", "song.wav"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("nowhere.so, named as ONNX Runtime's library, does not exist"), "{err}");
    assert_eq!(with(&["classify", "song.wav", "--engine", "tract"]).0, Some(0));
}

#[test]
fn the_built_in_engine_passes_its_probe() {
    let folder = Folder::new();
    let told = run(&folder, 0, &["probe", "--runs", "3"]).out;
    for words in ["engine       tract ", "compared     with torchvision ", "pictures per second, 1 at a time (3 runs)"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let verdict: serde_json::Value = serde_json::from_str(&run(&folder, 0, &["probe", "--json"]).out).unwrap();
    let off = verdict["probability"].as_f64().unwrap();
    assert!(off > 0.0 && off <= genre::probe::Bounds::of(genre::manifest::Precision::F16).probability, "{verdict}");
    assert_eq!(run(&folder, 0, &["probe", "--quiet"]).out, "");
}

#[test]
fn stored_answers_that_are_not_the_models_are_noticed() {
    let folder = Folder::new();
    let model = crate::support::repository().join("models/untrained");
    for name in ["model.json", "model.f32.onnx"] {
        folder.write(format!("mine/{name}"), &fs::read(model.join(name)).unwrap());
    }
    let text = fs::read_to_string(model.join("reference.json")).unwrap();
    let mut reference: serde_json::Value = serde_json::from_str(&text).unwrap();
    let probe = ["probe", "--model", "mine"];
    // Without any, tract answers for itself.
    assert!(run(&folder, 0, &probe).out.contains("compared     with tract "));
    let noise = reference["inputs"].as_array().unwrap().iter().position(|input| input["name"] == "noise, seed 1").unwrap();
    let logit = reference["inputs"][noise]["logits"][2].as_f64().unwrap();
    for (change, code) in [(0.0, 0), (0.02, 2)] {
        reference["inputs"][noise]["logits"][2] = (logit + change).into();
        folder.write("mine/reference.json", reference.to_string().as_bytes());
        let ran = run(&folder, code, &probe);
        assert_eq!(
            ran.err.contains("computes wrong: the answer to \"noise, seed 1\" is wrong: logits are off by"),
            code == 2,
            "{}",
            ran.err
        );
    }
    folder.write("mine/reference.json", text.replace("\"checkpoint_sha256\":\"", "\"checkpoint_sha256\":\"0").as_bytes());
    assert!(run(&folder, 2, &probe).err.contains("it answers for another checkpoint"));
}
