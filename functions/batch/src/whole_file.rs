//! Files that appear under their name only when they are complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
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
        place.file_name().with_context(|| format!("failed to write {}: it is not the name of a file", shown(&place)))?;
        let (beside, file) = begin(&place).with_context(|| format!("failed to write {}", shown(&place)))?;
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

/// Opens a new file beside `place`. Hidden, so that a walk through the folder does not find it; the process id keeps two runs apart, the
/// count this run and what a killed one left behind: in a container every run has the same process id. Short, since a name of a file may
/// be as long as the system allows already.
fn begin(place: &Path) -> io::Result<(PathBuf, File)> {
    let mut count = 0_u32;
    loop {
        let beside = place.with_file_name(format!(".acousticsense-{}-{count}.partial", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && count < 10_000 => count += 1,
            opened => return Ok((beside, opened?)),
        }
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

impl Seek for WholeFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.as_mut().map_or(Ok(0), |file| file.seek(to))
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

#[cfg(test)]
mod tests {
    use super::{WholeFile, begin};
    use std::io::Write;

    #[test]
    fn what_a_killed_run_left_behind_is_no_obstacle() {
        let folder = std::env::temp_dir().join(format!("acousticsense-whole-file-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let place = folder.join("out.csv");
        // The same process id and the same name: as in a container that is started again.
        let left_behind = begin(&place).expect("nothing is in the way").0;
        let mut file = WholeFile::create(&place).expect("the left-over is not in the way");
        file.write_all(b"all of it").expect("there is room");
        file.commit().expect("it can be renamed");
        assert_eq!(std::fs::read(&place).expect("it is in its place"), b"all of it");
        assert!(left_behind.exists(), "another run's file is left alone");
        std::fs::remove_dir_all(&folder).expect("it is ours");
    }
}
