//! A line manager's team: who owes what, and a reminder by hand.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, Query};
use serde::Deserialize;

use super::super::model::{Standing, number_of};
use super::super::nudge as nudging;
use super::super::store::team::{self, Member, Obligation};
use super::people::mark;
use crate::App;
use crate::documents::PublicationId;
use crate::shell::{Shell, page, redirect_saying};

/// People per page.
const PAGE: usize = 50;

#[derive(askama::Template)]
#[template(path = "assignments/pages/team.html")]
struct TeamPage {
    s: Shell,
    /// The texts that somebody of the team was asked to read, with their titles.
    columns: Vec<(PublicationId, String)>,
    rows: Vec<Row>,
    next: Option<String>,
    may_nudge: bool,
    problem: Option<String>,
}

impl TeamPage {
    /// Whether there is anything in the column of reminders.
    fn reminds(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.may_nudge || row.nudged)
    }
}

struct Row {
    person: PersonId,
    name: String,
    cells: Vec<Option<Cell>>,
    /// Owes something and was not nudged today.
    may_nudge: bool,
    nudged: bool,
}

struct Cell {
    standing: Standing,
    state: &'static str,
    due: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    after: Option<PersonId>,
}

pub(super) async fn show(State(app): State<App>, Query(from): Query<From>, s: Shell) -> Answer {
    page(team_page(&app, s, from, None).await?)
}

async fn team_page(
    app: &App,
    s: Shell,
    from: From,
    problem: Option<String>,
) -> Result<TeamPage, Problem> {
    let reader = s.reader()?;
    let mut db = app.read().await?;
    let most = PAGE as i64 + 1;
    let mut members = team::members(&mut db, reader.org, reader.person, from.after, most).await?;
    let has_more = members.len() > PAGE;
    members.truncate(PAGE);
    let obligations = match (members.first(), members.last()) {
        (Some(first), Some(last)) => {
            let between = (first.id, last.id);
            team::obligations(&mut db, reader.org, reader.person, between).await?
        }
        _ => Vec::new(),
    };
    let last = members.last().filter(|_| has_more);
    let next = last.map(|last| format!("/team?after={}", last.id));
    let columns = columns(&obligations);
    let rows = rows(&s, members, obligations, &columns);
    Ok(TeamPage {
        problem,
        may_nudge: rows.iter().any(|row| row.may_nudge),
        s,
        columns,
        rows,
        next,
    })
}

fn columns(obligations: &[Obligation]) -> Vec<(PublicationId, String)> {
    let titles: BTreeMap<PublicationId, &String> = obligations
        .iter()
        .map(|obligation| (obligation.publication, &obligation.title))
        .collect();
    titles
        .into_iter()
        .map(|(publication, title)| (publication, title.clone()))
        .collect()
}

fn rows(
    s: &Shell,
    members: Vec<Member>,
    obligations: Vec<Obligation>,
    columns: &[(PublicationId, String)],
) -> Vec<Row> {
    let mut of: BTreeMap<PersonId, Vec<Obligation>> = BTreeMap::new();
    for obligation in obligations {
        of.entry(obligation.person).or_default().push(obligation);
    }
    members
        .into_iter()
        .map(|member| {
            let owed = of.remove(&member.id).unwrap_or_default();
            row(s, member, &owed, columns)
        })
        .collect()
}

fn row(s: &Shell, member: Member, owed: &[Obligation], columns: &[(PublicationId, String)]) -> Row {
    let today = s.today();
    let cell = |obligation: &Obligation| {
        let standing = obligation.assigned().standing(today);
        Cell {
            standing,
            state: mark(standing),
            due: s.day(&obligation.due_on),
        }
    };
    let open = || {
        owed.iter()
            .filter(|one| one.acknowledged_at.is_none() && !one.is_declined)
    };
    let is_nudged = |one: &Obligation| one.nudged == Some(number_of(today));
    let cells = columns.iter().map(|(publication, _)| {
        let one = owed.iter().find(|one| one.publication == *publication);
        one.map(cell)
    });
    Row {
        cells: cells.collect(),
        may_nudge: open().any(|one| !is_nudged(one)),
        nudged: open().any(is_nudged),
        person: member.id,
        name: member.name,
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct NudgeForm {
    #[serde(default)]
    person: Vec<PersonId>,
}

pub(super) async fn nudge(
    State(app): State<App>,
    s: Shell,
    Form(mut form): Form<NudgeForm>,
) -> Answer {
    let viewer = s.reader()?.clone();
    if form.person.is_empty() {
        return refused(&app, s, "team-nobody-selected").await;
    }
    form.person.truncate(PAGE);
    let nudged: nudging::Nudged = app
        .act(&viewer, move |act| {
            Box::pin(async move { nudging::nudge(act, &form.person).await })
        })
        .await?;
    if nudged.told == 0 {
        return refused(&app, s, "team-nobody-nudged").await;
    }
    redirect_saying(
        "/team",
        s.say("team-nudged").with("count", nudged.told as i64),
    )
}

/// The page again, with the reason why nobody is reminded.
async fn refused(app: &App, s: Shell, word: &str) -> Answer {
    let sentence = s.t(word);
    let again = team_page(app, s, From::default(), Some(sentence)).await?;
    let mut answer = page(again)?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}
