//! What one run of the bench has found, as it is kept in a file and compared.

use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::Row;
use super::peers::Peers;
use crate::date::today;
use crate::measure::{median, processor, quantile};

/// All of a run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record {
    /// What wrote the file.
    made_by: String,
    pub(super) machine: Machine,
    pub(super) lines: Vec<Line>,
}

/// Where and with what it was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Machine {
    pub(super) processor: String,
    pub(super) cores: usize,
    pub(super) date: String,
    pub(super) engine: String,
    pub(super) peers: String,
}

/// A figure of ours beside the peers'. `group` and `what` together tell which.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Line {
    /// As `--only` knows it.
    pub(super) group: String,
    /// What was measured.
    pub(super) what: String,
    /// `"ms"`, `"MB"`, `"/s"` for rates, or `"×"` for a ratio.
    pub(super) unit: String,
    /// Absent where it could not be measured.
    pub(super) ours: Option<Figure>,
    /// By name.
    pub(super) peers: Vec<(String, Option<Figure>)>,
}

/// The middle of several measurements, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Figure {
    pub(super) median: f64,
    /// A quarter of the measurements lie below.
    pub(super) low: f64,
    /// A quarter lie above.
    pub(super) high: f64,
}

impl Figure {
    /// None of nothing.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        let quarter = |share| quantile(values.to_vec(), share);
        Some(Self { median: median(values.to_vec())?, low: quarter(0.25)?, high: quarter(0.75)? })
    }

    /// The same in another unit.
    pub(super) fn times(self, factor: f64) -> Self {
        Self { median: self.median * factor, low: self.low * factor, high: self.high * factor }
    }
}

impl Record {
    pub(super) fn new(peers: &Peers, lines: Vec<Line>) -> Self {
        let made_by = "cargo xtask bench --json FILE; compare with --compare FILE".to_owned();
        Self { made_by, machine: Machine::read(peers), lines }
    }

    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is not what cargo xtask bench --json writes", path.display()))
    }

    /// One line of the file per line of the table, so that a change shows in a diff.
    pub(super) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let lines = self.lines.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        let (made_by, machine) = (serde_json::to_string(&self.made_by)?, serde_json::to_string(&self.machine)?);
        let text = format!("{{\"made_by\":{made_by},\n\"machine\":{machine},\n\"lines\":[\n{}\n]}}\n", lines.join(",\n"));
        std::fs::write(path, text).with_context(|| format!("failed to write {}", path.display()))
    }
}

impl Machine {
    fn read(peers: &Peers) -> Self {
        let engine = genre::Model::built_in().ok().and_then(|model| genre::TractEngine::load(&model, 1).ok());
        Self {
            processor: processor(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            date: today(),
            engine: engine.map(|engine| genre::Engine::info(&engine).to_string()).unwrap_or_default(),
            peers: peers.versions().unwrap_or_else(|| "peers not measured (tools/.venv is not there)".to_owned()),
        }
    }

    /// Whether times of the two can be held against each other.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (&self.processor, self.cores) == (&other.processor, other.cores)
    }
}

impl Line {
    pub(super) fn new(group: &str, what: impl Into<String>, unit: &str, ours: Option<Figure>) -> Self {
        Self { group: group.to_owned(), what: what.into(), unit: unit.to_owned(), ours, peers: Vec::new() }
    }

    pub(super) fn beside(mut self, name: &str, figure: Option<Figure>) -> Self {
        self.peers.push((name.to_owned(), figure));
        self
    }

    /// A group's rows; a row that is set in belongs to the one before it that is not.
    pub(super) fn of_rows(group: &str, rows: Vec<Row>) -> Vec<Self> {
        let single = |value: Option<f64>| value.and_then(|value| Figure::of(&[value]));
        let mut head = String::new();
        let lines = rows.into_iter().map(|row| {
            let what = match row.what.strip_prefix("  ") {
                Some(part) => format!("{head}: {}", part.trim_start()),
                None => {
                    head.clone_from(&row.what);
                    row.what
                }
            };
            let peers = row.peers.into_iter().map(|(name, value)| (name.to_owned(), single(value))).collect();
            Self { peers, ..Self::new(group, what, row.unit, single(row.ours)) }
        });
        lines.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Line};
    use crate::bench::Row;

    #[test]
    fn rows_that_are_set_in_are_named_after_their_head() {
        let row = |what: &str| Row { what: what.to_owned(), unit: "ms", ours: Some(2.0), peers: vec![("librosa", None)] };
        let lines = Line::of_rows("front-end", vec![row("one"), row("  of it a"), row("two"), row("  of it a")]);
        let names: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
        assert_eq!(names, ["one", "one: of it a", "two", "two: of it a"]);
        assert_eq!(lines[0].ours, Some(Figure { median: 2.0, low: 2.0, high: 2.0 }));
    }

    #[test]
    fn a_figure_is_a_middle_between_two_quarters() {
        let figure = Figure::of(&[5.0, 1.0, 4.0, 2.0, 3.0]).expect("there are some");
        assert_eq!(figure, Figure { median: 3.0, low: 2.0, high: 4.0 });
        assert_eq!(Figure::of(&[]), None);
    }
}
