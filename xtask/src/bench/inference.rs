//! Pixels to logits, in a warm process, in turn with the peers.

use std::time::Duration;

use genre::{Engine, TractEngine};

use super::peers::Peers;
use super::prepare::{Subject, Work, pixels};
use super::record::Line;
use super::turns::{Rounds, Turn, in_turn, timed};
use crate::terminal::progress;

/// No further round of a row begins after so long, and rows that are done sooner get more rounds than asked for.
const BUDGET: Duration = Duration::from_secs(9);
/// Rounds of a small model for each that is asked for.
const SMALL: usize = 5;

/// Pictures at a time that are measured.
fn batches(subject: &Subject) -> &'static [usize] {
    match subject.word {
        "f32" => &[1, 4, 8, 16],
        "f16" => &[1],
        _ => &[1, 4],
    }
}

pub(super) fn measure(work: &Work, peers: &Peers, subject: &Subject, repeats: usize) -> anyhow::Result<Vec<Line>> {
    let small = subject.word == "demo";
    // One of its pictures is done before a second thread is awake.
    let threads: &[usize] = if small { &[1] } else { &work.threads };
    let model = subject.open()?;
    let size = model.manifest.architecture.pixels();
    let rounds = Rounds { most: if small { SMALL * repeats } else { repeats }, budget: BUDGET };
    let mut lines = Vec::new();
    for &threads in threads {
        let engine = TractEngine::load(&model, threads)?;
        for &batch in batches(subject) {
            progress(format_args!("inference: {}, {threads} thread(s), batch {batch}", subject.name));
            let pixels = pixels(batch * size);
            let pictures: Vec<&[f32]> = pixels.chunks_exact(size).collect();
            let mut turns = vec![
                Turn::new("ours", || timed(|| Ok(engine.run(&pictures).map(drop)?))),
                Turn::new("ONNX Runtime", || peers.onnx(&subject.onnx, threads, batch)),
            ];
            // PyTorch has the original network only, and takes it picture by picture as well as in batches.
            let checkpoint = work.large.as_ref().filter(|_| subject.word == "f32" && batch == 1).map(|large| &large.checkpoint);
            turns.extend(checkpoint.map(|checkpoint| Turn::new("PyTorch", move || peers.torch(checkpoint, threads, batch))));
            if !peers.are_there() {
                turns.truncate(1);
            }
            let names: Vec<&str> = turns.iter().map(|turn| turn.name).collect();
            let per_clip = in_turn(turns, rounds)?.into_iter().map(|figure| figure.map(|figure| figure.times(1.0 / batch as f64)));
            let mut figures = names.into_iter().zip(per_clip);
            let ours = figures.next().and_then(|(_, figure)| figure);
            let what = format!("{}, {threads} thread(s), batch {batch}, per clip", subject.name);
            let line = Line::new(&subject.group("inference"), what, "ms", ours);
            lines.push(figures.fold(line, |line, (name, figure)| line.beside(name, figure)));
        }
        peers.forget()?;
    }
    Ok(lines)
}
