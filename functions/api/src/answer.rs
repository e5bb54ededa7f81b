//! Reports and problems as JSON, CSV or a stream of lines.

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use genre::report::{csv_header, csv_row, csv_table, plain_cell};
use genre::{Manifest, Report};
use serde::Serialize;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_stream::{Stream, StreamExt, iter};

use crate::problem::Problem;
use crate::work::Event;

/// The end of one file's work.
type Outcome = Result<Box<Report>, Problem>;

/// Something about one of several files.
#[derive(Serialize)]
struct About<'a, T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(flatten)]
    what: T,
}

/// A result among several: a report, which knows its name, or a problem, which is told it.
#[derive(Serialize)]
#[serde(untagged)]
enum Either<'a> {
    Report(&'a Report),
    Problem(About<'a, &'a Problem>),
}

#[derive(Serialize)]
struct Results<'a> {
    results: Vec<Either<'a>>,
}

/// Waits for the end of all `names.len()` files.
async fn outcomes(mut events: UnboundedReceiver<Event>, names: &[Option<String>]) -> Vec<Outcome> {
    let mut outcomes = Vec::with_capacity(names.len());
    while let Some(event) = events.recv().await {
        if let Event::Done { result, .. } = event {
            outcomes.push(result);
        }
    }
    // A thread that ended early has panicked outside of a file's work.
    outcomes.resize_with(names.len(), || Err(Problem::internal()));
    outcomes
}

fn either<'a>(outcome: &'a Outcome, name: Option<&'a str>) -> Either<'a> {
    match outcome {
        Ok(report) => Either::Report(report),
        Err(problem) => Either::Problem(About { index: None, name, what: problem }),
    }
}

/// One file: its report. Several: `{"results": […]}`.
pub(crate) async fn json(events: UnboundedReceiver<Event>, names: &[Option<String>]) -> Result<Response, Problem> {
    let outcomes = outcomes(events, names).await;
    let body = match <[Outcome; 1]>::try_from(outcomes) {
        Ok([outcome]) => serde_json::to_vec(&outcome?),
        Err(outcomes) => {
            let results = outcomes.iter().zip(names).map(|(outcome, name)| either(outcome, name.as_deref())).collect();
            serde_json::to_vec(&Results { results })
        }
    };
    let body = body.map_err(|_| Problem::internal())?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// One file: the same table as the command line's. Several: one more column, `error`, for those that could not be judged.
pub(crate) async fn csv(events: UnboundedReceiver<Event>, names: &[Option<String>], manifest: &Manifest) -> Result<Response, Problem> {
    let outcomes = outcomes(events, names).await;
    let body = match <[Outcome; 1]>::try_from(outcomes) {
        Ok([outcome]) => csv_table(&[*outcome?], manifest),
        Err(outcomes) => table_with_errors(&outcomes, names, manifest),
    };
    let body = body.map_err(|_| Problem::internal())?;
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present")], body).into_response())
}

fn table_with_errors(outcomes: &[Outcome], names: &[Option<String>], manifest: &Manifest) -> std::io::Result<Vec<u8>> {
    let header = csv_header(manifest);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header.iter().map(String::as_str).chain(["error"]))?;
    for (outcome, name) in outcomes.iter().zip(names) {
        let row = match outcome {
            Ok(report) => csv_row(report, manifest).into_iter().chain([String::new()]).collect(),
            Err(problem) => {
                let mut row = vec![String::new(); header.len()];
                row[0] = plain_cell(name.as_deref().unwrap_or_default());
                row.push(plain_cell(problem.detail()));
                row
            }
        };
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

/// A line per stage as it completes, each file's report or problem behind its stages. With several files each line names its file.
///
/// A single file that fails before its first stage is answered with the problem itself and its status.
pub(crate) async fn ndjson(mut events: UnboundedReceiver<Event>, names: Vec<Option<String>>) -> Result<Response, Problem> {
    let Some(first) = events.recv().await else { return Err(Problem::internal()) };
    let several = names.len() > 1;
    if let (false, Event::Done { result: Err(problem), .. }) = (several, &first) {
        return Err(problem.clone());
    }
    let lines = iter([first]).chain(Events(events)).map(move |event| line(&event, &names, several));
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        // Reverse proxies that buffer would hold the stages back until the end.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, Body::from_stream(lines)).into_response())
}

fn line(event: &Event, names: &[Option<String>], several: bool) -> serde_json::Result<Bytes> {
    let name = |index: usize| names.get(index).and_then(Option::as_deref);
    let mut line = match event {
        Event::Stage { index, stage } => about(*index, several, name(*index), stage)?,
        // A report carries its name itself.
        Event::Done { index, result: Ok(report) } => about(*index, several, None, report)?,
        Event::Done { index, result: Err(problem) } => about(*index, several, name(*index), problem)?,
    };
    line.push(b'\n');
    Ok(line.into())
}

fn about(index: usize, several: bool, name: Option<&str>, what: impl Serialize) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&About { index: several.then_some(index), name, what })
}

/// A channel as a stream.
struct Events(UnboundedReceiver<Event>);

impl Stream for Events {
    type Item = Event;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, context: &mut std::task::Context<'_>) -> std::task::Poll<Option<Event>> {
        self.0.poll_recv(context)
    }
}
