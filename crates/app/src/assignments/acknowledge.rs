//! Acknowledging: exactly the text that was shown, once.

use anyhow::Context;
use kit::db::FromRow;
use kit::id::{PersonId, RecordId};
use kit::web::Problem;
use kit::words::Language;
use kit::{Act, Digest, Moment};
use record::kinds::DocumentAcknowledged;
use record::kinds::words::Proof;

use super::AcknowledgementId;
use super::jobs::SendReceipt;
use super::store::acknowledging;
use crate::App;
use crate::documents::{self, Level, Publication, PublicationId};
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

impl CannotAcknowledge {
    /// The Fluent id of the sentence.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Self::NotInForce => Some("acknowledgement-not-in-force"),
            Self::TextChanged => Some("acknowledgement-text-changed"),
            Self::NotAsked | Self::Unexpected(_) => None,
        }
    }
}

impl From<CannotAcknowledge> for Problem {
    fn from(refusal: CannotAcknowledge) -> Problem {
        match refusal {
            CannotAcknowledge::NotAsked => Problem::NotFound,
            CannotAcknowledge::Unexpected(error) => error.into(),
            refusal => Problem::Refused(refusal.to_string()),
        }
    }
}

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
    if !acknowledging::is_asked(&mut act.db, org, publication, person).await? {
        return Err(CannotAcknowledge::NotAsked);
    }
    if let Some(before) =
        acknowledging::acknowledgement(&mut act.db, org, publication, person).await?
    {
        return Ok(before);
    }
    let publication = documents::publication(&mut act.db, org, publication)
        .await?
        .ok_or(CannotAcknowledge::NotAsked)?;
    check(&publication, consent.shown)?;
    let acknowledgement = record(act, &publication, consent).await?;
    acknowledging::insert(act, &acknowledgement).await?;
    let order = SendReceipt {
        publication: publication.id,
        person,
    };
    act.later::<App, _>(&order, None).await?;
    Ok(acknowledgement)
}

fn check(publication: &Publication, shown: Digest) -> Result<(), CannotAcknowledge> {
    if !publication.is_current() {
        return Err(CannotAcknowledge::NotInForce);
    }
    if shown != publication.digest {
        return Err(CannotAcknowledge::TextChanged);
    }
    Ok(())
}

async fn record(
    act: &mut Act,
    publication: &Publication,
    consent: Consent,
) -> anyhow::Result<Acknowledgement> {
    let person = act.person()?;
    let session = act
        .actor()
        .session
        .context("an acknowledgement needs the session it is given in")?;
    let id = AcknowledgementId::fresh(act.now(), act.dice());
    let body = DocumentAcknowledged {
        publication: publication.id.into(),
        document: publication.document.into(),
        kind: publication.kind.word().to_owned(),
        version: u32::try_from(publication.version)?,
        title: publication.title.clone(),
        text: publication.digest.into(),
        language: publication.language.word().to_owned(),
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
        publication: publication.id,
        person,
        digest: publication.digest,
        level: Level::L1,
        method: consent.method,
        words: consent.words,
        language: consent.language,
        acknowledged_at: act.now(),
        record: recorded.id,
    })
}
