//! Every word of the product is said in English and in German, with the same variables; what a
//! page asks for is there, and what is there is asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::Complaint;
use crate::repository::{File, Repository};
use crate::rust::{self, Literal};
use crate::template::{self, Piece};

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for english in repo.under("crates/", "/words/en.ftl") {
        let german = english.path.replace("/en.ftl", "/de.ftl");
        let german_text = repo.file(&german).map_or("", |file| &file.text);
        complaints.extend(differences(english, &german, german_text));
    }
    let asked = asked(repo);
    complaints.extend(missing(repo, &asked));
    complaints.extend(unused(repo, &asked));
    complaints
}

/// A message: the line it begins on and the variables in it.
#[derive(Debug, PartialEq)]
struct Message {
    line: usize,
    variables: BTreeSet<String>,
}

fn messages(text: &str) -> BTreeMap<String, Message> {
    let mut messages: BTreeMap<String, Message> = BTreeMap::new();
    let mut current = String::new();
    for (at, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            current = key.trim().to_owned();
            messages.insert(
                current.clone(),
                Message {
                    line: at + 1,
                    variables: BTreeSet::new(),
                },
            );
        }
        if let Some(message) = messages.get_mut(&current) {
            message.variables.extend(variables(line));
        }
    }
    messages
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
            .collect()
    })
}

fn differences(english: &File, german: &str, german_text: &str) -> Vec<Complaint> {
    let (ours, theirs) = (messages(&english.text), messages(german_text));
    let mut complaints = Vec::new();
    for (key, message) in &ours {
        match theirs.get(key) {
            None => complaints.push(Complaint::about(
                german,
                format!("{key} is not said in German"),
            )),
            Some(other) if other.variables != message.variables => complaints.push(Complaint::at(
                german,
                other.line,
                format!(
                    "{key} has other variables than in English: {:?}",
                    message.variables
                ),
            )),
            Some(_) => {}
        }
    }
    for (key, message) in theirs.iter().filter(|(key, _)| !ours.contains_key(*key)) {
        complaints.push(Complaint::at(
            german,
            message.line,
            format!("{key} is not said in English"),
        ));
    }
    complaints
}

/// Literals by which sources and templates may ask for a word.
struct Asked {
    by: Vec<(String, Literal)>,
}

fn asked(repo: &Repository) -> Asked {
    let mut by = Vec::new();
    for file in repo.product_sources() {
        by.extend(
            rust::product(&file.text)
                .literals
                .into_iter()
                .map(|literal| (file.path.clone(), literal)),
        );
    }
    for file in repo.under("crates/app/src/", ".html") {
        for piece in template::pieces(&file.text) {
            if let Piece::Expression(line, inner) = piece {
                let mut literals = rust::read(inner).literals;
                literals
                    .iter_mut()
                    .for_each(|literal| literal.line += line - 1);
                by.extend(
                    literals
                        .into_iter()
                        .map(|literal| (file.path.clone(), literal)),
                );
            }
        }
    }
    Asked { by }
}

fn keys(repo: &Repository) -> BTreeMap<String, (String, usize)> {
    let files = repo.under("crates/", "/words/en.ftl");
    files
        .flat_map(|file| {
            messages(&file.text)
                .into_iter()
                .map(|(key, message)| (key, (file.path.clone(), message.line)))
        })
        .collect()
}

/// `t("…")`, `say("…")` and the `says "…"` of a refusal name words that exist. What the core says in English itself, such as
/// the sentences of the rules, stands only in the other languages.
fn missing(repo: &Repository, asked: &Asked) -> Vec<Complaint> {
    let keys: BTreeSet<String> = repo
        .under("crates/", ".ftl")
        .flat_map(|file| messages(&file.text).into_keys())
        .collect();
    let asks = |literal: &Literal| {
        [".t(", ".say(", " says"]
            .iter()
            .any(|call| literal.before.ends_with(call))
            && !literal.text.contains('{')
    };
    let kit_tests_its_own = |path: &str| path.starts_with("crates/kit/src/words.rs");
    asked
        .by
        .iter()
        .filter(|(path, literal)| {
            asks(literal) && !kit_tests_its_own(path) && !keys.contains(&literal.text)
        })
        .map(|(path, literal)| {
            Complaint::at(
                path,
                literal.line,
                format!("the word {} is not said anywhere", literal.text),
            )
        })
        .collect()
}

fn unused(repo: &Repository, asked: &Asked) -> Vec<Complaint> {
    let exact: BTreeSet<&str> = asked
        .by
        .iter()
        .map(|(_, literal)| literal.text.as_str())
        .collect();
    let patterns: BTreeSet<&str> = exact
        .iter()
        .copied()
        .filter(|text| is_pattern(text))
        .collect();
    let is_asked = |key: &str| {
        exact.contains(key)
            || letter(key).is_some_and(|word| exact.contains(word))
            || patterns.iter().any(|pattern| fits(pattern, key))
    };
    keys(repo)
        .into_iter()
        .filter(|(key, _)| !is_asked(key))
        .map(|(key, (path, line))| Complaint::at(&path, line, format!("nobody asks for {key}")))
        .collect()
}

/// The word of a letter: `letter-<word>-subject` and `letter-<word>-text` are asked for together.
fn letter(key: &str) -> Option<&str> {
    let inner = key.strip_prefix("letter-")?;
    inner
        .strip_suffix("-subject")
        .or_else(|| inner.strip_suffix("-text"))
}

/// A word that is put together, such as `problem-{word}-sentence`: it has something fixed in it.
fn is_pattern(text: &str) -> bool {
    let fixed: String = split(text).concat();
    text.contains('{')
        && fixed.len() >= 4
        && fixed.contains('-')
        && fixed
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The fixed parts of a format text.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        parts.push(&rest[..open]);
        rest = rest[open..].split_once('}').map_or("", |(_, after)| after);
    }
    parts.push(rest);
    parts
}

fn fits(pattern: &str, key: &str) -> bool {
    let parts = split(pattern);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let Some(mut rest) = key
        .strip_prefix(first)
        .and_then(|rest| rest.strip_suffix(last))
    else {
        return false;
    };
    for part in &parts[1..parts.len() - 1] {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_with_the_variables_of_all_their_lines() {
        let read = messages(
            "# a comment\nlate = { $count ->\n    [one] one\n   *[other] { $count } of { $all }\n}\nyes = Yes\n",
        );
        assert_eq!(
            read["late"].variables,
            ["all", "count"].map(str::to_owned).into()
        );
        assert_eq!(
            read["yes"],
            Message {
                line: 6,
                variables: BTreeSet::new()
            }
        );
    }

    #[test]
    fn a_word_that_is_put_together_fits_its_pattern() {
        assert!(is_pattern("problem-{word}-sentence"));
        assert!(!is_pattern("failed to read {path}"));
        assert!(fits(
            "problem-{word}-sentence",
            "problem-not-found-sentence"
        ));
        assert!(!fits("problem-{word}-sentence", "problem-not-found"));
        assert!(fits("month-{}", "month-1"));
    }

    #[test]
    fn german_without_a_word_or_with_other_variables_is_found() {
        let english = File {
            path: "a/words/en.ftl".to_owned(),
            text: "one = { $n } a\ntwo = b\n".to_owned(),
        };
        let found = differences(&english, "a/words/de.ftl", "one = { $m } a\nthree = c\n");
        assert_eq!(found.len(), 3);
    }
}
