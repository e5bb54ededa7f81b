//! One number that puts probabilities right: the softmax temperature that makes the truth most likely (Guo et al. 2017).
//!
//! It changes no order within one window and no weight, so the files' hashes and their parity stay what they are. What is measured with it on
//! the very files that it was fitted on flatters; so it is also fitted on one half and measured on the other, both ways.

use std::path::Path;

use anyhow::{Context, ensure};
use genre::Manifest;
use serde_json::{Value, json};

use super::measure::{BINS, Judged, calibration, log_loss, top};
use crate::names::shown;
use crate::whole_file;

/// Fewer files tell no temperature worth writing down.
const LEAST_FILES: usize = 100;
/// Temperatures that are looked among; a network that wants to be at an edge is not calibrated by one number.
const LOWEST: f64 = 0.1;
const HIGHEST: f64 = 10.0;
/// Steps of the first, coarse look; the best one's neighbours are looked between.
const COARSE: usize = 40;

/// A fitted temperature and what it changes.
pub(super) struct Fit {
    /// Rounded to what the manifest holds.
    pub(super) temperature: f64,
    /// Goes into the manifest's metrics.
    pub(super) metrics: Value,
}

/// Fits the temperature; `data` says in words on what.
///
/// # Errors
/// Too few files, none that is wrong or none that is right, or a minimum at the edge of what is looked among.
pub(super) fn fit(files: &[Judged], data: &str) -> anyhow::Result<Fit> {
    ensure!(files.len() >= LEAST_FILES, "a temperature fitted on {} files says nothing; {LEAST_FILES} at least are needed", files.len());
    let right = top(files, 1.0, 1).right;
    ensure!(right < files.len(), "every answer is right, so nothing tells how sure the model may be; a harder collection is needed");
    let temperature = search(files)?;
    let halves = halves(files);
    let crossed = |measured: &[Judged], fitted: &[Judged]| anyhow::Ok(calibration(measured, search(fitted)?));
    let other = [crossed(&halves[0], &halves[1])?, crossed(&halves[1], &halves[0])?];
    let mean = |value: fn(&super::measure::Calibration) -> f64| {
        (value(&other[0]) * halves[0].len() as f64 + value(&other[1]) * halves[1].len() as f64) / files.len() as f64
    };
    let (before, after) = (calibration(files, 1.0), calibration(files, temperature));
    let (error, loss) = (before.expected_calibration_error, before.log_loss);
    ensure!(after.log_loss <= loss, "no temperature makes these answers more likely than they are");
    let metrics = json!({
        "data": data, "files": files.len(), "bins": BINS,
        "before": { "expected_calibration_error": rounded(error), "log_loss": rounded(loss) },
        "after": { "expected_calibration_error": rounded(after.expected_calibration_error), "log_loss": rounded(after.log_loss) },
        "fitted_on_other_half": {
            "expected_calibration_error": rounded(mean(|found| found.expected_calibration_error)),
            "log_loss": rounded(mean(|found| found.log_loss)),
        },
    });
    Ok(Fit { temperature, metrics })
}

/// Two halves that no order of the files has a say in: labels and difficulty may well alternate.
fn halves(files: &[Judged]) -> [Vec<Judged>; 2] {
    let mut halves = [Vec::new(), Vec::new()];
    for (index, file) in (0_u64..).zip(files) {
        // Bits of Knuth's multiplicative hash.
        let half = index.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 63;
        halves[usize::from(half == 1)].push(file.clone());
    }
    halves
}

