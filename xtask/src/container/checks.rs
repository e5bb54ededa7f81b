//! What the container promises, tried on real files.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::context::Library;
use crate::sam_local::engine::Engine;
use crate::sam_local::process::{Finished, run, wait_until};
use crate::terminal::say;

/// The user that the Dockerfile names.
const USER: u32 = 65_532;
/// Longest that anything in the container may take.
const LIMIT: Duration = Duration::from_secs(300);
/// Spot machines are taken away within two minutes, Docker kills after ten seconds; we promise less.
const STOPPED_WITHIN: Duration = Duration::from_secs(5);
/// Copies of a recording: enough to be in the middle of when the container is stopped.
const COPIES: usize = 3_000;

/// The image, and a folder that stands at /data in it.
struct Check<'a> {
    engine: &'a Engine,
    tag: &'a str,
    data: PathBuf,
    /// The same program and library outside of it.
    program: &'a Path,
    library: &'a Path,
}

/// Runs every check; the first that fails ends it.
pub(super) fn run_all(engine: &Engine, tag: &str, root: &Path, state: &Path, program: &Path, library: &Library) -> anyhow::Result<()> {
    // Not "data": that is the private engine's own.
    let data = state.join("mounted");
    drop(fs::remove_dir_all(&data));
    fs::create_dir_all(&data)?;
    // The container's user is nobody here.
    fs::set_permissions(&data, fs::Permissions::from_mode(0o777))?;
    copy_all(&root.join("tests/data/audio"), &data.join("music"))?;
    let check = Check { engine, tag, data, program, library: &library.file };
    check.has_its_licences()?;
    check.wants_a_gpu()?;
    check.answers_as_outside()?;
    check.is_healthy()?;
    check.stops_at_once()?;
    drop(fs::remove_dir_all(&check.data));
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("failed to read {}", from.display()))?.flatten() {
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

impl Check<'_> {
    /// `docker run` of the image, as narrow as a cautious operator makes it.
    fn docker(&self, options: &[&str], arguments: &[&str]) -> Command {
        let mut docker = self.engine.docker();
        docker.args(["run", "--read-only", "--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"]);
        docker.arg("--volume").arg(format!("{}:/data", self.data.display())).args(options).arg(self.tag).args(arguments);
        docker
    }

    fn once(&self, options: &[&str], arguments: &[&str]) -> anyhow::Result<Finished> {
        run(&mut self.docker(&[&["--rm"], options].concat(), arguments), LIMIT)
    }

    /// The same command line outside of the container.
    fn outside(&self, arguments: &[&str]) -> anyhow::Result<Finished> {
        let mut program = Command::new(self.program);
        program.args(arguments).env("ORT_DYLIB_PATH", self.library).env("ACOUSTICSENSE_ENGINE", "ort-cpu").current_dir(&self.data);
        run(&mut program, LIMIT)
    }

    fn has_its_licences(&self) -> anyhow::Result<()> {
        let listed = self.once(&["--entrypoint", "/bin/ls"], &["/usr/share/doc/acousticsense"])?.text("ls in the container")?;
        for name in ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md", "onnxruntime-LICENSE", "onnxruntime-ThirdPartyNotices.txt"] {
            ensure!(listed.lines().any(|line| line == name), "the image lacks the licence {name}");
        }
        let id = self.once(&["--entrypoint", "/bin/id"], &["-u"])?.text("id in the container")?;
        ensure!(id == USER.to_string(), "the container runs as user {id}");
        say(format_args!("licences: all there; user {id}"));
        Ok(())
    }

    /// Without options the engine is CUDA, and nothing takes its place.
    fn wants_a_gpu(&self) -> anyhow::Result<()> {
        let ran = self.once(&[], &["classify", "music", "-o", "gpu.csv"])?;
        ensure!(ran.status.code() == Some(2), "without a GPU it ended with {}: {}", ran.status, ran.stderr);
        ensure!(ran.stderr.contains("cannot run this model with CUDA"), "without a GPU it said: {}", ran.stderr);
        ensure!(!self.data.join("gpu.csv").exists(), "without a GPU it wrote a table");
        say(format_args!("without a GPU: exit code 2, {}", ran.stderr.trim().lines().last().unwrap_or_default()));
        Ok(())
    }

    fn answers_as_outside(&self) -> anyhow::Result<()> {
        let cpu = ["--env", "ACOUSTICSENSE_ENGINE=ort-cpu"];
        let began = Instant::now();
        let inside = self.once(&cpu, &["classify", "music", "-o", "inside.csv", "--quiet"])?;
        ensure!(inside.status.success(), "in the container it ended with {}: {}", inside.status, inside.stderr);
        let took = began.elapsed();
        let outside = self.outside(&["classify", "music", "-o", "outside.csv", "--quiet"])?;
        ensure!(outside.status.success(), "outside it ended with {}: {}", outside.status, outside.stderr);
        let (one, other) = (fs::read(self.data.join("inside.csv"))?, fs::read_to_string(self.data.join("outside.csv"))?);
        ensure!(one == other.as_bytes(), "the container's table is another one than outside");
        ensure!(other.contains("onnxruntime ") && other.contains("CPUExecutionProvider"), "the rows do not name the engine: {other}");
        let owner = fs::metadata(self.data.join("inside.csv"))?.uid();
        ensure!(owner == USER, "the table belongs to user {owner}");
        let rows = other.lines().count() - 1;
        say(format_args!(
            "{rows} files, read-only root, no network, no capabilities: the table is the same as outside ({:.1} s)",
            took.as_secs_f64()
        ));
        Ok(())
    }

    /// Docker's own opinion, by the image's own probe.
    fn is_healthy(&self) -> anyhow::Result<()> {
        let options = ["--detach", "--env", "ACOUSTICSENSE_ENGINE=ort-cpu", "--health-interval", "1s", "--interactive"];
        // A list that never ends keeps it waiting.
        let container = Container::start(self, &options, &["classify", "-"])?;
        let healthy = wait_until("the health probe", LIMIT, || {
            let health = container.inspect("{{.State.Health.Status}}")?;
            ensure!(health != "unhealthy", "unhealthy: {}", container.inspect("{{json .State.Health}}")?);
            Ok((health == "healthy").then_some(()))
        });
        healthy.map(|()| say("health probe: healthy"))
    }

    fn stops_at_once(&self) -> anyhow::Result<()> {
        let many = self.data.join("many");
        fs::create_dir_all(&many)?;
        let song = self.data.join("music/looped-3.7s-44k.wav");
        for number in 0..COPIES {
            fs::hard_link(&song, many.join(format!("{number:05}.wav")))?;
        }
        let classify = ["classify", "many", "-o", "many.csv", "--resume", "--quiet"];
        let journal = self.data.join("many.csv.journal");
        let container = Container::start(self, &["--detach", "--env", "ACOUSTICSENSE_ENGINE=ort-cpu"], &classify)?;
        wait_until("the first answers", LIMIT, || {
            let lines = fs::read_to_string(&journal).unwrap_or_default().lines().count();
            Ok((lines > 20).then_some(()))
        })?;
        let began = Instant::now();
        run(self.engine.docker().args(["stop", "--time", "20", &container.id]), LIMIT)?.text("docker stop")?;
        let took = began.elapsed();
        let code = container.inspect("{{.State.ExitCode}}")?;
        ensure!(code == "143" && took < STOPPED_WITHIN, "stopped with {code} after {:.1} s", took.as_secs_f64());
        let kept = fs::read_to_string(&journal).context("the journal is gone")?;
        ensure!(kept.ends_with('\n') && kept.lines().count() < COPIES, "the journal was not cut at a line, or everything was done");
        drop(container);
        let (gone_on, whole) = (self.outside(&classify)?, self.outside(&["classify", "many", "-o", "whole.csv", "--quiet"])?);
        ensure!(gone_on.status.success() && whole.status.success(), "it did not go on: {}{}", gone_on.stderr, whole.stderr);
        ensure!(
            fs::read(self.data.join("many.csv"))? == fs::read(self.data.join("whole.csv"))?,
            "the table differs from an uninterrupted one"
        );
        say(format_args!(
            "SIGTERM: ended after {:.1} s with 143 and {} answers, and went on to the same table",
            took.as_secs_f64(),
            kept.lines().count() - 1
        ));
        Ok(())
    }
}

/// A container in the background, removed at the end.
struct Container<'a> {
    engine: &'a Engine,
    id: String,
}

impl<'a> Container<'a> {
    fn start(check: &Check<'a>, options: &[&str], arguments: &[&str]) -> anyhow::Result<Self> {
        let id = run(&mut check.docker(options, arguments), LIMIT)?.text("docker run")?;
        Ok(Self { engine: check.engine, id })
    }

    fn inspect(&self, format: &str) -> anyhow::Result<String> {
        self.engine.ask(&["inspect", "--format", format, &self.id], LIMIT)
    }
}

impl Drop for Container<'_> {
    fn drop(&mut self) {
        drop(run(self.engine.docker().args(["rm", "--force", "--volumes", &self.id]), LIMIT));
    }
}
