//! What the headings of a list of people mean: guessed from the words HR systems use, corrected by a person,
//! remembered for the next file.

use std::collections::BTreeMap;

use kit::sheet::{Sheet, heading_word};
use serde::{Deserialize, Serialize};

use super::dates::DateOrder;
use super::field::{Field, Required};
use super::vocabulary::HEADINGS;

/// Which column, counted from zero, means what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub columns: BTreeMap<Field, usize>,
    /// How to read `03/04/2021`, once somebody was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
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

/// What the headings of a file most likely mean.
pub fn guess(sheet: &Sheet) -> Mapping {
    let mut columns = sheet.guess(HEADINGS);
    let_name_be_the_family_name(&mut columns, sheet.headings());
    Mapping {
        columns,
        date_order: None,
    }
}

/// Beside `Vorname`, a column called `Name` holds family names.
fn let_name_be_the_family_name(columns: &mut BTreeMap<Field, usize>, headings: &[String]) {
    let has = |field| columns.contains_key(&field);
    if !has(Field::GivenName) || has(Field::FamilyName) {
        return;
    }
    let full = columns.get(&Field::FullName).copied();
    if let Some(column) = full.filter(|column| heading_word(&headings[*column]) == "name") {
        columns.remove(&Field::FullName);
        columns.insert(Field::FamilyName, column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these headings and one line below them.
    fn file(headings: &[&str], line: &[&str]) -> Sheet {
        let text = format!("{}\n{}\n", headings.join(";"), line.join(";"));
        Sheet::open(text.as_bytes()).unwrap()
    }

    fn guessed(headings: &[&str]) -> Vec<(Field, usize)> {
        let sheet = file(headings, &vec!["x"; headings.len()]);
        guess(&sheet).columns.into_iter().collect()
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
        let sheet = file(&["Department", "Org Unit Path [Required]"], &["", "x"]);
        assert_eq!(guess(&sheet).columns, BTreeMap::from([(Field::Unit, 1)]));
    }

    #[test]
    fn what_is_still_to_be_chosen_is_said() {
        let mapping = guess(&file(&["Vorname"], &["x"]));
        assert_eq!(mapping.missing(), [Required::Email, Required::Name]);
    }

    #[test]
    fn a_mapping_survives_being_remembered() {
        let mut mapping = guess(&file(&["Name", "Email"], &["x", "x"]));
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
