//! Two runs side by side: what has become faster, what slower, and by more than noise.

use super::record::{Figure, Line, Machine, Record};
use super::table::figure;

/// What two runs differ by although nothing has changed, besides what their own measurements differ by.
const FLOOR: f64 = 0.03;
/// Taken for the spread of a figure that was told without one.
const UNKNOWN_SPREAD: f64 = 0.05;

/// What is said of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Faster,
    Slower,
    /// Within noise.
    Same,
    /// Other machines, and no peer that was measured on both.
    Unknown,
}

/// How a line has changed. Above 1 is better: less time or memory, more requests.
#[derive(Debug, PartialEq)]
struct Change {
    gain: f64,
    /// The same of its peers, which have not changed: how much of it is the machine's.
    machine: Option<f64>,
    mark: Mark,
}

/// The table of both.
pub(super) fn markdown(old: &Record, new: &Record) -> String {
    let like = old.machine.is_like(&new.machine);
    let mut text = format!("old: {}\nnew: {}\n", described(&old.machine), described(&new.machine));
    if !like {
        text += "Not the same machine: only ratios to peers that were measured on both are judged.\n";
    }
    text += "\n| what | old | new | gain | the peers' gain | |\n|---|---:|---:|---:|---:|---|\n";
    let mut slower = 0;
    let mut gone = Vec::new();
    for before in &old.lines {
        let Some(after) = find(&new.lines, before) else {
            gone.push(before);
            continue;
        };
        let told =
            |figure_of: Option<Figure>| figure_of.map_or("–".to_owned(), |value| format!("{} {}", figure(value.median), before.unit));
        let (gain, machine, mark) = match change(before, after, like) {
            Some(Change { gain, machine, mark }) => {
                slower += usize::from(mark == Mark::Slower);
                (format!("{gain:.2}×"), machine.map_or("–".to_owned(), |machine| format!("{machine:.2}×")), word(mark))
            }
            None => ("–".to_owned(), "–".to_owned(), ""),
        };
        text += &format!("| {} | {} | {} | {gain} | {machine} | {mark} |\n", before.what, told(before.ours), told(after.ours));
    }
    let fresh: Vec<&Line> = new.lines.iter().filter(|line| find(&old.lines, line).is_none()).collect();
    for (what, lines) in [("only in the old run", gone), ("only in the new run", fresh)] {
        if !lines.is_empty() {
            text += &format!("\n{what}: {}\n", named(&lines, if what.ends_with("old run") { new } else { old }));
        }
    }
    text + &format!(
        "\ngain: old ÷ new, for requests new ÷ old. {slower} line(s) got SLOWER by more than noise: 3 % and what each run's own measurements \
         lie apart, after the peers' gain, which is the machine's, is taken out.\n"
    )
}

/// Lines that the other run lacks; a group that it lacks altogether is named once.
fn named(lines: &[&Line], other: &Record) -> String {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let has_group = other.lines.iter().any(|there| there.group == line.group);
        let name = if has_group { line.what.clone() } else { format!("all of {}", line.group) };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

fn find<'a>(lines: &'a [Line], wanted: &Line) -> Option<&'a Line> {
    lines.iter().find(|line| (&line.group, &line.what, &line.unit) == (&wanted.group, &wanted.what, &wanted.unit))
}

fn described(machine: &Machine) -> String {
    let Machine { processor, cores, date, engine, peers } = machine;
    format!("{date}, {processor}, {cores} cores, {engine}; {peers}")
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Faster => "better",
        Mark::Slower => "**SLOWER**",
        Mark::Same => "",
        Mark::Unknown => "not comparable",
    }
}

fn change(before: &Line, after: &Line, like: bool) -> Option<Change> {
    let (old, new) = (before.ours?, after.ours?);
    let gain = gain(&before.unit, old, new);
    // Memory, and a ratio of two of our own times, do not depend on how fast a machine is just now.
    let is_time = matches!(before.unit.as_str(), "ms" | "/s");
    let peers = before.peers.iter().filter_map(|(name, old)| {
        let (_, new) = after.peers.iter().find(|(other, _)| other == name)?;
        Some((self::gain(&before.unit, (*old)?, (*new)?), spread((*old)?) + spread((*new)?)))
    });
    let peers: Vec<(f64, f64)> = if is_time { peers.collect() } else { Vec::new() };
    // The least noisy one; they all say how fast the machine was.
    let quietest = peers.into_iter().min_by(|(_, one), (_, other)| one.total_cmp(other));
    let noise = FLOOR + spread(old) + spread(new) + quietest.map_or(0.0, |(_, spread)| spread);
    let machine = quietest.map(|(gain, _)| gain);
    let judged = gain / machine.unwrap_or(1.0);
    let mark = if is_time && !like && machine.is_none() {
        Mark::Unknown
    } else if judged > 1.0 + noise {
        Mark::Faster
    } else if judged < 1.0 / (1.0 + noise) {
        Mark::Slower
    } else {
        Mark::Same
    };
    Some(Change { gain, machine, mark })
}

