//! Answers of a function URL that streams: status and headers first, then the body as it comes, so that stages arrive as they complete.
//!
//! Lambda asks the same function in two ways. An HTTP API wants one JSON document with the body in it, a function URL with `InvokeMode:
//! RESPONSE_STREAM` wants a prelude and then the bytes themselves, and neither understands the other's. What the URL asks is known by its
//! domain, which Lambda writes into the event and no client does; whether it streams is not in the event, so the deployment says it.

use axum::body::BodyDataStream;
use axum::response::Response;
use lambda_runtime::{MetadataPrelude, StreamResponse};
use serde_json::Value;

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

/// The response as the function URL wants it. Its size has no limit of ours: Lambda allows 200 MB, and no answer comes near.
pub(crate) fn response(response: Response) -> StreamResponse<BodyDataStream> {
    let (parts, body) = response.into_parts();
    let metadata_prelude = MetadataPrelude { status_code: parts.status, headers: parts.headers, cookies: Vec::new() };
    StreamResponse { metadata_prelude, stream: body.into_data_stream() }
}

#[cfg(test)]
mod tests {
    use super::asked_by;
    use serde_json::{Value, json};

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
