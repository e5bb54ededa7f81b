//! Something that runs containers: the engine that answers already, or a private `dockerd` for as long as this command runs.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail, ensure};

use super::process::{self, Background, on_path, run, wait_until};
use crate::terminal::progress;

const QUESTION: Duration = Duration::from_secs(20);
const START: Duration = Duration::from_secs(60);

/// A running engine.
pub(crate) struct Engine {
    /// `DOCKER_HOST` of the private one.
    host: Option<String>,
    /// Where containers reach this machine.
    pub(crate) gateway: String,
    /// In the order in which they are undone: the daemon before the bridge that it stands on, the bridge before the folder.
    daemon: Option<Background>,
    bridge: Option<Bridge>,
    folder: Option<PathBuf>,
}

impl Engine {
    /// Takes what answers, or starts a private one with its images under `state`.
    ///
    /// # Errors
    /// Why there is none, for people.
    pub(crate) fn find(state: &Path) -> anyhow::Result<Self> {
        ensure!(on_path("docker").is_some(), "there is no docker program; on Debian: apt-get install docker.io busybox-static iproute2");
        let mut engine = Self { host: None, gateway: String::new(), daemon: None, bridge: None, folder: None };
        match engine.version() {
            Ok(version) => progress(format_args!("engine: docker {version}, which runs already")),
            Err(_) => {
                engine.start(state)?;
                progress(format_args!("engine: a private dockerd {}, stopped at the end", engine.version()?));
            }
        }
        let format = "{{range .IPAM.Config}}{{.Gateway}} {{end}}";
        let gateways = engine.ask(&["network", "inspect", "bridge", "--format", format], QUESTION)?;
        // An IPv6 gateway may stand beside it.
        let gateway = gateways.split_whitespace().find(|address| address.contains('.'));
        engine.gateway = gateway.context("the engine's bridge has no address")?.to_owned();
        Ok(engine)
    }

    fn version(&self) -> anyhow::Result<String> {
        self.ask(&["version", "--format", "{{.Server.Version}}"], QUESTION)
    }

    /// The `docker` program, directed at this engine.
    pub(crate) fn docker(&self) -> Command {
        self.directed(Command::new("docker"))
    }

    /// Any program that talks to an engine, directed at this one.
    pub(crate) fn directed(&self, mut command: Command) -> Command {
        if let Some(host) = &self.host {
            command.env("DOCKER_HOST", host);
        }
        command
    }

    /// What `docker` answers.
    pub(crate) fn ask(&self, arguments: &[&str], limit: Duration) -> anyhow::Result<String> {
        run(self.docker().args(arguments), limit)?.text(&format!("docker {}", arguments.join(" ")))
    }

    fn start(&mut self, state: &Path) -> anyhow::Result<()> {
        let dockerd = on_path("dockerd").context("no engine answers, and there is no dockerd to start one")?;
        ensure!(is_root(), "no engine answers, and only root can start one");
        std::fs::create_dir_all(state).with_context(|| format!("failed to make {}", state.display()))?;
        // Sockets live here and not under the repository: the path of a socket may have 107 characters only.
        let folder = std::env::temp_dir().join(format!("acousticsense-sam-{}", std::process::id()));
        std::fs::create_dir_all(&folder).with_context(|| format!("failed to make {}", folder.display()))?;
        self.folder = Some(folder.clone());
        let bridge = self.bridge.insert(Bridge::make()?).name.clone();
        let log = state.join("dockerd.log");
        let host = format!("unix://{}", folder.join("docker.sock").display());
        let mut command = Command::new(dockerd);
        command.arg("--data-root").arg(state.join("data")).arg("--exec-root").arg(folder.join("exec"));
        command.arg("--pidfile").arg(folder.join("pid")).args(["--host", &host, "--bridge", &bridge]);
        // The machine's firewall and routes stay as they are: a function needs this machine only.
        command.args(["--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false"]);
        let output = File::create(&log).with_context(|| format!("failed to write {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        self.daemon = Some(Background::start(&mut command)?);
        self.host = Some(host);
        let ready = wait_until("dockerd", START, || {
            if let Some(daemon) = &mut self.daemon {
                daemon.alive()?;
            }
            Ok(self.version().ok())
        });
        if let Err(error) = ready {
            bail!("dockerd did not start ({error:#}); the end of its log:\n{}", tail(&log, 8));
        }
        Ok(())
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // Containers first: they hold the daemon up otherwise.
        if self.daemon.is_some()
            && let Ok(running) = self.docker().args(["ps", "--quiet"]).output()
        {
            for id in String::from_utf8_lossy(&running.stdout).split_whitespace() {
                drop(self.docker().args(["rm", "--force", id]).stdout(Stdio::null()).stderr(Stdio::null()).status());
            }
        }
        if let Some(mut daemon) = self.daemon.take() {
            daemon.stop();
        }
        self.bridge = None;
        if let Some(folder) = self.folder.take() {
            stop_helper(&folder);
            drop(std::fs::remove_dir_all(&folder));
        }
    }
}

/// Stops the daemon's own helper, which outlives it where the daemon had to be killed.
fn stop_helper(folder: &Path) {
    let Ok(pid) = std::fs::read_to_string(folder.join("exec/containerd/containerd.pid")) else { return };
    let pid = pid.trim();
    // The number may be somebody else's by now: only ours has our folder among its arguments.
    let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    if String::from_utf8_lossy(&arguments).contains(&*folder.to_string_lossy()) {
        process::signal("TERM", pid);
    }
}

/// A network bridge of our own, so that other engines on this machine keep theirs.
struct Bridge {
    name: String,
}

impl Bridge {
    fn make() -> anyhow::Result<Self> {
        let ip = |arguments: &[&str]| -> anyhow::Result<String> {
            let mut command = Command::new(on_path("ip").context("the program ip is missing; on Debian: apt-get install iproute2")?);
            run(command.args(arguments), QUESTION)?.text(&format!("ip {}", arguments.join(" ")))
        };
        let taken = ip(&["-4", "-oneline", "route", "show"])? + &ip(&["-4", "-oneline", "address", "show"])?;
        let free = (200..250).map(|third| format!("10.254.{third}.")).find(|network| !taken.contains(network.as_str()));
        let network = free.context("no network is free for the engine")?;
        // Made before the calls, so that a failure between them takes the bridge away again. 15 characters at most.
        let bridge = Self { name: format!("as-sam-{}", std::process::id()) };
        ip(&["link", "add", "name", &bridge.name, "type", "bridge"]).context("failed to make a network bridge")?;
        ip(&["address", "add", &format!("{network}1/24"), "dev", &bridge.name])?;
        ip(&["link", "set", &bridge.name, "up"])?;
        Ok(bridge)
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        if let Some(ip) = on_path("ip") {
            drop(Command::new(ip).args(["link", "delete", &self.name]).stderr(Stdio::null()).status());
        }
    }
}

fn is_root() -> bool {
    // The effective user is the second number.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let users = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    users.and_then(|users| users.split_whitespace().nth(1)) == Some("0")
}

/// The last lines of a file.
fn tail(path: &Path, count: usize) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
