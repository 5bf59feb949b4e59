//! Readiness for programs.

use axum::extract::State;
use axum::response::IntoResponse;
use kit::web::{Answer, Query};

use utoipa::OpenApi;

use super::judged;
use super::pages::AsOf;
use crate::App;
use crate::api::ProblemDocument;
use crate::shell::Shell;

#[derive(OpenApi)]
#[openapi(paths(readiness))]
pub(super) struct Described;

/// What every rule says as at a day, worst first.
#[utoipa::path(
    get,
    path = "/api/v1/readiness",
    tag = "readiness",
    params(("as-of" = Option<String>, Query, description = "A past day, such as 2026-03-10; today if left out.")),
    responses(
        (status = 200, body = serde_json::Value, description = "`as_at`, and at least one result per rule: rule, state, severity, subject, sentence.", content_type = "application/json"),
        (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
    )
)]
pub(super) async fn readiness(
    State(app): State<App>,
    s: Shell,
    Query(as_of): Query<AsOf>,
) -> Answer {
    let org = s.reader()?.org;
    let as_at = as_of.day(&s)?;
    let judged = judged::judged(&app, org, as_at).await?;
    Ok(axum::Json(&judged.readiness).into_response())
}
