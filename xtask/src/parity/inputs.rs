//! What networks are compared on: music through the model's own front end, and noise that no front end would make.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use genre::audio::{self, Extent};
use genre::front_end::FrontEnd;
use genre::manifest::{Manifest, Needs};
use genre::probe::{SEEDS, noise, noise_name};
use genre::{Error, Source};

use crate::terminal::say;

/// A picture and where it comes from.
pub(crate) struct Input {
    /// The recording's file name, with the window's number where there are several; or the seed of the noise.
    pub(crate) name: String,
    /// [C, H, W], row-major, as the network gets it.
    pub(crate) pixels: Vec<f32>,
}

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
    inputs.extend(SEEDS.map(|seed| Input { name: noise_name(seed), pixels: noise(manifest, seed) }));
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
