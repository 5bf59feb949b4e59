//! A rule's page in the manual: what it looks at, why, what to do, how it is gamed, and what it says now.

use ::rules::{Manual, Rule};
use axum::extract::{Path, State as On};
use kit::Day;
use kit::web::{Answer as Reply, Problem, Query};

use super::AsOf;
use super::parameters::{Figure, figures_of};
use super::said::{Said, severity_word};
use crate::App;
use crate::readiness::{judged, speech};
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "readiness/pages/rule.html")]
struct RulePage {
    s: Shell,
    as_at: Day,
    suffix: String,
    id: &'static str,
    title: String,
    severity: String,
    parts: Vec<Part>,
    results: Vec<Said>,
    thresholds: Vec<Figure>,
    requirements: Vec<Place>,
    obligations: Vec<Owed>,
}

/// A part of the manual, in pieces of text and of code.
struct Part {
    heading: String,
    pieces: Vec<(bool, String)>,
}

/// A numbered place in somebody else's text.
struct Place {
    framework: String,
    number: String,
    verified: bool,
}

/// An obligation, and everybody who asks for it.
struct Owed {
    id: &'static str,
    sentence: String,
    asked_by: Vec<Place>,
}

pub(in crate::readiness) async fn show(
    On(app): On<App>,
    s: Shell,
    Path(id): Path<String>,
    Query(as_of): Query<AsOf>,
) -> Reply {
    let org = s.reader()?.org;
    let rule = ::rules::rule(&id).ok_or(Problem::NotFound)?;
    let as_at = as_of.day(&s)?;
    let judged = judged::judged(&app, org, as_at).await?;
    let said = judged
        .readiness
        .results
        .iter()
        .filter(|it| it.rule == rule.id);
    let manual = speech::manual(s.speech(), rule);
    page(RulePage {
        as_at,
        suffix: as_of.suffix(),
        id: rule.id,
        severity: severity_word(&s, rule.severity),
        results: said.map(|outcome| Said::of(&s, outcome)).collect(),
        thresholds: figures_of(&s, &judged.readiness, rule.thresholds),
        requirements: rule
            .requirements
            .iter()
            .filter_map(|it| place(it))
            .collect(),
        obligations: obligations(&s, rule),
        parts: parts(&s, &manual),
        title: manual.title,
        s,
    })
}

fn parts(s: &Shell, manual: &Manual) -> Vec<Part> {
    let parts = [
        ("rule-looks-at", &manual.looks_at),
        ("rule-why", &manual.why),
        ("rule-what-to-do", &manual.what_to_do),
        ("rule-how-it-is-gamed", &manual.how_it_is_gamed),
    ];
    parts
        .into_iter()
        .map(|(heading, text)| Part {
            heading: s.t(heading),
            pieces: pieces(&upper_first(text)),
        })
        .collect()
}

/// Names of rules and thresholds stand between backticks.
fn pieces(text: &str) -> Vec<(bool, String)> {
    text.split('`')
        .enumerate()
        .map(|(place, piece)| (place % 2 == 1, piece.to_owned()))
        .collect()
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn place(reference: &str) -> Option<Place> {
    let (framework, requirement) = frameworks::crosswalk().requirement(reference)?;
    Some(Place {
        framework: framework.name.clone(),
        number: requirement.id.clone(),
        verified: framework.verified,
    })
}

fn obligations(s: &Shell, rule: &Rule) -> Vec<Owed> {
    let crosswalk = frameworks::crosswalk();
    rule.obligations
        .iter()
        .filter_map(|id| {
            let obligation = crosswalk.obligation(id)?;
            let asked_by = crosswalk
                .resting_on(id)
                .map(|(framework, requirement)| Place {
                    framework: framework.name.clone(),
                    number: requirement.id.clone(),
                    verified: framework.verified,
                });
            Some(Owed {
                id,
                sentence: if speech::is_core_language(s.speech()) {
                    obligation.sentence.clone()
                } else {
                    s.t(&format!("obligation-{id}"))
                },
                asked_by: asked_by.collect(),
            })
        })
        .collect()
}
