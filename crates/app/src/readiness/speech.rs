//! What the rules say, in the reader's language.
//!
//! The English sentences are the core's own; other languages have theirs in `words/`, under the
//! same names and with the same values. Days are written out the way the reader writes them.

use std::collections::BTreeMap;

use kit::Day;
use kit::words::{Language, Speech};
use rules::facts::Content;
use rules::questions::{Answer, Question, Standing};
use rules::{Manual, Outcome, Rule, Sentence, State};

use super::log_check::Finding;

/// A result as a sentence.
pub fn sentence(speech: &Speech, outcome: &Outcome) -> String {
    let args = spoken(speech, outcome);
    if is_core_language(speech) {
        return fill(english(outcome), &args);
    }
    let id = outcome.message_id();
    let mut saying = speech.say(&id);
    for (name, text) in args {
        saying = match whole_number(&text) {
            Some(number) => saying.with(name, number),
            None => saying.with(name, text),
        };
    }
    saying.to_string()
}

/// What the auditor asks.
pub fn question(speech: &Speech, question: Question) -> String {
    if is_core_language(speech) {
        return question.words().to_owned();
    }
    speech.t(&format!("question-{}", question.number()))
}

/// How far a question is answered, as one sentence.
pub fn standing(speech: &Speech, answer: &Answer<'_>) -> String {
    match answer.because {
        Some(outcome) => sentence(speech, outcome),
        None => speech.t("readiness-not-covered"),
    }
}

/// The word beside the mark of a standing.
pub(super) fn standing_word(speech: &Speech, standing: Standing) -> String {
    speech.t(match standing {
        Standing::Answered => "standing-answered",
        Standing::NotAnswered => "standing-not-answered",
        Standing::NothingRecorded => "standing-nothing-recorded",
        Standing::NotCovered => "standing-not-covered",
    })
}

/// The word beside the mark of a state.
pub fn state(speech: &Speech, state: State) -> String {
    speech.t(match state {
        State::Pass => "rule-state-pass",
        State::DueSoon => "rule-state-due-soon",
        State::Unknown => "rule-state-unknown",
        State::Fail => "rule-state-fail",
        State::NotApplicable => "rule-state-not-applicable",
    })
}

/// What a rule asks for, as a title.
pub fn title(speech: &Speech, rule: &str) -> String {
    rules::rule(rule).map_or_else(String::new, |rule| manual(speech, rule).title)
}

/// The page of a rule in the manual.
pub(super) fn manual(speech: &Speech, rule: &Rule) -> Manual {
    if is_core_language(speech) {
        return rule.manual();
    }
    let part = |part: &str| speech.t(&format!("manual-{}-{part}", rule.id));
    Manual {
        title: part("title"),
        looks_at: part("looks-at"),
        why: part("why"),
        what_to_do: part("what-to-do"),
        how_it_is_gamed: part("how-it-is-gamed"),
    }
}

/// English, and the pseudo-locale that stands in for languages nobody has written yet.
pub(super) fn is_core_language(speech: &Speech) -> bool {
    speech.language() != Language::German
}

/// The values of a sentence as the reader writes them.
fn spoken(speech: &Speech, outcome: &Outcome) -> BTreeMap<&'static str, String> {
    let codes = |name: &str| {
        outcome
            .args
            .iter()
            .find(|(key, _)| **key == format!("{name}-codes"))
    };
    outcome
        .args
        .iter()
        .filter(|(name, _)| !name.ends_with("-codes"))
        .map(|(name, text)| {
            let spoken = match codes(name) {
                Some((_, codes)) => words(speech, outcome.rule, codes),
                None => value(speech, name, text),
            };
            (*name, spoken)
        })
        .collect()
}

/// Days are written out; what somebody wrote stays as it is.
fn value(speech: &Speech, name: &str, text: &str) -> String {
    const OWN_WORDS: [&str; 6] = ["title", "subject", "name", "reason", "capacity", "source"];
    if let ("what", Some(finding)) = (name, Finding::that_says(text)) {
        return finding_words(speech, finding);
    }
    if OWN_WORDS.contains(&name) {
        return text.to_owned();
    }
    match text.parse::<Day>() {
        Ok(day) => speech.day(day),
        Err(_) => text.to_owned(),
    }
}

/// A list given by codes, such as the contents that are missing.
fn words(speech: &Speech, rule: &str, codes: &str) -> String {
    let word = |code: &str| {
        let content = Content::ALL
            .into_iter()
            .find(|content| content.code() == code);
        match content {
            Some(content) if rule == "stmt-hollow" && is_core_language(speech) => {
                content.words().to_owned()
            }
            Some(_) if rule == "stmt-hollow" => speech.t(&format!("content-{code}")),
            _ if is_core_language(speech) => code.replace('-', " "),
            _ => speech.t(&format!("provenance-{code}")),
        }
    };
    let separator = if rule == "stmt-hollow" { "; " } else { ", " };
    codes
        .split(' ')
        .map(word)
        .collect::<Vec<_>>()
        .join(separator)
}

fn finding_words(speech: &Speech, finding: Finding) -> String {
    if is_core_language(speech) {
        return finding.sentence();
    }
    let (key, values) = finding.spoken();
    let said = speech.say(&key);
    let said = values
        .into_iter()
        .fold(said, |said, (name, value)| said.with(name, value));
    said.to_string()
}

/// The English words of a result, with `{names}` where values go.
fn english(outcome: &Outcome) -> &'static str {
    if outcome.case == Sentence::SWITCHED_OFF.case {
        return Sentence::SWITCHED_OFF.english;
    }
    rules::rule(outcome.rule)
        .and_then(|rule| rule.sentences.iter().find(|it| it.case == outcome.case))
        .map_or("", |sentence| sentence.english)
}

fn fill(english: &str, args: &BTreeMap<&'static str, String>) -> String {
    let mut filled = String::with_capacity(english.len() * 2);
    let mut rest = english;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(args.get(name).map_or("", String::as_str));
        rest = after;
    }
    filled + rest
}

/// A number as Fluent counts it; a text that merely begins like one stays a text.
fn whole_number(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{fill, whole_number};

    #[test]
    fn values_take_the_places_of_their_names() {
        let args = [("who", "Dana".to_owned()), ("on", "1 May 2026".to_owned())].into();
        assert_eq!(
            fill("{who} signed on {on}.", &args),
            "Dana signed on 1 May 2026."
        );
    }

    #[test]
    fn only_a_whole_number_counts_as_one() {
        assert_eq!(whole_number("12"), Some(12));
        assert_eq!(whole_number("007"), None);
        assert_eq!(whole_number("1 May"), None);
    }
}
