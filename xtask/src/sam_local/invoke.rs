//! One event, one function, one answer: by `sam local invoke` in a container, or by AWS's emulator without one.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context;
use serde_json::Value;

use super::engine::Engine;
use super::http;
use super::process::{Background, Finished, ending, run, wait_until};
use super::template::Template;
use super::tools::Tools;

/// Building a layer into an image and starting a container take seconds; no function may take longer than this on top.
const LIMIT: Duration = Duration::from_secs(180);
const START: Duration = Duration::from_secs(30);
const REGION: &str = "us-east-1";

/// How an invocation ended.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The function answered; its answer may still say that it failed.
    Answer(Value),
    /// It was killed at its memory limit.
    OutOfMemory,
    /// It was stopped at its timeout.
    OutOfTime,
    /// Something else: what was said about it.
    Failed(String),
}

/// An invocation that has ended.
pub(super) struct Invocation {
    pub(super) outcome: Outcome,
    /// What the emulator reports, start of the function included; absent when it was cut off.
    pub(super) ms: Option<f64>,
    pub(super) memory_mb: Option<u64>,
}

/// What runs the functions.
pub(super) enum Ground<'a> {
    /// `sam local invoke`.
    Containers {
        tools: &'a Tools,
        engine: &'a Engine,
        /// The template on disk.
        template: PathBuf,
        /// Where SAM may ask whose account this is: it does so at every start, and would wait for AWS until it gives up.
        accounts: String,
    },
    /// aws-lambda-rie alone: no container, so no memory limit.
    Emulator {
        /// The emulator's program.
        program: PathBuf,
        /// The template, for the environment.
        template: &'a Template,
        /// The built functions.
        build: &'a Path,
    },
}

impl Ground<'_> {
    /// Hands an event, as JSON in a file, to a function.
    pub(super) fn invoke(&self, function: &str, event: &Path) -> anyhow::Result<Invocation> {
        match self {
            Self::Containers { tools, engine, template, accounts } => {
                let mut sam = engine.directed(tools.command("sam"));
                sam.env("AWS_ENDPOINT_URL_STS", accounts);
                in_container(sam, template, function, event)
            }
            Self::Emulator { program, template, build } => emulated(program, template, build, function, event),
        }
    }
}

fn in_container(mut sam: Command, template: &Path, function: &str, event: &Path) -> anyhow::Result<Invocation> {
    sam.args(["local", "invoke", function, "--skip-pull-image", "--region", REGION, "--container-host-interface", "127.0.0.1"]);
    sam.arg("--template-file").arg(template).arg("--event").arg(event);
    without_credentials(&mut sam);
    let ended = run(&mut sam, LIMIT)?;
    Ok(Invocation {
        ms: reported(&ended.stderr, "\tDuration: "),
        memory_mb: reported(&ended.stderr, "\tMemory Size: ").map(|mb| mb as u64),
        outcome: outcome(&ended),
    })
}

/// Nobody's account has anything to do with this.
fn without_credentials(command: &mut Command) {
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN"] {
        command.env_remove(variable);
    }
    for variable in ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"] {
        command.env(variable, "/dev/null");
    }
    command.env("AWS_ACCESS_KEY_ID", "local").env("AWS_SECRET_ACCESS_KEY", "local").env("AWS_EC2_METADATA_DISABLED", "true");
}

/// SAM exits with 0 when the function was killed or was too slow: only what it writes tells.
fn outcome(ended: &Finished) -> Outcome {
    let (out, err) = (String::from_utf8_lossy(&ended.stdout), &ended.stderr);
    // What the function itself prints may stand before its answer.
    let last = out.trim().lines().last().unwrap_or_default();
    if err.contains("timed out after") {
        Outcome::OutOfTime
    } else if err.contains("signal: killed") {
        // Nothing else kills inside the container: this command and SAM only stop whole containers.
        Outcome::OutOfMemory
    } else if let Ok(answer) = serde_json::from_str(last) {
        Outcome::Answer(answer)
    } else {
        let lines: Vec<&str> = err.lines().filter(|line| !line.trim().is_empty()).collect();
        Outcome::Failed(format!("sam: {}: {}", ending(ended.status), lines[lines.len().saturating_sub(4)..].join(" / ")))
    }
}

/// The number behind a word of the line that begins with REPORT.
fn reported(text: &str, word: &str) -> Option<f64> {
    let line = text.lines().find(|line| line.starts_with("REPORT "))?;
    line.split_once(word)?.1.split_whitespace().next()?.parse().ok()
}

fn emulated(program: &Path, template: &Template, build: &Path, function: &str, event: &Path) -> anyhow::Result<Invocation> {
    let memory_mb = template.number(function, "MemorySize");
    let timeout = template.number(function, "Timeout").unwrap_or(60);
    let emulator = Emulator::start(program, &[build.join(function).join("bootstrap")], |command| {
        command.env("AWS_LAMBDA_FUNCTION_TIMEOUT", timeout.to_string());
        command.env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory_mb.unwrap_or(1769).to_string());
        command.env("AWS_REGION", REGION).envs(template.environment(function)).stderr(Stdio::null());
        without_credentials(command);
    })?;
    let event = std::fs::read(event).with_context(|| format!("failed to read {}", event.display()))?;
    let begun = Instant::now();
    let text = emulator.invoke(&event)?;
    let ms = Some(begun.elapsed().as_secs_f64() * 1e3);
    let outcome = match serde_json::from_str(&text) {
        Ok(answer) => Outcome::Answer(answer),
        Err(_) if text.contains("Task timed out") => Outcome::OutOfTime,
        Err(_) => Outcome::Failed(text),
    };
    Ok(Invocation { outcome, ms, memory_mb })
}

/// A running aws-lambda-rie, which starts the function at its first event.
pub(super) struct Emulator {
    /// The emulator; the function is its child.
    pub(super) process: Background,
    url: String,
}

impl Emulator {
    /// Starts it for a function: a program and its arguments. `prepare` sets the environment and where it writes.
    pub(super) fn start(program: &Path, function: &[PathBuf], prepare: impl FnOnce(&mut Command)) -> anyhow::Result<Self> {
        let host = "127.0.0.1";
        let (port, runtime_port) = (http::free_port(host)?, http::free_port(host)?);
        let mut command = Command::new(program);
        command.args(["--log-level", "error", "--runtime-interface-emulator-address", &format!("{host}:{port}")]);
        command.args(["--runtime-api-address", &format!("{host}:{runtime_port}")]).args(function);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        prepare(&mut command);
        let mut process = Background::start(&mut command)?;
        wait_until("aws-lambda-rie", START, || {
            process.alive()?;
            Ok(http::listens(host, port).then_some(()))
        })?;
        Ok(Self { process, url: format!("http://{host}:{port}/2015-03-31/functions/function/invocations") })
    }

    /// Hands it an event and gives back what is answered.
    pub(super) fn invoke(&self, event: &[u8]) -> anyhow::Result<String> {
        let answer = http::call("POST", &self.url, &[("content-type", "application/json")], event)?;
        Ok(String::from_utf8_lossy(&answer.body).into_owned())
    }
}
