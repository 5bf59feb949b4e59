//! What is wrong with a file, in sentences that name the line, and what is only worth knowing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::sheet::CannotRead;
use serde::{Deserialize, Serialize};

use super::field::{Field, Required};

/// More problems than anybody reads in one go are only counted.
const MOST_NAMED: usize = 100;

/// Something that must be put right before anything is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Problem {
    #[error("No column is the {required}; choose one.")]
    ColumnMissing { required: Required },
    #[error("The {field} should be in column {column}, which this file does not have.")]
    NoSuchColumn { field: Field, column: usize },
    #[error("There is nobody in this file.")]
    Nobody,
    #[error("Line {line}: the heading row has {headings} cells, this line {cells}.")]
    Ragged {
        line: u64,
        cells: usize,
        headings: usize,
    },
    #[error("Line {line}: the {field} is missing.")]
    Missing { line: u64, field: Field },
    #[error("Line {line}: the {field} has {length} characters; the most is {limit}.")]
    TooLong {
        line: u64,
        field: Field,
        length: usize,
        limit: usize,
    },
    #[error("Line {line}: the {field} contains a control character, such as a line break.")]
    ControlCharacter { line: u64, field: Field },
    #[error("Line {line}: “{value}” is not an e-mail address.")]
    BadEmail {
        line: u64,
        field: Field,
        value: String,
    },
    #[error("Line {line}: “{value}” is not a date ({field}).")]
    BadDate {
        line: u64,
        field: Field,
        value: String,
    },
    #[error(
        "Line {line}: “{value}” may be day or month first, and no date in the file decides; choose one."
    )]
    DatesAmbiguous { line: u64, value: String },
    #[error(
        "Line {day_first} has a date with the day first, line {month_first} one with the month first."
    )]
    DatesMixed { day_first: u64, month_first: u64 },
    #[error("Line {line}: the last day, {left_on}, is before the first, {started_on}.")]
    LeftBeforeStarting {
        line: u64,
        started_on: Date,
        left_on: Date,
    },
    #[error("Line {line}: the status “{value}” is unknown.")]
    UnknownStatus { line: u64, value: String },
    #[error("Line {line}: the language “{value}” is unknown.")]
    UnknownLanguage { line: u64, value: String },
    #[error("Lines {first} and {line} have the same e-mail address, {email}.")]
    SameEmail {
        first: u64,
        line: u64,
        email: String,
    },
    #[error(
        "Lines {first} and {line} are both called {name} and have neither an e-mail address nor a number; give one of them."
    )]
    SameName { first: u64, line: u64, name: String },
    #[error("Lines {first} and {line} have the same employee number, {id}.")]
    SameId { first: u64, line: u64, id: String },
    #[error(
        "Line {line}: {email} belongs to {name}, who is known by the number {known}, not {given}."
    )]
    OtherId {
        line: u64,
        email: String,
        name: String,
        known: String,
        given: String,
    },
    #[error("Line {line}: the address {email} is already {name}'s.")]
    AddressTaken {
        line: u64,
        email: String,
        name: String,
    },
    #[error(
        "Line {line}: the manager's number is {by_id}'s, the manager's address is {by_email}'s."
    )]
    TwoManagers {
        line: u64,
        by_id: String,
        by_email: String,
    },
    #[error("Line {line}: the managers go round in a circle: {chain}.")]
    CircularManagers { line: u64, chain: String },
}

/// Something the person who confirms the import should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Warning {
    #[error("There is nobody in the file, so nobody leaves.")]
    Nobody,
    #[error(
        "Line {line}: {name} has no e-mail address, so no letter arrives and no code to sign in."
    )]
    NoAddress { line: u64, name: String },
    #[error(
        "Line {line}: {name} is known by name only, and nobody else here is called so; the line is taken to be this person."
    )]
    KnownByName { line: u64, name: String },
    #[error(
        "Line {line}: somebody called {name} is here already, with an e-mail address or a number that this line does not have; it becomes a second person."
    )]
    NamesakeHere { line: u64, name: String },
    #[error("Line {line}: {name}'s manager “{manager}” is unknown; the manager stays as it is.")]
    UnknownManager {
        line: u64,
        name: String,
        manager: String,
    },
    #[error(
        "Line {line}: {name}'s manager “{manager}” could be {count} people; the manager stays as it is."
    )]
    AmbiguousManager {
        line: u64,
        name: String,
        manager: String,
        count: usize,
    },
    #[error("Line {line}: {name}'s manager {manager} has left; the manager stays as it is.")]
    ManagerLeft {
        line: u64,
        name: String,
        manager: String,
    },
    #[error(
        "Line {line}: {name} is marked as active, but the last day was {left_on}; the status counts."
    )]
    ActiveAfterLastDay {
        line: u64,
        name: String,
        left_on: Date,
    },
    #[error("Line {line}: {name} gets the address {email}, which was {former}'s until {left_on}.")]
    AddressReused {
        line: u64,
        name: String,
        email: String,
        former: String,
        left_on: Date,
    },
    #[error(
        "{count} people in the file had left before they were ever here; they are passed over."
    )]
    FormerPassedOver { count: usize },
}

/// Everything that is wrong with a file; nothing of it was imported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("Nothing was imported: {}.", self.summary())]
pub struct CannotImport {
    /// At most a hundred.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

impl CannotImport {
    pub(super) fn add(&mut self, problem: Problem) {
        if self.problems.len() < MOST_NAMED {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        problems.into_iter().for_each(|problem| self.add(problem));
    }

    pub(super) fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    /// `value`, unless anything was wrong.
    pub(super) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    fn summary(&self) -> String {
        match self.count() {
            1 => "one problem".to_owned(),
            count => format!("{count} problems"),
        }
    }
}

/// A sentence with a code and named arguments, so that it can be said in another language.
pub trait Named: Serialize {
    /// The code in kebab case and the arguments as text.
    fn named(&self) -> (String, BTreeMap<String, String>) {
        let value =
            serde_json::to_value(self).expect("an enum of words, numbers and dates is always JSON");
        let mut args: BTreeMap<_, _> = value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| {
                (
                    name.clone(),
                    value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned),
                )
            })
            .collect();
        (args.remove("code").unwrap_or_default(), args)
    }
}

impl Named for Problem {}
impl Named for Warning {}
impl Named for CannotRead {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_has_a_code_and_named_arguments_besides_its_sentence() {
        let problem = Problem::TooLong {
            line: 7,
            field: Field::FullName,
            length: 100_000,
            limit: 200,
        };
        let (code, args) = problem.named();

        assert_eq!(
            problem.to_string(),
            "Line 7: the full name has 100000 characters; the most is 200."
        );
        assert_eq!(code, "too-long");
        assert_eq!(args["field"], "full-name");
        assert_eq!(args["length"], "100000");
    }

    #[test]
    fn a_problem_without_arguments_still_has_its_code() {
        assert_eq!(Problem::Nobody.named().0, "nobody");
        assert_eq!(CannotRead::Zip.named().0, "zip");
    }

    #[test]
    fn a_hundred_problems_are_named_and_the_rest_counted() {
        let mut refused = CannotImport::default();
        for line in 0..250 {
            refused.add(Problem::Missing {
                line,
                field: Field::Email,
            });
        }

        assert_eq!((refused.problems.len(), refused.more), (100, 150));
        assert_eq!(refused.to_string(), "Nothing was imported: 250 problems.");
    }
}
