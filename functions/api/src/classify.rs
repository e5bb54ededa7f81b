//! `POST /v1/classify`.

use axum::extract::{Request, State};
use axum::response::Response;

use crate::accept::{self, Format};
use crate::intake::Intake;
use crate::problem::Problem;
use crate::router::App;
use crate::work::Recording;
use crate::{answer, intake, query};

/// Judges one or several files. What can be refused without the body is refused before it is read.
pub(crate) async fn classify(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let format = accept::format(&parts.headers)?;
    let wishes = query::wishes(&parts.uri)?;
    let way = intake::way(&parts.headers)?;
    let seat = app.workshop.seat()?;

    let recordings = match intake::read(parts, body, way, app.patience).await? {
        Intake::Sent(uploads) => uploads.into_iter().map(Recording::from).collect(),
        Intake::Stored { object, name } => {
            // Its first bytes come before it takes a thread: the network is waited for here as long as possible.
            let opened = app.cloud.open(&object, app.workshop.classifier().manifest().front_end.needs()).await?;
            vec![Recording { name, source: opened.source, reading: Some(opened.reading) }]
        }
    };
    let names: Vec<Option<String>> = recordings.iter().map(|recording| recording.name.clone()).collect();
    let events = app.workshop.judge(seat, recordings, wishes).await?;
    match format {
        Format::Json => answer::json(events, &names).await,
        Format::Csv => answer::csv(events, &names, app.workshop.classifier().manifest()).await,
        Format::Ndjson => answer::ndjson(events, names).await,
    }
}
