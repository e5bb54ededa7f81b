//! The worker as a process of its own, between a Runtime API and an S3 that are stand-ins; and a queue's side of the conversation, as
//! Lambda's event source mapping leads it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::api_server::PATIENCE;
use crate::lambda_runtime_api::{RuntimeApi, Said};
use crate::moto::{Moto, REGION, environment};
use crate::support::program;

/// Where the worker may read, and where it writes.
pub(crate) const SOURCES: &str = "s3://recordings/inbox/";
pub(crate) const RESULTS: &str = "s3://recordings/results/";
/// As much time as nothing here needs.
pub(crate) const AMPLE: Duration = Duration::from_secs(900);

/// The running worker; killed when dropped.
pub(crate) struct Worker {
    child: Child,
    pub(crate) runtime: RuntimeApi,
    lines: Receiver<String>,
}

impl Worker {
    /// Starts it as Lambda would, with the S3 at `s3`, an authority.
    pub(crate) fn start(s3: &str) -> Self {
        Self::start_with(s3, &[])
    }

    /// The same with some variables of its environment set otherwise.
    pub(crate) fn start_with(s3: &str, changes: &[(&str, &str)]) -> Self {
        let runtime = RuntimeApi::start();
        let mut command = Command::new(program("worker"));
        command.env_remove("ACOUSTICSENSE_MODEL").env_remove("ACOUSTICSENSE_PRECISION");
        command.envs(environment(s3)).envs([
            ("AWS_LAMBDA_RUNTIME_API", runtime.address.as_str()),
            ("AWS_LAMBDA_FUNCTION_NAME", "worker-test"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769"),
            ("ACOUSTICSENSE_THREADS", "1"),
            ("ACOUSTICSENSE_SOURCES", SOURCES),
            ("ACOUSTICSENSE_RESULTS", RESULTS),
        ]);
        command.envs(changes.iter().copied()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let output = child.stdout.take().unwrap();
        let (sender, lines) = channel();
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, runtime, lines }
    }

    /// The answer to an event.
    #[track_caller]
    pub(crate) fn answer(&self, event: Value) -> Value {
        self.answer_within(event, AMPLE)
    }

    /// The same with so much time.
    #[track_caller]
    pub(crate) fn answer_within(&self, event: Value, timeout: Duration) -> Value {
        match self.runtime.invoke_within(event, timeout) {
            Said::Response(answer) => answer,
            Said::Error(error) | Said::InitError(error) => panic!("the invocation failed: {error}"),
            Said::Stream(stream) => panic!("nobody can read this from a queue: {stream:?}"),
        }
    }

    /// Type and message of the error that an event ends with.
    #[track_caller]
    pub(crate) fn error(&self, event: Value) -> (String, String) {
        match self.runtime.invoke(event) {
            Said::Error(error) => (error["errorType"].as_str().unwrap().to_owned(), error["errorMessage"].as_str().unwrap().to_owned()),
            other => panic!("no error: {other:?}"),
        }
    }

    /// Ends it: what it has told CloudWatch from its first event to its last.
    pub(crate) fn metrics(mut self) -> Vec<Value> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.iter().map(|line| serde_json::from_str(&line).unwrap_or_else(|_| panic!("no metric: {line}"))).collect()
    }

    /// Waits for its end: its exit code.
    pub(crate) fn end(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Ends it at once, as a crash does: SIGKILL.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The identifiers of messages that an answer to a queue gives back.
#[track_caller]
pub(crate) fn failures(answer: &Value) -> Vec<&str> {
    assert_eq!(answer.as_object().unwrap().len(), 1, "{answer}");
    answer["batchItemFailures"].as_array().unwrap().iter().map(|failure| failure["itemIdentifier"].as_str().unwrap()).collect()
}

/// A queue at moto, with another behind it for messages that have failed too often.
pub(crate) struct Queue<'a> {
    moto: &'a Moto,
    url: String,
    dead: String,
}

impl<'a> Queue<'a> {
    /// Makes both. A message may be received `receives` times.
    pub(crate) fn new(moto: &'a Moto, receives: u32) -> Self {
        let url = |name: &str, attributes: Value| {
            let made = call(moto, "CreateQueue", &json!({ "QueueName": name, "Attributes": attributes }));
            made["QueueUrl"].as_str().unwrap().to_owned()
        };
        let dead = url("dead", json!({}));
        let redrive = json!({ "deadLetterTargetArn": format!("arn:aws:sqs:{REGION}:123456789012:dead"), "maxReceiveCount": receives });
        Self { moto, url: url("inbox", json!({ "RedrivePolicy": redrive.to_string(), "VisibilityTimeout": "600" })), dead }
    }

