//! A table in S3: what is made in a folder of this machine, and carried there and back.
//!
//! Beside the table at `s3://bucket/run/genres.csv` lie its ledger, its shards and their journals under the names that they have beside a
//! table of this machine. Nothing of a name depends on the machine, the attempt or the time, so that whoever begins again finds what there
//! is. Nothing is ever deleted: a journal that nobody needs any more is replaced by an empty object.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use anyhow::Context;
use sha2::{Digest, Sha256};
use store::{Kind, Object, StoreError};

use crate::journal;
use crate::names::shown;

/// How often a journal is carried to S3 while it grows: what a machine that vanishes without a word may cost.
const CARRY_EVERY: Duration = Duration::from_secs(60);

/// Where a table goes in S3, and where it is made.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    table: Object,
    folder: PathBuf,
}

impl Target {
    /// What `-o` asks for; `None` for a file of this machine.
    ///
    /// # Errors
    /// No address of an object, or nowhere to work.
    pub(crate) fn of(output: &Path) -> anyhow::Result<Option<Self>> {
        let Some(object) = super::object(output) else { return Ok(None) };
        let table = object?;
        anyhow::ensure!(!table.file_name().is_empty(), "{table} names a folder; say which object is to be written");
        let folder = work_folder(&table)?;
        Ok(Some(Self { table, folder }))
    }

    /// Where the table is made.
    pub(crate) fn local(&self) -> PathBuf {
        self.folder.join(self.table.file_name())
    }

    /// The table in S3.
    pub(crate) fn object(&self) -> &Object {
        &self.table
    }

    /// What a file beside the local table is called in S3.
    ///
    /// # Errors
    /// The key would be too long.
    pub(crate) fn beside(&self, local: &Path) -> Result<Object, StoreError> {
        let folder = self.table.key().strip_suffix(self.table.file_name()).unwrap_or_default();
        let name = local.file_name().unwrap_or_default().to_string_lossy();
        Object::new(self.table.bucket(), format!("{folder}{name}"))
    }

    /// What people know a file by: its address where it belongs into S3, else its path.
    pub(crate) fn called(target: Option<&Self>, local: &Path) -> PathBuf {
        target.map_or_else(|| local.to_owned(), |target| target.address(local))
    }

    /// The address of a file, for people.
    pub(crate) fn address(&self, local: &Path) -> PathBuf {
        self.beside(local).map_or_else(|_| local.to_owned(), |object| PathBuf::from(object.to_string()))
    }

    /// Carries a file to S3.
    ///
    /// # Errors
    /// As any call to S3.
    pub(crate) fn put(&self, local: &Path) -> Result<(), StoreError> {
        self.put_as(local, content_type(local))
    }

    /// The same with a content type of its own.
    ///
    /// # Errors
    /// As any call to S3.
    pub(crate) fn put_as(&self, local: &Path, content_type: &str) -> Result<(), StoreError> {
        super::store()?.upload(local, &self.beside(local)?, content_type)
    }

    /// Makes it known that a journal is not needed any more.
    ///
    /// # Errors
    /// As any call to S3.
    pub(crate) fn clear(&self, journal: &Path) -> Result<(), StoreError> {
        super::store()?.put(&self.beside(journal)?, Vec::new(), content_type(journal))
    }

    /// Whether such a file lies in S3.
    ///
    /// # Errors
    /// As any call to S3.
    pub(crate) fn has(&self, local: &Path) -> Result<bool, StoreError> {
        super::store()?.exists(&self.beside(local)?)
    }

    /// Brings a file from S3 to `to`; false where there is none.
    ///
    /// # Errors
    /// As any call to S3.
    pub(crate) fn fetch(&self, local: &Path, to: &Path) -> Result<bool, StoreError> {
        match super::store()?.download(&self.beside(local)?, to) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == Kind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Puts what S3 has of `journal`, which this process holds, into it, where it is more than what this machine has.
    ///
    /// # Errors
    /// As any call to S3; one of the two is damaged.
    pub(crate) fn fetch_journal(&self, journal: &Path) -> anyhow::Result<()> {
        let fetched = crate::destination::beside(journal, ".fetched");
        if !self.fetch(journal, &fetched)? {
            // A run begins with one in S3: who has deleted it there wants to begin anew, whatever this machine remembers.
            let ours = fs::OpenOptions::new().write(true).truncate(true).open(journal);
            return match ours {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    Err(error).with_context(|| format!("failed to write {}", shown(journal)))
                }
                _ => Ok(()),
            };
        }
        let lines = |place: &Path| anyhow::Ok(journal::scan(place)?.map_or(0, |scan| scan.files + 1));
        let theirs = lines(&fetched).with_context(|| format!("failed to go on with {}", shown(&self.address(journal))))?;
        if theirs > lines(journal)? {
            // Into the same file: it is the file that is held, not its name.
            fs::copy(&fetched, journal).with_context(|| format!("failed to write {}", shown(journal)))?;
        }
        fs::remove_file(&fetched).with_context(|| format!("failed to remove {}", shown(&fetched)))
    }

    /// Removes what was made here and lies in S3 by now.
    pub(crate) fn tidy(&self, made: &[&Path]) {
        // Best effort: it all lies in the system's own temporary folder. The folder stays, another part of the run may be about to use it.
        made.iter().for_each(|file| drop(fs::remove_file(file)));
    }
}

/// Carries a growing journal to S3 from time to time, until it is dropped.
pub(crate) struct Courier {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Courier {
    /// Begins.
    pub(crate) fn start(target: &Target, journal: &Path) -> Self {
        let (end, ended) = channel::<()>();
        let (target, journal) = (target.clone(), journal.to_owned());
        let thread = Builder::new().spawn(move || {
            let size = || fs::metadata(&journal).map_or(0, |metadata| metadata.len());
            let mut carried = size();
            while ended.recv_timeout(CARRY_EVERY) == Err(RecvTimeoutError::Timeout) {
                let now = size();
                // A failure now is none: there is a next time, and the end of the run, which tells.
                if now != carried && target.put(&journal).is_ok() {
                    carried = now;
                }
            }
        });
        // Where no thread can be had, the end of the run carries it alone.
        Self { end: Some(end), thread: thread.ok() }
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        drop(self.end.take());
        // What is on its way must not arrive after what is sent next.
        drop(self.thread.take().map(JoinHandle::join));
    }
}

/// The folder of this machine in which everything about `object` is made: the same for every run, so that a run on the same machine finds
/// what the one before left behind.
///
/// # Errors
/// It cannot be made, or belongs to others.
pub(super) fn work_folder(object: &Object) -> anyhow::Result<PathBuf> {
    let hash = genre::hex(&Sha256::digest(object.to_string().as_bytes()));
    let folder = std::env::temp_dir().join(format!("acousticsense-{}", hash.get(..16).unwrap_or(&hash)));
    let failed = || format!("failed to make {}", shown(&folder));
    match make_private(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error).with_context(failed),
        _ => {}
    }
    let metadata = fs::symlink_metadata(&folder).with_context(failed)?;
    anyhow::ensure!(
        metadata.is_dir() && is_private(&metadata),
        "{} belongs to somebody else; set TMPDIR to another folder",
        shown(&folder)
    );
    Ok(folder)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(unix)]
fn is_private(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}

fn content_type(local: &Path) -> &'static str {
    match local.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => "text/csv; charset=utf-8",
        Some("jsonl") => "application/x-ndjson",
        Some("parquet") => "application/vnd.apache.parquet",
        _ => "application/octet-stream",
    }
}
