//! What is known about a person, fact by fact, and when a fact is wrong.

use anyhow::{Context, Result};
use kit::Day;
use kit::db::FromRow;
use kit::id::PersonId;
use kit::web::{Problem, Refusal};
use kit::words::{Language, Value};

kit::words_of! {
    /// One thing known about a person; the same words stand in records.
    pub enum Fact {
        Name = "name",
        Email = "email",
        Title = "title",
        Unit = "unit",
        Manager = "manager",
        Number = "number",
        Language = "language",
        Contractor = "contractor",
        StartedOn = "started-on",
        LeftOn = "left-on",
    }
}

impl Fact {
    /// Personal data: concealed in records.
    pub(super) fn is_concealed(self) -> bool {
        matches!(self, Fact::Name | Fact::Email | Fact::Title)
    }
}

/// A person as known now.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Person {
    pub id: PersonId,
    /// The number in the HR system.
    pub number: Option<String>,
    pub name: String,
    pub email: Option<String>,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: Option<PersonId>,
    pub language: Option<Language>,
    pub contractor: bool,
    pub started_on: Day,
    /// The last day, past or planned.
    pub left_on: Option<Day>,
    /// Since when the person is gone; a planned last day alone does not make it so.
    pub left_at: Option<kit::Moment>,
}

/// A fact that is not the same before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub fact: Fact,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Person {
    pub fn is_here(&self) -> bool {
        self.left_at.is_none()
    }

    /// A fact as text, as changes keep it.
    pub fn fact(&self, fact: Fact) -> Option<String> {
        match fact {
            Fact::Name => Some(self.name.clone()),
            Fact::Email => self.email.clone(),
            Fact::Title => self.job_title.clone(),
            Fact::Unit => self.unit.clone(),
            Fact::Manager => self.manager.map(|manager| manager.to_string()),
            Fact::Number => self.number.clone(),
            Fact::Language => self.language.map(|language| language.to_string()),
            Fact::Contractor => Some(self.contractor.to_string()),
            Fact::StartedOn => Some(self.started_on.to_string()),
            Fact::LeftOn => self.left_on.map(|day| day.to_string()),
        }
    }

    /// Sets a fact to what a change kept.
    pub fn set(&mut self, fact: Fact, text: Option<String>) -> Result<()> {
        let required = || text.clone().context("this fact is never absent");
        match fact {
            Fact::Name => self.name = required()?,
            Fact::Email => self.email = text,
            Fact::Title => self.job_title = text,
            Fact::Unit => self.unit = text,
            Fact::Manager => self.manager = text.map(|id| id.parse()).transpose()?,
            Fact::Number => self.number = text,
            Fact::Language => {
                self.language = text
                    .map(|word| word.parse().map_err(anyhow::Error::msg))
                    .transpose()?;
            }
            Fact::Contractor => self.contractor = required()? == "true",
            Fact::StartedOn => self.started_on = required()?.parse()?,
            Fact::LeftOn => self.left_on = text.map(|day| day.parse()).transpose()?,
        }
        Ok(())
    }

    /// Every fact that differs from `after`.
    pub fn differences(&self, after: &Person) -> Vec<Difference> {
        Fact::ALL
            .iter()
            .map(|fact| Difference {
                fact: *fact,
                before: self.fact(*fact),
                after: after.fact(*fact),
            })
            .filter(|difference| difference.before != difference.after)
            .collect()
    }

    /// What a record of the change says: whoever goes on a last day that was known already differs
    /// in no fact, and goes on that day all the same.
    pub(super) fn changes(&self, after: &Person) -> Vec<Difference> {
        let differences = self.differences(after);
        if !differences.is_empty() {
            return differences;
        }
        vec![Difference {
            fact: Fact::LeftOn,
            before: self.fact(Fact::LeftOn),
            after: after.fact(Fact::LeftOn),
        }]
    }
}

/// What is wrong with a fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongFact {
    #[error("A person needs a name of at most 200 characters.")]
    Name,
    #[error("This is not an e-mail address.")]
    Email,
    #[error("Somebody else already has this e-mail address.")]
    EmailTaken,
    #[error("A job title has at most 200 characters.")]
    Title,
    #[error("A unit has at most 200 characters.")]
    Unit,
    #[error("An employee number has at most 100 characters.")]
    Number,
    #[error("Somebody else already has this employee number.")]
    NumberTaken,
    #[error("There is nobody here who would be that manager.")]
    NoSuchManager,
    #[error("Several people are called so; give the e-mail address.")]
    SeveralManagers,
    #[error("The managers would go round in a circle: {chain}.")]
    Circle { chain: String },
}

