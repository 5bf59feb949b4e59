//! Deciding what follows from a refusal: somebody else's word, dated and on record.
//!
//! Whoever declined never decides on it. A line manager may say that they spoke with somebody of
//! the own team; the rest is for those who direct and for top management. That a member of top
//! management need not be asked again is for another member to answer for. No decision makes a
//! refusal an acknowledgement.

use anyhow::{Context, Result};
use kit::Act;
use record::kinds::DecliningDecided;

use super::decline::LONGEST;
use super::model::Decision;
use super::store::declinings::{self, Declining};
use super::store::team;
use super::{DecliningId, address_of};
use crate::documents::{self, Publication};
use crate::identity::{Role, Roles};
use crate::notices::{Telling, tell};
use crate::people;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum CannotDecide {
    #[error("There is no such refusal.")]
    NotFound,
    #[error("You declined this yourself. Somebody else decides what follows.")]
    Own,
    #[error("That is for whoever directs, or for top management, to decide.")]
    NotYours,
    #[error("Only another member of top management answers for the refusal of one of its members.")]
    NotTheirPeer,
    #[error("This is settled: the text was acknowledged, asked again, or is no longer in force.")]
    Settled,
    #[error("Say in a sentence what was spoken about, or why you decide so.")]
    Words,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotDecide {
    Own says "declinings-refused-own",
    NotYours says "declinings-refused-not-yours",
    NotTheirPeer says "declinings-refused-not-their-peer",
    Settled says "declinings-refused-settled",
    Words says "declinings-refused-words";
    NotFound is NotFound,
});

/// Decides on a refusal, as whoever acts in these roles.
pub async fn decide(
    act: &mut Act,
    id: DecliningId,
    (decision, words): (Decision, &str),
    roles: Roles,
) -> Result<(), CannotDecide> {
    let (org, by) = (act.org(), act.person()?);
    let found = declinings::declining(&mut act.db, org, id)
        .await?
        .ok_or(CannotDecide::NotFound)?;
    // The person's own answer is given under the same lock.
    let lock = format!("{org}/acknowledge/{}/{}", found.publication, found.person);
    act.db.lock(&lock).await?;
    let declining = declinings::declining(&mut act.db, org, id)
        .await?
        .context("refusals stay")?;
    check_right(act, &declining, decision, roles).await?;
    let publication = documents::publication(&mut act.db, org, declining.publication)
        .await?
        .context("a refusal has its publication")?;
    if !declining.stands || !publication.is_current() {
        return Err(CannotDecide::Settled);
    }
    let words = words.trim();
    if words.is_empty() || words.chars().count() > LONGEST {
        return Err(CannotDecide::Words);
    }
    let body = DecliningDecided {
        declining: id.into(),
        publication: publication.id.into(),
        person: declining.person.into(),
        decision: decision.into(),
        words: words.to_owned(),
        by: by.into(),
    };
    let recorded = act.record(id, body).await?;
    declinings::insert_decision(act, id, (decision, words), recorded.id).await?;
    if decision != Decision::SpokenWith {
        tell_person(act, &declining, &publication, (decision, words)).await?;
    }
    Ok(())
}

async fn check_right(
    act: &mut Act,
    declining: &Declining,
    decision: Decision,
    roles: Roles,
) -> Result<(), CannotDecide> {
    let (org, by) = (act.org(), act.person()?);
    if by == declining.person {
        return Err(CannotDecide::Own);
    }
    let leads = roles.holds(Role::TopManagement);
    let decides = leads || Role::DIRECTING.iter().any(|role| roles.holds(*role));
    if !decides {
        let is_mine = team::reports_to(&mut act.db, org, declining.person, by).await?;
        return match (is_mine, decision) {
            (false, _) => Err(CannotDecide::NotFound),
            (true, Decision::SpokenWith) => Ok(()),
            (true, _) => Err(CannotDecide::NotYours),
        };
    }
    let today = people::today(act).await?;
    let of_a_member = people::serving_on(&mut act.db, org, declining.person, today)
        .await?
        .is_some();
    if of_a_member && decision == Decision::AcceptedAsGap && !leads {
        return Err(CannotDecide::NotTheirPeer);
    }
    Ok(())
}

async fn tell_person(
    act: &mut Act,
    declining: &Declining,
    publication: &Publication,
    (decision, words): (Decision, &str),
) -> Result<()> {
    let (org, by) = (act.org(), act.person()?);
    let name = people::person(&mut act.db, org, by)
        .await?
        .map_or_else(String::new, |person| person.name);
    let letter = Telling {
        to: declining.person,
        word: format!("declining-{decision}"),
        args: vec![
            ("title".to_owned(), publication.title.clone()),
            ("by".to_owned(), name),
            ("words".to_owned(), words.to_owned()),
        ],
        leads_to: Some(address_of(publication.id)),
        thread: Some(publication.id.to_string()),
        reply_to: Some(by),
    };
    tell(act, &letter, None).await
}
