//! The state machine: every state is reached and leads on, every name that the template fills in is filled in, and what is promised of
//! archives is in it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::stack::{Stack, placeholders};
use super::{Findings, at, demand, list, show};
use crate::support::repository;

/// The errors that pass: Lambda's own, as AWS lists them, and the worker's, see its `answer.rs`.
const TRANSIENT: [&str; 6] = [
    "Lambda.TooManyRequestsException",
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Worker.StoreUnavailable",
    "Worker.OutOfTime",
];
/// What becomes of a call whose container was killed, by memory, time or a crash.
const KILLED: [&str; 3] = ["Runtime.ExitError", "Sandbox.Timedout", "Lambda.Unknown"];
const MAPS: [&str; 2] = ["Everything under the prefix", "Everything in the manifest"];
const JOBS: [(&str, &str, &str); 4] = [
    ("Plan", "plan", "${PlanJob}"),
    ("One shard", "classify", "${ShardJob}"),
    ("Shards", "classify", "${ShardJob}"),
    ("Merge", "merge", "${PlanJob}"),
];

pub(super) fn check(stack: &Stack, text: &str) -> Findings {
    let machine: Value = match serde_json::from_str(text) {
        Ok(machine) => machine,
        Err(error) => return vec![format!("the state machine is not JSON: {error}")],
    };
    let mut findings = substitutions(stack, text);
    demand(&mut findings, machine["QueryLanguage"] == "JSONata", || "the state machine speaks another language".to_owned());
    findings.extend(flow("", &machine));
    for name in MAPS {
        findings.extend(map(name, &machine["States"][name]));
    }
    let processors = MAPS.map(|name| &machine["States"][name]["ItemProcessor"]);
    demand(&mut findings, processors[0] == processors[1], || "prefix and manifest are worked off in two ways".to_owned());
    findings.extend(jobs(&machine["States"]));
    findings
}

fn substitutions(stack: &Stack, text: &str) -> Findings {
    let mut findings = Vec::new();
    let machine = |pointer: &str| stack.property("ArchiveMachine", pointer);
    let file = show(machine("/DefinitionUri"));
    demand(&mut findings, repository().join(&file).exists(), || format!("there is no {file}"));
    let given: BTreeSet<&str> =
        machine("/DefinitionSubstitutions").as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    let wanted: BTreeSet<&str> = placeholders(text).collect();
    demand(&mut findings, given == wanted, || format!("the state machine wants {wanted:?} and is given {given:?}"));
    let gpu = if stack.parameter("BatchImageUri").is_empty() { "no" } else { "yes" };
    demand(&mut findings, machine("/DefinitionSubstitutions/Gpu") == gpu, || {
        "the state machine is not told whether there are GPUs".to_owned()
    });
    demand(&mut findings, *machine("/Tracing/Enabled") == true && machine("/Type") == "STANDARD", || {
        "archives are not traced, or cut off".to_owned()
    });
    findings
}

/// Every `Next` names a state beside it, every state can be reached, and each ends or leads on.
fn flow(place: &str, machine: &Value) -> Findings {
    let mut findings = Vec::new();
    let Some(states) = machine["States"].as_object() else { return vec![format!("{place} has no states")] };
    let mut reached = BTreeSet::new();
    let mut waiting = vec![show(&machine["StartAt"])];
    while let Some(name) = waiting.pop() {
        match states.get(&name) {
            None => findings.push(format!("{place}{name} is no state")),
            Some(state) if reached.insert(name.clone()) => {
                let next = successors(state);
                let ends = state["End"] == true || ["Succeed", "Fail"].iter().any(|kind| state["Type"] == *kind);
                demand(&mut findings, ends || !next.is_empty(), || format!("{place}{name} neither ends nor leads on"));
                demand(&mut findings, !ends || state["Next"].is_null(), || format!("{place}{name} ends and leads on"));
                waiting.extend(next);
            }
            Some(_) => {}
        }
    }
    findings.extend(states.keys().filter(|name| !reached.contains(*name)).map(|name| format!("{place}{name} is never reached")));
    for (name, state) in states.iter().filter(|(_, state)| state["Type"] == "Map") {
        findings.extend(flow(&format!("{place}{name} / "), &state["ItemProcessor"]));
    }
    findings
}

fn successors(state: &Value) -> Vec<String> {
    let caught = list(&state["Catch"]).into_iter().chain(list(&state["Choices"])).map(|choice| &choice["Next"]);
    let all = [&state["Next"], &state["Default"]].into_iter().chain(caught);
    all.filter(|next| next.is_string()).map(show).collect()
}

