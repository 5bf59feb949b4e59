//! Somebody else says: this key is in the hands of this person (trust grade *countersigned*).

use anyhow::Result;
use kit::Act;
use record::kinds::PasskeyConfirmed;

use super::{LONGEST, digest_of, object, store};
use crate::identity::{Role, Roles, roles_of};

/// Why a passkey is not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum CannotConfirm {
    #[error("There is no such passkey, or it was revoked.")]
    NoSuchPasskey,
    #[error("Somebody else has to confirm your passkey.")]
    OwnPasskey,
    #[error("Only top management or the security manager confirms a passkey.")]
    NotYourPart,
    #[error(
        "You entered the e-mail address with which this passkey came: somebody else has to confirm it."
    )]
    OwnAddress,
    #[error("You have confirmed this passkey already.")]
    Twice,
    #[error(
        "Say in at most 500 characters how you know that the passkey is in this person's hands."
    )]
    HowMissing,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotConfirm {
    OwnPasskey says "passkeys-confirm-own",
    OwnAddress says "passkeys-confirm-own-address",
    Twice says "passkeys-confirm-twice",
    HowMissing says "passkeys-confirm-how-missing";
    NoSuchPasskey is NotFound, NotYourPart is Forbidden,
});

/// Confirms somebody else's passkey.
pub async fn confirm(act: &mut Act, passkey: &str, how: &str) -> Result<(), CannotConfirm> {
    let (org, by) = (act.org(), act.person()?);
    // Before anything is looked up: a refusal must not tell which passkeys there are.
    if !may_confirm(roles_of(act, by).await?) {
        return Err(CannotConfirm::NotYourPart);
    }
    act.db.lock(&format!("{org}/passkey/{passkey}")).await?;
    let known = store::passkey(&mut act.db, org, passkey).await?;
    let known = known.filter(|known| known.revoked_at.is_none());
    let known = known.ok_or(CannotConfirm::NoSuchPasskey)?;
    if known.person == by {
        return Err(CannotConfirm::OwnPasskey);
    }
    // Whoever entered the address had the codes and links sent to it: to themselves, if they wished.
    let owner = (known.person, known.enrolled_at);
    if store::entered_address(&mut act.db, org, owner)
        .await?
        .as_deref()
        == Some(&by.to_string())
    {
        return Err(CannotConfirm::OwnAddress);
    }
    if store::is_confirmed_by(&mut act.db, org, passkey, by).await? {
        return Err(CannotConfirm::Twice);
    }
    let how = how.trim();
    if how.is_empty() || how.chars().count() > LONGEST {
        return Err(CannotConfirm::HowMissing);
    }
    let credential = digest_of(passkey)?;
    let body = PasskeyConfirmed {
        person: known.person.into(),
        credential: credential.into(),
        by: by.into(),
        how: how.to_owned(),
    };
    let recorded = act.record(object(&credential), body).await?;
    store::insert_confirmation(act, passkey, by, recorded.id).await?;
    Ok(())
}

/// An administrator could enrol a key in anybody's name; for that reason that role does not count.
pub(super) const CONFIRMERS: &[Role] = &[Role::TopManagement, Role::SecurityManager];

/// Who says whose passkey it is.
pub fn may_confirm(roles: Roles) -> bool {
    CONFIRMERS.iter().any(|role| roles.holds(*role))
}
