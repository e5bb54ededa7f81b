//! What the tensors of a checkpoint are called: one table per library, and the search for the table that fits.

mod torchvision;

use std::collections::BTreeMap;

use anyhow::{Context, bail};

/// Every table, in the order in which they are tried.
const NAMINGS: [&Naming; 1] = [&torchvision::NAMING];

/// Dictionaries that people wrap a state_dict in, and attributes that libraries put in front of its names.
const WRAPPERS: [&str; 5] = ["model", "model_ema", "model_state_dict", "module", "state_dict"];

/// How one library names the tensors of a ViT.
pub(crate) struct Naming {
    /// The library's name.
    pub(crate) library: &'static str,
    /// The ε of its LayerNorms, which no checkpoint tells.
    pub(crate) eps: f64,
    /// Names of all tensors but the head's; `{n}` stands for a block's number. Where a slot has several names, the first is today's.
    pub(crate) tensors: &'static [(&'static str, Slot)],
    /// What stands before `weight`, `bias` or `<n>.weight`, `<n>.bias` of the head.
    pub(crate) head: &'static str,
}

/// A place in the network that a tensor fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// Outside of the blocks.
    Class,
    Positions,
    PatchWeight,
    PatchBias,
    NormWeight,
    NormBias,
    /// Of block n.
    Norm1Weight(usize),
    Norm1Bias(usize),
    QkvWeight(usize),
    QkvBias(usize),
    OutWeight(usize),
    OutBias(usize),
    Norm2Weight(usize),
    Norm2Bias(usize),
    Mlp1Weight(usize),
    Mlp1Bias(usize),
    Mlp2Weight(usize),
    Mlp2Bias(usize),
    /// Of the head's layer with that number; a plain head's is 0.
    HeadWeight(usize),
    HeadBias(usize),
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

impl Slot {
    /// The same slot in block (or of layer) `n`.
    fn at(self, n: usize) -> Self {
        match self {
            Self::Class | Self::Positions | Self::PatchWeight | Self::PatchBias | Self::NormWeight | Self::NormBias => self,
            Self::Norm1Weight(_) => Self::Norm1Weight(n),
            Self::Norm1Bias(_) => Self::Norm1Bias(n),
            Self::QkvWeight(_) => Self::QkvWeight(n),
            Self::QkvBias(_) => Self::QkvBias(n),
            Self::OutWeight(_) => Self::OutWeight(n),
            Self::OutBias(_) => Self::OutBias(n),
            Self::Norm2Weight(_) => Self::Norm2Weight(n),
            Self::Norm2Bias(_) => Self::Norm2Bias(n),
            Self::Mlp1Weight(_) => Self::Mlp1Weight(n),
            Self::Mlp1Bias(_) => Self::Mlp1Bias(n),
            Self::Mlp2Weight(_) => Self::Mlp2Weight(n),
            Self::Mlp2Bias(_) => Self::Mlp2Bias(n),
            Self::HeadWeight(_) => Self::HeadWeight(n),
            Self::HeadBias(_) => Self::HeadBias(n),
        }
    }

    /// The number of the block that it belongs to.
    pub(crate) fn block(self) -> Option<usize> {
        match self {
            Self::Class | Self::Positions | Self::PatchWeight | Self::PatchBias | Self::NormWeight | Self::NormBias => None,
            Self::HeadWeight(_) | Self::HeadBias(_) => None,
            Self::Norm1Weight(n) | Self::Norm1Bias(n) | Self::QkvWeight(n) | Self::QkvBias(n) | Self::OutWeight(n) | Self::OutBias(n) => {
                Some(n)
            }
            Self::Norm2Weight(n) | Self::Norm2Bias(n) => Some(n),
            Self::Mlp1Weight(n) | Self::Mlp1Bias(n) | Self::Mlp2Weight(n) | Self::Mlp2Bias(n) => Some(n),
        }
    }
}

impl Naming {
    /// The slots outside of the blocks and of every one of `depth` blocks, without the head's.
    pub(crate) fn slots(&self, depth: usize) -> impl Iterator<Item = Slot> {
        let of = move |slot: Slot| (0..if slot.block().is_some() { depth } else { 1 }).map(move |n| slot.at(n));
        self.tensors.iter().flat_map(move |&(_, slot)| of(slot))
    }

    /// Today's name of the tensor in a slot, without prefix.
    pub(crate) fn name(&self, slot: Slot) -> String {
        match slot {
            Slot::HeadWeight(n) => format!("{}{n}.weight", self.head),
            Slot::HeadBias(n) => format!("{}{n}.bias", self.head),
            _ => {
                let n = slot.block().unwrap_or(0);
                let row = self.tensors.iter().find(|(_, candidate)| candidate.at(n) == slot);
                row.map_or_else(|| format!("{slot:?}"), |(pattern, _)| pattern.replace("{n}", &n.to_string()))
            }
        }
    }

    /// The slot of a name without prefix.
    fn slot(&self, name: &str) -> Option<Slot> {
        if let Some(rest) = name.strip_prefix(self.head) {
            let (layer, what) = rest.split_once('.').unwrap_or(("0", rest));
            return match (number(layer)?, what) {
                (n, "weight") => Some(Slot::HeadWeight(n)),
                (n, "bias") => Some(Slot::HeadBias(n)),
                _ => None,
            };
        }
        self.tensors.iter().find_map(|(pattern, slot)| match pattern.split_once("{n}") {
            None => (*pattern == name).then_some(*slot),
            Some((before, after)) => Some(slot.at(number(name.strip_prefix(before)?.strip_suffix(after)?)?)),
        })
    }

