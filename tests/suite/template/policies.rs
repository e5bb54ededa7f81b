//! Who may do what: every statement of every role, against the list below. A new right is a new line here, or the test fails.

use serde_json::Value;

use super::stack::Stack;
use super::{Findings, at, list, show};

/// When a statement exists.
#[derive(Clone, Copy, PartialEq)]
enum When {
    Always,
    /// With SourceBucket.
    Source,
    /// With BatchImageUri.
    Gpu,
    /// With both.
    GpuSource,
}
use When::{Always, Gpu, GpuSource, Source};

/// Role, when, actions, resources.
type Right = (&'static str, When, &'static str, &'static str);

const TRACE: &str = "xray:PutTelemetryRecords xray:PutTraceSegments";
const RIGHTS: &[Right] = &[
    ("ApiRole", Always, "logs:CreateLogStream logs:PutLogEvents", "ApiLogs.Arn"),
    ("ApiRole", Always, TRACE, "*"),
    ("ApiRole", Always, "s3:GetObject s3:PutObject", "${MediaBucket.Arn}/uploads/*"),
    ("ApiRole", Source, "s3:GetObject", "arn:${AWS::Partition}:s3:::archive/tapes/*"),
    ("WorkerRole", Always, "logs:CreateLogStream logs:PutLogEvents", "WorkerLogs.Arn"),
    ("WorkerRole", Always, TRACE, "*"),
    ("WorkerRole", Always, "sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage", "InboxQueue.Arn"),
    ("WorkerRole", Always, "s3:GetObject", "${MediaBucket.Arn}/inbox/*"),
    ("WorkerRole", Always, "s3:GetObject s3:PutObject", "${MediaBucket.Arn}/results/*"),
    ("WorkerRole", Always, "s3:ListBucket", "MediaBucket.Arn"),
    ("WorkerRole", Source, "s3:GetObject", "arn:${AWS::Partition}:s3:::archive/tapes/*"),
    ("WorkerRole", Source, "s3:ListBucket", "arn:${AWS::Partition}:s3:::archive"),
    ("ArchiveRole", Always, "xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments", "*"),
    ("ArchiveRole", Always, "lambda:InvokeFunction", "WorkerFunction.Arn"),
    (
        "ArchiveRole",
        Always,
        "states:StartExecution",
        "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-archive",
    ),
    (
        "ArchiveRole",
        Always,
        "states:DescribeExecution states:RedriveExecution states:StopExecution",
        "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${AWS::StackName}-archive/* \
         arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${AWS::StackName}-archive:*",
    ),
    ("ArchiveRole", Always, "s3:ListBucket", "MediaBucket.Arn if StringLike s3:prefix inbox/*"),
    ("ArchiveRole", Always, "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject", "${MediaBucket.Arn}/batch/*"),
    ("ArchiveRole", Source, "s3:ListBucket", "arn:${AWS::Partition}:s3:::archive if StringLike s3:prefix tapes/*"),
    ("ArchiveRole", Gpu, "batch:SubmitJob", "GpuQueue PlanJob ShardJob"),
    ("ArchiveRole", Gpu, "batch:TerminateJob", "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job/*"),
    ("ArchiveRole", Gpu, "batch:DescribeJobs", "*"),
    (
        "ArchiveRole",
        Gpu,
        "events:DescribeRule events:PutRule events:PutTargets",
        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForBatchJobsRule",
    ),
    ("JobRole", Gpu, "s3:GetObject", "${MediaBucket.Arn}/inbox/*"),
    ("JobRole", Gpu, "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject", "${MediaBucket.Arn}/batch/*"),
    ("JobRole", Gpu, "s3:ListBucket", "MediaBucket.Arn"),
    ("JobRole", GpuSource, "s3:GetObject", "arn:${AWS::Partition}:s3:::archive/tapes/*"),
    ("JobRole", GpuSource, "s3:ListBucket", "arn:${AWS::Partition}:s3:::archive"),
    ("GpuInstanceRole", Gpu, "managed", "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"),
];

/// Actions that AWS ties to no resource; only they may be allowed on `*`.
const NAMELESS: [&str; 5] =
    ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets", "batch:DescribeJobs"];

/// Who may take each role and when, and who takes it.
const TRUSTED: [(&str, &str, &str); 5] = [
    ("ApiRole", "lambda.amazonaws.com", ""),
    ("WorkerRole", "lambda.amazonaws.com", ""),
    // For the state machines of no other account.
    ("ArchiveRole", "states.amazonaws.com", " if StringEquals aws:SourceAccount AWS::AccountId"),
    ("GpuInstanceRole", "ec2.amazonaws.com", ""),
    ("JobRole", "ecs-tasks.amazonaws.com", ""),
];
const TAKEN: [(&str, &str, &str); 5] = [
    ("ApiFunction", "/Role", "ApiRole.Arn"),
    ("WorkerFunction", "/Role", "WorkerRole.Arn"),
    ("ArchiveMachine", "/Role", "ArchiveRole.Arn"),
    ("ShardJob", "/ContainerProperties/JobRoleArn", "JobRole.Arn"),
    ("PlanJob", "/ContainerProperties/JobRoleArn", "JobRole.Arn"),
];

pub(super) fn check(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let (source, gpu) = (!stack.parameter("SourceBucket").is_empty(), !stack.parameter("BatchImageUri").is_empty());
    let exists = |when: When| match when {
        Always => true,
        Source => source,
        Gpu => gpu,
        GpuSource => gpu && source,
    };
    let expected =
        RIGHTS.iter().filter(|right| exists(right.1)).map(|(role, _, actions, resources)| format!("{role}: {actions} on {resources}"));
    let mut expected: Vec<String> = expected.collect();
    let mut found: Vec<String> = stack.of_type("AWS::IAM::Role").flat_map(|(name, role)| rights(name, role)).collect();
    expected.sort_unstable();
    found.sort_unstable();
    findings.extend(found.iter().filter(|right| !expected.contains(right)).map(|right| format!("nobody has agreed to {right}")));
    findings.extend(expected.iter().filter(|right| !found.contains(right)).map(|right| format!("nobody has {right}")));
    findings.extend(stack.of_type("AWS::IAM::Role").flat_map(|(name, role)| wildcards(name, role)));
    findings.extend(takers(stack));
    findings
}

fn statements(role: &Value) -> impl Iterator<Item = &Value> {
    list(&role["Properties"]["Policies"]).into_iter().flat_map(|policy| list(at(policy, "/PolicyDocument/Statement")))
}

fn words(value: &Value) -> String {
    let mut words: Vec<String> = list(value).into_iter().map(show).collect();
    words.sort_unstable();
    words.join(" ")
}

fn conditions(statement: &Value) -> String {
    let pairs = statement["Condition"].as_object().into_iter().flatten().flat_map(|(test, keys)| {
        keys.as_object().into_iter().flatten().map(move |(key, value)| format!(" if {test} {key} {}", words(value)))
    });
    pairs.collect()
}

fn rights(name: &str, role: &Value) -> Vec<String> {
    let written = statements(role).map(|statement| {
        let condition = conditions(statement);
        let allowed = if statement["Effect"] == "Allow" { "" } else { "not " };
        format!("{name}: {allowed}{} on {}{condition}", words(&statement["Action"]), words(&statement["Resource"]))
    });
    let managed = list(&role["Properties"]["ManagedPolicyArns"]).into_iter().map(|arn| format!("{name}: managed on {}", show(arn)));
    written.chain(managed).collect()
}

/// Beside the list: no line of it may ever grow a wildcard.
fn wildcards(name: &str, role: &Value) -> Findings {
    let mut findings = Vec::new();
    for statement in statements(role) {
        let actions: Vec<String> = list(&statement["Action"]).into_iter().map(show).collect();
        findings.extend(actions.iter().filter(|action| action.contains('*')).map(|action| format!("{name} may do {action}")));
        if words(&statement["Resource"]) == "*" {
            let named = actions.iter().filter(|action| !NAMELESS.contains(&action.as_str()));
            findings.extend(named.map(|action| format!("{name} may {action} everything")));
        }
    }
    findings
}

/// Roles are taken by whom they are for; and nothing has rights besides its role.
fn takers(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    for (role, service, condition) in TRUSTED.iter().filter(|(role, ..)| stack.resources.contains_key(*role)) {
        let statements = list(stack.property(role, "/AssumeRolePolicyDocument/Statement"));
        let trust = |statement: &&Value| show(at(statement, "/Principal/Service")) + &conditions(statement);
        let trusted: Vec<String> = statements.iter().map(trust).collect();
        if trusted != [format!("{service}{condition}")] || statements[0]["Action"] != "sts:AssumeRole" {
            findings.push(format!("{role} may be taken by {trusted:?}"));
        }
    }
    for (taker, pointer, role) in TAKEN.iter().filter(|(taker, ..)| stack.resources.contains_key(*taker)) {
        let found = show(stack.property(taker, pointer));
        if found != *role {
            findings.push(format!("{taker} takes {found} instead of {role}"));
        }
    }
    for (name, resource) in &stack.resources {
        let kind = show(&resource["Type"]);
        let known = TRUSTED.iter().any(|(role, ..)| role == name) || name == "GpuInstanceProfile";
        if kind.starts_with("AWS::IAM::") && !known {
            findings.push(format!("{name} is a {kind} that nobody has agreed to"));
        }
        if kind.starts_with("AWS::Serverless::") && resource["Properties"].get("Policies").is_some() {
            findings.push(format!("{name} has policies besides its role"));
        }
    }
    findings
}
