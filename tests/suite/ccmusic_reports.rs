//! What a model of a whole track answers: through the library, the command line and the API.

use std::fs;

use genre::audio::{self, Extent};
use genre::{AudioError, Classifier, Error, Model, Options, Report, Source};
use serde_json::{Value, json};

use crate::api_server::Server;
use crate::cli_run::{Folder, run};
use crate::containers::Wav;
use crate::counting::peak_of;
use crate::golden::{floats, json as golden};
use crate::parity::converted;
use crate::support::{Scratch, data};
use crate::tolerance::CCMUSIC_PROBABILITIES;

const TRACK: &str = "tracks/two-windows-22k.ogg";

/// A folder with a model of this front end. Its checkpoint is calibrated on decibels, so its pictures are brought to their range.
pub(crate) fn model(name: &str) -> (Scratch, String) {
    let scratch = Scratch::new(name);
    let folder = converted("tiny-ccmusic-head.pt", &scratch, &["--front-end", "ccmusic", "--heads", "3"]);
    let (manifest, numbers) = (folder.join("model.json"), golden("golden/ccmusic.json"));
    let mut value: Value = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    for number in ["mean", "std"] {
        value["front_end"][number] = numbers[number].clone();
    }
    fs::write(&manifest, value.to_string()).unwrap();
    let folder = folder.to_str().unwrap().to_owned();
    (scratch, folder)
}

fn classify(model: &Model, threads: usize, file: &str) -> Report {
    let classifier = Classifier::new(model, threads).unwrap();
    let mut report = classifier.classify(Source::open(&data(file)).unwrap(), &Options { start_s: 0.0, raw: true }).unwrap();
    report.timings_ms = None;
    report
}

/// The index of a label of the model.
fn index(model: &Model, genre: &str) -> usize {
    model.manifest.labels.iter().position(|label| label.name == genre).unwrap()
}

#[test]
fn probabilities_are_pytorchs_for_the_references_pictures() {
    let (_scratch, folder) = model("ccmusic-probabilities");
    let model = Model::open(folder.as_ref(), None).unwrap();
    for track in golden("golden/ccmusic.json")["tracks"].as_array().unwrap() {
        let file = track["file"].as_str().unwrap();
        let report = classify(&model, 1, file);
        let expected: Vec<Vec<f64>> = track["windows"].as_array().unwrap().iter().map(|window| floats(&window["probabilities"])).collect();
        let windows = report.windows.unwrap();
        assert_eq!(windows.len(), expected.len());
        for (window, expected) in windows.iter().zip(&expected) {
            let apart = (f64::from(window.probability) - expected[index(&model, &window.genre)]).abs();
            println!("{file} from {:.3} s: |Δp| {apart:.1e}", window.start_s);
            assert!(apart <= CCMUSIC_PROBABILITIES && expected.iter().all(|&other| other < 0.5 || f64::from(window.probability) > 0.5));
        }
        for score in &report.scores {
            let mean = expected.iter().map(|window| window[index(&model, &score.genre)]).sum::<f64>() / expected.len() as f64;
            let apart = (f64::from(score.probability) - mean).abs();
            assert!(apart <= CCMUSIC_PROBABILITIES, "{file}, {}: |Δp| {apart}", score.genre);
            assert_eq!(score.raw_probability, Some(score.probability), "the model is not calibrated");
        }
    }
}

#[test]
fn equal_votes_go_to_the_lower_label_and_the_mean_decides() {
    let (_scratch, folder) = model("ccmusic-vote");
    let model = Model::open(folder.as_ref(), None).unwrap();
    let report = classify(&model, 1, TRACK);
    let (windows, vote) = (report.windows.unwrap(), report.vote.unwrap());
    let said: Vec<usize> = windows.iter().map(|window| index(&model, &window.genre)).collect();
    assert_eq!(said, [10, 6], "the golden track has two windows that differ");
    assert_eq!((index(&model, &vote.genre), vote.windows, vote.of), (6, 1, 2));
    // The first window is the surer one.
    assert_eq!((index(&model, &report.genre), report.probability), (10, report.scores[0].probability));
    assert!(!report.audio.window.looped && report.audio.window.start_s == windows[0].start_s);
}

#[test]
fn threads_and_company_do_not_change_a_bit() {
    let (_scratch, folder) = model("ccmusic-bits");
    let model = Model::open(folder.as_ref(), None).unwrap();
    let expected = serde_json::to_string(&classify(&model, 1, TRACK)).unwrap();
    let classifier = Classifier::new(&model, 3).unwrap();
    assert_eq!(serde_json::to_string(&classify(&model, 3, TRACK)).unwrap(), expected);
    // 18 clips of 2 windows are more than the engine gets at once.
    let options = Options { start_s: 0.0, raw: true };
    let clip = classifier.prepare(Source::open(&data(TRACK)).unwrap(), &options, &mut |_| ()).unwrap();
    for mut report in classifier.judge(&vec![clip; 18]).unwrap() {
        report.timings_ms = None;
        assert_eq!(serde_json::to_string(&report).unwrap(), expected);
    }
}

