//! What protects the server: sizes, slow clients, crowds, foreign names and sites, and how it starts and stops.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::api_server::{PATIENCE, Server, command, form};
use crate::support::data;

const MB: usize = 1024 * 1024;

#[test]
fn more_than_50_mb_is_refused_while_it_comes_in() {
    let server = Server::start(&[]);
    let mut body = std::fs::read(data("audio/vbr-48k.mp3")).unwrap();
    let song = body.len();
    body.resize(50 * MB, 0);
    // Up to 50 MB are read, and what stands at their beginning is heard.
    assert_eq!(server.classify("", &body).report()["audio"]["codec"], "mp3");
    let (content_type, whole) = form(&[("file", "a.mp3", &body)]);
    assert_eq!(server.post("/v1/classify", &[("content-type", &content_type)], &whole).report()["name"], "a.mp3");
    body.push(0);
    server.classify("", &body).problem(413, "too-large");
    let (content_type, whole) = form(&[("file", "a.mp3", &body)]);
    server.post("/v1/classify", &[("content-type", &content_type)], &whole).problem(413, "too-large");

    body.resize(60_000_000, 0);
    server.classify("", &body).problem(413, "too-large");
    // Other refusals reach a client, too, that only listens when it has sent everything.
    server.post("/nothing", &[], &body).problem(404, "not-found");
    server.post("/health", &[], &body).problem(405, "method-not-allowed");
    server.post("/v1/classify", &[("content-type", "text/plain")], &body).problem(415, "unsupported-media-type");
    server.post("/v1/classify", &[("origin", "http://evil.example")], &body).problem(403, "cross-site");
    let base64 = format!("{{\"audio\":\"{}\"}}", "A".repeat(80_000_000));
    server.post("/v1/classify", &[("content-type", "application/json")], base64.as_bytes()).problem(413, "too-large");

    // Without an announced length, the limit is met on the way.
    let mut stream = server.connect();
    write!(stream, "POST /v1/classify HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n", server.address)
        .unwrap();
    for chunk in body.chunks(MB) {
        write!(stream, "{:x}\r\n", chunk.len()).unwrap();
        stream.write_all(chunk).unwrap();
        stream.write_all(b"\r\n").unwrap();
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert_eq!(server.classify("", &body[..song]).status, 200);
}

#[test]
fn a_length_that_is_a_lie_costs_nothing() {
    let server = Server::start(&[]);
    let head =
        format!("POST /v1/classify HTTP/1.1\r\nhost: {}\r\ncontent-length: 4000000000\r\nexpect: 100-continue\r\n\r\n", server.address);
    let mut stream = server.connect();
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413", "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn slow_clients_are_cut_off() {
    let server = Server::start(&["--patience", "1"]);
    for (what, request, expected) in [
        ("half a header", "POST /v1/classify HTTP/1.1\r\nhost: loc".to_owned(), ""),
        (
            "half a body",
            format!("POST /v1/classify HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: 1000\r\n\r\nabc", server.address),
            "HTTP/1.1 408 ",
        ),
        (
            "half a form",
            format!(
                "POST /v1/classify HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 1000\r\n\r\n--x\r\n",
                server.address
            ),
            "HTTP/1.1 408 ",
        ),
    ] {
        let begun = Instant::now();
        let answer = server.raw(request.as_bytes());
        assert!(answer.starts_with(expected) && (!expected.is_empty() || answer.is_empty() || answer.contains("408")), "{what}: {answer}");
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn who_never_reads_the_answer_is_cut_off() {
    let server = Server::start(&["--patience", "1"]);
    let mut stream = server.connect();
    stream.set_write_timeout(Some(Duration::from_secs(5))).unwrap();
    // Pipelined requests, whose answers fill every buffer on the way; nobody reads them.
    let request = format!("GET /third-party.md HTTP/1.1\r\nhost: {}\r\n\r\n", server.address).repeat(100);
    let begun = Instant::now();
    let closed = loop {
        match stream.write_all(request.as_bytes()) {
            Err(error) if error.kind() != std::io::ErrorKind::WouldBlock => break true,
            _ if begun.elapsed() > PATIENCE => break false,
            _ => (),
        }
    };
    assert!(closed, "the server still waits");
    assert_eq!(server.get("/health", &[]).status, 200);
}

#[test]
fn headers_of_a_part_that_never_end_are_refused_soon() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let head =
        "POST /v1/classify HTTP/1.1\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 50000000\r\n";
    write!(stream, "{head}host: {}\r\n\r\n--x\r\ncontent-disposition: ", server.address).unwrap();
    // A megabyte of the fifty that were announced.
    for _ in 0..1000 {
        if stream.write_all(&[b'a'; 1000]).is_err() {
            break;
        }
    }
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 400", "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn a_crowd_is_asked_to_come_back_and_the_next_one_is_served() {
    let server = Server::start(&["--patience", "30"]);
    let head = format!("POST /v1/classify HTTP/1.1\r\nhost: {}\r\ncontent-length: 1000\r\n\r\nabc", server.address);
    // More than there are seats on any machine.
    let mut crowd = Vec::new();
    for _ in 0..40 {
        let mut stream = server.connect();
        stream.write_all(head.as_bytes()).unwrap();
        crowd.push(stream);
    }
    let mp3 = std::fs::read(data("audio/vbr-48k.mp3")).unwrap();
    let begun = Instant::now();
    let answer = loop {
        let answer = server.classify("", &mp3);
        if answer.status != 200 || begun.elapsed() > PATIENCE {
            break answer;
        }
    };
    answer.problem(429, "busy");
    assert!(answer.header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(server.get("/health", &[]).status, 200);
    // Whoever goes gives the seat back.
    drop(crowd);
    let begun = Instant::now();
    while server.classify("", &mp3).status != 200 {
        assert!(begun.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn foreign_names_and_sites_are_kept_out() {
    let server = Server::start(&["--allow-host", "music.example"]);
    let port = server.address.rsplit(':').next().unwrap();
    for (host, status) in [
        ("localhost".to_owned(), 200),
        (format!("localhost:{port}"), 200),
        (format!("127.0.0.1:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        ("music.example".to_owned(), 200),
        ("evil.example".to_owned(), 403),
        (format!("localhost.evil.example:{port}"), 403),
        ("192.168.1.5".to_owned(), 403),
    ] {
        let answer = server.raw(format!("GET /health HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{host}: {answer}");
        assert_eq!(answer.contains("forbidden-host"), status == 403, "{host}: {answer}");
    }
    let mp3 = std::fs::read(data("audio/vbr-48k.mp3")).unwrap();
    for (name, value, status) in [
        ("origin", format!("http://{}", server.address), 200),
        ("origin", "http://evil.example".to_owned(), 403),
        ("origin", "null".to_owned(), 403),
        ("sec-fetch-site", "same-origin".to_owned(), 200),
        ("sec-fetch-site", "cross-site".to_owned(), 403),
        ("sec-fetch-site", "same-site".to_owned(), 403),
    ] {
        let answer = server.post("/v1/classify", &[(name, &value)], &mp3);
        assert_eq!(answer.status, status, "{name}: {value}: {}", answer.text());
        if status == 403 {
            answer.problem(403, "cross-site");
        }
    }
}

#[test]
fn an_open_server_says_so_and_knows_addresses() {
    let server = Server::start(&["--host", "0.0.0.0"]);
    assert!(server.greeting.contains("without a password"), "{}", server.greeting);
    let answer = server.raw(b"GET /health HTTP/1.1\r\nhost: 192.168.1.5:8000\r\nconnection: close\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let answer = server.raw(b"GET /health HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    assert!(!Server::start(&[]).greeting.contains("password"));
}

#[test]
fn what_cannot_start_says_why() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let missing = data("no-such-model");
    for (arguments, part) in [
        (vec!["--port", &port], "is taken; stop the program"),
        (vec!["--port", "0", "--model", missing.to_str().unwrap()], "failed to read model.json"),
        (vec!["--port", "0", "--precision", "f12"], "use f32, f16 or int8"),
        (vec!["--host", "my.house"], "use an IP address"),
        (vec!["--colour"], "unexpected argument"),
    ] {
        let output = command().args(&arguments).stdout(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(part) && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_polite_request_to_stop_is_followed() {
    let mut server = Server::start(&[]);
    // An idle connection must not hold it up.
    let _idle = server.connect();
    let process = server.process();
    let told = std::process::Command::new("sh").args(["-c", &format!("kill -TERM {}", process.id())]).status().unwrap();
    assert!(told.success());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = process.try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(status.code(), Some(0));
}
