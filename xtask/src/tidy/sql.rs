//! SQL stands in `store.rs` files and migrations, drivers in `kit::db`, and every query of a slice
//! asks within one organisation.

use std::collections::BTreeSet;

use anyhow::Result;

use super::Complaint;
use super::slices::Plan;
use crate::repository::{File, Repository};
use crate::rust::{self, Literal};

/// SQL of the house itself.
const ELSEWHERE: [(&str, &str); 3] = [
    (
        "crates/kit/src/jobs.rs",
        "the queue is the house's own table",
    ),
    (
        "crates/kit/src/reconcile/store.rs",
        "the slices name the tables, and every join is within one organisation",
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
    // The rest of a query that is put together by a macro is checked where it stands.
    let elsewhere = usize::from(is_head(query));
    let is_scoped = tables(&query.text) <= comparisons(&query.text) + elsewhere
        || plan.is_unscoped(&file.path, &query.text);
    (!is_scoped).then(|| {
        let sentence = "a table of this query is not held to one organisation (`org = `); if it must not be, say why in SLICES.toml";
        Complaint::at(&file.path, query.line, sentence)
    })
}

/// The beginning of a query whose rest is handed to a macro.
fn is_head(query: &Literal) -> bool {
    query.before.ends_with("concat!(")
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

/// How many tables a query reads or changes: those after `FROM`, `JOIN`, `UPDATE` and `INTO`,
/// without the names that the query gives itself and without the lists that are handed in.
/// The organisation's own row is found by its id and counts when it is not.
fn tables(query: &str) -> usize {
    let words: Vec<&str> = words(query).collect();
    let named: BTreeSet<&str> = words
        .windows(3)
        .filter_map(|three| match three {
            ["WITH", "RECURSIVE", name] | ["WITH", name, _] | [name, "AS", "("] => Some(*name),
            _ => None,
        })
        .collect();
    let lists = ["json_each", "jsonb_array_elements_text"];
    let is_given = |name: &str| lists.contains(&name) || name == "SET" || named.contains(name);
    words
        .windows(2)
        .filter(|two| ["FROM", "JOIN", "UPDATE", "INTO"].contains(&two[0]))
        .filter(|two| two[1] != "(" && !is_given(two[1]))
        .count()
}

/// How often a query holds something to one organisation: `org = …`, `… = o.id` for the
/// organisation's own row, or the column `org` among those that an insert fills.
fn comparisons(query: &str) -> usize {
    let words: Vec<&str> = words(query).collect();
    let is_org = |word: &str| word == "org" || word.ends_with(".org");
    let compared = words
        .windows(3)
        .filter(|three| three[1] == "=" && (is_org(three[0]) || is_org(three[2])))
        .count();
    let filled = words
        .iter()
        .position(|word| *word == "INTO")
        .and_then(|into| words.get(into + 2..))
        .is_some_and(|columns| {
            columns
                .iter()
                .take_while(|word| **word != ")")
                .any(|word| *word == "org")
        });
    let own = [
        "organisation WHERE id = ",
        "INTO organisation (id",
        "WHERE o.id = ",
    ];
    let own = own.iter().filter(|own| query.contains(**own)).count();
    compared + usize::from(filled) + own
}

/// Names with their table, brackets and equals signs, as they follow each other.
fn words(query: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.' || c == '$';
    let mut rest = query;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !is_part(c) && !"=()".contains(c));
        let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(if end == 0 { rest.len().min(1) } else { end });
        rest = after;
        (!word.is_empty()).then_some(word)
    })
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
    fn every_table_of_a_query_is_held_to_one_organisation() {
        let is_scoped = |query: &str| tables(query) <= comparisons(query);
        assert!(is_scoped("SELECT a FROM t WHERE t.org = $1"));
        assert!(is_scoped("INSERT INTO t (org, id) VALUES ($1, $2)"));
        assert!(is_scoped("SELECT name FROM organisation WHERE id = $1"));
        assert!(is_scoped(
            "SELECT a FROM t JOIN u ON u.org = t.org AND u.id = t.u WHERE t.org = $1"
        ));
        assert!(is_scoped(
            "SELECT a FROM t WHERE org = $1 AND id IN (SELECT value FROM json_each($2))"
        ));
        assert!(!is_scoped("SELECT org FROM t WHERE id = $1"));
        assert!(!is_scoped(
            "SELECT a FROM t JOIN u ON u.id = t.u WHERE t.org = $1"
        ));
        assert!(!is_scoped(
            "UPDATE t SET org = NULL, a = $1 WHERE id = $2 AND b IN (SELECT b FROM u)"
        ));
        assert!(!is_scoped(
            "INSERT INTO t (id, a) SELECT id, org FROM u WHERE org = $1"
        ));
    }
}
