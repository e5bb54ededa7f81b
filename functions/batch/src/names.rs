//! File names as text: recoverable, and harmless on a terminal.
//!
//! Most names are themselves. Names that are not UTF-8, that hold control characters, or that could be mistaken for the result of this
//! very quoting, are written in the shell's ANSI-C quoting, e.g. `$'caf\351.mp3'`: one to one, and a shell understands it.

use std::path::{Path, PathBuf};

/// Without it, Excel takes UTF-8 for the code page of the country.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A name for tables and reports.
pub(crate) fn shown(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    match path.to_str() {
        Some(text) if !text.starts_with("$'") && !text.chars().any(char::is_control) => text.to_owned(),
        _ => quoted(bytes),
    }
}

fn quoted(bytes: &[u8]) -> String {
    let mut text = String::from("$'");
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\'' | '\\' => text.extend(['\\', c]),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                c if c.is_control() => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_byte(&mut text, byte)),
                c => text.push(c),
            }
        }
        chunk.invalid().iter().for_each(|&byte| push_byte(&mut text, byte));
    }
    text.push('\'');
    text
}

/// Three octal digits: unlike `\x`, they end by themselves, whatever letter follows.
fn push_byte(text: &mut String, byte: u8) {
    text.push_str(&format!("\\{byte:03o}"));
}

/// The path that `text` names: what [`shown`] wrote is taken back, all else is the path itself.
pub(crate) fn path_of(text: &[u8]) -> PathBuf {
    let quoted = text.strip_prefix(b"$'").and_then(|text| text.strip_suffix(b"'"));
    let bytes = quoted.and_then(unquoted).unwrap_or_else(|| text.to_vec());
    path_of_bytes(bytes)
}

#[cfg(unix)]
fn path_of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path_of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// The bytes behind [`quoted`]; `None` when this is not its writing.
fn unquoted(text: &[u8]) -> Option<Vec<u8>> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        let (&escaped, behind) = rest.split_first()?;
        rest = behind;
        bytes.push(match escaped {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'\'' | b'\\' => escaped,
            b'0'..=b'3' => {
                let (digits, behind) = rest.split_at_checked(2)?;
                rest = behind;
                digits.iter().try_fold(escaped - b'0', |value, digit| (b'0'..=b'7').contains(digit).then(|| value << 3 | (digit - b'0')))?
            }
            _ => return None,
        });
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn names_stay_recoverable() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::path::Path;

        let cases: [(&[u8], &str); 7] = [
            (b"a b.mp3", "a b.mp3"),
            ("曲/歌.mp3".as_bytes(), "曲/歌.mp3"),
            (b"caf\xe9 d'or.mp3", r"$'caf\351 d\'or.mp3'"),
            (b"\xffabc", r"$'\377abc'"),
            (b"new\nline\t\x1b[31m", r"$'new\nline\t\033[31m'"),
            (b"$'x'", r"$'$\'x\''"),
            (b"back\\slash", "back\\slash"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(super::shown(Path::new(OsStr::from_bytes(bytes))), expected);
            assert_eq!(super::path_of(expected.as_bytes()).as_os_str().as_bytes(), bytes);
        }
    }
}
