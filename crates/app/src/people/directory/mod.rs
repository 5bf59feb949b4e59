//! The list of people: filtered, paged by name, as at any day.
//!
//! A page costs the same in a firm of fifty and of a hundred thousand: it is read along an
//! index from the last name of the page before, and counted only as far as a caption needs.

mod store;

use anyhow::Result;
use kit::Day;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};

use super::facts::{Fact, Person};

pub(super) use store::{count, reports, units};

kit::words_of! {
    /// Which people a list shows.
    pub enum Status { Here = "here", Gone = "gone", Everybody = "everybody" }
}

/// What somebody looks for.
#[derive(Clone, Debug)]
pub(super) struct Search {
    /// The beginning of the name, folded.
    pub(super) name: String,
    pub(super) unit: Option<String>,
    pub(super) status: Status,
    /// As at a day that is past: whoever was here then, as they were then.
    pub(super) on: Option<Day>,
}

/// Somebody in the list.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Listed {
    pub(super) name_key: String,
    #[sqlx(flatten)]
    pub(super) person: Person,
    pub(super) manager_name: Option<String>,
}

/// Where a page begins: after this name and this person.
pub(super) type Place = (String, PersonId);

/// One page, and the place where the next begins.
pub(super) async fn page(
    db: &mut Conn,
    org: OrgId,
    search: &Search,
    (after, most): (Option<Place>, usize),
) -> Result<(Vec<Listed>, Option<Place>)> {
    let mut found = store::page(db, org, search, after, most + 1).await?;
    let more = found.len() > most;
    found.truncate(most);
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| (last.name_key.clone(), last.person.id));
    if let Some(day) = search.on {
        rewind(db, org, &mut found, day).await?;
    }
    Ok((found, next))
}

/// Turns the facts of a few people back to what they were on a day.
async fn rewind(db: &mut Conn, org: OrgId, found: &mut [Listed], day: Day) -> Result<()> {
    let ids = found.iter().map(|listed| listed.person.id);
    let later = store::changes_after(db, org, ids, day).await?;
    for listed in found.iter_mut() {
        let id = listed.person.id;
        for (_, fact, before) in later.iter().filter(|(of, ..)| *of == id) {
            listed.person.set(*fact, before.clone())?;
        }
    }
    let managers = found.iter().filter_map(|listed| listed.person.manager);
    let names = super::store::names(db, org, managers).await?;
    for listed in found {
        let manager = listed.person.manager;
        listed.manager_name = manager.and_then(|manager| names.get(&manager).cloned());
    }
    Ok(())
}

/// One person with the facts of a day, whether or not they were here on it.
pub(super) async fn person_on(
    db: &mut Conn,
    org: OrgId,
    mut person: Person,
    day: Day,
) -> Result<Person> {
    for (_, fact, before) in store::changes_after(db, org, [person.id], day).await? {
        person.set(fact, before)?;
    }
    Ok(person)
}

/// A change that took effect after a day: whose, which fact, and what it was before.
type Later = (PersonId, Fact, Option<String>);
