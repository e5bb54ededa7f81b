//! Empty on purpose: `Cargo.toml` beside this folder says why.
