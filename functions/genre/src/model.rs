//! A model on disk, or the one that is built in: its manifest and one verified file of weights.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::ModelError;
use crate::manifest::{Manifest, ModelFile, Precision};
use crate::mapped::Bytes;

/// A manifest and one of its files.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the model says of itself.
    pub manifest: Manifest,
    /// The file that was chosen.
    pub file: ModelFile,
    /// Where it lies.
    pub source: ModelSource,
}

/// Where an ONNX graph lies.
#[derive(Clone, Debug)]
pub enum ModelSource {
    /// In this program.
    BuiltIn(&'static [u8]),
    /// On the disk.
    File(PathBuf),
}

/// Bytes that are hashed at a time.
const PIECE: usize = 1 << 18;

/// The model that is built in: small, learnt from composed music only, so that everything answers without a download.
const BUILT_IN_MANIFEST: &[u8] = include_bytes!("../../../models/demo/model.json");
const BUILT_IN_ONNX: &[u8] = include_bytes!("../../../models/demo/model.f16.onnx");

impl Model {
    /// The built-in model.
    ///
    /// # Errors
    /// None that tests would let pass.
    pub fn built_in() -> Result<Self, ModelError> {
        let manifest = Manifest::from_json(BUILT_IN_MANIFEST)?;
        let file = manifest.file(None)?.clone();
        Ok(Self { manifest, file, source: ModelSource::BuiltIn(BUILT_IN_ONNX) })
    }

    /// Reads `folder/model.json` and finds the file of the wanted precision beside it; without a wish the most precise one there is.
    ///
    /// The file is not yet compared with its hashes: [`Self::verify`] does that, and so does whoever reads it, as [`crate::Classifier::new`].
    ///
    /// # Errors
    /// [`ModelError`], naming the file.
    pub fn open(folder: &Path, precision: Option<Precision>) -> Result<Self, ModelError> {
        let read = |name: &str| {
            let what = name.to_owned();
            std::fs::read(folder.join(name)).map_err(|source| ModelError::Read { what, source })
        };
        let manifest = Manifest::from_json(&read("model.json")?)?;
        let file = manifest.file(precision)?.clone();
        let path = folder.join(&file.path);
        let model = Self { source: ModelSource::File(path.clone()), manifest, file };
        // Looked at now: whatever lies there under the model's name need not be read to be refused.
        let opened = File::open(path).and_then(|file| file.metadata()).map_err(|source| model.unread(source))?;
        check_length(&model.file, opened.len())?;
        Ok(model)
    }

    /// The whole file where it lies, compared with its hash.
    ///
    /// # Errors
    /// [`ModelError::Read`], [`ModelError::Mismatch`].
    pub(crate) fn map(&self) -> Result<Bytes, ModelError> {
        let bytes = match &self.source {
            ModelSource::BuiltIn(bytes) => Bytes::BuiltIn(bytes),
            ModelSource::File(path) => Bytes::map(path).map_err(|source| self.unread(source))?,
        };
        self.check(&bytes)?;
        Ok(bytes)
    }

    /// The whole file, for runtimes that want it in memory; not yet compared with its hash, [`Self::check`] does that.
    ///
    /// # Errors
    /// [`ModelError::Read`].
    pub fn read(&self) -> Result<Cow<'static, [u8]>, ModelError> {
        Ok(match &self.source {
            ModelSource::BuiltIn(bytes) => Cow::Borrowed(*bytes),
            ModelSource::File(path) => Cow::Owned(std::fs::read(path).map_err(|source| self.unread(source))?),
        })
    }

    /// Compares size and hash of what was read with what the manifest vouches for: the BLAKE3 where it gives one, else the SHA-256.
    ///
    /// # Errors
    /// [`ModelError::Mismatch`].
    pub fn check(&self, bytes: &[u8]) -> Result<(), ModelError> {
        check_length(&self.file, bytes.len() as u64)?;
        match &self.file.blake3 {
            Some(wanted) => self.compare("BLAKE3", &blake3::hash(bytes).to_hex(), wanted),
            None => self.compare("SHA-256", &sha256_hex(bytes), &self.file.sha256),
        }
    }

    fn unread(&self, source: io::Error) -> ModelError {
        ModelError::Read { what: self.file.path.clone(), source }
    }

    /// Compares the file with its size and every hash that the manifest gives, piece by piece.
    ///
    /// # Errors
    /// [`ModelError::Read`], [`ModelError::Mismatch`].
    pub fn verify(&self) -> Result<(), ModelError> {
        let (mut sha256, mut blake3) = (Sha256::new(), blake3::Hasher::new());
        let mut length = 0;
        let mut piece = vec![0; PIECE];
        let mut reader: Box<dyn Read> = match &self.source {
            ModelSource::BuiltIn(bytes) => Box::new(*bytes),
            ModelSource::File(path) => Box::new(File::open(path).map_err(|source| self.unread(source))?),
        };
        loop {
            let read = reader.read(&mut piece).map_err(|source| self.unread(source))?;
            if read == 0 {
                break;
            }
            sha256.update(&piece[..read]);
            blake3.update(&piece[..read]);
            length += read as u64;
        }
        check_length(&self.file, length)?;
        self.compare("SHA-256", &hex(&sha256.finalize()), &self.file.sha256)?;
        self.file.blake3.as_ref().map_or(Ok(()), |wanted| self.compare("BLAKE3", &blake3.finalize().to_hex(), wanted))
    }

    fn compare(&self, hash: &str, found: &str, wanted: &str) -> Result<(), ModelError> {
        if found == wanted { Ok(()) } else { Err(mismatch(&self.file, format!("its {hash} is {found} instead of {wanted}"))) }
    }
}

fn check_length(file: &ModelFile, bytes: u64) -> Result<(), ModelError> {
    if bytes == file.bytes { Ok(()) } else { Err(mismatch(file, format!("it has {bytes} bytes instead of {}", file.bytes))) }
}

fn mismatch(file: &ModelFile, what: String) -> ModelError {
    ModelError::Mismatch { file: file.path.clone(), what }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal, e.g. of a hash that was taken piece by piece.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
