//! German for everything that the rules say.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rules::questions::Question;
use rules::{CATALOG, Sentence};
use testkit::on_each_engine;

/// The German messages by their names.
fn german() -> BTreeMap<&'static str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = "";
    for line in app::readiness::RULE_WORDS.german.lines() {
        match line.split_once(" = ") {
            Some((id, text)) if !line.starts_with([' ', '#']) => {
                last = id;
                messages.insert(id, text.to_owned());
            }
            _ => {
                if let Some(message) = messages.get_mut(last) {
                    message.push_str(line);
                }
            }
        }
    }
    messages
}

fn values(text: &str, mark: char) -> BTreeSet<String> {
    text.split(mark)
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '-')
                .collect()
        })
        .collect()
}

#[test]
fn every_sentence_of_the_catalogue_has_german_with_the_same_values() {
    let german = german();
    let all = CATALOG.iter().flat_map(|rule| rule.sentences);
    for sentence in all.chain([&Sentence::SWITCHED_OFF]) {
        let id = sentence.message_id();
        let text = german
            .get(id.as_str())
            .unwrap_or_else(|| panic!("{id} has no German"));
        assert_eq!(values(text, '$'), values(sentence.english, '{'), "{id}");
    }
}

#[test]
fn german_says_nothing_that_no_rule_says() {
    let known: BTreeSet<String> = CATALOG
        .iter()
        .flat_map(|rule| rule.sentences)
        .chain([&Sentence::SWITCHED_OFF])
        .map(Sentence::message_id)
        .collect();
    let said = german().into_keys().filter(|id| id.starts_with("rule-"));
    assert_eq!(
        said.filter(|id| !known.contains(*id)).collect::<Vec<_>>(),
        Vec::<&str>::new()
    );
}

#[test]
fn every_manual_question_obligation_and_listed_word_has_german() {
    let german = german();
    let mut needed = Vec::new();
    for rule in CATALOG {
        for part in ["title", "looks-at", "why", "what-to-do", "how-it-is-gamed"] {
            needed.push(format!("manual-{}-{part}", rule.id));
        }
        needed.extend(rule.obligations.iter().map(|id| format!("obligation-{id}")));
    }
    needed.extend(Question::ALL.map(|question| format!("question-{}", question.number())));
    needed.extend(rules::facts::Content::ALL.map(|content| format!("content-{}", content.code())));
    for part in [
        "source-system",
        "capture-time",
        "capturer",
        "population-or-query",
    ] {
        needed.push(format!("provenance-{part}"));
    }
    let missing: Vec<_> = needed
        .iter()
        .filter(|id| !german.contains_key(id.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_manual_names_the_same_rules_and_thresholds_in_both_languages() {
    let german = german();
    let names = |text: &str| -> BTreeSet<String> {
        text.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    for rule in CATALOG {
        let manual = rule.manual();
        let parts = [
            ("looks-at", &manual.looks_at),
            ("why", &manual.why),
            ("what-to-do", &manual.what_to_do),
            ("how-it-is-gamed", &manual.how_it_is_gamed),
        ];
        for (part, english) in parts {
            let id = format!("manual-{}-{part}", rule.id);
            assert_eq!(names(&german[id.as_str()]), names(english), "{id}");
        }
    }
}

/// Page words are the same in both languages, text by text.
#[test]
fn the_pages_have_the_same_words_in_both_languages() {
    let ids = |text: &'static str| -> BTreeSet<&str> {
        text.lines()
            .filter(|line| !line.starts_with([' ', '}', '#']))
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .collect()
    };
    let words = app::readiness::WORDS;
    assert_eq!(ids(words.english), ids(words.german));
}

on_each_engine! {
    async fn a_german_reader_reads_german_with_written_days(firm: Firm) {
        crate::readiness::arrange::statement(&firm).await?;
        let pages = [
            ("/readiness", "Was Prüfende fragen werden"),
            ("/readiness/questions/1", "hat sie am 10. März 2026 unterschrieben."),
            ("/rules", "Die oberste Leitung hat rechtzeitig bestätigt"),
            ("/rules/stmt-stale", "Derselbe Text wird mit neuem Datum noch einmal unterschrieben."),
            ("/parameters", "Alter einer Erklärung"),
            ("/parameters/stmt.max_age", "12 Monate"),
        ];
        for (path, words) in pages {
            let page = in_german(&firm, path).await?;
            assert!(page.contains(words), "{path}: {page}");
            let unspoken = ["[rule", "[manual", "[question", "[readiness", "[parameter", "{$", "{ $"];
            for mark in unspoken {
                assert!(!page.contains(mark), "{path} has {mark}");
            }
        }
    }

    async fn no_page_shows_a_word_that_is_missing(firm: Firm) {
        let mut paths = vec!["/readiness".to_owned(), "/rules".to_owned(), "/parameters".to_owned()];
        paths.extend((1..=12).map(|number| format!("/readiness/questions/{number}")));
        paths.extend(CATALOG.iter().map(|rule| format!("/rules/{}", rule.id)));
        for path in paths {
            let german = in_german(&firm, &path).await?;
            let english = firm.infosec.get(&path).await?.ok()?.text();
            for page in [german, english] {
                let missing = page.split('[').skip(1).find(|rest| rest.contains("-") && rest.split_once(']').is_some_and(|(id, _)| !id.contains([' ', '<'])));
                assert_eq!(missing, None, "{path}");
            }
        }
    }
}

async fn in_german(firm: &testkit::Firm, path: &str) -> Result<String> {
    let request = firm.infosec.request(reqwest::Method::GET, path);
    let reply = firm
        .infosec
        .send(request.header("accept-language", "de"))
        .await?;
    Ok(reply.ok()?.text())
}
