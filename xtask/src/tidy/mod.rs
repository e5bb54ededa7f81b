//! `cargo xtask tidy`: what the README promises of the repository, as far as a program can check it.

mod crates;
mod text;
mod translation;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};

use crate::terminal::say;

/// Checks the invariants of the README: layers, names, sizes, generated files.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// One thing that is not as it should be: where, what, and what to do.
type Finding = String;

pub(crate) fn run(_: &Args) -> anyhow::Result<ExitCode> {
    let root = root();
    let files = tracked_files(&root)?;
    let metadata = crates::Metadata::read(&root)?;
    let checks: [(&str, Vec<Finding>); 9] = [
        ("layers", crates::layers(&root, &metadata)?),
        ("one build of tract", crates::unified(&root)?),
        ("duplicate versions", crates::duplicates(&root)?),
        ("pinned tract", crates::pinned(&metadata)),
        ("third-party notices", crates::notices(&root)?),
        ("names in their rooms", text::rooms(&root, &files)?),
        ("file sizes", text::sizes(&root, &files)?),
        ("words", text::words(&root, &files)?),
        ("the README in Chinese", translation::in_step(&root)?),
    ];
    let mut found = 0;
    for (name, findings) in checks {
        say(format_args!("{name}: {}", if findings.is_empty() { "ok".to_owned() } else { format!("{} finding(s)", findings.len()) }));
        findings.iter().for_each(|finding| say(format_args!("  {finding}")));
        found += findings.len();
    }
    Ok(if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).map(Path::to_path_buf).unwrap_or_default()
}

/// Files that git tracks, or would track: relative paths.
fn tracked_files(root: &Path) -> anyhow::Result<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("failed to run git; tidy looks at the files that git tracks")?;
    ensure!(listed.status.success(), "git ls-files failed: {}", String::from_utf8_lossy(&listed.stderr).trim());
    let names = String::from_utf8(listed.stdout).context("a file name is not UTF-8")?;
    // A deleted file is still listed until its removal is staged.
    Ok(names.split('\0').filter(|name| !name.is_empty() && root.join(name).is_file()).map(str::to_owned).collect())
}
