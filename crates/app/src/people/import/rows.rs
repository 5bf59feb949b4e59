//! Lines to people: every cell is checked, every problem is named by its line, and one problem is enough to stop.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use kit::sheet::{Sheet, StringRecord, cells};
use serde::{Deserialize, Serialize};

use super::dates::Written;
use super::email;
use super::field::Field;
use super::habits::Habits;
use super::headings::Mapping;
use super::problem::{CannotImport, Problem};
use super::words::{self, Status};

/// One person, as one line of the file tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub line: u64,
    pub external_id: Option<String>,
    pub name: String,
    /// What else the person is called; managers are often named this way.
    pub display_name: Option<String>,
    /// In lower case.
    pub email: Option<String>,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: ManagerRef,
    pub started_on: Option<Date>,
    pub left_on: Option<Date>,
    pub status: Option<Status>,
    pub language: Option<String>,
    pub contractor: Option<bool>,
}

/// Who manages somebody, as far as the file says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagerRef {
    pub id: Option<String>,
    pub email: Option<String>,
    /// A name as a rule, but possibly an address or a number.
    pub text: Option<String>,
}

/// The people of a file, and which fields it speaks about: a field it is silent on stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// In the order of the file.
    pub list: Vec<Row>,
    pub fields: BTreeSet<Field>,
}

/// Reads the people of a sheet, or says everything that is wrong with it.
pub fn read(sheet: &Sheet, mapping: &Mapping) -> Result<Rows, CannotImport> {
    refuse_mapping(sheet, mapping)?;
    let mut habits = Habits::of(sheet, mapping);
    let mut problems = CannotImport::default();
    problems.extend(habits.problem.take());
    let mut reading = Reading {
        mapping,
        habits,
        problems,
    };

    let columns = sheet.headings().len();
    let list: Vec<Row> = sheet
        .records()
        .filter_map(|(line, record)| reading.row(line, &record, columns))
        .collect();
    if sheet.rows() == 0 {
        reading.problems.add(Problem::Nobody);
    }
    refuse_twins(&list, &mut reading.problems);
    reading.problems.or(Rows {
        list,
        fields: mapping.columns.keys().copied().collect(),
    })
}

impl Row {
    /// Whether the person has left, as far as this line says: nobody leaves before their last day is over, and somebody
    /// who is marked as active is here, whatever the last day was.
    pub(super) fn has_left(&self, today: Date) -> bool {
        match self.status {
            Some(Status::Active) => false,
            Some(Status::Left | Status::Suspended) => self.left_on.is_none_or(|on| on < today),
            None => self.left_on.is_some_and(|on| on < today),
        }
    }

    /// Whether nothing but the name says who this is.
    pub(super) fn has_name_only(&self) -> bool {
        self.email.is_none() && self.external_id.is_none() && !self.name.is_empty()
    }

    /// Whether this is the person's last day, as far as this line says.
    pub(super) fn leaves_on(&self, today: Date) -> bool {
        self.status != Some(Status::Active) && self.left_on == Some(today)
    }
}

/// A remembered mapping may outlive the columns it speaks of, and a person may forget to choose one.
fn refuse_mapping(sheet: &Sheet, mapping: &Mapping) -> Result<(), CannotImport> {
    let mut refused = CannotImport::default();
    for required in mapping.missing() {
        refused.add(Problem::ColumnMissing { required });
    }
    for (&field, &column) in &mapping.columns {
        if column >= sheet.headings().len() {
            refused.add(Problem::NoSuchColumn {
                field,
                column: column.saturating_add(1),
            });
        }
    }
    refused.or(())
}

struct Reading<'a> {
    mapping: &'a Mapping,
    habits: Habits,
    problems: CannotImport,
}

