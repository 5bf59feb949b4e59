//! Taking back: a request that nobody answered yet, a publication that shall no longer hold.

use anyhow::{Context, Result};
use kit::{Act, Digest};
use record::kinds::DocumentWithdrawn;

use super::model::{Document, Outcome, Request, Version};
use super::{PublicationId, RequestId, store};
use crate::notices::{Telling, tell};

const LONGEST: usize = 4_000;

/// Why nothing was withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum CannotWithdraw {
    #[error("There is no such request or publication.")]
    NotFound,
    #[error("Say in a sentence why; it is kept with the record.")]
    Reason,
    #[error("This request is signed or declined already.")]
    Answered,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotWithdraw {
    Reason says "document-refused-withdraw-reason",
    Answered says "document-refused-request-answered";
    NotFound is NotFound,
});

/// Withdraws a request that is still open, and with it the round that it belongs to. Withdrawing
/// again changes nothing.
pub async fn withdraw_request(
    act: &mut Act,
    id: RequestId,
    reason: &str,
) -> Result<(), CannotWithdraw> {
    let org = act.org();
    let reason = checked(reason)?;
    let found = store::requests::request(&mut act.db, org, id)
        .await?
        .ok_or(CannotWithdraw::NotFound)?;
    act.db.lock(&format!("{org}/{}", found.document)).await?;
    let request = store::requests::request(&mut act.db, org, id)
        .await?
        .context("requests stay")?;
    match request.outcome {
        Outcome::Open => {}
        Outcome::Withdrawn { .. } => return Ok(()),
        Outcome::Signed { .. } | Outcome::Declined { .. } | Outcome::NoLongerNeeded { .. } => {
            return Err(CannotWithdraw::Answered);
        }
    }
    let document = document(act, request.document).await?;
    let version = store::texts::version(&mut act.db, org, request.document, request.version)
        .await?
        .context("a request has its version")?;
    let together = match request.round {
        Some(round) => store::requests::requests_of_round(&mut act.db, org, round).await?,
        None => vec![request],
    };
    for request in together.iter().filter(|request| request.is_open()) {
        take_back(act, request, (&document, &version), reason).await?;
    }
    Ok(())
}

/// Ends one request, and tells whoever was asked.
async fn take_back(
    act: &mut Act,
    request: &Request,
    (document, version): (&Document, &Version),
    reason: &str,
) -> Result<()> {
    let by = act.person()?;
    let title = version.title.clone();
    let what = (version.number, title.clone());
    let body = withdrawn(document, what, version.digest, reason);
    let recorded = act.record(request.document, body).await?;
    store::requests::insert_refusal(act, request.id, ("withdrawn", reason), by, recorded.id)
        .await?;
    let news = Telling {
        to: request.signatory,
        word: "request-withdrawn".to_owned(),
        args: vec![
            ("title".to_owned(), title),
            ("reason".to_owned(), reason.to_owned()),
        ],
        leads_to: None,
        thread: Some(request.id.to_string()),
        reply_to: Some(by),
    };
    tell(act, &news, None).await
}

/// Ends a publication. Withdrawing again changes nothing.
pub async fn withdraw_publication(
    act: &mut Act,
    id: PublicationId,
    reason: &str,
) -> Result<(), CannotWithdraw> {
    let (org, by) = (act.org(), act.person()?);
    let reason = checked(reason)?;
    let found = store::publications::publication(&mut act.db, org, id)
        .await?
        .ok_or(CannotWithdraw::NotFound)?;
    act.db.lock(&format!("{org}/{}", found.document)).await?;
    let publication = store::publications::publication(&mut act.db, org, id)
        .await?
        .context("publications stay")?;
    if publication.withdrawn_at.is_some() {
        return Ok(());
    }
    let document = document(act, publication.document).await?;
    let what = (publication.version, publication.title);
    let mut body = withdrawn(&document, what, publication.digest, reason);
    body.publication = Some(id.into());
    let recorded = act.record(publication.document, body).await?;
    store::publications::insert_withdrawal(act, id, reason, (by, recorded.id)).await?;
    Ok(())
}

async fn document(act: &mut Act, id: super::DocumentId) -> Result<Document> {
    let org = act.org();
    store::texts::document(&mut act.db, org, id)
        .await?
        .context("a version has its document")
}

fn withdrawn(
    document: &Document,
    (version, title): (i64, String),
    text: Digest,
    reason: &str,
) -> DocumentWithdrawn {
    DocumentWithdrawn {
        publication: None,
        document: document.id.into(),
        kind: document.kind.word().to_owned(),
        version: version as u32,
        title,
        text: text.into(),
        reason: reason.to_owned(),
    }
}

fn checked(reason: &str) -> Result<&str, CannotWithdraw> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(CannotWithdraw::Reason);
    }
    Ok(reason)
}
