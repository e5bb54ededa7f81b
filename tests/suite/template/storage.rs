//! The bucket and the queues: encrypted, private, TLS only; nothing but uploads expires.

use serde_json::{Value, json};

use super::stack::Stack;
use super::{Findings, at, demand, list, show};

pub(super) fn check(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let buckets: Vec<&str> = stack.of_type("AWS::S3::Bucket").map(|(name, _)| name).collect();
    demand(&mut findings, buckets == ["MediaBucket"], || format!("the buckets are {buckets:?}"));
    for (name, bucket) in stack.of_type("AWS::S3::Bucket") {
        findings.extend(self::bucket(name, bucket));
        findings.extend(lifecycle(name, bucket));
        let policies: Vec<_> =
            stack.of_type("AWS::S3::BucketPolicy").filter(|(_, policy)| show(&policy["Properties"]["Bucket"]) == name).collect();
        demand(&mut findings, policies.len() == 1, || format!("{name} has {} policies", policies.len()));
        let places = [format!("{name}.Arn"), format!("${{{name}.Arn}}/*")];
        findings.extend(policies.iter().flat_map(|(_, policy)| tls_only(name, policy, "s3:*", &places)));
    }
    for (name, queue) in stack.of_type("AWS::SQS::Queue") {
        let encrypted = queue["Properties"]["SqsManagedSseEnabled"] == true;
        demand(&mut findings, encrypted, || format!("{name} is not encrypted"));
        let policies: Vec<_> =
            stack.of_type("AWS::SQS::QueuePolicy").filter(|(_, policy)| show(&policy["Properties"]["Queues"][0]) == name).collect();
        demand(&mut findings, policies.len() == 1, || format!("{name} has {} policies", policies.len()));
        findings.extend(policies.iter().flat_map(|(_, policy)| tls_only(name, policy, "sqs:*", &[format!("{name}.Arn")])));
    }
    findings
}

fn bucket(name: &str, bucket: &Value) -> Findings {
    let mut findings = Vec::new();
    for (pointer, wanted) in [
        ("/Properties/PublicAccessBlockConfiguration/BlockPublicAcls", json!(true)),
        ("/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy", json!(true)),
        ("/Properties/PublicAccessBlockConfiguration/IgnorePublicAcls", json!(true)),
        ("/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets", json!(true)),
        ("/Properties/OwnershipControls/Rules/0/ObjectOwnership", json!("BucketOwnerEnforced")),
        ("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm", json!("AES256")),
        ("/Properties/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled", json!(true)),
        ("/DeletionPolicy", json!("RetainExceptOnCreate")),
        ("/UpdateReplacePolicy", json!("Retain")),
        // Versions would keep uploads alive that are said to be gone.
        ("/Properties/VersioningConfiguration", Value::Null),
    ] {
        let found = at(bucket, pointer);
        demand(&mut findings, *found == wanted, || format!("{name}{pointer} is {found} instead of {wanted}"));
    }
    for rule in list(at(bucket, "/Properties/CorsConfiguration/CorsRules")) {
        let (methods, origins) = (&rule["AllowedMethods"], list(&rule["AllowedOrigins"]));
        demand(&mut findings, *methods == json!(["PUT"]), || format!("other sites may {methods} in {name}"));
        let everybody = origins.iter().any(|origin| show(origin).contains('*'));
        demand(&mut findings, !everybody && !origins.is_empty(), || format!("pages of {origins:?} may send to {name}"));
    }
    findings
}

fn lifecycle(name: &str, bucket: &Value) -> Findings {
    let mut findings = Vec::new();
    let rules = list(at(bucket, "/Properties/LifecycleConfiguration/Rules"));
    let expiring: Vec<_> = rules.iter().filter(|rule| rule.as_object().unwrap().keys().any(|key| key.contains("Expiration"))).collect();
    let uploads =
        expiring.iter().filter(|rule| rule["Prefix"] == "uploads/" && rule["ExpirationInDays"] == 1 && rule["Status"] == "Enabled");
    demand(&mut findings, uploads.count() == 1, || format!("uploads in {name} do not go after a day"));
    let others = expiring.iter().filter(|rule| rule["Prefix"] != "uploads/");
    findings.extend(others.map(|rule| format!("{name} loses more than uploads: {rule}")));
    let aborts =
        rules.iter().any(|rule| rule["Status"] == "Enabled" && at(rule, "/AbortIncompleteMultipartUpload/DaysAfterInitiation") == 1);
    demand(&mut findings, aborts, || format!("unfinished uploads stay in {name}"));
    findings
}

/// A policy that refuses everything without TLS, on all of the `places`, and lets in nobody but named services from named places.
fn tls_only(name: &str, policy: &Value, everything: &str, places: &[String]) -> Findings {
    let mut findings = Vec::new();
    let statements = list(at(policy, "/Properties/PolicyDocument/Statement"));
    let refuses = statements.iter().any(|statement| {
        let resources: Vec<String> = list(&statement["Resource"]).into_iter().map(show).collect();
        statement["Effect"] == "Deny"
            && statement["Principal"] == "*"
            && statement["Action"] == everything
            && at(statement, "/Condition/Bool/aws:SecureTransport") == "false"
            && places.iter().all(|place| resources.contains(place))
    });
    demand(&mut findings, refuses, || format!("{name} can be reached without TLS"));
    for statement in statements.iter().filter(|statement| statement["Effect"] == "Allow") {
        let rule = show(at(statement, "/Condition/ArnEquals/aws:SourceArn"));
        let agreed = at(statement, "/Principal/Service") == "events.amazonaws.com" && statement["Action"] == "sqs:SendMessage";
        demand(&mut findings, agreed && rule == "InboxRule.Arn", || format!("{name} lets in more than its rule: {statement}"));
    }
    findings
}
