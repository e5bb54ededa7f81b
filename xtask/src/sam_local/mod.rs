//! `cargo xtask sam-local`: the functions as they are deployed, started by SAM in containers, and asked what tests/events holds.

mod arm64;
mod bench;
mod build;
mod cases;
pub(crate) mod engine;
mod http;
pub(crate) mod image;
mod invoke;
mod large_model;
mod local_door;
pub(crate) mod process;
mod s3;
mod table;
mod template;
mod tools;
mod verdict;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::terminal::{progress, say};
use crate::tidy::root;
use bench::Packed;
use build::Built;
use cases::{Case, Expectation};
use engine::Engine;
use image::Image;
use invoke::{Ground, Invocation, Outcome};
use local_door::LocalDoor;
use s3::S3;
use table::Row;
use template::{LARGE_MODEL, OUT_OF_MEMORY, OUT_OF_TIME, Template};
use tools::Tools;
use verdict::Witnesses;

/// Builds the functions with SAM, runs each with every event of tests/events in a container, and checks the answers.
///
/// Containers are run by the Docker engine that answers, or by a private dockerd for as long as this takes (root, Debian's docker.io,
/// busybox-static and iproute2). Without either the functions run under AWS's emulator alone, without memory limits; where the environment
/// says CI=true that is a failure. Exit codes: 0 all as expected, 1 not, 2 usage.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only events with this in their names.
    #[arg(value_name = "EVENT", default_value = "")]
    only: String,
    /// No containers, even where they could be run.
    #[arg(long)]
    emulator: bool,
    /// Builds the API function for arm64 instead, and runs it once, in an emulated processor where this one is another.
    #[arg(long, conflicts_with = "emulator")]
    arm64: bool,
    /// Measures the API function instead, by size of memory and beside one in Python: cold start, warm answer, memory, price.
    #[arg(long, conflicts_with_all = ["arm64", "emulator"])]
    bench: bool,
    /// Fresh functions per figure of --bench; the median is told.
    #[arg(long, default_value_t = 3, requires = "bench")]
    repeats: usize,
    /// This build of the API function instead of sam's, which takes minutes: target/release/api.
    #[arg(long, value_name = "FILE", requires = "bench")]
    program: Option<PathBuf>,
    /// Puts what --bench measures into README.md, between its markers.
    #[arg(long, requires = "bench")]
    update_readme: bool,
}

/// What the limits are shown with.
const EVENT_FOR_LIMITS: &str = "http-classify-mp3.json";

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    process::watch_for_interrupts()?;
    let root = root();
    let tools = Tools::find(&root)?;
    if args.arm64 {
        match arm64::obstacle(&root) {
            Some(why) => say(format_args!("SKIPPED: {why}; nothing was built for arm64")),
            None => say(format_args!("arm64: {}", arm64::check(&root, &tools)?)),
        }
        return Ok(ExitCode::SUCCESS);
    }
    let state = crate::target::folder(&root).join("sam-local");
    let events = root.join("tests/events");
    let mut cases = cases::read(&events)?;
    cases.retain(|case| case.name.contains(&args.only));
    ensure!(!cases.is_empty(), "no event of tests/events has {:?} in its name", args.only);
    if args.bench {
        let packed = match &args.program {
            Some(program) => Packed { program: std::path::absolute(program)?, by_sam: false },
            None => Packed { program: Built::new(&root, &tools, &state)?.program("ApiFunction"), by_sam: true },
        };
        return bench::run_all(&root, &tools, &packed, args.repeats, args.update_readme);
    }

    // Looked for first: who has no engine wants to hear it before the functions are compiled.
    let engine = if args.emulator { Err(anyhow::anyhow!("--emulator")) } else { Engine::find(&state.join("engine")) };
    process::not_interrupted()?;
    if let Err(why) = &engine {
        progress(format_args!("NO CONTAINERS ({why:#}): aws-lambda-rie will run the functions, without any memory limit"));
    }
    let built = Built::new(&root, &tools, &state)?;
    let program = built.program("ApiFunction");
    let begun = Instant::now();
    let image = engine.as_ref().ok().map(|engine| Image::prepare(engine, &program, &state)).transpose()?;
    let s3 = S3::start(&tools, engine.as_ref().map_or("127.0.0.1", |engine| engine.gateway.as_str()))?;
    let door = LocalDoor::open(Command::new(&program))?;

    let mut template = Template::read(&tools, &built.folder.join("template.yaml"))?;
    let mut environment = cases::environment(&events)?;
    environment.insert("AWS_ENDPOINT_URL".to_owned(), s3.endpoint.clone());
    template.set_environment(&environment)?;
    let layer = state.join("layer");
    if engine.is_ok() {
        large_model::make(&layer)?;
        template.add_limits(&layer, large_model::ID)?;
    }
    let written = template.write(&built.folder)?;
    let ground = match &engine {
        Ok(engine) => Ground::Containers { tools: &tools, engine, template: written, accounts: s3.endpoint.clone() },
        Err(_) => Ground::Emulator { program: tools.emulator()?, template: &template, build: &built.folder },
    };

    let prepared = begun.elapsed();
    let witnesses = Witnesses { door: &door, s3: &s3, data: &root.join("tests/data") };
    let mut rows = Vec::new();
    for case in &cases {
        rows.push(one(case, &ground, &witnesses)?);
    }
    if engine.is_ok() && cases.iter().any(|case| case.event.ends_with(EVENT_FOR_LIMITS)) {
        rows.extend(limits(&ground, &events.join(EVENT_FOR_LIMITS), &cases, &witnesses)?);
    }
    say(table::text(&rows));
    let [building, preparing, asking] = [built.took, prepared, begun.elapsed() - prepared].map(|took| took.as_secs_f64());
    progress(format_args!("took {building:.0} s to build, {preparing:.0} s to prepare, {asking:.0} s for {} invocations", rows.len()));
    Ok(conclude(&rows, engine.is_ok(), image.is_some_and(|image| image.stand_in)))
}

