//! S3: reading recordings by range, atomic writes, listings, presigned uploads. The only crate that names AWS's SDK.
//!
//! * [`Object`], [`Place`], [`Allowed`]: addresses, and what a program may touch of them.
//! * [`Store`]: the calls, asynchronous; [`blocking::Store`]: the same for programs without a runtime.
//! * [`Store::open`]: a recording as a [`genre::Source`] that fetches only what its reader asks for, and a [`Reading`] that tells afterwards
//!   what that cost and, above all, **whether S3 failed on the way**. Decoders take a source that breaks off for a file that ends; ask
//!   [`Reading::failure`] before an answer or a complaint about the audio is believed:
//!
//! ```no_run
//! # async fn judge(store: store::Store, classifier: genre::Classifier) -> anyhow::Result<()> {
//! let object = "s3://recordings/album/song.flac".parse()?;
//! let opened = store.open(&object, store::Policy::head()).await?;
//! let reading = opened.reading.clone();
//! // Decoding is CPU work, and the source waits for the network where it stands: never on a thread of the executor.
//! let report = tokio::task::spawn_blocking(move || classifier.classify(opened.source, &genre::Options::default())).await?;
//! reading.trusted()?;
//! println!("{} from {} bytes in {} requests", report?.genre, reading.bytes(), reading.requests());
//! # Ok(())
//! # }
//! ```
//!
//! Region, credentials and endpoint come from AWS's own chain (`AWS_REGION`, profiles, roles, `AWS_ENDPOINT_URL_S3`). Every call has a
//! bound on its attempts and on its time.
//!
//! What does not belong here: decoding, judging, HTTP, queues, names of result files, decisions about what is retried later. Deleting: no
//! program of ours does.

mod address;
pub mod blocking;
mod connect;
mod error;
mod fetch;
mod list;
mod read;
mod transfer;

pub use address::{Allowed, Object, Place};
pub use connect::{Endpoint, Stat, Store};
pub use error::{Kind, StoreError};
pub use list::Pages;
pub use read::{Opened, Policy, Reading};
pub use transfer::Presigned;
