//! Other programs, bounded in time: each ends by itself, at its limit, or at Ctrl-C, and takes what it started with it.

use std::io::Read;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};

/// How often a running program is looked at.
const GLANCE: Duration = Duration::from_millis(10);
/// How long a program that was asked to stop may take until it is killed.
const GRACE: Duration = Duration::from_secs(15);

/// From now on Ctrl-C and SIGTERM are a flag that every wait looks at, so that what was started is stopped.
pub(crate) fn watch_for_interrupts() -> anyhow::Result<()> {
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        signal_hook::flag::register(signal, interrupt()).context("failed to watch for Ctrl-C")?;
    }
    Ok(())
}

fn interrupt() -> Arc<AtomicBool> {
    static FLAG: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    Arc::clone(FLAG.get_or_init(Arc::default))
}

/// Nothing, or an error once Ctrl-C was pressed.
pub(crate) fn not_interrupted() -> anyhow::Result<()> {
    ensure!(!interrupt().load(Ordering::Relaxed), "interrupted");
    Ok(())
}

/// A program that has ended.
pub(crate) struct Finished {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Finished {
    /// What it wrote, if it ended well.
    pub(crate) fn text(self, what: &str) -> anyhow::Result<String> {
        ensure!(self.status.success(), "{what} failed with {}: {}", self.status, self.stderr.trim());
        Ok(String::from_utf8_lossy(&self.stdout).trim().to_owned())
    }
}

/// Runs a program to its end and keeps what it writes.
pub(crate) fn run(command: &mut Command, limit: Duration) -> anyhow::Result<Finished> {
    let mut running = Background::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let stdout = drain(running.child.stdout.take());
    let stderr = drain(running.child.stderr.take());
    let status = running.wait(limit)?;
    Ok(Finished { status, stdout: gathered(stdout), stderr: String::from_utf8_lossy(&gathered(stderr)).into_owned() })
}

/// Runs a program to its end; what it writes is for whoever looks on.
pub(crate) fn show(command: &mut Command, limit: Duration) -> anyhow::Result<()> {
    let mut running = Background::start(command.stdin(Stdio::null()))?;
    let status = running.wait(limit)?;
    ensure!(status.success(), "{} failed with {status}", running.name);
    Ok(())
}

/// Pipes must be emptied while the program runs, or it stops at a full one.
fn drain(pipe: Option<impl Read + Send + 'static>) -> Option<JoinHandle<Vec<u8>>> {
    let mut pipe = pipe?;
    Some(thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before an error is still what it said.
        drop(pipe.read_to_end(&mut bytes));
        bytes
    }))
}

fn gathered(pipe: Option<JoinHandle<Vec<u8>>>) -> Vec<u8> {
    pipe.and_then(|thread| thread.join().ok()).unwrap_or_default()
}

/// A running program with a process group of its own; stopped when dropped.
pub(crate) struct Background {
    child: Child,
    name: String,
}

impl Background {
    pub(crate) fn start(command: &mut Command) -> anyhow::Result<Self> {
        not_interrupted()?;
        let name = command.get_program().to_string_lossy().into_owned();
        // In a group of its own, Ctrl-C does not reach it before us, and it can be stopped together with its children.
        let child = command.process_group(0).spawn().with_context(|| format!("failed to start {name}"))?;
        Ok(Self { child, name })
    }

    /// Its process number.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Takes a pipe from it.
    pub(crate) fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// An error if it has ended already.
    pub(crate) fn alive(&mut self) -> anyhow::Result<()> {
        not_interrupted()?;
        match self.child.try_wait()? {
            Some(status) => bail!("{} has ended with {status}", self.name),
            None => Ok(()),
        }
    }

    /// Waits for its end; past the limit or after Ctrl-C it is stopped.
    pub(crate) fn wait(&mut self, limit: Duration) -> anyhow::Result<ExitStatus> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            let late = begun.elapsed() > limit;
            if late || not_interrupted().is_err() {
                self.stop();
                not_interrupted()?;
                bail!("{} did not end within {} s", self.name, limit.as_secs());
            }
            thread::sleep(GLANCE);
        }
    }

    /// Asks it to stop, and kills its group when it does not.
    pub(crate) fn stop(&mut self) {
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        signal("TERM", &self.child.id().to_string());
        let begun = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && begun.elapsed() < GRACE {
            thread::sleep(GLANCE);
        }
        if matches!(self.child.try_wait(), Ok(None)) {
            signal("KILL", &format!("-{}", self.child.id()));
        }
        // It has ended or been killed: this only collects its status.
        drop(self.child.wait());
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Sends a signal to a process, or with a minus to its group. The standard library can only kill.
pub(crate) fn signal(name: &str, process: &str) {
    // A process that has gone meanwhile is what was wanted.
    drop(Command::new("sh").args(["-c", "kill -s \"$0\" -- \"$1\"", name, process]).stderr(Stdio::null()).status());
}

/// Looks until there is something, or an error.
pub(crate) fn wait_until<T>(what: &str, limit: Duration, mut look: impl FnMut() -> anyhow::Result<Option<T>>) -> anyhow::Result<T> {
    let begun = Instant::now();
    loop {
        not_interrupted()?;
        if let Some(found) = look()? {
            return Ok(found);
        }
        ensure!(begun.elapsed() < limit, "{what}: nothing within {} s", limit.as_secs());
        thread::sleep(5 * GLANCE);
    }
}

/// The file that a command of this name starts, as the shell would find it, also where only administrators look.
pub(crate) fn on_path(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let more = ["/usr/sbin", "/sbin"].map(std::path::PathBuf::from);
    std::env::split_paths(&path).chain(more).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// How a program ended, for people.
pub(crate) fn ending(status: ExitStatus) -> String {
    status.signal().map_or_else(|| status.to_string(), |signal| format!("killed by signal {signal}"))
}
