//! The event fixtures in `tests/events`: API Gateway HTTP API events, payload version 2.0, that carry real audio or name it; and those of
//! `malformed_events` and `worker_events`.
//!
//! They are made from `tests/data/audio` by this file: `UPDATE_EVENTS=1 cargo test -p tests events_are_up_to_date` writes them; without
//! the variable the same test checks that they are what it would write.

use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::support::{data, repository};

fn path(name: &str) -> PathBuf {
    repository().join("tests/events").join(name)
}

/// A fixture.
pub(crate) fn read(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(path(name)).unwrap()).unwrap()
}

/// An event as an HTTP API with a `$default` stage sends it.
pub(crate) fn event(method: &str, path: &str, headers: &[(&str, &str)], body: Value, is_base64: bool) -> Value {
    let domain = "abcdefghij.execute-api.eu-central-1.amazonaws.com";
    let mut all = json!({ "accept": "*/*", "host": domain, "user-agent": "curl/8.5.0", "x-forwarded-proto": "https" });
    for (name, value) in headers {
        all[*name] = json!(value);
    }
    let mut event = json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": all,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abcdefghij",
            "domainName": domain,
            "domainPrefix": "abcdefghij",
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "curl/8.5.0" },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "$default",
            "stage": "$default",
            "time": "10/Mar/2026:05:16:23 +0000",
            "timeEpoch": 1_773_119_783_000_u64
        },
        "isBase64Encoded": is_base64
    });
    if !body.is_null() {
        event["body"] = body;
    }
    event
}

fn fixtures() -> Vec<(&'static str, Value)> {
    let audio = |name: &str| BASE64_STANDARD.encode(std::fs::read(data("audio").join(name)).unwrap());
    let mp3 = event("POST", "/v1/classify", &[("content-type", "audio/mpeg")], json!(audio("cbr-44k-no-xing.mp3")), true);

    let body = json!({ "audio": audio("unsigned-8k-8bit.wav"), "name": "unsigned-8k-8bit.wav" }).to_string();
    let mut staged = event("POST", "/prod/v1/classify", &[("content-type", "application/json")], json!(body), false);
    staged["rawQueryString"] = json!("raw=true&start=1.5");
    staged["queryStringParameters"] = json!({ "raw": "true", "start": "1.5" });
    staged["requestContext"]["stage"] = json!("prod");

    let json_to = |path: &str, body: Value| event("POST", path, &[("content-type", "application/json")], json!(body.to_string()), false);
    let stored = |key: &str| json_to("/v1/classify", json!({ "s3": format!("s3://recordings/{key}") }));
    let upload = json!({ "name": "song.mp3", "bytes": 5_000_000, "type": "audio/mpeg" });
    vec![
        ("http-classify-mp3.json", mp3),
        ("http-classify-json-stage.json", staged),
        ("http-classify-s3.json", stored("inbox/cbr-44k-no-xing.mp3")),
        ("http-classify-s3-missing.json", stored("inbox/not-there.mp3")),
        ("http-page.json", event("GET", "/", &[], Value::Null, false)),
        ("http-uploads.json", json_to("/v1/uploads", upload)),
    ]
}

/// Every file that is written here, and what it holds.
fn files() -> Vec<(String, Value)> {
    let mut files: Vec<(String, Value)> =
        fixtures().into_iter().chain(crate::worker_events::fixtures()).map(|(name, event)| (name.to_owned(), event)).collect();
    for malformed in crate::malformed_events::events() {
        files.push((format!("{}.expected.json", malformed.name), malformed.expectation()));
        files.push((format!("{}.json", malformed.name), malformed.event));
    }
    files
}

#[test]
fn events_are_up_to_date() {
    let update = std::env::var_os("UPDATE_EVENTS").is_some();
    for (name, content) in files() {
        let text = serde_json::to_string_pretty(&content).unwrap() + "\n";
        if update {
            std::fs::create_dir_all(path("")).unwrap();
            std::fs::write(path(&name), &text).unwrap();
        }
        let found = std::fs::read_to_string(path(&name)).unwrap_or_default();
        assert!(found == text, "{name} is stale: run UPDATE_EVENTS=1 cargo test -p tests events_are_up_to_date");
    }
}
