//! `cargo xtask inspect-checkpoint`: what a file holds, without converting it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use crate::checkpoint::{Checkpoint, Role};
use crate::network::{self, Hints, Network};
use crate::terminal::{failure, say};

/// Says what a checkpoint holds: format, naming, architecture, head, number format, size, hash, and every global that its pickle names.
/// Nothing in it is executed.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Checkpoints, e.g. save.pt.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Attention heads per block, where they are not as many as the width holds 64s.
    #[arg(long)]
    heads: Option<usize>,
    /// Strides of a convolutional stem, 1 or 2 for each convolution, e.g. 2,2,2,1,2: no checkpoint tells them. All are 2 where it is not given.
    #[arg(long, value_delimiter = ',', value_name = "N,N")]
    stem_strides: Vec<usize>,
    /// Which network is meant where the file holds several, e.g. model_ema.
    #[arg(long, value_name = "NAME")]
    wrapper: Option<String>,
    /// Lists every tensor too.
    #[arg(long)]
    tensors: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for (index, file) in args.files.iter().enumerate() {
        if index > 0 {
            say("");
        }
        if let Err(error) = inspect(file, args) {
            code = failure(&error);
        }
    }
    Ok(code)
}

fn inspect(file: &Path, args: &Args) -> anyhow::Result<()> {
    let checkpoint = Checkpoint::open(file)?;
    say(format_args!("file          {}", checkpoint.path().display()));
    say(format_args!("format        {}", checkpoint.format()));
    say(format_args!("size          {} bytes", checkpoint.bytes()));
    say(format_args!("sha256        {}", checkpoint.sha256()));
    say(format_args!("holds         {}", holds(&checkpoint)));
    if args.tensors {
        for (name, info) in checkpoint.infos() {
            say(format_args!("  {name}  {} {:?}", info.dtype, info.shape));
        }
    }
    for (index, global) in checkpoint.globals().iter().enumerate() {
        let role = match global.role {
            Role::Known => "interpreted",
            Role::Value => "mentioned",
            Role::Class => "class of an opaque record",
            Role::Called => "to be called: NOT EXECUTED",
        };
        say(format_args!("{:13} {} ({role})", if index == 0 { "globals" } else { "" }, global.name));
    }
    let hints = Hints { heads: args.heads, stem_strides: &args.stem_strides, wrapper: args.wrapper.as_deref() };
    network(&checkpoint, hints).with_context(|| format!("convert-model would refuse {}", file.display()))
}

/// What the tensors make up; every weight is read, as a conversion would.
fn network(checkpoint: &Checkpoint, hints: Hints) -> anyhow::Result<()> {
    checkpoint.refuse_foreign()?;
    let network = Network::find(checkpoint, hints)?;
    say(format_args!("naming        {}", network.naming()));
    say(format_args!("weights       {}", network.dtype()));
    say(format_args!("architecture  {}", network::describe(&network.architecture)));
    say(format_args!("heads         {} ({})", network.architecture.heads, network.heads_from()));
    say(format_args!("norm epsilon  {:e}", network.architecture.eps));
    network.check_values()
}

/// How many tensors of which number format, and whether they are a state_dict or a pickled network.
fn holds(checkpoint: &Checkpoint) -> String {
    let mut formats = BTreeMap::<&str, (usize, usize)>::new();
    for info in checkpoint.infos().values() {
        let (tensors, numbers) = formats.entry(info.dtype.name()).or_default();
        *tensors += 1;
        *numbers = numbers.saturating_add(info.bytes() / info.dtype.bytes());
    }
    let formats: Vec<String> =
        formats.iter().map(|(format, (tensors, numbers))| format!("{tensors} tensors of {format}, {numbers} numbers")).collect();
    let class = checkpoint.modules().iter().min_by_key(|(name, _)| name.len()).map(|(_, class)| format!("a whole {class}; "));
    class.unwrap_or_default() + &formats.join("; ")
}
