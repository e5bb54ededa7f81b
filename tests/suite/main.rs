//! The tests that cross crates, one module per boundary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]
#![expect(clippy::print_stdout, reason = "what a test measured is told when it fails, or with --nocapture")]

mod api;
mod api_bad_input;
mod api_contract;
mod api_limits;
mod api_server;
mod batch_heavy;
mod batch_inputs;
mod batch_resume;
mod batch_shards;
mod batch_sides;
mod batch_tables;
mod batch_tags;
mod ccmusic;
mod ccmusic_reports;
mod checkpoints;
mod cli;
mod cli_inspect;
mod cli_run;
mod containers;
mod convert;
mod counting;
mod engines;
mod engines_onnxruntime;
mod front_end;
mod golden;
mod hostile;
mod hostile_checkpoints;
mod hostile_mutations;
mod hostile_watch;
mod lambda;
mod lambda_emulators;
mod lambda_events;
mod lambda_runtime_api;
mod models;
mod page;
mod parity;
mod readme;
mod repository;
mod start;
mod support;
mod tolerance;
mod toolkit;
