//! Enrolling a passkey: from the preferences, or from a page that wants a signature.

use axum::extract::State;
use axum::response::IntoResponse;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use crate::App;
use crate::identity::passkeys::{enrol, enrolment_options};
use crate::shell::{Shell, redirect_saying};

#[derive(Debug, Deserialize)]
pub(super) struct Credential {
    #[serde(default)]
    credential: String,
    #[serde(default)]
    name: String,
}

pub(super) async fn options(State(app): State<App>, s: Shell) -> Answer {
    match enrolment_options(&app, s.reader()?).await {
        Ok(options) => Ok(axum::Json(options).into_response()),
        Err(refusal) => Err(in_words(refusal, s.speech())),
    }
}

pub(super) async fn finish(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<Credential>,
) -> Answer {
    if form.credential.is_empty() {
        return Err(Problem::Refused(s.t("passkeys-no-script")));
    }
    let viewer = s.reader()?;
    let given = form.name.trim();
    let unnamed = || {
        s.say("passkeys-unnamed")
            .with("day", s.day(&s.today()))
            .to_string()
    };
    let name = if given.is_empty() {
        unnamed()
    } else {
        given.to_owned()
    };
    match enrol(&app, viewer, (&form.credential, &name)).await {
        Ok(()) => redirect_saying("/preferences", s.t("passkeys-enrolled")),
        Err(refusal) => Err(in_words(refusal, s.speech())),
    }
}
