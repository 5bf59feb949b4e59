//! What a row makes of a profile, and which words differ afterwards.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::field::Field;
use super::person::{Person, PersonRef, Profile};
use super::rows::Row;

/// One thing that differs, as words to show; managers by name, dates in ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    pub field: Field,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The profile of somebody new.
pub(super) fn joiner(row: &Row, manager: Option<PersonRef>, today: Date) -> Profile {
    Profile {
        external_id: row.external_id.clone(),
        name: row.name.clone(),
        email: row.email.clone().unwrap_or_default(),
        job_title: row.job_title.clone(),
        unit: row.unit.clone(),
        manager,
        started_on: row.started_on,
        left_on: row.left_on.filter(|on| *on >= today),
        language: row.language.clone(),
        contractor: row.contractor.unwrap_or(false),
    }
}

/// The profile of somebody known, after the row has had its say.
///
/// A column the file does not have changes nothing. A blank cell erases a job title, a unit or a planned last day,
/// but never a number, an address, a first day or a language: a file that omits those does not know better.
pub(super) fn merged(
    person: &Person,
    row: &Row,
    fields: &BTreeSet<Field>,
    manager: Option<PersonRef>,
    today: Date,
) -> Profile {
    let before = &person.profile;
    let said = |field: Field, said: &Option<String>, before: &Option<String>| {
        if fields.contains(&field) {
            said.clone()
        } else {
            before.clone()
        }
    };
    let left_on = if fields.contains(&Field::LeftOn) {
        row.left_on
    } else {
        before.left_on.filter(|_| !person.is_gone(today))
    };
    let email = row
        .email
        .as_ref()
        .filter(|email| **email != before.email.to_lowercase());
    Profile {
        external_id: row
            .external_id
            .clone()
            .or_else(|| before.external_id.clone()),
        name: row.name.clone(),
        email: email.unwrap_or(&before.email).clone(),
        job_title: said(Field::JobTitle, &row.job_title, &before.job_title),
        unit: said(Field::Unit, &row.unit, &before.unit),
        manager,
        started_on: row.started_on.or(before.started_on),
        left_on: left_on.filter(|on| *on >= today),
        language: row.language.clone().or_else(|| before.language.clone()),
        contractor: row.contractor.unwrap_or(before.contractor),
    }
}

/// What differs between two profiles whose managers are called so before and after.
pub(super) fn differences(
    before: &Profile,
    after: &Profile,
    managers: (Option<&str>, Option<&str>),
) -> Vec<FieldChange> {
    let words = |profile: &Profile, manager: Option<&str>| {
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        [
            (Field::ExternalId, profile.external_id.clone()),
            (Field::FullName, Some(profile.name.clone())),
            (
                Field::Email,
                Some(profile.email.clone()).filter(|email| !email.is_empty()),
            ),
            (Field::JobTitle, profile.job_title.clone()),
            (Field::Unit, profile.unit.clone()),
            (Field::Manager, manager.map(str::to_owned)),
            (Field::StartedOn, date(profile.started_on)),
            (Field::LeftOn, date(profile.left_on)),
            (Field::Language, profile.language.clone()),
            (
                Field::Contractor,
                Some(if profile.contractor { "yes" } else { "no" }.to_owned()),
            ),
        ]
    };
    let changes = words(before, managers.0)
        .into_iter()
        .zip(words(after, managers.1));
    changes
        .filter(|((field, said), (_, says))| match field {
            // Two managers may share a name.
            Field::Manager => before.manager != after.manager,
            _ => said != says,
        })
        .map(|((field, before), (_, after))| FieldChange {
            field,
            before,
            after,
        })
        .collect()
}
