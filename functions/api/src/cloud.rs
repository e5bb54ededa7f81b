//! Recordings that lie in S3: those that were uploaded for a call that cannot carry them, and others from places that the server allows.
//!
//! The client of S3 is made by the first request that needs it: who sends audio itself waits for nothing.

use std::error::Error as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use genre::manifest::Needs;
use store::{Allowed, Object, Opened, Place, Policy, Presigned, Store, StoreError};
use tokio::sync::OnceCell;

use crate::problem::{Kind, Problem};

/// The largest upload. Of a WAV of an hour only the first window is read, and whole tracks end with half an hour; this is that much as WAV
/// at 96 kHz with 24 bits in mono, or at 44.1 kHz in stereo.
pub(crate) const MAX_UPLOAD_BYTES: u64 = 500 * 1024 * 1024;
/// How long an upload may wait to begin.
pub(crate) const UPLOAD_EXPIRES: Duration = Duration::from_secs(15 * 60);
/// Longest that one recording is waited for, all of its requests together: API Gateway gives up after 30 s.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longest that the page is held up for the bucket's address, which it needs for large files only.
const ORIGIN_PATIENCE: Duration = Duration::from_secs(2);
/// How long nobody asks for it again after it could not be had.
const ORIGIN_PAUSE: Duration = Duration::from_secs(60);

/// What this server may do in S3.
#[derive(Debug, Default)]
pub(crate) struct Cloud {
    uploads: Option<Place>,
    allowed: Allowed,
    store: OnceCell<Store>,
    origin: OnceCell<String>,
    /// When the last attempt at the origin failed.
    missed: Mutex<Option<Instant>>,
}

impl Cloud {
    /// With a place for uploads, from which they are also read, and other places to read from.
    pub(crate) fn new(uploads: Option<Place>, sources: Allowed) -> Self {
        let allowed = uploads.iter().fold(sources, |allowed, place| allowed.and(place.clone()));
        Self { uploads, allowed, ..Self::default() }
    }

    /// True where uploads are taken.
    pub(crate) fn takes_uploads(&self) -> bool {
        self.uploads.is_some()
    }

    /// Where a browser sends uploads; nothing where none are taken, or where S3 is set up wrongly or silent, which the log tells.
    pub(crate) async fn upload_origin(&self) -> Option<&str> {
        let place = self.uploads.as_ref()?;
        if self.missed.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|missed| missed.elapsed() < ORIGIN_PAUSE) {
            return self.origin.get().map(String::as_str);
        }
        let asked = self.origin.get_or_try_init(|| async {
            let store = self.store().await?;
            store.origin(place).await.inspect_err(tell)
        });
        let asked = tokio::time::timeout(ORIGIN_PATIENCE, asked).await;
        if asked.is_err() {
            crate::log("S3: region or credentials do not come; until they do, the page sends no large files");
        }
        let origin = asked.ok().and_then(Result::ok);
        if origin.is_none() {
            *self.missed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        }
        origin.map(String::as_str)
    }

    /// Opens a recording that a client has named.
    pub(crate) async fn open(&self, object: &Object, needs: Needs) -> Result<Opened, Problem> {
        if self.allowed.is_empty() {
            return Err(Problem::new(Kind::NotConfigured, "reading from S3 is not configured here; send the audio itself"));
        }
        self.allowed.check(object)?;
        Ok(self.store().await?.open(object, Policy::of(needs).within(PATIENCE)).await?)
    }

    /// A place of its own for an upload, under a name that nobody can guess, and the permission to write there.
    pub(crate) async fn upload(&self, name: &str, bytes: u64, content_type: &str) -> Result<(Object, Presigned), Problem> {
        let Some(place) = &self.uploads else {
            return Err(Problem::new(Kind::NotConfigured, "uploads are not configured here; send the audio itself"));
        };
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|error| {
            crate::log(&format!("failed to get random bytes: {error}"));
            Problem::internal()
        })?;
        let object = place.object(&format!("{}/{name}", genre::hex(&random)))?;
        let presigned = self.store().await?.presign_put(&object, bytes, content_type, UPLOAD_EXPIRES).await?;
        Ok((object, presigned))
    }

    async fn store(&self) -> Result<&Store, StoreError> {
        self.store.get_or_try_init(Store::connect).await.inspect_err(tell)
    }
}

/// For whoever runs the server: what happened and, unlike clients, why.
fn tell(error: &StoreError) {
    let mut line = format!("S3: {error}");
    let mut next = error.source();
    while let Some(cause) = next {
        line += &format!(": {cause}");
        next = cause.source();
    }
    crate::log(&line.replace(char::is_control, " "));
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let kind = match error.kind() {
            store::Kind::BadAddress => Kind::BadRequest,
            store::Kind::NotFound => Kind::NoSuchObject,
            store::Kind::NotAllowed => Kind::NotAllowed,
            store::Kind::Forbidden => {
                tell(&error);
                return Self::new(
                    Kind::NotAllowed,
                    "S3 gives this object to nobody here: it does not exist, or this server may not read it",
                );
            }
            store::Kind::Archived => Kind::Archived,
            store::Kind::Changed => Kind::Changed,
            store::Kind::TooLarge => Kind::TooLarge,
            transient if transient.is_transient() => {
                tell(&error);
                return Self::new(Kind::StorageUnavailable, "S3 does not answer as it should; try again in a moment").retry_after(5);
            }
            _ => {
                tell(&error);
                return Self::internal();
            }
        };
        Self::new(kind, error.to_string())
    }
}
