//! What the Dockerfile copies: the program, ONNX Runtime, the licences.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};

use crate::sam_local::process::run;
use crate::terminal::progress;
use crate::venv::onnx_runtime;

const DOWNLOAD: Duration = Duration::from_secs(30 * 60);
/// Without it ONNX Runtime is not complete; TensorRT's provider is not used and left out.
const SHARED: &str = "libonnxruntime_providers_shared.so";
const CUDA: &str = "libonnxruntime_providers_cuda.so";
const LICENCES: [&str; 2] = ["LICENSE", "ThirdPartyNotices.txt"];

/// ONNX Runtime, unpacked.
pub(super) struct Library {
    /// `libonnxruntime.so.VERSION`.
    pub(super) file: PathBuf,
    /// What lies beside it and is needed too.
    others: Vec<PathBuf>,
    /// The folder of its licences.
    licences: PathBuf,
}

impl Library {
    /// The one that the tests' Python environment has.
    pub(super) fn for_processors(root: &Path) -> anyhow::Result<Self> {
        Self::of(&onnx_runtime(root).context("there is no ONNX Runtime in tools/.venv; make it as tools/requirements.txt says")?, &[])
    }

    /// The one for CUDA, downloaded once; its hash is pinned beside the Dockerfile.
    pub(super) fn for_cuda(root: &Path, state: &Path) -> anyhow::Result<Self> {
        let pinned = root.join("functions/batch/onnxruntime-gpu.txt");
        let folder = state.join("onnxruntime-gpu");
        let (wheels, unpacked) = (folder.join("wheel"), folder.join("unpacked"));
        // What an earlier version left would be mixed with this one's; pip's own cache saves the download.
        for left in [&wheels, &unpacked] {
            drop(std::fs::remove_dir_all(left));
        }
        progress("fetching ONNX Runtime for CUDA (256 MB, once)");
        let venv = root.join("tools/.venv/bin/python");
        let python = if venv.is_file() { venv } else { PathBuf::from("python3") };
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]);
        pip.args(["--only-binary", ":all:", "--platform", "manylinux_2_28_x86_64", "--python-version", "3.12"]);
        pip.arg("--requirement").arg(&pinned).arg("--dest").arg(&wheels);
        run(&mut pip, DOWNLOAD)?.text("pip download").context("failed to fetch ONNX Runtime for CUDA")?;
        let wheel =
            std::fs::read_dir(&wheels)?.flatten().map(|entry| entry.path()).find(|file| file.extension().is_some_and(|e| e == "whl"));
        let wheel = wheel.with_context(|| format!("pip left no wheel in {}", wheels.display()))?;
        run(Command::new(&python).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&unpacked), DOWNLOAD)?.text("unpacking the wheel")?;
        Self::of(&unpacked.join("onnxruntime"), &[CUDA])
    }

    fn of(package: &Path, more: &[&str]) -> anyhow::Result<Self> {
        let folder = package.join("capi");
        let listed = std::fs::read_dir(&folder).with_context(|| format!("failed to read {}", folder.display()))?;
        let is_library =
            |file: &PathBuf| file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("libonnxruntime.so"));
        let file = listed.flatten().map(|entry| entry.path()).find(is_library);
        let file = file.with_context(|| format!("there is no libonnxruntime.so in {}", folder.display()))?;
        let others: Vec<PathBuf> = std::iter::once(&SHARED).chain(more).map(|name| folder.join(name)).collect();
        for other in &others {
            ensure!(other.is_file(), "{} is missing", other.display());
        }
        Ok(Self { file, others, licences: package.to_owned() })
    }
}

/// Puts everything into a fresh folder, under the names that the Dockerfile knows.
pub(super) fn lay_out(root: &Path, state: &Path, program: &Path, library: &Library) -> anyhow::Result<PathBuf> {
    let folder = state.join("context");
    drop(std::fs::remove_dir_all(&folder));
    for inner in ["onnxruntime", "licences"] {
        std::fs::create_dir_all(folder.join(inner)).with_context(|| format!("failed to make {}", folder.display()))?;
    }
    put(program, &folder.join("acousticsense"))?;
    for file in std::iter::once(&library.file).chain(&library.others) {
        put(file, &folder.join("onnxruntime").join(file.file_name().unwrap_or_default()))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"] {
        put(&root.join(name), &folder.join("licences").join(name))?;
    }
    for name in LICENCES {
        put(&library.licences.join(name), &folder.join("licences").join(format!("onnxruntime-{name}")))?;
    }
    Ok(folder)
}

/// A hard link where the file system allows: the libraries are large.
fn put(from: &Path, to: &Path) -> anyhow::Result<()> {
    // Links to libraries are resolved: what they lead to does not come along.
    let from = std::fs::canonicalize(from).with_context(|| format!("failed to read {}", from.display()))?;
    if std::fs::hard_link(&from, to).is_err() {
        std::fs::copy(&from, to).with_context(|| format!("failed to copy {}", from.display()))?;
    }
    Ok(())
}
