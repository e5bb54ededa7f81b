//! The template that is invoked: the built one, its functions directed at a local S3, and three more that show the limits.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};

use super::process::run;
use super::tools::Tools;

/// Too little memory for the large model.
pub(super) const OUT_OF_MEMORY: &str = "OutOfMemoryFunction";
/// Too little time for the large model.
pub(super) const OUT_OF_TIME: &str = "OutOfTimeFunction";
/// Enough of both: shows that the two others fail for want of them alone.
pub(super) const LARGE_MODEL: &str = "LargeModelFunction";
/// Memory in MB and seconds of the three.
const LIMITS: [(&str, u32, u32); 3] = [(OUT_OF_MEMORY, 128, 60), (OUT_OF_TIME, 3538, 1), (LARGE_MODEL, 3538, 120)];
/// The function that they are copies of.
const MODEL_OF: &str = "ApiFunction";

/// A template as JSON, which SAM reads as well as YAML.
pub(super) struct Template {
    value: Value,
}

impl Template {
    /// Reads YAML with SAM's own reader, which knows `!Ref` and its like.
    pub(super) fn read(tools: &Tools, path: &Path) -> anyhow::Result<Self> {
        let script = "import json, sys; from pathlib import Path; from samcli.yamlhelper import yaml_parse; \
            json.dump(yaml_parse(Path(sys.argv[1]).read_text()), sys.stdout, default=str)";
        let json =
            run(Command::new(&tools.python).args(["-c", script]).arg(path), Duration::from_secs(60))?.text("reading the template")?;
        Ok(Self { value: serde_json::from_str(&json).context("SAM did not give the template as JSON")? })
    }

    /// The functions' logical names.
    pub(super) fn functions(&self) -> Vec<String> {
        let resources = self.value["Resources"].as_object().into_iter().flatten();
        resources.filter(|(_, resource)| resource["Type"] == "AWS::Serverless::Function").map(|(name, _)| name.clone()).collect()
    }

    /// The programs that cargo-lambda builds for them, which are called like their packages.
    pub(super) fn binaries(&self) -> Vec<String> {
        let resources = self.value["Resources"].as_object().into_iter().flat_map(Map::values);
        let built = resources.map(|resource| &resource["Metadata"]).filter(|metadata| metadata["BuildMethod"] == "rust-cargolambda");
        built.filter_map(|metadata| metadata["BuildProperties"]["Binary"].as_str()).map(str::to_owned).collect()
    }

    /// Gives every function these environment variables on top of its own.
    pub(super) fn set_environment(&mut self, variables: &BTreeMap<String, String>) -> anyhow::Result<()> {
        for name in self.functions() {
            let environment = self.properties(&name)?.entry("Environment").or_insert_with(|| json!({}));
            for (variable, value) in variables {
                environment["Variables"][variable] = json!(value);
            }
        }
        Ok(())
    }

    /// Adds the functions that show the limits, with the model in `layer` at /opt/models/`model`.
    pub(super) fn add_limits(&mut self, layer: &Path, model: &str) -> anyhow::Result<()> {
        let mut properties = self.properties(MODEL_OF)?.clone();
        // Each would claim the same routes.
        properties.remove("Events");
        properties.remove("FunctionName");
        properties.remove("FunctionUrlConfig");
        properties.insert("Layers".to_owned(), json!([{ "Ref": "LargeModelLayer" }]));
        let environment = properties.entry("Environment").or_insert_with(|| json!({}));
        environment["Variables"]["ACOUSTICSENSE_MODEL"] = json!(format!("/opt/models/{model}"));
        // As on the smallest machine: the time must not depend on this one's cores.
        environment["Variables"]["ACOUSTICSENSE_THREADS"] = json!("1");
        self.value["Resources"]["LargeModelLayer"] =
            json!({ "Type": "AWS::Serverless::LayerVersion", "Properties": { "ContentUri": layer } });
        for (name, memory, seconds) in LIMITS {
            let mut properties = properties.clone();
            properties.insert("MemorySize".to_owned(), json!(memory));
            properties.insert("Timeout".to_owned(), json!(seconds));
            self.value["Resources"][name] = json!({ "Type": "AWS::Serverless::Function", "Properties": properties });
        }
        Ok(())
    }

    fn properties(&mut self, function: &str) -> anyhow::Result<&mut Map<String, Value>> {
        let properties = self.value["Resources"][function]["Properties"].as_object_mut();
        properties.with_context(|| format!("the template has no function {function}"))
    }

    /// The environment of a function, as far as it is written out: no engine resolves the rest for the emulator.
    pub(super) fn environment(&self, function: &str) -> Vec<(String, String)> {
        let variables = self.value["Resources"][function]["Properties"]["Environment"]["Variables"].as_object().into_iter().flatten();
        variables.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect()
    }

    /// A number among a function's properties: itself, or the default of the parameter that it refers to.
    pub(super) fn number(&self, function: &str, property: &str) -> Option<u64> {
        let value = &self.value["Resources"][function]["Properties"][property];
        let default = || self.value["Parameters"][value["Ref"].as_str()?]["Default"].as_u64();
        value.as_u64().or_else(default)
    }

    /// Writes it beside the built functions, whose folders it names.
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<PathBuf> {
        let path = folder.join("local.json");
        let text = serde_json::to_string_pretty(&self.value)?;
        std::fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))?;
        ensure!(path.is_absolute(), "the build folder must be absolute");
        Ok(path)
    }
}
