//! Granting roles and ending them.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day};
use record::kinds::{RoleEnded, RoleGranted};

use super::store;
use crate::identity::{GrantId, Role};
use crate::people;

/// Why a role is not granted or ended.
#[derive(Debug, thiserror::Error)]
pub enum CannotGrant {
    #[error(
        "Top management follows from the register and line managers from the reporting lines; neither is granted."
    )]
    NotGranted,
    #[error("An external auditor's role needs an end date.")]
    NeedsAnEnd,
    #[error("A role cannot end before it begins.")]
    EndsBeforeItBegins,
    #[error("You cannot grant yourself a role: somebody else has to.")]
    Oneself,
    #[error("This person holds the role already.")]
    Held,
    #[error("This is the last administrator: grant the role to somebody else first.")]
    LastAdministrator,
    #[error("Say in at most 500 characters why the role ends.")]
    ReasonMissing,
    #[error("There is no such person, or they have left.")]
    NoSuchPerson,
    #[error("There is no such grant, or it has ended.")]
    NoSuchGrant,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotGrant {
    NotGranted says "roles-not-granted",
    NeedsAnEnd says "roles-needs-an-end",
    EndsBeforeItBegins says "roles-ends-before-it-begins",
    Oneself says "roles-oneself",
    Held says "roles-held",
    LastAdministrator says "roles-last-administrator",
    ReasonMissing says "roles-reason-missing";
    NoSuchPerson is NotFound, NoSuchGrant is NotFound,
});

/// Gives somebody a role from a day, until another where one is set.
pub async fn grant(
    act: &mut Act,
    person: PersonId,
    role: Role,
    from: Day,
    until: Option<Day>,
) -> Result<GrantId, CannotGrant> {
    check(role, from, until)?;
    if act.actor().person == Some(person) {
        return Err(CannotGrant::Oneself);
    }
    let org = act.org();
    let known = people::person(&mut act.db, org, person)
        .await?
        .ok_or(CannotGrant::NoSuchPerson)?;
    if known.left_on.is_some_and(|left_on| left_on < from) {
        return Err(CannotGrant::NoSuchPerson);
    }
    act.db.lock(&format!("{org}/roles")).await?;
    if store::overlaps(&mut act.db, org, (person, role), (from, until)).await? {
        return Err(CannotGrant::Held);
    }
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

fn check(role: Role, from: Day, until: Option<Day>) -> Result<(), CannotGrant> {
    if !Role::GRANTED.contains(&role) {
        return Err(CannotGrant::NotGranted);
    }
    if role == Role::ExternalAuditor && until.is_none() {
        return Err(CannotGrant::NeedsAnEnd);
    }
    if until.is_some_and(|until| until < from) {
        return Err(CannotGrant::EndsBeforeItBegins);
    }
    Ok(())
}

/// Ends a grant on the day of the act.
pub async fn end_grant(
    act: &mut Act,
    grant: GrantId,
    until: Day,
    reason: String,
) -> Result<(), CannotGrant> {
    let org = act.org();
    act.db.lock(&format!("{org}/roles")).await?;
    let (person, role) = store::open_grant(&mut act.db, org, grant)
        .await?
        .ok_or(CannotGrant::NoSuchGrant)?;
    if reason.trim().is_empty() || reason.chars().count() > 500 {
        return Err(CannotGrant::ReasonMissing);
    }
    if role == Role::Administrator && is_last(act, grant, until).await? {
        return Err(CannotGrant::LastAdministrator);
    }
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

/// Would nobody administer the organisation without this grant?
async fn is_last(act: &mut Act, grant: GrantId, today: Day) -> Result<bool> {
    let org = act.org();
    Ok(store::other_administrators(&mut act.db, org, grant, today).await? == 0)
}
