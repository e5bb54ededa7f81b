//! The one router behind both doors.

use std::convert::Infallible;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn, map_request};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Router, middleware};
use genre::Classifier;

use crate::classify::classify;
use crate::cloud::Cloud;
use crate::doorman::Doorman;
use crate::problem::{Kind, Problem};
use crate::uploads::uploads;
use crate::work::Workshop;
use crate::{body, describe, page};

/// What handlers share.
#[derive(Clone)]
pub(crate) struct App {
    /// Where files are judged.
    pub(crate) workshop: Workshop,
    /// How long the next bytes of a body are waited for.
    pub(crate) patience: Duration,
    /// The largest file that reaches us through this door.
    pub(crate) file_bytes: usize,
    /// What may be done in S3.
    pub(crate) cloud: Arc<Cloud>,
    /// The OpenAPI document of this server.
    pub(crate) contract: Arc<str>,
}

/// What differs between the doors.
pub(crate) struct Door {
    /// The largest file that reaches us through it.
    pub(crate) file_bytes: usize,
    /// How long the next bytes of a body are waited for.
    pub(crate) patience: Duration,
    /// Where there is one, nothing is answered that he does not let in.
    pub(crate) doorman: Option<Doorman>,
    /// What may be done in S3.
    pub(crate) cloud: Cloud,
}

/// A path and what it answers to which method.
type Route = (&'static str, fn() -> MethodRouter<App>);

/// Every route. A table, so that a test can compare it with the OpenAPI document.
const ROUTES: &[Route] = &[
    ("/", || get(page::index)),
    ("/assets/{version}/{name}", || get(page::asset)),
    ("/third-party.md", || get(page::notices)),
    ("/health", || get(describe::health)),
    ("/openapi.json", || get(describe::openapi)),
    ("/v1/model", || get(describe::model)),
    ("/v1/classify", || post(classify)),
    (UPLOADS, || post(uploads)),
];

/// Only there where a place for uploads is configured.
pub(crate) const UPLOADS: &str = "/v1/uploads";

/// Sent with every answer that has no policy of its own, as the page has.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Sent with every answer.
const SECURITY_HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The router behind one of the doors.
pub(crate) fn router(classifier: Classifier, door: Door) -> Router {
    let app = App {
        workshop: Workshop::new(Arc::new(classifier)),
        patience: door.patience,
        file_bytes: door.file_bytes,
        contract: describe::contract(door.cloud.takes_uploads()).into(),
        cloud: Arc::new(door.cloud),
    };
    let mut router = Router::new();
    for (path, methods) in ROUTES.iter().filter(|(path, _)| *path != UPLOADS || app.cloud.takes_uploads()) {
        router = router.route(path, methods());
    }
    router = router.fallback(not_found).method_not_allowed_fallback(method_not_allowed);
    // Bodies are measured by `body::Incoming`.
    router = router.layer(DefaultBodyLimit::disable());
    if let Some(doorman) = door.doorman {
        router = router.layer(middleware::from_fn_with_state(Arc::new(doorman), crate::doorman::check));
    }
    router.layer(from_fn(caught)).layer(from_fn(secured)).layer(map_request(heard_out)).with_state(app)
}

async fn not_found() -> Problem {
    Problem::new(Kind::NotFound, "there is no such address here; /openapi.json lists what there is")
}

async fn method_not_allowed() -> Problem {
    Problem::new(Kind::MethodNotAllowed, "this address does not take this method; /openapi.json lists what it takes")
}

/// A panic in a handler costs one answer, not the connection.
async fn caught(request: Request, next: Next) -> Result<Response, Infallible> {
    Ok(unwind_to_problem(next.run(request)).await)
}

async fn unwind_to_problem(answer: impl Future<Output = Response>) -> Response {
    let mut answer = pin!(answer);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
        Ok(poll) => poll,
        // The future is not polled again, so nothing sees what the panic may have left half-done.
        Err(_) => Poll::Ready(Problem::internal().into_response()),
    })
    .await
}

async fn heard_out(request: Request) -> Request {
    body::heard_out(request)
}

async fn secured(request: Request, next: Next) -> Response {
    secure(next.run(request).await)
}

/// A response with the headers that every response has.
pub(crate) fn secure(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::{ROUTES, unwind_to_problem};
    use crate::problem::Kind;
    use axum::http::StatusCode;

    #[tokio::test]
    async fn a_panic_becomes_a_problem() {
        let response = unwind_to_problem(async { panic!("a secret in /srv/somebody") }).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        let text = String::from_utf8(body.to_vec()).expect("text");
        assert!(text.contains("/problems/internal") && !text.contains("secret"), "{text}");
    }

    #[test]
    fn the_openapi_document_knows_every_route_and_every_problem() {
        let document: serde_json::Value = serde_json::from_str(crate::describe::OPENAPI).expect("JSON");
        let documented: Vec<&String> = document["paths"].as_object().expect("paths").keys().collect();
        let mut routed: Vec<&str> = ROUTES.iter().map(|(path, _)| *path).collect();
        routed.sort_unstable();
        let mut sorted = documented.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, routed);
        let kinds = &document["components"]["schemas"]["Problem"]["properties"]["kind"]["enum"];
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.parts().0).collect();
        assert_eq!(kinds, &serde_json::json!(known));
    }
}
