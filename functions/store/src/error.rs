//! What can go wrong with S3, by who can act on it.
//!
//! Messages name the object and what to do. They never hold request ids, account numbers or the SDK's own words: those stay in
//! [`std::error::Error::source`], for logs.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;

use aws_sdk_s3::config::http::HttpResponse;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};

/// What kind of failure, by who can act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Who named it: this is no address.
    BadAddress,
    /// Who named it: there is no such object or bucket.
    NotFound,
    /// Who named it: this program does not read from there.
    NotAllowed,
    /// Who owns the bucket: S3 does not let us. Without the right to list a bucket, objects that are not there look the same.
    Forbidden,
    /// Who owns the bucket: the object lies in an archive class and must be restored first.
    Archived,
    /// Who changes objects while they are read.
    Changed,
    /// Who brought the object: more bytes than are taken.
    TooLarge,
    /// Nobody, later: S3 asks for patience.
    Throttled,
    /// Nobody, later: S3 or the way to it has failed.
    Unavailable,
    /// Nobody, later: no answer in time.
    Timeout,
    /// Who runs the program: no credentials, expired ones, no region or another one than the bucket's.
    Misconfigured,
    /// Who runs the program: a file on this machine.
    Local,
    /// Us: an answer that nobody has thought of.
    Unexpected,
}

impl Kind {
    /// A stable word for ledgers and metrics, e.g. `"not-found"`.
    pub fn word(self) -> &'static str {
        match self {
            Self::BadAddress => "bad-address",
            Self::NotFound => "not-found",
            Self::NotAllowed => "not-allowed",
            Self::Forbidden => "forbidden",
            Self::Archived => "archived",
            Self::Changed => "changed",
            Self::TooLarge => "too-large",
            Self::Throttled => "throttled",
            Self::Unavailable => "unavailable",
            Self::Timeout => "timeout",
            Self::Misconfigured => "misconfigured",
            Self::Local => "local-file",
            Self::Unexpected => "unexpected",
        }
    }

    /// True where the same call may well succeed later, with nothing changed by anybody.
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Throttled | Self::Unavailable | Self::Timeout)
    }
}

/// A failure of S3 or on the way to it.
#[derive(Clone)]
pub struct StoreError {
    kind: Kind,
    message: String,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl StoreError {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    pub(crate) fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into().into());
        self
    }

    /// What kind it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// True where the same call may well succeed later: [`Kind::is_transient`].
    pub fn is_transient(&self) -> bool {
        self.kind.is_transient()
    }

    /// A failure of S3 that a reader has handed on as an [`io::Error`].
    pub fn within(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }

    /// What the SDK says about `what`, an object or a place.
    pub(crate) fn of<E>(what: &dyn fmt::Display, error: SdkError<E, HttpResponse>) -> Self
    where
        E: ProvideErrorMetadata + Error + Send + Sync + 'static,
    {
        let (kind, message) = match &error {
            SdkError::ServiceError(refused) => told(what, refused.err().code().unwrap_or_default(), refused.raw().status().as_u16()),
            SdkError::TimeoutError(_) => (Kind::Timeout, no_answer(what)),
            SdkError::DispatchFailure(failure) if failure.is_timeout() => (Kind::Timeout, no_answer(what)),
            SdkError::DispatchFailure(_) if is_about_credentials(&error) => {
                (Kind::Misconfigured, "AWS credentials cannot be had, or have expired".to_owned())
            }
            SdkError::ConstructionFailure(_) => {
                (Kind::Misconfigured, format!("no request for {what} could be made; are region and credentials set?"))
            }
            _ => (Kind::Unavailable, format!("S3 cannot be reached for {what}")),
        };
        Self::new(kind, message).because(error)
    }
}

fn no_answer(what: &dyn fmt::Display) -> String {
    format!("S3 did not answer in time for {what}")
}

