//! SQL stands in `store.rs` files and migrations, drivers in `kit::db`, and every query of a slice
//! asks within one organisation.

use anyhow::Result;

use super::Complaint;
use super::slices::Plan;
use crate::repository::{File, Repository};
use crate::rust::{self, Literal};

/// SQL of the house itself.
const ELSEWHERE: [(&str, &str); 2] = [
    (
        "crates/kit/src/jobs.rs",
        "the queue is the house's own table",
    ),
    (
        "crates/kit/src/db/",
        "the seam says what its drivers need to hear",
    ),
];

/// The one thing that must be named where the files lie.
const EMBEDS_MIGRATIONS: &str = "crates/app/src/lib.rs";

pub(crate) fn check(repo: &Repository) -> Result<Vec<Complaint>> {
    let plan = Plan::read(repo)?;
    let mut complaints = plan.stale_queries(repo);
    for file in repo.product_sources() {
        let source = rust::product(&file.text);
        complaints.extend(drivers(file, &source.code));
        let queries = source
            .literals
            .iter()
            .filter(|literal| is_sql(&literal.text));
        complaints.extend(queries.filter_map(|query| misplaced(file, query, &plan)));
    }
    Ok(complaints)
}

fn misplaced(file: &File, query: &Literal, plan: &Plan) -> Option<Complaint> {
    if ELSEWHERE
        .iter()
        .any(|(place, _)| file.path.starts_with(place))
    {
        return None;
    }
    if !is_store(&file.path) {
        return Some(Complaint::at(
            &file.path,
            query.line,
            "SQL stands in store.rs files only",
        ));
    }
    let is_scoped = is_head(query)
        || names_organisation(&query.text)
        || plan.is_unscoped(&file.path, &query.text);
    (!is_scoped).then(|| {
        let sentence = "this query does not ask within one organisation (`org`); if it must not, say why in SLICES.toml";
        Complaint::at(&file.path, query.line, sentence)
    })
}

/// The beginning of a query whose rest is handed to a macro; the rest is checked where it stands.
fn is_head(query: &Literal) -> bool {
    query.before.ends_with("concat!(") && !query.text.contains("WHERE ")
}

fn drivers(file: &File, code: &str) -> Vec<Complaint> {
    if file.path.starts_with("crates/kit/src/db/") {
        return Vec::new();
    }
    let allowed = |line: &str| file.path == EMBEDS_MIGRATIONS && line.contains("sqlx::migrate!");
    code.lines()
        .enumerate()
        .filter(|(_, line)| line.contains("sqlx::") && !allowed(line))
        .map(|(at, _)| Complaint::at(&file.path, at + 1, "only kit::db names a database driver"))
        .collect()
}

/// `store.rs`, or a file of a folder `store` once one file is not enough.
pub(super) fn is_store(path: &str) -> bool {
    path.ends_with("/store.rs") || path.contains("/store/")
}

/// Statements as we write them: key words in capitals.
fn is_sql(text: &str) -> bool {
    let text = text.trim_start();
    let has = |part: &str| text.contains(part);
    (text.starts_with("SELECT ") && (has(" FROM ") || has("\nFROM ") || has("(")))
        || text.starts_with("INSERT INTO ")
        || (text.starts_with("UPDATE ") && has(" SET "))
        || text.starts_with("DELETE FROM ")
        || (text.starts_with("WITH ") && has(" AS ("))
        || text.starts_with("CREATE TABLE ")
        || (text.starts_with("WHERE ") && has(" $1"))
}

/// The word `org`, alone or behind the name of a table; or the organisation's own row by its id.
fn names_organisation(query: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    query.split(|c| !is_word(c)).any(|word| word == "org")
        || ["organisation (id", "organisation WHERE id = "]
            .iter()
            .any(|own| query.contains(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_told_from_sentences() {
        assert!(is_sql("SELECT a FROM b"));
        assert!(is_sql("INSERT INTO a (b)"));
        assert!(!is_sql("SELECT one of these"));
        assert!(!is_sql("Update your browser, or SET a cookie"));
    }

    #[test]
    fn an_organisation_is_named_by_a_whole_word() {
        assert!(names_organisation("WHERE a.org = $1"));
        assert!(names_organisation("INSERT INTO t (org, id)"));
        assert!(names_organisation(
            "SELECT name FROM organisation WHERE id = $1"
        ));
        assert!(!names_organisation("SELECT organisation, borg FROM t"));
    }
}
