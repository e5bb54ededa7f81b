//! The API on real audio: every way in, every format out.

use std::io::{BufRead, BufReader, Write};
use std::time::Instant;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::api_server::{Server, check_problem, form, without_timings};
use crate::support::data;

fn audio(name: &str) -> Vec<u8> {
    std::fs::read(data("audio").join(name)).unwrap()
}

fn strip_name(mut report: Value) -> (Option<String>, Value) {
    let name = report.as_object_mut().unwrap().remove("name").map(|name| name.as_str().unwrap().to_owned());
    (name, without_timings(report))
}

#[test]
fn one_file_is_judged_the_same_whichever_way_it_comes_in() {
    let server = Server::start(&[]);
    let mp3 = audio("vbr-48k.mp3");
    let (_, expected) = strip_name(server.post("/v1/classify", &[("content-type", "audio/mpeg")], &mp3).report());
    assert_eq!(expected["audio"]["codec"], "mp3");
    assert_eq!(expected["audio"]["sample_rate_hz"], 48_000);

    let bare =
        format!("POST /v1/classify HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", server.address, mp3.len());
    let answer = server.raw(&[bare.as_bytes(), &mp3].concat());
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(strip_name(serde_json::from_str(body).unwrap()), (None, expected.clone()));

    for (given, kept) in [("song.mp3", Some("song.mp3")), ("C:\\Music\\a song.mp3", Some("a song.mp3")), ("../../歌.mp3", Some("歌.mp3"))]
    {
        // In JSON; the form's own escapes are the form's business.
        let body = json!({ "audio": BASE64_STANDARD.encode(&mp3), "name": given }).to_string();
        let report = server.post("/v1/classify", &[("content-type", "application/json")], body.as_bytes()).report();
        assert_eq!(strip_name(report), (kept.map(str::to_owned), expected.clone()), "{given}");
    }
    let (content_type, body) = form(&[("file", "/tmp/歌.mp3", &mp3)]);
    let report = server.post("/v1/classify", &[("content-type", &content_type)], &body).report();
    assert_eq!(strip_name(report), (Some("歌.mp3".to_owned()), expected.clone()));
    let (content_type, body) = form(&[("file", "", &mp3)]);
    let report = server.post("/v1/classify", &[("content-type", &content_type)], &body).report();
    assert_eq!(strip_name(report), (None, expected));
}

