//! `cargo xtask bench-requests`: the process that the bench watches while it answers requests. Nothing else runs in it, so that its memory
//! is that of a server with one model.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, ensure};
use genre::manifest::Precision;
use genre::{Classifier, Model, Options, Source};
use serde::{Deserialize, Serialize};

use crate::measure::high_water_bytes;
use crate::terminal::say;

/// Requests at once that are measured, in this order.
pub(super) const AT_ONCE: [usize; 2] = [1, 2];
/// No further request is begun after so long.
const WINDOW: Duration = Duration::from_millis(1500);

/// Answers requests with one copy of the weights and tells how many per second.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The recording that is sent.
    audio: PathBuf,
    /// Folder of the model; the built-in one without it.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    #[arg(long, requires = "model")]
    precision: Option<Precision>,
    /// Threads that one inference may use.
    #[arg(long, default_value_t = 1)]
    threads: usize,
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// What is found; both in the order of [`AT_ONCE`].
#[derive(Serialize, Deserialize)]
pub(super) struct Answer {
    /// Requests per second, round by round.
    pub(super) rates: Vec<Vec<f64>>,
    /// Peak resident bytes so far, when so many at once were first answered.
    pub(super) peak_bytes: Vec<f64>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let model = match &args.model {
        Some(folder) => Model::open(folder, args.precision)?,
        None => Model::built_in()?,
    };
    let audio = std::fs::read(&args.audio).with_context(|| format!("failed to read {}", args.audio.display()))?;
    let classifier = Classifier::new(&model, args.threads)?;
    drop(model);
    let request = || classifier.classify(Source::bytes(audio.clone()), &Options::default()).map(drop);
    let mut answer = Answer { rates: vec![Vec::new(); AT_ONCE.len()], peak_bytes: Vec::new() };
    // The first round warms up, and shows what each further request at once takes.
    for round in 0..=args.rounds {
        for (index, &at_once) in AT_ONCE.iter().enumerate() {
            let rate = rate(at_once, &request).map_err(|error| anyhow!("a request failed: {error}"))?;
            if round == 0 {
                answer.peak_bytes.push(high_water_bytes(std::process::id()).context("the system does not tell this program's memory")?);
            } else {
                answer.rates[index].push(rate);
            }
        }
    }
    say(serde_json::to_string(&answer)?);
    Ok(ExitCode::SUCCESS)
}

/// Requests per second of so many clients, each of which sends its next request when the last one is answered.
fn rate(clients: usize, request: &(impl Fn() -> Result<(), genre::Error> + Sync)) -> anyhow::Result<f64> {
    let client = || -> anyhow::Result<f64> {
        let begin = Instant::now();
        let mut answered = 0_u32;
        while begin.elapsed() < WINDOW {
            request()?;
            answered += 1;
        }
        // Each by its own clock: one that is late does not cost the others.
        Ok(f64::from(answered) / begin.elapsed().as_secs_f64())
    };
    ensure!(clients > 0, "nobody asks");
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..clients).map(|_| scope.spawn(client)).collect();
        let rates = clients.into_iter().map(|client| client.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        rates.sum()
    })
}
