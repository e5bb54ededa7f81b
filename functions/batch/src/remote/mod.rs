//! S3, as the command line has it: addresses as inputs, and tables, journals and shards beside each other in a bucket.
//!
//! Work is done in files of this machine, as everywhere else; what of them must outlive the machine is carried to S3. One client serves
//! the whole process, made when the first address comes up.

mod listing;
mod manifest;
mod shards;
mod target;

use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;

use genre::{Classifier, Clip, Options};
use store::blocking::Store;
use store::{Kind, Object, Policy, StoreError};

use crate::inputs::{Input, Stamp};
use crate::ordered;
use crate::pipeline::{self, Failure};

pub(crate) use listing::{Named, Objects, named};
pub(crate) use manifest::Fetched;
pub(crate) use shards::found;
pub(crate) use target::{Courier, Target};

/// Longest that is waited for S3 where a recording is read to its end.
const WHOLE_PATIENCE: Duration = Duration::from_secs(20 * 60);
/// Objects that are asked after at the same time.
const ASKED_AT_ONCE: usize = 16;

/// The client.
///
/// # Errors
/// No region, no credentials.
pub(crate) fn store() -> Result<&'static Store, StoreError> {
    static STORE: OnceLock<Result<Store, StoreError>> = OnceLock::new();
    STORE.get_or_init(Store::connect).as_ref().map_err(Clone::clone)
}

/// Whether this is an address in S3.
pub(crate) fn is_s3(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().starts_with(b"s3://")
}

/// The object at an address; `None` where this is none.
pub(crate) fn object(path: &Path) -> Option<Result<Object, StoreError>> {
    is_s3(path).then(|| path.to_string_lossy().parse())
}

/// Whether a failure is none of the object's, so that the run cannot go on: another attempt later may well succeed, with this object and
/// with all others.
pub(crate) fn ends_the_run(error: &StoreError) -> bool {
    error.is_transient() || matches!(error.kind(), Kind::Misconfigured | Kind::Local)
}

/// Decodes an object. Its stamp becomes that of what was really read.
pub(crate) fn prepare(
    classifier: &Classifier,
    options: &Options,
    whole: bool,
    input: &mut Input,
    object: &Object,
) -> Result<Clip, Failure> {
    // Who wants the first seconds and has not found them in so many bytes will not find them behind either.
    let far = whole || options.start_s != 0.0;
    let policy = if far { Policy { whole: false, limit_bytes: u64::MAX, patience: WHOLE_PATIENCE } } else { Policy::head() };
    match attempt(classifier, options, policy, input, object) {
        // Somebody replaced it meanwhile: the new one may well be whole by now.
        Err(Failure::Store(error)) if error.kind() == Kind::Changed => attempt(classifier, options, policy, input, object),
        result => result,
    }
}

fn attempt(classifier: &Classifier, options: &Options, policy: Policy, input: &mut Input, object: &Object) -> Result<Clip, Failure> {
    let opened = store()?.open(object, policy)?;
    input.stamp = Some(Stamp::of_object(&opened.stat));
    let (source, reading) = (opened.source, opened.reading);
    let clip = pipeline::guarded(|| Ok(classifier.prepare(source, options, &mut |_| ())?));
    // A decoder takes a connection that breaks for a file that ends: what it says then is worth nothing.
    reading.trusted()?;
    Ok(clip?)
}

/// Asks S3 what the objects among `inputs` are now, of which no listing has told. Those that are not there keep no stamp.
///
/// # Errors
/// The first failure that is none of the objects', or no thread can be started.
pub(crate) fn stamp<'a>(inputs: impl Iterator<Item = &'a mut Input>) -> anyhow::Result<()> {
    let open: Vec<&mut Input> = inputs.filter(|input| input.needs_stamp()).collect();
    if open.is_empty() {
        return Ok(());
    }
    let store = store()?;
    ordered::for_each(open.into_iter(), ASKED_AT_ONCE, 1, |input| stamp_one(store, input), |asked| Ok(asked?))
}

fn stamp_one(store: &Store, input: &mut Input) -> Result<(), StoreError> {
    let Some(Ok(object)) = object(&input.path) else { return Ok(()) };
    match store.stat(&object) {
        Ok(stat) => input.stamp = Some(Stamp::of_object(&stat)),
        Err(error) if ends_the_run(&error) => return Err(error),
        // Reading it says what is wrong.
        Err(_) => {}
    }
    Ok(())
}
