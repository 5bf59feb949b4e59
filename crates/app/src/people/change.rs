//! Changing what is known about somebody.

use anyhow::Result;
use kit::id::PersonId;
use kit::web::{Problem, Refusal};
use kit::words::{Language, Value};
use kit::{Act, Day};
use record::Concealed;
use record::kinds::PersonChanged;
use record::kinds::words::Source;

use super::facts::{self, Difference, Fact, Person, WrongFact};
use super::{CannotJoin, ImportId, address, place, store};

/// The facts that a person's page and the interface let somebody change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub name: String,
    pub email: Option<String>,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: Option<PersonId>,
    pub number: Option<String>,
    pub language: Option<Language>,
    pub contractor: bool,
}

/// Why facts are not changed.
#[derive(Debug, thiserror::Error)]
pub enum CannotChange {
    #[error("There is no such person.")]
    NoSuchPerson,
    #[error("This person has left; what was known stays as it is.")]
    Left,
    #[error("A change takes effect between the first day and today.")]
    When,
    #[error(transparent)]
    Wrong(#[from] WrongFact),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

impl Refusal for CannotChange {
    fn word(&self) -> Option<&'static str> {
        match self {
            CannotChange::Wrong(wrong) => wrong.word(),
            CannotChange::When => Some("people-wrong-when"),
            CannotChange::Left => Some("people-has-left"),
            CannotChange::NoSuchPerson | CannotChange::Unexpected(_) => None,
        }
    }

    fn names(&self) -> Vec<(&'static str, Value)> {
        match self {
            CannotChange::Wrong(wrong) => wrong.names(),
            _ => Vec::new(),
        }
    }
}

impl From<CannotChange> for Problem {
    fn from(cannot: CannotChange) -> Problem {
        match cannot {
            CannotChange::Unexpected(error) => error.into(),
            CannotChange::NoSuchPerson => Problem::NotFound,
            refusal => Problem::Refused(refusal.to_string()),
        }
    }
}

/// What became of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The facts that are others now.
    pub facts: Vec<Fact>,
    /// The new address waits: it is that of a member of top management.
    pub address_waits: bool,
}

/// Changes facts about a person with effect from a day; changing nothing is harmless. The address
/// of top management changes only when it is confirmed.
pub async fn change(
    act: &mut Act,
    person: PersonId,
    changed: Changed,
    effective_on: Day,
) -> Result<Done, CannotChange> {
    store::lock(act).await?;
    let org = act.org();
    let before = store::person(&mut act.db, org, person)
        .await?
        .ok_or(CannotChange::NoSuchPerson)?;
    let today = store::today(act).await?;
    let mut after = changed.of(&before);
    may_change(&before, effective_on, today)?;
    facts::check(&after)?;
    if before.differences(&after).is_empty() {
        return Ok(Done::default());
    }
    place::refuse_taken(act, &after).await?;
    let held = address::hold(&address::guarded(act).await?, &before, &mut after);
    let address_waits = held.is_some();
    address::request(act, held.into_iter().collect(), None).await?;
    let differences = before.differences(&after);
    if differences.is_empty() {
        return Ok(Done {
            address_waits,
            ..Done::default()
        });
    }
    if before.manager != after.manager {
        place::refuse_manager(act, &after).await?;
    }
    let (body, concealed) = changed_record(act, &after, &differences, effective_on, None)?;
    let recorded = act.record_claiming(person, body, &concealed, None).await?;
    store::update(act, vec![after]).await?;
    let rows = vec![(person, recorded.id, differences.clone())];
    store::insert_changes(act, rows, effective_on, None).await?;
    let facts: Vec<Fact> = differences.into_iter().map(|d| d.fact).collect();
    if facts.contains(&Fact::Email) {
        address::moved(act, vec![(person, before.email)]).await?;
    }
    Ok(Done {
        facts,
        address_waits,
    })
}

fn may_change(before: &Person, effective_on: Day, today: Day) -> Result<(), CannotChange> {
    if !before.is_here() {
        return Err(CannotChange::Left);
    }
    let first = before.started_on.min(today);
    if effective_on < first || effective_on > today {
        return Err(CannotChange::When);
    }
    Ok(())
}

impl Changed {
    /// What is known now, as a starting point.
    pub fn nothing(person: &Person) -> Changed {
        Changed {
            name: person.name.clone(),
            email: person.email.clone(),
            job_title: person.job_title.clone(),
            unit: person.unit.clone(),
            manager: person.manager,
            number: person.number.clone(),
            language: person.language,
            contractor: person.contractor,
        }
    }

    fn of(self, before: &Person) -> Person {
        Person {
            name: self.name.trim().to_owned(),
            email: self.email,
            job_title: self.job_title,
            unit: self.unit,
            manager: self.manager,
            number: self.number,
            language: self.language,
            contractor: self.contractor,
            ..before.clone()
        }
    }
}

/// The record of a change: which facts is told, personal values are concealed.
pub(super) fn changed_record(
    act: &Act,
    after: &Person,
    differences: &[Difference],
    effective_on: Day,
    import: Option<ImportId>,
) -> Result<(PersonChanged, Vec<record::Disclosure>)> {
    let has = |fact| differences.iter().any(|difference| difference.fact == fact);
    let concealed: Vec<_> = differences
        .iter()
        .filter(|difference| difference.fact.is_concealed())
        .filter_map(|d| Some(act.conceal(d.fact.word(), d.after.as_deref()?)))
        .collect();
    let body = PersonChanged {
        person: after.id.into(),
        effective_on: effective_on.into(),
        changed: differences
            .iter()
            .map(|difference| difference.fact.word().to_owned())
            .collect(),
        source: if import.is_some() {
            Source::Import
        } else {
            Source::ByHand
        },
        import: import.map(Into::into),
        unit: after.unit.clone().filter(|_| has(Fact::Unit)),
        manager: after.manager.filter(|_| has(Fact::Manager)).map(Into::into),
        started_on: has(Fact::StartedOn).then(|| after.started_on.into()),
        left_on: after.left_on.filter(|_| has(Fact::LeftOn)).map(Into::into),
        concealed: Concealed::of(&concealed)?,
    };
    Ok((body, concealed))
}

impl From<CannotJoin> for CannotChange {
    fn from(cannot: CannotJoin) -> CannotChange {
        match cannot {
            CannotJoin::Wrong(wrong) => CannotChange::Wrong(wrong),
            CannotJoin::Unexpected(error) => CannotChange::Unexpected(error),
        }
    }
}