/// The temperature of the least log loss. For one window the loss is convex in 1/T; a mean of windows may have more than one valley, hence
/// the coarse look first.
fn search(files: &[Judged]) -> anyhow::Result<f64> {
    let step = (HIGHEST / LOWEST).ln() / COARSE as f64;
    let at = |index: usize| LOWEST.ln() + step * index as f64;
    let losses: Vec<f64> = (0..=COARSE).map(|index| log_loss(files, at(index).exp())).collect();
    let best = losses.iter().enumerate().fold(0, |best, (index, loss)| if *loss < losses[best] { index } else { best });
    ensure!(
        (1..COARSE).contains(&best),
        "the best temperature would lie at {} or beyond: these answers have nothing to do with the labels, or are far from the training's",
        if best == 0 { LOWEST } else { HIGHEST }
    );
    let (mut low, mut high) = (at(best - 1), at(best + 1));
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    while high - low > 1e-5 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if log_loss(files, left.exp()) < log_loss(files, right.exp()) {
            high = right;
        } else {
            low = left;
        }
    }
    Ok(rounded(((low + high) / 2.0).exp()))
}

/// To four digits behind the point: more would be noise.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// Writes the temperature into `folder/model.json`, and what was measured into its `metrics.calibration`. All else stays as it was.
///
/// # Errors
/// The manifest has changed meanwhile, or cannot be written; it is then as it was.
pub(super) fn keep(folder: &Path, manifest: &Manifest, fit: &Fit) -> anyhow::Result<()> {
    let place = folder.join("model.json");
    let json = std::fs::read(&place).with_context(|| format!("failed to read {}", shown(&place)))?;
    let mut there = Manifest::from_json(&json).with_context(|| format!("failed to read {}", shown(&place)))?;
    ensure!(there == *manifest, "{} has changed since it was opened; evaluate again", shown(&place));
    there.temperature = fit.temperature as f32;
    there.metrics.insert("calibration".to_owned(), fit.metrics.clone());
    let json = there.to_json()?;
    whole_file::write(&place, json.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::measure::tests::file;
    use super::*;

    /// Of `n` files with a first probability of `said`, every one right but each `wrong`-th.
    fn files(n: usize, said: f32, wrong: usize) -> Vec<Judged> {
        let answer = |index: usize| if index.is_multiple_of(wrong) { file(1, &[said, 1.0 - said]) } else { file(0, &[said, 1.0 - said]) };
        (0..n).map(answer).collect()
    }

    #[test]
    fn a_boastful_model_is_cooled_to_what_it_can() {
        // It says 0.99 and is right in 4 of 5: ln(0.99/0.01)/T = ln(0.8/0.2), so T = 4.59512/1.38629 = 3.31469.
        let fit = fit(&files(500, 0.99, 5), "made by hand").expect("it can be fitted");
        // The network's and the softmax's f32 move the fourth digit: 1 − 0.99 is not 0.01 there.
        assert!((fit.temperature - 3.3147).abs() < 1e-3, "{}", fit.temperature);
        let error = |which: &str| fit.metrics[which]["expected_calibration_error"].as_f64().expect("a number");
        assert!((error("before") - 0.19).abs() < 1e-3 && error("after") < 1e-3 && error("fitted_on_other_half") < 5e-2);
    }

    #[test]
    fn a_modest_model_is_warmed() {
        // It says 0.6 and is right in 9 of 10: T = ln(0.6/0.4)/ln(9).
        let fit = fit(&files(400, 0.6, 10), "made by hand").expect("it can be fitted");
        assert!((fit.temperature - (1.5_f64.ln() / 9.0_f64.ln())).abs() < 2e-4, "{}", fit.temperature);
    }

    #[test]
    fn silly_fits_are_refused() {
        let refused = |files: &[Judged], because: &str| {
            let error = fit(files, "").map(|fit| fit.temperature).map_err(|error| error.to_string());
            assert!(error.as_ref().is_err_and(|error| error.contains(because)), "{error:?}");
        };
        refused(&files(99, 0.9, 5), "99 files");
        refused(&(0..200).map(|_| file(0, &[0.9, 0.1])).collect::<Vec<_>>(), "every answer is right");
        // Right in half of the cases, whatever it says: the flatter the better, without end.
        refused(&files(200, 0.9, 2), "would lie at 10 or beyond");
    }
}
