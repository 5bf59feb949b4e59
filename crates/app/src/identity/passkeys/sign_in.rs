//! Signing in with a passkey, without saying who one is first.
//!
//! The authenticator offers its accounts, and its answer names the person: the server does not
//! say which addresses it knows, nor who has a passkey.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PublicKeyCredential,
};

use super::person_behind;
use super::relying_party::relying_party;
use super::store::{self, Candidate};
use crate::App;
use crate::identity::ceremony::{self, Ceremony};
use crate::identity::sign_in::Account;

const PURPOSE: &str = "sign-in";

/// Why a passkey opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::identity) enum CannotSignIn {
    #[error("The browser sent no passkey. Ask for a code instead.")]
    NoPasskey,
    #[error("This was asked more than five minutes ago, or answered already. Please try again.")]
    Over,
    #[error("Nobody here has this passkey, or it was revoked.")]
    Unknown,
    #[error(
        "What the device answered is not genuine: it is for another site, altered, or made without recognising its owner."
    )]
    NotGenuine,
}

impl CannotSignIn {
    pub(in crate::identity) fn word(self) -> &'static str {
        match self {
            CannotSignIn::NoPasskey => "sign-in-no-passkey",
            CannotSignIn::Over => "passkeys-over",
            CannotSignIn::Unknown => "sign-in-passkey-unknown",
            CannotSignIn::NotGenuine => "passkeys-not-genuine",
        }
    }
}

/// Puts the question to whichever authenticator answers.
pub(in crate::identity) async fn sign_in_options(app: &App) -> Result<Value> {
    let (options, state) = relying_party(app)?.start_discoverable_authentication()?;
    let question = Ceremony {
        purpose: PURPOSE.to_owned(),
        state: serde_json::to_string(&state)?,
        ..Ceremony::default()
    };
    ceremony::ask(app, options.public_key.challenge.as_ref(), question).await?;
    Ok(json!({ "publicKey": options.public_key }))
}

/// Whose passkey answered.
pub(in crate::identity) async fn sign_in(
    app: &App,
    assertion: &str,
) -> Result<Result<Account, CannotSignIn>> {
    if assertion.is_empty() {
        return Ok(Err(CannotSignIn::NoPasskey));
    }
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(assertion) else {
        return Ok(Err(CannotSignIn::NotGenuine));
    };
    let Some(challenge) = ceremony::challenge_in(&answer.response.client_data_json) else {
        return Ok(Err(CannotSignIn::NotGenuine));
    };
    let Some(question) = ceremony::take(app, &challenge, PURPOSE).await? else {
        return Ok(Err(CannotSignIn::Over));
    };
    let Some(candidate) = candidate(app, &answer).await? else {
        return Ok(Err(CannotSignIn::Unknown));
    };
    let state = serde_json::from_str(&question.state)?;
    judge(app, &answer, state, candidate).await
}

async fn candidate(app: &App, answer: &PublicKeyCredential) -> Result<Option<Candidate>> {
    let Some(person) = answer.get_user_unique_id().and_then(person_behind) else {
        return Ok(None);
    };
    let id = URL_SAFE_NO_PAD.encode(answer.get_credential_id());
    store::candidate(&mut app.read().await?, person, &id).await
}

async fn judge(
    app: &App,
    answer: &PublicKeyCredential,
    state: DiscoverableAuthentication,
    candidate: Candidate,
) -> Result<Result<Account, CannotSignIn>> {
    let passkey: Passkey = serde_json::from_str(&candidate.credential)?;
    let judged = relying_party(app)?.finish_discoverable_authentication_v2(answer, state, &passkey);
    let Ok(used) = judged else {
        return Ok(Err(CannotSignIn::NotGenuine));
    };
    let Candidate {
        org,
        person,
        organisation,
        id,
        ..
    } = candidate;
    keep_counter(app, org, id, passkey, &used).await?;
    Ok(Ok(Account {
        org,
        person,
        organisation,
    }))
}

/// The counter and whether the key was copied: what the library wants to see next time.
async fn keep_counter(
    app: &App,
    org: kit::id::OrgId,
    id: String,
    mut passkey: Passkey,
    used: &AuthenticationResult,
) -> Result<()> {
    if passkey.update_credential(used) != Some(true) {
        return Ok(());
    }
    let (credential, backed_up) = (serde_json::to_string(&passkey)?, used.backup_state());
    kit::act::plainly(&app.db, move |db| {
        Box::pin(async move { store::update(db, (org, &id), &credential, backed_up).await })
    })
    .await
}
