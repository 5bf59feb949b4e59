//! The starter set: nine short policies of our own in English and German, free to take and change.
//!
//! A text has blanks, `[Company]`, and cannot be sent for approval while one is left. Beside the texts
//! stand the duties they create, because whoever approves a policy decides what its duties get.
//! Texts and duties are part of the program and read once; the tests hold them together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kit::words::Language;
use serde::Deserialize;

use super::import::import;

#[cfg(test)]
mod tests;

kit::words_of! {
    /// What a starter text is about.
    pub enum Topic {
        InformationSecurity = "information-security",
        AcceptableUse = "acceptable-use",
        AccessControl = "access-control",
        RemoteWork = "remote-work",
        Suppliers = "suppliers",
        Incidents = "incidents",
        Backup = "backup",
        DisciplinaryProcess = "disciplinary-process",
        SpeakingUp = "speaking-up",
    }
}

/// A text that a policy can begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    pub topic: Topic,
    pub language: Language,
    pub title: String,
    pub review_months: u16,
    /// Markdown with blanks in square brackets.
    pub text: String,
    pub duties: Vec<Duty>,
    /// Under which heading it answers which element of ISO/IEC 27001 5.2; only the top policy does.
    pub elements: Vec<Element>,
}

/// Something that somebody has to do because of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The same in every language.
    pub id: String,
    pub who: String,
    pub what: String,
    pub every: Every,
    /// What it probably takes; empty when it takes nothing.
    pub needs: Vec<Need>,
}

/// How often a duty is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    Always,
    Months(u16),
    /// Whenever something happens, in words.
    When(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    People,
    Money,
    Time,
    Tool,
}

/// An element of ISO/IEC 27001 5.2 by its letter, and the heading that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub letter: char,
    pub heading: String,
}

/// The set, the top policy first.
pub fn starters() -> [Topic; 9] {
    [
        Topic::InformationSecurity,
        Topic::AcceptableUse,
        Topic::AccessControl,
        Topic::RemoteWork,
        Topic::Suppliers,
        Topic::Incidents,
        Topic::Backup,
        Topic::DisciplinaryProcess,
        Topic::SpeakingUp,
    ]
}

/// The text on a topic in a language.
pub fn starter(topic: Topic, language: Language) -> Starter {
    let source = source(topic, language);
    let read = import("starter.md", source.as_bytes()).expect("a test imports each of our texts");
    let duties = BESIDE.duty.iter().filter(|duty| duty.topic == topic);
    let elements = BESIDE
        .element
        .iter()
        .filter(|_| topic == Topic::InformationSecurity);
    Starter {
        topic,
        language,
        title: read.title,
        review_months: read.front.review_months.unwrap_or(12),
        text: read.text,
        duties: duties.map(|duty| duty.said(language)).collect(),
        elements: elements.map(|element| element.said(language)).collect(),
    }
}

macro_rules! text {
    ($language:ident, $name:literal) => {
        match $language {
            Language::German => include_str!(concat!("de/", $name, ".md")),
            Language::English | Language::Pseudo => include_str!(concat!("en/", $name, ".md")),
        }
    };
}

fn source(topic: Topic, language: Language) -> &'static str {
    match topic {
        Topic::InformationSecurity => text!(language, "information-security"),
        Topic::AcceptableUse => text!(language, "acceptable-use"),
        Topic::AccessControl => text!(language, "access-control"),
        Topic::RemoteWork => text!(language, "remote-work"),
        Topic::Suppliers => text!(language, "suppliers"),
        Topic::Incidents => text!(language, "incidents"),
        Topic::Backup => text!(language, "backup"),
        Topic::DisciplinaryProcess => text!(language, "disciplinary-process"),
        Topic::SpeakingUp => text!(language, "speaking-up"),
    }
}

static BESIDE: LazyLock<Beside> = LazyLock::new(|| {
    toml::from_str(include_str!("duties.toml")).expect("a test reads our own file")
});

/// What stands beside the texts, in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    who: BTreeMap<String, Both>,
    element: Vec<ElementLine>,
    duty: Vec<DutyLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    en: String,
    de: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ElementLine {
    letter: char,
    en: String,
    de: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DutyLine {
    topic: Topic,
    id: String,
    who: String,
    en: String,
    de: String,
    months: Option<u16>,
    when: Option<Both>,
    needs: Vec<Need>,
}

impl ElementLine {
    fn said(&self, language: Language) -> Element {
        let heading = in_language(language, &self.en, &self.de);
        Element {
            letter: self.letter,
            heading,
        }
    }
}

impl DutyLine {
    fn said(&self, language: Language) -> Duty {
        let who = &BESIDE.who[&self.who];
        let every = match (&self.when, self.months) {
            (Some(when), _) => Every::When(in_language(language, &when.en, &when.de)),
            (None, Some(months)) => Every::Months(months),
            (None, None) => Every::Always,
        };
        Duty {
            id: self.id.clone(),
            who: in_language(language, &who.en, &who.de),
            what: in_language(language, &self.en, &self.de),
            every,
            needs: self.needs.clone(),
        }
    }
}

fn in_language(language: Language, english: &str, german: &str) -> String {
    match language {
        Language::German => german.to_owned(),
        Language::English | Language::Pseudo => english.to_owned(),
    }
}
