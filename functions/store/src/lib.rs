//! S3: range reads, atomic writes, presigned uploads. The only crate that names AWS's SDK.
