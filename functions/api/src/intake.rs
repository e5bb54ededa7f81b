//! The ways in which audio comes in: as the body itself, as parts of a form, as base64 in JSON, or as the name of an object in S3.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::Deserialize;
use store::{Object, StoreError};
use tokio_stream::StreamExt;

use crate::body::{Gulps, Incoming, MAX_EXTRA_BYTES, MAX_FILE_BYTES, too_large};
use crate::problem::{Kind, Problem};
use crate::query::quoted;

/// More files than this in one request are refused; 50 MB can hold half a million empty ones.
const MAX_FILES: usize = 64;
/// Longer names are cut.
const MAX_NAME_CHARS: usize = 200;

/// One file to be judged.
pub(crate) struct Upload {
    /// Its name, where the client tells one.
    pub(crate) name: Option<String>,
    /// The file itself.
    pub(crate) bytes: Vec<u8>,
}

/// What a request brings.
pub(crate) enum Intake {
    /// Files in its body.
    Sent(Vec<Upload>),
    /// The address of one.
    Stored {
        object: Object,
        /// Its name: what the client says, or else what the object is called.
        name: Option<String>,
    },
}

/// Standard base64, with or without its padding.
const BASE64: GeneralPurpose =
    GeneralPurpose::new(&alphabet::STANDARD, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

/// Ways in which audio comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Raw,
    Form,
    Json,
}

/// Which way the headers announce.
pub(crate) fn way(headers: &HeaderMap) -> Result<Way, Problem> {
    let refuse = |detail: &str| Err(Problem::new(Kind::UnsupportedMediaType, detail));
    let encoding = headers.get(header::CONTENT_ENCODING);
    if encoding.is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return refuse("compressed bodies are not read here; send the file as it is, without Content-Encoding");
    }
    let Some(value) = headers.get(header::CONTENT_TYPE) else { return Ok(Way::Raw) };
    let value = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
    match value.split(';').next().unwrap_or_default().trim() {
        "" | "application/octet-stream" | "application/ogg" | "video/mp4" | "video/ogg" => Ok(Way::Raw),
        audio if audio.starts_with("audio/") => Ok(Way::Raw),
        "multipart/form-data" => Ok(Way::Form),
        "application/json" => Ok(Way::Json),
        _ => refuse(
            "send the audio itself as audio/* or application/octet-stream, as \"file\" parts of multipart/form-data, \
             or as base64 in application/json",
        ),
    }
}

/// Reads the body. Several files come back in their order; that there is at least one is checked.
pub(crate) async fn read(parts: Parts, body: Body, way: Way, patience: Duration) -> Result<Intake, Problem> {
    let limit = match way {
        Way::Raw => MAX_FILE_BYTES,
        Way::Form => MAX_FILE_BYTES + MAX_EXTRA_BYTES,
        Way::Json => MAX_FILE_BYTES.div_ceil(3) * 4 + MAX_EXTRA_BYTES,
    };
    let body = Incoming::new(body, &parts.headers, limit, patience)?;
    match way {
        Way::Raw => Ok(Intake::Sent(vec![Upload { name: None, bytes: body.collect().await? }])),
        Way::Form => form(parts, body).await.map(Intake::Sent),
        Way::Json => {
            let bytes = body.collect().await?;
            // Decoding 70 MB of base64 would hold up the executor's thread.
            let intake = tokio::task::spawn_blocking(move || json(&bytes)).await;
            intake.unwrap_or_else(|_| Err(Problem::internal()))
        }
    }
}

