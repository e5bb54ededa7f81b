//! What the README promises of the repository itself.

use std::process::Command;

use crate::support::{program, repository};

#[test]
#[ignore = "needs git and a checkout; CI runs `cargo xtask tidy` itself as well"]
fn the_repository_is_tidy() {
    let output = Command::new(program("xtask")).arg("tidy").current_dir(repository()).output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}
