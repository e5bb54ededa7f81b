use std::sync::Arc;

use tract_linalg::multithread::multithread_tract_scope;

use super::super::avx512::available;
use super::*;

fn noise(seed: u64, count: usize, size: f32) -> Vec<f32> {
    super::super::noise::noise(seed, count).into_iter().map(|value| value * size).collect()
}

fn tensor(rows: usize, values: &[f32]) -> Tensor {
    Tensor::from_shape(&[1, rows, values.len() / rows], values).expect("they fit")
}

/// The same in f64, number by number.
fn plain(attention: &Attention, [query, key, value]: [&Tensor; 3]) -> Vec<f64> {
    let at = |tensor: &Tensor, of: usize, row: usize, head: usize, n: usize| {
        let plain = tensor.try_as_plain_ram().expect("it is plain");
        f64::from(plain.as_slice::<f32>().expect("f32")[row * tensor.shape()[2] + attention.columns[of] + head * attention.width + n])
    };
    let (queries, keys) = (query.shape()[1], key.shape()[1]);
    let mut output = Vec::new();
    for q in 0..queries {
        for head in 0..attention.heads {
            let score = |k: usize| (0..attention.width).map(|n| at(query, 0, q, head, n) * at(key, 1, k, head, n)).sum::<f64>();
            let scores: Vec<f64> = (0..keys).map(|k| score(k) * f64::from(attention.scale)).collect();
            let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let shares: Vec<f64> = scores.iter().map(|score| (score - largest).exp()).collect();
            let all: f64 = shares.iter().sum();
            output.extend((0..attention.width).map(|n| (0..keys).map(|k| shares[k] * at(value, 2, k, head, n)).sum::<f64>() / all));
        }
    }
    output
}

#[track_caller]
fn check(attention: &Attention, inputs: [&Tensor; 3], allowed: f64) {
    let found = attention.run(inputs).expect("it runs");
    let expected = plain(attention, inputs);
    let plain = found.try_as_plain_ram().expect("it is plain");
    let values = plain.as_slice::<f32>().expect("f32");
    assert_eq!(values.len(), expected.len());
    let apart = values.iter().zip(&expected).map(|(found, expected)| (f64::from(*found) - expected).abs()).fold(0.0, f64::max);
    assert!(apart <= allowed, "{attention:?}: {apart}");
}

#[test]
fn heads_attend_as_a_scalar_loop_does() {
    if !available() {
        return;
    }
    let mut seed = 0;
    for (heads, width) in [(1, 1), (3, 64), (2, 48), (12, 20)] {
        for (queries, keys) in [(1, 1), (1, 197), (50, 50), (5, 33)] {
            for size in [0.0, 0.3, 3.0] {
                seed += 1;
                let dim = heads * width;
                // Scores are sums of so many products, and an error of theirs is one of the shares.
                let score = f64::from(size * size) * (width as f64).sqrt();
                let allowed = 1e-6 + 4.0 * f64::from(f32::EPSILON) * score * f64::from(size);
                // Side by side as one product leaves them, and each by itself.
                let all = tensor(keys, &noise(seed, keys * 3 * dim, size));
                let joined = Attention { heads, width, columns: [0, dim, 2 * dim], scale: 0.25 };
                check(&joined, [&all, &all, &all], allowed);
                let alone = Attention { heads, width, columns: [0, 0, dim], scale: 1.0 };
                let (query, both) =
                    (tensor(queries, &noise(seed + 50, queries * dim, size)), tensor(keys, &noise(seed + 90, keys * 2 * dim, size)));
                check(&alone, [&query, &both, &both], allowed);
            }
        }
    }
}

#[test]
fn extreme_scores_stay_where_they_belong() {
    if !available() {
        return;
    }
    let (heads, width, tokens) = (2, 16, 40);
    let dim = heads * width;
    let attention = Attention { heads, width, columns: [0, dim, 2 * dim], scale: 1.0 };
    // Scores of ten thousands: one key takes all, without an overflow.
    let loud = tensor(tokens, &noise(1, tokens * 3 * dim, 100.0));
    check(&attention, [&loud, &loud, &loud], 1e-2);
    let tiny = tensor(tokens, &noise(2, tokens * 3 * dim, 1e-41));
    check(&attention, [&tiny, &tiny, &tiny], 1e-40);
    // A query that is no number spoils its own row of its own head.
    let mut values = noise(3, tokens * 3 * dim, 1.0);
    values[7 * 3 * dim + width + 2] = f32::NAN;
    let broken = tensor(tokens, &values);
    let found = attention.run([&broken, &broken, &broken]).expect("it runs");
    let plain = found.try_as_plain_ram().expect("it is plain");
    for (index, part) in plain.as_slice::<f32>().expect("f32").chunks_exact(width).enumerate() {
        assert_eq!(part.iter().all(|value| value.is_finite()), index != 7 * heads + 1, "token {}, head {}", index / heads, index % heads);
    }
}

#[test]
fn threads_change_no_bit_and_what_does_not_fit_is_refused() {
    if !available() {
        return;
    }
    let (heads, width, tokens) = (5, 24, 61);
    let dim = heads * width;
    let all = tensor(tokens, &noise(1, tokens * 3 * dim, 1.0));
    let attention = Attention { heads, width, columns: [0, dim, 2 * dim], scale: 1.0 };
    let alone = attention.run([&all, &all, &all]).expect("it runs");
    for threads in [2, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let run = || attention.run([&all, &all, &all]);
        let together = multithread_tract_scope(Executor::MultiThread(Arc::new(pool)), run).expect("it runs");
        assert!(together.as_bytes() == alone.as_bytes(), "{threads} threads change the answer");
    }
    let (fewer, narrow) = (tensor(tokens - 1, &noise(1, (tokens - 1) * 3 * dim, 1.0)), tensor(tokens, &noise(1, tokens * 2 * dim, 1.0)));
    assert!(attention.run([&all, &all, &fewer]).is_err());
    assert!(attention.run([&all, &all, &narrow]).is_err());
    let two = Tensor::zero::<f32>(&[2, tokens, 3 * dim]).expect("it is small");
    assert!(attention.run([&two, &two, &two]).is_err());
}
