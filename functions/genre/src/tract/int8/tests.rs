//! The operator against a scalar twin, in every kernel for int8 that runs here.

use super::super::noise::noise;
use super::super::panels::{BYTES, FOURS, Order};
use super::*;
use crate::mapped::Bytes;

fn tensor<T: Datum + Copy>(shape: &[usize], values: &[T]) -> Tensor {
    Tensor::from_shape(shape, values).expect("they fit")
}

/// As it lies in a file, after three bytes of something else.
fn lying(values: impl IntoIterator<Item = i8>, extents: [usize; 2], order: Order) -> Constant {
    let file: Vec<u8> = [0xff; 3].into_iter().chain(values.into_iter().map(i8::cast_unsigned)).collect();
    let part = 3..file.len();
    Constant { file: Bytes::BuiltIn(file.leak()), part, number: DatumType::I8, extents, order }
}

fn packed(weights: &Constant, shape: Shape) -> TractResult<Packed> {
    Packed::new(weights, shape, &mut Copies::default())
}

struct Case {
    shape: Shape,
    x: Vec<f32>,
    w: Vec<i8>,
    columns: Vec<f32>,
    bias: Vec<f32>,
}

impl Case {
    fn new(tokens: usize, inputs: usize, outputs: usize, seed: u64) -> Self {
        let shape = Shape { number: DatumType::F32, inputs, outputs, tokens };
        let w = noise(seed + 1, inputs * outputs).iter().map(|value| (value * 127.9) as i8).collect();
        let columns = noise(seed + 2, outputs).iter().map(|value| value.abs() / 100.0).collect();
        Self { shape, x: noise(seed, tokens * inputs), w, columns, bias: noise(seed + 3, outputs) }
    }

    fn rows(&self) -> Tensor {
        tensor(&[1, self.shape.tokens, self.shape.inputs], &self.x)
    }

    fn lying_in_rows(&self) -> Constant {
        lying(self.w.clone(), [self.shape.inputs, self.shape.outputs], Order::Rows)
    }

    /// The same in panels, where they come out whole.
    fn lying_in_panels(&self) -> Option<Constant> {
        let Shape { inputs, outputs, .. } = self.shape;
        let place = |panel: usize, piece: usize| {
            let lane = move |lane: usize| (piece * FOURS + lane % FOURS) * outputs + panel * BYTES + lane / FOURS;
            (0..BYTES * FOURS).map(lane)
        };
        let places = (0..outputs / BYTES).flat_map(|panel| (0..inputs / FOURS).flat_map(move |piece| place(panel, piece)));
        let whole = inputs.is_multiple_of(FOURS) && outputs.is_multiple_of(BYTES);
        whole.then(|| lying(places.map(|place| self.w[place]), [inputs, outputs], Order::Panels))
    }

    /// The formulas of the graph, number by number.
    fn twin(&self) -> Vec<f32> {
        let Shape { inputs, outputs, .. } = self.shape;
        let mut all = Vec::new();
        for row in self.x.chunks_exact(inputs) {
            // What is no number wins, and stays.
            let larger = |largest: f32, value: &f32| if largest.is_nan() || value.abs() <= largest { largest } else { value.abs() };
            let largest = row.iter().fold(FLOOR, larger);
            let whole: Vec<i64> = row.iter().map(|value| (value * (127.0 / largest)).round_ties_even() as i64).collect();
            for output in 0..outputs {
                let sum: i64 = whole.iter().enumerate().map(|(k, x)| x * i64::from(self.w[k * outputs + output])).sum();
                all.push(sum as f32 * self.columns[output] * (largest / 127.0) + self.bias[output]);
            }
        }
        all
    }

    /// Every kernel gives the twin's very bits; a row that is no number stays one in all of its columns.
    #[track_caller]
    fn check(&self) {
        let weights = tensor(&[self.shape.inputs, self.shape.outputs], &self.w);
        let expected = self.twin();
        let by_tract = |name: &str| {
            let kernel = choose(self.shape, &[name]).expect("there is a kernel");
            assert_eq!(kernel.name(), name);
            Packed::with(kernel, &weights, self.shape).expect("they fit")
        };
        let lying = [Some(self.lying_in_rows()), self.lying_in_panels()].into_iter().flatten();
        let chosen = lying.map(|weights| packed(&weights, self.shape).expect("they fit"));
        for packed in kernels().into_iter().map(by_tract).chain(chosen) {
            let name = packed.kernel();
            let found = packed.run(&self.rows(), &tensor(&[self.bias.len()], &self.bias), &tensor(&[self.columns.len()], &self.columns));
            let found = found.expect("it runs");
            assert_eq!(found.shape(), [1, self.shape.tokens, self.shape.outputs]);
            let found = found.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("they are f32").to_vec();
            for (index, (found, expected)) in found.iter().zip(&expected).enumerate() {
                let same = found.to_bits() == expected.to_bits() || !found.is_finite() && !expected.is_finite();
                assert!(same, "{name}, {:?}, at {index}: {found} instead of {expected}", self.shape);
            }
        }
    }
}

/// Those that multiply int8, one of plain Rust among them.
fn kernels() -> Vec<&'static str> {
    let query = Query { allow_extractor: false, store: Some(DatumType::I32), ..Query::plain(DatumType::I32, None, None, None) };
    let mut names = Vec::new();
    for (kernel, ..) in MmmDispatch::native().suitable(&query) {
        let runnable = MmmDispatch::native().runnable().iter().find(|known| known.name() == kernel.name());
        names.extend(runnable.map(|kernel| kernel.name()));
    }
    names.dedup();
    assert!(names.iter().any(|name| name.starts_with("generic")), "what runs on any processor is missing: {names:?}");
    names
}

