use axum::extract::State;
use kit::id::PersonId;
use kit::web::{Answer, Problem, Upload, in_words};
use kit::{Day, Digest};

use super::super::meaning::Meaning;
use super::super::verbs::{CannotAppoint, NewAppointment, appoint};
use crate::App;
use crate::people::{self, AppointmentId};
use crate::shell::{Shell, page, redirect_saying};

#[derive(Clone, Debug, Default)]
struct Typed {
    person: String,
    body: String,
    capacity: String,
    from: String,
    until: String,
    basis: String,
    meanings: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "people/register/pages/new.html")]
struct NewPage {
    s: Shell,
    typed: Typed,
    mistake: Option<(&'static str, String)>,
}

impl NewPage {
    fn means(&self, meaning: &Meaning) -> bool {
        self.typed
            .meanings
            .iter()
            .any(|word| word == meaning.word())
    }

    fn at(&self, field: &str) -> Option<&str> {
        self.mistake
            .as_ref()
            .filter(|(at, _)| *at == field)
            .map(|(_, sentence)| sentence.as_str())
    }
}

pub(super) async fn new(s: Shell) -> Answer {
    let typed = Typed {
        from: s.today().to_string(),
        meanings: vec![Meaning::IsoTopManagement.to_string()],
        ..Typed::default()
    };
    page(NewPage {
        s,
        typed,
        mistake: None,
    })
}

pub(super) async fn create(State(app): State<App>, s: Shell, upload: Upload) -> Answer {
    let text = |field: &str| upload.text(field).to_owned();
    let typed = Typed {
        person: text("person"),
        body: text("body"),
        capacity: text("capacity"),
        from: text("from"),
        until: text("until"),
        basis: text("basis"),
        meanings: upload.all("meaning").map(str::to_owned).collect(),
    };
    match enter(&app, &s, &typed, upload).await {
        Ok(id) => redirect_saying(format!("/top-management/{id}"), s.t("register-added")),
        Err(Refused::Form(field, sentence)) => people::again(page(NewPage {
            s,
            typed,
            mistake: Some((field, sentence)),
        })),
        Err(Refused::Problem(problem)) => Err(problem),
    }
}

enum Refused {
    Form(&'static str, String),
    Problem(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Refused {
        Refused::Problem(problem)
    }
}

async fn enter(
    app: &App,
    s: &Shell,
    typed: &Typed,
    upload: Upload,
) -> Result<AppointmentId, Refused> {
    let viewer = s.reader()?;
    let mut new = NewAppointment {
        person: person(app, s, &typed.person).await?,
        body: typed.body.clone(),
        capacity: typed.capacity.clone(),
        from: day(s, "from", &typed.from)?,
        until: match typed.until.as_str() {
            "" => None,
            text => Some(day(s, "until", text)?),
        },
        basis: typed.basis.clone(),
        basis_file: None,
        meanings: meanings(s, &typed.meanings)?,
    };
    if let Some(file) = upload.file {
        new.basis_file = Some(keep(app, s, file).await?);
    }
    app.act(viewer, move |act| Box::pin(appoint(act, new)))
        .await
        .map_err(|cannot| refused(s, cannot))
}

/// The sentence beside the field that it is about.
fn refused(s: &Shell, cannot: CannotAppoint) -> Refused {
    let field = match cannot {
        CannotAppoint::NoSuchPerson => "person",
        CannotAppoint::EndsBeforeItBegins => "until",
        _ => "body",
    };
    match in_words(cannot, s.speech()) {
        Problem::Refused(sentence) => Refused::Form(field, sentence),
        problem => Refused::Problem(problem),
    }
}

async fn keep(app: &App, s: &Shell, file: kit::web::UploadedFile) -> Result<Digest, Problem> {
    let viewer = s.reader()?;
    let digest = app.files.put(file.bytes.clone()).await?;
    let noted = app.act(viewer, move |act| {
        Box::pin(async move { people::files::note(act, digest, &file).await })
    });
    noted.await.map_err(Problem::from)?;
    Ok(digest)
}

async fn person(app: &App, s: &Shell, text: &str) -> Result<PersonId, Refused> {
    let unknown = || Refused::Form("person", s.t("register-cannot-person"));
    if text.is_empty() {
        return Err(unknown());
    }
    let mut db = app.read().await.map_err(Problem::from)?;
    match people::named(&mut db, s.reader()?.org, text).await? {
        Ok(person) => Ok(person),
        Err(people::WrongFact::SeveralManagers) => Err(Refused::Form(
            "person",
            s.t("people-wrong-several-managers"),
        )),
        Err(_) => Err(unknown()),
    }
}

fn day(s: &Shell, field: &'static str, text: &str) -> Result<Day, Refused> {
    text.parse()
        .map_err(|_| Refused::Form(field, s.t("people-not-a-day")))
}

fn meanings(s: &Shell, words: &[String]) -> Result<Vec<String>, Refused> {
    let known = words.iter().all(|word| word.parse::<Meaning>().is_ok());
    if known {
        Ok(words.to_vec())
    } else {
        Err(Refused::Problem(Problem::Invalid(
            s.t("problem-invalid-sentence"),
        )))
    }
}
