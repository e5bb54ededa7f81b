//! The client: how it is made, and its calls about single objects.

use std::sync::Arc;
use std::time::Duration;

use aws_config::{BehaviorVersion, SdkConfig};
use aws_sdk_s3::Client;
use aws_sdk_s3::config::retry::RetryConfig;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{self, ProvideCredentials as _};
use aws_sdk_s3::primitives::ByteStream;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use tokio::runtime::{Handle, Runtime};

use crate::address::Object;
use crate::error::{Kind, StoreError};

/// To a connection; S3's hosts are near, or not there.
const CONNECT: Duration = Duration::from_secs(3);
/// To the first byte of an answer; the client counts from the first byte that is sent, so that sending comes on top.
const READ: Duration = Duration::from_secs(8);
/// One attempt that sends or receives little.
pub(crate) const ATTEMPT: Duration = Duration::from_secs(12);
/// A whole call, its attempts and the pauses between them.
const CALL: Duration = Duration::from_secs(30);
/// Attempts of a call, the first included.
const ATTEMPTS: u32 = 4;
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// Slower connections than this are given up.
const SLOWEST_BYTES_PER_SECOND: u64 = 128 * 1024;

/// A client of S3. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) client: Client,
    /// Where readers on other threads wait.
    pub(crate) handle: Handle,
    /// Kept alive for as long as a reader needs it, where it is our own.
    _runtime: Option<Arc<Runtime>>,
}

/// An S3-compatible service with keys of its own, such as a stand-in on loopback.
#[derive(Clone)]
pub struct Endpoint {
    /// Its address, e.g. `http://127.0.0.1:9000`. Buckets are named in the path.
    pub url: String,
    /// The region that it thinks it is in.
    pub region: String,
    /// Access key id.
    pub key_id: String,
    /// Secret access key.
    pub secret: String,
}

/// What is known of an object without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Size, bytes.
    pub bytes: u64,
    /// S3's mark of its content, without quotation marks. The content's MD5 in simple cases, but nothing to rely on.
    pub etag: String,
    /// When it was written, seconds since 1970.
    pub modified_s: i64,
}

impl Store {
    /// A client with region, credentials and endpoint from AWS's default chain. Asks for the credentials, but sends nothing to S3.
    ///
    /// Must be called within a multi-thread tokio runtime; readers wait on it.
    ///
    /// # Errors
    /// [`Kind::Misconfigured`] without region or credentials, [`Kind::Timeout`] where these come over a network and do not come.
    pub async fn connect() -> Result<Self, StoreError> {
        Self::connect_on(Handle::current(), None, None).await
    }

    /// A client of another service than AWS's, without looking at what this machine is set up for.
    ///
    /// # Errors
    /// None so far: nothing is sent, and nothing looked up.
    pub async fn connect_to(endpoint: Endpoint) -> Result<Self, StoreError> {
        Self::connect_on(Handle::current(), None, Some(endpoint)).await
    }

    pub(crate) async fn connect_on(handle: Handle, runtime: Option<Arc<Runtime>>, endpoint: Option<Endpoint>) -> Result<Self, StoreError> {
        let config = match endpoint {
            Some(endpoint) => own_config(endpoint),
            None => aws_config().await?,
        };
        let config = config
            // What is read is read in ranges, for which S3 keeps no checksum.
            .response_checksum_validation(config::ResponseChecksumValidation::WhenRequired)
            .build();
        Ok(Self { client: Client::from_conf(config), handle, _runtime: runtime })
    }

    /// Size, ETag and time of an object.
    ///
    /// # Errors
    /// [`Kind::NotFound`], [`Kind::Forbidden`], and what any call may meet.
    pub async fn stat(&self, object: &Object) -> Result<Stat, StoreError> {
        let answer = self.client.head_object().bucket(object.bucket()).key(object.key()).send().await;
        let answer = answer.map_err(|error| StoreError::of(object, error))?;
        Ok(Stat {
            bytes: u64::try_from(answer.content_length().unwrap_or_default()).unwrap_or_default(),
            etag: unquoted(answer.e_tag()),
            modified_s: answer.last_modified().map_or(0, |time| time.secs()),
        })
    }

