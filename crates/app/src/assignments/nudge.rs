//! A reminder now, by hand: of the line manager, at most once a day for each person.

use anyhow::Result;
use kit::Act;
use kit::id::PersonId;

use super::address_of;
use super::model::{ReminderKind, number_of};
use super::store::reminders::{self, Told};
use super::store::{assigning, owed, team};
use crate::notices::{Enclosed, Item, Telling, tell_enclosing};

/// What became of nudges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nudged {
    /// People who get a letter.
    pub told: usize,
    /// People who owe nothing, or were nudged today already, or are not in the team.
    pub passed_over: usize,
}

/// Reminds people of the actor's own team of everything they owe.
pub async fn nudge(act: &mut Act, people: &[PersonId]) -> Result<Nudged> {
    let (org, manager) = (act.org(), act.person()?);
    let zone = assigning::zone(&mut act.db, org).await?;
    let number = number_of(act.now().day(&zone));
    let mut nudged = Nudged::default();
    for person in people {
        let is_mine = team::reports_to(&mut act.db, org, *person, manager).await?;
        if is_mine && nudge_person(act, *person, (manager, number)).await? {
            nudged.told += 1;
        } else {
            nudged.passed_over += 1;
        }
    }
    Ok(nudged)
}

async fn nudge_person(
    act: &mut Act,
    person: PersonId,
    (manager, number): (PersonId, i64),
) -> Result<bool> {
    let org = act.org();
    let mut list = Vec::new();
    let mut first = None;
    for owed in owed::owed_by(&mut act.db, org, person).await? {
        let told = Told {
            publication: owed.publication,
            person,
            kind: ReminderKind::Nudged,
            number,
            sent_to: person,
        };
        if reminders::insert(act, told).await? {
            first.get_or_insert((owed.publication, owed.title.clone()));
            list.push(Item {
                args: vec![
                    ("title".to_owned(), owed.title),
                    ("due".to_owned(), owed.due_on.to_string()),
                ],
                leads_to: Some(address_of(owed.publication)),
            });
        }
    }
    let Some((publication, title)) = first else {
        return Ok(false);
    };
    let letter = Telling {
        to: person,
        word: "reminder".to_owned(),
        args: vec![
            ("count".to_owned(), list.len().to_string()),
            ("title".to_owned(), title),
        ],
        leads_to: None,
        thread: Some(publication.to_string()),
        reply_to: Some(manager),
    };
    let enclosed = Enclosed {
        list,
        ..Enclosed::default()
    };
    tell_enclosing(act, &letter, enclosed, None).await?;
    Ok(true)
}
