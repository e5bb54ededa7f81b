//! The local server as a process of its own, and ways to knock on its door.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use ureq::http::HeaderMap;

use crate::support::program;

/// No wait of these tests is longer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A running server; stopped when dropped.
pub(crate) struct Server {
    child: Child,
    /// What it printed when it was ready.
    pub(crate) greeting: String,
    /// `127.0.0.1:<port>`.
    pub(crate) address: String,
}

/// An answer, whatever its status.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// The program without the variables that would choose another door or model.
pub(crate) fn command() -> Command {
    let mut command = Command::new(program("api"));
    let ours = ["MODEL", "PRECISION", "THREADS", "UPLOADS", "SOURCES"].map(|name| format!("ACOUSTICSENSE_{name}"));
    for variable in ours.iter().map(String::as_str).chain(["AWS_LAMBDA_RUNTIME_API", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"]) {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null());
    command
}

impl Server {
    /// Starts it on a free port and waits until it says that it is ready.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_in(arguments, &[])
    }

    /// The same with some variables of its environment set.
    pub(crate) fn start_in(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = command();
        command.args(["--port", "0"]).args(arguments).envs(environment.iter().copied());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let output = child.stdout.take().unwrap();
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut server = Self { child, greeting: String::new(), address: String::new() };
        // The block ends with how to stop.
        while !server.greeting.contains("Ctrl-C") {
            let line = receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("the server did not start: {}", server.greeting));
            server.greeting += &(line + "\n");
        }
        let url = server.greeting.split_whitespace().find_map(|word| word.strip_prefix("http://")).unwrap();
        server.address = url.trim_end_matches('/').to_owned();
        server
    }

    /// The process, for signals.
    pub(crate) fn process(&mut self) -> &mut Child {
        &mut self.child
    }

    fn client() -> ureq::Agent {
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into()
    }

    /// `GET path`.
    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Self::client().get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(request.call().unwrap())
    }

    /// `POST path` with a body.
    pub(crate) fn post(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = Self::client().post(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(request.send(body).unwrap())
    }

    /// `POST /v1/classify` with audio as the body.
    pub(crate) fn classify(&self, query: &str, body: &[u8]) -> Answer {
        self.post(&format!("/v1/classify{query}"), &[("content-type", "application/octet-stream")], body)
    }

    /// A connection for requests that no well-behaved client would send.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes as they are and gives back all that comes until the server closes.
    pub(crate) fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn of(mut response: ureq::http::Response<ureq::Body>) -> Self {
        let body = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        Self { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The body as JSON; the status is expected to be 200.
    #[track_caller]
    pub(crate) fn report(&self) -> Value {
        assert_eq!((self.status, self.header("content-type")), (200, "application/json"), "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The body as a problem of this status and kind, which tells nothing about our insides.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16, kind: &str) -> Value {
        assert_eq!((self.status, self.header("content-type")), (status, "application/problem+json"), "{}", self.text());
        let problem: Value = serde_json::from_slice(&self.body).unwrap();
        check_problem(&problem, status, kind);
        problem
    }

    /// The lines of an NDJSON body.
    #[track_caller]
    pub(crate) fn lines(&self) -> Vec<Value> {
        assert_eq!((self.status, self.header("content-type")), (200, "application/x-ndjson"), "{}", self.text());
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// A problem says what it is, and nothing about our insides.
#[track_caller]
pub(crate) fn check_problem(problem: &Value, status: u16, kind: &str) {
    assert_eq!((problem["status"].as_u64(), problem["kind"].as_str()), (Some(status.into()), Some(kind)), "{problem}");
    assert_eq!(problem["type"], format!("/problems/{kind}"));
    let detail = problem["detail"].as_str().unwrap();
    assert!(!detail.is_empty() && !problem["title"].as_str().unwrap().is_empty(), "{problem}");
    for inside in ["src/", ".rs", "panick", "/home", "/root", "unwrap", "Err(", "Some(", "Custom {", "kind:", "symphonia", "tract"] {
        assert!(!detail.contains(inside), "{detail}");
    }
}

/// A multipart body of `(part name, file name, bytes)`, and its content type.
pub(crate) fn form(parts: &[(&str, &str, &[u8])]) -> (String, Vec<u8>) {
    let boundary = "a-boundary-that-is-in-no-file";
    let mut body = Vec::new();
    for (part, name, bytes) in parts {
        let file_name = if name.is_empty() { String::new() } else { format!("; filename=\"{name}\"") };
        write!(body, "--{boundary}\r\ncontent-disposition: form-data; name=\"{part}\"{file_name}\r\n\r\n").unwrap();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    write!(body, "--{boundary}--\r\n").unwrap();
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// What does not change from one request to the next.
pub(crate) fn without_timings(mut report: Value) -> Value {
    report.as_object_mut().unwrap().remove("timings_ms").unwrap();
    report
}
