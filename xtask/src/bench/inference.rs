//! Pixels to logits, in a warm process, in turn with the peers.

use std::time::Duration;

use genre::manifest::Precision;
use genre::{Engine, TractEngine};

use super::peers::Peers;
use super::prepare::{Subject, Work, pixels};
use super::record::Line;
use super::turns::{OURS, Rounds, Turn, in_turn, timed};
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
    let mut lines: Vec<Line> = Vec::new();
    for &threads in threads {
        let engine = TractEngine::load(&model, threads)?;
        progress(format_args!("inference: {}, {threads} thread(s), batches of {:?}", subject.name, batches(subject)));
        let inputs: Vec<(usize, Vec<f32>)> = batches(subject).iter().map(|&batch| (batch, pixels(batch * size))).collect();
        let inputs: Vec<(usize, Vec<&[f32]>)> =
            inputs.iter().map(|(batch, pixels)| (*batch, pixels.chunks_exact(size).collect())).collect();
        let (mut turns, mut batch_of) = (Vec::new(), Vec::new());
        for (batch, pictures) in &inputs {
            let batch = *batch;
            let mut some = vec![Turn::new(OURS, || timed(|| Ok(engine.run(pictures).map(drop)?)))];
            if peers.are_there() {
                some.push(Turn::new("ONNX Runtime", move || peers.onnx(&subject.onnx, threads, batch)));
                // PyTorch has the original network only, and takes it picture by picture as well as in batches.
                let checkpoint = work.large.as_ref().filter(|_| subject.word == "f32" && batch == 1).map(|large| &large.checkpoint);
                some.extend(checkpoint.map(|checkpoint| Turn::new("PyTorch", move || peers.torch(checkpoint, threads, batch))));
                let float = work.large.as_ref().filter(|_| subject.word == "int8").map(|large| large.rows(Precision::F32));
                some.extend(float.map(|float| Turn::new("its own dynamic int8", move || peers.own_int8(&float, threads, batch))));
            }
            batch_of.extend(some.iter().map(|turn| (batch, turn.name)));
            turns.extend(some);
        }
        // All batches in turn, too: that one is no slower per clip than another is seen only side by side.
        let rounds = Rounds { budget: BUDGET * inputs.len() as u32, ..rounds };
        let per_call = in_turn(turns, rounds)?;
        for ((batch, name), figure) in batch_of.into_iter().zip(per_call) {
            let per_clip = figure.map(|figure| figure.times(1.0 / batch as f64));
            if name == OURS {
                let what = format!("{}, {threads} thread(s), batch {batch}, per clip", subject.name);
                lines.push(Line::new(&subject.group("inference"), what, "ms", per_clip));
            } else if let Some(ours) = lines.pop() {
                lines.push(ours.beside(name, per_clip));
            }
        }
        peers.forget()?;
    }
    Ok(lines)
}
