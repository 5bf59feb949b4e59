//! The catalogue: every rule with the worst that it says.

use ::rules::CATALOG;
use axum::extract::State as On;
use kit::Day;
use kit::web::{Answer as Reply, Query};

use super::AsOf;
use super::said::Said;
use crate::App;
use crate::readiness::judged;
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "readiness/pages/rules.html")]
struct RulesPage {
    s: Shell,
    as_at: Day,
    suffix: String,
    rules: Vec<Said>,
}

pub(in crate::readiness) async fn show(
    On(app): On<App>,
    s: Shell,
    Query(as_of): Query<AsOf>,
) -> Reply {
    let org = s.reader()?.org;
    let as_at = as_of.day(&s)?;
    let judged = judged::judged(&app, org, as_at).await?;
    let worst = CATALOG
        .iter()
        .filter_map(|rule| judged.readiness.worst_of(rule.id));
    let rules = worst.map(|outcome| Said::of(&s, outcome)).collect();
    page(RulesPage {
        as_at,
        suffix: as_of.suffix(),
        rules,
        s,
    })
}