#[test]
fn products_are_those_of_the_scalar_twin_whatever_the_shape() {
    let mut seed = 0;
    for tokens in [1, 2, 15, 16, 17, 33] {
        for inputs in [1, 3, 4, 5, 63, 64, 130, 3072] {
            for outputs in [1, 15, 16, 40, 128, 511, 513] {
                // The longest of all would only repeat what the others show.
                if tokens * inputs * outputs < 1 << 20 {
                    seed += 10;
                    Case::new(tokens, inputs, outputs, seed).check();
                }
            }
        }
    }
}

#[test]
fn extreme_values_are_those_of_the_scalar_twin() {
    let plain = || Case::new(19, 100, 35, 7);
    type Change = fn(&mut Case);
    let changes: [Change; 9] = [
        |case| case.x.fill(0.0),
        |case| case.w.fill(0),
        // One outlier, beside which a row's other values vanish.
        |case| case.x[305] = 1e30,
        |case| case.x[305] = f32::MAX,
        // Every value of a row is its largest: the sums are as large as they get.
        |case| case.x[200..300].fill(-3.0),
        |case| {
            case.x.fill(5.0);
            case.w.fill(-127);
        },
        // Values without an ordinary exponent, and such that lie about the least that counts.
        |case| case.x.iter_mut().for_each(|value| *value *= 1e-41),
        |case| case.x.iter_mut().for_each(|value| *value *= 2e-30),
        |case| case.columns.fill(0.0),
    ];
    for change in changes {
        let mut case = plain();
        change(&mut case);
        case.check();
    }
}

#[test]
fn the_longest_sums_do_not_overflow() {
    let mut case = Case::new(16, MOST, 16, 1);
    case.x.fill(1.0);
    for weight in [127, -127, -128] {
        case.w.fill(weight);
        case.check();
    }
}

#[test]
fn what_is_no_number_stays_where_it_belongs() {
    for (value, place) in [(f32::NAN, 404), (f32::INFINITY, 404), (f32::NEG_INFINITY, 499), (-f32::NAN, 400)] {
        let mut case = Case::new(18, 100, 40, 3);
        case.x[place] = value;
        case.check();
        let packed = packed(&case.lying_in_rows(), case.shape).expect("there is a kernel");
        let found = packed.run(&case.rows(), &tensor(&[40], &case.bias), &tensor(&[40], &case.columns)).expect("it runs");
        let found = found.try_as_plain_ram().expect("it is plain").as_slice::<f32>().expect("they are f32").to_vec();
        for (token, row) in found.chunks_exact(40).enumerate() {
            let (all, none) = (row.iter().all(|value| value.is_finite()), row.iter().all(|value| !value.is_finite()));
            assert!(if token == 4 { none } else { all }, "{value} at token {token}");
        }
    }
}

#[test]
fn panels_are_read_where_they_lie_if_the_processor_can() {
    let case = Case::new(7, 68, 192, 5);
    let found = packed(&case.lying_in_panels().expect("they come out whole"), case.shape).expect("there is a kernel");
    #[cfg(target_arch = "x86_64")]
    assert_eq!(found.is_in_file(), vnni::runs());
    #[cfg(not(target_arch = "x86_64"))]
    assert!(!found.is_in_file());
    assert!(!packed(&case.lying_in_rows(), case.shape).expect("there is a kernel").is_in_file());
    case.check();
}

#[test]
fn what_does_not_fit_is_refused() {
    let case = Case::new(2, 8, 4, 1);
    let weights = case.lying_in_rows();
    assert!(packed(&lying(case.w.clone(), [4, 8], Order::Rows), case.shape).is_err());
    assert!(packed(&lying(case.w.iter().take(31).copied(), [8, 4], Order::Rows), case.shape).is_err());
    assert!(packed(&Constant { number: DatumType::F32, ..case.lying_in_rows() }, case.shape).is_err());
    assert!(packed(&weights, Shape { number: DatumType::F16, ..case.shape }).is_err());
    let wide = Shape { inputs: 4, outputs: 64, ..case.shape };
    for values in [0, 255, 260, 512] {
        assert!(packed(&lying(vec![1; values], [4, 64], Order::Panels), wide).is_err(), "{values} bytes");
    }
    let long = Shape { inputs: MOST + 1, outputs: 1, ..case.shape };
    assert!(packed(&lying(vec![0; MOST + 1], [MOST + 1, 1], Order::Rows), long).is_err());
    let packed = packed(&weights, case.shape).expect("there is a kernel");
    let (rows, four, five) = (tensor(&[2, 8], &[0.0_f32; 16]), tensor(&[4], &[0.0_f32; 4]), tensor(&[5], &[0.0_f32; 5]));
    assert!(packed.run(&tensor(&[2, 4], &[0.0_f32; 8]), &four, &four).is_err());
    assert!(packed.run(&tensor(&[2, 8], &[0_i8; 16]), &four, &four).is_err());
    assert!(packed.run(&rows, &five, &four).is_err() && packed.run(&rows, &four, &five).is_err());
    assert!(packed.run(&rows, &four, &four).is_ok());
    let nothing = packed.run(&tensor::<f32>(&[0, 8], &[]), &four, &four).expect("no rows are no error");
    assert_eq!(nothing.shape(), [0, 4]);
}
