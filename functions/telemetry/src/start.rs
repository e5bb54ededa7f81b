//! Telling the Runtime API why there will be no answers.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;

/// Tells the runtime at `runtime_api` (what `AWS_LAMBDA_RUNTIME_API` says) why this function cannot start. Without it, Lambda only says
/// that the process ended. Plain HTTP over the loopback interface, as the Runtime API is defined.
///
/// # Errors
/// What the connection says.
pub fn report_init_error(runtime_api: &str, message: &str) -> io::Result<()> {
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
