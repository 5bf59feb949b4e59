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
    ///
    /// Quick where people come in the order of their ids, and right in any order.
    pub fn person(&self, id: &str) -> Option<&Person> {
        let in_order = self
            .people
            .binary_search_by(|person| person.id.as_str().cmp(id))
            .ok()
            .map(|place| &self.people[place]);
        in_order.or_else(|| self.people.iter().find(|person| person.id == id))
    }

    /// The name for a sentence; the id itself where nobody has it.
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        self.person(id).map_or(id, |person| &person.name)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::firm;

    #[test]
    fn a_person_is_found_whatever_the_order_of_the_list() {
        let mut firm = firm();
        firm.people.reverse();
        for id in ["dana", "omar", "priya", "sam"] {
            assert_eq!(firm.person(id).map(|person| &*person.id), Some(id));
        }
        assert!(firm.person("nobody").is_none());
    }
}
