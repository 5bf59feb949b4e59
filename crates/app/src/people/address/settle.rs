//! The answer: the new address counts, or it does not.

use anyhow::Result;
use kit::Act;
use kit::id::PersonId;
use record::kinds::AddressChangeSettled;
use record::kinds::words::Settlement;

use super::moved;
use super::store::{self, Waiting};
use crate::App;
use crate::people::change::changed_record;
use crate::people::facts::Person;
use crate::people::{ImportId, place, register, store as people};

/// Why an answer is not taken.
#[derive(Debug, thiserror::Error)]
pub enum CannotSettle {
    #[error("No new address waits for this person.")]
    NothingWaits,
    #[error("The person themselves or another member of top management confirms a new address.")]
    NotYours,
    #[error("Somebody else has to confirm the address that you entered.")]
    OwnRequest,
    #[error("Somebody else has this e-mail address by now.")]
    Taken,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotSettle {
    NothingWaits says "address-nothing-waits",
    NotYours says "address-not-yours",
    OwnRequest says "address-own-request",
    Taken says "people-wrong-email-taken",
});

/// Confirms the new address of a person: it counts at once.
pub(super) async fn confirm(act: &mut Act, person: PersonId) -> Result<(), CannotSettle> {
    let (waiting, before) = open(act, person).await?;
    let by = act.person()?;
    if by != person {
        may_answer(act, by).await?;
        if waiting.requested_by == Some(by) {
            return Err(CannotSettle::OwnRequest);
        }
    }
    if !is_free(act, &before, &waiting).await? {
        return Err(CannotSettle::Taken);
    }
    put_in_force(act, waiting, before, Settlement::Confirmed, Some(by)).await?;
    Ok(())
}

/// Refuses the new address of a person; whoever entered it may take it back like that.
pub(super) async fn refuse(act: &mut Act, person: PersonId) -> Result<(), CannotSettle> {
    let (waiting, _) = open(act, person).await?;
    let by = act.person()?;
    if by != person && waiting.requested_by != Some(by) {
        may_answer(act, by).await?;
    }
    close(act, &waiting, Settlement::Refused, Some(by)).await?;
    Ok(())
}

/// Takes back the new addresses that an import brought and nobody has answered yet.
pub(in crate::people) async fn withdraw(act: &mut Act, import: ImportId) -> Result<()> {
    let (org, by) = (act.org(), act.actor().person);
    for waiting in store::brought_by(&mut act.db, org, import).await? {
        close(act, &waiting, Settlement::Refused, by).await?;
    }
    Ok(())
}

async fn open(act: &mut Act, person: PersonId) -> Result<(Waiting, Person), CannotSettle> {
    people::lock(act).await?;
    let org = act.org();
    let waiting = store::waiting(&mut act.db, org, person).await?;
    let known = people::person(&mut act.db, org, person).await?;
    waiting.zip(known).ok_or(CannotSettle::NothingWaits)
}

async fn may_answer(act: &mut Act, by: PersonId) -> Result<(), CannotSettle> {
    let (org, today) = (act.org(), people::today(act).await?);
    match register::serving_on(&mut act.db, org, by, today).await? {
        Some(_) => Ok(()),
        None => Err(CannotSettle::NotYours),
    }
}

/// Puts in force what nobody answered in time, unless it cannot be any more.
pub(in crate::people) async fn end_waiting(app: &App) -> Result<()> {
    let due = store::due(&mut app.read().await?, app.clock.now()).await?;
    for (org, person) in due {
        app.act_as_system(org, move |act| {
            Box::pin(async move {
                let (waiting, before) = match open(act, person).await {
                    Ok(open) => open,
                    Err(CannotSettle::Unexpected(error)) => return Err(error),
                    // Somebody was faster.
                    Err(_) => return Ok(()),
                };
                if is_free(act, &before, &waiting).await? {
                    put_in_force(act, waiting, before, Settlement::Unanswered, None).await
                } else {
                    close(act, &waiting, Settlement::Void, None).await
                }
            })
        })
        .await?;
    }
    Ok(())
}

/// Is the person still here, and the address still nobody else's?
async fn is_free(act: &mut Act, before: &Person, waiting: &Waiting) -> Result<bool> {
    let after = waiting.applied(before);
    Ok(before.is_here() && place::refuse_taken(act, &after).await.is_ok())
}

async fn put_in_force(
    act: &mut Act,
    waiting: Waiting,
    before: Person,
    settlement: Settlement,
    by: Option<PersonId>,
) -> Result<()> {
    let after = waiting.applied(&before);
    let (differences, today) = (before.differences(&after), people::today(act).await?);
    close(act, &waiting, settlement, by).await?;
    if differences.is_empty() {
        return Ok(());
    }
    let (body, concealed) = changed_record(act, &after, &differences, today, waiting.import)?;
    let recorded = act
        .record_claiming(before.id, body, &concealed, None)
        .await?;
    people::update(act, vec![after]).await?;
    let rows = vec![(before.id, recorded.id, differences)];
    people::insert_changes(act, rows, today, None).await?;
    moved(act, vec![(before.id, before.email)]).await
}

pub(super) async fn close(
    act: &mut Act,
    waiting: &Waiting,
    settlement: Settlement,
    by: Option<PersonId>,
) -> Result<()> {
    let body = AddressChangeSettled {
        person: waiting.person.into(),
        requested_by: waiting.requested_by.map(Into::into),
        settlement,
        by: by.map(Into::into),
    };
    let recorded = act.record(waiting.person, body).await?;
    store::settle(act, waiting, (settlement, by), recorded.id).await
}
