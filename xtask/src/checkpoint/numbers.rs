//! Number formats of checkpoints, widened or rounded to f32.

use anyhow::bail;
use pytorch_reader::DType;

/// The format's short name.
pub(super) fn name(dtype: DType) -> &'static str {
    match dtype {
        DType::F64 => "f64",
        DType::F32 => "f32",
        DType::F16 => "f16",
        DType::BF16 => "bf16",
        DType::I64 => "i64",
        DType::I32 => "i32",
        DType::I16 => "i16",
        DType::I8 => "i8",
        DType::U64 => "u64",
        DType::U32 => "u32",
        DType::U16 => "u16",
        DType::U8 => "u8",
        DType::Bool => "bool",
    }
}

/// Native-endian bytes to f32. Only f64 loses anything: it is rounded to the nearest.
pub(super) fn to_f32(dtype: DType, bytes: &[u8]) -> anyhow::Result<Vec<f32>> {
    Ok(match dtype {
        DType::F32 => bytes.as_chunks::<4>().0.iter().map(|chunk| f32::from_ne_bytes(*chunk)).collect(),
        DType::F64 => bytes.as_chunks::<8>().0.iter().map(|chunk| f64::from_ne_bytes(*chunk) as f32).collect(),
        DType::F16 => bytes.as_chunks::<2>().0.iter().map(|chunk| from_f16(u16::from_ne_bytes(*chunk))).collect(),
        // bf16 is the upper half of an f32.
        DType::BF16 => bytes.as_chunks::<2>().0.iter().map(|chunk| f32::from_bits(u32::from(u16::from_ne_bytes(*chunk)) << 16)).collect(),
        other => bail!("it holds {} values, a weight must be f32, f16, bf16 or f64", name(other)),
    })
}

/// IEEE 754 binary16 to binary32, exact.
fn from_f16(bits: u16) -> f32 {
    let (sign, exponent, fraction) = (u32::from(bits >> 15) << 31, u32::from(bits >> 10 & 0x1f), u32::from(bits & 0x3ff));
    match exponent {
        // Subnormal: fraction · 2⁻²⁴, which is a normal f32.
        0 => f32::from_bits(sign | (fraction as f32 * 2f32.powi(-24)).to_bits()),
        31 => f32::from_bits(sign | 0x7f80_0000 | fraction << 13),
        // The exponents' biases are 15 and 127.
        _ => f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_precision_is_widened_exactly() {
        // Values from the standard's tables: 1, -2, the largest, the smallest normal, the smallest subnormal, -0, ∞.
        let cases: [(u16, f32); 7] = [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x7bff, 65504.0),
            (0x0400, 6.103_515_6e-5),
            (0x0001, 5.960_464_5e-8),
            (0x8000, -0.0),
            (0x7c00, f32::INFINITY),
        ];
        for (bits, value) in cases {
            assert_eq!(from_f16(bits).to_bits(), value.to_bits(), "{bits:#06x}");
        }
        assert!(from_f16(0x7e00).is_nan());
    }

    #[test]
    fn integers_are_no_weights() {
        let error = to_f32(DType::I64, &[0; 8]).map_err(|error| error.to_string());
        assert_eq!(error, Err("it holds i64 values, a weight must be f32, f16, bf16 or f64".to_owned()));
    }
}
