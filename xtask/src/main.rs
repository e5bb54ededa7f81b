//! The toolkit: makes the models that the programs run, checks them and the repository. `cargo xtask help` lists the commands.
//!
//! What does not belong here: anything that a program needs where it runs.

mod bench;
mod checkpoint;
mod container;
mod convert_model;
mod date;
mod inspect_checkpoint;
mod layer;
mod long_checks;
mod measure;
mod naming;
mod network;
mod onnx;
mod parity;
mod preset;
mod sam_local;
mod target;
mod terminal;
mod tidy;
mod venv;
mod verify_model;

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
    Bench(bench::Args),
    #[command(hide = true)]
    BenchRequests(bench::requests::Args),
    Container(container::Args),
    ConvertModel(convert_model::Args),
    InspectCheckpoint(inspect_checkpoint::Args),
    Layer(layer::Args),
    LongChecks(long_checks::Args),
    SamLocal(sam_local::Args),
    Tidy(tidy::Args),
    VerifyModel(verify_model::Args),
}

fn main() -> ExitCode {
    // What is measured here is what the programs do.
    genre::memory::keep_freed();
    let result = match Cli::parse().command {
        Command::Bench(args) => bench::run(&args),
        Command::BenchRequests(args) => bench::requests::run(&args),
        Command::Container(args) => container::run_command(&args),
        Command::ConvertModel(args) => convert_model::run(&args),
        Command::InspectCheckpoint(args) => inspect_checkpoint::run(&args),
        Command::Layer(args) => layer::run(&args),
        Command::LongChecks(args) => long_checks::run(&args),
        Command::SamLocal(args) => sam_local::run(&args),
        Command::Tidy(args) => tidy::run(&args),
        Command::VerifyModel(args) => verify_model::run(&args),
    };
    result.unwrap_or_else(|error| terminal::failure(&error))
}
