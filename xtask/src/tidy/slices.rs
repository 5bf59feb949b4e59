//! Slices reach downwards only: from a tier to the tiers below it, through the door.
//!
//! `crates/app/SLICES.toml` is the plan: the tiers, the edges within a tier with their reasons,
//! and the queries that do not ask within one organisation.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::Complaint;
use crate::repository::Repository;
use crate::rust;

const PLAN: &str = "crates/app/SLICES.toml";
const SLICES: &str = "crates/app/src/";

/// The root of the crate, which every slice may use and which uses every slice.
const ROOT: [&str; 2] = ["lib", "state"];

/// What `SLICES.toml` says.
#[derive(Debug)]
pub(super) struct Plan {
    tiers: BTreeMap<String, usize>,
    edges: BTreeSet<(String, String)>,
    unscoped: Vec<(String, String)>,
}

impl Plan {
    pub(super) fn read(repo: &Repository) -> Result<Plan> {
        let table: Table = repo.text(PLAN)?.parse().context(PLAN)?;
        let mut tiers = BTreeMap::new();
        for (number, names) in table
            .get("tiers")
            .and_then(Value::as_table)
            .context("SLICES.toml has no [tiers]")?
        {
            let number: usize = number.parse().context("a tier is a number")?;
            for name in names.as_array().into_iter().flatten() {
                tiers.insert(text(name)?, number);
            }
        }
        let edges = pairs(&table, "edge", ["from", "to"])?.into_iter().collect();
        let unscoped = pairs(&table, "unscoped", ["slice", "query"])?;
        Ok(Plan {
            tiers,
            edges,
            unscoped,
        })
    }

    /// Is this query on the list of those that do not ask within one organisation?
    pub(super) fn is_unscoped(&self, path: &str, query: &str) -> bool {
        self.unscoped.iter().any(|(slice, part)| {
            slice_of(path) == Some(slice.as_str()) && query.contains(part.as_str())
        })
    }

    /// Entries of the list that no query needs any more.
    pub(super) fn stale_queries(&self, repo: &Repository) -> Vec<Complaint> {
        let stores: Vec<_> = repo
            .product_sources()
            .filter(|file| super::sql::is_store(&file.path))
            .map(|file| (&file.path, rust::product(&file.text).literals))
            .collect();
        let is_used = |(slice, part): &&(String, String)| {
            stores.iter().any(|(path, literals)| {
                slice_of(path) == Some(slice.as_str())
                    && literals
                        .iter()
                        .any(|literal| literal.text.contains(part.as_str()))
            })
        };
        let stale = self.unscoped.iter().filter(|entry| !is_used(entry));
        stale
            .map(|(slice, part)| {
                Complaint::about(PLAN, format!("{slice} has no query with {part:?} any more"))
            })
            .collect()
    }

    fn refuses(&self, from: &str, to: &str) -> Option<String> {
        let (Some(above), Some(below)) = (self.tiers.get(from), self.tiers.get(to)) else {
            let missing = if self.tiers.contains_key(from) {
                to
            } else {
                from
            };
            return Some(format!("{missing} has no tier in SLICES.toml"));
        };
        if below < above || self.edges.contains(&(from.to_owned(), to.to_owned())) {
            return None;
        }
        Some(format!(
            "{from} (tier {above}) uses {to} (tier {below}); write the edge down in SLICES.toml with its reason, or turn it round"
        ))
    }
}

/// The texts under two keys of every entry of a list; each entry must give its reason.
fn pairs(table: &Table, list: &str, keys: [&str; 2]) -> Result<Vec<(String, String)>> {
    let entries = table
        .get(list)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    entries
        .map(|entry| {
            let field = |key: &str| {
                entry
                    .get(key)
                    .map(text)
                    .with_context(|| format!("an entry of [[{list}]] has no {key}"))?
            };
            field("reason")?;
            Ok((field(keys[0])?, field(keys[1])?))
        })
        .collect()
}

fn text(value: &Value) -> Result<String> {
    Ok(value
        .as_str()
        .context("SLICES.toml: a text is expected")?
        .to_owned())
}

pub(crate) fn check(repo: &Repository) -> Result<Vec<Complaint>> {
    let plan = Plan::read(repo)?;
    let mut used = BTreeSet::new();
    let mut complaints = Vec::new();
    let slices = slices(repo);
    for file in repo.product_sources() {
        let Some(from) = slice_of(&file.path).filter(|from| !ROOT.contains(from)) else {
            continue;
        };
        for (line, to) in uses(&file.path, &rust::product(&file.text).code) {
            if to == from || ROOT.contains(&to.as_str()) || !slices.contains(to.as_str()) {
                continue;
            }
            complaints.extend(
                plan.refuses(from, &to)
                    .map(|sentence| Complaint::at(&file.path, line, sentence)),
            );
            used.insert((from.to_owned(), to));
        }
    }
    let stale = plan.edges.difference(&used);
    complaints
        .extend(stale.map(|(from, to)| {
            Complaint::about(PLAN, format!("{from} does not use {to} any more"))
        }));
    Ok(complaints)
}

fn slices(repo: &Repository) -> BTreeSet<&str> {
    repo.under(SLICES, ".rs")
        .filter_map(|file| slice_of(&file.path))
        .collect()
}

/// The folder (or file) of the product that a path lies in.
fn slice_of(path: &str) -> Option<&str> {
    let inner = path.strip_prefix(SLICES)?;
    Some(inner.split('/').next()?.trim_end_matches(".rs"))
}

/// What a source names of the crate: `crate::x::…`, `crate::{x::…, y}` and enough `super::`s to get there.
fn uses(path: &str, code: &str) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    let climb = "super::".repeat(depth(path) + 1);
    for root in ["crate::", climb.as_str()] {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            uses.extend(
                names(&code[at + root.len()..])
                    .into_iter()
                    .map(|name| (line, name)),
            );
        }
    }
    uses
}

/// How many modules a file is below its slice's door.
fn depth(path: &str) -> usize {
    let parts = path.trim_start_matches(SLICES).split('/').count() - 1;
    if path.ends_with("/mod.rs") {
        parts.saturating_sub(1)
    } else {
        parts
    }
}

/// The first names after `crate::`, one or those of a group.
fn names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let mut depth = 0;
    let mut names = vec![word(group.trim_start())];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(path: &str, code: &str) -> Vec<String> {
        uses(path, code).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn edges_are_read_from_paths_and_groups() {
        let code = "use crate::people::Person;\nuse crate::{App, identity::{Role, Viewer}, ledger};\ncrate::notices::tell();";
        assert_eq!(
            named("crates/app/src/a/mod.rs", code),
            ["people", "App", "identity", "ledger", "notices"]
        );
    }

    #[test]
    fn climbing_out_of_the_slice_is_an_edge_too() {
        assert_eq!(
            named(
                "crates/app/src/a/store.rs",
                "use super::super::people::Person;"
            ),
            ["people"]
        );
        assert_eq!(
            named("crates/app/src/a/mod.rs", "use super::people::Person;"),
            ["people"]
        );
        assert!(named("crates/app/src/a/store.rs", "use super::model::State;").is_empty());
    }
}
