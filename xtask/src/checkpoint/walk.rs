//! From the value of a pickle to named tensors: what `state_dict()` would have called them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::ensure;

use super::is_plain;
use super::pickle::{Heap, Record, Ref, Tensor, Unpickler, Value};

/// Bytes of all names in a file, with `PER_NAME` for each: a shared value is visited once per name, so that a few bytes may stand for
/// billions. A ViT-H with its optimiser has some 20,000 names of 60 bytes. Protection against hostile files.
const MAX_NAMES: usize = 8 << 20;
/// What is kept of a value beside its name.
const PER_NAME: usize = 64;
/// Values within values.
const MAX_DEPTH: usize = 64;
/// Length of a tensor's name, bytes.
const MAX_NAME: usize = 1024;

/// Everything with a name in a file.
#[derive(Default)]
pub(super) struct Named {
    /// Tensors by name.
    pub(super) tensors: BTreeMap<String, Tensor>,
    /// Names of the dictionaries that were walked: a name's dots do not tell whether a part of it was one.
    pub(super) containers: BTreeSet<String>,
    /// What modules of a pickled network tell of themselves, e.g. `encoder.ln.eps`.
    pub(super) told: BTreeMap<String, f64>,
    /// The same in words, e.g. `global_pool`.
    pub(super) words: BTreeMap<String, String>,
    /// Classes of the modules of a pickled network by their names; empty for a state_dict.
    pub(super) modules: BTreeMap<String, String>,
}

/// Attributes of modules that a state_dict does not hold and a network's answer depends on: numbers and words.
const TOLD: [&str; 4] = ["eps", "layer_norm_eps", "num_attention_heads", "num_heads"];
const WORDS: [&str; 2] = ["approximate", "global_pool"];
/// Elements of lists and dictionaries that are looked at, once per name that leads to them. Protection against hostile files.
const MAX_LOOKS: usize = 20_000_000;

/// Names every tensor under `root`.
pub(super) fn walk(unpickled: &Unpickler, root: Ref) -> anyhow::Result<Named> {
    let mut named = Named::default();
    let mut open = vec![(root, String::new(), 0)];
    let (mut names, mut looks) = (0, 0_usize);
    while let Some((reference, name, depth)) = open.pop() {
        ensure!(depth <= MAX_DEPTH, "its values are nested over {MAX_DEPTH} deep");
        ensure!(name.len() <= MAX_NAME, "a tensor's name has over {MAX_NAME} bytes");
        ensure!(is_plain(&name), "the name {name:?} has control characters");
        let heap = &unpickled.heap;
        looks = looks.saturating_add(size(heap, reference));
        ensure!(looks <= MAX_LOOKS, "its values are entangled: over {MAX_LOOKS} elements are looked at");
        let mut go = |value: Ref, key: &str| {
            names += PER_NAME + name.len() + key.len();
            // Beyond the limit nothing is kept; the end of the step says so.
            if names <= MAX_NAMES {
                open.push((value, join(&name, key), depth + 1));
            }
        };
        match heap.get(reference) {
            Value::Tensor(tensor) => {
                let other = named.tensors.insert(name.clone(), Tensor::clone(tensor));
                ensure!(other.is_none(), "two tensors are called {name}");
            }
            Value::List(elements) | Value::Tuple(elements) => {
                // Optimisers keep lists of numbers: only what can hold a tensor is worth a step.
                let held = elements.iter().enumerate().filter(|(_, element)| holds(heap, **element));
                held.for_each(|(index, element)| go(*element, &index.to_string()));
            }
            Value::Dict(pairs) => {
                each(heap, pairs, &mut go);
                named.containers.insert(name);
            }
            Value::Record(record) => {
                each(heap, &record.items, &mut go);
                let state = state(heap, record);
                match module(heap, state) {
                    Some(parts) => {
                        for pairs in parts {
                            // A module's parameters, buffers and children bear its own name.
                            each(heap, pairs, &mut go);
                        }
                        let class = unpickled.globals.list().get(record.class).map_or("", |global| &global.name);
                        named.modules.insert(name.clone(), class.to_owned());
                    }
                    None => each(heap, state, &mut go),
                }
                for (key, value) in state {
                    let Some(key) = heap.text(*key) else { continue };
                    let told = match heap.get(*value) {
                        Value::Float(number) => Ok(*number),
                        Value::Int(number) => Ok(*number as f64),
                        Value::Text(word) => Err(word),
                        _ => continue,
                    };
                    match told {
                        Ok(number) if TOLD.contains(&key) => drop(named.told.insert(join(&name, key), number)),
                        Err(word) if WORDS.contains(&key) => drop(named.words.insert(join(&name, key), word.to_string())),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        ensure!(names <= MAX_NAMES, "its values are entangled: more than {MAX_NAMES} bytes of names lead to them");
    }
    Ok(named)
}

/// How many elements a visit to a value looks at.
fn size(heap: &Heap, reference: Ref) -> usize {
    match heap.get(reference) {
        Value::List(elements) | Value::Tuple(elements) => elements.len(),
        Value::Dict(pairs) => pairs.len(),
        Value::Record(record) => {
            let state = state(heap, record);
            // A module's state is searched for its three parts, which are then walked.
            let parts = module(heap, state).map_or(0, |parts| parts.iter().map(|pairs| pairs.len()).sum());
            record.items.len() + 5 * state.len() + parts
        }
        _ => 0,
    }
}

/// The pairs of a record's `__dict__`.
fn state<'h>(heap: &'h Heap, record: &Record) -> &'h [(Ref, Ref)] {
    let Some(state) = record.state else { return &[] };
    // Classes with slots pickle (dict, slots).
    let state = heap.sequence(state).and_then(|parts| parts.first().copied()).unwrap_or(state);
    heap.dict(state).unwrap_or_default()
}

/// Parameters, persistent buffers and children, where the state is a `torch.nn.Module`'s.
fn module<'h>(heap: &'h Heap, state: &'h [(Ref, Ref)]) -> Option<[&'h [(Ref, Ref)]; 3]> {
    let part = |name: &str| heap.dict(heap.entry(state, name)?);
    Some([part("_parameters")?, part("_buffers")?, part("_modules")?])
}

/// Steps into every value that may hold a tensor and has a name.
fn each(heap: &Heap, pairs: &[(Ref, Ref)], go: &mut impl FnMut(Ref, &str)) {
    for (key, value) in pairs.iter().filter(|(_, value)| holds(heap, *value)) {
        match heap.get(*key) {
            Value::Text(key) => go(*value, key),
            Value::Int(key) => go(*value, &key.to_string()),
            _ => {}
        }
    }
}

fn holds(heap: &Heap, value: Ref) -> bool {
    matches!(heap.get(value), Value::Tensor(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Record(_))
}

fn join(name: &str, key: &str) -> String {
    if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") }
}
