//! Granting roles and ending them.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day};
use record::kinds::{RoleEnded, RoleGranted};

use super::{GrantId, Role, store};

/// Why a role is not granted or ended.
#[derive(Debug, thiserror::Error)]
pub enum CannotGrant {
    #[error(
        "Top management follows from the register and line managers from the reporting lines; neither is granted."
    )]
    NotGranted,
    #[error("An external auditor's role needs an end date.")]
    NeedsAnEnd,
    #[error("There is no such person.")]
    NoSuchPerson,
    #[error("There is no such grant, or it has ended.")]
    NoSuchGrant,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Gives somebody a role from a day, until another where one is set.
pub async fn grant(
    act: &mut Act,
    person: PersonId,
    role: Role,
    from: Day,
    until: Option<Day>,
) -> Result<GrantId, CannotGrant> {
    if !Role::GRANTED.contains(&role) {
        return Err(CannotGrant::NotGranted);
    }
    if role == Role::ExternalAuditor && until.is_none() {
        return Err(CannotGrant::NeedsAnEnd);
    }
    let org = act.org();
    crate::people::person(&mut act.db, org, person)
        .await?
        .ok_or(CannotGrant::NoSuchPerson)?;
    let id = GrantId::fresh(act.now(), act.dice());
    let body = RoleGranted {
        grant: id.into(),
        person: person.into(),
        role: role.word().to_owned(),
        from: from.into(),
        until: until.map(Into::into),
    };
    let recorded = act.record_first(id, body, &[]).await?;
    store::insert_grant(act, (id, person, role), (from, until), recorded.id).await?;
    Ok(id)
}

/// Ends a grant today.
pub async fn end_grant(
    act: &mut Act,
    grant: GrantId,
    until: Day,
    reason: String,
) -> Result<(), CannotGrant> {
    let org = act.org();
    let (person, role) = store::open_grant(&mut act.db, org, grant)
        .await?
        .ok_or(CannotGrant::NoSuchGrant)?;
    let body = RoleEnded {
        grant: grant.into(),
        person: person.into(),
        role: role.word().to_owned(),
        until: until.into(),
        reason: Some(reason.clone()),
    };
    let recorded = act.record(grant, body).await?;
    store::insert_grant_end(act, grant, &reason, recorded.id).await?;
    Ok(())
}
