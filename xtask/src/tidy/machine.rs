//! What works only where it was written: paths of one machine.

use super::Complaint;
use crate::repository::{File, Repository};

/// Folders that exist on somebody's machine; written in two parts so that this file passes.
const PLACES: [&str; 5] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("C:\\Us", "ers"),
];

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    repo.files
        .iter()
        .filter(|file| file.path != "Cargo.lock")
        .flat_map(places)
        .collect()
}

fn places(file: &File) -> Vec<Complaint> {
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(at, line)| {
            Some((
                at + 1,
                PLACES.iter().find(|place| begins_a_path(line, place))?,
            ))
        })
        .map(|(line, place)| {
            Complaint::at(
                &file.path,
                line,
                format!("{place} is a path of one machine"),
            )
        })
        .collect()
}

/// `https://example.com/work/` is an address, not a path.
fn begins_a_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !"./-_})".contains(c))
    })
}
