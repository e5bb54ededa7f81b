//! What a pickle holds once it is read: plain data, tensors' places, and records of what we do not know.
//!
//! Values live in one table and refer to each other by number: nothing nests in memory, so neither a cycle nor a hundred thousand
//! nested tuples can hurt whoever drops or walks them.

use anyhow::ensure;

use super::super::numbers::DType;

/// Values of one file. A ViT-B/16 with its optimiser has about 20,000; protection against hostile files.
const MAX_VALUES: usize = 4_000_000;

/// The number of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Ref(u32);

/// A value.
#[derive(Debug)]
pub(crate) enum Value {
    /// Python's `None`, and everything that a network's weights cannot be made of: huge integers, bytes, slots of records.
    Nothing,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Box<str>),
    List(Vec<Ref>),
    Tuple(Vec<Ref>),
    Set(Vec<Ref>),
    Dict(Vec<(Ref, Ref)>),
    /// A name that a pickle mentions: a class, a function. Index into [`super::Globals`].
    Global(usize),
    Storage(Box<Storage>),
    Tensor(Box<Tensor>),
    /// An object of a class that is not interpreted; index of the class.
    Record(Box<Record>),
}

/// A run of numbers somewhere in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Storage {
    /// Its name in the file.
    pub(crate) key: String,
    /// Its number format; `None` where only the tensors tell (untyped storages, whose length counts bytes).
    pub(crate) dtype: Option<DType>,
    /// Its length.
    pub(crate) elements: u64,
}

/// A view of a storage.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tensor {
    /// Where its numbers lie.
    pub(crate) storage: String,
    /// Its number format.
    pub(crate) dtype: DType,
    /// Index of its first number in the storage.
    pub(crate) offset: u64,
    /// Extents, outermost first.
    pub(crate) shape: Vec<usize>,
    /// Distance between neighbours along each axis.
    pub(crate) strides: Vec<u64>,
    /// What is wrong with it, told once its name is known.
    pub(crate) problem: Option<String>,
}

/// An opaque object: its class and the state that unpickling would have given it.
#[derive(Debug)]
pub(crate) struct Record {
    /// Index of the class into [`super::Globals`].
    pub(crate) class: usize,
    /// What it was built with, e.g. its `__dict__`.
    pub(crate) state: Option<Ref>,
    /// What was put into it, where the class extends `dict`.
    pub(crate) items: Vec<(Ref, Ref)>,
}

/// All values of a file.
#[derive(Default)]
pub(crate) struct Heap {
    values: Vec<Value>,
    /// What is kept beside the values, e.g. memo entries.
    extra: usize,
}

impl Heap {
    /// Keeps a value.
    pub(crate) fn add(&mut self, value: Value) -> anyhow::Result<Ref> {
        self.budget()?;
        self.values.push(value);
        Ok(Ref((self.values.len() - 1) as u32))
    }

    /// Counts what is kept beside the values: memo entries, copies of lists.
    pub(crate) fn charge(&mut self, count: usize) -> anyhow::Result<()> {
        self.extra = self.extra.saturating_add(count);
        self.budget()
    }

    fn budget(&self) -> anyhow::Result<()> {
        ensure!(
            self.values.len().saturating_add(self.extra) < MAX_VALUES,
            "it holds over {MAX_VALUES} values: no network's checkpoint does"
        );
        Ok(())
    }

    pub(crate) fn get(&self, reference: Ref) -> &Value {
        &self.values[reference.0 as usize]
    }

    pub(crate) fn get_mut(&mut self, reference: Ref) -> &mut Value {
        &mut self.values[reference.0 as usize]
    }

    /// Every storage that was mentioned.
    pub(crate) fn storages(&self) -> impl Iterator<Item = &Storage> {
        self.values.iter().filter_map(|value| if let Value::Storage(storage) = value { Some(&**storage) } else { None })
    }

    /// The text of a value, if it is one.
    pub(crate) fn text(&self, reference: Ref) -> Option<&str> {
        if let Value::Text(text) = self.get(reference) { Some(text) } else { None }
    }

    /// The number of a value, if it is a whole one and not negative.
    pub(crate) fn natural(&self, reference: Ref) -> Option<u64> {
        if let Value::Int(number) = self.get(reference) { u64::try_from(*number).ok() } else { None }
    }

    /// The elements of a list or tuple.
    pub(crate) fn sequence(&self, reference: Ref) -> Option<&[Ref]> {
        match self.get(reference) {
            Value::List(elements) | Value::Tuple(elements) => Some(elements),
            _ => None,
        }
    }

    /// The pairs of a dict.
    pub(crate) fn dict(&self, reference: Ref) -> Option<&[(Ref, Ref)]> {
        if let Value::Dict(pairs) = self.get(reference) { Some(pairs) } else { None }
    }

    /// What a dict holds under a text.
    pub(crate) fn entry(&self, pairs: &[(Ref, Ref)], key: &str) -> Option<Ref> {
        pairs.iter().rev().find(|(name, _)| self.text(*name) == Some(key)).map(|(_, value)| *value)
    }
}
