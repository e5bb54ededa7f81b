//! Answers written down: the columns that CSV and Parquet share, and the three formats of files.

mod csv_table;
mod json_lines;
mod parquet;
mod thrift;

use std::io;

use genre::report::{Score, Timings, plain_cell};
use genre::{Manifest, Report};

pub(crate) use json_lines::JsonLinesPipe;

use crate::destination::Format;
use crate::whole_file::WholeFile;

/// Takes answers, in order.
pub(crate) trait Sink {
    /// Writes one answer; `path` is how people read the name of the file.
    ///
    /// # Errors
    /// What the file or pipe behind it says.
    fn write(&mut self, path: &str, report: Report) -> io::Result<()>;

    /// Puts everything into its place.
    ///
    /// # Errors
    /// What the file system says.
    fn finish(self: Box<Self>) -> anyhow::Result<()>;
}

/// What answers tell besides the answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    /// Probabilities before calibration.
    pub(crate) raw: bool,
    /// How long it took.
    pub(crate) timings: bool,
}

/// Begins a table in `file`.
///
/// # Errors
/// What the file system says.
pub(crate) fn begin(format: Format, file: WholeFile, manifest: &Manifest, columns: Columns) -> io::Result<Box<dyn Sink>> {
    let layout = Layout { manifest: manifest.clone(), columns };
    Ok(match format {
        Format::Csv => Box::new(csv_table::CsvTable::begin(file, layout)?),
        Format::JsonLines => Box::new(json_lines::JsonLinesFile { file, columns }),
        Format::Parquet => Box::new(parquet::ParquetTable::begin(file, layout)?),
    })
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    Bool(bool),
    Whole(u32),
    Single(f32),
    /// Empty where nobody knows.
    Double(Option<f64>),
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Bool,
    Whole,
    Single,
    Double,
}

/// The columns of a table, made for one model.
struct Layout {
    manifest: Manifest,
    columns: Columns,
}

impl Layout {
    /// The headings and what stands below them, in order.
    fn header(&self) -> Vec<(String, Kind)> {
        let fixed = [
            ("path", Kind::Text),
            ("genre", Kind::Text),
            ("probability", Kind::Single),
            ("confidence", Kind::Text),
            ("family", Kind::Text),
            ("silent", Kind::Bool),
            ("codec", Kind::Text),
            ("sample_rate_hz", Kind::Whole),
            ("channels", Kind::Whole),
            ("duration_s", Kind::Double),
            ("window_start_s", Kind::Double),
            ("window_s", Kind::Double),
            ("looped", Kind::Bool),
            ("model", Kind::Text),
            ("model_sha256", Kind::Text),
            ("precision", Kind::Text),
            ("engine", Kind::Text),
            ("version", Kind::Text),
        ];
        let labels = || self.manifest.labels.iter().map(|label| &label.name);
        let mut header: Vec<_> = fixed.iter().map(|&(name, kind)| (name.to_owned(), kind)).collect();
        header.extend(labels().map(|label| (label.clone(), Kind::Single)));
        // Behind the common columns, so that those stand where they always stand.
        if self.columns.raw {
            header.extend(labels().map(|label| (format!("{label} (raw)"), Kind::Single)));
        }
        if self.columns.timings {
            header.extend(["decode_ms", "spectrogram_ms", "inference_ms", "total_ms"].map(|name| (name.to_owned(), Kind::Double)));
        }
        header
    }

    /// A row under [`Self::header`].
    fn row(&self, path: &str, report: &Report) -> Vec<Value> {
        let (audio, text) = (&report.audio, |text: &str| Value::Text(text.to_owned()));
        let mut row = vec![
            text(path),
            text(&report.genre),
            Value::Single(report.probability),
            text(report.confidence.as_str()),
            text(report.scores.first().map_or("", |score| &score.family)),
            Value::Bool(report.silent),
            text(&audio.codec),
            Value::Whole(audio.sample_rate_hz),
            Value::Whole(u32::try_from(audio.channels).unwrap_or(u32::MAX)),
            Value::Double(report.duration_s),
            Value::Double(Some(audio.window.start_s)),
            Value::Double(Some(audio.window.seconds)),
            Value::Bool(audio.window.looped),
            text(&report.model.id),
            text(&report.model.sha256),
            text(&report.model.precision.to_string()),
            text(&report.engine),
            text(env!("CARGO_PKG_VERSION")),
        ];
        let mut all = |value: fn(&Score) -> Option<f32>| {
            let scores = self.manifest.labels.iter().map(|label| report.scores.iter().find(|score| score.genre == label.name));
            row.extend(scores.map(|score| Value::Single(score.and_then(value).unwrap_or_default())));
        };
        all(|score| Some(score.probability));
        if self.columns.raw {
            all(|score| score.raw_probability);
        }
        if self.columns.timings {
            let Timings { decode, spectrogram, inference, total } = report.timings_ms.unwrap_or_default();
            row.extend([decode, spectrogram, inference, total].map(|ms| Value::Double(Some(ms))));
        }
        row
    }
}

impl Value {
    /// As a spreadsheet may have it.
    fn cell(&self) -> String {
        match self {
            Self::Text(text) => plain_cell(text),
            Self::Bool(value) => value.to_string(),
            Self::Whole(value) => value.to_string(),
            Self::Single(value) => value.to_string(),
            Self::Double(value) => value.map(|value| value.to_string()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Kind, Layout};
    use crate::table::tests::{manifest, report};

    #[test]
    fn the_columns_are_those_of_the_other_doors_with_path_and_version() {
        let layout = Layout { manifest: manifest(), columns: Columns { raw: false, timings: false } };
        let mut header: Vec<String> = layout.header().into_iter().map(|(name, _)| name).collect();
        assert_eq!(header.remove(17), "version");
        header[0] = "name".to_owned();
        assert_eq!(header, genre::report::csv_header(&layout.manifest));
        let mut row: Vec<String> = layout.row("=歌.mp3", &report()).iter().map(super::Value::cell).collect();
        row.remove(17);
        let mut theirs = genre::report::csv_row(&report(), &layout.manifest);
        theirs[0] = "'=歌.mp3".to_owned();
        // They round to milliseconds, and leave out labels that this made-up report has no score for.
        theirs[9] = "3725.9".to_owned();
        assert_eq!(row[..17], theirs[..17]);
        // Every cell is of its column's kind.
        for (value, (name, kind)) in layout.row("x", &report()).iter().zip(layout.header()) {
            let own = match value {
                super::Value::Text(_) => Kind::Text,
                super::Value::Bool(_) => Kind::Bool,
                super::Value::Whole(_) => Kind::Whole,
                super::Value::Single(_) => Kind::Single,
                super::Value::Double(_) => Kind::Double,
            };
            assert_eq!(own, kind, "{name}");
        }
    }
}
