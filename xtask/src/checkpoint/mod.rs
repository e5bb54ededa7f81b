//! A checkpoint file: names, shapes and values of its tensors. Nothing in it is ever executed.
//!
//! Three containers (PyTorch's ZIP, the legacy stream, safetensors) come down to the same thing: named tensors, each a view of a range
//! of the file. Values are read when they are asked for, one tensor at a time. What the names mean is decided in [`crate::naming`].

mod digest;
mod directory;
mod legacy;
mod numbers;
mod pickle;
mod safetensors;
mod view;
mod walk;
mod zip_archive;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

use digest::Expected;
pub(crate) use numbers::DType;
pub(crate) use pickle::{Global, Role};
use pickle::{Tensor, Unpickler};

/// An opened checkpoint. Tensors are read from the file when they are asked for.
pub(crate) struct Checkpoint {
    path: PathBuf,
    contents: Contents,
    bytes: u64,
    sha256: String,
}

/// What the directory of a file tells.
struct Contents {
    format: &'static str,
    tensors: BTreeMap<String, Tensor>,
    /// Offset in the file and length in bytes.
    storages: BTreeMap<String, (u64, u64)>,
    globals: Vec<Global>,
    containers: BTreeSet<String>,
    told: BTreeMap<String, f64>,
    words: BTreeMap<String, String>,
    modules: BTreeMap<String, String>,
    /// Checksums that the container keeps.
    expected: Vec<Expected>,
}

/// What is known of a tensor before its values are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TensorInfo {
    /// Extents, outermost first.
    pub(crate) shape: Vec<usize>,
    /// Number format in the file.
    pub(crate) dtype: DType,
}

impl TensorInfo {
    /// Size of the values in the file's number format.
    pub(crate) fn bytes(&self) -> usize {
        self.shape.iter().fold(self.dtype.bytes(), |bytes, &extent| bytes.saturating_mul(extent))
    }
}

impl Checkpoint {
    /// Reads the directory of a checkpoint, and its hash.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        Self::try_open(path).with_context(|| format!("failed to read {}", path.display()))
    }

    fn try_open(path: &Path) -> anyhow::Result<Self> {
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        ensure!(metadata.is_file(), "it is no file");
        let bytes = metadata.len();
        let contents = contents(&mut file, bytes)?;
        if contents.tensors.is_empty() {
            let why = contents.foreign().unwrap_or_else(|| "save the network's state_dict with torch.save".to_owned());
            bail!("it holds no tensors; {why}");
        }
        for (name, tensor) in &contents.tensors {
            view::check(tensor, &contents.storages).with_context(|| format!("tensor {name}"))?;
        }
        let sha256 = digest::verify(&mut file, &contents.expected)?;
        Ok(Self { path: path.to_owned(), contents, bytes, sha256 })
    }

    /// Where it was read from.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The container, e.g. "PyTorch ZIP"; whether it holds a whole module is told by [`Self::modules`].
    pub(crate) fn format(&self) -> &'static str {
        self.contents.format
    }

    /// Size of the file.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 of the file, lower-case hexadecimal.
    pub(crate) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Every class and function that its pickle names.
    pub(crate) fn globals(&self) -> &[Global] {
        &self.contents.globals
    }

    /// Names of the dictionaries in it.
    pub(crate) fn containers(&self) -> &BTreeSet<String> {
        &self.contents.containers
    }

    /// Classes of a pickled network's modules by name; empty for a state_dict.
    pub(crate) fn modules(&self) -> &BTreeMap<String, String> {
        &self.contents.modules
    }

    /// Numbers that the modules of a pickled network tell of themselves, e.g. `encoder.ln.eps`.
    pub(crate) fn told(&self) -> &BTreeMap<String, f64> {
        &self.contents.told
    }

    /// Words that they tell of themselves, e.g. `global_pool`.
    pub(crate) fn words(&self) -> &BTreeMap<String, String> {
        &self.contents.words
    }

    /// Refuses a file whose pickle wants more than data: calls that are not interpreted, and foreign classes beside a state_dict. The
    /// objects of a pickled network are of classes that only its own program has; they are read as opaque records.
    ///
    /// # Errors
    /// Names the globals.
    pub(crate) fn refuse_foreign(&self) -> anyhow::Result<()> {
        match self.contents.foreign() {
            Some(foreign) => bail!(foreign),
            None => Ok(()),
        }
    }

    /// Every tensor, in the order of the names.
    pub(crate) fn infos(&self) -> BTreeMap<String, TensorInfo> {
        let info = |tensor: &Tensor| TensorInfo { shape: tensor.shape.clone(), dtype: tensor.dtype };
        self.contents.tensors.iter().map(|(name, tensor)| (name.clone(), info(tensor))).collect()
    }

    /// The values of a tensor, row-major, as f32; refused where one is not a finite number.
    pub(crate) fn read(&self, name: &str) -> anyhow::Result<Vec<f32>> {
        let tensor = self.contents.tensors.get(name).with_context(|| format!("missing tensor {name}"))?;
        let values =
            File::open(&self.path).map_err(anyhow::Error::from).and_then(|mut file| view::read(tensor, &self.contents.storages, &mut file));
        let values = values.with_context(|| format!("failed to read tensor {name}"))?;
        if let Some(at) = values.iter().position(|value| !value.is_finite()) {
            bail!("tensor {name} holds {} at index {at}: a network with such weights cannot answer", values[at]);
        }
        Ok(values)
    }
}

