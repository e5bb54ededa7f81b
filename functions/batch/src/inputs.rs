//! What was named on the command line, folders walked through, one file after the other.
//!
//! Lazy: at any time only the names of the folders that are being walked are held, so that an archive of millions of files costs no more
//! memory than its largest folder. The order is fixed: as named, and inside folders by the bytes of the names.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::sniff;

/// A file to judge, or something that should have been one.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// Why it cannot even be tried.
    pub(crate) problem: Option<io::Error>,
}

/// The files, in order.
pub(crate) struct Inputs {
    named: std::vec::IntoIter<PathBuf>,
    folders: Vec<Folder>,
    skipped: Arc<AtomicU64>,
}

/// A folder that is being walked through.
struct Folder {
    path: PathBuf,
    names: std::vec::IntoIter<OsString>,
}

impl Inputs {
    pub(crate) fn new(named: Vec<PathBuf>) -> Self {
        Self { named: named.into_iter(), folders: Vec::new(), skipped: Arc::default() }
    }

    /// How many files were no audio; grows while the files are walked through.
    pub(crate) fn skipped(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.skipped)
    }

    /// Goes into a folder, or says why that cannot be done.
    fn enter(&mut self, path: PathBuf) -> Option<Input> {
        match sorted_names(&path) {
            Ok(names) => {
                self.folders.push(Folder { path, names: names.into_iter() });
                None
            }
            Err(problem) => Some(Input { path, problem: Some(problem) }),
        }
    }

    /// Something that was named on the command line.
    fn named(&mut self, path: PathBuf) -> Option<Input> {
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => self.enter(path),
            Ok(metadata) if metadata.is_file() => Some(Input { path, problem: None }),
            Ok(_) => Some(Input { path, problem: Some(io::Error::other("this is not a regular file")) }),
            Err(problem) => Some(Input { path, problem: Some(problem) }),
        }
    }

    /// Something that was found in a folder.
    fn found(&mut self, path: PathBuf) -> Option<Input> {
        // A link is what it leads to, but links to folders are left out: they may lead in circles.
        let link = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink());
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() && !link => self.enter(path),
            Ok(metadata) if metadata.is_file() => {
                if sniff::is_audio(&path) {
                    return Some(Input { path, problem: None });
                }
                self.skipped.fetch_add(1, Ordering::Relaxed);
                None
            }
            Ok(_) => None,
            Err(problem) => sniff::named_like_audio(&path).then_some(Input { path, problem: Some(problem) }),
        }
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            let input = match self.folders.last_mut() {
                Some(folder) => match folder.names.next() {
                    Some(name) => {
                        let path = folder.path.join(name);
                        self.found(path)
                    }
                    None => {
                        self.folders.pop();
                        None
                    }
                },
                None => {
                    let path = self.named.next()?;
                    self.named(path)
                }
            };
            if input.is_some() {
                return input;
            }
        }
    }
}

/// The names in a folder that are not hidden, by their bytes.
fn sorted_names(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort_unstable_by(|a, b| a.as_encoded_bytes().cmp(b.as_encoded_bytes()));
    Ok(names)
}
