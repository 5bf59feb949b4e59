//! Granting a role: first who, then what and for how long.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use kit::Day;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, Query, in_words};
use serde::Deserialize;

use crate::App;
use crate::identity::Role;
use crate::identity::roles::{grant as grant_role, store};
use crate::people::fold;
use crate::shell::{Shell, page, redirect_saying};

#[derive(Debug, Deserialize)]
pub(in crate::identity::roles) struct Search {
    #[serde(default)]
    q: String,
}

#[derive(Debug, Deserialize)]
pub(in crate::identity::roles) struct NewGrant {
    #[serde(default)]
    q: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

#[derive(Template)]
#[template(path = "identity/roles/pages/granting.html")]
struct GrantingPage {
    found: Vec<(PersonId, String, Option<String>)>,
    roles: Vec<(Role, String, String)>,
    form: NewGrant,
    error: Option<String>,
    s: Shell,
}

pub(in crate::identity::roles) async fn show(
    State(app): State<App>,
    s: Shell,
    Query(Search { q }): Query<Search>,
) -> Answer {
    let from = s.today().to_string();
    let (person, role, until) = (String::new(), String::new(), String::new());
    granting_page(
        &app,
        s,
        NewGrant {
            q,
            person,
            role,
            from,
            until,
        },
        None,
    )
    .await
}

pub(in crate::identity::roles) async fn grant(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<NewGrant>,
) -> Answer {
    let Some((person, role, from, until)) = read(&form) else {
        let error = s.t("roles-incomplete");
        return granting_page(&app, s, form, Some(error)).await;
    };
    let granted = app.act(s.reader()?, move |act| {
        Box::pin(grant_role(act, person, role, from, until))
    });
    match granted.await {
        Ok(_) => redirect_saying("/roles", s.t("roles-granted-now")),
        Err(refusal) => match in_words(refusal, s.speech()) {
            Problem::Refused(error) => granting_page(&app, s, form, Some(error)).await,
            problem => Err(problem),
        },
    }
}

fn read(form: &NewGrant) -> Option<(PersonId, Role, Day, Option<Day>)> {
    let until = form.until.trim();
    let until = if until.is_empty() {
        None
    } else {
        Some(until.parse().ok()?)
    };
    Some((
        form.person.parse().ok()?,
        form.role.parse().ok()?,
        form.from.trim().parse().ok()?,
        until,
    ))
}

async fn granting_page(app: &App, s: Shell, form: NewGrant, error: Option<String>) -> Answer {
    let org = s.reader()?.org;
    let name = fold(&form.q);
    let found = match name.is_empty() {
        true => Vec::new(),
        false => store::people_named(&mut app.read().await?, org, &name, s.today()).await?,
    };
    let described = |role: &Role| {
        let name = s.t(&format!("role-{role}"));
        (*role, name, s.t(&format!("role-{role}-may")))
    };
    let roles = Role::GRANTED.iter().map(described).collect();
    let is_refused = error.is_some();
    let mut response = page(GrantingPage {
        found,
        roles,
        form,
        error,
        s,
    })?;
    if is_refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
