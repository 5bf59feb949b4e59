//! The log from its latest record back, and the head it is signed with.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use kit::db::Conn;
use kit::id::RecordId;
use kit::web::{Answer, Problem, Query};
use kit::{Day, Moment};
use record::Body;
use serde::Deserialize;
use tlog::{Checkpoint, Hash};

use super::super::said;
use super::super::store::{self, Head, Listed, Window};
use super::ladder::{self, Rung};
use super::names::Names;
use super::show::{actor, body};
use super::sight::{self, Sight};
use crate::App;
use crate::identity::Role;
use crate::shell::{Shell, page};

const PAGE: usize = 50;
const END_OF_TIME: Moment = Moment::from_millis(i64::MAX / 1000);

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    r#type: String,
    /// A calendar day, or nothing, as an empty field of a form is sent.
    #[serde(default)]
    day: String,
    before: Option<RecordId>,
}

#[derive(askama::Template)]
#[template(path = "ledger/pages/index.html")]
struct LogPage {
    s: Shell,
    head: Head,
    root: String,
    waiting: i64,
    rungs: [Rung; 4],
    reached: usize,
    /// `None` for an administrator.
    records: Option<Vec<Row>>,
    types: Vec<Choice>,
    day: String,
    next: Option<String>,
}

impl LogPage {
    fn counts_staff(&self) -> bool {
        let mut rows = self.records.iter().flatten();
        rows.any(|record| record.is_withheld)
    }
}

struct Row {
    /// Where its page is; a record that waits has none yet.
    place: Option<i64>,
    at: Moment,
    sentence: String,
    by: String,
    is_withheld: bool,
}

struct Choice {
    id: &'static str,
    name: String,
    chosen: bool,
}

pub(super) async fn show(State(app): State<App>, Query(asked): Query<Asked>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let head = store::head(&mut db, org).await?;
    let root = root(&head)?;
    let window = window(&s, &asked)?;
    let (records, next) = if Role::READERS.iter().any(|role| s.is(*role)) {
        let (records, next) = records(&s, &mut db, &window, &asked).await?;
        (Some(records), next)
    } else {
        (None, None)
    };
    page(LogPage {
        waiting: store::count_waiting_of(&mut db, org).await?,
        root: root.to_string(),
        head,
        reached: ladder::reached(&ladder::RUNGS),
        rungs: ladder::RUNGS,
        records,
        types: choices(&s, &asked.r#type),
        day: asked.day,
        next,
        s,
    })
}

/// The head as anybody can keep and compare it (c2sp.org/tlog-checkpoint).
pub(super) async fn checkpoint(State(app): State<App>, s: Shell) -> Answer {
    let head = store::head(&mut app.read().await?, s.reader()?.org).await?;
    let media = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((media, head.checkpoint).into_response())
}

fn root(head: &Head) -> Result<Hash, Problem> {
    let key = head.key.parse().map_err(anyhow::Error::from)?;
    let checkpoint = Checkpoint::open(&head.checkpoint, &head.origin, &[key]);
    Ok(checkpoint.map_err(anyhow::Error::from)?.root())
}

fn window(s: &Shell, asked: &Asked) -> Result<Window, Problem> {
    let day: Option<Day> = match asked.day.as_str() {
        "" => None,
        day => Some(
            day.parse()
                .map_err(|_| Problem::Invalid(s.t("log-not-a-day")))?,
        ),
    };
    Ok(Window {
        from: day.map_or(Moment::from_millis(0), |day| day.start(s.zone())),
        to: day
            .map_or(END_OF_TIME, |day| day.end(s.zone()))
            .min(asked.before.map_or(END_OF_TIME, made_at)),
        kind: Some(asked.r#type.clone()).filter(|kind| !kind.is_empty()),
        before: asked.before,
    })
}

/// Ids begin with their time: where a page begins is found without reading the pages before it.
fn made_at(record: RecordId) -> Moment {
    let millis = u128::from_be_bytes(record.obj()) >> 80;
    Moment::from_millis(millis as i64)
}

async fn records(
    s: &Shell,
    db: &mut Conn,
    window: &Window,
    asked: &Asked,
) -> Result<(Vec<Row>, Option<String>), Problem> {
    let viewer = s.reader()?;
    let org = viewer.org;
    let mut listed = store::records(db, org, window, PAGE as i64 + 1).await?;
    let more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let next = listed
        .last()
        .filter(|_| more)
        .map(|last| address_before(asked, last.id));
    let bodies = listed.iter().map(|record| body(&record.bytes));
    let bodies = bodies.collect::<Result<Vec<Body>, _>>()?;
    let said: Vec<String> = bodies
        .iter()
        .map(|body| said(s.speech(), s.zone(), body))
        .collect();
    let actors = listed.iter().map(|record| record.actor.as_str());
    let names = Names::of(db, org, said.iter().map(String::as_str).chain(actors)).await?;
    let rows = listed.iter().zip(&bodies).zip(&said);
    let rows = rows.map(|((record, body), said)| {
        row(s, (record, body, said), sight::of(viewer, body), &names)
    });
    Ok((rows.collect(), next))
}

fn row(
    s: &Shell,
    (record, body, said): (&Listed, &Body, &str),
    sight: Sight,
    names: &Names,
) -> Row {
    let (sentence, by) = match sight {
        Sight::Counted => (
            format!("{}.", s.t(&format!("log-type-{}", body.type_id()))),
            s.t("log-somebody"),
        ),
        _ => (
            sight.fill(names, said),
            sight.fill(names, &actor(s, &record.actor)),
        ),
    };
    Row {
        place: record.idx,
        at: record.at,
        sentence,
        by,
        is_withheld: sight == Sight::Counted,
    }
}

fn address_before(asked: &Asked, last: RecordId) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("type", &asked.r#type)
        .append_pair("day", &asked.day)
        .append_pair("before", &last.to_string())
        .finish();
    format!("/log?{query}")
}

fn choices(s: &Shell, chosen: &str) -> Vec<Choice> {
    let known = Body::TYPES.iter().map(|id| Choice {
        id,
        name: s.t(&format!("log-type-{id}")),
        chosen: *id == chosen,
    });
    let mut choices: Vec<Choice> = known.collect();
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    choices
}
