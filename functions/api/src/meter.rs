//! Metrics of the cloud door: what an answer says of its files is told to CloudWatch.
//!
//! They are taken from the answer as it goes out, so that the router need not know where it runs. A table of CSV holds no times, and so
//! its files tell none.

use std::sync::atomic::{AtomicBool, Ordering};

use aws_lambda_events::apigw::ApiGatewayV2httpResponse;
use aws_lambda_events::encodings::Body;
use axum::http::header;
use serde::Deserialize;
use serde_json::Value;
use telemetry::{Line, Metric, emit};

/// The one address whose answers are measured.
const MEASURED: &str = "/v1/classify";
/// Statuses of problems that a file is to blame for.
const FILES_OWN: [u16; 2] = [415, 422];

/// Tells what this container answers.
pub(crate) struct Meter {
    function: String,
    /// Until the first answer.
    cold: AtomicBool,
}

/// What is looked at in an answer, in one of several results, or in a line of NDJSON.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Seen {
    /// In reports.
    genre: Option<String>,
    audio: Option<Audio>,
    timings_ms: Option<Timings>,
    /// In problems.
    kind: Option<String>,
    status: u16,
    /// Where there were several files.
    results: Vec<Seen>,
}

#[derive(Deserialize)]
struct Audio {
    window: Window,
}

#[derive(Deserialize)]
struct Window {
    seconds: f64,
}

#[derive(Deserialize)]
struct Timings {
    decode: f64,
    spectrogram: f64,
    inference: f64,
    total: f64,
}

impl Meter {
    /// A meter of the function with this name.
    pub(crate) fn new(function: String) -> Self {
        Self { function, cold: AtomicBool::new(true) }
    }

    /// Whether answers to this event are measured.
    pub(crate) fn concerns(event: &Value) -> bool {
        event["rawPath"].as_str().is_some_and(|path| path.ends_with(MEASURED))
    }

    /// Tells what an answer holds; of answers that are not measured only that the container has begun to answer.
    pub(crate) fn tell(&self, answer: &ApiGatewayV2httpResponse, measured: bool) {
        let seen = if measured { seen(answer) } else { Vec::new() };
        let cold = self.cold.swap(false, Ordering::Relaxed);
        let start = cold.then(|| Line::new(&self.function).with(Metric::ColdStarts, 1.0));
        for line in start.into_iter().chain(seen.iter().map(|seen| line(&self.function, seen))) {
            // A metric that cannot be written costs no answer.
            let _ = emit(&line);
        }
    }
}

