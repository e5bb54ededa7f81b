//! The function under real emulators of the Runtime API: what they send is not written by us.
#![expect(clippy::print_stdout, reason = "the warm latency is a measurement that belongs into the log")]

use std::ffi::OsString;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::api_server::{PATIENCE, Server, command, without_timings};
use crate::lambda::Function;
use crate::lambda_events::read;
use crate::support::data;

/// A process that is stopped when dropped.
struct Emulator(Child);

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < PATIENCE, "nothing listens on port {port}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Posts until the emulator has a function to hand it to, and gives back the answer of the first that is well.
fn post(url: &str, content_type: &str, body: &[u8]) -> (String, Duration) {
    let client: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into();
    let mut answer = client.post(url).content_type(content_type).send(body).unwrap();
    let text = answer.body_mut().with_config().limit(16 << 20).read_to_string().unwrap();
    assert_eq!(answer.status(), 200, "{text}");
    let begun = Instant::now();
    client.post(url).content_type(content_type).send(body).unwrap().body_mut().read_to_vec().unwrap();
    (text, begun.elapsed())
}

#[test]
#[ignore = "needs cargo-lambda, from PyPI's package of that name, on PATH or named by CARGO_LAMBDA"]
fn under_cargo_lambda_the_answer_is_the_local_doors() {
    let tool = std::env::var_os("CARGO_LAMBDA").unwrap_or_else(|| OsString::from("cargo-lambda"));
    let port = free_port();
    let emulator = Command::new(tool)
        .args(["lambda", "watch", "--only-lambda-apis", "--invoke-address", "127.0.0.1", "--invoke-port", &port.to_string()])
        .current_dir(crate::support::repository())
        .stdin(Stdio::null())
        .spawn()
        .expect("cargo-lambda is started");
    let _emulator = Emulator(emulator);
    wait_for(port);
    let _function = Function::start(&format!("http://127.0.0.1:{port}/.rt"), None);

    let mp3 = std::fs::read(data("audio/cbr-44k-no-xing.mp3")).unwrap();
    let (answer, warm) = post(&format!("http://127.0.0.1:{port}/lambda-url/_/v1/classify"), "audio/mpeg", &mp3);
    let report: Value = serde_json::from_str(&answer).unwrap();
    println!("cargo-lambda, warm: {warm:?}");
    assert_eq!(without_timings(report), without_timings(Server::start(&[]).classify("", &mp3).report()));
}

#[test]
#[ignore = "needs AWS's aws-lambda-rie, as in PyPI's aws-sam-cli, named by AWS_LAMBDA_RIE"]
fn under_the_runtime_interface_emulator_the_answer_is_the_local_doors() {
    let tool = std::env::var_os("AWS_LAMBDA_RIE").expect("AWS_LAMBDA_RIE names the program");
    let (port, runtime_port) = (free_port(), free_port());
    let function = command();
    let emulator = Command::new(tool)
        .args(["--runtime-interface-emulator-address", &format!("127.0.0.1:{port}")])
        .args(["--runtime-api-address", &format!("127.0.0.1:{runtime_port}")])
        .arg(function.get_program())
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769")
        .stdin(Stdio::null())
        .spawn()
        .expect("aws-lambda-rie is started");
    let _emulator = Emulator(emulator);
    wait_for(port);
    let event = read("http-classify-mp3.json").to_string();
    let url = format!("http://127.0.0.1:{port}/2015-03-31/functions/function/invocations");
    let (answer, warm) = post(&url, "application/json", event.as_bytes());
    println!("aws-lambda-rie, warm: {warm:?}");
    let response: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(response["statusCode"], 200, "{response}");
    let report: Value = serde_json::from_str(response["body"].as_str().unwrap()).unwrap();
    let mp3 = std::fs::read(data("audio/cbr-44k-no-xing.mp3")).unwrap();
    assert_eq!(without_timings(report), without_timings(Server::start(&[]).classify("", &mp3).report()));
}
