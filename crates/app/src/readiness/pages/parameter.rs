//! One threshold: what it is, who changed it and why, and the form that changes it.

use ::rules::parameters::find;
use axum::extract::{Path, State as On};
use axum::http::StatusCode;
use kit::web::{Answer as Reply, Form, Problem, in_words};
use serde::Deserialize;

use super::parameters::{Figure, amount, figures_of};
use crate::App;
use crate::identity::Role;
use crate::readiness::change_parameter::{self, CannotChange};
use crate::readiness::{judged, store};
use crate::shell::{Shell, page, redirect_saying};

#[derive(askama::Template)]
#[template(path = "readiness/pages/parameter.html")]
struct ParameterPage {
    s: Shell,
    figure: Figure,
    bound_by: Vec<String>,
    rules: Vec<(&'static str, String)>,
    history: Vec<Change>,
    may_change: bool,
    may_loosen: bool,
    value: String,
    reason: String,
    value_refused: Option<String>,
    reason_refused: Option<String>,
}

struct Change {
    value: String,
    who: String,
    when: String,
    reason: String,
}

#[derive(Debug, Default, Deserialize)]
pub(in crate::readiness) struct Wish {
    #[serde(default)]
    value: String,
    #[serde(default)]
    reason: String,
}

pub(in crate::readiness) async fn show(
    On(app): On<App>,
    s: Shell,
    Path(key): Path<String>,
) -> Reply {
    form(&app, s, &key, Wish::default(), None).await
}

pub(in crate::readiness) async fn change(
    On(app): On<App>,
    s: Shell,
    Path(key): Path<String>,
    Form(wish): Form<Wish>,
) -> Reply {
    let viewer = s.reader()?.clone();
    let roles = viewer.roles;
    let (asked, value, reason) = (key.clone(), wish.value.clone(), wish.reason.clone());
    let changed = app
        .act(&viewer, move |act| {
            Box::pin(async move {
                change_parameter::change_parameter(act, roles, &asked, &value, &reason).await
            })
        })
        .await;
    match changed {
        Ok(()) => redirect_saying(format!("/parameters/{key}"), s.t("parameter-was-changed")),
        Err(refusal) => {
            let is_reason = matches!(refusal, CannotChange::NoReason);
            match in_words(refusal, s.speech()) {
                Problem::Refused(said) => form(&app, s, &key, wish, Some((said, is_reason))).await,
                problem => Err(problem),
            }
        }
    }
}

/// The form; `refused` is the sentence, and whether it is about the reason and not the value.
async fn form(
    app: &App,
    s: Shell,
    key: &str,
    wish: Wish,
    refused: Option<(String, bool)>,
) -> Reply {
    let org = s.reader()?.org;
    let (parameter, threshold) = find(key)
        .filter(|_| change_parameter::is_used(key))
        .ok_or(Problem::NotFound)?;
    let judged = judged::judged(app, org, s.today()).await?;
    let figure = figures_of(&s, &judged.readiness, &[threshold.key])
        .pop()
        .ok_or(Problem::NotFound)?;
    let may_loosen = s.is(Role::TopManagement);
    let is_refused = refused.is_some();
    let (value_refused, reason_refused) = match refused {
        Some((said, true)) => (None, Some(said)),
        Some((said, false)) => (Some(said), None),
        None => (None, None),
    };
    let mut answer = page(ParameterPage {
        bound_by: parameter
            .bound_by
            .iter()
            .filter_map(|it| bound(it))
            .collect(),
        rules: asked_by(&s, key),
        history: history(app, &s, key, threshold.unit).await?,
        may_loosen,
        may_change: may_loosen || s.is(Role::SecurityManager),
        value_refused,
        reason_refused,
        value: wish.value,
        reason: wish.reason,
        figure,
        s,
    })?;
    if is_refused {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(answer)
}

fn bound(reference: &str) -> Option<String> {
    let (framework, requirement) = frameworks::crosswalk().requirement(reference)?;
    Some(format!("{} {}", framework.name, requirement.id))
}

fn asked_by(s: &Shell, key: &str) -> Vec<(&'static str, String)> {
    ::rules::CATALOG
        .iter()
        .filter(|rule| rule.thresholds.contains(&key))
        .map(|rule| {
            (
                rule.id,
                crate::readiness::speech::title(s.speech(), rule.id),
            )
        })
        .collect()
}

async fn history(
    app: &App,
    s: &Shell,
    key: &str,
    unit: ::rules::parameters::Unit,
) -> Result<Vec<Change>, Problem> {
    let org = s.reader()?.org;
    let rows = store::named_changes(&mut app.read().await?, org, key).await?;
    let changes = rows.into_iter().map(|row| Change {
        value: row
            .value
            .parse()
            .map_or(row.value.clone(), |value| amount(s, value, unit)),
        who: row.name,
        when: s.moment(&row.changed_at),
        reason: row.reason,
    });
    Ok(changes.collect())
}
