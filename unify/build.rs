//! Cargo looks at build dependencies only where there is a build script; this one has nothing to do.

#[expect(clippy::print_stdout, reason = "this is how a build script talks to cargo")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
