//! The worker against moto's S3 and SQS: nothing is lost, nothing is done twice visibly, and no file holds up another.
//!
//! Needs `moto_server`, from PyPI's package `moto[server]`.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::lambda_runtime_api::Said;
use crate::moto::Moto;
use crate::s3_proxy::{Proxy, Way};
use crate::support::data;
use crate::worker_events::{batch, eventbridge, s3_notification};
use crate::worker_function::{AMPLE, Queue, Worker, failures};

const BUCKET: &str = "recordings";

fn audio(name: &str) -> Vec<u8> {
    std::fs::read(data("audio").join(name)).unwrap()
}

/// `key` as it stands in a URL.
fn encoded(key: &str) -> String {
    key.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}

fn put(moto: &Moto, key: &str, bytes: &[u8]) {
    moto.put(BUCKET, &encoded(key), bytes);
}

/// Every result: its key, its bytes, and when it was written. Moto's times have seconds; its versions would need another bucket.
fn results(moto: &Moto) -> Vec<(String, Vec<u8>, i64)> {
    let listed = moto.store().list(&"s3://recordings/results/".parse().unwrap());
    let read = |(object, stat): (store::Object, store::Stat)| {
        let bytes = moto.store().get_small(&object, 1 << 20).unwrap();
        (object.key().to_owned(), bytes, stat.modified_s)
    };
    listed.map(|listed| read(listed.unwrap())).collect()
}

/// A result as JSON, by a part of its key.
#[track_caller]
fn result(moto: &Moto, part: &str) -> Value {
    let found: Vec<_> = results(moto).into_iter().filter(|(key, ..)| key.contains(part)).collect();
    assert_eq!(found.len(), 1, "{part}: {found:?}");
    serde_json::from_slice(&found[0].1).unwrap()
}

fn bodies(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| eventbridge(BUCKET, key).to_string()).collect()
}

#[test]
#[ignore = "needs moto_server, from PyPI's moto[server]"]
fn an_upload_becomes_a_result_and_a_repetition_changes_nothing() {
    let moto = Moto::with_buckets(&[BUCKET]);
    let queue = Queue::new(&moto, 5);
    queue.listen(BUCKET);
    let worker = Worker::start(&moto.address);
    let mp3 = audio("cbr-44k-no-xing.mp3");
    // Real notifications, written by the store itself: keys with spaces, signs and other scripts among them.
    let keys = ["inbox/song.mp3", "inbox/爵士 + 1 & 2%.mp3", "inbox/same again.mp3", "inbox/deep/er/a=b?c#d.mp3"];
    keys.iter().for_each(|key| put(&moto, key, &mp3));
    let long = format!("inbox/{}.mp3", "é".repeat(500));
    put(&moto, &long, &mp3);
    put(&moto, "inbox/notes.txt", b"dear diary");
    put(&moto, "other/unasked.mp3", &mp3);

    let test_events = usize::from(queue.receive().is_some_and(|event| {
        let is_test = event["Records"].as_array().unwrap().iter().any(|record| record["body"].as_str().unwrap().contains("s3:TestEvent"));
        event["Records"].as_array().unwrap().iter().for_each(|record| queue.give_back(record));
        is_test
    }));
    assert_eq!(queue.drain(&worker), 6 + test_events);
    assert!(queue.dead_letters().is_empty());

    let first = results(&moto);
    assert_eq!(first.len(), 6, "one for each name, whatever the content");
    let report = result(&moto, "inbox/song.mp3");
    assert_eq!((&report["name"], report["bytes"].as_u64()), (&json!("s3://recordings/inbox/song.mp3"), Some(mp3.len() as u64)));
    assert!(report["scores"].as_array().unwrap().len() == 16 && report.get("timings_ms").is_none());
    for key in keys {
        let same = result(&moto, key);
        assert_eq!((&same["name"], &same["scores"]), (&json!(format!("s3://recordings/{key}")), &report["scores"]));
    }
    assert_eq!(result(&moto, "notes.txt")["problem"]["kind"], "not-audio");
    let genre::Model { manifest, file, .. } = genre::Model::built_in().unwrap();
    let folder = format!("results/{}-{}-{}/recordings/inbox/", manifest.id, &file.sha256[..12], file.precision);
    assert!(first.iter().all(|(key, ..)| key.starts_with(&folder)), "{first:?}");

    // The same events again, in the other form, and out of a state machine: not one result is written anew.
    std::thread::sleep(Duration::from_millis(1100));
    let mut all = keys.to_vec();
    all.extend(["inbox/notes.txt", &long]);
    bodies(&all).iter().for_each(|body| queue.send(body));
    queue.send(&s3_notification(BUCKET, "inbox/song.mp3").to_string());
    assert_eq!(queue.drain(&worker), 7);
    let items: Vec<Value> = all.iter().map(|key| json!({ "bucket": BUCKET, "key": key })).collect();
    let answer = worker.answer(json!({ "items": items }));
    assert_eq!(results(&moto), first);
    let lines = answer["results"].as_array().unwrap();
    assert_eq!((lines.len(), &answer["unprocessed"]), (6, &json!([])));
    assert_eq!((&lines[0]["genre"], &lines[0]["probability"]), (&report["genre"], &report["probability"]));
    assert!(lines.iter().all(|line| first.iter().any(|(key, ..)| line["result"] == json!(format!("s3://recordings/{key}")))));
    assert_eq!(lines[4]["problem"]["kind"], "not-audio");
    // Nor does the next container.
    drop(worker);
    assert_eq!(Worker::start(&moto.address).answer(json!({ "items": items })), answer);
    assert_eq!(results(&moto), first);

    // Another content under a known name is another result.
    put(&moto, "inbox/song.mp3", &audio("unsigned-8k-8bit.wav"));
    queue.drain(&Worker::start(&moto.address));
    assert_eq!(results(&moto).iter().filter(|(key, ..)| key.contains("inbox/song.mp3")).count(), 2);
}

