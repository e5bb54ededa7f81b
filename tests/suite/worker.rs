//! The worker without an S3: what it says when there is nothing to talk to, and of events that make no sense.

use std::net::TcpListener;

use serde_json::{Value, json};

use crate::lambda_events::read;
use crate::lambda_runtime_api::Said;
use crate::s3_stand_in::{Fault, StandIn};
use crate::worker_events::batch;
use crate::worker_function::{Worker, failures};

/// An address at which nobody listens.
fn nowhere() -> String {
    // Taken and given back: nobody else asks for just this one within the test.
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Kinds of failures that were told, with their number.
fn told(metrics: &[Value]) -> Vec<(&str, usize)> {
    let mut kinds: Vec<&str> = metrics.iter().filter_map(|line| line["Kind"].as_str()).collect();
    kinds.sort_unstable();
    kinds.chunk_by(|a, b| a == b).map(|kinds| (kinds[0], kinds.len())).collect()
}

#[test]
fn events_that_make_no_sense_are_answered_and_end_nothing() {
    let worker = Worker::start(&nowhere());
    let ids = |numbers: &[usize]| numbers.iter().map(|n| format!("059f36b4-87a3-44ab-83d2-66197503000{n}")).collect::<Vec<_>>();

    // A test event is nobody's failure; malformed bodies go where people look.
    assert!(failures(&worker.answer(read("sqs-s3-test-event.json"))).is_empty());
    assert_eq!(failures(&worker.answer(read("malformed-sqs-bodies.json"))), ids(&[0, 1, 2]));
    assert!(failures(&worker.answer(json!({ "Records": [] }))).is_empty());

    let answer = worker.answer(read("malformed-step-functions-items.json"));
    let kinds: Vec<&str> = answer["results"].as_array().unwrap().iter().map(|line| line["problem"]["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds, &answer["unprocessed"]), (vec!["malformed"; 3], &json!([])));
    assert_eq!(answer["results"][0]["key"], "inbox/cbr-44k-no-xing.mp3");
    assert_eq!(worker.answer(json!({ "items": [] })), json!({ "results": [], "unprocessed": [] }));

    for name in ["malformed-worker-event.json", "malformed-s3-notification.json", "http-page.json"] {
        let (kind, message) = worker.error(read(name));
        assert_eq!(kind, "Worker.MalformedEvent", "{name}");
        assert!(message.contains("SQS") && !message.contains("line"), "{message}");
    }
    let metrics = worker.metrics();
    assert_eq!(told(&metrics), [("malformed", 9)]);
    let cold: i64 = metrics.iter().filter_map(|line| line["ColdStarts"].as_i64()).sum();
    assert_eq!(cold, 1);
}

#[test]
fn what_may_not_be_read_is_not_asked_for() {
    let worker = Worker::start(&nowhere());
    let items = json!({ "items": [
        { "bucket": "recordings", "key": "private/a.mp3" },
        { "bucket": "elsewhere", "key": "inbox/a.mp3" },
        { "bucket": "recordings", "key": "inbox/../private/a.mp3" },
        { "bucket": "recordings", "key": "results/untrained/x.json" },
    ] });
    let answer = worker.answer(items.clone());
    let kinds: Vec<&str> = answer["results"].as_array().unwrap().iter().map(|line| line["problem"]["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["not-allowed", "not-allowed", "not-allowed", "own-result"]);
    // A queue's messages about them are done: they will never be allowed.
    let bodies: Vec<String> = items["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| crate::worker_events::eventbridge(item["bucket"].as_str().unwrap(), item["key"].as_str().unwrap()).to_string())
        .collect();
    assert!(failures(&worker.answer(batch(&bodies))).is_empty());
}

#[test]
fn an_s3_that_is_away_is_waited_for() {
    let worker = Worker::start(&nowhere());
    let (kind, message) = worker.error(read("step-functions-items.json"));
    assert_eq!(kind, "Worker.StoreUnavailable");
    assert!(message.contains("S3") && !message.contains("127.0.0.1"), "{message}");
    assert_eq!(failures(&worker.answer(read("sqs-eventbridge.json"))).len(), 3);
    let metrics = worker.metrics();
    let told = told(&metrics);
    assert!(!told.is_empty() && told.iter().all(|(kind, _)| ["unavailable", "timeout"].contains(kind)), "{told:?}");
}

#[test]
fn an_s3_that_lets_the_worker_do_nothing_fails_an_archive() {
    // As where the role lacks rights: every request is refused, and none is worth a repetition.
    let refusing = StandIn::start(Vec::new(), |_| Some(Fault::Refuse(403, "AccessDenied")));
    let worker = Worker::start(&refusing.address);
    let (kind, message) = worker.error(read("step-functions-items.json"));
    assert_eq!(kind, "Worker.NoAccess");
    assert!(message.contains("S3 does not let us: s3://recordings/inbox/") && !message.contains("arn:"), "{message}");
    // A queue's messages go where people look, one by one.
    assert_eq!(failures(&worker.answer(read("sqs-eventbridge.json"))).len(), 3);
    let metrics = worker.metrics();
    let told = told(&metrics);
    assert!(!told.is_empty() && told.iter().all(|(kind, _)| *kind == "forbidden"), "{told:?}");
}

#[test]
fn what_makes_it_useless_is_said_at_the_start() {
    for (variable, value, reason) in [
        ("ACOUSTICSENSE_SOURCES", "", "ACOUSTICSENSE_SOURCES"),
        ("ACOUSTICSENSE_RESULTS", "s3://recordings", "ACOUSTICSENSE_RESULTS"),
        ("ACOUSTICSENSE_MODEL", "/opt/models/no-such-model", "model.json"),
        ("ACOUSTICSENSE_THREADS", "none", "ACOUSTICSENSE_THREADS"),
        ("AWS_REGION", "", "set AWS_REGION"),
        ("AWS_REGION", " ", "set AWS_REGION"),
    ] {
        let mut worker = Worker::start_with(&nowhere(), &[(variable, value)]);
        let Said::InitError(error) = worker.runtime.wait() else { panic!("no error for {variable}") };
        let message = error["errorMessage"].as_str().unwrap();
        assert!(message.contains(reason), "{variable}: {message}");
        assert_eq!(worker.end(), Some(2));
    }
}
