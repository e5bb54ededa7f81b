//! One range of an object, however often the connection breaks.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use aws_sdk_s3::operation::get_object::{GetObjectError, GetObjectOutput};
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::{config::http::HttpResponse, error::SdkError};

use crate::address::Object;
use crate::connect::{Stat, Store, receiving, unquoted};
use crate::error::{Kind, StoreError};

/// A body that keeps silent for this long is broken off and asked for again.
const SILENCE: Duration = Duration::from_secs(8);
/// How often an answer may break off before the range counts as lost. The SDK tries again only until an answer has begun.
const BREAKS: u32 = 3;
const PAUSE: Duration = Duration::from_millis(200);

/// What a reading has cost and how it went, shared with whoever wants to know.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) bytes: AtomicU64,
    pub(crate) requests: AtomicU64,
    pub(crate) failure: OnceLock<StoreError>,
}

/// An object while it is read: every range is of the same content.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) store: Store,
    pub(crate) object: Object,
    pub(crate) ledger: Arc<Ledger>,
    /// Known from the first answer on.
    pub(crate) etag: String,
}

/// The first answer about an object: what it is, and its first bytes, not yet read.
pub(crate) struct First {
    pub(crate) link: Link,
    pub(crate) stat: Stat,
    body: ByteStream,
    wanted: u64,
}

impl First {
    /// The bytes that were asked for, fewer where the object is shorter.
    pub(crate) async fn bytes(self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.wanted).unwrap_or_default());
        self.link.complete(Some(self.body), 0, self.wanted, &mut bytes).await?;
        Ok(bytes)
    }
}

impl Link {
    /// Asks for the first `size` bytes of an object, which tells its size and ETag too.
    pub(crate) async fn first(store: &Store, object: &Object, size: u64, ledger: Arc<Ledger>) -> Result<First, StoreError> {
        let mut link = Self { store: store.clone(), object: object.clone(), ledger, etag: String::new() };
        let answer = match link.ask(0, size).await {
            Ok(answer) => answer,
            // An empty object has no range at all.
            Err(error) if error.raw_response().is_some_and(|raw| raw.status().as_u16() == 416) => {
                let stat = store.stat(object).await?;
                link.etag.clone_from(&stat.etag);
                return match stat.bytes {
                    0 => Ok(First { link, stat, body: ByteStream::default(), wanted: 0 }),
                    _ => Err(StoreError::new(Kind::Changed, format!("{object} has changed while it was read"))),
                };
            }
            Err(error) => return Err(StoreError::of(object, error)),
        };
        let bytes = link.total(&answer)?;
        link.etag = unquoted(answer.e_tag());
        let stat = Stat { bytes, etag: link.etag.clone(), modified_s: answer.last_modified().map_or(0, |time| time.secs()) };
        Ok(First { link, stat, body: answer.body, wanted: size.min(bytes) })
    }

