//! Reads Python pickles, protocols 0 to 5, without Python: the opcodes build plain data, and nothing is imported or executed.
//!
//! A pickle is a program for a stack machine ("Lib/pickletools.py" of CPython documents every opcode). What it can do besides building
//! lists and dicts is to name a *global*, a class or function of any module, and to call it. Here a global is a name; a call is
//! interpreted if the name is on the allow-list of [`globals`], and otherwise yields nothing and is reported. Objects of unknown classes
//! become records whose state can be walked.

mod call;
mod cursor;
mod globals;
mod value;

use std::collections::HashMap;

use anyhow::{Context, bail, ensure};

use cursor::Cursor;
pub(crate) use globals::{Global, Globals, Role};
pub(crate) use value::{Heap, Record, Ref, Storage, Tensor, Value};

/// The largest pickle that is read; a ViT's has 30 kB, with an optimiser 100 kB.
pub(super) const MAX_PICKLE: u64 = 64 << 20;

/// What the pickles of a file have said so far.
#[derive(Default)]
pub(crate) struct Unpickler {
    pub(crate) heap: Heap,
    pub(crate) globals: Globals,
}

/// The machine that runs one pickle.
struct Machine<'a> {
    to: &'a mut Unpickler,
    stack: Vec<Ref>,
    /// Heights of the stack at the open marks.
    marks: Vec<usize>,
    memo: HashMap<u32, Ref>,
}

impl Unpickler {
    /// Reads one pickle from the start of `bytes`: its value, and how many bytes it took.
    pub(crate) fn load(&mut self, bytes: &[u8]) -> anyhow::Result<(Ref, usize)> {
        let mut cursor = Cursor::new(bytes);
        let mut machine = Machine { to: self, stack: Vec::new(), marks: Vec::new(), memo: HashMap::new() };
        loop {
            let at = cursor.at();
            match machine.step(&mut cursor) {
                Ok(None) => {}
                Ok(Some(root)) => return Ok((root, cursor.at())),
                Err(error) => return Err(error.context(format!("byte {at} of the pickle"))),
            }
        }
    }
}

