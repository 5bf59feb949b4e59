//! One version: its exact text, who signed it, and the evidence of both.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Form, Problem, file, id, in_words};
use serde::Deserialize;

use super::found::{self, document, listed_as};
use crate::App;
use crate::documents::{
    self, Asked, Change, DocumentId, DocumentKind, NewPublication, Outcome, PublicationId, Request,
    Signature, Version, text,
};
use crate::shell::{Shell, page, redirect_saying};
use crate::signatures::{Signed, all_signed, place_of, proof_of};
use crate::{assignments, people, statements};

#[derive(askama::Template)]
#[template(path = "versions/version.html")]
struct VersionPage {
    s: Shell,
    id: DocumentId,
    home: &'static str,
    /// What the list of this kind is called.
    listed_as: &'static str,
    number: i64,
    title: String,
    organisation: String,
    language: &'static str,
    html: String,
    digest: String,
    facts: Vec<(String, String)>,
    /// The version whose text this one changes.
    compared_with: Option<i64>,
    /// Everybody who signed it.
    signatures: Vec<Signed>,
    /// Nobody signed: the words below the dashed line, and the reason that was given.
    unsigned: Option<Unsigned>,
    publication: Option<String>,
    can_publish: bool,
    /// Whom publishing asks.
    audience: String,
    unconfirmed: Option<Unconfirmed>,
    questions: Vec<documents::Question>,
    refused: Option<String>,
}

struct Unsigned {
    sentence: String,
    reason: Option<String>,
}

/// Contents that nobody but the author has found, and who might.
struct Unconfirmed {
    sentence: String,
    by: Vec<String>,
}

pub(super) async fn show(
    State(app): State<App>,
    Path((document, number)): Path<(String, String)>,
    s: Shell,
) -> Answer {
    let mut db = app.read().await?;
    page(version_page(&mut db, s, id(&document)?, id(&number)?, None).await?)
}

async fn version_page(
    db: &mut Conn,
    s: Shell,
    document: DocumentId,
    number: i64,
    refused: Option<String>,
) -> Result<VersionPage, Problem> {
    let viewer = s.reader()?.clone();
    let org = viewer.org;
    let version = found::version(db, org, document, number).await?;
    let kind = self::document(db, org, document).await?.kind;
    let requests = documents::requests(db, org, document).await?;
    let compared_with = documents::compared_with(&requests, number);
    let request = requests
        .into_iter()
        .find(|request| request.version == number);
    let publications = documents::publications(db, org, document).await?;
    let published = publications
        .iter()
        .find(|publication| publication.version == number);
    let is_latest = publications
        .iter()
        .all(|publication| publication.version <= number);
    let given = documents::signatures_of_version(db, org, document, number).await?;
    let approved = documents::approval(db, org, document, number).await?;
    let questions = match &request {
        Some(request) => documents::questions(db, org, Asked::Request(request.id)).await?,
        None => Vec::new(),
    };
    let confirmed = match kind {
        DocumentKind::Statement => Some(confirmed(db, org, &version).await?),
        _ => None,
    };
    let records = (given.last(), request.as_ref());
    let facts = facts(db, &s, (&version, confirmed), records).await?;
    let signatures = all_signed(db, &s, given).await?;
    Ok(VersionPage {
        can_publish: viewer.directs()
            && approved.is_some()
            && published.is_none()
            && is_latest
            && kind != DocumentKind::ApprovalMatrix,
        audience: audience(db, &s, version.change).await?,
        unconfirmed: match confirmed {
            Some(confirmed) => unconfirmed(db, &s, (&version, confirmed)).await?,
            None => None,
        },
        publication: published.map(|published| kind.publication_address(document, published.id)),
        unsigned: unsigned(db, &s, request.as_ref()).await?,
        signatures,
        id: document,
        home: kind.address(),
        listed_as: listed_as(kind),
        number,
        title: version.title,
        organisation: viewer.organisation,
        language: version.language.word(),
        html: text::to_html(&version.text),
        digest: version.digest.to_string(),
        facts,
        compared_with,
        questions,
        refused,
        s,
    })
}

/// How many of the twelve contents somebody found in exactly this text.
async fn confirmed(db: &mut Conn, org: OrgId, version: &Version) -> Result<usize, Problem> {
    let found = documents::confirmations(db, org, version.document, version.digest).await?;
    let is_found =
        |item: &statements::Item| found.iter().any(|it| it.item == i64::from(item.number));
    Ok(statements::contents().filter(is_found).count())
}

/// The signature itself is one of the twelve and needs nobody to find it.
async fn unconfirmed(
    db: &mut Conn,
    s: &Shell,
    (version, confirmed): (&Version, usize),
) -> Result<Option<Unconfirmed>, Problem> {
    if confirmed + 1 >= statements::contents().count() {
        return Ok(None);
    }
    let sentence = s
        .say("statement-publication-unconfirmed")
        .with("confirmed", confirmed as i64);
    Ok(Some(Unconfirmed {
        sentence: sentence.to_string(),
        by: statements::confirmers(db, s, &version.authors).await?,
    }))
}

/// Whom publishing asks: everybody, or after a change of wording only those who still owe.
async fn audience(db: &mut Conn, s: &Shell, change: Change) -> Result<String, Problem> {
    let people = documents::everyone(db, s.reader()?.org, s.today()).await?;
    let word = match change {
        Change::First | Change::Material => "statement-publication-why",
        Change::Editorial => "statement-publication-why-editorial",
    };
    Ok(s.say(word).with("people", people).to_string())
}

