//! Answers of a function URL that streams: status and headers first, then the body as it comes, so that stages arrive as they complete.
//!
//! Lambda asks the same function in two ways. An HTTP API wants one JSON document with the body in it, a function URL with `InvokeMode:
//! RESPONSE_STREAM` wants a prelude and then the bytes themselves, and neither understands the other's. What the URL asks is known by its
//! domain, which Lambda writes into the event and no client does; whether it streams is not in the event, so the deployment says it.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_lambda_events::apigw::ApiGatewayV2httpResponse;
use aws_lambda_events::encodings::Body as EventBody;
use axum::body::{BodyDataStream, Bytes};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use lambda_runtime::{MetadataPrelude, StreamResponse};
use serde_json::Value;
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_stream::Stream;

use crate::problem::Problem;

/// Says that the function URL of this function streams; template.yaml sets it to 1 together with the mode.
const VARIABLE: &str = "ACOUSTICSENSE_STREAM";
/// Part of every function URL's domain, `<id>.lambda-url.<region>.on.aws`.
const URL_DOMAIN: &str = ".lambda-url.";

/// Whether the function URL, where there is one, streams.
pub(crate) fn switched_on() -> bool {
    std::env::var_os(VARIABLE).is_some_and(|value| value == "1")
}

/// Whether an event comes from a function URL.
pub(crate) fn asked_by(event: &Value) -> bool {
    event["requestContext"]["domainName"].as_str().is_some_and(|domain| domain.contains(URL_DOMAIN))
}

/// What of a body is kept until its end, bytes: as much as could be answered in one piece. Of longer ones the meter hears nothing.
const MAX_KEPT_BYTES: usize = 6 * 1024 * 1024;

/// Whom the answer is told to when all of it has been sent.
type Tell = Box<dyn FnOnce(&ApiGatewayV2httpResponse) + Send>;

/// A body that remembers what it has sent.
pub(crate) struct Heard {
    body: BodyDataStream,
    headers: HeaderMap,
    kept: Vec<u8>,
    tell: Option<Tell>,
    /// When it has to end.
    end: Pin<Box<Sleep>>,
    /// It has ended before its body.
    over: bool,
}

/// The response as the function URL wants it, which ends at `end`, with a problem where it was not complete; `tell` hears all of it at its
/// end. Its size has no limit of ours: Lambda allows 200 MB, and no answer comes near.
pub(crate) fn response(
    response: Response,
    end: Instant,
    tell: impl FnOnce(&ApiGatewayV2httpResponse) + Send + 'static,
) -> StreamResponse<Heard> {
    let (parts, body) = response.into_parts();
    let metadata_prelude = MetadataPrelude { status_code: parts.status, headers: parts.headers.clone(), cookies: Vec::new() };
    let stream = Heard {
        body: body.into_data_stream(),
        headers: parts.headers,
        kept: Vec::new(),
        tell: Some(Box::new(tell)),
        end: Box::pin(sleep_until(end)),
        over: false,
    };
    StreamResponse { metadata_prelude, stream }
}

impl Heard {
    /// What is said where the time is over: a line among lines. Anything else is left as broken off, which it is.
    fn last_words(&self) -> Result<Bytes, axum::Error> {
        let lines = self.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/x-ndjson");
        let problem = Problem::out_of_time();
        match serde_json::to_string(&problem) {
            Ok(line) if lines => Ok((line + "\n").into()),
            _ => Err(axum::Error::new(problem)),
        }
    }
}

impl Stream for Heard {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = match self.over {
            true => None,
            false => match Pin::new(&mut self.body).poll_next(context) {
                Poll::Ready(piece) => piece,
                Poll::Pending => {
                    ready!(self.end.as_mut().poll(context));
                    self.over = true;
                    Some(self.last_words())
                }
            },
        };
        match &piece {
            Some(Ok(bytes)) if self.kept.len() + bytes.len() <= MAX_KEPT_BYTES => self.kept.extend_from_slice(bytes),
            // Half an answer would be told wrongly.
            Some(_) => self.tell = None,
            None => {
                let body = String::from_utf8(std::mem::take(&mut self.kept)).ok().map(EventBody::Text);
                let headers = std::mem::take(&mut self.headers);
                if let Some(tell) = self.tell.take() {
                    let mut answer = ApiGatewayV2httpResponse::default();
                    (answer.headers, answer.body) = (headers, body);
                    tell(&answer);
                }
            }
        }
        Poll::Ready(piece)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use axum::body::Body;
    use axum::http::{StatusCode, header};
    use axum::response::{IntoResponse as _, Response};
    use serde_json::{Value, json};
    use tokio_stream::StreamExt as _;

