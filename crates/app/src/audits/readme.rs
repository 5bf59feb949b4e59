//! The page in a pack that a person reads first.

use anyhow::Result;
use askama::Template;
use jiff::tz::TimeZone;
use kit::words::Speech;
use kit::{Day, Moment};
use rules::questions::{Answer, answers};
use rules::{Outcome, Readiness, State};

use super::contents::{Contents, Shown};
use super::store::{Coverage, Organisation};
use super::write::Order;
use crate::App;

#[derive(Template)]
#[template(path = "audits/readme.html")]
struct Readme<'a> {
    w: Speech,
    zone: TimeZone,
    organisation: &'a Organisation,
    order: &'a Order,
    contents: &'a Contents,
    answers: Vec<Answer<'a>>,
    gaps: Vec<&'a Outcome>,
}

impl Readme<'_> {
    fn is_demonstration(&self) -> bool {
        self.organisation.purpose == "demonstration"
    }

    fn moment(&self, moment: &Moment) -> String {
        self.w.moment(*moment, &self.zone)
    }

    fn day(&self, day: &Day) -> String {
        self.w.day(*day)
    }

    fn question(&self, answer: &Answer<'_>) -> String {
        crate::readiness::question(&self.w, answer.question)
    }

    fn standing(&self, answer: &Answer<'_>) -> String {
        crate::readiness::standing(&self.w, answer)
    }

    fn title(&self, outcome: &Outcome) -> String {
        crate::readiness::title(&self.w, outcome.rule)
    }

    fn state(&self, outcome: &Outcome) -> String {
        crate::readiness::state(&self.w, outcome.state)
    }

    fn text_path(&self, shown: &Shown) -> String {
        format!("docs/{}.md", shown.version.digest)
    }

    fn missing(&self, coverage: &Coverage) -> i64 {
        coverage.owed - coverage.done
    }

    fn sentence(&self, outcome: &Outcome) -> String {
        crate::readiness::sentence(&self.w, outcome)
    }
}

/// The index page, in the language of the organisation, complete in itself.
pub(super) fn html(
    app: &App,
    order: &Order,
    organisation: &Organisation,
    contents: &Contents,
    readiness: &Readiness,
) -> Result<String> {
    let page = Readme {
        w: app.words.speak(organisation.language),
        zone: TimeZone::get(&organisation.time_zone)?,
        organisation,
        order,
        contents,
        answers: answers(readiness),
        gaps: readiness
            .results
            .iter()
            .filter(|outcome| {
                matches!(outcome.state, State::Fail | State::DueSoon | State::Unknown)
            })
            .collect(),
    };
    Ok(page.render()?)
}
