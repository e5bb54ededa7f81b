//! A tensor as a view of a storage: bounds first, values later.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use anyhow::{Context, bail, ensure};

use super::pickle::Tensor;
use super::safetensors::contiguous;

/// Refuses a view that reaches outside of its storage, or shows more numbers than there are.
pub(super) fn check(tensor: &Tensor, storages: &BTreeMap<String, (u64, u64)>) -> anyhow::Result<()> {
    if let Some(problem) = &tensor.problem {
        bail!("{problem}");
    }
    let &(_, bytes) = storages.get(&tensor.storage).with_context(|| format!("its storage {} is missing", tensor.storage))?;
    let there = bytes / tensor.dtype.bytes() as u64;
    let count = tensor.shape.iter().try_fold(1_u64, |count, &extent| count.checked_mul(extent as u64));
    let last = tensor
        .shape
        .iter()
        .zip(&tensor.strides)
        .try_fold(tensor.offset, |last, (&extent, &stride)| last.checked_add((extent as u64).saturating_sub(1).checked_mul(stride)?));
    let (shape, strides) = (&tensor.shape, &tensor.strides);
    // Strides of 0 would let a few bytes pass for any number of weights.
    ensure!(count.is_some_and(|count| count <= there), "its shape {shape:?} stands for more numbers than the {there} of its storage");
    ensure!(
        count == Some(0) || last.is_some_and(|last| last < there),
        "it reaches outside of its storage: shape {shape:?}, strides {strides:?}, offset {}, {there} numbers",
        tensor.offset
    );
    Ok(())
}

/// The values, row-major.
pub(super) fn read(tensor: &Tensor, storages: &BTreeMap<String, (u64, u64)>, file: &mut File) -> anyhow::Result<Vec<f32>> {
    check(tensor, storages)?;
    let &(start, _) = storages.get(&tensor.storage).context("its storage is missing")?;
    let size = tensor.dtype.bytes() as u64;
    if tensor.shape.contains(&0) {
        return Ok(Vec::new());
    }
    // `check` has shown that nothing here overflows and that the span lies inside the storage.
    let span: u64 = 1 + tensor.shape.iter().zip(&tensor.strides).map(|(&extent, &stride)| (extent as u64 - 1) * stride).sum::<u64>();
    // A few numbers may be scattered over a huge storage, all of which would be read for them.
    let count = tensor.shape.iter().map(|&extent| extent as u64).product::<u64>();
    ensure!(span <= 16 * count + 65_536, "its {count} numbers are scattered over {span}");
    file.seek(SeekFrom::Start(start + tensor.offset * size))?;
    let mut bytes = vec![0; usize::try_from(span * size)?];
    file.read_exact(&mut bytes)?;
    let values = tensor.dtype.to_f32(&bytes)?;
    drop(bytes);
    if tensor.strides == contiguous(&tensor.shape) {
        return Ok(values);
    }
    let mut gathered = Vec::with_capacity(tensor.shape.iter().product());
    let mut index = vec![0_usize; tensor.shape.len()];
    loop {
        let at: u64 = index.iter().zip(&tensor.strides).map(|(&index, &stride)| index as u64 * stride).sum();
        gathered.push(values[usize::try_from(at)?]);
        // Counts up like an odometer, the innermost axis first.
        let Some(axis) = (0..index.len()).rev().find(|&axis| index[axis] + 1 < tensor.shape[axis]) else { return Ok(gathered) };
        index[axis] += 1;
        index[axis + 1..].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::DType;
    use super::*;

    fn tensor(offset: u64, shape: &[usize], strides: &[u64]) -> Tensor {
        Tensor { storage: "0".to_owned(), dtype: DType::F32, offset, shape: shape.to_vec(), strides: strides.to_vec(), problem: None }
    }

    #[test]
    fn views_stay_in_their_storage() {
        let storages = BTreeMap::from([("0".to_owned(), (0, 24))]);
        let fits = |offset, shape: &[usize], strides: &[u64]| check(&tensor(offset, shape, strides), &storages).is_ok();
        assert!(fits(0, &[2, 3], &[3, 1]) && fits(0, &[3, 2], &[1, 3]) && fits(5, &[], &[]) && fits(9, &[0, 3], &[3, 1]));
        assert!(!fits(1, &[2, 3], &[3, 1]), "one too far");
        assert!(!fits(0, &[1 << 40], &[0]), "more numbers than there are");
        assert!(!fits(0, &[2, 2], &[u64::MAX, 1]), "overflow");
        assert!(!fits(0, &[usize::MAX, usize::MAX], &[1, 1]), "overflow");
    }
}
