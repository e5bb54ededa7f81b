//! `acousticsense evaluate` as a black box: labels are laid over answers that are known, so that every figure can be counted by hand.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use genre::{Manifest, Model};
use serde_json::Value;

use crate::cli_run::{Folder, run};
use crate::support::{data, repository};

/// Every clip with its labels as a model orders them, the likeliest first; the built-in one where `model` is empty.
fn answers(folder: &Folder, model: &[&str]) -> Vec<(String, Vec<String>)> {
    let clips = data("audio");
    let lines = run(folder, 0, &[&["classify", clips.to_str().unwrap()], model].concat()).lines();
    let order = |line: &Value| line["scores"].as_array().unwrap().iter().map(|score| score["genre"].as_str().unwrap().to_owned()).collect();
    lines.iter().map(|line| (line["path"].as_str().unwrap().to_owned(), order(line))).collect()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn figures_are_those_of_labels_laid_over_known_answers() {
    let folder = Folder::new();
    let answers = answers(&folder, &[]);
    assert!(answers.len() >= 16);
    // In turn: the first answer is the truth, the second, the third, the fifth.
    let places = [0, 1, 2, 4];
    let mut table = "path,label,remark\n".to_owned();
    let (mut right, mut among_three) = (0, 0);
    for (index, (path, order)) in answers.iter().enumerate() {
        let place = places[index % places.len()];
        right += u64::from(place == 0);
        among_three += u64::from(place < 3);
        writeln!(table, "{path},{},x", order[place]).unwrap();
    }
    folder.write("labels.csv", table.as_bytes());
    let ran = run(&folder, 0, &["evaluate", "labels.csv", "-o", "report.json", "--confusion-matrix", "matrix.svg"]);
    let report = json(&folder.path("report.json"));
    assert_eq!((report["top1"]["right"].as_u64(), report["top3"]["right"].as_u64()), (Some(right), Some(among_three)));
    assert_eq!(report["files"]["judged"], answers.len());
    let labels: Vec<&str> = report["confusion"]["labels"].as_array().unwrap().iter().map(|label| label.as_str().unwrap()).collect();
    let index = |name: &str| labels.iter().position(|label| *label == name).unwrap();
    let mut expected = vec![vec![0_u64; labels.len()]; labels.len()];
    for (number, (_, order)) in answers.iter().enumerate() {
        expected[index(&order[places[number % places.len()]])][index(&order[0])] += 1;
    }
    assert_eq!(report["confusion"]["truth_by_answer"], serde_json::json!(expected));
    for (truth, genre) in report["genres"].as_array().unwrap().iter().enumerate() {
        let support: u64 = expected[truth].iter().sum();
        assert_eq!(genre["support"], support);
        let recall = (support > 0).then(|| expected[truth][truth] as f64 / support as f64);
        assert_eq!(genre["recall"].as_f64(), recall, "{genre}");
    }
    let words: u64 = ["confident", "contested", "atypical"].iter().map(|word| report["confidence"][word]["of"].as_u64().unwrap()).sum();
    assert_eq!(words, answers.len() as u64);
    assert!(ran.out.contains(&format!("top-1        {right} of {} right", answers.len())), "{}", ran.out);
    let picture = fs::read_to_string(folder.path("matrix.svg")).unwrap();
    assert!(picture.starts_with("<svg ") && picture.contains("R&amp;B") && picture.ends_with("</svg>\n"));
    let bins = report["calibration"]["reliability"].as_array().unwrap();
    assert_eq!(bins.iter().map(|bin| bin["files"].as_u64().unwrap()).sum::<u64>(), answers.len() as u64);
}

#[test]
fn folders_are_labels_and_what_is_wrong_is_told() {
    let folder = Folder::new();
    for (clip, name) in [
        ("native-22k-mono.wav", "Music/hiphop/a.wav"),
        ("native-22k-mono.wav", "Music/R & B/b.wav"),
        ("native-22k-mono.wav", "Music/Chanson/c.wav"),
    ] {
        folder.write(name, &wav(clip));
    }
    folder.write("Music/hiphop/broken.mp3", b"ID3 and nothing more");
    let unknown = run(&folder, 2, &["evaluate", "Music"]);
    assert!(unknown.err.contains("\"Chanson\" (1)") && unknown.err.contains("--map"), "{}", unknown.err);
    let skipped = run(&folder, 1, &["evaluate", "Music", "--skip-unknown", "-o", "report.json"]);
    assert!(skipped.err.contains("broken.mp3: ") && skipped.out.contains("2 judged, 1 failed, 1 left out"), "{skipped:#?}");
    let files = &json(&folder.path("report.json"))["files"];
    assert_eq!((&files["judged"], &files["failed"], &files["left_out"]["Chanson"]), (&2.into(), &1.into(), &1.into()));

    folder.write("names.csv", "chanson,Pop\nHIPHOP,\n".as_bytes());
    let mapped = run(&folder, 0, &["evaluate", "Music", "--map", "names.csv", "-o", "report.json"]);
    // The broken file lies in a folder that is left out.
    assert!(mapped.out.contains("2 judged, 0 failed, 2 left out"), "{mapped:#?}");
    folder.write("names.csv", "chanson,Polka\n".as_bytes());
    assert!(run(&folder, 2, &["evaluate", "Music", "--map", "names.csv"]).err.contains("\"Polka\""));

    folder.write("table.csv", b"path,genre\nMusic/hiphop/a.wav,Hip-Hop\nmissing.wav,Jazz\n");
    assert!(run(&folder, 1, &["evaluate", "table.csv"]).err.contains("missing.wav: "));
    folder.write("all-missing.csv", b"path,genre\nmissing.wav,Jazz\n");
    assert!(run(&folder, 2, &["evaluate", "all-missing.csv"]).err.contains("none of the files could be judged"));
    for (bytes, because) in
        [(&b"file,kind\na,b\n"[..], "no column label or genre"), (b"label\nJazz\n", "no column path or file"), (b"", "no column")]
    {
        folder.write("bad.csv", bytes);
        assert!(run(&folder, 2, &["evaluate", "bad.csv"]).err.contains(because), "{because}");
    }
    assert!(run(&folder, 2, &["evaluate", "nowhere"]).err.contains("nowhere does not exist"));
    assert!(run(&folder, 2, &["evaluate", "table.csv", "-o", "table.csv"]).err.contains("one of the inputs"));
    assert!(run(&folder, 2, &["evaluate", "table.csv", "--fit-temperature"]).err.contains("--model DIR"));
}

/// The bytes of a clip of the data.
fn wav(name: &str) -> Vec<u8> {
    let path = data("audio").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_fitted_temperature_lands_in_the_manifest_and_nothing_else_changes() {
    let folder = Folder::new();
    let original = repository().join("models/untrained");
    for name in ["model.json", "model.f32.onnx"] {
        folder.write(format!("models/untrained/{name}"), &fs::read(original.join(name)).unwrap());
    }
    let answers = answers(&folder, &["--model", "models/untrained"]);
    // Seven rows of every clip, two of which are wrong about its first answer.
    let mut table = "path,label\n".to_owned();
    for turn in 0..7 {
        for (path, order) in &answers {
            writeln!(table, "{path},{}", order[usize::from(turn % 3 == 1)]).unwrap();
        }
    }
    folder.write("labels.csv", table.as_bytes());
    let args = ["evaluate", "labels.csv", "--model", "models/untrained", "-o", "report.json"];
    run(&folder, 0, &[&args[..], &["--fit-temperature"]].concat());
    let fitted = json(&folder.path("report.json"))["fit"].clone();
    let model = Model::open(&folder.path("models/untrained"), None).unwrap();
    model.verify().unwrap();
    let temperature = fitted["temperature"].as_f64().unwrap();
    assert!((f64::from(model.manifest.temperature) - temperature).abs() < 1e-6 && temperature != 1.0);
    let calibration = &model.manifest.metrics["calibration"];
    assert!(calibration["after"]["log_loss"].as_f64() < calibration["before"]["log_loss"].as_f64(), "{calibration}");
    assert_eq!((&calibration["files"], &calibration["data"]), (&(7 * answers.len()).into(), &"labels.csv".into()));

    let mut reset = model.manifest.clone();
    reset.temperature = 1.0;
    reset.metrics.clear();
    assert_eq!(reset, Manifest::from_json(&fs::read(original.join("model.json")).unwrap()).unwrap());
    // What it answers from now on is what was measured, and the raw answer is still there.
    run(&folder, 0, &args);
    let report = json(&folder.path("report.json"));
    assert_eq!(report["calibration"], fitted["calibration"]);
    assert_eq!((report["raw"]["temperature"].as_f64(), report["fit"].is_null()), (Some(1.0), true));
    assert!(report["calibration"]["log_loss"].as_f64() < report["raw"]["log_loss"].as_f64());

    // Too few files tell nothing, and the manifest stays.
    let before = fs::read(folder.path("models/untrained/model.json")).unwrap();
    folder.write("few.csv", table.lines().take(20).collect::<Vec<_>>().join("\n").as_bytes());
    let refused = run(&folder, 2, &["evaluate", "few.csv", "--model", "models/untrained", "--fit-temperature"]);
    assert!(refused.err.contains("100 at least"), "{}", refused.err);
    assert_eq!(fs::read(folder.path("models/untrained/model.json")).unwrap(), before);
}
