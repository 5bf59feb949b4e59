use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Facts;

/// Somebody who works or worked for the organisation, or sits on one of its bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's pseudonymous id (`per_…`).
    pub id: String,
    /// The name shown in sentences; the id where the name was erased or withheld.
    pub name: String,
    /// First day with the organisation; `None` for outside members of a body and where it is not known.
    #[serde(default)]
    pub started_on: Option<Date>,
    /// Last day with the organisation, inclusive.
    #[serde(default)]
    pub left_on: Option<Date>,
}

impl Person {
    /// Whether the person had begun and not yet left on a day.
    /// Who has no first day counts as being there: an outside member never started work.
    pub fn is_there(&self, on: Date) -> bool {
        !self.starts_after(on) && !self.left_before(on)
    }

    /// Whether the first day lies after a day.
    pub fn starts_after(&self, on: Date) -> bool {
        self.started_on.is_some_and(|first| on < first)
    }

    /// Whether the last day lies before a day.
    pub fn left_before(&self, on: Date) -> bool {
        self.left_on.is_some_and(|last| last < on)
    }
}

impl Facts {
    /// The person with this id, if known.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The name for a sentence; the id itself where nobody has it.
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        self.person(id).map_or(id, |person| &person.name)
    }
}
