//! Process start to first answer.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use genre::manifest::Precision;

use super::peers::{Peers, evict};
use super::prepare::Work;
use super::{Row, median};
use crate::measure::high_water_bytes;
use crate::terminal::progress;

/// Fresh processes with one model.
pub(super) struct Cold {
    what: &'static str,
    /// Whether the peers started with the same file.
    beside: bool,
    threads: usize,
    cached_ms: Option<f64>,
    evicted_ms: Option<f64>,
    peak_bytes: f64,
}

pub(super) fn measure(work: &Work, threads: &[usize], repeats: usize) -> anyhow::Result<Vec<Cold>> {
    let Some((audio, _)) = work.clips.first() else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    let mut one = |what, model: Option<(&Path, Precision)>, file: &Path, threads: usize| -> anyhow::Result<()> {
        progress(format_args!("cold start: {what}, {threads} thread(s)"));
        let start = || once(&work.program, audio, model, threads);
        start()?;
        let cached = (0..repeats).map(|_| start()).collect::<anyhow::Result<Vec<_>>>()?;
        let evicted = (0..repeats).map(|_| evict(file).and_then(|()| start())).collect::<anyhow::Result<Vec<_>>>()?;
        let peak_bytes = cached.iter().map(|(_, peak)| *peak).fold(0.0, f64::max);
        let ms = |runs: Vec<(f64, f64)>| median(runs.into_iter().map(|(ms, _)| ms).collect());
        let beside = model.is_some_and(|(_, precision)| precision == Precision::F32);
        rows.push(Cold { what, beside, threads, cached_ms: ms(cached), evicted_ms: ms(evicted), peak_bytes });
        Ok(())
    };
    one("built-in model", None, &work.program, 1)?;
    if let Some(large) = &work.large {
        for &threads in threads {
            for (what, precision) in [("ViT-B/16 f32", Precision::F32), ("ViT-B/16 int8", Precision::Int8)] {
                one(what, Some((&large.folder, precision)), &large.onnx(precision), threads)?;
            }
        }
    }
    Ok(rows)
}

/// Wall time in ms and peak resident bytes of one process.
fn once(program: &Path, audio: &Path, model: Option<(&Path, Precision)>, threads: usize) -> anyhow::Result<(f64, f64)> {
    let mut command = Command::new(program);
    command.arg("classify").arg(audio).args(["--quiet", "--jobs", &threads.to_string()]);
    if let Some((model, precision)) = model {
        command.arg("--model").arg(model).args(["--precision", precision.as_str()]);
    }
    let begin = Instant::now();
    let mut process = command.stdout(Stdio::null()).spawn().with_context(|| format!("failed to start {}", program.display()))?;
    let mut peak = 0.0_f64;
    let status = loop {
        // The high-water mark only grows, so the last look before the end is the peak but for the last millisecond.
        peak = peak.max(high_water_bytes(process.id()).unwrap_or(0.0));
        if let Some(status) = process.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_micros(500));
    };
    ensure!(status.success(), "{} failed with {status}", program.display());
    Ok((begin.elapsed().as_secs_f64() * 1e3, peak))
}

pub(super) fn rows(cold: &[Cold], peers: &Peers) -> Vec<Row> {
    let mut rows = Vec::new();
    for start in cold {
        let Cold { what, threads, .. } = start;
        let peer = |name, field| if start.beside { peers.cold(name, *threads, field) } else { None };
        let both = |field| vec![("ONNX Runtime", peer("onnxruntime", field)), ("PyTorch", peer("torch", field))];
        let row = |what: String, unit, ours, peers| Row { what, unit, ours, peers };
        rows.push(row(format!("cold start, {what}, {threads} thread(s), file cached"), "ms", start.cached_ms, both("cached_ms")));
        rows.push(row(format!("cold start, {what}, {threads} thread(s), file evicted"), "ms", start.evicted_ms, both("evicted_ms")));
        let megabytes = |(name, bytes): (&'static str, Option<f64>)| (name, bytes.map(|bytes| bytes / 1e6));
        let peaks = both("peak_rss_bytes").into_iter().map(megabytes).collect();
        rows.push(row(format!("peak memory, {what}, {threads} thread(s)"), "MB", Some(start.peak_bytes / 1e6), peaks));
    }
    rows
}
