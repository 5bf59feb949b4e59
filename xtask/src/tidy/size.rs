//! A file of more than 400 lines has a second idea.

use super::Complaint;
use crate::repository::Repository;
use crate::rust;

const LINES: usize = 400;

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    let rust = repo
        .product_sources()
        .map(|file| (&file.path, rust::without_tests(&file.text).lines().count()));
    let web = repo
        .under("web/src/", "")
        .map(|file| (&file.path, file.text.lines().count()));
    let own = repo
        .under("xtask/src/", ".rs")
        .map(|file| (&file.path, file.text.lines().count()));
    rust.chain(web)
        .chain(own)
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| {
            Complaint::about(
                path,
                format!("{lines} lines without tests; look for the second idea ({LINES})"),
            )
        })
        .collect()
}
