//! A deployment of the template with given parameters.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::evaluate::Scope;
use super::{Findings, at, list, show};

/// What CloudFormation says instead of deploying.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Vec<String>);

/// The resources and outputs that would exist, with everything worked out that does not need them to.
pub(super) struct Stack {
    pub(super) resources: BTreeMap<String, Value>,
    pub(super) outputs: BTreeMap<String, Value>,
    /// Values of the parameters.
    pub(super) parameters: BTreeMap<String, Value>,
}

impl Stack {
    /// Resources of a type.
    pub(super) fn of_type<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.resources.iter().filter(move |(_, resource)| resource["Type"] == wanted).map(|(name, resource)| (name.as_str(), resource))
    }

    /// A property of a resource by its JSON pointer; null where either is missing.
    pub(super) fn property(&self, name: &str, pointer: &str) -> &Value {
        self.resources.get(name).map_or(&Value::Null, |resource| at(&resource["Properties"], pointer))
    }

    /// The parameter's text.
    pub(super) fn parameter(&self, name: &str) -> String {
        self.parameters.get(name).map(show).unwrap_or_default()
    }
}

/// Deploys: parameters are checked, then rules, then resources are worked out.
pub(super) fn deploy(template: &Value, given: &[(&str, &str)]) -> Result<Stack, Refused> {
    let mut refused = Vec::new();
    let mut parameters = BTreeMap::new();
    for (name, parameter) in template["Parameters"].as_object().unwrap() {
        let value = given.iter().find(|(known, _)| known == name).map(|(_, value)| json!(value));
        match value.or_else(|| parameter.get("Default").cloned()) {
            Some(value) => {
                refused.extend(refuse(name, parameter, &value));
                parameters.insert(name.clone(), value);
            }
            None => refused.push(format!("{name} has no value")),
        }
    }
    if !refused.is_empty() {
        return Err(Refused(refused));
    }
    let scope = Scope { template, parameters };
    for rule in template["Rules"].as_object().unwrap().values() {
        if rule.get("RuleCondition").is_none_or(|condition| scope.truth(condition)) {
            let failed = list(&rule["Assertions"]).into_iter().filter(|assertion| !scope.truth(&assertion["Assert"]));
            refused.extend(failed.map(|assertion| show(&assertion["AssertDescription"])));
        }
    }
    if !refused.is_empty() {
        return Err(Refused(refused));
    }
    let active = |section: &str| -> BTreeMap<String, Value> {
        let all = template[section].as_object().unwrap().iter();
        let active = all.filter(|(_, one)| one.get("Condition").is_none_or(|name| scope.condition(name.as_str().unwrap())));
        active.map(|(name, one)| (name.clone(), scope.resolve(one))).collect()
    };
    let (mut resources, outputs) = (active("Resources"), active("Outputs"));
    let globals = scope.resolve(&template["Globals"]["Function"]);
    for resource in resources.values_mut().filter(|resource| resource["Type"] == "AWS::Serverless::Function") {
        let mut properties = globals.clone();
        merge(&mut properties, &resource["Properties"]);
        resource["Properties"] = properties;
    }
    Ok(Stack { resources, outputs, parameters: scope.parameters })
}

fn refuse(name: &str, parameter: &Value, value: &Value) -> Option<String> {
    let text = show(value);
    let allowed = list(&parameter["AllowedValues"]);
    if !allowed.is_empty() && !allowed.iter().any(|allowed| show(allowed) == text) {
        return Some(format!("{name} may not be {text}"));
    }
    let number = text.parse::<f64>();
    match (parameter["Type"].as_str()?, number) {
        ("Number", Err(_)) => Some(format!("{name} is no number: {text}")),
        ("Number", Ok(number)) if parameter["MinValue"].as_f64().is_some_and(|least| number < least) => {
            Some(format!("{name} may be {} at least", parameter["MinValue"]))
        }
        ("Number", Ok(number)) if parameter["MaxValue"].as_f64().is_some_and(|most| number > most) => {
            Some(format!("{name} may be {} at most", parameter["MaxValue"]))
        }
        _ => None,
    }
}

/// As SAM merges globals: objects into each other, anything else is replaced.
fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from.clone(),
    }
}

/// References to what would not exist.
pub(super) fn dangling(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    for (name, value) in stack.resources.iter().chain(&stack.outputs) {
        let mut named = Vec::new();
        references(value, &mut named);
        let unknown = named.into_iter().filter(|target| !target.starts_with("AWS::") && !stack.resources.contains_key(target));
        findings.extend(unknown.map(|target| format!("{name} refers to {target}, which is not deployed")));
    }
    findings
}

fn references(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match (key.as_str(), inner) {
                    ("Ref", Value::String(name)) => into.push(name.clone()),
                    ("Fn::GetAtt", inner) => into.push(show(&inner[0])),
                    ("Fn::Sub", Value::String(text)) => into.extend(placeholders(text).map(|name| base(name).to_owned())),
                    (_, inner) => references(inner, into),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, into)),
        _ => {}
    }
}

fn base(name: &str) -> &str {
    if name.starts_with("AWS::") { name } else { name.split('.').next().unwrap_or_default() }
}

/// The names in `${…}`.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split("${").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
