//! Whether an answer is what was expected, and in few words what it was.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use super::cases::Case;
use super::invoke::Outcome;
use super::local_door::LocalDoor;
use super::s3::S3;

/// What the answers are held against.
pub(super) struct Witnesses<'a> {
    pub(super) door: &'a LocalDoor,
    pub(super) s3: &'a S3,
    /// tests/data.
    pub(super) data: &'a Path,
}

/// What was answered, in few words, or why it is not what was expected.
pub(super) fn check(case: &Case, outcome: &Outcome, witnesses: &Witnesses<'_>) -> anyhow::Result<String> {
    let answer = match outcome {
        Outcome::Answer(answer) => answer,
        Outcome::OutOfMemory => bail!("out of memory"),
        Outcome::OutOfTime => bail!("out of time"),
        Outcome::Failed(why) => bail!("{why}"),
    };
    let failure = answer.get("errorType").and_then(Value::as_str);
    if let Some(wanted) = &case.expected.error {
        ensure!(failure == Some(wanted), "answers {}", beginning(&answer.to_string()));
        return Ok(wanted.clone());
    }
    ensure!(failure.is_none(), "the function failed: {}", beginning(&answer.to_string()));
    let mut said = Vec::new();
    said.extend(check_fields(answer, &case.expected.fields)?);
    if let Some(expected) = &case.expected.answer {
        ensure!(answer == expected, "answers {answer}");
        said.push(answer.to_string());
    }
    if let Some(status) = case.expected.status {
        said.push(check_http(case, status, answer, witnesses)?);
    }
    if !case.expected.stored.is_empty() {
        said.push(check_stored(case, witnesses)?);
    }
    ensure!(!said.is_empty(), "nothing is expected of this event");
    Ok(said.join("; "))
}

/// What an event expects, in few words.
pub(super) fn wanted(case: &Case) -> String {
    let expected = &case.expected;
    let mut words: Vec<String> = Vec::new();
    words.extend(expected.status.map(|status| status.to_string()));
    words.extend(expected.problem.clone());
    words.extend((expected.as_at_the_local_door || expected.report_on.is_some()).then(|| "as at the local door".to_owned()));
    words.extend(expected.body.values().map(Value::to_string));
    words.extend(expected.answer.as_ref().map(Value::to_string));
    words.extend(expected.fields.values().map(Value::to_string));
    words.extend(expected.error.clone());
    words.extend((!expected.stored.is_empty()).then(|| format!("{} stored", expected.stored.len())));
    words.join(", ")
}

/// The fields of an answer, by JSON pointer, that have to have these values.
fn check_fields(answer: &Value, wanted: &BTreeMap<String, Value>) -> anyhow::Result<Vec<String>> {
    let check = |(pointer, wanted): (&String, &Value)| {
        let found = answer.pointer(pointer).unwrap_or(&Value::Null);
        ensure!(found == wanted, "says {found} at {pointer} instead of {wanted}");
        Ok(found.to_string())
    };
    wanted.iter().map(check).collect()
}

fn check_http(case: &Case, status: u16, answer: &Value, witnesses: &Witnesses<'_>) -> anyhow::Result<String> {
    let text = answer["body"].as_str().unwrap_or_default();
    ensure!(answer["statusCode"] == status, "status {} and {}", answer["statusCode"], beginning(text));
    let content_type = answer["headers"]["content-type"].as_str().unwrap_or_default();
    let wanted = case.expected.content_type.as_deref();
    ensure!(wanted.is_none_or(|wanted| wanted == content_type), "content type {content_type:?}");
    let body: Option<Value> = serde_json::from_str(text).ok();
    if let Some(kind) = &case.expected.problem {
        let problem = body.as_ref().context("the body is no problem document")?;
        ensure!(content_type == "application/problem+json", "content type {content_type:?}");
        ensure!(problem["kind"] == kind.as_str() && problem["status"] == status, "the problem {problem}");
    }
    let mut said = vec![format!("{status} {}", in_few_words(body.as_ref(), text))];
    said.extend(check_fields(body.as_ref().unwrap_or(&Value::Null), &case.expected.body)?);
    if let Some(file) = &case.expected.report_on {
        same_judgement(body.as_ref().context("the body is no report")?, file, witnesses)?;
    }
    if case.expected.as_at_the_local_door {
        let event = serde_json::from_slice(&std::fs::read(&case.event)?)?;
        let local = witnesses.door.ask(&event)?;
        ensure!(local.status == status, "the local door answers {}", local.status);
        ensure!(local.content_type == content_type, "the local door's content type is {:?}", local.content_type);
        match (body.as_ref(), serde_json::from_slice::<Value>(&local.body)) {
            (Some(body), Ok(local)) => same_report(body, &local)?,
            _ => ensure!(text.as_bytes() == local.body, "another body than the local door's"),
        }
    }
    Ok(said.join(", "))
}

/// The same but for the times that it took.
fn same_report(body: &Value, local: &Value) -> anyhow::Result<()> {
    let (body, local) = (without_timings(body), without_timings(local));
    ensure!(body == local, "{} instead of the local door's {}", beginning(&body.to_string()), beginning(&local.to_string()));
    Ok(())
}

/// What the local door says of a file, whatever the file was called where it was judged.
fn same_judgement(report: &Value, file: &Path, witnesses: &Witnesses<'_>) -> anyhow::Result<()> {
    let local = witnesses.door.classify(&witnesses.data.join(file))?;
    for field in ["genre", "probability", "scores", "audio", "model"] {
        ensure!(report[field] == local[field], "{} as {field} instead of {}", report[field], local[field]);
    }
    Ok(())
}

fn without_timings(report: &Value) -> Value {
    let mut report = report.clone();
    if let Some(fields) = report.as_object_mut() {
        fields.remove("timings_ms");
    }
    report
}

fn in_few_words(body: Option<&Value>, text: &str) -> String {
    let words = |body: &Value| match (body["genre"].as_str(), body["kind"].as_str()) {
        (Some(genre), _) => Some(format!("{genre} {:.1} %", 100.0 * body["probability"].as_f64()?)),
        (None, Some(kind)) => Some(kind.to_owned()),
        (None, None) => None,
    };
    body.and_then(words).unwrap_or_else(|| format!("{} bytes", text.len()))
}

/// One report per recording, and no other: what lies below `results/` is named after model, bucket, key and content.
fn check_stored(case: &Case, witnesses: &Witnesses<'_>) -> anyhow::Result<String> {
    let stored = &case.expected.stored;
    let bucket = stored.keys().next().and_then(|place| place.split('/').next()).context("no bucket is named")?;
    let results = witnesses.s3.list(bucket, "results/")?;
    ensure!(results.len() == stored.len(), "{} results instead of {}: {results:?}", results.len(), stored.len());
    let mut said = Vec::new();
    for (place, file) in stored {
        let result = results.iter().find(|result| result.contains(&format!("/{place}/")));
        let result = result.with_context(|| format!("no result for {place} among {results:?}"))?;
        let report: Value = serde_json::from_slice(&witnesses.s3.get(&format!("{bucket}/{result}"))?).context("a result is not JSON")?;
        same_judgement(&report, file, witnesses).with_context(|| place.clone())?;
        said.push(in_few_words(Some(&report), ""));
    }
    Ok(said.join(", "))
}

fn beginning(text: &str) -> String {
    text.chars().take(300).collect()
}
