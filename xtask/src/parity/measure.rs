//! How far two sets of answers are apart, and whether that is too far.

use genre::Outputs;
use genre::manifest::Precision;
use genre::probe::{Bounds, Deviation, scale};
use serde::Serialize;

use super::inputs::Input;

/// One written file in one runtime against the reference.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) precision: Precision,
    pub(crate) runtime: String,
    pub(crate) bounds: Bounds,
    pub(crate) passed: bool,
    pub(crate) max_logit_difference: f64,
    pub(crate) mean_logit_difference: f64,
    /// max|Δlogit| / max(1, max|reference|), the largest of all inputs.
    pub(crate) relative_logit_error: f64,
    /// The same of the embedding.
    pub(crate) relative_embedding_error: f64,
    pub(crate) max_probability_difference: f64,
    /// Inputs, inputs with the same first label, and with the same five first labels in any order.
    pub(crate) inputs: usize,
    pub(crate) same_first: usize,
    pub(crate) same_five: usize,
    /// Inputs whose first label must be the same: the reference's margin exceeds the bound.
    pub(crate) decided: usize,
    pub(crate) same_first_decided: usize,
    /// Inputs with another first label.
    pub(crate) other_first: Vec<OtherFirst>,
    /// Where the largest difference is.
    pub(crate) worst_input: String,
    pub(crate) worst_part: &'static str,
}

/// An input with another first label than the reference's.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OtherFirst {
    pub(crate) input: String,
    /// How much likelier the reference's first label is than its second, in its own answer.
    pub(crate) margin: f64,
}

/// Compares the answers to every input.
pub(crate) fn compare(precision: Precision, runtime: &str, inputs: &[Input], reference: &Outputs, found: &Outputs) -> Row {
    let bounds = Bounds::of(precision);
    let count = inputs.len().max(1);
    let mut row = Row {
        precision,
        runtime: runtime.to_owned(),
        bounds,
        passed: false,
        max_logit_difference: 0.0,
        mean_logit_difference: 0.0,
        relative_logit_error: 0.0,
        relative_embedding_error: 0.0,
        max_probability_difference: 0.0,
        inputs: inputs.len(),
        same_first: 0,
        same_five: 0,
        decided: 0,
        same_first_decided: 0,
        other_first: Vec::new(),
        worst_input: String::new(),
        worst_part: "nowhere",
    };
    let part = |values: &[f32], index: usize| -> Vec<f32> {
        let size = values.len() / count;
        values[index * size..][..size].to_vec()
    };
    // Other sizes cannot be compared, and what is not a number is infinitely far from anything.
    let comparable = reference.logits.len() == found.logits.len() && reference.embeddings.len() == found.embeddings.len();
    if !comparable || reference.logits.is_empty() || inputs.is_empty() {
        row.relative_logit_error = f64::INFINITY;
        row.worst_part = "number of answers";
        return row;
    }
    row.passed = true;
    let mut worst = -1.0;
    for (index, input) in inputs.iter().enumerate() {
        let (expected, got) = (part(&reference.logits, index), part(&found.logits, index));
        let embeddings = (part(&reference.embeddings, index), part(&found.embeddings, index));
        let apart = Deviation::between((&expected, &embeddings.0), (&got, &embeddings.1));
        let (relative, embedding) = (apart.relative_logit, apart.relative_embedding);
        row.max_logit_difference = row.max_logit_difference.max(apart.logit);
        row.mean_logit_difference += differences(&expected, &got).sum::<f64>() / (expected.len() * count) as f64;
        row.relative_logit_error = row.relative_logit_error.max(relative);
        row.relative_embedding_error = row.relative_embedding_error.max(embedding);
        row.max_probability_difference = row.max_probability_difference.max(apart.probability);
        row.same_first += usize::from(!apart.other_first);
        row.same_five += usize::from(five_largest(&expected) == five_largest(&got));
        row.passed &= apart.within(&bounds);
        if apart.other_first {
            row.other_first.push(OtherFirst { input: input.name.clone(), margin: apart.margin });
        }
        if apart.decided(&bounds) {
            row.decided += 1;
            row.same_first_decided += usize::from(!apart.other_first);
        }
        if relative > worst {
            worst = relative;
            row.worst_input.clone_from(&input.name);
            // The head adds little to an error that the embedding has already.
            row.worst_part = if embedding >= 0.5 * relative { "embedding" } else { "head" };
        }
    }
    row.passed &= bounds.allow_other_first(row.other_first.len(), inputs.len());
    row
}

/// Whether the logits of all inputs are the same but for a thousandth.
pub(crate) fn alike(logits: &[f32], inputs: usize) -> bool {
    let classes = logits.len() / inputs.max(1);
    let Some(first) = logits.get(..classes) else { return true };
    logits.chunks_exact(classes.max(1)).all(|answer| largest_difference(first, answer) <= 1e-3 * scale(first))
}

