//! Who on the list is whom: by number, then by address; by name only between a line and a person that have neither, and
//! with a warning.

use std::collections::HashMap;

use jiff::civil::Date;

use super::person::Person;
use super::problem::{CannotImport, Problem, Warning};
use super::rows::Row;

/// For every row the position of the person it is about, `None` for somebody new.
pub(super) fn match_rows(
    existing: &[Person],
    rows: &[Row],
    today: Date,
    refused: &mut CannotImport,
    warnings: &mut Vec<Warning>,
) -> Vec<Option<usize>> {
    let known = Known::of(existing, today);
    let mut matches: Vec<Option<usize>> = rows.iter().map(|row| known.by_id(row)).collect();
    let mut claimed = vec![false; existing.len()];
    for person in matches.iter().flatten() {
        claimed[*person] = true;
    }

    for (row, matched) in rows
        .iter()
        .zip(&mut matches)
        .filter(|(_, matched)| matched.is_none())
    {
        let Some(position) = known.by_email(row).filter(|position| !claimed[*position]) else {
            continue;
        };
        match compare_ids(&existing[position], row, today) {
            Ids::Agree => {
                claimed[position] = true;
                *matched = Some(position);
            }
            Ids::Passed => {}
            Ids::Reused(warning) => warnings.push(warning),
            Ids::Differ(problem) => refused.add(problem),
        }
    }
    match_names(existing, rows, today, &claimed, &mut matches, warnings);
    matches
}

/// Lines with nothing but a name, for people of whom nothing else is known either.
fn match_names(
    existing: &[Person],
    rows: &[Row],
    today: Date,
    claimed: &[bool],
    matches: &mut [Option<usize>],
    warnings: &mut Vec<Warning>,
) {
    let here = existing.iter().enumerate();
    let here = here.filter(|(position, person)| !claimed[*position] && !person.is_gone(today));
    let mut namesakes: HashMap<String, Vec<usize>> = HashMap::new();
    for (position, person) in here {
        let name = person.profile.name.to_lowercase();
        namesakes.entry(name).or_default().push(position);
    }
    let lines = rows.iter().zip(matches);
    for (row, matched) in lines.filter(|(row, matched)| matched.is_none() && row.has_name_only()) {
        let (line, name) = (row.line, row.name.clone());
        match namesakes.get(&row.name.to_lowercase()).map(Vec::as_slice) {
            Some([position]) if existing[*position].has_name_only() => {
                *matched = Some(*position);
                warnings.push(Warning::KnownByName { line, name });
            }
            Some(_) if !row.has_left(today) => warnings.push(Warning::NamesakeHere { line, name }),
            _ => {}
        }
    }
}

/// The people already known, by what identifies them. Of two, the one who is here comes first.
struct Known<'a> {
    ids: HashMap<&'a str, usize>,
    emails: HashMap<String, usize>,
}

impl<'a> Known<'a> {
    fn of(existing: &'a [Person], today: Date) -> Self {
        let mut known = Self {
            ids: HashMap::with_capacity(existing.len()),
            emails: HashMap::with_capacity(existing.len()),
        };
        let (gone, current): (Vec<_>, Vec<_>) = existing
            .iter()
            .enumerate()
            .partition(|(_, person)| person.is_gone(today));
        for (position, person) in current.into_iter().chain(gone) {
            if let Some(id) = &person.profile.external_id {
                known.ids.entry(id).or_insert(position);
            }
            known
                .emails
                .entry(person.profile.email.to_lowercase())
                .or_insert(position);
        }
        known
    }

    fn by_id(&self, row: &Row) -> Option<usize> {
        self.ids.get(row.external_id.as_deref()?).copied()
    }

    fn by_email(&self, row: &Row) -> Option<usize> {
        self.emails.get(row.email.as_deref()?).copied()
    }
}

/// What the numbers say about two people with one address.
enum Ids {
    Agree,
    /// Different people, and the row is only about one who left.
    Passed,
    /// Different people: the address went from one who left to one who joins.
    Reused(Warning),
    /// Perhaps one person, perhaps two: nobody may guess.
    Differ(Problem),
}

fn compare_ids(person: &Person, row: &Row, today: Date) -> Ids {
    let profile = &person.profile;
    let (Some(known), Some(given)) = (&profile.external_id, &row.external_id) else {
        return Ids::Agree;
    };
    let email = profile.email.clone();
    match profile.left_on {
        _ if row.has_left(today) => Ids::Passed,
        Some(left_on) if person.is_gone(today) => Ids::Reused(Warning::AddressReused {
            line: row.line,
            name: row.name.clone(),
            email,
            former: profile.name.clone(),
            left_on,
        }),
        _ => Ids::Differ(Problem::OtherId {
            line: row.line,
            email,
            name: profile.name.clone(),
            known: known.clone(),
            given: given.clone(),
        }),
    }
}
