//! What the tests share: recordings made on the spot, and a store that fails as it is told.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use genre::Source;
use store::{Kind, Object, Stat};

use crate::files::{Files, Opened, Progress};
use crate::outcome::Trouble;

/// A WAV file of so many seconds of a rising tone, 22,050 Hz, mono.
pub(crate) fn tone(seconds: f64) -> Vec<u8> {
    let samples = (0..(seconds * 22_050.0) as u32).map(|n| ((f64::from(n) * f64::from(n) / 40_000.0) * 0.3).sin());
    let data: Vec<u8> = samples.flat_map(|sample| ((sample * 20_000.0) as i16).to_le_bytes()).collect();
    let mut wav = [b"RIFF", &(data.len() as u32 + 36).to_le_bytes(), b"WAVEfmt \x10\0\0\0\x01\0\x01\0".as_slice()].concat();
    wav.extend(*b"\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data");
    wav.extend((data.len() as u32).to_le_bytes());
    wav.extend(data);
    wav
}

/// What goes wrong with a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Every call about it fails so.
    Fails(Kind),
    /// Its bytes break off in the middle, and S3 is to blame.
    BreaksOff(Kind),
    /// Reading it takes at least so long.
    Slow(Duration),
    /// The source panics.
    Panics,
    /// Its result cannot be written.
    CannotKeep(Kind),
}

/// A store in memory.
#[derive(Default)]
pub(crate) struct Shelf {
    recordings: BTreeMap<String, (Vec<u8>, Option<Fault>)>,
    results: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Recordings that were opened.
    pub(crate) opened: AtomicUsize,
}

impl Shelf {
    /// The same with a recording of bucket `music`.
    pub(crate) fn with(mut self, key: &str, bytes: Vec<u8>, fault: Option<Fault>) -> Self {
        self.recordings.insert(format!("s3://music/{key}"), (bytes, fault));
        self
    }

    /// All results: where they lie, and what they say.
    pub(crate) fn results(&self) -> BTreeMap<String, Vec<u8>> {
        self.results.lock().expect("whole").clone()
    }

    /// Puts something where a result belongs.
    pub(crate) fn put(&self, place: &str, bytes: &[u8]) {
        self.results.lock().expect("whole").insert(place.to_owned(), bytes.to_owned());
    }

    fn find(&self, source: &Object) -> Result<(&[u8], Option<Fault>), Trouble> {
        let gone = || Trouble::new(Kind::NotFound, format!("there is no {source}"));
        let (bytes, fault) = self.recordings.get(&source.to_string()).ok_or_else(gone)?;
        match fault {
            Some(Fault::Fails(kind)) => Err(Trouble::new(*kind, format!("told to fail at {source}"))),
            fault => Ok((bytes, *fault)),
        }
    }

    fn stat_of(bytes: &[u8]) -> Stat {
        Stat { bytes: bytes.len() as u64, etag: genre::sha256_hex(bytes)[..32].to_owned(), modified_s: 0 }
    }
}

impl Files for Arc<Shelf> {
    fn stat(&self, source: &Object, _end: Instant) -> Result<Stat, Trouble> {
        self.find(source).map(|(bytes, _)| Shelf::stat_of(bytes))
    }

    fn open(&self, source: &Object, _end: Instant) -> Result<Opened, Trouble> {
        let (bytes, fault) = self.find(source)?;
        self.opened.fetch_add(1, Ordering::Relaxed);
        let failed = Arc::new(AtomicBool::new(false));
        let reader = Faulty { bytes: Cursor::new(bytes.to_owned()), fault, failed: Arc::clone(&failed) };
        let progress = Box::new(Told { failed, fault, bytes: bytes.len() as u64 });
        Ok(Opened { source: Source::reader(reader, bytes.len() as u64), stat: Shelf::stat_of(bytes), progress })
    }

    fn result(&self, place: &Object, _end: Instant) -> Result<Option<Vec<u8>>, Trouble> {
        Ok(self.results().remove(&place.to_string()))
    }

    fn keep(&self, place: &Object, json: Vec<u8>, replace: bool, _end: Instant) -> Result<(), Trouble> {
        let fault =
            self.recordings.iter().find(|(name, _)| place.key().contains(&name["s3://music/".len()..])).and_then(|(_, (_, fault))| *fault);
        if let Some(Fault::CannotKeep(kind)) = fault {
            return Err(Trouble::new(kind, "told not to keep it"));
        }
        let mut results = self.results.lock().expect("whole");
        if replace || !results.contains_key(&place.to_string()) {
            results.insert(place.to_string(), json);
        }
        Ok(())
    }
}

struct Faulty {
    bytes: Cursor<Vec<u8>>,
    fault: Option<Fault>,
    failed: Arc<AtomicBool>,
}

impl Read for Faulty {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.fault {
            Some(Fault::Slow(pause)) => std::thread::sleep(pause),
            Some(Fault::Panics) => panic!("told to panic"),
            Some(Fault::BreaksOff(_)) if self.bytes.position() > self.bytes.get_ref().len() as u64 / 2 => {
                self.failed.store(true, Ordering::Relaxed);
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            _ => {}
        }
        self.bytes.read(buffer)
    }
}

impl Seek for Faulty {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

struct Told {
    failed: Arc<AtomicBool>,
    fault: Option<Fault>,
    bytes: u64,
}

impl Progress for Told {
    fn failure(&self) -> Option<Trouble> {
        match self.fault {
            Some(Fault::BreaksOff(kind)) if self.failed.load(Ordering::Relaxed) => Some(Trouble::new(kind, "told to break off")),
            _ => None,
        }
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn requests(&self) -> u64 {
        1
    }
}
