//! Questions whose answers are known: what an engine is tried with before it is trusted.
//!
//! A formula makes the picture, so that nothing but PyTorch's answer to it needs to be kept, in the `reference.json` that the converter
//! writes beside a model. The converter and whoever starts an engine ask the same questions and apply the same bounds.

use serde::Serialize;

use crate::manifest::{FrontEndSpec, Manifest, Precision};
use crate::report::softmax;

/// Seeds of the pictures of noise that every `reference.json` answers.
pub const SEEDS: [u64; 4] = [1, 2, 3, 4];

/// How the answer to [`noise`] of a seed is called in `reference.json`.
pub fn noise_name(seed: u64) -> String {
    format!("noise, seed {seed}")
}

/// Uniform noise over the whole range of the front end's pixels: [C, H, W], row-major.
///
/// It is what no music looks like: attention spreads over all patches, and values grow as large as they ever do.
pub fn noise(manifest: &Manifest, seed: u64) -> Vec<f32> {
    let (low, high) = match &manifest.front_end {
        FrontEndSpec::Article(spec) => ((-spec.mel.top_db - spec.mean_db) / spec.std_db, -spec.mean_db / spec.std_db),
        FrontEndSpec::Ccmusic(spec) => (-spec.mean / spec.std, (1.0 - spec.mean) / spec.std),
    };
    let mut state = seed;
    (0..manifest.architecture.pixels()).map(|_| low + (high - low) * unit(&mut state)).collect()
}

/// The next number of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), as [0, 1).
fn unit(state: &mut u64) -> f32 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    // The upper 24 bits are exact in an f32.
    ((mixed ^ (mixed >> 31)) >> 40) as f32 / (1_u64 << 24) as f32
}

/// How far answers may be from PyTorch's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bounds {
    /// max|Δlogit| / max(1, max|reference|); none where the number format itself is coarser.
    pub relative_logit: Option<f64>,
    /// The same of the embedding; f16 and int8 were measured at 1e-3, a wrong one is of the order of 1.
    pub relative_embedding: f64,
    /// max|Δprobability|.
    pub probability: f64,
    /// Share of the inputs whose first label may be another one, all of them undecided; none where it is not limited beyond that.
    pub other_first: Option<f64>,
}

impl Bounds {
    /// Of a file's precision. One network in three libraries was 3.3e-5 apart on logits of 43: f32 can hold 1e-4.
    pub fn of(precision: Precision) -> Self {
        match precision {
            Precision::F32 => Self { relative_logit: Some(1e-4), relative_embedding: 1e-4, probability: 1e-4, other_first: None },
            Precision::F16 => Self { relative_logit: None, relative_embedding: 1e-2, probability: 5e-3, other_first: None },
            Precision::Int8 => Self { relative_logit: None, relative_embedding: 1e-1, probability: 2e-2, other_first: Some(0.01) },
        }
    }
}

impl Bounds {
    /// Whether so many of `inputs` may have another first label. One may in any number: of few inputs, one is more than its share.
    pub fn allow_other_first(&self, count: usize, inputs: usize) -> bool {
        self.other_first.is_none_or(|share| count <= 1 || count as f64 <= share * inputs as f64)
    }
}

/// How far an answer to one picture is from the known one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Deviation {
    /// max|Δlogit|.
    pub logit: f64,
    /// max|Δlogit| / max(1, max|reference|).
    pub relative_logit: f64,
    /// The same of the embedding.
    pub relative_embedding: f64,
    /// max|Δprobability|.
    pub probability: f64,
    /// How much likelier the first label is than the second, in the known answer.
    pub margin: f64,
    /// Whether the first label is another one.
    pub other_first: bool,
}

