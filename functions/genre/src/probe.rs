//! Questions whose answers are known: what an engine is tried with before it is trusted.
//!
//! A formula makes the picture, so that nothing but PyTorch's answer to it needs to be kept, in the `reference.json` that the converter
//! writes beside a model. The converter and whoever starts an engine ask the same questions and apply the same bounds.

use serde::Serialize;

use crate::manifest::{FrontEndSpec, Manifest, Precision};

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
}

impl Bounds {
    /// Of a file's precision. One network in three libraries was 3.3e-5 apart on logits of 43: f32 can hold 1e-4.
    pub fn of(precision: Precision) -> Self {
        match precision {
            Precision::F32 => Self { relative_logit: Some(1e-4), relative_embedding: 1e-4, probability: 1e-4 },
            Precision::F16 => Self { relative_logit: None, relative_embedding: 1e-2, probability: 5e-3 },
            Precision::Int8 => Self { relative_logit: None, relative_embedding: 1e-1, probability: 2e-2 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unit;

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
