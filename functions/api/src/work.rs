//! Where files are judged: on threads of their own, a bounded number at once, with a bounded number of requests waiting.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use genre::{Classifier, Report, Source, Stage};
use serde::Serialize;
use serde_json::{Value, json};
use store::Reading;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::intake::Upload;
use crate::problem::{Kind, Problem};
use crate::query::Wishes;

/// How long a request waits for a free thread before it is told to come back.
const WAIT: Duration = Duration::from_secs(30);

/// Judges files, a few at once.
#[derive(Clone)]
pub(crate) struct Workshop {
    classifier: Arc<Classifier>,
    /// Requests that may hold a body in memory; bounds the memory of all of them together.
    seats: Arc<Semaphore>,
    /// Requests that are being judged.
    benches: Arc<Semaphore>,
}

/// One recording to be judged.
pub(crate) struct Recording {
    /// Its name, where the client tells one.
    pub(crate) name: Option<String>,
    /// Its bytes.
    pub(crate) source: Source,
    /// Where they come from S3: how that goes.
    pub(crate) reading: Option<Reading>,
}

impl From<Upload> for Recording {
    fn from(upload: Upload) -> Self {
        let len = upload.bytes.len() as u64;
        Self { name: upload.name, source: Source::reader(Cursor::new(upload.bytes), len), reading: None }
    }
}

/// The right to send a body. Given back when the work is done, or when the request is abandoned before it began.
pub(crate) struct Seat {
    _permit: OwnedSemaphorePermit,
}

/// What the workshop tells while it works. Files come in order; each ends with one `Done`.
pub(crate) enum Event {
    /// A stage of file `index` is complete.
    Stage { index: usize, stage: StageLine },
    /// File `index` is finished.
    Done { index: usize, result: Result<Box<Report>, Problem> },
}

/// A completed stage, as a line of NDJSON says it.
#[derive(Serialize)]
pub(crate) struct StageLine {
    stage: &'static str,
    /// Since the file's work began, milliseconds.
    elapsed_ms: f64,
    /// What the stage found out.
    #[serde(flatten)]
    found: Value,
}

impl Workshop {
    /// A workshop with one bench per core.
    pub(crate) fn new(classifier: Arc<Classifier>) -> Self {
        let benches = std::thread::available_parallelism().map_or(1, usize::from);
        // Each seat may hold a body of 50 MB, and for a moment its decoded form too: enough seats to keep the benches busy while bodies
        // come in, and no more than that.
        let seats = (4 * benches).clamp(8, 32);
        Self { classifier, seats: Arc::new(Semaphore::new(seats)), benches: Arc::new(Semaphore::new(benches)) }
    }

    /// The model's judge.
    pub(crate) fn classifier(&self) -> &Arc<Classifier> {
        &self.classifier
    }

    /// A seat, before the body is read; a problem when all are taken.
    pub(crate) fn seat(&self) -> Result<Seat, Problem> {
        let busy = |_| Problem::new(Kind::Busy, "too many files are being judged just now; try again in a moment").retry_after(2);
        Arc::clone(&self.seats).try_acquire_owned().map(|permit| Seat { _permit: permit }).map_err(busy)
    }

    /// Begins to judge `recordings` one after the other and tells how it goes.
    ///
    /// When the receiver is dropped, that is when the client has gone, the work ends after the file at hand. The channel needs no bound:
    /// the number of files bounds it, and a slow reader must not hold a bench.
    pub(crate) async fn judge(&self, seat: Seat, recordings: Vec<Recording>, wishes: Wishes) -> Result<UnboundedReceiver<Event>, Problem> {
        let bench = tokio::time::timeout(WAIT, Arc::clone(&self.benches).acquire_owned()).await;
        let Ok(Ok(bench)) = bench else {
            return Err(Problem::new(Kind::Overloaded, "no thread became free in time; try again in a moment").retry_after(10));
        };
        let (sender, receiver) = unbounded_channel();
        let classifier = Arc::clone(&self.classifier);
        tokio::task::spawn_blocking(move || {
            let _held = (seat, bench);
            for (index, recording) in recordings.into_iter().enumerate() {
                if sender.is_closed() {
                    return;
                }
                let result = catch_unwind(AssertUnwindSafe(|| one(&classifier, index, recording, wishes, &sender)));
                let result = result.unwrap_or_else(|_| Err(Problem::internal())).map(Box::new);
                // Nobody listens any more when this fails, and the next round ends.
                let _ = sender.send(Event::Done { index, result });
            }
        });
        Ok(receiver)
    }
}

fn one(
    classifier: &Classifier,
    index: usize,
    recording: Recording,
    wishes: Wishes,
    sender: &UnboundedSender<Event>,
) -> Result<Report, Problem> {
    let begun = Instant::now();
    let mut tell = |stage: Stage<'_>| {
        let found = match &stage {
            Stage::AudioLoaded(audio) => json!({ "audio": audio }),
            Stage::SpectrogramMade(view) => json!({ "windows": view.windows, "looped": view.looped }),
            Stage::InferenceDone | Stage::ProbabilitiesComputed => json!({}),
        };
        let stage = StageLine { stage: stage.name(), elapsed_ms: begun.elapsed().as_secs_f64() * 1e3, found };
        let _ = sender.send(Event::Stage { index, stage });
    };
    let judged = classifier.classify_in_stages(recording.source, &wishes.options, &mut tell);
    // A decoder takes a source that breaks off for a file that ends: its answer is then one about half a file, or a complaint about it.
    recording.reading.map_or(Ok(()), |reading| reading.trusted())?;
    let (mut report, view) = judged?;
    report.name = recording.name;
    if wishes.head {
        // Some containers state the whole length at the beginning, others only seem to: none is better than a wrong one.
        report.duration_s = None;
    }
    if wishes.spectrogram {
        let png = view.picture.to_png().map_err(|error| {
            crate::log(&format!("failed to draw a spectrogram: {error}"));
            Problem::internal()
        })?;
        report.spectrogram = Some(format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png)));
    }
    Ok(report)
}
