//! What was named on the command line, one file after the other: files, folders walked through, patterns, playlists and lists of paths.
//!
//! Lazy: at any time only the names of the folders that are being walked are held, so that an archive of millions of files costs no more
//! memory than its largest folder. The order is fixed: as named, and inside folders and patterns by the bytes of the names. A file that
//! is reached twice, by two names or through a link, is judged under the first one. Within a single folder only links can lead to a file
//! twice, so only their targets are remembered; otherwise sixteen bytes per file are.

mod glob;
mod list;
pub(crate) mod sniff;

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use glob::Glob;
use list::List;

/// A file to judge, or something that should have been one.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// What tells a file from its later versions.
    pub(crate) stamp: Option<Stamp>,
    /// Why it cannot even be tried.
    pub(crate) problem: Option<io::Error>,
}

/// Size and time of the last change: when both are as they were, the file is taken to be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Stamp {
    bytes: u64,
    modified_ns: u64,
}

/// What was passed over; grows while the files are walked through.
#[derive(Debug, Default)]
pub(crate) struct Passed {
    /// Files of folders and patterns that are no audio.
    pub(crate) not_audio: AtomicU64,
    /// Hidden files and folders.
    pub(crate) hidden: AtomicU64,
    /// Files that came up before.
    pub(crate) again: AtomicU64,
}

/// The files, in order.
pub(crate) struct Inputs {
    levels: Vec<Level>,
    passed: Arc<Passed>,
    seen: Seen,
}

/// Something that further inputs come from.
enum Level {
    Named(std::vec::IntoIter<PathBuf>),
    Folder(Folder),
    Glob(Glob),
    List(List),
}

/// A folder that is being walked through.
struct Folder {
    path: PathBuf,
    names: std::vec::IntoIter<OsString>,
}

/// Which files came up before.
struct Seen {
    /// The one folder that is walked through, when there is nothing else.
    only: Option<PathBuf>,
    /// The beginnings of the SHA-256 of their real paths.
    real_paths: HashSet<[u8; 16]>,
}

/// How something came up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// On the command line: it may be a pattern or a list.
    CommandLine,
    /// In a list.
    List,
    /// While walking through folders: what is no audio is passed over.
    Walk,
}

impl Inputs {
    pub(crate) fn new(named: Vec<PathBuf>) -> Self {
        let only = match named.as_slice() {
            [one] if one.is_dir() => fs::canonicalize(one).ok(),
            _ => None,
        };
        Self { levels: vec![Level::Named(named.into_iter())], passed: Arc::default(), seen: Seen { only, real_paths: HashSet::new() } }
    }

    /// What is passed over.
    pub(crate) fn passed(&self) -> Arc<Passed> {
        Arc::clone(&self.passed)
    }

    /// Goes into a folder, or says why that cannot be done.
    fn enter(&mut self, path: PathBuf) -> Option<Input> {
        match sorted_names(&path) {
            Ok((names, hidden)) => {
                self.passed.hidden.fetch_add(hidden, Ordering::Relaxed);
                self.levels.push(Level::Folder(Folder { path, names: names.into_iter() }));
                None
            }
            Err(problem) => Some(Input::failing(path, problem)),
        }
    }

    /// Makes an input of what came up, or goes where further ones are.
    fn came_up(&mut self, path: PathBuf, by: By) -> Option<Input> {
        if by != By::Walk && is_remote(&path) {
            return Some(Input::failing(path, io::Error::other("addresses are not in this version; name a file")));
        }
        if by == By::CommandLine && path.as_os_str() == "-" {
            self.levels.push(Level::List(List::of_standard_input()));
            return None;
        }
        // In a folder, a link is what it leads to, but links to folders are left out: they may lead in circles.
        let link = by == By::Walk && fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink());
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(problem) => {
                if let Some(glob) = Glob::new(&path).filter(|_| by == By::CommandLine) {
                    self.levels.push(Level::Glob(glob));
                    return None;
                }
                return (by != By::Walk || sniff::named_like_audio(&path)).then(|| Input::failing(path, problem));
            }
        };
        if metadata.is_dir() {
            return if link { None } else { self.enter(path) };
        }
        if !metadata.is_file() {
            return (by != By::Walk).then(|| Input::failing(path, io::Error::other("this is not a regular file")));
        }
        if by == By::CommandLine {
            match List::open(&path) {
                Ok(None) => {}
                Ok(Some(list)) => {
                    self.levels.push(Level::List(list));
                    return None;
                }
                Err(problem) => return Some(Input::failing(path, problem)),
            }
        }
        if by == By::Walk && !sniff::is_audio(&path) {
            self.passed.not_audio.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        if self.seen.before(&path, link) {
            self.passed.again.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Some(Input { path, stamp: Some(Stamp::of(&metadata)), problem: None })
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            let level = self.levels.last_mut()?;
            let next = match level {
                Level::Named(paths) => paths.next().map(|path| (Ok(path), By::CommandLine)),
                Level::Folder(folder) => folder.names.next().map(|name| (Ok(folder.path.join(name)), By::Walk)),
                Level::Glob(glob) => glob.next().map(|path| (path, By::Walk)),
                Level::List(list) => list.next().map(|path| (path, By::List)),
            };
            let input = match next {
                Some((Ok(path), by)) => self.came_up(path, by),
                Some((Err((path, problem)), _)) => Some(Input::failing(path, problem)),
                None => {
                    self.levels.pop();
                    None
                }
            };
            if input.is_some() {
                return input;
            }
        }
    }
}

impl Input {
    /// A file that a table names; whether it can be read shows when it is.
    pub(crate) fn named(path: PathBuf) -> Self {
        Self { path, stamp: None, problem: None }
    }

    fn failing(path: PathBuf, problem: io::Error) -> Self {
        Self { path, stamp: None, problem: Some(problem) }
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        Self { bytes: metadata.len(), modified_ns: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX) }
    }
}

impl Seen {
    /// Whether this file came up before, or will come up under its own name.
    fn before(&mut self, path: &Path, link: bool) -> bool {
        if self.only.is_some() && !link {
            return false;
        }
        let Ok(real) = fs::canonicalize(path) else { return false };
        if let Some(inside) = self.only.as_ref().and_then(|only| real.strip_prefix(only).ok()) {
            let hidden = inside.iter().any(|name| is_hidden(name.as_encoded_bytes()));
            if !hidden && sniff::is_audio(&real) {
                return true;
            }
        }
        let mut begin = [0; 16];
        begin.copy_from_slice(&Sha256::digest(real.as_os_str().as_encoded_bytes())[..16]);
        !self.real_paths.insert(begin)
    }
}

/// Addresses of another machine.
pub(crate) fn is_remote(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    ["s3://", "http://", "https://"]
        .iter()
        .any(|scheme| bytes.len() >= scheme.len() && bytes[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes()))
}

/// Whether something can come of this name: it exists, is a pattern, or is standard input.
pub(crate) fn is_there(path: &Path) -> bool {
    path.as_os_str() == "-" || path.exists() || Glob::new(path).is_some()
}

fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".")
}

/// The names in a folder that are not hidden, by their bytes, and how many are.
fn sorted_names(folder: &Path) -> io::Result<(Vec<OsString>, u64)> {
    let (mut names, mut hidden) = (Vec::new(), 0);
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if is_hidden(name.as_encoded_bytes()) {
            hidden += 1;
        } else {
            names.push(name);
        }
    }
    names.sort_unstable_by(|a, b| a.as_encoded_bytes().cmp(b.as_encoded_bytes()));
    Ok((names, hidden))
}
