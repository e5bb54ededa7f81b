//! Figures of answers whose truth is known.
//!
//! Shares come with N and Wilson's 95 % interval (Wilson 1927). The expected calibration error is that of Guo et al. 2017
//! (<https://arxiv.org/abs/1706.04599>): bins of equal width over the first probability, Σ n/N · |share right − mean probability|.

use genre::report::{Confidence, softmax};
use serde::Serialize;

/// Bins of the reliability table.
pub(super) const BINS: usize = 10;
/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// Probabilities below it count as this in the log loss: no single file may outweigh all others.
const LEAST: f64 = 1e-12;

/// One file: what it is, and what the network answered for each of its windows.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub(super) truth: usize,
    /// [windows][labels].
    pub(super) logits: Vec<Vec<f32>>,
    pub(super) silent: bool,
}

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Share {
    pub(super) right: usize,
    pub(super) of: usize,
    pub(super) share: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// One genre's figures; `None` where nothing can be divided by.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct OfGenre {
    pub(super) genre: String,
    /// Files of this genre.
    pub(super) support: usize,
    /// Files that were answered so.
    pub(super) answered: usize,
    pub(super) precision: Option<f64>,
    pub(super) recall: Option<f64>,
    pub(super) f1: Option<f64>,
}

/// How well probabilities keep what they promise, at one temperature.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Calibration {
    pub(super) temperature: f64,
    pub(super) expected_calibration_error: f64,
    /// Mean of −ln(probability of the truth).
    pub(super) log_loss: f64,
    pub(super) reliability: Vec<Bin>,
}

/// Answers whose first probability lies in a range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Bin {
    pub(super) above: f64,
    pub(super) to: f64,
    pub(super) files: usize,
    pub(super) mean_probability: Option<f64>,
    pub(super) share_right: Option<f64>,
}

impl Share {
    pub(super) fn of(right: usize, of: usize) -> Self {
        let (n, share) = (of as f64, if of == 0 { 0.0 } else { right as f64 / of as f64 });
        let denominator = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / denominator;
        let half = Z / denominator * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        if of == 0 {
            Self { right, of, share, low: 0.0, high: 1.0 }
        } else {
            Self { right, of, share, low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
        }
    }
}

impl Judged {
    /// What the product answers at a temperature: the mean of the windows' probabilities.
    pub(super) fn probabilities(&self, temperature: f64) -> Vec<f64> {
        let mut sum = vec![0.0; self.logits.first().map_or(0, Vec::len)];
        for logits in &self.logits {
            let probabilities = softmax(logits, temperature as f32);
            sum.iter_mut().zip(probabilities).for_each(|(sum, probability)| *sum += f64::from(probability));
        }
        sum.iter_mut().for_each(|sum| *sum /= self.logits.len() as f64);
        sum
    }