impl WrongFact {
    /// Which fact it is about.
    pub fn fact(&self) -> Fact {
        match self {
            WrongFact::Name => Fact::Name,
            WrongFact::Email | WrongFact::EmailTaken => Fact::Email,
            WrongFact::Title => Fact::Title,
            WrongFact::Unit => Fact::Unit,
            WrongFact::Number | WrongFact::NumberTaken => Fact::Number,
            WrongFact::NoSuchManager | WrongFact::SeveralManagers | WrongFact::Circle { .. } => {
                Fact::Manager
            }
        }
    }
}

impl Refusal for WrongFact {
    fn word(&self) -> Option<&'static str> {
        Some(match self {
            WrongFact::Name => "people-wrong-name",
            WrongFact::Email => "people-wrong-email",
            WrongFact::EmailTaken => "people-wrong-email-taken",
            WrongFact::Title => "people-wrong-title",
            WrongFact::Unit => "people-wrong-unit",
            WrongFact::Number => "people-wrong-number",
            WrongFact::NumberTaken => "people-wrong-number-taken",
            WrongFact::NoSuchManager => "people-wrong-manager",
            WrongFact::SeveralManagers => "people-wrong-several-managers",
            WrongFact::Circle { .. } => "people-wrong-circle",
        })
    }

    fn names(&self) -> Vec<(&'static str, Value)> {
        match self {
            WrongFact::Circle { chain } => vec![("chain", chain.clone().into())],
            _ => Vec::new(),
        }
    }
}

impl From<WrongFact> for Problem {
    fn from(wrong: WrongFact) -> Problem {
        Problem::Refused(wrong.to_string())
    }
}

/// Refuses facts that nobody can have, whatever else is known.
pub(super) fn check(person: &Person) -> Result<(), WrongFact> {
    if person.name.is_empty() || !fits(&person.name, 200) {
        return Err(WrongFact::Name);
    }
    if !person.email.as_deref().is_none_or(is_address) {
        return Err(WrongFact::Email);
    }
    let short = |text: &Option<String>, most| text.as_deref().is_none_or(|text| fits(text, most));
    if !short(&person.job_title, 200) {
        return Err(WrongFact::Title);
    }
    if !short(&person.unit, 200) {
        return Err(WrongFact::Unit);
    }
    if !short(&person.number, 100) {
        return Err(WrongFact::Number);
    }
    Ok(())
}

/// Marks that make text run backwards, so that it reads as something else, are no part of a name.
fn fits(text: &str, most: usize) -> bool {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().count() <= most && !text.chars().any(hidden)
}

fn is_address(email: &str) -> bool {
    let has_host = email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    has_host && email.len() <= 254 && !email.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::Moment;
    use kit::dice::Dice;

    fn ada() -> Person {
        Person {
            id: PersonId::fresh(Moment::from_millis(1), &Dice::seeded(1)),
            number: None,
            name: "Ada Lovelace".into(),
            email: Some("ada@acme.example".into()),
            job_title: None,
            unit: Some("Research".into()),
            manager: None,
            language: None,
            contractor: false,
            started_on: "2024-01-08".parse().unwrap(),
            left_on: None,
            left_at: None,
        }
    }

    #[test]
    fn every_fact_reads_back_from_its_text() {
        let mut copy = ada();
        for fact in Fact::ALL {
            copy.set(*fact, ada().fact(*fact)).unwrap();
        }
        assert_eq!(copy, ada());
    }

    #[test]
    fn only_what_differs_is_a_difference() {
        let mut after = ada();
        after.unit = Some("Sales".into());
        let differences = ada().differences(&after);
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].fact, Fact::Unit);
    }

    #[test]
    fn names_that_run_backwards_or_never_end_are_refused() {
        for name in [
            "",
            "Ada\u{202e}ecalevoL",
            &"a".repeat(100_000),
            "Ada\nLovelace",
        ] {
            let wrong = Person {
                name: name.into(),
                ..ada()
            };
            assert_eq!(check(&wrong), Err(WrongFact::Name));
        }
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for email in ["ada", "ada@", "@b.de", "a b@c.de", "ada@host", "a@b@c.de"] {
            assert!(!is_address(email), "{email}");
        }
        assert!(is_address("ada.o'neil+x@example.com"));
    }
}
