//! Every tolerance of the suite in one place, each beside the error that was measured and the defect that it must not hide.

/// How far pixels may be from librosa 0.11 + torchvision 0.26, in dB before normalisation, over all 224×224 pixels.
///
/// A shift by one hop (512 samples) moves the mean by 1.3-3.2 dB on these clips; 1,105 samples of untrimmed MP3 delay by as much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FrontEnd {
    pub(crate) mean: f64,
    pub(crate) percentile_99: f64,
    pub(crate) max: f64,
}

impl FrontEnd {
    /// The row of a clip's class in `tests/data/golden/article.json`.
    pub(crate) fn of(class: &str) -> Self {
        match class {
            // 22,050 Hz: no resampling.
            "native" => Self { mean: 0.0005, percentile_99: 0.002, max: 0.02 },
            // 32 kHz and more, MP3 and Ogg Vorbis included.
            "down" => Self { mean: 0.002, percentile_99: 0.01, max: 0.5 },
            // 8, 11.025 and 16 kHz: the resampler's transition band lies within the mel range.
            "up" => Self { mean: 0.05, percentile_99: 0.6, max: 3.0 },
            // The reference decodes AAC to 16 bits with another decoder.
            "aac" => Self { mean: 0.01, percentile_99: 0.05, max: 1.0 },
            other => panic!("no tolerance for {other:?}"),
        }
    }
}

/// f32 logits against PyTorch's on the same pixels: max|Δ| / max(1, max|reference|). Two layouts of one network in PyTorch itself differ
/// by up to 1e-6 to 1e-5 of it.
pub(crate) const CPU_LOGITS: f64 = 1e-4;
/// The same for probabilities, absolute.
pub(crate) const CPU_PROBABILITIES: f64 = 1e-4;

/// How far the pixels of a window may be from those of librosa, matplotlib and Pillow, mean |Δ| on the [-1, 1] scale.
///
/// Measured: 0.00000 without resampling and from 44.1 kHz, 0.0001 from 48 kHz, where the resampler differs and some values get the
/// neighbouring colour and JPEG spreads that over blocks. One column off is 0.05-0.07, without JPEG 0.04, with its next quality 0.005.
pub(crate) const CCMUSIC_PIXELS: f64 = 0.001;
/// How far the probabilities of a window may be from PyTorch's for the reference's picture. Measured: 4e-6, and 0.004
/// from 48 kHz; one column off moves the median answer by 0.35 (`tools/ccmusic_probabilities.py`).
pub(crate) const CCMUSIC_PROBABILITIES: f64 = 0.02;

/// How far an f16 file's probabilities may be from PyTorch's: the converter's own bound. Its weights are rounded to 11 bits, and these
/// networks are steep, so that the logits show more of it.
pub(crate) const F16_PROBABILITIES: f64 = 5e-3;
/// The same for f16 logits, relative to the largest; 1.2e-3 was measured where tract widens the weights.
pub(crate) const F16_LOGITS: f64 = 1e-2;

/// How far an int8 file's logits may be from PyTorch's, relative to the largest. These networks are steep and 48 to 64 wide, which makes every
/// step coarse; 0.1 was measured, a wrong scale gives 1. The converter's own bound on probabilities is what counts for a model.
pub(crate) const INT8_LOGITS: f64 = 0.2;
