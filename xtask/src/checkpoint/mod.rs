//! A checkpoint file: names, shapes and values of its tensors. Nothing in it is ever executed.
//!
//! What the names mean is decided in [`crate::naming`].

mod numbers;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use pytorch_reader::{FileFormat, PytorchReader, Tensor};
use sha2::{Digest, Sha256};

/// An opened checkpoint. Tensors are read from the file when they are asked for.
pub(crate) struct Checkpoint {
    path: PathBuf,
    format: &'static str,
    tensors: BTreeMap<String, Tensor>,
    bytes: u64,
    sha256: String,
}

/// What is known of a tensor before its values are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TensorInfo {
    /// Extents, outermost first.
    pub(crate) shape: Vec<usize>,
    /// Number format in the file, e.g. "f32".
    pub(crate) dtype: &'static str,
}

impl Checkpoint {
    /// Reads the directory of a checkpoint, and its hash.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let (bytes, sha256) = hash(path).with_context(|| format!("failed to read {name}"))?;
        ensure!(bytes > 0, "failed to read {name}: the file is empty");
        let reader = PytorchReader::new(path).with_context(|| format!("failed to read {name} as a PyTorch checkpoint"))?;
        let format = match reader.metadata().format_type {
            FileFormat::Zip => "PyTorch ZIP",
            FileFormat::Legacy => "PyTorch legacy stream",
            FileFormat::Tar => "PyTorch TAR",
            FileFormat::Pickle => bail!("failed to read {name}: a pickle without tensor data; save it with torch.save"),
        };
        let tensors: BTreeMap<String, Tensor> = reader.into_tensors().into_iter().collect();
        ensure!(!tensors.is_empty(), "failed to read {name}: it holds no tensors; save the network's state_dict with torch.save");
        Ok(Self { path: path.to_owned(), format, tensors, bytes, sha256 })
    }

    /// Where it was read from.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The container, e.g. "PyTorch ZIP".
    pub(crate) fn format(&self) -> &'static str {
        self.format
    }

    /// Size of the file.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 of the file, lower-case hexadecimal.
    pub(crate) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Every tensor, in the order of the names.
    pub(crate) fn infos(&self) -> BTreeMap<String, TensorInfo> {
        let info = |tensor: &Tensor| TensorInfo { shape: tensor.shape().to_vec(), dtype: numbers::name(tensor.dtype()) };
        self.tensors.iter().map(|(name, tensor)| (name.clone(), info(tensor))).collect()
    }

    /// The values of a tensor, row-major, as f32; refused where one is not a finite number.
    pub(crate) fn read(&self, name: &str) -> anyhow::Result<Vec<f32>> {
        let tensor = self.tensors.get(name).with_context(|| format!("missing tensor {name}"))?;
        // The reader's message names the tensor itself.
        let bytes = tensor.read().with_context(|| format!("failed to read {}", self.path.display()))?;
        let values = numbers::to_f32(tensor.dtype(), &bytes).with_context(|| format!("failed to read tensor {name}"))?;
        if let Some(at) = values.iter().position(|value| !value.is_finite()) {
            bail!("tensor {name} holds {} at index {at}: a network with such weights cannot answer", values[at]);
        }
        Ok(values)
    }
}

/// Size and SHA-256 of a file.
fn hash(path: &Path) -> std::io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let (mut hasher, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 20]);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            let hex = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((bytes, hex));
        }
        hasher.update(&buffer[..read]);
        bytes += read as u64;
    }
}
