//! Every folder opens with its story, in a few lines.

use super::Complaint;
use crate::repository::{File, Repository};

/// A story that is longer wants to be a page of `docs`.
const LINES: usize = 14;

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    let doors = repo.product_sources().filter(|file| is_door(&file.path));
    doors.filter_map(complaint).collect()
}

fn is_door(path: &str) -> bool {
    ["/mod.rs", "/lib.rs", "/main.rs"]
        .iter()
        .any(|name| path.ends_with(name))
}

fn complaint(file: &File) -> Option<Complaint> {
    let told = file
        .text
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .count();
    match told {
        0 => Some(Complaint::at(
            &file.path,
            1,
            "a folder opens with its story (`//!`)",
        )),
        1..=LINES => None,
        _ => Some(Complaint::at(
            &file.path,
            1,
            format!("the story takes {told} lines; {LINES} are enough"),
        )),
    }
}
