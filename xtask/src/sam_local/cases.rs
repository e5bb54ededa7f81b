//! What is invoked: the events of tests/events, each with the expectation that lies beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use serde::Deserialize;
use serde_json::Value;

/// `<event>.expected.json`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expectation {
    /// The function that gets the event: its logical name in the template.
    pub(super) function: String,
    /// Status of an HTTP response.
    pub(super) status: Option<u16>,
    /// Its media type.
    pub(super) content_type: Option<String>,
    /// The kind of the problem that its body describes.
    pub(super) problem: Option<String>,
    /// Whether its body is, but for the timings, what the local door answers to the same request.
    #[serde(default)]
    pub(super) as_at_the_local_door: bool,
    /// The file under tests/data on which the local door says the same as its body.
    pub(super) report_on: Option<PathBuf>,
    /// Fields that its body must have, by JSON pointer, and their values.
    #[serde(default)]
    pub(super) body: BTreeMap<String, Value>,
    /// The whole answer of a function that is not asked over HTTP.
    pub(super) answer: Option<Value>,
    /// Fields that the answer must have, by JSON pointer, and their values.
    #[serde(default)]
    pub(super) fields: BTreeMap<String, Value>,
    /// The type of the error that the invocation ends with.
    pub(super) error: Option<String>,
    /// What must be in S3 before: `bucket/key` and the file under tests/data.
    #[serde(default)]
    pub(super) given: BTreeMap<String, PathBuf>,
    /// The recordings, `bucket/key`, of which a report must be in S3 afterwards, and the file under tests/data on which the local door says
    /// the same. There must be no others.
    #[serde(default)]
    pub(super) stored: BTreeMap<String, PathBuf>,
}

/// An event and its expectation.
pub(super) struct Case {
    /// The event's name, without `.json`.
    pub(super) name: String,
    pub(super) event: PathBuf,
    pub(super) expected: Expectation,
}

const EXPECTED: &str = ".expected.json";
/// Environment variables that the functions get here instead of what the template says.
const ENVIRONMENT: &str = "environment.json";

/// Every event of a folder, by name. An event without expectation, or an expectation without event, is an error.
pub(super) fn read(folder: &Path) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("failed to read {}", folder.display()))? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        if let Some(name) = file.strip_suffix(EXPECTED) {
            ensure!(folder.join(format!("{name}.json")).is_file(), "{file} expects something of an event that is not there");
        } else if let Some(name) = file.strip_suffix(".json").filter(|_| file != ENVIRONMENT) {
            let beside = folder.join(format!("{name}{EXPECTED}"));
            let expected = read_json(&beside).with_context(|| format!("the event {file} needs its expectation beside it"))?;
            cases.push(Case { name: name.to_owned(), event: folder.join(&file), expected });
        }
    }
    ensure!(!cases.is_empty(), "there is no event in {}", folder.display());
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(cases)
}

/// `environment.json`; empty where there is none.
pub(super) fn environment(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let path = folder.join(ENVIRONMENT);
    if path.is_file() { read_json(&path) } else { Ok(BTreeMap::new()) }
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let bytes = std::fs::read(path).with_context(|| format!("failed to read {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("failed to understand {}", path.display()))
}