async fn form(parts: Parts, body: Incoming) -> Result<Vec<Upload>, Problem> {
    let (gulps, unread) = Gulps::of(body);
    let request = Request::from_parts(parts, Body::from_stream(gulps));
    let unreadable = |_| Problem::new(Kind::BadRequest, "the multipart body has no boundary in its Content-Type");
    let mut form = Multipart::from_request(request, &()).await.map_err(unreadable)?;
    let mut uploads = Vec::new();
    while let Some(mut part) = form.next_field().await.map_err(|error| cause(&error))? {
        match part.name() {
            Some("file") => (),
            Some(other) => return Err(bad_part(&format!("there is a part {}", quoted(other)))),
            None => return Err(bad_part("there is a part without a name")),
        }
        if uploads.len() == MAX_FILES {
            return Err(Problem::new(
                Kind::TooLarge,
                format!("one request may carry up to {MAX_FILES} files; send the others in another one"),
            ));
        }
        unread.store(0, Ordering::Relaxed);
        let name = part.file_name().and_then(file_name);
        uploads.push(Upload { name, bytes: part_bytes(&mut part, &unread).await? });
    }
    if uploads.is_empty() { Err(bad_part("there is no part")) } else { Ok(uploads) }
}

async fn part_bytes(part: &mut Field<'_>, unread: &AtomicUsize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.next().await {
        bytes.extend_from_slice(&chunk.map_err(|error| cause(&error))?);
        unread.store(0, Ordering::Relaxed);
        if bytes.len() > MAX_FILE_BYTES {
            return Err(too_large());
        }
    }
    Ok(bytes)
}

fn bad_part(what: &str) -> Problem {
    Problem::new(Kind::BadRequest, format!("{what}; a form carries the audio in one or more parts named \"file\" and nothing else"))
}

/// The problem that [`Incoming`] met, from under the form parser's own errors; otherwise the form itself is malformed.
fn cause(error: &(dyn std::error::Error + 'static)) -> Problem {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(problem) = error.downcast_ref::<Problem>() {
            return problem.clone();
        }
        next = error.source();
    }
    Problem::new(Kind::BadRequest, "the multipart body is malformed or incomplete")
}

/// A JSON body.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonBody<'a> {
    #[serde(borrow, default)]
    audio: Option<Cow<'a, str>>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    s3: Option<String>,
}

fn json(bytes: &[u8]) -> Result<Intake, Problem> {
    let refuse = |detail: &str| Err(Problem::new(Kind::BadRequest, detail));
    let no_such_object = "the JSON body must be an object with \"audio\" (base64) or \"s3\" (s3://bucket/key) and, if you like, \"name\"";
    let body: JsonBody<'_> = match serde_json::from_slice(bytes) {
        // serde would also take an array of the values.
        Ok(_) if !bytes.trim_ascii_start().starts_with(b"{") => return refuse(no_such_object),
        Ok(body) => body,
        Err(error) if error.is_data() => return refuse(no_such_object),
        Err(error) => return refuse(&format!("the body is not JSON: line {}, column {}", error.line(), error.column())),
    };
    let name = body.name.as_deref().and_then(file_name);
    if let Some(address) = body.s3 {
        if body.audio.is_some() {
            return refuse("the JSON body has both \"audio\" and \"s3\"; send one of them");
        }
        let object: Object = address.parse().map_err(|error: StoreError| Problem::new(Kind::BadRequest, format!("\"s3\": {error}")))?;
        let name = name.or_else(|| file_name(object.file_name()));
        return Ok(Intake::Stored { object, name });
    }
    let Some(audio) = body.audio else {
        return refuse("the JSON body has no \"audio\"; put the file into it as base64");
    };
    match BASE64.decode(audio.as_bytes()) {
        Ok(bytes) if bytes.len() > MAX_FILE_BYTES => Err(too_large()),
        Ok(bytes) => Ok(Intake::Sent(vec![Upload { name, bytes }])),
        Err(_) => refuse("\"audio\" is not base64 (standard alphabet, without line breaks)"),
    }
}

