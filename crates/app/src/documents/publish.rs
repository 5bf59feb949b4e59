//! Publishing: a signed text is laid before everybody.

use anyhow::{Context, Result};
use kit::{Act, Digest};
use record::kinds::DocumentPublished;

use super::{DocumentId, PublicationId, store};
use crate::people;

/// What is to be published.
#[derive(Clone, Copy, Debug)]
pub struct NewPublication {
    pub document: DocumentId,
    pub version: i64,
    /// The digest of the text that was on the screen.
    pub shown: Digest,
    /// Within how many days everybody shall acknowledge it.
    pub due_days: i64,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum CannotPublish {
    #[error("There is no such version.")]
    NotFound,
    #[error("The text changed since it was on your screen. Nothing was published.")]
    TextChanged,
    #[error("This version is not signed by everybody it needs. Only what is signed is published.")]
    Unsigned,
    #[error("A later version is published already.")]
    Superseded,
    #[error("This publication was withdrawn. Make a new version.")]
    Withdrawn,
    #[error("Give people between 1 and 365 days.")]
    DueDays,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotPublish {
    TextChanged says "document-refused-text-changed-publish",
    Unsigned says "document-refused-unsigned",
    Superseded says "document-refused-superseded",
    Withdrawn says "document-refused-withdrawn",
    DueDays says "document-refused-due-days";
    NotFound is NotFound,
});

/// Lays a signed version before everyone. Publishing it again is the same publication. The verb of
/// pages and programs is `assignments::publish`, which asks people in the same unit of work.
pub async fn publish(act: &mut Act, new: NewPublication) -> Result<PublicationId, CannotPublish> {
    let (org, by) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/{}", new.document)).await?;
    let version = store::texts::version(&mut act.db, org, new.document, new.version)
        .await?
        .ok_or(CannotPublish::NotFound)?;
    if version.digest != new.shown {
        return Err(CannotPublish::TextChanged);
    }
    if let Some(published) = published_before(act, new).await? {
        return Ok(published);
    }
    if !(1..=365).contains(&new.due_days) {
        return Err(CannotPublish::DueDays);
    }
    store::approvals::approval(&mut act.db, org, new.document, new.version)
        .await?
        .ok_or(CannotPublish::Unsigned)?;

    let document = store::texts::document(&mut act.db, org, new.document)
        .await?
        .context("a version has its document")?;
    let today = people::today(act).await?;
    let people = store::publications::everyone(&mut act.db, org, today).await?;
    let id = PublicationId::fresh(act.now(), act.dice());
    let body = DocumentPublished {
        publication: id.into(),
        document: new.document.into(),
        kind: document.kind.word().to_owned(),
        version: version.number as u32,
        title: version.title,
        text: version.digest.into(),
        language: version.language.word().to_owned(),
        audience: "everyone".to_owned(),
        people: people as u64,
        due_days: new.due_days as u32,
    };
    let recorded = act.record(new.document, body).await?;
    let what = (new.document, new.version);
    store::publications::insert_publication(act, id, what, new.due_days, (by, recorded.id)).await?;
    Ok(id)
}

/// The publication of this version, if it holds already.
async fn published_before(
    act: &mut Act,
    new: NewPublication,
) -> Result<Option<PublicationId>, CannotPublish> {
    let org = act.org();
    let publications = store::publications::publications(&mut act.db, org, new.document).await?;
    if publications
        .iter()
        .any(|publication| publication.version > new.version)
    {
        return Err(CannotPublish::Superseded);
    }
    match publications
        .iter()
        .find(|publication| publication.version == new.version)
    {
        Some(publication) if publication.withdrawn_at.is_some() => Err(CannotPublish::Withdrawn),
        published => Ok(published.map(|publication| publication.id)),
    }
}
