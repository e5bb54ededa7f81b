//! What networks are compared on: music through the model's own front end, and noise that no front end would make.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use genre::audio::{self, Extent};
use genre::front_end::FrontEnd;
use genre::manifest::{FrontEndSpec, Manifest, Needs};
use genre::{Error, Source};

use crate::terminal::say;

/// A picture and where it comes from.
pub(crate) struct Input {
    /// The recording's file name, with the window's number where there are several; or the seed of the noise.
    pub(crate) name: String,
    /// [C, H, W], row-major, as the network gets it.
    pub(crate) pixels: Vec<f32>,
}

/// Seeds of the noise.
const SEEDS: [u64; 4] = [1, 2, 3, 4];
/// Windows of one recording: more of the same track add little.
const MAX_WINDOWS: usize = 4;

/// Every recording of a folder, in the order of the names, and seeded noise.
///
/// A file that cannot be read is left out and told where `lenient`, and an error otherwise: a comparison must not shrink unnoticed.
pub(crate) fn gather(manifest: &Manifest, folder: &Path, lenient: bool) -> anyhow::Result<Vec<Input>> {
    let front_end = FrontEnd::new(&manifest.front_end, &manifest.architecture)?;
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>, _>>());
    let mut files = listed.with_context(|| format!("failed to read the folder {}", folder.display()))?;
    files.retain(|path| path.is_file());
    files.sort();
    let mut inputs = Vec::new();
    for path in &files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match pictures(&front_end, path) {
            Ok(pictures) => {
                let several = pictures.len() > 1;
                let name = |window| if several { format!("{name} #{window}") } else { name.clone() };
                inputs.extend(pictures.into_iter().enumerate().map(|(window, pixels)| Input { name: name(window), pixels }));
            }
            // A text beside the music need not end the comparison.
            Err(error) if !lenient => bail!("failed to read {}: {error}", path.display()),
            Err(error) => say(format_args!("left out {}: {error}", path.display())),
        }
    }
    ensure!(!inputs.is_empty(), "there is no music in {}; name a folder of recordings with --audio", folder.display());
    inputs.extend(SEEDS.map(|seed| Input { name: format!("noise, seed {seed}"), pixels: noise(manifest, seed) }));
    Ok(inputs)
}

fn pictures(front_end: &FrontEnd, path: &Path) -> Result<Vec<Vec<f32>>, Error> {
    let seconds = match front_end.needs() {
        Needs::Head { seconds } => Some(seconds),
        Needs::WholeTrack => None,
    };
    let source = Source::open(path).map_err(|error| Error::Audio(error.into()))?;
    let samples = audio::load(source, Extent { start_s: 0.0, seconds }, front_end.sample_rate_hz())?.samples;
    let view = front_end.view(samples)?;
    let size = view.pixels.len() / view.windows;
    Ok(view.pixels.chunks_exact(size).take(MAX_WINDOWS).map(<[f32]>::to_vec).collect())
}

/// Uniform noise over the whole range of the front end's pixels.
fn noise(manifest: &Manifest, seed: u64) -> Vec<f32> {
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
