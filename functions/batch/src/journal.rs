//! The journal: what makes a run survive anything.
//!
//! A run that writes to a file does not write that file. It appends one line per input, in the order of the inputs, to a journal beside
//! it, `<out>.journal`, and hands each line to the operating system before the next one is begun. Only when every input has its line is
//! the table written from the journal, in whatever format, to a temporary name, and renamed. So one journal serves CSV, JSON Lines and
//! Parquet, tables are the same bytes whether a run was interrupted or not, memory does not grow with the number of files, and a shard of
//! a run is simply a journal that has come to its end.
//!
//! Format: text, one entry per line: eight hexadecimal digits of the CRC-32 of the rest, a space, JSON. Entries are `head` (what the
//! answers depend on; first), `file` (an input's place, path, stamp, and its answer or failure), and `end` (everything has its line). A
//! `file` whose place had a line before replaces that line: so failures are tried again, and files that changed are judged anew. A line
//! that is cut short or damaged counts as never written if no whole line follows; otherwise the journal is refused.

mod entry;

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::names::shown;
pub(crate) use entry::{End, Entry, Head, Outcome, Record, Settings, Shard};

/// How often a journal is made safe against a loss of power; a killed process loses nothing anyway.
const SYNC_EVERY: Duration = Duration::from_secs(5);
/// Longest line that is read: a track of half an hour in windows of a second is far below it.
const LONGEST_LINE: u64 = 16 << 20;

/// What reading a journal from front to back came to.
#[derive(Debug)]
pub(crate) struct Scan {
    pub(crate) head: Head,
    /// Where the last whole line ends.
    valid: u64,
    /// Inputs that have a line.
    pub(crate) files: u64,
    /// Of them, those that failed.
    pub(crate) failed: u64,
    /// Places whose first line counts no more, and where their last one begins.
    replaced: BTreeMap<u64, u64>,
    /// The last line, if it says that everything is there.
    pub(crate) end: Option<End>,
}

/// The right to write a journal, from before it is read until everything that is made of it stands.
pub(crate) struct Hold {
    place: PathBuf,
    file: File,
}

impl Hold {
    /// Takes it.
    ///
    /// # Errors
    /// Another run has it, or nothing can be written there.
    pub(crate) fn take(place: &Path) -> anyhow::Result<Self> {
        let failed = || format!("failed to write {}", shown(place));
        loop {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(place).with_context(failed)?;
            lock(&file, place)?;
            // Whoever had it may have put the file away meanwhile.
            if stands_at(&file, place) {
                return Ok(Self { place: place.to_owned(), file });
            }
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Nothing came of it.
        if stands_at(&self.file, &self.place) && self.file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0) {
            let _ = std::fs::remove_file(&self.place);
        }
    }
}

#[cfg(unix)]
fn stands_at(file: &File, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let itself = |metadata: std::fs::Metadata| (metadata.dev(), metadata.ino());
    file.metadata().map(itself).ok() == std::fs::metadata(place).map(itself).ok()
}

#[cfg(not(unix))]
fn stands_at(_: &File, place: &Path) -> bool {
    place.exists()
}

/// A journal that is being written.
pub(crate) struct Journal {
    place: PathBuf,
    file: File,
    synced: Instant,
}

impl Journal {
    /// Begins a journal, in the place of an older one.
    ///
    /// # Errors
    /// It cannot be written there.
    pub(crate) fn begin(hold: &Hold, head: &Head) -> anyhow::Result<Self> {
        let mut journal = Self::at(hold, 0)?;
        journal.append(&Entry::Head(Box::new(head.clone())))?;
        Ok(journal)
    }

    /// Goes on with a journal behind its last whole line.
    ///
    /// # Errors
    /// It cannot be written.
    pub(crate) fn go_on(hold: &Hold, scan: &Scan) -> anyhow::Result<Self> {
        Self::at(hold, scan.valid)
    }

