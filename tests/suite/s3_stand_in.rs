//! An S3 of our own for tests of reading: objects of any size that are made as they are read, every request written down, and faults
//! on demand. It knows GET and HEAD of ranges and nothing else.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// An object: its size, and a maker of any part of it.
#[derive(Clone)]
pub(crate) struct Content {
    pub(crate) bytes: u64,
    pub(crate) part: Arc<dyn Fn(Range<u64>) -> Vec<u8> + Send + Sync>,
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        let whole: Arc<[u8]> = bytes.into();
        Self { bytes: whole.len() as u64, part: Arc::new(move |range| whole[range.start as usize..range.end as usize].to_vec()) }
    }
}

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// The connection ends after so many bytes of the body.
    Break(usize),
    /// This status, with this code.
    Refuse(u16, &'static str),
    /// Nothing comes for longer than anybody waits.
    Silence,
    /// The object has been replaced by another of the same size.
    Replaced,
}

type Faults = dyn Fn(u64) -> Option<Fault> + Send + Sync;

/// The running server. Its threads end with their connections.
pub(crate) struct StandIn {
    /// `127.0.0.1:<port>`.
    pub(crate) address: String,
    shared: Arc<Shared>,
}

struct Shared {
    objects: HashMap<String, Content>,
    faults: Box<Faults>,
    count: AtomicU64,
    /// Ranges that were asked for, in order.
    asked: Mutex<Vec<Range<u64>>>,
    stopped: AtomicBool,
}

impl StandIn {
    /// Serves `objects`, by `bucket/key`; `faults` are given the number of each request, from 0 on.
    pub(crate) fn start(objects: Vec<(&str, Content)>, faults: impl Fn(u64) -> Option<Fault> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let objects = objects.into_iter().map(|(name, content)| (name.to_owned(), content)).collect();
        let shared = Arc::new(Shared {
            objects,
            faults: Box::new(faults),
            count: AtomicU64::new(0),
            asked: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let own = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if own.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let own = Arc::clone(&own);
                thread::spawn(move || converse(stream, &own));
            }
        });
        Self { address, shared }
    }

    /// The ranges that were asked for so far, in order.
    pub(crate) fn asked(&self) -> Vec<Range<u64>> {
        self.shared.asked.lock().unwrap().clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener.
        drop(TcpStream::connect(&self.address));
    }
}

fn converse(stream: TcpStream, shared: &Shared) -> Option<()> {
    let mut writer = stream.try_clone().ok()?;
    let mut reader = BufReader::new(stream);
    loop {
        let (method, path, headers) = head(&mut reader)?;
        let number = shared.count.fetch_add(1, Ordering::Relaxed);
        let fault = (shared.faults)(number);
        if let Some(Fault::Refuse(status, code)) = fault {
            refuse(&mut writer, &method, status, code)?;
            continue;
        }
        if matches!(fault, Some(Fault::Silence)) {
            thread::sleep(crate::api_server::PATIENCE);
            return None;
        }
        let Some(content) = shared.objects.get(path.trim_start_matches('/')) else {
            refuse(&mut writer, &method, 404, "NoSuchKey")?;
            continue;
        };
        let etag = if matches!(fault, Some(Fault::Replaced)) { "\"second\"" } else { "\"first\"" };
        if headers.get("if-match").is_some_and(|wanted| wanted != etag) {
            refuse(&mut writer, &method, 412, "PreconditionFailed")?;
            continue;
        }
        let range = headers.get("range").map_or(Some(0..content.bytes), |range| wanted(range, content.bytes));
        let Some(range) = range.filter(|range| !range.is_empty() || method == "HEAD") else {
            refuse(&mut writer, &method, 416, "InvalidRange")?;
            continue;
        };
        shared.asked.lock().ok()?.push(range.clone());
        let size = range.end - range.start;
        let partial = format!("content-range: bytes {}-{}/{}\r\n", range.start, range.end.max(1) - 1, content.bytes);
        let (status, partial) = if headers.contains_key("range") { ("206 Partial Content", partial) } else { ("200 OK", String::new()) };
        write!(writer, "HTTP/1.1 {status}\r\netag: {etag}\r\ncontent-length: {size}\r\n{partial}\r\n").ok()?;
        if method == "HEAD" {
            continue;
        }
        let body = (content.part)(range);
        if let Some(Fault::Break(bytes)) = fault {
            writer.write_all(&body[..bytes.min(body.len())]).ok()?;
            return None;
        }
        writer.write_all(&body).ok()?;
    }
}

/// Method, path without query, and headers of the next request; nothing when the client has gone.
fn head(reader: &mut BufReader<TcpStream>) -> Option<(String, String, HashMap<String, String>)> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|&read| read > 0)?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let path = target.split('?').next()?.to_owned();
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|&read| read > 0)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) => headers.insert(name.to_ascii_lowercase(), value.trim().to_owned()),
            None => return Some((method, path, headers)),
        };
    }
}

fn wanted(range: &str, bytes: u64) -> Option<Range<u64>> {
    let (begin, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (begin, last): (u64, u64) = (begin.parse().ok()?, last.parse().ok()?);
    (begin < bytes).then(|| begin..(last + 1).min(bytes))
}

fn refuse(writer: &mut TcpStream, method: &str, status: u16, code: &str) -> Option<()> {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>arn:aws:iam::123456789012:user/somebody</Message>\
         <RequestId>4442587FB7D0A2F9</RequestId></Error>"
    );
    write!(writer, "HTTP/1.1 {status} Refused\r\ncontent-type: application/xml\r\ncontent-length: {}\r\n\r\n", body.len()).ok()?;
    // A body behind an answer to HEAD would be taken for the next answer.
    if method == "HEAD" { Some(()) } else { writer.write_all(body.as_bytes()).ok() }
}