    use tokio::time::Instant;

    use super::{EventBody, MAX_KEPT_BYTES, asked_by, response};

    /// The pieces that are sent of an answer, and what is told of it.
    async fn sent(answer: Response) -> (Vec<usize>, Option<String>) {
        let (teller, told) = channel();
        let streamed = response(answer, Instant::now() + Duration::from_secs(60), move |answer| {
            assert_eq!(answer.headers[header::CONTENT_TYPE], "text/plain");
            teller.send(answer.body.clone()).expect("somebody listens");
        });
        assert_eq!(streamed.metadata_prelude.status_code, StatusCode::IM_A_TEAPOT);
        let pieces: Vec<_> = streamed.stream.map(|piece| piece.expect("a piece").len()).collect().await;
        let told = told.try_recv().ok().map(|body| match body {
            Some(EventBody::Text(text)) => text,
            other => panic!("no text: {other:?}"),
        });
        (pieces, told)
    }

    fn answer(pieces: Vec<String>) -> Response {
        let body = Body::from_stream(tokio_stream::iter(pieces.into_iter().map(Ok::<_, std::io::Error>)));
        (StatusCode::IM_A_TEAPOT, [(header::CONTENT_TYPE, "text/plain")], body).into_response()
    }

    #[tokio::test]
    async fn pieces_stay_pieces_and_the_whole_is_told_at_the_end() {
        assert_eq!(sent(answer(vec!["one\n".to_owned(), "two\n".to_owned()])).await, (vec![4, 4], Some("one\ntwo\n".to_owned())));
        // Of what is too long to be kept nothing is told, and all is sent.
        let (pieces, told) = sent(answer(vec!["x".repeat(MAX_KEPT_BYTES), "y".to_owned()])).await;
        assert_eq!((pieces, told), (vec![MAX_KEPT_BYTES, 1], None));
    }

    #[tokio::test]
    async fn at_the_end_of_the_time_the_last_line_is_a_problem() {
        for (kind, complete) in [("application/x-ndjson", true), ("application/json", false)] {
            let body = tokio_stream::iter([Ok::<_, std::io::Error>("{}\n".to_owned())]).chain(tokio_stream::pending());
            let answer = ([(header::CONTENT_TYPE, kind)], Body::from_stream(body)).into_response();
            let (teller, told) = channel();
            let streamed = response(answer, Instant::now() + Duration::from_millis(50), move |answer| {
                teller.send(answer.body.clone()).expect("somebody listens");
            });
            let pieces: Vec<_> = streamed.stream.collect().await;
            assert_eq!((pieces.len(), pieces[1].is_ok()), (2, complete), "{kind}");
            // Half an answer is told to nobody.
            let Ok(Some(EventBody::Text(told))) = told.try_recv() else {
                assert!(!complete);
                continue;
            };
            let last: Value = serde_json::from_str(told.lines().last().expect("two lines")).expect("JSON");
            assert_eq!((&last["kind"], &last["status"]), (&json!("out-of-time"), &json!(504)));
        }
    }

    #[test]
    fn only_the_function_urls_own_domain_streams() {
        let event = |domain: &str| json!({ "requestContext": { "domainName": domain } });
        assert!(asked_by(&event("abc.lambda-url.eu-central-1.on.aws")));
        for other in [event("abc.execute-api.eu-central-1.amazonaws.com"), event("music.example"), json!({}), json!("x"), Value::Null] {
            assert!(!asked_by(&other), "{other}");
        }
        // What a client sends in its headers counts for nothing.
        assert!(!asked_by(&json!({ "headers": { "host": "abc.lambda-url.eu-central-1.on.aws" }, "requestContext": {} })));
    }
}
