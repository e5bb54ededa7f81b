//! The order in which a file has W, [K, M], of a product.
//!
//! A file of the converter's has it in panels of as many columns as a kernel for AVX-512 takes at a time, each as the kernel reads it, so that
//! it is multiplied by where it is mapped. A `Transpose` and a `Reshape` bring panels into rows. Both are constant, and any other runtime computes
//! them once, when it loads.
//!
//! | numbers | tensor | `Transpose` | panel |
//! |---|---|---|---|
//! | f32, f16 | [M / 32, K, 32] | 1, 0, 2 | rows of 32 columns |
//! | int8 | [M / 64, K / 4, 64, 4] | 1, 3, 0, 2 | of 64 columns four numbers each, one below the other |

use tract_onnx::prelude::DatumType;

/// Columns of a panel in f32 or f16.
pub(super) const FLOATS: usize = 32;
/// Columns of a panel in int8, and how many of their numbers lie next to each other.
pub(super) const BYTES: usize = 64;
pub(super) const FOURS: usize = 4;

/// In which order a file has W's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Row by row, [K, M].
    Rows,
    /// Panel by panel, as the module tells.
    Panels,
}

/// Columns of a panel, and how many numbers of one lie next to each other.
fn panel(number: DatumType) -> (usize, usize) {
    if number == DatumType::I8 { (BYTES, FOURS) } else { (FLOATS, 1) }
}

/// K and M of a tensor in panels that is transposed so; none where that makes no rows of them.
pub(super) fn extents(number: DatumType, dims: &[usize], perm: &[i64]) -> Option<[usize; 2]> {
    let (wide, deep) = panel(number);
    let (panels, pieces) = match *dims {
        [panels, pieces, columns] if deep == 1 && columns == wide && perm == [1, 0, 2] => (panels, pieces),
        [panels, pieces, columns, fours] if [columns, fours] == [wide, deep] && perm == [1, 3, 0, 2] => (panels, pieces),
        _ => return None,
    };
    Some([pieces.checked_mul(deep)?, panels.checked_mul(wide)?])
}

/// Brings panels into rows, [K, M]; both are of as many bytes, whole panels.
pub(super) fn to_rows(number: DatumType, [inputs, outputs]: [usize; 2], from: &[u8], to: &mut [u8]) {
    let (wide, deep) = panel(number);
    let size = number.size_of();
    for (index, piece) in from.chunks_exact(wide * deep * size).enumerate() {
        let (panel, first) = (index / (inputs / deep), index % (inputs / deep) * deep);
        for (nth, k) in (first..first + deep).enumerate() {
            let row = &mut to[(k * outputs + panel * wide) * size..][..wide * size];
            if deep == 1 {
                row.copy_from_slice(piece);
            } else {
                // Numbers of one byte.
                row.iter_mut().zip(piece.as_chunks::<FOURS>().0).for_each(|(to, four)| *to = four[nth]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_become_rows() {
        for number in [DatumType::F32, DatumType::F16, DatumType::I8] {
            let (wide, deep) = panel(number);
            let (inputs, outputs, size) = (3 * deep, 2 * wide, number.size_of());
            let value = |k: usize, m: usize| ((k * outputs + m) as u32).to_le_bytes().into_iter().take(size);
            let mut panels = Vec::new();
            for first in (0..outputs).step_by(wide) {
                for piece in (0..inputs).step_by(deep) {
                    panels.extend((first..first + wide).flat_map(|m| (piece..piece + deep).flat_map(move |k| value(k, m))));
                }
            }
            let expected: Vec<u8> = (0..inputs).flat_map(|k| (0..outputs).flat_map(move |m| value(k, m))).collect();
            let mut found = vec![0; panels.len()];
            to_rows(number, [inputs, outputs], &panels, &mut found);
            assert_eq!(found, expected, "{number:?}");
        }
    }

    #[test]
    fn only_what_makes_rows_is_taken_for_panels() {
        let floats = |dims: &[usize], perm: &[i64]| extents(DatumType::F16, dims, perm);
        assert_eq!(floats(&[3, 7, 32], &[1, 0, 2]), Some([7, 96]));
        assert_eq!(floats(&[3, 7, 16], &[1, 0, 2]), None);
        assert_eq!(floats(&[3, 7, 32], &[0, 1, 2]), None);
        assert_eq!(floats(&[3, 2, 64, 4], &[1, 3, 0, 2]), None);
        assert_eq!(floats(&[usize::MAX, 7, 32], &[1, 0, 2]), None);
        let bytes = |dims: &[usize], perm: &[i64]| extents(DatumType::I8, dims, perm);
        assert_eq!(bytes(&[3, 2, 64, 4], &[1, 3, 0, 2]), Some([8, 192]));
        assert_eq!(bytes(&[3, 2, 64, 4], &[1, 2, 0, 3]), None);
        assert_eq!(bytes(&[3, 2, 32, 4], &[1, 3, 0, 2]), None);
        assert_eq!(bytes(&[3, 7, 32], &[1, 0, 2]), None);
    }
}
