//! The tests that cross crates, one module per boundary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod support;
