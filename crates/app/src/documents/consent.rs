//! The question that is put to a passkey: the intent, and the challenge made of it.
//!
//! It names the act, the words of consent, the request as it stands in the log, the text, the
//! capacity, the person, and the state of the log it builds upon. It is asked once and
//! holds for five minutes.

use anyhow::{Context, Result};
use jiff::SignedDuration;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Act, Digest};
use record::Intent;
use record::intent::{After, Nonce, Version};
use serde::{Deserialize, Serialize};
use tlog::Checkpoint;
use url::Url;

use super::model::{Document, Request, Unsignable};
use super::{RequestId, approval, store};
use crate::ledger;

/// How long a question holds.
const LASTS: SignedDuration = SignedDuration::from_mins(5);

/// The words that a signatory consents with, exactly as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub words: String,
    pub language: Language,
}

/// The site on which passkeys are used.
#[derive(Clone, Debug)]
pub struct Site {
    pub relying_party: String,
    pub origin: String,
}

impl Site {
    pub fn at(address: &Url) -> Site {
        Site {
            relying_party: address.host_str().unwrap_or("localhost").to_owned(),
            origin: address.origin().ascii_serialization(),
        }
    }
}

/// What a browser is asked, and with which passkeys it may answer.
#[derive(Clone, Debug)]
pub struct Challenge {
    pub challenge: [u8; 32],
    /// Ids of the passkeys, as base64url.
    pub passkeys: Vec<String>,
}

/// Why no passkey is asked.
#[derive(Debug, thiserror::Error)]
pub enum CannotPrepare {
    #[error("There is no such request.")]
    NotFound,
    #[error("This request has ended. Nothing is signed any more.")]
    Ended,
    #[error("The text changed since it was on your screen. Nothing was signed.")]
    TextChanged,
    #[error("You are not on the register of top management today. Nothing was signed.")]
    NotServing,
    #[error("You have no passkey yet.")]
    NoPasskey,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotPrepare {
    Ended says "document-refused-ended",
    TextChanged says "document-refused-text-changed-sign",
    NotServing says "document-refused-not-serving-you",
    NoPasskey says "document-refused-no-passkey";
    NotFound is NotFound,
});

impl From<Unsignable> for CannotPrepare {
    fn from(why: Unsignable) -> CannotPrepare {
        match why {
            Unsignable::Another => CannotPrepare::NotFound,
            Unsignable::Ended => CannotPrepare::Ended,
            Unsignable::TextChanged => CannotPrepare::TextChanged,
        }
    }
}

/// Has this person a passkey to sign with?
pub async fn has_passkey(db: &mut Conn, org: OrgId, person: PersonId) -> Result<bool> {
    Ok(!crate::identity::passkeys_of(db, org, person)
        .await?
        .is_empty())
}

/// What is kept of a question while it waits for its answer.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) consent: Consent,
    /// The canonical bytes of the intent, which are text.
    pub(super) intent: String,
}

/// Makes the intent of this signature and the challenge over it.
pub async fn prepare(
    act: &mut Act,
    request: RequestId,
    shown: Digest,
    consent: Consent,
) -> Result<Challenge, CannotPrepare> {
    let (org, by) = (act.org(), act.person()?);
    let request = store::requests::request(&mut act.db, org, request)
        .await?
        .ok_or(CannotPrepare::NotFound)?;
    let version = store::texts::version(&mut act.db, org, request.document, request.version)
        .await?
        .context("a request has its version")?;
    request.may_act(by, shown, version.digest)?;
    let passkeys = crate::identity::passkeys_of(&mut act.db, org, by).await?;
    if passkeys.is_empty() {
        return Err(CannotPrepare::NoPasskey);
    }
    let document = store::texts::document(&mut act.db, org, request.document)
        .await?
        .context("a request has its document")?;
    let intent = intent(act, (&document, &request), version.digest, &consent).await?;
    let bytes = intent.to_bytes().context("failed to write an intent")?;
    let challenge = record::intent::challenge(&bytes);
    let state = Asked {
        consent,
        intent: String::from_utf8(bytes).context("JSON is text")?,
    };
    let state = serde_json::to_string(&state).context("failed to keep a question")?;
    let expires_at = act.now().plus(LASTS);
    store::ceremonies::insert_ceremony(act, Digest(challenge), (request.id, by), state, expires_at)
        .await?;
    Ok(Challenge {
        challenge,
        passkeys: passkeys.into_iter().map(|passkey| passkey.id).collect(),
    })
}

async fn intent(
    act: &mut Act,
    (document, request): (&Document, &Request),
    doc: Digest,
    consent: &Consent,
) -> Result<Intent, CannotPrepare> {
    let (org, by) = (act.org(), act.person()?);
    let serving = approval::entitled(act, request, document.kind)
        .await?
        .ok_or(CannotPrepare::NotServing)?;
    let over = store::ceremonies::leaf_hash(&mut act.db, org, request.record).await?;
    let head = ledger::head(&mut act.db, org).await?;
    Ok(Intent {
        v: Version,
        act: match request.round {
            Some(_) => record::intent::Act::Approve,
            None => record::intent::Act::Sign,
        },
        text: consent.words.clone(),
        over: record::Digest(over),
        doc: doc.into(),
        role: serving.capacity,
        pid: by.into(),
        log: head.origin.clone(),
        after: after(&head)?,
        nonce: Nonce(act.dice().bytes()),
        claimed_at: act.now().into(),
    })
}

/// The signed state of the log: a signature over it cannot be older.
fn after(head: &ledger::Head) -> Result<After> {
    let key = head.key.parse().context("the log's key")?;
    let checkpoint = Checkpoint::open(&head.checkpoint, &head.origin, &[key])
        .context("the log's own checkpoint")?;
    Ok(After {
        size: checkpoint.size(),
        root: record::Digest(checkpoint.root().0),
        tst: None,
    })
}
