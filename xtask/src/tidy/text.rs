//! What tidy reads in files.

use std::path::Path;

use anyhow::Context;

use super::Finding;

/// Lines that a file of code may have.
const MAX_LINES: usize = 400;
/// Bytes that a file may have: golden data and the default model stay small.
const MAX_BYTES: u64 = 10_000_000;

/// A name that may only stand in certain places: what to look for, where it may stand, why.
struct Room {
    name: &'static str,
    extensions: &'static [&'static str],
    homes: &'static [&'static str],
    why: &'static str,
}

const ROOMS: [Room; 4] = [
    Room {
        name: "tract_",
        extensions: &["rs"],
        homes: &["functions/genre/src/tract/", "xtask/src/onnx/"],
        why: "tract is named by the engine and by the ONNX writer alone (invariant 2)",
    },
    Room { name: "symphonia::", extensions: &["rs"], homes: &["functions/genre/src/audio/"], why: "decoding belongs to genre's audio" },
    Room {
        name: "ort::",
        extensions: &["rs"],
        homes: &["functions/batch/src/ort.rs", "functions/batch/src/ort/"],
        why: "ort is named by the engine of ONNX Runtime alone (invariant 2)",
    },
    Room {
        name: "aws_sdk",
        extensions: &["rs", "toml"],
        homes: &["functions/store/", "Cargo.toml"],
        why: "S3 is spoken by the store alone (invariant 2)",
    },
];

/// Words that must not stand in the repository: in pieces here, so that this file does not hold them.
fn forbidden() -> Vec<(String, &'static str)> {
    let pairs: [(&[&str], &str); 11] = [
        (&["/ro", "ot/"], "an absolute path of a machine"),
        (&["/ho", "me/"], "an absolute path of a machine"),
        (&["/wo", "rk/"], "an absolute path of a machine"),
        (&["/Us", "ers/"], "an absolute path of a machine"),
        (&["py", "pi.org"], "the host of a package registry"),
        (&["pythonho", "sted.org"], "the host of a package registry"),
        (&["crat", "es.io/"], "the host of a package registry"),
        (&["registry.np", "mjs"], "the host of a package registry"),
        (&["deb.deb", "ian.org"], "the host of a package registry"),
        (&["TO", "DO"], "unfinished work; finish it or write an issue"),
        (&["FIX", "ME"], "unfinished work; finish it or write an issue"),
    ];
    pairs.iter().map(|(pieces, why)| (pieces.concat(), *why)).collect()
}

/// Places where a forbidden word is data: what a test shows to be kept from messages, or generated lists.
const WORD_EXCEPTIONS: [&str; 4] = ["Cargo.lock", "THIRD-PARTY.md", "functions/genre/src/audio/guard.rs", "tests/data/"];

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_text(file: &str) -> bool {
    let text = ["rs", "py", "js", "css", "html", "md", "toml", "json", "yaml", "yml", "txt", "sh", "lock", "hbs"];
    text.contains(&extension(file)) || matches!(file, ".ci/run" | ".gitignore")
}

fn read(root: &Path, file: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(root.join(file)).with_context(|| format!("failed to read {file}"))
}

/// Names that only certain files may use.
pub(super) fn rooms(root: &Path, files: &[String]) -> anyhow::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    // The rules themselves name what they look for.
    for file in files.iter().filter(|file| !file.starts_with("xtask/src/tidy/")) {
        for room in ROOMS.iter().filter(|room| room.extensions.contains(&extension(file))) {
            if room.homes.iter().any(|home| file.starts_with(home)) {
                continue;
            }
            let text = read(root, file)?;
            let line = text.lines().position(|line| !line.trim_start().starts_with("//") && names(line, room.name));
            findings.extend(line.map(|line| format!("{file}:{}: {:?}: {}", line + 1, room.name, room.why)));
        }
    }
    Ok(findings)
}

/// Whether `line` uses `name` as a word of its own, so that "export::" is not "ort::", and neither is our own module "crate::ort::".
fn names(line: &str, name: &str) -> bool {
    let own = |before: &str| before.ends_with("crate::") || before.ends_with(|last: char| last.is_alphanumeric() || last == '_');
    line.match_indices(name).any(|(at, _)| !own(&line[..at]))
}

/// Long files of code and large files of any kind.
pub(super) fn sizes(root: &Path, files: &[String]) -> anyhow::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for file in files {
        let bytes = root.join(file).metadata().with_context(|| format!("failed to look at {file}"))?.len();
        if bytes > MAX_BYTES {
            findings.push(format!("{file}: {bytes} bytes, at most {MAX_BYTES} belong into git"));
        }
        if ["rs", "py", "js", "css", "html"].contains(&extension(file)) {
            let lines = read(root, file)?.lines().count();
            if lines > MAX_LINES {
                findings.push(format!("{file}: {lines} lines, split it below {MAX_LINES}"));
            }
        }
    }
    Ok(findings)
}

/// Machine paths, registry hosts, unfinished work.
pub(super) fn words(root: &Path, files: &[String]) -> anyhow::Result<Vec<Finding>> {
    let forbidden = forbidden();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_text(file) && !WORD_EXCEPTIONS.iter().any(|place| file.starts_with(place))) {
        for (number, line) in read(root, file)?.lines().enumerate() {
            let found = forbidden.iter().find(|(word, _)| line.contains(word.as_str()));
            findings.extend(found.map(|(word, why)| format!("{file}:{}: {word:?}: {why}", number + 1)));
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_name_is_a_word_of_its_own() {
        assert!(names("use ort::session::Session;", "ort::"));
        assert!(names("let x = tract_onnx::onnx();", "tract_"));
        assert!(names("    ::ort::init();", "ort::"));
        assert!(!names("use crate::export::Table;", "ort::"));
        assert!(!names("use crate::ort::Library;", "ort::"));
        assert!(!names("abstract_thing()", "tract_"));
    }
}
