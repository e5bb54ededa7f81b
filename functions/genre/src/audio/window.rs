//! The part of a recording that is judged.

/// Which part of a recording is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Where it begins, seconds.
    pub start_s: f64,
    /// How long it may be, seconds; `None` for all the rest, which may then be half an hour.
    pub seconds: Option<f64>,
}

/// Number of samples in `seconds` at `rate_hz`, as `int(seconds * rate)` in the reference.
pub(super) fn samples_in(seconds: f64, rate_hz: u32) -> usize {
    (seconds * f64::from(rate_hz)) as usize
}

/// Repeats `samples` end to end until there are `length`, then cuts: `np.tile(y, ceil(length / len(y)))[:length]`.
///
/// Returns whether anything had to be repeated. No samples stay no samples.
pub fn repeat_to(samples: &mut Vec<f32>, length: usize) -> bool {
    let have = samples.len();
    let looped = (1..length).contains(&have);
    if looped {
        samples.reserve_exact(length - have);
        while samples.len() < length {
            let take = have.min(length - samples.len());
            samples.extend_from_within(..take);
        }
    }
    samples.truncate(length);
    looped
}

#[cfg(test)]
mod tests {
    use super::repeat_to;

    #[track_caller]
    fn check(samples: &[f32], length: usize, expected: &[f32], looped: bool) {
        let mut samples = samples.to_vec();
        assert_eq!(repeat_to(&mut samples, length), looped);
        assert_eq!(samples, expected);
    }

    #[test]
    fn repeats_and_cuts_like_the_reference() {
        check(&[1.0, 2.0, 3.0], 7, &[1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 1.0], true);
        check(&[1.0, 2.0, 3.0], 3, &[1.0, 2.0, 3.0], false);
        check(&[1.0, 2.0, 3.0], 2, &[1.0, 2.0], false);
        check(&[], 2, &[], false);
        check(&[5.0], 3, &[5.0, 5.0, 5.0], true);
    }
}
