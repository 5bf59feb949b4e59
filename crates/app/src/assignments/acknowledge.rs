//! Acknowledging: exactly the text that was shown, once.

use anyhow::Context;
use kit::db::FromRow;
use kit::id::{PersonId, RecordId};
use kit::words::Language;
use kit::{Act, Digest, Moment};
use record::kinds::DocumentAcknowledged;
use record::kinds::words::Proof;

use super::AcknowledgementId;
use super::jobs::SendReceipt;
use super::store::acknowledging::{self, Asked};
use crate::App;
use crate::documents::{Level, PublicationId};
use crate::identity::SignInMethod;

/// What somebody says and how they had come in.
#[derive(Clone, Debug)]
pub struct Consent {
    /// The digest of the text that was on the screen.
    pub shown: Digest,
    /// The words on the button, exactly as they were shown.
    pub words: String,
    /// The language of those words.
    pub language: Language,
    pub method: SignInMethod,
}

/// What somebody acknowledged.
#[derive(Clone, Debug, FromRow)]
pub struct Acknowledgement {
    pub id: AcknowledgementId,
    pub publication: PublicationId,
    pub person: PersonId,
    pub digest: Digest,
    pub level: Level,
    pub method: SignInMethod,
    pub words: String,
    pub language: Language,
    pub acknowledged_at: Moment,
    pub record: RecordId,
}

/// Why an acknowledgement is not taken.
#[derive(Debug, thiserror::Error)]
pub enum CannotAcknowledge {
    #[error("There is nothing here for you to acknowledge.")]
    NotAsked,
    #[error("This text is no longer in force.")]
    NotInForce,
    #[error("The text on your screen is not the text that was published. Read it again.")]
    TextChanged,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotAcknowledge {
    NotInForce says "acknowledgement-not-in-force",
    TextChanged says "acknowledgement-text-changed";
    NotAsked is NotFound,
});

/// Records that the actor has read this text and will follow it. Doing it twice is harmless
/// and answers with what was acknowledged first.
///
/// The mail link is not ended by it: it leads to the receipt now.
pub async fn acknowledge(
    act: &mut Act,
    publication: PublicationId,
    consent: Consent,
) -> Result<Acknowledgement, CannotAcknowledge> {
    let (org, person) = (act.org(), act.person()?);
    act.db
        .lock(&format!("{org}/acknowledge/{publication}/{person}"))
        .await?;
    let asked = acknowledging::asked(&mut act.db, org, publication, person)
        .await?
        .ok_or(CannotAcknowledge::NotAsked)?;
    if asked.is_done {
        let before = acknowledging::acknowledgement(&mut act.db, org, publication, person).await?;
        return Ok(before.context("what is done is there")?);
    }
    check(&asked, consent.shown)?;
    let acknowledgement = record(act, &asked, consent).await?;
    acknowledging::insert(act, &acknowledgement);
    let order = SendReceipt {
        publication,
        person,
    };
    act.later::<App, _>(&order, None).await?;
    Ok(acknowledgement)
}

fn check(asked: &Asked, shown: Digest) -> Result<(), CannotAcknowledge> {
    if !asked.is_current {
        return Err(CannotAcknowledge::NotInForce);
    }
    if shown != asked.digest {
        return Err(CannotAcknowledge::TextChanged);
    }
    Ok(())
}

async fn record(act: &mut Act, asked: &Asked, consent: Consent) -> anyhow::Result<Acknowledgement> {
    let person = act.person()?;
    let session = act
        .actor()
        .session
        .context("an acknowledgement needs the session it is given in")?;
    let id = AcknowledgementId::fresh(act.now(), act.dice());
    let body = DocumentAcknowledged {
        publication: asked.publication.into(),
        document: asked.document.into(),
        kind: asked.kind.word().to_owned(),
        version: u32::try_from(asked.version)?,
        title: asked.title.clone(),
        text: asked.digest.into(),
        language: asked.language.word().to_owned(),
        person: person.into(),
        words: consent.words.clone(),
        method: consent.method.word().to_owned(),
        proof: Proof::L1 {
            session: session.into(),
        },
    };
    let recorded = act.record_first(id, body, &[]).await?;
    Ok(Acknowledgement {
        id,
        publication: asked.publication,
        person,
        digest: asked.digest,
        level: Level::L1,
        method: consent.method,
        words: consent.words,
        language: consent.language,
        acknowledged_at: act.now(),
        record: recorded.id,
    })
}
