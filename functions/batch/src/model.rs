//! The model that the command line asks for.

use anyhow::Context;
use genre::Model;

use crate::args::ModelArgs;
use crate::names::shown;

/// Opens it, without running it yet.
///
/// # Errors
/// Names the folder, the file in it and what is wrong.
pub(crate) fn open(args: &ModelArgs) -> anyhow::Result<Model> {
    match &args.folder {
        Some(folder) => Model::open(folder, args.precision).with_context(|| format!("failed to use the model in {}", shown(folder))),
        None => built_in(args).context("failed to use the built-in model"),
    }
}

fn built_in(args: &ModelArgs) -> anyhow::Result<Model> {
    let model = Model::built_in()?;
    // It has but one file: asking for another precision must not pass unheard.
    model.manifest.file(args.precision)?;
    Ok(model)
}
