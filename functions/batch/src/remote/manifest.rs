//! A manifest in S3: fetched once, so that every walk of the run sees the same inputs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::target::work_folder;
use crate::inputs::Sources;
use crate::names::shown;

/// A manifest on this machine. What was fetched is gone when it is dropped.
pub(crate) struct Fetched {
    file: PathBuf,
    address: PathBuf,
    own: bool,
}

impl Fetched {
    /// The manifest at `address`, which may be a file of this machine.
    ///
    /// # Errors
    /// It cannot be had.
    pub(crate) fn of(address: &Path) -> anyhow::Result<Self> {
        let address = address.to_owned();
        let Some(object) = super::object(&address) else {
            fs::metadata(&address).with_context(|| format!("failed to read {}", shown(&address)))?;
            return Ok(Self { file: address.clone(), address, own: false });
        };
        let object = object?;
        let folder = work_folder(&object)?;
        let file = folder.join(format!("manifest-{}.csv", std::process::id()));
        super::store()?.download(&object, &file)?;
        Ok(Self { file, address, own: true })
    }

    /// It and nothing else, as inputs.
    pub(crate) fn sources(&self) -> Sources {
        Sources { paths: Vec::new(), manifest: Some((self.file.clone(), self.address.clone())), addresses: true }
    }
}

impl Drop for Fetched {
    fn drop(&mut self) {
        if self.own {
            // Best effort: it lies in the system's own temporary folder.
            drop(fs::remove_file(&self.file));
        }
    }
}
