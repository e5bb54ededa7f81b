//! Audio bytes in, genre report out.
//!
//! One natural way: **bytes → samples → spectrogram → pixels → logits → report**.
//!
//! ```
//! use genre::{Classifier, Model, Options, Source};
//!
//! // One second of a rising tone as a WAV file, made on the spot; any MP3, FLAC, Ogg, M4A or AIFF file does as well.
//! let samples = (0..22_050_u32).map(|n| ((n * n / 40_000) as f32 * 0.3).sin());
//! let data: Vec<u8> = samples.flat_map(|sample| ((sample * 20_000.0) as i16).to_le_bytes()).collect();
//! let mut wav = [b"RIFF", &(data.len() as u32 + 36).to_le_bytes(), b"WAVEfmt \x10\0\0\0\x01\0\x01\0".as_slice()].concat();
//! wav.extend(*b"\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data");
//! wav.extend((data.len() as u32).to_le_bytes());
//! wav.extend(data);
//!
//! let classifier = Classifier::new(&Model::built_in()?, 1)?;
//! let report = classifier.classify(Source::bytes(wav), &Options::default())?;
//!
//! assert_eq!(report.audio.codec, "pcm_s16le");
//! assert!(report.audio.window.looped, "a second of music is repeated until it fills the window");
//! assert_eq!(report.scores.len(), 16);
//! println!("{} ({:.1} %), {}", report.genre, 100.0 * report.probability, report.advice);
//! # Ok::<(), genre::Error>(())
//! ```
//!
//! What does not belong here: networks, clouds, environment variables, asynchronous code, reading folders, gathering batches. Inference
//! and decoding are CPU work; callers choose the thread. The doors (`api`, `worker`) and the command line (`batch`) stand above.

pub mod audio;
mod classifier;
mod decibel;
mod engine;
mod error;
pub mod front_end;
pub mod manifest;
mod mapped;
pub mod mel;
pub mod memory;
mod model;
mod picture;
pub mod probe;
pub mod report;
mod tract;
mod wide;

/// The notices of the crates that every program with this core is built from, as Markdown: their licences ask that they travel with it.
pub const THIRD_PARTY_NOTICES: &str = include_str!("../../../THIRD-PARTY.md");

pub use audio::Source;
pub use classifier::{Classifier, Clip, Options, Stage};
pub use engine::{Engine, EngineInfo, Outputs, check_sizes};
pub use error::{AudioError, EngineError, Error, FORMATS, ModelError};
pub use manifest::Manifest;
pub use model::{Model, ModelSource, hex, sha256_hex};
pub use picture::Picture;
pub use report::Report;
pub use tract::{TRACT_VERSION, TractEngine};