/// The files of an answer.
fn seen(answer: &ApiGatewayV2httpResponse) -> Vec<Seen> {
    let Some(Body::Text(body)) = answer.body.as_ref().filter(|_| !answer.is_base64_encoded) else { return Vec::new() };
    let content_type = answer.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match content_type.split(';').next().unwrap_or_default() {
        "application/json" | "application/problem+json" => {
            let whole: Seen = serde_json::from_str(body).unwrap_or_default();
            if whole.results.is_empty() { vec![whole] } else { whole.results }
        }
        // Lines about stages hold neither a genre nor a kind, and tell nothing.
        "application/x-ndjson" => body.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
        "text/csv" => table(body.as_bytes()).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The rows of a table: those without a genre are failures whose kind a table does not tell.
fn table(body: &[u8]) -> Option<Vec<Seen>> {
    let mut reader = csv::Reader::from_reader(body);
    let column = reader.headers().ok()?.iter().position(|name| name == "genre")?;
    let row = |record: csv::StringRecord| {
        let genre = record.get(column).filter(|genre| !genre.is_empty()).map(str::to_owned);
        let kind = genre.is_none().then(|| "in-a-table".to_owned());
        Seen { status: FILES_OWN[0], genre, kind, ..Seen::default() }
    };
    Some(reader.records().filter_map(Result::ok).map(row).collect())
}

fn line<'a>(function: &'a str, seen: &'a Seen) -> Line<'a> {
    let mut line = Line::new(function);
    if let Some(genre) = &seen.genre {
        line = line.with(Metric::Files, 1.0).genre(genre);
    } else if let Some(kind) = &seen.kind {
        line = line.failure(kind).with(Metric::Files, if FILES_OWN.contains(&seen.status) { 1.0 } else { 0.0 });
    }
    // A stage's line holds the audio, too.
    if let (Some(_), Some(audio)) = (&seen.genre, &seen.audio) {
        line = line.with(Metric::AudioSeconds, audio.window.seconds);
    }
    if let (Some(_), Some(timings)) = (&seen.genre, &seen.timings_ms) {
        line = line
            .with(Metric::DecodeMs, timings.decode)
            .with(Metric::SpectrogramMs, timings.spectrogram)
            .with(Metric::InferenceMs, timings.inference)
            .with(Metric::TotalMs, timings.total);
    }
    line
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::apigw::ApiGatewayV2httpResponse;
    use aws_lambda_events::encodings::Body;
    use axum::http::{HeaderValue, header};
    use serde_json::{Value, json};
    use std::time::SystemTime;

    use super::{Meter, line, seen};

    /// What is told of an answer, without what every line holds.
    fn told(content_type: &'static str, body: &str) -> Vec<Value> {
        let mut answer = ApiGatewayV2httpResponse::default();
        answer.body = Some(Body::Text(body.to_owned()));
        answer.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        let seen = seen(&answer);
        let lines = seen.iter().map(|seen| line("api", seen)).filter(|line| !line.is_empty());
        let plain = lines.map(|line| {
            let mut line: Value = serde_json::from_str(&line.to_json(SystemTime::UNIX_EPOCH)).expect("JSON");
            line.as_object_mut().expect("an object").retain(|key, _| !matches!(key.as_str(), "_aws" | "Function"));
            line
        });
        plain.collect()
    }

    #[test]
    fn each_file_of_an_answer_is_told_once() {
        let report = json!({ "name": "secret.mp3", "genre": "Jazz", "audio": { "codec": "mp3", "window": { "start_s": 0.0, "seconds": 10.0 } },
            "timings_ms": { "decode": 1.5, "spectrogram": 2.0, "inference": 3.0, "total": 6.5 } });
        let one = json!({ "Files": 1, "Genre": "Jazz", "Answers": 1, "AudioSeconds": 10, "Decode": 1.5, "Spectrogram": 2, "Inference": 3, "Total": 6.5 });
        let bad = json!({ "kind": "not-audio", "status": 415, "name": "secret.txt" });
        let failure = json!({ "Files": 1, "Kind": "not-audio", "Failures": 1 });
        assert_eq!(told("application/json", &report.to_string()), [one.clone()]);
        assert_eq!(told("application/json", &json!({ "results": [report, bad] }).to_string()), [one.clone(), failure.clone()]);
        assert_eq!(told("application/problem+json", &bad.to_string()), [failure.clone()]);
        // Nobody looked at a file.
        let busy = json!({ "kind": "busy", "status": 429 }).to_string();
        assert_eq!(told("application/problem+json", &busy), [json!({ "Files": 0, "Kind": "busy", "Failures": 1 })]);

        let stage = json!({ "stage": "audio", "audio": report["audio"], "elapsed_ms": 1.0, "index": 0 });
        let lines = format!("{stage}\n{report}\n{bad}\n");
        assert_eq!(told("application/x-ndjson", &lines), [one, failure]);

        let table = "name,genre,probability,error\nsecret.mp3,Jazz,0.5,\nother.mp3,,,\"damaged, it is\"\n";
        let expected = [json!({ "Files": 1, "Genre": "Jazz", "Answers": 1 }), json!({ "Files": 1, "Kind": "in-a-table", "Failures": 1 })];
        assert_eq!(told("text/csv; charset=utf-8; header=present", table), expected);
        for (content_type, body) in [("text/html; charset=utf-8", "<html>"), ("application/json", "no JSON"), ("text/csv", "a,b\n1,2\n")] {
            assert!(told(content_type, body).is_empty(), "{content_type} {body}");
        }
    }

    #[test]
    fn only_answers_about_files_are_measured() {
        for (path, expected) in [("/v1/classify", true), ("/prod/v1/classify", true), ("/", false), ("/v1/classify/x", false)] {
            assert_eq!(Meter::concerns(&json!({ "rawPath": path })), expected, "{path}");
        }
        assert!(!Meter::concerns(&json!("hello")) && !Meter::concerns(&Value::Null));
    }
}
