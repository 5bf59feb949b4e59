//! What our own texts have to be.

use std::collections::BTreeSet;

use super::*;
use crate::documents::text::{headings, minutes};

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

fn all() -> impl Iterator<Item = Starter> {
    let in_both = |topic| LANGUAGES.map(|language| starter(topic, language));
    starters().into_iter().flat_map(in_both)
}

#[test]
fn each_text_says_its_title_and_language_and_its_heading_repeats_the_title() {
    for topic in starters() {
        for language in LANGUAGES {
            let read = import("x.md", source(topic, language).as_bytes()).unwrap();
            assert_eq!(read.notes, [], "{topic:?}");
            assert_eq!(read.language, Some(language), "{topic:?}");
            assert_eq!(read.front.review_months, Some(12), "{topic:?}");
            let top = &headings(&read.text)[0];
            assert_eq!((top.level, &top.text), (1, &read.title));
        }
    }
}

#[test]
fn both_languages_have_the_same_parts_and_the_same_blanks() {
    for topic in starters() {
        let [english, german] = LANGUAGES.map(|language| starter(topic, language));
        let levels = |text: &str| -> Vec<u8> { headings(text).iter().map(|h| h.level).collect() };
        assert_eq!(levels(&english.text), levels(&german.text), "{topic:?}");
        let [blanks, same] = [&english, &german].map(|s| s.text.matches('[').count());
        assert_eq!(blanks, same, "{topic:?}");
        let [ours, theirs] = [&english, &german].map(|starter| {
            let duties = starter.duties.iter();
            let duties = duties.map(|duty| (duty.id.clone(), duty.needs.clone()));
            duties.collect::<Vec<_>>()
        });
        assert_eq!(ours, theirs, "{topic:?}");
    }
}

#[test]
fn a_text_cannot_be_sent_while_its_blanks_are_left() {
    for starter in all() {
        let left: BTreeSet<String> = rules::placeholders::left_in(&starter.text)
            .into_iter()
            .collect();
        assert!(left.len() >= 2, "{}: {left:?}", starter.title);
        let blanks = starter
            .text
            .split('[')
            .skip(1)
            .filter_map(|rest| rest.split_once(']'));
        for (blank, _) in blanks {
            assert!(
                left.contains(&format!("[{blank}]")),
                "{}: {blank}",
                starter.title
            );
        }
    }
}

#[test]
fn a_text_is_one_to_two_pages_long() {
    for starter in all() {
        let words = starter.text.split_whitespace().count();
        assert!(
            (300..=700).contains(&words),
            "{}: {words} words",
            starter.title
        );
        assert!(minutes(&starter.text) <= 4, "{}", starter.title);
    }
}

#[test]
fn no_text_is_a_copy_of_another() {
    for language in LANGUAGES {
        let texts = starters().map(|topic| starter(topic, language));
        for (at, one) in texts.iter().enumerate() {
            for other in &texts[at + 1..] {
                let alike = rules::similarity::percent(&one.text, &other.text);
                assert!(alike <= 5, "{} and {}: {alike} %", one.title, other.title);
            }
        }
    }
}

#[test]
fn every_text_names_the_top_in_what_it_binds() {
    let top = [
        "top management",
        "managing director",
        "director",
        "Executives",
        "oberste Leitung",
        "obersten Leitung",
        "Geschäftsführung",
        "at the top",
        "ganz oben",
    ];
    for starter in all() {
        assert!(
            top.iter().any(|name| starter.text.contains(name)),
            "{}",
            starter.title
        );
    }
}

#[test]
fn no_text_sounds_like_a_machine_or_a_lawyer() {
    let wording = [
        "\u{2014}",
        "ensure",
        "leverage",
        "delve",
        "robust",
        "comprehensive",
        "holistic",
        "stakeholder",
        "in order to",
        "important to note",
        "seamless",
        "best practice",
        "hereby",
        "herein",
        "shall ",
        "pursuant",
        "gewährleist",
        "sicherstell",
        "sicherzustell",
        "ganzheitlich",
        "umfassend",
        "diesbezüglich",
        "hiermit",
        "im rahmen",
        "nachfolgend",
        "vorgenannt",
        "gemäß",
        "as an ai",
        "lorem",
        "todo",
    ];
    for starter in all() {
        let text = starter.text.to_lowercase();
        for word in wording {
            assert!(!text.contains(word), "{}: {word}", starter.title);
        }
    }
}

#[test]
fn every_element_of_5_2_has_a_heading_of_its_own_in_the_top_policy() {
    for language in LANGUAGES {
        let top = starter(Topic::InformationSecurity, language);
        let letters: String = top.elements.iter().map(|element| element.letter).collect();
        assert_eq!(letters, "abcdefg");
        let answering: BTreeSet<&str> = top.elements.iter().map(|e| e.heading.as_str()).collect();
        assert_eq!(answering.len(), 7);
        let standing: Vec<String> = headings(&top.text).into_iter().map(|h| h.text).collect();
        for heading in answering {
            assert!(standing.iter().any(|text| text == heading), "{heading}");
        }
    }
}

#[test]
fn every_policy_gives_a_duty_to_somebody_and_some_duties_cost_something() {
    let mut ids = BTreeSet::new();
    for topic in starters() {
        let duties = starter(topic, Language::English).duties;
        assert!(
            (5..=9).contains(&duties.len()),
            "{topic:?}: {}",
            duties.len()
        );
        assert!(
            duties.iter().any(|duty| !duty.needs.is_empty()),
            "{topic:?}"
        );
        for duty in duties {
            assert!(
                !duty.who.is_empty() && !duty.what.ends_with('.'),
                "{}",
                duty.id
            );
            assert!(ids.insert(duty.id.clone()), "{} stands twice", duty.id);
        }
    }
    let top = starter(Topic::InformationSecurity, Language::English).duties;
    assert!(
        top.iter()
            .filter(|duty| duty.who == "Top management")
            .count()
            >= 3
    );
}
