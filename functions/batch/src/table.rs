//! Answers for people: a headline, how far to trust it, the first five with bars.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use genre::report::{Score, Timings, Vote};
use genre::{Manifest, Report};

use crate::tables::Sink;

/// Labels that are shown.
const SHOWN: usize = 5;
/// Length of a bar at probability 1, columns.
const BAR_COLUMNS: usize = 30;

/// Writes answers onto the terminal.
pub(crate) struct Table {
    manifest: Manifest,
    paint: Paint,
    /// The model's own warning, until it was shown.
    notice: Option<String>,
}

/// Which colours the terminal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// None.
    Plain,
    /// The 256 of xterm.
    Palette,
    /// All.
    Rgb,
}

impl Paint {
    /// What the environment says of standard output, which is a terminal. See <https://no-color.org>.
    pub(crate) fn of_environment() -> Self {
        let variable = |name| std::env::var_os(name).unwrap_or_default();
        if !variable("NO_COLOR").is_empty() || variable("TERM") == "dumb" {
            Self::Plain
        } else if variable("COLORTERM") == "truecolor" || variable("COLORTERM") == "24bit" {
            Self::Rgb
        } else {
            Self::Palette
        }
    }

    fn bold(self, text: &str) -> String {
        if self == Self::Plain { text.to_owned() } else { format!("\x1b[1m{text}\x1b[0m") }
    }

    /// `text` in `color`, `#rrggbb`.
    fn color(self, text: &str, color: &str) -> String {
        let component = |at: usize| color.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let (Some(red), Some(green), Some(blue)) = (component(1), component(3), component(5)) else { return text.to_owned() };
        match self {
            Self::Plain => text.to_owned(),
            Self::Rgb => format!("\x1b[38;2;{red};{green};{blue}m{text}\x1b[0m"),
            Self::Palette => {
                // The palette's cube of 6 · 6 · 6 colours begins at 16.
                let step = |value: u8| (usize::from(value) * 5 + 127) / 255;
                format!("\x1b[38;5;{}m{text}\x1b[0m", 16 + 36 * step(red) + 6 * step(green) + step(blue))
            }
        }
    }
}

impl Table {
    /// A table that shows the model's notice above the first answer, unless it is to be `quiet`.
    pub(crate) fn new(manifest: &Manifest, paint: Paint, quiet: bool) -> Self {
        let notice = manifest.notice.clone().filter(|_| !quiet);
        Self { manifest: manifest.clone(), paint, notice }
    }

    fn block(&self, path: &str, report: &Report) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", path);
        let headline = format!("{} ({:.1} %)", report.genre, 100.0 * report.probability);
        let _ = writeln!(text, "  {}, {}", self.paint.bold(&headline), report.confidence.as_str());
        let _ = writeln!(text, "  {}\n", report.advice);
        let first: Vec<&Score> = report.scores.iter().take(SHOWN).collect();
        let widest = first.iter().map(|score| columns(&score.genre)).max().unwrap_or(0);
        for score in first {
            let bar = pad(&bar(score.probability), BAR_COLUMNS);
            let color = self.manifest.families.iter().find(|family| family.name == score.family).map_or("", |family| &family.color);
            let bar = self.paint.color(&bar, color);
            let _ = writeln!(text, "    {}  {bar} {:5.1} %  {}", pad(&score.genre, widest), 100.0 * score.probability, score.family);
        }
        let _ = writeln!(text, "\n  {}", heard(report));
        if let Some(Timings { decode, spectrogram, inference, total }) = report.timings_ms {
            let _ = writeln!(
                text,
                "  took {total:.0} ms: decoding {decode:.0} ms, spectrogram {spectrogram:.0} ms, inference {inference:.0} ms"
            );
        }
        text.push('\n');
        text
    }
}

impl Sink for Table {
    fn write(&mut self, path: &str, report: Report) -> io::Result<()> {
        let mut text = String::new();
        if let Some(notice) = self.notice.take() {
            let _ = writeln!(text, "{}\n", self.paint.bold(&notice));
        }
        text.push_str(&self.block(path, &report));
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    fn finish(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
}

/// What was heard, on one line.
fn heard(report: &Report) -> String {
    let audio = &report.audio;
    let channels = match audio.channels {
        1 => "mono".to_owned(),
        2 => "stereo".to_owned(),
        more => format!("{more} channels"),
    };
    let mut text = format!("{}, {} Hz, {channels}", audio.codec, audio.sample_rate_hz);
    if let Some(seconds) = report.duration_s {
        let _ = write!(text, ", {} long", clock(seconds));
    }
    let _ = write!(text, "; judged {:.1} s from {}", audio.window.seconds, clock(audio.window.start_s));
    if audio.window.looped {
        text.push_str(", repeated to fill the window");
    }
    if let Some(Vote { genre, windows, of }) = &report.vote {
        let _ = write!(text, "; {windows} of {of} windows say {genre}");
    }
    text
}

/// `m:ss` or `h:mm:ss`.
pub(crate) fn clock(seconds: f64) -> String {
    let whole = seconds as u64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A bar in eighths of a column.
fn bar(probability: f32) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (probability.clamp(0.0, 1.0) * (BAR_COLUMNS * 8) as f32).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(columns(text))))
}

