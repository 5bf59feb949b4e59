//! Acknowledgements for programs.

use axum::extract::{Path, State};
use kit::id::PersonId;
use kit::web::{Answer, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::model::{Group, Standing};
use super::pages::{OVERSEEING, is_counted, overseen, publication_id, withholds_name};
use super::store::people::{self, Listed, Selection};
use crate::App;
use crate::api::{Cursor, Paging, ProblemDocument, list};
use crate::documents;
use crate::shell::{Routes, Shell};

const ADDRESS: &str = "/api/v1/publications/{publication}/acknowledgements";

pub(super) fn routes() -> Routes {
    Routes::default().get(ADDRESS, OVERSEEING, acknowledgements)
}

#[derive(OpenApi)]
#[openapi(
    paths(acknowledgements),
    components(schemas(AcknowledgementView, AcknowledgementList))
)]
pub(super) struct Described;

/// Somebody who was asked to acknowledge a publication, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
struct AcknowledgementView {
    /// The id of the person.
    person: String,
    /// Withheld from an external auditor.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// `published` or `joined`
    because: String,
    assigned_at: String,
    /// `YYYY-MM-DD`, the last day in time.
    due_on: String,
    /// `done`, `declined`, `open`, `late` or `left`
    standing: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledged_at: Option<String>,
    /// How the person had come in: `link`, `code`, `passkey`.
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<String>,
}

/// A page of those who were asked.
#[derive(Debug, Serialize, ToSchema)]
struct AcknowledgementList {
    items: Vec<AcknowledgementView>,
    next: Option<String>,
}

/// Whom of them.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// `done`, `declined`, `open`, `late` or `left`; everybody when absent.
    standing: Option<String>,
    unit: Option<String>,
    /// From the `next` link of the page before.
    cursor: Option<String>,
    /// At most 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// Who was asked to acknowledge a publication, by name: everybody for those who oversee (without
/// names for an external auditor), its own members for top management, the own team for a line
/// manager.
#[utoipa::path(get, path = "/api/v1/publications/{publication}/acknowledgements", tag = "acknowledgements",
    params(("publication" = String, Path, description = "`pub_…`"), Asked), responses(
    (status = 200, body = AcknowledgementList, description = "A page; the Link header leads to the next"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn acknowledgements(
    State(app): State<App>,
    Path(publication): Path<String>,
    Query(asked): Query<Asked>,
    s: Shell,
) -> Answer {
    let paging = Paging {
        cursor: asked.cursor.clone(),
        limit: asked.limit,
    };
    let (after, limit) = (paging.after::<PersonId>()?, paging.limit()?);
    let selection = Selection {
        publication: publication_id(&publication)?,
        manager: overseen(&s)?,
        unit: asked.unit.clone(),
        standing: asked.standing()?,
        group: is_counted(&s)?.then_some(Group::Management),
        today: s.today(),
    };
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    documents::publication(&mut db, org, selection.publication)
        .await?
        .ok_or(Problem::NotFound)?;
    let mut found = people::listed(&mut db, org, &selection, after, limit as i64 + 1).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| has_more);
    let next = next.map(|last| Cursor(last.person).to_string());
    let items: Vec<AcknowledgementView> =
        found.into_iter().map(|listed| view(&s, listed)).collect();
    let address = ADDRESS.replace("{publication}", &publication);
    list(&items, &address, &asked.rest(), next)
}

impl Asked {
    fn standing(&self) -> Result<Option<Standing>, Problem> {
        let word = self.standing.as_deref();
        word.map(|word| word.parse().map_err(Problem::Invalid))
            .transpose()
    }

    /// The query without its place.
    fn rest(&self) -> Vec<(&str, &str)> {
        [
            ("standing", self.standing.as_deref()),
            ("unit", self.unit.as_deref()),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}

fn view(s: &Shell, listed: Listed) -> AcknowledgementView {
    let standing = listed.assigned().standing(s.today());
    AcknowledgementView {
        person: listed.person.to_string(),
        name: Some(listed.name).filter(|_| !withholds_name(s, listed.person)),
        unit: listed.unit,
        because: listed.because.to_string(),
        assigned_at: listed.assigned_at.to_string(),
        due_on: listed.due_on.to_string(),
        standing: standing.to_string(),
        acknowledged_at: listed.acknowledged_at.map(|at| at.to_string()),
        method: listed.method.map(|method| method.to_string()),
    }
}
