//! The first question to an engine: stored pictures whose answers are known. A device that loads but computes wrong is refused before any
//! file is judged.
//!
//! The pictures come from a formula, their answers from PyTorch, by way of the `reference.json` that the converter leaves beside a model.
//! Where a model has none, tract is asked.

use std::path::Path;

use anyhow::{Context, ensure};
use genre::probe::{Bounds, Deviation, SEEDS, noise, noise_name};
use genre::{Engine, Model, Outputs, TractEngine, sha256_hex};
use serde::Deserialize;

use crate::names::shown;

/// The file beside a model.
const FILE: &str = "reference.json";
/// That of the built-in model.
const BUILT_IN: &str = include_str!("../../../models/demo/reference.json");

/// Pictures and what is to be answered to them.
pub(crate) struct Known {
    pictures: Vec<Picture>,
    /// Who answered, e.g. "torchvision 0.26.0, PyTorch 2.11.0".
    pub(crate) by: String,
    bounds: Bounds,
}

struct Picture {
    name: String,
    pixels: Vec<f32>,
    logits: Vec<f32>,
    embedding: Vec<f32>,
}

/// The part of `reference.json` that is looked at.
#[derive(Deserialize)]
struct Stored {
    checkpoint_sha256: String,
    front_end: String,
    library: String,
    torch: String,
    inputs: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    name: String,
    logits: Vec<f32>,
    embedding: Vec<f32>,
}

