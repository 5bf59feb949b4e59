//! Joining by hand.

use anyhow::Result;
use kit::id::PersonId;
use kit::web::{Problem, Refusal};
use kit::words::{Language, Value};
use kit::{Act, Day};
use record::Concealed;
use record::kinds::PersonJoined;
use record::kinds::words::Source;

use super::facts::{self, Person, WrongFact};
use super::{place, store};

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

/// Why somebody cannot be entered.
#[derive(Debug, thiserror::Error)]
pub enum CannotJoin {
    #[error(transparent)]
    Wrong(#[from] WrongFact),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

impl Refusal for CannotJoin {
    fn word(&self) -> Option<&'static str> {
        match self {
            CannotJoin::Wrong(wrong) => wrong.word(),
            CannotJoin::Unexpected(_) => None,
        }
    }

    fn names(&self) -> Vec<(&'static str, Value)> {
        match self {
            CannotJoin::Wrong(wrong) => wrong.names(),
            _ => Vec::new(),
        }
    }
}

impl From<CannotJoin> for Problem {
    fn from(cannot: CannotJoin) -> Problem {
        match cannot {
            CannotJoin::Unexpected(error) => error.into(),
            refusal => Problem::Refused(refusal.to_string()),
        }
    }
}

/// Enters a person.
pub async fn join(act: &mut Act, new: NewPerson) -> Result<PersonId, CannotJoin> {
    let person = new.person(PersonId::fresh(act.now(), act.dice()));
    facts::check(&person)?;
    store::lock(act).await?;
    place::refuse_taken(act, &person).await?;
    place::refuse_manager(act, &person).await?;

    let concealed = store::conceal(act, &person);
    let body = PersonJoined {
        person: person.id.into(),
        started_on: person.started_on.into(),
        source: Source::ByHand,
        import: None,
        unit: person.unit.clone(),
        manager: person.manager.map(Into::into),
        left_on: None,
        concealed: Concealed::of(&concealed).map_err(anyhow::Error::from)?,
    };
    let recorded = act.record_first(person.id, body, &concealed).await?;
    store::insert(act, vec![(person.clone(), recorded.id)], None).await?;
    store::count(act, 1, 0).await?;
    Ok(person.id)
}

impl NewPerson {
    fn person(self, id: PersonId) -> Person {
        Person {
            id,
            number: self.number,
            name: self.name.trim().to_owned(),
            email: self.email,
            job_title: self.job_title,
            unit: self.unit,
            manager: self.manager,
            language: self.language,
            contractor: false,
            started_on: self.started_on,
            left_on: None,
            left_at: None,
        }
    }
}