fn gain(unit: &str, old: Figure, new: Figure) -> f64 {
    // Of requests per second and of the two cores' share, more is better.
    if matches!(unit, "/s" | "×") { new.median / old.median } else { old.median / new.median }
}

/// How far the measurements lie to either side of their middle, as a share of it.
fn spread(figure: Figure) -> f64 {
    let half = (figure.high - figure.low) / 2.0 / figure.median;
    if half > 0.0 { half } else { UNKNOWN_SPREAD }
}

#[cfg(test)]
mod tests {
    use super::{Mark, change, markdown};
    use crate::bench::record::{Figure, Line, Machine, Record};

    /// A figure whose quarters lie 1 % to either side.
    fn figure(median: f64) -> Option<Figure> {
        Some(Figure { median, low: 0.99 * median, high: 1.01 * median })
    }

    fn line(what: &str, unit: &str, ours: f64, peer: Option<f64>) -> Line {
        Line::new("inference/f32", what, unit, figure(ours)).beside("ONNX Runtime", peer.and_then(figure))
    }

    #[track_caller]
    fn check(old: (f64, Option<f64>), new: (f64, Option<f64>), unit: &str, like: bool, gain: f64, mark: Mark) {
        let found = change(&line("a", unit, old.0, old.1), &line("a", unit, new.0, new.1), like).expect("both were measured");
        assert!((found.gain - gain).abs() < 1e-9, "{found:?}");
        assert_eq!(found.mark, mark, "{found:?}");
    }

    #[test]
    fn what_is_slower_by_more_than_noise_is_marked() {
        check((100.0, None), (80.0, None), "ms", true, 1.25, Mark::Faster);
        check((100.0, None), (125.0, None), "ms", true, 0.8, Mark::Slower);
        check((100.0, None), (103.0, None), "ms", true, 100.0 / 103.0, Mark::Same);
        check((10.0, None), (12.5, None), "/s", true, 1.25, Mark::Faster);
        check((400.0, None), (500.0, None), "MB", true, 0.8, Mark::Slower);
    }

    #[test]
    fn the_peers_tell_how_fast_the_machine_was() {
        // Everything takes twice as long: the machine's matter. Only ours does: ours.
        check((100.0, Some(90.0)), (200.0, Some(180.0)), "ms", true, 0.5, Mark::Same);
        check((100.0, Some(90.0)), (200.0, Some(90.0)), "ms", true, 0.5, Mark::Slower);
        check((100.0, Some(90.0)), (100.0, Some(180.0)), "ms", true, 1.0, Mark::Faster);
        // Memory is no matter of speed.
        check((400.0, Some(300.0)), (400.0, Some(600.0)), "MB", true, 1.0, Mark::Same);
    }

    #[test]
    fn other_machines_are_judged_by_the_peers_only() {
        check((100.0, None), (300.0, None), "ms", false, 1.0 / 3.0, Mark::Unknown);
        check((100.0, Some(100.0)), (300.0, Some(300.0)), "ms", false, 1.0 / 3.0, Mark::Same);
        check((100.0, Some(100.0)), (300.0, Some(150.0)), "ms", false, 1.0 / 3.0, Mark::Slower);
        check((100.0, None), (300.0, None), "MB", false, 1.0 / 3.0, Mark::Slower);
    }

    #[test]
    fn rows_of_one_run_only_are_named_and_unmeasured_ones_are_not_judged() {
        let machine = |processor: &str| Machine {
            processor: processor.to_owned(),
            cores: 2,
            date: "2026-01-01".to_owned(),
            engine: "tract".to_owned(),
            peers: "none".to_owned(),
        };
        let record = |processor, lines| -> Record {
            let machine = serde_json::to_value(machine(processor)).expect("it is data");
            serde_json::from_value(serde_json::json!({ "made_by": "a test", "machine": machine, "lines": lines })).expect("it is a record")
        };
        let old =
            record("one", vec![line("stays", "ms", 100.0, None), line("goes", "ms", 1.0, None), Line::new("archive", "none", "ms", None)]);
        let new =
            record("one", vec![line("stays", "ms", 200.0, None), line("comes", "ms", 1.0, None), Line::new("archive", "none", "ms", None)]);
        let text = markdown(&old, &new);
        assert!(text.contains("| stays | 100 ms | 200 ms | 0.50× | – | **SLOWER** |"), "{text}");
        assert!(text.contains("only in the old run: goes\n") && text.contains("only in the new run: comes\n"), "{text}");
        assert!(text.contains("| none | – | – | – | – |  |") && text.contains("1 line(s) got SLOWER"), "{text}");
        assert!(!text.contains("Not the same machine"));
        let partly = markdown(&old, &record("one", Vec::new()));
        assert!(partly.contains("only in the old run: all of inference/f32; all of archive\n"), "{partly}");
        let elsewhere = markdown(&old, &record("other", vec![line("stays", "ms", 200.0, None)]));
        assert!(elsewhere.contains("Not the same machine") && elsewhere.contains("not comparable"), "{elsewhere}");
    }
}
