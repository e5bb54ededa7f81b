//! The Lambda door: events in, gateway responses out, the same answers as at the local door.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::api_server::{Server, check_problem, command, without_timings};
use crate::lambda_events::{event, read};
use crate::lambda_runtime_api::{RuntimeApi, Said};
use crate::malformed_events::{Malformed, events};
use crate::moto::environment;
use crate::s3_stand_in::{Fault, StandIn};
use crate::support::data;

/// The function as a process of its own, between invocations; stopped when dropped.
pub(crate) struct Function(pub(crate) Child);

impl Function {
    /// Starts it as Lambda would, with the Runtime API at `address`.
    pub(crate) fn start(address: &str, model: Option<&str>) -> Self {
        Self::start_with(address, model.map(|model| ("ACOUSTICSENSE_MODEL", model)))
    }

    /// The same with more variables.
    pub(crate) fn start_with<'a>(address: &str, variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut command = command();
        command
            .env("AWS_LAMBDA_RUNTIME_API", address)
            .env("AWS_LAMBDA_FUNCTION_NAME", "_")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769")
            .env("ACOUSTICSENSE_THREADS", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .envs(variables);
        Self(command.spawn().unwrap())
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The gateway response to an event: status, content type, body.
#[track_caller]
fn answer(runtime: &RuntimeApi, event: Value) -> (u64, String, String) {
    let response = match runtime.invoke(event) {
        Said::Response(response) => response,
        Said::Error(error) | Said::InitError(error) => panic!("the invocation failed: {error}"),
        Said::Stream(stream) => panic!("nobody can read this behind a gateway: {stream:?}"),
    };
    let headers = &response["headers"];
    // The gateway passes them on, so the page is as safe there as here.
    assert_eq!(headers["x-content-type-options"], "nosniff", "{response}");
    let body = response["body"].as_str().unwrap_or_default().to_owned();
    assert_eq!(response["isBase64Encoded"], false, "all of our answers are text");
    (response["statusCode"].as_u64().unwrap(), headers["content-type"].as_str().unwrap_or_default().to_owned(), body)
}

#[track_caller]
fn report(runtime: &RuntimeApi, event: Value) -> Value {
    let (status, content_type, body) = answer(runtime, event);
    assert_eq!((status, content_type.as_str()), (200, "application/json"), "{body}");
    serde_json::from_str(&body).unwrap()
}

#[test]
fn events_are_answered_as_requests_are() {
    let server = Server::start(&[]);
    let runtime = RuntimeApi::start();
    let mut function = Function::start(&runtime.address, None);

    let mp3 = std::fs::read(data("audio/cbr-44k-no-xing.mp3")).unwrap();
    let expected = without_timings(server.classify("", &mp3).report());
    let found = report(&runtime, read("http-classify-mp3.json"));
    assert!(found["timings_ms"]["total"].as_f64().unwrap() > 0.0);
    assert_eq!(without_timings(found), expected);

    // A stage in front of the path, JSON as text, options in the query.
    let found = without_timings(report(&runtime, read("http-classify-json-stage.json")));
    let wav = std::fs::read(data("audio/unsigned-8k-8bit.wav")).unwrap();
    let mut expected = without_timings(server.classify("?raw=true&start=1.5", &wav).report());
    expected["name"] = json!("unsigned-8k-8bit.wav");
    assert_eq!(found, expected);

    let mut stages = read("http-classify-mp3.json");
    stages["headers"]["accept"] = json!("application/x-ndjson");
    let (status, content_type, body) = answer(&runtime, stages);
    assert_eq!((status, content_type.as_str(), body.lines().count()), (200, "application/x-ndjson", 5));

    let (status, content_type, page) = answer(&runtime, read("http-page.json"));
    assert_eq!((status, content_type.as_str()), (200, "text/html; charset=utf-8"));
    assert_eq!(page, server.get("/", &[]).text());
    let mut model = event("GET", "/v1/model", &[], Value::Null, false);
    let mut local = server.get("/v1/model", &[]).report();
    // The function was given one thread.
    local["engine"]["threads"] = json!(1);
    // And a call can carry less than a connection.
    assert_eq!(local["limits"]["file_bytes"], 52_428_800);
    local["limits"]["file_bytes"] = json!(4_400_000);
    assert_eq!(report(&runtime, model.clone()), local);
    // No doorman here: the gateway has its own name, and its own rules for other sites.
    model["headers"]["host"] = json!("abc.execute-api.eu-central-1.amazonaws.com");
    assert_eq!(answer(&runtime, model).0, 200);

    assert!(function.0.try_wait().unwrap().is_none(), "the function still runs");
}

#[test]
fn no_event_ends_the_container() {
    let runtime = RuntimeApi::start();
    let places = [("ACOUSTICSENSE_UPLOADS", "s3://recordings/uploads/"), ("ACOUSTICSENSE_SOURCES", "s3://recordings/inbox/")];
    let mut function = Function::start_with(&runtime.address, places);
    // What cannot stand in a file for SAM comes from elsewhere.
    let more = [("no object", json!("hello")), ("nothing", Value::Null)];
    let more = more.map(|(name, event)| Malformed { name, event, status: 400, kind: "bad-request" });
    for Malformed { name, event, status, kind } in events().into_iter().chain(more) {
        let (found, content_type, body) = answer(&runtime, event);
        assert_eq!((found, content_type.as_str()), (status.into(), "application/problem+json"), "{name}: {body}");
        check_problem(&serde_json::from_str(&body).unwrap(), status, kind);
    }

    assert!(function.0.try_wait().unwrap().is_none(), "the function still runs");
}

#[test]
fn an_answer_that_would_come_too_late_is_a_problem_and_the_container_lives() {
    let silent = StandIn::start(Vec::new(), |_| Some(Fault::Silence));
    let environment = environment(&silent.address);
    let sources = ("ACOUSTICSENSE_SOURCES", "s3://recordings/inbox/");
    let runtime = RuntimeApi::start();
    let mut function =
        Function::start_with(&runtime.address, environment.iter().map(|(name, value)| (*name, value.as_str())).chain([sources]));
    let json = [("content-type", "application/json")];
    let event = event("POST", "/v1/classify", &json, json!(r#"{"s3": "s3://recordings/inbox/a.mp3"}"#), false);
    let begun = Instant::now();
    let time = Duration::from_secs(4);
    let Said::Response(response) = runtime.invoke_within(event, time) else { panic!("the invocation failed") };
    assert!(begun.elapsed() < time, "{:?}", begun.elapsed());
    assert_eq!((&response["statusCode"], &response["headers"]["x-content-type-options"]), (&json!(504), &json!("nosniff")));
    check_problem(&serde_json::from_str(response["body"].as_str().unwrap()).unwrap(), 504, "out-of-time");
    assert!(function.0.try_wait().unwrap().is_none(), "the function still runs");
}

#[test]
fn a_model_that_cannot_be_loaded_is_reported_to_the_runtime() {
    let runtime = RuntimeApi::start();
    let mut function = Function::start(&runtime.address, Some("/opt/models/no-such-model"));
    let Said::InitError(error) = runtime.wait() else { panic!("no init error") };
    let message = error["errorMessage"].as_str().unwrap();
    assert!(message.contains("failed to load the model") && message.contains("model.json"), "{message}");
    assert_eq!(function.0.wait().unwrap().code(), Some(2));
}
