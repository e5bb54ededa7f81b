//! Plain HTTP to programs on this machine.

use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::Context;

/// No call takes longer.
const PATIENCE: Duration = Duration::from_secs(120);
/// Pages and reports; a function's answer has 6 MB at most.
const MAX_ANSWER: u64 = 16 << 20;

/// An answer, whatever its status.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) body: Vec<u8>,
}

/// Sends a request and gives back whatever is answered.
pub(super) fn call(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> anyhow::Result<Answer> {
    let client: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into();
    let mut request = ureq::http::Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let failed = || format!("failed to ask {url}");
    let mut answer = client.run(request.body(body)?).with_context(failed)?;
    let content_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let body = answer.body_mut().with_config().limit(MAX_ANSWER).read_to_vec().with_context(failed)?;
    Ok(Answer { status: answer.status().as_u16(), content_type, body })
}

/// A port of this address that nobody listens on at the moment.
pub(super) fn free_port(host: &str) -> anyhow::Result<u16> {
    let listener = TcpListener::bind((host, 0)).with_context(|| format!("failed to listen on {host}"))?;
    Ok(listener.local_addr()?.port())
}

/// Whether somebody listens there.
pub(super) fn listens(host: &str, port: u16) -> bool {
    let address = host.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, port));
    address.is_ok_and(|address| TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok())
}
