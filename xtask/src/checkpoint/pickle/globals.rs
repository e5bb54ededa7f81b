//! The names that a pickle mentions, and what was made of each.

use std::collections::BTreeMap;

/// Every name in a file, in the order of their first mention.
#[derive(Default)]
pub(crate) struct Globals {
    list: Vec<Global>,
    index: BTreeMap<String, usize>,
}

/// A class or function that a pickle names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Global {
    /// `module.name`.
    pub(crate) name: String,
    /// The most that the pickle wanted of it.
    pub(crate) role: Role,
}

/// What a pickle wants of a global. Nothing of it is ever done; known names are interpreted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// On the allow-list.
    Known,
    /// Mentioned as a value: a function that an object remembers, a class.
    Value,
    /// The class of an opaque record.
    Class,
    /// To be called, and it is not on the allow-list.
    Called,
}

/// Callables that are interpreted, and types that describe tensors: everything that `torch.save` writes for a state_dict.
const KNOWN: &[&str] = &[
    "__builtin__.frozenset",
    "__builtin__.set",
    "builtins.frozenset",
    "builtins.set",
    "collections.OrderedDict",
    "functools.partial",
    "torch.Size",
    "torch._tensor._rebuild_from_type_v2",
    "torch._utils._rebuild_parameter",
    "torch._utils._rebuild_parameter_with_state",
    "torch._utils._rebuild_tensor",
    "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_tensor_v3",
    "torch.device",
    "torch.nn.parameter.Parameter",
    "torch.storage.UntypedStorage",
];

/// Enumerations that pickled networks hold, which Python pickles as calls: a word in an object, and opaque like it.
const ENUMERATIONS: &[&str] = &["timm.layers.format.Format"];

/// Names of one file; a real one has a few dozen. Protection against hostile files.
const MAX_GLOBALS: usize = 10_000;
/// Length of a name, bytes.
const MAX_NAME: usize = 512;

impl Globals {
    /// The number of a global; `None` when a file names absurdly many, or an absurdly long one.
    pub(super) fn mention(&mut self, module: &str, name: &str) -> Option<usize> {
        let name = format!("{module}.{name}");
        if let Some(&known) = self.index.get(&name) {
            return Some(known);
        }
        if self.list.len() >= MAX_GLOBALS || name.len() > MAX_NAME {
            return None;
        }
        let number = self.list.len();
        let known = KNOWN.contains(&&*name) || super::super::numbers::DType::of_storage(&name).is_some() || dtype(&name).is_some();
        self.index.insert(name.clone(), number);
        self.list.push(Global { name, role: if known { Role::Known } else { Role::Value } });
        Some(number)
    }

    pub(super) fn name(&self, number: usize) -> &str {
        &self.list[number].name
    }

    /// Notes that more is wanted of a global than before.
    pub(super) fn want(&mut self, number: usize, role: Role) {
        let global = &mut self.list[number];
        if global.role != Role::Known || role == Role::Called {
            global.role = global.role.max(role);
        }
    }

    /// Whether a name is that of an enumeration that may be "called".
    pub(super) fn is_enumeration(name: &str) -> bool {
        ENUMERATIONS.contains(&name)
    }

    /// All of them.
    pub(crate) fn list(&self) -> &[Global] {
        &self.list
    }
}

/// `torch.float16` and its like, as values.
pub(super) fn dtype(name: &str) -> Option<super::super::numbers::DType> {
    super::super::numbers::DType::of_torch(name.strip_prefix("torch.")?)
}