fn differences<'v>(expected: &'v [f32], got: &'v [f32]) -> impl Iterator<Item = f64> + 'v {
    let apart = |(&a, &b): (&f32, &f32)| (f64::from(a) - f64::from(b)).abs();
    expected.iter().zip(got).map(apart).map(|apart| if apart.is_nan() { f64::INFINITY } else { apart })
}

fn largest_difference(expected: &[f32], got: &[f32]) -> f64 {
    differences(expected, got).fold(0.0, f64::max)
}

/// Indices of the five largest values, in ascending order.
fn five_largest(values: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    order.truncate(5);
    order.sort_unstable();
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(count: usize) -> Vec<Input> {
        (0..count).map(|index| Input { name: format!("input {index}"), pixels: Vec::new() }).collect()
    }

    fn outputs(logits: &[f32]) -> Outputs {
        Outputs { logits: logits.to_vec(), embeddings: vec![1.0; 4] }
    }

    /// Two inputs, three labels; the second one is nearly undecided.
    const REFERENCE: [f32; 6] = [4.0, -2.0, 0.0, 1.0, 1.000_01, -20.0];

    #[track_caller]
    fn check(precision: Precision, change: impl FnOnce(&mut Outputs), passes: bool) -> Row {
        let mut found = outputs(&REFERENCE);
        change(&mut found);
        let row = compare(precision, "test", &inputs(2), &outputs(&REFERENCE), &found);
        assert_eq!(row.passed, passes, "{row:?}");
        row
    }

    #[test]
    fn the_bounds_are_what_they_say() {
        check(Precision::F32, |_| (), true);
        // 4.0 is the first input's scale: 4e-4 is allowed there.
        check(Precision::F32, |found| found.logits[0] += 3.9e-4, true);
        let row = check(Precision::F32, |found| found.logits[0] += 4.2e-4, false);
        assert_eq!((&*row.worst_input, row.worst_part), ("input 0", "head"));
        // The bound on probabilities is another one than that on logits.
        check(Precision::F32, |found| found.logits[1] += 1.0, false);
        check(Precision::F16, |found| found.logits[0] += 0.1, true);
        check(Precision::F16, |found| found.logits[0] += 2.0, false);
    }

    #[test]
    fn an_undecided_first_label_may_change_and_a_decided_one_may_not() {
        let row = check(Precision::F32, |found| found.logits[3] += 2e-5, true);
        assert_eq!((row.same_first, row.decided, row.same_first_decided), (1, 1, 1));
        let row = check(Precision::F16, |found| found.logits.swap(0, 2), false);
        assert_eq!((row.decided, row.same_first_decided), (1, 0));
    }

    #[test]
    fn int8_may_change_one_undecided_label_but_no_more() {
        // Both inputs are nearly undecided, and both change.
        let reference = [1.0, 1.000_01, -20.0, 1.0, 1.000_01, -20.0];
        let mut found = outputs(&reference);
        found.logits.swap(3, 4);
        let row = compare(Precision::Int8, "test", &inputs(2), &outputs(&reference), &found);
        assert!(row.passed && row.other_first[0].input == "input 1" && row.other_first[0].margin < 1e-5, "{row:?}");
        found.logits.swap(0, 1);
        let row = compare(Precision::Int8, "test", &inputs(2), &outputs(&reference), &found);
        assert!(!row.passed && row.other_first.len() == 2, "{row:?}");
        // 2e-2 of the probabilities.
        check(Precision::Int8, |found| found.logits[1] += 1.5, true);
        check(Precision::Int8, |found| found.logits[2] += 2.0, false);
    }

    #[test]
    fn what_is_not_a_number_or_has_another_size_never_passes() {
        check(Precision::F16, |found| found.logits[5] = f32::NAN, false);
        check(Precision::F16, |found| found.logits.truncate(5), false);
        check(Precision::F16, |found| found.logits.clear(), false);
        // A head of zeros would hide whatever the network does: the embedding is an output of its own.
        check(Precision::F32, |found| found.embeddings[1] += 2e-4, false);
        check(Precision::F16, |found| found.embeddings[1] += 2e-2, false);
        assert!(!compare(Precision::F32, "test", &[], &outputs(&[]), &outputs(&[])).passed, "no inputs prove nothing");
    }

    #[test]
    fn a_head_that_answers_everything_alike_is_noticed() {
        assert!(alike(&[0.0; 6], 2) && alike(&[1.0, 2.0, 1.000_1, 2.0], 2));
        assert!(!alike(&REFERENCE, 2));
    }

    #[test]
    fn an_error_of_the_embedding_is_told_from_one_of_the_head() {
        let row = check(
            Precision::F32,
            |found| {
                found.embeddings[0] += 0.01;
                found.logits[0] += 0.01;
            },
            false,
        );
        assert_eq!(row.worst_part, "embedding");
    }
}
