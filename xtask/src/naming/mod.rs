//! What the tensors of a checkpoint are called: one table per library, and the search for the table that fits.

mod hugging_face;
mod slot;
mod timm;
mod torchvision;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail};

pub(crate) use slot::{Part, QKV_BIASES, QKV_WEIGHTS, Slot};

/// Every table, in the order in which they are tried.
const NAMINGS: [&Naming; 5] =
    [&torchvision::NAMING, &torchvision::STEMMED, &timm::NAMING, &hugging_face::VERSION_4, &hugging_face::VERSION_5];

/// Dictionaries that people wrap a state_dict in, and attributes that libraries put in front of its names.
const WRAPPERS: [&str; 8] = ["_orig_mod", "model", "model_ema", "model_state_dict", "module", "network", "state_dict", "state_dict_ema"];

/// How one library names the tensors of a ViT.
pub(crate) struct Naming {
    /// The library's name.
    pub(crate) library: &'static str,
    /// The ε of its LayerNorms, which no state_dict tells.
    pub(crate) eps: f64,
    /// Names of all tensors but the head's; `{n}` stands for a block's number. Where a slot has several names, the first is today's.
    pub(crate) tensors: &'static [(&'static str, Part)],
    /// What stands before `weight`, `bias` or `<n>.weight`, `<n>.bias` of the head; the first is the library's own.
    pub(crate) heads: &'static [&'static str],
}

/// A checkpoint's names, understood.
#[derive(Debug)]
pub(crate) struct Names {
    /// The table that fits.
    pub(crate) naming: &'static Naming,
    /// What stands before every name, e.g. `"model.module."`; tensors elsewhere in a wrapping dictionary are not the network's.
    pub(crate) prefix: String,
    /// The tensor in every slot.
    pub(crate) slots: BTreeMap<Slot, String>,
    /// Names that the table does not know.
    pub(crate) unexpected: Vec<String>,
}

impl std::fmt::Debug for Naming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.library)
    }
}

impl Naming {
    /// The slots outside of the blocks, of every one of `depth` blocks and of every one of `stem` convolutions, without the head's.
    pub(crate) fn slots(&self, depth: usize, stem: usize) -> impl Iterator<Item = Slot> {
        let count = move |part: Part| match part {
            _ if part.is_in_block() => depth,
            _ if part.is_in_stem() => stem,
            _ => 1,
        };
        let of = move |part: Part| (0..count(part)).map(move |n| part.of(n));
        self.tensors.iter().flat_map(move |&(_, part)| of(part))
    }

    /// Whether query, key and value are one tensor.
    pub(crate) fn fuses_qkv(&self) -> bool {
        self.tensors.iter().any(|(_, part)| *part == Part::QkvWeight)
    }

    /// Today's name of the tensor in a slot, without prefix.
    fn name(&self, slot: Slot) -> String {
        let Slot { part, n } = slot;
        let head = self.heads.first().copied().unwrap_or_default();
        match part {
            Part::HeadWeight => format!("{head}{n}.weight"),
            Part::HeadBias => format!("{head}{n}.bias"),
            _ => {
                let row = self.tensors.iter().find(|(_, candidate)| *candidate == part);
                row.map_or_else(|| format!("{slot:?}"), |(pattern, _)| pattern.replace("{n}", &n.to_string()))
            }
        }
    }

    /// The slot of a name without prefix.
    fn slot(&self, name: &str) -> Option<Slot> {
        let of_head = |head: &&str| {
            let rest = name.strip_prefix(head)?;
            let (layer, what) = rest.split_once('.').unwrap_or(("0", rest));
            match what {
                "weight" => Some(Part::HeadWeight.of(number(layer)?)),
                "bias" => Some(Part::HeadBias.of(number(layer)?)),
                _ => None,
            }
        };
        self.heads.iter().find_map(of_head).or_else(|| {
            self.tensors.iter().find_map(|(pattern, part)| match pattern.split_once("{n}") {
                None => (*pattern == name).then(|| part.slot()),
                Some((before, after)) => Some(part.of(number(name.strip_prefix(before)?.strip_suffix(after)?)?)),
            })
        })
    }

    /// The name that every checkpoint of this library holds once, whatever its shape.
    fn anchor(&self) -> &'static str {
        self.tensors.iter().find(|(_, part)| *part == Part::Class).map_or("", |(name, _)| name)
    }
}

