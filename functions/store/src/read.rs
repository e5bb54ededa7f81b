//! A recording in S3 as a [`genre::Source`]: what its reader asks for is fetched in ranges that grow as it goes on.
//!
//! The first range comes with opening. Reading on doubles what has been fetched so far, so that never more is fetched in vain than was
//! needed; a jump (over a picture in front of the music, to an index at the end) begins anew. What was fetched is kept within bounds,
//! for readers that go back.

use std::collections::VecDeque;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use genre::Source;
use genre::manifest::Needs;

use crate::address::Object;
use crate::connect::{Stat, Store};
use crate::error::{Kind, StoreError};
use crate::fetch::{Ledger, Link};

/// What opening and a jump fetch: ten seconds of most MP3 files. As much again takes S3 less time than another request would.
const STEP: u64 = 256 * 1024;
/// What is fetched at least where the end of an object is looked at.
const TAIL: u64 = 64 * 1024;
/// The largest single range.
const LARGEST: u64 = 4 * 1024 * 1024;
/// What is kept of one object; the least recently used goes first.
const KEPT: u64 = 16 * 1024 * 1024;
/// What the first window may cost, wherever in a file it lies: an hour of MP3 that must be walked through to its end.
const HEAD_LIMIT: u64 = 64 * 1024 * 1024;
/// The largest recording that a model of whole tracks gets: half an hour, the core's own limit, of stereo at 48 kHz and 24 bit.
const TRACK_LIMIT: u64 = 512 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(120);

/// How much of an object is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// True when all of it is wanted: larger objects than the limit are refused before they are read.
    pub whole: bool,
    /// Most bytes that are fetched.
    pub limit_bytes: u64,
    /// Longest that is waited for S3, all requests together.
    pub patience: Duration,
}

impl Policy {
    /// For a model that needs this much of a recording.
    pub const fn of(needs: Needs) -> Self {
        match needs {
            Needs::Head { .. } => Self::head(),
            Needs::WholeTrack => Self::whole(TRACK_LIMIT),
        }
    }

    /// For a model that looks at the first window: up to 64 MB are fetched, of an object of any size.
    pub const fn head() -> Self {
        Self { whole: false, limit_bytes: HEAD_LIMIT, patience: PATIENCE }
    }

    /// For a model that needs the whole recording: of up to `limit_bytes`.
    pub const fn whole(limit_bytes: u64) -> Self {
        Self { whole: true, limit_bytes, patience: PATIENCE }
    }

    /// The same with another bound on the time that is waited for S3.
    #[must_use]
    pub const fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }
}

/// An object that is being read.
#[derive(Debug)]
pub struct Opened {
    /// Its bytes. Reading them waits for the network: on a thread of its own, never on one of the executor's.
    pub source: Source,
    /// Size, ETag, time.
    pub stat: Stat,
    /// How it goes.
    pub reading: Reading,
}

/// What a reading costs and how it goes. Clones are of the same reading.
#[derive(Clone, Debug)]
pub struct Reading(Arc<Ledger>);