async fn unsigned(
    db: &mut Conn,
    s: &Shell,
    request: Option<&Request>,
) -> Result<Option<Unsigned>, Problem> {
    let Some(request) = request else {
        return Ok(None);
    };
    let name = people::name(db, s.reader()?.org, request.signatory).await?;
    let (word, ended) = match &request.outcome {
        Outcome::Open | Outcome::Signed { .. } => ("statement-signature-waiting", None),
        Outcome::Declined { at, reason } => ("statement-version-declined-by", Some((at, reason))),
        Outcome::Withdrawn { at, reason } => {
            ("statement-version-withdrawn-from", Some((at, reason)))
        }
        Outcome::NoLongerNeeded { .. } => ("approval-no-longer-needed", None),
    };
    let said = s.say(word).with("name", name);
    let said = match ended {
        Some((at, _)) => said.with("moment", s.moment(at)),
        None => said,
    };
    Ok(Some(Unsigned {
        sentence: said.to_string(),
        reason: ended.map(|(_, reason)| reason.clone()),
    }))
}

async fn facts(
    db: &mut Conn,
    s: &Shell,
    (version, confirmed): (&Version, Option<usize>),
    (signature, request): (Option<&Signature>, Option<&Request>),
) -> Result<Vec<(String, String)>, Problem> {
    let org = s.reader()?.org;
    let author = people::name(db, org, version.author).await?;
    let mut facts = vec![
        (s.t("statement-version-made"), s.moment(&version.made_at)),
        (s.t("statement-version-author"), author),
        (
            s.t("statement-version-change"),
            s.t(&format!("statement-change-{}", version.change)),
        ),
    ];
    let days = [
        ("statement-request-effective", version.effective_on),
        ("statement-request-review", version.next_review_on),
    ];
    for (word, day) in days {
        facts.extend(day.map(|day| (s.t(word), s.day(&day))));
    }
    if let Some(confirmed) = confirmed {
        let contents = s
            .say("statement-contents-confirmed")
            .with("confirmed", confirmed as i64)
            .to_string();
        facts.push((s.t("statement-contents-title"), contents));
    }
    let records = [
        (
            "statement-version-record-request",
            request.map(|request| request.record),
        ),
        (
            "statement-version-record-signature",
            signature.map(|signature| signature.record),
        ),
    ];
    for (word, record) in records {
        if let Some(record) = record {
            facts.push((s.t(word), place_of(db, s, org, record).await?));
        }
    }
    Ok(facts)
}

/// The exact bytes.
pub(super) async fn text(
    State(app): State<App>,
    Path((document, number)): Path<(String, String)>,
    s: Shell,
) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let version = found::version(&mut db, org, id(&document)?, id(&number)?).await?;
    let name = format!("{}.md", version.digest);
    file(&name, "text/markdown; charset=utf-8", version.text)
}

/// The proof that the signature, or else the request, is in the log.
pub(super) async fn proof(
    State(app): State<App>,
    Path((document, number)): Path<(String, String)>,
    s: Shell,
) -> Answer {
    let org = s.reader()?.org;
    let (document, number): (DocumentId, i64) = (id(&document)?, id(&number)?);
    let mut db = app.read().await?;
    self::document(&mut db, org, document).await?;
    let signature = documents::signature_of_version(&mut db, org, document, number).await?;
    let requests = documents::requests(&mut db, org, document).await?;
    let request = requests.iter().find(|request| request.version == number);
    let record = signature
        .map(|signature| signature.record)
        .or_else(|| request.map(|request| request.record))
        .ok_or(Problem::NotFound)?;
    proof_of(&mut db, &s, record).await
}

#[derive(Debug, Deserialize)]
pub(super) struct PublishForm {
    shown: String,
    #[serde(default)]
    due_days: String,
}

pub(super) async fn publish(
    State(app): State<App>,
    Path((document, number)): Path<(String, String)>,
    s: Shell,
    Form(form): Form<PublishForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let (document, version): (DocumentId, i64) = (id(&document)?, id(&number)?);
    let new = NewPublication {
        document,
        version,
        shown: id(&form.shown)?,
        due_days: form.due_days.trim().parse().unwrap_or(0),
    };
    let due_days = new.due_days;
    let published = app
        .act(&viewer, move |act| {
            Box::pin(async move { assignments::publish(act, new).await })
        })
        .await;
    let refusal = match published {
        Ok(publication) => {
            let mut db = app.read().await?;
            let kind = self::document(&mut db, viewer.org, document).await?.kind;
            let to = kind.publication_address(document, publication);
            let done = done(&mut db, &s, publication, due_days).await?;
            return redirect_saying(to, done);
        }
        Err(refusal) => refusal,
    };
    match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => {
            let mut db = app.read().await?;
            let again = version_page(&mut db, s, document, version, Some(sentence)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
        }
        problem => Err(problem),
    }
}

/// How many were asked by when, as the letters say it.
async fn done(
    db: &mut Conn,
    s: &Shell,
    publication: PublicationId,
    due_days: i64,
) -> Result<String, Problem> {
    let asked = assignments::tally_of(db, s.reader()?.org, publication, s.today()).await?;
    let said = s
        .say("statement-publication-done")
        .with("people", asked.asked)
        .with("day", s.day(&s.today().plus_days(due_days)));
    Ok(said.to_string())
}