impl Deviation {
    /// Compares logits and embedding of one picture, as known and as found. What is not a number is infinitely far from anything, and so is
    /// an answer of another size.
    pub fn between(known: (&[f32], &[f32]), found: (&[f32], &[f32])) -> Self {
        let (wanted, had) = (softmax(known.0, 1.0), softmax(found.0, 1.0));
        let logit = largest_difference(known.0, found.0);
        let first = most_likely(known.0);
        let margin = |first: usize| {
            let second = wanted.iter().enumerate().filter(|(label, _)| *label != first).map(|(_, &probability)| probability);
            f64::from(wanted[first] - second.fold(0.0, f32::max))
        };
        Self {
            logit,
            relative_logit: logit / scale(known.0),
            relative_embedding: largest_difference(known.1, found.1) / scale(known.1),
            probability: largest_difference(&wanted, &had),
            margin: first.map_or(0.0, margin),
            other_first: first != most_likely(found.0),
        }
    }

    /// Whether the known answer leaves no doubt about the first label.
    pub fn decided(&self, bounds: &Bounds) -> bool {
        self.margin > bounds.probability
    }

    /// Whether all of it is allowed.
    pub fn within(&self, bounds: &Bounds) -> bool {
        bounds.relative_logit.is_none_or(|bound| self.relative_logit <= bound)
            && self.relative_embedding <= bounds.relative_embedding
            && self.probability <= bounds.probability
            && !(self.other_first && self.decided(bounds))
    }
}

/// max|Δ|.
fn largest_difference(known: &[f32], found: &[f32]) -> f64 {
    if known.len() != found.len() {
        return f64::INFINITY;
    }
    let apart = |(&a, &b): (&f32, &f32)| (f64::from(a) - f64::from(b)).abs();
    known.iter().zip(found).map(apart).map(|apart| if apart.is_nan() { f64::INFINITY } else { apart }).fold(0.0, f64::max)
}

/// max(1, max|value|): what differences are held against.
pub fn scale(values: &[f32]) -> f64 {
    values.iter().fold(1.0, |scale, value| scale.max(f64::from(value.abs())))
}

fn most_likely(logits: &[f32]) -> Option<usize> {
    (0..logits.len()).max_by(|&a, &b| logits[a].total_cmp(&logits[b]))
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Deviation, unit};
    use crate::manifest::Precision;

    #[test]
    fn what_is_within_the_bounds_is_what_they_say() {
        let (known, embedding) = ([4.0, -2.0, 0.0], [2.0, -0.5]);
        let f32 = Bounds::of(Precision::F32);
        let found = |logits: [f32; 3], second: f32| Deviation::between((&known, &embedding), (&logits, &[2.0, second]));
        // 4.0 is the scale of the logits, 2.0 that of the embedding.
        for (logits, second, within) in [
            (known, -0.5, true),
            ([4.000_39, -2.0, 0.0], -0.5, true),
            ([4.000_42, -2.0, 0.0], -0.5, false),
            (known, -0.500_15, true),
            (known, -0.500_25, false),
            ([f32::NAN, -2.0, 0.0], -0.5, false),
            (known, f32::INFINITY, false),
            ([0.0, -2.0, 4.0], -0.5, false),
        ] {
            assert_eq!(found(logits, second).within(&f32), within, "{logits:?}, {second}");
        }
        assert!(!Deviation::between((&known, &embedding), (&known[..2], &embedding)).within(&f32), "an answer is missing");
        // Two labels that are as likely may change places.
        let undecided = Deviation::between((&[1.0, 1.000_01], &[]), (&[1.000_01, 1.0], &[]));
        assert!(undecided.other_first && !undecided.decided(&f32) && undecided.within(&f32), "{undecided:?}");
    }

    #[test]
    fn few_first_labels_change_in_int8() {
        let int8 = Bounds::of(Precision::Int8);
        for (count, inputs, allowed) in [(0, 1, true), (1, 20, true), (2, 199, false), (2, 200, true), (3, 200, false)] {
            assert_eq!(int8.allow_other_first(count, inputs), allowed, "{count} of {inputs}");
        }
    }

    #[test]
    fn noise_is_the_published_generators() {
        // The first outputs of SplitMix64 seeded with 1234567, from the test vectors of the algorithm's public C code.
        let mut state = 1_234_567;
        let expected = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        for word in expected {
            assert_eq!(unit(&mut state), (word >> 40) as f32 / 16_777_216.0);
        }
    }
}
