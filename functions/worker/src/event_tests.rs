//! Every form of event, and what is none.

use serde_json::{Value, json};

use store::Object;

use super::{Event, Item, Malformed, Message, read_body};

fn object(bucket: &str, key: &str) -> Object {
    Object::new(bucket, key).expect("a sound address")
}

/// A notification in S3's own form, with no more than must be there.
fn own(name: &str, key: &str) -> Value {
    json!({ "eventName": name, "s3": { "bucket": { "name": "music" }, "object": { "key": key, "size": 7 } } })
}

fn bridged(kind: &str, key: &str) -> Value {
    json!({ "version": "0", "detail-type": kind, "source": "aws.s3", "detail": { "bucket": { "name": "music" }, "object": { "key": key } } })
}

#[track_caller]
fn check(body: &Value, expected: &[&str]) {
    let expected: Vec<Object> = expected.iter().map(|key| object("music", key)).collect();
    assert_eq!(read_body(&body.to_string()), Ok(expected), "{body}");
}

#[test]
fn keys_are_decoded_in_the_form_that_encodes_them_and_only_there() {
    for (written, key) in [
        ("inbox/song.mp3", "inbox/song.mp3"),
        ("inbox/a+b%2Bc.mp3", "inbox/a b+c.mp3"),
        ("inbox/100%25.mp3", "inbox/100%.mp3"),
        ("inbox/%E7%88%B5%E5%A3%AB%2F1.flac", "inbox/爵士/1.flac"),
        ("inbox/na%C3%AFve%3F%26%23.wav", "inbox/naïve?&#.wav"),
        ("..%2F..%2Fsecret", "../../secret"),
    ] {
        check(&json!({ "Records": [own("ObjectCreated:Put", written)] }), &[key]);
        // EventBridge writes keys as they are.
        check(&bridged("Object Created", key), &[key]);
        check(&bridged("Object Created", written), &[written]);
    }
}

#[test]
fn only_new_objects_are_told_of() {
    let records = [own("ObjectCreated:CompleteMultipartUpload", "a"), own("ObjectRemoved:Delete", "b"), own("ObjectCreated:Copy", "c")];
    check(&json!({ "Records": records }), &["a", "c"]);
    check(&json!({ "Records": [] }), &[]);
    check(&bridged("Object Deleted", "a"), &[]);
    check(&json!({ "Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-03-10T05:16:23.000Z", "Bucket": "music" }), &[]);
}

#[test]
fn a_malformed_body_costs_its_message_alone() {
    let long = "x".repeat(1025);
    let bodies = [
        Value::Null,
        json!("hello"),
        json!("{"),
        json!("[]"),
        json!(json!({ "Records": "none" }).to_string()),
        json!(json!({ "Records": [{ "s3": {} }] }).to_string()),
        json!(json!({ "Records": [own("ObjectCreated:Put", "bad%ff")] }).to_string()),
        json!(json!({ "Records": [own("ObjectCreated:Put", "control%0A")] }).to_string()),
        json!(json!({ "Records": [own("ObjectCreated:Put", "")] }).to_string()),
        json!(json!({ "Records": [own("ObjectCreated:Put", &long)] }).to_string()),
        json!(json!({ "detail": { "bucket": {} } }).to_string()),
        json!(json!({ "detail-type": "Object Created", "detail": { "bucket": { "name": "" }, "object": { "key": "a" } } }).to_string()),
    ];
    let count = bodies.len();
    let good = json!(json!({ "Records": [own("ObjectCreated:Put", "a")] }).to_string());
    let records = bodies.into_iter().chain([good]).enumerate();
    let records: Vec<Value> = records
        .map(|(n, body)| json!({ "messageId": format!("m{n}"), "body": body, "attributes": { "ApproximateReceiveCount": "4" } }))
        .collect();
    let Ok(Event::Queue(messages)) = Event::read(json!({ "Records": records })) else { panic!("a batch") };
    for message in &messages[..count] {
        let Err(Malformed(why)) = &message.objects else { panic!("{message:?}") };
        assert!(!why.is_empty());
    }
    assert_eq!(messages[count], Message { id: format!("m{count}"), receives: 4, objects: Ok(vec![object("music", "a")]) });
}

#[test]
fn items_come_in_our_form_and_in_that_of_an_item_batcher() {
    let read = |event: Value| match Event::read(event.clone()) {
        Ok(Event::Items(items)) => items,
        other => panic!("{event}: {other:?}"),
    };
    let item =
        |bucket: &str, key: &str| Item { bucket: Some(bucket.to_owned()), key: Some(key.to_owned()), object: Ok(object(bucket, key)) };
    let expected = [item("music", "a b.mp3"), item("other", "爵士+%20.mp3")];
    let ours = json!({ "items": [{ "bucket": "music", "key": "a b.mp3" }, { "bucket": "other", "key": "爵士+%20.mp3", "etag": "x" }] });
    assert_eq!(read(ours), expected);
    let batched = json!({
        "BatchInput": { "bucket": "music", "run": 7 },
        "Items": [{ "Etag": "\"d41d\"", "Key": "a b.mp3", "LastModified": 1_790_000_000.0, "Size": 7, "StorageClass": "STANDARD" },
            { "bucket": "other", "key": "爵士+%20.mp3" }]
    });
    assert_eq!(read(batched), expected);

    assert_eq!(read(json!({ "items": [] })), []);
    let found =
        read(json!({ "items": [{ "key": "a" }, 7, { "bucket": "b" }, { "bucket": "mine", "key": "" }, { "bucket": "mine", "key": "k" }] }));
    assert_eq!(found.iter().map(|item| item.object.is_ok()).collect::<Vec<_>>(), [false, false, false, false, true]);
    assert_eq!((found[0].key.as_deref(), found[2].bucket.as_deref()), (Some("a"), Some("b")), "what came is told");
}

#[test]
fn what_is_no_event_of_ours_is_named_as_such() {
    let own = json!({ "Records": [own("ObjectCreated:Put", "a")] });
    for event in [
        Value::Null,
        json!({}),
        json!("hello"),
        json!([]),
        json!({ "Records": 7 }),
        json!({ "items": 7 }),
        json!({ "items": [], "BatchInput": 7 }),
        json!({ "version": "2.0", "rawPath": "/v1/classify" }),
        own,
    ] {
        let Err(Malformed(why)) = Event::read(event.clone()) else { panic!("{event} is no event") };
        assert!(why.contains("bucket"), "{why}");
    }
    // A queue that is empty has nothing to say.
    assert_eq!(Event::read(json!({ "Records": [] })), Ok(Event::Queue(Vec::new())));
}
