//! A small healthy firm for tests: change one thing, and see which rule notices.
//!
//! Dana is managing director and Omar finance director, both on the register since 2020 and confirmed by each other.
//! Priya looks after security, Sam sells. The facts are asked as at 15 June 2026.
//! The statement was recorded on 10 January 2026, signed by Dana on the 12th and published on the 13th.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::facts::*;
use crate::outcome::State;
use crate::rule::Rule;
use crate::{Outcome, Severity};

pub(crate) const TEXT: &str = "5f1c";

/// Noon, universal time, of a day.
pub(crate) fn noon(day: &str) -> Timestamp {
    format!("{day}T12:00:00Z").parse().expect("a day")
}

pub(crate) fn nothing() -> Facts {
    Facts::nothing_recorded(Organisation {
        id: "org_1".into(),
        name: "Fernhill".into(),
        as_at: date(2026, 6, 15),
        now: noon("2026-06-15"),
        time_zone: Zone::named("Europe/Berlin").expect("a zone"),
        purpose: Purpose::Live,
        legal_entities: Vec::new(),
        strategic_changes: Vec::new(),
    })
}

pub(crate) fn firm() -> Facts {
    Facts {
        people: vec![
            person("dana"),
            person("omar"),
            person("priya"),
            person("sam"),
        ],
        appointments: vec![
            appointment("dana", "Managing director", "omar"),
            appointment("omar", "Finance director", "dana"),
        ],
        statements: vec![statement()],
        coverages: vec![coverage()],
        communications: Some(vec![communication("2026-05-01")]),
        trail: Trail {
            records: 40,
            entries: vec![entry(7, "2026-01-12")],
        },
        log: LogStatus::Verified {
            records: 40,
            checked_at: noon("2026-06-15"),
            outside: Some(copy()),
        },
        attachments: vec![attachment()],
        ..nothing()
    }
}

pub(crate) fn person(id: &str) -> Person {
    Person {
        id: id.into(),
        name: capitalised(id),
        started_on: Some(date(2020, 1, 1)),
        left_on: None,
    }
}

fn capitalised(id: &str) -> String {
    id[..1].to_uppercase() + &id[1..]
}

pub(crate) fn appointment(person: &str, capacity: &str, confirmed_by: &str) -> Appointment {
    Appointment {
        id: format!("app_{person}"),
        person: person.into(),
        body: "Board".into(),
        capacity: capacity.into(),
        from: date(2020, 1, 1),
        until: None,
        legal_entities: Vec::new(),
        basis: Some(Basis {
            note: "Board minute of 20 December 2019".into(),
            file: None,
        }),
        first: false,
        recorded_at: noon("2024-01-02"),
        confirmation: Some(Confirmation {
            by: confirmed_by.into(),
            at: noon("2024-01-03"),
        }),
    }
}

fn statement() -> Statement {
    Statement {
        id: "doc_1".into(),
        title: "Security statement".into(),
        versions: vec![version(1, TEXT)],
    }
}

pub(crate) fn version(number: u32, text: &str) -> Version {
    Version {
        number,
        language: "en".into(),
        text: text.into(),
        author: "priya".into(),
        recorded_at: noon("2026-01-10"),
        effective_on: Some(date(2026, 1, 12)),
        change: Change::Material,
        legal_entities: Vec::new(),
        placeholders: Vec::new(),
        similarity_to_sample: Some(12),
        contents: Content::ALL
            .map(|content| confirmed(content, "omar"))
            .to_vec(),
        signatures: vec![signature("dana", "2026-01-12", text)],
        publications: vec![publication("2026-01-13", text)],
        withdrawal: None,
    }
}

pub(crate) fn confirmed(content: Content, by: &str) -> ConfirmedContent {
    ConfirmedContent {
        content,
        by: by.into(),
        at: noon("2026-01-11"),
    }
}

pub(crate) fn signature(person: &str, day: &str, text: &str) -> Signature {
    Signature {
        person: person.into(),
        appointment: Some(format!("app_{person}")),
        at: noon(day),
        claimed_at: None,
        level: SignatureLevel::L2,
        text: text.into(),
        changed_this_year: None,
        imported: None,
    }
}

