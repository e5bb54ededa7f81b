//! The page, embedded in the binary.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

const INDEX: &str = include_str!("../web/index.html");
const SCRIPT: &str = include_str!("../web/app.js");
const STYLE: &str = include_str!("../web/style.css");

pub(crate) async fn index(headers: HeaderMap) -> Response {
    asset(&headers, "text/html; charset=utf-8", INDEX)
}

pub(crate) async fn script(headers: HeaderMap) -> Response {
    asset(&headers, "text/javascript; charset=utf-8", SCRIPT)
}

pub(crate) async fn style(headers: HeaderMap) -> Response {
    asset(&headers, "text/css; charset=utf-8", STYLE)
}

/// The licences of what this program is built from.
pub(crate) async fn notices(headers: HeaderMap) -> Response {
    asset(&headers, "text/markdown; charset=utf-8", genre::THIRD_PARTY_NOTICES)
}

/// A file that browsers keep, and ask each time whether it is still the same: a new version of the server shows at once.
fn asset(headers: &HeaderMap, content_type: &'static str, text: &'static str) -> Response {
    let tag = format!("\"{}\"", &genre::sha256_hex(text.as_bytes())[..16]);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = known.split(',').map(|known| known.trim().trim_start_matches("W/")).any(|known| known == tag || known == "*");
    let caching = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if same {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, [(header::CONTENT_TYPE, content_type)], text).into_response()
}
