//! The few calls that are interpreted: what each of them *means* is built here from its arguments. No other call has an effect.

use anyhow::{Context, bail, ensure};

use super::super::numbers::DType;
use super::globals::dtype;
use super::{Globals, Record, Ref, Role, Storage, Tensor, Unpickler, Value};

/// Arguments of a call. No known callable takes more than ten, and copying them must stay cheap however often a pickle repeats itself.
pub(super) const MAX_ARGUMENTS: usize = 64;
/// Axes of a tensor; a ViT's have four.
const MAX_AXES: usize = 8;
/// Length of a storage's key, bytes; real ones are numbers.
const MAX_KEY: usize = 256;

/// `callable(*arguments)`: interpreted where the callable is known, and otherwise noted and left undone.
pub(super) fn call(to: &mut Unpickler, callable: Ref, arguments: &[Ref]) -> anyhow::Result<Value> {
    match to.heap.get(callable) {
        Value::Global(number) => named(to, *number, arguments),
        // An object of a known or unknown class is called, a `functools.partial` for example.
        Value::Record(record) => {
            let class = record.class;
            to.globals.want(class, Role::Called);
            Ok(Value::Nothing)
        }
        // What a refused call would have given is called in turn: it has no name.
        _ => Ok(Value::Nothing),
    }
}

fn named(to: &mut Unpickler, number: usize, arguments: &[Ref]) -> anyhow::Result<Value> {
    let name = to.globals.name(number).to_owned();
    let argument = |at: usize| arguments.get(at).copied().with_context(|| format!("{name} has too few arguments"));
    match &*name {
        "collections.OrderedDict" => {
            // Python 2 passed the pairs as an argument.
            let given = elements(to, arguments.first())?;
            let pair = |&pair: &Ref| match to.heap.sequence(pair) {
                Some(&[key, value]) => Ok((key, value)),
                _ => bail!("an item of an OrderedDict is no pair"),
            };
            Ok(Value::Dict(given.iter().map(pair).collect::<anyhow::Result<_>>()?))
        }
        "builtins.set" | "builtins.frozenset" | "__builtin__.set" | "__builtin__.frozenset" => {
            Ok(Value::Set(elements(to, arguments.first())?))
        }
        "torch.Size" => Ok(Value::Tuple(elements(to, arguments.first())?)),
        // Where a tensor was when it was saved does not matter.
        "torch.device" => Ok(Value::Nothing),
        "functools.partial" => Ok(record(number)),
        "torch._utils._rebuild_tensor" | "torch._utils._rebuild_tensor_v2" => tensor(to, arguments, None),
        "torch._utils._rebuild_tensor_v3" => {
            let Value::Global(number) = to.heap.get(argument(6)?) else { bail!("{name} names no number format") };
            let format = to.globals.name(*number);
            tensor(to, arguments, Some(dtype(format).with_context(|| format!("number format {format} is not read"))?))
        }
        "torch._utils._rebuild_parameter" | "torch._utils._rebuild_parameter_with_state" | "torch.nn.parameter.Parameter" => {
            copied(to, argument(0)?)
        }
        // (function, class, its arguments, state): a tensor with attributes of its own.
        "torch._tensor._rebuild_from_type_v2" => {
            let (function, inner) = (argument(0)?, argument(2)?);
            let Value::Global(inner_number) = *to.heap.get(function) else { return Ok(Value::Nothing) };
            ensure!(to.globals.name(inner_number) != name, "{name} names itself");
            let arguments = to.heap.sequence(inner).filter(|arguments| arguments.len() <= MAX_ARGUMENTS);
            let arguments = arguments.with_context(|| format!("{name} has no arguments for another"))?.to_vec();
            named(to, inner_number, &arguments)
        }
        // (class, base, state): how protocols 0 and 1 make an object.
        "copyreg._reconstructor" | "copy_reg._reconstructor" => {
            to.globals.want(number, Role::Class);
            instance(to, argument(0)?)
        }
        name if Globals::is_enumeration(name) => {
            to.globals.want(number, Role::Class);
            Ok(Value::Nothing)
        }
        _ => {
            to.globals.want(number, Role::Called);
            Ok(Value::Nothing)
        }
    }
}

