//! The API and S3: uploads for what no call can carry, recordings read by their address, and what is refused.

use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::api_server::{Answer, PATIENCE, Server, without_timings};
use crate::moto::{Moto, environment};
use crate::recordings::{audio, wav};
use crate::s3_stand_in::{Fault, StandIn};
use crate::support::{Scratch, repository};

/// A server that reads `s3://recordings/in/` and takes uploads, with the stand-in at `address` for S3.
fn server(address: &str) -> Server {
    server_in(environment(address))
}

fn server_in(environment: Vec<(&'static str, String)>) -> Server {
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Server::start_in(&["--sources", "s3://recordings/in/", "--uploads", "s3://recordings/uploads/"], &environment)
}

fn post(server: &Server, path: &str, body: &Value) -> Answer {
    server.post(path, &[("content-type", "application/json")], body.to_string().as_bytes())
}

fn classify(server: &Server, address: &str) -> Answer {
    post(server, "/v1/classify", &json!({ "s3": address }))
}

#[test]
fn a_recording_in_s3_is_judged_like_one_that_was_sent() {
    let song = audio("vbr-48k.mp3");
    let stand_in =
        StandIn::start(vec![("recordings/in/song.mp3", song.clone().into()), ("recordings/in/long.wav", wav(500_000_000, 1))], |_| None);
    let server = server(&stand_in.address);
    let mut sent = without_timings(server.classify("", &song).report());
    sent["name"] = "song.mp3".into();
    assert_eq!(without_timings(classify(&server, "s3://recordings/in/song.mp3").report()), sent);

    let named = post(&server, "/v1/classify?head=true", &json!({ "s3": "s3://recordings/in/song.mp3", "name": "a/b.mp3" })).report();
    assert_eq!((&named["name"], &named["duration_s"]), (&json!("b.mp3"), &json!(null)));
    let lines = [("accept", "application/x-ndjson"), ("content-type", "application/json")];
    let lines = server.post("/v1/classify", &lines, json!({ "s3": "s3://recordings/in/song.mp3" }).to_string().as_bytes()).lines();
    assert_eq!((lines.len(), &lines[4]["genre"]), (5, &sent["genre"]));

    // Far beyond what a call or an upload may carry.
    let long = classify(&server, "s3://recordings/in/long.wav").report();
    assert_eq!(long["duration_s"].as_f64().unwrap().round(), 5669.0);
    let read: u64 = stand_in.asked().iter().filter(|range| range.end > song.len() as u64).map(|range| range.end - range.start).sum();
    assert!(read < 1_500_000, "{read}");
}

#[test]
fn no_other_address_is_asked() {
    let stand_in = StandIn::start(vec![("recordings/private/song.mp3", audio("vbr-48k.mp3").into())], |_| None);
    let server = server(&stand_in.address);
    for address in [
        "s3://recordings/private/song.mp3",
        "s3://recordings/in/../private/song.mp3",
        "s3://recordings/in-private/song.mp3",
        "s3://others/in/song.mp3",
    ] {
        classify(&server, address).problem(403, "not-allowed");
    }
    for address in ["http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "s3://", "s3://recordings", "s3://recordings/in/\n"] {
        classify(&server, address).problem(400, "bad-request");
    }
    assert_eq!(stand_in.asked().len(), 0);

    let plain = Server::start(&[]);
    classify(&plain, "s3://recordings/in/song.mp3").problem(501, "not-configured");
    post(&plain, "/v1/uploads", &json!({ "name": "a", "bytes": 1 })).problem(404, "not-found");
    let contract: Value = serde_json::from_slice(&plain.get("/openapi.json", &[]).body).unwrap();
    assert!(contract["paths"]["/v1/uploads"].is_null() && contract["paths"]["/v1/classify"].is_object());
    assert!(plain.get("/v1/model", &[]).report()["limits"]["upload_bytes"].is_null());
}

#[test]
fn the_page_does_not_wait_for_an_account() {
    // Whoever is asked for credentials takes the connection and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let credentials = format!("http://{}/", silent.local_addr().unwrap());
    let mut environment = environment("127.0.0.1:1");
    environment.retain(|(name, _)| !name.ends_with("_KEY") && !name.ends_with("_KEY_ID"));
    environment.extend([
        ("AWS_ACCESS_KEY_ID", String::new()),
        ("AWS_SECRET_ACCESS_KEY", String::new()),
        ("AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials),
    ]);
    let server = server_in(environment);
    // The first visitor waits a little, the others not at all.
    for most in [10, 1] {
        let begun = Instant::now();
        let page = server.get("/", &[]);
        assert_eq!(page.status, 200);
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("connect-src 'self';"));
        assert!(begun.elapsed() < Duration::from_secs(most), "not within {most} s: {:?}", begun.elapsed());
    }
}

#[test]
fn what_s3_refuses_is_told_without_its_insides() {
    for (fault, from, status, kind) in [
        (Fault::Refuse(404, "NoSuchKey"), 0, 404, "no-such-object"),
        (Fault::Refuse(403, "AccessDenied"), 0, 403, "not-allowed"),
        (Fault::Refuse(403, "InvalidObjectState"), 0, 409, "archived"),
        (Fault::Replaced, 1, 409, "changed"),
        (Fault::Refuse(503, "SlowDown"), 0, 503, "storage-unavailable"),
        (Fault::Break(1000), 1, 503, "storage-unavailable"),
        (Fault::Refuse(400, "ExpiredToken"), 0, 500, "internal"),
    ] {
        let stand_in =
            StandIn::start(vec![("recordings/in/long.wav", wav(50_000_000, 2))], move |number| (number >= from).then_some(fault));
        let server = server(&stand_in.address);
        let answer = classify(&server, "s3://recordings/in/long.wav");
        answer.problem(status, kind);
        assert_eq!(status == 503, !answer.header("retry-after").is_empty(), "{fault:?}");
        for secret in ["arn:", "123456789012", "4442587FB7D0A2F9"] {
            assert!(!answer.text().contains(secret), "{}", answer.text());
        }
        assert_eq!(server.get("/health", &[]).status, 200);
    }
}

#[test]
fn a_place_for_an_upload_is_opened_for_one_file() {
    let server = server("127.0.0.1:1");
    let contract: Value = serde_json::from_slice(&server.get("/openapi.json", &[]).body).unwrap();
    assert!(contract["paths"]["/v1/uploads"]["post"].is_object());
    assert_eq!(server.get("/v1/model", &[]).report()["limits"]["upload_bytes"], 524_288_000);
    let policy = server.get("/", &[]);
    assert!(policy.header("content-security-policy").contains("connect-src 'self' http://127.0.0.1:1;"));

    let ask = |name: &str| post(&server, "/v1/uploads", &json!({ "name": name, "bytes": 1000, "type": "audio/mpeg" })).report();
    let mut addresses = Vec::new();
    for (name, kept) in
        [("my song.mp3", "my song.mp3"), ("../../etc/passwd", "passwd"), ("歌.mp3", "歌.mp3"), ("", "audio"), ("a\n\u{202e}b", "ab")]
    {
        let place = ask(name);
        let address = place["s3"].as_str().unwrap();
        let random = address.strip_prefix("s3://recordings/uploads/").unwrap().strip_suffix(&format!("/{kept}")).unwrap();
        assert!(random.len() == 32 && random.chars().all(|c| c.is_ascii_hexdigit()), "{address}");
        let url = place["url"].as_str().unwrap();
        assert!(url.starts_with(&format!("http://127.0.0.1:1/recordings/uploads/{random}/")), "{url}");
        assert!(url.contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost"), "{url}");
        assert_eq!((&place["headers"], &place["expires_s"]), (&json!({ "content-type": "audio/mpeg" }), &json!(900)));
        addresses.push(address.to_owned());
    }
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), 5);

    for (body, status, kind) in [
        (json!({ "name": "a", "bytes": 524_288_001 }), 413, "too-large"),
        (json!({ "name": "a", "bytes": 0 }), 422, "empty"),
        (json!({ "name": "a", "bytes": 1, "type": "text/html" }), 415, "unsupported-media-type"),
        (json!({ "name": "a" }), 400, "bad-request"),
        (json!({ "name": "x".repeat(20_000), "bytes": 1 }), 413, "too-large"),
    ] {
        post(&server, "/v1/uploads", &body).problem(status, kind);
    }
    server.post("/v1/uploads", &[], b"the file itself").problem(415, "unsupported-media-type");
    server.get("/v1/uploads", &[]).problem(405, "method-not-allowed");
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn what_was_uploaded_can_be_judged() {
    let moto = Moto::with_buckets(&["recordings"]);
    let server = server_in(moto.environment());
    let song = audio("stereo-44k.wav");
    let place = post(&server, "/v1/uploads", &json!({ "name": "歌 1.wav", "bytes": song.len(), "type": "audio/wav" })).report();
    let address = place["s3"].as_str().unwrap();
    classify(&server, address).problem(404, "no-such-object");

    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    let mut put = agent.put(place["url"].as_str().unwrap());
    for (name, value) in place["headers"].as_object().unwrap() {
        put = put.header(name, value.as_str().unwrap());
    }
    assert_eq!(put.send(song.as_slice()).unwrap().status(), 200);

    let mut sent = without_timings(server.classify("", &song).report());
    sent["name"] = "歌 1.wav".into();
    assert_eq!(without_timings(classify(&server, address).report()), sent);
    let other = format!("{address}x");
    classify(&server, &other).problem(404, "no-such-object");
}

/// The commands between a line that begins with `begins` and the end of its block.
fn block(readme: &str, begins: &str) -> String {
    let text = std::fs::read_to_string(repository().join(readme)).unwrap();
    let block = text.split("```bash\n").find(|block| block.starts_with(begins)).unwrap_or_else(|| panic!("{readme} has no {begins}"));
    block.split("```").next().unwrap().to_owned()
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], curl and jq, see .ci/run"]
fn the_readme_uploads_and_asks() {
    let moto = Moto::with_buckets(&["recordings"]);
    let server = server_in(moto.environment());
    let commands = block("README.md", "api=");
    assert_eq!(commands, block("README.zh-CN.md", "api="));
    let (example, rest) = commands.split_once(' ').unwrap();
    assert!(example.starts_with("api=https://"), "{commands}");
    let folder = Scratch::new("readme-uploads");
    std::fs::write(folder.path().join("song.wav"), audio("stereo-44k.wav")).unwrap();
    let script = format!("set -euo pipefail\napi=http://{} {rest}", server.address);
    let ran = Command::new("bash").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut sent = without_timings(server.classify("", &audio("stereo-44k.wav")).report());
    sent["name"] = "song.wav".into();
    assert_eq!(without_timings(serde_json::from_slice(&ran.stdout).unwrap()), sent);
}
