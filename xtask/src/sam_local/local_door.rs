//! The same program as a local server: what it answers is what the function must answer.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::http::{self, Answer};
use super::process::{Background, wait_until};

const START: Duration = Duration::from_secs(60);
/// Variables that would choose another door or another model, or open the door to S3.
const MISLEADING: [&str; 7] = [
    "AWS_LAMBDA_RUNTIME_API",
    "ACOUSTICSENSE_MODEL",
    "ACOUSTICSENSE_PRECISION",
    "ACOUSTICSENSE_SOURCES",
    "ACOUSTICSENSE_STREAM",
    "ACOUSTICSENSE_THREADS",
    "ACOUSTICSENSE_UPLOADS",
];

/// The running server; stopped when dropped.
pub(super) struct LocalDoor {
    _server: Background,
    /// Without a slash at its end.
    url: String,
}

impl LocalDoor {
    /// Starts the program on a free port.
    pub(super) fn open(mut command: Command) -> anyhow::Result<Self> {
        MISLEADING.iter().for_each(|variable| {
            command.env_remove(variable);
        });
        let mut server = Background::start(command.args(["--port", "0"]).stdin(Stdio::null()).stdout(Stdio::piped()))?;
        let lines = lines(server.stdout());
        let url = wait_until("the local door", START, || {
            let url = lines.try_iter().find_map(|line| line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned));
            if url.is_none() {
                server.alive()?;
            }
            Ok(url)
        })?;
        Ok(Self { _server: server, url: url.trim_end_matches('/').to_owned() })
    }

    /// Asks what an HTTP API event asks.
    pub(super) fn ask(&self, event: &Value) -> anyhow::Result<Answer> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let context = &event["requestContext"];
        let path = text(&event["rawPath"]);
        // A named stage stands in front of the path.
        let stage = format!("/{}", text(&context["stage"]));
        let path = path.strip_prefix(&stage).map_or(path.as_str(), |rest| if rest.is_empty() { "/" } else { rest });
        let query = text(&event["rawQueryString"]);
        let url = format!("{}{path}{}{query}", self.url, if query.is_empty() { "" } else { "?" });
        let headers = ["accept", "content-type"].map(|name| (name, text(&event["headers"][name])));
        let headers: Vec<(&str, &str)> =
            headers.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str())).collect();
        let mut body = text(&event["body"]).into_bytes();
        if event["isBase64Encoded"] == true {
            body = BASE64_STANDARD.decode(body).context("the event's body is not base64")?;
        }
        let method = text(&context["http"]["method"]);
        ensure!(!method.is_empty(), "the event is no HTTP API event: the local door cannot be asked");
        http::call(&method, &url, &headers, &body)
    }

    /// The report on a file.
    pub(super) fn classify(&self, file: &Path) -> anyhow::Result<Value> {
        let audio = std::fs::read(file).with_context(|| format!("failed to read {}", file.display()))?;
        let answer = http::call("POST", &format!("{}/v1/classify", self.url), &[("content-type", "application/octet-stream")], &audio)?;
        ensure!(answer.status == 200, "the local door answers {} for {}", answer.status, file.display());
        Ok(serde_json::from_slice(&answer.body)?)
    }
}

/// What it prints, line by line, as it comes.
fn lines(output: Option<impl std::io::Read + Send + 'static>) -> Receiver<String> {
    let (sender, receiver) = channel();
    if let Some(output) = output {
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    }
    receiver
}
