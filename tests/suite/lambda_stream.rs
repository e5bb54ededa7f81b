//! The Lambda door behind a function URL that streams: stages come as they complete, and the gateway's events are answered as ever.

use serde_json::{Value, json};

use crate::api_server::{Server, check_problem, without_timings};
use crate::lambda::Function;
use crate::lambda_events::{event, read};
use crate::lambda_runtime_api::{RuntimeApi, Said, Streamed};
use crate::support::data;

const STREAM: (&str, &str) = ("ACOUSTICSENSE_STREAM", "1");

/// An event as a function URL sends it.
fn from_url(mut event: Value) -> Value {
    event["requestContext"]["domainName"] = json!("abcdefghij.lambda-url.eu-central-1.on.aws");
    event
}

#[track_caller]
fn streamed(runtime: &RuntimeApi, event: Value) -> Streamed {
    match runtime.invoke(from_url(event)) {
        Said::Stream(stream) => stream,
        other => panic!("no stream: {other:?}"),
    }
}

#[test]
fn stages_arrive_as_they_complete() {
    let runtime = RuntimeApi::start();
    let mut function = Function::start_with(&runtime.address, [STREAM]);
    let mp3 = std::fs::read(data("audio/cbr-44k-no-xing.mp3")).unwrap();
    let expected = without_timings(Server::start(&[]).classify("", &mp3).report());

    let mut stages = read("http-classify-mp3.json");
    stages["headers"]["accept"] = json!("application/x-ndjson");
    let stream = streamed(&runtime, stages);
    assert_eq!(stream.prelude["statusCode"], 200);
    let headers = &stream.prelude["headers"];
    assert_eq!((&headers["content-type"], &headers["x-content-type-options"]), (&json!("application/x-ndjson"), &json!("nosniff")));
    // Four stages and the report, each in a piece of its own, the first before the last.
    let lines: Vec<Value> = stream.pieces.iter().map(|(piece, _)| serde_json::from_slice(piece).unwrap()).collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(stream.pieces[0].1 < stream.pieces[4].1);
    assert_eq!(without_timings(lines[4].clone()), expected);

    // One document streams as well, and so does a problem, with its status.
    let report = streamed(&runtime, read("http-classify-mp3.json"));
    assert_eq!(without_timings(serde_json::from_str(&report.text()).unwrap()), expected);
    let refused = streamed(&runtime, event("POST", "/v1/classify", &[("content-type", "audio/mpeg")], json!("dear diary"), false));
    assert_eq!(refused.prelude["statusCode"], 415);
    check_problem(&serde_json::from_str(&refused.text()).unwrap(), 415, "not-audio");
    let bad = streamed(&runtime, event("POST", "/v1/classify", &[], json!("not base64!"), true));
    assert_eq!(bad.prelude["statusCode"], 400);

    // The same function behind the gateway answers in one piece.
    let Said::Response(whole) = runtime.invoke(read("http-classify-mp3.json")) else { panic!("no gateway response") };
    assert_eq!(without_timings(serde_json::from_str(whole["body"].as_str().unwrap()).unwrap()), expected);
    assert!(function.0.try_wait().unwrap().is_none(), "the function still runs");
}

#[test]
fn a_url_that_does_not_stream_is_answered_in_one_piece() {
    for variables in [Vec::new(), vec![("ACOUSTICSENSE_STREAM", "")], vec![("ACOUSTICSENSE_STREAM", "0")]] {
        // One for each: an event may still be handed to a function that has just been ended.
        let runtime = RuntimeApi::start();
        let _function = Function::start_with(&runtime.address, variables);
        let Said::Response(response) = runtime.invoke(from_url(read("http-page.json"))) else { panic!("a stream that nobody asked for") };
        assert_eq!(response["statusCode"], 200);
    }
}