    /// How many labels come before the truth; of equal ones the lower index comes first, as in reports.
    fn rank(&self, probabilities: &[f64]) -> usize {
        let own = probabilities.get(self.truth).copied().unwrap_or(0.0);
        probabilities.iter().enumerate().filter(|&(index, &other)| other > own || (other == own && index < self.truth)).count()
    }
}

/// The first of the largest values.
fn first(probabilities: &[f64]) -> usize {
    probabilities.iter().enumerate().fold(0, |best, (index, &value)| if value > probabilities[best] { index } else { best })
}

/// Files whose truth is among the first `k`.
pub(super) fn top(files: &[Judged], temperature: f64, k: usize) -> Share {
    Share::of(files.iter().filter(|file| file.rank(&file.probabilities(temperature)) < k).count(), files.len())
}

/// Files by truth and answer, [truth][answer].
pub(super) fn confusion(files: &[Judged], temperature: f64, classes: usize) -> Vec<Vec<usize>> {
    let mut matrix = vec![vec![0; classes]; classes];
    for file in files {
        matrix[file.truth][first(&file.probabilities(temperature))] += 1;
    }
    matrix
}

/// Precision, recall and F1 of every genre.
pub(super) fn by_genre(matrix: &[Vec<usize>], names: &[String]) -> Vec<OfGenre> {
    let divide = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
    names
        .iter()
        .enumerate()
        .map(|(index, genre)| {
            let right = matrix[index][index];
            let support = matrix[index].iter().sum();
            let answered = matrix.iter().map(|row| row[index]).sum();
            // 2·TP / (2·TP + FP + FN), which also holds where precision or recall cannot be told.
            let f1 = divide(2 * right, support + answered);
            OfGenre { genre: genre.clone(), support, answered, precision: divide(right, answered), recall: divide(right, support), f1 }
        })
        .collect()
}

/// Reliability and its errors at one temperature.
pub(super) fn calibration(files: &[Judged], temperature: f64) -> Calibration {
    // Of every bin: files, sum of their first probabilities, how many were right.
    let mut bins = [(0_usize, 0.0_f64, 0_usize); BINS];
    for file in files {
        let probabilities = file.probabilities(temperature);
        let answer = first(&probabilities);
        let probability = probabilities[answer];
        // (0, 0.1] is the first.
        let bin = &mut bins[((probability * BINS as f64).ceil() as usize).clamp(1, BINS) - 1];
        *bin = (bin.0 + 1, bin.1 + probability, bin.2 + usize::from(answer == file.truth));
    }
    let error = |&(_, sum, right): &(usize, f64, usize)| (right as f64 - sum).abs() / files.len() as f64;
    let told = |(index, &(count, sum, right)): (usize, &(usize, f64, usize))| Bin {
        above: index as f64 / BINS as f64,
        to: (index + 1) as f64 / BINS as f64,
        files: count,
        mean_probability: (count > 0).then(|| sum / count as f64),
        share_right: (count > 0).then(|| right as f64 / count as f64),
    };
    Calibration {
        temperature,
        expected_calibration_error: bins.iter().map(error).sum(),
        log_loss: log_loss(files, temperature),
        reliability: bins.iter().enumerate().map(told).collect(),
    }
}

/// Mean of −ln(probability of the truth).
pub(super) fn log_loss(files: &[Judged], temperature: f64) -> f64 {
    files.iter().map(|file| -file.probabilities(temperature)[file.truth].max(LEAST).ln()).sum::<f64>() / files.len() as f64
}

/// How often each word of confidence goes with a right answer.
pub(super) fn by_confidence(files: &[Judged], temperature: f64) -> [(Confidence, Share); 3] {
    [Confidence::Confident, Confidence::Contested, Confidence::Atypical].map(|word| {
        let (mut right, mut of) = (0, 0);
        for file in files {
            let probabilities = file.probabilities(temperature);
            let answer = first(&probabilities);
            let said = if file.silent { Confidence::Atypical } else { Confidence::of(probabilities[answer] as f32) };
            if said == word {
                of += 1;
                right += usize::from(answer == file.truth);
            }
        }
        (word, Share::of(right, of))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A file whose single window has these probabilities at temperature 1.
    pub(in super::super) fn file(truth: usize, probabilities: &[f32]) -> Judged {
        Judged { truth, logits: vec![probabilities.iter().map(|probability| probability.ln()).collect()], silent: false }
    }

    /// Five files of three genres: three right (0, 1, 2), one of genre 0 taken for 1 with the truth second, one of 2 with the truth last.
    fn files() -> Vec<Judged> {
        vec![
            file(0, &[0.9, 0.05, 0.05]),
            file(1, &[0.1, 0.8, 0.1]),
            file(2, &[0.2, 0.2, 0.6]),
            file(0, &[0.3, 0.6, 0.1]),
            file(2, &[0.5, 0.35, 0.15]),
        ]
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-6, "{found} instead of {expected}");
    }

    #[test]
    fn shares_and_matrix_by_hand() {
        let files = files();
        assert_eq!((top(&files, 1.0, 1).right, top(&files, 1.0, 2).right, top(&files, 1.0, 3).right), (3, 4, 5));
        let matrix = confusion(&files, 1.0, 3);
        assert_eq!(matrix, [[1, 1, 0], [0, 1, 0], [1, 0, 1]]);
        let names = ["a", "b", "c"].map(str::to_owned);
        let figures = by_genre(&matrix, &names);
        assert_eq!((figures[0].precision, figures[0].recall, figures[0].f1), (Some(0.5), Some(0.5), Some(0.5)));
        assert_eq!((figures[1].precision, figures[1].recall, figures[1].support, figures[1].answered), (Some(0.5), Some(1.0), 1, 2));
        assert_eq!((figures[2].precision, figures[2].recall), (Some(1.0), Some(0.5)));
        near(figures[2].f1.unwrap_or_default(), 2.0 / 3.0);
        // Nobody was of the fourth genre, and nobody was taken for it.
        let none = by_genre(&[vec![1, 0], vec![0, 0]], &names[..2]);
        assert_eq!((none[1].precision, none[1].recall, none[1].f1), (None, None, None));
    }

    #[test]
    fn wilsons_interval() {
        // Newcombe 1998, table I: 81 of 263 has 0.2553 to 0.3662, 0 of 20 has 0 to 0.1611.
        let (many, none) = (Share::of(81, 263), Share::of(0, 20));
        assert!((many.low - 0.2553).abs() < 5e-5 && (many.high - 0.3662).abs() < 5e-5, "{many:?}");
        assert!(none.low == 0.0 && (none.high - 0.1611).abs() < 5e-5, "{none:?}");
        assert_eq!((Share::of(0, 0).low, Share::of(0, 0).high), (0.0, 1.0));
    }

    #[test]
    fn the_calibration_error_by_hand() {
        let found = calibration(&files(), 1.0);
        // First probabilities 0.9, 0.8, 0.6, 0.6, 0.5; right, right, right, wrong, wrong. Bins: (0.8, 0.9] |1 − 0.9|, (0.7, 0.8] |1 − 0.8|,
        // (0.5, 0.6] |1 − 1.2|, (0.4, 0.5] |0 − 0.5|, each over five files. At the edges of bins f32 decides, which moves no sum here.
        near(found.expected_calibration_error, (0.1 + 0.2 + 0.2 + 0.5) / 5.0);
        let truths: [f64; 5] = [0.9, 0.8, 0.6, 0.3, 0.15];
        near(found.log_loss, truths.iter().map(|truth| -truth.ln()).sum::<f64>() / 5.0);
        assert_eq!(found.reliability.iter().map(|bin| bin.files).sum::<usize>(), 5);
        let words = by_confidence(&files(), 1.0).map(|(_, share)| (share.right, share.of));
        assert_eq!(words, [(2, 2), (1, 3), (0, 0)]);
    }

    #[test]
    fn windows_are_averaged_after_the_softmax() {
        let mut track = file(1, &[0.9, 0.1]);
        track.logits.push(vec![0.2_f32.ln(), 0.8_f32.ln()]);
        near(track.probabilities(1.0)[1], 0.45);
        assert_eq!(top(&[track], 1.0, 1).right, 0);
    }

    #[test]
    fn of_equal_ones_the_lower_index_comes_first() {
        let equal = [file(1, &[0.5, 0.5]), file(0, &[0.5, 0.5])];
        assert_eq!((top(&equal[..1], 1.0, 1).right, top(&equal[1..], 1.0, 1).right), (0, 1));
        assert_eq!(confusion(&equal, 1.0, 2), [[1, 0], [1, 0]]);
    }
}
