//! One router behind two doors: a local server, or AWS Lambda behind API Gateway.
//!
//! What does not belong here: hearing and judging (`genre`), and anything that needs an account.

mod accept;
mod answer;
mod body;
mod classify;
mod cloud;
mod describe;
mod doorman;
mod greeting;
mod intake;
mod lambda;
mod local;
mod meter;
mod options;
mod page;
mod problem;
mod query;
mod router;
mod stall;
mod stream;
mod uploads;
mod work;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use doorman::Doorman;
use options::Options;

fn main() -> ExitCode {
    genre::memory::keep_freed();
    let options = Options::read();
    let done = match (std::env::var("AWS_LAMBDA_RUNTIME_API"), options) {
        (Ok(runtime_api), options) => lambda::run(options, &runtime_api),
        (Err(_), Ok(options)) => run_local(&options),
        // Ends with 0 for a call for help, with 2 for a command line that makes no sense.
        (Err(_), Err(error)) => error.exit(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(&format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run_local(options: &Options) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let done = runtime.block_on(async {
        let listener = local::listen(options.host, options.port).await?;
        let classifier = options.classifier()?;
        // Before the greeting: whoever has read it may already ask us to stop.
        let stop = local::stop_signal()?;
        let greeting = greeting::greeting(listener.local_addr()?, &classifier);
        // Who started us with a closed standard output does not want to read it.
        let _ = std::io::stdout().write_all(greeting.as_bytes());
        let doorman = Doorman::new(options.host, &options.allow_host);
        let router = router::router(classifier, options.door(body::MAX_FILE_BYTES, Some(doorman)));
        local::serve(listener, router, options.patience(), stop).await
    });
    // A file that is still being judged for a client that has gone must not hold up the end.
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}

/// One line for whoever runs the server.
fn log(line: &str) {
    // There is nobody left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "{line}");
}
