//! Weights in the order in which AVX-512 multiplies by them, so that a program that maps the file has nothing to bring into order.
//!
//! Two nodes, `Transpose` and `Reshape`, make the rows [K, M] of W of them. Both are constant: any runtime computes them once, when it loads.
//! `genre` knows the pattern and multiplies by the panels as they lie; what is told about them here is told there, too, in `tract/panels.rs`.

use super::vit::{Make, Writer, transposed};
use super::{Attribute, DataType, Float};

/// Columns of a panel in f32 and f16: two registers.
const FLOATS: usize = 32;
/// Columns of a panel in int8: four registers of sixteen columns, of each of which four numbers lie next to each other.
const BYTES: usize = 64;
const FOURS: usize = 4;

/// In which order a file has the weights of its products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Order {
    /// As AVX-512 multiplies by them: quickest to start here.
    Panels,
    /// As any other program has them: quickest to start in ONNX Runtime.
    Rows,
}

impl<'a> Writer<'a> {
    /// The rows [inputs, output] of W, of which `weight` makes the transposed one, from panels [M / 32, K, 32] if they come out whole.
    pub(super) fn rows(&mut self, name: &str, weight: impl Make<'a>, (output, inputs): (usize, usize), float: Float) -> String {
        if self.order == Order::Rows || !output.is_multiple_of(FLOATS) {
            let rows = move || Ok(transposed(&weight()?, output, inputs));
            return self.graph.weights(name, &[inputs, output], float, rows);
        }
        // Of a panel's 32 rows of Wᵀ, [32, inputs], its own are the columns.
        let panels = move || Ok(weight()?.chunks_exact(FLOATS * inputs).flat_map(|panel| transposed(panel, FLOATS, inputs)).collect());
        let panels = self.graph.weights(&format!("{name}.panels"), &[output / FLOATS, inputs, FLOATS], float, panels);
        self.out_of_panels(name, &panels, &[1, 0, 2], (output, inputs))
    }

    /// The same in int8, from panels [M / 64, K / 4, 64, 4]; `weight` makes W transposed, too.
    pub(super) fn byte_rows(
        &mut self,
        name: &str,
        weight: impl Fn() -> anyhow::Result<Vec<u8>> + 'a,
        (output, inputs): (usize, usize),
    ) -> String {
        if self.order == Order::Rows || !output.is_multiple_of(BYTES) || !inputs.is_multiple_of(FOURS) {
            let rows = move || Ok(transposed(&weight()?, output, inputs));
            return self.graph.bytes(name, &[inputs, output], DataType::Int8, rows);
        }
        // What is moved is four numbers of a column at a time.
        let panel = move |panel: &[u8]| transposed(panel.as_chunks::<FOURS>().0, BYTES, inputs / FOURS);
        let panels = move || Ok(weight()?.chunks_exact(BYTES * inputs).flat_map(panel).flatten().collect());
        let shape = [output / BYTES, inputs / FOURS, BYTES, FOURS];
        let panels = self.graph.bytes(&format!("{name}.panels"), &shape, DataType::Int8, panels);
        self.out_of_panels(name, &panels, &[1, 3, 0, 2], (output, inputs))
    }

    fn out_of_panels(&mut self, name: &str, panels: &str, perm: &[i64], (output, inputs): (usize, usize)) -> String {
        let sorted = self.graph.node(&format!("{name}.sorted"), "Transpose", &[panels], &[("perm", Attribute::Ints(perm))]);
        let shape = self.shape(&format!("{inputs}x{output}"), &[inputs as i64, output as i64]);
        self.graph.node(name, "Reshape", &[&sorted, &shape], &[])
    }
}
