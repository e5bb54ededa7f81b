//! The parity verdict: what the original network answers in PyTorch against what every written file answers in tract and in ONNX
//! Runtime, on music and on noise.

mod inputs;
mod measure;
mod npy;
mod python;
mod reference;

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use clap::ValueEnum;
use genre::manifest::{Architecture, Manifest, ModelFile, Parity, Precision, RuntimeParity};
use genre::{Engine, Model, ModelSource, TractEngine, sha256_hex};
use serde::Serialize;

use crate::terminal::{progress, say};
use crate::tidy::root;
use inputs::Input;
use measure::{OtherFirst, Row};
use reference::Answers;

/// Names of the files that a verdict leaves beside a model.
pub(crate) const VERDICT_FILE: &str = "parity.json";
pub(crate) const REFERENCE_FILE: &str = reference::FILE;

/// What a written model is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Against {
    /// The original network in PyTorch, and the written files in ONNX Runtime too; needs Python and makes its environment.
    Pytorch,
    /// Answers that PyTorch gave before, from reference.json; needs no Python, and leaves ONNX Runtime out.
    Golden,
    /// Nothing: parity is not checked, and the exit code is 3.
    None,
}

/// Where everything that a comparison needs lies.
pub(crate) struct Question<'a> {
    pub(crate) against: Against,
    /// Needed for PyTorch.
    pub(crate) checkpoint: Option<&'a Path>,
    pub(crate) wrapper: Option<&'a str>,
    /// Stored answers, needed for golden.
    pub(crate) golden: PathBuf,
    /// A folder of recordings; those of tests/data where it is not given.
    pub(crate) audio: Option<&'a Path>,
    pub(crate) manifest: &'a Manifest,
    /// Where each of the manifest's files lies now.
    pub(crate) files: &'a [PathBuf],
}

/// What was found.
pub(crate) struct Verdict {
    rows: Vec<Row>,
    made_by: String,
    /// Whether the reference's logits hardly depend on the picture.
    alike: bool,
    /// `reference.json`, as it was read or as it is new.
    pub(crate) reference: String,
}

/// The verdict as it lies beside the model.
#[derive(Serialize)]
struct Stored<'a> {
    generated_by: &'static str,
    model: &'a str,
    checkpoint_sha256: &'a str,
    reference: &'a str,
    rows: &'a [Row],
}

/// Compares every file of a model with the reference.
pub(crate) fn examine(question: &Question) -> anyhow::Result<Verdict> {
    let Question { manifest, files, .. } = *question;
    let root = root();
    let folder = question.audio.map_or_else(|| root.join("tests/data/audio"), Path::to_owned);
    let inputs = inputs::gather(manifest, &folder, question.audio.is_some())?;
    let checkpoint_sha256 = &manifest.source.checkpoint_sha256;
    let front_end = sha256_hex(serde_json::to_string(&manifest.front_end)?.as_bytes());
    let (answers, onnx, stored) = match question.against {
        Against::Pytorch => {
            let checkpoint = question.checkpoint.context("PyTorch needs the checkpoint; name it with --checkpoint")?;
            let Architecture { heads, ref stem_strides, channels, image, .. } = manifest.architecture;
            let wrapper = question.wrapper;
            let shape = [channels, image, image];
            let question = python::Question { checkpoint, heads, stem_strides, wrapper, shape, inputs: &inputs, onnx: files };
            let replies = python::ask(&root, &question)?;
            let json = replies.pytorch.to_json(&inputs, checkpoint_sha256, &front_end)?;
            (replies.pytorch, Some((replies.onnxruntime, replies.onnx)), json)
        }
        Against::Golden => {
            let (answers, json) = Answers::open(&question.golden, &inputs, checkpoint_sha256, &front_end)?;
            (answers, None, json)
        }
        Against::None => anyhow::bail!("there is nothing to compare with"),
    };
    let mut rows = Vec::new();
    for (index, (file, path)) in manifest.files.iter().zip(files).enumerate() {
        rows.push(in_tract(manifest, file, path, &inputs, &answers)?);
        if let Some((runtime, outputs)) = &onnx {
            rows.push(measure::compare(file.precision, runtime, &inputs, &answers.outputs, &outputs[index]));
        }
    }
    let alike = measure::alike(&answers.outputs.logits, inputs.len());
    Ok(Verdict { rows, made_by: answers.made_by(), alike, reference: stored })
}

fn in_tract(manifest: &Manifest, file: &ModelFile, path: &Path, inputs: &[Input], answers: &Answers) -> anyhow::Result<Row> {
    progress(format_args!("asking tract, {}", file.precision));
    let model = Model { manifest: manifest.clone(), file: file.clone(), source: ModelSource::File(path.to_owned()) };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let engine = TractEngine::load(&model, threads)?;
    drop(model);
    let mut outputs = genre::Outputs { logits: Vec::new(), embeddings: Vec::new() };
    for (done, batch) in inputs.chunks(threads).enumerate() {
        let pictures: Vec<&[f32]> = batch.iter().map(|input| input.pixels.as_slice()).collect();
        let answer = engine.run(&pictures).context("the written network cannot be run")?;
        outputs.logits.extend(answer.logits);
        outputs.embeddings.extend(answer.embeddings);
        if done % 8 == 7 {
            progress(format_args!("{} of {} pictures", (done + 1) * threads, inputs.len()));
        }
    }
    Ok(measure::compare(file.precision, &engine.info().to_string(), inputs, &answers.outputs, &outputs))
}

