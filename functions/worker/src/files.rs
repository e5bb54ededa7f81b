//! The calls to S3 that judging needs, as a trait, so that tests can stand in for a store that fails as they like.
//!
//! All of them wait, and none longer than until `end`: they are made on threads of their own, never on one of the executor's.

use std::future::Future;
use std::time::{Duration, Instant};

use genre::Source;
use store::{Allowed, Kind, Object, Policy, Reading, Stat, Store, StoreError};
use tokio::runtime::Handle;

use crate::document;
use crate::outcome::Trouble;

/// Where recordings come from and results go.
pub(crate) trait Files: Send + Sync {
    /// Size and ETag of a recording.
    fn stat(&self, source: &Object, end: Instant) -> Result<Stat, Trouble>;

    /// A recording's bytes.
    fn open(&self, source: &Object, end: Instant) -> Result<Opened, Trouble>;

    /// A result, where there is one.
    fn result(&self, place: &Object, end: Instant) -> Result<Option<Vec<u8>>, Trouble>;

    /// Writes a result; one that is there already stays as it is, unless it is to be replaced.
    fn keep(&self, place: &Object, json: Vec<u8>, replace: bool, end: Instant) -> Result<(), Trouble>;
}

/// A recording that is being read.
pub(crate) struct Opened {
    pub(crate) source: Source,
    pub(crate) stat: Stat,
    pub(crate) progress: Box<dyn Progress>,
}

/// What a reading has cost, and whether the bytes can be believed in.
pub(crate) trait Progress {
    /// Why S3 has failed on the way: a decoder takes that for the end of the file.
    fn failure(&self) -> Option<Trouble>;
    /// Bytes that were fetched.
    fn bytes(&self) -> u64;
    /// Requests that it took.
    fn requests(&self) -> u64;
}

/// S3 itself.
pub(crate) struct S3 {
    store: Store,
    handle: Handle,
    allowed: Allowed,
    policy: Policy,
}

impl S3 {
    /// Reads from the `allowed` places only, and as much as `policy` says. Must be made within a multi-thread runtime.
    pub(crate) fn new(store: Store, allowed: Allowed, policy: Policy) -> Self {
        Self { store, handle: Handle::current(), allowed, policy }
    }

    fn wait<T>(&self, end: Instant, call: impl Future<Output = Result<T, StoreError>>) -> Result<T, Trouble> {
        let done = self.handle.block_on(async { tokio::time::timeout(left(end), call).await });
        done.map_or_else(|_| Err(Trouble::new(Kind::Timeout, "S3 did not answer in the time that was left")), |done| Ok(done?))
    }
}

fn left(end: Instant) -> Duration {
    end.saturating_duration_since(Instant::now())
}

impl Files for S3 {
    fn stat(&self, source: &Object, end: Instant) -> Result<Stat, Trouble> {
        self.allowed.check(source)?;
        self.wait(end, self.store.stat(source))
    }

    fn open(&self, source: &Object, end: Instant) -> Result<Opened, Trouble> {
        self.allowed.check(source)?;
        let policy = self.policy.within(left(end).min(self.policy.patience));
        let opened = self.wait(end, self.store.open(source, policy))?;
        Ok(Opened { source: opened.source, stat: opened.stat, progress: Box::new(opened.reading) })
    }

    fn result(&self, place: &Object, end: Instant) -> Result<Option<Vec<u8>>, Trouble> {
        match self.wait(end, self.store.get_small(place, document::MAX_BYTES)) {
            Ok(json) => Ok(Some(json)),
            Err(trouble) if trouble.kind == Kind::NotFound => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    fn keep(&self, place: &Object, json: Vec<u8>, replace: bool, end: Instant) -> Result<(), Trouble> {
        let kept = match replace {
            true => self.wait(end, self.store.put(place, json, document::CONTENT_TYPE)),
            false => self.wait(end, self.store.put_if_absent(place, json, document::CONTENT_TYPE)).map(|_| ()),
        };
        // A bucket for results that is not there is nothing about the recording.
        kept.map_err(|trouble| match trouble.kind {
            Kind::NotFound => Trouble::new(Kind::Misconfigured, "the bucket for results is not there; check ACOUSTICSENSE_RESULTS"),
            _ => trouble,
        })
    }
}

impl Progress for Reading {
    fn failure(&self) -> Option<Trouble> {
        Reading::failure(self).map(|error| error.clone().into())
    }

    fn bytes(&self) -> u64 {
        Reading::bytes(self)
    }

    fn requests(&self) -> u64 {
        Reading::requests(self)
    }
}
