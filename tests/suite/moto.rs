//! moto's server: S3 and SQS on loopback, for tests that want the other side of the conversation to be somebody else's work.
//!
//! Not to be trusted with signatures, of which it takes any; nor with faults, which it has none of: see `s3_stand_in`.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use store::Endpoint;
use store::blocking::Store;

use crate::api_server::PATIENCE;
use crate::support::repository;

/// Region of everything at moto.
pub(crate) const REGION: &str = "us-east-1";
/// What moto wants to see of a signature before it lets anybody read.
const ANY_SIGNATURE: &str = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

/// A running server with nothing in it; stopped when dropped.
pub(crate) struct Moto {
    child: Child,
    /// `127.0.0.1:<port>`.
    pub(crate) address: String,
}

impl Moto {
    /// Starts one on a free port. Tests that call this are ignored by default: they need `moto_server` in the path or in `tools/.venv-cloud`.
    pub(crate) fn start() -> Self {
        let mut child = Command::new(program())
            .args(["-H", "127.0.0.1", "-p", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("moto_server, from PyPI's moto[server], see .ci/run");
        let output = child.stderr.take().unwrap();
        let (sender, receiver) = mpsc::channel();
        // Read on to the end, so that the server never waits for a reader of its log.
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line))));
        let mut moto = Self { child, address: String::new() };
        while moto.address.is_empty() {
            let line = receiver.recv_timeout(PATIENCE).expect("moto_server did not start");
            if let Some((_, address)) = line.split_once("Running on http://") {
                moto.address = address.split_whitespace().next().unwrap().to_owned();
            }
        }
        moto
    }

    /// The same with buckets of these names.
    pub(crate) fn with_buckets(names: &[&str]) -> Self {
        let moto = Self::start();
        for name in names {
            moto.request("PUT", &format!("/{name}"), &[], b"");
        }
        moto
    }

    /// What leads the AWS SDK in another process here, and nowhere else.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        environment(&self.address)
    }

    /// A client in this process.
    pub(crate) fn store(&self) -> Store {
        connect(&self.address)
    }

    /// Any request, as S3 or another service has it; the answer is expected to be a success.
    #[track_caller]
    pub(crate) fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
        let mut request = ureq::http::Request::builder().method(method).uri(format!("http://{}{path}", self.address));
        for (name, value) in headers.iter().chain(&[("authorization", ANY_SIGNATURE)]) {
            request = request.header(*name, *value);
        }
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).allow_non_standard_methods(true).build().into();
        let mut answer = agent.run(request.body(body).unwrap()).unwrap();
        answer.body_mut().with_config().limit(1 << 30).read_to_vec().unwrap()
    }

    /// Puts an object there, behind the back of whoever is tested.
    #[track_caller]
    pub(crate) fn put(&self, bucket: &str, key: &str, bytes: &[u8]) {
        self.request("PUT", &format!("/{bucket}/{key}"), &[("content-type", "application/octet-stream")], bytes);
    }

    /// What lies there.
    #[track_caller]
    pub(crate) fn get(&self, bucket: &str, key: &str) -> Vec<u8> {
        self.request("GET", &format!("/{bucket}/{key}"), &[], b"")
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What leads the AWS SDK of another process to a stand-in at `address`, whatever is set up on this machine.
pub(crate) fn environment(address: &str) -> Vec<(&'static str, String)> {
    let nowhere = repository().join("tests/data/no-such-file").to_string_lossy().into_owned();
    vec![
        ("AWS_ENDPOINT_URL", format!("http://{address}")),
        ("AWS_REGION", REGION.to_owned()),
        ("AWS_ACCESS_KEY_ID", "test".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ("AWS_SESSION_TOKEN", String::new()),
        ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
        ("AWS_CONFIG_FILE", nowhere.clone()),
        ("AWS_SHARED_CREDENTIALS_FILE", nowhere),
    ]
}

/// A client of a stand-in at `address`, in this process.
pub(crate) fn connect(address: &str) -> Store {
    let (url, region) = (format!("http://{address}"), REGION.to_owned());
    Store::connect_to(Endpoint { url, region, key_id: "test".to_owned(), secret: "test".to_owned() }).unwrap()
}

fn program() -> PathBuf {
    let own = repository().join("tools/.venv-cloud/bin/moto_server");
    if own.exists() { own } else { PathBuf::from("moto_server") }
}
