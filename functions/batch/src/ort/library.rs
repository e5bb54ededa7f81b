//! ONNX Runtime's library: where it may lie, and what to do when it does not.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use ort::LoadDynamicError;
use ort::environment::Environment;
use ort::logging::LogLevel;

use super::messages::{failure, is_out_of_memory, one_line};
use super::{Provider, loaded};
use crate::names::shown;

/// The oldest that this program speaks to; the feature `api-24` of the binding says so.
const OLDEST: &str = "1.24";
/// Where packages and our container put it.
const SHARED: &str = "/opt/onnxruntime/lib";

/// ONNX Runtime, loaded. There is one per process.
pub(crate) struct Library {
    environment: Environment,
    place: Option<PathBuf>,
    version: String,
    /// What it has complained of: errors often say less than its log.
    complaints: Arc<Mutex<Vec<String>>>,
}

impl Library {
    /// Loads the library that is `named`, a file or its folder, or else the first that is found: beside this program, in
    /// [`SHARED`], where the system looks.
    ///
    /// # Errors
    /// There is none, it is too old, or no ONNX Runtime; says where was looked and what to do.
    pub(crate) fn load(named: Option<&Path>) -> anyhow::Result<Self> {
        let place = match named {
            Some(named) => Some(in_folder_or_itself(named)?),
            None => places().iter().find_map(|folder| in_folder(folder)),
        };
        let builder = match &place {
            Some(place) => ort::init_from(place).map_err(|error| explain(&error, place))?,
            None => from_system()?,
        };
        let complaints = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&complaints);
        let logger = move |level: LogLevel, _: &str, _: &str, _: &str, message: &str| {
            // Standard error belongs to this program; what matters is told with the error that follows.
            if matches!(level, LogLevel::Error | LogLevel::Fatal) {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(one_line(message));
            }
        };
        let environment = builder.with_name("acousticsense").with_telemetry(false).with_logger(Arc::new(logger)).build();
        let environment = environment.map_err(|error| anyhow::anyhow!("ONNX Runtime does not start: {}", one_line(error.message())))?;
        environment.set_log_level(LogLevel::Error);
        let mapped = mapped(place.as_deref());
        let version = mapped.as_deref().and_then(loaded::symbol_version).unwrap_or_else(built_from);
        Ok(Self { environment, place: mapped.or(place), version, complaints })
    }

    /// What sessions are made in.
    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// Its version, as its symbols tell it.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// The file, where the system tells.
    pub(crate) fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    /// What is complained of from now on belongs to what is done now.
    pub(super) fn forget_complaints(&self) {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Why a session could not be made, and what helps.
    pub(super) fn explain(&self, error: &ort::Error, provider: Provider) -> anyhow::Error {
        if is_out_of_memory(error.message()) {
            return failure(error).into();
        }
        let message = one_line(error.message());
        let complaints = self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
        // The log repeats the error, and what it repeats need not be told twice.
        let more = complaints.iter().find(|complaint| !message.contains(complaint.as_str()) && !complaint.contains(&message));
        let more = more.map(|more| format!(" ({more})")).unwrap_or_default();
        let place = self.place.as_deref().map(|place| format!(" ({})", shown(place))).unwrap_or_default();
        match provider {
            Provider::Cpu { .. } => anyhow::anyhow!("ONNX Runtime {}{place} cannot run this model: {message}{more}", self.version),
            Provider::Cuda { .. } => anyhow::anyhow!(
                "ONNX Runtime {}{place} cannot run this model with CUDA: {message}{more}; that takes an NVIDIA GPU and its driver, ONNX \
                 Runtime's build for CUDA (the archive \"gpu\" or the Python package onnxruntime-gpu), and the CUDA and cuDNN that it was \
                 built for; --engine ort-cpu and --engine tract run without",
                self.version
            ),
        }
    }
}

/// Folders that are looked through when nobody says where.
fn places() -> Vec<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    let beside = beside.into_iter().flat_map(|folder| [folder.to_owned(), folder.join("../lib")]);
    beside.chain([PathBuf::from(SHARED)]).collect()
}

