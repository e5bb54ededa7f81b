//! What passes between a Lambda function and its host besides events: metrics as lines of its log, why it could not start, and how much
//! time it has left.
//!
//! **Metrics** are written in CloudWatch's Embedded Metric Format: one JSON object per line of standard output, from which CloudWatch
//! takes the numbers by itself. No call, no agent, no permission; outside Lambda nobody should write them.
//!
//! ```
//! use std::time::{Duration, SystemTime};
//! use telemetry::{Line, Metric};
//!
//! let line = Line::new("worker").with(Metric::Files, 1.0).with(Metric::DecodeMs, 21.5).genre("Jazz");
//! let json = line.to_json(SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000));
//! assert!(json.starts_with(r#"{"#) && json.contains(r#""Files":1"#) && json.contains(r#""Genre":"Jazz""#));
//! ```
//!
//! **Namespace**: `AcousticSense`. **Dimensions and what they cost**: CloudWatch bills every name with every combination of values as a
//! metric of its own, so there are three sets and no more, all of them bounded:
//!
//! | dimensions | metrics | how many |
//! |---|---|---|
//! | `Function` | all but `Answers` | one per [`Metric`] |
//! | `Function`, `Genre` | `Answers` | one per label of the model |
//! | `Function`, `Kind` | `Failures` | one per kind of failure that has happened |
//!
//! Names of files, buckets and keys never stand in a metric: they would make one for every file, and they are nobody's business there.
//!
//! **Why not a library**: `metrics_cloudwatch_embedded` keeps one process-wide registry in which a number stands under exactly one set of
//! dimensions, so that failures could not be told in all and by kind; `metrique` brings 28 crates for what is one object of JSON.

mod deadline;
mod emf;
mod start;

pub use deadline::time_left;
pub use emf::{Line, Metric, emit};
pub use start::{function_name, started};
