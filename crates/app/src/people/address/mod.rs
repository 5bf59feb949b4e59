//! A changed e-mail address: whoever reads the mail there can sign in.
//!
//! The old address is told of every change and of who made it; what was opened with letters to
//! the old address ends. The address of somebody in the register of top management waits: it
//! counts when they themselves, or another member of top management, confirm it. Where nobody
//! can, because the old mailbox is lost and there is no second member, it counts after a
//! fortnight in which all of top management and the auditors were told and nobody refused it.

mod pages;
mod settle;
mod store;
mod wait;

use std::collections::HashSet;

use anyhow::Result;
use kit::Act;
use kit::id::PersonId;

use super::facts::Person;
use super::register;
use crate::identity;
use crate::notices::{self, Telling};
use crate::shell::Routes;

pub use settle::CannotSettle;
pub(super) use settle::{end_waiting, withdraw};
pub(super) use store::waiting;
pub(super) use wait::{Held, request};

pub(super) fn routes() -> Routes {
    pages::routes()
}

/// Whose address waits when somebody changes it: everybody in the register whose office has not
/// ended, confirmed or not, but for whoever changes their own.
pub(super) async fn guarded(act: &mut Act) -> Result<HashSet<PersonId>> {
    let (org, today) = (act.org(), super::today(act).await?);
    let mut people: HashSet<PersonId> = register::not_ended(&mut act.db, org, today)
        .await?
        .into_iter()
        .collect();
    if let Some(own) = act.actor().person {
        people.remove(&own);
    }
    Ok(people)
}

/// Takes a changed address out of what is to be written, where it has to wait.
pub(super) fn hold(
    guarded: &HashSet<PersonId>,
    before: &Person,
    after: &mut Person,
) -> Option<Held> {
    let waits = guarded.contains(&before.id) && before.email != after.email;
    waits.then(|| Held {
        person: before.id,
        to: std::mem::replace(&mut after.email, before.email.clone()),
    })
}

/// Tells the old addresses of people whose address is another now, and ends what was opened with
/// letters to them.
pub(super) async fn moved(act: &mut Act, people: Vec<(PersonId, Option<String>)>) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let by = by_name(act).await?;
    for (person, old) in people {
        identity::end_mailed_ways_in(act, person).await?;
        if let Some(old) = old {
            let letter = letter(person, "address-changed", &by);
            notices::tell_at(act, &letter, old).await?;
        }
    }
    Ok(())
}

/// A letter about an address, which says who entered the new one.
fn letter(to: PersonId, word: &str, by: &str) -> Telling {
    Telling {
        to,
        word: word.to_owned(),
        args: vec![("by".to_owned(), by.to_owned())],
        leads_to: None,
        thread: None,
        reply_to: None,
    }
}

/// What whoever acts is called; nobody's name where no person does.
async fn by_name(act: &mut Act) -> Result<String> {
    let (org, actor) = (act.org(), act.actor().person);
    let names = super::names(&mut act.db, org, actor).await?;
    Ok(actor
        .and_then(|person| names.get(&person).cloned())
        .unwrap_or_else(|| "Countersign".to_owned()))
}
