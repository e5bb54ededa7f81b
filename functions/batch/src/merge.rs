//! `acousticsense merge`: the shards of a run into one table, if none is missing.
//!
//! Every shard has walked through all inputs and says how many there were and what the SHA-256 of their names is. Shards that agree on
//! that, on the model and on the options, of which there is exactly one of each number, and whose answers stand at the places that are
//! theirs, hold every input exactly once.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::args::MergeArgs;
use crate::destination::{Place, refuse_to_overwrite};
use crate::finish::{self, Parts};
use crate::journal::{self, Scan};
use crate::names::shown;
use crate::{Outcome, classify};

/// Writes the table that one run over all inputs would have written.
///
/// # Errors
/// A shard is missing, unfinished, there twice or of another run, or nothing can be written.
pub(crate) fn run(args: &MergeArgs) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    let place = Place::of(&args.output)?;
    refuse_to_overwrite(&place.table, &args.shards)?;
    let mut parts = Vec::new();
    for shard in &args.shards {
        let scan = journal::scan(shard)?;
        let Some(scan) = scan else { anyhow::bail!("{} was cut off at its beginning; run that shard again", shown(shard)) };
        parts.push((shard.clone(), scan));
    }
    parts.sort_by_key(|(_, scan)| scan.head.shard.index);
    agree(&parts)?;
    let manifest = parts[0].1.head.manifest()?;
    let extras = args.side.extras(&manifest, &args.output)?;
    let totals = finish::write(Parts::of(&parts)?, &place, || false)?;
    let untagged = finish::serve(Parts::of(&parts)?, extras, args.quiet, || false)?;
    if !args.quiet {
        let ledger = Some(place.ledger.as_path());
        classify::summarise(totals, 0, &Arc::default(), ledger, begin.elapsed().as_secs_f64());
    }
    Ok(Outcome::of(totals.failed + untagged))
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
