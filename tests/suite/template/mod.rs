//! What `template.yaml` would deploy, looked at without an account: the template is evaluated with several sets of parameters, as
//! CloudFormation would, and every stack is held against lists of what it may hold.
//!
//! `sam validate --lint` accepts a wrong runtime, a policy for everything and an open bucket; these checks are for that. Each of them is
//! shown to fail on a broken copy, see `mutations`.

mod delivery;
mod doors;
mod evaluate;
mod functions;
mod linters;
mod machine;
mod mutations;
mod policies;
mod stack;
mod storage;
mod yaml;

use serde_json::Value;

use self::stack::{Refused, Stack};
use crate::support::repository;

/// What is wrong, for people to read.
type Findings = Vec<String>;

/// The template and what it names, as texts, so that a test can break a copy.
#[derive(Clone)]
struct Texts {
    template: String,
    machine: String,
}

impl Texts {
    fn read() -> Self {
        let read = |name: &str| std::fs::read_to_string(repository().join(name)).unwrap();
        Self { template: read("template.yaml"), machine: read("functions/worker/archive.asl.json") }
    }
}

const TOKEN: &[(&str, &str)] = &[("Access", "token"), ("JwtIssuer", "https://issuer.example"), ("JwtAudience", "acousticsense")];
const PUBLIC: &[(&str, &str)] = &[("Access", "public"), ("PageCache", "no"), ("StreamingUrl", "yes"), ("ApiConcurrency", "10")];
/// Everything that can be switched on, behind tokens.
const EVERYTHING: &[(&str, &str)] = &[
    ("Access", "token"),
    ("JwtIssuer", "https://issuer.example"),
    ("JwtAudience", "acousticsense"),
    ("StreamingUrl", "yes"),
    ("CorsOrigin", "https://example.org"),
    ("ModelId", "vit"),
    ("WorkerBatch", "2"),
    ("BucketName", "recordings"),
    ("SourceBucket", "archive"),
    ("SourcePrefix", "tapes/"),
    ("AlarmEmail", "somebody@example.org"),
    ("BatchImageUri", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/acousticsense:1"),
    ("BatchModel", "/models/vit"),
];

/// Parameters that must not be deployable, and a word of what is said.
const REFUSED: &[(&[(&str, &str)], &str)] = &[
    (&[], "Access has no value"),
    (&[("Access", "open")], "Access may not be open"),
    (&[("Access", "token")], "needs JwtIssuer"),
    (&[("Access", "token"), ("JwtIssuer", "https://issuer.example")], "needs JwtAudience"),
    (&[("Access", "public"), ("JwtIssuer", "https://issuer.example")], "looks at no token"),
    (&[("Access", "public"), ("JwtAudience", "acousticsense")], "looks at no token"),
    (&[("Access", "public"), ("StreamingUrl", "yes")], "ApiConcurrency"),
    (&[("Access", "public"), ("SourcePrefix", "tapes/")], "SourceBucket"),
    (&[("Access", "public"), ("BatchSubnets", "subnet-1,subnet-2")], "BatchSecurityGroups"),
    (&[("Access", "public"), ("ModelId", "vit"), ("BatchImageUri", "acousticsense:1")], "BatchModel"),
    (&[("Access", "public"), ("ApiTimeout", "30")], "ApiTimeout may be 29 at most"),
    (&[("Access", "public"), ("ApiMemory", "128")], "ApiMemory may be 512 at least"),
    // More would need a batching window of its own, and the visibility timeout to follow it.
    (&[("Access", "public"), ("WorkerBatch", "11")], "WorkerBatch may be 10 at most"),
    (&[("Access", "public"), ("WorkerTimeout", "901")], "WorkerTimeout may not be 901"),
];

/// Everything that is wrong with a template.
fn findings(texts: &Texts) -> Findings {
    let template = match yaml::read(&texts.template) {
        Ok(template) => template,
        Err(error) => return vec![error],
    };
    let mut findings = refusals(&template);
    for (name, parameters) in [("token", TOKEN), ("public", PUBLIC), ("everything", EVERYTHING)] {
        match stack::deploy(&template, parameters) {
            Ok(stack) => findings.extend(of_stack(&stack, texts).into_iter().map(|finding| format!("{name}: {finding}"))),
            Err(Refused(why)) => findings.push(format!("{name}: refused: {}", why.join("; "))),
        }
    }
    findings.extend(delivery::visibility(&template));
    findings
}

fn of_stack(stack: &Stack, texts: &Texts) -> Findings {
    let checks: [fn(&Stack) -> Findings; 8] = [
        stack::dangling,
        functions::check,
        policies::check,
        storage::check,
        doors::check,
        delivery::check,
        delivery::alarms,
        delivery::gpus,
    ];
    let mut findings: Findings = checks.iter().flat_map(|check| check(stack)).collect();
    findings.extend(machine::check(stack, &texts.machine));
    findings
}

fn refusals(template: &Value) -> Findings {
    let mut findings = Vec::new();
    for (parameters, word) in REFUSED {
        match stack::deploy(template, parameters) {
            Ok(_) => findings.push(format!("{parameters:?} can be deployed")),
            Err(Refused(why)) if !why.iter().any(|why| why.contains(word)) => {
                findings.push(format!("{parameters:?} is refused without a word of {word:?}: {why:?}"));
            }
            Err(_) => {}
        }
    }
    findings
}

#[test]
fn the_template_deploys_what_it_shall_and_nothing_else() {
    let findings = findings(&Texts::read());
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn the_readmes_explain_every_parameter_and_no_other() {
    let template = yaml::read(&Texts::read().template).unwrap();
    let mut parameters: Vec<&String> = template["Parameters"].as_object().unwrap().keys().collect();
    parameters.sort_unstable();
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = std::fs::read_to_string(repository().join(readme)).unwrap();
        let section = text.split("$ sam build").nth(1).unwrap().split("\n## ").next().unwrap();
        // The first cells of rows, without those of the other table, which are no code.
        let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
        let mut named: Vec<&str> =
            cells.flat_map(|cell| cell.split('`')).filter(|word| word.chars().all(|c| c.is_ascii_alphanumeric())).collect();
        named.retain(|word| !word.is_empty());
        named.sort_unstable();
        assert_eq!(named, parameters, "{readme}");
    }
}

/// `value` at `pointer`, or null.
fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

/// The elements of a list; what is no list is a list of itself, as IAM has it.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(elements) => elements.iter().collect(),
        one => vec![one],
    }
}

/// A value as short text: strings as they are, references as `Name` or `Name.Attribute`.
fn show(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(map) if map.len() == 1 => match map.iter().next() {
            Some((name, inner)) if name == "Ref" || name == "Fn::Sub" => show(inner),
            Some((name, inner)) if name == "Fn::GetAtt" => list(inner).into_iter().map(show).collect::<Vec<_>>().join("."),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}

/// A finding unless `good`.
fn demand(findings: &mut Findings, good: bool, what: impl FnOnce() -> String) {
    if !good {
        findings.push(what());
    }
}
