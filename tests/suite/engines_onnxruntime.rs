//! What ONNX Runtime computes on the processor: the same cases as tract's, the same bounds, and nothing else where it is asked for CUDA.
//! The library is Python's (`tools/.venv`), or the one that `ORT_DYLIB_PATH` names.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

use crate::cli_run::{Folder, Run, acousticsense, csv, program};
use crate::parity::converted;
use crate::support::{Scratch, data, repository};
use crate::tolerance::{CPU_PROBABILITIES, F16_PROBABILITIES};

/// The library that the tests are run with.
fn onnxruntime() -> &'static PathBuf {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        if let Some(named) = std::env::var_os("ORT_DYLIB_PATH") {
            return named.into();
        }
        let pythons = fs::read_dir(repository().join("tools/.venv/lib")).expect("tools/.venv is needed, or ORT_DYLIB_PATH");
        let folders = pythons.map(|python| python.unwrap().path().join("site-packages/onnxruntime/capi"));
        folders.into_iter().find(|folder| folder.is_dir()).expect("onnxruntime is missing in tools/.venv")
    })
}

#[track_caller]
fn run(folder: &Folder, code: i32, args: &[&str]) -> Run {
    let Output { status, stdout, stderr } = acousticsense(folder.root()).args(args).env("ORT_DYLIB_PATH", onnxruntime()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run { code: status.code(), out: text(stdout), err: text(stderr) };
    assert_eq!(run.code, Some(code), "{run:#?}");
    assert!(!run.err.contains("panicked"), "{run:#?}");
    run
}

/// All recordings of the suite's own music, under `music`.
fn music(folder: &Folder) {
    for entry in fs::read_dir(data("audio")).unwrap().flatten() {
        folder.write(PathBuf::from("music").join(entry.file_name()), &fs::read(entry.path()).unwrap());
    }
}

fn probabilities(report: &Value) -> Vec<(String, f64)> {
    let scores = report["scores"].as_array().unwrap().iter();
    let mut scores: Vec<_> =
        scores.map(|score| (score["genre"].as_str().unwrap().to_owned(), score["probability"].as_f64().unwrap())).collect();
    scores.sort_by(|a, b| a.0.cmp(&b.0));
    scores
}

/// Holds every answer against another engine's; the first genre must be the same wherever it is decided by more than `allowed`.
#[track_caller]
fn compare(found: &[Value], expected: &[Value], allowed: f64) {
    assert!(found.len() == expected.len() && found.len() >= 15, "{} answers against {}", found.len(), expected.len());
    let mut worst = 0.0_f64;
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found["path"], expected["path"]);
        for ((genre, got), (_, wanted)) in probabilities(found).iter().zip(probabilities(expected)) {
            worst = worst.max((got - wanted).abs());
            assert!((got - wanted).abs() <= allowed, "{}: {genre} is {got} instead of {wanted}", found["path"]);
        }
        let scores = &expected["scores"];
        let margin = scores[0]["probability"].as_f64().unwrap() - scores[1]["probability"].as_f64().unwrap();
        assert!(found["genre"] == expected["genre"] || margin <= allowed, "{}", found["path"]);
    }
    println!("largest difference of a probability: {worst:.1e} (allowed {allowed:.0e})");
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn onnxruntime_answers_as_tract_does() {
    let folder = Folder::new();
    music(&folder);
    let scratch = Scratch::new("engines-f16");
    let model = converted("tiny.pt", &scratch, &["--front-end", "article", "--heads", "3", "--precision", "f32,f16"]);
    let model = model.to_str().unwrap();
    let tract = run(&folder, 0, &["classify", "music", "--model", model]).lines();
    for (precision, allowed) in [("f32", CPU_PROBABILITIES), ("f16", F16_PROBABILITIES)] {
        for batch in ["1", "4"] {
            let args = ["classify", "music", "--model", model, "--precision", precision, "--engine", "ort-cpu", "--batch-size", batch];
            let found = run(&folder, 0, &args).lines();
            compare(&found, &tract, allowed);
            let engine = found[0]["engine"].as_str().unwrap();
            assert!(
                engine.starts_with("onnxruntime 1.") && engine.contains(&format!("(cpu, CPUExecutionProvider, batch {batch}")),
                "{engine}"
            );
            assert_eq!(found[0]["model"]["precision"], precision);
        }
    }
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn onnxruntime_answers_as_pytorch_does() {
    let folder = Folder::new();
    for batch in ["1", "6"] {
        let told = run(&folder, 0, &["probe", "--engine", "ort-cpu", "--json", "--batch-size", batch]).out;
        let verdict: Value = serde_json::from_str(&told).unwrap();
        assert!(verdict["known_answers"].as_str().unwrap().starts_with("torchvision "), "{verdict}");
        let off = verdict["probability"].as_f64().unwrap();
        assert!(off > 0.0 && off <= F16_PROBABILITIES, "{verdict}");
    }
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn a_batch_changes_no_bit_whatever_is_in_it() {
    let folder = Folder::new();
    music(&folder);
    for batch in ["1", "4"] {
        let table = |name: &str, inputs: &[&str], jobs: &str| {
            let options = ["-o", name, "--engine", "ort-cpu", "--batch-size", batch, "--jobs", jobs, "--quiet"];
            run(&folder, 0, &[&["classify"], inputs, &options].concat());
            csv(&folder.path(name))
        };
        let all = table("all.csv", &["music"], "1");
        assert_eq!(all, table("two.csv", &["music"], "2"), "--jobs changes the answers");
        // Backwards every picture has other company, and another place in its batch.
        let names: Vec<&str> = all.iter().skip(1).map(|row| row[0].as_str()).rev().collect();
        let mut backwards = table("backwards.csv", &names, "2");
        backwards[1..].reverse();
        assert!(all == backwards, "company changes the answers");
        // Alone it is padded.
        assert_eq!(table("alone.csv", &names[..1], "2")[1], all[all.len() - 1]);
    }
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn engines_and_batches_do_not_mix_in_one_table() {
    let folder = Folder::new();
    music(&folder);
    folder.write("music/bad.wav", b"text");
    let classify = ["classify", "music", "-o", "out.csv"];
    let ort = ["--engine", "ort-cpu"];
    // Failures keep the journal.
    run(&folder, 1, &[&classify[..], &ort].concat());
    let whole = fs::read(folder.path("out.csv")).unwrap();
    let refused: [(&[&str], &str); 4] = [
        (&[], "it was made with --engine ort-cpu, this is tract"),
        (&["--engine", "tract"], "it was made with --engine ort-cpu, this is tract"),
        (&["--engine", "cuda", "--batch-size", "1"], "it was made with --engine ort-cpu, this is cuda"),
        (&["--engine", "ort-cpu", "--batch-size", "2"], "it was made with --batch-size 1"),
    ];
    for (options, says) in refused {
        let run = run(&folder, 2, &[&classify[..], &["--resume"], options].concat());
        assert!(run.err.contains(says), "{options:?}: {}", run.err);
    }
    // Cut in the middle, the rest comes out the same, though its batches are other ones.
    for lines in [3, 8] {
        let journal = fs::read_to_string(folder.path("out.csv.journal")).unwrap();
        let cut: String = journal.split_inclusive('\n').take(lines).collect();
        folder.write("out.csv.journal", cut.as_bytes());
        run(&folder, 1, &[&classify[..], &ort, &["--resume", "--batch-size", "1"]].concat());
        assert!(fs::read(folder.path("out.csv")).unwrap() == whole, "cut after {lines} lines");
    }
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn cuda_is_an_error_where_there_is_none() {
    if std::path::Path::new("/proc/driver/nvidia").exists() {
        return;
    }
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    for args in [&["classify", "song.wav", "-o", "out.csv", "--engine", "cuda"][..], &["probe", "--engine", "cuda"]] {
        let run = run(&folder, 2, args);
        assert!(
            run.err.contains("cannot run this model with CUDA: ") && run.err.contains("--engine ort-cpu and --engine tract run without"),
            "{}",
            run.err
        );
        // What ONNX Runtime itself would write there is part of the message.
        let ours = run.err.lines().filter(|line| line.starts_with("acousticsense: ") || line.starts_with("A small demo model "));
        assert_eq!((run.out.as_str(), run.err.lines().count()), ("", ours.count()), "{}", run.err);
    }
    assert_eq!(folder.names(), ["song.wav"]);
}

#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn a_device_that_computes_wrong_judges_nothing() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    let model = repository().join("models/untrained");
    for name in ["model.json", "model.f32.onnx"] {
        folder.write(format!("mine/{name}"), &fs::read(model.join(name)).unwrap());
    }
    // From here it makes no difference whether the answers or the device are wrong.
    let text = fs::read_to_string(model.join("reference.json")).unwrap();
    let mut reference: Value = serde_json::from_str(&text).unwrap();
    for input in reference["inputs"].as_array_mut().unwrap() {
        let logit = input["logits"][2].as_f64().unwrap();
        input["logits"][2] = (logit + 0.02).into();
    }
    folder.write("mine/reference.json", reference.to_string().as_bytes());
    let classify = ["classify", "song.wav", "-o", "out.csv", "--model", "mine", "--engine", "ort-cpu"];
    let refused = run(&folder, 2, &classify);
    assert!(refused.err.contains("computes wrong and is not used") && refused.err.contains("noise, seed 1"), "{}", refused.err);
    assert_eq!(folder.names(), ["mine", "song.wav"]);
    fs::remove_file(folder.path("mine/reference.json")).unwrap();
    run(&folder, 0, &classify);
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs ONNX Runtime's library: tools/.venv or ORT_DYLIB_PATH"]
fn a_batch_that_does_not_fit_is_halved_and_told() {
    let folder = Folder::new();
    folder.fixture("mono-16k.wav", "song.wav");
    let classify = ["classify", "song.wav", "--engine", "ort-cpu", "--jobs", "1", "--batch-size"];
    let expected = run(&folder, 0, &[&classify[..], &["1"]].concat()).lines();
    // 512 pictures take 103 MB as input and as much again on the way; the limit on addresses leaves room for a part of it.
    let limited = format!("ulimit -v 1000000; exec \"$0\" {} 1024", classify.join(" "));
    let output =
        Command::new("sh").args(["-c", &limited]).arg(program()).current_dir(folder.root()).env("ORT_DYLIB_PATH", onnxruntime()).output();
    let output = output.unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{err}");
    assert!(err.contains("not enough memory for 1024 pictures at once, going on with 512 ("), "{err}");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let engine = found["engine"].as_str().unwrap();
    let batch: u32 = engine.rsplit_once("batch ").unwrap().1.split([',', ')']).next().unwrap().parse().unwrap();
    assert!(batch < 1024 && err.contains(&format!("going on with {batch} (")), "{engine}: {err}");
    for ((genre, got), (_, wanted)) in probabilities(&found).iter().zip(probabilities(&expected[0])) {
        assert!((got - wanted).abs() <= CPU_PROBABILITIES, "{genre}: {got} instead of {wanted}");
    }
}
