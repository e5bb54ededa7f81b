//! A line to S3 that is slow and does not break.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::moto::connect;

/// One step of a slow reader: 32 kB every tenth of a second make 2.6 Mbit/s.
const STEP_BYTES: usize = 32 * 1024;
const STEP: Duration = Duration::from_millis(100);

/// Takes the body of one PUT step by step, answers, and tells how many bytes came.
fn take_slowly(stream: &TcpStream) -> usize {
    let mut reader = BufReader::new(stream);
    let mut left = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(length) = line.strip_prefix("content-length:") {
            left = length.trim().parse().unwrap();
        } else if line == "expect: 100-continue" {
            (&*stream).write_all(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap();
        } else if line.is_empty() {
            break;
        }
    }
    let (mut taken, mut step) = (0, vec![0; STEP_BYTES]);
    while left > 0 {
        let part = &mut step[..left.min(STEP_BYTES)];
        // Whoever gives up in the middle is told of by what is missing.
        if reader.read_exact(part).is_err() {
            return taken;
        }
        taken += part.len();
        left -= part.len();
        thread::sleep(STEP);
    }
    let answer = b"HTTP/1.1 200 OK\r\netag: \"first\"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    drop((&*stream).write_all(answer));
    taken
}

#[test]
fn an_upload_over_a_slow_line_arrives_at_the_first_attempt() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let served: JoinHandle<usize> = thread::spawn(move || take_slowly(&listener.accept().unwrap().0));
    // Longer than S3 may take to answer once it has everything.
    let bytes = 90 * STEP_BYTES;
    let begun = Instant::now();
    connect(&address).put(&"s3://recordings/table".parse().unwrap(), vec![7; bytes], "text/csv").unwrap();
    assert!(begun.elapsed() > Duration::from_secs(8), "the line was not slow: {:?}", begun.elapsed());
    assert_eq!(served.join().unwrap(), bytes);
}
