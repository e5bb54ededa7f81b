//! Fresh functions under aws-lambda-rie: time to the first answer, time to the next ones, memory.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::Value;

use super::share::Share;
use crate::measure::{high_water_bytes, median};
use crate::sam_local::invoke::Emulator;
use crate::sam_local::process::{on_path, signal};
use crate::terminal::progress;

/// Answers of one function after its first.
const WARM: usize = 5;
/// How long the machine is watched before each start.
const WATCH: Duration = Duration::from_millis(200);

/// A function: a program with its environment.
pub(super) struct Program {
    name: &'static str,
    command: Vec<PathBuf>,
    environment: Vec<(String, String)>,
}

/// What a function has of the machine.
pub(super) struct Room {
    pub(super) memory_mb: u32,
    /// That one inference is let use.
    pub(super) threads: usize,
    /// Processors that it sees.
    pub(super) processors: usize,
    /// The part of them that is its own, where that can be had; otherwise all that it sees are.
    pub(super) share: Option<Rc<Share>>,
}

impl Program {
    pub(super) fn new(name: &'static str, command: &[impl AsRef<Path>]) -> Self {
        let command = command.iter().map(|part| part.as_ref().to_owned()).collect();
        Self { name, command, environment: Vec::new() }
    }

    pub(super) fn set(&mut self, name: &str, value: &str) -> &mut Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Of one function, medians over its starts.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    /// From the first event, at which the emulator starts the program, to its answer, ms.
    pub(super) cold_ms: f64,
    /// Of the following events, ms.
    pub(super) warm_ms: f64,
    /// The kernel's high-water mark of the program's resident memory, bytes; of all starts.
    pub(super) peak_bytes: f64,
    /// Share of the machine's cores that was busy with something else, from 0 to 1; the mean over all starts.
    pub(super) busy: f64,
}

/// One start: its first answer, the following ones, its memory.
struct Run {
    busy: f64,
    cold_ms: f64,
    warm_ms: Vec<f64>,
    peak_bytes: f64,
    /// Falling.
    probabilities: Vec<f64>,
}

/// A program in its room. Those with one `subject` must answer the same: what is faster at something else is not faster.
pub(super) struct Start {
    pub(super) program: Program,
    pub(super) room: Rc<Room>,
    pub(super) subject: usize,
    /// By how much probabilities may differ: each runtime computes f16 and int8 in its own way.
    pub(super) allowed: f64,
    /// Whether it is Python's.
    pub(super) peer: bool,
}

/// All starts in turn, round by round, so that a machine that slows down meanwhile slows all of them down. Figures come in their order.
pub(super) fn in_turn(emulator: &Path, starts: &[Start], event: &[u8], repeats: usize) -> anyhow::Result<Vec<Figures>> {
    let mut runs: Vec<Vec<Run>> = starts.iter().map(|_| Vec::new()).collect();
    let mut said: HashMap<usize, Vec<f64>> = HashMap::new();
    for round in 0..=repeats {
        progress(format_args!("round {round} of {repeats}, {} starts", starts.len()));
        for (Start { program, room, subject, allowed, .. }, runs) in starts.iter().zip(&mut runs) {
            let failed = || format!("failed to measure {} with {} MB", program.name, room.memory_mb);
            let run = once(emulator, program, room, event).with_context(failed)?;
            let difference = largest_difference(said.entry(*subject).or_insert_with(|| run.probabilities.clone()), &run.probabilities);
            let name = program.name;
            ensure!(
                difference <= *allowed,
                "{name} answers something else: probabilities differ by {difference:.1e}, {allowed:.0e} are allowed"
            );
            // The first round fills the page cache and librosa's cache of compiled code.
            if round > 0 {
                runs.push(run);
            }
        }
    }
    Ok(runs.into_iter().map(figures).collect())
}

fn largest_difference(one: &[f64], other: &[f64]) -> f64 {
    if one.len() != other.len() {
        return f64::INFINITY;
    }
    one.iter().zip(other).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max)
}

fn figures(runs: Vec<Run>) -> Figures {
    let warm = runs.iter().flat_map(|run| &run.warm_ms).copied().collect();
    let peak_bytes = runs.iter().map(|run| run.peak_bytes).fold(0.0, f64::max);
    let busy = runs.iter().map(|run| run.busy).sum::<f64>() / runs.len() as f64;
    let middle = |values| median(values).unwrap_or(f64::NAN);
    Figures { cold_ms: middle(runs.iter().map(|run| run.cold_ms).collect()), warm_ms: middle(warm), peak_bytes, busy }
}