pub(crate) fn publication(day: &str, text: &str) -> Publication {
    Publication {
        at: noon(day),
        text: text.into(),
        reaches_everyone: true,
        reaches_joiners: true,
        withdrawn_at: None,
        gaps: Vec::new(),
    }
}

fn coverage() -> Coverage {
    Coverage {
        document: "doc_1".into(),
        kind: "statement".into(),
        title: "Security statement".into(),
        version: 1,
        published_at: noon("2026-01-13"),
        ended_at: None,
        binds_everyone: true,
        duties: ["dana", "omar", "priya", "sam"]
            .map(|person| duty(person, Some("2026-01-20")))
            .to_vec(),
        exclusions: Vec::new(),
    }
}

/// Due on 12 February 2026.
pub(crate) fn duty(person: &str, done: Option<&str>) -> Duty {
    Duty {
        person: person.into(),
        due_on: date(2026, 2, 12),
        acknowledged_at: done.map(noon),
        declined_at: None,
        late_since: None,
    }
}

pub(crate) fn communication(day: &str) -> Communication {
    Communication {
        id: "com_1".into(),
        title: "Spring all-hands".into(),
        at: noon(day),
        recorded_at: noon(day),
        author: "priya".into(),
        channel: "all-hands meeting".into(),
        audience: "everybody".into(),
        material_kept: true,
        endorsements: vec![Endorsement {
            by: "dana".into(),
            at: noon(day),
        }],
    }
}

pub(crate) fn entry(index: u64, day: &str) -> TimeTrail {
    TimeTrail {
        index,
        kind: "document-signed".into(),
        subject: "Security statement v1".into(),
        recorded_at: noon(day),
        claimed_at: Some(noon(day)),
        anchored_at: None,
        late: None,
    }
}

pub(crate) fn copy() -> OutsideCopy {
    OutsideCopy {
        held_by: "the auditor".into(),
        records: 30,
        since: noon("2026-03-01"),
    }
}

pub(crate) fn attachment() -> Attachment {
    Attachment {
        id: "att_1".into(),
        name: "register.pdf".into(),
        subject: "Appointment of Dana".into(),
        recorded_at: noon("2024-01-02"),
        kind: AttachmentKind::Document,
        source_system: Some("Company register".into()),
        captured_at: Some(noon("2024-01-02")),
        captured_by: Some("priya".into()),
        population: None,
        from_feed: false,
    }
}

impl Facts {
    /// The same facts, asked as at another day.
    pub(crate) fn asked(mut self, year: i16, month: i8, day: i8) -> Self {
        self.organisation.as_at = date(year, month, day);
        self
    }

    /// The first version of the statement, to be changed.
    pub(crate) fn text(&mut self) -> &mut Version {
        &mut self.statements[0].versions[0]
    }

    pub(crate) fn signed(&mut self) -> &mut Signature {
        &mut self.text().signatures[0]
    }

    pub(crate) fn published(&mut self) -> &mut Publication {
        &mut self.text().publications[0]
    }
}

/// The only thing a rule says about these facts: its state and its case.
pub(crate) fn says(rule: &Rule, facts: &Facts) -> (State, &'static str) {
    let outcome = only(rule, facts);
    (outcome.state, outcome.case)
}

pub(crate) fn grades(rule: &Rule, facts: &Facts) -> Severity {
    only(rule, facts).severity
}

pub(crate) fn only(rule: &Rule, facts: &Facts) -> Outcome {
    let mut outcomes = rule.check(facts);
    assert_eq!(outcomes.len(), 1, "{outcomes:#?}");
    let outcome = outcomes.remove(0);
    assert!(
        rule.sentences
            .iter()
            .any(|sentence| sentence.case == outcome.case && sentence.state == outcome.state)
    );
    assert!(
        !outcome.sentence.contains('?'),
        "a value is missing: {}",
        outcome.sentence
    );
    outcome
}

/// Every case a rule finds, worst first.
pub(crate) fn cases(rule: &Rule, facts: &Facts) -> Vec<&'static str> {
    let mut outcomes = rule.check(facts);
    outcomes.sort_by_key(Outcome::rank);
    outcomes.iter().map(|outcome| outcome.case).collect()
}

pub(crate) fn day(year: i16, month: i8, day: i8) -> Date {
    date(year, month, day)
}
