//! NumPy's file format, version 1.0, as far as it is needed: little-endian floats in C order.
//!
//! Source: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>.

/// Number formats that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    F16,
    F32,
}

/// Length of every header here: what needs more than 118 characters for its shape is no picture.
const HEADER: usize = 128;

/// `values`, shaped as `shape`, as a `.npy` file.
pub(crate) fn encode(shape: &[usize], values: &[f32]) -> Vec<u8> {
    debug_assert_eq!(shape.iter().product::<usize>(), values.len());
    let mut bytes = header(Format::F32, shape);
    push(Format::F32, values, &mut bytes);
    bytes
}

/// What stands before the values: as long for any number of rows, so that it can be written again once they are counted.
pub(crate) fn header(format: Format, shape: &[usize]) -> Vec<u8> {
    let sizes: String = shape.iter().map(|size| format!("{size}, ")).collect();
    let kind = match format {
        Format::F16 => "<f2",
        Format::F32 => "<f4",
    };
    let mut header = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': ({}), }}", sizes.trim_end());
    // Magic, version and length take 10 bytes; everything together is padded to a multiple of 64 and ends in a line break.
    let padded = (10 + header.len() + 1).next_multiple_of(HEADER) - 10;
    header.extend(std::iter::repeat_n(' ', padded - header.len() - 1));
    header.push('\n');
    let mut bytes = b"\x93NUMPY\x01\x00".to_vec();
    bytes.extend((header.len() as u16).to_le_bytes());
    bytes.extend(header.into_bytes());
    bytes
}

/// Appends `values`; in f16 they are rounded to the nearest.
pub(crate) fn push(format: Format, values: &[f32], bytes: &mut Vec<u8>) {
    match format {
        Format::F16 => bytes.extend(values.iter().flat_map(|&value| half::f16::from_f32(value).to_le_bytes())),
        Format::F32 => bytes.extend(values.iter().flat_map(|value| value.to_le_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn header_is_numpys_own() {
        let bytes = encode(&[1, 2, 3], &[0.0, 1.0, 2.0, 3.0, 4.0, 5.5]);
        assert_eq!(&bytes[..10], b"\x93NUMPY\x01\x00\x76\x00");
        let header = std::str::from_utf8(&bytes[10..128]).expect("it is ASCII");
        assert_eq!(header.trim_end_matches([' ', '\n']), "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3,), }");
        assert!(header.ends_with('\n'));
        assert_eq!(bytes.len(), 128 + 6 * 4);
        assert_eq!(bytes[bytes.len() - 4..], 5.5_f32.to_le_bytes());
    }
}
