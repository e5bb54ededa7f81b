//! NumPy's `.npy` format 1.0, f32 only: how pictures go to Python and answers come back.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, ensure};

/// Writes f32 values of the given shape, row-major.
pub(crate) fn write<'v>(path: &Path, shape: &[usize], values: impl Iterator<Item = &'v [f32]>) -> anyhow::Result<()> {
    let write = || -> anyhow::Result<()> {
        let mut file = BufWriter::new(File::create(path)?);
        let extents = shape.iter().map(|extent| format!("{extent}, ")).collect::<String>();
        let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({extents}), }}");
        // Magic, version, length and header together fill whole blocks of 64 bytes, the last one being a line break.
        let length = (10 + header.len() + 1).next_multiple_of(64) - 10;
        file.write_all(b"\x93NUMPY\x01\x00")?;
        file.write_all(&u16::try_from(length)?.to_le_bytes())?;
        file.write_all(format!("{header:<width$}\n", width = length - 1).as_bytes())?;
        for part in values {
            part.iter().try_for_each(|value| file.write_all(&value.to_le_bytes()))?;
        }
        Ok(file.flush()?)
    };
    write().with_context(|| format!("failed to write {}", path.display()))
}

/// Reads f32 values and their number of rows, the first extent.
pub(crate) fn read(path: &Path) -> anyhow::Result<(usize, Vec<f32>)> {
    let read = || -> anyhow::Result<(usize, Vec<f32>)> {
        let bytes = std::fs::read(path)?;
        ensure!(bytes.starts_with(b"\x93NUMPY\x01\x00"), "it is no .npy file of format 1.0");
        let length = bytes.get(8..10).map_or(0, |length| usize::from(u16::from_le_bytes([length[0], length[1]])));
        let (header, body) = bytes[10..].split_at_checked(length).context("its header is cut off")?;
        let header = std::str::from_utf8(header).context("its header is no text")?;
        ensure!(header.contains("'<f4'") && header.contains("'fortran_order': False"), "it does not hold f32 in rows: {header}");
        let shape = header.split_once("'shape': (").and_then(|(_, rest)| rest.split_once(')')).context("it has no shape")?.0;
        let extents: Vec<usize> = shape.split(',').filter_map(|extent| extent.trim().parse().ok()).collect();
        ensure!(extents.iter().product::<usize>() * 4 == body.len(), "it has {} bytes for the shape ({shape})", body.len());
        Ok((extents.first().copied().unwrap_or(1), body.as_chunks::<4>().0.iter().map(|value| f32::from_le_bytes(*value)).collect()))
    };
    read().with_context(|| format!("failed to read {}", path.display()))
}
