//! Adding somebody by hand, and changing what is known.

use axum::extract::{Path, State};
use kit::Day;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::web::{Answer, Form, Problem, Refusal, in_words};
use kit::words::Language;
use serde::Deserialize;

use super::super::change::{CannotChange, Changed, Done, change};
use super::super::facts::{Fact, Person, WrongFact};
use super::super::join::{CannotJoin, NewPerson, join};
use super::super::store;
use super::{Mistake, again, at, given, seen};
use crate::App;
use crate::shell::{Shell, page, redirect_saying};

/// What somebody typed, kept when it is refused.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    email: String,
    title: String,
    unit: String,
    manager: String,
    number: String,
    language: String,
    contractor: Option<String>,
    /// The first day of a joiner, or the day from which a change counts.
    day: String,
}

#[derive(askama::Template)]
#[template(path = "people/pages/form.html")]
struct FormPage {
    s: Shell,
    /// `None` for somebody new.
    person: Option<Person>,
    typed: Typed,
    mistakes: Vec<Mistake>,
}

impl FormPage {
    fn at(&self, field: &str) -> Option<&str> {
        at(&self.mistakes, field)
    }
}

pub(super) async fn new(s: Shell) -> Answer {
    let typed = Typed {
        day: s.today().to_string(),
        ..Typed::default()
    };
    page(FormPage {
        s,
        person: None,
        typed,
        mistakes: Vec::new(),
    })
}

pub(super) async fn create(State(app): State<App>, s: Shell, Form(typed): Form<Typed>) -> Answer {
    match enter(&app, &s, &typed).await {
        Ok(person) => redirect_saying(
            format!("/people/{person}"),
            s.say("people-added").with("name", typed.name.trim()),
        ),
        Err(Refused::Form(mistake)) => again(page(FormPage {
            s,
            person: None,
            typed,
            mistakes: vec![mistake],
        })),
        Err(Refused::Problem(problem)) => Err(problem),
    }
}

async fn enter(app: &App, s: &Shell, typed: &Typed) -> Result<PersonId, Refused> {
    let viewer = s.reader()?;
    let new = NewPerson {
        name: typed.name.clone(),
        email: given(&typed.email),
        job_title: given(&typed.title),
        unit: given(&typed.unit),
        manager: manager(app, s, &typed.manager).await?,
        number: given(&typed.number),
        language: language(&typed.language),
        started_on: day(s, &typed.day)?,
    };
    app.act(viewer, move |act| Box::pin(join(act, new)))
        .await
        .map_err(|cannot| match cannot {
            CannotJoin::Wrong(wrong) => Refused::wrong(s, wrong),
            cannot => Refused::at("name", cannot, s),
        })
}

pub(super) async fn edit(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let (person, _) = seen(&app, &s, &id).await?;
    let mut db = app.read().await?;
    let typed = Typed {
        name: person.name.clone(),
        email: person.email.clone().unwrap_or_default(),
        title: person.job_title.clone().unwrap_or_default(),
        unit: person.unit.clone().unwrap_or_default(),
        manager: called(&mut db, s.reader()?.org, person.manager).await?,
        number: person.number.clone().unwrap_or_default(),
        language: person.fact(Fact::Language).unwrap_or_default(),
        contractor: person.contractor.then(|| "yes".to_owned()),
        day: s.today().to_string(),
    };
    page(FormPage {
        s,
        person: Some(person),
        typed,
        mistakes: Vec::new(),
    })
}

pub(super) async fn save(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (person, _) = seen(&app, &s, &id).await?;
    match alter(&app, &s, &person, &typed).await {
        Ok(done) => {
            let word = match done {
                Done {
                    address_waits: true,
                    ..
                } => "address-waits-now",
                Done { facts, .. } if facts.is_empty() => "people-nothing-changed",
                _ => "people-changed",
            };
            redirect_saying(format!("/people/{}", person.id), s.t(word))
        }
        Err(Refused::Form(mistake)) => again(page(FormPage {
            s,
            person: Some(person),
            typed,
            mistakes: vec![mistake],
        })),
        Err(Refused::Problem(problem)) => Err(problem),
    }
}

async fn alter(app: &App, s: &Shell, person: &Person, typed: &Typed) -> Result<Done, Refused> {
    let viewer = s.reader()?;
    let changed = Changed {
        name: typed.name.clone(),
        email: given(&typed.email),
        job_title: given(&typed.title),
        unit: given(&typed.unit),
        manager: manager(app, s, &typed.manager).await?,
        number: given(&typed.number),
        language: language(&typed.language),
        contractor: typed.contractor.is_some(),
    };
    let (id, from) = (person.id, day(s, &typed.day)?);
    app.act(viewer, move |act| Box::pin(change(act, id, changed, from)))
        .await
        .map_err(|cannot| match cannot {
            CannotChange::Wrong(wrong) => Refused::wrong(s, wrong),
            CannotChange::When => Refused::at("day", cannot, s),
            cannot => Refused::at("name", cannot, s),
        })
}

/// Why a form comes back.
enum Refused {
    Form(Mistake),
    Problem(Problem),
}

impl Refused {
    /// What has a sentence stands beside the field; everything else is the answer itself.
    fn at(field: &'static str, refusal: impl Refusal, s: &Shell) -> Refused {
        match in_words(refusal, s.speech()) {
            Problem::Refused(sentence) => Refused::Form(Mistake { field, sentence }),
            problem => Refused::Problem(problem),
        }
    }

    fn wrong(s: &Shell, wrong: WrongFact) -> Refused {
        Refused::at(wrong.fact().word(), wrong, s)
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Refused {
        Refused::Problem(problem)
    }
}

fn day(s: &Shell, text: &str) -> Result<Day, Refused> {
    text.trim().parse().map_err(|_| {
        Refused::Form(Mistake {
            field: "day",
            sentence: s.t("people-not-a-day"),
        })
    })
}

fn language(word: &str) -> Option<Language> {
    word.parse()
        .ok()
        .filter(|spoken| *spoken != Language::Pseudo)
}

async fn manager(app: &App, s: &Shell, text: &str) -> Result<Option<PersonId>, Refused> {
    let Some(text) = given(text) else {
        return Ok(None);
    };
    let mut db = app.read().await.map_err(Problem::from)?;
    match named(&mut db, s.reader()?.org, &text).await? {
        Ok(person) => Ok(Some(person)),
        Err(wrong) => Err(Refused::wrong(s, wrong)),
    }
}

/// Somebody here by e-mail address, by full name or by id.
pub(in super::super) async fn named(
    db: &mut Conn,
    org: OrgId,
    text: &str,
) -> Result<Result<PersonId, WrongFact>, Problem> {
    if let Ok(id) = text.parse() {
        let known = store::person(db, org, id).await?;
        return Ok(known.map(|known| known.id).ok_or(WrongFact::NoSuchManager));
    }
    if let Some(person) = store::holder_of_address(db, org, text).await? {
        return Ok(Ok(person));
    }
    let found = store::called(db, org, text).await?;
    Ok(match found[..] {
        [] => Err(WrongFact::NoSuchManager),
        [person] => Ok(person),
        _ => Err(WrongFact::SeveralManagers),
    })
}

/// How a form names somebody so that it finds them again.
async fn called(db: &mut Conn, org: OrgId, id: Option<PersonId>) -> Result<String, Problem> {
    let Some(id) = id else {
        return Ok(String::new());
    };
    let known = store::person(db, org, id).await?;
    Ok(known
        .and_then(|known| known.email.filter(|_| known.left_at.is_none()))
        .unwrap_or_else(|| id.to_string()))
}