/// What S3's own code and status mean. Source: the S3 API reference, "Error responses".
fn told(what: &dyn fmt::Display, code: &str, status: u16) -> (Kind, String) {
    match (code, status) {
        ("NoSuchBucket", _) => (Kind::NotFound, format!("there is no such bucket: {what}")),
        ("InvalidObjectState", _) => (Kind::Archived, format!("{what} lies in an archive class; restore it first")),
        ("ExpiredToken" | "TokenRefreshRequired" | "RequestExpired", _) => {
            (Kind::Misconfigured, "the AWS credentials have expired; get new ones".to_owned())
        }
        ("InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken", _) => {
            (Kind::Misconfigured, "S3 does not know the AWS credentials; check them".to_owned())
        }
        ("RequestTimeTooSkewed", _) => {
            (Kind::Misconfigured, "this machine's clock is wrong, so that S3 takes no signature; set it".to_owned())
        }
        ("PermanentRedirect" | "AuthorizationHeaderMalformed" | "IllegalLocationConstraintException", _) | (_, 301 | 307) => {
            (Kind::Misconfigured, format!("{what} lies in another region; set AWS_REGION to the bucket's"))
        }
        ("PreconditionFailed", _) | (_, 412) => (Kind::Changed, format!("{what} has changed while it was read")),
        ("ConditionalRequestConflict", _) | (_, 409) => (Kind::Unavailable, format!("somebody else writes {what} at this moment")),
        ("EntityTooLarge", _) | (_, 413) => (Kind::TooLarge, format!("{what} is larger than S3 takes")),
        ("SlowDown" | "Throttling" | "ThrottlingException" | "RequestLimitExceeded" | "TooManyRequests", _) | (_, 429) => {
            (Kind::Throttled, format!("S3 asks for patience with {what}"))
        }
        ("RequestTimeout", _) => (Kind::Timeout, no_answer(what)),
        (_, 500..=599) => (Kind::Unavailable, format!("S3 failed at {what}")),
        (_, 404) => (Kind::NotFound, format!("there is no {what}")),
        (_, 401 | 403) => (Kind::Forbidden, format!("S3 does not let us: {what}")),
        _ => {
            let code: String = code.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
            let code = if code.is_empty() { status.to_string() } else { code };
            (Kind::Unexpected, format!("S3 answered {code} to {what}"))
        }
    }
}

/// The SDK tells a failure to get credentials only by a cause far below.
fn is_about_credentials(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let words = error.to_string();
        if words.contains("credentials") || words.contains("identity") {
            return true;
        }
        next = error.source();
    }
    false
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for StoreError {
    /// Without the source, whose own form names accounts and requests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreError").field("kind", &self.kind).field("message", &self.message).finish_non_exhaustive()
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

impl From<StoreError> for io::Error {
    /// Never of a kind that a decoder takes for the end of a file or simply tries again.
    fn from(error: StoreError) -> Self {
        Self::other(error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, StoreError, told};

    #[test]
    fn codes_and_statuses_name_who_can_act() {
        for (code, status, expected) in [
            ("NoSuchKey", 404, Kind::NotFound),
            ("NoSuchBucket", 404, Kind::NotFound),
            ("", 404, Kind::NotFound),
            ("AccessDenied", 403, Kind::Forbidden),
            ("", 403, Kind::Forbidden),
            ("InvalidObjectState", 403, Kind::Archived),
            ("ExpiredToken", 400, Kind::Misconfigured),
            ("InvalidAccessKeyId", 403, Kind::Misconfigured),
            ("PermanentRedirect", 301, Kind::Misconfigured),
            ("AuthorizationHeaderMalformed", 400, Kind::Misconfigured),
            ("PreconditionFailed", 412, Kind::Changed),
            ("", 412, Kind::Changed),
            ("SlowDown", 503, Kind::Throttled),
            ("", 429, Kind::Throttled),
            ("InternalError", 500, Kind::Unavailable),
            ("", 502, Kind::Unavailable),
            ("RequestTimeout", 400, Kind::Timeout),
            ("InvalidArgument", 400, Kind::Unexpected),
        ] {
            let (kind, message) = told(&"s3://music/a", code, status);
            assert_eq!(kind, expected, "{code} {status}");
            assert!(!message.is_empty());
        }
        assert_eq!(told(&"x", "<Odd>\n\u{1b}[31mCode", 400).1, "S3 answered Odd31mCode to x");
    }

    #[test]
    fn neither_message_nor_debug_tells_what_the_source_says() {
        let error = StoreError::new(Kind::Forbidden, "S3 does not let us: s3://music/a").because("arn:aws:iam::123456789012:role/secret");
        assert!(!format!("{error} {error:?}").contains("arn:"));
        assert!(std::error::Error::source(&error).expect("kept for the log").to_string().contains("arn:"));
        let io = std::io::Error::from(error);
        assert_eq!(StoreError::within(&io).map(StoreError::kind), Some(Kind::Forbidden));
        assert_eq!(io.kind(), std::io::ErrorKind::Other);
    }
}
