//! Number formats of checkpoints: what libraries call them, and how their values become f32.

use anyhow::bail;

/// A number format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DType {
    F64,
    F32,
    F16,
    BF16,
    I64,
    I32,
    I16,
    I8,
    U8,
    Bool,
}

/// Format, short name, size in bytes, PyTorch's storage class, PyTorch's dtype, safetensors' name.
const TABLE: [(DType, &str, usize, &str, &str, &str); 10] = [
    (DType::F64, "f64", 8, "DoubleStorage", "float64", "F64"),
    (DType::F32, "f32", 4, "FloatStorage", "float32", "F32"),
    (DType::F16, "f16", 2, "HalfStorage", "float16", "F16"),
    (DType::BF16, "bf16", 2, "BFloat16Storage", "bfloat16", "BF16"),
    (DType::I64, "i64", 8, "LongStorage", "int64", "I64"),
    (DType::I32, "i32", 4, "IntStorage", "int32", "I32"),
    (DType::I16, "i16", 2, "ShortStorage", "int16", "I16"),
    (DType::I8, "i8", 1, "CharStorage", "int8", "I8"),
    (DType::U8, "u8", 1, "ByteStorage", "uint8", "U8"),
    (DType::Bool, "bool", 1, "BoolStorage", "bool", "BOOL"),
];

impl DType {
    /// Of a storage class, e.g. `torch.FloatStorage`; before 0.4 CUDA had classes of its own.
    pub(super) fn of_storage(global: &str) -> Option<Self> {
        let class = global.strip_prefix("torch.cuda.").or_else(|| global.strip_prefix("torch."))?;
        TABLE.iter().find(|row| row.3 == class).map(|row| row.0)
    }

    /// Of a `torch.dtype` without `torch.`.
    pub(super) fn of_torch(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.4 == name).map(|row| row.0)
    }

    /// Of a safetensors header.
    pub(super) fn of_safetensors(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.5 == name).map(|row| row.0)
    }

    fn row(self) -> (&'static str, usize) {
        TABLE.iter().find(|row| row.0 == self).map_or(("unknown", 1), |row| (row.1, row.2))
    }

    /// The format's short name, e.g. "f32".
    pub(crate) fn name(self) -> &'static str {
        self.row().0
    }

    /// Size of a number, bytes.
    pub(crate) fn bytes(self) -> usize {
        self.row().1
    }

    /// Little-endian bytes to f32. Only f64 loses anything: it is rounded to the nearest.
    pub(super) fn to_f32(self, bytes: &[u8]) -> anyhow::Result<Vec<f32>> {
        Ok(match self {
            Self::F32 => bytes.as_chunks::<4>().0.iter().map(|chunk| f32::from_le_bytes(*chunk)).collect(),
            Self::F64 => bytes.as_chunks::<8>().0.iter().map(|chunk| f64::from_le_bytes(*chunk) as f32).collect(),
            Self::F16 => bytes.as_chunks::<2>().0.iter().map(|chunk| half::f16::from_le_bytes(*chunk).to_f32()).collect(),
            Self::BF16 => bytes.as_chunks::<2>().0.iter().map(|chunk| half::bf16::from_le_bytes(*chunk).to_f32()).collect(),
            other => bail!("it holds {} values, a weight must be f32, f16, bf16 or f64", other.name()),
        })
    }
}

impl std::fmt::Display for DType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_widened() -> anyhow::Result<()> {
        assert_eq!(DType::F16.to_f32(&[0x00, 0xc0, 0xff, 0x7b])?, [-2.0, 65504.0]);
        assert_eq!(DType::BF16.to_f32(&[0x80, 0x3f])?, [1.0]);
        assert_eq!(DType::F64.to_f32(&0.1_f64.to_le_bytes())?, [0.1]);
        Ok(())
    }

    #[test]
    fn integers_are_no_weights() {
        let error = DType::I64.to_f32(&[0; 8]).map_err(|error| error.to_string());
        assert_eq!(error, Err("it holds i64 values, a weight must be f32, f16, bf16 or f64".to_owned()));
    }
}