    /// Whether there is such an object.
    ///
    /// # Errors
    /// As [`Store::stat`], but not [`Kind::NotFound`].
    pub async fn exists(&self, object: &Object) -> Result<bool, StoreError> {
        match self.stat(object).await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == Kind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Writes an object. Others see the old one or the new one, never a part.
    ///
    /// # Errors
    /// [`Kind::Forbidden`], and what any call may meet.
    pub async fn put(&self, object: &Object, bytes: Vec<u8>, content_type: &str) -> Result<(), StoreError> {
        self.put_where(object, bytes, content_type, false).await.map(|_| ())
    }

    /// Writes an object where there is none under this name; false where there is one, which stays as it is.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub async fn put_if_absent(&self, object: &Object, bytes: Vec<u8>, content_type: &str) -> Result<bool, StoreError> {
        match self.put_where(object, bytes, content_type, true).await {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == Kind::Changed => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn put_where(&self, object: &Object, bytes: Vec<u8>, content_type: &str, absent: bool) -> Result<(), StoreError> {
        let patience = patience_for(bytes.len() as u64);
        let call = self.client.put_object().bucket(object.bucket()).key(object.key()).content_type(content_type);
        let call = if absent { call.if_none_match("*") } else { call };
        let call = call.body(ByteStream::from(bytes)).customize().config_override(config::Builder::new().timeout_config(patience));
        call.send().await.map(|_| ()).map_err(|error| StoreError::of(object, error))
    }
}

/// Longest that `bytes` are received for, all attempts together.
pub(crate) fn receiving(bytes: u64) -> Duration {
    CALL + carrying(bytes)
}

fn carrying(bytes: u64) -> Duration {
    Duration::from_secs(bytes / SLOWEST_BYTES_PER_SECOND)
}

/// Timeouts of a call that sends `bytes`.
pub(crate) fn patience_for(bytes: u64) -> TimeoutConfig {
    let sending = carrying(bytes);
    timeouts(READ + sending, ATTEMPT + sending, CALL + 2 * sending)
}

fn timeouts(read: Duration, attempt: Duration, call: Duration) -> TimeoutConfig {
    TimeoutConfig::builder().connect_timeout(CONNECT).read_timeout(read).operation_attempt_timeout(attempt).operation_timeout(call).build()
}

/// What AWS's default chain says.
async fn aws_config() -> Result<config::Builder, StoreError> {
    let chain = aws_config::defaults(BehaviorVersion::latest()).http_client(http_client());
    let chain = chain.timeout_config(timeouts(READ, ATTEMPT, CALL)).retry_config(retries());
    // Region and credentials alike may be asked of a network that does not answer.
    let looking = async {
        let shared = chain.load().await;
        check(&shared).await.map(|()| shared)
    };
    let late = |_| StoreError::new(Kind::Timeout, "AWS region and credentials did not come in time");
    let shared = tokio::time::timeout(CALL, looking).await.map_err(late)??;
    // Stand-ins and private gateways have no name per bucket.
    Ok(config::Builder::from(&shared).force_path_style(has_own_endpoint(&shared)))
}

fn own_config(endpoint: Endpoint) -> config::Builder {
    config::Builder::new()
        .behavior_version_latest()
        .http_client(http_client())
        .timeout_config(timeouts(READ, ATTEMPT, CALL))
        .retry_config(retries())
        .endpoint_url(endpoint.url)
        .force_path_style(true)
        .region(config::Region::new(endpoint.region))
        .credentials_provider(config::Credentials::new(endpoint.key_id, endpoint.secret, None, None, "endpoint"))
}

fn http_client() -> config::SharedHttpClient {
    aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https()
}

fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(FIRST_PAUSE).with_max_backoff(LONGEST_PAUSE)
}

/// Without this, the lack of either would only show as a failure of the first request, in the SDK's words.
async fn check(shared: &SdkConfig) -> Result<(), StoreError> {
    // An empty variable is how templates and shells say "none"; the SDK takes it for a name.
    if shared.region().is_none_or(|region| region.as_ref().trim().is_empty()) {
        return Err(StoreError::new(Kind::Misconfigured, "no AWS region is set; set AWS_REGION to the bucket's"));
    }
    let Some(provider) = shared.credentials_provider() else { return Err(no_credentials()) };
    provider.provide_credentials().await.map(|_| ()).map_err(|error| no_credentials().because(error))
}

fn no_credentials() -> StoreError {
    StoreError::new(Kind::Misconfigured, "no AWS credentials were found; set AWS_PROFILE, or give this machine or function a role")
}

fn has_own_endpoint(shared: &SdkConfig) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    shared.endpoint_url().is_some() || set("AWS_ENDPOINT_URL_S3")
}

pub(crate) fn unquoted(etag: Option<&str>) -> String {
    etag.unwrap_or_default().trim_start_matches("W/").trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{ATTEMPT, CALL, READ, SLOWEST_BYTES_PER_SECOND, patience_for, receiving};

    #[test]
    fn every_bound_leaves_time_to_send() {
        for seconds in [0, 1, 60, 3600] {
            let patience = patience_for(seconds * SLOWEST_BYTES_PER_SECOND);
            let sending = Duration::from_secs(seconds);
            let bounds = [patience.read_timeout(), patience.operation_attempt_timeout(), patience.operation_timeout()];
            let least = [READ + sending, ATTEMPT + sending, CALL + sending];
            assert!(bounds.iter().zip(least).all(|(bound, least)| bound.is_some_and(|bound| bound >= least)), "{seconds} s: {patience:?}");
            assert_eq!(patience.connect_timeout(), Some(super::CONNECT));
            assert_eq!(receiving(seconds * SLOWEST_BYTES_PER_SECOND), CALL + sending);
        }
    }
}
