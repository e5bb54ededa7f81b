//! `models/<id>/model.json` as a type.
//!
//! Every number of a front end, every label, family and colour lives in the manifest and nowhere else. Unknown fields are refused, and so
//! is every value that this version cannot honour: a model must never run with a front end that is almost the one it was trained with.

mod check;

use serde::{Deserialize, Serialize};

use crate::error::ModelError;

/// The manifest version that this crate reads and writes.
pub const SCHEMA: u32 = 1;

/// A model's description: what it is, how audio becomes its pixels, what its outputs mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Manifest version, [`SCHEMA`].
    pub schema: u32,
    /// The model's name, equal to its folder's: lower-case letters, digits, `-`, `_` and `.`.
    pub id: String,
    /// The network.
    pub architecture: Architecture,
    /// How samples become pixels.
    pub front_end: FrontEndSpec,
    /// The groups that the labels fall into.
    pub families: Vec<Family>,
    /// The classes, in the order of the logits.
    pub labels: Vec<Label>,
    /// The network's weights, one file per precision.
    pub files: Vec<ModelFile>,
    /// Where the weights come from.
    pub source: Provenance,
    /// Under which terms the weights may be used, an SPDX expression or a sentence.
    pub license: String,
    /// Accuracy figures, as the trainer states them.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub metrics: serde_json::Map<String, serde_json::Value>,
    /// Softmax temperature; 1 where the model is not calibrated.
    pub temperature: f32,
    /// Shown wherever the model answers, e.g. that it is untrained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// The same in Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_zh: Option<String>,
}

/// The shape of a Vision Transformer (Dosovitskiy et al. 2021, <https://arxiv.org/abs/2010.11929>).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Architecture {
    /// Always `"vit"`.
    pub family: ArchitectureFamily,
    /// Height and width of the input picture, pixels.
    pub image: usize,
    /// Height and width of a patch, pixels; of a network with a stem, how many pixels lie between two tokens.
    pub patch: usize,
    /// Widths of the convolutions in front of the tokens (3×3, batch norm, ReLU; a 1×1 convolution to `dim` follows), see Xiao et
    /// al. 2021, <https://arxiv.org/abs/2106.14881>. Empty where patches are projected as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stem: Vec<usize>,
    /// Strides of these convolutions, 1 or 2. Empty where all are 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stem_strides: Vec<usize>,
    /// Input channels, 1 or 3.
    pub channels: usize,
    /// Width of a token.
    pub dim: usize,
    /// Encoder blocks.
    pub depth: usize,
    /// Attention heads per block.
    pub heads: usize,
    /// Hidden width of a block's MLP.
    pub mlp: usize,
    /// The ε of every LayerNorm.
    pub eps: f64,
    /// Output width of every linear layer of the head, the last one being the number of labels.
    pub head: Vec<usize>,
}

/// Families of networks that the engines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArchitectureFamily {
    /// Vision Transformer with class token and learnt position embedding.
    Vit,
}

/// A front end and all of its numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum FrontEndSpec {
    /// The front end of the specification: one window of decibels, see [`crate::front_end`].
    Article(ArticleSpec),
    /// The front end of the CCMusic checkpoints: pictures of every window of a track.
    Ccmusic(CcmusicSpec),
}

/// Numbers of the "article" front end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleSpec {
    /// Rate to which audio is resampled, Hz.
    pub sample_rate_hz: u32,
    /// Length of the window that is judged, seconds; shorter audio is repeated.
    pub window_s: f64,
    /// The spectrogram.
    pub mel: MelSpec,
    /// Subtracted from every pixel, dB.
    pub mean_db: f32,
    /// Every pixel is divided by it, dB.
    pub std_db: f32,
}

/// Numbers of the "ccmusic" front end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CcmusicSpec {
    /// Rate to which audio is resampled, Hz.
    pub sample_rate_hz: u32,
    /// Length of a window, seconds.
    pub window_s: f64,
    /// The spectrogram.
    pub mel: MelSpec,
    /// Width of the axes that a window is drawn in, before it is resized, pixels; the picture holds the whole ones.
    pub axes_width_px: f64,
    /// Height of the axes, pixels; the picture holds the whole ones, and a fraction is cut off at the top.
    pub axes_height_px: f64,
    /// JPEG quality of that picture (Pillow's scale, 4:2:0).
    pub jpeg_quality: u8,
    /// Subtracted from every channel in [0, 1].
    pub mean: f32,
    /// Every channel is divided by it.
    pub std: f32,
}

/// Numbers of a mel spectrogram in decibels, see [`crate::mel`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MelSpec {
    /// Length of a frame and of its Hann window, samples.
    pub n_fft: usize,
    /// Distance between two frames, samples.
    pub hop_length: usize,
    /// Number of mel bands.
    pub mel_bands: usize,
    /// Lower edge of the lowest band, Hz.
    pub min_frequency_hz: f64,
    /// Upper edge of the highest band, Hz.
    pub max_frequency_hz: f64,
    /// Power below which everything counts as this much ("amin").
    pub power_floor: f32,
    /// How far under the maximum the picture ends, dB.
    pub top_db: f32,
}

/// A group of labels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// How labels refer to it.
    pub id: String,
    /// Its English name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its colour on light ground, `#rrggbb`.
    pub color: String,
}

/// A class of the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Its English name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// The [`Family::id`] that it belongs to.
    pub family: String,
}