impl Machine<'_> {
    /// Runs one opcode; the value of the pickle when it was the last one.
    fn step(&mut self, cursor: &mut Cursor) -> anyhow::Result<Option<Ref>> {
        let opcode = cursor.byte()?;
        match opcode {
            // PROTO, FRAME: how the bytes are cut does not change what they say.
            0x80 => ensure!(cursor.byte()? <= 5, "its protocol is newer than 5"),
            0x95 => drop(cursor.u64()?),
            b'.' => return self.pop().map(Some),
            b'(' => self.marks.push(self.stack.len()),
            b'0' => self.discard()?,
            b'1' => drop(self.pop_mark()?),
            b'2' => self.stack.push(self.top()?),
            b'N' => self.push(Value::Nothing)?,
            0x88 => self.push(Value::Bool(true))?,
            0x89 => self.push(Value::Bool(false))?,
            b'I' => self.push(decimal(cursor.line()?)?)?,
            b'L' => self.push(decimal(cursor.line()?.trim_end_matches('L'))?)?,
            b'J' => self.push(Value::Int(cursor.i32()?.into()))?,
            b'K' => self.push(Value::Int(cursor.byte()?.into()))?,
            b'M' => self.push(Value::Int(cursor.u16()?.into()))?,
            0x8a => {
                let length = cursor.byte()?;
                self.push(long(cursor.take(length.into())?))?;
            }
            0x8b => {
                let length = cursor.u32()?;
                self.push(long(cursor.take(length.into())?))?;
            }
            b'F' => self.push(Value::Float(cursor.line()?.trim().parse().context("a number is none")?))?,
            b'G' => self.push(Value::Float(f64::from_be_bytes(cursor.array()?)))?,
            b'S' | b'V' => {
                let line = cursor.line()?;
                // Python would take it for an escape; torch.save never writes a name like that.
                ensure!(!line.contains('\\'), "a text has a backslash");
                let quoted = |quote| line.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
                self.push_text(quoted('\'').or_else(|| quoted('"')).unwrap_or(line))?;
            }
            b'T' => {
                let length = cursor.u32()?;
                self.old_text(cursor.take(length.into())?)?;
            }
            b'U' => {
                let length = cursor.byte()?;
                self.old_text(cursor.take(length.into())?)?;
            }
            b'X' => {
                let length = cursor.u32()?;
                self.push_text(cursor.text(length.into())?)?;
            }
            0x8c => {
                let length = cursor.byte()?;
                self.push_text(cursor.text(length.into())?)?;
            }
            0x8d => {
                let length = cursor.u64()?;
                self.push_text(cursor.text(length)?)?;
            }
            // Bytes, in four lengths: weights are never among them.
            b'B' | b'C' | 0x8e | 0x96 => {
                let length = match opcode {
                    b'B' => cursor.u32()?.into(),
                    b'C' => cursor.byte()?.into(),
                    _ => cursor.u64()?,
                };
                cursor.take(length)?;
                self.push(Value::Nothing)?;
            }
            b']' => self.push(Value::List(Vec::new()))?,
            b')' => self.push(Value::Tuple(Vec::new()))?,
            b'}' => self.push(Value::Dict(Vec::new()))?,
            0x8f => self.push(Value::Set(Vec::new()))?,
            b'l' => {
                let elements = self.pop_mark()?;
                self.push(Value::List(elements))?;
            }
            b't' => {
                let elements = self.pop_mark()?;
                self.push(Value::Tuple(elements))?;
            }
            0x85..=0x87 => {
                let elements = self.pop_many(usize::from(opcode - 0x84))?;
                self.push(Value::Tuple(elements))?;
            }
            b'd' => {
                let pairs = pairs(self.pop_mark()?)?;
                self.push(Value::Dict(pairs))?;
            }
            0x91 => {
                let elements = self.pop_mark()?;
                self.push(Value::Set(elements))?;
            }
            b'a' => {
                let element = self.pop_many(1)?;
                self.extend(element)?;
            }
            b'e' | 0x90 => {
                let elements = self.pop_mark()?;
                self.extend(elements)?;
            }
            b's' => {
                let pair = self.pop_many(2)?;
                self.set_items(pair)?;
            }
            b'u' => {
                let pairs = self.pop_mark()?;
                self.set_items(pairs)?;
            }
            b'g' => self.recall(cursor.line()?.parse().context("a memo number is none")?)?,
            b'h' => self.recall(cursor.byte()?.into())?,
            b'j' => self.recall(cursor.u32()?)?,
            b'p' => self.memoise(cursor.line()?.parse().context("a memo number is none")?)?,
            b'q' => self.memoise(cursor.byte()?.into())?,
            b'r' => self.memoise(cursor.u32()?)?,
            0x94 => self.memoise(self.memo.len() as u32)?,
            b'c' => {
                let (module, name) = (cursor.line()?, cursor.line()?);
                self.push_global(module, name)?;
            }
            0x93 => {
                let parts = self.pop_many(2)?;
                let text = |at: usize| self.to.heap.text(parts[at]).map(str::to_owned).context("the name of a global is no text");
                let (module, name) = (text(0)?, text(1)?);
                self.push_global(&module, &name)?;
            }
            b'R' => {
                let parts = self.pop_many(2)?;
                let arguments = match self.to.heap.get(parts[1]) {
                    Value::Tuple(arguments) if arguments.len() <= call::MAX_ARGUMENTS => arguments.clone(),
                    _ => bail!("the arguments of a call are no tuple of at most {}", call::MAX_ARGUMENTS),
                };
                self.call(parts[0], arguments)?;
            }
            // INST and OBJ call their class, or whatever stands in its place.
            b'i' => {
                let (module, name) = (cursor.line()?, cursor.line()?);
                let arguments = self.pop_mark()?;
                self.push_global(module, name)?;
                let class = self.pop()?;
                self.call(class, arguments)?;
            }
            b'o' => {
                let mut arguments = self.pop_mark()?.into_iter();
                let class = arguments.next().context("an object without a class")?;
                self.call(class, arguments.collect())?;
            }
            // NEWOBJ and NEWOBJ_EX make an object without calling its class.
            0x81 => {
                let class = self.pop_many(2)?[0];
                self.instance(class)?;
            }
            0x92 => {
                let class = self.pop_many(3)?[0];
                self.instance(class)?;
            }
            b'b' => {
                let parts = self.pop_many(2)?;
                match self.to.heap.get_mut(parts[0]) {
                    Value::Record(record) => record.state = Some(parts[1]),
                    // PyTorch would let the state say which numbers the tensor has.
                    Value::Tensor(_) | Value::Storage(_) => bail!("a tensor is given a state after it was made"),
                    // An OrderedDict's `_metadata`, and what became nothing.
                    _ => {}
                }
                self.stack.push(parts[0]);
            }
            b'Q' => {
                let id = self.pop()?;
                let value = call::persistent(self.to, id)?;
                self.push(value)?;
            }
            b'P' => bail!("it refers to something outside of the file, {:?}", cursor.line()?),
            0x82..=0x84 => bail!("it uses an extension registry, which only the program that wrote it has"),
            0x97 | 0x98 => bail!("its buffers are kept outside of the file"),
            other => bail!("there is no opcode {other:#04x}"),
        }
        Ok(None)
    }

    fn push(&mut self, value: Value) -> anyhow::Result<()> {
        let reference = self.to.heap.add(value)?;
        self.stack.push(reference);
        Ok(())
    }

    fn push_text(&mut self, text: &str) -> anyhow::Result<()> {
        self.push(Value::Text(text.into()))
    }

    /// A string of Python 2, whose bytes may be anything.
    fn old_text(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.push(std::str::from_utf8(bytes).map_or(Value::Nothing, |text| Value::Text(text.into())))
    }

    fn push_global(&mut self, module: &str, name: &str) -> anyhow::Result<()> {
        let number = self.to.globals.mention(module, name).context("it names too many globals, or one that is no name")?;
        self.push(Value::Global(number))
    }

    fn call(&mut self, callable: Ref, arguments: Vec<Ref>) -> anyhow::Result<()> {
        let value = call::call(self.to, callable, &arguments)?;
        self.push(value)
    }

    /// An object of a class, which stays opaque.
    fn instance(&mut self, class: Ref) -> anyhow::Result<()> {
        let value = call::instance(self.to, class)?;
        self.push(value)
    }

    /// Elements may only be taken down to the last open mark.
    fn floor(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    fn top(&self) -> anyhow::Result<Ref> {
        ensure!(self.stack.len() > self.floor(), "the stack is empty");
        self.stack.last().copied().context("the stack is empty")
    }

    fn pop(&mut self) -> anyhow::Result<Ref> {
        let top = self.top()?;
        self.stack.pop();
        Ok(top)
    }

    /// POP takes a mark where nothing lies above it.
    fn discard(&mut self) -> anyhow::Result<()> {
        if self.stack.len() > self.floor() {
            self.stack.pop();
            return Ok(());
        }
        self.marks.pop().map(drop).context("the stack is empty")
    }

    fn pop_many(&mut self, count: usize) -> anyhow::Result<Vec<Ref>> {
        ensure!(self.stack.len() >= self.floor() + count, "the stack is empty");
        Ok(self.stack.split_off(self.stack.len() - count))
    }

    fn pop_mark(&mut self) -> anyhow::Result<Vec<Ref>> {
        let height = self.marks.pop().context("there is no mark on the stack")?;
        Ok(self.stack.split_off(height))
    }

    /// Puts elements into the list or set on the stack.
    fn extend(&mut self, elements: Vec<Ref>) -> anyhow::Result<()> {
        match self.to.heap.get_mut(self.top()?) {
            Value::List(list) | Value::Set(list) => list.extend(elements),
            Value::Record(_) | Value::Nothing => {}
            _ => bail!("something is appended to what is no list"),
        }
        Ok(())
    }

    /// Puts keys and values into the dict on the stack.
    fn set_items(&mut self, flat: Vec<Ref>) -> anyhow::Result<()> {
        let pairs = pairs(flat)?;
        match self.to.heap.get_mut(self.top()?) {
            Value::Dict(dict) => dict.extend(pairs),
            Value::Record(record) => record.items.extend(pairs),
            Value::Nothing => {}
            _ => bail!("an item is set in what is no dict"),
        }
        Ok(())
    }

    fn recall(&mut self, number: u32) -> anyhow::Result<()> {
        self.stack.push(*self.memo.get(&number).with_context(|| format!("nothing was remembered under {number}"))?);
        Ok(())
    }

    fn memoise(&mut self, number: u32) -> anyhow::Result<()> {
        self.to.heap.charge(1)?;
        self.memo.insert(number, self.top()?);
        Ok(())
    }
}

/// Key, value, key, value …
fn pairs(flat: Vec<Ref>) -> anyhow::Result<Vec<(Ref, Ref)>> {
    ensure!(flat.len().is_multiple_of(2), "a key has no value");
    Ok(flat.as_chunks::<2>().0.iter().map(|&[key, value]| (key, value)).collect())
}

/// Little-endian two's complement of any length.
fn long(bytes: &[u8]) -> Value {
    if bytes.len() > 8 {
        return Value::Nothing;
    }
    let negative = bytes.last().is_some_and(|byte| byte & 0x80 != 0);
    let mut wide = [if negative { 0xff } else { 0 }; 8];
    wide[..bytes.len()].copy_from_slice(bytes);
    Value::Int(i64::from_le_bytes(wide))
}

/// Protocol 0 writes booleans as 00 and 01.
fn decimal(digits: &str) -> anyhow::Result<Value> {
    match digits.trim() {
        "00" => Ok(Value::Bool(false)),
        "01" => Ok(Value::Bool(true)),
        digits => {
            let plain = digits.strip_prefix('-').unwrap_or(digits);
            ensure!(!plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit()), "a number is none");
            Ok(digits.parse().map_or(Value::Nothing, Value::Int))
        }
    }
}