    /// Has bucket `bucket` tell this queue of every new object below `inbox/`, in S3's own form.
    pub(crate) fn listen(&self, bucket: &str) {
        let configuration = format!(
            "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><QueueConfiguration><Id>inbox</Id>\
             <Queue>arn:aws:sqs:{REGION}:123456789012:inbox</Queue><Event>s3:ObjectCreated:*</Event><Filter><S3Key><FilterRule>\
             <Name>prefix</Name><Value>inbox/</Value></FilterRule></S3Key></Filter></QueueConfiguration></NotificationConfiguration>"
        );
        self.moto.request("PUT", &format!("/{bucket}?notification"), &[], configuration.as_bytes());
    }

    /// Sends a message.
    pub(crate) fn send(&self, body: &str) {
        call(self.moto, "SendMessage", &json!({ "QueueUrl": self.url, "MessageBody": body }));
    }

    /// The next messages as Lambda hands them over; nothing when there are none.
    pub(crate) fn receive(&self) -> Option<Value> {
        let asked = json!({ "QueueUrl": self.url, "MaxNumberOfMessages": 10, "AttributeNames": ["All"] });
        let received = call(self.moto, "ReceiveMessage", &asked);
        let record = |message: &Value| {
            json!({
                "messageId": message["MessageId"], "receiptHandle": message["ReceiptHandle"], "body": message["Body"],
                "md5OfBody": message["MD5OfBody"], "attributes": message["Attributes"], "messageAttributes": {},
                "eventSource": "aws:sqs", "eventSourceARN": format!("arn:aws:sqs:{REGION}:123456789012:inbox"), "awsRegion": REGION
            })
        };
        let records: Vec<Value> = received["Messages"].as_array()?.iter().map(record).collect();
        (!records.is_empty()).then(|| json!({ "Records": records }))
    }

    /// Deletes what an answer does not name, and lets the rest be received again at once.
    pub(crate) fn settle(&self, event: &Value, answer: &Value) {
        let failed = failures(answer);
        for record in event["Records"].as_array().unwrap() {
            if failed.contains(&record["messageId"].as_str().unwrap()) {
                self.give_back(record);
            } else {
                call(self.moto, "DeleteMessage", &json!({ "QueueUrl": self.url, "ReceiptHandle": record["receiptHandle"] }));
            }
        }
    }

    /// Lets a message be received again, as it is after its visibility timeout when the function has died.
    pub(crate) fn give_back(&self, record: &Value) {
        let asked = json!({ "QueueUrl": self.url, "ReceiptHandle": record["receiptHandle"], "VisibilityTimeout": 0 });
        call(self.moto, "ChangeMessageVisibility", &asked);
    }

    /// Receives, invokes and settles until the queue is empty; how many messages were handed over, repetitions included.
    pub(crate) fn drain(&self, worker: &Worker) -> usize {
        let mut handed = 0;
        while let Some(event) = self.receive() {
            handed += event["Records"].as_array().unwrap().len();
            assert!(handed < 1000, "the same messages come again and again");
            self.settle(&event, &worker.answer(event.clone()));
        }
        handed
    }

    /// The bodies of messages that have failed too often.
    pub(crate) fn dead_letters(&self) -> Vec<String> {
        let received = call(self.moto, "ReceiveMessage", &json!({ "QueueUrl": self.dead, "MaxNumberOfMessages": 10 }));
        received["Messages"].as_array().into_iter().flatten().map(|message| message["Body"].as_str().unwrap().to_owned()).collect()
    }
}

/// A call of SQS, in its JSON protocol.
#[track_caller]
fn call(moto: &Moto, action: &str, body: &Value) -> Value {
    let target = format!("AmazonSQS.{action}");
    let signature = format!("AWS4-HMAC-SHA256 Credential=test/20260101/{REGION}/sqs/aws4_request, SignedHeaders=host, Signature=0");
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    let request = agent.post(format!("http://{}/", moto.address)).header("x-amz-target", &target).header("authorization", &signature);
    let mut answer = request.content_type("application/x-amz-json-1.0").send(body.to_string()).unwrap();
    serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap_or_default()
}
