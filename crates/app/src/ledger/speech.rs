//! What a record says, in the reader's language: `record-<type>` with the record's own fields.
//!
//! A record keeps its English sentence for ever; pages say it in plain words. Days and times are
//! written out, codes become words, and people stay pseudonyms until a page fills in their names.

use jiff::tz::TimeZone;
use kit::words::Speech;
use kit::{Day, Moment};
use record::Body;

/// What a record says; a type of a later version says so itself.
pub fn said(speech: &Speech, zone: &TimeZone, body: &Body) -> String {
    let id = format!("record-{}", body.type_id());
    if !speech.knows(&id) {
        return body.sentence();
    }
    let mut saying = speech.say(&id);
    for absent in OPTIONAL {
        saying = saying.with(*absent, "none");
    }
    for (name, text) in body.args() {
        let value = value(speech, zone, &name, text);
        saying = match value.parse::<i64>() {
            Ok(number) if COUNTED.contains(&name.as_str()) => saying.with(name, number),
            _ => saying.with(name, value),
        };
    }
    if let Body::ContentsConfirmed(confirmed) = body {
        saying = saying.with("items", confirmed.items.len());
    }
    saying.to_string()
}

/// Fields that a record may leave out, and a sentence speaks of.
const OPTIONAL: &[&str] = &[
    "until",
    "from",
    "value-plain",
    "about-request",
    "publication",
];

/// Numbers that decide between one and many.
const COUNTED: &[&str] = &[
    "people", "due_days", "rows", "joiners", "changes", "leavers", "reverted",
];

fn value(speech: &Speech, zone: &TimeZone, name: &str, text: String) -> String {
    match name {
        // What somebody wrote stays as it is, even where it looks like a day.
        "title" | "name" | "capacity" | "body" | "source" => text,
        "role" => word(speech, &format!("role-{text}"), &text),
        "parameter" => word(
            speech,
            &format!("parameter-{}", text.replace('.', "-")),
            &text,
        ),
        "changed" => {
            let facts = text
                .split(", ")
                .map(|fact| word(speech, &format!("fact-{fact}"), fact));
            facts.collect::<Vec<_>>().join(", ")
        }
        "setting" => text.split('.').next().unwrap_or_default().to_owned(),
        _ => match (text.parse::<Moment>(), text.parse::<Day>()) {
            (Ok(moment), _) => speech.moment(moment, zone),
            (_, Ok(day)) => speech.day(day),
            _ => text,
        },
    }
}

/// The word for a code; a code that nobody has a word for stays as it is.
fn word(speech: &Speech, id: &str, code: &str) -> String {
    if speech.knows(id) {
        speech.t(id)
    } else {
        code.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use kit::words::{Language, Words};

    use super::*;

    #[test]
    fn every_kind_of_record_is_said_in_every_language_without_a_code_or_an_id() {
        let words = Words::new(crate::WORDS).unwrap();
        for language in [Language::English, Language::German] {
            let speech = words.speak(language);
            for body in Body::samples() {
                let said = said(&speech, &TimeZone::UTC, &body);
                assert!(
                    speech.knows(&format!("record-{}", body.type_id())),
                    "{said}"
                );
                assert!(
                    speech.knows(&format!("log-type-{}", body.type_id())),
                    "{said}"
                );
                assert!(said.ends_with('.'), "{said}");
                let raw = ["{", "[", "none", "_", "T00", "Z "];
                // Pseudonyms are the one thing left to fill in.
                let text: String = said
                    .split_whitespace()
                    .filter(|it| !it.contains("per_"))
                    .collect::<Vec<_>>()
                    .join(" ");
                assert!(!raw.iter().any(|raw| text.contains(raw)), "{said}");
            }
        }
    }
}
