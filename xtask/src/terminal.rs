//! Everything that the toolkit prints: results to standard output, progress and errors to standard error.
//!
//! Names in a checkpoint are anybody's: control characters in them are shown, never obeyed.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// A line of the result. A closed pipe is not our problem: the reader has seen enough.
pub(crate) fn say(line: impl Display) {
    drop(writeln!(std::io::stdout(), "{}", harmless(&line.to_string())));
}

/// A line about what is being done.
pub(crate) fn progress(line: impl Display) {
    drop(writeln!(std::io::stderr(), "{}", harmless(&line.to_string())));
}

/// Prints the whole chain of causes; exit code 1.
pub(crate) fn failure(error: &anyhow::Error) -> ExitCode {
    drop(writeln!(std::io::stderr(), "error: {}", harmless(&format!("{error:#}"))));
    ExitCode::FAILURE
}

/// The text with its control characters escaped, line breaks excepted, and with the characters that turn the direction of writing.
fn harmless(text: &str) -> String {
    let turns = |character: char| matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().fold(String::with_capacity(text.len()), |mut text, character| {
        if (character.is_control() && character != '\n') || turns(character) {
            text.extend(character.escape_unicode());
        } else {
            text.push(character);
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn names_do_not_steer_the_terminal() {
        assert_eq!(harmless("a\u{1b}[2Jb\rc\u{202e}d\ne ü 中"), "a\\u{1b}[2Jb\\u{d}c\\u{202e}d\ne ü 中");
    }
}
