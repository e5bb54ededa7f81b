//! A request's body while it comes in: measured, timed, and never abandoned half-read without a chance for the client to hear why.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use tokio::time::Sleep;
use tokio_stream::{Stream, StreamExt};

use crate::problem::{Kind, Problem};

/// The largest audio file that is taken.
pub(crate) const MAX_FILE_BYTES: usize = 50 * 1024 * 1024;
/// What may stand around it: boundaries and headers of a multipart body, the other fields of a JSON body.
pub(crate) const MAX_EXTRA_BYTES: usize = 256 * 1024;
/// Slower clients than this are cut off: they would hold a place that others wait for.
const MIN_BYTES_PER_SECOND: f64 = 64.0 * 1024.0;

/// Headers of a part of a form that are longer have no end.
const MAX_PART_HEADERS: usize = 16 * 1024;

/// A refused body is still read for this long, through pauses no longer than the second, and up to this size: many clients only listen
/// when they have sent everything.
const DRAIN_FOR: Duration = Duration::from_secs(20);
const DRAIN_SILENCE: Duration = Duration::from_secs(2);
const DRAIN_BYTES: usize = 4 * MAX_FILE_BYTES;

/// A body that is read to its end, beside the answer and within bounds, when it is dropped before. Closing at once would reset the
/// connection, and a client that is still sending would see a network error instead of the answer.
struct HeardOut {
    /// Absent once it has ended or failed.
    body: Option<BodyDataStream>,
    /// The client waits for "100 Continue", which reading would send: it can be refused without reading.
    waits: bool,
}

/// The request, whose body will be heard out by whichever handler refuses it.
pub(crate) fn heard_out(request: Request) -> Request {
    if request.body().is_end_stream() {
        return request;
    }
    let waits = request.headers().contains_key(header::EXPECT);
    request.map(|body| Body::from_stream(HeardOut { body: Some(body.into_data_stream()), waits }))
}

impl Stream for HeardOut {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.waits = false;
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let chunk = Pin::new(body).poll_next(context);
        if matches!(chunk, Poll::Ready(None | Some(Err(_)))) {
            self.body = None;
        }
        chunk
    }
}

impl Drop for HeardOut {
    fn drop(&mut self) {
        let Some(mut body) = self.body.take().filter(|_| !self.waits) else { return };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        runtime.spawn(tokio::time::timeout(DRAIN_FOR, async move {
            let mut drained = 0;
            while let Ok(Some(Ok(chunk))) = tokio::time::timeout(DRAIN_SILENCE, body.next()).await {
                drained += chunk.len();
                if drained > DRAIN_BYTES {
                    return;
                }
            }
        }));
    }
}

/// A body that ends with a [`Problem`] when it is too large or comes too slowly.
pub(crate) struct Incoming {
    body: BodyDataStream,
    limit: usize,
    received: usize,
    begun: Instant,
    patience: Duration,
    silence: Pin<Box<Sleep>>,
}

impl Incoming {
    /// A body of at most `limit` bytes, whose next bytes are waited for `patience` long; refused at once when the headers announce more.
    pub(crate) fn new(body: Body, headers: &HeaderMap, limit: usize, patience: Duration) -> Result<Self, Problem> {
        let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
        if announced.is_some_and(|bytes| bytes > limit as u64) {
            return Err(too_large());
        }
        let silence = Box::pin(tokio::time::sleep(patience));
        Ok(Self { body: body.into_data_stream(), limit, received: 0, begun: Instant::now(), patience, silence })
    }

    /// All of it.
    pub(crate) async fn collect(mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.next().await {
            bytes.extend_from_slice(&chunk?);
        }
        Ok(bytes)
    }

    fn measure(&mut self, chunk: &Bytes) -> Result<(), Problem> {
        self.received += chunk.len();
        if self.received > self.limit {
            return Err(too_large());
        }
        let allowed_s = self.patience.as_secs_f64() + self.received as f64 / MIN_BYTES_PER_SECOND;
        if self.begun.elapsed().as_secs_f64() > allowed_s {
            return Err(slow());
        }
        self.silence.as_mut().reset(tokio::time::Instant::now() + self.patience);
        Ok(())
    }
}

impl Stream for Incoming {
    type Item = Result<Bytes, Problem>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        match Pin::new(&mut this.body).poll_next(context) {
            Poll::Ready(Some(Ok(chunk))) => Poll::Ready(Some(this.measure(&chunk).map(|()| chunk))),
            Poll::Ready(Some(Err(_))) => {
                Poll::Ready(Some(Err(Problem::new(Kind::BadRequest, "the request ended before its body was complete"))))
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending if this.silence.as_mut().poll(context).is_ready() => Poll::Ready(Some(Err(slow()))),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// A form's body, for a parser that takes all that there is before it looks at any of it, and goes over everything again when the headers
/// of a part have not ended: here it gets one piece at a time, and no more when they do not end.
pub(crate) struct Gulps {
    body: Incoming,
    /// Bytes that were handed on since the parser last had use for some.
    unread: Arc<AtomicUsize>,
    swallowing: bool,
}

impl Gulps {
    /// The body, and the count that the parser's owner sets back whenever a part begins or goes on.
    pub(crate) fn of(body: Incoming) -> (Self, Arc<AtomicUsize>) {
        let unread = Arc::new(AtomicUsize::new(0));
        (Self { body, unread: Arc::clone(&unread), swallowing: false }, unread)
    }
}

impl Stream for Gulps {
    type Item = Result<Bytes, Problem>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.swallowing) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if self.unread.load(Ordering::Relaxed) > MAX_PART_HEADERS {
            return Poll::Ready(Some(Err(Problem::new(
                Kind::BadRequest,
                "the multipart body is malformed or incomplete: the headers of a part do not end",
            ))));
        }
        let chunk = Pin::new(&mut self.body).poll_next(context);
        if let Poll::Ready(Some(Ok(chunk))) = &chunk {
            self.unread.fetch_add(chunk.len(), Ordering::Relaxed);
            self.swallowing = true;
        }
        chunk
    }
}

/// The one sentence about size.
pub(crate) fn too_large() -> Problem {
    Problem::new(Kind::TooLarge, "files may have up to 50 MB, and so may several files in one request together")
}

fn slow() -> Problem {
    Problem::new(Kind::SlowClient, "the body came too slowly; try again on a better connection")
}
