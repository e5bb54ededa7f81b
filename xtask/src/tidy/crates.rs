//! What tidy asks Cargo.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::Finding;

/// The part of `cargo metadata` that is looked at.
#[derive(Deserialize)]
pub(super) struct Metadata {
    packages: Vec<Package>,
    workspace_members: Vec<String>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// Absent for a normal dependency.
    kind: Option<String>,
}

/// Which members a member may depend on. What is not listed may depend on none.
const LAYERS: [(&str, &[&str]); 10] = [
    ("genre", &["unify"]),
    ("store", &["genre", "unify-network"]),
    ("telemetry", &[]),
    ("api", &["genre", "store", "telemetry"]),
    ("worker", &["genre", "store", "telemetry"]),
    ("batch", &["genre", "store"]),
    ("xtask", &["genre"]),
    ("tests", &["genre", "store"]),
    ("unify", &[]),
    ("unify-network", &[]),
];

/// What the core must never pull in, by the beginning of the name: async runtimes, networks, clouds.
const NOT_IN_THE_CORE: [&str; 12] =
    ["tokio", "async-std", "smol", "futures", "hyper", "axum", "tower", "reqwest", "ureq", "rustls", "aws", "lambda"];

/// Crates that stand in the tree in two versions, each with the reason why that cannot be helped here.
const DUPLICATES: [(&str, &str); 9] = [
    ("base64", "hyper-util's client is one version ahead of AWS's crates"),
    ("crypto-common", "the SDK's checksums (crc-fast) are one generation behind on digest"),
    ("digest", "the SDK's checksums (crc-fast) are one generation behind"),
    ("getrandom", "ring is one generation behind"),
    ("hashbrown", "HTTP/2's index map is one version ahead of tract"),
    ("spin", "the SDK's checksums (crc-fast) and axum's multipart disagree"),
    ("itertools", "prost-derive is one version behind tract; only at build time"),
    ("miniz_oxide", "png and its own flate2 disagree"),
    ("syn", "derive macros are moving to 3; only at build time"),
];

/// The programs that are shipped.
const PRODUCTS: [&str; 3] = ["api", "worker", "batch"];

impl Metadata {
    pub(super) fn read(root: &Path) -> anyhow::Result<Self> {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", env!("TARGET")])
            .current_dir(root)
            .output()
            .context("failed to run cargo metadata")?;
        ensure!(output.status.success(), "cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        serde_json::from_slice(&output.stdout).context("cargo metadata speaks another dialect")
    }

    fn package(&self, id: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.id == id)
    }

    fn member(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name && self.workspace_members.contains(&package.id))
    }

    /// Direct dependencies that are compiled into `id`, or into its tests too.
    fn dependencies<'a>(&'a self, id: &str, with_tests: bool) -> impl Iterator<Item = &'a Package> {
        let node = self.resolve.nodes.iter().find(|node| node.id == id);
        let wanted = move |kind: &Kind| match kind.kind.as_deref() {
            None => true,
            Some("dev") => with_tests,
            Some(_) => false,
        };
        let used = node.into_iter().flat_map(|node| &node.deps).filter(move |dep| dep.dep_kinds.iter().any(wanted));
        used.filter_map(|dep| self.package(&dep.pkg))
    }
}

/// Members depend downwards only, and the core stays free of async, network and cloud.
pub(super) fn layers(root: &Path, metadata: &Metadata) -> anyhow::Result<Vec<Finding>> {
    let members: BTreeSet<&str> =
        metadata.workspace_members.iter().filter_map(|id| metadata.package(id)).map(|p| p.name.as_str()).collect();
    let mut findings = Vec::new();
    for member in &members {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| name == member) else {
            findings.push(format!("{member}: a new member; say in xtask/src/tidy/crates.rs what it may depend on"));
            continue;
        };
        let Some(package) = metadata.member(member) else { continue };
        let used = metadata.dependencies(&package.id, true).map(|dependency| dependency.name.as_str());
        let wrong = used.filter(|name| members.contains(name) && !allowed.contains(name));
        findings.extend(wrong.map(|name| format!("{member} depends on {name}, it may only depend on {allowed:?}")));
    }
    let core = shipped(root, "genre")?;
    let foreign = core.iter().filter(|(name, _)| NOT_IN_THE_CORE.iter().any(|word| name.starts_with(word)));
    findings.extend(foreign.map(|(name, _)| format!("genre pulls in {name}, which does not belong in the core (invariant 1)")));
    Ok(findings)
}

