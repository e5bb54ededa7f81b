//! Lambda function fed by queues and state machines: the same core, results to S3.
//!
//! An event names recordings in S3; each becomes a report, or a problem, at a place that follows from the recording and the model, and what
//! lies there already is not judged again. Events may therefore come twice, and containers may die: nothing is lost and nothing is done
//! twice visibly. What is said to whom stands in [`answer`].
//!
//! What does not belong here: hearing and judging (`genre`), talking to S3 (`store`), queues themselves: Lambda reads them.

mod answer;
mod care;
mod clock;
mod crew;
mod document;
mod event;
mod files;
mod judge;
mod options;
mod outcome;
mod patience;
mod place;
mod tell;
#[cfg(test)]
mod testing;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context as _;
use aws_lambda_events::sqs::SqsBatchResponse;
use genre::manifest::Needs;
use lambda_runtime::{Diagnostic, LambdaEvent, service_fn};
use serde_json::Value;
use store::{Object, Policy, Store};

use answer::{Answer, Failure, Results};
use clock::{Clock, Pace};
use crew::Crew;
use event::{Event, Item, Message};
use files::S3;
use judge::Judge;
use options::Options;
use outcome::{Outcome, Problem};

fn main() -> ExitCode {
    genre::memory::keep_freed();
    let Ok(runtime_api) = std::env::var("AWS_LAMBDA_RUNTIME_API") else {
        log(format_args!(
            "error: this is an AWS Lambda function; AWS_LAMBDA_RUNTIME_API is not set. On a machine of your own, use acousticsense"
        ));
        return ExitCode::from(2);
    };
    match run(&runtime_api) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(format_args!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(runtime_api: &str) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("failed to start threads")?;
    let crew = Arc::new(telemetry::started(runtime_api, runtime.block_on(ready()))?);
    let cold = Arc::new(AtomicBool::new(true));
    let service = service_fn(move |event: LambdaEvent<Value>| {
        let (crew, cold) = (Arc::clone(&crew), Arc::clone(&cold));
        async move {
            if cold.swap(false, Ordering::Relaxed) {
                tell::cold_start();
            }
            answer(&crew, event.payload, Clock::until(event.context.deadline)).await.map_err(Diagnostic::from)
        }
    });
    runtime.block_on(lambda_runtime::run(service)).map_err(|error| anyhow::anyhow!("the Lambda runtime ended: {error}"))
}

/// Everything that is made once per container.
async fn ready() -> anyhow::Result<Crew<S3>> {
    let options = Options::read(|name| std::env::var(name).ok()).context("failed to read the options")?;
    telemetry::function_name()?;
    // The network's part needs no processor, the model's no network.
    let connecting = tokio::spawn(Store::connect());
    let threads = options.threads;
    let (sources, results) = (options.sources.clone(), options.results.clone());
    let classifier = tokio::task::spawn_blocking(move || options.classifier()).await?.context("failed to load the model")?;
    let store = connecting.await?.context("failed to prepare for S3")?;
    let needs = classifier.manifest().front_end.needs();
    let judge = Judge {
        results: place::Results::new(results, classifier.model()),
        files: S3::new(store, sources, Policy::of(needs)),
        pace: Pace::new(needs == Needs::WholeTrack),
        classifier,
    };
    // One more than there are processors: while S3 is waited for, others compute.
    Ok(Crew::new(judge, threads + 1, tell::file))
}

/// An event in, an answer out; or a failure by whose name a state machine knows what to do.
async fn answer(crew: &Crew<S3>, event: Value, clock: Clock) -> Result<Answer, Failure> {
    let event = Event::read(event).map_err(|malformed| {
        tell::malformed(&malformed.to_string());
        Failure::Malformed(malformed.to_string())
    })?;
    Ok(match event {
        Event::Queue(messages) => Answer::Queue(to_queue(crew, messages, clock).await),
        Event::Items(items) => Answer::Machine(to_machine(crew, items, clock).await?),
    })
}

async fn to_queue(crew: &Crew<S3>, mut messages: Vec<Message>, clock: Clock) -> SqsBatchResponse {
    let careful = care::in_turn(&mut messages);
    let objects: Vec<Object> = messages.iter().flat_map(|message| message.objects.iter().flatten().cloned()).collect();
    let outcomes = if careful { crew.judge_singly(&objects, clock).await } else { crew.judge(&objects, clock).await };
    let mut rest = outcomes.as_slice();
    let ends = messages.iter().map(|message| {
        let own = message.objects.as_ref().map(|objects| {
            let (own, others) = rest.split_at(objects.len());
            rest = others;
            own
        });
        if let Err(malformed) = own {
            tell::malformed(&malformed.to_string());
        }
        (message.id.as_str(), own)
    });
    answer::to_queue(ends)
}

async fn to_machine(crew: &Crew<S3>, items: Vec<Item>, clock: Clock) -> Result<Results, Failure> {
    let objects: Vec<Object> = items.iter().filter_map(|item| item.object.as_ref().ok().cloned()).collect();
    let mut outcomes = crew.judge(&objects, clock).await.into_iter();
    answer::to_machine(items.into_iter().map(|item| {
        let end = match &item.object {
            Ok(_) => Ok(outcomes.next().unwrap_or_else(|| Outcome::Stuck(Problem::internal()))),
            Err(malformed) => {
                tell::malformed(&malformed.to_string());
                Err(Problem::from(malformed))
            }
        };
        (item, end)
    }))
}

/// One line for whoever reads the function's log.
fn log(line: std::fmt::Arguments<'_>) {
    // There is nobody left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "{line}");
}
