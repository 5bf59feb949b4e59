//! The text as it was published, what changed since the last one, and the one button.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::Digest;
use kit::db::Conn;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, in_words};
use kit::words::Language;
use serde::Deserialize;

use super::super::acknowledge::{CannotAcknowledge, Consent, acknowledge};
use super::super::store::{acknowledging, declinings};
use super::publication_id;
use crate::App;
use crate::documents::diff::{self, Show};
use crate::documents::{self, Publication, PublicationId, text};
use crate::ledger::{self, Place};
use crate::people;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "assignments/pages/acknowledgements.html")]
struct AcknowledgementPage {
    s: Shell,
    publication: Publication,
    html: String,
    /// What changed since the version before, if there was one.
    diff: Option<String>,
    minutes: i64,
    asked_by: String,
    due: String,
    /// When this reader acknowledged it, once they have.
    done: Option<String>,
    /// This reader's refusal, while it stands.
    declined: Option<Refusal>,
    may_act: bool,
    problem: Option<String>,
}

/// What the reader refused, and what somebody decided on it.
struct Refusal {
    when: String,
    reason: String,
    /// Its place in the log, once it has one.
    place: Option<String>,
    decisions: Vec<String>,
}

pub(super) async fn show(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    reading(&app, s, publication_id(&publication)?, None).await
}

#[derive(Debug, Deserialize)]
pub(super) struct AcknowledgeForm {
    shown: String,
    /// The language of the words on the button.
    language: Language,
}

pub(super) async fn create(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
    Form(form): Form<AcknowledgeForm>,
) -> Answer {
    let publication = publication_id(&publication)?;
    let viewer = s.reader()?.clone();
    let consent = Consent {
        // What is no digest is certainly not the digest of this text.
        shown: form.shown.parse().unwrap_or(Digest([0; 32])),
        words: app.words.speak(form.language).t("acknowledgement-consent"),
        language: form.language,
        method: viewer.method,
    };
    let given = app
        .act(&viewer, move |act| {
            Box::pin(acknowledge(act, publication, consent))
        })
        .await;
    match given {
        Ok(_) => redirect(format!("/acknowledgements/{publication}/receipt")),
        Err(refusal) => refused(&app, s, publication, refusal).await,
    }
}

/// The page again, with the sentence on top.
async fn refused(
    app: &App,
    s: Shell,
    publication: PublicationId,
    refusal: CannotAcknowledge,
) -> Answer {
    let sentence = match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    let mut answer = reading(app, s, publication, Some(sentence)).await?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

async fn reading(app: &App, s: Shell, id: PublicationId, problem: Option<String>) -> Answer {
    let (org, reader) = (s.reader()?.org, s.reader()?.person);
    let mut db = app.read().await?;
    let due_on = acknowledging::due_on(&mut db, org, id, reader)
        .await?
        .ok_or(Problem::NotFound)?;
    let publication = documents::publication(&mut db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let done = acknowledging::acknowledgement(&mut db, org, id, reader).await?;
    let declined = refusal(&mut db, &s, (id, reader)).await?;
    let asked_by = people::person(&mut db, org, publication.published_by).await?;
    let (document, version) = (publication.document, publication.version);
    let shown = documents::text_of(&mut db, org, (document, version)).await?;
    let diff = match publication.previous {
        Some(previous) => {
            let before = documents::text_of(&mut db, org, (document, previous.version)).await?;
            let diff = diff::between(&before, &shown);
            Some(diff::to_html(&diff, Show::Changes, s.speech()))
        }
        None => None,
    };
    page(AcknowledgementPage {
        html: text::to_html(&shown),
        diff,
        minutes: text::minutes(&shown) as i64,
        asked_by: asked_by.map_or_else(String::new, |person| person.name),
        due: s.day(&due_on),
        declined,
        may_act: done.is_none() && publication.is_current(),
        done: done.map(|done| s.moment(&done.acknowledged_at)),
        publication,
        problem,
        s,
    })
}

async fn refusal(
    db: &mut Conn,
    s: &Shell,
    (publication, reader): (PublicationId, PersonId),
) -> Result<Option<Refusal>, Problem> {
    let org = s.reader()?.org;
    let Some(declined) = declinings::standing(db, org, publication, reader).await? else {
        return Ok(None);
    };
    let decided = declinings::decisions(db, org, publication).await?;
    let mine = decided.iter().filter(|one| one.declining == declined.id);
    let decisions = mine.map(|one| {
        let word = format!("declinings-said-{}", one.decision);
        let who = s.say(&word).with("name", one.name.as_str()).to_string();
        format!("{who} {}", one.words)
    });
    let place = match ledger::place(db, org, declined.record).await? {
        Some(Place::At(index)) => {
            let place = s.say("acknowledgement-declined-place");
            Some(place.with("place", index as i64).to_string())
        }
        _ => None,
    };
    Ok(Some(Refusal {
        when: s.moment(&declined.declined_at),
        decisions: decisions.collect(),
        reason: declined.reason,
        place,
    }))
}
