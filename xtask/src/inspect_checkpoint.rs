//! `cargo xtask inspect-checkpoint`: what a file holds, without converting it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::checkpoint::Checkpoint;
use crate::network::{self, Network};
use crate::terminal::{failure, say};

/// Says what a checkpoint holds: format, naming, architecture, head, number format, size, hash. Nothing in it is executed.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The checkpoint, e.g. save.pt.
    file: PathBuf,
    /// Attention heads per block, where they are not as many as the width holds 64s.
    #[arg(long)]
    heads: Option<usize>,
    /// Lists every tensor too.
    #[arg(long)]
    tensors: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let checkpoint = Checkpoint::open(&args.file)?;
    let infos = checkpoint.infos();
    let mut formats = BTreeMap::<&str, (usize, usize)>::new();
    for info in infos.values() {
        let (tensors, numbers) = formats.entry(info.dtype).or_default();
        *tensors += 1;
        // Strides of 0 make a tensor as large as its file likes to say.
        *numbers = info.shape.iter().fold(1_usize, |product, &extent| product.saturating_mul(extent)).saturating_add(*numbers);
    }
    let formats: Vec<String> =
        formats.iter().map(|(format, (tensors, numbers))| format!("{tensors} tensors of {format}, {numbers} numbers")).collect();
    say(format_args!("file          {}", checkpoint.path().display()));
    say(format_args!("format        {}", checkpoint.format()));
    say(format_args!("size          {} bytes", checkpoint.bytes()));
    say(format_args!("sha256        {}", checkpoint.sha256()));
    say(format_args!("holds         {}", formats.join("; ")));
    if args.tensors {
        infos.iter().for_each(|(name, info)| say(format_args!("  {name}  {} {:?}", info.dtype, info.shape)));
    }
    match Network::find(&checkpoint, args.heads) {
        Ok(network) => {
            say(format_args!("naming        {}", network.naming()));
            say(format_args!("architecture  {}", network::describe(&network.architecture)));
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Ok(failure(&error.context("convert-model would refuse it"))),
    }
}
