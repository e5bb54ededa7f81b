//! tract's matrix kernels, called safely. Beside the loops of `avx512` and `vnni` and the dispatch of [`crate::wide`] it is the only unsafe
//! code of this crate.
//!
//! A kernel computes L·R for L [M, K] and R [K, N], both brought into its own order before ("packed"). What it is called with is checked
//! here, whoever calls.

#![expect(unsafe_code, reason = "the kernels are assembly and take pointers; what they need is checked beside each call")]

use std::fmt;
use std::ops::Range;

use tract_linalg::BinOp;
use tract_linalg::mmm::{AsInputValue, FusedSpec, MMMInputFormat, MMMInputValue, MatMatMul, MmmDispatch, Query};
use tract_onnx::prelude::tract_data::internal::{TensorView, bail, ensure, format_err};
use tract_onnx::prelude::*;

/// One of tract's kernels and which of its input formats is used.
pub(super) struct Kernel {
    kernel: Box<dyn MatMatMul>,
    packing: usize,
}

/// What stands on one side of a product, in a kernel's order.
#[derive(Debug)]
pub(super) struct Operand(Box<dyn MMMInputValue>);

/// Which factor of a product.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Left,
    Right,
}

impl Kernel {
    /// The kernel for a product among those of `dispatch`: the first of `preferred` that is there, otherwise tract's own choice.
    ///
    /// # Errors
    /// There is none for these number formats.
    pub(super) fn choose(dispatch: &MmmDispatch, query: Query, preferred: &[&str]) -> TractResult<Self> {
        // Packed once, run often: nothing is to be unpacked on the way.
        let query = Query { allow_extractor: false, ..query };
        let chosen = dispatch.suitable(&query).into_iter().find(|(kernel, ..)| preferred.contains(&kernel.name()));
        let chosen = chosen.or_else(|| dispatch.pick(&query));
        let (kernel, packing, _) = chosen.ok_or_else(|| format_err!("there is no kernel for products in {:?}", query.activation))?;
        ensure!(kernel.runnable(), "{} does not run on this processor", kernel.name());
        Ok(Self { kernel, packing })
    }

    pub(super) fn name(&self) -> &str {
        self.kernel.name()
    }

    /// A part of an operand in this kernel's order: `axes` are those of K and of what stands beside it, `part` an axis and what is taken of it.
    ///
    /// # Errors
    /// The part is not there, or the kernel wants other numbers.
    pub(super) fn pack(&self, side: Side, operand: &Tensor, axes: (usize, usize), part: (usize, Range<usize>)) -> TractResult<Operand> {
        let (axis, range) = part;
        let (mut shape, strides): (TVec<usize>, _) = (operand.shape().into(), operand.strides());
        let (k, other) = axes;
        ensure!(
            k < shape.len() && other < shape.len() && k != other && (axis == k || axis == other),
            "{axes:?} are no axes of {operand:?}"
        );
        ensure!(range.start < range.end && range.end <= shape[axis], "{range:?} is no part of {operand:?}");
        // All that a kernel reads of another axis is its first element.
        ensure!(shape.iter().enumerate().all(|(at, &extent)| at == k || at == other || extent == 1), "{operand:?} is no matrix");
        let format = self.format(side)?;
        let wanted = format.precursor().as_dt();
        ensure!(wanted == Some(operand.datum_type()), "{operand:?} where {} wants {wanted:?}", self.name());
        shape[axis] = range.len();
        let offset = range.start as isize * strides[axis] * operand.datum_type().size_of() as isize;
        // SAFETY: the part lies within the operand, whose strides it has.
        let part = unsafe { TensorView::from_bytes(operand, offset, &shape, strides) };
        Ok(Operand(format.prepare_one_view(&part, k, other)?))
    }

    /// (left·right)ᵀ [N, M] in the kernel's numbers, plus `bias`, [M].
    ///
    /// # Errors
    /// The operands do not fit each other or this kernel.
    pub(super) fn transposed(&self, left: &Operand, right: &Operand, bias: Option<&Tensor>) -> TractResult<Tensor> {
        let (rows, columns) = (left.0.mn(), right.0.mn());
        // SAFETY: every element is written by the kernel below, which stores an M×N product into [N, M].
        let output = unsafe { Tensor::uninitialized_dt(self.kernel.internal_type(), &[columns, rows])? };
        // SAFETY: the output has M and N elements along these axes and outlives the call, and nothing else sees it.
        unsafe { self.run(left, right, bias, &output.view(), (1, 0))? };
        Ok(output)
    }

