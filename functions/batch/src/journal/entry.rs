//! What the lines of a journal say.

use anyhow::Context;
use genre::Manifest;
use genre::manifest::Precision;
use genre::report::ModelRef;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::engine::Kind;
use crate::inputs::Stamp;

/// The form of the lines below.
const SCHEMA: u32 = 1;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Entry {
    Head(Box<Head>),
    File(Box<Record>),
    End(End),
}

/// Everything that answers depend on: runs whose heads differ do not mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    schema: u32,
    /// The version of this program.
    pub(crate) version: String,
    pub(crate) precision: Precision,
    pub(crate) sha256: String,
    /// Labels, families, front end and temperature, word for word.
    manifest: String,
    pub(crate) settings: Settings,
    /// Which part of the inputs this is.
    pub(crate) shard: Shard,
}

/// Options that change what is written.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// The bits of the second at which judging begins.
    pub(crate) start_bits: u64,
    pub(crate) raw: bool,
    pub(crate) timings: bool,
    pub(crate) all_windows: bool,
    /// What ran the network: two engines agree to some digits, not to the last bit.
    #[serde(default)]
    pub(crate) engine: Kind,
    /// Pictures that every batch was padded to, where the engine's rounding may depend on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) batch: Option<u16>,
}

/// Every `of`-th input, beginning with the one at `index`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shard {
    /// From 0.
    pub(crate) index: u64,
    pub(crate) of: u64,
}

/// One input and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Its place among all inputs, from 0.
    pub(crate) place: u64,
    /// As [`shown`] writes it.
    pub(crate) path: String,
    pub(crate) stamp: Option<Stamp>,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
}

/// What came of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    Answer(Box<Answer>),
    Failure { kind: String, reason: String },
}

/// The last line of a whole run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct End {
    /// How many inputs there were, those of other shards included.
    pub(crate) inputs: u64,
    /// SHA-256 of all their paths in order: shards of one run agree on it.
    pub(crate) paths_sha256: String,
}

impl Shard {
    /// All of it.
    pub(crate) const WHOLE: Self = Self { index: 0, of: 1 };

    /// Whether the input at `place` belongs to it.
    pub(crate) fn holds(self, place: u64) -> bool {
        place % self.of == self.index
    }
}

impl Head {
    pub(crate) fn new(manifest: &Manifest, model: &ModelRef, settings: Settings, shard: Shard) -> anyhow::Result<Self> {
        Ok(Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            precision: model.precision,
            sha256: model.sha256.clone(),
            manifest: serde_json::to_string(manifest).context("failed to write the manifest down")?,
            settings,
            shard,
        })
    }

    /// The manifest that the answers refer to.
    ///
    /// # Errors
    /// It is none of this version.
    pub(crate) fn manifest(&self) -> anyhow::Result<Manifest> {
        Manifest::from_json(self.manifest.as_bytes()).context("failed to understand the model of the journal")
    }

    pub(crate) fn model(&self, manifest: &Manifest) -> ModelRef {
        ModelRef { id: manifest.id.clone(), sha256: self.sha256.clone(), precision: self.precision }
    }

    /// Why answers of `other` must not stand beside ours.
    pub(crate) fn differs(&self, other: &Self) -> Option<String> {
        let word = |yes: bool, what: &str| if yes { format!("with {what}") } else { format!("without {what}") };
        if self.schema != other.schema || self.version != other.version {
            return Some(format!("it was made by version {}, this is {}", self.version, other.version));
        }
        if (&self.sha256, self.precision) != (&other.sha256, other.precision) {
            return Some(format!(
                "it was made with another model ({} {}, not {} {})",
                self.precision,
                short(&self.sha256),
                other.precision,
                short(&other.sha256)
            ));
        }
        if self.manifest != other.manifest {
            return Some("the model's manifest (front end, labels or temperature) was another one".to_owned());
        }
        let (ours, theirs) = (self.settings, other.settings);
        if ours.start_bits != theirs.start_bits {
            return Some(format!("it was made with --start {}", f64::from_bits(ours.start_bits)));
        }
        if ours.engine != theirs.engine {
            return Some(format!("it was made with --engine {}, this is {}", ours.engine.word(), theirs.engine.word()));
        }
        if ours.batch != theirs.batch {
            return Some(format!("it was made with --batch-size {}", ours.batch.unwrap_or_default()));
        }
        for (mine, other, what) in [
            (ours.raw, theirs.raw, "--raw"),
            (ours.timings, theirs.timings, "--timings"),
            (ours.all_windows, theirs.all_windows, "--windows all"),
        ] {
            if mine != other {
                return Some(format!("it was made {}", word(mine, what)));
            }
        }
        None
    }
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
