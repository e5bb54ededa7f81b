//! `acousticsense inspect`: what the model will see of a file.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;
use genre::{AudioError, Classifier, Clip, Engine, EngineError, EngineInfo, Model, Options, Outputs, Source};

use crate::args::InspectArgs;
use crate::destination::refuse_to_overwrite;
use crate::names::shown;
use crate::{Outcome, npy, whole_file};

/// Prepares the file exactly as `classify` does, and stops in front of the network.
///
/// # Errors
/// What keeps it from being tried: no such file, no model, nowhere to write.
pub(crate) fn run(args: &InspectArgs) -> anyhow::Result<Outcome> {
    let inputs = [args.input.clone()];
    let outputs: Vec<&PathBuf> = [&args.pixels, &args.spectrogram].into_iter().flatten().collect();
    for output in &outputs {
        refuse_to_overwrite(output, &inputs)?;
    }
    if let [pixels, spectrogram] = outputs[..]
        && pixels == spectrogram
    {
        anyhow::bail!("--pixels and --spectrogram both name {}; choose two files", shown(pixels));
    }
    if !args.input.exists() {
        anyhow::bail!("{} does not exist, so there is nothing to inspect", shown(&args.input));
    }
    let model = crate::model::open(&args.model, false)?;
    let classifier = Classifier::with_engine(&model, Box::new(NoEngine::default())).context("failed to use the model")?;
    let options = Options { start_s: args.start, raw: false };
    let prepared = Source::open(&args.input).map_err(AudioError::Read).and_then(|source| classifier.prepare(source, &options, &mut |_| ()));
    let clip = match prepared {
        Ok(clip) => clip,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}: {error} ({})", shown(&args.input), error.kind());
            return Ok(Outcome::SomeFailed);
        }
    };
    let shape = shape(&clip, &model);
    if let Some(place) = &args.pixels {
        whole_file::write(place, &npy::encode(&shape, &clip.view.pixels))?;
    }
    if let Some(place) = &args.spectrogram {
        whole_file::write(place, &clip.view.picture.to_png().context("failed to draw the spectrogram")?)?;
    }
    match io::stdout().lock().write_all(description(args, &clip, &model, &shape).as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).context("failed to write to standard output"),
        _ => Ok(Outcome::AllDone),
    }
}

/// [C, H, W] for one window, [windows, C, H, W] for several.
fn shape(clip: &Clip, model: &Model) -> Vec<usize> {
    let architecture = &model.manifest.architecture;
    let windows = (clip.view.windows > 1).then_some(clip.view.windows);
    windows.into_iter().chain([architecture.channels, architecture.image, architecture.image]).collect()
}

fn description(args: &InspectArgs, clip: &Clip, model: &Model, shape: &[usize]) -> String {
    let audio = clip.audio();
    let yes_no = |value: bool| if value { "yes" } else { "no" }.to_owned();
    let pixels = &clip.view.pixels;
    let lowest = pixels.iter().copied().fold(f32::INFINITY, f32::min);
    let highest = pixels.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    let duration = clip.duration_s().map_or_else(|| "not told by the container".to_owned(), |seconds| format!("{seconds:.3} s"));
    let window = audio.window;
    let facts = [
        ("file", shown(&args.input)),
        ("codec", audio.codec.clone()),
        ("sample rate", format!("{} Hz", audio.sample_rate_hz)),
        ("channels", audio.channels.to_string()),
        ("duration", duration),
        ("window", format!("{:.3} s from {:.3} s", window.seconds, window.start_s)),
        ("looped", yes_no(window.looped)),
        ("silent", yes_no(clip.silent())),
        ("model", format!("{}, front end {}", model.manifest.id, model.manifest.front_end.kind())),
        ("pixels", format!("[{}], from {lowest:.3} to {highest:.3}", sizes.join(", "))),
    ];
    let mut text: String = facts.iter().map(|(name, value)| format!("{name:<12} {value}\n")).collect();
    for (name, place) in [("pixels", &args.pixels), ("spectrogram", &args.spectrogram)] {
        if let Some(place) = place {
            text.push_str(&format!("{name:<12} written to {}\n", shown(place)));
        }
    }
    text
}

/// Stands where an engine would: nothing is inferred here, so that inspecting does not wait for a large network to be loaded.
struct NoEngine {
    info: EngineInfo,
}

impl Default for NoEngine {
    fn default() -> Self {
        Self { info: EngineInfo { name: "none", version: String::new(), device: String::new(), threads: 1 } }
    }
}

impl Engine for NoEngine {
    fn info(&self) -> &EngineInfo {
        &self.info
    }

    fn run(&self, _pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
        Err(EngineError::Run("inspecting does not run the network".to_owned()))
    }
}