    fn at(hold: &Hold, length: u64) -> anyhow::Result<Self> {
        let begin = || {
            let mut file = hold.file.try_clone()?;
            file.set_len(length)?;
            file.seek(SeekFrom::Start(length))?;
            Ok::<_, io::Error>(file)
        };
        let file = begin().with_context(|| format!("failed to write {}", shown(&hold.place)))?;
        Ok(Self { place: hold.place.clone(), file, synced: Instant::now() })
    }

    /// Writes a line; when this comes back, a killed process loses it no more.
    ///
    /// # Errors
    /// The disk is full, say.
    pub(crate) fn append(&mut self, entry: &Entry) -> anyhow::Result<()> {
        let failed = || format!("failed to write {}; what is in it is kept, make room and go on with --resume", shown(&self.place));
        self.file.write_all(&line(entry)?).with_context(failed)?;
        if self.synced.elapsed() > SYNC_EVERY {
            self.file.sync_data().with_context(failed)?;
            self.synced = Instant::now();
        }
        Ok(())
    }

    /// Makes everything safe against a loss of power.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn close(self) -> anyhow::Result<()> {
        self.file.sync_all().with_context(|| format!("failed to write {}", shown(&self.place)))
    }
}

/// Two runs must not write the same journal. The lock goes with the process that holds it.
fn lock(file: &File, place: &Path) -> anyhow::Result<()> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => anyhow::bail!("another run is writing {}; wait for it, or choose another output", shown(place)),
        // Some file systems know no locks.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    }
}

fn line(entry: &Entry) -> anyhow::Result<Vec<u8>> {
    let json = serde_json::to_vec(entry).context("failed to write an answer down")?;
    let mut line = format!("{:08x} ", crc32fast::hash(&json)).into_bytes();
    line.extend(json);
    line.push(b'\n');
    Ok(line)
}

/// The next whole line, with its length; `None` at the end and from the first damaged line on.
fn next_entry(reader: &mut impl BufRead, buffer: &mut Vec<u8>) -> io::Result<Option<(Entry, u64)>> {
    buffer.clear();
    reader.take(LONGEST_LINE).read_until(b'\n', buffer)?;
    let entry = whole(buffer).and_then(|json| serde_json::from_slice(json).ok());
    Ok(entry.map(|entry| (entry, buffer.len() as u64)))
}

/// The JSON of a line that is not cut short or damaged.
fn whole(line: &[u8]) -> Option<&[u8]> {
    let (sum, json) = line.strip_suffix(b"\n")?.split_at_checked(9)?;
    let sum = u32::from_str_radix(std::str::from_utf8(sum).ok()?.strip_suffix(' ')?, 16).ok()?;
    (crc32fast::hash(json) == sum).then_some(json)
}

/// Whether this may be the first line of a journal of ours that was cut short, possibly by a loss of power, which leaves zeros.
fn is_begun(line: &[u8]) -> bool {
    const BEGIN: &[u8] = b"{\"head\":";
    let sum = line.iter().take(8).all(u8::is_ascii_hexdigit) && line.get(8).is_none_or(|&byte| byte == b' ');
    let rest = line.get(9..).unwrap_or_default();
    sum && rest.iter().zip(BEGIN).all(|(a, b)| a == b) || line.iter().all(|&byte| byte == 0)
}

