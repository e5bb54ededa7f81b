//! What was named, to be walked through as often as it takes.

use std::path::PathBuf;

/// What was named.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    /// On the command line itself.
    pub(crate) paths: Vec<PathBuf>,
    /// A list of files: where it lies on this machine, and the address that it was named by, from whose folder its paths count.
    pub(crate) manifest: Option<(PathBuf, PathBuf)>,
    /// Whether addresses in S3 are taken.
    pub(crate) addresses: bool,
}

impl Sources {
    /// Whether it can be walked through but once.
    pub(crate) fn only_once(&self) -> bool {
        self.paths.iter().any(|path| path.as_os_str() == "-" || path.exists() && !path.is_file() && !path.is_dir())
    }
}

impl From<Vec<PathBuf>> for Sources {
    /// Files of this machine.
    fn from(paths: Vec<PathBuf>) -> Self {
        Self { paths, ..Self::default() }
    }
}
