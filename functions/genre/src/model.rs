//! A model on disk, or the one that is built in: its manifest and one verified file of weights.

use std::borrow::Cow;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::ModelError;
use crate::manifest::{Manifest, ModelFile, Precision};

/// A manifest and the bytes of one of its files.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the model says of itself.
    pub manifest: Manifest,
    /// The file that was chosen.
    pub file: ModelFile,
    /// Its bytes, an ONNX graph.
    pub bytes: Cow<'static, [u8]>,
}

/// The model that is built in: small and untrained, so that everything runs without a download.
const BUILT_IN_MANIFEST: &[u8] = include_bytes!("../../../models/untrained/model.json");
const BUILT_IN_ONNX: &[u8] = include_bytes!("../../../models/untrained/model.f32.onnx");

impl Model {
    /// The built-in model.
    ///
    /// # Errors
    /// None that tests would let pass.
    pub fn built_in() -> Result<Self, ModelError> {
        let manifest = Manifest::from_json(BUILT_IN_MANIFEST)?;
        let file = manifest.file(None)?.clone();
        Ok(Self { manifest, file, bytes: Cow::Borrowed(BUILT_IN_ONNX) })
    }

    /// Reads `folder/model.json` and the file of the wanted precision beside it; without a wish the most precise one there is.
    ///
    /// The bytes are not yet compared with their hash: [`Self::verify`] does that, and [`crate::Classifier::new`] calls it.
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
        let length = std::fs::metadata(folder.join(&file.path)).map_or(file.bytes, |metadata| metadata.len());
        // Looked at first: whatever lies there under the model's name need not be read to be refused.
        check_length(&file, length)?;
        let bytes = Cow::Owned(read(&file.path)?);
        Ok(Self { manifest, file, bytes })
    }

    /// Compares size and SHA-256 with what the manifest vouches for.
    ///
    /// # Errors
    /// [`ModelError::Mismatch`].
    pub fn verify(&self) -> Result<(), ModelError> {
        check_length(&self.file, self.bytes.len() as u64)?;
        let found = sha256_hex(&self.bytes);
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
