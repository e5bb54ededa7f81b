//! The peers' side: `tools/peers.py`, run where its environment is there.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use genre::manifest::Precision;
use serde_json::Value;

use super::prepare::{FullSize, Work};

/// What the peers took; empty where they could not be asked.
pub(super) struct Peers(Value);

pub(super) fn measure(work: &Work, threads: &[usize], repeats: usize, cold_repeats: usize) -> anyhow::Result<Peers> {
    let Some(python) = &work.python else { return Ok(Peers(Value::Null)) };
    let threads = threads.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let mut command = Command::new(python);
    command.arg(work.root.join("tools/peers.py")).arg("--front-end").args(work.clips.iter().map(|(path, _)| path));
    command.args(["--threads", &threads, "--repeats", &repeats.to_string(), "--cold-repeats", &cold_repeats.to_string()]);
    if let Some(large) = &work.large {
        command
            .arg("--onnx")
            .arg(large.onnx(Precision::F32))
            .arg("--also-onnx")
            .arg(large.onnx(Precision::Int8))
            .arg("--checkpoint")
            .arg(&large.checkpoint);
        command.arg("--cold-start").args(work.clips.first().map(|(path, _)| path));
    }
    let output = command.stderr(Stdio::inherit()).output().context("failed to start tools/peers.py")?;
    ensure!(output.status.success(), "tools/peers.py failed with {}", output.status);
    Ok(Peers(serde_json::from_slice(&output.stdout).context("tools/peers.py did not answer in JSON")?))
}

impl Peers {
    /// A field of librosa's row for a file, ms.
    pub(super) fn front_end(&self, file: &str, field: &str) -> Option<f64> {
        self.rows("front_end").find(|row| row["file"] == file)?[field].as_f64()
    }

    /// ONNX Runtime, ms per clip.
    pub(super) fn onnx(&self, precision: Precision, threads: usize, batch: usize) -> Option<f64> {
        let file = FullSize::file(precision);
        let wanted = |row: &&Value| row["file"] == file && row["threads"] == threads && row["batch"] == batch;
        self.rows("onnxruntime").find(wanted)?["item_ms"].as_f64()
    }

    /// PyTorch, ms per clip.
    pub(super) fn torch(&self, threads: usize, batch: usize) -> Option<f64> {
        let row = self.rows("torch").find(|row| row["threads"] == threads && row["batch"] == batch)?;
        Some(row["batch_ms"].as_f64()? / batch as f64)
    }

    /// A field of a peer's cold start: `cached_ms`, `evicted_ms` or `peak_rss_bytes`.
    pub(super) fn cold(&self, peer: &str, threads: usize, field: &str) -> Option<f64> {
        self.rows("cold_start").find(|row| row["peer"] == peer && row["threads"] == threads)?[field].as_f64()
    }

    /// Versions of the peers that were measured.
    pub(super) fn versions(&self) -> Option<String> {
        let versions = self.0["versions"].as_object()?;
        let named = ["librosa", "torchvision", "onnxruntime", "torch"];
        Some(named.iter().filter_map(|name| Some(format!("{name} {}", versions.get(*name)?.as_str()?))).collect::<Vec<_>>().join(", "))
    }

    fn rows(&self, part: &str) -> impl Iterator<Item = &Value> {
        self.0[part].as_array().into_iter().flatten()
    }
}

/// Drops a file's pages from the page cache; `dd` asks the kernel for it.
pub(super) fn evict(path: &Path) -> anyhow::Result<()> {
    let input = format!("if={}", path.display());
    let status = Command::new("dd").args([&input, "iflag=nocache", "count=0", "status=none"]).status();
    ensure!(status.context("failed to start dd")?.success(), "dd could not drop {} from the page cache", path.display());
    Ok(())
}