/// Reads a journal through; `None` when not even its first line was written to the end.
///
/// # Errors
/// It cannot be read, is not ours, or of a version whose first line is not understood here: what is in it is not to be lost.
pub(crate) fn scan(place: &Path) -> anyhow::Result<Option<Scan>> {
    let failed = || format!("failed to read {}", shown(place));
    let mut reader = BufReader::with_capacity(256 * 1024, File::open(place).with_context(failed)?);
    let mut buffer = Vec::new();
    let Some((Entry::Head(head), length)) = next_entry(&mut reader, &mut buffer).with_context(failed)? else {
        if whole(&buffer).is_some() || !is_begun(&buffer) {
            anyhow::bail!("{} is no journal or shard of this version; choose another output, or delete it", shown(place));
        }
        return Ok(None);
    };
    let mut scan = Scan { head: *head, valid: length, files: 0, failed: 0, replaced: BTreeMap::new(), end: None };
    let mut lines = 1_u64;
    let mut last: Option<u64> = None;
    // Places whose last line is a failure; no more than there are failures.
    let mut failing = std::collections::BTreeSet::new();
    while let Some((entry, length)) = next_entry(&mut reader, &mut buffer).with_context(failed)? {
        match entry {
            Entry::Head(_) => break,
            Entry::End(end) => scan.end = Some(end),
            Entry::File(record) => {
                scan.end = None;
                if last.is_none_or(|last| record.place > last) {
                    last = Some(record.place);
                    scan.files += 1;
                } else {
                    scan.replaced.insert(record.place, scan.valid);
                }
                match record.outcome {
                    Outcome::Failure { .. } => failing.insert(record.place),
                    Outcome::Answer(_) => failing.remove(&record.place),
                };
            }
        }
        scan.valid += length;
        lines += 1;
    }
    // What a killed run leaves behind is a line that is cut short; whole lines behind a damaged one are somebody's answers.
    let mut behind = 0_u64;
    while !buffer.is_empty() {
        buffer.clear();
        reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut buffer).with_context(failed)?;
        behind += u64::from(whole(&buffer).is_some());
    }
    if behind > 0 {
        anyhow::bail!(
            "{} is damaged in line {} (from byte {} on), and {behind} whole lines follow; bring back a copy, cut the file off there (truncate \
             -s {2}) to have those judged again, or delete it",
            shown(place),
            lines + 1,
            scan.valid
        );
    }
    scan.failed = failing.len() as u64;
    Ok(Some(scan))
}

/// The inputs of a journal with what came of them last, in order.
pub(crate) struct Records {
    place: PathBuf,
    lines: BufReader<File>,
    /// For lines that were replaced.
    elsewhere: BufReader<File>,
    replaced: BTreeMap<u64, u64>,
    last: Option<u64>,
    valid: u64,
    at: u64,
    buffer: Vec<u8>,
}

impl Records {
    /// Opens what was scanned; lines that are written meanwhile are not read.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(crate) fn open(place: &Path, scan: &Scan) -> anyhow::Result<Self> {
        let open = || File::open(place).with_context(|| format!("failed to read {}", shown(place)));
        Ok(Self {
            place: place.to_owned(),
            lines: BufReader::with_capacity(256 * 1024, open()?),
            elsewhere: BufReader::new(open()?),
            replaced: scan.replaced.clone(),
            last: None,
            valid: scan.valid,
            at: 0,
            buffer: Vec::new(),
        })
    }

    /// The next input.
    ///
    /// # Errors
    /// The journal cannot be read, or is no longer what it was.
    pub(crate) fn next(&mut self) -> anyhow::Result<Option<Record>> {
        let failed = || format!("failed to read {}", shown(&self.place));
        while self.at < self.valid {
            let (entry, length) = next_entry(&mut self.lines, &mut self.buffer)
                .with_context(failed)?
                .with_context(|| format!("{} was changed meanwhile", shown(&self.place)))?;
            self.at += length;
            let Entry::File(record) = entry else { continue };
            if self.last.is_some_and(|last| record.place <= last) {
                continue;
            }
            self.last = Some(record.place);
            let Some(&position) = self.replaced.get(&record.place) else { return Ok(Some(*record)) };
            self.elsewhere.seek(SeekFrom::Start(position)).with_context(failed)?;
            let entry = next_entry(&mut self.elsewhere, &mut self.buffer).with_context(failed)?;
            let Some((Entry::File(record), _)) = entry else { anyhow::bail!("{} was changed meanwhile", shown(&self.place)) };
            return Ok(Some(*record));
        }
        Ok(None)
    }
}
