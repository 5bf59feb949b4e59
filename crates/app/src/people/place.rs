//! Is there room for these facts among the other people? Asked under the lock of the roster.

use anyhow::Result;
use kit::Act;

use super::facts::{Person, WrongFact};
use super::{CannotJoin, store};

/// Nobody gets an address or a number that somebody else has.
pub(super) async fn refuse_taken(act: &mut Act, person: &Person) -> Result<(), CannotJoin> {
    let org = act.org();
    if let Some(email) = &person.email {
        let holder = store::holder_of_address(&mut act.db, org, email).await?;
        if holder.is_some_and(|holder| holder != person.id) {
            return Err(WrongFact::EmailTaken.into());
        }
    }
    if let Some(number) = &person.number {
        let holder = store::holder_of_number(&mut act.db, org, number).await?;
        if holder.is_some_and(|holder| holder != person.id) {
            return Err(WrongFact::NumberTaken.into());
        }
    }
    Ok(())
}

/// A manager is here, and nobody is above themselves.
pub(super) async fn refuse_manager(act: &mut Act, person: &Person) -> Result<(), CannotJoin> {
    let Some(manager) = person.manager else {
        return Ok(());
    };
    let org = act.org();
    let known = store::person(&mut act.db, org, manager).await?;
    if !known.is_some_and(|known| known.is_here()) {
        return Err(WrongFact::NoSuchManager.into());
    }
    let above = store::managers_above(&mut act.db, org, manager).await?;
    let Some(turn) = above.iter().position(|(id, _)| *id == person.id) else {
        return Ok(());
    };
    let names = above[..=turn].iter().map(|(_, name)| name.as_str());
    let chain: Vec<&str> = std::iter::once(person.name.as_str()).chain(names).collect();
    Err(WrongFact::Circle {
        chain: chain.join(" → "),
    }
    .into())
}