impl Reading<'_> {
    /// The person on a line; `None` when the line is too broken to tell. Either way the problems are noted.
    fn row(&mut self, line: u64, record: &StringRecord, columns: usize) -> Option<Row> {
        if !fits(record, columns) {
            self.problems.add(Problem::Ragged {
                line,
                cells: record.len(),
                headings: columns,
            });
            return None;
        }
        let (name, display_name) = self.names(line, record);
        let row = Row {
            line,
            external_id: self.text(line, record, Field::ExternalId),
            name,
            display_name,
            email: self.email(line, record, Field::Email),
            job_title: self.text(line, record, Field::JobTitle),
            unit: self.text(line, record, Field::Unit).and_then(without_root),
            manager: ManagerRef {
                id: self.text(line, record, Field::ManagerId),
                email: self.email(line, record, Field::ManagerEmail),
                text: self.text(line, record, Field::Manager),
            },
            started_on: self.date(line, record, Field::StartedOn),
            left_on: self.date(line, record, Field::LeftOn),
            status: self.word(line, record, Field::Status, words::status),
            language: self.word(line, record, Field::Language, words::language),
            contractor: self
                .text(line, record, Field::Contractor)
                .map(|cell| words::is_contractor(&cell)),
        };
        self.refuse_impossible(&row);
        Some(row)
    }

    fn text(&mut self, line: u64, record: &StringRecord, field: Field) -> Option<String> {
        let cell = self.cell(record, field)?;
        // Bytes bound characters from above, so the usual short cell is never counted.
        let length = if cell.len() > field.limit() {
            cell.chars().count()
        } else {
            0
        };
        if length > field.limit() {
            self.problems.add(Problem::TooLong {
                line,
                field,
                length,
                limit: field.limit(),
            });
            return None;
        }
        if cells::holds_control_characters(&cell) {
            self.problems.add(Problem::ControlCharacter { line, field });
            return None;
        }
        Some(cell.into_owned())
    }

    /// The trimmed cell of a mapped column, unless it is blank.
    fn cell<'r>(&self, record: &'r StringRecord, field: Field) -> Option<Cow<'r, str>> {
        let column = *self.mapping.columns.get(&field)?;
        record
            .get(column)
            .map(cells::clean)
            .filter(|cell| !cell.is_empty())
    }

    /// The name, put together from its parts where they are given, and the other name where there are two.
    fn names(&mut self, line: u64, record: &StringRecord) -> (String, Option<String>) {
        let problems = self.problems.count();
        let given = self.text(line, record, Field::GivenName);
        let family = self.text(line, record, Field::FamilyName);
        let full = self
            .text(line, record, Field::FullName)
            .map(|full| self.in_speaking_order(full));
        let full = full.filter(|full| !full.is_empty());
        let parts = [given, family]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");

        if parts.is_empty() && full.is_none() && self.problems.count() == problems {
            self.problems.add(Problem::Missing {
                line,
                field: Field::FullName,
            });
        }
        match full {
            Some(full) if parts.is_empty() => (full, None),
            full => (parts, full),
        }
    }

    /// `Lovelace, Ada` as it is spoken, provided that the whole file writes names so.
    fn in_speaking_order(&self, full: String) -> String {
        match full.split_once(',') {
            Some((family, given)) if self.habits.family_name_first => {
                format!("{} {}", given.trim(), family.trim())
                    .trim()
                    .to_owned()
            }
            _ => full,
        }
    }

    fn email(&mut self, line: u64, record: &StringRecord, field: Field) -> Option<String> {
        let cell = self.text(line, record, field)?;
        let email = email::address(&cell);
        if email.is_none() {
            self.problems.add(Problem::BadEmail {
                line,
                field,
                value: cells::excerpt(&cell),
            });
        }
        email
    }

    fn date(&mut self, line: u64, record: &StringRecord, field: Field) -> Option<Date> {
        let cell = self.text(line, record, field)?;
        let written = Written::read(&cell);
        let date = written.and_then(|written| written.date(self.habits.date_order));
        let is_settled =
            self.habits.date_order.is_some() || !matches!(written, Some(Written::Either { .. }));
        if date.is_none() && is_settled {
            self.problems.add(Problem::BadDate {
                line,
                field,
                value: cells::excerpt(&cell),
            });
        }
        date
    }

    fn word<T>(
        &mut self,
        line: u64,
        record: &StringRecord,
        field: Field,
        understand: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.text(line, record, field)?;
        let word = understand(&cell);
        if word.is_none() {
            let value = cells::excerpt(&cell);
            self.problems.add(match field {
                Field::Language => Problem::UnknownLanguage { line, value },
                _ => Problem::UnknownStatus { line, value },
            });
        }
        word
    }

    fn refuse_impossible(&mut self, row: &Row) {
        let line = row.line;
        if let (Some(started_on), Some(left_on)) = (row.started_on, row.left_on)
            && left_on < started_on
        {
            self.problems.add(Problem::LeftBeforeStarting {
                line,
                started_on,
                left_on,
            });
        }
    }
}

/// As many cells as headings; empty ones at the end, which spreadsheets like to add, do no harm.
fn fits(record: &StringRecord, columns: usize) -> bool {
    record.len() >= columns && record.iter().skip(columns).all(cells::is_blank)
}

/// `/Engineering/Platform`, as Google Workspace writes a unit, without its first stroke; `/` alone is no unit.
fn without_root(unit: String) -> Option<String> {
    match unit.strip_prefix('/') {
        Some("") => None,
        Some(path) => Some(path.to_owned()),
        None => Some(unit),
    }
}

/// Two lines for one person, or two people with one address: only a human can tell which.
fn refuse_twins(list: &[Row], problems: &mut CannotImport) {
    let mut emails = HashMap::with_capacity(list.len());
    let mut ids = HashMap::with_capacity(list.len());
    let mut names = HashMap::new();
    for row in list {
        let Row {
            line,
            name,
            email,
            external_id,
            ..
        } = row;
        let line = *line;
        if row.has_name_only()
            && let Some(first) = first_with(&mut names, name, line)
        {
            let name = name.clone();
            problems.add(Problem::SameName { first, line, name });
        }
        if let Some(email) = email
            && let Some(first) = first_with(&mut emails, email, line)
        {
            problems.add(Problem::SameEmail {
                first,
                line,
                email: email.clone(),
            });
        }
        if let Some(id) = external_id
            && let Some(first) = first_with(&mut ids, id, line)
        {
            problems.add(Problem::SameId {
                first,
                line,
                id: id.clone(),
            });
        }
    }
}

fn first_with<'a>(seen: &mut HashMap<&'a str, u64>, key: &'a str, line: u64) -> Option<u64> {
    match seen.entry(key) {
        Entry::Occupied(first) => Some(*first.get()),
        Entry::Vacant(free) => {
            free.insert(line);
            None
        }
    }
}

#[cfg(test)]
mod tests;
