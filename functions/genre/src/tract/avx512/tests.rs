use std::sync::Arc;

use tract_linalg::multithread::multithread_tract_scope;

use super::super::noise::noise;
use super::*;

fn whole(values: &[f32], count: usize, width: usize) -> Rows<'_> {
    Rows::new(values, width, count, width).expect("they lie within")
}

/// Holds a product against sums in f64. An f32 sum of K products may be off by some K ε Σ|x·w|; by far less where it is well ordered.
#[track_caller]
fn check((tokens, inputs, outputs): (usize, usize, usize), x: &[f32], w: &[f32], b: &[f32]) {
    let panels = Panels::new(whole(w, inputs, outputs));
    let mut found = vec![f32::NAN; tokens * outputs];
    panels.multiply(whole(x, tokens, inputs), Some(b), &mut found, outputs).expect("it fits");
    for token in 0..tokens {
        for output in 0..outputs {
            let product = |k: usize| f64::from(x[token * inputs + k]) * f64::from(w[k * outputs + output]);
            let (sum, size) = (0..inputs)
                .map(product)
                .fold((f64::from(b[output]), f64::from(b[output].abs())), |(sum, size), product| (sum + product, size + product.abs()));
            let got = f64::from(found[token * outputs + output]);
            let allowed = size * f64::from(f32::EPSILON) * (inputs as f64).sqrt().max(4.0) + f64::from(f32::MIN_POSITIVE);
            assert!((got - sum).abs() <= allowed, "{tokens}×{inputs}×{outputs} at {token}, {output}: {got} instead of {sum} ± {allowed}");
        }
    }
}

#[test]
fn products_are_those_of_a_scalar_loop_whatever_the_shape() {
    if !available() {
        return;
    }
    let mut seed = 0;
    for tokens in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25] {
        for inputs in [0, 1, 3, DEEP - 1, DEEP, DEEP + 1, 2 * DEEP + 5] {
            for outputs in [1, 15, 16, 17, 31, 32, 33, 70] {
                seed += 1;
                let (x, w, b) = (noise(seed, tokens * inputs), noise(seed + 1000, inputs * outputs), noise(seed + 2000, outputs));
                check((tokens, inputs, outputs), &x, &w, &b);
            }
        }
    }
}

#[test]
fn extreme_values_are_as_exact() {
    if !available() {
        return;
    }
    let (tokens, inputs, outputs) = (14, 900, 33);
    let (x, w, b) = (noise(1, tokens * inputs), noise(2, inputs * outputs), noise(3, outputs));
    check((tokens, inputs, outputs), &vec![0.0; x.len()], &w, &b);
    check((tokens, inputs, outputs), &x, &vec![0.0; w.len()], &b);
    let mut outlier = x.clone();
    outlier[3 * inputs + 700] = 1e30;
    check((tokens, inputs, outputs), &outlier, &w, &b);
    let tiny: Vec<f32> = x.iter().map(|value| value * 1e-41).collect();
    check((tokens, inputs, outputs), &tiny, &w, &vec![0.0; outputs]);
    // What is no number stays in its row.
    let mut broken = x;
    broken[4 * inputs + 800] = f32::NAN;
    broken[6 * inputs] = f32::INFINITY;
    let mut found = vec![0.0; tokens * outputs];
    let panels = Panels::new(whole(&w, inputs, outputs));
    panels.multiply(whole(&broken, tokens, inputs), Some(&b), &mut found, outputs).expect("it fits");
    for (token, row) in found.chunks_exact(outputs).enumerate() {
        assert_eq!(row.iter().all(|value| value.is_finite()), !matches!(token, 4 | 6), "token {token}");
    }
}

#[test]
fn parts_of_longer_rows_give_the_same_bits() {
    if !available() {
        return;
    }
    let (tokens, inputs, outputs) = (29, 64, 50);
    let (x, w) = (noise(1, tokens * inputs), noise(2, inputs * outputs));
    let mut expected = vec![0.0; tokens * outputs];
    Panels::new(whole(&w, inputs, outputs)).multiply(whole(&x, tokens, inputs), None, &mut expected, outputs).expect("it fits");
    // X, Wᵀ and Y as columns of larger matrices.
    let mut wide = vec![f32::NAN; tokens * 100];
    wide.chunks_exact_mut(100).zip(x.chunks_exact(inputs)).for_each(|(to, row)| to[7..7 + inputs].copy_from_slice(row));
    let mut turned = vec![f32::NAN; outputs * 90];
    (0..outputs).for_each(|m| (0..inputs).for_each(|k| turned[m * 90 + 11 + k] = w[k * outputs + m]));
    let mut found = vec![-1.0; tokens * 60];
    let panels = Panels::transposed(Rows::new(&turned[11..], 90, outputs, inputs).expect("they lie within"));
    panels.multiply(Rows::new(&wide[7..], 100, tokens, inputs).expect("they lie within"), None, &mut found, 60).expect("it fits");
    for (row, expected) in found.chunks_exact(60).zip(expected.chunks_exact(outputs)) {
        assert_eq!(&row[..outputs], expected);
        assert!(row[outputs..].iter().all(|&value| value == -1.0), "something is written beside Y");
    }
}

