//! The model that the command line asks for.

use anyhow::Context;
use genre::manifest::Precision;
use genre::{Model, ModelError};

use crate::args::ModelArgs;
use crate::names::shown;

/// Opens it, without running it yet. Without a wish for a precision, f16 is taken where it is `rather_narrow` and there.
///
/// # Errors
/// Names the folder, the file in it and what is wrong.
pub(crate) fn open(args: &ModelArgs, rather_narrow: bool) -> anyhow::Result<Model> {
    match &args.folder {
        Some(folder) => {
            let narrow = Some(Precision::F16).filter(|_| rather_narrow && args.precision.is_none());
            let model = match Model::open(folder, narrow.or(args.precision)) {
                Err(ModelError::NoSuchPrecision { .. }) if narrow.is_some() => Model::open(folder, None),
                model => model,
            };
            model.with_context(|| format!("failed to use the model in {}", shown(folder)))
        }
        None => built_in(args).context("failed to use the built-in model"),
    }
}

fn built_in(args: &ModelArgs) -> anyhow::Result<Model> {
    let model = Model::built_in()?;
    // It has but one file: asking for another precision must not pass unheard.
    model.manifest.file(args.precision)?;
    Ok(model)
}