/// A copy of a list or tuple, which counts: a short pickle may ask for it again and again.
fn elements(to: &mut Unpickler, list: Option<&Ref>) -> anyhow::Result<Vec<Ref>> {
    let elements = list.and_then(|&list| to.heap.sequence(list)).unwrap_or_default().to_vec();
    to.heap.charge(elements.len())?;
    Ok(elements)
}

/// An object of a class: opaque, but it can be given a state.
pub(super) fn instance(to: &mut Unpickler, class: Ref) -> anyhow::Result<Value> {
    let Value::Global(number) = *to.heap.get(class) else { return Ok(Value::Nothing) };
    match to.globals.name(number) {
        "collections.OrderedDict" => Ok(Value::Dict(Vec::new())),
        "builtins.set" | "__builtin__.set" => Ok(Value::Set(Vec::new())),
        _ => {
            to.globals.want(number, Role::Class);
            Ok(record(number))
        }
    }
}

fn record(class: usize) -> Value {
    Value::Record(Box::new(Record { class, state: None, items: Vec::new() }))
}

/// A parameter is the tensor that it was made of.
fn copied(to: &Unpickler, data: Ref) -> anyhow::Result<Value> {
    match to.heap.get(data) {
        Value::Tensor(tensor) => Ok(Value::Tensor(tensor.clone())),
        Value::Nothing => Ok(Value::Nothing),
        _ => bail!("a parameter is made of what is no tensor"),
    }
}

/// (storage, offset, shape, strides, …). Wrong numbers are told when the tensor's name is known.
fn tensor(to: &Unpickler, arguments: &[Ref], dtype: Option<DType>) -> anyhow::Result<Value> {
    let &[storage, offset, shape, strides, ..] = arguments else { bail!("a tensor has too few arguments") };
    let Value::Storage(storage) = to.heap.get(storage) else { bail!("a tensor lies in what is no storage") };
    let dtype = dtype.or(storage.dtype).context("a tensor's number format is not told")?;
    let naturals = |list: Ref| -> Option<Vec<u64>> {
        to.heap.sequence(list).filter(|numbers| numbers.len() <= MAX_AXES)?.iter().map(|&number| to.heap.natural(number)).collect()
    };
    let mut tensor = Tensor { storage: storage.key.clone(), dtype, offset: 0, shape: Vec::new(), strides: Vec::new(), problem: None };
    match (naturals(shape), naturals(strides), to.heap.natural(offset)) {
        (Some(shape), Some(strides), Some(offset)) if shape.len() == strides.len() => {
            tensor.shape = shape.iter().map(|&extent| usize::try_from(extent)).collect::<Result<_, _>>()?;
            (tensor.strides, tensor.offset) = (strides, offset);
        }
        _ => tensor.problem = Some(format!("its extents, strides and offset are not at most {MAX_AXES}, as many, and natural numbers")),
    }
    Ok(Value::Tensor(Box::new(tensor)))
}

/// BINPERSID: `("storage", type, key, location, length)` in ZIP files, one more in legacy streams.
pub(super) fn persistent(to: &mut Unpickler, id: Ref) -> anyhow::Result<Value> {
    let Value::Tuple(parts) = to.heap.get(id) else { bail!("a persistent id is no tuple") };
    match (parts.first().and_then(|&word| to.heap.text(word)), &parts[..]) {
        (Some("storage"), &[_, class, key, _, elements, ..]) => {
            if let Some(&view) = parts.get(5) {
                ensure!(matches!(to.heap.get(view), Value::Nothing), "its storages are views of others: save it again with a newer torch");
            }
            let Value::Global(number) = *to.heap.get(class) else { bail!("a storage has no type") };
            let name = to.globals.name(number);
            let dtype = DType::of_storage(name);
            ensure!(dtype.is_some() || name == "torch.storage.UntypedStorage", "storages of the type {name} are not read");
            let key = to.heap.text(key).filter(|key| key.len() <= MAX_KEY).context("a storage's key is no short text")?.to_owned();
            let elements = to.heap.natural(elements).context("a storage's length is no natural number")?;
            Ok(Value::Storage(Box::new(Storage { key, dtype, elements })))
        }
        // Legacy streams wrap the classes of modules like this, with their source code beside.
        (Some("module"), &[_, class, ..]) => match *to.heap.get(class) {
            Value::Global(number) => Ok(Value::Global(number)),
            _ => bail!("a module has no class"),
        },
        _ => bail!("it refers to something that is neither storage nor module"),
    }
}
