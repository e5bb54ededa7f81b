//! A model's file where it lies: mapped into memory rather than read into it, so that weights are neither copied nor held twice.
//!
//! Measured (2026-11-28, ViT-B/16 in f32, 342 MB in the page cache): reading it into memory of its own takes 150 to 300 ms, since a system
//! hands out new memory page by page; mapping it takes 2 to 4 ms.
//!
//! What is mapped follows the file. One that is written over while it is in use would change the weights, or end the program where it became
//! shorter; so a file is replaced by renaming another one into its place, as `convert-model` does, and whoever computes with it asks
//! [`Bytes::unchanged`] first.

#![expect(unsafe_code, reason = "mapping a file, and giving pages of it back")]

use std::fs::{File, Metadata};
use std::io;
use std::ops::{Deref, Range};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use memmap2::{Advice, Mmap, UncheckedAdvice};

/// A file's bytes. Copies share them.
#[derive(Clone, Debug)]
pub(crate) enum Bytes {
    /// In this program.
    BuiltIn(&'static [u8]),
    /// On the disk.
    Mapped(Arc<Mapped>),
}

/// A file that is mapped.
#[derive(Debug)]
pub(crate) struct Mapped {
    map: Mmap,
    /// Open still, to be asked whether it is what it was.
    file: File,
    stamp: Stamp,
}

/// What changes when a file is written to.
#[derive(Debug, PartialEq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { bytes: metadata.len(), modified: metadata.modified().ok() }
    }
}

impl Bytes {
    /// Maps a file.
    ///
    /// # Errors
    /// It cannot be opened, or is none whose pages can be mapped: a folder, a device, a pipe.
    pub(crate) fn map(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no ordinary file"));
        }
        // SAFETY: the pages are only read. What others write to the file meanwhile may change what is read, never more than bytes of which
        // every value is one; `unchanged` notices it, and the text above says what a user must not do.
        let map = unsafe { Mmap::map(&file)? };
        // It is read from begin to end first, to be hashed. A system that will not be advised reads it all the same.
        let _ = map.advise(Advice::WillNeed);
        Ok(Self::Mapped(Arc::new(Mapped { map, file, stamp: Stamp::of(&metadata) })))
    }

    /// Whether the file is as long as it was and nobody has written to it.
    pub(crate) fn unchanged(&self) -> bool {
        match self {
            Self::BuiltIn(_) => true,
            Self::Mapped(mapped) => mapped.file.metadata().is_ok_and(|metadata| Stamp::of(&metadata) == mapped.stamp),
        }
    }

    /// Lets the system take back the pages of a part that was copied: they count as this program's memory no longer, and come again when
    /// they are read.
    pub(crate) fn release(&self, part: Range<usize>) {
        let Self::Mapped(mapped) = self else { return };
        let Range { start, end } = part;
        if start < end && end <= mapped.map.len() {
            // SAFETY: pages of a file that is mapped to be read only, and not written to through this map: what comes again is the same.
            let _ = unsafe { mapped.map.unchecked_advise_range(UncheckedAdvice::DontNeed, start, end - start) };
        }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::BuiltIn(bytes) => bytes,
            Self::Mapped(mapped) => &mapped.map,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("acousticsense-mapped-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("it can be made");
        folder
    }

    #[test]
    fn a_file_is_what_it_holds_and_stays_so_when_another_takes_its_name() {
        let folder = folder("renamed");
        let (path, other) = (folder.join("a"), folder.join("b"));
        let contents: Vec<u8> = (0..100_000_u32).map(|index| (index % 251) as u8).collect();
        fs::write(&path, &contents).expect("written");
        let bytes = Bytes::map(&path).expect("mapped");
        assert!(*bytes == *contents && bytes.unchanged());
        // Parts come again when they are read; what is no part of it is nothing to be released.
        for part in [0..100_000, 5000..5001, 4096..90_000, 99_999..100_000, 0..100_001, 7..7] {
            bytes.release(part);
            assert!(*bytes == *contents);
        }
        fs::write(&other, b"another model").expect("written");
        fs::rename(&other, &path).expect("renamed");
        assert!(*bytes == *contents && bytes.unchanged());
        fs::remove_file(&path).expect("removed");
        assert!(*bytes == *contents && bytes.unchanged());
        fs::remove_dir(&folder).expect("empty");
    }

    #[test]
    fn a_file_that_is_written_over_is_noticed() {
        let folder = folder("written");
        let path = folder.join("a");
        for change in ["shorter", "longer", "other"] {
            fs::write(&path, [1; 9000]).expect("written");
            let bytes = Bytes::map(&path).expect("mapped");
            assert!(bytes.unchanged());
            let now = match change {
                "shorter" => vec![1; 10],
                "longer" => vec![1; 9001],
                _ => vec![2; 9000],
            };
            fs::write(&path, now).expect("written");
            // A file system may count in whole ticks, and both happen within one.
            let file = File::options().write(true).open(&path).expect("it is there");
            let later = file.metadata().and_then(|metadata| metadata.modified()).expect("a time") + std::time::Duration::from_secs(1);
            file.set_modified(later).expect("set");
            assert!(!bytes.unchanged(), "{change}");
        }
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn what_is_no_file_is_refused() {
        assert!(Bytes::map(&std::env::temp_dir()).is_err());
        assert!(Bytes::map(Path::new("no/such/file")).is_err());
    }
}