fn map(name: &str, state: &Value) -> Findings {
    let mut findings = Vec::new();
    let items = at(state, "/ItemBatcher/MaxItemsPerBatch").as_u64().unwrap_or_default();
    demand(&mut findings, (1..=100).contains(&items), || format!("{name} hands out {items} items at a time"));
    let tolerated = state["ToleratedFailurePercentage"].as_u64().unwrap_or(100);
    demand(&mut findings, (1..=20).contains(&tolerated), || format!("{name} goes on with {tolerated} % of its items failed"));
    demand(&mut findings, state["MaxConcurrency"] == "{% ${WorkerConcurrency} %}", || format!("{name} works without bound"));
    let writer = at(state, "/ResultWriter/Arguments");
    let kept = *writer == json!({ "Bucket": "${MediaBucket}", "Prefix": "{% $run %}" });
    demand(&mut findings, kept, || format!("{name} writes its results to {writer}"));
    let processor = at(state, "/ItemProcessor/ProcessorConfig");
    let distributed = *processor == json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    demand(&mut findings, distributed, || format!("{name} is run as {processor}"));

    let states = at(state, "/ItemProcessor/States");
    let judge = &states["Judge"];
    let payload = at(judge, "/Arguments/Payload");
    demand(&mut findings, *payload == json!({ "items": "{% $items %}" }), || format!("{name} sends the worker {payload}"));
    let tries: Vec<&Map<_, _>> = list(&judge["Retry"]).into_iter().filter_map(Value::as_object).collect();
    for error in TRANSIENT {
        let patient = tries.iter().any(|retry| {
            list(&retry["ErrorEquals"]).into_iter().any(|known| known == error)
                && retry["MaxAttempts"].as_u64() >= Some(3)
                && retry["BackoffRate"].as_f64() > Some(1.0)
        });
        demand(&mut findings, patient, || format!("{name} gives up at {error}"));
    }
    // A worker that is killed is asked about each file by itself, and a file that kills it alone is a result like others.
    let one = at(states, "/One by one/ItemProcessor/States/Judge one");
    let payload = at(one, "/Arguments/Payload");
    let alone = *payload == json!({ "items": "{% [$states.input] %}" }) && states["One by one"]["Items"] == "{% $items %}";
    demand(&mut findings, alone, || format!("{name} sends the worker {payload} where one file may have killed it"));
    for error in KILLED {
        let catches =
            |state: &Value| list(&state["Catch"]).into_iter().any(|way| list(&way["ErrorEquals"]).into_iter().any(|known| known == error));
        demand(&mut findings, catches(judge) && catches(one), || format!("{name} loses a batch to {error}"));
    }
    let told = at(one, "/Catch/0/Output/results/0/key") == "{% $states.input.key %}";
    let kept = at(states, "/One by one/Assign/results") == "{% $append($results, $states.result.results) %}";
    demand(&mut findings, told && kept, || format!("{name} forgets the file that killed the worker"));
    // Rights do not come back by themselves.
    let patient = tries.iter().any(|retry| {
        list(&retry["ErrorEquals"])
            .into_iter()
            .any(|known| ["Worker.NoAccess", "States.ALL", "States.TaskFailed"].iter().any(|all| known == all))
    });
    demand(&mut findings, !patient, || format!("{name} tries again what will not pass"));
    // What the worker hands back is handed out again, and not for ever.
    let again = at(judge, "/Assign/items").as_str().is_some_and(|items| items.contains("Payload.unprocessed"));
    let choices = at(states, "/Anything left/Choices");
    let done = choices[0] == json!({ "Condition": "{% $count($items) = 0 %}", "Next": "Done" });
    let bounded = choices[1]["Condition"].as_str().is_some_and(|condition| condition.contains("$round <="));
    demand(&mut findings, again && done && bounded && states["Wait"]["Next"] == "Judge", || format!("{name} forgets what was handed back"));
    findings
}

/// The fixed words of a command, which is a list, or an expression that joins two.
fn command_words(command: &Value) -> Vec<&str> {
    match command {
        Value::String(expression) => expression.split('\'').skip(1).step_by(2).collect(),
        words => list(words).into_iter().filter_map(Value::as_str).collect(),
    }
}

fn jobs(states: &Value) -> Findings {
    let mut findings = Vec::new();
    let model = at(states, "/Begin/Assign/model");
    let own = model == "{% '${BatchModel}' = '' ? [] : ['--model', '${BatchModel}'] %}";
    demand(&mut findings, own, || format!("the jobs' model is {model}"));
    for (name, command, definition) in JOBS {
        let state = &states[name];
        let waited = state["Resource"] == "arn:aws:states:::batch:submitJob.sync";
        demand(&mut findings, waited, || format!("{name} does not wait for its job"));
        let written = at(state, "/Arguments/ContainerOverrides/Command");
        let words = command_words(written);
        demand(&mut findings, words.first() == Some(&command), || format!("{name} runs {words:?}"));
        // Whatever ends with another code than 0 fails the machine; a file that cannot be judged shall not.
        demand(&mut findings, words.contains(&"--failures-ok") != (command == "plan"), || format!("{name} fails where a file does"));
        let modelled = written.as_str().is_some_and(|written| written.ends_with("], $model) %}"));
        demand(&mut findings, modelled == (command == "classify"), || format!("{name} judges with another model"));
        let found = at(state, "/Arguments/JobDefinition");
        demand(&mut findings, found == definition, || format!("{name} runs as {found}"));
        let array = at(state, "/Arguments/ArrayProperties/Size");
        // An array has two children at least, so that one shard is a job of its own.
        demand(&mut findings, array.is_null() != (name == "Shards"), || format!("{name} has {array} children"));
    }
    let one = &states["One shard or several"];
    let split = one["Choices"] == json!([{ "Condition": "{% $shards = 1 %}", "Next": "One shard" }]) && one["Default"] == "Shards";
    demand(&mut findings, split, || "one shard is sent as an array".to_owned());
    demand(&mut findings, states["Shards"]["Next"] == "Merge", || "shards are not merged".to_owned());
    findings
}