fn once(emulator: &Path, program: &Program, room: &Room, event: &[u8]) -> anyhow::Result<Run> {
    let before = ticks()?;
    sleep(WATCH);
    let after = ticks()?;
    let busy = 1.0 - (after.0 - before.0) / (after.1 - before.1).max(1.0);
    let wrapped = held(program, room)?;
    let running = Emulator::start(emulator, &wrapped, |command| {
        command.env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", room.memory_mb.to_string()).env("AWS_LAMBDA_FUNCTION_TIMEOUT", "120");
        command.env("AWS_REGION", "us-east-1").envs(program.environment.iter().map(|(name, value)| (name, value)));
        command.stderr(std::process::Stdio::null());
    })?;
    let ask = || -> anyhow::Result<(f64, Value)> {
        let begun = Instant::now();
        let answer = running.invoke(event)?;
        let ms = begun.elapsed().as_secs_f64() * 1e3;
        let answer: Value = serde_json::from_str(&answer).with_context(|| format!("an answer that is not JSON: {answer}"))?;
        ensure!(answer["statusCode"] == 200, "answers {answer}");
        Ok((ms, answer))
    };
    let (cold_ms, answer) = ask()?;
    let probabilities = probabilities(&answer)?;
    let warm_ms = (0..WARM).map(|_| Ok(ask()?.0)).collect::<anyhow::Result<Vec<f64>>>()?;
    let function = children(running.process.id());
    let peak_bytes = function.iter().filter_map(|&id| high_water_bytes(id)).fold(0.0, f64::max);
    ensure!(peak_bytes > 0.0, "the function's process was not found");
    drop(running);
    // The emulator gives the function a group of its own and does not always take it along.
    function.iter().filter(|&&id| high_water_bytes(id).is_some()).for_each(|id| signal("KILL", &id.to_string()));
    Ok(Run { busy, cold_ms, warm_ms, peak_bytes, probabilities })
}

/// The program within what it has of the processors.
fn held(program: &Program, room: &Room) -> anyhow::Result<Vec<PathBuf>> {
    let taskset = on_path("taskset").context("taskset, of util-linux, is needed")?;
    let mut words = vec![taskset, "--cpu-list".into(), format!("0-{}", room.processors - 1).into()];
    if let Some(share) = &room.share {
        // A quota does not hold what runs with real-time priority, which this command may have been started with.
        let chrt = on_path("chrt").context("chrt, of util-linux, is needed")?;
        words.extend([chrt, "--other".into(), "0".into()]);
        words.extend(["sh", "-c", "echo $$ >\"$0\" && exec \"$@\""].map(PathBuf::from));
        words.push(share.door());
    }
    words.extend(program.command.iter().cloned());
    Ok(words)
}

/// Of all genres, falling: ours come with their names, Python's without.
fn probabilities(answer: &Value) -> anyhow::Result<Vec<f64>> {
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap_or_default()).context("the body is not JSON")?;
    let ours = body["scores"].as_array().map(|scores| scores.iter().map(|score| &score["probability"]).collect::<Vec<_>>());
    let found = ours.or_else(|| Some(body["probabilities"].as_array()?.iter().collect()));
    let mut found: Vec<f64> = found.unwrap_or_default().into_iter().filter_map(Value::as_f64).collect();
    ensure!(!found.is_empty(), "the body holds no probabilities: {body}");
    found.sort_by(|one, other| other.total_cmp(one));
    Ok(found)
}

/// What the cores have idled and what has passed altogether, in ticks since the machine was started.
fn ticks() -> anyhow::Result<(f64, f64)> {
    let text = std::fs::read_to_string("/proc/stat").context("failed to read /proc/stat")?;
    let line = text.lines().next().unwrap_or_default();
    let ticks: Vec<f64> = line.split_whitespace().skip(1).take(8).filter_map(|tick| tick.parse().ok()).collect();
    // user, nice, system, idle, waiting for disks, and two kinds of interrupts.
    Ok((ticks.iter().skip(3).take(2).sum(), ticks.iter().sum()))
}

/// The processes that a process has started.
fn children(id: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}
