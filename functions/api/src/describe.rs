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

use crate::router::App;

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
    let limits = Limits { file_bytes: app.file_bytes, formats: FORMATS, head_s };
    Json(About { manifest: classifier.manifest(), model: classifier.model(), engine: classifier.engine(), limits }).into_response()
}

/// The contract.
pub(crate) async fn openapi() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI)
}
