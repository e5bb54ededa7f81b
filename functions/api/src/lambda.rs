//! The cloud door: AWS Lambda behind an API Gateway HTTP API (payload version 2.0) or a function URL.

use std::sync::Arc;

use anyhow::Context as _;
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use aws_lambda_events::encodings::Body as EventBody;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use lambda_runtime::{Error, FunctionResponse, LambdaEvent, service_fn};
use serde_json::Value;
use telemetry::time_left;
use tokio::time::{Instant, timeout_at};
use tower::ServiceExt as _;

use crate::meter::Meter;
use crate::options::Options;
use crate::problem::{Kind, Problem};
use crate::router::{router, secure};
use crate::stream;

/// What a synchronous call may carry back, less a little for Lambda's own envelope.
const MAX_ANSWER_BYTES: usize = 6 * 1024 * 1024 - 16 * 1024;
/// The largest file that a call can carry: 6 MB with the event around it, of which base64 leaves three quarters.
const MAX_FILE_BYTES: usize = 4_400_000;

/// Loads the model once and answers events until the container ends.
pub(crate) fn run(options: Result<Options, clap::Error>, runtime_api: &str) -> anyhow::Result<()> {
    let options = options.context("failed to read the options");
    let ready = options.and_then(|options| {
        let classifier = options.classifier().context("failed to load the model")?;
        Ok((telemetry::function_name()?, router(classifier, options.door(MAX_FILE_BYTES, None))))
    });
    let (name, router) = telemetry::started(runtime_api, ready)?;
    let meter = Arc::new(Meter::new(name));
    let streams = stream::switched_on();
    let service = service_fn(move |event: LambdaEvent<Value>| {
        let (router, meter) = (router.clone(), Arc::clone(&meter));
        async move {
            let measured = Meter::concerns(&event.payload);
            let streamed = streams && stream::asked_by(&event.payload);
            // Whoever is killed at the deadline says nothing, and a container is lost with it.
            let end = Instant::now() + time_left(event.context.deadline);
            if streamed {
                let response = timeout_at(end, respond(router, event.payload)).await.unwrap_or_else(|_| late());
                let told = stream::response(response, end, move |answer| meter.tell(answer, measured));
                return Ok::<_, Error>(FunctionResponse::StreamingResponse(told));
            }
            let answer = answer_by(end, router, event.payload).await;
            meter.tell(&answer, measured);
            Ok(FunctionResponse::BufferedResponse(answer))
        }
    });
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(lambda_runtime::run(service)).map_err(|error| anyhow::anyhow!("the Lambda runtime ended: {error}"))
}

/// Any event in, an HTTP response out: an event that is no HTTP request is a problem, never a failed invocation.
async fn respond(router: Router, event: Value) -> Response {
    match (bare_stage(&event), request(event)) {
        (Some(page), _) => secure(Redirect::permanent(&page).into_response()),
        (None, Ok(request)) => router.oneshot(request).await.unwrap_or_else(|never| match never {}),
        (None, Err(problem)) => secure(problem.into_response()),
    }
}

/// The answer as the gateway wants it, at `end` at the latest.
async fn answer_by(end: Instant, router: Router, event: Value) -> ApiGatewayV2httpResponse {
    let answer = async { in_one_piece(respond(router, event).await).await };
    match timeout_at(end, answer).await {
        Ok(answer) => answer,
        Err(_) => gateway_response(late()).await,
    }
}

/// What is said where the time was over before there was a response.
fn late() -> Response {
    secure(Problem::out_of_time().into_response())
}

/// The response as the gateway wants it, or a problem where it is too large for a call.
async fn in_one_piece(response: Response) -> ApiGatewayV2httpResponse {
    let answer = gateway_response(response).await;
    let bytes = serde_json::to_vec(&answer).map_or(usize::MAX, |json| json.len());
    if bytes <= MAX_ANSWER_BYTES {
        return answer;
    }
    let detail = "the answer is larger than the 6 MB that can be sent from here; send fewer files, or ask without spectrogram";
    gateway_response(secure(Problem::new(Kind::AnswerTooLarge, detail).into_response())).await
}

/// The HTTP request that an event describes.
fn request(event: Value) -> Result<Request, Problem> {
    let refuse = |detail: &str| Problem::new(Kind::BadRequest, detail);
    let event: ApiGatewayV2httpRequest =
        serde_json::from_value(event).map_err(|_| refuse("the event is not an HTTP API request of payload version 2.0"))?;
    let context = &event.request_context;
    let path = event.raw_path.as_deref().unwrap_or("/");
    let path = without_stage(path, context.stage.as_deref().unwrap_or("$default"));
    let uri = match event.raw_query_string.as_deref() {
        None | Some("") => path.to_owned(),
        Some(query) => format!("{path}?{query}"),
    };
    let body = event.body.unwrap_or_default();
    let body = if event.is_base64_encoded {
        BASE64_STANDARD.decode(body).map_err(|_| refuse("the event's body is not base64, although it says so"))?
    } else {
        body.into_bytes()
    };
    let mut request = Request::builder().method(context.http.method.clone()).uri(uri);
    if let Some(headers) = request.headers_mut() {
        *headers = event.headers;
        // The gateway has read the body already: what counts is what arrived.
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        headers.remove(header::TRANSFER_ENCODING);
    }
    request.body(Body::from(body)).map_err(|_| refuse("the event's path or query is not valid in a URI"))
}