    /// The `size` bytes from `begin` on, all of them.
    pub(crate) async fn range(&self, begin: u64, size: u64) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        self.complete(None, begin, size, &mut bytes).await?;
        Ok(bytes)
    }

    /// Fills `bytes` up to `size`, from `body` first, in bounded time: a line that drips breaks off nowhere.
    async fn complete(&self, body: Option<ByteStream>, begin: u64, size: u64, bytes: &mut Vec<u8>) -> Result<(), StoreError> {
        self.complete_within(receiving(size), body, begin, size, bytes).await
    }

    async fn complete_within(
        &self,
        bound: Duration,
        body: Option<ByteStream>,
        begin: u64,
        size: u64,
        bytes: &mut Vec<u8>,
    ) -> Result<(), StoreError> {
        let late = |_| StoreError::new(Kind::Timeout, format!("S3 sends {} too slowly", self.object));
        tokio::time::timeout(bound, self.fill(body, begin, size, bytes)).await.map_err(late)?
    }

    /// Asks again for what is missing whenever an answer breaks off.
    async fn fill(&self, mut body: Option<ByteStream>, begin: u64, size: u64, bytes: &mut Vec<u8>) -> Result<(), StoreError> {
        let mut breaks = 0;
        while (bytes.len() as u64) < size {
            let missing = begin + bytes.len() as u64;
            let mut answer = match body.take() {
                Some(body) => body,
                None => {
                    let answer = self.ask(missing, begin + size - missing).await.map_err(|error| StoreError::of(&self.object, error))?;
                    self.total(&answer)?;
                    answer.body
                }
            };
            let Err(error) = self.drain(&mut answer, size, bytes).await else { continue };
            breaks += 1;
            if breaks > BREAKS {
                return Err(error);
            }
            tokio::time::sleep(PAUSE * breaks).await;
        }
        Ok(())
    }

    /// Reads `body` into `bytes` until there are `size` of them.
    async fn drain(&self, body: &mut ByteStream, size: u64, bytes: &mut Vec<u8>) -> Result<(), StoreError> {
        while (bytes.len() as u64) < size {
            let broken =
                |why: &str| StoreError::new(Kind::Unavailable, format!("the connection to S3 {why} in the middle of {}", self.object));
            match tokio::time::timeout(SILENCE, body.next()).await {
                Ok(Some(Ok(chunk))) => {
                    self.ledger.bytes.fetch_add(chunk.len() as u64, Ordering::Relaxed);
                    let room = usize::try_from(size).unwrap_or(usize::MAX) - bytes.len();
                    bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
                }
                Ok(Some(Err(error))) => return Err(broken("broke").because(error)),
                Ok(None) => return Err(broken("ended")),
                Err(_) => return Err(StoreError::new(Kind::Timeout, format!("S3 fell silent in the middle of {}", self.object))),
            }
        }
        Ok(())
    }

    async fn ask(&self, begin: u64, size: u64) -> Result<GetObjectOutput, SdkError<GetObjectError, HttpResponse>> {
        self.ledger.requests.fetch_add(1, Ordering::Relaxed);
        let call = self.store.client.get_object().bucket(self.object.bucket()).key(self.object.key());
        let call = call.range(format!("bytes={begin}-{}", begin + size.max(1) - 1));
        let call = if self.etag.is_empty() { call } else { call.if_match(format!("\"{}\"", self.etag)) };
        call.send().await
    }

    /// The object's size as the answer tells it: `bytes 0-9/1000` (RFC 9110, section 14.4).
    fn total(&self, answer: &GetObjectOutput) -> Result<u64, StoreError> {
        let total = answer.content_range().and_then(|range| range.rsplit_once('/')?.1.parse().ok());
        total.ok_or_else(|| StoreError::new(Kind::Unexpected, format!("S3 sent all of {} instead of a range", self.object)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;
    use std::sync::Arc;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::Link;
    use crate::{Endpoint, Kind, Store};

    /// An S3 that sends a byte from time to time, for as long as anybody listens.
    fn dripping() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a client");
            let lines = BufReader::new(stream.try_clone().expect("a handle")).lines();
            lines.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
            let head = b"HTTP/1.1 206 Partial Content\r\netag: \"e\"\r\ncontent-range: bytes 0-999/1000\r\ncontent-length: 1000\r\n\r\n";
            stream.write_all(head).expect("a client");
            while stream.write_all(b"x").is_ok() {
                thread::sleep(Duration::from_millis(20));
            }
        });
        address
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn a_line_that_drips_is_given_up() {
        let endpoint = Endpoint {
            url: format!("http://{}", dripping()),
            region: "us-east-1".to_owned(),
            key_id: "test".to_owned(),
            secret: "test".to_owned(),
        };
        let store = Store::connect_to(endpoint).await.expect("nothing is sent");
        let object = "s3://recordings/a".parse().expect("an address");
        let link = Link { store, object, ledger: Arc::default(), etag: String::new() };
        let (begun, mut bytes) = (Instant::now(), Vec::new());
        let error = link.complete_within(Duration::from_secs(1), None, 0, 1000, &mut bytes).await.expect_err("too slow");
        assert_eq!((error.kind(), error.to_string().as_str()), (Kind::Timeout, "S3 sends s3://recordings/a too slowly"));
        assert!(bytes.len() > 5 && bytes.len() < 1000 && begun.elapsed() < Duration::from_secs(5), "{} bytes", bytes.len());
    }
}
