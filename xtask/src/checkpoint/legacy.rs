//! The stream that PyTorch wrote before 1.6: five pickles, then every storage as a count and its numbers.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use anyhow::{Context, bail, ensure};

use super::numbers::DType;
use super::pickle::{MAX_PICKLE, Ref, Storage, Unpickler, Value};

/// The first pickle, 0x1950a86a20f9469cfc6c: LONG1, ten bytes.
const MAGIC: &[u8] = b"\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

/// Where the parts of a stream lie.
pub(super) struct Stream {
    /// The value of the fourth pickle.
    pub(super) root: Ref,
    /// Offset in the file and length in bytes of every storage, by key.
    pub(super) storages: BTreeMap<String, (u64, u64)>,
}

/// Whether a pickle's first bytes are those of a stream.
pub(super) fn is_stream(head: &[u8]) -> bool {
    head.get(2..).is_some_and(|head| head.starts_with(MAGIC))
}

pub(super) fn open(file: &mut File, length: u64, to: &mut Unpickler) -> anyhow::Result<Stream> {
    let head = file.rewind().and_then(|()| {
        let mut head = Vec::new();
        file.take(MAX_PICKLE).read_to_end(&mut head)?;
        Ok(head)
    })?;
    let mut at = 0;
    let mut next = |to: &mut Unpickler| -> anyhow::Result<Ref> {
        let (value, took) = to.load(&head[at..])?;
        at += took;
        Ok(value)
    };
    next(to).context("the magic number")?;
    let protocol = next(to).context("the protocol number")?;
    ensure!(to.heap.natural(protocol) == Some(1001), "it is no stream of protocol 1001");
    let system = next(to).context("what it tells of its system")?;
    let little = to.heap.dict(system).and_then(|system| to.heap.entry(system, "little_endian"));
    if let Some(Value::Bool(false)) = little.map(|little| to.heap.get(little)) {
        bail!("its numbers are big-endian, which is not read");
    }
    let root = next(to).context("its object")?;
    let keys = next(to).context("its list of storages")?;
    let keys: Vec<String> =
        to.heap.sequence(keys).unwrap_or_default().iter().filter_map(|&key| Some(to.heap.text(key)?.to_owned())).collect();
    let mut sizes = BTreeMap::new();
    for Storage { key, dtype, elements } in to.heap.storages() {
        if let Some(other) = sizes.insert(key.clone(), (*dtype, *elements)) {
            ensure!(other == (*dtype, *elements), "storage {key} has two types or lengths");
        }
    }
    let mut storages = BTreeMap::new();
    let mut at = at as u64;
    for key in keys {
        let (dtype, elements) = *sizes.get(&key).with_context(|| format!("storage {key} has no type"))?;
        file.seek(SeekFrom::Start(at))?;
        let mut count = [0; 8];
        file.read_exact(&mut count).with_context(|| format!("the file is cut off before storage {key}"))?;
        let count = u64::from_le_bytes(count);
        ensure!(count == elements, "storage {key} has {count} numbers instead of {elements}");
        let bytes = count.checked_mul(dtype.map_or(1, DType::bytes) as u64);
        let end = bytes.and_then(|bytes| at.checked_add(8)?.checked_add(bytes)).filter(|&end| end <= length);
        let end = end.with_context(|| format!("the file is cut off in storage {key}"))?;
        ensure!(storages.insert(key.clone(), (at + 8, end - at - 8)).is_none(), "storage {key} comes twice");
        at = end;
    }
    Ok(Stream { root, storages })
}
