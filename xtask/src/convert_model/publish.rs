//! Puts a model's files in their place: each is written to a hidden folder beside it and renamed when all are known to be good.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use genre::hex;
use sha2::{Digest, Sha256};

/// Files on their way; what is not published goes away again.
pub(super) struct Staged {
    folder: PathBuf,
    /// The hidden folder in it, so that a rename never crosses a file system.
    hidden: PathBuf,
    /// Where each file lies now, and its name in the folder.
    files: Vec<(PathBuf, String)>,
    /// Whether the folder was made for them.
    made: bool,
}

/// What is known of a file that was written.
pub(super) struct Written {
    pub(super) bytes: u64,
    /// Both in lower-case hexadecimal.
    pub(super) sha256: String,
    pub(super) blake3: String,
}

impl Staged {
    pub(super) fn new(folder: &Path) -> anyhow::Result<Self> {
        let made = !folder.exists();
        let hidden = folder.join(format!(".converting-{}", std::process::id()));
        fs::create_dir_all(&hidden).with_context(|| format!("failed to make the folder {}", folder.display()))?;
        Ok(Self { folder: folder.to_owned(), hidden, files: Vec::new(), made })
    }

    /// Where the files lie now, in the order in which they were written.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.files.iter().map(|(path, _)| path.clone()).collect()
    }

    /// Writes a file; its size and hashes.
    pub(super) fn write(
        &mut self,
        name: &str,
        contents: impl FnOnce(&mut Hashing<BufWriter<File>>) -> anyhow::Result<()>,
    ) -> anyhow::Result<Written> {
        let beside = self.hidden.join(name);
        let failed = || format!("failed to write {}", self.folder.join(name).display());
        let file = File::create(&beside).with_context(failed)?;
        self.files.push((beside, name.to_owned()));
        let mut file =
            Hashing { to: BufWriter::with_capacity(1 << 20, file), sha256: Sha256::new(), blake3: blake3::Hasher::new(), bytes: 0 };
        contents(&mut file).with_context(|| format!("failed to write {name}"))?;
        let Hashing { to, sha256, blake3, bytes } = file;
        to.into_inner()
            .map_err(|error| error.into_error())
            .and_then(|file| file.sync_all())
            .with_context(|| format!("failed to write {name}"))?;
        Ok(Written { bytes, sha256: hex(&sha256.finalize()), blake3: blake3.finalize().to_hex().to_string() })
    }

    /// Writes a small file.
    pub(super) fn add(&mut self, name: &str, contents: &[u8]) -> anyhow::Result<()> {
        self.write(name, |to| Ok(to.write_all(contents)?)).map(drop)
    }

    /// Renames everything into its place, in the order in which it was written.
    pub(super) fn publish(mut self) -> anyhow::Result<()> {
        for (beside, name) in std::mem::take(&mut self.files) {
            let place = self.folder.join(name);
            fs::rename(&beside, &place).with_context(|| format!("failed to write {}", place.display()))?;
        }
        // What was published stays; `drop` removes the hidden folder.
        self.made = false;
        Ok(())
    }

    /// Fails, naming the first file that lies in `folder` with other contents than here.
    pub(super) fn compare(&self, folder: &Path) -> anyhow::Result<()> {
        for (path, name) in &self.files {
            let place = folder.join(name);
            if !same(path, &place).with_context(|| format!("failed to read {}", place.display()))? {
                bail!("{} is not what its checkpoint gives today", place.display());
            }
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Nobody is left to be told, and nothing depends on it.
        drop(fs::remove_dir_all(&self.hidden));
        if self.made {
            drop(fs::remove_dir(&self.folder));
        }
    }
}

/// Removes files that may be there.
pub(super) fn remove(folder: &Path, names: &[&str]) -> anyhow::Result<()> {
    for place in names.iter().map(|name| folder.join(name)).filter(|place| place.exists()) {
        fs::remove_file(&place).with_context(|| format!("failed to remove {}", place.display()))?;
    }
    Ok(())
}

fn same(a: &Path, b: &Path) -> std::io::Result<bool> {
    let (mut a, mut b) = (BufReader::new(File::open(a)?), BufReader::new(File::open(b)?));
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = a.read(&mut left)?;
        if read == 0 {
            return Ok(b.read(&mut right)? == 0);
        }
        if b.read_exact(&mut right[..read]).is_err() || left[..read] != right[..read] {
            return Ok(false);
        }
    }
}

/// Counts and hashes what passes through.
pub(super) struct Hashing<W> {
    to: W,
    sha256: Sha256,
    blake3: blake3::Hasher,
    bytes: u64,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(buffer)?;
        self.sha256.update(&buffer[..written]);
        self.blake3.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}
