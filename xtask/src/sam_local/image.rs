//! The image that functions run in: AWS's where it can be had, otherwise a stand-in made of this machine's own files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, ensure};

use super::engine::Engine;
use super::process::{on_path, run};
use crate::terminal::progress;

/// The programs that SAM's own image recipe and the start of a function call.
const APPLETS: [&str; 6] = ["sh", "mv", "chmod", "ls", "cat", "mkdir"];
const FOLDERS: [&str; 9] = ["bin", "etc", "tmp", "opt", "proc", "sys", "dev", "var/task", "var/runtime"];
const LABEL: &str = "acousticsense.stand-in";
const QUESTION: Duration = Duration::from_secs(60);
/// AWS's image has about 100 MB.
const PULL: Duration = Duration::from_secs(300);

/// The image, and what is taken away again at the end.
pub(super) struct Image<'a> {
    engine: &'a Engine,
    /// Images that were there before.
    before: BTreeSet<String>,
    /// Whether it is not AWS's.
    pub(super) stand_in: bool,
}

impl<'a> Image<'a> {
    /// Takes the image that the engine has, pulls it, or makes a stand-in that can run `program`.
    pub(super) fn prepare(engine: &'a Engine, program: &Path, state: &Path) -> anyhow::Result<Self> {
        let name = name();
        let mut image = Self { engine, before: BTreeSet::new(), stand_in: false };
        // What a killed run has left must not pass for AWS's.
        let label = engine.ask(&["image", "inspect", "--format", &format!("{{{{index .Config.Labels \"{LABEL}\"}}}}"), &name], QUESTION);
        if label.as_deref().is_ok_and(|label| label == "true") {
            image.remove(&[name.clone(), rapid(&name)]);
        }
        image.before = image.present();
        let is_there = label.as_deref().is_ok_and(|label| label != "true");
        if is_there || pulled(engine, &name)? {
            progress(format_args!("image: AWS's {name}"));
        } else {
            make_stand_in(engine, &name, program, &state.join("stand-in"))?;
            image.stand_in = true;
            progress(format_args!(
                "image: {name} cannot be pulled; a STAND-IN made of this machine's busybox and C library takes its place"
            ));
        }
        Ok(image)
    }

    /// Images by name: those of AWS's repository and those that SAM makes.
    fn present(&self) -> BTreeSet<String> {
        let listed = self.engine.ask(&["images", "--format", "{{.Repository}}:{{.Tag}}"], QUESTION).unwrap_or_default();
        listed
            .lines()
            .filter(|name| name.starts_with("samcli/") || name.starts_with("public.ecr.aws/lambda/provided:"))
            .map(str::to_owned)
            .collect()
    }

    fn remove(&self, names: &[String]) {
        let mut command = self.engine.docker();
        // What cannot be removed now is removed by the next run, or by whoever owns the engine.
        drop(command.args(["rmi", "--force"]).args(names).stdout(Stdio::null()).stderr(Stdio::null()).status());
    }
}

impl Drop for Image<'_> {
    fn drop(&mut self) {
        let ours = self.present().into_iter().filter(|image| !self.before.contains(image));
        // AWS's own image stays for the next run; what was made here, and what SAM made of it, goes.
        let made: Vec<String> = ours.filter(|image| self.stand_in || *image != name()).collect();
        if !made.is_empty() {
            self.remove(&made);
        }
    }
}

/// As SAM asks for it on this processor.
fn name() -> String {
    let architecture = if std::env::consts::ARCH == "aarch64" { "arm64" } else { "x86_64" };
    format!("public.ecr.aws/lambda/provided:al2023-{architecture}")
}

/// What SAM calls the image with its emulator in it.
fn rapid(name: &str) -> String {
    name.replace(":al2023-", ":al2023-rapid-")
}

fn pulled(engine: &Engine, name: &str) -> anyhow::Result<bool> {
    progress(format_args!("pulling {name}"));
    let pulled = run(engine.docker().args(["pull", "--quiet", name]), PULL);
    super::process::not_interrupted()?;
    // A registry that never answers is as good as none.
    Ok(pulled.is_ok_and(|pulled| pulled.status.success()))
}

/// A root folder with a static busybox and the libraries that the function is linked with, as an image.
fn make_stand_in(engine: &Engine, name: &str, program: &Path, folder: &Path) -> anyhow::Result<()> {
    let busybox = on_path("busybox").context("no stand-in without busybox; on Debian: apt-get install busybox-static")?;
    drop(std::fs::remove_dir_all(folder));
    for inner in FOLDERS {
        std::fs::create_dir_all(folder.join(inner))?;
    }
    copy(&busybox, &folder.join("bin/busybox"))?;
    let is_static = libraries(&busybox)?.is_empty();
    ensure!(is_static, "{} is not the static one; on Debian: apt-get install busybox-static", busybox.display());
    for applet in APPLETS {
        std::os::unix::fs::symlink("busybox", folder.join("bin").join(applet))?;
    }
    for library in libraries(program)? {
        let inside = folder.join(library.strip_prefix("/").unwrap_or(&library));
        std::fs::create_dir_all(inside.parent().unwrap_or(folder))?;
        copy(&library, &inside)?;
    }
    let tar = folder.with_extension("tar");
    run(Command::new("tar").arg("-C").arg(folder).arg("-cf").arg(&tar).arg("."), QUESTION)?.text("tar")?;
    let label = format!("LABEL {LABEL}=true");
    let mut import = engine.docker();
    import.args(["import", "--change", "ENV PATH=/bin:/usr/bin", "--change", "WORKDIR /var/task", "--change", &label]);
    run(import.arg(&tar).arg(name), QUESTION)?.text("docker import")?;
    drop((std::fs::remove_file(&tar), std::fs::remove_dir_all(folder)));
    Ok(())
}

/// The shared libraries of a program, its loader among them; none when it is static.
fn libraries(program: &Path) -> anyhow::Result<Vec<PathBuf>> {
    // It fails for a static program, which is an answer as well.
    let listed = run(Command::new("ldd").arg(program), QUESTION).context("the C library's ldd is needed")?;
    let text = String::from_utf8_lossy(&listed.stdout);
    ensure!(!text.contains("not found"), "{} lacks libraries on this machine:\n{text}", program.display());
    Ok(text.lines().filter_map(|line| line.split_whitespace().find(|word| word.starts_with('/'))).map(PathBuf::from).collect())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::copy(from, to).with_context(|| format!("failed to copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
