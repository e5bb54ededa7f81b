//! What was measured, for people: as wide as a narrow terminal, the confusion matrix with numbers in the place of names.

use std::fmt::Write;

use super::Evaluation;
use super::measure::{Calibration, Share};

/// The whole text.
pub(super) fn of(found: &Evaluation) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let mut line = |words: std::fmt::Arguments| {
        let _ = writeln!(text, "{words}");
    };
    line(format_args!("model        {}, {}, sha256 {}", found.model.id, found.model.precision, found.model.sha256));
    line(format_args!("engine       {}", found.engine));
    let left_out: u64 = found.left_out.iter().map(|(_, files)| files).sum();
    line(format_args!("files        {} judged, {} failed, {left_out} left out", found.judged, found.failed));
    for (label, files) in &found.left_out {
        line(format_args!("             left out: {label} ({files})"));
    }
    line(format_args!("top-1        {}", share(found.top1)));
    line(format_args!("top-3        {}", share(found.top3)));
    for (word, of_word) in &found.words {
        line(format_args!("{word:<12} {}", share(*of_word)));
    }
    line(format_args!("calibration  {}", errors(&found.calibration)));
    if found.calibration.temperature != 1.0 {
        line(format_args!("before it    {}", errors(&found.raw)));
    }
    if let Some((fit, after)) = &found.fit {
        line(format_args!("fitted       {}", errors(after)));
        let other = &fit.metrics["fitted_on_other_half"]["expected_calibration_error"];
        line(format_args!("             each half with the other's temperature: error {other}"));
    }
    text.push_str(&genres(found));
    text.push_str(&reliability(found.fit.as_ref().map_or(&found.calibration, |(_, after)| after)));
    text.push_str(&matrix(found));
    text
}

fn share(share: Share) -> String {
    if share.of == 0 {
        return "no file".to_owned();
    }
    let percent = |value: f64| 100.0 * value;
    let (mean, low, high) = (percent(share.share), percent(share.low), percent(share.high));
    format!("{} of {} right, {mean:.1} % (95 % interval {low:.1} to {high:.1})", share.right, share.of)
}

fn errors(found: &Calibration) -> String {
    let Calibration { temperature, expected_calibration_error, log_loss, reliability } = found;
    format!("error {expected_calibration_error:.4} in {} bins, log loss {log_loss:.4}, temperature {temperature}", reliability.len())
}

fn genres(found: &Evaluation) -> String {
    let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
    let mut text = format!("\n{:>3} {:<20} {:>6} {:>10} {:>7} {:>7}\n", "", "genre", "files", "precision", "recall", "F1");
    for (index, genre) in found.genres.iter().enumerate() {
        let (precision, recall, f1) = (number(genre.precision), number(genre.recall), number(genre.f1));
        let _ = writeln!(text, "{:>3} {:<20} {:>6} {precision:>10} {recall:>7} {f1:>7}", index + 1, genre.genre, genre.support);
    }
    let _ = writeln!(text, "{:>3} {:<20} {:>6} {:>10} {:>7} {:>7.3}", "", "mean", found.judged, "", "", found.macro_f1());
    text
}

fn reliability(found: &Calibration) -> String {
    let mut text = "\nsaid        files  mean said  right\n".to_owned();
    for bin in found.reliability.iter().filter(|bin| bin.files > 0) {
        let (said, right) = (bin.mean_probability.unwrap_or_default(), bin.share_right.unwrap_or_default());
        let _ = writeln!(text, "{:.1} to {:.1} {:>7} {said:>10.3} {right:>6.3}", bin.above, bin.to, bin.files);
    }
    text
}

fn matrix(found: &Evaluation) -> String {
    let widest = found.matrix.iter().flatten().max().map_or(1, |most| most.to_string().len()).max(found.names.len().to_string().len());
    let mut text = "\nis ↓ taken for →\n".to_owned();
    let _ = write!(text, "{:>3} {:<20}", "", "");
    for index in 1..=found.names.len() {
        let _ = write!(text, " {index:>widest$}");
    }
    text.push('\n');
    for (index, (name, row)) in found.names.iter().zip(&found.matrix).enumerate() {
        let _ = write!(text, "{:>3} {name:<20}", index + 1);
        for &files in row {
            // Empty cells stay quiet, so that the others are seen.
            let cell = if files == 0 { ".".to_owned() } else { files.to_string() };
            let _ = write!(text, " {cell:>widest$}");
        }
        text.push('\n');
    }
    text
}
