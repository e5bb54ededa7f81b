//! Every check fails on a broken copy: an edit, and what must be said about it.

use super::{Texts, findings};

/// What stands in the template, what is put in its place (everywhere), and a part of the finding.
const EDITS: &[(&str, &str, &str)] = &[
    // The functions.
    ("Runtime: provided.al2023\n    Arch", "Runtime: provided.al2\n    Arch", "ApiFunction/Properties/Runtime is provided.al2"),
    ("Architectures: [!Ref Architecture]", "Architectures: [arm64]", "ApiFunction/Properties/Architectures"),
    ("MemorySize: !Ref ApiMemory", "MemorySize: 128", "ApiFunction has 128 MB"),
    ("Timeout: !Ref ApiTimeout", "Timeout: 60", "ApiFunction may take 60 s"),
    ("Timeout: !Ref WorkerTimeout", "Timeout: 1000", "WorkerFunction may take 1000 s"),
    ("Tracing: Active\n", "", "ApiFunction/Properties/Tracing"),
    ("LogGroup: !Ref WorkerLogs", "LogFormat: Text", "WorkerFunction has no log group"),
    ("Binary: worker", "Binary: api", "WorkerFunction/Metadata/BuildProperties/Binary"),
    ("RetentionInDays: !Ref LogRetentionDays", "Tags: []", "WorkerLogs is kept for ever"),
    ("Layers: !If [HasModel, [!Ref ModelLayer], []]", "Layers: [!Ref ModelLayer]", "refers to ModelLayer, which is not deployed"),
    ("\"/opt/models/${ModelId}\"", "\"/opt/${ModelId}\"", "ACOUSTICSENSE_MODEL is /opt/vit"),
    ("ContentUri: models/layer", "ContentUri: models", "ModelLayer is made of models"),
    ("s3://${MediaBucket}/uploads/", "s3://${MediaBucket}/inbox/", "uploads go to s3:"),
    // Rights.
    (
        "Action: [s3:GetObject, s3:PutObject]\n                Resource: !Sub \"${MediaBucket.Arn}/uploads/*\"",
        "Action: s3:*\n                Resource: !Sub \"${MediaBucket.Arn}/uploads/*\"",
        "ApiRole may do s3:*",
    ),
    ("Resource: !Sub \"${MediaBucket.Arn}/uploads/*\"", "Resource: \"*\"", "ApiRole may s3:GetObject everything"),
    (
        "Resource: !Sub \"${MediaBucket.Arn}/uploads/*\"",
        "Resource: !Sub \"${MediaBucket.Arn}/*\"",
        "nobody has agreed to ApiRole: s3:GetObject s3:PutObject on ${MediaBucket.Arn}/*",
    ),
    (
        "Action: s3:GetObject\n                Resource: !Sub \"${MediaBucket.Arn}/inbox/*\"",
        "Action: [s3:GetObject, s3:DeleteObject]\n                Resource: !Sub \"${MediaBucket.Arn}/inbox/*\"",
        "nobody has agreed to WorkerRole: s3:DeleteObject s3:GetObject",
    ),
    ("sqs:DeleteMessage, ", "", "nobody has WorkerRole: sqs:DeleteMessage"),
    (
        "                Condition: { StringLike: { \"s3:prefix\": [inbox/*] } }\n",
        "",
        "nobody has agreed to ArchiveRole: s3:ListBucket on MediaBucket.Arn",
    ),
    (
        "Resource: !GetAtt WorkerFunction.Arn",
        "Resource: !GetAtt ApiFunction.Arn",
        "nobody has agreed to ArchiveRole: lambda:InvokeFunction on ApiFunction.Arn",
    ),
    ("service-role/AmazonEC2ContainerServiceforEC2Role", "AdministratorAccess", "nobody has agreed to GpuInstanceRole: managed"),
    ("Role: !GetAtt WorkerRole.Arn", "Role: !GetAtt ApiRole.Arn", "WorkerFunction takes ApiRole.Arn"),
    (
        "Role: !GetAtt WorkerRole.Arn\n",
        "Role: !GetAtt WorkerRole.Arn\n      Policies: [AmazonS3FullAccess]\n",
        "WorkerFunction has policies besides its role",
    ),
    ("Principal: { Service: ecs-tasks.amazonaws.com }", "Principal: { AWS: \"*\" }", "JobRole may be taken by"),
    (
        "            Condition: { StringEquals: { \"aws:SourceAccount\": !Ref \"AWS::AccountId\" } }\n",
        "",
        "ArchiveRole may be taken by [\"states.amazonaws.com\"]",
    ),
    (
        "Principal: { Service: lambda.amazonaws.com }\n            Action: sts:AssumeRole\n",
        "Principal: { Service: lambda.amazonaws.com }\n            Action: sts:AssumeRole\n            Condition: { Bool: { x: y } }\n",
        "ApiRole may be taken by [\"lambda.amazonaws.com if Bool x y\"]",
    ),
    (
        "  HttpApi:\n    Type: AWS::ApiGatewayV2::Api",
        "  Somebody:\n    Type: AWS::IAM::User\n  HttpApi:\n    Type: AWS::ApiGatewayV2::Api",
        "Somebody is a AWS::IAM::User",
    ),
    // Storage.
    ("BlockPublicAcls: true", "BlockPublicAcls: false", "BlockPublicAcls is false"),
    ("RestrictPublicBuckets: true", "RestrictPublicBuckets: false", "RestrictPublicBuckets is false"),
    ("SSEAlgorithm: AES256", "BucketKeyEnabled: false", "SSEAlgorithm is null"),
    ("BucketOwnerEnforced", "ObjectWriter", "ObjectOwnership"),
    (
        "Action: s3:*\n            Resource: [!GetAtt MediaBucket.Arn, !Sub \"${MediaBucket.Arn}/*\"]",
        "Action: s3:*\n            Resource: [!GetAtt MediaBucket.Arn]",
        "MediaBucket can be reached without TLS",
    ),
    (
        "Bool: { \"aws:SecureTransport\": \"false\" }",
        "Bool: { \"aws:SecureTransport\": \"true\" }",
        "InboxQueue can be reached without TLS",
    ),
    (
        "Effect: Deny\n            Principal: \"*\"\n            Action: s3:*",
        "Effect: Allow\n            Principal: \"*\"\n            Action: s3:*",
        "MediaBucket lets in more than its rule",
    ),
    ("Prefix: uploads/\n", "Prefix: \"\"\n", "MediaBucket loses more than uploads"),
    (
        "Prefix: uploads/\n            ExpirationInDays: 1",
        "Prefix: uploads/\n            ExpirationInDays: 365",
        "uploads in MediaBucket do not go after a day",
    ),
    ("AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }", "Prefix: x", "unfinished uploads stay"),
    ("DeletionPolicy: RetainExceptOnCreate", "DeletionPolicy: Delete", "MediaBucket/DeletionPolicy"),
    ("EventBridgeEnabled: true", "EventBridgeEnabled: false", "EventBridgeEnabled is false"),
    ("AllowedMethods: [PUT]", "AllowedMethods: [PUT, GET]", "other sites may [\"PUT\",\"GET\"]"),
    ("AllowedOrigins:\n", "AllowedOrigins:\n              - \"*\"\n", "may send to MediaBucket"),
    (
        "SqsManagedSseEnabled: true\n      VisibilityTimeout",
        "SqsManagedSseEnabled: false\n      VisibilityTimeout",
        "InboxQueue is not encrypted",
    ),
    ("Condition: { ArnEquals: { \"aws:SourceArn\": !GetAtt InboxRule.Arn } }\n", "\n", "InboxQueue lets in more than its rule"),
    // The doors.
    (
        "RouteKey: POST /v1/classify\n      Target: !Sub \"integrations/${ApiIntegration}\"\n      AuthorizationType: !If [PublicAccess, NONE, JWT]",
        "RouteKey: POST /v1/classify\n      Target: !Sub \"integrations/${ApiIntegration}\"\n      AuthorizationType: NONE",
        "ClassifyRoute (POST /v1/classify) is guarded by NONE",
    ),
    (
        "AuthorizerId: !If [PublicAccess, !Ref \"AWS::NoValue\", !Ref JwtAuthorizer]",
        "OperationName: x",
        "UploadRoute (POST /v1/uploads) is guarded by JWT null",
    ),
    ("RouteKey: GET /v1/model", "RouteKey: ANY /v1/{proxy+}", "GET /v1/model is documented and not routed"),
    ("RouteKey: POST /v1/uploads", "RouteKey: POST /v1/upload", "POST /v1/upload is routed and not documented"),
    ("RouteKey: GET /health", "RouteKey: $default", "$default is routed and not documented"),
    ("Issuer: !Ref JwtIssuer", "Issuer: https://elsewhere.example", "JwtAuthorizer/JwtConfiguration/Issuer"),
    ("ThrottlingBurstLimit: !Ref RequestBurst", "DetailedMetricsEnabled: true", "ThrottlingBurstLimit"),
    ("DestinationArn: !GetAtt AccessLogs.Arn", "DestinationArn: !GetAtt ApiLogs.Arn", "AccessLogSettings"),
    ("\"status\":\"$context.status\"", "status:$context.status", "the access log is not JSON"),
    ("AllowOrigins: [!Ref CorsOrigin]", "AllowOrigins: [\"*\"]", "HttpApi lets in the pages of [\"*\"]"),
    (
        "SourceArn: !Sub \"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpApi}/*/*\"",
        "Tags: []",
        "ApiPermission lets apigateway.amazonaws.com call",
    ),
    (
        "Condition: HasPublicStream\n    Properties:\n      FunctionName: !Ref ApiFunction\n      Action: lambda:InvokeFunctionUrl",
        "Condition: HasStream\n    Properties:\n      FunctionName: !Ref ApiFunction\n      Action: lambda:InvokeFunctionUrl",
        "StreamUrlPermission lets * call",
    ),
    ("AuthType: !If [PublicAccess, NONE, AWS_IAM]", "AuthType: NONE", "StreamUrl is guarded by NONE"),
    ("InvokeMode: RESPONSE_STREAM", "InvokeMode: BUFFERED", "StreamUrl answers in mode BUFFERED"),
    ("ACOUSTICSENSE_STREAM: !If [HasStream, \"1\", \"\"]", "ACOUSTICSENSE_STREAM: \"\"", "the API's ACOUSTICSENSE_STREAM is \"\""),
    (
        "CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6",
        "PageDistribution keeps answers",
    ),
    ("          OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac\n", "", "does not pass requests on"),
    ("PathPattern: /assets/*", "PathPattern: /v1/*", "keeps \"/v1/*\""),
    ("OriginProtocolPolicy: https-only", "OriginProtocolPolicy: match-viewer", "without TLS"),
    // What must be refused.
    ("    AllowedValues: [token, public]", "    Default: public\n    AllowedValues: [token, public]", "[] can be deployed"),
    (
        "  TokensHaveAnIssuer:\n    RuleCondition: !Equals [!Ref Access, token]",
        "  TokensHaveAnIssuer:\n    RuleCondition: !Equals [!Ref Access, never]",
        "(\"Access\", \"token\")] can be deployed",
    ),
    ("    MaxValue: 29\n", "    MaxValue: 900\n", "(\"ApiTimeout\", \"30\")] can be deployed"),
    (
        "  GpusJudgeWithTheSameModel:\n    RuleCondition: !And [!Not [!Equals [!Ref ModelId, \"\"]], !Not [!Equals [!Ref BatchImageUri, \"\"]]]",
        "  GpusJudgeWithTheSameModel:\n    RuleCondition: !Equals [!Ref Access, never]",
        "(\"BatchImageUri\", \"acousticsense:1\")] can be deployed",
    ),
    (
        "[{ \"Fn::EachMemberEquals\": [!Ref BatchSubnets, \"\"] }]",
        "[!Equals [x, x]]",
        "(\"BatchSubnets\", \"subnet-1,subnet-2\")] can be deployed",
    ),
    // Delivery.
    ("[{ prefix: inbox/ }]", "[{ prefix: \"\" }]", "the rule looks for"),
    ("DeadLetterConfig: { Arn: !GetAtt DeadLetterQueue.Arn }", "RoleArn: x", "DeadLetterConfig"),
    ("deadLetterTargetArn: !GetAtt DeadLetterQueue.Arn", "deadLetterTargetArn: !GetAtt InboxQueue.Arn", "deadLetterTargetArn"),
    ("maxReceiveCount: 20", "maxReceiveCount: 5", "buried after 5 receives"),
    ("BatchSize: !Ref WorkerBatch", "BatchSize: 10", "everything: a batch has 10 messages"),
    ("FunctionResponseTypes: [ReportBatchItemFailures]", "Enabled: true", "FunctionResponseTypes"),
    ("ScalingConfig: { MaximumConcurrency: !Ref WorkerConcurrency }", "Enabled: true", "MaximumConcurrency"),
    ("\"300\": { Visibility: 1810 }", "\"300\": { Visibility: 300 }", "with 300 s messages stay hidden for 300 s"),
    ("VisibilityTimeout: !FindInMap [Timing, !Ref WorkerTimeout, Visibility]", "VisibilityTimeout: 30", "visibility timeout is 30"),
    (
        "MetricName: ApproximateNumberOfMessagesVisible",
        "MetricName: NumberOfMessagesSent",
        "nobody watches (\"AWS/SQS\", \"ApproximateNumberOfMessagesVisible\"",
    ),
    (
        "      ComparisonOperator: GreaterThanThreshold\n      TreatMissingData: notBreaching\n      AlarmActions: [!Ref AlarmTopic]",
        "      ComparisonOperator: GreaterThanThreshold\n      TreatMissingData: notBreaching",
        "ApiLatency tells nobody",
    ),
    ("MetricName: Failures", "MetricName: failures", "nobody watches (\"AcousticSense\", \"Failures\""),
    // GPUs.
    ("    Type: AWS::Batch::JobQueue\n    Condition: HasGpu", "    Type: AWS::Batch::JobQueue", "GpuQueue is deployed without an image"),
    ("AllocationStrategy: SPOT_PRICE_CAPACITY_OPTIMIZED", "AllocationStrategy: BEST_FIT", "AllocationStrategy is BEST_FIT"),
    ("ImageType: ECS_AL2023_NVIDIA", "ImageType: ECS_AL2_NVIDIA", "ImageType is ECS_AL2_NVIDIA"),
    ("MinvCpus: 0", "MinvCpus: 8", "MinvCpus is 8"),
    ("HttpPutResponseHopLimit: 1", "HttpPutResponseHopLimit: 2", "HttpPutResponseHopLimit is 2"),
    ("OnStatusReason: \"Host EC2*\", Action: RETRY", "OnStatusReason: \"Host EC2*\", Action: EXIT", "ShardJob/RetryStrategy"),
    ("          - { OnExitCode: \"2\", Action: RETRY }\n", "", "PlanJob/RetryStrategy/EvaluateOnExit/2/OnExitCode"),
    ("OnExitCode: \"143\", Action: RETRY", "OnExitCode: \"143\", Action: EXIT", "ShardJob/RetryStrategy/EvaluateOnExit/3/Action is EXIT"),
    ("InstanceTypes: [g6.2xlarge,", "InstanceTypes: [g5.2xlarge,", "may be judged on {\"g5\", \"g6\"}"),
    ("        Environment: [{ Name: AWS_REGION, Value: !Ref \"AWS::Region\" }]\n", "", "ShardJob/ContainerProperties/Environment"),
    ("          - { Type: GPU, Value: \"1\" }\n", "", "the wrong job asks for a GPU"),
    (
        "      SecurityGroupEgress:",
        "      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]\n      SecurityGroupEgress:",
        "somebody may connect to GpuSecurityGroup",
    ),
    ("        BatchModel: !Ref BatchModel\n", "", "the state machine wants"),
    ("WorkerConcurrency: !Ref WorkerConcurrency\n        Gpu", "Gpu", "the state machine wants"),
    ("Gpu: !If [HasGpu, \"yes\", \"no\"]", "Gpu: \"no\"", "not told whether there are GPUs"),
];

