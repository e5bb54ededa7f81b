//! `/openapi.json` against what the server really does.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::api_server::{Server, form};
use crate::support::data;

/// Checks `value` against the part of JSON Schema that the document uses; anything else in a schema fails the test.
#[track_caller]
fn check(document: &Value, schema: &Value, value: &Value, place: &str) {
    if let Err(why) = violation(document, schema, value, place) {
        panic!("{why}");
    }
}

fn violation(document: &Value, schema: &Value, value: &Value, place: &str) -> Result<(), String> {
    let refuse = |why: &str| Err(format!("{place}: {why}: {value}"));
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let target = document.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap();
                violation(document, target, value, place)?;
            }
            "type" => {
                let allowed = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                let fits = |name: &Value| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64() || value.is_i64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("the schema names a type {other}"),
                };
                if !allowed.iter().any(fits) {
                    return refuse(&format!("not of type {rule}"));
                }
            }
            "enum" if !rule.as_array().unwrap().contains(value) => return refuse("not in the list"),
            "minimum" if value.as_f64() < rule.as_f64() => return refuse("too small"),
            "maximum" if value.as_f64() > rule.as_f64() => return refuse("too large"),
            "minItems" if (value.as_array().unwrap().len() as u64) < rule.as_u64().unwrap() => return refuse("too few"),
            "maxItems" if (value.as_array().unwrap().len() as u64) > rule.as_u64().unwrap() => return refuse("too many"),
            "required" => {
                if let Some(missing) = rule.as_array().unwrap().iter().find(|name| value.get(name.as_str().unwrap()).is_none()) {
                    return refuse(&format!("without {missing}"));
                }
            }
            "properties" => {
                for (name, member) in value.as_object().unwrap() {
                    match rule.get(name) {
                        Some(schema) => violation(document, schema, member, &format!("{place}.{name}"))?,
                        None if schema["additionalProperties"] == json!(true) => (),
                        None => return refuse(&format!("{name} is not documented")),
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().unwrap().iter().enumerate() {
                    violation(document, rule, item, &format!("{place}[{index}]"))?;
                }
            }
            "oneOf" => {
                let fitting = rule.as_array().unwrap().iter().filter(|schema| violation(document, schema, value, place).is_ok()).count();
                if fitting != 1 {
                    return refuse(&format!("fits {fitting} of the alternatives"));
                }
            }
            "enum" | "minimum" | "maximum" | "minItems" | "maxItems" | "additionalProperties" => (),
            "description" | "pattern" | "format" | "default" | "contentEncoding" | "contentMediaType" | "contentSchema" => (),
            other => panic!("{place}: the schema uses {other}, which this test does not know"),
        }
    }
    Ok(())
}

#[test]
fn answers_are_as_documented() {
    let server = Server::start(&[]);
    let document = server.get("/openapi.json", &[]).report();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let of = |path: &str, method: &str, status: &str, kind: &str| {
        document["paths"][path][method]["responses"][status]["content"][kind]["schema"].clone()
    };
    let mp3 = std::fs::read(data("audio/vbr-48k.mp3")).unwrap();

    for path in ["/health", "/v1/model", "/openapi.json"] {
        check(&document, &of(path, "get", "200", "application/json"), &server.get(path, &[]).report(), path);
    }
    let answers = of("/v1/classify", "post", "200", "application/json");
    let body = json!({ "audio": BASE64_STANDARD.encode(&mp3), "name": "a.mp3" }).to_string();
    let full = server.post("/v1/classify?spectrogram=true&raw=true", &[("content-type", "application/json")], body.as_bytes()).report();
    check(&document, &answers, &full, "Report");
    let (_scratch, folder) = crate::ccmusic_reports::model("contract");
    let of_a_track = Server::start(&["--model", &folder]).classify("", &mp3).report();
    check(&document, &answers, &of_a_track, "Report of a track");
    // Everything that is documented can be had: nothing in the document is left over from the past.
    let documented = document["components"]["schemas"]["Report"]["properties"].as_object().unwrap();
    let told = |name: &str| full.get(name).or(of_a_track.get(name)).is_some();
    let missing: Vec<&String> = documented.keys().filter(|name| !told(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    check(&document, &answers, &server.classify("", &mp3).report(), "Report");

    let (content_type, body) = form(&[("file", "a.mp3", &mp3), ("file", "b.mp3", b"text")]);
    let content_type = ("content-type", content_type.as_str());
    check(&document, &answers, &server.post("/v1/classify", &[content_type], &body).report(), "Results");
    let line = &document["paths"]["/v1/classify"]["post"]["responses"]["200"]["content"]["application/x-ndjson"]["schema"]["contentSchema"];
    for told in server.post("/v1/classify", &[content_type, ("accept", "application/x-ndjson")], &body).lines() {
        check(&document, line, &told, "line");
    }
    for told in server.post("/v1/classify", &[("accept", "application/x-ndjson")], &mp3).lines() {
        check(&document, line, &told, "line");
    }
    let problem = of("/v1/classify", "post", "415", "application/problem+json");
    check(&document, &problem, &server.classify("", b"dear diary").problem(415, "not-audio"), "Problem");
}

#[test]
fn each_address_takes_the_documented_methods_and_no_others() {
    let server = Server::start(&[]);
    let document = server.get("/openapi.json", &[]).report();
    let page = server.get("/", &[]);
    let page = page.text();
    let script = page.split('"').find(|word| word.ends_with("/app.js")).unwrap();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = if path.contains('{') { format!("/{script}") } else { path.clone() };
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let answer = server.raw(
                format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n", server.address)
                    .as_bytes(),
            );
            let documented = methods.get(method.to_ascii_lowercase()).is_some();
            assert_eq!(answer.starts_with("HTTP/1.1 405 "), !documented, "{method} {path}: {answer}");
            assert!(!answer.starts_with("HTTP/1.1 404 "), "{method} {path}");
            if !documented {
                assert!(answer.contains("application/problem+json") && answer.to_ascii_lowercase().contains("\r\nallow: "), "{answer}");
            }
        }
    }
}