    /// left·right for several factors on the right side, side by side: f32 [M, ΣN] of a kernel whose sums are i32.
    ///
    /// Each is finished before the next one is begun, while it is still in a near cache: `finish` gets a row's number, the number of a column,
    /// and what stands in the row from there on; the bits of integers, which it replaces.
    ///
    /// # Errors
    /// The operands do not fit each other or this kernel.
    pub(super) fn finished(
        &self,
        left: &Operand,
        right: &[Operand],
        mut finish: impl FnMut(usize, usize, &mut [f32]),
    ) -> TractResult<Tensor> {
        ensure!(self.kernel.internal_type() == DatumType::I32, "{} has no integers", self.name());
        let (rows, columns) = (left.0.mn(), right.iter().map(|right| right.0.mn()).sum::<usize>());
        // SAFETY: every element is written by the kernel below before anything reads it: the factors' columns are all there are.
        let mut output = unsafe { Tensor::uninitialized_dt(DatumType::F32, &[rows, columns])? };
        let mut begin = 0;
        for right in right {
            let width = right.0.mn();
            let (extents, offset) = ([rows, width], (begin * size_of::<f32>()) as isize);
            // SAFETY: these columns lie within the output, whose strides the view has.
            let view = unsafe { TensorView::from_bytes(&output, offset, &extents, output.strides()) };
            // SAFETY: the view has M and N elements along these axes, of the size of the kernel's sums; the output outlives the call, and
            // nothing else sees it.
            unsafe { self.run(left, right, None, &view, (0, 1))? };
            let first = output.as_ptr_mut::<f32>()?;
            for row in 0..rows {
                // SAFETY: the kernel has just written these elements, whatever bits it wrote are an f32, and no two rows overlap.
                finish(row, begin, unsafe { std::slice::from_raw_parts_mut(first.add(row * columns + begin), width) });
            }
            begin += width;
        }
        Ok(output)
    }

    /// Stores left·right, plus `bias` along its rows, where rows and columns go along `axes` of `output`.
    ///
    /// # Safety
    /// `output` has that many elements along those axes, each as large as one of the kernel's sums, and is written by nobody else.
    unsafe fn run(
        &self,
        left: &Operand,
        right: &Operand,
        bias: Option<&Tensor>,
        output: &TensorView<'_>,
        axes: (usize, usize),
    ) -> TractResult<()> {
        let (rows, columns) = (left.0.mn(), right.0.mn());
        for (operand, side) in [(left, Side::Left), (right, Side::Right)] {
            ensure!(operand.0.format() == self.format(side)?, "{operand:?} was not packed for {}", self.name());
        }
        ensure!(left.0.k() == right.0.k() && rows > 0 && columns > 0, "{left:?} and {right:?} have no product");
        let number = self.kernel.internal_type();
        let fits = bias.is_none_or(|bias| bias.shape() == [rows] && bias.datum_type() == number);
        ensure!(fits, "{bias:?} is no bias of {rows} rows");
        // SAFETY: the strides are the output's own, which has the axes.
        let store = unsafe { self.kernel.c_view(Some(axes.0), Some(axes.1)).wrap(output) };
        let (a, b) = (AsInputValue::Borrowed(&*left.0), AsInputValue::Borrowed(&*right.0));
        let mut operations: TVec<FusedSpec<'_>> = tvec!(FusedSpec::AddMatMul { a, b, packing: self.packing });
        operations.extend(bias.map(|bias| FusedSpec::BinPerRow(bias.view(), BinOp::Add)));
        operations.push(FusedSpec::Store(store));
        // SAFETY: both operands were packed in the very formats that this kernel names for this packing, over as many inputs; the bias has
        // M elements of the kernel's numbers; the callers answer for the output. The kernel runs on this processor.
        unsafe { self.kernel.run(rows, columns, &operations) }
    }

    fn format(&self, side: Side) -> TractResult<&dyn MMMInputFormat> {
        let Some((left, right)) = self.kernel.packings().get(self.packing) else {
            bail!("{} has no packing {}", self.name(), self.packing)
        };
        Ok(match side {
            Side::Left => &**left,
            Side::Right => &**right,
        })
    }
}

impl fmt::Debug for Kernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
