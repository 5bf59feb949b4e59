//! A passkey that was lost, or whose owner is not its holder, is not to be believed any more.

use anyhow::Result;
use kit::{Act, Moment};
use record::kinds::PasskeyRevoked;

use super::{LONGEST, digest_of, object, store};
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
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

impl CannotRevoke {
    /// The sentence's id in the words of this slice.
    pub fn word(&self) -> &'static str {
        match self {
            CannotRevoke::NoSuchPasskey => "problem-not-found",
            CannotRevoke::Twice => "passkeys-revoke-twice",
            CannotRevoke::ReasonMissing => "passkeys-revoke-reason-missing",
            CannotRevoke::InTheFuture => "passkeys-revoke-future",
            CannotRevoke::Unexpected(_) => "problem-unexpected",
        }
    }
}

/// Revokes one's own passkey or, as administrator or security manager, anybody's.
///
/// Signatures made before `compromised_since` stay good. Sessions opened by passkey end.
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
    if compromised_since.is_some_and(|since| since > act.now()) {
        return Err(CannotRevoke::InTheFuture);
    }
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

/// Who takes a lost key out of service for its owner.
pub(super) fn may_revoke(roles: Roles) -> bool {
    roles.holds(Role::Administrator) || roles.holds(Role::SecurityManager)
}