impl Contents {
    /// What to say of globals that the weights do not need; nothing where there are none.
    fn foreign(&self) -> Option<String> {
        /// More names than these say no more.
        const SHOWN: usize = 8;
        let least = if self.modules.is_empty() { Role::Value } else { Role::Called };
        let names: Vec<&str> = self.globals.iter().filter(|global| global.role >= least).map(|global| &*global.name).take(SHOWN).collect();
        (!names.is_empty()).then(|| {
            format!(
                "its pickle names {}, which a network's weights do not need; nothing of it was executed. If you trust the file, save \
                 its state_dict alone",
                names.join(", ")
            )
        })
    }
}

/// Whether a name from a file can be shown: no line break in it passes for a line of ours.
fn is_plain(name: &str) -> bool {
    !name.chars().any(char::is_control)
}

/// Recognises the container by its first bytes.
fn contents(file: &mut File, length: u64) -> anyhow::Result<Contents> {
    ensure!(length > 0, "the file is empty");
    let mut head = Vec::new();
    file.take(16).read_to_end(&mut head)?;
    file.rewind()?;
    if head.starts_with(b"PK") {
        let archive = zip_archive::Archive::open(file, length)?;
        let mut unpickler = Unpickler::default();
        let (root, _) = unpickler.load(&archive.pickle(file)?)?;
        let mut storages = BTreeMap::new();
        for storage in unpickler.heap.storages() {
            let entry = archive.storage(&storage.key).with_context(|| format!("storage {} is missing", storage.key))?;
            storages.insert(storage.key.clone(), (entry.start, entry.bytes));
        }
        let expected = archive.entries.iter().map(Expected::of).collect();
        return pickled("PyTorch ZIP", &unpickler, root, storages, expected);
    }
    if legacy::is_stream(&head) {
        let mut unpickler = Unpickler::default();
        let stream = legacy::open(file, length, &mut unpickler).map_err(cut_off)?;
        return pickled("PyTorch legacy stream", &unpickler, stream.root, stream.storages, Vec::new());
    }
    if safetensors::is_safetensors(&head, length) {
        let safetensors::Header { tensors, storages } = safetensors::open(file, length)?;
        let (globals, containers, told, words, modules) = Default::default();
        let expected = Vec::new();
        return Ok(Contents { format: "safetensors", tensors, storages, globals, containers, told, words, modules, expected });
    }
    match head.as_slice() {
        [0x80, ..] => bail!("it is a pickle, but not one of torch.save: there are no weights in it"),
        // A TAR's magic stands at 257; before it stands the name of the first entry.
        [b's', b't', b'o', ..] | [b's', b'y', b's', ..] => {
            bail!("it is no checkpoint that is read here; if torch before 0.1.10 wrote it (TAR), save it again with a newer one")
        }
        _ => bail!(
            "it is no checkpoint of PyTorch (ZIP or legacy stream) and no safetensors file; it begins with \"{}\"",
            head.escape_ascii()
        ),
    }
}

fn pickled(
    format: &'static str,
    unpickler: &Unpickler,
    root: pickle::Ref,
    storages: BTreeMap<String, (u64, u64)>,
    expected: Vec<Expected>,
) -> anyhow::Result<Contents> {
    let walk::Named { tensors, containers, told, words, modules } = walk::walk(unpickler, root)?;
    let globals = unpickler.globals.list().to_vec();
    Ok(Contents { format, tensors, storages, globals, containers, told, words, modules, expected })
}

/// Says in words what the end of the file means.
fn cut_off(error: anyhow::Error) -> anyhow::Error {
    match error.downcast_ref::<std::io::Error>() {
        Some(io) if io.kind() == ErrorKind::UnexpectedEof => error.context("the file is cut off"),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_line_break_passes_for_no_line_of_ours() {
        // STACK_GLOBAL of "a" and "b\nwrote models/mine", called without arguments.
        let pickle = b"\x80\x04\x8c\x01a\x8c\x13b\nwrote models/mine\x93)R.";
        let error = Unpickler::default().load(pickle).map(|_| ());
        assert!(error.is_err_and(|error| format!("{error:#}").contains("one that is no name")));
        // The same without the line break is read, and what it wants is noted.
        let mut unpickler = Unpickler::default();
        let plain = pickle.map(|byte| if byte == b'\n' { b'.' } else { byte });
        assert!(unpickler.load(&plain).is_ok());
        assert_eq!(unpickler.globals.list()[0].role, Role::Called);
    }
}
