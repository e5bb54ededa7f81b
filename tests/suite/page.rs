//! The page in a real browser. The cases are in `tests/browser`; here they are given our own server.

use std::process::Command;

use crate::support::{program, repository};

#[test]
#[ignore = "needs Chromium, ffmpeg, Node 20 and tests/browser/node_modules, see .ci/run"]
fn the_page_does_what_it_promises_in_chromium() {
    let status = Command::new("node")
        .args(["--test", "--test-reporter=spec"])
        .current_dir(repository().join("tests/browser"))
        .env("ACOUSTICSENSE_API", program("api"))
        .status()
        .unwrap();
    assert!(status.success(), "a case above has failed; `npm ci` in tests/browser installs what they need");
}
