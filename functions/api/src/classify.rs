//! `POST /v1/classify`.

use axum::extract::{Request, State};
use axum::response::Response;

use crate::accept::{self, Format};
use crate::problem::Problem;
use crate::router::App;
use crate::{answer, intake, query};

/// Judges one or several files. What can be refused without the body is refused before it is read.
pub(crate) async fn classify(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let format = accept::format(&parts.headers)?;
    let wishes = query::wishes(&parts.uri)?;
    let way = intake::way(&parts.headers)?;
    let seat = app.workshop.seat()?;

    let uploads = intake::read(parts, body, way, app.patience).await?;
    let names: Vec<Option<String>> = uploads.iter().map(|upload| upload.name.clone()).collect();
    let events = app.workshop.judge(seat, uploads, wishes).await?;
    match format {
        Format::Json => answer::json(events, &names).await,
        Format::Csv => answer::csv(events, &names, app.workshop.classifier().manifest()).await,
        Format::Ndjson => answer::ndjson(events, names).await,
    }
}