/// Builds the API function for arm64 and holds its answer against this processor's; tells what was found.
///
/// # Errors
/// That they differ, or why it cannot be built or run here.
pub(crate) fn check_arm64() -> anyhow::Result<String> {
    process::watch_for_interrupts()?;
    let root = root();
    arm64::obstacle(&root).map_or(Ok(()), |why| Err(anyhow::anyhow!(why)))?;
    arm64::check(&root, &Tools::find(&root)?)
}

/// Puts what an event needs, invokes, checks.
fn one(case: &Case, ground: &Ground<'_>, witnesses: &Witnesses<'_>) -> anyhow::Result<Row> {
    progress(format_args!("{}: {}", case.expected.function, case.name));
    witnesses.s3.empty()?;
    for (place, file) in &case.expected.given {
        witnesses.s3.put(place, &witnesses.data.join(file))?;
    }
    let invocation = ground.invoke(&case.expected.function, &case.event)?;
    let verdict = verdict::check(case, &invocation.outcome, witnesses);
    Ok(row(&case.expected.function, &case.name, verdict::wanted(case), &invocation, verdict))
}

/// Too little memory and too little time must be told as what they are, and must not be what the model itself makes.
fn limits(ground: &Ground<'_>, event: &Path, cases: &[Case], witnesses: &Witnesses<'_>) -> anyhow::Result<Vec<Row>> {
    let name = event.file_stem().unwrap_or_default().to_string_lossy();
    let mut rows = Vec::new();
    for function in [OUT_OF_MEMORY, OUT_OF_TIME, LARGE_MODEL] {
        progress(format_args!("{function}: {name}"));
        let invocation = ground.invoke(function, event)?;
        let (wanted, verdict) = match (function, &invocation.outcome) {
            (OUT_OF_MEMORY, Outcome::OutOfMemory) => ("out of memory", Ok("out of memory".to_owned())),
            // The function says so itself a second before its end, where it has got that far.
            (OUT_OF_TIME, Outcome::OutOfTime) => ("out of time", Ok("out of time".to_owned())),
            (OUT_OF_TIME, Outcome::Answer(answer)) => ("out of time", says_out_of_time(answer)),
            (LARGE_MODEL, outcome) => ("200", verdict::check(&with_large_model(event, cases)?, outcome, witnesses)),
            (_, other) => ("stopped at its limit", Err(anyhow::anyhow!("{other:?}"))),
        };
        rows.push(row(function, &name, wanted.to_owned(), &invocation, verdict));
    }
    Ok(rows)
}

fn says_out_of_time(answer: &Value) -> anyhow::Result<String> {
    let problem: Option<Value> = answer["body"].as_str().and_then(|body| serde_json::from_str(body).ok());
    let kind = problem.as_ref().and_then(|problem| problem["kind"].as_str());
    ensure!(answer["statusCode"] == 504 && kind == Some("out-of-time"), "answers {answer}");
    Ok("504 out-of-time".to_owned())
}

/// The same event, answered by another model than the local door's.
fn with_large_model(event: &Path, cases: &[Case]) -> anyhow::Result<Case> {
    let like = cases.iter().find(|case| case.event == event).context("the event for the limits is not among tests/events")?;
    let content_type = like.expected.content_type.clone();
    let expected = Expectation { function: LARGE_MODEL.to_owned(), status: Some(200), content_type, ..Expectation::default() };
    Ok(Case { name: like.name.clone(), event: PathBuf::from(event), expected })
}

fn row(function: &str, event: &str, wanted: String, invocation: &Invocation, verdict: anyhow::Result<String>) -> Row {
    Row {
        function: function.to_owned(),
        event: event.to_owned(),
        wanted,
        verdict: verdict.map_err(|error| format!("{error:#}")),
        ms: invocation.ms,
        memory_mb: invocation.memory_mb,
    }
}

fn conclude(rows: &[Row], in_containers: bool, stand_in: bool) -> ExitCode {
    let failed = rows.iter().filter(|row| row.verdict.is_err()).count();
    let how = match (in_containers, stand_in) {
        (false, _) => "under aws-lambda-rie, without containers: no memory limit was checked",
        (true, true) => "by sam local invoke, in a STAND-IN for AWS's image",
        (true, false) => "by sam local invoke, in AWS's image",
    };
    say(format_args!("{} of {} as expected, {how}", rows.len() - failed, rows.len()));
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    if !in_containers && in_ci {
        say("CI=true: containers are required here");
    }
    if failed == 0 && (in_containers || !in_ci) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
