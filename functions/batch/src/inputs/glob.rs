//! Patterns that the shell did not expand, because they were quoted or too long for it.
//!
//! `*` and `?` stand for characters of one name, `[a-z]` and `[!a-z]` for one byte of a set, `**` for any number of folders. Hidden names
//! match only where the pattern begins with a dot, too. Matching goes by bytes, so that names that are not UTF-8 are found.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{is_hidden, sorted_names};

/// A pattern whose matches are found one after the other.
pub(super) struct Glob {
    pattern: PathBuf,
    /// What is still to be looked at, the next one last.
    open: Vec<Open>,
    found_any: bool,
    ended: bool,
}

struct Open {
    path: PathBuf,
    /// The parts of the pattern that what lies below `path` must match; none for a match.
    rest: Vec<OsString>,
}

impl Glob {
    /// `None` when this is no pattern.
    pub(super) fn new(pattern: &Path) -> Option<Self> {
        let is_pattern = |part: &Component<'_>| part.as_os_str().as_encoded_bytes().iter().any(|byte| b"*?[".contains(byte));
        let parts: Vec<Component<'_>> = pattern.components().collect();
        let plain = parts.iter().position(is_pattern)?;
        let path = parts[..plain].iter().collect();
        let rest = parts[plain..].iter().map(|part| part.as_os_str().to_owned()).collect();
        Some(Self { pattern: pattern.to_owned(), open: vec![Open { path, rest }], found_any: false, ended: false })
    }

    /// The next match, or, when there was none at all, the pattern itself with that complaint.
    pub(super) fn next(&mut self) -> Option<Result<PathBuf, (PathBuf, io::Error)>> {
        while let Some(Open { path, rest }) = self.open.pop() {
            if rest.is_empty() {
                self.found_any = true;
                return Some(Ok(path));
            }
            self.expand(&path, &rest);
        }
        if self.found_any || self.ended {
            return None;
        }
        self.ended = true;
        Some(Err((self.pattern.clone(), io::Error::new(io::ErrorKind::NotFound, "nothing matches this pattern"))))
    }

    /// Puts what matches the first part of `rest` in `folder` on the pile.
    fn expand(&mut self, folder: &Path, rest: &[OsString]) {
        let Some((first, behind)) = rest.split_first() else { return };
        let look_in = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        // What is no folder, or cannot be read, holds no match.
        let Ok((names, _)) = sorted_names(look_in) else { return };
        let names = names.into_iter().chain(self.hidden_names(look_in, first));
        let mut found = Vec::new();
        for name in names {
            let path = folder.join(&name);
            if first.as_encoded_bytes() == b"**" {
                match behind.split_first() {
                    // A final `**` is everything below: the walk goes into what is found.
                    None => found.push(Open { path, rest: Vec::new() }),
                    Some((next, after)) => {
                        if path.is_dir() && !path.is_symlink() {
                            found.push(Open { path: path.clone(), rest: rest.to_vec() });
                        }
                        if matches(next.as_encoded_bytes(), name.as_encoded_bytes()) {
                            found.push(Open { path, rest: after.to_vec() });
                        }
                    }
                }
            } else if matches(first.as_encoded_bytes(), name.as_encoded_bytes()) {
                found.push(Open { path, rest: behind.to_vec() });
            }
        }
        self.open.extend(found.into_iter().rev());
    }

    /// Hidden names count only for a part that asks for them.
    fn hidden_names(&self, folder: &Path, part: &OsString) -> Vec<OsString> {
        if !is_hidden(part.as_encoded_bytes()) {
            return Vec::new();
        }
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        let mut names: Vec<OsString> =
            entries.flatten().map(|entry| entry.file_name()).filter(|name| is_hidden(name.as_encoded_bytes())).collect();
        // `.` and `..` are no entries, but they may stand in a pattern.
        names.extend([".", ".."].map(OsString::from).into_iter().filter(|name| name == part));
        names.sort_unstable_by(|a, b| a.as_encoded_bytes().cmp(b.as_encoded_bytes()));
        names
    }
}

