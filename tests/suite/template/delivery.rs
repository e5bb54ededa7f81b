//! How recordings get to a worker and nothing is lost on the way, what wakes somebody up, and that GPUs are only there when asked for.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::stack::Stack;
use super::{Findings, at, demand, list, show, yaml};

/// Receives before a message may be buried. Lambda asks for five; but messages that were handed back before their turn are counted, too.
const RECEIVES: u64 = 20;

pub(super) fn check(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let rule = |pointer: &str| stack.property("InboxRule", pointer);
    let pattern = json!({
        "source": ["aws.s3"],
        "detail-type": ["Object Created"],
        "detail": { "bucket": { "name": [{ "Ref": "MediaBucket" }] }, "object": { "key": [{ "prefix": "inbox/" }] } }
    });
    demand(&mut findings, *rule("/EventPattern") == pattern, || format!("the rule looks for {}", rule("/EventPattern")));
    let mut expect = |name: &str, pointer: &str, wanted: &str| {
        let found = show(stack.property(name, pointer));
        demand(&mut findings, found == wanted, || format!("{name}{pointer} is {found} instead of {wanted}"));
    };
    expect("InboxRule", "/Targets/0/Arn", "InboxQueue.Arn");
    expect("InboxRule", "/Targets/0/DeadLetterConfig/Arn", "DeadLetterQueue.Arn");
    expect("InboxQueue", "/RedrivePolicy/deadLetterTargetArn", "DeadLetterQueue.Arn");
    expect("DeadLetterQueue", "/MessageRetentionPeriod", "1209600");
    expect("WorkerFunction", "/Events/Inbox/Type", "SQS");
    expect("WorkerFunction", "/Events/Inbox/Properties/Queue", "InboxQueue.Arn");
    expect("WorkerFunction", "/Events/Inbox/Properties/FunctionResponseTypes", "[\"ReportBatchItemFailures\"]");
    expect("WorkerFunction", "/Events/Inbox/Properties/ScalingConfig/MaximumConcurrency", &stack.parameter("WorkerConcurrency"));
    let receives = stack.property("InboxQueue", "/RedrivePolicy/maxReceiveCount").as_u64().unwrap_or_default();
    demand(&mut findings, receives >= RECEIVES, || format!("a message is buried after {receives} receives"));
    let batch = show(stack.property("WorkerFunction", "/Events/Inbox/Properties/BatchSize"));
    let chosen = batch == stack.parameter("WorkerBatch") && batch.parse().is_ok_and(|batch: u64| (1..=10).contains(&batch));
    demand(&mut findings, chosen, || format!("a batch has {batch} messages"));
    let sources = show(stack.property("WorkerFunction", "/Environment/Variables/ACOUSTICSENSE_SOURCES"));
    demand(&mut findings, sources.split(',').any(|source| source == "s3://${MediaBucket}/inbox/"), || {
        format!("the worker may read from {sources}")
    });
    findings
}

/// Whatever timeout is chosen: messages stay hidden for six times as long, and the batching window.
pub(super) fn visibility(template: &Value) -> Findings {
    let mut findings = Vec::new();
    let window = at(template, "/Resources/WorkerFunction/Properties/Events/Inbox/Properties/MaximumBatchingWindowInSeconds");
    for timeout in list(at(template, "/Parameters/WorkerTimeout/AllowedValues")) {
        let seconds: u64 = show(timeout).parse().unwrap_or(u64::MAX / 6);
        let hidden = template["Mappings"]["Timing"][show(timeout)]["Visibility"].as_u64().unwrap_or_default();
        let least = 6 * seconds + window.as_u64().unwrap_or_default();
        demand(&mut findings, (least..=43_200).contains(&hidden), || format!("with {seconds} s messages stay hidden for {hidden} s"));
    }
    let used = &template["Resources"]["InboxQueue"]["Properties"]["VisibilityTimeout"];
    let mapped = json!({ "Fn::FindInMap": ["Timing", { "Ref": "WorkerTimeout" }, "Visibility"] });
    demand(&mut findings, *used == mapped, || format!("the queue's visibility timeout is {used}"));
    findings
}

/// Namespace, metric, what it is of.
const ALARMS: [(&str, &str, &str); 10] = [
    ("AWS/Lambda", "Errors", "ApiFunction"),
    ("AWS/ApiGateway", "5xx", "HttpApi"),
    ("AWS/Lambda", "Throttles", "ApiFunction"),
    ("AWS/Lambda", "Duration", "ApiFunction"),
    ("AWS/Lambda", "Errors", "WorkerFunction"),
    ("AWS/Lambda", "Throttles", "WorkerFunction"),
    ("AcousticSense", "Failures", "WorkerFunction"),
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible", "DeadLetterQueue.QueueName"),
    ("AWS/SQS", "ApproximateAgeOfOldestMessage", "InboxQueue.QueueName"),
    ("AWS/States", "ExecutionsFailed", "ArchiveMachine"),
];

