//! Whole files to and from S3, small objects at once, and places for others to upload to.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use aws_sdk_s3::config;
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::{ByteStream, Length};
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};

use crate::address::{Object, Place};
use crate::connect::{Stat, Store, patience_for};
use crate::error::{Kind, StoreError};
use crate::fetch::{Ledger, Link};

/// Larger files go in parts, each of which can be tried again by itself.
const SINGLE: u64 = 16 * 1024 * 1024;
/// Smallest part; S3 takes no smaller ones than 5 MB.
const PART: u64 = 8 * 1024 * 1024;
/// Most parts of an upload.
const MOST_PARTS: u64 = 10_000;
/// What a download asks for at a time.
const RANGE: u64 = 8 * 1024 * 1024;

/// Where and how somebody else may upload one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presigned {
    /// The address to `PUT` to.
    pub url: String,
    /// Headers that must be sent with it. `Content-Length` is signed too: every client sends it by itself.
    pub headers: Vec<(String, String)>,
}

impl Store {
    /// All of a small object.
    ///
    /// # Errors
    /// [`Kind::TooLarge`] where it has more than `limit` bytes, [`Kind::NotFound`], and what any call may meet.
    pub async fn get_small(&self, object: &Object, limit: u64) -> Result<Vec<u8>, StoreError> {
        let first = Link::first(self, object, limit.max(1), Arc::new(Ledger::default())).await?;
        if first.stat.bytes > limit {
            return Err(StoreError::new(Kind::TooLarge, format!("{object} has {} bytes; up to {limit} are read", first.stat.bytes)));
        }
        first.bytes().await
    }

    /// Writes an object to a file, which appears only when it is complete.
    ///
    /// # Errors
    /// [`Kind::Changed`] where the object is replaced meanwhile, [`Kind::Local`] where the file cannot be written, and what any call may meet.
    pub async fn download(&self, object: &Object, path: &Path) -> Result<Stat, StoreError> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let part = path.with_file_name(name);
        let done = self.download_to(object, &part).await.and_then(|stat| {
            fs::rename(&part, path).map_err(|error| local("write", path, error))?;
            Ok(stat)
        });
        if done.is_err() {
            // There may be nothing to remove.
            let _ = fs::remove_file(&part);
        }
        done
    }

    async fn download_to(&self, object: &Object, part: &Path) -> Result<Stat, StoreError> {
        let mut file = File::create(part).map_err(|error| local("write", part, error))?;
        let first = Link::first(self, object, RANGE, Arc::new(Ledger::default())).await?;
        let (link, stat) = (first.link.clone(), first.stat.clone());
        let mut bytes = first.bytes().await?;
        let mut written = 0;
        loop {
            file.write_all(&bytes).map_err(|error| local("write", part, error))?;
            written += bytes.len() as u64;
            if written >= stat.bytes {
                return Ok(stat);
            }
            bytes = link.range(written, RANGE.min(stat.bytes - written)).await?;
        }
    }

    /// Writes a file of this machine to an object, which appears only when it is complete.
    ///
    /// # Errors
    /// [`Kind::Local`] where the file cannot be read, and what any call may meet.
    pub async fn upload(&self, path: &Path, object: &Object, content_type: &str) -> Result<(), StoreError> {
        let bytes = fs::metadata(path).map_err(|error| local("read", path, error))?.len();
        if bytes <= SINGLE {
            let bytes = fs::read(path).map_err(|error| local("read", path, error))?;
            return self.put(object, bytes, content_type).await;
        }
        let begun = self.client.create_multipart_upload().bucket(object.bucket()).key(object.key()).content_type(content_type).send().await;
        let begun = begun.map_err(|error| StoreError::of(object, error))?;
        let id = begun.upload_id().unwrap_or_default();
        let done = self.upload_parts(path, bytes, object, id).await;
        if done.is_err() {
            // Parts of an upload that nobody ends cost money; where even this fails, the bucket's lifecycle ends them.
            let _ = self.client.abort_multipart_upload().bucket(object.bucket()).key(object.key()).upload_id(id).send().await;
        }
        done
    }

    async fn upload_parts(&self, path: &Path, bytes: u64, object: &Object, id: &str) -> Result<(), StoreError> {
        let size = PART.max(bytes.div_ceil(MOST_PARTS));
        let mut parts = CompletedMultipartUpload::builder();
        for (number, begin) in (1..).zip((0..bytes).step_by(usize::try_from(size).unwrap_or(usize::MAX))) {
            let size = size.min(bytes - begin);
            let body = ByteStream::read_from().path(path).offset(begin).length(Length::Exact(size)).build().await;
            let body = body.map_err(|error| StoreError::new(Kind::Local, format!("failed to read {}", path.display())).because(error))?;
            let call = self.client.upload_part().bucket(object.bucket()).key(object.key()).upload_id(id).part_number(number).body(body);
            let call = call.customize().config_override(config::Builder::new().timeout_config(patience_for(size)));
            let sent = call.send().await.map_err(|error| StoreError::of(object, error))?;
            parts = parts.parts(
                CompletedPart::builder()
                    .part_number(number)
                    .set_e_tag(sent.e_tag().map(str::to_owned))
                    .set_checksum_crc32(sent.checksum_crc32().map(str::to_owned))
                    .build(),
            );
        }
        let call = self.client.complete_multipart_upload().bucket(object.bucket()).key(object.key()).upload_id(id);
        call.multipart_upload(parts.build()).send().await.map(|_| ()).map_err(|error| StoreError::of(object, error))
    }

    /// Lets somebody else write one object of exactly `bytes` bytes and this content type, for as long as `expires` says.
    ///
    /// Size and type are signed: S3 refuses any other. It cannot be said how often: until then, the object can be written again.
    ///
    /// # Errors
    /// [`Kind::Misconfigured`] where credentials are missing. Nothing is sent.
    pub async fn presign_put(&self, object: &Object, bytes: u64, content_type: &str, expires: Duration) -> Result<Presigned, StoreError> {
        let config = PresigningConfig::expires_in(expires)
            .map_err(|error| StoreError::new(Kind::Unexpected, "an upload cannot stay open that long").because(error))?;
        let call = self.client.put_object().bucket(object.bucket()).key(object.key()).content_type(content_type);
        let call = call.content_length(i64::try_from(bytes).unwrap_or(i64::MAX));
        // A checksum would be that of an empty body, and every upload refused.
        let plain = config::Builder::new().request_checksum_calculation(config::RequestChecksumCalculation::WhenRequired);
        let signed = call.customize().config_override(plain).presigned(config).await.map_err(|error| StoreError::of(object, error))?;
        let headers = signed.headers().filter(|(name, _)| !["content-length", "host"].contains(&name.to_ascii_lowercase().as_str()));
        Ok(Presigned { url: signed.uri().to_owned(), headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect() })
    }

    /// Scheme, host and port that uploads to `place` go to: what a page's policy must let through.
    ///
    /// # Errors
    /// As [`Store::presign_put`].
    pub async fn origin(&self, place: &Place) -> Result<String, StoreError> {
        // Asked of the SDK, which knows partitions, dual stacks and endpoints of one's own.
        let signed = self.presign_put(&place.object("x")?, 0, "audio/mpeg", Duration::from_secs(60)).await?;
        let (scheme, rest) = signed.url.split_once("://").unwrap_or(("https", &signed.url));
        Ok(format!("{scheme}://{}", rest.split(['/', '?']).next().unwrap_or_default()))
    }
}

fn local(what: &str, path: &Path, error: std::io::Error) -> StoreError {
    StoreError::new(Kind::Local, format!("failed to {what} {}: {error}", path.display())).because(error)
}
