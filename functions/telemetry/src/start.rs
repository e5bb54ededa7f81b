//! The beginning of a function: what it needs to be one, and telling the Runtime API why there will be no answers.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;

/// What the runtime's client takes from the environment, and panics without.
const NEEDED: [&str; 3] = ["AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE"];

/// This function's name, once everything is there that the runtime's client needs.
///
/// # Errors
/// Which variable is missing.
pub fn function_name() -> anyhow::Result<String> {
    if let Some(name) = NEEDED.iter().find(|name| std::env::var(name).is_err()) {
        anyhow::bail!("{name} is not set; AWS_LAMBDA_RUNTIME_API is, so this should be AWS Lambda or its emulator");
    }
    Ok(std::env::var(NEEDED[0])?)
}

/// Hands on what a function has made ready, or tells the runtime at `runtime_api` why there is nothing. Without that, Lambda only says that the
/// process ended.
///
/// # Errors
/// As `ready`.
pub fn started<T>(runtime_api: &str, ready: anyhow::Result<T>) -> anyhow::Result<T> {
    ready.map_err(|error| match report_init_error(runtime_api, &format!("{error:#}")) {
        Ok(()) => error,
        Err(_) => error.context("the runtime could not be told of this failure"),
    })
}

/// Tells the runtime at `runtime_api` (what `AWS_LAMBDA_RUNTIME_API` says) why this function cannot start. Plain HTTP over the loopback
/// interface, as the Runtime API is defined.
fn report_init_error(runtime_api: &str, message: &str) -> io::Result<()> {
    let patience = Some(Duration::from_secs(2));
    // AWS gives an authority; emulators also give a URL with a path in front of every call.
    let bare = runtime_api.trim_start_matches("http://").trim_end_matches('/');
    let (authority, base) = bare.split_at(bare.find('/').unwrap_or(bare.len()));
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(patience)?;
    stream.set_write_timeout(patience)?;
    let body = json!({ "errorType": "Runtime.InitError", "errorMessage": message, "stackTrace": [] }).to_string();
    write!(
        stream,
        "POST {base}/2018-06-01/runtime/init/error HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/json\r\n\
         Lambda-Runtime-Function-Error-Type: Runtime.InitError\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    // The answer says only that it was heard.
    let _ = stream.read(&mut [0; 256]);
    Ok(())
}
