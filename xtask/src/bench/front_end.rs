//! File to pixels, in a warm process: the whole way as the classifier goes it, then every stage by itself.

use std::path::Path;
use std::time::Instant;

use anyhow::{anyhow, bail};
use genre::audio::{self, Extent, Resampler};
use genre::front_end::FrontEnd;
use genre::manifest::{ArticleSpec, FrontEndSpec};
use genre::mel::{MelSpectrogram, power_to_db};
use genre::{Classifier, Model, Options, Source, Stage};

use super::peers::Peers;
use super::prepare::Work;
use super::{Row, median_of_both};
use crate::terminal::progress;

/// Times of one clip, ms.
pub(super) struct Clip {
    name: &'static str,
    file: String,
    /// File to samples at the front end's rate.
    loaded: Vec<f64>,
    /// File to pixels.
    total: Vec<f64>,
    /// Every stage by itself, over what the one before it made.
    stages: Stages,
}

/// Times of the stages, ms.
#[derive(Default)]
struct Stages {
    decoding: Vec<f64>,
    resampling: Vec<f64>,
    /// Short-time spectra and their mel bands.
    bands: Vec<f64>,
    decibels: Vec<f64>,
    /// What follows: resizing, normalising, and the picture for people.
    pixels: Vec<f64>,
}

/// The stages' plans.
struct Plans {
    spec: ArticleSpec,
    mel: MelSpectrogram,
    front_end: FrontEnd,
}

pub(super) fn measure(work: &Work, repeats: usize) -> anyhow::Result<Vec<Clip>> {
    let model = Model::built_in()?;
    let plans = Plans::new(&model)?;
    let classifier = Classifier::new(&model, 1)?;
    let mut clips = Vec::new();
    for (path, name) in &work.clips {
        progress(format_args!("front end: {name}"));
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut clip = Clip { name, file, loaded: Vec::new(), total: Vec::new(), stages: Stages::default() };
        // The first run warms up plans and caches.
        for run in 0..=repeats {
            let begin = Instant::now();
            let mut loaded = 0.0;
            let mut on_stage = |stage: Stage<'_>| {
                if matches!(stage, Stage::AudioLoaded(_)) {
                    loaded = ms(begin);
                }
            };
            classifier.prepare(Source::open(path)?, &Options::default(), &mut on_stage).map_err(|error| anyhow!("{name}: {error}"))?;
            if run > 0 {
                clip.loaded.push(loaded);
                clip.total.push(ms(begin));
            }
        }
        let rate = audio::load(Source::open(path)?, plans.extent(), plans.spec.sample_rate_hz)?.source_rate_hz;
        for run in 0..=repeats {
            plans.time(path, rate, (run > 0).then_some(&mut clip.stages)).map_err(|error| error.context(*name))?;
        }
        clips.push(clip);
    }
    Ok(clips)
}

impl Plans {
    fn new(model: &Model) -> anyhow::Result<Self> {
        let FrontEndSpec::Article(spec) = &model.manifest.front_end else { bail!("the built-in model has another front end") };
        Ok(Self {
            spec: spec.clone(),
            mel: MelSpectrogram::new(&spec.mel, spec.sample_rate_hz),
            front_end: FrontEnd::new(&model.manifest.front_end, &model.manifest.architecture)?,
        })
    }

    fn extent(&self) -> Extent {
        Extent { start_s: 0.0, seconds: Some(self.spec.window_s) }
    }

    /// Goes through all stages of a recording at `rate` Hz once.
    fn time(&self, path: &Path, rate: u32, stages: Option<&mut Stages>) -> anyhow::Result<()> {
        let (to_hz, mel) = (self.spec.sample_rate_hz, &self.spec.mel);
        // At its own rate, nothing is resampled.
        let begin = Instant::now();
        let heard = audio::load(Source::open(path)?, self.extent(), rate)?.samples;
        let decoding = ms(begin);

        let begin = Instant::now();
        let samples = Resampler::shared(rate, to_hz).resample(&heard, None);
        let resampling = ms(begin);

        let begin = Instant::now();
        let mut spectrogram = self.mel.power(&samples);
        let bands = ms(begin);

        let begin = Instant::now();
        power_to_db(&mut spectrogram.values, mel.power_floor, mel.top_db);
        let decibels = ms(begin);

        let begin = Instant::now();
        let view = self.front_end.view(samples)?;
        let pixels = ms(begin) - bands - decibels;
        // So that nothing is left out because nobody looks at it.
        std::hint::black_box((view, spectrogram));

        if let Some(stages) = stages {
            stages.decoding.push(decoding);
            stages.resampling.push(resampling);
            stages.bands.push(bands);
            stages.decibels.push(decibels);
            stages.pixels.push(pixels);
        }
        Ok(())
    }
}

fn ms(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1e3
}

pub(super) fn rows(before: &[Clip], after: &[Clip], peers: &Peers) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, (before, after)) in before.iter().zip(after).enumerate() {
        let peer = |field| vec![("librosa + torchvision", peers.front_end(&before.file, field))];
        let mut row = |what: &str, peers, of: fn(&Clip) -> &[f64]| {
            rows.push(Row { what: what.to_owned(), unit: "ms", ours: median_of_both(of(before), of(after)), peers });
        };
        row(&format!("file to pixels: {}", before.name), peer("total_ms"), |clip| &clip.total);
        row("  of it decoding and resampling", peer("decode_resample_ms"), |clip| &clip.loaded);
        row("  by itself: decoding, mean of the channels", Vec::new(), |clip| &clip.stages.decoding);
        row("  by itself: resampling", Vec::new(), |clip| &clip.stages.resampling);
        // What follows takes the same for all.
        if at == 0 {
            row("  by itself: spectra, mel bands", Vec::new(), |clip| &clip.stages.bands);
            row("  by itself: decibels", Vec::new(), |clip| &clip.stages.decibels);
            row("  by itself: resizing, normalising, picture", peer("resize_ms"), |clip| &clip.stages.pixels);
        }
    }
    rows
}
