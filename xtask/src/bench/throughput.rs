//! Requests per second of one process whose threads share one copy of the weights: threads per inference × inferences at once.
//!
//! Each number of threads gets a process of its own, which answers with one and with two requests at once in turn: what two cores do is
//! held against one core of the same seconds.

use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

use super::prepare::{Subject, Work};
use super::record::{Figure, Line};
use super::requests::{AT_ONCE, Answer};
use crate::terminal::progress;

/// Models that are measured.
pub(super) const MODELS: [&str; 3] = ["f32", "int8", "demo"];

pub(super) fn measure(work: &Work, subject: &Subject, rounds: usize) -> anyhow::Result<Vec<Line>> {
    let Some((audio, _)) = work.clips.first() else { return Ok(Vec::new()) };
    let group = subject.group("throughput");
    let mut lines = Vec::new();
    for &threads in &work.threads {
        progress(format_args!("requests per second: {}, {threads} thread(s) each", subject.name));
        let mut command = Command::new(std::env::current_exe().context("failed to find this program")?);
        command.args(["bench-requests", "--threads", &threads.to_string(), "--rounds", &rounds.to_string()]);
        command.args(subject.options()).arg(audio);
        let output = command.stderr(std::process::Stdio::inherit()).output().context("failed to start this program again")?;
        ensure!(output.status.success(), "bench-requests failed with {}", output.status);
        let answer: Value = serde_json::from_slice(&output.stdout)?;
        lines.extend(told(&group, subject.name, threads, &serde_json::from_value(answer)?));
    }
    Ok(lines)
}

fn told(group: &str, name: &str, threads: usize, answer: &Answer) -> Vec<Line> {
    let mut lines = Vec::new();
    for (&at_once, rates) in AT_ONCE.iter().zip(&answer.rates) {
        lines.push(Line::new(group, rate(name, threads, at_once), "/s", Figure::of(rates)));
    }
    if threads == 1 {
        // Round by round, so that both are of the same seconds.
        let shares: Vec<f64> = answer.rates[0].iter().zip(&answer.rates[1]).map(|(one, two)| two / (2.0 * one)).collect();
        lines.push(Line::new(group, verdict(name), "×", Figure::of(&shares)));
        for (&at_once, peak) in AT_ONCE.iter().zip(&answer.peak_bytes) {
            lines.push(Line::new(group, memory(name, at_once), "MB", Figure::of(&[peak / 1e6])));
        }
    }
    lines
}

fn rate(name: &str, threads: usize, at_once: usize) -> String {
    format!("requests, {name}, {threads} thread(s) each, {at_once} at once")
}

fn verdict(name: &str) -> String {
    format!("requests on two cores ÷ (2 × on one), {name}")
}

fn memory(name: &str, at_once: usize) -> String {
    format!("memory of that process, {name}, {at_once} at once")
}

/// The lines of this part as a table of their own.
pub(super) fn matrix(lines: &[&Line]) -> String {
    let find = |what: &str| lines.iter().find(|line| line.what == what)?.ours;
    let told = |what: String| find(&what).map_or_else(|| "not measured".to_owned(), |figure| super::table::figure(figure.median));
    // Rows are found by the names that were given to them.
    let names = lines.iter().filter_map(|line| line.what.strip_prefix("requests on two cores ÷ (2 × on one), "));
    let mut text =
        "| requests per second, threads each × at once | 1 × 1 | 1 × 2 | 2 × 1 | 2 × 2 | 1 × 2 ÷ (2 × 1 × 1) | memory, 1 and 2 at once |\n\
                    |---|---:|---:|---:|---:|---:|---:|\n"
            .to_owned();
    for name in names {
        let cells = [(1, 1), (1, 2), (2, 1), (2, 2)].map(|(threads, at_once)| told(rate(name, threads, at_once)));
        let memory = [1, 2].map(|at_once| told(memory(name, at_once))).join(" and ");
        text += &format!("| {name} | {} | {} | {memory} MB |\n", cells.join(" | "), told(verdict(name)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{matrix, told};
    use crate::bench::requests::Answer;

    #[test]
    fn two_cores_are_held_against_one_of_the_same_round() {
        // The machine is twice as fast in the second round.
        let answer = Answer { rates: vec![vec![4.0, 8.0, 4.0], vec![7.2, 14.4, 7.2]], peak_bytes: vec![400e6, 410e6] };
        let lines = told("throughput/f32", "a model", 1, &answer);
        let share = lines.iter().find(|line| line.unit == "×").and_then(|line| line.ours).expect("it is told");
        assert!((share.median - 0.9).abs() < 1e-9 && share.low == share.high);
        let table = matrix(&lines.iter().collect::<Vec<_>>());
        assert!(table.contains("| a model | 4.00 | 7.20 | not measured | not measured | 0.90 | 400 and 410 MB |"), "{table}");
    }
}
