//! Names in the place of pseudonyms, for readers: records themselves hold no names.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};

use super::super::store;

const PREFIX: &str = "per_";
const LENGTH: usize = PREFIX.len() + 26;

/// The people that texts speak of.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// Looks everybody up with one query.
    pub(super) async fn of<'a>(
        db: &mut Conn,
        org: OrgId,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Result<Names> {
        let people: BTreeSet<String> = texts
            .into_iter()
            .flat_map(pseudonyms)
            .map(|(_, pseudonym)| pseudonym.to_owned())
            .collect();
        Ok(Names(store::names(db, org, &people).await?))
    }

    /// The text with every name that is known; a forgotten person stays a pseudonym.
    pub(super) fn fill(&self, text: &str) -> String {
        replaced(text, |pseudonym| match self.0.get(pseudonym) {
            Some(name) => name.clone(),
            None => pseudonym.to_owned(),
        })
    }

    /// The text with pseudonyms as short as they are on the pages of people.
    pub(super) fn veil(text: &str) -> String {
        replaced(text, |pseudonym| {
            format!("per…{}", &pseudonym[LENGTH - 6..])
        })
    }
}

fn replaced(text: &str, with: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for (at, pseudonym) in pseudonyms(text) {
        filled.push_str(&text[from..at]);
        filled.push_str(&with(pseudonym));
        from = at + pseudonym.len();
    }
    filled.push_str(&text[from..]);
    filled
}

/// Where a text speaks of people, and of whom.
fn pseudonyms(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(PREFIX).filter_map(|(at, _)| {
        let pseudonym = text.get(at..at + LENGTH)?;
        pseudonym.parse::<PersonId>().ok()?;
        Some((at, pseudonym))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DANA: &str = "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY";

    fn names() -> Names {
        Names([(DANA.to_owned(), "Dana Reyes".to_owned())].into())
    }

    #[test]
    fn a_pseudonym_becomes_a_name() {
        let text = format!("Signed by {DANA}, and {DANA}.");
        assert_eq!(names().fill(&text), "Signed by Dana Reyes, and Dana Reyes.");
    }

    #[test]
    fn a_veiled_name_is_the_end_of_its_pseudonym() {
        let text = format!("Signed by {DANA}.");
        assert_eq!(Names::veil(&text), "Signed by per…R6S1XY.");
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        for text in [
            "per_01JD3KQ8Z5T0V9M4N7P2R6S1XX left.",
            "per_",
            "percent per_Ä",
            "",
        ] {
            assert_eq!(names().fill(text), text);
        }
    }
}
