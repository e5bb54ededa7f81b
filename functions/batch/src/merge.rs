//! `acousticsense merge`: the shards of a run into one table, if none is missing.
//!
//! Every shard has walked through all inputs and says how many there were and what the SHA-256 of their names is. Shards that agree on
//! that, on the model and on the options, of which there is exactly one of each number, and whose answers stand at the places that are
//! theirs, hold every input exactly once.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;

use crate::args::MergeArgs;
use crate::destination::{Place, refuse_to_overwrite};
use crate::feed::{Feed, Told};
use crate::finish::{self, Parts};
use crate::inputs::Inputs;
use crate::journal::{self, Scan, Shard};
use crate::names::shown;
use crate::remote::{self, Fetched, Target};
use crate::{Outcome, archive, classify};

/// Writes the table that one run over all inputs would have written.
///
/// # Errors
/// A shard is missing, unfinished, there twice or of another run, or nothing can be written.
pub(crate) fn run(args: &MergeArgs) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    let target = Target::of(&args.output)?;
    if let (Some(target), Some(option)) = (&target, args.side.given()) {
        anyhow::bail!("{option} needs a table on this machine; {} is in S3", target.object());
    }
    let place = Place::of(&target.as_ref().map_or_else(|| args.output.clone(), Target::local))?;
    let manifest = args.manifest.as_deref().map(Fetched::of).transpose()?;
    let shards = if manifest.is_some() { remote::found(&place, target.as_ref())? } else { args.shards.clone() };
    if let Some(address) = shards.iter().find(|shard| remote::is_s3(shard)) {
        anyhow::bail!("{}: shards in S3 are found beside the output; say --manifest and the list in place of the shards", shown(address));
    }
    refuse_to_overwrite(&place.table, &shards)?;
    let mut parts = Vec::new();
    for shard in &shards {
        let scan = journal::scan(shard)?;
        let Some(scan) = scan else { anyhow::bail!("{} was cut off at its beginning; run that shard again", shown(shard)) };
        parts.push((shard.clone(), scan));
    }
    parts.sort_by_key(|(_, scan)| scan.head.shard.index);
    agree(&parts)?;
    if let (Some(fetched), Some(address)) = (&manifest, &args.manifest) {
        of_this(fetched, address, &parts)?;
    }
    let manifest = parts[0].1.head.manifest()?;
    let extras = args.side.extras(&manifest, &args.output)?;
    let totals = finish::write(Parts::of(&parts)?, &place, || false)?;
    let untagged = finish::serve(Parts::of(&parts)?, extras, args.quiet, || false)?;
    let mut ledger = place.ledger.clone();
    if let Some(target) = &target {
        ledger = target.address(&ledger);
        archive::deliver_table(target, &place)?;
        // Shards that were named are somebody's, those that were fetched are copies.
        let fetched = shards.iter().filter(|_| args.manifest.is_some());
        let made: Vec<&Path> = fetched.chain([&place.table, &place.ledger]).map(PathBuf::as_path).collect();
        target.tidy(&made);
    }
    if !args.quiet {
        classify::summarise(totals, 0, &Arc::default(), Some(&ledger), begin.elapsed().as_secs_f64());
    }
    Ok(Outcome::of(totals.failed + untagged))
}

/// Whether the shards judged exactly what the manifest names.
fn of_this(manifest: &Fetched, address: &Path, parts: &[(PathBuf, Scan)]) -> anyhow::Result<()> {
    let told = Arc::new(Told::default());
    Feed::new(Inputs::new(manifest.sources()), Shard::WHOLE, None, Arc::clone(&told)).for_each(drop);
    let end = told.verdict().with_context(|| format!("failed to read {}", shown(address)))??;
    match parts.first().and_then(|(_, scan)| scan.end.as_ref()) {
        Some(judged) if *judged != end => {
            anyhow::bail!("the shards judged another list than {}: {} inputs, this one has {}", shown(address), judged.inputs, end.inputs)
        }
        _ => Ok(()),
    }
}

/// Whether these are all shards of one run. They are in the order of their numbers.
fn agree(parts: &[(PathBuf, Scan)]) -> anyhow::Result<()> {
    let Some(((first_place, first), others)) = parts.split_first() else { anyhow::bail!("there are no shards to merge") };
    let of = first.head.shard.of;
    for (place, scan) in others {
        if scan.head.shard.of != of {
            anyhow::bail!("{} is one of {} shards, {} one of {of}", shown(place), scan.head.shard.of, shown(first_place));
        }
        if let Some(why) = scan.head.differs(&first.head) {
            anyhow::bail!("{} does not belong with {}: {why}", shown(place), shown(first_place));
        }
    }
    for pair in parts.windows(2) {
        if let [(one, a), (two, b)] = pair
            && a.head.shard == b.head.shard
        {
            anyhow::bail!("{} and {} are the same shard", shown(one), shown(two));
        }
    }
    let missing: Vec<u64> = (0..of).filter(|index| !parts.iter().any(|(_, scan)| scan.head.shard.index == *index)).collect();
    if let Some(first) = missing.first() {
        let (is, shards) = if missing.len() == 1 { ("is", "shard") } else { ("are", "shards") };
        anyhow::bail!("{} of {of} {shards} {is} missing, the first of them is number {}", missing.len(), first + 1);
    }
    for (place, scan) in parts {
        let Some(end) = &scan.end else { anyhow::bail!("{} has not come to its end; go on with --resume there", shown(place)) };
        if Some(end) != first.end.as_ref() {
            anyhow::bail!("{} and {} did not see the same inputs", shown(first_place), shown(place));
        }
    }
    Ok(())
}
