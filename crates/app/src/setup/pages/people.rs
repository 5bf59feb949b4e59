//! Step 4: the first people, from a file or five by hand.

use anyhow::Result;
use askama::Template;
use axum::extract::State;
use kit::web::{Answer, Form};
use kit::{Act, Day};
use serde::Deserialize;

use super::{Step, again, founder, steps};
use crate::App;
use crate::identity::Role;
use crate::people::{self, CannotJoin, NewPerson, WrongFact};
use crate::shell::{Shell, page, redirect_saying};

/// Lines to type into.
const LINES: usize = 5;

#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::setup) struct PeopleForm {
    #[serde(default)]
    name: Vec<String>,
    #[serde(default)]
    email: Vec<String>,
    #[serde(default)]
    since: String,
}

#[derive(Template)]
#[template(path = "setup/pages/people.html")]
struct PeoplePage {
    steps: Vec<Step>,
    lines: Vec<(String, String)>,
    since: String,
    error: Option<String>,
    may_import: bool,
    s: Shell,
}

pub(in crate::setup) async fn show(s: Shell) -> Answer {
    founder(&s)?;
    let since = s.today().to_string();
    page(people_page(s, vec![], since, None))
}

pub(in crate::setup) async fn enter(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<PeopleForm>,
) -> Answer {
    let viewer = founder(&s)?;
    let emails = form
        .email
        .into_iter()
        .chain(std::iter::repeat(String::new()));
    let lines: Vec<(String, String)> = form.name.into_iter().zip(emails).take(LINES).collect();
    let typed =
        |(name, email): &&(String, String)| !(name.trim().is_empty() && email.trim().is_empty());
    let people: Vec<_> = lines.iter().filter(typed).cloned().collect();
    let Ok(since) = form.since.trim().parse::<Day>() else {
        let error = s.t("setup-people-wrong");
        return again(page(people_page(s, lines, form.since, Some(error))));
    };
    let count = people.len();
    match app
        .act(viewer, move |act| Box::pin(join_all(act, people, since)))
        .await
    {
        Ok(()) => redirect_saying(
            "/setup/done",
            s.say("setup-people-entered").with("count", count as i64),
        ),
        Err(CannotJoin::Unexpected(error)) => Err(error.into()),
        Err(refusal) => {
            let error = s.t(match refusal {
                CannotJoin::Wrong(WrongFact::EmailTaken) => "setup-people-taken",
                _ => "setup-people-wrong",
            });
            again(page(people_page(s, lines, form.since, Some(error))))
        }
    }
}

/// All of them or none, so that a second press repeats nothing.
async fn join_all(
    act: &mut Act,
    people: Vec<(String, String)>,
    since: Day,
) -> Result<(), CannotJoin> {
    for (name, email) in people {
        let email = email.trim();
        let new = NewPerson {
            name: name.trim().to_owned(),
            email: (!email.is_empty()).then(|| email.to_owned()),
            job_title: None,
            unit: None,
            manager: None,
            number: None,
            language: None,
            started_on: since,
        };
        people::join(act, new).await?;
    }
    Ok(())
}

fn people_page(
    s: Shell,
    mut lines: Vec<(String, String)>,
    since: String,
    error: Option<String>,
) -> PeoplePage {
    lines.resize(LINES, (String::new(), String::new()));
    PeoplePage {
        steps: steps(&s, "people"),
        may_import: s.is(Role::SecurityManager),
        lines,
        since,
        error,
        s,
    }
}
