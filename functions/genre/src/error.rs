//! Errors, grouped by who can act on them.
//!
//! [`AudioError`]: the person who brought the file. [`ModelError`]: the person who installed the model. [`EngineError`]: us.
//! Messages are lowercase fragments that fit behind "failed to …" and never carry a path or a `Debug` print of an internal.

use std::io;

/// Anything that can keep an audio file from becoming a report.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The audio cannot be judged; another file can.
    #[error(transparent)]
    Audio(#[from] AudioError),
    /// The model cannot be used; another model can.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Inference itself failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
}

/// Why a piece of audio cannot be judged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AudioError {
    /// No bytes at all.
    #[error("the file is empty (0 bytes); send the audio itself")]
    Empty,
    /// No container or codec that we know was found.
    #[error("this is not audio in a format we read ({FORMATS})")]
    NotAudio,
    /// Audio, but of a kind that we cannot decode correctly; named.
    #[error("{what} is not supported; convert it to one of {FORMATS}")]
    Unsupported {
        /// The codec, profile or property that stands in the way.
        what: String,
    },
    /// The container was recognised, but not one audio frame could be decoded.
    #[error("the audio is damaged: {why}")]
    Damaged {
        /// What was wrong, in the decoder's words.
        why: String,
    },
    /// A well-formed file that holds no samples.
    #[error("the file holds no audio samples, so there is nothing to judge")]
    NoSamples,
    /// Samples that are NaN or infinite.
    #[error("the audio holds samples that are not finite numbers (NaN or infinity), the first at {at_s:.3} s")]
    NotFinite {
        /// Where the first of them stands, in seconds from the start of the file.
        at_s: f64,
    },
    /// The asked-for start lies behind the last sample.
    #[error("start = {start_s} s lies behind the end of the audio ({duration_s:.3} s)")]
    StartBehindEnd {
        /// What was asked for, in seconds.
        start_s: f64,
        /// How long the audio is, in seconds.
        duration_s: f64,
    },
    /// More than a model that needs all of a recording takes.
    #[error("the recording is longer than {} minutes, and all of it is to be judged; cut it", limit_s / 60)]
    TooLong {
        /// The longest that is taken, in seconds.
        limit_s: u32,
    },
    /// An option that makes no sense, or not for this model.
    #[error("{0}")]
    BadOption(String),
    /// The source itself failed to deliver its bytes.
    #[error("failed to read the audio: {0}")]
    Read(#[from] io::Error),
}

/// The formats named to people whose file we cannot read.
pub const FORMATS: &str = "MP3, WAV, FLAC, Ogg Vorbis, M4A (AAC-LC, ALAC), AIFF";

impl AudioError {
    /// A stable word for ledgers and problem types, e.g. `"not-audio"`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAudio => "not-audio",
            Self::Unsupported { .. } => "unsupported-audio",
            Self::Damaged { .. } => "damaged",
            Self::NoSamples => "no-samples",
            Self::NotFinite { .. } => "not-finite",
            Self::StartBehindEnd { .. } => "start-behind-end",
            Self::TooLong { .. } => "too-long",
            Self::BadOption(_) => "bad-option",
            Self::Read(_) => "unreadable",
        }
    }
}

impl Error {
    /// A stable word for ledgers and problem types, e.g. `"not-audio"`, `"model"`, `"engine"`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Audio(error) => error.kind(),
            Self::Model(_) => "model",
            Self::Engine(_) => "engine",
        }
    }
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// A file of the model cannot be read.
    #[error("failed to read {what}: {source}")]
    Read {
        /// Which file, relative to the model's folder.
        what: String,
        /// The cause.
        source: io::Error,
    },
    /// `model.json` is not a manifest of this version, or says something that we cannot honour.
    #[error("model.json: {0}")]
    Manifest(String),
    /// The manifest lists no file of the wanted precision.
    #[error("model \"{id}\" has no {wanted} file; it has: {available}")]
    NoSuchPrecision {
        /// The model's id.
        id: String,
        /// The precision asked for.
        wanted: String,
        /// What there is.
        available: String,
    },
    /// The bytes of the model file are not those that the manifest vouches for.
    #[error("{file} does not match its manifest: {what}; convert or download the model again")]
    Mismatch {
        /// The file's name.
        file: String,
        /// Size or hash, expected and found.
        what: String,
    },
    /// The engine cannot load the network, or it has another shape than the manifest says.
    #[error("failed to load {file}: {why}")]
    Load {
        /// The file's name.
        file: String,
        /// What the engine says.
        why: String,
    },
}

/// Why inference failed. Always a defect or an exhausted machine, never the audio's fault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// Pixels of another shape than the network takes.
    #[error("the network takes {expected} pixel values for a picture, got {got}")]
    Shape {
        /// C·H·W.
        expected: usize,
        /// What came.
        got: usize,
    },
    /// The runtime's own error.
    #[error("inference failed: {0}")]
    Run(String),
    /// The device's memory does not hold what a batch needs; a smaller one may fit.
    #[error("the device has not enough memory: {0}")]
    OutOfMemory(String),
    /// The device or its runtime fails whatever it is given: no other picture will fare better.
    #[error("the engine has failed: {0}")]
    Lost(String),
    /// Logits that are not finite numbers.
    #[error("the network answered with a value that is not a finite number")]
    NotFinite,
}
