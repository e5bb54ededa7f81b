//! Recordings read out of S3: what that costs, and that a failing network never becomes an answer.

use std::time::{Duration, Instant};

use genre::{AudioError, Classifier, Error, Model, Options, Report, Source};
use store::{Kind, Object, Opened, Policy};

use crate::moto::connect;
use crate::recordings::{aiff, audio, flac_with_picture, m4a_index_last, mp3_with_picture, repeated, wav};
use crate::s3_stand_in::{Content, Fault, StandIn};

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;
const KEY: &str = "recordings/a recording";

fn object() -> Object {
    Object::new("recordings", "a recording").unwrap()
}

fn classifier() -> Classifier {
    Classifier::new(&Model::built_in().unwrap(), 1).unwrap()
}

fn stand_in(content: Content, faults: impl Fn(u64) -> Option<Fault> + Send + Sync + 'static) -> StandIn {
    // Spaces stand percent-encoded in paths.
    StandIn::start(vec![(&KEY.replace(' ', "%20"), content)], faults)
}

fn open(server: &StandIn, policy: Policy) -> Result<Opened, store::StoreError> {
    connect(&server.address).open(&object(), policy)
}

fn without_timings(report: Report) -> String {
    let mut report = serde_json::to_value(report).unwrap();
    report.as_object_mut().unwrap().remove("timings_ms");
    report.to_string()
}

/// Judges the first window; no more than `bytes` and `requests` may be needed.
#[track_caller]
fn check_cost(classifier: &Classifier, name: &str, content: Content, bytes: u64, requests: u64) {
    let size = content.bytes;
    let server = stand_in(content, |_| None);
    let opened = open(&server, Policy::head()).unwrap();
    assert_eq!(opened.stat.bytes, size);
    let reading = opened.reading.clone();
    let report = classifier.classify(opened.source, &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
    reading.trusted().unwrap();
    println!("{name}: {} MB, read {} kB in {} requests: {:?}", size / MB, reading.bytes() / KB, reading.requests(), server.asked());
    assert!(report.audio.window.seconds > 9.9 && !report.silent, "{name}: {report:?}");
    assert!(
        reading.bytes() <= bytes && reading.requests() <= requests,
        "{name}: {} bytes in {} requests",
        reading.bytes(),
        reading.requests()
    );
    assert_eq!(reading.requests(), server.asked().len() as u64, "{name}: every request is counted");
    let sent: u64 = server.asked().iter().map(|range| range.end - range.start).sum();
    assert_eq!(reading.bytes(), sent, "{name}: every byte is counted");
}

#[test]
fn the_first_window_of_a_large_file_costs_little() {
    let classifier = classifier();
    let check = |name, content, bytes, requests| check_cost(&classifier, name, content, bytes, requests);
    let (cbr, vbr) = (audio("cbr-44k-no-xing.mp3"), audio("vbr-48k.mp3"));
    // Ten seconds of 44.1 kHz with 16 bits are 882,000 bytes per channel.
    check("WAV, stereo", wav(500_000_000, 2), 2 * MB, 4);
    check("WAV, mono", wav(500_000_000, 1), MB, 3);
    check("AIFF, mono", aiff(400_000_000), MB, 3);
    check("MP3 without Xing, an hour", repeated(Vec::new(), cbr, 58 * MB), 600 * KB, 3);
    check("MP3 with Xing", repeated(vbr.clone(), vbr, 80 * MB), 600 * KB, 3);
    check("MP3 behind a picture of 5 MB", mp3_with_picture(60 * MB), 900 * KB, 5);
    check("FLAC with a picture of 5 MB", flac_with_picture(400 * MB), 1100 * KB, 5);
    check("M4A, index last", m4a_index_last(), 600 * KB, 3);
}

#[test]
fn what_is_read_from_s3_is_judged_as_from_a_disk() {
    let classifier = classifier();
    for name in [
        "stereo-44k.wav",
        "vbr-48k.mp3",
        "vorbis-32k.ogg",
        "faststart-48k.m4a",
        "edit-list-44k.m4a",
        "mono-96k-24bit.flac",
        "looped-big-endian-44k.aiff",
    ] {
        let bytes = audio(name);
        let expected = classifier.classify(Source::bytes(bytes.clone()), &Options::default()).unwrap();
        let server = stand_in(bytes.into(), |_| None);
        for policy in [Policy::head(), Policy::whole(10 * MB)] {
            let opened = open(&server, policy).unwrap();
            let reading = opened.reading.clone();
            let report = classifier.classify(opened.source, &Options::default()).unwrap();
            reading.trusted().unwrap();
            assert_eq!(without_timings(report), without_timings(expected.clone()), "{name}");
        }
    }
}

#[test]
fn a_connection_that_breaks_is_taken_up_where_it_broke() {
    let classifier = classifier();
    let bytes = audio("stereo-44k.wav");
    let expected = classifier.classify(Source::bytes(bytes.clone()), &Options::default()).unwrap();
    // Every other answer breaks off, one of them before its first byte.
    let server = stand_in(bytes.into(), |number| (number % 2 == 0).then_some(Fault::Break(number as usize * 10_000)));
    let opened = open(&server, Policy::head()).unwrap();
    let reading = opened.reading.clone();
    let report = classifier.classify(opened.source, &Options::default()).unwrap();
    reading.trusted().unwrap();
    assert_eq!(without_timings(report), without_timings(expected));
}

/// Judges with faults from the second request on; whatever the decoder makes of it, the reading must tell that it failed, and how.
#[track_caller]
fn check_failure(classifier: &Classifier, name: &str, content: Content, fault: Fault, policy: Policy, expected: Kind) {
    let server = stand_in(content, move |number| (number > 0).then_some(fault));
    let opened = open(&server, policy).unwrap();
    let reading = opened.reading.clone();
    let begun = Instant::now();
    let judged = classifier.classify(opened.source, &Options::default());
    let failure = reading.failure().unwrap_or_else(|| panic!("{name}, {fault:?}: the failure is forgotten, and {judged:?} believed"));
    assert_eq!(failure.kind(), expected, "{name}, {fault:?}: {failure}");
    assert!(begun.elapsed() < Duration::from_secs(30), "{name}, {fault:?}: {:?}", begun.elapsed());
    let told = failure.to_string();
    assert!(told.contains("s3://recordings/a recording"), "{told}");
    for secret in ["arn:", "123456789012", "4442587FB7D0A2F9", "Sdk", "{"] {
        assert!(!told.contains(secret), "{told}");
    }
    // Where the decoder hands the failure on, it can be recognised there as well.
    if let Err(Error::Audio(AudioError::Read(error))) = &judged {
        assert_eq!(store::StoreError::within(error).map(store::StoreError::kind), Some(expected), "{name}");
    }
}

#[test]
fn a_network_that_fails_on_the_way_is_never_the_files_fault() {
    let classifier = classifier();
    let long = || repeated(Vec::new(), audio("cbr-44k-no-xing.mp3"), 58 * MB);
    let patience = Policy::head();
    std::thread::scope(|scope| {
        let check = |name: &'static str, content: Content, fault, policy, expected| {
            let classifier = &classifier;
            scope.spawn(move || check_failure(classifier, name, content, fault, policy, expected));
        };
        for (name, content) in [
            ("WAV", wav(500_000_000, 2)),
            ("AIFF", aiff(400_000_000)),
            ("MP3", long()),
            ("MP3 behind a picture", mp3_with_picture(60 * MB)),
            ("FLAC", flac_with_picture(400 * MB)),
            ("M4A, index last", m4a_index_last()),
            ("Ogg", repeated(Vec::new(), audio("vorbis-32k.ogg"), 60 * MB)),
        ] {
            check(name, content.clone(), Fault::Break(1000), patience, Kind::Unavailable);
            check(name, content, Fault::Replaced, patience, Kind::Changed);
        }
        check("MP3", long(), Fault::Refuse(503, "SlowDown"), patience, Kind::Throttled);
        check("MP3", long(), Fault::Refuse(500, "InternalError"), patience, Kind::Unavailable);
        check("MP3", long(), Fault::Refuse(403, "AccessDenied"), patience, Kind::Forbidden);
        check("MP3", long(), Fault::Refuse(400, "ExpiredToken"), patience, Kind::Misconfigured);
        check("MP3", long(), Fault::Refuse(404, "NoSuchKey"), patience, Kind::NotFound);
        check("MP3", long(), Fault::Silence, patience.within(Duration::from_secs(1)), Kind::Timeout);
    });
}