#[test]
fn threads_change_no_bit() {
    if !available() {
        return;
    }
    let (tokens, inputs, outputs) = (197, 100, 70);
    let x = Tensor::from_shape(&[1, tokens, inputs], &noise(1, tokens * inputs)).expect("they fit");
    let bias = Tensor::from_shape(&[outputs], &noise(3, outputs)).expect("they fit");
    let panels = Panels::new(whole(&noise(2, inputs * outputs), inputs, outputs));
    let alone = panels.product(&x, &bias).expect("it runs");
    assert_eq!(alone.shape(), [1, tokens, outputs]);
    for threads in [2, 3, 16] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let together = multithread_tract_scope(Executor::MultiThread(Arc::new(pool)), || panels.product(&x, &bias));
        assert!(together.expect("it runs").as_bytes() == alone.as_bytes(), "{threads} threads change the answer");
    }
    let none = Tensor::zero::<f32>(&[1, 0, inputs]).expect("it is small");
    assert_eq!(panels.product(&none, &bias).expect("no rows are no error").shape(), [1, 0, outputs]);
}

#[test]
fn what_does_not_fit_is_refused() {
    let values = vec![0.0; 100];
    for (stride, count, width) in [(10, 11, 10), (10, 10, 11), (0, 2, 1), (usize::MAX, 3, 1), (101, 1, 101)] {
        assert!(Rows::new(&values, stride, count, width).is_err(), "{count} rows of {width} every {stride}");
    }
    assert!(Rows::new(&values, 12, 9, 4).is_ok());
    if !available() {
        return;
    }
    let panels = Panels::new(whole(&values[..32], 8, 4));
    let x = whole(&values[..16], 2, 8);
    let mut y = vec![0.0; 8];
    assert!(panels.multiply(x, None, &mut y, 4).is_ok());
    assert!(panels.multiply(x, Some(&[0.0; 3]), &mut y, 4).is_err());
    assert!(panels.multiply(whole(&values[..14], 2, 7), None, &mut y, 4).is_err());
    assert!(panels.multiply(x, None, &mut y, 3).is_err());
    assert!(panels.multiply(x, None, &mut y[..7], 4).is_err());
}

#[test]
fn weights_in_f16_give_the_bits_of_their_widened_numbers() {
    if !available() {
        return;
    }
    // Largest, subnormal, infinite and no number at all among ordinary ones.
    let extremes = [65504.0, -65504.0, 6e-8, -6e-5, 0.0, -0.0, f32::INFINITY, f32::NAN].map(f16::from_f32);
    for (tokens, inputs, outputs) in [(1, 1, 1), (5, 3, 31), (13, 384, 33), (12, 385, 64), (25, 800, 100), (197, 48, 144)] {
        let x = noise(1, tokens * inputs);
        let mut halves: Vec<f16> = noise(2, inputs * outputs).into_iter().map(f16::from_f32).collect();
        for special in [false, true] {
            if special {
                halves.iter_mut().step_by(29).zip(extremes.into_iter().cycle()).for_each(|(value, extreme)| *value = extreme);
            }
            let wide: Vec<f32> = halves.iter().map(|value| value.to_f32()).collect();
            let bias = noise(3, outputs);
            let run = |panels: Panels| {
                let mut y = vec![0.0; tokens * outputs];
                panels.multiply(whole(&x, tokens, inputs), Some(&bias), &mut y, outputs).expect("it fits");
                y.into_iter().map(f32::to_bits).collect::<Vec<_>>()
            };
            let kept = Panels::halves(&halves, (inputs, outputs)).expect("as many as there are");
            assert!(run(kept) == run(Panels::new(whole(&wide, inputs, outputs))), "{tokens}×{inputs}×{outputs}, {special}");
        }
    }
    assert!(Panels::halves(&[f16::ZERO; 7], (2, 4)).is_err() && Panels::halves(&[], (usize::MAX, 2)).is_err());
}
