//! What a heading row means: guessed from words that somebody knows, and named, so that what a
//! person corrected is remembered for the next file that looks the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::cells::fold;

/// The words for each field, folded ([`heading_word`]), the best first.
pub type Known<'a, F> = &'a [(F, &'a [&'a str])];

/// A digest of a heading row: the same export has the same signature next month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signature(String);

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

/// Short words are one letter away from too much: `mail` from `male`, `team` from `term`.
const SHORTEST_MISSPELT: usize = 7;

/// The column of every field whose words are known: by its exact words first, then misspelt.
/// A word further left wins over one further right, and a field further up over one further down.
pub(super) fn guess<F: Copy + Ord>(
    headings: &[String],
    filled: &[bool],
    known: Known<'_, F>,
) -> BTreeMap<F, usize> {
    let folded: Vec<String> = headings.iter().map(|it| heading_word(it)).collect();
    let mut guess = Guess {
        columns: BTreeMap::new(),
        free: free_columns(&folded, filled),
    };
    let exact = |heading: &str, known: &str| heading == known;
    guess.claim(&folded, known, exact);
    guess.claim(&folded, known, is_misspelt);
    guess.columns
}

/// A heading without case, punctuation and remarks, as the known words are written.
pub fn heading_word(heading: &str) -> String {
    fold(without_remark(heading))
}

struct Guess<F> {
    columns: BTreeMap<F, usize>,
    free: BTreeSet<usize>,
}

impl<F: Copy + Ord> Guess<F> {
    fn claim(&mut self, folded: &[String], known: Known<'_, F>, fits: impl Fn(&str, &str) -> bool) {
        for (field, known) in known {
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

    const KNOWN: Known<'_, u8> = &[(1, &["personnelnumber", "id"]), (2, &["name"])];

    fn guessed(headings: &[&str], filled: &[bool]) -> Vec<(u8, usize)> {
        let headings: Vec<String> = headings.iter().map(|it| (*it).to_owned()).collect();
        guess(&headings, filled, KNOWN).into_iter().collect()
    }

    #[test]
    fn a_heading_is_found_whatever_its_case_punctuation_and_remarks() {
        assert_eq!(
            guessed(&["NAME*", "Id [Required]"], &[true; 2]),
            [(1, 1), (2, 0)]
        );
    }

    #[test]
    fn one_letter_off_is_misspelt_in_a_long_word_and_another_word_in_a_short_one() {
        assert_eq!(guessed(&["Personelnumber", "Game"], &[true; 2]), [(1, 0)]);
    }

    #[test]
    fn the_better_word_wins_and_a_column_without_values_never() {
        assert_eq!(guessed(&["Id", "Personnel number"], &[true; 2]), [(1, 1)]);
        assert_eq!(
            guessed(&["Id", "Personnel number"], &[true, false]),
            [(1, 0)]
        );
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
}
