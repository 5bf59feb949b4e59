//! The third page, for people of several organisations: which one?

use anyhow::Result;
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use kit::id::{OrgId, PersonId};
use kit::web::{Answer, Form, Problem, Query};
use serde::Deserialize;

use super::address::Onward;
use super::welcome;
use crate::App;
use crate::identity::ceremony::{self, Ceremony};
use crate::identity::sign_in::{Account, PROGRESS};
use crate::identity::{SignInMethod, store};
use crate::shell::{Shell, cookie, page, redirect};

const PURPOSE: &str = "choose-organisation";

/// The organisations that were proven; kept with the question, so that nobody adds one.
type Offer = Vec<(OrgId, PersonId, String)>;

#[derive(Debug, Deserialize)]
pub(super) struct Choice {
    organisation: OrgId,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "identity/sign_in/pages/organisation.html")]
struct OrganisationPage {
    s: Shell,
    next: String,
    offer: Offer,
}

/// Keeps the accounts as a question; the answer needs the token.
pub(super) async fn offer(app: &App, accounts: &[Account]) -> Result<String> {
    let offer: Offer = accounts
        .iter()
        .map(|account| (account.org, account.person, account.organisation.clone()))
        .collect();
    let token = app.dice.token();
    let purpose = PURPOSE.to_owned();
    let state = serde_json::to_string(&offer)?;
    ceremony::ask(
        app,
        token.as_bytes(),
        Ceremony {
            purpose,
            state,
            ..Ceremony::default()
        },
    )
    .await?;
    Ok(token)
}

pub(super) async fn show(
    State(app): State<App>,
    s: Shell,
    headers: HeaderMap,
    Query(onward): Query<Onward>,
) -> Answer {
    let token = cookie(&headers, PROGRESS).unwrap_or_default();
    let now = app.clock.now();
    let id = kit::Digest::of(&token);
    let state = store::open_ceremony(&mut app.read().await?, id, PURPOSE, now).await?;
    let Some(state) = state else {
        return redirect("/sign-in");
    };
    let offer = serde_json::from_str(&state).map_err(anyhow::Error::from)?;
    page(OrganisationPage {
        s,
        next: onward.next,
        offer,
    })
}

pub(super) async fn choose(
    State(app): State<App>,
    headers: HeaderMap,
    Form(choice): Form<Choice>,
) -> Answer {
    let token = cookie(&headers, PROGRESS).unwrap_or_default();
    let Some(question) = ceremony::take(&app, token.as_bytes(), PURPOSE).await? else {
        return redirect("/sign-in");
    };
    let offer: Offer = serde_json::from_str(&question.state).map_err(anyhow::Error::from)?;
    let chosen = offer
        .into_iter()
        .find(|(org, ..)| *org == choice.organisation);
    let (org, person, organisation) = chosen.ok_or(Problem::NotFound)?;
    let account = Account {
        org,
        person,
        organisation,
    };
    welcome(&app, &account, SignInMethod::Code, Some(&choice.next)).await
}
