//! Errors as RFC 9457 problem documents.
//!
//! What people read here never holds a path, a panic's text or the `Debug` print of an internal; those go to standard error.

use std::fmt;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use genre::{AudioError, Error};
use serde::{Serialize, Serializer};

/// An error as clients see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Problem {
    /// A stable relative URI, `/problems/<kind>`.
    #[serde(rename = "type")]
    uri: String,
    /// The same sentence for every problem of this kind.
    title: &'static str,
    status: u16,
    /// What happened this time, and what to do about it.
    detail: String,
    /// A stable word for programs.
    kind: Kind,
    #[serde(skip)]
    retry_after_s: Option<u32>,
}

/// Every kind of problem: its word, its status, its title.
macro_rules! kinds {
    ($($name:ident = $word:literal, $status:ident, $title:literal;)*) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind { $($name,)* }

        impl Kind {
            /// All of them, for the test that compares them with the OpenAPI document.
            #[cfg(test)]
            pub(crate) const ALL: &[Kind] = &[$(Kind::$name,)*];

            /// Word, status, title.
            pub(crate) fn parts(self) -> (&'static str, StatusCode, &'static str) {
                match self { $(Kind::$name => ($word, StatusCode::$status, $title),)* }
            }
        }
    };
}

kinds! {
    BadOption = "bad-option", BAD_REQUEST, "An option is not valid.";
    StartBehindEnd = "start-behind-end", BAD_REQUEST, "The start lies behind the end of the audio.";
    BadRequest = "bad-request", BAD_REQUEST, "The request cannot be read.";
    ForbiddenHost = "forbidden-host", FORBIDDEN, "This server does not answer under that name.";
    NotAllowed = "not-allowed", FORBIDDEN, "This object may not be read from here.";
    CrossSite = "cross-site", FORBIDDEN, "Requests from other sites are not answered.";
    NotFound = "not-found", NOT_FOUND, "There is nothing under this address.";
    NoSuchObject = "no-such-object", NOT_FOUND, "There is no such object in S3.";
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED, "This address takes another method.";
    NotAcceptable = "not-acceptable", NOT_ACCEPTABLE, "None of the wanted formats can be given.";
    SlowClient = "slow-client", REQUEST_TIMEOUT, "The request came in too slowly.";
    Changed = "changed", CONFLICT, "The object has changed while it was read.";
    Archived = "archived", CONFLICT, "The object is archived.";
    TooLarge = "too-large", PAYLOAD_TOO_LARGE, "The request is too large.";
    TooLong = "too-long", PAYLOAD_TOO_LARGE, "The recording is too long.";
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here.";
    NotAudio = "not-audio", UNSUPPORTED_MEDIA_TYPE, "This is not audio in a format we read.";
    UnsupportedAudio = "unsupported-audio", UNSUPPORTED_MEDIA_TYPE, "This kind of audio is not supported.";
    Empty = "empty", UNPROCESSABLE_ENTITY, "The file is empty.";
    Damaged = "damaged", UNPROCESSABLE_ENTITY, "The audio is damaged.";
    NoSamples = "no-samples", UNPROCESSABLE_ENTITY, "The file holds no audio samples.";
    NotFinite = "not-finite", UNPROCESSABLE_ENTITY, "The audio holds samples that are not numbers.";
    Unreadable = "unreadable", UNPROCESSABLE_ENTITY, "The audio cannot be read.";
    Busy = "busy", TOO_MANY_REQUESTS, "Too many requests at once.";
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "The server is overloaded.";
    StorageUnavailable = "storage-unavailable", SERVICE_UNAVAILABLE, "S3 does not answer.";
    OutOfTime = "out-of-time", GATEWAY_TIMEOUT, "The answer was not ready in time.";
    NotConfigured = "not-configured", NOT_IMPLEMENTED, "This is not configured here.";
    AnswerTooLarge = "answer-too-large", INTERNAL_SERVER_ERROR, "The answer is larger than can be sent.";
    Internal = "internal", INTERNAL_SERVER_ERROR, "The server failed.";
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.parts().0)
    }
}

impl Problem {
    /// A problem of `kind`, with what happened this time.
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        let (word, status, title) = kind.parts();
        let (uri, status) = (format!("/problems/{word}"), status.as_u16());
        Self { uri, title, status, detail: detail.into(), kind, retry_after_s: None }
    }

    /// Our own fault. What went wrong is for the log, not for the client.
    pub(crate) fn internal() -> Self {
        Self::new(Kind::Internal, "something went wrong on the server; it is not the file's fault")
    }

    /// The time of a call was over before its answer was ready.
    pub(crate) fn out_of_time() -> Self {
        Self::new(Kind::OutOfTime, "the call's time was over before the answer was ready; try again, or send a shorter piece")
    }

    /// What kind it is.
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// The same problem with a hint when to come back.
    pub(crate) fn retry_after(self, seconds: u32) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }

    /// What happened this time.
    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let audio = match error {
            Error::Audio(audio) => audio,
            Error::Model(_) | Error::Engine(_) => {
                crate::log(&format!("failed to judge a file: {error}"));
                return Self::internal();
            }
        };
        let kind = match &audio {
            AudioError::Empty => Kind::Empty,
            AudioError::NotAudio => Kind::NotAudio,
            AudioError::Unsupported { .. } => Kind::UnsupportedAudio,
            AudioError::Damaged { .. } => Kind::Damaged,
            AudioError::NoSamples => Kind::NoSamples,
            AudioError::NotFinite { .. } => Kind::NotFinite,
            AudioError::StartBehindEnd { .. } => Kind::StartBehindEnd,
            AudioError::TooLong { .. } => Kind::TooLong,
            AudioError::BadOption(_) => Kind::BadOption,
            // An operating system's message may name what is no client's business.
            AudioError::Read(_) => return Self::new(Kind::Unreadable, "failed to read the audio"),
            // A kind that was added to the core and not yet here is still an unreadable file.
            _ => Kind::Unreadable,
        };
        Self::new(kind, audio.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for Problem {}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        if let Some(seconds) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
