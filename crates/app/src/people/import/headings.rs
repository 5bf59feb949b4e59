//! What the headings mean: guessed from the words HR systems use, corrected by a person, remembered for the next file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::cells::fold;
use super::dates::DateOrder;
use super::field::{Field, Required};
use super::vocabulary::HEADINGS;

/// A digest of a heading row: the same export has the same signature next month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signature(String);

/// Which column, counted from zero, means what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub columns: BTreeMap<Field, usize>,
    /// How to read `03/04/2021`, once somebody was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
}

impl Signature {
    pub(super) fn of(headings: &[String]) -> Self {
        let mut digest = Sha256::new();
        for heading in headings {
            digest.update(heading.as_bytes());
            digest.update(b"\n");
        }
        Self(
            digest
                .finalize()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        )
    }

    /// 64 lower-case hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Mapping {
    /// What still has to be chosen before the file can be read.
    pub fn missing(&self) -> Vec<Required> {
        let has = |field| self.columns.contains_key(&field);
        let has_name = has(Field::FullName) || (has(Field::GivenName) && has(Field::FamilyName));
        let mut missing = Vec::new();
        if !has(Field::Email) {
            missing.push(Required::Email);
        }
        if !has_name {
            missing.push(Required::Name);
        }
        missing
    }

    pub fn field_of(&self, column: usize) -> Option<Field> {
        self.columns
            .iter()
            .find(|(_, mapped)| **mapped == column)
            .map(|(field, _)| *field)
    }
}

/// Short words are one letter away from too much: `mail` from `male`, `team` from `term`.
const SHORTEST_MISSPELT: usize = 7;

pub(super) fn guess(headings: &[String], filled: &[bool]) -> Mapping {
    let folded: Vec<String> = headings
        .iter()
        .map(|heading| fold(without_remark(heading)))
        .collect();
    let mut guess = Guess {
        columns: BTreeMap::new(),
        free: free_columns(&folded, filled),
    };

    let exact = |heading: &str, known: &str| heading == known;
    guess.claim(&folded, exact);
    guess.claim(&folded, is_misspelt);
    guess.let_name_be_the_family_name(&folded);
    Mapping {
        columns: guess.columns,
        date_order: None,
    }
}

struct Guess {
    columns: BTreeMap<Field, usize>,
    free: BTreeSet<usize>,
}

impl Guess {
    fn claim(&mut self, folded: &[String], fits: impl Fn(&str, &str) -> bool) {
        for (field, known) in HEADINGS {
            if self.columns.contains_key(field) {
                continue;
            }
            let column = known.iter().find_map(|known| {
                self.free
                    .iter()
                    .copied()
                    .find(|column| fits(&folded[*column], known))
            });
            if let Some(column) = column {
                self.free.remove(&column);
                self.columns.insert(*field, column);
            }
        }
    }

    /// Beside `Vorname`, a column called `Name` holds family names.
    fn let_name_be_the_family_name(&mut self, folded: &[String]) {
        let has = |field| self.columns.contains_key(&field);
        if !has(Field::GivenName) || has(Field::FamilyName) {
            return;
        }
        if let Some(column) = self
            .columns
            .get(&Field::FullName)
            .copied()
            .filter(|column| folded[*column] == "name")
        {
            self.columns.remove(&Field::FullName);
            self.columns.insert(Field::FamilyName, column);
        }
    }
}

/// Columns worth guessing about: they hold something, and of two with one heading the first.
fn free_columns(folded: &[String], filled: &[bool]) -> BTreeSet<usize> {
    let mut first = HashMap::new();
    for (column, heading) in folded.iter().enumerate() {
        if filled.get(column).copied().unwrap_or(false) && !heading.is_empty() {
            first.entry(heading.as_str()).or_insert(column);
        }
    }
    first.into_values().collect()
}

/// Google Workspace adds `[Required]` or `[READ ONLY]` to its headings, people add `*`.
fn without_remark(heading: &str) -> &str {
    heading.split_once('[').map_or(heading, |(name, _)| name)
}