/// The last component of a path in either system's style, without characters that could disturb a terminal, a table or a page.
pub(crate) fn file_name(path: &str) -> Option<String> {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    // Marks that turn the direction of writing can make one name look like another.
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean: String = last.chars().filter(|&c| !c.is_control() && !turns(c)).take(MAX_NAME_CHARS).collect();
    let clean = clean.trim();
    (!clean.is_empty() && clean != "." && clean != "..").then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Intake, Way, file_name, json, way};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn names_are_last_components_without_tricks() {
        for (path, expected) in [
            ("song.mp3", Some("song.mp3")),
            ("/srv/me/song.mp3", Some("song.mp3")),
            ("C:\\Music\\song.mp3", Some("song.mp3")),
            ("..", None),
            ("", None),
            ("dir/", None),
            ("a\r\nb\u{1b}[31m.mp3", Some("ab[31m.mp3")),
            ("evil\u{202e}3pm.exe", Some("evil3pm.exe")),
            ("=1+1.mp3", Some("=1+1.mp3")),
            ("歌 曲.flac", Some("歌 曲.flac")),
        ] {
            assert_eq!(file_name(path).as_deref(), expected, "{path:?}");
        }
        assert_eq!(file_name(&"x".repeat(1000)).map(|name| name.len()), Some(200));
    }

    #[test]
    fn content_types_choose_the_way() {
        for (value, expected) in [
            ("audio/mpeg", Some(Way::Raw)),
            ("Audio/X-Wav; codecs=1", Some(Way::Raw)),
            ("application/octet-stream", Some(Way::Raw)),
            ("video/ogg", Some(Way::Raw)),
            ("", Some(Way::Raw)),
            ("multipart/form-data; boundary=x", Some(Way::Form)),
            ("application/json;charset=utf-8", Some(Way::Json)),
            ("application/x-www-form-urlencoded", None),
            ("text/plain", None),
            ("multipart/mixed; boundary=x", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(value));
            assert_eq!(way(&headers).ok(), expected, "{value}");
        }
        assert_eq!(way(&HeaderMap::new()).ok(), Some(Way::Raw));
    }

    #[test]
    fn json_bodies_are_read_or_refused() {
        for (body, expected) in [
            (r#"{"audio":"AQID"}"#, Ok(vec![1, 2, 3])),
            (r#"{"audio":"AQI=","name":"a/b.mp3"}"#, Ok(vec![1, 2])),
            (r#"{"audio":"AQI"}"#, Ok(vec![1, 2])),
            (r#"{"audio":"\/\/\/\/"}"#, Ok(vec![255, 255, 255])),
            (r#"{"audio":""}"#, Ok(vec![])),
            (r#"{"audio":"AQ ID"}"#, Err("is not base64")),
            (r#"{"audio":5}"#, Err("must be an object")),
            (r#"{}"#, Err("has no \"audio\"")),
            (r#"{"audio":"","x":1}"#, Err("must be an object")),
            (r#"["AQID"]"#, Err("must be an object")),
            (r#"{"audio":"#, Err("is not JSON: line 1")),
            ("", Err("is not JSON")),
            (r#"{"s3":"s3://bucket/key","audio":"AQID"}"#, Err("send one of them")),
            (r#"{"s3":"http://169.254.169.254/latest"}"#, Err("begins with s3://")),
            (r#"{"s3":"s3://bucket/"}"#, Err("no object")),
            (r#"{"s3":""}"#, Err("begins with s3://")),
        ] {
            match (json(body.as_bytes()), expected) {
                (Ok(Intake::Sent(uploads)), Ok(bytes)) => assert_eq!(uploads[0].bytes, bytes, "{body}"),
                (Err(problem), Err(part)) => assert!(problem.detail().contains(part), "{body}: {problem}"),
                (found, expected) => panic!("{body}: {} instead of {expected:?}", found.is_ok()),
            }
        }
    }

    #[test]
    fn objects_in_s3_are_named() {
        for (body, expected) in [
            (r#"{"s3":"s3://bucket/up/a.mp3"}"#, "a.mp3"),
            (r#"{"s3":"s3://bucket/up/a.mp3","name":"my/song.mp3"}"#, "song.mp3"),
            (r#"{"s3":"s3://bucket/up/a.mp3","name":".."}"#, "a.mp3"),
        ] {
            let Ok(Intake::Stored { object, name }) = json(body.as_bytes()) else { panic!("{body}") };
            assert_eq!((object.to_string().as_str(), name.as_deref()), ("s3://bucket/up/a.mp3", Some(expected)));
        }
    }
}
