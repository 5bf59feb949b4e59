//! Step 1: the organisation, and who sets it up.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::web::{Answer, Form, Problem, in_words};
use kit::words::Language;
use serde::Deserialize;

use super::{Step, again, steps};
use crate::App;
use crate::identity::{SignInMethod, let_in, open_session};
use crate::setup::{CannotSetUp, First, link, set_up};
use crate::shell::{Shell, page, redirect};

#[derive(Debug, Default, Deserialize)]
pub(in crate::setup) struct OrganisationForm {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    security_manager: String,
}

#[derive(Template)]
#[template(path = "setup/pages/organisation.html")]
struct OrganisationPage {
    steps: Vec<Step>,
    form: OrganisationForm,
    languages: [(Language, &'static str); 2],
    time_zones: Vec<String>,
    /// The field that is wrong, and why.
    error: Option<(&'static str, String)>,
    s: Shell,
}

#[derive(Template)]
#[template(path = "setup/pages/used.html")]
struct UsedPage {
    s: Shell,
}

pub(in crate::setup) async fn show(
    State(app): State<App>,
    s: Shell,
    Path(token): Path<String>,
) -> Answer {
    if link::is_open(&app, &token).await? {
        let form = OrganisationForm {
            language: s.language().to_string(),
            time_zone: time_zone_of(s.language()).to_owned(),
            security_manager: "yes".to_owned(),
            ..OrganisationForm::default()
        };
        return page(organisation_page(s, form, None));
    }
    if s.sets_up() {
        return redirect("/setup/top-management");
    }
    used(s)
}

pub(in crate::setup) async fn found(
    State(app): State<App>,
    s: Shell,
    Path(token): Path<String>,
    Form(form): Form<OrganisationForm>,
) -> Answer {
    let first = First {
        organisation: form.organisation.clone(),
        language: form.language.parse().unwrap_or(Language::English),
        time_zone: form.time_zone.trim().to_owned(),
        name: form.name.clone(),
        email: form.email.clone(),
        is_security_manager: !form.security_manager.is_empty(),
    };
    match set_up(&app, &token, first).await {
        Ok((org, person)) => {
            let session = open_session(&app, org, person, SignInMethod::Setup).await?;
            let mut response = redirect("/setup/top-management")?;
            let_in(&app, &mut response, &session)?;
            Ok(response)
        }
        Err(CannotSetUp::LinkUsed) => used(s),
        Err(refusal) => {
            let field = field(&refusal);
            match in_words(refusal, s.speech()) {
                Problem::Refused(sentence) => {
                    again(page(organisation_page(s, form, Some((field, sentence)))))
                }
                problem => Err(problem),
            }
        }
    }
}

fn field(refusal: &CannotSetUp) -> &'static str {
    match refusal {
        CannotSetUp::Organisation => "organisation",
        CannotSetUp::TimeZone => "time_zone",
        CannotSetUp::Name => "name",
        _ => "email",
    }
}

fn organisation_page(
    s: Shell,
    form: OrganisationForm,
    error: Option<(&'static str, String)>,
) -> OrganisationPage {
    OrganisationPage {
        steps: steps(&s, "organisation"),
        form,
        languages: [
            (Language::English, "English"),
            (Language::German, "Deutsch"),
        ],
        time_zones: jiff::tz::db()
            .available()
            .map(|zone| zone.to_string())
            .collect(),
        error,
        s,
    }
}

impl OrganisationPage {
    fn wrong(&self, field: &str) -> Option<&str> {
        self.error
            .as_ref()
            .filter(|(wrong, _)| *wrong == field)
            .map(|(_, why)| why.as_str())
    }
}

/// Where most readers of a language live; everybody else chooses.
fn time_zone_of(language: Language) -> &'static str {
    match language {
        Language::German => "Europe/Berlin",
        Language::English | Language::Pseudo => "UTC",
    }
}

fn used(s: Shell) -> Answer {
    let mut response = page(UsedPage { s })?;
    *response.status_mut() = StatusCode::GONE;
    Ok(response)
}
