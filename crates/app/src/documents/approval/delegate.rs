//! Letting somebody else approve in one's place, for certain kinds of documents and a time.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day};
use record::kinds::{ApprovalDelegated, DelegationEnded};

use super::super::{DelegationId, DocumentKind, store};
use crate::notices::{Telling, tell};
use crate::people::{self, AppointmentId};

const LONGEST: usize = 1_000;
/// A longer absence is another appointment.
const MOST_MONTHS: i64 = 12;

/// What is to be delegated.
#[derive(Clone, Debug)]
pub struct NewDelegation {
    pub appointment: AppointmentId,
    pub delegate: PersonId,
    pub scope: Vec<DocumentKind>,
    pub first_day: Day,
    pub last_day: Day,
    pub reason: String,
}

/// Why nothing was delegated, or no delegation ended.
#[derive(Debug, thiserror::Error)]
pub enum CannotDelegate {
    #[error("There is no such delegation or person.")]
    NotFound,
    #[error("You delegate only what your own office lets you do today.")]
    NotYours,
    #[error("Nobody who works here has this address.")]
    Nobody,
    #[error("Choose somebody else.")]
    Yourself,
    #[error("Choose at least one kind of document that is approved.")]
    Scope,
    #[error("A delegation begins today or later and ends within twelve months.")]
    Days,
    #[error("Say in a sentence why.")]
    Reason,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotDelegate {
    NotYours says "document-refused-delegate-not-yours",
    Nobody says "document-refused-delegate-nobody",
    Yourself says "document-refused-delegate-yourself",
    Scope says "document-refused-delegate-scope",
    Days says "document-refused-delegate-days",
    Reason says "document-refused-delegate-reason";
    NotFound is NotFound,
});

/// Lets somebody approve in the actor's place. Only whoever holds the office delegates it.
pub async fn delegate(act: &mut Act, new: NewDelegation) -> Result<DelegationId, CannotDelegate> {
    let (org, by) = (act.org(), act.person()?);
    let today = people::today(act).await?;
    let reason = checked(&new.reason)?;
    if new.delegate == by {
        return Err(CannotDelegate::Yourself);
    }
    if new.scope.is_empty() || !new.scope.iter().all(|kind| kind.takes_a_round()) {
        return Err(CannotDelegate::Scope);
    }
    if new.first_day < today
        || new.last_day < new.first_day
        || new.last_day > new.first_day.plus_months(MOST_MONTHS)
    {
        return Err(CannotDelegate::Days);
    }
    let offices = people::offices(&mut act.db, org, today).await?;
    if !offices
        .iter()
        .any(|office| (office.appointment, office.person) == (new.appointment, by))
    {
        return Err(CannotDelegate::NotYours);
    }
    people::person(&mut act.db, org, new.delegate)
        .await?
        .filter(|person| person.left_on.is_none_or(|left| left >= new.last_day))
        .ok_or(CannotDelegate::Nobody)?;

    let id = DelegationId::fresh(act.now(), act.dice());
    let body = ApprovalDelegated {
        delegation: id.into(),
        from: by.into(),
        appointment: new.appointment.into(),
        to: new.delegate.into(),
        scope: new
            .scope
            .iter()
            .map(|kind| kind.word().to_owned())
            .collect(),
        first_day: new.first_day.into(),
        last_day: new.last_day.into(),
        reason: reason.to_owned(),
    };
    let recorded = act.record_first(id, body, &[]).await?;
    store::delegations::insert(act, id, (by, &new), reason, recorded.id).await?;
    tell_delegate(act, by, &new).await?;
    Ok(id)
}

/// Ends a delegation before its last day. Ending it again changes nothing.
pub async fn end_delegation(
    act: &mut Act,
    id: DelegationId,
    reason: &str,
) -> Result<(), CannotDelegate> {
    let (org, by) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/{id}")).await?;
    let given = store::delegations::delegation(&mut act.db, org, id)
        .await?
        .filter(|given| given.delegator == by)
        .ok_or(CannotDelegate::NotFound)?;
    let reason = checked(reason)?;
    if given.ended_at.is_some() {
        return Ok(());
    }
    let body = DelegationEnded {
        delegation: id.into(),
        reason: reason.to_owned(),
    };
    let recorded = act.record(id, body).await?;
    store::delegations::end(act, id, reason, by, recorded.id).await?;
    Ok(())
}

async fn tell_delegate(act: &mut Act, by: PersonId, new: &NewDelegation) -> Result<()> {
    let org = act.org();
    let delegator = people::person(&mut act.db, org, by).await?;
    let news = Telling {
        to: new.delegate,
        word: "delegated".to_owned(),
        args: vec![
            (
                "delegator".to_owned(),
                delegator.map_or_else(String::new, |it| it.name),
            ),
            ("first".to_owned(), new.first_day.to_string()),
            ("last".to_owned(), new.last_day.to_string()),
        ],
        leads_to: None,
        thread: None,
        reply_to: Some(by),
    };
    tell(act, &news, None).await
}

fn checked(reason: &str) -> Result<&str, CannotDelegate> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(CannotDelegate::Reason);
    }
    Ok(reason)
}
