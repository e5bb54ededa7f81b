//! Thrift's compact protocol, as far as the metadata of Parquet needs it.
//!
//! Source: <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.

/// A struct that is being written. Fields must come in ascending order of their numbers.
#[derive(Default)]
pub(super) struct Struct {
    bytes: Vec<u8>,
    last: u8,
}

impl Struct {
    fn field(&mut self, number: u8, kind: u8) {
        debug_assert!(number > self.last && number - self.last < 16);
        self.bytes.push((number - self.last) << 4 | kind);
        self.last = number;
    }

    pub(super) fn i32(mut self, number: u8, value: i32) -> Self {
        self.field(number, 5);
        varint(&mut self.bytes, zigzag(value.into()));
        self
    }

    pub(super) fn i64(mut self, number: u8, value: i64) -> Self {
        self.field(number, 6);
        varint(&mut self.bytes, zigzag(value));
        self
    }

    pub(super) fn text(mut self, number: u8, value: &str) -> Self {
        self.field(number, 8);
        binary(&mut self.bytes, value);
        self
    }

    pub(super) fn structure(mut self, number: u8, value: Self) -> Self {
        self.field(number, 12);
        self.bytes.extend(value.end());
        self
    }

    pub(super) fn structures(mut self, number: u8, values: Vec<Self>) -> Self {
        self.field(number, 9);
        list(&mut self.bytes, values.len(), 12);
        values.into_iter().for_each(|value| self.bytes.extend(value.end()));
        self
    }

    pub(super) fn texts(mut self, number: u8, values: &[&str]) -> Self {
        self.field(number, 9);
        list(&mut self.bytes, values.len(), 8);
        values.iter().for_each(|value| binary(&mut self.bytes, value));
        self
    }

    pub(super) fn i32s(mut self, number: u8, values: &[i32]) -> Self {
        self.field(number, 9);
        list(&mut self.bytes, values.len(), 5);
        values.iter().for_each(|&value| varint(&mut self.bytes, zigzag(value.into())));
        self
    }

    /// All of it.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }
}

fn list(bytes: &mut Vec<u8>, length: usize, kind: u8) {
    if length < 15 {
        bytes.push((length as u8) << 4 | kind);
    } else {
        bytes.push(0xf0 | kind);
        varint(bytes, length as u64);
    }
}

fn binary(bytes: &mut Vec<u8>, text: &str) {
    varint(bytes, text.len() as u64);
    bytes.extend(text.as_bytes());
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Seven bits per byte, the lowest first.
pub(super) fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::{Struct, varint, zigzag};

    #[test]
    fn numbers_are_short() {
        let mut bytes = Vec::new();
        varint(&mut bytes, 300);
        assert_eq!((bytes, zigzag(-1), zigzag(1), zigzag(0)), (vec![0xac, 2], 1, 2, 0));
        assert_eq!(Struct::default().i32(1, 1).text(4, "a").end(), [0x15, 2, 0x38, 1, b'a', 0]);
    }
}
