//! People as the product knows them and as an import sees them.

use std::collections::HashMap;

use anyhow::Result;
use kit::id::PersonId;
use kit::words::Language;
use kit::{Day, Moment};

use super::super::facts::Person;
use super::super::import::{self, PersonRef, Profile, Rows};

/// Everybody, as an import compares them.
pub(super) fn known(people: &[Person]) -> Vec<import::Person> {
    people
        .iter()
        .map(|person| import::Person {
            id: person.id.to_string(),
            left: !person.is_here(),
            profile: profile(person),
        })
        .collect()
}

fn profile(person: &Person) -> Profile {
    let manager = |id: PersonId| PersonRef::Known(id.to_string());
    Profile {
        external_id: person.number.clone(),
        name: person.name.clone(),
        email: person.email.clone().unwrap_or_default(),
        job_title: person.job_title.clone(),
        unit: person.unit.clone(),
        manager: person.manager.map(manager),
        started_on: Some(person.started_on.0),
        left_on: person.left_on.map(|day| day.0),
        language: person.language.map(|language| language.to_string()),
        contractor: person.contractor,
    }
}

/// A language that the product does not speak is no fact about a person.
pub(super) fn forget_unspoken(rows: &mut Rows) {
    let spoken = |word: &String| matches!(word.parse(), Ok(Language::English | Language::German));
    for row in &mut rows.list {
        row.language = row.language.take().filter(spoken);
    }
}

/// The ids of joiners by the line of the file that brought them.
pub(super) type Lines = HashMap<u64, PersonId>;

/// A profile as a person.
pub(super) fn person(id: PersonId, profile: &Profile, lines: &Lines, today: Day) -> Result<Person> {
    let manager = match &profile.manager {
        None => None,
        Some(PersonRef::Known(id)) => Some(id.parse()?),
        Some(PersonRef::Line(line)) => lines.get(line).copied(),
    };
    Ok(Person {
        id,
        number: profile.external_id.clone(),
        name: profile.name.clone(),
        email: Some(profile.email.clone()).filter(|email| !email.is_empty()),
        job_title: profile.job_title.clone(),
        unit: profile.unit.clone(),
        manager,
        language: profile
            .language
            .as_deref()
            .and_then(|word| word.parse().ok()),
        contractor: profile.contractor,
        started_on: profile.started_on.map_or(today, Day),
        left_on: profile.left_on.map(Day),
        left_at: None,
    })
}

/// Somebody who is gone since now, with this last day.
pub(super) fn gone(person: &Person, on: Day, now: Moment) -> Person {
    Person {
        left_on: Some(on),
        left_at: Some(now),
        ..person.clone()
    }
}
