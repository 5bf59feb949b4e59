use axum::extract::State;
use kit::Day;
use kit::web::{Answer, Problem, Query};
use serde::Deserialize;

use super::super::directory::{self, Listed, Place, Search, Status};
use super::super::sight::{self, Sight};
use super::super::{fold, store};
use super::pseudonym;
use crate::App;
use crate::api::Cursor;
use crate::identity::Role;
use crate::shell::{Shell, page};

const PAGE: usize = 50;

/// What the address asks for; an empty field of the form is as good as an absent one.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Asked {
    q: String,
    unit: String,
    status: String,
    as_of: String,
    after: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "people/pages/list.html")]
struct ListPage {
    s: Shell,
    asked: Asked,
    status: Status,
    on: Option<Day>,
    units: Vec<String>,
    caption: String,
    rows: Vec<Row>,
    next: Option<String>,
    writes: bool,
    /// May see who holds which role.
    oversees: bool,
    sight: Sight,
    /// Nobody but the first few: the page explains where people come from.
    is_new: bool,
}

struct Row {
    href: String,
    name: String,
    title: String,
    unit: String,
    manager: String,
    since: String,
    until: Option<String>,
    /// Here, and without an e-mail address.
    is_unreached: bool,
}

pub(super) async fn list(State(app): State<App>, s: Shell, Query(asked): Query<Asked>) -> Answer {
    let viewer = s.reader()?.clone();
    let sight = sight::of_list(&viewer).ok_or(Problem::Forbidden)?;
    let search = asked.search(&s, sight)?;
    let after = match &asked.after {
        None => None,
        Some(after) => Some(after.parse::<Cursor<Place>>()?.0),
    };
    let mut db = app.read().await?;
    let (found, next) = directory::page(&mut db, viewer.org, &search, (after, PAGE)).await?;
    let (here, gone) = store::headcount(&mut db, viewer.org).await?;
    let caption = match asked.narrows() || search.on.is_some() {
        false => whole(&s, search.status, here, gone),
        true => counted(&s, directory::count(&mut db, viewer.org, &search).await?),
    };
    let units = directory::units(&mut db, viewer.org).await?;
    let rows = found
        .into_iter()
        .map(|l| row(&s, l, sight, search.on))
        .collect();
    page(ListPage {
        caption,
        rows,
        units,
        status: search.status,
        on: search.on,
        next: next.map(|place| asked.next(place)),
        writes: sight::may_write(&viewer),
        oversees: Role::READERS.iter().any(|role| viewer.is(*role)),
        is_new: here + gone <= 1,
        sight,
        asked,
        s,
    })
}

impl Asked {
    fn search(&self, s: &Shell, sight: Sight) -> Result<Search, Problem> {
        let invalid = |sentence: &str| Problem::Invalid(s.t(sentence));
        let status = match self.status.as_str() {
            "" => Status::Here,
            word => word.parse().map_err(|_| invalid("people-no-such-status"))?,
        };
        let on: Option<Day> = match self.as_of.trim() {
            "" => None,
            day => Some(day.parse().map_err(|_| invalid("people-not-a-day"))?),
        };
        if on.is_some_and(|day| day > s.today()) {
            return Err(invalid("people-day-to-come"));
        }
        // A withheld name must not be found out by searching for it.
        let name = if sight.shows_names() {
            fold(&self.q)
        } else {
            String::new()
        };
        Ok(Search {
            name,
            unit: super::given(&self.unit).filter(|_| sight.shows_facts()),
            status,
            on: on.filter(|day| *day < s.today()),
        })
    }

    fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || !self.unit.trim().is_empty()
    }

    fn next(&self, place: Place) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &self.q)
            .append_pair("unit", &self.unit)
            .append_pair("status", &self.status)
            .append_pair("as-of", &self.as_of)
            .append_pair("after", &Cursor(place).to_string())
            .finish();
        format!("/people?{query}")
    }
}

fn whole(s: &Shell, status: Status, here: i64, gone: i64) -> String {
    let (word, count) = match status {
        Status::Here => ("people-count-here", here),
        Status::Gone => ("people-count-gone", gone),
        Status::Everybody => ("people-count-everybody", here + gone),
    };
    s.say(word).with("count", count).to_string()
}

fn counted(s: &Shell, count: Option<i64>) -> String {
    match count {
        Some(count) => s.say("people-count-found").with("count", count).to_string(),
        None => s.t("people-count-many"),
    }
}

fn row(s: &Shell, listed: Listed, sight: Sight, on: Option<Day>) -> Row {
    let person = listed.person;
    let facts = |text: Option<String>| text.filter(|_| sight.shows_facts()).unwrap_or_default();
    let manager = match (listed.manager_name, person.manager) {
        (Some(name), _) if sight.shows_names() => name,
        (_, Some(manager)) if sight.shows_facts() => pseudonym(manager),
        _ => String::new(),
    };
    let day = on.map_or_else(String::new, |day| format!("?as-of={day}"));
    Row {
        is_unreached: sight.shows_facts() && person.email.is_none() && person.is_here(),
        href: format!("/people/{}{day}", person.id),
        name: if sight.shows_names() {
            person.name
        } else {
            pseudonym(person.id)
        },
        title: facts(person.job_title),
        unit: facts(person.unit),
        manager,
        since: s.day(&person.started_on),
        until: person.left_on.map(|day| s.day(&day)),
    }
}
