//! What was named on the command line, one file after the other: files, folders walked through, patterns, playlists and lists of paths.
//!
//! Lazy: at any time only the names of the folders that are being walked are held, so that an archive of millions of files costs no more
//! memory than its largest folder. The order is fixed: as named, and inside folders and patterns by the bytes of the names. A file that
//! is reached twice, by two names or through a link, is judged under the first one. Within a single folder only links can lead to a file
//! twice, so only their targets are remembered; otherwise sixteen bytes per file are. Addresses in S3 are looked up in [`crate::remote`].

mod glob;
mod list;
pub(crate) mod sniff;
mod sources;

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};
use store::Stat;

use glob::Glob;
use list::List;
pub(crate) use sources::Sources;

use crate::remote::{self, Objects};

/// A file to judge, or something that should have been one.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// What tells a file from its later versions.
    pub(crate) stamp: Option<Stamp>,
    /// Why it cannot even be tried.
    pub(crate) problem: Option<io::Error>,
}

/// Size and time of the last change, or size and ETag of an object in S3: when both are as they were, the file is taken to be the same.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Stamp {
    bytes: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified_ns: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
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
    /// Whether addresses in S3 are taken.
    addresses: bool,
}

/// Something that further inputs come from.
enum Level {
    Named(std::vec::IntoIter<PathBuf>),
    Folder(Folder),
    Glob(Glob),
    List(List),
    Objects(Objects),
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
    /// Whether an address in S3 is all there is.
    only_address: bool,
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
    pub(crate) fn new(sources: impl Into<Sources>) -> Self {
        let Sources { paths: named, manifest, addresses } = sources.into();
        let only = match named.as_slice() {
            [one] if manifest.is_none() && one.is_dir() => fs::canonicalize(one).ok(),
            _ => None,
        };
        let only_address = matches!(named.as_slice(), [one] if manifest.is_none() && remote::is_s3(one));
        let mut levels = vec![Level::Named(named.into_iter())];
        levels.extend(manifest.map(|(file, address)| Level::List(List::manifest(file, address))));
        Self { levels, passed: Arc::default(), seen: Seen { only, only_address, real_paths: HashSet::new() }, addresses }
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
            return self.address(path, by);
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

impl Inputs {
    /// Makes an input of an address. What a list names is an object; what the command line names may be a prefix.
    fn address(&mut self, path: PathBuf, by: By) -> Option<Input> {
        if !self.addresses || !remote::is_s3(&path) {
            let why =
                if self.addresses { "only addresses in S3 are read, s3://bucket/key" } else { "addresses are not read here; name a file" };
            return Some(Input::failing(path, io::Error::other(why)));
        }
        let input = match by {
            By::CommandLine => match remote::named(&path) {
                Ok(remote::Named::One(input)) => input,
                Ok(remote::Named::Many(objects)) => {
                    self.levels.push(Level::Objects(objects));
                    return None;
                }
                Err(problem) => return Some(Input::failing(path, problem.into())),
            },
            By::List | By::Walk => Input::named(path),
        };
        self.once(input)
    }

    /// The same, unless it came up before.
    fn once(&mut self, input: Input) -> Option<Input> {
        if input.problem.is_none() && self.seen.address(&input.path) {
            self.passed.again.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Some(input)
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
                Level::Objects(objects) => match objects.next(&self.passed) {
                    Some(input) => match self.once(input) {
                        None => continue,
                        input => return input,
                    },
                    None => None,
                },
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

    /// Something that cannot even be tried.
    pub(crate) fn failing(path: PathBuf, problem: io::Error) -> Self {
        Self { path, stamp: None, problem: Some(problem) }
    }

    /// Whether S3 has to be asked what it is now.
    pub(crate) fn needs_stamp(&self) -> bool {
        self.stamp.is_none() && self.problem.is_none() && remote::is_s3(&self.path)
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        Self { bytes: metadata.len(), modified_ns: Some(u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)), etag: None }
    }

    /// That of an object in S3. Its time is left out: a copy of the same content has another.
    pub(crate) fn of_object(stat: &Stat) -> Self {
        Self { bytes: stat.bytes, modified_ns: None, etag: Some(stat.etag.clone()) }
    }

    /// Size, bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
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
        self.took(&real)
    }

    /// Whether this address came up before. A listing names every object once.
    fn address(&mut self, address: &Path) -> bool {
        !self.only_address && self.took(address)
    }

    /// Takes it down; true where it stands there already.
    fn took(&mut self, real: &Path) -> bool {
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
    path.as_os_str() == "-" || remote::is_s3(path) || path.exists() || Glob::new(path).is_some()
}

pub(crate) fn is_hidden(name: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn stamps_of_earlier_versions_are_read_and_written_alike() {
        let file = r#"{"bytes":5,"modified_ns":1700000000000000000}"#;
        let object = Stamp::of_object(&store::Stat { bytes: 5, etag: "8b04".to_owned(), modified_s: 7 });
        for (text, stamp) in [(file, None), (r#"{"bytes":5,"etag":"8b04"}"#, Some(object))] {
            let read: Stamp = serde_json::from_str(text).expect("a stamp");
            assert_eq!(serde_json::to_string(&read).expect("plain data"), text);
            assert!(stamp.is_none_or(|stamp| stamp == read));
        }
    }
}
