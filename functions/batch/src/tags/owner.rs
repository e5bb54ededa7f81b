//! Whose a file is.

use std::path::Path;

/// A copy belongs to whoever the file belongs to.
#[cfg(unix)]
pub(super) fn keep_owner(path: &Path, copy: &Path) -> anyhow::Result<()> {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, chown};

    use anyhow::Context;

    let (ours, theirs) = (fs::metadata(copy)?, fs::metadata(path)?);
    if (ours.uid(), ours.gid()) != (theirs.uid(), theirs.gid()) {
        chown(copy, Some(theirs.uid()), Some(theirs.gid())).context("its owner and group cannot be kept")?;
        // A change of owner may take bits away.
        fs::set_permissions(copy, theirs.permissions())?;
    }
    Ok(())
}

/// There are no owners to keep.
#[cfg(not(unix))]
pub(super) fn keep_owner(_: &Path, _: &Path) -> anyhow::Result<()> {
    Ok(())
}
