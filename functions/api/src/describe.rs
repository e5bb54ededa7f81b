//! What the server says about itself.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use genre::manifest::Needs;
use genre::report::ModelRef;
use genre::{EngineInfo, FORMATS, Manifest};
use serde::Serialize;
use serde_json::{Value, json};

use crate::cloud::MAX_UPLOAD_BYTES;
use crate::router::{App, UPLOADS};

/// The contract, a file of its own.
pub(crate) const OPENAPI: &str = include_str!("../openapi.json");

/// The model is loaded before the door opens: who answers is ready.
pub(crate) async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// What `/v1/model` tells. A type of its own, not a JSON value: the numbers of the manifest are then written as they stand in it.
#[derive(Serialize)]
struct About<'a> {
    manifest: &'a Manifest,
    model: &'a ModelRef,
    engine: &'a EngineInfo,
    limits: Limits,
}

/// What may be sent through this door.
#[derive(Serialize)]
struct Limits {
    file_bytes: usize,
    formats: &'static str,
    /// The largest file that can be uploaded for a call; `null` where none can.
    upload_bytes: Option<u64>,
    /// Only so much from the beginning is looked at, so only so much needs to be sent, seconds; `null`: the whole recording.
    head_s: Option<f64>,
}

/// The manifest, the file that answers, what it runs on, and what may be sent.
pub(crate) async fn model(State(app): State<App>) -> Response {
    let classifier = app.workshop.classifier();
    let head_s = match classifier.manifest().front_end.needs() {
        Needs::Head { seconds } => Some(seconds),
        Needs::WholeTrack => None,
    };
    let upload_bytes = app.cloud.takes_uploads().then_some(MAX_UPLOAD_BYTES);
    let limits = Limits { file_bytes: app.file_bytes, formats: FORMATS, upload_bytes, head_s };
    Json(About { manifest: classifier.manifest(), model: classifier.model(), engine: classifier.engine(), limits }).into_response()
}

/// The contract of a server with or without uploads: clients look there for what it takes.
pub(crate) fn contract(uploads: bool) -> String {
    if uploads {
        return OPENAPI.to_owned();
    }
    let mut document: Value = serde_json::from_str(OPENAPI).unwrap_or_default();
    if let Some(paths) = document["paths"].as_object_mut() {
        paths.remove(UPLOADS);
    }
    document.to_string()
}

/// The contract.
pub(crate) async fn openapi(State(app): State<App>) -> ([(HeaderName, &'static str); 1], String) {
    ([(header::CONTENT_TYPE, "application/json")], app.contract.to_string())
}
