//! Pixels to logits, in a warm process.

use genre::manifest::Precision;
use genre::{Engine, Model, TractEngine};

use super::peers::Peers;
use super::prepare::{Work, pixels};
use super::{Row, median_of_both, times};
use crate::terminal::progress;

/// Times of one setting, ms per batch.
pub(super) struct Setting {
    precision: Precision,
    threads: usize,
    batch: usize,
    times: Vec<f64>,
}

pub(super) fn measure(work: &Work, threads: &[usize], repeats: usize) -> anyhow::Result<Vec<Setting>> {
    let Some(large) = &work.large else { return Ok(Vec::new()) };
    let mut settings = Vec::new();
    for (precision, &threads) in
        [Precision::F32, Precision::Int8].into_iter().flat_map(|precision| threads.iter().map(move |threads| (precision, threads)))
    {
        let model = Model::open(&large.folder, Some(precision))?;
        let size = model.manifest.architecture.pixels();
        let engine = TractEngine::load(&model, threads)?;
        for batch in [1, 4] {
            progress(format_args!("tract: {precision}, {threads} thread(s), batch {batch}"));
            let pixels = pixels(batch * size);
            let pictures: Vec<&[f32]> = pixels.chunks_exact(size).collect();
            let times = times(repeats, || {
                engine.run(&pictures)?;
                Ok(())
            })?;
            settings.push(Setting { precision, threads, batch, times });
        }
    }
    Ok(settings)
}

pub(super) fn rows(before: &[Setting], after: &[Setting], peers: &Peers) -> Vec<Row> {
    let settings = before.iter().zip(after).map(|(before, after)| {
        let Setting { precision, threads, batch, .. } = *before;
        let per_clip = median_of_both(&before.times, &after.times).map(|ms| ms / batch as f64);
        // PyTorch has no int8 network of this kind.
        let torch = if precision == Precision::F32 { peers.torch(threads, batch) } else { None };
        Row {
            what: format!("ViT-B/16 {precision}, {threads} thread(s), batch {batch}, per clip"),
            unit: "ms",
            ours: per_clip,
            peers: vec![("ONNX Runtime", peers.onnx(precision, threads, batch)), ("PyTorch", torch)],
        }
    });
    let rows: Vec<Row> = settings.collect();
    if rows.is_empty() {
        return vec![Row {
            what: "ViT-B/16 f32".to_owned(),
            unit: "ms",
            ours: None,
            peers: vec![("ONNX Runtime", None), ("PyTorch", None)],
        }];
    }
    rows
}
