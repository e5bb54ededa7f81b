//! The worker's events in `tests/events`: what a queue and a state machine send. Written and checked by `lambda_events`.
//!
//! They name objects of bucket `recordings`: `inbox/cbr-44k-no-xing.mp3`, `inbox/爵士 + 1.wav` and `inbox/not-there.mp3`, the first two to
//! be put there from `tests/data/audio` by whoever wants answers, the third never.

use serde_json::{Value, json};

const ETAG: &str = "d41d8cd98f00b204e9800998ecf8427e";
const TIME: &str = "2026-03-10T05:16:23.123Z";

/// A batch of messages with these bodies, as Lambda hands it over. Their identifiers end with their number.
pub(crate) fn batch(bodies: &[String]) -> Value {
    let message = |(number, body): (usize, &String)| {
        json!({
            "messageId": format!("059f36b4-87a3-44ab-83d2-66197503000{number}"),
            "receiptHandle": format!("AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a{number}"),
            "body": body,
            "attributes": {
                "ApproximateReceiveCount": "1",
                "SentTimestamp": "1773119783000",
                "SenderId": "AIDAIENQZJOLO23YVJ4VO",
                "ApproximateFirstReceiveTimestamp": "1773119783001"
            },
            "messageAttributes": {},
            "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:inbox",
            "awsRegion": "eu-central-1"
        })
    };
    json!({ "Records": bodies.iter().enumerate().map(message).collect::<Vec<_>>() })
}

/// A notification in S3's own form; `key` is written as S3 writes it, encoded.
pub(crate) fn s3_notification(bucket: &str, key: &str) -> Value {
    json!({ "Records": [{
        "eventVersion": "2.1",
        "eventSource": "aws:s3",
        "awsRegion": "eu-central-1",
        "eventTime": TIME,
        "eventName": "ObjectCreated:Put",
        "userIdentity": { "principalId": "AWS:AIDAINPONIXQXHT3IKHL2" },
        "requestParameters": { "sourceIPAddress": "192.0.2.1" },
        "responseElements": { "x-amz-request-id": "D82B88E5F771F645", "x-amz-id-2": "vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo=" },
        "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": "inbox",
            "bucket": { "name": bucket, "ownerIdentity": { "principalId": "A3I5XTEXAMAI3E" }, "arn": format!("arn:aws:s3:::{bucket}") },
            "object": { "key": key, "size": 160_000, "eTag": ETAG, "sequencer": "0065F1A2B3C4D5E6F7" }
        }
    }] })
}

/// The same through EventBridge; keys stand there as they are.
pub(crate) fn eventbridge(bucket: &str, key: &str) -> Value {
    json!({
        "version": "0",
        "id": "17793124-05d4-b198-2fde-7ededc63b103",
        "detail-type": "Object Created",
        "source": "aws.s3",
        "account": "123456789012",
        "time": "2026-03-10T05:16:23Z",
        "region": "eu-central-1",
        "resources": [format!("arn:aws:s3:::{bucket}")],
        "detail": {
            "version": "0",
            "bucket": { "name": bucket },
            "object": { "key": key, "size": 160_000, "etag": ETAG, "sequencer": "0065F1A2B3C4D5E6F7" },
            "request-id": "D82B88E5F771F645",
            "requester": "123456789012",
            "source-ip-address": "192.0.2.1",
            "reason": "PutObject"
        }
    })
}

/// Names and events.
pub(crate) fn fixtures() -> Vec<(&'static str, Value)> {
    let bucket = "recordings";
    let (mp3, wav, gone) = ("inbox/cbr-44k-no-xing.mp3", "inbox/爵士 + 1.wav", "inbox/not-there.mp3");
    let notifications = [mp3, "inbox/%E7%88%B5%E5%A3%AB+%2B+1.wav", gone].map(|key| s3_notification(bucket, key).to_string());
    let bridged = [mp3, wav, gone].map(|key| eventbridge(bucket, key).to_string());
    let test = json!({ "Service": "Amazon S3", "Event": "s3:TestEvent", "Time": TIME, "Bucket": bucket, "RequestId": "5582815E1AEA5ADF", "HostId": "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE" });
    let listed = |key: &str| json!({ "Key": key, "Size": 160_000, "Etag": format!("\"{ETAG}\""), "LastModified": 1_773_119_783, "StorageClass": "STANDARD" });
    let listed = [mp3, wav, gone].map(listed);
    let items = [mp3, wav, gone].map(|key| json!({ "bucket": bucket, "key": key }));
    let malformed = ["{\"Records\": [{\"s3\": {}}]}", "dear diary", "{}"].map(str::to_owned);
    vec![
        ("sqs-s3-notification.json", batch(&notifications)),
        ("sqs-eventbridge.json", batch(&bridged)),
        ("sqs-s3-test-event.json", batch(&[test.to_string()])),
        ("step-functions-items.json", json!({ "items": items })),
        ("step-functions-item-batcher.json", json!({ "BatchInput": { "bucket": bucket }, "Items": listed })),
        ("malformed-sqs-bodies.json", batch(&malformed)),
        ("malformed-step-functions-items.json", json!({ "items": [{ "key": mp3 }, 7, { "bucket": "No_Such_Name", "key": mp3 }] })),
        ("malformed-worker-event.json", json!({ "hello": "world" })),
        ("malformed-worker-nothing.json", json!({})),
    ]
}
