//! What an auditor will ask: twelve questions, the worst gap first to be mended.

use ::rules::questions::{Answer, Standing, answers};
use ::rules::{Readiness, State};
use anyhow::Result;
use axum::extract::State as On;
use kit::Day;
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer as Reply, Query};

use super::AsOf;
use super::said::Said;
use super::trend::{Bar, bars};
use crate::App;
use crate::documents::{self, DocumentKind};
use crate::identity::Role;
use crate::readiness::parity::{Parity, Share};
use crate::readiness::{judged, speech};
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "readiness/pages/readiness.html")]
struct ReadinessPage {
    s: Shell,
    as_at: Day,
    suffix: String,
    answered: usize,
    questions: Vec<Line>,
    worst: Option<Said>,
    may_mend: bool,
    parity: Vec<Row>,
    trend: Vec<Bar>,
}

/// A question with how far it is answered.
pub(super) struct Line {
    pub(super) number: u8,
    pub(super) words: String,
    pub(super) sentence: String,
    pub(super) mark: &'static str,
    pub(super) word: String,
}

struct Row {
    /// The list of those who were asked.
    list: String,
    title: String,
    version: u32,
    management: Share,
    staff: Share,
}

pub(in crate::readiness) async fn show(
    On(app): On<App>,
    s: Shell,
    Query(as_of): Query<AsOf>,
) -> Reply {
    let org = s.reader()?.org;
    let as_at = as_of.day(&s)?;
    let judged = judged::judged(&app, org, as_at).await?;
    let points = judged::trend(&app, org, as_at).await?;
    let mut parity = Vec::with_capacity(judged.parity.len());
    for one in &judged.parity {
        parity.push(row(&mut app.read().await?, org, one).await?);
    }
    page(ReadinessPage {
        as_at,
        suffix: as_of.suffix(),
        answered: judged::answered(&judged.readiness),
        questions: answers(&judged.readiness)
            .iter()
            .map(|answer| line(&s, answer))
            .collect(),
        worst: worst(&s, &judged.readiness),
        may_mend: may_mend(&s),
        parity,
        trend: bars(&s, &points),
        s,
    })
}

/// The first gap of all; the results come worst first.
pub(super) fn worst(s: &Shell, readiness: &Readiness) -> Option<Said> {
    let gap = readiness
        .results
        .iter()
        .find(|outcome| outcome.state == State::Fail)?;
    Some(Said::of(s, gap))
}

/// Auditors look at a gap, others mend it.
pub(super) fn may_mend(s: &Shell) -> bool {
    s.is(Role::TopManagement) || Role::DIRECTING.iter().any(|role| s.is(*role))
}

pub(super) fn line(s: &Shell, answer: &Answer<'_>) -> Line {
    let due_soon = answer.because.is_some_and(|it| it.state == State::DueSoon);
    let (mark, word) = match answer.standing {
        Standing::Answered if due_soon => ("due-soon", s.t("standing-due-soon")),
        Standing::Answered => ("pass", speech::standing_word(s.speech(), answer.standing)),
        Standing::NotAnswered => ("fail", speech::standing_word(s.speech(), answer.standing)),
        Standing::NothingRecorded | Standing::NotCovered => (
            "unknown",
            speech::standing_word(s.speech(), answer.standing),
        ),
    };
    Line {
        number: answer.question.number(),
        words: speech::question(s.speech(), answer.question),
        sentence: speech::standing(s.speech(), answer),
        mark,
        word,
    }
}

async fn row(db: &mut Conn, org: OrgId, parity: &Parity) -> Result<Row> {
    let document = parity.document.parse()?;
    let publications = documents::publications(db, org, document).await?;
    let asking = publications
        .iter()
        .find(|publication| publication.version == i64::from(parity.version));
    Ok(Row {
        list: asking.map_or_else(
            || DocumentKind::Statement.address_of(document),
            |publication| format!("/publications/{}/people", publication.id),
        ),
        title: parity.title.clone(),
        version: parity.version,
        management: parity.management,
        staff: parity.staff,
    })
}
