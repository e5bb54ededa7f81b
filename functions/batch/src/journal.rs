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

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Context;
use genre::Manifest;
use genre::manifest::Precision;
use genre::report::ModelRef;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::inputs::Stamp;
use crate::names::shown;

/// The form of the lines below.
const SCHEMA: u32 = 1;
/// How often a journal is made safe against a loss of power; a killed process loses nothing anyway.
const SYNC_EVERY: Duration = Duration::from_secs(5);
/// Longest line that is read: a track of half an hour in windows of a second is far below it.
const LONGEST_LINE: u64 = 16 << 20;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Entry {
    Head(Box<Head>),
    File(Box<Record>),
    End(End),
}

/// Everything that answers depend on: runs whose heads differ do not mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    schema: u32,
    /// The version of this program.
    pub(crate) version: String,
    pub(crate) precision: Precision,
    pub(crate) sha256: String,
    /// Labels, families, front end and temperature, word for word.
    manifest: String,
    pub(crate) settings: Settings,
    /// Which part of the inputs this is.
    pub(crate) shard: Shard,
}

/// Options that change what is written.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// The bits of the second at which judging begins.
    pub(crate) start_bits: u64,
    pub(crate) raw: bool,
    pub(crate) timings: bool,
    pub(crate) all_windows: bool,
}

/// Every `of`-th input, beginning with the one at `index`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shard {
    /// From 0.
    pub(crate) index: u64,
    pub(crate) of: u64,
}

/// One input and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Its place among all inputs, from 0.
    pub(crate) place: u64,
    /// As [`shown`] writes it.
    pub(crate) path: String,
    pub(crate) stamp: Option<Stamp>,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
}

/// What came of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    Answer(Box<Answer>),
    Failure { kind: String, reason: String },
}

/// The last line of a whole run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct End {
    /// How many inputs there were, those of other shards included.
    pub(crate) inputs: u64,
    /// SHA-256 of all their paths in order: shards of one run agree on it.
    pub(crate) paths_sha256: String,
}

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

impl Shard {
    /// All of it.
    pub(crate) const WHOLE: Self = Self { index: 0, of: 1 };

    /// Whether the input at `place` belongs to it.
    pub(crate) fn holds(self, place: u64) -> bool {
        place % self.of == self.index
    }
}

impl Head {
    pub(crate) fn new(manifest: &Manifest, model: &ModelRef, settings: Settings, shard: Shard) -> anyhow::Result<Self> {
        Ok(Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            precision: model.precision,
            sha256: model.sha256.clone(),
            manifest: serde_json::to_string(manifest).context("failed to write the manifest down")?,
            settings,
            shard,
        })
    }

    /// The manifest that the answers refer to.
    ///
    /// # Errors
    /// It is none of this version.
    pub(crate) fn manifest(&self) -> anyhow::Result<Manifest> {
        Manifest::from_json(self.manifest.as_bytes()).context("failed to understand the model of the journal")
    }

    pub(crate) fn model(&self, manifest: &Manifest) -> ModelRef {
        ModelRef { id: manifest.id.clone(), sha256: self.sha256.clone(), precision: self.precision }
    }

    /// Why answers of `other` must not stand beside ours.
    pub(crate) fn differs(&self, other: &Self) -> Option<String> {
        let word = |yes: bool, what: &str| if yes { format!("with {what}") } else { format!("without {what}") };
        if self.schema != other.schema || self.version != other.version {
            return Some(format!("it was made by version {}, this is {}", self.version, other.version));
        }
        if (&self.sha256, self.precision) != (&other.sha256, other.precision) {
            return Some(format!(
                "it was made with another model ({} {}, not {} {})",
                self.precision,
                short(&self.sha256),
                other.precision,
                short(&other.sha256)
            ));
        }
        if self.manifest != other.manifest {
            return Some("the model's manifest (front end, labels or temperature) was another one".to_owned());
        }
        let (ours, theirs) = (self.settings, other.settings);
        if ours.start_bits != theirs.start_bits {
            return Some(format!("it was made with --start {}", f64::from_bits(ours.start_bits)));
        }
        for (mine, other, what) in [
            (ours.raw, theirs.raw, "--raw"),
            (ours.timings, theirs.timings, "--timings"),
            (ours.all_windows, theirs.all_windows, "--windows all"),
        ] {
            if mine != other {
                return Some(format!("it was made {}", word(mine, what)));
            }
        }
        None
    }
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
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
