//! CloudFormation's functions, as far as they need no deployed resource.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{list, show};

/// What functions look at: the template and the values of its parameters.
pub(super) struct Scope<'a> {
    pub(super) template: &'a Value,
    pub(super) parameters: BTreeMap<String, Value>,
}

impl Scope<'_> {
    /// A condition of the template, by name.
    pub(super) fn condition(&self, name: &str) -> bool {
        self.truth(&self.template["Conditions"][name])
    }

    /// A condition, or a rule's assertion.
    pub(super) fn truth(&self, expression: &Value) -> bool {
        let Some((function, inner)) = only(expression) else { panic!("no condition: {expression}") };
        let all = || list(inner).into_iter();
        match function {
            "Condition" => self.condition(inner.as_str().unwrap()),
            "Fn::Not" => !self.truth(&inner[0]),
            "Fn::And" => all().all(|one| self.truth(one)),
            "Fn::Or" => all().any(|one| self.truth(one)),
            // Numbers and their texts are the same to CloudFormation.
            "Fn::Equals" => show(&self.resolve(&inner[0])) == show(&self.resolve(&inner[1])),
            "Fn::EachMemberEquals" => {
                let members = show(&self.resolve(&inner[0]));
                members.split(',').all(|member| member == show(&inner[1]))
            }
            other => panic!("no condition: {other}"),
        }
    }

    /// `value` with everything worked out that parameters, conditions and mappings decide. References to resources stay.
    pub(super) fn resolve(&self, value: &Value) -> Value {
        match value {
            Value::Array(items) => Value::Array(items.iter().map(|item| self.resolve(item)).filter(|item| !is_nothing(item)).collect()),
            Value::Object(map) => match only(value) {
                Some((function, inner)) if function == "Ref" || function.starts_with("Fn::") => self.call(function, inner),
                _ => {
                    let pairs = map.iter().map(|(key, inner)| (key.clone(), self.resolve(inner)));
                    Value::Object(pairs.filter(|(_, inner)| !is_nothing(inner)).collect::<Map<_, _>>())
                }
            },
            other => other.clone(),
        }
    }

    fn call(&self, function: &str, inner: &Value) -> Value {
        match function {
            "Ref" => self.parameters.get(inner.as_str().unwrap()).cloned().unwrap_or_else(|| json!({ "Ref": inner })),
            "Fn::If" => {
                let branch = if self.condition(inner[0].as_str().unwrap()) { 1 } else { 2 };
                self.resolve(&inner[branch])
            }
            "Fn::FindInMap" => {
                let keys = list(inner).into_iter().map(|key| show(&self.resolve(key)));
                keys.fold(self.template["Mappings"].clone(), |map, key| map[key].clone())
            }
            "Fn::Sub" => {
                let mut text = inner.as_str().unwrap().to_owned();
                for (name, value) in &self.parameters {
                    text = text.replace(&format!("${{{name}}}"), &show(value));
                }
                if text.contains("${") { json!({ "Fn::Sub": text }) } else { json!(text) }
            }
            "Fn::Join" => {
                let parts = list(&self.resolve(&inner[1])).into_iter().map(show).collect::<Vec<_>>();
                json!(parts.join(inner[0].as_str().unwrap()))
            }
            _ => json!({ function: self.resolve(inner) }),
        }
    }
}

/// The only pair of an object.
fn only(value: &Value) -> Option<(&str, &Value)> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    map.iter().next().map(|(key, inner)| (key.as_str(), inner))
}

fn is_nothing(value: &Value) -> bool {
    value["Ref"] == "AWS::NoValue"
}