/// How many columns a terminal gives to `text`: two per East Asian wide character or pictograph, none per combining mark.
///
/// The ranges are those of Unicode's EastAsianWidth.txt (W and F), joined where what lies between is unassigned or rare.
fn columns(text: &str) -> usize {
    let width = |c: char| match c as u32 {
        0x0300..=0x036f | 0x200b..=0x200f | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f => 0,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1f64f | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd => 2,
        _ => 1,
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
pub(crate) mod tests {
    use genre::audio::{AudioInfo, Window};
    use genre::manifest::Precision;
    use genre::report::{Confidence, ModelRef, Score, Vote};
    use genre::{Manifest, Report};

    use super::{Paint, Table, bar, clock, columns};

    pub(crate) fn manifest() -> Manifest {
        let preset: serde_json::Value =
            serde_json::from_slice(include_bytes!("../../../models/presets/article.json")).expect("the preset is JSON");
        let architecture = serde_json::json!({
            "family": "vit", "image": 224, "patch": 16, "channels": 1, "dim": 8, "depth": 1, "heads": 1, "mlp": 8, "eps": 1e-6, "head": [16]
        });
        let manifest = serde_json::json!({
            "schema": 1, "id": "t", "architecture": architecture, "front_end": preset["front_end"], "families": preset["families"],
            "labels": preset["labels"], "files": [], "source": {"checkpoint_sha256": "", "format": "", "converter": ""},
            "license": "MIT", "temperature": 1.0, "notice": "untrained",
        });
        Manifest::from_json(manifest.to_string().as_bytes()).expect("it is complete")
    }

    pub(crate) fn report() -> Report {
        let score = |genre: &str, family: &str, probability| Score {
            genre: genre.to_owned(),
            family: family.to_owned(),
            probability,
            raw_probability: None,
        };
        Report {
            name: None,
            genre: "Jazz".to_owned(),
            probability: 0.624,
            confidence: Confidence::Contested,
            advice: Confidence::Contested.advice(),
            silent: false,
            scores: vec![score("Jazz", "Roots", 0.624), score("爵士乐", "Roots", 0.25), score("R&B", "Rhythm", 0.126)],
            audio: AudioInfo {
                codec: "mp3".to_owned(),
                sample_rate_hz: 44_100,
                channels: 2,
                window: Window { start_s: 65.0, seconds: 3.7, looped: true },
            },
            duration_s: Some(3_725.9),
            model: ModelRef { id: "t".to_owned(), sha256: String::new(), precision: Precision::F32 },
            engine: String::new(),
            notice: None,
            timings_ms: None,
            spectrogram: None,
            logits: Vec::new(),
            windows: None,
            vote: Some(Vote { genre: "Jazz".to_owned(), windows: 2, of: 3 }),
        }
    }

    #[test]
    fn a_block_reads_like_this() {
        let block = Table::new(&manifest(), Paint::Plain, false).block("歌.mp3", &report());
        let expected = "\
歌.mp3
  Jazz (62.4 %), contested
  Other genres compete; listen yourself and compare the first few.

    Jazz    ██████████████████▊             62.4 %  Roots
    爵士乐  ███████▌                        25.0 %  Roots
    R&B     ███▊                            12.6 %  Rhythm

  mp3, 44100 Hz, stereo, 1:02:05 long; judged 3.7 s from 1:05, repeated to fill the window; 2 of 3 windows say Jazz

";
        assert_eq!(block, expected);
    }

    #[test]
    fn colours_are_the_families_own() {
        let rgb = Table::new(&manifest(), Paint::Rgb, false).block("歌.mp3", &report());
        let color = &manifest().families[0].color;
        let red = u8::from_str_radix(&color[1..3], 16).expect("two hexadecimal digits");
        assert!(rgb.contains(&format!("\x1b[38;2;{red};")), "{rgb}");
        let palette = Table::new(&manifest(), Paint::Palette, false).block("歌.mp3", &report());
        assert!(palette.contains("\x1b[38;5;"), "{palette}");
    }

    #[test]
    fn widths_and_clocks() {
        assert_eq!([columns("Jazz"), columns("爵士"), columns("e\u{301}"), columns("ﾊﾝｶｸ"), columns("한글")], [4, 4, 1, 4, 4]);
        assert_eq!([clock(0.0), clock(9.99), clock(61.0), clock(3_600.0)], ["0:00", "0:09", "1:01", "1:00:00"]);
        assert_eq!([columns(&bar(0.0)), columns(&bar(1.0)), columns(&bar(0.001)), columns(&bar(0.01))], [0, 30, 0, 1]);
    }
}
