//! Who owes a publication and who has done it: everybody for those who oversee, the own team
//! for a line manager.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::web::{Answer, Problem, Query};
use serde::Deserialize;

use super::super::model::{Group, Standing};
use super::super::store::counting::Audience;
use super::super::store::people::{self, Listed, Selection, Tally};
use super::super::{sheet, tallies};
use super::publication_id;
use crate::App;
use crate::documents::{self, Publication};
use crate::identity::Role;
use crate::people as people_slice;
use crate::shell::{Shell, page};

/// People per page.
const PAGE: usize = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    standing: String,
    unit: String,
    group: String,
    after: Option<PersonId>,
}

impl Filter {
    fn standing(&self) -> Option<Standing> {
        self.standing.parse().ok()
    }

    fn chooses(&self, standing: &Standing) -> bool {
        self.standing() == Some(*standing)
    }

    /// The query of the same list, after another person.
    fn query(&self, after: Option<PersonId>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("standing", &self.standing),
            ("unit", &self.unit),
            ("group", &self.group),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if let Some(after) = after {
            query.append_pair("after", &after.to_string());
        }
        query.finish()
    }
}

#[derive(askama::Template)]
#[template(path = "assignments/pages/people.html")]
struct PeoplePage {
    s: Shell,
    publication: Publication,
    tally: Tally,
    /// Management beside staff; not for a line manager, who sees one team.
    parity: Option<[Side; 2]>,
    /// Top management sees its own members by name and staff as numbers.
    staff_is_counted: bool,
    filter: Filter,
    rows: Vec<Row>,
    next: Option<String>,
    may_direct: bool,
    names_are_withheld: bool,
}

struct Side {
    group: Group,
    class: &'static str,
    tally: Tally,
    share: i64,
}

struct Row {
    person: PersonId,
    name: String,
    unit: String,
    due: String,
    /// The last day of an earlier version that they let pass.
    late_since: Option<String>,
    done: String,
    standing: Standing,
    state: &'static str,
}

pub(super) async fn index(
    State(app): State<App>,
    Path(publication): Path<String>,
    Query(filter): Query<Filter>,
    s: Shell,
) -> Answer {
    let selection = selection(&s, &publication, &filter)?;
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let publication = documents::publication(&mut db, org, selection.publication)
        .await?
        .ok_or(Problem::NotFound)?;
    let most = PAGE as i64 + 1;
    let mut listed = people::listed(&mut db, org, &selection, filter.after, most).await?;
    let has_more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let last = listed.last().filter(|_| has_more).map(|last| last.person);
    let tally = tally(&mut db, org, &selection).await?;
    let parity = match selection.manager {
        Some(_) => None,
        None => {
            let (id, today) = (selection.publication, selection.today);
            let management = people::tally_of_management(&mut db, org, id, today).await?;
            Some(groups(management, tally.without(management)))
        }
    };
    page(PeoplePage {
        rows: listed.into_iter().map(|listed| row(&s, listed)).collect(),
        next: last.map(|last| filter.query(Some(last))),
        staff_is_counted: is_counted(&s)?,
        names_are_withheld: people_slice::withholds_names(s.reader()?),
        may_direct: Role::DIRECTING.iter().any(|role| s.is(*role)),
        publication,
        tally,
        parity,
        filter,
        s,
    })
}

pub(super) async fn download(
    State(app): State<App>,
    Path(publication): Path<String>,
    Query(filter): Query<Filter>,
    s: Shell,
) -> Answer {
    let selection = selection(&s, &publication, &filter)?;
    let org = s.reader()?.org;
    documents::publication(&mut app.read().await?, org, selection.publication)
        .await?
        .ok_or(Problem::NotFound)?;
    sheet::answer(app, s, selection)
}

/// The numbers of everybody whom the selection reaches, whatever their standing.
async fn tally(db: &mut Conn, org: OrgId, of: &Selection) -> anyhow::Result<Tally> {
    let (unit, publication, today) = (of.unit.clone(), of.publication, of.today);
    if let Some(manager) = of.manager {
        return people::tally_of_team(db, org, (manager, unit), (publication, today)).await;
    }
    let audience = Audience {
        publication,
        unit,
        today,
    };
    tallies::tally(db, org, audience).await
}

/// What this reader may see of what they ask for.
fn selection(s: &Shell, publication: &str, filter: &Filter) -> Result<Selection, Problem> {
    let is_counted = is_counted(s)?;
    Ok(Selection {
        publication: publication_id(publication)?,
        manager: overseen(s)?,
        // The numbers of a small unit would be its people.
        unit: Some(filter.unit.clone()).filter(|unit| !unit.is_empty() && !is_counted),
        standing: filter.standing(),
        group: if is_counted {
            Some(Group::Management)
        } else {
            filter.group.parse().ok()
        },
        today: s.today(),
    })
}

/// Whose team this reader sees; `None` sees everybody.
pub(in crate::assignments) fn overseen(s: &Shell) -> Result<Option<PersonId>, Problem> {
    let reader = s.reader()?;
    let oversees = Role::READERS.iter().any(|role| reader.is(*role));
    Ok((!oversees).then_some(reader.person))
}

/// Is staff only counted for this reader?
pub(in crate::assignments) fn is_counted(s: &Shell) -> Result<bool, Problem> {
    let reader = s.reader()?;
    Ok(reader.is(Role::TopManagement) && !reader.sees_staff())
}

/// The name of somebody who was asked, or the pseudonym that this reader gets instead.
pub(in crate::assignments) fn name_shown(s: &Shell, person: PersonId, name: String) -> String {
    match withholds_name(s, person) {
        true => people_slice::pseudonym(person),
        false => name,
    }
}

pub(in crate::assignments) fn withholds_name(s: &Shell, person: PersonId) -> bool {
    s.viewer
        .as_ref()
        .is_none_or(|viewer| viewer.person != person && people_slice::withholds_names(viewer))
}

fn groups(management: Tally, staff: Tally) -> [Side; 2] {
    let side = |group, class, tally: Tally| Side {
        group,
        class,
        share: tally.done * 100 / tally.asked.max(1),
        tally,
    };
    [
        side(Group::Management, "bar", management),
        side(Group::Staff, "bar staff", staff),
    ]
}

fn row(s: &Shell, listed: Listed) -> Row {
    let standing = listed.assigned().standing(s.today());
    Row {
        person: listed.person,
        name: name_shown(s, listed.person, listed.name),
        unit: listed.unit.unwrap_or_default(),
        due: s.day(&listed.due_on),
        late_since: listed.late_since.map(|day| s.day(&day)),
        done: listed
            .acknowledged_at
            .map_or_else(String::new, |at| s.moment(&at)),
        standing,
        state: mark(standing),
    }
}

/// The mark of the style sheet for a standing.
pub(super) fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "pass",
        Standing::Open => "to-do",
        Standing::Late | Standing::Declined => "fail",
        Standing::Left => "not-applicable",
    }
}
