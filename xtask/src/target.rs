//! Where cargo builds, and where the toolkit keeps what it has made: a cache of that folder serves both.

use std::path::{Path, PathBuf};

/// `CARGO_TARGET_DIR`, or `target` under the repository's root.
pub(crate) fn folder(root: &Path) -> PathBuf {
    // Tests and other programs are started elsewhere: a relative one is meant from the root, as the toolkit is started from there.
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |named| root.join(named))
}
