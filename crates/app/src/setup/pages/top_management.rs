//! Step 2: who is top management, one after the other.

use anyhow::Result;
use askama::Template;
use axum::extract::State;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, in_words};
use kit::{Act, Day};
use serde::Deserialize;

use super::{Step, again, founder, steps};
use crate::App;
use crate::people::{self, CannotAppoint, CannotJoin, NewAppointment, NewPerson, Serving, appoint};
use crate::setup::store;
use crate::shell::{Shell, page, redirect_saying};

#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::setup) struct MemberForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    capacity: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    basis: String,
}

#[derive(Template)]
#[template(path = "setup/pages/top_management.html")]
struct TopManagementPage {
    steps: Vec<Step>,
    serving: Vec<Serving>,
    form: MemberForm,
    error: Option<String>,
    s: Shell,
}

/// Why somebody is not entered as top management.
#[derive(Debug, thiserror::Error)]
enum CannotEnter {
    #[error("Give the name, and an e-mail address that nobody else has.")]
    Person,
    #[error("Give the body, the capacity, the day since when, and what it rests on.")]
    Appointment,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotEnter {
    Person says "setup-person-wrong",
    Appointment says "setup-appointment-wrong",
});

impl From<CannotJoin> for CannotEnter {
    fn from(refusal: CannotJoin) -> CannotEnter {
        match refusal {
            CannotJoin::Unexpected(error) => CannotEnter::Unexpected(error),
            _ => CannotEnter::Person,
        }
    }
}

impl From<CannotAppoint> for CannotEnter {
    fn from(refusal: CannotAppoint) -> CannotEnter {
        match refusal {
            CannotAppoint::Unexpected(error) => CannotEnter::Unexpected(error),
            _ => CannotEnter::Appointment,
        }
    }
}

pub(in crate::setup) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let form = MemberForm {
        body: s.t("setup-body-usual"),
        since: s.today().to_string(),
        ..MemberForm::default()
    };
    top_management_page(&app, s, form, None).await
}

pub(in crate::setup) async fn enter(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<MemberForm>,
) -> Answer {
    let viewer = founder(&s)?;
    let Ok(since) = form.since.trim().parse::<Day>() else {
        let error = s.t("setup-appointment-wrong");
        return again(top_management_page(&app, s, form, Some(error)).await);
    };
    let member = form.clone();
    let entered = app.act(viewer, move |act| {
        Box::pin(enter_member(act, member, since))
    });
    match entered.await {
        Ok(()) => redirect_saying(
            "/setup/top-management",
            s.say("setup-member-entered")
                .with("name", form.name.as_str()),
        ),
        Err(refusal) => match in_words(refusal, s.speech()) {
            Problem::Refused(error) => again(top_management_page(&app, s, form, Some(error)).await),
            problem => Err(problem),
        },
    }
}

/// Enters the person, unless somebody with this address is here already (perhaps oneself).
async fn enter_member(act: &mut Act, form: MemberForm, since: Day) -> Result<(), CannotEnter> {
    let person = match known(act, &form.email).await? {
        Some(person) => person,
        None => join(act, &form, since).await?,
    };
    let appointment = NewAppointment {
        person,
        body: form.body,
        capacity: form.capacity,
        from: since,
        until: None,
        basis: form.basis,
        basis_file: None,
        meanings: vec!["iso-top-management".to_owned()],
    };
    appoint(act, appointment).await?;
    Ok(())
}

async fn known(act: &mut Act, email: &str) -> Result<Option<PersonId>> {
    let org = act.org();
    store::holder(&mut act.db, org, email).await
}

async fn join(act: &mut Act, form: &MemberForm, since: Day) -> Result<PersonId, CannotEnter> {
    let email = form.email.trim();
    if email.is_empty() {
        return Err(CannotEnter::Person);
    }
    let new = NewPerson {
        name: form.name.trim().to_owned(),
        email: Some(email.to_owned()),
        job_title: Some(form.capacity.trim().to_owned()).filter(|title| !title.is_empty()),
        unit: None,
        manager: None,
        number: None,
        language: None,
        started_on: since,
    };
    Ok(people::join(act, new).await?)
}

async fn top_management_page(
    app: &App,
    s: Shell,
    form: MemberForm,
    error: Option<String>,
) -> Answer {
    let org = founder(&s)?.org;
    let serving = people::entered(&mut app.read().await?, org, s.today()).await?;
    page(TopManagementPage {
        steps: steps(&s, "top-management"),
        serving,
        form,
        error,
        s,
    })
}
