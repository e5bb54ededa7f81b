//! The table, for people.

use std::path::Path;

use anyhow::Context;

use super::record::{Figure, Line, Machine, Record};
use super::throughput;

pub(super) const BEGIN: &str = "<!-- bench: begin (cargo xtask bench --update-readme) -->";
pub(super) const END: &str = "<!-- bench: end -->";

/// Parts of the bench in the order of the tables, and what each is called.
const PARTS: [(&str, &str); 5] = [
    ("front-end", "file to pixels, one thread"),
    ("inference", "pixels to logits, in turn with the peers"),
    ("throughput", ""),
    ("archive", "many files"),
    ("cold", "process start to first answer, and peak memory"),
];

/// A table for each part: ours, then every peer with the ratio to ours.
pub(super) fn markdown(record: &Record) -> String {
    let Machine { processor, cores, date, engine, peers } = &record.machine;
    let mut text = format!(
        "Measured on {date} on {processor}, {cores} cores, {engine}; {peers}. Medians of one run in which ours and the peers took turns; in \
         brackets the peer's figure divided by ours.\n"
    );
    for (part, title) in PARTS {
        let lines: Vec<&Line> = record.lines.iter().filter(|line| line.group.split('/').next() == Some(part)).collect();
        if lines.is_empty() {
            continue;
        }
        text += "\n";
        if part == "throughput" {
            text += &throughput::matrix(&lines);
            continue;
        }
        text += &format!("| {title} | ours | peers |\n|---|---:|---|\n");
        for line in lines {
            let peers: Vec<String> = line.peers.iter().map(|(name, figure)| peer(name, *figure, line)).collect();
            text += &format!("| {} | {} | {} |\n", line.what, with_unit(line.ours, &line.unit), peers.join("; "));
        }
    }
    text
}

fn peer(name: &str, theirs: Option<Figure>, line: &Line) -> String {
    let told = with_unit(theirs, &line.unit);
    match (theirs, line.ours) {
        (Some(theirs), Some(ours)) => format!("{name} {told} ({:.2}×)", theirs.median / ours.median),
        _ => format!("{name} {told}"),
    }
}

fn with_unit(value: Option<Figure>, unit: &str) -> String {
    value.map_or_else(|| "not measured".to_owned(), |value| format!("{} {unit}", figure(value.median)))
}

/// Three digits.
pub(super) fn figure(value: f64) -> String {
    let digits = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.digits$}")
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
