//! Declining to acknowledge, with the reason: a state of its own, and never an acknowledgement.
//!
//! The obligation stays. Reminders stop, because the answer is known; whoever directs, the line
//! manager and, for a member of top management, the others there are told, and one of them
//! decides what follows.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use kit::id::PersonId;
use kit::{Act, Digest};
use record::kinds::AcknowledgementDeclined;

use super::store::{acknowledging, declinings};
use super::{DecliningId, declinings_of};
use crate::documents::{self, Publication, PublicationId};
use crate::identity::{self, Role};
use crate::notices::{Telling, tell};
use crate::people;

/// The longest reason, and the longest word on a decision, in characters.
pub(super) const LONGEST: usize = 4_000;

/// Why nothing was declined.
#[derive(Debug, thiserror::Error)]
pub enum CannotDecline {
    #[error("There is nothing here for you to decline.")]
    NotAsked,
    #[error("This text is no longer in force.")]
    NotInForce,
    #[error("You have acknowledged this already. What was said stays on record.")]
    Acknowledged,
    #[error("The text on your screen is not the text that was published. Read it again.")]
    TextChanged,
    #[error("Say in a sentence why you decline.")]
    Reason,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotDecline {
    NotInForce says "acknowledgement-not-in-force",
    Acknowledged says "acknowledgement-decline-acknowledged",
    TextChanged says "acknowledgement-text-changed",
    Reason says "acknowledgement-decline-missing";
    NotAsked is NotFound,
});

/// Records that the actor refuses to acknowledge this text. Declining again while the refusal
/// stands changes nothing.
pub async fn decline(
    act: &mut Act,
    publication: PublicationId,
    shown: Digest,
    reason: &str,
) -> Result<DecliningId, CannotDecline> {
    let (org, person) = (act.org(), act.person()?);
    // The same lock as for acknowledging: one answer at a time.
    act.db
        .lock(&format!("{org}/acknowledge/{publication}/{person}"))
        .await?;
    if !acknowledging::is_asked(&mut act.db, org, publication, person).await? {
        return Err(CannotDecline::NotAsked);
    }
    if let Some(standing) = declinings::standing(&mut act.db, org, publication, person).await? {
        return Ok(standing.id);
    }
    let publication = documents::publication(&mut act.db, org, publication)
        .await?
        .ok_or(CannotDecline::NotAsked)?;
    if !publication.is_current() {
        return Err(CannotDecline::NotInForce);
    }
    let given = acknowledging::acknowledgement(&mut act.db, org, publication.id, person).await?;
    if given.is_some() {
        return Err(CannotDecline::Acknowledged);
    }
    if shown != publication.digest {
        return Err(CannotDecline::TextChanged);
    }
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(CannotDecline::Reason);
    }
    let id = DecliningId::fresh(act.now(), act.dice());
    let recorded = act
        .record_first(id, declined(id, &publication, person, reason)?, &[])
        .await?;
    declinings::insert(act, id, (publication.id, person), reason, recorded.id).await?;
    tell_of_it(act, &publication, person, reason).await?;
    Ok(id)
}

fn declined(
    id: DecliningId,
    publication: &Publication,
    person: PersonId,
    reason: &str,
) -> Result<AcknowledgementDeclined> {
    Ok(AcknowledgementDeclined {
        declining: id.into(),
        publication: publication.id.into(),
        document: publication.document.into(),
        kind: publication.kind.word().to_owned(),
        version: u32::try_from(publication.version)?,
        title: publication.title.clone(),
        text: publication.digest.into(),
        person: person.into(),
        reason: reason.to_owned(),
    })
}

async fn tell_of_it(
    act: &mut Act,
    publication: &Publication,
    person: PersonId,
    reason: &str,
) -> Result<()> {
    let org = act.org();
    let who = people::person(&mut act.db, org, person)
        .await?
        .context("whoever declines is a person")?;
    for to in concerned(act, &who).await? {
        let news = Telling {
            to,
            word: "acknowledgement-declined".to_owned(),
            args: vec![
                ("title".to_owned(), publication.title.clone()),
                ("version".to_owned(), publication.version.to_string()),
                ("person".to_owned(), who.name.clone()),
                ("reason".to_owned(), reason.to_owned()),
                ("page".to_owned(), declinings_of(publication.id)),
            ],
            leads_to: None,
            thread: Some(publication.id.to_string()),
            reply_to: Some(person),
        };
        tell(act, &news, None).await?;
    }
    Ok(())
}

/// Whoever directs, the line manager, and the other members of top management where one of
/// them declined or nobody else would hear of it; never whoever declined.
async fn concerned(act: &mut Act, who: &people::Person) -> Result<BTreeSet<PersonId>> {
    let org = act.org();
    let today = people::today(act).await?;
    let directing = identity::holders(&mut act.db, org, Role::DIRECTING, today).await?;
    let mut concerned = BTreeSet::from_iter(directing);
    concerned.extend(who.manager);
    concerned.remove(&who.id);
    let leading = people::serving(&mut act.db, org, today).await?;
    if concerned.is_empty() || leading.iter().any(|member| member.person == who.id) {
        concerned.extend(leading.into_iter().map(|member| member.person));
    }
    concerned.remove(&who.id);
    Ok(concerned)
}
