//! A connection whose other side must read what it is sent: otherwise whoever asks and never listens would hold a place for ever.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

/// Slower readers than this are cut off, once their patience is used up.
const MIN_BYTES_PER_SECOND: f64 = 64.0 * 1024.0;

/// A connection that ends with [`io::ErrorKind::TimedOut`] when nothing could be written for longer than the patience, or when all pauses
/// together exceed the patience and what the bytes written so far may take.
pub(crate) struct Listened {
    stream: TcpStream,
    patience: Duration,
    written: usize,
    /// Spent waiting for the other side, all pauses together.
    waited: Duration,
    pause: Option<Pause>,
}

struct Pause {
    begun: Instant,
    end: Pin<Box<Sleep>>,
}

impl Listened {
    pub(crate) fn new(stream: TcpStream, patience: Duration) -> Self {
        Self { stream, patience, written: 0, waited: Duration::ZERO, pause: None }
    }

    /// What became of an attempt to write, with the clock stopped or running.
    fn timed<T>(&mut self, attempt: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if attempt.is_ready() {
            self.waited += self.pause.take().map_or(Duration::ZERO, |pause| pause.begun.elapsed());
            return attempt;
        }
        let allowed = self.patience + Duration::from_secs_f64(self.written as f64 / MIN_BYTES_PER_SECOND);
        let left = allowed.saturating_sub(self.waited).min(self.patience);
        let pause = self.pause.get_or_insert_with(|| Pause { begun: Instant::now(), end: Box::pin(tokio::time::sleep(left)) });
        pause.end.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Listened {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Listened {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let attempt = Pin::new(&mut self.stream).poll_write(context, bytes);
        if let Poll::Ready(Ok(written)) = attempt {
            self.written += written;
        }
        self.timed(attempt, context)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let attempt = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        if let Poll::Ready(Ok(written)) = attempt {
            self.written += written;
        }
        self.timed(attempt, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let attempt = Pin::new(&mut self.stream).poll_flush(context);
        self.timed(attempt, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let attempt = Pin::new(&mut self.stream).poll_shutdown(context);
        self.timed(attempt, context)
    }
}
