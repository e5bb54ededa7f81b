//! `acousticsense plan`: what there is to judge, written down, so that all shards of a run and their merging are about the same files.

use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::Ordering;

use anyhow::Context;
use genre::report::plain_cell;

use crate::args::PlanArgs;
use crate::classify::files;
use crate::inputs::{Inputs, Passed, Sources};
use crate::names::shown;
use crate::remote::{Target, is_s3};
use crate::whole_file::WholeFile;
use crate::{Outcome, destination};

/// Walks through everything that was named, once.
///
/// # Errors
/// Something cannot be looked at, there is no audio, or nothing can be written.
pub(crate) fn run(args: &PlanArgs) -> anyhow::Result<Outcome> {
    let target = Target::of(&args.output)?;
    let place = target.as_ref().map_or_else(|| args.output.clone(), Target::local);
    destination::refuse_to_overwrite(&place, &args.inputs)?;
    let sources = Sources { paths: args.inputs.clone(), manifest: None, addresses: true };
    let mut inputs = Inputs::new(sources);
    let passed = inputs.passed();
    let count = write(&mut inputs, &place).with_context(|| format!("failed to plan {}", shown(&args.output)))?;
    if count == 0 {
        let all: Vec<String> = args.inputs.iter().map(|input| shown(input)).collect();
        anyhow::bail!("found no audio in {}{}", all.join(", "), left_out(&passed));
    }
    if let Some(target) = &target {
        target.put_as(&place, "text/csv; charset=utf-8")?;
        target.tidy(&[&place]);
    }
    if !args.quiet {
        let _ = writeln!(io::stderr(), "planned {} in {}{}", files(count), shown(&args.output), left_out(&passed));
    }
    Ok(Outcome::AllDone)
}

/// Writes the table, unless it would be empty; gives back how many files are in it.
fn write(inputs: &mut Inputs, place: &Path) -> anyhow::Result<u64> {
    // No byte order mark: Step Functions would take it for a part of the first heading.
    let mut rows = csv::Writer::from_writer(WholeFile::create(place)?);
    rows.write_record(["path", "bytes"])?;
    let mut count = 0;
    for input in inputs {
        if let Some(problem) = input.problem {
            return Err(problem).context(shown(&input.path));
        }
        // A list counts its paths from its own folder, wherever that is.
        let path = if is_s3(&input.path) { input.path } else { std::path::absolute(&input.path)? };
        let bytes = input.stamp.map(|stamp| stamp.bytes().to_string()).unwrap_or_default();
        rows.write_record([plain_cell(&shown(&path)), bytes])?;
        count += 1;
    }
    if count > 0 {
        rows.into_inner().map_err(|error| error.into_error())?.commit()?;
    }
    Ok(count)
}

fn left_out(passed: &Passed) -> String {
    let left = [(&passed.not_audio, "that are not audio by name and size"), (&passed.hidden, "hidden"), (&passed.again, "named twice")];
    let left = left.iter().map(|(number, why)| (number.load(Ordering::Relaxed), why)).filter(|(number, _)| *number > 0);
    left.map(|(number, why)| format!("; left out {} {why}", files(number))).collect()
}
