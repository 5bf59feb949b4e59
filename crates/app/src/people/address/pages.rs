//! The page on which a new address is confirmed or refused.

use axum::extract::{Path, State};
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::settle;
use super::store::{self, Waiting};
use crate::App;
use crate::identity::{Role, Viewer};
use crate::people;
use crate::people::facts::Person;
use crate::people::sight::WRITERS;
use crate::shell::{Access, Routes, Shell, page, redirect_saying};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/people/{person}/address", Access::SignedIn, show)
        .post("/people/{person}/address", Access::SignedIn, answer)
}

kit::words_of! {
    /// What somebody says to a new address.
    enum Answered { Confirm = "confirm", Refuse = "refuse" }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pressed {
    answer: String,
}

#[derive(askama::Template)]
#[template(path = "people/address/address.html")]
struct AddressPage {
    s: Shell,
    person: Person,
    waiting: Option<Waiting>,
    requested_by: Option<String>,
    confirms: bool,
    refuses: bool,
}

async fn show(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let person = seen(&mut db, &viewer, &id).await?;
    let waiting = store::waiting(&mut db, viewer.org, person.id).await?;
    let by = waiting.as_ref().and_then(|waiting| waiting.requested_by);
    let requested_by = people::names(&mut db, viewer.org, by).await?;
    let (own, entered) = (viewer.person == person.id, by == Some(viewer.person));
    let is_top = viewer.is(Role::TopManagement);
    page(AddressPage {
        requested_by: by.and_then(|by| requested_by.get(&by).cloned()),
        confirms: own || (is_top && !entered),
        refuses: own || is_top || entered,
        waiting,
        person,
        s,
    })
}

/// The person themselves, top management, and those who enter people; for anybody else there is
/// no such page.
async fn seen(db: &mut kit::db::Conn, viewer: &Viewer, id: &str) -> Result<Person, Problem> {
    let id: PersonId = id.parse().map_err(|_| Problem::NotFound)?;
    let is_theirs = viewer.person == id
        || viewer.is(Role::TopManagement)
        || WRITERS.iter().any(|role| viewer.is(*role));
    let person = people::person(db, viewer.org, id).await?;
    person.filter(|_| is_theirs).ok_or(Problem::NotFound)
}

async fn answer(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let person = seen(&mut app.read().await?, &viewer, &id).await?.id;
    let answered = pressed
        .answer
        .parse()
        .map_err(|_| Problem::Invalid(s.t("problem-invalid-sentence")))?;
    let done = app.act(&viewer, move |act| {
        Box::pin(async move {
            match answered {
                Answered::Confirm => settle::confirm(act, person).await,
                Answered::Refuse => settle::refuse(act, person).await,
            }
        })
    });
    match done.await {
        Ok(()) => redirect_saying(
            format!("/people/{person}/address"),
            s.t(&format!("address-{answered}-done")),
        ),
        Err(cannot) => Err(in_words(cannot, s.speech())),
    }
}
