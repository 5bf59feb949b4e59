//! Questions that may be answered once, within five minutes: what is asked of an authenticator,
//! or of somebody in the middle of signing in.
//!
//! A question is found again by its secret (the challenge, which comes back inside the answer),
//! of which only the digest is kept. Whoever asks for the question uses it up, so an answer that
//! was refused cannot be tried again, nor one that was accepted.

use anyhow::Result;
use jiff::SignedDuration;
use kit::Digest;
use kit::db::FromRow;
use kit::id::{OrgId, PersonId};

use super::store;
use crate::App;

const LASTS: SignedDuration = SignedDuration::from_mins(5);

/// A question with everything that is needed to judge the answer.
#[derive(Clone, Debug, Default, FromRow)]
pub struct Ceremony {
    /// What it is for: an answer to one question is none to another.
    pub purpose: String,
    pub org: Option<OrgId>,
    pub person: Option<PersonId>,
    /// What it is about.
    pub subject: Option<String>,
    pub state: String,
}

/// Keeps a question under its secret.
pub async fn ask(app: &App, secret: &[u8], ceremony: Ceremony) -> Result<()> {
    let (id, now) = (Digest::of(secret), app.clock.now());
    kit::act::plainly(&app.db, move |db| {
        Box::pin(
            async move { store::insert_ceremony(db, id, &ceremony, (now, now.plus(LASTS))).await },
        )
    })
    .await
}

/// Takes the question with this secret and purpose, if it is there, fresh and unanswered.
pub async fn take(app: &App, secret: &[u8], purpose: &'static str) -> Result<Option<Ceremony>> {
    let (id, now) = (Digest::of(secret), app.clock.now());
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::use_ceremony(db, id, purpose, now))
    })
    .await
}

/// The challenge inside the client data that a browser sends back (WebAuthn Level 3 §5.8.1).
pub fn challenge_in(client_data_json: &[u8]) -> Option<Vec<u8>> {
    use base64::Engine;
    #[derive(serde::Deserialize)]
    struct ClientData {
        challenge: String,
    }
    let data: ClientData = serde_json::from_slice(client_data_json).ok()?;
    base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(data.challenge)
        .ok()
}