impl Known {
    /// What is known of a model in `folder`, or of the built-in one.
    ///
    /// # Errors
    /// Its `reference.json` is damaged or belongs to another model; or tract, asked instead, cannot run it.
    pub(crate) fn of(model: &Model, folder: Option<&Path>, threads: usize) -> anyhow::Result<Self> {
        let bounds = Bounds::of(model.file.precision);
        let Some(folder) = folder else { return Self::stored(model, bounds, BUILT_IN) };
        let place = folder.join(FILE);
        match std::fs::read_to_string(&place) {
            Ok(json) => Self::stored(model, bounds, &json)
                .with_context(|| format!("failed to use {}; convert the model again, or remove that file", shown(&place))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::asked(model, bounds, threads),
            Err(error) => Err(error).with_context(|| format!("failed to read {}", shown(&place))),
        }
    }

    fn stored(model: &Model, bounds: Bounds, json: &str) -> anyhow::Result<Self> {
        let manifest = &model.manifest;
        let stored: Stored = serde_json::from_str(json)?;
        ensure!(stored.checkpoint_sha256 == manifest.source.checkpoint_sha256, "it answers for another checkpoint");
        let front_end = sha256_hex(serde_json::to_string(&manifest.front_end)?.as_bytes());
        ensure!(stored.front_end == front_end, "its pictures were drawn by another front end");
        let mut pictures = Vec::new();
        for seed in SEEDS {
            let name = noise_name(seed);
            let Some(answer) = stored.inputs.iter().find(|input| input.name == name) else { continue };
            let (classes, dim) = (manifest.architecture.classes(), manifest.architecture.dim);
            ensure!(answer.logits.len() == classes && answer.embedding.len() == dim, "its answer to {name:?} has another shape");
            let (logits, embedding) = (answer.logits.clone(), answer.embedding.clone());
            pictures.push(Picture { name, pixels: noise(manifest, seed), logits, embedding });
        }
        ensure!(!pictures.is_empty(), "it has no answer to noise");
        Ok(Self { pictures, by: format!("{}, PyTorch {}", stored.library, stored.torch), bounds })
    }

    /// The same pictures, answered by tract.
    fn asked(model: &Model, bounds: Bounds, threads: usize) -> anyhow::Result<Self> {
        let failed = || format!("there is no {FILE}, and tract, asked in its place, cannot run the model");
        let engine = TractEngine::load(model, threads).with_context(failed)?;
        // One is enough to tell a device that computes wrong, and a large network takes its time.
        let seed = SEEDS[0];
        let pixels = noise(&model.manifest, seed);
        let Outputs { logits, embeddings } = engine.run(&[&pixels]).with_context(failed)?;
        let pictures = vec![Picture { name: noise_name(seed), pixels, logits, embedding: embeddings }];
        Ok(Self { pictures, by: engine.info().to_string(), bounds })
    }

    /// `count` pictures, the known ones over and over.
    pub(crate) fn pictures(&self, count: usize) -> Vec<&[f32]> {
        self.pictures.iter().cycle().take(count).map(|picture| picture.pixels.as_slice()).collect()
    }

    /// Holds the answers to [`Self::pictures`] against what is known; gives back the largest differences.
    ///
    /// # Errors
    /// Says which picture was answered wrongly, and how far off.
    pub(crate) fn check(&self, found: &Outputs) -> anyhow::Result<Deviation> {
        let (classes, dim) = (self.pictures[0].logits.len(), self.pictures[0].embedding.len());
        let rows = found.logits.chunks_exact(classes).zip(found.embeddings.chunks_exact(dim));
        let mut worst = Deviation::default();
        for (picture, (logits, embedding)) in self.pictures.iter().cycle().zip(rows) {
            let deviation = Deviation::between((&picture.logits, &picture.embedding), (logits, embedding));
            self.demand(&deviation).with_context(|| format!("the answer to {:?} is wrong", picture.name))?;
            worst = Deviation {
                relative_logit: worst.relative_logit.max(deviation.relative_logit),
                relative_embedding: worst.relative_embedding.max(deviation.relative_embedding),
                probability: worst.probability.max(deviation.probability),
                ..deviation
            };
        }
        Ok(worst)
    }

    fn demand(&self, deviation: &Deviation) -> anyhow::Result<()> {
        let (bounds, by) = (&self.bounds, &self.by);
        let other = if deviation.other_first { "another genre comes first; " } else { "" };
        ensure!(
            deviation.within(bounds),
            "{other}logits are off by {:.1e} of their size, the embedding by {:.1e} (allowed {:.0e}), probabilities by {:.1e} (allowed {:.0e}), \
             compared with {by}",
            deviation.relative_logit,
            deviation.relative_embedding,
            bounds.relative_embedding,
            deviation.probability,
            bounds.probability
        );
        Ok(())
    }

    /// What is allowed.
    pub(crate) fn bounds(&self) -> &Bounds {
        &self.bounds
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use genre::{Engine, Model, TractEngine};

    use super::{BUILT_IN, Bounds, Known};

    fn built_in() -> Model {
        Model::built_in().expect("it is built in")
    }

    /// Random weights in f32, which are held to narrower bounds than the built-in model's f16, and where they lie.
    fn untrained() -> (Model, PathBuf) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models/untrained");
        (Model::open(&folder, None).expect("it is in the repository"), folder)
    }

    #[test]
    fn an_engine_that_computes_right_passes() {
        let (untrained, folder) = untrained();
        for (model, folder, within) in [(built_in(), None, 1e-2), (untrained, Some(folder.as_path()), 1e-4)] {
            let known = Known::of(&model, folder, 1).expect("it is in the repository");
            assert_eq!(known.by, "torchvision 0.26.0, PyTorch 2.11.0");
            let engine = TractEngine::load(&model, 1).expect("it runs");
            let found = engine.run(&known.pictures(6)).expect("it runs");
            let deviation = known.check(&found).expect("tract computes right");
            assert!(deviation.relative_logit < within && deviation.relative_logit > 0.0, "{}: {deviation:?}", model.manifest.id);
        }
    }

    #[test]
    fn an_engine_that_computes_wrong_does_not() {
        let (model, folder) = untrained();
        let known = Known::of(&model, Some(&folder), 1).expect("it is in the repository");
        let right = TractEngine::load(&model, 1).expect("it runs").run(&known.pictures(6)).expect("it runs");
        type Change = fn(&mut genre::Outputs);
        let changes: [(&str, Change); 4] = [
            ("one logit of the last picture", |found| found.logits[5 * 16 + 3] += 0.05),
            ("not a number", |found| found.logits[7] = f32::NAN),
            ("infinity in the embedding", |found| found.embeddings[50] = f32::INFINITY),
            ("rows that have changed places", |found| found.logits.rotate_left(16)),
        ];
        for (what, change) in changes {
            let mut wrong = right.clone();
            change(&mut wrong);
            let error = known.check(&wrong).map(drop).expect_err(what);
            assert!(error.to_string().starts_with("the answer to \"noise, seed "), "{what}: {error:#}");
        }
    }

    #[test]
    fn answers_of_another_model_are_not_used() {
        let model = built_in();
        let bounds = Bounds::of(model.file.precision);
        let cases = [
            (model.manifest.source.checkpoint_sha256.as_str(), "0", "another checkpoint"),
            ("\"front_end\":\"", "\"front_end\":\"0", "another front end"),
            ("noise, seed", "silence, seed", "no answer to noise"),
            ("\"embedding\":[", "\"embedding\":[0.5,", "has another shape"),
            ("\"inputs\":[", "\"outputs\":[", "missing field"),
        ];
        for (from, to, says) in cases {
            let changed = BUILT_IN.replace(from, to);
            assert_ne!(changed, BUILT_IN);
            let error = Known::stored(&model, bounds, &changed).map(drop).expect_err(says);
            assert!(format!("{error:#}").contains(says), "{error:#}");
        }
    }

    #[test]
    fn without_stored_answers_tract_is_asked() {
        let folder = std::env::temp_dir().join(format!("acousticsense-unanswered-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("it is a folder of our own");
        let model = built_in();
        let known = Known::of(&model, Some(&folder), 1);
        std::fs::remove_dir_all(&folder).expect("it is a folder of our own");
        let known = known.expect("tract runs it");
        assert!(known.by.starts_with("tract "), "{}", known.by);
        let stored = Known::of(&model, None, 1).expect("it is built in");
        // Both know the same: the first picture's answer is within the bounds of the other's.
        let first = genre::Outputs { logits: known.pictures[0].logits.clone(), embeddings: known.pictures[0].embedding.clone() };
        assert!(stored.check(&first).is_ok());
    }
}
