//! The README's own commands, run as a stranger would. They build the release profile and take port 8000, so they are not for every run.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::repository;

/// The command lines of the README's console blocks, and what it shows after each.
fn commands(readme: &str) -> Vec<(String, String)> {
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((_, shown))) => *shown += line,
            (None, None) => panic!("a console block begins with {line:?}"),
        }
    }
    commands
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn shell(command: &str) -> String {
    let output = Command::new("sh").args(["-c", command]).current_dir(repository()).output().unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The same fields with the same values: times and the processor's instruction set may differ, and floats in their last digits.
fn same(shown: &Value, got: &Value, place: &str) {
    match (shown, got) {
        (Value::Object(shown), Value::Object(got)) => {
            assert!(shown.keys().eq(got.keys()), "{place}: {:?} instead of {:?}", got.keys(), shown.keys());
            for (key, value) in shown.iter().filter(|(key, _)| !["timings_ms", "engine"].contains(&key.as_str())) {
                same(value, &got[key], &format!("{place}.{key}"));
            }
        }
        (Value::Array(shown), Value::Array(got)) => {
            assert_eq!(shown.len(), got.len(), "{place}");
            shown.iter().zip(got).enumerate().for_each(|(index, (shown, got))| same(shown, got, &format!("{place}[{index}]")));
        }
        (Value::Number(shown), Value::Number(got)) => {
            let (shown, got) = (shown.as_f64().unwrap(), got.as_f64().unwrap());
            assert!((shown - got).abs() <= 1e-3 * shown.abs(), "{place}: {got} instead of {shown}");
        }
        (shown, got) => assert_eq!(shown, got, "{place}"),
    }
}

#[test]
#[ignore = "builds the release profile (minutes) and needs curl and port 8000 on loopback"]
fn the_readme_does_what_it_shows() {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let commands = commands(&readme);
    let find = |part: &str| commands.iter().find(|(command, _)| command.contains(part)).unwrap_or_else(|| panic!("no {part}"));

    let (start, _) = find("-p api");
    // Built first, so that what is started below is the server itself and not a compiler that has it as a child.
    shell(&start.replace("cargo run", "cargo build"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), Into::into);
    let server = Command::new(target.join("release/api")).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut server = Running(server);
    let begin = Instant::now();
    while ureq::get("http://127.0.0.1:8000/health").call().is_err() {
        assert!(begin.elapsed() < Duration::from_secs(30), "the server does not answer on port 8000");
        std::thread::sleep(Duration::from_millis(50));
    }

    // Somebody else's server on that port would answer as well.
    assert!(server.0.try_wait().unwrap().is_none(), "the server has ended; is port 8000 taken?");

    let (curl, shown) = find("curl");
    let shown: Value = serde_json::from_str(shown).unwrap();
    same(&shown, &serde_json::from_str(&shell(curl)).unwrap(), "answer");

    for (command, shown) in commands.iter().filter(|(command, _)| command.contains("-p batch") || command.starts_with("cargo xtask")) {
        let got: String = shell(command).lines().collect();
        if !shown.is_empty() {
            assert!(shown == &got, "{command}\nshows {shown}\nsays  {got}");
        }
    }
}
