//! Puts a model's files in their place, or compares them with what is there.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};

/// Writes every file beside its place and renames it into it, in the order given: the manifest last, so that it never names a file
/// that is not there.
pub(super) fn write(folder: &Path, files: &[(&str, &[u8])]) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("failed to make the folder {}", folder.display()))?;
    for (name, bytes) in files {
        let (place, beside) = (folder.join(name), folder.join(format!(".{name}.{}.part", std::process::id())));
        let written = fs::File::create(&beside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        if let Err(error) = written.and_then(|()| fs::rename(&beside, &place)) {
            // The first error is the one to tell.
            drop(fs::remove_file(&beside));
            return Err(error).with_context(|| format!("failed to write {}", place.display()));
        }
    }
    Ok(())
}

/// Fails, naming the first file that is not what would be written.
pub(super) fn compare(folder: &Path, files: &[(&str, &[u8])]) -> anyhow::Result<()> {
    for (name, bytes) in files {
        let place = folder.join(name);
        let there = fs::read(&place).with_context(|| format!("failed to read {}", place.display()))?;
        if there != *bytes {
            bail!("{} is not what its checkpoint gives today", place.display());
        }
    }
    Ok(())
}