/// A canonical number: digits only, no leading zeros, so that no two names mean the same block.
fn number(digits: &str) -> Option<usize> {
    let canonical = digits == "0" || (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits.parse().ok().filter(|_| canonical)
}

impl Names {
    /// Finds the table and the prefix that fit. `containers` are the names of the dictionaries that tensors were found in; `wrapper` says
    /// which network is meant where there are several.
    pub(crate) fn find<'a>(
        names: impl Iterator<Item = &'a String> + Clone,
        containers: &BTreeSet<String>,
        wrapper: Option<&str>,
    ) -> anyhow::Result<Self> {
        let prefixes: BTreeSet<&str> = NAMINGS
            .iter()
            .flat_map(|naming| names.clone().filter_map(|name| prefix(name.strip_suffix(naming.anchor())?)))
            .filter(|prefix| wrapper.is_none_or(|wrapper| prefix.strip_suffix('.') == Some(wrapper)))
            .collect();
        let prefixes: Vec<&str> = prefixes.into_iter().collect();
        let [prefix] = prefixes[..] else {
            if let [_, _, ..] = prefixes[..] {
                let called = prefixes.iter().map(|prefix| format!("{:?}", prefix.trim_end_matches('.'))).collect::<Vec<_>>().join(", ");
                bail!("there are several networks in it, under {called}: say with --wrapper NAME which one is meant");
            }
            let anchors = NAMINGS.iter().map(|naming| format!("{} ({})", naming.anchor(), naming.library)).collect::<Vec<_>>().join(", ");
            let first = names.clone().next().map_or("none", String::as_str);
            let under = wrapper.map(|wrapper| format!(" under {wrapper:?}")).unwrap_or_default();
            bail!("it is no Vision Transformer with a class token: no tensor{under} is called {anchors}; the first one is {first}");
        };
        // Two versions of a library may share the anchor: the one that knows more of the names is meant.
        let known = |naming: &Naming| {
            names.clone().filter(|name| name.strip_prefix(prefix).is_some_and(|rest| naming.slot(rest).is_some())).count()
        };
        let naming = NAMINGS.into_iter().rev().max_by_key(|naming| known(naming)).context("no naming")?;
        // Beside a wrapped state_dict lie optimisers and counters; beside names with a mere attribute in front lies nothing.
        let mut ends = prefix.rmatch_indices('.').map(|(end, _)| &prefix[..end]);
        let container = ends.find(|path| containers.contains(*path)).map(|path| format!("{path}.")).unwrap_or_default();
        let mut these = Self { naming, prefix: prefix.to_owned(), slots: BTreeMap::new(), unexpected: Vec::new() };
        for name in names.filter(|name| name.starts_with(&container)) {
            match name.strip_prefix(prefix).and_then(|rest| naming.slot(rest)) {
                Some(slot) => {
                    if let Some(other) = these.slots.insert(slot, name.clone()) {
                        bail!("tensors {other} and {name} both fill the same place");
                    }
                }
                None => these.unexpected.push(name.clone()),
            }
        }
        Ok(these)
    }

    /// The name of the tensor in a slot.
    pub(crate) fn get(&self, slot: Slot) -> anyhow::Result<&str> {
        let name = self.slots.get(&slot).map(String::as_str);
        name.with_context(|| format!("missing tensor {} ({} names)", self.expected(slot), self.naming.library))
    }

    /// What the tensor in a slot is called, prefix included.
    pub(crate) fn expected(&self, slot: Slot) -> String {
        let head = self.naming.heads.first().copied().unwrap_or_default();
        match slot.part {
            // Only the file itself tells whether a head is plain or stacked.
            Part::HeadBias => match self.slots.get(&Part::HeadWeight.of(slot.n)).and_then(|weight| weight.strip_suffix("weight")) {
                Some(layer) => format!("{layer}bias"),
                None => format!("{}{head}bias", self.prefix),
            },
            Part::HeadWeight => format!("{}{head}weight", self.prefix),
            _ => format!("{}{}", self.prefix, self.naming.name(slot)),
        }
    }

    /// "torchvision names", with the prefix where there is one.
    pub(crate) fn describe(&self) -> String {
        match self.prefix.strip_suffix('.') {
            None => format!("{} names", self.naming.library),
            Some(prefix) => format!("{} names under \"{prefix}\"", self.naming.library),
        }
    }
}

