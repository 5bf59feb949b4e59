//! The receipt of a signature: what, who, when, how strongly, and what that proves.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::web::{Answer, Problem, file, id};

use super::asked;
use super::said::{self, level, proof_of};
use crate::App;
use crate::documents::{self, Level, Request, RequestId, Signature, Version};
use crate::identity::Viewer;
use crate::ledger::{self, Place};
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "signatures/pages/receipt.html")]
struct ReceiptPage {
    s: Shell,
    id: RequestId,
    organisation: String,
    lead: String,
    facts: Vec<(String, String)>,
    digest: String,
    name: String,
    signed: String,
    is_passkey: bool,
    words_language: &'static str,
    words: String,
    /// The record has no place in the log yet.
    waits: bool,
    /// Came by the link in a letter, which opens nothing else.
    by_link: bool,
    /// Where whoever directs publishes what they signed themselves.
    publish: Option<String>,
}

/// The signature and its text: for the signatory and for readers.
async fn signature(
    db: &mut Conn,
    s: &Shell,
    request: &str,
) -> Result<(Signature, Version), Problem> {
    let viewer = s.reader()?;
    let signature = documents::signature(db, viewer.org, id(request)?).await?;
    let signature = signature
        .filter(|signature| signature.person == viewer.person || viewer.reads())
        .ok_or(Problem::NotFound)?;
    let version = asked::version(db, viewer.org, signature.document, signature.version).await?;
    Ok((signature, version))
}

pub(super) async fn show(State(app): State<App>, Path(request): Path<String>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let asked = documents::request(&mut db, viewer.org, id(&request)?).await?;
    let waits = |asked: &Request| asked.is_open() && asked.signatory == viewer.person;
    if let Some(asked) = asked.filter(waits) {
        return redirect(asked.id.address());
    }
    let (signature, version) = signature(&mut db, &s, &request).await?;
    let place = ledger::place(&mut db, viewer.org, signature.record).await?;
    let waits = !matches!(place, Some(Place::At(_)));
    let publish = publish(&mut db, &viewer, &signature).await?;
    let place = said::place(&s, place);
    page(ReceiptPage {
        lead: s
            .say("statement-receipt-lead")
            .with("name", signature.name.as_str())
            .with("title", version.title.as_str())
            .to_string(),
        facts: facts(&s, &signature, &version, place),
        digest: signature.digest.to_string(),
        signed: s
            .say("statement-receipt-signed")
            .with("moment", s.moment(&signature.signed_at))
            .to_string(),
        is_passkey: signature.level == Level::L2,
        words_language: signature.language.word(),
        id: signature.request,
        waits,
        by_link: viewer.scope.is_some(),
        publish,
        organisation: viewer.organisation,
        name: signature.name,
        words: signature.words,
        s,
    })
}

/// The page on which this version is published, for whoever may and as long as nobody did.
async fn publish(
    db: &mut Conn,
    viewer: &Viewer,
    signature: &Signature,
) -> Result<Option<String>, Problem> {
    if !viewer.directs() || viewer.scope.is_some() {
        return Ok(None);
    }
    let waiting = documents::unpublished(db, viewer.org).await?;
    let (document, version) = (signature.document, signature.version);
    let waits = waiting
        .iter()
        .find(|it| it.document == document && it.version == version);
    Ok(waits.map(|it| format!("{}#publish", it.kind.version_address(document, version))))
}

fn facts(
    s: &Shell,
    signature: &Signature,
    version: &Version,
    place: String,
) -> Vec<(String, String)> {
    let document = s
        .say("statement-receipt-document")
        .with("title", version.title.as_str())
        .with("n", version.number);
    let who = format!("{}, {}", signature.name, signature.capacity);
    let mut facts = vec![
        (s.t("statement-receipt-what"), document.to_string()),
        (s.t("statement-receipt-who"), who),
        (
            s.t("statement-receipt-when"),
            format!(
                "{} ({})",
                s.moment(&signature.signed_at),
                signature.signed_at
            ),
        ),
        (s.t("statement-receipt-how"), level(s, signature)),
        (
            s.t("statement-receipt-came-in"),
            s.t(&format!("statement-came-in-{}", signature.method)),
        ),
        (s.t("statement-receipt-place"), place),
    ];
    let changed = signature.changed_this_year.clone();
    facts.extend(changed.map(|changed| (s.t("statement-changed-this-year"), changed)));
    facts
}

pub(super) async fn proof(State(app): State<App>, Path(request): Path<String>, s: Shell) -> Answer {
    let mut db = app.read().await?;
    let (signature, _) = signature(&mut db, &s, &request).await?;
    proof_of(&mut db, &s, signature.record).await
}

/// The exact bytes that were signed.
pub(super) async fn text(State(app): State<App>, Path(request): Path<String>, s: Shell) -> Answer {
    let mut db = app.read().await?;
    let (_, version) = signature(&mut db, &s, &request).await?;
    let name = format!("{}.md", version.digest);
    file(&name, "text/markdown; charset=utf-8", version.text)
}