    /// The name that every checkpoint of this library holds once, whatever its shape.
    fn anchor(&self) -> &'static str {
        self.tensors.iter().find(|(_, slot)| *slot == Slot::Class).map_or("", |(name, _)| name)
    }
}

/// A canonical number: digits only, no leading zeros, so that no two names mean the same block.
fn number(digits: &str) -> Option<usize> {
    let canonical = digits == "0" || (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits.parse().ok().filter(|_| canonical)
}

impl Names {
    /// Finds the table and the prefix that fit.
    pub(crate) fn find<'a>(names: impl Iterator<Item = &'a String> + Clone) -> anyhow::Result<Self> {
        let found: Vec<(&'static Naming, &str)> = NAMINGS
            .iter()
            .flat_map(|naming| names.clone().filter_map(|name| Some((*naming, prefix(name.strip_suffix(naming.anchor())?)?))))
            .collect();
        let [(naming, prefix)] = found[..] else {
            if let [(_, first), (_, second), ..] = found[..] {
                bail!("two networks in one file, under {first:?} and under {second:?}: save the one that is meant on its own");
            }
            let anchors = NAMINGS.iter().map(|naming| format!("{} ({})", naming.anchor(), naming.library)).collect::<Vec<_>>().join(", ");
            let first = names.clone().next().map_or("none", String::as_str);
            bail!("this is no Vision Transformer with a class token: no tensor is called {anchors}; the first one is {first}");
        };
        let mut these = Self { naming, prefix: prefix.to_owned(), slots: BTreeMap::new(), unexpected: Vec::new() };
        for name in names {
            match name.strip_prefix(prefix) {
                Some(rest) => match naming.slot(rest) {
                    Some(slot) => {
                        if let Some(other) = these.slots.insert(slot, name.clone()) {
                            bail!("tensors {other} and {name} both fill the same place");
                        }
                    }
                    None => these.unexpected.push(name.clone()),
                },
                // Beside a wrapped state_dict lie optimisers and counters; beside names with a mere attribute in front lies nothing.
                None if prefix.split('.').any(|part| part.contains("state_dict") || part == "model_ema") => {}
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
        match slot {
            // Only the file itself tells whether a head is plain or stacked.
            Slot::HeadBias(n) => match self.slots.get(&Slot::HeadWeight(n)).and_then(|weight| weight.strip_suffix("weight")) {
                Some(layer) => format!("{layer}bias"),
                None => format!("{}{}bias", self.prefix, self.naming.head),
            },
            Slot::HeadWeight(_) => format!("{}{}weight", self.prefix, self.naming.head),
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

    fn find(names: &[&str]) -> Result<Names, String> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        Names::find(names.iter()).map_err(|error| error.to_string())
    }

    #[test]
    fn every_slot_has_a_name_and_back() {
        for naming in NAMINGS {
            for slot in naming.slots(13).chain([Slot::HeadWeight(7), Slot::HeadBias(0)]) {
                assert_eq!(naming.slot(&naming.name(slot)), Some(slot), "{} {slot:?}", naming.library);
            }
        }
    }

    #[test]
    fn prefixes_are_stripped() -> Result<(), String> {
        for prefix in ["", "module.", "model.", "state_dict.", "state_dict.model.", "model_state_dict.module."] {
            let names = find(&[&format!("{prefix}class_token"), &format!("{prefix}heads.head.weight")])?;
            assert_eq!((names.prefix.as_str(), names.unexpected.len(), names.slots.len()), (prefix, 0, 2));
        }
        Ok(())
    }

    #[test]
    fn an_optimiser_beside_a_wrapped_network_is_left_alone() -> Result<(), String> {
        let names = find(&["state_dict.class_token", "optimizer.state.0.exp_avg"])?;
        assert!(names.unexpected.is_empty());
        let names = find(&["module.class_token", "optimizer.state.0.exp_avg"])?;
        assert_eq!(names.unexpected, ["optimizer.state.0.exp_avg"]);
        Ok(())
    }

    #[test]
    fn heads_are_plain_or_stacked() {
        let slot = |name| torchvision::NAMING.slot(name);
        assert_eq!(slot("heads.head.weight"), Some(Slot::HeadWeight(0)));
        assert_eq!(slot("heads.head.9.bias"), Some(Slot::HeadBias(9)));
        assert_eq!(slot("heads.head.09.bias"), None);
        assert_eq!(slot("heads.head.9.running_mean"), None);
        assert_eq!(slot("heads.pre_logits.weight"), None);
    }

    #[test]
    fn what_is_no_vit_is_refused() {
        let error = find(&["conv1.weight", "fc.bias"]).map(|_| ());
        assert!(error.is_err_and(|error| error.contains("class_token (torchvision)") && error.contains("conv1.weight")));
        let error = find(&["model.class_token", "model_ema.class_token"]).map(|_| ());
        assert!(error.is_err_and(|error| error.contains("two networks")));
    }
}
