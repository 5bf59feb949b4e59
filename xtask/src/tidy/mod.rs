//! What the architecture does not have, looked for in the sources.
//!
//! One file per kind of question; each answers with complaints that name a place and say
//! what to do. An exception stands beside its reason: in the check itself when it belongs
//! to the house, in `crates/app/SLICES.toml` when it belongs to a slice.

mod machine;
mod migrations;
mod prose;
mod purity;
mod registered;
mod size;
mod slices;
mod sql;
mod stories;
mod words;

use std::fmt;

use anyhow::Result;

use crate::repository::Repository;

/// Something that does not fit, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Complaint {
    place: String,
    line: usize,
    sentence: String,
}

impl Complaint {
    fn at(place: &str, line: usize, sentence: impl Into<String>) -> Complaint {
        Complaint {
            place: place.to_owned(),
            line,
            sentence: sentence.into(),
        }
    }

    fn about(place: &str, sentence: impl Into<String>) -> Complaint {
        Complaint::at(place, 0, sentence)
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.place, self.sentence),
            line => write!(f, "{}:{line}: {}", self.place, self.sentence),
        }
    }
}

/// Everything that does not fit, in the order of places.
pub(crate) fn complaints(repo: &Repository) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    complaints.extend(sql::check(repo)?);
    complaints.extend(purity::check(repo)?);
    complaints.extend(slices::check(repo)?);
    complaints.extend(stories::check(repo));
    complaints.extend(registered::check(repo)?);
    complaints.extend(migrations::check(repo));
    complaints.extend(words::check(repo));
    complaints.extend(prose::check(repo));
    complaints.extend(size::check(repo));
    complaints.extend(machine::check(repo));
    complaints.sort();
    complaints.dedup();
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let complaints = complaints(&Repository::read().unwrap()).unwrap();
        let list: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        assert!(list.is_empty(), "\n{}", list.join("\n"));
    }
}
