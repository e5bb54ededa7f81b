//! AWS's own tools over the template: SAM with cfn-lint, and cfn-lint over the state machine, which it does not look into by itself.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use super::Texts;
use super::stack::placeholders;
use crate::support::{Scratch, repository};

/// A tool of the package aws-sam-cli: of the repository's own environment, or on PATH.
fn tool(name: &str) -> Command {
    let own: PathBuf = repository().join("tools/.venv-cloud/bin").join(name);
    let mut command = Command::new(if own.exists() { own } else { name.into() });
    command.current_dir(repository()).env("SAM_CLI_TELEMETRY", "0").env("AWS_DEFAULT_REGION", "us-east-1");
    command
}

#[track_caller]
fn passes(command: &mut Command) {
    let output = command.output().expect("the package aws-sam-cli is installed");
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "needs PyPI's aws-sam-cli in tools/.venv-cloud or on PATH"]
fn sam_accepts_the_template() {
    passes(tool("sam").args(["validate", "--lint", "--template-file", "template.yaml"]));
}

#[test]
#[ignore = "needs PyPI's aws-sam-cli in tools/.venv-cloud or on PATH"]
fn cfn_lint_accepts_the_state_machine() {
    let text = Texts::read().machine;
    let names: serde_json::Map<String, Value> = placeholders(&text).map(|name| (name.to_owned(), json!("name"))).collect();
    // Step Functions takes an expression here; cfn-lint knows only the number that comes out of it.
    let definition: Value = serde_json::from_str(&text.replace("\"{% ${WorkerConcurrency} %}\"", "10")).unwrap();
    let template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Resources": { "Machine": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
            "RoleArn": "arn:aws:iam::123456789012:role/archive",
            "Definition": definition,
            "DefinitionSubstitutions": names
        } } }
    });
    let scratch = Scratch::new("state-machine");
    let file = scratch.path().join("machine.json");
    std::fs::write(&file, template.to_string()).unwrap();
    passes(tool("cfn-lint").arg(&file));
    // It does look into it.
    std::fs::write(&file, template.to_string().replace("\"Type\":\"Choice\"", "\"Type\":\"Choices\"")).unwrap();
    assert!(!tool("cfn-lint").arg(&file).output().unwrap().status.success());
}
