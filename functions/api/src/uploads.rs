//! `POST /v1/uploads`: where to send a file that no call can carry.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use serde::{Deserialize, Serialize};

use crate::body::Incoming;
use crate::cloud::{MAX_UPLOAD_BYTES, UPLOAD_EXPIRES};
use crate::intake::{self, Way, file_name};
use crate::problem::{Kind, Problem};
use crate::router::App;

/// A name, a number and a type need no more.
const MAX_BODY_BYTES: usize = 16 * 1024;

/// What is to be uploaded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    name: String,
    bytes: u64,
    #[serde(default, rename = "type")]
    content_type: Option<String>,
}

/// Where it goes.
#[derive(Serialize)]
pub(crate) struct Answer {
    /// To `PUT` the file to.
    url: String,
    /// To give to `POST /v1/classify` afterwards.
    s3: String,
    /// To be sent with the file.
    headers: BTreeMap<String, String>,
    /// How long the upload may wait to begin.
    expires_s: u64,
}

/// Opens a place for one file of the declared size and type.
pub(crate) async fn uploads(State(app): State<App>, request: Request) -> Result<Json<Answer>, Problem> {
    let (parts, body) = request.into_parts();
    if intake::way(&parts.headers)? != Way::Json {
        return Err(Problem::new(Kind::UnsupportedMediaType, "say what you will upload as application/json"));
    }
    let body = Incoming::new(body, &parts.headers, MAX_BODY_BYTES, app.patience).map_err(not_the_file)?;
    let wish = wish(&body.collect().await.map_err(not_the_file)?)?;
    let name = file_name(&wish.name).unwrap_or_else(|| "audio".to_owned());
    let content_type = wish.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    let (object, presigned) = app.cloud.upload(&name, wish.bytes, &content_type).await?;
    let headers = presigned.headers.into_iter().collect();
    Ok(Json(Answer { url: presigned.url, s3: object.to_string(), headers, expires_s: UPLOAD_EXPIRES.as_secs() }))
}

fn not_the_file(problem: Problem) -> Problem {
    match problem.kind() {
        Kind::TooLarge => {
            Problem::new(Kind::TooLarge, "this call takes the name and size of a file; the file goes to the address that it answers")
        }
        _ => problem,
    }
}

fn wish(body: &[u8]) -> Result<Wish, Problem> {
    let refuse = |kind: Kind, detail: &str| Err(Problem::new(kind, detail));
    let wish: Wish = match serde_json::from_slice(body) {
        // serde would also take an array of the values.
        Ok(wish) if body.trim_ascii_start().starts_with(b"{") => wish,
        Ok(_) => return refuse(Kind::BadRequest, "the JSON body must be an object with \"name\", \"bytes\" and, if you like, \"type\""),
        Err(error) if error.is_data() => {
            return refuse(Kind::BadRequest, "the JSON body must be an object with \"name\", \"bytes\" and, if you like, \"type\"");
        }
        Err(_) => return refuse(Kind::BadRequest, "the body is not JSON"),
    };
    if wish.bytes == 0 {
        return refuse(Kind::Empty, "a file of 0 bytes holds nothing to judge");
    }
    if wish.bytes > MAX_UPLOAD_BYTES {
        return refuse(Kind::TooLarge, "uploads may have up to 500 MB");
    }
    if wish.content_type.as_deref().is_some_and(|text| !is_audio(text)) {
        return refuse(Kind::UnsupportedMediaType, "\"type\" must be that of audio: audio/*, application/ogg or application/octet-stream");
    }
    Ok(wish)
}

/// The types that `POST /v1/classify` takes as audio; whatever else a bucket were told, browsers might believe.
fn is_audio(content_type: &str) -> bool {
    let mut headers = HeaderMap::new();
    match HeaderValue::from_str(content_type) {
        Ok(value) if !content_type.is_empty() && content_type.len() <= 100 && content_type.is_ascii() => {
            headers.insert(header::CONTENT_TYPE, value)
        }
        _ => return false,
    };
    intake::way(&headers).is_ok_and(|way| way == Way::Raw)
}

#[cfg(test)]
mod tests {
    use super::wish;
    use crate::problem::Kind;

    #[test]
    fn wishes_are_read_or_refused() {
        for (body, expected) in [
            (r#"{"name":"a.wav","bytes":1}"#, None),
            (r#"{"name":"","bytes":524288000,"type":"audio/x-wav"}"#, None),
            (r#"{"name":"a","bytes":524288001}"#, Some(Kind::TooLarge)),
            (r#"{"name":"a","bytes":0}"#, Some(Kind::Empty)),
            (r#"{"name":"a","bytes":-1}"#, Some(Kind::BadRequest)),
            (r#"{"name":"a","bytes":1.5}"#, Some(Kind::BadRequest)),
            (r#"{"name":"a"}"#, Some(Kind::BadRequest)),
            (r#"{"bytes":1}"#, Some(Kind::BadRequest)),
            (r#"{"name":"a","bytes":1,"key":"x"}"#, Some(Kind::BadRequest)),
            (r#"["a",1,null]"#, Some(Kind::BadRequest)),
            (r#"{"name":"a""#, Some(Kind::BadRequest)),
            (r#"{"name":"a","bytes":1,"type":"text/html"}"#, Some(Kind::UnsupportedMediaType)),
            (r#"{"name":"a","bytes":1,"type":""}"#, Some(Kind::UnsupportedMediaType)),
            (r#"{"name":"a","bytes":1,"type":"audio/x\r\ny: z"}"#, Some(Kind::UnsupportedMediaType)),
            (r#"{"name":"a","bytes":1,"type":"audio/ö"}"#, Some(Kind::UnsupportedMediaType)),
        ] {
            assert_eq!(wish(body.as_bytes()).err().map(|problem| problem.kind()), expected, "{body}");
        }
    }
}