/// One file of weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Number format of the weights.
    pub precision: Precision,
    /// File name, beside the manifest.
    pub path: String,
    /// SHA-256 of the file, lower-case hexadecimal: the model's name wherever it answers.
    pub sha256: String,
    /// BLAKE3 of the file, lower-case hexadecimal. What is read at a start is held against it, in a third of the time; where it is absent,
    /// against the SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blake3: Option<String>,
    /// Size of the file.
    pub bytes: u64,
    /// What the parity check found for this very file; absent where it was not checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parity: Option<Parity>,
}

/// What a parity check found for one file: the original network in PyTorch against this file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parity {
    /// What the file was held against, e.g. "torchvision 0.26.0, PyTorch 2.11.0".
    pub reference: String,
    /// Number of pictures: music and noise.
    pub inputs: usize,
    /// What each runtime made of it.
    pub runtimes: Vec<RuntimeParity>,
}

/// What one runtime made of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuntimeParity {
    /// The runtime, its version and what it ran on.
    pub runtime: String,
    /// max|Δlogit| / max(1, max|reference|), the largest of all pictures.
    pub relative_logit_error: f64,
    /// max|Δprobability| of all pictures.
    pub max_probability_difference: f64,
    /// Pictures with the same first label.
    pub same_first: usize,
}

/// Number formats of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// 32-bit floating point.
    F32,
    /// 16-bit floating point.
    F16,
    /// 8-bit integers with scales.
    Int8,
}

impl Precision {
    /// `"f32"`, `"f16"` or `"int8"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::F32 => "f32",
            Self::F16 => "f16",
            Self::Int8 => "int8",
        }
    }
}

impl std::fmt::Display for Precision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Precision {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        [Self::F32, Self::F16, Self::Int8]
            .into_iter()
            .find(|precision| precision.as_str() == word)
            .ok_or_else(|| format!("\"{word}\" is no precision; use f32, f16 or int8"))
    }
}

/// Where the weights come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// SHA-256 of the checkpoint, lower-case hexadecimal.
    pub checkpoint_sha256: String,
    /// Container and naming of the checkpoint, e.g. "PyTorch ZIP, torchvision names".
    pub format: String,
    /// The program that wrote the files, with its version.
    pub converter: String,
}

/// How much of a recording a front end must see.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Needs {
    /// Its first seconds (counted from the start that is asked for).
    Head {
        /// Length of the window, seconds.
        seconds: f64,
    },
    /// All of it.
    WholeTrack,
}

impl FrontEndSpec {
    /// How much of a recording it must see.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Article(spec) => Needs::Head { seconds: spec.window_s },
            Self::Ccmusic(_) => Needs::WholeTrack,
        }
    }

    /// Rate to which audio is resampled, Hz.
    pub fn sample_rate_hz(&self) -> u32 {
        match self {
            Self::Article(spec) => spec.sample_rate_hz,
            Self::Ccmusic(spec) => spec.sample_rate_hz,
        }
    }

    /// The spectrogram that it is built on.
    pub fn mel(&self) -> &MelSpec {
        match self {
            Self::Article(spec) => &spec.mel,
            Self::Ccmusic(spec) => &spec.mel,
        }
    }

    /// `"article"` or `"ccmusic"`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Article(_) => "article",
            Self::Ccmusic(_) => "ccmusic",
        }
    }
}

impl Manifest {
    /// Reads a manifest and refuses what this version cannot honour.
    ///
    /// # Errors
    /// [`ModelError::Manifest`] names the field and what is wrong with it.
    pub fn from_json(json: &[u8]) -> Result<Self, ModelError> {
        let manifest: Self = serde_json::from_slice(json).map_err(|error| ModelError::Manifest(error.to_string()))?;
        manifest.check()?;
        Ok(manifest)
    }

    /// The manifest as it stands in `model.json`, with a final line break.
    ///
    /// # Errors
    /// [`ModelError::Manifest`] when the manifest itself is not one that [`Self::from_json`] would take.
    pub fn to_json(&self) -> Result<String, ModelError> {
        self.check()?;
        let json = serde_json::to_string_pretty(self).map_err(|error| ModelError::Manifest(error.to_string()))?;
        Ok(json + "\n")
    }

    /// The family of label `index`.
    pub fn family_of(&self, index: usize) -> Option<&Family> {
        let id = &self.labels.get(index)?.family;
        self.families.iter().find(|family| &family.id == id)
    }

    /// The file of the wanted precision; without a wish f32 before f16 before int8.
    ///
    /// # Errors
    /// [`ModelError::NoSuchPrecision`], which lists what there is.
    pub fn file(&self, wanted: Option<Precision>) -> Result<&ModelFile, ModelError> {
        let found = match wanted {
            Some(precision) => self.files.iter().find(|file| file.precision == precision),
            None => self.files.iter().min_by_key(|file| file.precision),
        };
        found.ok_or_else(|| ModelError::NoSuchPrecision {
            id: self.id.clone(),
            wanted: wanted.map_or("model", Precision::as_str).to_owned(),
            available: self.files.iter().map(|file| file.precision.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl Architecture {
    /// Number of tokens: the class token and one per patch.
    pub fn tokens(&self) -> usize {
        1 + (self.image / self.patch).pow(2)
    }

    /// Values of one input picture, C·H·W.
    pub fn pixels(&self) -> usize {
        self.channels * self.image * self.image
    }

    /// Number of outputs.
    pub fn classes(&self) -> usize {
        self.head.last().copied().unwrap_or(0)
    }
}
