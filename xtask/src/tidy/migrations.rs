//! Migrations come in pairs: the same numbers and names for both databases, without a gap.

use std::collections::BTreeSet;

use super::Complaint;
use crate::repository::Repository;

const FOLDER: &str = "crates/app/migrations/";

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    let (sqlite, postgres) = (names(repo, "sqlite"), names(repo, "postgres"));
    let lonely = sqlite.symmetric_difference(&postgres);
    let mut complaints: Vec<Complaint> = lonely
        .map(|name| {
            Complaint::about(
                FOLDER,
                format!("{name} is missing for one of the two databases"),
            )
        })
        .collect();
    for (at, name) in sqlite.iter().enumerate() {
        let number = format!("{:04}_", at + 1);
        if !name.starts_with(&number) {
            complaints.push(Complaint::about(
                FOLDER,
                format!("{name} should be number {}", at + 1),
            ));
        }
    }
    complaints
}

fn names(repo: &Repository, dialect: &str) -> BTreeSet<String> {
    let folder = format!("{FOLDER}{dialect}/");
    repo.under(&folder, ".sql")
        .map(|file| file.path[folder.len()..].to_owned())
        .collect()
}
