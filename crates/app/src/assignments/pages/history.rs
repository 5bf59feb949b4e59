//! What one person was ever asked to acknowledge, and what became of each: a later version
//! takes the place of an earlier one, and not of what somebody left undone with it.

use axum::extract::{Path, State};
use kit::id::PersonId;
use kit::web::{Answer, Problem};

use super::super::model::Standing;
use super::super::store::history::{self, Past};
use super::super::store::team;
use super::people::{mark, name_shown, overseen};
use crate::App;
use crate::documents::PublicationId;
use crate::people;
use crate::shell::{Shell, page};

/// Texts that are shown at most.
const MOST: i64 = 200;

#[derive(askama::Template)]
#[template(path = "assignments/pages/history.html")]
struct HistoryPage {
    s: Shell,
    person: PersonId,
    name: String,
    rows: Vec<Row>,
}

struct Row {
    publication: PublicationId,
    title: String,
    note: String,
    state: &'static str,
    word: String,
}

pub(super) async fn show(State(app): State<App>, Path(person): Path<String>, s: Shell) -> Answer {
    let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    if let Some(manager) = overseen(&s)?
        && !team::reports_to(&mut db, org, person, manager).await?
    {
        return Err(Problem::NotFound);
    }
    let found = people::person(&mut db, org, person).await?;
    let past = history::of(&mut db, org, person, MOST).await?;
    page(HistoryPage {
        person,
        name: name_shown(&s, person, found.ok_or(Problem::NotFound)?.name),
        rows: past.into_iter().map(|past| row(&s, past)).collect(),
        s,
    })
}

fn row(s: &Shell, past: Past) -> Row {
    let standing = past.assigned().standing(s.today());
    // Whatever nobody can do any more was never done.
    let never = past.ended_at().is_some() && matches!(standing, Standing::Open | Standing::Late);
    let word = match never {
        true => "history-never".to_owned(),
        false => format!("owed-standing-{standing}"),
    };
    Row {
        title: s
            .say("history-text")
            .with("title", past.title.as_str())
            .with("version", past.version)
            .to_string(),
        note: note(s, &past),
        state: if never { "fail" } else { mark(standing) },
        word: s.t(&word),
        publication: past.publication,
    }
}

fn note(s: &Shell, past: &Past) -> String {
    let due = s
        .say("history-due")
        .with("asked", s.day(&past.assigned_at.day(s.zone())))
        .with("due", s.day(&past.due_on));
    let mut note = vec![due.to_string()];
    let mut add = |word: &str, day: Option<String>| {
        note.extend(day.map(|day| s.say(word).with("day", day).to_string()));
    };
    add("history-late-since", past.late_since.map(|day| s.day(&day)));
    let moments = [
        ("history-done", past.acknowledged_at),
        ("history-withdrawn", past.withdrawn_at),
        ("history-superseded", past.superseded_at),
    ];
    for (word, at) in moments {
        add(word, at.map(|at| s.day(&at.day(s.zone()))));
    }
    if past.reminders > 0 {
        let reminded = s.say("history-reminders").with("count", past.reminders);
        note.push(reminded.to_string());
    }
    note.join(" ")
}
