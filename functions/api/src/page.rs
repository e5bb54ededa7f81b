//! The page, embedded in the binary.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::problem::{Kind, Problem};
use crate::router::App;

macro_rules! assets {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("../web/", $name))),)*] };
}

/// Every file of the page but the page itself. A test holds the list against the folder.
const ASSETS: &[(&str, &str)] = assets! {
    "api.js" "app.js" "bars.js" "batch.js" "bytes.js" "chart.js" "colors.js" "dom.js" "en.js" "export.js" "head.js" "head-mp3.js"
    "head-mp4.js" "head-packets.js" "head-pcm.js" "icon.svg" "intake.js" "layout.css" "model.js" "problems.js" "queue.css" "queue.js"
    "queue-view.js" "result.css" "result.js" "spectrogram.js" "text.js" "token.js" "tokens.css" "zh.js"
};
const INDEX: &str = include_str!("../web/index.html");
/// How the page names the folder of its files.
const FOLDER: &str = "assets/version/";

/// Changes with every file of the page: addresses that hold it may be kept for ever.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let all: String = ASSETS.iter().flat_map(|(name, text)| [*name, "\0", *text, "\0"]).collect();
    genre::sha256_hex(all.as_bytes())[..16].to_owned()
});
static PAGE: LazyLock<String> = LazyLock::new(|| INDEX.replace(FOLDER, &format!("assets/{}/", *VERSION)));

/// What the page may load and call: its own origin, pictures and recordings that it holds itself, and the bucket that uploads go to.
fn policy(upload_origin: Option<&str>) -> String {
    let (gap, upload_origin) = upload_origin.map_or(("", ""), |origin| (" ", origin));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; \
         connect-src 'self'{gap}{upload_origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// The page, with the policy that lets it do its work.
pub(crate) async fn index(State(app): State<App>, headers: HeaderMap) -> Response {
    let mut response = text(&headers, "text/html; charset=utf-8", &PAGE);
    // The origin is scheme, host and port as the SDK makes them.
    if let Ok(policy) = HeaderValue::from_str(&policy(app.cloud.upload_origin().await)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// A file of the page.
pub(crate) async fn asset(Path((version, name)): Path<(String, String)>) -> Result<Response, Problem> {
    // A page of another version would be a mixture of both.
    let found = ASSETS.iter().find(|(known, _)| *known == name && version == *VERSION);
    let Some((name, text)) = found else {
        return Err(Problem::new(Kind::NotFound, "the page has no such file in this version; load the page again"));
    };
    let content_type = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
    let headers = [(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, *text).into_response())
}

/// The licences of what this program is built from.
pub(crate) async fn notices(headers: HeaderMap) -> Response {
    text(&headers, "text/markdown; charset=utf-8", genre::THIRD_PARTY_NOTICES)
}

/// A text that browsers keep, and ask each time whether it is still the same: a new version of the server shows at once.
fn text(headers: &HeaderMap, content_type: &'static str, text: &'static str) -> Response {
    let tag = format!("\"{}\"", &genre::sha256_hex(text.as_bytes())[..16]);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = known.split(',').map(|known| known.trim().trim_start_matches("W/")).any(|known| known == tag || known == "*");
    let caching = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if same {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, [(header::CONTENT_TYPE, content_type)], text).into_response()
}

#[cfg(test)]
mod tests {
    use super::{ASSETS, FOLDER, INDEX};

    #[test]
    fn every_file_of_the_page_is_embedded_and_fetched_at_once() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/web");
        let names = std::fs::read_dir(folder).expect("the page's folder").map(|file| file.expect("a file").file_name());
        let mut lying: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "index.html").collect();
        let mut embedded: Vec<&str> = ASSETS.iter().map(|(name, _)| *name).collect();
        lying.sort_unstable();
        embedded.sort_unstable();
        assert_eq!(lying, embedded);
        // Otherwise the browser would find one module after the other, a round trip each.
        for (name, text) in ASSETS {
            assert!(INDEX.contains(&format!("\"{FOLDER}{name}\"")), "index.html does not name {name}");
            assert!(!text.contains("innerHTML") && !text.contains("insertAdjacentHTML") && !text.contains("document.write"), "{name}");
        }
    }
}
