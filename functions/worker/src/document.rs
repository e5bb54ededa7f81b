//! A result as it lies in S3: the report, or why there is none.
//!
//! It holds nothing that changes from run to run, no times and no dates, so that whoever writes it first writes it for all.

use genre::Report;
use genre::report::ModelRef;
use serde::{Deserialize, Serialize};
use store::{Object, Stat};

use crate::outcome::{Outcome, Problem};

/// The most bytes of a result that are read back. A report of a track of half an hour, window by window, has some ten thousand.
pub(crate) const MAX_BYTES: u64 = 4 * 1024 * 1024;
pub(crate) const CONTENT_TYPE: &str = "application/json";

#[derive(Serialize)]
struct Document<'a> {
    /// The judged object, `s3://…`.
    name: String,
    etag: &'a str,
    bytes: u64,
    #[serde(flatten)]
    found: Found<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Found<'a> {
    Report(&'a Report),
    Problem { problem: &'a Problem, model: &'a ModelRef },
}

/// What is looked at when a result is there already.
#[derive(Deserialize)]
struct Seen {
    genre: Option<String>,
    probability: Option<f32>,
    problem: Option<Problem>,
}

/// The bytes of a result: JSON on one line.
///
/// # Errors
/// None that are known: reports are plain data.
pub(crate) fn write(source: &Object, stat: &Stat, model: &ModelRef, judged: &Result<Report, Problem>) -> serde_json::Result<Vec<u8>> {
    let plain = judged.as_ref().map(|report| Report { name: None, timings_ms: None, spectrogram: None, ..report.clone() });
    let found = match &plain {
        Ok(report) => Found::Report(report),
        Err(problem) => Found::Problem { problem, model },
    };
    let mut json = serde_json::to_vec(&Document { name: source.to_string(), etag: &stat.etag, bytes: stat.bytes, found })?;
    json.push(b'\n');
    Ok(json)
}

/// What a result that lies at `place` says; nothing when it is none of ours.
pub(crate) fn read(place: &Object, json: &[u8]) -> Option<Outcome> {
    let result = place.to_string();
    match serde_json::from_slice(json).ok()? {
        Seen { problem: Some(problem), .. } => Some(Outcome::Unreadable { result, problem }),
        Seen { genre: Some(genre), probability: Some(probability), .. } => Some(Outcome::Judged { result, genre, probability }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use genre::{Classifier, Model, Options, Source};
    use serde_json::Value;
    use store::{Object, Stat};

    use super::{read, write};
    use crate::outcome::{Outcome, Problem};
    use crate::testing::tone;

    #[test]
    fn what_is_written_is_read_back_and_never_differs() {
        let classifier = Classifier::new(&Model::built_in().expect("built in"), 1).expect("it runs");
        let source: Object = "s3://music/in box/爵士.wav".parse().expect("sound");
        let place: Object = "s3://media/results/x.json".parse().expect("sound");
        let stat = Stat { bytes: 7, etag: "e".to_owned(), modified_s: 1_790_000_000 };
        let report = || classifier.classify(Source::bytes(tone(1.0)), &Options::default()).expect("judged");
        let model = classifier.model();

        let first = write(&source, &stat, model, &Ok(report())).expect("JSON");
        let later = Stat { modified_s: 1_800_000_000, ..stat.clone() };
        assert_eq!(first, write(&source, &later, model, &Ok(report())).expect("JSON"), "the same bytes at any time");
        let json: Value = serde_json::from_slice(&first).expect("JSON");
        assert_eq!((&json["name"], &json["etag"], &json["bytes"]), (&source.to_string().into(), &"e".into(), &7.into()));
        assert!(json["scores"].as_array().is_some_and(|scores| scores.len() == 16) && json["model"]["sha256"].is_string());
        assert!(json.get("timings_ms").is_none() && json.get("problem").is_none());
        let Some(Outcome::Judged { result, genre, probability }) = read(&place, &first) else { panic!("a report") };
        assert_eq!((result, genre, probability), (place.to_string(), report().genre, report().probability));

        let problem = Problem::new("damaged", "the audio is damaged: \"é\"");
        let written = write(&source, &stat, model, &Err(problem.clone())).expect("JSON");
        assert_eq!(read(&place, &written), Some(Outcome::Unreadable { result: place.to_string(), problem }));
        for foreign in [&b"{}"[..], b"", b"null", b"{\"genre\": \"Jazz\"}", &first[..first.len() / 2]] {
            assert_eq!(read(&place, foreign), None);
        }
    }
}
