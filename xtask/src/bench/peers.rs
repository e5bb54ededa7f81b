//! The peers' side: `tools/peers.py`, which answers one question at a time, where its environment is there.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::prepare::Work;

/// What the peers took; empty where they could not be asked.
pub(super) struct Peers {
    running: Option<RefCell<Running>>,
    versions: Value,
    /// Of the front end, by file.
    front_end: Vec<Value>,
}

/// The program; it ends when its questions do.
struct Running {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Peers {
    pub(super) fn start(work: &Work) -> anyhow::Result<Self> {
        let mut peers = Self { running: None, versions: Value::Null, front_end: Vec::new() };
        let Some(python) = &work.python else { return Ok(peers) };
        let mut command = Command::new(python);
        command.arg(work.root.join("tools/peers.py")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().context("failed to start tools/peers.py")?;
        let answers = BufReader::new(process.stdout.take().context("tools/peers.py has no output")?);
        let questions = process.stdin.take();
        peers.running = Some(RefCell::new(Running { process, questions, answers }));
        peers.versions = peers.ask(&json!({ "versions": true }))?;
        Ok(peers)
    }

    /// Whether there are any.
    pub(super) fn are_there(&self) -> bool {
        self.running.is_some()
    }

    fn ask(&self, question: &Value) -> anyhow::Result<Value> {
        let Some(running) = &self.running else { bail!("tools/.venv is not there") };
        let mut running = running.borrow_mut();
        let questions = running.questions.as_mut().context("tools/peers.py has ended")?;
        writeln!(questions, "{question}").and_then(|()| questions.flush()).context("tools/peers.py has ended")?;
        let mut answer = String::new();
        running.answers.read_line(&mut answer).context("tools/peers.py does not answer")?;
        let answer: Value = serde_json::from_str(&answer).context("tools/peers.py did not answer in JSON")?;
        match answer["error"].as_str() {
            Some(error) => bail!("tools/peers.py: {error}"),
            None => Ok(answer),
        }
    }

    fn ms(&self, question: &Value) -> anyhow::Result<f64> {
        self.ask(question)?["ms"].as_f64().context("tools/peers.py told no time")
    }

    /// One run of a batch in ONNX Runtime, ms.
    pub(super) fn onnx(&self, file: &Path, threads: usize, batch: usize) -> anyhow::Result<f64> {
        self.ms(&json!({ "onnx": file, "threads": threads, "batch": batch }))
    }

    /// The same of what ONNX Runtime's own dynamic quantisation makes of a file in f32; the first one makes it.
    pub(super) fn own_int8(&self, file: &Path, threads: usize, batch: usize) -> anyhow::Result<f64> {
        self.ms(&json!({ "onnx": file, "quantised": true, "threads": threads, "batch": batch }))
    }

    /// One run of a batch in PyTorch, ms.
    pub(super) fn torch(&self, checkpoint: &Path, threads: usize, batch: usize) -> anyhow::Result<f64> {
        self.ms(&json!({ "torch": checkpoint, "threads": threads, "batch": batch }))
    }

    /// ONNX Runtime's `logits` and `embedding` of one picture in a file of raw numbers.
    pub(super) fn answer(&self, file: &Path, pixels: &Path) -> anyhow::Result<Value> {
        self.ask(&json!({ "answer": file, "pixels": pixels }))
    }

    /// Drops what the peers have loaded.
    pub(super) fn forget(&self) -> anyhow::Result<()> {
        if self.are_there() { self.ask(&json!({ "forget": true })).map(drop) } else { Ok(()) }
    }

    /// Times librosa on all clips, for [`Self::front_end`].
    pub(super) fn hear(&mut self, work: &Work, repeats: usize) -> anyhow::Result<()> {
        if self.are_there() {
            let ask = |(path, _): &(std::path::PathBuf, _)| self.ask(&json!({ "front_end": path, "repeats": repeats }));
            self.front_end = work.clips.iter().map(ask).collect::<anyhow::Result<_>>()?;
        }
        Ok(())
    }

    /// A field of librosa's answer for a file, ms.
    pub(super) fn front_end(&self, file: &str, field: &str) -> Option<f64> {
        self.front_end.iter().find(|row| row["file"] == file)?[field].as_f64()
    }

    /// Versions of the peers.
    pub(super) fn versions(&self) -> Option<String> {
        let versions = self.versions.as_object()?;
        let named = ["librosa", "torchvision", "onnxruntime", "torch"];
        Some(named.iter().filter_map(|name| Some(format!("{name} {}", versions.get(*name)?.as_str()?))).collect::<Vec<_>>().join(", "))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.questions = None;
        // It has nothing left to do; how it ends does not matter any more.
        drop(self.process.wait());
    }
}
