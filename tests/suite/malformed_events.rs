//! Malformed HTTP events in `tests/events`, each with the problem that answers it. Written and checked by `lambda_events`.
//!
//! One table serves twice: `lambda` asks the function in the development profile, and `cargo xtask sam-local` asks the packaged one in a
//! container, where it reads each expectation from the file beside the event.

use serde_json::{Value, json};

use crate::api_server::form;
use crate::lambda_events::event;

/// An event that the API function has to refuse.
pub(crate) struct Malformed {
    /// Of its file, without `.json`.
    pub(crate) name: &'static str,
    pub(crate) event: Value,
    /// Status and kind of the problem.
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
}

impl Malformed {
    /// What `cargo xtask sam-local` expects.
    pub(crate) fn expectation(&self) -> Value {
        json!({ "function": "ApiFunction", "status": self.status, "content_type": "application/problem+json", "problem": self.kind })
    }
}

/// All of them. The function must take uploads under `s3://recordings/uploads/` and read from `s3://recordings/inbox/`.
pub(crate) fn events() -> Vec<Malformed> {
    not_http().into_iter().chain(requests()).chain(bodies()).chain(json_bodies()).collect()
}

fn malformed(name: &'static str, event: Value, status: u16, kind: &'static str) -> Malformed {
    Malformed { name, event, status, kind }
}

/// Events that are no HTTP request.
fn not_http() -> Vec<Malformed> {
    let s3 = json!({ "Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1", "eventName": "ObjectCreated:Put",
        "s3": { "bucket": { "name": "recordings" }, "object": { "key": "inbox/song.mp3", "size": 1024, "eTag": "d41d8cd98f00b204e9800998ecf8427e" } }
    }] });
    let rest = json!({
        "httpMethod": "GET", "path": "/", "resource": "/{proxy+}", "headers": {}, "body": null, "isBase64Encoded": false,
        "requestContext": { "stage": "prod", "httpMethod": "GET", "resourcePath": "/{proxy+}", "path": "/prod/" }
    });
    vec![
        malformed("malformed-s3-notification", s3, 400, "bad-request"),
        malformed("malformed-rest-api", rest, 400, "bad-request"),
        malformed("malformed-nothing", json!({}), 400, "bad-request"),
        malformed("malformed-list", json!([]), 400, "bad-request"),
    ]
}

/// Requests that ask for what there is not.
fn requests() -> Vec<Malformed> {
    let get = |path: &str| event("GET", path, &[], Value::Null, false);
    vec![
        malformed("malformed-http-address", get("/v2/classify"), 404, "not-found"),
        malformed("malformed-http-path", get("/a b\u{7f}"), 400, "bad-request"),
        malformed("malformed-http-method", get("/v1/classify"), 405, "method-not-allowed"),
    ]
}

/// Bodies that are not what their headers say, or not what is read here.
fn bodies() -> Vec<Malformed> {
    let post = |kind: &str, body: Value, is_base64: bool| event("POST", "/v1/classify", &[("content-type", kind)], body, is_base64);
    let (with_boundary, one_too_many) = form(&[("file", "a.mp3", b"".as_slice()); 65]);
    let one_too_many = String::from_utf8(one_too_many).unwrap();
    vec![
        malformed("malformed-http-base64", post("audio/mpeg", json!("not base64!"), true), 400, "bad-request"),
        malformed("malformed-http-content-type", post("text/plain", json!("dear diary"), false), 415, "unsupported-media-type"),
        malformed("malformed-http-no-audio", post("audio/mpeg", json!("dear diary"), false), 415, "not-audio"),
        malformed("malformed-http-no-body", post("audio/mpeg", Value::Null, false), 422, "empty"),
        malformed("malformed-http-no-boundary", post("multipart/form-data", json!("--x\r\n\r\n--x--\r\n"), false), 400, "bad-request"),
        malformed("malformed-http-too-many-files", post(&with_boundary, json!(one_too_many), false), 413, "too-large"),
    ]
}

/// JSON that cannot be done.
fn json_bodies() -> Vec<Malformed> {
    let post = |path: &str, body: &str| event("POST", path, &[("content-type", "application/json")], json!(body), false);
    let stored = |address: &str| post("/v1/classify", &json!({ "s3": address }).to_string());
    let upload = json!({ "name": "song.wav", "bytes": 600_000_000, "type": "audio/wav" }).to_string();
    vec![
        malformed("malformed-http-json", post("/v1/classify", "{\"audio\": "), 400, "bad-request"),
        malformed("malformed-http-json-base64", post("/v1/classify", "{\"audio\": \"not base64!\"}"), 400, "bad-request"),
        malformed("malformed-http-s3-elsewhere", stored("s3://somebody-elses/inbox/song.mp3"), 403, "not-allowed"),
        malformed("malformed-http-s3-outside", stored("s3://recordings/inbox/../results/song.json"), 403, "not-allowed"),
        malformed("malformed-http-s3-metadata", stored("http://169.254.169.254/latest/meta-data/"), 400, "bad-request"),
        malformed("malformed-http-upload-too-large", post("/v1/uploads", &upload), 413, "too-large"),
    ]
}
