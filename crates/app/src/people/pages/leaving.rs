use axum::extract::{Path, State};
use kit::web::{Answer, Form, Problem, in_words};
use record::kinds::words::ReasonClass;
use serde::Deserialize;

use super::super::facts::Person;
use super::super::leave::{Leaving, leave};
use super::{again, seen};
use crate::App;
use crate::shell::{Shell, page, redirect_saying};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    day: String,
    reason: String,
}

#[derive(askama::Template)]
#[template(path = "people/pages/leaving.html")]
struct LeavingPage {
    s: Shell,
    person: Person,
    typed: Typed,
    mistake: Option<String>,
}

const REASONS: [(&str, ReasonClass); 4] = [
    ("voluntary", ReasonClass::Voluntary),
    ("involuntary", ReasonClass::Involuntary),
    ("end-of-term", ReasonClass::EndOfTerm),
    ("other", ReasonClass::Other),
];

pub(super) async fn ask(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let (person, _) = seen(&app, &s, &id).await?;
    let day = person.left_on.unwrap_or(s.today()).to_string();
    page(LeavingPage {
        s,
        person,
        typed: Typed {
            day,
            reason: String::new(),
        },
        mistake: None,
    })
}

pub(super) async fn note(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (person, _) = seen(&app, &s, &id).await?;
    let id = person.id;
    let refused = match typed.day.trim().parse() {
        Err(_) => s.t("people-not-a-day"),
        Ok(on) => {
            let reason = REASONS.iter().find(|(word, _)| *word == typed.reason);
            let leaving = Leaving {
                on,
                reason: reason.map(|(_, reason)| *reason),
            };
            let left = app.act(s.reader()?, move |act| Box::pin(leave(act, id, leaving)));
            match left.await {
                Ok(()) => {
                    let said = s
                        .say("people-leaving-noted")
                        .with("name", person.name.as_str())
                        .with("day", s.day(&on))
                        .to_string();
                    return redirect_saying(format!("/people/{id}"), said);
                }
                Err(cannot) => match in_words(cannot, s.speech()) {
                    Problem::Refused(sentence) => sentence,
                    problem => return Err(problem),
                },
            }
        }
    };
    let mistake = Some(refused);
    again(page(LeavingPage {
        s,
        person,
        typed,
        mistake,
    }))
}
