//! Which rows are measured: `--only`.

use anyhow::bail;

/// Every group: a part of the bench, and where there are several, the model.
pub(super) const ALL: [&str; 13] = [
    "front-end",
    "inference/f32",
    "inference/f16",
    "inference/int8",
    "inference/demo",
    "throughput/f32",
    "throughput/int8",
    "throughput/demo",
    "archive",
    "cold/f32",
    "cold/f16",
    "cold/int8",
    "cold/demo",
];

/// The groups that were asked for; all where none was.
pub(super) struct Wanted(Vec<&'static str>);

impl Wanted {
    /// From `--only`: names of groups, or of a part or a model, which stand for all groups with it.
    ///
    /// # Errors
    /// A name that none has.
    pub(super) fn read(only: &[String]) -> anyhow::Result<Self> {
        for word in only {
            if !ALL.iter().any(|group| is_meant(group, word)) {
                bail!("there is no group {word:?}; there are {}, and each word of these", ALL.join(", "));
            }
        }
        let wanted = ALL.into_iter().filter(|group| only.is_empty() || only.iter().any(|word| is_meant(group, word)));
        Ok(Self(wanted.collect()))
    }

    pub(super) fn has(&self, group: &str) -> bool {
        self.0.contains(&group)
    }

    /// Whether the full-size model is needed.
    pub(super) fn large(&self) -> bool {
        self.0.iter().any(|group| *group != "front-end" && !group.ends_with("/demo"))
    }
}

fn is_meant(group: &str, word: &str) -> bool {
    group == word || group.split('/').any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::{ALL, Wanted};

    fn read(only: &[&str]) -> anyhow::Result<Wanted> {
        Wanted::read(&only.iter().map(|&word| word.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_word_stands_for_all_groups_with_it() {
        let wanted = |only: &[&str]| read(only).expect("they exist").0;
        assert_eq!(wanted(&[]), ALL);
        assert_eq!(wanted(&["int8"]), ["inference/int8", "throughput/int8", "cold/int8"]);
        assert_eq!(wanted(&["cold/demo", "front-end"]), ["front-end", "cold/demo"]);
        assert!(read(&["cold/f8"]).is_err());
    }

    #[test]
    fn the_large_model_is_made_where_it_is_needed_only() {
        let large = |only: &[&str]| read(only).expect("they exist").large();
        assert!(large(&[]) && large(&["archive"]) && large(&["demo", "f16"]));
        assert!(!large(&["demo", "front-end"]));
    }
}
