//! File to pixels, in a warm process.

use anyhow::anyhow;
use genre::{Classifier, Model, Options, Source, Stage};
use std::time::Instant;

use super::peers::Peers;
use super::prepare::Work;
use super::{Row, median_of_both};
use crate::terminal::progress;

/// Times of one clip, ms.
pub(super) struct Clip {
    name: &'static str,
    file: String,
    decode: Vec<f64>,
    total: Vec<f64>,
}

pub(super) fn measure(work: &Work, repeats: usize) -> anyhow::Result<Vec<Clip>> {
    let classifier = Classifier::new(&Model::built_in()?, 1)?;
    let mut clips = Vec::new();
    for (path, name) in &work.clips {
        progress(format_args!("front end: {name}"));
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut clip = Clip { name, file, decode: Vec::new(), total: Vec::new() };
        for run in 0..=repeats {
            let begin = Instant::now();
            let mut decode = 0.0;
            let mut on_stage = |stage: Stage<'_>| {
                if matches!(stage, Stage::AudioLoaded(_)) {
                    decode = begin.elapsed().as_secs_f64() * 1e3;
                }
            };
            classifier.prepare(Source::open(path)?, &Options::default(), &mut on_stage).map_err(|error| anyhow!("{name}: {error}"))?;
            // The first run warms up plans and caches.
            if run > 0 {
                clip.decode.push(decode);
                clip.total.push(begin.elapsed().as_secs_f64() * 1e3);
            }
        }
        clips.push(clip);
    }
    Ok(clips)
}

pub(super) fn rows(before: &[Clip], after: &[Clip], peers: &Peers) -> Vec<Row> {
    let mut rows = Vec::new();
    for (before, after) in before.iter().zip(after) {
        let librosa = |field| peers.front_end(&before.file, field);
        let row = |what, ours, peer| Row { what, unit: "ms", ours, peers: vec![("librosa + torchvision", peer)] };
        rows.push(row(format!("file to pixels: {}", before.name), median_of_both(&before.total, &after.total), librosa("total_ms")));
        rows.push(row(
            "  of it decoding and resampling".to_owned(),
            median_of_both(&before.decode, &after.decode),
            librosa("decode_resample_ms"),
        ));
    }
    rows
}