#[test]
fn every_format_is_read_and_every_report_adds_up() {
    let server = Server::start(&[]);
    let mut seen = 0;
    for entry in std::fs::read_dir(data("audio")).unwrap() {
        let path = entry.unwrap().path();
        let report = server.classify("", &std::fs::read(&path).unwrap()).report();
        let scores = report["scores"].as_array().unwrap();
        let probabilities: Vec<f64> = scores.iter().map(|score| score["probability"].as_f64().unwrap()).collect();
        assert_eq!(probabilities.len(), 16, "{path:?}");
        assert!(
            probabilities.is_sorted_by(|a, b| a >= b) && (probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-5,
            "{path:?}: {scores:?}"
        );
        assert_eq!((&report["genre"], &report["probability"]), (&scores[0]["genre"], &scores[0]["probability"]));
        let first = probabilities[0];
        let word = if first > 0.7 {
            "confident"
        } else if first >= 0.4 {
            "contested"
        } else {
            "atypical"
        };
        assert_eq!(report["confidence"], word, "{path:?}");
        assert!(report["timings_ms"]["total"].as_f64().unwrap() > 0.0, "{path:?}");
        seen += 1;
    }
    assert!(seen >= 10, "{seen} files");
}

#[test]
fn options_are_honoured() {
    let server = Server::start(&[]);
    let flac = audio("exactly-10s-44k.flac");
    let plain = server.classify("", &flac).report();
    assert!(plain.get("spectrogram").is_none() && plain["scores"][0].get("raw_probability").is_none());
    let report = server.classify("?start=2.5&raw=true&spectrogram=true", &flac).report();
    assert_eq!(report["audio"]["window"]["start_s"], 2.5);
    assert_eq!(report["audio"]["window"]["looped"], true);
    assert_ne!(report["scores"], plain["scores"]);
    assert!(report["scores"].as_array().unwrap().iter().all(|score| score["raw_probability"].is_number()));
    let picture = report["spectrogram"].as_str().unwrap().strip_prefix("data:image/png;base64,").unwrap();
    let png = BASE64_STANDARD.decode(picture).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    // Colour type 0 is grayscale; a picture of noise or of nothing would be much larger or smaller.
    assert_eq!(png[25], 0);
    assert!((1_000..200_000).contains(&png.len()), "{} bytes", png.len());
}

#[test]
fn several_files_are_answered_in_their_order_and_a_bad_one_harms_no_other() {
    let server = Server::start(&[]);
    let (mp3, ogg) = (audio("vbr-48k.mp3"), audio("vorbis-32k.ogg"));
    let files: [(&str, &str, &[u8]); 4] =
        [("file", "a.mp3", &mp3), ("file", "notes.mp3", b"dear diary"), ("file", "=c.ogg", &ogg), ("file", "", b"")];
    let (content_type, body) = form(&files);
    let content_type = ("content-type", content_type.as_str());
    let answer = server.post("/v1/classify", &[content_type], &body).report();
    let results = answer["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    assert_eq!((&results[0]["name"], &results[0]["audio"]["codec"]), (&json!("a.mp3"), &json!("mp3")));
    assert_eq!(results[1]["name"], "notes.mp3");
    check_problem(&results[1], 415, "not-audio");
    assert_eq!((&results[2]["name"], &results[2]["audio"]["codec"]), (&json!("=c.ogg"), &json!("vorbis")));
    check_problem(&results[3], 422, "empty");
    assert_eq!(without_timings(server.classify("", &mp3).report())["scores"], results[0]["scores"]);

    let table = server.post("/v1/classify", &[content_type, ("accept", "text/csv")], &body);
    assert_eq!((table.status, table.header("content-type")), (200, "text/csv; charset=utf-8; header=present"));
    let rows: Vec<&str> = table.text().lines().collect();
    assert_eq!(rows.len(), 5, "{}", table.text());
    assert!(rows[0].starts_with("name,genre,probability,") && rows[0].ends_with(",error"), "{}", rows[0]);
    assert!(rows[1].starts_with("a.mp3,") && rows[1].ends_with(','), "{}", rows[1]);
    assert!(rows[2].starts_with("notes.mp3,,") && rows[2].contains("not audio"), "{}", rows[2]);
    assert!(rows[3].starts_with("'=c.ogg,"), "a name is no formula: {}", rows[3]);

    let lines = server.post("/v1/classify", &[content_type, ("accept", "application/x-ndjson")], &body).lines();
    let told: Vec<(u64, &str, &str)> = (lines.iter())
        .map(|line| {
            let what = line["stage"].as_str().or(line["kind"].as_str()).unwrap_or("report");
            (line["index"].as_u64().unwrap(), line["name"].as_str().unwrap_or(""), what)
        })
        .collect();
    let whole = |index, name| ["audio", "spectrogram", "inference", "probabilities", "report"].map(|what| (index, name, what));
    let expected = [&whole(0, "a.mp3")[..], &[(1, "notes.mp3", "not-audio")], &whole(2, "=c.ogg"), &[(3, "", "empty")]].concat();
    assert_eq!(told, expected);
}

#[test]
fn one_file_as_a_table_and_as_stages() {
    let server = Server::start(&[]);
    let mp3 = audio("cbr-44k-no-xing.mp3");
    let report = without_timings(server.classify("", &mp3).report());
    let table = server.post("/v1/classify", &[("accept", "text/csv, */*;q=0.1")], &mp3);
    // The only commas inside of a cell are the engine's.
    let text = table.text().replace("(cpu, ", "(cpu; ").replace(", f16", "; f16");
    let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split(',').collect()).collect();
    assert_eq!((rows.len(), rows[0].len(), rows[0].last()), (2, rows[1].len(), Some(&"Country")));
    assert_eq!(rows[1][1], report["genre"].as_str().unwrap());

    let lines = server.post("/v1/classify", &[("accept", "application/x-ndjson")], &mp3).lines();
    let stages: Vec<&str> = lines.iter().filter_map(|line| line["stage"].as_str()).collect();
    assert_eq!(stages, ["audio", "spectrogram", "inference", "probabilities"]);
    assert_eq!(lines[0]["audio"], report["audio"]);
    assert!(lines.iter().take(4).map(|line| line["elapsed_ms"].as_f64().unwrap()).is_sorted());
    assert_eq!(lines.len(), 5);
    assert_eq!(without_timings(lines[4].clone()), report);
}

#[test]
fn stages_arrive_while_the_work_goes_on() {
    let server = Server::start(&[]);
    let flac = audio("mono-96k-24bit.flac");
    let (content_type, body) = form(&[("file", "x", flac.as_slice()); 10]);
    let mut stream = server.connect();
    write!(
        stream,
        "POST /v1/classify HTTP/1.1\r\nhost: {}\r\naccept: application/x-ndjson\r\nconnection: close\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
        server.address,
        body.len()
    )
    .unwrap();
    stream.write_all(&body).unwrap();
    let (mut first, mut work_ms) = (None, 0.0);
    for line in BufReader::new(stream).lines().map_while(Result::ok).filter(|line| line.starts_with('{')) {
        first.get_or_insert_with(Instant::now);
        let line: Value = serde_json::from_str(&line).unwrap();
        work_ms += line["timings_ms"]["total"].as_f64().unwrap_or(0.0);
    }
    // Held back until the end, all lines would arrive at one instant.
    let spread_ms = first.unwrap().elapsed().as_secs_f64() * 1e3;
    assert!(spread_ms > 0.2 * work_ms && work_ms > 0.0, "the lines came within {spread_ms:.0} ms of {work_ms:.0} ms of work");
}

/// A head's own length would pass for the recording's.
#[test]
fn a_head_alone_is_judged_and_has_no_length() {
    let server = Server::start(&[]);
    for name in
        ["vbr-48k.mp3", "stereo-44k.wav", "vorbis-32k.ogg", "faststart-48k.m4a", "exactly-10s-44k.flac", "looped-big-endian-44k.aiff"]
    {
        let whole = audio(name);
        assert!(server.post("/v1/classify", &[], &whole).report()["duration_s"].is_number(), "{name}");
        for percent in [30, 60, 95] {
            let report = server.post("/v1/classify?head=true", &[], &whole[..whole.len() * percent / 100]).report();
            assert!(report["duration_s"].is_null() && report["genre"].is_string(), "{name}, {percent} %: {report}");
        }
    }
}

#[test]
fn the_page_and_its_parts_are_served_safely() {
    let bucket = [("AWS_REGION", "eu-central-1"), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")];
    let server = Server::start_in(&["--uploads", "s3://some-bucket/uploads/"], &bucket);
    for (path, content_type) in [("/", "text/html; charset=utf-8"), ("/third-party.md", "text/markdown; charset=utf-8")] {
        let answer = server.get(path, &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, content_type), "{path}");
        assert_eq!((answer.header("x-content-type-options"), answer.header("cache-control")), ("nosniff", "no-cache"));
        assert!(answer.header("access-control-allow-origin").is_empty());
        let again = server.get(path, &[("if-none-match", answer.header("etag"))]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
    let page = server.get("/", &[]);
    let policy = page.header("content-security-policy");
    assert!(policy.contains("default-src 'none'; script-src 'self'; style-src 'self';") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains("connect-src 'self' https://some-bucket.s3.eu-central-1.amazonaws.com;"), "{policy}");
    assert_eq!(server.get("/health", &[]).header("content-security-policy").split(';').next(), Some("default-src 'none'"));

    let page = page.text();
    let parts: Vec<&str> = page.split('"').filter(|word| word.starts_with("assets/")).collect();
    assert!(parts.len() > 20, "{page}");
    for part in parts {
        let answer = server.get(&format!("/{part}"), &[]);
        let content_type = match part.rsplit_once('.').unwrap().1 {
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        assert_eq!((answer.status, answer.header("content-type")), (200, content_type), "{part}");
        assert!(answer.header("cache-control").contains("immutable") && answer.header("x-content-type-options") == "nosniff", "{part}");
        // The only address in the page names a picture format.
        let text = answer.text().replace("http://www.w3.org/2000/svg", "");
        assert!(!text.contains("http://") && !text.contains("https://"), "{part}");
    }
    for stranger in ["/assets/0123456789abcdef/app.js", "/assets/version/app.js", "/assets/app.js"] {
        assert_eq!(server.get(stranger, &[]).status, 404, "{stranger}");
    }
    assert_eq!(server.get("/health", &[]).report(), json!({ "status": "ok" }));
    let model = server.get("/v1/model", &[]).report();
    assert_eq!(model["manifest"]["id"], model["model"]["id"]);
    assert_eq!(model["limits"]["file_bytes"], 52_428_800);
    assert_eq!(model["limits"]["head_s"], model["manifest"]["front_end"]["window_s"]);
    assert!(server.greeting.contains(model["manifest"]["notice"].as_str().unwrap()), "{}", server.greeting);
}
