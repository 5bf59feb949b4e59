//! The people known and the people of a file, side by side.

use std::collections::HashMap;

use jiff::civil::Date;

use super::field::Field;
use super::managers::Node;
use super::person::{Person, PersonRef};
use super::problem::{CannotImport, Problem, Warning};
use super::rows::{Row, Rows};
use super::words::Status;

pub(super) struct Roster<'a> {
    pub(super) existing: &'a [Person],
    pub(super) rows: &'a Rows,
    pub(super) today: Date,
    /// Whether somebody who is not in the file has left.
    complete_list: bool,
    /// For every row the position of the person it is about.
    matches: Vec<Option<usize>>,
    /// For every person the position of the row about them.
    rows_of: Vec<Option<usize>>,
}

impl<'a> Roster<'a> {
    /// A file without anybody in it is never a complete list.
    pub(super) fn new(
        existing: &'a [Person],
        rows: &'a Rows,
        today: Date,
        complete_list: bool,
        matches: Vec<Option<usize>>,
    ) -> Self {
        let complete_list = complete_list && !rows.list.is_empty();
        let mut rows_of = vec![None; existing.len()];
        for (row, person) in matches.iter().enumerate() {
            if let Some(person) = person {
                rows_of[*person] = Some(row);
            }
        }
        Self {
            existing,
            rows,
            today,
            complete_list,
            matches,
            rows_of,
        }
    }

    pub(super) fn row_of(&self, person: usize) -> Option<&'a Row> {
        self.rows_of[person].map(|row| &self.rows.list[row])
    }

    /// Every row with the person it is about.
    pub(super) fn matched_rows(&self) -> impl Iterator<Item = (&'a Row, Option<usize>)> {
        self.rows.list.iter().zip(self.matches.iter().copied())
    }

    pub(super) fn is_gone(&self, person: usize) -> bool {
        self.existing[person].is_gone(self.today)
    }

    /// Whether a known person will be gone once the file has had its say.
    pub(super) fn will_be_gone(&self, person: usize) -> bool {
        match self.row_of(person) {
            // Whoever was let go this morning does not come back because the file names the day.
            Some(row) if self.is_gone(person) => {
                row.has_left(self.today) || row.leaves_on(self.today)
            }
            Some(row) => row.has_left(self.today),
            None => self.is_missing(person) || self.is_gone(person),
        }
    }

    /// Whether a complete list leaves somebody out whose planned last day is another than today.
    fn is_missing(&self, person: usize) -> bool {
        self.complete_list && self.existing[person].profile.left_on != Some(self.today)
    }

    /// Everybody: the known people in their order, then the new ones in the order of the file.
    pub(super) fn nodes(&self) -> Vec<Node<'a>> {
        let positions: HashMap<&str, usize> = self
            .existing
            .iter()
            .enumerate()
            .map(|(position, person)| (person.id.as_str(), position))
            .collect();
        let known = (0..self.existing.len()).map(|position| self.known_node(position, &positions));
        let new = self
            .matched_rows()
            .filter(|(_, person)| person.is_none())
            .map(|(row, _)| self.new_node(row));
        known.chain(new).collect()
    }

    fn known_node(&self, position: usize, positions: &HashMap<&str, usize>) -> Node<'a> {
        let Person { id, profile, .. } = &self.existing[position];
        let row = self.row_of(position);
        let manager = match &profile.manager {
            Some(PersonRef::Known(id)) => positions.get(id.as_str()).copied(),
            Some(PersonRef::Line(_)) | None => None,
        };
        Node {
            who: PersonRef::Known(id.clone()),
            line: row.map(|row| row.line),
            name: row.map_or(&profile.name, |row| &row.name),
            display_name: row.and_then(|row| row.display_name.as_deref()),
            id: row
                .and_then(|row| row.external_id.as_deref())
                .or(profile.external_id.as_deref()),
            email: row
                .and_then(|row| row.email.as_deref())
                .or(Some(&profile.email)),
            gone: self.will_be_gone(position),
            manager,
            says: row
                .filter(|_| self.speaks_of_managers())
                .map(|row| &row.manager),
        }
    }

    fn new_node(&self, row: &'a Row) -> Node<'a> {
        Node {
            who: PersonRef::Line(row.line),
            line: Some(row.line),
            name: &row.name,
            display_name: row.display_name.as_deref(),
            id: row.external_id.as_deref(),
            email: row.email.as_deref(),
            gone: row.has_left(self.today),
            manager: None,
            says: self.speaks_of_managers().then_some(&row.manager),
        }
    }

    fn speaks_of_managers(&self) -> bool {
        [Field::ManagerId, Field::ManagerEmail, Field::Manager]
            .iter()
            .any(|field| self.rows.fields.contains(field))
    }

    /// Nobody gets the address of somebody who is not on the list and stays.
    pub(super) fn refuse_taken_addresses(&self, refused: &mut CannotImport) {
        let taken: HashMap<String, &str> = (0..self.existing.len())
            .filter(|position| self.row_of(*position).is_none() && !self.will_be_gone(*position))
            .map(|position| &self.existing[position].profile)
            .map(|profile| (profile.email.to_lowercase(), profile.name.as_str()))
            .collect();
        let here = self
            .rows
            .list
            .iter()
            .filter(|row| !row.has_left(self.today));
        for (row, email) in here.filter_map(|row| Some((row, row.email.as_ref()?))) {
            if let Some(name) = taken.get(email) {
                let name = (*name).to_owned();
                refused.add(Problem::AddressTaken {
                    line: row.line,
                    email: email.clone(),
                    name,
                });
            }
        }
    }

    pub(super) fn warn(&self, warnings: &mut Vec<Warning>) {
        if self.rows.list.is_empty() {
            warnings.push(Warning::Nobody);
        }
        for row in self
            .rows
            .list
            .iter()
            .filter(|row| row.status == Some(Status::Active))
        {
            if let Some(left_on) = row.left_on.filter(|on| *on < self.today) {
                warnings.push(Warning::ActiveAfterLastDay {
                    line: row.line,
                    name: row.name.clone(),
                    left_on,
                });
            }
        }
        for (row, person) in self.matched_rows() {
            let known = person.map(|person| &self.existing[person].profile.email);
            let is_reached = row.email.is_some() || known.is_some_and(|email| !email.is_empty());
            if !is_reached && !row.has_left(self.today) && !row.leaves_on(self.today) {
                let (line, name) = (row.line, row.name.clone());
                warnings.push(Warning::NoAddress { line, name });
            }
        }
        let count = self
            .matched_rows()
            .filter(|(row, person)| person.is_none() && row.has_left(self.today))
            .count();
        if count > 0 {
            warnings.push(Warning::FormerPassedOver { count });
        }
    }
}