/// The page's address, where an event asks for its stage without the slash at the end: from there, the page's relative links would lead
/// past the stage.
fn bare_stage(event: &Value) -> Option<String> {
    let (path, stage) = (event["rawPath"].as_str()?, event["requestContext"]["stage"].as_str()?);
    let named = !stage.is_empty() && stage.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    (named && path.strip_prefix('/') == Some(stage)).then(|| format!("{path}/"))
}

/// A named stage stands in front of every path, unless a custom domain hides it.
fn without_stage<'a>(path: &'a str, stage: &str) -> &'a str {
    let rest = path.strip_prefix('/').and_then(|path| path.strip_prefix(stage));
    match rest {
        Some("") => "/",
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

/// The response as the gateway wants it: text as text, anything else as base64. Streams are gathered, since the gateway buffers them anyway.
async fn gateway_response(response: Response) -> ApiGatewayV2httpResponse {
    let (parts, body) = response.into_parts();
    let mut answer = ApiGatewayV2httpResponse::default();
    match axum::body::to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            answer.status_code = parts.status.as_u16().into();
            answer.headers = parts.headers;
            let body = String::from_utf8(bytes.into()).map_err(|binary| BASE64_STANDARD.encode(binary.into_bytes()));
            answer.is_base64_encoded = body.is_err();
            answer.body = Some(EventBody::Text(body.unwrap_or_else(|base64| base64)));
        }
        Err(_) => {
            answer.status_code = 500;
            answer.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
            answer.body = serde_json::to_string(&Problem::internal()).ok().map(EventBody::Text);
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::{MAX_ANSWER_BYTES, answer_by, bare_stage, without_stage};
    use std::convert::Infallible;
    use std::time::Duration;

    use aws_lambda_events::encodings::Body;
    use axum::Router;
    use axum::routing::get;
    use serde_json::{Value, json};
    use tokio::time::Instant;

    async fn answer_to(path: &str) -> (i64, bool, String) {
        let router = Router::new()
            .route("/fits", get(|| async { "x".repeat(MAX_ANSWER_BYTES - 1000) }))
            .route("/large", get(|| async { "x".repeat(MAX_ANSWER_BYTES) }))
            // Quotes are escaped in the response's own JSON.
            .route("/quotes", get(|| async { "\"".repeat(MAX_ANSWER_BYTES * 2 / 3) }))
            .route("/picture", get(|| async { vec![0x89, b'P', b'N', b'G', 0xff] }))
            .route("/silent", get(std::future::pending::<String>))
            .route("/endless", get(|| async { axum::body::Body::from_stream(tokio_stream::pending::<Result<String, Infallible>>()) }));
        let event = json!({
            "version": "2.0", "rawPath": path, "rawQueryString": "", "headers": {}, "isBase64Encoded": false,
            "requestContext": { "http": { "method": "GET", "path": path }, "stage": "$default", "timeEpoch": 0 }
        });
        let time = if ["/silent", "/endless"].contains(&path) { 50 } else { 60_000 };
        let answer = answer_by(Instant::now() + Duration::from_millis(time), router, event).await;
        let Some(Body::Text(body)) = answer.body else { panic!("no text") };
        (answer.status_code, answer.is_base64_encoded, body)
    }

    #[tokio::test]
    async fn answers_fit_into_a_call_and_binary_ones_become_base64() {
        assert_eq!(answer_to("/fits").await.0, 200);
        assert_eq!(answer_to("/picture").await, (200, true, "iVBOR/8=".to_owned()));
        for path in ["/large", "/quotes"] {
            let (status, _, body) = answer_to(path).await;
            let problem: Value = serde_json::from_str(&body).expect("JSON");
            assert_eq!((status, &problem["kind"]), (500, &json!("answer-too-large")), "{path}");
        }
    }

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_a_problem_before_the_time_is_over() {
        for path in ["/silent", "/endless"] {
            let (status, _, body) = answer_to(path).await;
            let problem: Value = serde_json::from_str(&body).expect("JSON");
            assert_eq!((status, &problem["kind"]), (504, &json!("out-of-time")), "{path}");
        }
    }

    #[tokio::test]
    async fn a_stage_without_a_slash_leads_to_the_page() {
        let event = |path: &str, stage: &str| json!({ "rawPath": path, "requestContext": { "stage": stage } });
        for (path, stage, expected) in [
            ("/prod", "prod", Some("/prod/")),
            ("/prod/", "prod", None),
            ("/prod/v1/model", "prod", None),
            ("/product", "prod", None),
            ("/", "$default", None),
            ("/", "", None),
            ("/$default", "$default", None),
        ] {
            assert_eq!(bare_stage(&event(path, stage)).as_deref(), expected, "{path} in stage {stage:?}");
        }
        let answer = answer_by(Instant::now() + Duration::from_secs(60), Router::new(), event("/prod", "prod")).await;
        assert_eq!((answer.status_code, answer.headers["location"].to_str().ok()), (308, Some("/prod/")));
    }

    #[test]
    fn a_stage_is_no_part_of_the_path() {
        for (path, stage, expected) in [
            ("/v1/classify", "$default", "/v1/classify"),
            ("/prod/v1/classify", "prod", "/v1/classify"),
            ("/prod", "prod", "/"),
            ("/prod/", "prod", "/"),
            ("/production/x", "prod", "/production/x"),
            ("/v1/classify", "prod", "/v1/classify"),
            ("/", "", "/"),
        ] {
            assert_eq!(without_stage(path, stage), expected, "{path} in stage {stage:?}");
        }
    }
}
