//! Both operators against f64, on one thread and several, over lengths and extreme values.

use std::sync::Arc;

use tract_linalg::multithread::multithread_tract_scope;

use super::super::noise::noise;
use super::*;

fn run(what: Rowwise, rows: &[f32], width: usize, parameters: &[&[f32]]) -> Vec<f32> {
    let mut tensor = Tensor::from_shape(&[1, rows.len() / width, width], rows).expect("they fit");
    let parameters: Vec<_> = parameters.iter().map(|values| tensor1(values).into_tvalue()).collect();
    what.run(&mut tensor, &parameters).expect("it runs");
    tensor.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("f32").to_vec()
}

/// Φ(-|x|) by the continued fraction of Mills' ratio far out, by the series of erf near zero; both to more digits than f32 has.
fn beyond(x: f64) -> f64 {
    let density = (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if x < 3.0 {
        // Φ(x) = 1/2 + φ(x) · Σ x^(2k+1) / (1·3·5…(2k+1)).
        let (mut term, mut sum) = (x, x);
        for k in 1..200 {
            term *= x * x / f64::from(2 * k + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }
    let fraction = (1..300).rev().fold(0.0, |rest, k| f64::from(k) / (x + rest));
    density / (x + fraction)
}

#[test]
fn gelu_is_that_of_f64() {
    let values: Vec<f32> = (-120_000..=120_000).map(|step| step as f32 / 10_000.0).collect();
    let found = run(Rowwise::Gelu, &values, 1, &[]);
    let mut worst: f64 = 0.0;
    for (x, found) in values.iter().zip(found) {
        let x = f64::from(*x);
        let exact = x.max(0.0) - x.abs() * beyond(x.abs());
        worst = worst.max((f64::from(found) - exact).abs() / x.abs().max(1.0));
    }
    assert!(worst <= 3e-7, "{worst:e}");
    let extremes = [0.0, 1e-41, -1e-41, 1e30, -1e30, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN];
    let expected = [0.0, 5e-42, -5e-42, 1e30, 0.0, f32::INFINITY, 0.0, f32::MAX, 0.0];
    for (x, (found, expected)) in extremes.iter().zip(run(Rowwise::Gelu, &extremes, 1, &[]).into_iter().zip(expected)) {
        assert!((found - expected).abs() <= 1e-44 || found == expected, "{x}: {found} instead of {expected}");
    }
    assert!(run(Rowwise::Gelu, &[f32::NAN], 1, &[])[0].is_nan());
}

#[track_caller]
fn check_norm(rows: &[f32], width: usize, epsilon: f32) {
    let (weight, bias) = (noise(11, width), noise(12, width));
    let found = run(Rowwise::Norm { epsilon }, rows, width, &[&weight, &bias]);
    for (row, found) in rows.chunks_exact(width).zip(found.chunks_exact(width)) {
        let mean = row.iter().map(|&value| f64::from(value)).sum::<f64>() / width as f64;
        let variance = row.iter().map(|&value| (f64::from(value) - mean).powi(2)).sum::<f64>() / width as f64;
        let rate = 1.0 / (variance + f64::from(epsilon)).sqrt();
        // What a mean may be off by, brought to the scale of the answer.
        let largest = row.iter().fold(0.0, |largest: f64, &value| largest.max(f64::from(value).abs()));
        for (index, found) in found.iter().enumerate() {
            let exact = (f64::from(row[index]) - mean) * rate * f64::from(weight[index]) + f64::from(bias[index]);
            let allowed = 4.0 * f64::from(f32::EPSILON) * (1.0 + exact.abs() + 4.0 * largest * rate);
            assert!((f64::from(*found) - exact).abs() <= allowed, "{index} of {width}: {found} instead of {exact}");
        }
    }
}

#[test]
fn norms_are_those_of_f64_whatever_their_length() {
    for width in [1, 2, 15, 16, 17, 48, 192, 768, 1000] {
        let rows = noise(width as u64, 5 * width);
        check_norm(&rows, width, 1e-6);
        check_norm(&rows.iter().map(|value| value + 100.0).collect::<Vec<_>>(), width, 1e-6);
        check_norm(&rows.iter().map(|value| value * 1e-12).collect::<Vec<_>>(), width, 1e-12);
        check_norm(&rows.iter().map(|value| value * 1e15).collect::<Vec<_>>(), width, 1e-6);
        check_norm(&vec![0.0; width], width, 1e-6);
        check_norm(&vec![3.25; 2 * width], width, 1e-6);
        let mut outlier = rows.clone();
        outlier[width / 2] = 1e6;
        check_norm(&outlier, width, 1e-6);
    }
}

#[test]
fn what_is_no_number_spoils_its_row_and_no_other() {
    let mut rows = noise(5, 4 * 40);
    rows[45] = f32::NAN;
    rows[130] = f32::INFINITY;
    let found = run(Rowwise::Norm { epsilon: 1e-6 }, &rows, 40, &[&[1.0; 40], &[0.0; 40]]);
    for (row, found) in found.chunks_exact(40).enumerate() {
        assert_eq!(found.iter().all(|value| value.is_finite()), !matches!(row, 1 | 3), "row {row}");
    }
}

#[test]
fn threads_change_no_bit() {
    let (width, rows) = (100, noise(7, 197 * 100));
    let (weight, bias) = (noise(8, width), noise(9, width));
    for (what, parameters) in [(Rowwise::Norm { epsilon: 1e-6 }, vec![weight.as_slice(), bias.as_slice()]), (Rowwise::Gelu, vec![])] {
        let alone = run(what, &rows, width, &parameters);
        for threads in [2, 3, 16] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let together = multithread_tract_scope(Executor::MultiThread(Arc::new(pool)), || run(what, &rows, width, &parameters));
            assert!(together == alone, "{what:?} on {threads} threads");
        }
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let norm = Rowwise::Norm { epsilon: 1e-6 };
    let rows = || Tensor::zero::<f32>(&[2, 4]).expect("it is small");
    let of = |width: usize| Tensor::zero::<f32>(&[width]).expect("it is small").into_tvalue();
    assert!(norm.run(&mut rows(), &[of(4), of(4)]).is_ok());
    assert!(norm.run(&mut rows(), &[of(4), of(3)]).is_err() && norm.run(&mut rows(), &[of(4)]).is_err());
    assert!(Rowwise::Gelu.run(&mut Tensor::zero::<f32>(&[]).expect("it is small"), &[]).is_err());
    assert!(Rowwise::Gelu.run(&mut Tensor::zero::<f32>(&[0, 4]).expect("it is small"), &[]).is_ok());
}