#[test]
fn what_cannot_be_opened_says_why() {
    let refused = |code: (u16, &'static str)| {
        let server = stand_in(audio("vbr-48k.mp3").into(), move |_| Some(Fault::Refuse(code.0, code.1)));
        open(&server, Policy::head()).unwrap_err()
    };
    for (code, expected) in [
        ((404, "NoSuchBucket"), Kind::NotFound),
        ((403, "AccessDenied"), Kind::Forbidden),
        ((403, "InvalidObjectState"), Kind::Archived),
        ((400, "AuthorizationHeaderMalformed"), Kind::Misconfigured),
    ] {
        assert_eq!(refused(code).kind(), expected, "{code:?}");
    }
    let server = stand_in(audio("vbr-48k.mp3").into(), |_| None);
    let missing = connect(&server.address).open(&"s3://recordings/other".parse().unwrap(), Policy::head()).unwrap_err();
    assert_eq!(
        (missing.kind(), missing.is_transient(), missing.to_string()),
        (Kind::NotFound, false, "there is no s3://recordings/other".to_owned())
    );

    // Nobody listens there any more.
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let gone = connect(&address).open(&object(), Policy::head().within(Duration::from_secs(20))).unwrap_err();
    assert!(gone.is_transient(), "{gone:?}");
}

#[test]
fn an_object_without_bytes_is_an_empty_file() {
    let server = stand_in(Vec::new().into(), |_| None);
    let opened = open(&server, Policy::head()).unwrap();
    let reading = opened.reading.clone();
    let error = classifier().classify(opened.source, &Options::default()).unwrap_err();
    reading.trusted().unwrap();
    assert_eq!(error.kind(), "empty");
}

#[test]
fn nothing_of_an_object_is_read_that_is_too_large() {
    let server = stand_in(wav(500_000_000, 2), |_| None);
    let error = open(&server, Policy::whole(100 * MB)).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::TooLarge, "s3://recordings/a recording has 477 MB; up to 100 MB are read")
    );
    assert_eq!(server.asked().len(), 1);

    // Music that never comes: every byte is looked at, but not of all of the object.
    let server = stand_in(repeated(audio("cbr-44k-no-xing.mp3")[..2000].to_vec(), vec![0; 100], 5_000 * MB), |_| None);
    let policy = Policy { limit_bytes: 3 * MB, ..Policy::head() };
    let opened = open(&server, policy).unwrap();
    let reading = opened.reading.clone();
    let _ = classifier().classify(opened.source, &Options::default());
    assert_eq!(reading.failure().map(store::StoreError::kind), Some(Kind::TooLarge));
    assert!(reading.bytes() <= 3 * MB);
}
