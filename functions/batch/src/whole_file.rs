//! Files that appear under their name only when they are complete.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::names::shown;

/// A file that is being written beside its place. Dropped without [`Self::commit`], it leaves nothing behind.
pub(crate) struct WholeFile {
    place: PathBuf,
    beside: PathBuf,
    /// `None` once it is committed.
    file: Option<BufWriter<File>>,
}

impl WholeFile {
    /// Begins the file that is to stand at `place`.
    ///
    /// # Errors
    /// The folder does not exist, cannot be written to, or `place` is no regular file.
    pub(crate) fn create(place: &Path) -> anyhow::Result<Self> {
        // A link stays a link: what it leads to is replaced.
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        if fs::metadata(&place).is_ok_and(|metadata| !metadata.is_file()) {
            anyhow::bail!("failed to write {}: it exists and is not a regular file", shown(&place));
        }
        let name = place.file_name().with_context(|| format!("failed to write {}: it is not the name of a file", shown(&place)))?;
        // Hidden, so that a walk through the folder does not find it; the process id keeps two runs apart.
        let mut beside_name = OsString::from(".");
        beside_name.push(name);
        beside_name.push(format!(".{}.partial", std::process::id()));
        let beside = place.with_file_name(beside_name);
        let file =
            OpenOptions::new().write(true).create_new(true).open(&beside).with_context(|| format!("failed to write {}", shown(&place)))?;
        Ok(Self { place, beside, file: Some(BufWriter::with_capacity(64 * 1024, file)) })
    }

    /// Puts the file into its place.
    ///
    /// # Errors
    /// The disk is full, or the file system refuses the renaming.
    pub(crate) fn commit(mut self) -> anyhow::Result<()> {
        let failed = || format!("failed to write {}", shown(&self.place));
        if let Some(mut file) = self.file.take() {
            let finished = file.flush().and_then(|()| file.get_ref().sync_all()).and_then(|()| fs::rename(&self.beside, &self.place));
            if finished.is_err() {
                let _ = fs::remove_file(&self.beside);
            }
            finished.with_context(failed)?;
        }
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Ok(0), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Best effort: there is nobody left to tell.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Writes all of `bytes` to `place`, or leaves it as it was.
///
/// # Errors
/// As [`WholeFile`].
pub(crate) fn write(place: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = WholeFile::create(place)?;
    file.write_all(bytes).with_context(|| format!("failed to write {}", shown(place)))?;
    file.commit()
}