/// Whether `name` matches `pattern`. Takes time proportional to the product of their lengths at worst.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    if is_hidden(name) && !is_hidden(pattern) {
        return false;
    }
    let (mut p, mut n) = (0, 0);
    // Where to go on when what follows the last star did not fit: one byte further into the name.
    let mut again: Option<(usize, usize)> = None;
    loop {
        let step = match pattern.get(p) {
            Some(b'*') => {
                again = Some((p, n));
                p += 1;
                continue;
            }
            None if n == name.len() => return true,
            None => None,
            Some(_) => name.get(n).and_then(|_| one(&pattern[p..], &name[n..])),
        };
        match (step, again) {
            (Some((in_pattern, in_name)), _) => (p, n) = (p + in_pattern, n + in_name),
            (None, Some((star, at))) if at < name.len() => {
                again = Some((star, at + 1));
                (p, n) = (star + 1, at + 1);
            }
            (None, _) => return false,
        }
    }
}

/// Matches one character: how many bytes of the pattern and of the name it took.
fn one(pattern: &[u8], name: &[u8]) -> Option<(usize, usize)> {
    match pattern[0] {
        b'?' => {
            // A character of UTF-8 is a byte and those that continue it.
            let more = name[1..].iter().take_while(|&&byte| name[0] >= 0xc0 && byte & 0xc0 == 0x80).count();
            Some((1, 1 + more))
        }
        b'[' => match set(pattern) {
            Some(Set { length, negated, ranges }) => {
                let within = ranges.iter().any(|&(from, to)| (from..=to).contains(&name[0]));
                (within != negated).then_some((length, 1))
            }
            None => (name[0] == b'[').then_some((1, 1)),
        },
        byte => (byte == name[0]).then_some((1, 1)),
    }
}

/// What may stand between brackets.
struct Set {
    /// How much of the pattern it takes.
    length: usize,
    negated: bool,
    ranges: Vec<(u8, u8)>,
}

/// The set at the beginning of `pattern`; `None` when it never ends.
fn set(pattern: &[u8]) -> Option<Set> {
    let negated = matches!(pattern.get(1), Some(b'!' | b'^'));
    let begin = if negated { 2 } else { 1 };
    // A bracket that comes first is a member.
    let end = begin + 1 + pattern.get(begin + 1..)?.iter().position(|&byte| byte == b']')?;
    let (mut ranges, mut at) = (Vec::new(), begin);
    while at < end {
        if at + 2 < end && pattern[at + 1] == b'-' {
            ranges.push((pattern[at], pattern[at + 2]));
            at += 3;
        } else {
            ranges.push((pattern[at], pattern[at]));
            at += 1;
        }
    }
    Some(Set { length: end + 1, negated, ranges })
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_match_as_in_a_shell() {
        let yes: [(&str, &str); 12] = [
            ("*.mp3", "a.mp3"),
            ("*", "anything"),
            ("a*b*c", "a-b-b-c"),
            ("?.wav", "曲.wav"),
            ("[a-c]x", "bx"),
            ("[!a-c]x", "dx"),
            ("[]]x", "]x"),
            ("[abc", "[abc"),
            (".*", ".hidden"),
            ("**", "x"),
            ("*a", "aaaa"),
            ("song", "song"),
        ];
        for (pattern, name) in yes {
            assert!(matches(pattern.as_bytes(), name.as_bytes()), "{pattern} {name}");
        }
        for (pattern, name) in [("*.mp3", "a.mp"), ("*", ".hidden"), ("?", "ab"), ("[a-c]x", "dx"), ("[!a-c]x", "ax"), ("a", ""), ("", "a")]
        {
            assert!(!matches(pattern.as_bytes(), name.as_bytes()), "{pattern} {name}");
        }
        assert!(matches(b"caf?.mp3", b"caf\xe9.mp3") && matches(b"*\xe9*", b"caf\xe9.mp3"));
    }

    #[test]
    fn a_pattern_that_never_fits_ends_soon() {
        assert!(!matches(b"*a*a*a*a*a*a*a*a*a*a*b", &[b'a'; 5_000]));
    }
}
