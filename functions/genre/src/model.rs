//! A model on disk, or the one that is built in: its manifest and one verified file of weights.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::ModelError;
use crate::manifest::{Manifest, ModelFile, Precision};

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

/// What a model's file is read through.
pub(crate) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

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
    /// The file is not yet compared with its hash: [`Self::verify`] does that, and so does whoever reads it, as [`crate::Classifier::new`].
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
        let model = Self { source: ModelSource::File(folder.join(&file.path)), manifest, file };
        // Looked at now: whatever lies there under the model's name need not be read to be refused.
        check_length(&model.file, model.reader().and_then(|mut reader| reader.seek(io::SeekFrom::End(0))).map_err(|e| model.unread(e))?)?;
        Ok(model)
    }

    /// The file, from its begin.
    pub(crate) fn reader(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(match &self.source {
            ModelSource::BuiltIn(bytes) => Box::new(Cursor::new(*bytes)),
            ModelSource::File(path) => Box::new(BufReader::new(File::open(path)?)),
        })
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

    /// Compares size and SHA-256 of what was read with what the manifest vouches for.
    ///
    /// # Errors
    /// [`ModelError::Mismatch`].
    pub fn check(&self, bytes: &[u8]) -> Result<(), ModelError> {
        check_length(&self.file, bytes.len() as u64)?;
        self.compare(&sha256_hex(bytes))
    }

    fn unread(&self, source: io::Error) -> ModelError {
        ModelError::Read { what: self.file.path.clone(), source }
    }

    /// The same of the file, piece by piece.
    ///
    /// # Errors
    /// [`ModelError::Read`], [`ModelError::Mismatch`].
    pub fn verify(&self) -> Result<(), ModelError> {
        let mut hash = Sha256::new();
        let mut length = 0;
        let mut piece = vec![0; PIECE];
        let mut reader = self.reader().map_err(|source| self.unread(source))?;
        loop {
            let read = reader.read(&mut piece).map_err(|source| self.unread(source))?;
            if read == 0 {
                break;
            }
            hash.update(&piece[..read]);
            length += read as u64;
        }
        check_length(&self.file, length)?;
        self.compare(&hex(&hash.finalize()))
    }

    /// Compares a SHA-256 with what the manifest vouches for.
    pub(crate) fn compare(&self, found: &str) -> Result<(), ModelError> {
        if found != self.file.sha256 {
            return Err(mismatch(&self.file, format!("its SHA-256 is {found} instead of {}", self.file.sha256)));
        }
        Ok(())
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
