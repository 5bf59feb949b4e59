//! Who holds what.

use askama::Template;
use axum::extract::State;
use kit::web::{Answer, Query};
use serde::Deserialize;

use crate::App;
use crate::identity::Role;
use crate::identity::roles::store::{self, Held};
use crate::shell::{Shell, page};

/// Rows of a page.
const PAGE: usize = 50;

#[derive(Debug, Deserialize)]
pub(in crate::identity::roles) struct After {
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "identity/roles/pages/holders.html")]
struct HoldersPage {
    s: Shell,
    held: Vec<Row>,
    next: Option<String>,
    may_grant: bool,
}

struct Row {
    held: Held,
    role: String,
    time: String,
    granted: String,
}

pub(in crate::identity::roles) async fn show(
    State(app): State<App>,
    s: Shell,
    Query(After { after }): Query<After>,
) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let mut held = store::held(&mut db, org, (&after, PAGE as i64 + 1), s.today()).await?;
    let has_more = held.len() > PAGE;
    held.truncate(PAGE);
    let next = has_more
        .then(|| held.last().map(|last| last.id.to_string()))
        .flatten();
    let may_grant = s.is(Role::Administrator);
    let held = held.into_iter().map(|held| row(&s, held)).collect();
    page(HoldersPage {
        s,
        held,
        next,
        may_grant,
    })
}

fn row(s: &Shell, held: Held) -> Row {
    let by = held
        .granted_by
        .clone()
        .unwrap_or_else(|| s.t("roles-by-setup"));
    Row {
        role: s.t(&format!("role-{}", held.role)),
        time: time(s, &held),
        granted: s
            .say("roles-granted-by")
            .with("name", by)
            .with("moment", s.moment(&held.granted_at))
            .to_string(),
        held,
    }
}

/// `since 8 January 2024`, `from 1 July to 31 December 2026`
pub(super) fn time(s: &Shell, held: &Held) -> String {
    let from = s.day(&held.from_on);
    match held.until_on {
        None => s.say("roles-since").with("from", from).to_string(),
        Some(until) => s
            .say("roles-from-until")
            .with("from", from)
            .with("until", s.day(&until))
            .to_string(),
    }
}