/// What is compiled for `member`: `name vVERSION` and its features. Unlike `cargo metadata` it leaves out what no feature asks for.
fn cargo_tree(root: &Path, member: &str, edges: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--package", member, "--edges", edges, "--prefix", "none", "--format", "{p}|{f}"])
        .current_dir(root)
        .output()
        .context("failed to run cargo tree")?;
    ensure!(output.status.success(), "cargo tree failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines = text.lines().filter_map(|line| line.trim_end_matches(" (*)").split_once('|'));
    Ok(lines.map(|(package, features)| (package.to_owned(), features.to_owned())).collect())
}

/// Names and versions of the foreign crates that are compiled into `member`.
fn shipped(root: &Path, member: &str) -> anyhow::Result<BTreeSet<(String, String)>> {
    let tree = cargo_tree(root, member, "normal")?;
    let crates = tree.keys().filter_map(|package| package.split_once(" v"));
    // A member's line goes on with its folder, a procedural macro's with a remark.
    let foreign = crates
        .filter(|(_, version)| !version.contains("(/"))
        .map(|(name, version)| (name.to_owned(), version.split(' ').next().unwrap_or_default().to_owned()));
    Ok(foreign.collect())
}

/// Every member sees the same features of what stands below tract, and those that stand on `store` of everything: each is built once.
pub(super) fn unified(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let features = |member| cargo_tree(root, member, "normal,build,dev");
    let core = features("genre")?;
    let disagree = |member: &str, wanted: &BTreeMap<String, String>, base: &str, given: &BTreeMap<String, String>, list: &str| {
        let shared = wanted.iter().filter_map(|(package, wanted)| Some((package, wanted, given.get(package)?)));
        let finding = |(package, wanted, given)| format!("{package}: {member} asks for [{wanted}], {base} for [{given}]; see {list}");
        shared.filter(|(_, wanted, given)| wanted != given).map(finding).collect::<Vec<Finding>>()
    };
    let mut findings = disagree("xtask", &features("xtask")?, "genre", &core, "unify/Cargo.toml");
    let mut above: Vec<(&str, BTreeMap<String, String>)> = Vec::new();
    for member in ["store", "api", "worker", "batch", "tests"] {
        let wanted = features(member)?;
        findings.extend(disagree(member, &wanted, "genre", &core, "unify/Cargo.toml"));
        for (other, given) in &above {
            findings.extend(disagree(member, &wanted, other, given, "unify/network/Cargo.toml"));
        }
        above.push((member, wanted));
    }
    Ok(findings)
}

/// Two versions of one crate are compiled, shipped and audited twice.
pub(super) fn duplicates(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for member in PRODUCTS {
        for (name, version) in shipped(root, member)? {
            versions.entry(name).or_default().insert(version);
        }
    }
    let known = |name: &str| DUPLICATES.iter().any(|(known, _)| *known == name);
    let twice = versions.into_iter().filter(|(name, versions)| versions.len() > 1 && !known(name));
    Ok(twice.map(|(name, versions)| format!("{name} stands in the tree as {versions:?}")).collect())
}

/// The version that reports name is the one that is compiled.
pub(super) fn pinned(metadata: &Metadata) -> Vec<Finding> {
    let wrong = metadata.packages.iter().filter(|package| package.name == "tract-onnx" && package.version != genre::TRACT_VERSION);
    wrong.map(|package| format!("tract-onnx is {}, genre::TRACT_VERSION says {}", package.version, genre::TRACT_VERSION)).collect()
}

/// Every crate that is shipped stands in the notices that are shipped with it.
pub(super) fn notices(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let file = "THIRD-PARTY.md";
    let text = std::fs::read_to_string(root.join(file)).with_context(|| format!("failed to read {file}"))?;
    let named: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("* ")).collect();
    let stands =
        |line: &str| named.iter().any(|named| named.strip_prefix(line).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let mut missing = BTreeSet::new();
    for member in PRODUCTS {
        for (name, version) in shipped(root, member)? {
            let line = format!("{name} {version}");
            if !stands(&line) {
                missing.insert(format!(
                    "{file} does not name {line}; mend it with\n    cargo about generate --workspace --offline about.hbs -o {file}"
                ));
            }
        }
    }
    Ok(missing.into_iter().collect())
}
