//! Lambda function fed by queues and state machines: the same core, results to S3.

fn main() {}