/// The same for the state machine.
const MACHINE_EDITS: &[(&str, &str, &str)] = &[
    ("\"QueryLanguage\": \"JSONata\"", "\"QueryLanguage\": \"JSONPath\"", "another language"),
    ("\"Next\": \"Merge\"", "\"Next\": \"Marge\"", "Marge is no state"),
    ("\"Next\": \"Which way\"", "\"Next\": \"Plan\"", "Which way is never reached"),
    (
        "\"StartAt\": \"Take items\",\n        \"States\": {\n          \"Take items\"",
        "\"StartAt\": \"Take all\",\n        \"States\": {\n          \"Take items\"",
        "Everything under the prefix / Take all is no state",
    ),
    ("\"Next\": \"Judge\" },\n          \"Not done\"", "\"End\": true },\n          \"Not done\"", "forgets what was handed back"),
    ("\"Next\": \"Planned\"", "\"Comment2\": \"\"", "Plan neither ends nor leads on"),
    ("Payload.unprocessed", "Payload.left", "forgets what was handed back"),
    ("$round <= 20", "true", "forgets what was handed back"),
    ("\"Lambda.ServiceException\",", "", "gives up at Lambda.ServiceException"),
    ("\"Worker.StoreUnavailable\",", "\"Worker.StoreUnavailable\", \"States.TaskFailed\",", "tries again what will not pass"),
    ("\"Next\": \"One by one\"", "\"Next\": \"Not done\"", "One by one is never reached"),
    ("\"items\": \"{% [$states.input] %}\"", "\"items\": \"{% $items %}\"", "where one file may have killed it"),
    (
        "[\"Runtime.ExitError\", \"Sandbox.Timedout\", \"Lambda.Unknown\"],\n                \"Next\"",
        "[\"Runtime.ExitError\", \"Lambda.Unknown\"],\n                \"Next\"",
        "loses a batch to Sandbox.Timedout",
    ),
    ("$append($results, $states.result.results)", "$results", "forgets the file that killed the worker"),
    ("\"MaxAttempts\": 8", "\"MaxAttempts\": 1", "gives up at Lambda.TooManyRequestsException"),
    ("\"ToleratedFailurePercentage\": 5", "\"ToleratedFailurePercentage\": 100", "with 100 % of its items failed"),
    ("\"MaxConcurrency\": \"{% ${WorkerConcurrency} %}\"", "\"MaxConcurrency\": 0", "works without bound"),
    ("\"ExecutionType\": \"STANDARD\"", "\"ExecutionType\": \"EXPRESS\"", "is run as"),
    ("\"ItemBatcher\": { \"MaxItemsPerBatch\": 20 }", "\"ItemBatcher\": {}", "hands out 0 items"),
    ("\"Payload\": { \"items\": \"{% $items %}\" }", "\"Payload\": \"{% $items %}\"", "sends the worker"),
    ("\"Prefix\": \"{% $run %}\"", "\"Prefix\": \"\"", "writes its results to"),
    ("batch:submitJob.sync", "batch:submitJob", "Plan does not wait for its job"),
    ("\"Next\": \"One shard\" }", "\"Next\": \"Shards\" }", "one shard is sent as an array"),
    (", \"--failures-ok\"]", "]", "Merge fails where a file does"),
    (", '--failures-ok'], $model)", "], $model)", "One shard fails where a file does"),
    ("], $model)", "], [])", "Shards judges with another model"),
    ("['--model', '${BatchModel}']", "['--model']", "the jobs' model is"),
    ("\"ArrayProperties\": { \"Size\": \"{% $shards %}\" }", "\"SchedulingPriorityOverride\": 1", "Shards has null children"),
    ("\"JobDefinition\": \"${PlanJob}\"", "\"JobDefinition\": \"${ShardJob}\"", "Plan runs as"),
    ("{\n  \"Comment\"", "\"Comment\"", "the state machine is not JSON"),
];

#[track_caller]
fn must_find(texts: &Texts, edit: &str, expected: &str) {
    let found = findings(texts);
    assert!(found.iter().any(|finding| finding.contains(expected)), "after {edit:?} nobody says {expected:?}: {found:#?}");
}

#[test]
fn every_check_fails_on_a_broken_template() {
    let texts = Texts::read();
    for (from, to, expected) in EDITS {
        assert!(texts.template.contains(from), "the template holds no {from:?}: mend the edit");
        let broken = Texts { template: texts.template.replace(from, to), ..texts.clone() };
        must_find(&broken, to, expected);
    }
}

#[test]
fn every_check_fails_on_a_broken_state_machine() {
    let texts = Texts::read();
    for (from, to, expected) in MACHINE_EDITS {
        assert!(texts.machine.contains(from), "the state machine holds no {from:?}: mend the edit");
        let broken = Texts { machine: texts.machine.replace(from, to), ..texts.clone() };
        must_find(&broken, to, expected);
    }
}

#[test]
fn a_template_that_is_no_yaml_is_told() {
    let texts = Texts::read();
    must_find(&Texts { template: "a: [".to_owned(), ..texts }, "a: [", "no YAML");
}