/// `before` if it consists of wrappers only.
fn prefix(before: &str) -> Option<&str> {
    let wrapped = |before: &str| before.strip_suffix('.').is_some_and(|parts| parts.split('.').all(|part| WRAPPERS.contains(&part)));
    (before.is_empty() || wrapped(before)).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(names: &[&str], containers: &[&str], wrapper: Option<&str>) -> Result<Names, String> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let containers = containers.iter().map(ToString::to_string).collect();
        Names::find(names.iter(), &containers, wrapper).map_err(|error| error.to_string())
    }

    #[test]
    fn every_slot_has_a_name_and_back() {
        for naming in NAMINGS {
            for slot in naming.slots(13, 4).chain([Part::HeadWeight.of(7), Part::HeadBias.of(0)]) {
                assert_eq!(naming.slot(&naming.name(slot)), Some(slot), "{} {slot:?}", naming.library);
            }
        }
    }

    #[test]
    fn prefixes_are_stripped() -> Result<(), String> {
        for prefix in ["", "module.", "model.", "state_dict.", "state_dict.model.", "model_state_dict.module.", "_orig_mod."] {
            let names = find(&[&format!("{prefix}class_token"), &format!("{prefix}heads.head.weight")], &[], None)?;
            assert_eq!((names.prefix.as_str(), names.unexpected.len(), names.slots.len()), (prefix, 0, 2));
        }
        Ok(())
    }

    #[test]
    fn an_optimiser_beside_a_wrapped_network_is_left_alone() -> Result<(), String> {
        let optimiser = "optimizer.state.0.exp_avg";
        for prefix in ["state_dict.", "model.", "model.module."] {
            let names = find(&[&format!("{prefix}class_token"), optimiser], &["state_dict", "model", "optimizer"], None)?;
            assert!(names.unexpected.is_empty(), "{prefix}");
        }
        let names = find(&["module.class_token", optimiser], &[], None)?;
        assert_eq!(names.unexpected, [optimiser]);
        let names = find(&["model.module.class_token", "model.other", optimiser], &["model"], None)?;
        assert_eq!(names.unexpected, ["model.other"], "in the same dictionary as the network");
        Ok(())
    }

    #[test]
    fn versions_of_a_library_are_told_apart() -> Result<(), String> {
        let library = |name: &str| find(&["vit.embeddings.cls_token", name], &[], None).map(|names| names.naming.library);
        assert_eq!(library("vit.encoder.layer.0.output.dense.bias")?, "Hugging Face 4");
        assert_eq!(library("vit.layers.0.mlp.fc2.bias")?, "Hugging Face 5");
        Ok(())
    }

    #[test]
    fn a_convolutional_stem_has_a_table_of_its_own() -> Result<(), String> {
        let stem = ["class_token", "conv_proj.conv_bn_relu_0.0.weight", "conv_proj.conv_bn_relu_0.1.num_batches_tracked"];
        let names = find(&stem, &[], None)?;
        assert_eq!((names.naming.library, names.unexpected.len()), ("torchvision conv-stem", 0));
        assert_eq!(names.slots.get(&Part::StemNormBatches.of(0)).map(String::as_str), Some(stem[2]));
        assert_eq!(find(&["class_token", "conv_proj.weight"], &[], None)?.naming.library, "torchvision");
        assert_eq!(find(&["class_token"], &[], None)?.naming.library, "torchvision");
        Ok(())
    }

    #[test]
    fn heads_are_plain_or_stacked() {
        let slot = |name| torchvision::NAMING.slot(name);
        assert_eq!(slot("heads.head.weight"), Some(Part::HeadWeight.of(0)));
        assert_eq!(slot("heads.head.9.bias"), Some(Part::HeadBias.of(9)));
        assert_eq!(slot("heads.2.bias"), Some(Part::HeadBias.of(2)));
        assert_eq!(slot("heads.head.09.bias"), None);
        assert_eq!(slot("heads.head.9.running_mean"), None);
        assert_eq!(slot("heads.pre_logits.weight"), None);
    }

    #[test]
    fn what_is_no_vit_is_refused() {
        let error = find(&["conv1.weight", "fc.bias"], &[], None).map(|_| ());
        assert!(error.is_err_and(|error| error.contains("class_token (torchvision)") && error.contains("conv1.weight")));
    }

    #[test]
    fn which_of_two_networks_is_asked_for() -> Result<(), String> {
        let both = ["model.class_token", "model_ema.class_token"];
        let error = find(&both, &["model", "model_ema"], None).map(|_| ());
        assert!(error.is_err_and(|error| error.contains("--wrapper") && error.contains("\"model_ema\"")));
        let names = find(&both, &["model", "model_ema"], Some("model_ema"))?;
        assert_eq!((&*names.prefix, names.unexpected.len()), ("model_ema.", 0));
        assert!(find(&both, &[], Some("other")).is_err_and(|error| error.contains("under \"other\"")));
        Ok(())
    }
}
