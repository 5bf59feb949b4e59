//! Asking before signing or acknowledging, and answering: reading leaves a trace.

use anyhow::{Context, Result};
use kit::Act;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use record::kinds::{QuestionAnswered, QuestionAsked};

use super::model::Asked;
use super::{QuestionId, store};
use crate::notices::{Telling, tell};
use crate::people;

const LONGEST: usize = 4_000;

/// Why a question is not asked or answered.
#[derive(Debug, thiserror::Error)]
pub enum CannotAsk {
    #[error("There is no such text.")]
    NotFound,
    #[error("Write at least a sentence, and at most 4,000 characters.")]
    Words,
    #[error("This question is answered already.")]
    Answered,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotAsk {
    Words says "document-refused-question-words",
    Answered says "document-refused-answered";
    NotFound is NotFound,
});

/// What a question is about: its title, and who answers.
struct Subject {
    title: String,
    answers: PersonId,
    page: String,
}

/// Asks about a request (only the signatory) or a publication (everybody who reads it).
pub async fn ask(act: &mut Act, about: Asked, text: &str) -> Result<QuestionId, CannotAsk> {
    let subject = subject(act, about).await?.ok_or(CannotAsk::NotFound)?;
    let text = checked(text)?;
    let by = act.person()?;
    let id = QuestionId::fresh(act.now(), act.dice());
    let body = QuestionAsked {
        question: id.into(),
        about: about.into(),
        person: by.into(),
        text: text.to_owned(),
    };
    let org = act.org();
    let answered_on = answered_on(&mut act.db, org, about)
        .await?
        .ok_or(CannotAsk::NotFound)?;
    let recorded = act.record_first(id, body, &[]).await?;
    store::questions::insert_question(act, id, (about, text), by, recorded.id).await?;
    let news = Telling {
        to: subject.answers,
        word: "question".to_owned(),
        args: vec![
            ("title".to_owned(), subject.title),
            (
                "asker".to_owned(),
                people::name(&mut act.db, org, by).await?,
            ),
            ("question".to_owned(), text.to_owned()),
            ("page".to_owned(), answered_on),
        ],
        leads_to: None,
        thread: Some(about.to_string()),
        reply_to: Some(by),
    };
    tell(act, &news, None).await?;
    Ok(id)
}

/// Answers a question.
pub async fn answer(act: &mut Act, id: QuestionId, text: &str) -> Result<(), CannotAsk> {
    let org = act.org();
    act.db.lock(&format!("{org}/{id}")).await?;
    let question = store::questions::question(&mut act.db, org, id)
        .await?
        .ok_or(CannotAsk::NotFound)?;
    if question.answer.is_some() {
        return Err(CannotAsk::Answered);
    }
    let text = checked(text)?;
    let by = act.person()?;
    let about: Asked = question.about.parse().context("what a question is about")?;
    let body = QuestionAnswered {
        question: id.into(),
        about: about.into(),
        by: by.into(),
        text: text.to_owned(),
    };
    let recorded = act.record(id, body).await?;
    store::questions::insert_answer(act, id, text, by, recorded.id).await?;
    let subject = subject_of(act, about).await?.ok_or(CannotAsk::NotFound)?;
    let news = Telling {
        to: question.asked_by,
        word: "answer".to_owned(),
        args: vec![
            ("title".to_owned(), subject.title),
            (
                "answerer".to_owned(),
                people::name(&mut act.db, org, by).await?,
            ),
            ("question".to_owned(), question.text),
            ("answer".to_owned(), text.to_owned()),
        ],
        leads_to: Some(subject.page),
        thread: Some(about.to_string()),
        reply_to: Some(by),
    };
    tell(act, &news, None).await?;
    Ok(())
}

/// The address of the page that shows the questions about this to whoever answers them.
pub async fn answered_on(db: &mut Conn, org: OrgId, about: Asked) -> Result<Option<String>> {
    Ok(match about {
        Asked::Request(id) => store::requests::request(db, org, id)
            .await?
            .map(|request| request.kind.address_of(request.document)),
        Asked::Publication(id) => store::publications::publication(db, org, id)
            .await?
            .map(|found| found.address()),
    })
}

/// What is asked about, if this person may ask.
async fn subject(act: &mut Act, about: Asked) -> Result<Option<Subject>> {
    let (org, by) = (act.org(), act.person()?);
    if let Asked::Request(id) = about {
        let request = store::requests::request(&mut act.db, org, id).await?;
        if request.is_none_or(|request| request.signatory != by) {
            return Ok(None);
        }
    }
    subject_of(act, about).await
}

async fn subject_of(act: &mut Act, about: Asked) -> Result<Option<Subject>> {
    let org = act.org();
    Ok(match about {
        Asked::Request(id) => {
            let Some(request) = store::requests::request(&mut act.db, org, id).await? else {
                return Ok(None);
            };
            let version =
                store::texts::version(&mut act.db, org, request.document, request.version).await?;
            version.map(|version| Subject {
                title: version.title,
                answers: request.requested_by,
                page: id.address(),
            })
        }
        Asked::Publication(id) => {
            let publication = store::publications::publication(&mut act.db, org, id).await?;
            publication.map(|publication| Subject {
                title: publication.title,
                answers: publication.published_by,
                page: format!("/acknowledgements/{id}"),
            })
        }
    })
}

fn checked(text: &str) -> Result<&str, CannotAsk> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(CannotAsk::Words);
    }
    Ok(text)
}
