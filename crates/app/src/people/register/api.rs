//! The register of top management for programs.

use axum::extract::State;
use kit::web::{Answer, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::store;
use crate::App;
use crate::api::{ProblemDocument, list};
use crate::identity::Role;
use crate::people::api::day;
use crate::shell::{Access, Routes, Shell};

const ADDRESS: &str = "/api/v1/top-management";

pub(super) fn routes() -> Routes {
    Routes::default().get(ADDRESS, Access::Any(Role::READERS), top_management)
}

#[derive(OpenApi)]
#[openapi(paths(top_management), components(schemas(AppointmentView, Register)))]
pub(in crate::people) struct Described;

/// An entry of the register of top management.
#[derive(Debug, Serialize, ToSchema)]
struct AppointmentView {
    id: String,
    person: String,
    name: String,
    body: String,
    capacity: String,
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    basis: String,
    /// SHA-256 of the document that shows the basis.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis_file: Option<String>,
    meanings: Vec<String>,
    recorded_at: String,
}

/// The register.
#[derive(Debug, Serialize, ToSchema)]
struct Register {
    items: Vec<AppointmentView>,
    next: Option<String>,
}

/// As at which day.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[into_params(parameter_in = Query, rename_all = "kebab-case")]
struct RegisterAsked {
    /// Who is in office on this day, `YYYY-MM-DD`; every entry ever made when absent.
    as_of: Option<String>,
}

/// The register of top management.
#[utoipa::path(get, path = "/api/v1/top-management", tag = "people", params(RegisterAsked), responses(
    (status = 200, body = Register, description = "The entries, the latest first"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn top_management(
    State(app): State<App>,
    s: Shell,
    Query(asked): Query<RegisterAsked>,
) -> Answer {
    let on = asked.as_of.as_deref().map(day).transpose()?;
    let entries = store::entries(&mut app.read().await?, s.reader()?.org).await?;
    let items: Vec<AppointmentView> = entries
        .into_iter()
        .filter(|entry| on.is_none_or(|day| entry.is_in_office(day)))
        .map(|entry| AppointmentView {
            id: entry.id.to_string(),
            person: entry.person.to_string(),
            until: entry.until().map(|day| day.to_string()),
            from: entry.from_on.to_string(),
            basis_file: entry.basis_file.map(|digest| digest.to_string()),
            meanings: entry.meanings().map(str::to_owned).collect(),
            recorded_at: entry.recorded_at.to_string(),
            name: entry.name,
            body: entry.body,
            capacity: entry.capacity,
            basis: entry.basis,
        })
        .collect();
    list(&items, ADDRESS, &[], None)
}
