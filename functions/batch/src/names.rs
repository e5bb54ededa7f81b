//! File names as text: recoverable, and harmless on a terminal.
//!
//! Most names are themselves. Names that are not UTF-8, that hold control characters, or that could be mistaken for the result of this
//! very quoting, are written in the shell's ANSI-C quoting, e.g. `$'caf\351.mp3'`: one to one, and a shell understands it.

use std::path::Path;

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
        }
    }
}
