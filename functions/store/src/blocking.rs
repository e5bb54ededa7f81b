//! The same calls for programs without an asynchronous runtime: each waits until it is done.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::vec;

use tokio::runtime::{Builder, Runtime};

use crate::{Endpoint, Kind, Object, Opened, Pages, Place, Policy, Presigned, Stat, StoreError};

/// A client of S3 with a small runtime of its own. Clones share it, and readers keep it alive.
///
/// Its calls panic on a thread of an asynchronous executor; those have [`crate::Store`].
#[derive(Clone, Debug)]
pub struct Store {
    store: crate::Store,
    runtime: Arc<Runtime>,
}

impl Store {
    /// As [`crate::Store::connect`].
    ///
    /// # Errors
    /// As there; [`Kind::Local`] where no thread can be had.
    pub fn connect() -> Result<Self, StoreError> {
        Self::connected(None)
    }

    /// As [`crate::Store::connect_to`].
    ///
    /// # Errors
    /// As [`Store::connect`].
    pub fn connect_to(endpoint: Endpoint) -> Result<Self, StoreError> {
        Self::connected(Some(endpoint))
    }

    fn connected(endpoint: Option<Endpoint>) -> Result<Self, StoreError> {
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("s3").enable_all().build();
        let runtime = Arc::new(runtime.map_err(|error| StoreError::new(Kind::Local, "no thread for S3 can be had").because(error))?);
        let store = runtime.block_on(crate::Store::connect_on(runtime.handle().clone(), Some(Arc::clone(&runtime)), endpoint))?;
        Ok(Self { store, runtime })
    }

    /// As [`crate::Store::stat`].
    ///
    /// # Errors
    /// As there.
    pub fn stat(&self, object: &Object) -> Result<Stat, StoreError> {
        self.runtime.block_on(self.store.stat(object))
    }

    /// As [`crate::Store::exists`].
    ///
    /// # Errors
    /// As there.
    pub fn exists(&self, object: &Object) -> Result<bool, StoreError> {
        self.runtime.block_on(self.store.exists(object))
    }

    /// As [`crate::Store::open`].
    ///
    /// # Errors
    /// As there.
    pub fn open(&self, object: &Object, policy: Policy) -> Result<Opened, StoreError> {
        self.runtime.block_on(self.store.open(object, policy))
    }

    /// As [`crate::Store::get_small`].
    ///
    /// # Errors
    /// As there.
    pub fn get_small(&self, object: &Object, limit: u64) -> Result<Vec<u8>, StoreError> {
        self.runtime.block_on(self.store.get_small(object, limit))
    }

    /// As [`crate::Store::put`].
    ///
    /// # Errors
    /// As there.
    pub fn put(&self, object: &Object, bytes: Vec<u8>, content_type: &str) -> Result<(), StoreError> {
        self.runtime.block_on(self.store.put(object, bytes, content_type))
    }

    /// As [`crate::Store::put_if_absent`].
    ///
    /// # Errors
    /// As there.
    pub fn put_if_absent(&self, object: &Object, bytes: Vec<u8>, content_type: &str) -> Result<bool, StoreError> {
        self.runtime.block_on(self.store.put_if_absent(object, bytes, content_type))
    }

    /// As [`crate::Store::upload`].
    ///
    /// # Errors
    /// As there.
    pub fn upload(&self, path: &Path, object: &Object, content_type: &str) -> Result<(), StoreError> {
        self.runtime.block_on(self.store.upload(path, object, content_type))
    }

    /// As [`crate::Store::download`].
    ///
    /// # Errors
    /// As there.
    pub fn download(&self, object: &Object, path: &Path) -> Result<Stat, StoreError> {
        self.runtime.block_on(self.store.download(object, path))
    }

    /// As [`crate::Store::presign_put`].
    ///
    /// # Errors
    /// As there.
    pub fn presign_put(&self, object: &Object, bytes: u64, content_type: &str, expires: Duration) -> Result<Presigned, StoreError> {
        self.runtime.block_on(self.store.presign_put(object, bytes, content_type, expires))
    }

    /// As [`crate::Store::list`], object by object. After an error the iterator goes on where it failed.
    pub fn list(&self, place: &Place) -> Listing {
        Listing { pages: self.store.list(place), runtime: Arc::clone(&self.runtime), page: Vec::new().into_iter() }
    }
}

/// Objects in the order of their keys' bytes; a page of them is in memory at a time.
#[derive(Debug)]
pub struct Listing {
    pages: Pages,
    runtime: Arc<Runtime>,
    page: vec::IntoIter<(Object, Stat)>,
}

impl Listing {
    /// As [`Pages::skipped`].
    pub fn skipped(&self) -> u64 {
        self.pages.skipped()
    }
}

impl Iterator for Listing {
    type Item = Result<(Object, Stat), StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(listed) = self.page.next() {
                return Some(Ok(listed));
            }
            match self.runtime.block_on(self.pages.next()) {
                Ok(Some(page)) => self.page = page.into_iter(),
                Ok(None) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
