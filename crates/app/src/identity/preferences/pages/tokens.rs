//! Tokens for programs: made, shown once, ended.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::Digest;
use kit::web::{Answer, Form, Problem};
use serde::Deserialize;

use crate::App;
use crate::identity::preferences::store::{self, Token};
use crate::identity::preferences::tokens;
use crate::shell::{Shell, page, redirect_saying};

#[derive(Debug, Deserialize)]
pub(in crate::identity::preferences) struct NewToken {
    #[serde(default)]
    name: String,
    #[serde(default)]
    days: i64,
}

#[derive(Template)]
#[template(path = "identity/preferences/pages/tokens.html")]
struct TokensPage {
    tokens: Vec<Token>,
    days: [i64; 3],
    /// The token just made: the only time that it is shown.
    made: Option<String>,
    name: String,
    error: Option<String>,
    s: Shell,
}

pub(in crate::identity::preferences) async fn show(State(app): State<App>, s: Shell) -> Answer {
    tokens_page(&app, s, None, (String::new(), None)).await
}

pub(in crate::identity::preferences) async fn make(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<NewToken>,
) -> Answer {
    let name = form.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 80 || !tokens::DAYS.contains(&form.days) {
        let error = Some(s.t("tokens-incomplete"));
        let mut response = tokens_page(&app, s, None, (name, error)).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let made = tokens::make(&app, s.reader()?, &name, form.days).await?;
    tokens_page(&app, s, Some(made), (String::new(), None)).await
}

pub(in crate::identity::preferences) async fn end(
    State(app): State<App>,
    s: Shell,
    Path(token): Path<String>,
) -> Answer {
    let token: Digest = token.parse().map_err(|_| Problem::NotFound)?;
    let viewer = s.reader()?;
    let (owner, now) = ((viewer.org, viewer.person), s.now);
    let ended = kit::act::plainly(&app.db, move |db| {
        Box::pin(store::end_token(db, owner, token, now))
    });
    if !ended.await? {
        return Err(Problem::NotFound);
    }
    redirect_saying("/preferences/tokens", s.t("tokens-ended"))
}

async fn tokens_page(
    app: &App,
    s: Shell,
    made: Option<String>,
    (name, error): (String, Option<String>),
) -> Answer {
    let viewer = s.reader()?;
    let owner = (viewer.org, viewer.person);
    let tokens = store::tokens(&mut app.read().await?, owner, s.now).await?;
    page(TokensPage {
        tokens,
        days: tokens::DAYS,
        made,
        name,
        error,
        s,
    })
}
