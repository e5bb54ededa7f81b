//! The README in Chinese keeps step with the English one: the same headings in the same order, the same commands and their output.

use std::path::Path;

use anyhow::Context;

use super::Finding;

const ORIGINAL: &str = "README.md";
const TRANSLATION: &str = "README.zh-CN.md";

/// What a translation leaves as it is.
#[derive(Debug, PartialEq)]
enum Part {
    /// A heading of this level; its words are translated.
    Heading(usize),
    /// A fenced block, to the letter.
    Block(String),
    /// A picture's address; its description is translated.
    Picture(String),
}

impl Part {
    fn name(&self) -> String {
        match self {
            Self::Heading(level) => format!("a heading of level {level}"),
            Self::Block(text) => format!("the block that begins with {:?}", text.lines().nth(1).unwrap_or_default()),
            Self::Picture(address) => format!("the picture {address}"),
        }
    }
}

/// Headings, blocks and pictures in their order, each with the number of its line.
fn parts(text: &str) -> Vec<(usize, Part)> {
    let mut parts = Vec::new();
    let mut block: Option<(usize, String)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some((begin, mut lines)) = block.take() {
            lines += &format!("{line}\n");
            if line == "```" {
                parts.push((begin, Part::Block(lines)));
            } else {
                block = Some((begin, lines));
            }
        } else if line.starts_with("```") {
            block = Some((number, format!("{line}\n")));
        } else if let Some(level) = line.split(' ').next().filter(|marks| !marks.is_empty() && marks.chars().all(|mark| mark == '#')) {
            parts.push((number, Part::Heading(level.len())));
        } else if let Some((_, address)) = line.strip_prefix("![").and_then(|rest| rest.split_once("](")) {
            parts.push((number, Part::Picture(address.trim_end_matches(')').to_owned())));
        }
    }
    parts
}

/// Where the two part ways; only the first place, since the others follow from it.
fn difference(original: &str, translation: &str) -> Option<Finding> {
    let (original, translation) = (parts(original), parts(translation));
    let at = (0..original.len().max(translation.len()))
        .find(|&at| original.get(at).map(|part| &part.1) != translation.get(at).map(|part| &part.1))?;
    let tell = |parts: &[(usize, Part)]| match parts.get(at) {
        Some((line, part)) => format!("{} in line {line}", part.name()),
        None => "nothing more".to_owned(),
    };
    Some(format!("{TRANSLATION} has {} where {ORIGINAL} has {}; translate what was changed", tell(&translation), tell(&original)))
}

/// Holds the translation against the original.
pub(super) fn in_step(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let read = |name: &str| std::fs::read_to_string(root.join(name)).with_context(|| format!("failed to read {name}"));
    Ok(difference(&read(ORIGINAL)?, &read(TRANSLATION)?).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::difference;

    const ENGLISH: &str = "# One\n\nText.\n\n```console\n$ run\n# no heading\n```\n\n![A page](page.png)\n\n## Two\n";

    #[track_caller]
    fn check(translation: &str, expected: Option<&str>) {
        let found = difference(ENGLISH, translation);
        assert_eq!(found.is_some(), expected.is_some(), "{found:?}");
        assert!(found.unwrap_or_default().contains(expected.unwrap_or_default()));
    }

    #[test]
    fn words_may_differ_and_structure_may_not() {
        check(&ENGLISH.replace("One", "一").replace("Text.", "文字。更多文字。").replace("A page", "页面"), None);
        check(&ENGLISH.replace("$ run", "$ walk"), Some("\"$ walk\""));
        check(&ENGLISH.replace("## Two\n", ""), Some("nothing more where README.md has a heading of level 2 in line 12"));
        check(&ENGLISH.replace("## Two", "### Two"), Some("level 3"));
        check(&ENGLISH.replace("page.png", "other.png"), Some("other.png"));
    }
}