#[test]
#[ignore = "needs moto_server, from PyPI's moto[server]"]
fn metrics_tell_what_was_done_without_names() {
    let moto = Moto::with_buckets(&[BUCKET]);
    let mp3 = audio("cbr-44k-no-xing.mp3");
    put(&moto, "inbox/a.mp3", &mp3);
    put(&moto, "inbox/b.txt", b"dear diary");
    let worker = Worker::start(&moto.address);
    assert!(failures(&worker.answer(batch(&bodies(&["inbox/a.mp3", "inbox/b.txt", "inbox/gone.mp3"])))).is_empty());
    assert!(failures(&worker.answer(batch(&bodies(&["inbox/a.mp3"])))).is_empty());
    let metrics = worker.metrics();
    assert!(!metrics.iter().any(|line| line.to_string().contains("inbox")), "{metrics:?}");
    let sum = |name: &str| metrics.iter().filter_map(|line| line[name].as_f64()).sum::<f64>();
    assert_eq!((sum("Files"), sum("Answers"), sum("Failures"), sum("Repeats"), sum("ColdStarts")), (4.0, 1.0, 2.0, 1.0, 1.0));
    assert!(sum("AudioSeconds") > 1.0 && sum("Total") > 0.0);
    assert_eq!((sum("ReadBytes"), sum("ReadRequests")), (mp3.len() as f64 + 10.0, 2.0));
    assert!(
        metrics
            .iter()
            .all(|line| line["Function"] == "worker-test" && line["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "AcousticSense")
    );
}

#[test]
#[ignore = "needs moto_server, from PyPI's moto[server]"]
fn only_what_may_end_better_comes_again_and_then_it_rests_in_the_dead_letter_queue() {
    let moto = Moto::with_buckets(&[BUCKET]);
    let queue = Queue::new(&moto, 3);
    for key in ["inbox/a.mp3", "inbox/throttled.mp3", "inbox/b.mp3"] {
        put(&moto, key, &audio("cbr-44k-no-xing.mp3"));
    }
    // Poison: the head of an MP3, and noise.
    let mut poison = audio("cbr-44k-no-xing.mp3");
    poison.iter_mut().skip(4).enumerate().for_each(|(n, byte)| *byte = (n * 167 % 251) as u8);
    put(&moto, "inbox/poison.mp3", &poison);
    let proxy = Proxy::start(&moto.address, |request| if request.contains("/inbox/throttled.mp3") { Way::Refused } else { Way::Through });
    let worker = Worker::start(&proxy.address);

    let sent = bodies(&["inbox/a.mp3", "inbox/throttled.mp3", "inbox/poison.mp3", "inbox/gone.mp3", "inbox/b.mp3"]);
    let answer = worker.answer(batch(&sent));
    assert_eq!(failures(&answer), ["059f36b4-87a3-44ab-83d2-661975030001"], "that one alone");
    assert_eq!(results(&moto).len(), 3);
    assert!(result(&moto, "poison")["problem"]["kind"].is_string());
    let refused = proxy.refused();
    assert!((2..=8).contains(&refused), "tried again, but not for ever: {refused}");

    // Through a queue: three times, then it waits for a person, and so does nonsense; all else is done at once.
    sent.iter().for_each(|body| queue.send(body));
    queue.send("nonsense");
    assert_eq!(queue.drain(&worker), 4 + 2 * 3);
    let mut dead = queue.dead_letters();
    dead.sort();
    let mut expected = vec!["nonsense".to_owned(), sent[1].clone()];
    expected.sort();
    assert_eq!(dead, expected);
    // Once S3 is well again, the message is handed over as it was, and the file is judged.
    assert!(
        failures(&Worker::start(&moto.address).answer(batch(&dead)))
            == [if dead[0] == "nonsense" { "059f36b4-87a3-44ab-83d2-661975030000" } else { "059f36b4-87a3-44ab-83d2-661975030001" }]
    );
    assert!(result(&moto, "throttled")["genre"].is_string());

    // A state machine gets what is done, and what to hand out again.
    let items = |keys: &[&str]| json!({ "Items": keys.iter().map(|key| json!({ "Key": key, "Size": 7 })).collect::<Vec<_>>(), "BatchInput": { "bucket": BUCKET } });
    let answer = worker.answer(items(&["inbox/a.mp3", "inbox/throttled.mp3", "inbox/gone.mp3", "inbox/poison.mp3"]));
    let lines = answer["results"].as_array().unwrap();
    assert!(
        lines.len() == 3 && lines[0]["genre"].is_string() && lines[1]["problem"]["kind"] == "not-found" && lines[2]["problem"].is_object()
    );
    assert_eq!((&answer["unprocessed"][0]["bucket"], &answer["unprocessed"][0]["key"]), (&json!(BUCKET), &json!("inbox/throttled.mp3")));
    let (kind, _) = worker.error(items(&["inbox/throttled.mp3"]));
    assert_eq!(kind, "Worker.StoreUnavailable");
}

#[test]
#[ignore = "needs moto_server, from PyPI's moto[server]"]
fn a_worker_that_dies_in_the_middle_loses_nothing_and_repeats_nothing_visible() {
    let moto = Moto::with_buckets(&[BUCKET]);
    let queue = Queue::new(&moto, 5);
    let keys: Vec<String> = (0..6).map(|n| format!("inbox/{n}.mp3")).collect();
    for key in &keys {
        put(&moto, key, &audio("cbr-44k-no-xing.mp3"));
        queue.send(&eventbridge(BUCKET, key).to_string());
    }
    // The last ones are held up, so that it is killed while some are done and some are not.
    let held = |request: &str| request.contains("/inbox/4.mp3") || request.contains("/inbox/5.mp3");
    let proxy = Proxy::start(&moto.address, move |request| if held(request) { Way::Late(Duration::from_secs(20)) } else { Way::Through });
    let worker = Worker::start(&proxy.address);
    let event = queue.receive().unwrap();
    assert_eq!(event["Records"].as_array().unwrap().len(), 6);
    worker.runtime.hand_out(event.clone(), AMPLE);
    let begun = Instant::now();
    while results(&moto).len() < 4 {
        assert!(begun.elapsed() < Duration::from_secs(18), "four of six should be done by now");
        std::thread::sleep(Duration::from_millis(50));
    }
    worker.kill();
    let before = results(&moto);
    assert_eq!(before.len(), 4);

    // Nothing was deleted: after its visibility timeout, all of it comes again.
    std::thread::sleep(Duration::from_millis(1100));
    event["Records"].as_array().unwrap().iter().for_each(|record| queue.give_back(record));
    assert_eq!(queue.drain(&Worker::start(&moto.address)), 6);
    let after = results(&moto);
    assert_eq!(after.len(), 6, "nothing is lost");
    assert!(before.iter().all(|result| after.contains(result)), "what was done is as it was, to the second of its writing");
    assert!(queue.dead_letters().is_empty());
}

#[test]
#[ignore = "needs moto_server, from PyPI's moto[server]"]
fn a_batch_stops_before_its_time_and_returns_the_rest() {
    let moto = Moto::with_buckets(&[BUCKET]);
    let keys: Vec<String> = (0..8).map(|n| format!("inbox/{n}.mp3")).collect();
    keys.iter().for_each(|key| put(&moto, key, &audio("cbr-44k-no-xing.mp3")));
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // Every look at a recording takes two seconds: eight of them, three at a time, cannot be done in the five that the worker gives itself.
    let slow = |request: &str| {
        if request.contains("/inbox/") && !request.contains("results") { Way::Late(Duration::from_secs(2)) } else { Way::Through }
    };
    let proxy = Proxy::start(&moto.address, slow);
    let worker = Worker::start(&proxy.address);
    let timeout = Duration::from_secs(6);

    let begun = Instant::now();
    let answer = worker.answer_within(batch(&bodies(&keys)), timeout);
    assert!(begun.elapsed() < timeout, "it stopped by itself: {:?}", begun.elapsed());
    let left = failures(&answer).len();
    assert!(left > 0 && left < keys.len(), "{left} of {} are left", keys.len());
    assert_eq!(results(&moto).len(), keys.len() - left);

    // A state machine hands the rest out until nothing is left.
    let mut items: Vec<Value> = keys.iter().map(|key| json!({ "bucket": BUCKET, "key": key })).collect();
    let mut rounds = 0;
    while !items.is_empty() {
        let answer = worker.answer_within(json!({ "items": items }), timeout);
        items = answer["unprocessed"].as_array().unwrap().clone();
        rounds += 1;
        assert!(rounds < 10, "{items:?}");
    }
    assert_eq!(results(&moto).len(), keys.len());
    // No time at all: nothing is begun, and the error says that waiting helps.
    let Said::Error(error) = worker.runtime.invoke_within(
        json!({ "items": [{ "bucket": BUCKET, "key": keys[0] }, { "bucket": BUCKET, "key": keys[1] }] }),
        Duration::from_millis(500),
    ) else {
        panic!("no error")
    };
    assert_eq!(error["errorType"], "Worker.OutOfTime");
}
