//! PyTorch's ZIP container: a pickle, and one stored entry per storage.
//!
//! `torch.save` stores entries without compression, so that a storage is a range of the file, and this reader knows nothing else: the
//! directory at the end (APPNOTE.TXT 4.3.12 to 4.3.16, ZIP64 included) and where each entry's bytes lie. Whatever an ordinary archive may
//! do besides (compress, encrypt, overlap, name an entry twice or in two ways, point outside of the file) is refused: nothing is ever
//! unpacked, and no two programs can read two different checkpoints from one file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use anyhow::{Context, bail, ensure};

use super::directory::{Listed, list};
use super::pickle::MAX_PICKLE;

/// An entry of the archive: where its bytes lie in the file, and their CRC-32.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) start: u64,
    pub(super) bytes: u64,
    pub(super) crc32: u32,
}

/// The entries, in the order in which they lie in the file.
pub(super) struct Archive {
    pub(super) entries: Vec<Entry>,
    index: BTreeMap<String, usize>,
    /// The folder of everything that belongs to the checkpoint, with its slash.
    root: String,
}

/// Size of a local header without its name.
const LOCAL_HEADER: u64 = 30;

impl Archive {
    pub(super) fn open(file: &mut File, length: u64) -> anyhow::Result<Self> {
        let listed = list(file, length)?;
        let root = root(&listed)?;
        let mut spans = Vec::with_capacity(listed.len());
        let mut entries = Vec::with_capacity(listed.len());
        for (index, entry) in listed.into_iter().enumerate() {
            let Listed { name, stored, packed, size, crc32, header } = entry;
            ensure!(
                stored && packed == size,
                "its entry {name} is compressed ({packed} bytes would become {size}); torch.save never does that, and nothing is unpacked here"
            );
            let start = data_start(file, header, &name)?;
            let end = start.checked_add(size).filter(|&end| end <= length);
            let end = end.with_context(|| format!("its entry {name} claims {size} bytes, more than the file has"))?;
            spans.push((header, end, index));
            entries.push(Entry { name, start, bytes: size, crc32 });
        }
        spans.sort_unstable();
        for pair in spans.windows(2) {
            let [(_, end, first), (begin, _, second)] = pair else { continue };
            ensure!(end <= begin, "its entries {} and {} overlap", entries[*first].name, entries[*second].name);
        }
        entries.sort_by_key(|entry| entry.start);
        let mut index = BTreeMap::new();
        // PyTorch finds entries whatever the case of their letters: twins in that sense would be two checkpoints.
        let mut lower = BTreeSet::new();
        for (number, entry) in entries.iter().enumerate() {
            ensure!(lower.insert(entry.name.to_ascii_lowercase()), "its entry {} is there twice", entry.name);
            index.insert(entry.name.clone(), number);
        }
        let archive = Self { entries, index, root };
        if let Some(order) = archive.entry("byteorder") {
            ensure!(archive.read(file, order)? == b"little", "its numbers are big-endian, which is not read");
        }
        Ok(archive)
    }

    /// The pickle.
    pub(super) fn pickle(&self, file: &mut File) -> anyhow::Result<Vec<u8>> {
        self.read(file, self.entry("data.pkl").context("it has no data.pkl")?)
    }

    /// The entry of a storage.
    pub(super) fn storage(&self, key: &str) -> Option<&Entry> {
        self.entry(&format!("data/{key}"))
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(*self.index.get(&format!("{}{name}", self.root))?)
    }

    fn read(&self, file: &mut File, entry: &Entry) -> anyhow::Result<Vec<u8>> {
        ensure!(entry.bytes <= MAX_PICKLE, "its entry {} has {} bytes; at most {MAX_PICKLE} are read", entry.name, entry.bytes);
        file.seek(SeekFrom::Start(entry.start))?;
        let mut bytes = vec![0; usize::try_from(entry.bytes)?];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// The folder that the pickle lies in.
fn root(listed: &[Listed]) -> anyhow::Result<String> {
    let mut roots = listed.iter().filter_map(|entry| entry.name.strip_suffix("data.pkl").filter(|root| root.ends_with('/')));
    let root = roots.next().context("it is a ZIP, but not of torch.save: it has no data.pkl")?;
    if let Some(other) = roots.next() {
        bail!("it holds two checkpoints, {root}data.pkl and {other}data.pkl");
    }
    let program = listed.iter().any(|entry| entry.name.strip_prefix(root) == Some("constants.pkl"));
    ensure!(!program, "it is a TorchScript archive, which holds a program; save the network's state_dict with torch.save");
    Ok(root.to_owned())
}

/// Where an entry's bytes begin: after its local header, which must bear the same name.
fn data_start(file: &mut File, header: u64, name: &str) -> anyhow::Result<u64> {
    let mut read = || -> std::io::Result<(u64, bool)> {
        file.seek(SeekFrom::Start(header))?;
        let mut fixed = [0; LOCAL_HEADER as usize];
        file.read_exact(&mut fixed)?;
        let [name_length, extra_length] = [26, 28].map(|at| u16::from_le_bytes([fixed[at], fixed[at + 1]]));
        let mut local = vec![0; name_length.into()];
        file.read_exact(&mut local)?;
        let same = fixed.starts_with(b"PK\x03\x04") && local == name.as_bytes();
        Ok((LOCAL_HEADER + u64::from(name_length) + u64::from(extra_length), same))
    };
    let (length, same) = read().with_context(|| format!("its entry {name} lies outside of the file; is it complete?"))?;
    ensure!(same, "its entry {name} is called otherwise where it lies");
    header.checked_add(length).with_context(|| format!("its entry {name} lies outside of the file"))
}
