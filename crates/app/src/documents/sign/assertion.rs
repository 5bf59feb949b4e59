//! Level 2: what a passkey answered, checked with the same code that an auditor uses offline.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::{Act, Digest};
use record::kinds::words::Proof;
use record::webauthn::{Assertion, Expected};
use serde::Deserialize;

use super::CannotSign;
use crate::documents::consent::{Asked, Consent, Site};
use crate::documents::model::Request;
use crate::documents::store::{self, requests::Parts};

/// What the browser gave (`PublicKeyCredential.toJSON()` of WebAuthn Level 3 §5.1).
#[derive(Clone, Debug)]
pub struct Given {
    /// The id of the passkey, as base64url.
    pub passkey: String,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
}

/// The text is not the answer of a passkey.
#[derive(Debug, thiserror::Error)]
#[error("this is not the answer of a passkey")]
pub struct NotAnAssertion;

#[derive(Deserialize)]
struct Credential {
    id: String,
    response: Response,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    authenticator_data: String,
    signature: String,
}

impl std::str::FromStr for Given {
    type Err = NotAnAssertion;

    fn from_str(text: &str) -> Result<Given, NotAnAssertion> {
        let credential: Credential = serde_json::from_str(text).map_err(|_| NotAnAssertion)?;
        let bytes = |text: &str| {
            URL_SAFE_NO_PAD
                .decode(text.trim_end_matches('='))
                .map_err(|_| NotAnAssertion)
        };
        Ok(Given {
            client_data: bytes(&credential.response.client_data)?,
            authenticator_data: bytes(&credential.response.authenticator_data)?,
            signature: bytes(&credential.response.signature)?,
            passkey: URL_SAFE_NO_PAD.encode(bytes(&credential.id)?),
        })
    }
}

impl Given {
    /// The challenge that the browser says it was asked.
    fn challenge(&self) -> Result<[u8; 32], CannotSign> {
        #[derive(Deserialize)]
        struct Claimed {
            challenge: String,
        }
        let claimed: Claimed =
            serde_json::from_slice(&self.client_data).map_err(|_| CannotSign::Unreadable)?;
        let bytes = URL_SAFE_NO_PAD
            .decode(claimed.challenge)
            .map_err(|_| CannotSign::Unreadable)?;
        bytes.as_slice().try_into().map_err(|_| CannotSign::Foreign)
    }
}

/// Checks the answer against the question that was put, and uses the question up.
pub(super) async fn accept(
    act: &mut Act,
    request: &Request,
    given: &Given,
    site: &Site,
) -> Result<(Consent, Proof, Option<Parts>), CannotSign> {
    let challenge = Digest(given.challenge()?);
    let asked = question(act, request, challenge).await?;
    let (org, by) = (act.org(), request.signatory);
    let passkeys = crate::identity::passkeys_of(&mut act.db, org, by).await?;
    let passkey = passkeys
        .iter()
        .find(|passkey| passkey.id == given.passkey)
        .ok_or(CannotSign::ForeignPasskey)?;
    verify(given, &passkey.key, &asked.intent, site)?;
    if !store::ceremonies::use_ceremony(act, challenge).await? {
        return Err(CannotSign::Replayed);
    }
    let credential = URL_SAFE_NO_PAD
        .decode(&passkey.id)
        .context("the id of a passkey")?;
    let proof = Proof::L2 {
        intent: record::Digest::of(&asked.intent),
        credential: record::Digest::of(&credential),
    };
    let parts = Parts {
        intent: asked.intent.into_bytes(),
        client_data: given.client_data.clone(),
        authenticator_data: given.authenticator_data.clone(),
        assertion: given.signature.clone(),
    };
    Ok((asked.consent, proof, Some(parts)))
}

/// The question with this challenge: put to this person about this request, not answered
/// yet, and not too long ago.
async fn question(
    act: &mut Act,
    request: &Request,
    challenge: Digest,
) -> Result<Asked, CannotSign> {
    let ceremony = store::ceremonies::ceremony(&mut act.db, challenge)
        .await?
        .ok_or(CannotSign::Foreign)?;
    let is_ours = ceremony.org == act.org()
        && ceremony.person == request.signatory
        && ceremony.subject == request.id.to_string();
    if !is_ours {
        return Err(CannotSign::Foreign);
    }
    if ceremony.used_at.is_some() {
        return Err(CannotSign::Replayed);
    }
    if ceremony.expires_at < act.now() {
        return Err(CannotSign::Expired);
    }
    Ok(serde_json::from_str(&ceremony.state).context("failed to read a question")?)
}

fn verify(given: &Given, key: &[u8], intent: &str, site: &Site) -> Result<(), CannotSign> {
    let assertion = Assertion {
        client_data_json: &given.client_data,
        authenticator_data: &given.authenticator_data,
        signature: &given.signature,
        cose_key: key,
    };
    let expected = Expected {
        challenge: &record::intent::challenge(intent.as_bytes()),
        origins: std::slice::from_ref(&site.origin),
        rp_id: &site.relying_party,
        user_verification: true,
    };
    assertion.verify(&expected).map_err(CannotSign::Forged)?;
    Ok(())
}
