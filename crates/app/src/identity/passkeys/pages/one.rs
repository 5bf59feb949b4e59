//! One passkey: its name, who confirmed it, and its end.

use askama::Template;
use axum::extract::{Path, State};
use jiff::tz::TimeZone;
use kit::web::{Answer, Form, Problem, in_words};
use kit::{Day, Moment};
use serde::Deserialize;

use super::READERS;
use crate::App;
use crate::identity::Viewer;
use crate::identity::passkeys::confirm::may_confirm;
use crate::identity::passkeys::revoke::may_revoke;
use crate::identity::passkeys::{self, Passkey, store};
use crate::shell::{Shell, page, redirect_saying};

#[derive(Debug, Deserialize)]
pub(super) struct Name {
    #[serde(default)]
    name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Confirmation {
    #[serde(default)]
    how: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Revocation {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    compromised_since: String,
}

#[derive(Template)]
#[template(path = "identity/passkeys/pages/one.html")]
struct OnePage {
    s: Shell,
    passkey: Passkey,
    confirmed: Vec<(String, Moment)>,
    is_own: bool,
    may_confirm: bool,
    may_revoke: bool,
    via: String,
}

pub(super) async fn show(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let passkey = store::passkey(&mut db, viewer.org, &id).await?;
    let passkey = passkey
        .filter(|passkey| may_see(&viewer, passkey))
        .ok_or(Problem::NotFound)?;
    let is_own = passkey.person == viewer.person;
    let is_good = passkey.revoked_at.is_none();
    let owner = (passkey.person, passkey.enrolled_at);
    let entered_by = store::entered_address(&mut db, viewer.org, owner).await?;
    let is_apart = !is_own && entered_by != Some(viewer.person.to_string());
    page(OnePage {
        confirmed: store::confirmations(&mut db, viewer.org, &id).await?,
        may_confirm: is_good && is_apart && may_confirm(viewer.roles),
        may_revoke: is_good && (is_own || may_revoke(viewer.roles)),
        via: s.t(&format!("passkeys-via-{}", passkey.enrolled_via)),
        is_own,
        passkey,
        s,
    })
}

fn may_see(viewer: &Viewer, passkey: &Passkey) -> bool {
    passkey.person == viewer.person || READERS.iter().any(|role| viewer.is(*role))
}

pub(super) async fn rename(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(form): Form<Name>,
) -> Answer {
    let viewer = s.reader()?;
    let (org, person) = (viewer.org, viewer.person);
    let name = form.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 80 {
        return Err(Problem::Refused(s.t("passkeys-name-missing")));
    }
    let back = format!("/passkeys/{id}");
    let renamed = kit::act::plainly(&app.db, move |db| {
        Box::pin(async move { store::rename(db, (org, person), &id, &name).await })
    });
    if !renamed.await? {
        return Err(Problem::NotFound);
    }
    redirect_saying(back, s.t("passkeys-renamed"))
}

pub(super) async fn confirm(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(form): Form<Confirmation>,
) -> Answer {
    let back = format!("/passkeys/{id}");
    let confirmed = app.act(s.reader()?, move |act| {
        Box::pin(async move { passkeys::confirm(act, &id, &form.how).await })
    });
    match confirmed.await {
        Ok(()) => redirect_saying(back, s.t("passkeys-confirmed")),
        Err(refusal) => Err(in_words(refusal, s.speech())),
    }
}

pub(super) async fn revoke(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(form): Form<Revocation>,
) -> Answer {
    let since = since(&form.compromised_since, s.zone())
        .map_err(|()| Problem::Refused(s.t("passkeys-revoke-since-unreadable")))?;
    let back = format!("/passkeys/{id}");
    let revoked = app.act(s.reader()?, move |act| {
        Box::pin(async move { passkeys::revoke(act, &id, &form.reason, since).await })
    });
    match revoked.await {
        Ok(()) => redirect_saying(back, s.t("passkeys-revoked")),
        Err(refusal) => Err(in_words(refusal, s.speech())),
    }
}

/// The beginning of the day on which a key was lost: the whole day is not believed.
fn since(day: &str, zone: &TimeZone) -> Result<Option<Moment>, ()> {
    if day.trim().is_empty() {
        return Ok(None);
    }
    let day: Day = day.trim().parse().map_err(|_| ())?;
    Ok(Some(day.start(zone)))
}
