//! The lines against the rules of the format, as its specification and CloudWatch's own limits state them.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::{ANSWERS, Line, Metric, NAMESPACE};

/// Units that CloudWatch knows and this crate uses.
const UNITS: [&str; 4] = ["Count", "Seconds", "Milliseconds", "Bytes"];

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(1_790_000_000_123)
}

/// Parses a line and holds it against every rule of the format; gives back the object.
#[track_caller]
fn valid(line: &Line<'_>) -> Value {
    let text = line.to_json(now());
    assert!(text.len() < 256 * 1024 && !text.contains('\n'), "one log event");
    let root: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(root["_aws"]["Timestamp"], 1_790_000_000_123_u64);
    let directives = root["_aws"]["CloudWatchMetrics"].as_array().expect("directives");
    assert!(!directives.is_empty());
    let mut targets = vec!["_aws".to_owned()];
    for directive in directives {
        assert_eq!(directive["Namespace"], NAMESPACE);
        let sets = directive["Dimensions"].as_array().expect("dimension sets");
        assert_eq!(sets.len(), 1, "each set is billed once more");
        for name in sets[0].as_array().expect("a set") {
            assert!(sets[0].as_array().expect("a set").len() <= 30);
            let name = name.as_str().expect("a name");
            let value = root[name].as_str().unwrap_or_else(|| panic!("{name} is no string at the root"));
            let sound = (1..=1024).contains(&value.len()) && value.chars().all(|c| c == ' ' || c.is_ascii_graphic());
            assert!(sound && !value.trim().is_empty() && !value.starts_with(':'), "{name} = {value:?}");
            targets.push(name.to_owned());
        }
        let metrics = directive["Metrics"].as_array().expect("metrics");
        assert!((1..=100).contains(&metrics.len()));
        for metric in metrics {
            let name = metric["Name"].as_str().expect("a name");
            assert!((1..=1024).contains(&name.len()) && UNITS.contains(&metric["Unit"].as_str().expect("a unit")), "{metric}");
            assert!(root[name].is_number(), "{name} is no number at the root: {}", root[name]);
            targets.push(name.to_owned());
        }
    }
    let stray: Vec<_> = root.as_object().expect("an object").keys().filter(|key| !targets.contains(key)).collect();
    assert!(stray.is_empty(), "nothing is told that is no metric: {stray:?}");
    root
}

#[test]
fn every_line_keeps_the_rules_of_the_format() {
    let all = Metric::ALL.iter().fold(Line::new("worker"), |line, metric| line.with(*metric, 1.5));
    let root = valid(&all.clone().genre("Jazz").failure("damaged"));
    assert_eq!((&root["Function"], &root["Genre"], &root["Kind"]), (&"worker".into(), &"Jazz".into(), &"damaged".into()));
    assert_eq!((&root["Decode"], &root["Failures"], &root[ANSWERS]), (&1.5.into(), &2.5.into(), &1.into()));

    for line in [all, Line::new("worker").genre("Jazz"), Line::new("w").failure("vanished"), Line::new("w").with(Metric::ColdStarts, 1.0)] {
        valid(&line);
    }
    // The total of failures and the failures of one kind are two metrics with one value.
    let root = valid(&Line::new("worker").failure("empty"));
    let sets: Vec<&Value> =
        root["_aws"]["CloudWatchMetrics"].as_array().expect("two").iter().map(|directive| &directive["Dimensions"]).collect();
    assert_eq!(sets, [&serde_json::json!([["Function"]]), &serde_json::json!([["Function", "Kind"]])]);
}

#[test]
fn names_are_told_apart() {
    let mut names: Vec<&str> = Metric::ALL.iter().map(|metric| metric.name()).chain([ANSWERS, "Function", "Genre", "Kind"]).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn labels_in_any_language_become_dimensions() {
    for (label, expected) in [
        ("R&B", "R&B"),
        ("Pop & Electronic", "Pop & Electronic"),
        ("蓝调", "\\u{84dd}\\u{8c03}"),
        (":odd", "odd"),
        ("a\tb", "a\\u{9}b"),
        ("", "none"),
        ("  ", "none"),
    ] {
        assert_eq!(valid(&Line::new("worker").genre(label))["Genre"], expected);
    }
    let long = "é".repeat(900);
    assert_eq!(valid(&Line::new("worker").genre(&long))["Genre"].as_str().map(str::len), Some(1024));
}

#[test]
fn numbers_add_up_and_must_be_numbers() {
    let line = Line::new("worker").with(Metric::Files, 1.0).with(Metric::Files, 2.0).with(Metric::TotalMs, f64::NAN);
    let root = valid(&line);
    assert_eq!(root["Files"].as_i64(), Some(3), "counts are integers");
    assert!(root.get("Total").is_none());
    assert!(Line::new("worker").with(Metric::TotalMs, f64::INFINITY).is_empty());
    assert!(!Line::new("worker").genre("Jazz").is_empty());
}
