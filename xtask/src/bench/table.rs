//! The table, for people.

use std::path::Path;

use anyhow::Context;

use super::Row;
use super::peers::Peers;
use crate::date::today;
use crate::measure::processor;

pub(super) const BEGIN: &str = "<!-- bench: begin (cargo xtask bench --update-readme) -->";
pub(super) const END: &str = "<!-- bench: end -->";

/// Where the figures come from.
#[derive(serde::Serialize)]
pub(super) struct Machine {
    processor: String,
    cores: usize,
    date: String,
    engine: String,
    peers: String,
}

impl Machine {
    pub(super) fn read(peers: &Peers) -> Self {
        let engine = genre::Model::built_in().ok().and_then(|model| genre::TractEngine::load(&model, 1).ok());
        Self {
            processor: processor(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            date: today(),
            engine: engine.map(|engine| genre::Engine::info(&engine).to_string()).unwrap_or_default(),
            peers: peers.versions().unwrap_or_else(|| "peers not measured (tools/.venv is not there)".to_owned()),
        }
    }
}

/// One table: ours, then every peer with the ratio to ours.
pub(super) fn markdown(machine: &Machine, rows: &[Row]) -> String {
    let mut text = format!(
        "Measured on {} on {}, {} cores, {}; {}. Medians of one run, ours taken before and after the peers'; in brackets the peer's \
         figure divided by ours.\n\n| what | ours | peers |\n|---|---:|---|\n",
        machine.date, machine.processor, machine.cores, machine.engine, machine.peers
    );
    for row in rows {
        let peers: Vec<String> = row.peers.iter().map(|(name, value)| peer(name, *value, row)).collect();
        let ours = row.ours.map_or_else(|| "not measured".to_owned(), |value| figure(value, row.unit));
        text += &format!("| {} | {ours} | {} |\n", row.what.trim_start(), peers.join("; "));
    }
    text
}

fn peer(name: &str, value: Option<f64>, row: &Row) -> String {
    match (value, row.ours) {
        (Some(value), Some(ours)) => format!("{name} {} ({:.2}×)", figure(value, row.unit), value / ours),
        (Some(value), None) => format!("{name} {}", figure(value, row.unit)),
        (None, _) => format!("{name} not measured"),
    }
}

fn figure(value: f64, unit: &str) -> String {
    if value < 10.0 {
        format!("{value:.2} {unit}")
    } else if value < 100.0 {
        format!("{value:.1} {unit}")
    } else {
        format!("{value:.0} {unit}")
    }
}

/// Replaces what stands between two markers of a file.
pub(crate) fn put_between(path: &Path, (begin, end): (&str, &str), table: &str) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
    let lacks = |marker| format!("{} has no line {marker}", path.display());
    let (head, rest) = text.split_once(begin).with_context(|| lacks(begin))?;
    let (_, tail) = rest.split_once(end).with_context(|| lacks(end))?;
    let text = format!("{head}{begin}\n{table}\n{end}{tail}");
    std::fs::write(path, text).with_context(|| format!("failed to write {}", path.display()))
}
