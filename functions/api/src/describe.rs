//! What the server says about itself.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, header};
use genre::FORMATS;
use serde_json::{Value, json};

use crate::body::MAX_FILE_BYTES;
use crate::router::App;

/// The contract, a file of its own.
pub(crate) const OPENAPI: &str = include_str!("../openapi.json");

/// The model is loaded before the door opens: who answers is ready.
pub(crate) async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// The manifest, the file that answers, what it runs on, and what may be sent.
pub(crate) async fn model(State(app): State<App>) -> Json<Value> {
    let classifier = app.workshop.classifier();
    Json(json!({
        "manifest": classifier.manifest(),
        "model": classifier.model(),
        "engine": classifier.engine(),
        "limits": { "file_bytes": MAX_FILE_BYTES, "formats": FORMATS },
    }))
}

/// The contract.
pub(crate) async fn openapi() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI)
}
