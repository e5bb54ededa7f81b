//! A local S3 for the functions: moto's server, where containers reach it.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, ensure};

use super::http::{call, free_port, listens};
use super::process::{Background, wait_until};
use super::tools::Tools;

const START: Duration = Duration::from_secs(60);
/// moto wants to see a signature and does not check it.
const SIGNED: (&str, &str) =
    ("authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none");

/// The running server; stopped when dropped.
pub(super) struct S3 {
    _server: Background,
    /// What `AWS_ENDPOINT_URL` is to say.
    pub(super) endpoint: String,
}

impl S3 {
    /// Starts it on an address of this machine.
    pub(super) fn start(tools: &Tools, host: &str) -> anyhow::Result<Self> {
        let port = free_port(host)?;
        let mut command = tools.command("moto_server");
        command.args(["-H", host, "-p", &port.to_string()]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut server = Background::start(&mut command).context("moto's server is needed; pip install 'moto[server]'")?;
        wait_until("moto_server", START, || {
            server.alive()?;
            Ok(listens(host, port).then_some(()))
        })?;
        Ok(Self { _server: server, endpoint: format!("http://{host}:{port}") })
    }

    /// Forgets all that was put there.
    pub(super) fn empty(&self) -> anyhow::Result<()> {
        let answer = call("POST", &format!("{}/moto-api/reset", self.endpoint), &[], b"")?;
        ensure!(answer.status == 200, "the local S3 cannot be emptied: {}", answer.status);
        Ok(())
    }

    /// The keys of a bucket below a prefix, as they stand in its listing: with `&` and its like written out.
    pub(super) fn list(&self, bucket: &str, prefix: &str) -> anyhow::Result<Vec<String>> {
        let answer = call("GET", &format!("{}/{bucket}?list-type=2&prefix={prefix}", self.endpoint), &[SIGNED], b"")?;
        ensure!(answer.status == 200, "the bucket {bucket} cannot be listed: {}", answer.status);
        let text = String::from_utf8_lossy(&answer.body);
        Ok(text.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next()).map(str::to_owned).collect())
    }

    /// Puts a file at `bucket/key`; makes the bucket where it is missing.
    pub(super) fn put(&self, place: &str, file: &Path) -> anyhow::Result<()> {
        let (bucket, _) = place.split_once('/').with_context(|| format!("{place:?} is not bucket/key"))?;
        let bytes = std::fs::read(file).with_context(|| format!("failed to read {}", file.display()))?;
        self.make_bucket(bucket)?;
        let answer = call("PUT", &format!("{}/{}", self.endpoint, encoded(place)), &[SIGNED], &bytes)?;
        ensure!(answer.status == 200, "{place} cannot be put: {}", answer.status);
        Ok(())
    }

    fn make_bucket(&self, bucket: &str) -> anyhow::Result<()> {
        let answer = call("PUT", &format!("{}/{bucket}", self.endpoint), &[SIGNED], b"")?;
        // 409: it is there already.
        ensure!(matches!(answer.status, 200 | 409), "the bucket {bucket} cannot be made: {}", answer.status);
        Ok(())
    }

    /// What lies at `bucket/key`.
    pub(super) fn get(&self, place: &str) -> anyhow::Result<Vec<u8>> {
        let answer = call("GET", &format!("{}/{}", self.endpoint, encoded(place)), &[SIGNED], b"")?;
        ensure!(answer.status == 200, "is not there ({})", answer.status);
        Ok(answer.body)
    }
}

/// A key as it stands in an address.
fn encoded(place: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    place.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
