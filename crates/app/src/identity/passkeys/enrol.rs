//! A passkey enters.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::{Act, Digest};
use record::kinds::PasskeyEnrolled;
use record::kinds::words::EnrolledVia;
use record::webauthn::{CoseKey, Enrolled};
use serde_json::{Value, json};
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential, Uuid};

use super::relying_party::relying_party;
use super::{handle, object, store};
use crate::App;
use crate::identity::ceremony::{self, Ceremony};
use crate::identity::{SignInMethod, Viewer};
use crate::notices::{self, Telling};

const PURPOSE: &str = "enrol";

/// Why a passkey does not enter.
#[derive(Debug, thiserror::Error)]
pub enum CannotEnrol {
    #[error("You have a passkey already. Sign in with it to add another, or with a mailed code.")]
    LinkIsNotEnough,
    #[error("This was asked more than five minutes ago, or answered already. Please try again.")]
    Over,
    #[error(
        "What the device answered cannot be used: it is for another site, altered, or made without recognising you."
    )]
    NotGenuine,
    #[error("This passkey is enrolled already.")]
    Known,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotEnrol {
    LinkIsNotEnough says "passkeys-link-is-not-enough",
    Over says "passkeys-over",
    NotGenuine says "passkeys-not-genuine",
    Known says "passkeys-known",
});

/// A passkey as a ceremony brought it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) credential: String,
    pub(super) key: Vec<u8>,
    pub(super) attestation: Vec<u8>,
    pub(super) backup_eligible: bool,
    pub(super) backed_up: bool,
    algorithm: String,
    digest: Digest,
}

/// Puts the question to the viewer's authenticator: what a page hands to
/// `navigator.credentials.create`.
pub async fn enrolment_options(app: &App, viewer: &Viewer) -> Result<Value, CannotEnrol> {
    let mut db = app.read().await?;
    let known = store::credentials_of(&mut db, viewer.org, viewer.person).await?;
    let has_one = !store::passkeys_of(&mut db, viewer.org, viewer.person)
        .await?
        .is_empty();
    check_way_in(viewer, has_one)?;
    let exclude = known
        .iter()
        .filter_map(|id| URL_SAFE_NO_PAD.decode(id).ok());
    let exclude = exclude.collect();
    let account = format!("{} ({})", viewer.name, viewer.organisation);
    let user = Uuid::from_bytes(handle(viewer.person));
    let (options, state) = relying_party(app)?
        .start_passkey_registration(user, &account, &viewer.name, Some(exclude))
        .map_err(anyhow::Error::from)?;
    let question = Ceremony {
        purpose: PURPOSE.to_owned(),
        org: Some(viewer.org),
        person: Some(viewer.person),
        subject: None,
        state: serde_json::to_string(&state).map_err(anyhow::Error::from)?,
    };
    ceremony::ask(app, options.public_key.challenge.as_ref(), question).await?;
    let mut options = json!({ "publicKey": options.public_key });
    // Discoverable where the device can, so that signing in needs no name first.
    options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("preferred");
    Ok(options)
}

/// Takes what the authenticator answered, as JSON, and enters the passkey under a name.
pub async fn enrol(
    app: &App,
    viewer: &Viewer,
    (credential, name): (&str, &str),
) -> Result<(), CannotEnrol> {
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(credential).map_err(|_| CannotEnrol::NotGenuine)?;
    let found = judge(app, viewer, &answer, name).await?;
    let via = enrolled_via(viewer.method);
    let is_link = viewer.scope.is_some();
    app.act(viewer, move |act| Box::pin(enter(act, found, via, is_link)))
        .await
}

async fn judge(
    app: &App,
    viewer: &Viewer,
    answer: &RegisterPublicKeyCredential,
    name: &str,
) -> Result<Found, CannotEnrol> {
    let challenge = ceremony::challenge_in(&answer.response.client_data_json);
    let challenge = challenge.ok_or(CannotEnrol::NotGenuine)?;
    let question = ceremony::take(app, &challenge, PURPOSE)
        .await?
        .ok_or(CannotEnrol::Over)?;
    if (question.org, question.person) != (Some(viewer.org), Some(viewer.person)) {
        return Err(CannotEnrol::Over);
    }
    let state: PasskeyRegistration =
        serde_json::from_str(&question.state).map_err(anyhow::Error::from)?;
    let passkey = relying_party(app)?
        .finish_passkey_registration(answer, &state)
        .map_err(|_| CannotEnrol::NotGenuine)?;
    let attestation = answer.response.attestation_object.clone();
    let enrolled = Enrolled::parse(&attestation).map_err(|_| CannotEnrol::NotGenuine)?;
    let key = CoseKey::parse(&enrolled.cose_key).map_err(|_| CannotEnrol::NotGenuine)?;
    Ok(Found {
        id: URL_SAFE_NO_PAD.encode(&enrolled.credential_id),
        name: name.trim().chars().take(80).collect(),
        credential: serde_json::to_string(&passkey).map_err(anyhow::Error::from)?,
        digest: Digest::of(&enrolled.credential_id),
        backup_eligible: enrolled.data.backup_eligible(),
        backed_up: enrolled.data.backed_up(),
        algorithm: key.algorithm().to_string(),
        key: enrolled.cose_key,
        attestation,
    })
}

async fn enter(
    act: &mut Act,
    found: Found,
    via: EnrolledVia,
    is_link: bool,
) -> Result<(), CannotEnrol> {
    let (org, person) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/passkeys/{person}")).await?;
    // Looked at again under the lock: two browsers may have opened the same link.
    if is_link
        && !store::passkeys_of(&mut act.db, org, person)
            .await?
            .is_empty()
    {
        return Err(CannotEnrol::LinkIsNotEnough);
    }
    if store::is_known(&mut act.db, org, &found.id).await? {
        return Err(CannotEnrol::Known);
    }
    let body = PasskeyEnrolled {
        person: person.into(),
        credential: found.digest.into(),
        key: Digest::of(&found.key).into(),
        algorithm: found.algorithm.clone(),
        attestation: Some(Digest::of(&found.attestation).into()),
        backup_eligible: found.backup_eligible,
        backed_up: found.backed_up,
        enrolled_via: via,
    };
    let recorded = act.record_first(object(&found.digest), body, &[]).await?;
    store::insert(act, &found, via, recorded.id).await?;
    notices::tell(act, &letter(person, found.name), None).await?;
    Ok(())
}

/// So that nobody gets a passkey that they do not know of.
fn letter(to: kit::id::PersonId, passkey: String) -> Telling {
    Telling {
        to,
        word: "passkey-enrolled".to_owned(),
        args: vec![("passkey".to_owned(), passkey)],
        leads_to: None,
        thread: None,
        reply_to: None,
    }
}

/// A mail link brings the first passkey and no other: else whoever reads the mail of somebody
/// who has one could sign without it.
fn check_way_in(viewer: &Viewer, has_one: bool) -> Result<(), CannotEnrol> {
    if viewer.scope.is_some() && has_one {
        Err(CannotEnrol::LinkIsNotEnough)
    } else {
        Ok(())
    }
}

fn enrolled_via(method: SignInMethod) -> EnrolledVia {
    match method {
        SignInMethod::Setup => EnrolledVia::Setup,
        SignInMethod::Link => EnrolledVia::Invitation,
        SignInMethod::Passkey => EnrolledVia::ExistingPasskey,
        SignInMethod::Code | SignInMethod::Demo | SignInMethod::Token => EnrolledVia::Session,
    }
}