impl Reading {
    /// Bytes that were fetched so far.
    pub fn bytes(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// Requests that were made so far.
    pub fn requests(&self) -> u64 {
        self.0.requests.load(Ordering::Relaxed)
    }

    /// Why S3 has failed on the way, if it has. Whatever was made of the bytes before, a report or a complaint, is then worth nothing:
    /// decoders may take a source that fails for a file that ends.
    pub fn failure(&self) -> Option<&StoreError> {
        self.0.failure.get()
    }

    /// Nothing where all went well.
    ///
    /// # Errors
    /// [`Reading::failure`].
    pub fn trusted(&self) -> Result<(), StoreError> {
        self.failure().map_or(Ok(()), |failure| Err(failure.clone()))
    }
}

impl Store {
    /// Opens an object with one request, which also brings its first bytes.
    ///
    /// The source must be read on a thread that is none of the executor's.
    ///
    /// # Errors
    /// [`Kind::NotFound`], [`Kind::Forbidden`], [`Kind::Archived`]; [`Kind::TooLarge`] where all is wanted and is more than the limit; and
    /// what any call may meet.
    pub async fn open(&self, object: &Object, policy: Policy) -> Result<Opened, StoreError> {
        let begun = Instant::now();
        let ledger = Arc::new(Ledger::default());
        let opening = async {
            let first = Link::first(self, object, STEP.min(policy.limit_bytes), Arc::clone(&ledger)).await?;
            if policy.whole && first.stat.bytes > policy.limit_bytes {
                return Err(too_large(object, first.stat.bytes, policy));
            }
            let (link, stat) = (first.link.clone(), first.stat.clone());
            Ok((link, stat, first.bytes().await?))
        };
        let (link, stat, bytes) = tokio::time::timeout(policy.patience, opening).await.unwrap_or_else(|_| Err(out_of_patience(object)))?;
        let reader = Reader {
            link,
            len: stat.bytes,
            position: 0,
            kept: VecDeque::from([Block { begin: 0, bytes }]),
            policy: Policy { patience: policy.patience.saturating_sub(begun.elapsed()), ..policy },
        };
        Ok(Opened { source: Source::reader(reader, stat.bytes), stat, reading: Reading(ledger) })
    }
}

fn too_large(object: &Object, bytes: u64, policy: Policy) -> StoreError {
    let mb = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let limit = mb(policy.limit_bytes);
    let message = match policy.whole {
        true => format!("{object} has {} MB; up to {limit} MB are read", mb(bytes)),
        false => format!("what is wanted of {object} was not found in {limit} MB of it"),
    };
    StoreError::new(Kind::TooLarge, message)
}

fn out_of_patience(object: &Object) -> StoreError {
    StoreError::new(Kind::Timeout, format!("S3 took too long over {object}"))
}

/// Bytes that were fetched.
struct Block {
    begin: u64,
    bytes: Vec<u8>,
}

impl Block {
    fn end(&self) -> u64 {
        self.begin + self.bytes.len() as u64
    }
}

struct Reader {
    link: Link,
    len: u64,
    position: u64,
    /// The most recently used at the back.
    kept: VecDeque<Block>,
    policy: Policy,
}

impl Reader {
    /// Brings the block that holds the position to the back.
    fn bring(&mut self) -> Result<(), StoreError> {
        let position = self.position;
        if let Some(index) = self.kept.iter().position(|block| (block.begin..block.end()).contains(&position)) {
            let block = self.kept.remove(index);
            self.kept.extend(block);
            return Ok(());
        }
        // Once a part is missing, nothing behind it is worth anything; and a failed reader that is asked again fails at once.
        self.link.ledger.failure.get().map_or(Ok(()), |failure| Err(failure.clone()))?;
        let (begin, size) = self.range_at(position);
        let block = self.fetch(begin, size).inspect_err(|error| {
            // Only the first failure tells why.
            let _ = self.link.ledger.failure.set(error.clone());
        })?;
        self.kept.push_back(block);
        while self.kept.len() > 1 && self.kept.iter().map(|block| block.bytes.len() as u64).sum::<u64>() > KEPT {
            self.kept.pop_front();
        }
        Ok(())
    }

    /// How many bytes without a gap are kept of what stands before `position`.
    fn up_to(&self, position: u64) -> u64 {
        let mut begin = position;
        while let Some(block) = self.kept.iter().find(|block| block.end() == begin && block.begin < begin) {
            begin = block.begin;
        }
        position - begin
    }

    /// What to fetch for a reader at `position`: on to the end, or to what is there already, and no more than reading on is worth.
    fn range_at(&self, position: u64) -> (u64, u64) {
        let grown = self.up_to(position).clamp(STEP, LARGEST);
        let next = self.kept.iter().map(|block| block.begin).filter(|&begin| begin > position).min().unwrap_or(self.len);
        let end = next.min(position + grown);
        // Who looks at the very end looks at what stands before it next.
        let before = self.kept.iter().map(Block::end).filter(|&end| end <= position).max().unwrap_or_default();
        let begin = if end == self.len { position.min(self.len.saturating_sub(TAIL)).max(before) } else { position };
        (begin, end - begin)
    }

    fn fetch(&mut self, begin: u64, size: u64) -> Result<Block, StoreError> {
        let fetched = self.link.ledger.bytes.load(Ordering::Relaxed);
        if fetched + size > self.policy.limit_bytes && !self.policy.whole {
            return Err(too_large(&self.link.object, self.len, self.policy));
        }
        let begun = Instant::now();
        let patience = self.policy.patience;
        let range = self.link.range(begin, size);
        let bytes = self.link.store.handle.block_on(async { tokio::time::timeout(patience, range).await });
        self.policy.patience = patience.saturating_sub(begun.elapsed());
        let bytes = bytes.unwrap_or_else(|_| Err(out_of_patience(&self.link.object)))?;
        Ok(Block { begin, bytes })
    }
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || self.position >= self.len {
            return Ok(0);
        }
        self.bring()?;
        let Some(block) = self.kept.back() else { return Ok(0) };
        let from = usize::try_from(self.position - block.begin).unwrap_or(usize::MAX);
        let there = &block.bytes[from..];
        let read = there.len().min(buffer.len());
        buffer[..read].copy_from_slice(&there[..read]);
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
            SeekFrom::End(offset) => self.len.checked_add_signed(offset),
        };
        // Behind the end is allowed, as it is in a file; there is nothing to read there.
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
