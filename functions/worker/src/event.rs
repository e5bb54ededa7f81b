//! Events in: which objects are to be judged, and who asks.
//!
//! | who | form |
//! |---|---|
//! | a queue | SQS's batch; each body is an S3 notification in S3's own form, or in EventBridge's |
//! | a state machine | `{"items": [{"bucket", "key"}]}`, or what a Distributed Map's ItemBatcher sends: `{"Items": [{"Key"}], "BatchInput": {"bucket"}}` |
//!
//! Of a notification only what is needed is read, so that fields that come and go do not turn it into a malformed one: `aws_lambda_events`
//! insists on times, principals and addresses.

use aws_lambda_events::sqs::SqsEvent;
use serde::Deserialize;
use serde_json::Value;
use store::Object;

/// Why an event, a message or an item can never be understood: a lowercase fragment that says what to send instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Malformed(pub(crate) String);

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Event {
    /// Messages of a queue; those that failed are named in the answer.
    Queue(Vec<Message>),
    /// Items of a state machine; the answer tells what became of each.
    Items(Vec<Item>),
}

/// One item of a state machine.
#[derive(Debug, PartialEq)]
pub(crate) struct Item {
    /// Bucket and key as they came, for the answer.
    pub(crate) bucket: Option<String>,
    pub(crate) key: Option<String>,
    /// What is to be judged.
    pub(crate) object: Result<Object, Malformed>,
}

/// One message of a queue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message {
    /// By which the queue knows it.
    pub(crate) id: String,
    /// How often it has been received, this time included; 0 where the queue does not tell.
    pub(crate) receives: u32,
    /// The objects that it tells of; none where it tells of something that is no new object.
    pub(crate) objects: Result<Vec<Object>, Malformed>,
}

/// A notification of S3, as S3 itself sends it.
#[derive(Deserialize)]
struct Notification {
    #[serde(rename = "Records")]
    records: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "eventName")]
    event_name: String,
    s3: Detail,
}

/// Where the object lies. The same in both forms, but for the key: S3 itself encodes it as in a URL's query.
#[derive(Deserialize)]
struct Detail {
    bucket: Named,
    object: Keyed,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct Keyed {
    key: String,
}

/// The same through EventBridge.
#[derive(Deserialize)]
struct Bridged {
    #[serde(rename = "detail-type")]
    detail_type: String,
    detail: Detail,
}

/// A state machine's batch. In lower case as our own machine sends it, in upper case as an ItemBatcher does.
#[derive(Deserialize)]
struct Batch {
    #[serde(alias = "Items")]
    items: Vec<Value>,
    #[serde(default, rename = "BatchInput")]
    batch_input: BatchInput,
}

/// What all items of a batch share.
#[derive(Default, Deserialize)]
#[serde(default)]
struct BatchInput {
    bucket: Option<String>,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(alias = "Bucket")]
    bucket: Option<String>,
    #[serde(alias = "Key")]
    key: Option<String>,
}

impl Event {
    /// Understands an event.
    ///
    /// # Errors
    /// It is of none of the forms. A message or item that makes no sense is no error of the event: it must not hold up the others.
    pub(crate) fn read(event: Value) -> Result<Self, Malformed> {
        if event.get("items").or(event.get("Items")).is_some() {
            let batch: Batch =
                serde_json::from_value(event).map_err(|_| Malformed("items is not a list of objects with bucket and key".to_owned()))?;
            let bucket = batch.batch_input.bucket;
            return Ok(Self::Items(batch.items.into_iter().map(|item| read_item(item, bucket.as_deref())).collect()));
        }
        let unknown = || Malformed("the event is neither a batch of SQS messages nor {\"items\": [{\"bucket\", \"key\"}]}".to_owned());
        let event: SqsEvent = serde_json::from_value(event).map_err(|_| unknown())?;
        let message = |message: aws_lambda_events::sqs::SqsMessage| {
            // What comes from elsewhere in the same envelope, S3's notifications above all, has no message identifiers: failures could
            // not be reported.
            let id = message.message_id.filter(|id| !id.is_empty()).ok_or_else(unknown)?;
            let receives = message.attributes.get("ApproximateReceiveCount").and_then(|count| count.parse().ok()).unwrap_or_default();
            Ok(Message { id, receives, objects: read_body(message.body.as_deref().unwrap_or_default()) })
        };
        Ok(Self::Queue(event.records.into_iter().map(message).collect::<Result<_, _>>()?))
    }
}

fn read_item(item: Value, shared: Option<&str>) -> Item {
    let Ok(Asked { bucket, key }) = serde_json::from_value(item) else {
        return Item { bucket: None, key: None, object: malformed("the item is not an object with bucket and key") };
    };
    let bucket = bucket.or_else(|| shared.map(str::to_owned));
    let object = match (&bucket, &key) {
        (Some(bucket), Some(key)) => object(bucket, key),
        (None, _) => malformed("the item has no bucket, and BatchInput names none"),
        (_, None) => malformed("the item has no key"),
    };
    Item { bucket, key, object }
}

fn object(bucket: &str, key: &str) -> Result<Object, Malformed> {
    Object::new(bucket, key).map_err(|error| Malformed(error.to_string()))
}

fn malformed<T>(why: &str) -> Result<T, Malformed> {
    Err(Malformed(why.to_owned()))
}

/// The objects that a message's body tells of.
fn read_body(body: &str) -> Result<Vec<Object>, Malformed> {
    let unknown = |_| Malformed("the message is not an S3 notification, neither in S3's form nor in EventBridge's".to_owned());
    let body: Value = serde_json::from_str(body).map_err(unknown)?;
    // S3 sends it once, when a queue is attached to a bucket.
    if body.get("Event").is_some_and(|event| event == "s3:TestEvent") {
        return Ok(Vec::new());
    }
    if body.get("detail").is_some() {
        let bridged: Bridged = serde_json::from_value(body).map_err(unknown)?;
        let created = bridged.detail_type == "Object Created";
        let created = created.then(|| object(&bridged.detail.bucket.name, &bridged.detail.object.key));
        return created.into_iter().collect();
    }
    let notification: Notification = serde_json::from_value(body).map_err(unknown)?;
    let created = notification.records.into_iter().filter(|record| record.event_name.starts_with("ObjectCreated:"));
    let object = |record: Record| Object::from_encoded(record.s3.bucket.name, &record.s3.object.key);
    created.map(|record| object(record).map_err(|error| Malformed(error.to_string()))).collect()
}

#[cfg(test)]
#[path = "event_tests.rs"]
mod tests;