fn is_misspelt(heading: &str, known: &str) -> bool {
    heading.len() >= SHORTEST_MISSPELT
        && known.len() >= SHORTEST_MISSPELT
        && is_one_letter_off(heading, known)
}

/// Whether one letter added, lost or changed makes the one the other.
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() < other.len() {
        (other, one)
    } else {
        (one, other)
    };
    let (long, short) = (long.as_bytes(), short.as_bytes());
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => long.get(same + 1..) == short.get(same + 1..),
        1 => long[same + 1..] == short[same..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(headings: &[&str]) -> Vec<(Field, usize)> {
        let headings: Vec<String> = headings
            .iter()
            .map(|heading| (*heading).to_owned())
            .collect();
        guess(&headings, &vec![true; headings.len()])
            .columns
            .into_iter()
            .collect()
    }

    #[test]
    fn headings_are_understood_whatever_their_case_and_punctuation() {
        use Field::{Email, FamilyName, GivenName};
        assert_eq!(
            guessed(&["FIRST_NAME", "last-name", "eMail*"]),
            [(GivenName, 0), (FamilyName, 1), (Email, 2)]
        );
    }

    #[test]
    fn a_misspelt_heading_is_understood() {
        assert_eq!(guessed(&["Departmnet "]), []);
        assert_eq!(guessed(&["Departement"]), [(Field::Unit, 0)]);
        assert_eq!(guessed(&["Personalnumer"]), [(Field::ExternalId, 0)]);
    }

    #[test]
    fn private_addresses_and_sign_in_times_are_left_alone() {
        assert_eq!(
            guessed(&[
                "Recovery Email",
                "Home Email",
                "Last Sign In [READ ONLY]",
                "Password [Required]"
            ]),
            []
        );
    }

    #[test]
    fn name_is_the_family_name_beside_a_given_name_and_the_full_name_alone() {
        assert_eq!(
            guessed(&["Name", "Vorname"]),
            [(Field::GivenName, 1), (Field::FamilyName, 0)]
        );
        assert_eq!(guessed(&["Name"]), [(Field::FullName, 0)]);
    }

    #[test]
    fn the_better_heading_wins_wherever_it_stands() {
        assert_eq!(
            guessed(&["Employment Status", "Status"]),
            [(Field::Status, 1), (Field::Contractor, 0)]
        );
        assert_eq!(guessed(&["Employment Status"]), [(Field::Status, 0)]);
        assert_eq!(
            guessed(&["Org Unit Path [Required]", "Department"]),
            [(Field::Unit, 1)]
        );
    }

    #[test]
    fn a_column_without_values_is_never_guessed() {
        let headings = [
            "Department".to_owned(),
            "Org Unit Path [Required]".to_owned(),
        ];
        assert_eq!(
            guess(&headings, &[false, true]).columns,
            BTreeMap::from([(Field::Unit, 1)])
        );
    }

    #[test]
    fn what_is_still_to_be_chosen_is_said() {
        let mapping = guess(&["Vorname".to_owned()], &[true]);
        assert_eq!(mapping.missing(), [Required::Email, Required::Name]);
    }

    #[test]
    fn the_same_headings_have_the_same_signature_and_others_another() {
        let of = |headings: &[&str]| {
            Signature::of(&headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(of(&["Name", "Email"]), of(&["Name", "Email"]));
        assert_ne!(of(&["Name", "Email"]), of(&["NameE", "mail"]));
        assert_eq!(of(&["Name"]).as_str().len(), 64);
    }

    #[test]
    fn a_mapping_survives_being_remembered() {
        let mut mapping = guess(&["Name".to_owned(), "Email".to_owned()], &[true, true]);
        mapping.date_order = Some(DateOrder::DayFirst);
        let remembered = serde_json::to_string(&mapping).unwrap();

        assert_eq!(
            remembered,
            r#"{"columns":{"full-name":0,"email":1},"date_order":"day-first"}"#
        );
        assert_eq!(
            serde_json::from_str::<Mapping>(&remembered).unwrap(),
            mapping
        );
    }
}
