//! A passkey that was lost, or whose owner is not its holder, is not to be believed any more.

use anyhow::Result;
use jiff::SignedDuration;
use kit::id::PersonId;
use kit::{Act, Moment};
use record::kinds::PasskeyRevoked;

use super::{LONGEST, Passkey, digest_of, object, store};
use crate::identity::{Role, Roles, roles_of};

/// Why a passkey is not revoked.
#[derive(Debug, thiserror::Error)]
pub enum CannotRevoke {
    #[error("There is no such passkey.")]
    NoSuchPasskey,
    #[error("This passkey was revoked already.")]
    Twice,
    #[error("Say in at most 500 characters why the passkey is revoked.")]
    ReasonMissing,
    #[error("A passkey cannot be compromised in the future.")]
    InTheFuture,
    #[error("Only its owner says that a passkey was compromised before today's revocation.")]
    NotYoursToDate,
    #[error("A passkey cannot be compromised before it was enrolled.")]
    BeforeItWas,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotRevoke {
    Twice says "passkeys-revoke-twice",
    ReasonMissing says "passkeys-revoke-reason-missing",
    InTheFuture says "passkeys-revoke-future",
    NotYoursToDate says "passkeys-revoke-not-yours-to-date",
    BeforeItWas says "passkeys-revoke-before-it-was";
    NoSuchPasskey is NotFound,
});

/// Revokes one's own passkey or, as administrator or security manager, anybody's.
///
/// Signatures made before `compromised_since` stay good; without it, all that were made.
/// Only the owner reaches back. Sessions opened by passkey end.
pub async fn revoke(
    act: &mut Act,
    passkey: &str,
    reason: &str,
    compromised_since: Option<Moment>,
) -> Result<(), CannotRevoke> {
    let (org, by) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/passkey/{passkey}")).await?;
    let known = store::passkey(&mut act.db, org, passkey).await?;
    let known = known.ok_or(CannotRevoke::NoSuchPasskey)?;
    // Somebody else's passkey is as good as none to whoever may not see it.
    if known.person != by && !may_revoke(roles_of(act, by).await?) {
        return Err(CannotRevoke::NoSuchPasskey);
    }
    if known.revoked_at.is_some() {
        return Err(CannotRevoke::Twice);
    }
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(CannotRevoke::ReasonMissing);
    }
    let compromised_since = compromised_since
        .map(|since| check_since(since, act.now(), &known, by))
        .transpose()?;
    let credential = digest_of(passkey)?;
    let body = PasskeyRevoked {
        person: known.person.into(),
        credential: credential.into(),
        by: by.into(),
        reason: reason.to_owned(),
        compromised_since: compromised_since.map(Into::into),
    };
    let recorded = act.record(object(&credential), body).await?;
    store::insert_revocation(act, passkey, (reason, compromised_since), recorded.id).await?;
    store::end_passkey_sessions(act, known.person).await?;
    Ok(())
}

/// Signatures since then are not believed, for ever: nobody but its owner reaches back with that,
/// and not behind the day on which the passkey was enrolled.
fn check_since(
    since: Moment,
    now: Moment,
    passkey: &Passkey,
    by: PersonId,
) -> Result<Moment, CannotRevoke> {
    if since > now {
        Err(CannotRevoke::InTheFuture)
    } else if passkey.person != by && since < now {
        Err(CannotRevoke::NotYoursToDate)
    } else if since.plus(SignedDuration::from_hours(24)) <= passkey.enrolled_at {
        Err(CannotRevoke::BeforeItWas)
    } else {
        // The day of the enrolment began before it.
        Ok(since.max(passkey.enrolled_at))
    }
}

/// Who takes a lost key out of service for its owner.
pub(super) fn may_revoke(roles: Roles) -> bool {
    roles.holds(Role::Administrator) || roles.holds(Role::SecurityManager)
}
