//! Metrics: one line for each file that was begun, one for the start of a container and for messages that make no sense.

use std::sync::OnceLock;

use store::Object;
use telemetry::{Line, Metric, emit};

use crate::answer::MALFORMED;
use crate::judge::Cost;
use crate::log;
use crate::outcome::{OUT_OF_TIME, Outcome};

/// The function's name, as CloudWatch knows it.
fn function() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| std::env::var("AWS_LAMBDA_FUNCTION_NAME").unwrap_or_default())
}

/// Tells of a file, in the metrics without its name, in the log with it where something went wrong.
pub(crate) fn file(object: &Object, outcome: &Outcome, cost: &Cost) {
    send(&line(function(), outcome, cost));
    if let Some(problem) = outcome.problem() {
        log(format_args!("{object}: {}: {}", problem.kind, problem.detail));
    }
}

/// Tells that this container answers its first event.
pub(crate) fn cold_start() {
    send(&Line::new(function()).with(Metric::ColdStarts, 1.0));
}

/// Tells of a message, an item or an event that makes no sense.
pub(crate) fn malformed(why: &str) {
    send(&Line::new(function()).failure(MALFORMED));
    log(format_args!("{MALFORMED}: {why}"));
}

fn send(line: &Line<'_>) {
    // A metric that cannot be written costs no answer.
    let _ = emit(line);
}

fn line<'a>(function: &'a str, outcome: &'a Outcome, cost: &Cost) -> Line<'a> {
    let mut line = Line::new(function);
    if let Outcome::Later(problem) = outcome {
        // It comes again, and will be counted then; what went wrong meanwhile is told.
        return if problem.kind == OUT_OF_TIME { line.with(Metric::HandedBack, 1.0) } else { line.failure(&problem.kind) };
    }
    line = line.with(Metric::Files, 1.0);
    if cost.repeated {
        return line.with(Metric::Repeats, 1.0);
    }
    line = match (outcome, outcome.problem()) {
        (Outcome::Judged { genre, .. }, _) => line.genre(genre).with(Metric::AudioSeconds, cost.audio_s),
        (_, Some(problem)) => line.failure(&problem.kind),
        (_, None) => line,
    };
    if let Some(timings) = &cost.timings {
        line = line
            .with(Metric::DecodeMs, timings.decode)
            .with(Metric::SpectrogramMs, timings.spectrogram)
            .with(Metric::InferenceMs, timings.inference)
            .with(Metric::TotalMs, timings.total);
    }
    if cost.read_requests > 0 {
        line = line.with(Metric::ReadBytes, cost.read_bytes as f64).with(Metric::ReadRequests, cost.read_requests as f64);
    }
    line
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use genre::report::Timings;
    use serde_json::{Value, json};

    use super::line;
    use crate::judge::Cost;
    use crate::outcome::{Outcome, Problem};

    #[track_caller]
    fn check(outcome: &Outcome, cost: &Cost, expected: Value) {
        let json = line("worker", outcome, cost).to_json(SystemTime::UNIX_EPOCH);
        let mut found: Value = serde_json::from_str(&json).expect("JSON");
        found.as_object_mut().expect("an object").retain(|key, _| !matches!(key.as_str(), "_aws" | "Function"));
        assert_eq!(found, expected);
        assert!(!json.contains("secret"), "no names in metrics: {json}");
    }

    #[test]
    fn each_outcome_is_told_without_names() {
        let result = "s3://media/results/secret.json".to_owned();
        let judged = Outcome::Judged { result: result.clone(), genre: "Jazz".to_owned(), probability: 0.5 };
        let problem = |kind| Problem::new(kind, "secret.mp3 is at fault");
        let cost = Cost {
            audio_s: 10.0,
            timings: Some(Timings { decode: 1.0, spectrogram: 2.0, inference: 3.0, total: 6.0 }),
            read_bytes: 262_144,
            read_requests: 1,
            repeated: false,
        };
        let costs = json!({ "Decode": 1, "Spectrogram": 2, "Inference": 3, "Total": 6, "ReadBytes": 262_144, "ReadRequests": 1 });
        let with = |mut more: Value| {
            more.as_object_mut().expect("an object").extend(costs.as_object().expect("an object").clone());
            more
        };
        check(&judged, &cost, with(json!({ "Files": 1, "Genre": "Jazz", "Answers": 1, "AudioSeconds": 10 })));
        check(&judged, &Cost { repeated: true, ..Cost::default() }, json!({ "Files": 1, "Repeats": 1 }));

        let read = Cost { timings: None, audio_s: 0.0, ..cost };
        let unreadable = Outcome::Unreadable { result, problem: problem("damaged") };
        let expected = json!({ "Files": 1, "Failures": 1, "Kind": "damaged", "ReadBytes": 262_144, "ReadRequests": 1 });
        check(&unreadable, &read, expected);
        check(&Outcome::Void(problem("not-found")), &Cost::default(), json!({ "Files": 1, "Failures": 1, "Kind": "not-found" }));
        check(&Outcome::Stuck(problem("forbidden")), &Cost::default(), json!({ "Files": 1, "Failures": 1, "Kind": "forbidden" }));
        check(&Outcome::Later(problem("throttled")), &read, json!({ "Failures": 1, "Kind": "throttled" }));
        check(&Outcome::Later(Problem::no_time()), &Cost::default(), json!({ "HandedBack": 1 }));
    }
}
