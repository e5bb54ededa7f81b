//! What nobody should send: every row gets a clear typed problem.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::api_server::{Server, form};
use crate::support::data;

/// A mono WAV file at 22,050 Hz. Format 1 is integers, 3 floating point.
fn wav(format: u8, bytes_per_sample: u8, data: &[u8]) -> Vec<u8> {
    let len = data.len() as u32;
    let mut file = b"RIFF".to_vec();
    file.extend((36 + len).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0");
    file.extend([format, 0, 1, 0]);
    file.extend(22_050_u32.to_le_bytes());
    file.extend((22_050 * u32::from(bytes_per_sample)).to_le_bytes());
    file.extend([bytes_per_sample, 0, 8 * bytes_per_sample, 0]);
    file.extend(b"data");
    file.extend(len.to_le_bytes());
    file.extend(data);
    file
}

/// One second with a NaN in the middle.
fn not_a_number() -> Vec<u8> {
    let samples = (0..22_050).flat_map(|n| if n == 11_025 { f32::NAN } else { 0.1 }.to_le_bytes());
    wav(3, 4, &samples.collect::<Vec<u8>>())
}

#[test]
fn bad_audio_is_named() {
    let server = Server::start(&[]);
    let hostile = |name: &str| std::fs::read(data("hostile").join(name)).unwrap();
    for (what, body, status, kind) in [
        ("empty file", vec![], 422, "empty"),
        ("text renamed .mp3", b"This is a letter and no song at all. ".repeat(50), 415, "not-audio"),
        ("HTML", b"<!doctype html><html><body>not found</body></html>".to_vec(), 415, "not-audio"),
        ("a PNG", [b"\x89PNG\r\n\x1a\n".to_vec(), vec![7; 5000]].concat(), 415, "not-audio"),
        ("a WAV without samples", wav(1, 2, &[]), 422, "no-samples"),
        ("NaN", not_a_number(), 422, "not-finite"),
        ("Opus", hostile("opus.ogg"), 415, "unsupported-audio"),
    ] {
        let problem = server.classify("", &body).problem(status, kind);
        assert!(problem["detail"].as_str().unwrap().len() > 20, "{what}: {problem}");
    }
    let silence = server.classify("", &wav(1, 2, &[0; 44_100])).report();
    assert_eq!((&silence["silent"], &silence["confidence"]), (&json!(true), &json!("atypical")));
    // What can still be heard is answered, whatever stands around it.
    let mp3 = std::fs::read(data("audio/vbr-48k.mp3")).unwrap();
    let truncated = server.classify("", &mp3[..mp3.len() / 2]).report();
    assert_eq!(truncated["audio"]["codec"], "mp3");
    // And the server is still there.
    assert_eq!(server.classify("", &mp3).status, 200);
}

#[test]
fn bad_requests_are_named() {
    let server = Server::start(&[]);
    let mp3 = std::fs::read(data("audio/cbr-44k-no-xing.mp3")).unwrap();
    let base64 = BASE64_STANDARD.encode(&mp3);
    let check = |what: &str, path: &str, headers: &[(&str, &str)], body: &[u8], status: u16, kind: &str, part: &str| {
        let problem = server.post(path, headers, body).problem(status, kind);
        assert!(problem["detail"].as_str().unwrap().contains(part), "{what}: {problem}");
    };
    let octets = [("content-type", "application/octet-stream")];
    for (query, kind, part) in [
        ("?start=soon", "bad-option", "\"soon\" is not a number"),
        ("?start=-1", "bad-option", "from 0 up"),
        ("?start=nan", "bad-option", "from 0 up"),
        ("?start=9999", "start-behind-end", "lies behind the end"),
        ("?raw=1", "bad-option", "neither true nor false"),
        ("?spectrogram=", "bad-option", "neither true nor false"),
        ("?raw=true&raw=true", "bad-option", "given twice"),
        ("?colour=red", "bad-option", "no option \"colour\""),
    ] {
        check(query, &format!("/v1/classify{query}"), &octets, &mp3, 400, kind, part);
    }
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "image/png", "multipart/mixed; boundary=x"] {
        check(
            content_type,
            "/v1/classify",
            &[("content-type", content_type)],
            &mp3,
            415,
            "unsupported-media-type",
            "application/octet-stream",
        );
    }
    check("gzip", "/v1/classify", &[("content-encoding", "gzip")], &mp3, 415, "unsupported-media-type", "Content-Encoding");
    for accept in ["text/html", "image/*", "application/json;q=0"] {
        check(accept, "/v1/classify", &[("accept", accept)], &mp3, 406, "not-acceptable", "text/csv");
    }

    let json_type = [("content-type", "application/json")];
    for (body, status, kind, part) in [
        (json!({ "audio": format!("{base64}!") }).to_string(), 400, "bad-request", "not base64"),
        (json!({ "audio": 7 }).to_string(), 400, "bad-request", "must be an object"),
        (json!({ "name": "a.mp3" }).to_string(), 400, "bad-request", "no \"audio\""),
        (json!({ "audio": base64, "volume": 11 }).to_string(), 400, "bad-request", "must be an object"),
        ("{\"audio\": ".to_owned(), 400, "bad-request", "not JSON"),
        (String::new(), 400, "bad-request", "not JSON"),
        (json!({ "s3": "s3://bucket/key" }).to_string(), 501, "not-configured", "S3"),
        (json!({ "audio": "" }).to_string(), 422, "empty", "0 bytes"),
        (json!({ "audio": BASE64_STANDARD.encode("dear diary") }).to_string(), 415, "not-audio", "not audio"),
    ] {
        check(&body[..body.len().min(60)], "/v1/classify", &json_type, body.as_bytes(), status, kind, part);
    }

    let (form_type, _) = form(&[]);
    let form_type = [("content-type", form_type.as_str())];
    for (what, body, part) in [
        ("no part", form(&[]).1, "no part"),
        ("another part", form(&[("file", "a.mp3", &mp3), ("start", "", b"1")]).1, "\"start\""),
        ("cut off", form(&[("file", "a.mp3", &mp3)]).1[..5000].to_vec(), "malformed or incomplete"),
        ("no form", mp3.clone(), "malformed or incomplete"),
    ] {
        check(what, "/v1/classify", &form_type, &body, 400, "bad-request", part);
    }
    check("no boundary", "/v1/classify", &[("content-type", "multipart/form-data")], &mp3, 400, "bad-request", "boundary");
    let crowd = form(&[("file", "x", b"".as_slice()); 65]).1;
    check("a crowd", "/v1/classify", &form_type, &crowd, 413, "too-large", "64 files");

    // A single file that fails at once keeps its status, also where stages were asked for.
    server.post("/v1/classify", &[("accept", "application/x-ndjson")], b"dear diary").problem(415, "not-audio");
    server.post("/v1/classify", &[("accept", "text/csv")], b"").problem(422, "empty");
}

#[test]
fn unknown_addresses_and_methods_are_problems_too() {
    let server = Server::start(&[]);
    for path in ["/nothing", "/v1", "/v1/classify/", "/../etc/passwd", "/problems/not-audio"] {
        server.get(path, &[]).problem(404, "not-found");
    }
    server.post("/nothing", &[], b"x").problem(404, "not-found");
    server.get("/v1/classify", &[]).problem(405, "method-not-allowed");
    server.post("/health", &[], b"x").problem(405, "method-not-allowed");
    for path in ["/nothing", "/health"] {
        assert_eq!(server.get(path, &[]).header("x-content-type-options"), "nosniff");
    }
}
