//! From composed music to a model that judges it: the tools that train, in small.

use std::process::Command;

use crate::cli_run;
use crate::support::{Scratch, repository};
use crate::toolkit::toolkit;

#[test]
#[ignore = "wants the Python tools and some minutes"]
fn a_network_is_trained_converted_and_evaluated_above_chance() {
    let scratch = Scratch::new("training");
    let output = Command::new(repository().join("tools/.venv/bin/python"))
        .arg(repository().join("tools/check_training.py"))
        .args(["--acousticsense".as_ref(), cli_run::program()])
        .args(["--xtask".as_ref(), toolkit()])
        .args(["--folder".as_ref(), scratch.path()])
        .current_dir(repository())
        .output()
        .unwrap();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{stdout}");
    assert!(output.status.success(), "{stdout}\n{stderr}");
    assert!(stdout.contains("the same network with and without the interruption"), "{stdout}");
}
