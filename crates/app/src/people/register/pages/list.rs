use axum::extract::State;
use kit::Day;
use kit::web::{Answer, Problem, Query};
use serde::Deserialize;

use super::super::meaning::Standing;
use super::super::store::{self, Listed};
use super::KEEPERS;
use crate::App;
use crate::people::AppointmentId;
use crate::shell::{Shell, page};

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Asked {
    as_of: String,
}

#[derive(askama::Template)]
#[template(path = "people/register/pages/list.html")]
struct ListPage {
    s: Shell,
    asked: Asked,
    on: Day,
    is_past: bool,
    in_office: Vec<Line>,
    to_come: Vec<Line>,
    ended: Vec<Line>,
    keeps: bool,
    is_empty: bool,
}

struct Line {
    entry: Listed,
    confirmed_by: Vec<String>,
    meanings: Vec<String>,
    /// The person left although the office has no end.
    holder_left: bool,
}

pub(super) async fn list(State(app): State<App>, s: Shell, Query(asked): Query<Asked>) -> Answer {
    let viewer = s.reader()?.clone();
    let on = match asked.as_of.trim() {
        "" => s.today(),
        day => day
            .parse()
            .map_err(|_| Problem::Invalid(s.t("people-not-a-day")))?,
    };
    let mut db = app.read().await?;
    let entries = store::entries(&mut db, viewer.org).await?;
    let confirmations = store::confirmations(&mut db, viewer.org).await?;
    let confirmed_by = |id: AppointmentId| {
        let of_entry = confirmations.iter().filter(|(entry, ..)| *entry == id);
        of_entry.map(|(_, _, name, _)| name.clone()).collect()
    };
    let mut list = ListPage {
        is_empty: entries.is_empty(),
        is_past: on < s.today(),
        keeps: KEEPERS.iter().any(|role| viewer.is(*role)),
        in_office: Vec::new(),
        to_come: Vec::new(),
        ended: Vec::new(),
        on,
        asked,
        s,
    };
    for entry in entries {
        let place = match entry.standing(on) {
            Standing::InOffice => &mut list.in_office,
            Standing::ToCome => &mut list.to_come,
            Standing::Ended => &mut list.ended,
        };
        place.push(Line {
            confirmed_by: confirmed_by(entry.id),
            meanings: said(&list.s, &entry),
            holder_left: entry.left_on.is_some_and(|left| left < on),
            entry,
        });
    }
    page(list)
}

/// The meanings of an entry in the reader's words.
pub(super) fn said(s: &Shell, entry: &Listed) -> Vec<String> {
    let say = |word: &str| {
        let id = format!("register-meaning-{word}");
        if s.speech().knows(&id) {
            s.t(&id)
        } else {
            word.to_owned()
        }
    };
    entry.meanings().map(say).collect()
}
