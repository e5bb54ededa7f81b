//! A stand-in for AWS Lambda's Runtime API: hands out events one by one and keeps the answers. Plain HTTP, as the API is defined.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;

use crate::api_server::PATIENCE;

/// What a function said.
#[derive(Debug)]
pub(crate) enum Said {
    /// It answered the event.
    Response(Value),
    /// It answered the event piece by piece.
    Stream(Streamed),
    /// It failed at the event.
    Error(Value),
    /// It could not start.
    InitError(Value),
}

/// An answer as a function URL with `RESPONSE_STREAM` takes it.
#[derive(Debug)]
pub(crate) struct Streamed {
    /// Status and headers.
    pub(crate) prelude: Value,
    /// The body, in the pieces in which it was sent, and when each came.
    pub(crate) pieces: Vec<(Vec<u8>, Instant)>,
}

/// Stands between the prelude and the body of an answer that is streamed.
const DELIMITER: [u8; 8] = [0; 8];

impl Streamed {
    /// Takes the pieces of a request's body apart.
    fn new(chunks: Vec<(Vec<u8>, Instant)>) -> Option<Self> {
        let all: Vec<u8> = chunks.iter().flat_map(|(chunk, _)| chunk).copied().collect();
        let end = all.windows(DELIMITER.len()).position(|window| window == DELIMITER)?;
        let prelude = serde_json::from_slice(&all[..end]).ok()?;
        let mut skip = end + DELIMITER.len();
        let behind = chunks.into_iter().map(|(mut chunk, when)| {
            let here = skip.min(chunk.len());
            skip -= here;
            (chunk.split_off(here), when)
        });
        Some(Self { prelude, pieces: behind.filter(|(piece, _)| !piece.is_empty()).collect() })
    }

    /// The whole body.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.pieces.iter().flat_map(|(piece, _)| piece).copied().collect()).unwrap()
    }
}

/// The running stand-in. Its threads end with the process that they talk to.
pub(crate) struct RuntimeApi {
    /// What `AWS_LAMBDA_RUNTIME_API` is to say.
    pub(crate) address: String,
    events: Sender<Event>,
    said: Receiver<Said>,
}

/// An event, and how long the function may take for it.
type Event = (Value, Duration);

/// As long as an invocation can take at all.
const LONG: Duration = Duration::from_secs(900);

impl RuntimeApi {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (events, waiting) = channel();
        let (speaker, said) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (waiting, speaker) = (Arc::clone(&waiting), speaker.clone());
                thread::spawn(move || converse(stream, &waiting, &speaker));
            }
        });
        Self { address, events, said }
    }

    /// Hands out an event and waits for what is said about it.
    pub(crate) fn invoke(&self, event: Value) -> Said {
        self.invoke_within(event, LONG)
    }

    /// The same with a timeout, of which the function is told; nobody ends it.
    pub(crate) fn invoke_within(&self, event: Value, timeout: Duration) -> Said {
        self.hand_out(event, timeout);
        self.wait()
    }

    /// Hands out an event and does not wait.
    pub(crate) fn hand_out(&self, event: Value, timeout: Duration) {
        self.events.send((event, timeout)).unwrap();
    }

    /// Waits for what the function says.
    pub(crate) fn wait(&self) -> Said {
        self.said.recv_timeout(PATIENCE).unwrap()
    }
}

/// One connection, which the client keeps open from call to call.
fn converse(stream: TcpStream, events: &Mutex<Receiver<Event>>, speaker: &Sender<Said>) -> Option<()> {
    let mut writer = stream.try_clone().ok()?;
    let mut reader = BufReader::new(stream);
    loop {
        let (path, body, streamed) = request(&mut reader)?;
        let call = path.strip_prefix("/2018-06-01/runtime/").unwrap_or_else(|| panic!("{path}"));
        let (status, headers, answer) = match call.rsplit('/').next()? {
            "next" => {
                let (event, timeout) = events.lock().ok()?.recv().ok()?;
                let deadline = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()? + timeout;
                let headers = format!(
                    "lambda-runtime-aws-request-id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n\
                     lambda-runtime-deadline-ms: {}\r\n\
                     lambda-runtime-invoked-function-arn: arn:aws:lambda:us-east-1:123456789012:function:api\r\n",
                    deadline.as_millis()
                );
                ("200 OK", headers, event.to_string())
            }
            "response" if streamed => {
                speaker.send(Said::Stream(Streamed::new(body)?)).ok()?;
                ("202 Accepted", String::new(), String::new())
            }
            word => {
                let said = serde_json::from_slice(&body.first()?.0).ok()?;
                speaker
                    .send(match word {
                        "response" => Said::Response(said),
                        _ if call == "init/error" => Said::InitError(said),
                        _ => Said::Error(said),
                    })
                    .ok()?;
                ("202 Accepted", String::new(), String::new())
            }
        };
        write!(writer, "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\r\n{answer}", answer.len())
            .ok()?;
    }
}

/// Pieces of a body, and when each came.
type Pieces = Vec<(Vec<u8>, Instant)>;

/// Path and body of the next request, and whether it was sent as a stream of pieces; nothing when the client has gone.
fn request(reader: &mut impl BufRead) -> Option<(String, Pieces, bool)> {
    let path = line(reader)?.split(' ').nth(1)?.to_owned();
    let (mut length, mut chunked, mut streamed) = (0, false, false);
    loop {
        let line = line(reader)?.to_ascii_lowercase();
        match line.split_once(':').map(|(name, value)| (name, value.trim())) {
            None => break,
            Some(("transfer-encoding", value)) => chunked = value == "chunked",
            Some(("lambda-runtime-function-response-mode", value)) => streamed = value == "streaming",
            Some(("content-length", value)) => length = value.parse().unwrap(),
            Some(_) => {}
        }
    }
    // Lambda expects the two together.
    assert_eq!(chunked, streamed, "{path}");
    if !chunked {
        return Some((path, vec![(bytes(reader, length)?, Instant::now())], false));
    }
    let mut chunks = Vec::new();
    loop {
        let length = usize::from_str_radix(&line(reader)?, 16).unwrap();
        if length == 0 {
            break;
        }
        chunks.push((bytes(reader, length)?, Instant::now()));
        line(reader)?;
    }
    // Trailers would tell of an error in the middle of the stream.
    assert_eq!(line(reader)?, "", "{path}");
    Some((path, chunks, true))
}

/// The next line, without its end.
fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|&bytes| bytes > 0)?;
    Some(line.trim_end().to_owned())
}

fn bytes(reader: &mut impl BufRead, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).ok()?;
    Some(bytes)
}
