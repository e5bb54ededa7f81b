//! YAML with CloudFormation's short tags → the JSON that they are short for.

use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Value, json};

/// The one document of a text.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let documents = Yaml::load_from_str(text).map_err(|error| format!("no YAML: {error}"))?;
    match documents.as_slice() {
        [document] => value(document),
        other => Err(format!("{} YAML documents instead of one", other.len())),
    }
}

fn value(node: &Yaml) -> Result<Value, String> {
    Ok(match node {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(value)) => json!(value),
        Yaml::Value(Scalar::Integer(value)) => json!(value),
        Yaml::Value(Scalar::FloatingPoint(value)) => json!(value.into_inner()),
        Yaml::Value(Scalar::String(value)) => json!(value),
        Yaml::Sequence(items) => Value::Array(items.iter().map(value).collect::<Result<_, _>>()?),
        Yaml::Mapping(pairs) => {
            let mut map = Map::new();
            for (key, inner) in pairs {
                let key = match value(key)? {
                    Value::String(key) => key,
                    other => other.to_string(),
                };
                map.insert(key, value(inner)?);
            }
            Value::Object(map)
        }
        Yaml::Tagged(tag, inner) if tag.handle == "!" => long(&tag.suffix, value(inner)?),
        other => return Err(format!("nothing that CloudFormation knows: {other:?}")),
    })
}

/// `!Sub x` is short for `{"Fn::Sub": x}`; two functions have no `Fn::`, and one a form of its own.
fn long(tag: &str, inner: Value) -> Value {
    match (tag, &inner) {
        ("Ref" | "Condition", _) => json!({ tag: inner }),
        ("GetAtt", Value::String(path)) => {
            let (name, attribute) = path.split_once('.').unwrap_or((path, ""));
            json!({ "Fn::GetAtt": [name, attribute] })
        }
        _ => json!({ format!("Fn::{tag}"): inner }),
    }
}

#[test]
fn short_tags_are_written_out() {
    let read = read("a: !Ref B\nc: [!GetAtt D.E.F, !If [G, !Sub \"${H}\", 1]]\ni: !Not [!Condition J]\nk: \"1\"\n").unwrap();
    let expected = json!({
        "a": { "Ref": "B" },
        "c": [{ "Fn::GetAtt": ["D", "E.F"] }, { "Fn::If": ["G", { "Fn::Sub": "${H}" }, 1] }],
        "i": { "Fn::Not": [{ "Condition": "J" }] },
        "k": "1"
    });
    assert_eq!(read, expected);
}
