//! The toolkit: makes the models that the programs run, checks them and the repository. `cargo xtask help` lists the commands.
//!
//! What does not belong here: anything that a program needs where it runs.

mod checkpoint;
mod convert_model;
mod inspect_checkpoint;
mod naming;
mod network;
mod onnx;
mod preset;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Makes the models that AcousticSense runs, and checks them.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    ConvertModel(convert_model::Args),
    InspectCheckpoint(inspect_checkpoint::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::ConvertModel(args) => convert_model::run(&args),
        Command::InspectCheckpoint(args) => inspect_checkpoint::run(&args),
    };
    result.unwrap_or_else(|error| terminal::failure(&error))
}
