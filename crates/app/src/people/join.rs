//! Joining and leaving by hand.

use anyhow::Result;
use kit::id::PersonId;
use kit::words::Language;
use kit::{Act, Day};
use record::Concealed;
use record::kinds::words::Source;
use record::kinds::{PersonJoined, PersonLeft};

use super::store;

/// Somebody who is to be entered.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub name: String,
    pub email: Option<String>,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: Option<PersonId>,
    pub number: Option<String>,
    pub language: Option<Language>,
    pub started_on: Day,
}

/// Why somebody cannot be entered or taken out.
#[derive(Debug, thiserror::Error)]
pub enum CannotJoin {
    #[error("A person needs a name of at most 200 characters.")]
    Name,
    #[error("This is not an e-mail address.")]
    Email,
    #[error("Somebody else already has this e-mail address.")]
    EmailTaken,
    #[error("There is no such person.")]
    NoSuchPerson,
    #[error("This person has left already.")]
    Left,
    #[error("Nobody leaves before they started.")]
    BeforeStart,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Enters a person.
pub async fn join(act: &mut Act, new: NewPerson) -> Result<PersonId, CannotJoin> {
    check(&new)?;
    let org = act.org();
    if let Some(email) = &new.email
        && store::holder_of_address(&mut act.db, org, email)
            .await?
            .is_some()
    {
        return Err(CannotJoin::EmailTaken);
    }
    let person = PersonId::fresh(act.now(), act.dice());
    let concealed = store::conceal(act, &new);
    let body = PersonJoined {
        person: person.into(),
        started_on: new.started_on.into(),
        source: Source::ByHand,
        import: None,
        unit: new.unit.clone(),
        manager: new.manager.map(Into::into),
        concealed: Concealed::of(&concealed).map_err(anyhow::Error::from)?,
    };
    let recorded = act.record_first(person, body, &concealed).await?;
    store::insert_person(act, person, &new, recorded.id).await?;
    Ok(person)
}

/// Notes that a person's last day is or was `left_on`.
pub async fn leave(act: &mut Act, person: PersonId, left_on: Day) -> Result<(), CannotJoin> {
    let org = act.org();
    let known = store::person(&mut act.db, org, person)
        .await?
        .ok_or(CannotJoin::NoSuchPerson)?;
    if known.left_on.is_some() {
        return Err(CannotJoin::Left);
    }
    if left_on < known.started_on {
        return Err(CannotJoin::BeforeStart);
    }
    let body = PersonLeft {
        person: person.into(),
        left_on: left_on.into(),
        announced_on: None,
        reason_class: None,
        source: Source::ByHand,
        import: None,
    };
    act.record(person, body).await?;
    let now = act.now();
    store::note_leaving(&mut act.db, org, person, left_on, now).await?;
    Ok(())
}

fn check(new: &NewPerson) -> Result<(), CannotJoin> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(CannotJoin::Name);
    }
    let is_address = |email: &String| {
        email.len() <= 254
            && email
                .split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
            && !email.chars().any(|c| c.is_whitespace() || c.is_control())
    };
    if new.email.as_ref().is_some_and(|email| !is_address(email)) {
        return Err(CannotJoin::Email);
    }
    Ok(())
}
