//! The shards of a run, found by their names beside the table that they are to become.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::Target;
use crate::destination::Place;
use crate::journal::Shard;
use crate::names::shown;

/// How many missing shards are named.
const NAMED: usize = 10;

/// All shards of the table at `place`, in order, on this machine: those in S3 are brought into the folder of `target`.
///
/// # Errors
/// There are none, some are missing, or they are of more than one run.
pub(crate) fn found(place: &Place, target: Option<&Target>) -> anyhow::Result<Vec<PathBuf>> {
    let table = place.table.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = match target {
        Some(target) => in_s3(target, &table)?,
        None => here(&place.table)?,
    };
    let told = |local: &Path| shown(&Target::called(target, local));
    let mut of: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for shard in names.iter().filter_map(|name| parse(name.strip_prefix(&table)?)) {
        of.entry(shard.of).or_default().push(shard.index);
    }
    let mut runs = of.into_iter();
    let (Some((of, there)), None) = (runs.next(), runs.next()) else {
        let several = names.iter().any(|name| name.strip_prefix(&table).and_then(parse).is_some());
        let why = match target {
            _ if !several => "no shards",
            Some(_) => "shards of runs with different numbers of shards; delete those that are not meant",
            None => "shards of runs with different numbers of shards; name those that are meant",
        };
        anyhow::bail!("beside {} are {why}", told(&place.table));
    };
    let missing: Vec<u64> = (0..of).filter(|index| !there.contains(index)).collect();
    if !missing.is_empty() {
        let named: Vec<String> = missing.iter().take(NAMED).map(|&index| told(&place.shard(Shard { index, of }))).collect();
        let more = if missing.len() > NAMED { format!(" and {} more", missing.len() - NAMED) } else { String::new() };
        anyhow::bail!("{} of {of} shards missing: {}{more}; run them again", missing.len(), named.join(", "));
    }
    let shards: Vec<PathBuf> = (0..of).map(|index| place.shard(Shard { index, of })).collect();
    if let Some(target) = target {
        for shard in &shards {
            anyhow::ensure!(target.fetch(shard, shard)?, "{} has vanished", told(shard));
        }
    }
    Ok(shards)
}

/// Names of objects beside the table that begin like its shards'.
fn in_s3(target: &Target, table: &str) -> anyhow::Result<Vec<String>> {
    let place = target.beside(Path::new(&format!("{table}.shard-")))?;
    let place = store::Place::new(place.bucket(), place.key())?;
    let listing = super::store()?.list(&place);
    listing.map(|listed| Ok(listed?.0.file_name().to_owned())).collect()
}

/// The same of files.
fn here(table: &Path) -> anyhow::Result<Vec<String>> {
    let folder = table.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = || format!("failed to read {}", shown(folder));
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(failed)? {
        names.extend(entry.with_context(failed)?.file_name().into_string());
    }
    Ok(names)
}

/// The shard that is named by what stands behind the table's name; `None` for journals and all else.
fn parse(ending: &str) -> Option<Shard> {
    let (number, of) = ending.strip_prefix(".shard-")?.split_once("-of-")?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten();
    let (number, of) = (digits(number)?, digits(of)?);
    (1..=of).contains(&number).then(|| Shard { index: number - 1, of })
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::journal::Shard;

    #[test]
    fn shards_are_told_by_their_names() {
        assert_eq!(parse(".shard-02-of-12"), Some(Shard { index: 1, of: 12 }));
        assert_eq!(parse(".shard-12-of-12"), Some(Shard { index: 11, of: 12 }));
        for other in
            [".shard-0-of-2", ".shard-3-of-2", ".shard-1-of-2.journal", ".shard--1-of-2", ".shard-+1-of-2", ".errors.csv", "", ".shard-1"]
        {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
