//! Cargo looks at build dependencies only where there is a build script; this one has nothing to do.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