#[test]
fn silence_and_short_tracks_have_one_window() {
    let (_scratch, folder) = model("ccmusic-short");
    let classifier = Classifier::new(&Model::open(folder.as_ref(), None).unwrap(), 1).unwrap();
    let silence = Wav::pcm(&vec![0.0; 22_050], 22_050).bytes();
    let report = classifier.classify(Source::bytes(silence), &Options::default()).unwrap();
    assert!(report.silent && report.audio.window.looped && report.audio.window.seconds == 1.0);
    assert_eq!((report.windows.unwrap().len(), report.vote.unwrap().of), (1, 1));
}

#[test]
fn a_start_makes_no_sense_for_a_whole_track() {
    let (_scratch, folder) = model("ccmusic-start");
    let classifier = Classifier::new(&Model::open(folder.as_ref(), None).unwrap(), 1).unwrap();
    let refused = classifier.classify(Source::open(&data(TRACK)).unwrap(), &Options { start_s: 1.0, raw: false }).unwrap_err();
    assert_eq!((refused.kind(), refused.to_string().as_str()), ("bad-option", "this model judges the whole track; leave start out"));
}

#[test]
fn half_an_hour_is_the_limit() {
    let track = |samples: usize| {
        let wav = Wav { tag: 1, channels: 1, rate: 1_000, block: 1, bits: 8, claim: None, data: vec![130; samples] }.bytes();
        audio::load(Source::bytes(wav), Extent { start_s: 0.0, seconds: None }, 1_000)
    };
    assert_eq!(track(1_800_000).unwrap().samples.len(), 1_800_000);
    let refused = track(1_800_001).unwrap_err();
    assert!(matches!(refused, AudioError::TooLong { limit_s: 1_800 }) && refused.kind() == "too-long");
    assert_eq!(refused.to_string(), "the recording is longer than 30 minutes, and all of it is to be judged; cut it");
    assert_eq!(Error::from(refused).kind(), "too-long");
}

#[test]
fn a_track_is_held_at_the_rate_that_is_wanted() {
    let samples: Vec<f32> = (0..96_000 * 60).map(|n| (n % 97) as f32 / 200.0).collect();
    let source = Source::bytes(Wav::pcm(&samples, 96_000).bytes());
    drop(samples);
    let (loaded, peak) = peak_of(|| audio::load(source, Extent { start_s: 0.0, seconds: None }, 22_050).unwrap());
    let held = size_of_val(&loaded.samples[..]);
    // At its own rate it would be 23 MB; a vector that grows may be twice and a copy once its size.
    assert!(held == 22_050 * 60 * 4 && peak < 4 * held, "{peak} bytes for {held}");
}

#[test]
fn the_command_line_tells_windows_and_vote() {
    let (_scratch, model) = model("ccmusic-cli");
    let folder = Folder::new();
    folder.write("song.ogg", &fs::read(data(TRACK)).unwrap());
    folder.fixture("looped-3.7s-44k.wav", "short.wav");
    let told = run(&folder, 0, &["classify", "song.ogg", "short.wav", "--model", &model]);
    let [song, short] = &told.lines()[..] else { panic!("{told:?}") };
    assert_eq!((song["vote"]["of"].as_u64(), short["vote"]["of"].as_u64()), (Some(2), Some(1)));
    assert_eq!((&song["audio"]["window"]["looped"], &short["audio"]["window"]["looped"]), (&json!(false), &json!(true)));
    let late = run(&folder, 1, &["classify", "song.ogg", "--model", &model, "--start", "3"]);
    assert!(late.err.contains("leave start out"), "{}", late.err);
    let seen = run(&folder, 0, &["inspect", "song.ogg", "--model", &model, "--spectrogram", "song.png"]);
    assert!(seen.out.contains("[2, 3, 224, 224]") && seen.out.contains("front end ccmusic"), "{}", seen.out);
}

#[test]
fn the_api_takes_such_a_model() {
    let (_scratch, model) = model("ccmusic-api");
    let server = Server::start(&["--model", &model]);
    let track = fs::read(data(TRACK)).unwrap();
    let report = server.classify("?spectrogram=true", &track).report();
    assert_eq!(report["windows"].as_array().unwrap().len(), 2);
    server.classify("?start=3", &track).problem(400, "bad-option");
    let long = Wav { tag: 1, channels: 1, rate: 8_000, block: 1, bits: 8, claim: None, data: vec![130; 8_000 * 1_801] }.bytes();
    server.classify("", &long).problem(413, "too-long");
}
