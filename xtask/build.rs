//! Tells the toolkit which platform it runs on: tidy looks at the dependencies of that platform only.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=TARGET={}", std::env::var("TARGET").unwrap_or_default());
}
