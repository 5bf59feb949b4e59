use axum::extract::{Path, State};
use kit::Day;
use kit::id::{PersonId, RecordId};
use kit::web::{Answer, Problem, Query};
use serde::Deserialize;

use super::super::facts::Person;
use super::super::sight::{self, Sight};
use super::super::timeline::{self, Entry};
use super::super::{address, directory, register, store};
use super::{pseudonym, seen};
use crate::App;
use crate::identity::{Role, Viewer};
use crate::shell::{Shell, page};

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Asked {
    as_of: String,
    before: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "people/pages/show.html")]
struct ShowPage {
    s: Shell,
    name: String,
    person: Person,
    manager: Option<(PersonId, String)>,
    /// Nobody looks after the reports of a manager who left.
    manager_is_gone: bool,
    office: Option<String>,
    reports: i64,
    on: Option<Day>,
    was_here: bool,
    sight: Sight,
    entries: Vec<Entry>,
    older: Option<RecordId>,
    writes: bool,
    lists: bool,
    /// A new address waits to be confirmed.
    address_waits: bool,
}

impl ShowPage {
    /// The way back of a line manager, who has no list of everybody.
    fn is_of_the_own_team(&self) -> bool {
        let reader = self.s.viewer.as_ref();
        reader.is_some_and(|reader| self.person.manager == Some(reader.person))
    }
}

pub(super) async fn show(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (mut person, sight) = seen(&app, &s, &id).await?;
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let on = day(&s, &asked)?;
    if let Some(day) = on {
        person = directory::person_on(&mut db, viewer.org, person, day).await?;
    }
    let (mut entries, older) = if sight.shows_timeline() {
        let before = asked.before.as_deref().map(str::parse).transpose();
        let before = before.map_err(|_| Problem::NotFound)?;
        let reader = (s.speech(), s.zone(), sight.shows_names());
        timeline::page(&mut db, (viewer.org, person.id), before, reader).await?
    } else {
        (Vec::new(), None)
    };
    for entry in &mut entries {
        entry.receipt = entry
            .receipt
            .take()
            .filter(|to| opens(&viewer, person.id, to));
    }
    let manager = match person.manager {
        None => None,
        Some(manager) => store::person(&mut db, viewer.org, manager).await?,
    };
    let office =
        register::serving_on(&mut db, viewer.org, person.id, on.unwrap_or(s.today())).await?;
    let reports = directory::reports(&mut db, viewer.org, person.id).await?;
    let waiting = address::waiting(&mut db, viewer.org, person.id).await?;
    let named = |person: &Person| match sight.shows_names() {
        true => person.name.clone(),
        false => pseudonym(person.id),
    };
    let name = named(&person);
    page(ShowPage {
        manager_is_gone: manager.as_ref().is_some_and(|manager| !manager.is_here()),
        manager: manager.map(|manager| (manager.id, named(&manager))),
        office: office.map(|office| format!("{}, {}", office.capacity, office.body)),
        was_here: on.is_none_or(|day| was_here(&person, day)),
        writes: sight::may_write(&viewer) && person.is_here() && on.is_none(),
        lists: sight::of_list(&viewer).is_some(),
        address_waits: waiting.is_some() && sight.shows_names() && on.is_none(),
        name,
        person,
        reports,
        on,
        sight,
        entries,
        older,
        s,
    })
}

/// Everybody opens their own receipts, and readers those of signatures. The receipt of an
/// acknowledgement is always the reader's own: under somebody else's it would be the wrong one.
fn opens(viewer: &Viewer, person: PersonId, receipt: &str) -> bool {
    let reads = Role::READERS.iter().any(|role| viewer.is(*role));
    viewer.person == person || (reads && receipt.starts_with("/signatures/"))
}

fn day(s: &Shell, asked: &Asked) -> Result<Option<Day>, Problem> {
    match asked.as_of.trim() {
        "" => Ok(None),
        day => {
            let day: Day = day
                .parse()
                .map_err(|_| Problem::Invalid(s.t("people-not-a-day")))?;
            Ok(Some(day).filter(|day| *day < s.today()))
        }
    }
}

fn was_here(person: &Person, day: Day) -> bool {
    person.started_on <= day && person.left_on.is_none_or(|last| last >= day)
}
