//! Options, all from the environment: a function has no command line.

use std::path::PathBuf;

use genre::manifest::Precision;
use genre::{Classifier, Model, ModelError, TractEngine};
use store::{Allowed, Place};

use crate::patience::TimedEngine;

/// What the function was told by those who deployed it.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    /// Folder with model.json and its weights; the built-in model where there is none.
    model: Option<PathBuf>,
    precision: Option<Precision>,
    /// Threads that judge.
    pub(crate) threads: usize,
    /// Where recordings may come from.
    pub(crate) sources: Allowed,
    /// Below which results are written.
    pub(crate) results: Place,
}

/// Why the environment makes no sense: which variable, and what to write into it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {why}")]
pub(crate) struct OptionError {
    variable: &'static str,
    why: String,
}

impl Options {
    /// Reads the environment; an empty variable is how templates say "none".
    ///
    /// # Errors
    /// The first variable that makes no sense, or is missing.
    pub(crate) fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, OptionError> {
        let set = |name: &'static str| variable(name).filter(|value| !value.trim().is_empty());
        let sources: Allowed = parsed(&set, Allowed::VARIABLE)?.unwrap_or_default();
        if sources.is_empty() {
            return Err(refuse(Allowed::VARIABLE, "name the places that recordings may come from, e.g. s3://bucket/inbox/"));
        }
        let results: Place = parsed(&set, "ACOUSTICSENSE_RESULTS")?
            .ok_or_else(|| refuse("ACOUSTICSENSE_RESULTS", "name the folder for results, e.g. s3://bucket/results/"))?;
        if !results.prefix().ends_with('/') {
            return Err(refuse("ACOUSTICSENSE_RESULTS", "name a folder in a bucket, with a slash at its end, e.g. s3://bucket/results/"));
        }
        let threads = parsed::<u16>(&set, "ACOUSTICSENSE_THREADS")?.map(usize::from);
        if threads.is_some_and(|threads| !(1..=256).contains(&threads)) {
            return Err(refuse("ACOUSTICSENSE_THREADS", "use a number from 1 to 256"));
        }
        Ok(Self {
            model: set("ACOUSTICSENSE_MODEL").map(PathBuf::from),
            precision: parsed(&set, "ACOUSTICSENSE_PRECISION")?,
            threads: threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)),
            sources,
            results,
        })
    }

    /// Loads and verifies the model, once per container.
    ///
    /// # Errors
    /// [`ModelError`].
    pub(crate) fn classifier(&self) -> Result<Classifier, ModelError> {
        let model = match &self.model {
            Some(folder) => Model::open(folder, self.precision)?,
            None => Model::built_in()?,
        };
        Classifier::with_engine(&model, Box::new(TimedEngine(TractEngine::load(&model, self.threads)?)))
    }
}

fn refuse(variable: &'static str, why: impl Into<String>) -> OptionError {
    OptionError { variable, why: why.into() }
}

fn parsed<T: std::str::FromStr>(set: &impl Fn(&'static str) -> Option<String>, variable: &'static str) -> Result<Option<T>, OptionError>
where
    T::Err: std::fmt::Display,
{
    set(variable).map(|value| value.trim().parse().map_err(|error: T::Err| refuse(variable, error.to_string()))).transpose()
}

#[cfg(test)]
mod tests {
    use super::Options;

    const SOUND: [(&str, &str); 2] =
        [("ACOUSTICSENSE_SOURCES", "s3://media/inbox/,s3://archive"), ("ACOUSTICSENSE_RESULTS", "s3://media/results/")];

    fn read(changes: &[(&str, &str)]) -> Result<Options, String> {
        let find = |list: &[(&str, &str)], name: &str| list.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Options::read(|name| find(changes, name).or_else(|| find(&SOUND, name))).map_err(|error| error.to_string())
    }

    #[test]
    fn the_environment_is_read() {
        let options =
            read(&[("ACOUSTICSENSE_MODEL", ""), ("ACOUSTICSENSE_PRECISION", " "), ("ACOUSTICSENSE_THREADS", "3")]).expect("sound");
        assert!(options.model.is_none() && options.precision.is_none() && options.threads == 3);
        assert_eq!(options.results.to_string(), "s3://media/results/");
        for (address, allowed) in [("s3://media/inbox/x", true), ("s3://archive/x", true), ("s3://media/x", false)] {
            assert_eq!(options.sources.allows(&address.parse().expect("an address")), allowed, "{address}");
        }
        assert_eq!(options.classifier().expect("the built-in model").engine().threads, 3);
        let options = read(&[("ACOUSTICSENSE_MODEL", "/opt/models/none"), ("ACOUSTICSENSE_PRECISION", "f16")]).expect("sound");
        assert!(options.classifier().err().expect("there is none").to_string().contains("model.json"));
        assert!(options.threads >= 1);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (name, value, reason) in [
            ("ACOUSTICSENSE_SOURCES", "", "s3://bucket/inbox/"),
            ("ACOUSTICSENSE_SOURCES", "media/inbox/", "begins with s3://"),
            ("ACOUSTICSENSE_SOURCES", "s3://media/inbox", "slash"),
            ("ACOUSTICSENSE_RESULTS", "", "s3://bucket/results/"),
            ("ACOUSTICSENSE_RESULTS", "s3://media", "folder"),
            ("ACOUSTICSENSE_RESULTS", "s3://media/results", "slash"),
            ("ACOUSTICSENSE_RESULTS", "results/", "begins with s3://"),
            ("ACOUSTICSENSE_PRECISION", "f17", "f32, f16 or int8"),
            ("ACOUSTICSENSE_THREADS", "0", "1 to 256"),
            ("ACOUSTICSENSE_THREADS", "many", "invalid digit"),
        ] {
            let error = read(&[(name, value)]).expect_err(name);
            assert!(error.starts_with(name) && error.contains(reason), "{error}");
        }
    }
}
