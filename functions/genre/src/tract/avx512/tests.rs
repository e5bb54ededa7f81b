use std::sync::Arc;

use tract_linalg::multithread::multithread_tract_scope;

use super::super::noise::noise;
use super::super::panels::Order;
use super::*;
use crate::mapped::Bytes;

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

/// Panels as they lie in a file, after `before` bytes of something else.
fn lying(before: usize, values: &[u8], number: DatumType, extents: [usize; 2]) -> Constant {
    let file: Vec<u8> = std::iter::repeat_n(0xff, before).chain(values.iter().copied()).chain([0xff; 9]).collect();
    Constant { file: Bytes::BuiltIn(file.leak()), part: before..before + values.len(), number, extents, order: Order::Panels }
}

#[test]
fn panels_in_a_file_give_the_bits_of_copied_weights() {
    if !available() {
        return;
    }
    // Largest, subnormal, infinite and no number at all among ordinary ones.
    let extremes = [65504.0, -65504.0, 6e-8, -6e-5, 0.0, -0.0, f32::INFINITY, f32::NAN].map(f16::from_f32);
    for (tokens, inputs, outputs) in [(1, 1, 32), (5, 3, 64), (13, 384, 32), (12, 385, 64), (25, 800, 96), (197, 48, 160), (2, 770, 32)] {
        let (x, bias) = (noise(1, tokens * inputs), noise(3, outputs));
        let mut halves: Vec<f16> = noise(2, inputs * outputs).into_iter().map(f16::from_f32).collect();
        for (before, special) in [(0, false), (1, true), (63, true)] {
            if special {
                halves.iter_mut().step_by(29).zip(extremes.into_iter().cycle()).for_each(|(value, extreme)| *value = extreme);
            }
            let run = |panels: Panels| {
                let mut y = vec![0.0; tokens * outputs];
                panels.multiply(whole(&x, tokens, inputs), Some(&bias), &mut y, outputs).expect("it fits");
                y.into_iter().map(f32::to_bits).collect::<Vec<_>>()
            };
            let wide: Vec<f32> = halves.iter().map(|value| value.to_f32()).collect();
            let expected = run(Panels::new(whole(&wide, inputs, outputs)));
            let tensor = Tensor::from_shape(&[inputs, outputs], &halves).expect("they fit");
            assert!(run(Panels::copied(&tensor).expect("two extents")) == expected, "a copy in f16");
            let columns = (0..outputs).step_by(WIDE);
            let sorted = columns.flat_map(|first| (0..inputs).flat_map(move |k| (0..WIDE).map(move |lane| k * outputs + first + lane)));
            let half: Vec<u8> = sorted.clone().flat_map(|place| halves[place].to_bits().to_le_bytes()).collect();
            let single: Vec<u8> = sorted.flat_map(|place| wide[place].to_le_bytes()).collect();
            for (values, number) in [(half, DatumType::F16), (single, DatumType::F32)] {
                let kept = Panels::in_file(&lying(before, &values, number, [inputs, outputs])).expect("as many as there are");
                assert!(
                    kept.are_in_file() && run(kept) == expected,
                    "{tokens}×{inputs}×{outputs} in {number:?} after {before} bytes, {special}"
                );
            }
        }
    }
}

#[test]
fn panels_that_are_not_as_many_as_they_say_are_refused() {
    for (values, number, extents) in [
        (126, DatumType::F16, [2, 32]),
        (260, DatumType::F32, [2, 32]),
        (0, DatumType::F32, [usize::MAX, 32]),
        (16, DatumType::F16, [2, 4]),
        (64, DatumType::I8, [2, 32]),
        (512, DatumType::F64, [2, 32]),
    ] {
        assert!(Panels::in_file(&lying(3, &vec![0; values], number, extents)).is_err(), "{values} bytes for {extents:?} in {number:?}");
    }
    let beyond = Constant { part: 20..276, ..lying(3, &[0; 256], DatumType::F32, [2, 32]) };
    assert!(Panels::in_file(&beyond).is_err());
}
