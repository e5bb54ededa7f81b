//! The places of a Vision Transformer that a tensor can fill.

/// A part of the network, and the block (or layer of the head) that it belongs to; 0 where there is only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) part: Part,
    pub(crate) n: usize,
}

/// What a tensor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Outside of the blocks.
    Class,
    Positions,
    PatchWeight,
    PatchBias,
    NormWeight,
    NormBias,
    /// Of a block. Query, key and value are one tensor in some libraries, three in others.
    Norm1Weight,
    Norm1Bias,
    QkvWeight,
    QkvBias,
    QueryWeight,
    QueryBias,
    KeyWeight,
    KeyBias,
    ValueWeight,
    ValueBias,
    OutWeight,
    OutBias,
    Norm2Weight,
    Norm2Bias,
    Mlp1Weight,
    Mlp1Bias,
    Mlp2Weight,
    Mlp2Bias,
    /// Of a linear layer of the head, by its number there; a plain head's is 0.
    HeadWeight,
    HeadBias,
    /// Of a convolution of the stem, by its number there, and of the batch norm behind it. The 1×1 convolution after the last one is
    /// [`Part::PatchWeight`].
    StemWeight,
    StemNormWeight,
    StemNormBias,
    StemNormMean,
    StemNormVariance,
    /// How many batches the norm has seen: a counter, no weight.
    StemNormBatches,
}

/// Query, key and value where they are three.
pub(crate) const QKV_WEIGHTS: [Part; 3] = [Part::QueryWeight, Part::KeyWeight, Part::ValueWeight];
pub(crate) const QKV_BIASES: [Part; 3] = [Part::QueryBias, Part::KeyBias, Part::ValueBias];

impl Part {
    /// The slot of this part in block (or layer) `n`.
    pub(crate) fn of(self, n: usize) -> Slot {
        Slot { part: self, n: if self.is_single() { 0 } else { n } }
    }

    /// The slot of a part that a network has once.
    pub(crate) fn slot(self) -> Slot {
        self.of(0)
    }

    fn is_single(self) -> bool {
        self <= Self::NormBias
    }

    /// Whether every block has one.
    pub(crate) fn is_in_block(self) -> bool {
        !self.is_single() && self < Self::HeadWeight
    }

    /// Whether every convolution of the stem has one.
    pub(crate) fn is_in_stem(self) -> bool {
        self >= Self::StemWeight
    }
}