fn in_folder_or_itself(named: &Path) -> anyhow::Result<PathBuf> {
    let found = if named.is_dir() { in_folder(named) } else { Some(named.to_owned()).filter(|file| file.is_file()) };
    let found = found.with_context(|| {
        if named.is_dir() {
            format!("there is no ONNX Runtime ({}) in {}", file_name(), shown(named))
        } else {
            format!("{}, named as ONNX Runtime's library, does not exist", shown(named))
        }
    })?;
    // The binding counts a relative path from this program's own folder.
    std::fs::canonicalize(&found).with_context(|| format!("failed to read {}", shown(&found)))
}

/// `libonnxruntime.so`, or as systems call it.
fn file_name() -> String {
    format!("{}onnxruntime{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}

/// The library in a folder: under its plain name, or, as in Python's package, with its version behind it.
fn in_folder(folder: &Path) -> Option<PathBuf> {
    let name = file_name();
    let plain = folder.join(&name);
    if plain.is_file() {
        return std::fs::canonicalize(plain).ok();
    }
    let versioned =
        |file: &PathBuf| file.file_name().and_then(|found| found.to_str()).is_some_and(|found| found.starts_with(&format!("{name}.")));
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(versioned).collect();
    // Several versions side by side: names decide, not the order of the folder.
    found.sort();
    std::fs::canonicalize(found.pop()?).ok()
}

/// Under its plain names, wherever the system's loader looks.
fn from_system() -> anyhow::Result<ort::environment::EnvironmentBuilder> {
    let name = file_name();
    let names = [name.clone(), format!("{name}.1")];
    for name in &names {
        match ort::init_from(name) {
            Ok(builder) => return Ok(builder),
            Err(LoadDynamicError::Dlopen { .. }) => (),
            Err(error) => return Err(explain(&error, Path::new(name))),
        }
    }
    let folders: Vec<String> = places().iter().map(|folder| shown(folder)).collect();
    anyhow::bail!(
        "ONNX Runtime is not installed: there is no {name} in {} or where the system looks for libraries. Unpack its archive (version \
         {OLDEST} or later; the one for CUDA with --engine cuda), or install the Python package onnxruntime (onnxruntime-gpu), and name \
         the library or its folder with --onnxruntime; --engine tract needs none",
        folders.join(", ")
    )
}

/// Why a file is not the library that we need.
fn explain(error: &LoadDynamicError, place: &Path) -> anyhow::Error {
    let place = shown(place);
    match error {
        LoadDynamicError::Dlopen { error, .. } => {
            let causes: Vec<String> = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source())
                .map(|error| one_line(&error.to_string()))
                .collect();
            anyhow::anyhow!("failed to load {place} as ONNX Runtime: {}", causes.join(": "))
        }
        LoadDynamicError::MissingApi { .. } => anyhow::anyhow!("{place} is a library, but not ONNX Runtime: it has no OrtGetApiBase"),
        LoadDynamicError::InvalidVersionString => anyhow::anyhow!("{place} does not tell its version, so it is not used as ONNX Runtime"),
        LoadDynamicError::BadVersion { version_str, .. } => {
            anyhow::anyhow!("{place} is ONNX Runtime {}; version {OLDEST} or later is needed", one_line(version_str))
        }
    }
}

/// The file that is mapped into this process.
fn mapped(asked: Option<&Path>) -> Option<PathBuf> {
    let files = loaded::files();
    let named = |file: &&PathBuf| file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&file_name()));
    let asked = asked.and_then(|asked| files.iter().find(|file| file.as_path() == asked));
    asked.or_else(|| files.iter().find(named)).cloned()
}

/// Where symbols tell no version, the commit that it was built from.
fn built_from() -> String {
    let commit = ort::info().split(',').find_map(|part| part.trim().strip_prefix("git-commit-id="));
    commit.filter(|commit| !commit.is_empty()).map_or_else(|| "of unknown version".to_owned(), |commit| format!("commit {commit}"))
}
