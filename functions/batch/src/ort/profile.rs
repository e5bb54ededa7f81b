//! What really ran: ONNX Runtime's own record of a run, node by node.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use ort::session::Session;
use serde::Deserialize;

use super::list;

/// A record in the making, in a folder of its own that goes away with it.
pub(super) struct Profile {
    folder: PathBuf,
}

/// What a record says.
#[derive(Debug, PartialEq)]
pub(super) struct Ran {
    /// Kinds of nodes by the provider that ran them.
    by_provider: BTreeMap<String, BTreeSet<String>>,
    /// Whether any matrix product was computed in f16.
    pub(super) f16_products: bool,
}

/// One entry of the record; only nodes have a provider.
#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    args: Arguments,
}

#[derive(Default, Deserialize)]
struct Arguments {
    provider: Option<String>,
    op_name: Option<String>,
    /// One map per input, from the type to the shape.
    #[serde(default)]
    input_type_shape: Vec<BTreeMap<String, serde_json::Value>>,
}

impl Profile {
    /// Makes the folder: among temporary files, or in memory, where containers can write even when they can write nowhere else.
    ///
    /// # Errors
    /// Neither can be written to.
    pub(super) fn begin() -> anyhow::Result<Self> {
        let temporary = std::env::temp_dir();
        let made = own_folder(&temporary).or_else(|error| own_folder(Path::new("/dev/shm")).map_err(|_| error));
        let folder = made.with_context(|| {
            format!(
                "failed to write into {}, where it is noted what the engine really runs; name a folder that can be written to with TMPDIR",
                temporary.display()
            )
        })?;
        Ok(Self { folder })
    }

    /// What the file's name begins with; ONNX Runtime appends the time.
    pub(super) fn prefix(&self) -> PathBuf {
        self.folder.join("run")
    }

    /// Ends the record of a session that has run.
    ///
    /// # Errors
    /// There is none, or it is not understood.
    pub(super) fn end(self, session: &mut Session) -> anyhow::Result<Ran> {
        let place = session.end_profiling().map_err(|error| anyhow::anyhow!("ONNX Runtime recorded no run: {error}"))?;
        let json = std::fs::read(Path::new(&place)).context("failed to read what ONNX Runtime recorded of its first run")?;
        Ran::of(&json)
    }
}

/// Only a folder that was not there before is nobody else's.
fn own_folder(within: &Path) -> std::io::Result<PathBuf> {
    let mut count = 0_u32;
    loop {
        let folder = within.join(format!("acousticsense-{}-{count}", std::process::id()));
        match std::fs::create_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && count < 1_000 => count += 1,
            made => return made.map(|()| folder),
        }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // It lies in the folder for temporary files, and nothing depends on its being gone.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Ran {
    fn of(json: &[u8]) -> anyhow::Result<Self> {
        let events: Vec<Event> =
            serde_json::from_slice(json).context("failed to understand what ONNX Runtime recorded of its first run")?;
        let mut ran = Self { by_provider: BTreeMap::new(), f16_products: false };
        for Arguments { provider, op_name, input_type_shape } in events.into_iter().map(|event| event.args) {
            let (Some(provider), Some(operation)) = (provider, op_name) else { continue };
            let product = ["MatMul", "Gemm", "FusedMatMul", "Attention", "MultiHeadAttention"].contains(&&*operation);
            ran.f16_products |= product && input_type_shape.iter().any(|input| input.contains_key("float16"));
            ran.by_provider.entry(provider).or_default().insert(operation);
        }
        Ok(ran)
    }

    /// Whether everything ran on `provider`.
    ///
    /// # Errors
    /// Says what ran elsewhere, or that nothing was recorded.
    pub(super) fn demand(&self, provider: &str) -> anyhow::Result<()> {
        anyhow::ensure!(self.by_provider.contains_key(provider), "nothing ran on {provider}, which was asked for");
        if let Some((other, operations)) = self.by_provider.iter().find(|(name, _)| *name != provider) {
            anyhow::bail!("{} ran on {other} instead of {provider}, which was asked for", list(operations));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Ran;

    fn node(operation: &str, provider: &str, input: &str) -> String {
        let args = format!(r#"{{"op_name": "{operation}", "provider": "{provider}", "input_type_shape": [{{"{input}": [1, 2]}}]}}"#);
        format!(r#"{{"cat": "Node", "name": "n", "dur": 1, "args": {args}}}"#)
    }

    #[track_caller]
    fn ran(nodes: &[String]) -> Ran {
        let session = r#"{"cat": "Session", "name": "model_run", "dur": 1, "args": {}}"#.to_owned();
        let events: Vec<String> = std::iter::once(session).chain(nodes.iter().cloned()).collect();
        Ran::of(format!("[{}]", events.join(",")).as_bytes()).expect("it is a record")
    }

    #[test]
    fn a_single_node_elsewhere_is_noticed() {
        let (here, there) = ("CUDAExecutionProvider", "CPUExecutionProvider");
        let all = ran(&[node("MatMul", here, "float"), node("Gelu", here, "float")]);
        assert!(all.demand(here).is_ok());
        assert_eq!(all.demand(there).map_err(|error| error.to_string()), Err(format!("nothing ran on {there}, which was asked for")));
        let some = ran(&[node("MatMul", here, "float"), node("Softmax", there, "float")]);
        let said = some.demand(here).map_err(|error| error.to_string());
        assert_eq!(said, Err(format!("Softmax ran on {there} instead of {here}, which was asked for")));
        assert!(ran(&[]).demand(here).is_err(), "a record of nothing proves nothing");
        assert!(Ran::of(b"[{").is_err());
    }

    #[test]
    fn f16_is_what_products_are_computed_in() {
        let provider = "CPUExecutionProvider";
        assert!(ran(&[node("MatMul", provider, "float16")]).f16_products);
        // Where the processor has no f16 arithmetic, values are widened before.
        assert!(!ran(&[node("Cast", provider, "float16"), node("MatMul", provider, "float")]).f16_products);
    }
}