pub(super) fn alarms(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let mut found = BTreeSet::new();
    for (name, alarm) in stack.of_type("AWS::CloudWatch::Alarm") {
        let property = |pointer: &str| show(at(&alarm["Properties"], pointer));
        found.insert((property("/Namespace"), property("/MetricName"), property("/Dimensions/0/Value")));
        demand(&mut findings, property("/AlarmActions") == "[{\"Ref\":\"AlarmTopic\"}]", || format!("{name} tells nobody"));
        demand(&mut findings, property("/TreatMissingData") == "notBreaching", || format!("{name} goes off when nothing happens"));
    }
    let wanted = ALARMS.map(|(namespace, metric, of)| (namespace.to_owned(), metric.to_owned(), of.to_owned()));
    let wanted = BTreeSet::from(wanted);
    findings.extend(wanted.difference(&found).map(|alarm| format!("nobody watches {alarm:?}")));
    findings.extend(found.difference(&wanted).map(|alarm| format!("an alarm too many: {alarm:?}")));
    let subscribed = stack.of_type("AWS::SNS::Subscription").count() == usize::from(!stack.parameter("AlarmEmail").is_empty());
    demand(&mut findings, subscribed, || "alarms do not go where they shall".to_owned());
    findings
}

/// What becomes of a job that ends. The order counts: the first that fits decides. The codes are those of `acousticsense`.
const EXITS: [(&str, &str, &str); 5] = [
    ("OnStatusReason", "Host EC2*", "RETRY"),
    ("OnReason", "CannotPullContainerError*", "RETRY"),
    ("OnExitCode", "2", "RETRY"),
    ("OnExitCode", "143", "RETRY"),
    ("OnReason", "*", "EXIT"),
];

/// Nothing of Batch and no network without an image; with one, what makes it cheap and safe.
pub(super) fn gpus(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    if stack.parameter("BatchImageUri").is_empty() {
        let paid = stack.resources.iter().filter(|(name, resource)| {
            let kind = show(&resource["Type"]);
            kind.starts_with("AWS::Batch::") || kind.starts_with("AWS::EC2::") || name.starts_with("Gpu")
        });
        findings.extend(paid.map(|(name, _)| format!("{name} is deployed without an image")));
        return findings;
    }
    let mut expect = |name: &str, pointer: &str, wanted: &str| {
        let found = show(stack.property(name, pointer));
        demand(&mut findings, found == wanted, || format!("{name}{pointer} is {found} instead of {wanted}"));
    };
    expect("GpuEnvironment", "/Type", "MANAGED");
    expect("GpuEnvironment", "/ComputeResources/Type", "SPOT");
    expect("GpuEnvironment", "/ComputeResources/AllocationStrategy", "SPOT_PRICE_CAPACITY_OPTIMIZED");
    expect("GpuEnvironment", "/ComputeResources/MinvCpus", "0");
    expect("GpuEnvironment", "/ComputeResources/Ec2Configuration/0/ImageType", "ECS_AL2023_NVIDIA");
    expect("GpuInstance", "/LaunchTemplateData/MetadataOptions/HttpTokens", "required");
    expect("GpuInstance", "/LaunchTemplateData/MetadataOptions/HttpPutResponseHopLimit", "1");
    expect("GpuInstance", "/LaunchTemplateData/BlockDeviceMappings/0/Ebs/Encrypted", "true");
    for job in ["ShardJob", "PlanJob"] {
        expect(job, "/ContainerProperties/Image", &stack.parameter("BatchImageUri"));
        expect(job, "/ContainerProperties/Privileged", "false");
        // ECS tells containers on EC2 no region, and without one S3's client does not start.
        expect(job, "/ContainerProperties/Environment", "[{\"Name\":\"AWS_REGION\",\"Value\":{\"Ref\":\"AWS::Region\"}}]");
        expect(job, "/Timeout/AttemptDurationSeconds", &stack.parameter("BatchTimeout"));
        expect(job, "/RetryStrategy/Attempts", "5");
        for (place, (reason, pattern, action)) in EXITS.iter().enumerate() {
            expect(job, &format!("/RetryStrategy/EvaluateOnExit/{place}/{reason}"), pattern);
            expect(job, &format!("/RetryStrategy/EvaluateOnExit/{place}/Action"), action);
        }
    }
    let types: Vec<String> = list(stack.property("GpuEnvironment", "/ComputeResources/InstanceTypes")).into_iter().map(show).collect();
    let families: BTreeSet<&str> = types.iter().filter_map(|name| Some(name.split_once('.')?.0)).collect();
    demand(&mut findings, families.len() == 1, || format!("shards of one run may be judged on {families:?}"));
    let asks = |job: &str| list(stack.property(job, "/ContainerProperties/ResourceRequirements")).iter().any(|need| need["Type"] == "GPU");
    demand(&mut findings, asks("ShardJob") && !asks("PlanJob"), || "the wrong job asks for a GPU".to_owned());
    for (name, group) in stack.of_type("AWS::EC2::SecurityGroup") {
        let closed = group["Properties"].get("SecurityGroupIngress").is_none();
        demand(&mut findings, closed, || format!("somebody may connect to {name}"));
    }
    let ingress = stack.of_type("AWS::EC2::SecurityGroupIngress").count();
    demand(&mut findings, ingress == 0, || "somebody may connect to the GPU instances".to_owned());
    findings
}

#[test]
fn a_mapping_is_read_as_written() {
    let template = yaml::read("Mappings:\n  Timing:\n    \"60\": { Visibility: 370 }\n").unwrap();
    assert_eq!(template["Mappings"]["Timing"]["60"]["Visibility"], 370);
}