impl Verdict {
    /// Whether every file is within its bounds in every runtime.
    ///
    /// # Errors
    /// Names what is not, and where the difference is largest.
    pub(crate) fn demand(&self) -> anyhow::Result<()> {
        let failed: Vec<String> = self.rows.iter().filter(|row| !row.passed).map(describe).collect();
        ensure!(failed.is_empty() && !self.rows.is_empty(), "parity with PyTorch is not given: {}", failed.join("; "));
        Ok(())
    }

    /// Whether a file is beyond its bounds in any runtime.
    pub(crate) fn fails(&self, precision: Precision) -> bool {
        self.rows.iter().any(|row| row.precision == precision && !row.passed)
    }

    /// The verdict on one screen.
    pub(crate) fn show(&self) {
        say(format_args!("parity with {}", self.made_by));
        say("");
        say(format_args!(
            "{:9} {:38} {:>9} {:>9} {:>9} {:>9} {:>9}  {:>7} {:>7}  {}",
            "precision", "runtime", "max|Δl|", "mean|Δl|", "relative", "embedding", "max|Δp|", "first", "five", "verdict"
        ));
        for row in &self.rows {
            say(format_args!(
                "{:9} {:38} {:>9.1e} {:>9.1e} {:>9.1e} {:>9.1e} {:>9.1e}  {:>7} {:>7}  {}",
                row.precision.as_str(),
                row.runtime,
                row.max_logit_difference,
                row.mean_logit_difference,
                row.relative_logit_error,
                row.relative_embedding_error,
                row.max_probability_difference,
                format!("{}/{}", row.same_first, row.inputs),
                format!("{}/{}", row.same_five, row.inputs),
                if row.passed { "passed" } else { "FAILED" }
            ));
        }
        if let Some(worst) = self.rows.iter().max_by(|a, b| a.relative_logit_error.total_cmp(&b.relative_logit_error)) {
            say("");
            say(format_args!(
                "largest difference: {}, {}, in the {} ({})",
                worst.precision, worst.worst_input, worst.worst_part, worst.runtime
            ));
        }
        for row in &self.rows {
            for OtherFirst { input, margin } in &row.other_first {
                say(format_args!(
                    "{} in {}: another first label for {input}, whose first two the reference has {margin:.1e} apart",
                    row.precision, row.runtime
                ));
            }
        }
        self.caveats();
    }

    /// What the table does not show by itself.
    fn caveats(&self) {
        if self.rows.iter().any(|row| row.precision == Precision::F16 && row.runtime.contains("f16 as f32")) {
            say("f16: both runtimes compute in f32 on this processor; whether a value leaves the range of f16 shows on one that does not");
        }
        if self.alike {
            say("warning: the reference answers every picture alike, so that equal logits prove little; is the head trained?");
        }
    }

    /// The file beside the model.
    pub(crate) fn to_json(&self, manifest: &Manifest) -> anyhow::Result<String> {
        let stored = Stored {
            generated_by: concat!("cargo xtask, version ", env!("CARGO_PKG_VERSION")),
            model: &manifest.id,
            checkpoint_sha256: &manifest.source.checkpoint_sha256,
            reference: &self.made_by,
            rows: &self.rows,
        };
        Ok(serde_json::to_string_pretty(&stored)? + "\n")
    }

    /// Puts the summary of every file into a manifest.
    pub(crate) fn note(&self, manifest: &mut Manifest) {
        for file in &mut manifest.files {
            let of_file = self.rows.iter().filter(|row| row.precision == file.precision);
            let runtimes = of_file.clone().map(|row| RuntimeParity {
                runtime: row.runtime.clone(),
                relative_logit_error: row.relative_logit_error,
                max_probability_difference: row.max_probability_difference,
                same_first: row.same_first,
            });
            let inputs = of_file.clone().next().map_or(0, |row| row.inputs);
            file.parity = Some(Parity { reference: self.made_by.clone(), inputs, runtimes: runtimes.collect() });
        }
    }
}

fn describe(row: &Row) -> String {
    let logits = row.bounds.relative_logit.map(|bound| format!(" (allowed {bound:.0e})")).unwrap_or_default();
    format!(
        "{} in {}: relative logit error {:.1e}{logits}, of the embedding {:.1e} (allowed {:.0e}), \
         max|Δp| {:.1e} (allowed {:.0e}), the same first label on {} of {} and on {} of {} that are decided; \
         the largest difference is in the {} for {}",
        row.precision,
        row.runtime,
        row.relative_logit_error,
        row.relative_embedding_error,
        row.bounds.relative_embedding,
        row.max_probability_difference,
        row.bounds.probability,
        row.same_first,
        row.inputs,
        row.same_first_decided,
        row.decided,
        row.worst_part,
        row.worst_input
    )
}
