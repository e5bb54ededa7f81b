//! safetensors: the length of a JSON header, the header, the numbers. The header's form is the one of the format's own README.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek};

use anyhow::{Context, bail, ensure};
use serde::Deserialize;

use super::numbers::DType;
use super::pickle::Tensor;

/// The format's own limit.
const MAX_HEADER: u64 = 100_000_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    dtype: String,
    shape: Vec<usize>,
    data_offsets: [u64; 2],
}

/// Named tensors, and the offset in the file and length in bytes of each one's numbers.
pub(super) struct Header {
    pub(super) tensors: BTreeMap<String, Tensor>,
    pub(super) storages: BTreeMap<String, (u64, u64)>,
}

/// Whether a file begins like one.
pub(super) fn is_safetensors(head: &[u8], length: u64) -> bool {
    header_length(head).is_some_and(|header| header < length) && head.get(8) == Some(&b'{')
}

fn header_length(head: &[u8]) -> Option<u64> {
    Some(u64::from_le_bytes(*head.first_chunk()?))
}

pub(super) fn open(file: &mut File, length: u64) -> anyhow::Result<Header> {
    let mut head = [0; 8];
    file.rewind()?;
    file.read_exact(&mut head)?;
    let header = u64::from_le_bytes(head);
    ensure!(header <= MAX_HEADER && header <= length - 8, "its header claims {header} bytes");
    let mut json = vec![0; usize::try_from(header)?];
    file.read_exact(&mut json)?;
    let entries: BTreeMap<String, serde_json::Value> = serde_json::from_slice(&json).context("its header is not the JSON of the format")?;
    let begin = 8 + header;
    let mut places = Vec::new();
    let mut found = Header { tensors: BTreeMap::new(), storages: BTreeMap::new() };
    for (name, entry) in entries {
        if name == "__metadata__" {
            continue;
        }
        let entry: Entry = serde_json::from_value(entry).with_context(|| format!("its header tells of tensor {name} in another form"))?;
        let Some(dtype) = DType::of_safetensors(&entry.dtype) else {
            bail!("tensor {name} holds {} values, which are not read", entry.dtype)
        };
        let [from, to] = entry.data_offsets;
        let bytes = entry.shape.iter().try_fold(dtype.bytes() as u64, |bytes, &extent| bytes.checked_mul(extent as u64));
        ensure!(to >= from && bytes == Some(to - from), "tensor {name} has another size than its shape {:?} says", entry.shape);
        ensure!(to <= length - begin, "tensor {name} lies outside of the file; is it complete?");
        places.push((from, to, name.clone()));
        let strides = contiguous(&entry.shape);
        found.storages.insert(name.clone(), (begin + from, to - from));
        found.tensors.insert(name.clone(), Tensor { storage: name, dtype, offset: 0, shape: entry.shape, strides, problem: None });
    }
    places.sort();
    for pair in places.windows(2) {
        ensure!(pair[0].1 <= pair[1].0, "tensors {} and {} overlap", pair[0].2, pair[1].2);
    }
    Ok(found)
}

/// Strides of a row-major tensor.
pub(super) fn contiguous(shape: &[usize]) -> Vec<u64> {
    let mut strides = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = u64::saturating_mul(strides[axis], shape[axis] as u64);
    }
    strides
}
