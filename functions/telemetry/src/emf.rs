//! The Embedded Metric Format: a JSON object with the values at its root, and `_aws`, which says which of them are metrics.

use std::borrow::Cow;
use std::io::{self, Write as _};
use std::time::SystemTime;

use serde_json::{Map, Value, json};

/// Under which all metrics stand.
const NAMESPACE: &str = "AcousticSense";

/// Characters that CloudWatch takes in a dimension's value.
const MAX_VALUE_CHARS: usize = 1024;

/// Every metric: its name, its unit.
macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $unit:literal;)*) => {
        /// A number that is told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Metric { $($(#[$doc])* $name,)* }

        impl Metric {
            /// All of them.
            pub const ALL: &[Metric] = &[$(Metric::$name,)*];

            /// Its name in CloudWatch.
            pub fn name(self) -> &'static str {
                match self { $(Metric::$name => $word,)* }
            }

            /// Its unit, one of CloudWatch's words.
            pub fn unit(self) -> &'static str {
                match self { $(Metric::$name => $unit,)* }
            }
        }
    };
}

metrics! {
    /// Files that were looked at, whatever became of them.
    Files = "Files", "Count";
    /// Seconds of recordings that were judged; repetitions of short ones do not count.
    AudioSeconds = "AudioSeconds", "Seconds";
    /// Containers that have answered their first event.
    ColdStarts = "ColdStarts", "Count";
    /// Reading, decoding and resampling one file.
    DecodeMs = "Decode", "Milliseconds";
    /// Drawing the network's input of one file.
    SpectrogramMs = "Spectrogram", "Milliseconds";
    /// The network's time for one file.
    InferenceMs = "Inference", "Milliseconds";
    /// From the first byte of a file to its answer.
    TotalMs = "Total", "Milliseconds";
    /// Files and messages that did not become an answer. [`Line::failure`] adds one.
    Failures = "Failures", "Count";
    /// Files whose answer existed already.
    Repeats = "Repeats", "Count";
    /// Files that were handed back for want of time.
    HandedBack = "HandedBack", "Count";
    /// Bytes of one file that were read from S3.
    ReadBytes = "ReadBytes", "Bytes";
    /// Requests to S3 that reading them took.
    ReadRequests = "ReadRequests", "Count";
}

/// How often a label was the answer. Not among [`Metric::ALL`], since it only makes sense together with a genre.
const ANSWERS: &str = "Answers";

/// One line: what is told of one file, or of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    function: &'a str,
    values: Vec<(Metric, f64)>,
    genre: Option<&'a str>,
    kind: Option<&'a str>,
}

impl<'a> Line<'a> {
    /// A line of the function with this name.
    pub fn new(function: &'a str) -> Self {
        Self { function, values: Vec::new(), genre: None, kind: None }
    }

    /// Adds `value` to `metric`. What is not a finite number is left out: JSON has no word for it.
    #[must_use]
    pub fn with(mut self, metric: Metric, value: f64) -> Self {
        match self.values.iter_mut().find(|(known, _)| *known == metric) {
            _ if !value.is_finite() => {}
            Some((_, sum)) => *sum += value,
            None => self.values.push((metric, value)),
        }
        self
    }

    /// Counts an answer with this label.
    #[must_use]
    pub fn genre(self, genre: &'a str) -> Self {
        Self { genre: Some(genre), ..self }
    }

    /// Counts a failure of this kind: a stable word, one of few.
    #[must_use]
    pub fn failure(self, kind: &'a str) -> Self {
        Self { kind: Some(kind), ..self }.with(Metric::Failures, 1.0)
    }

    /// True when there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.genre.is_none()
    }

    /// The line without its end, as of `now`.
    pub fn to_json(&self, now: SystemTime) -> String {
        let definition = |name: &str, unit: &str| json!({ "Name": name, "Unit": unit });
        let directive = |dimensions: &[&str], metrics: Vec<Value>| {
            // An empty list of metrics would be refused.
            (!metrics.is_empty()).then(|| json!({ "Namespace": NAMESPACE, "Dimensions": [dimensions], "Metrics": metrics }))
        };
        let failures = definition(Metric::Failures.name(), Metric::Failures.unit());
        let directives: Vec<Value> = [
            directive(&["Function"], self.values.iter().map(|(metric, _)| definition(metric.name(), metric.unit())).collect()),
            directive(&["Function", "Genre"], self.genre.iter().map(|_| definition(ANSWERS, "Count")).collect()),
            directive(&["Function", "Kind"], self.kind.iter().map(|_| failures.clone()).collect()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let milliseconds = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);

        let mut root = Map::new();
        root.insert("_aws".to_owned(), json!({ "Timestamp": milliseconds, "CloudWatchMetrics": directives }));
        let dimensions = [("Function", Some(self.function)), ("Genre", self.genre), ("Kind", self.kind)];
        root.extend(dimensions.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(dimension(value?))))));
        root.extend(self.values.iter().map(|(metric, value)| (metric.name().to_owned(), number(*value))));
        if self.genre.is_some() {
            root.insert(ANSWERS.to_owned(), json!(1));
        }
        Value::Object(root).to_string()
    }
}

/// Counts as integers, the rest as it is.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

/// A dimension's value as CloudWatch takes it: printable ASCII, not empty, not too long, no colon in front. Labels may be in any language;
/// what is not ASCII is escaped, so that two labels stay two.
fn dimension(value: &str) -> Cow<'_, str> {
    let plain = |c: char| c == ' ' || c.is_ascii_graphic();
    if !value.trim().is_empty() && value.len() <= MAX_VALUE_CHARS && value.chars().all(plain) && !value.starts_with(':') {
        return Cow::Borrowed(value);
    }
    let mut escaped = String::new();
    for c in value.chars() {
        if plain(c) { escaped.push(c) } else { escaped.extend(c.escape_unicode()) }
    }
    let escaped = escaped.trim_start_matches(':').trim();
    if escaped.is_empty() { Cow::Borrowed("none") } else { Cow::Owned(escaped.chars().take(MAX_VALUE_CHARS).collect()) }
}

/// Writes `line` to standard output, as of now, in one piece.
///
/// # Errors
/// What standard output says; a metric that is lost is no reason to lose an answer.
pub fn emit(line: &Line<'_>) -> io::Result<()> {
    if line.is_empty() {
        return Ok(());
    }
    let mut text = line.to_json(SystemTime::now());
    text.push('\n');
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

#[cfg(test)]
#[path = "emf_tests.rs"]
mod tests;
