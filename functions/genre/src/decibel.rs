//! Power → decibels, `librosa.power_to_db` (librosa 0.11), without asking the system's library for every logarithm.

use std::f32::consts::SQRT_2;
use std::f64::consts::{LN_2, LN_10};

use crate::wide::{Loop, widest};

/// Power to decibels below the maximum, in place: floored at `power_floor` first and `top_db` below the maximum last.
pub fn power_to_db(values: &mut [f32], power_floor: f32, top_db: f32) {
    widest(ToDb { values, power_floor, top_db });
}

/// Power to decibels as they are, `10·log10(max(power, floor))`, in place.
pub(crate) fn of_power(values: &mut [f32], power_floor: f32) {
    widest(OfPower { values, power_floor });
}

struct OfPower<'a> {
    values: &'a mut [f32],
    power_floor: f32,
}

impl Loop for OfPower<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        self.values.iter_mut().for_each(|value| *value = 10.0 * log10(value.max(self.power_floor)));
    }
}

struct ToDb<'a> {
    values: &'a mut [f32],
    power_floor: f32,
    top_db: f32,
}

impl Loop for ToDb<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        let reference = 10.0 * log10(maximum(self.values, self.power_floor));
        self.values.iter_mut().for_each(|value| *value = 10.0 * log10(value.max(self.power_floor)) - reference);
        // The reference cuts relative to the largest value that is left, which is below 0 dB only when everything is under the floor.
        let cut = maximum(self.values, f32::NEG_INFINITY) - self.top_db;
        self.values.iter_mut().for_each(|value| *value = value.max(cut));
    }
}

/// The largest of `values`, and at least `least`; any order of comparing gives the same.
#[inline(always)]
fn maximum(values: &[f32], least: f32) -> f32 {
    const LANES: usize = 32;
    let larger = |a: f32, b: f32| if b > a { b } else { a };
    let mut largest = [least; LANES];
    let chunks = values.chunks_exact(LANES);
    let rest = chunks.remainder();
    for chunk in chunks {
        largest.iter_mut().zip(chunk).for_each(|(largest, &value)| *largest = larger(*largest, value));
    }
    largest.iter().chain(rest).copied().fold(least, larger)
}

/// The logarithm of a positive number, to the last bit but for one in some thousand numbers, which is off by one.
///
/// With x = 2^e · m, m from √½ to √2, and s = (m − 1) / (m + 1): ln m = 2 · (s + s³/3 + s⁵/5 + …). The first term left out is 1e-11 of the
/// sum at most.
#[inline(always)]
fn log10(x: f32) -> f32 {
    const MANTISSA_BITS: i32 = 23;
    // Numbers below 1e-38 are taken for that: their exponents stand elsewhere.
    let bits = x.max(f32::MIN_POSITIVE).to_bits() as i32;
    let exponent = (bits - (SQRT_2 * 0.5).to_bits() as i32) >> MANTISSA_BITS;
    let mantissa = f64::from(f32::from_bits((bits - (exponent << MANTISSA_BITS)) as u32));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let mut series = 1.0 / 13.0;
    for odd in [11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        series = series * square + 1.0 / odd;
    }
    ((f64::from(exponent) * LN_2 + 2.0 * s * series) / LN_10) as f32
}

#[cfg(test)]
mod tests {
    use super::{log10, maximum, of_power, power_to_db};

    #[test]
    fn decibels_end_at_the_floor() {
        let mut values = [1.0, 0.1, 1e-30];
        power_to_db(&mut values, 1e-10, 80.0);
        assert_eq!(values, [0.0, -10.0, -80.0]);
        let mut silence = [0.0; 3];
        power_to_db(&mut silence, 1e-10, 80.0);
        assert_eq!(silence, [0.0; 3]);
    }

    #[test]
    fn logarithms_are_those_of_twice_the_precision() {
        // Every thousandth float from the smallest normal one up, and the neighbours of every power of two and its root.
        let edges = (-126..128).flat_map(|e| [2.0_f32.powi(e), 2.0_f32.powi(e) * std::f32::consts::FRAC_1_SQRT_2]);
        let edges = edges.flat_map(|edge| [edge.next_down(), edge, edge.next_up()]);
        let all = (f32::MIN_POSITIVE.to_bits()..f32::MAX.to_bits()).step_by(997).map(f32::from_bits);
        let (mut count, mut off) = (0, 0);
        for x in all.chain(edges).filter(|&x| x >= f32::MIN_POSITIVE) {
            let (found, expected) = (log10(x), f64::from(x).log10() as f32);
            assert!(
                found == expected || found == expected.next_up() || found == expected.next_down(),
                "log10({x:e}) = {found}, not {expected}"
            );
            count += 1;
            off += u32::from(found != expected);
        }
        assert!(off < count / 1_000, "{off} of {count} are off by a bit");
    }

    #[test]
    fn lengths_and_lanes_do_not_matter() {
        let value = |at: usize| ((at * 7_919 % 1_009) as f32 / 300.0).powi(5);
        for length in [0, 1, 15, 31, 32, 33, 64, 100, 1_000] {
            let values: Vec<f32> = (0..length).map(value).collect();
            let largest = values.iter().copied().fold(0.5, f32::max);
            assert_eq!(maximum(&values, 0.5), largest);
            let (mut plain, mut below) = (values.clone(), values.clone());
            of_power(&mut plain, 1e-3);
            power_to_db(&mut below, 1e-3, 20.0);
            let top = largest.max(1e-3);
            for ((x, plain), below) in values.iter().zip(plain).zip(below) {
                let expected = 10.0 * x.max(1e-3).log10();
                assert!((plain - expected).abs() < 1e-5, "{x}: {plain}, not {expected}");
                // Held against the largest value itself, not against the 0.5 above.
                let reference = values.iter().copied().fold(1e-3, f32::max).log10() * 10.0;
                assert!((below - (expected - reference).max(-20.0)).abs() < 1e-4, "{x} of {top}: {below}");
            }
        }
    }
}
