//! A proxy in front of an S3 that refuses or holds up what it is told to, and lets all else through unchanged.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It reaches S3.
    Through,
    /// It is answered with 503 and S3's own code.
    Refused,
    /// It reaches S3 after so long.
    Late(Duration),
}

/// The running proxy.
pub(crate) struct Proxy {
    /// `127.0.0.1:<port>`.
    pub(crate) address: String,
    stopped: Arc<AtomicBool>,
    refused: Arc<AtomicUsize>,
}

impl Proxy {
    /// Stands before the S3 at `behind`; `way` is asked with method and target, as in `GET /bucket/key?x`.
    pub(crate) fn start(behind: &str, way: impl Fn(&str) -> Way + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let proxy = Self { address, stopped: Arc::default(), refused: Arc::default() };
        let (behind, way) = (behind.to_owned(), Arc::new(way));
        let (stopped, refused) = (Arc::clone(&proxy.stopped), Arc::clone(&proxy.refused));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let (behind, way, refused) = (behind.clone(), Arc::clone(&way), Arc::clone(&refused));
                // Who has gone in the middle wants no answer.
                thread::spawn(move || drop(forward(&stream, &behind, way.as_ref(), &refused)));
            }
        });
        proxy
    }

    /// Requests that were refused.
    pub(crate) fn refused(&self) -> usize {
        self.refused.load(Ordering::Relaxed)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener.
        drop(TcpStream::connect(&self.address));
    }
}

/// One request and its answer; then the connection ends.
fn forward(stream: &TcpStream, behind: &str, way: &dyn Fn(&str) -> Way, refused: &AtomicUsize) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let lower = line.to_ascii_lowercase();
        assert!(!lower.starts_with("transfer-encoding"), "bodies have a length");
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line == "\r\n" {
            break;
        }
        if !lower.starts_with("connection:") && !lower.starts_with("expect:") {
            head.push_str(&line);
        } else if lower.starts_with("expect:") {
            (&*stream).write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    match way(head.lines().next().unwrap_or_default()) {
        Way::Through => {}
        Way::Late(pause) => thread::sleep(pause),
        Way::Refused => {
            refused.fetch_add(1, Ordering::Relaxed);
            let error = "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
            let length = error.len();
            let head =
                format!("HTTP/1.1 503 Slow Down\r\nconnection: close\r\ncontent-type: application/xml\r\ncontent-length: {length}\r\n\r\n");
            return (&*stream).write_all([head.as_bytes(), error.as_bytes()].concat().as_slice());
        }
    }
    let mut server = TcpStream::connect(behind)?;
    server.write_all(format!("{head}connection: close\r\n\r\n").as_bytes())?;
    server.write_all(&body)?;
    io::copy(&mut server, &mut &*stream)?;
    Ok(())
}
