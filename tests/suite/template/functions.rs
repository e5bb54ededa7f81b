//! The two functions: what they run on and under which name they are known to the rest.

use serde_json::Value;

use super::stack::Stack;
use super::{Findings, at, demand, list, show};
use crate::support::repository;

/// Names, packages, and the most seconds that each may take: API Gateway waits for 30, Lambda allows 900.
const FUNCTIONS: [(&str, &str, u64); 2] = [("ApiFunction", "api", 29), ("WorkerFunction", "worker", 900)];
/// Memory of a function, MB: less would be out of memory with a ViT-B/16 in f16, more does not exist.
const MEMORY: std::ops::RangeInclusive<u64> = 512..=10_240;

pub(super) fn check(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let known: Vec<&str> = stack.of_type("AWS::Serverless::Function").map(|(name, _)| name).collect();
    demand(&mut findings, known == FUNCTIONS.map(|(name, ..)| name), || format!("the functions are {known:?}"));
    for (name, package, most) in FUNCTIONS {
        let Some(function) = stack.resources.get(name) else { continue };
        let property = |pointer: &str| at(&function["Properties"], pointer);
        let mut expect = |pointer: &str, wanted: &str| {
            let found = show(at(function, pointer));
            demand(&mut findings, found == wanted, || format!("{name}{pointer} is {found} instead of {wanted}"));
        };
        expect("/Properties/Runtime", "provided.al2023");
        expect("/Properties/Handler", "bootstrap");
        expect("/Properties/Tracing", "Active");
        expect("/Properties/CodeUri", &format!("functions/{package}"));
        expect("/Metadata/BuildMethod", "rust-cargolambda");
        expect("/Metadata/BuildProperties/Binary", package);
        expect("/Properties/Architectures", &format!("[\"{}\"]", stack.parameter("Architecture")));
        let model = stack.parameter("ModelId");
        let folder = if model.is_empty() { String::new() } else { format!("/opt/models/{model}") };
        expect("/Properties/Environment/Variables/ACOUSTICSENSE_MODEL", &folder);

        let number = |pointer: &str| show(property(pointer)).parse::<u64>().unwrap_or_default();
        let (memory, seconds) = (number("/MemorySize"), number("/Timeout"));
        demand(&mut findings, MEMORY.contains(&memory), || format!("{name} has {memory} MB"));
        demand(&mut findings, (1..=most).contains(&seconds), || format!("{name} may take {seconds} s"));
        let layers = list(property("/Layers")).len();
        demand(&mut findings, layers == usize::from(!model.is_empty()), || format!("{name} has {layers} layers"));
        let logs = show(property("/LoggingConfig/LogGroup"));
        demand(&mut findings, stack.resources.contains_key(&logs), || format!("{name} has no log group with a retention of its own"));
        let manifest = repository().join("functions").join(package).join("Cargo.toml");
        demand(&mut findings, manifest.exists(), || format!("{name} has no code in functions/{package}"));
    }
    findings.extend(layer(stack));
    for (name, group) in stack.of_type("AWS::Logs::LogGroup") {
        demand(&mut findings, group["Properties"]["RetentionInDays"].is_u64(), || format!("{name} is kept for ever"));
    }
    findings
}

/// What `cargo xtask layer` fills, and what it needs to exist where it is not used.
fn layer(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    for (name, layer) in stack.of_type("AWS::Serverless::LayerVersion") {
        let folder = show(&layer["Properties"]["ContentUri"]);
        demand(&mut findings, folder == "models/layer", || format!("{name} is made of {folder}"));
    }
    // sam deploy wants the folder whether the layer is deployed or not.
    demand(&mut findings, repository().join("models/layer/README.md").exists(), || "models/layer is missing".to_owned());
    let variables: &Value = stack.property("ApiFunction", "/Environment/Variables");
    let uploads = show(&variables["ACOUSTICSENSE_UPLOADS"]);
    demand(&mut findings, uploads == "s3://${MediaBucket}/uploads/", || format!("uploads go to {uploads}"));
    let results = show(stack.property("WorkerFunction", "/Environment/Variables/ACOUSTICSENSE_RESULTS"));
    demand(&mut findings, results == "s3://${MediaBucket}/results/", || format!("results go to {results}"));
    findings
}
