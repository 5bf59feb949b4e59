//! One record: what it says, what was hashed, and the proof that it is in the log.

use anyhow::{Context, Result};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kit::Moment;
use kit::db::Conn;
use kit::web::{Answer, Problem};
use record::{Body, Envelope, Leaf};

use super::super::said;
use super::super::store::{self, Kept};
use super::super::travelling_proof;
use super::names::Names;
use super::sight::{self, Sight};
use crate::App;
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "ledger/pages/show.html")]
struct RecordPage {
    s: Shell,
    index: i64,
    sentence: String,
    by: String,
    at: Moment,
    claimed: Option<Moment>,
    late: Option<String>,
    kind: String,
    class: String,
    rev: i64,
    leaf: String,
    leaf_hash: String,
    commitment: String,
    salt: Option<String>,
    json: String,
    previous: Option<i64>,
    next: Option<i64>,
}

pub(super) async fn show(State(app): State<App>, Path(index): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let (index, kept, body) = find(&s, &mut db, &index).await?;
    let sight = sight::of(s.reader()?, &body);
    let said = said(s.speech(), s.zone(), &body);
    let names = Names::of(&mut db, org, [said.as_str(), kept.actor.as_str()]).await?;
    let leaf = Leaf::parse(&kept.leaf).map_err(anyhow::Error::from)?;
    let revision =
        async |db: &mut Conn, rev| store::index_of_revision(db, org, &kept.obj, rev).await;
    page(RecordPage {
        index,
        sentence: sight.fill(&names, &said),
        by: sight.fill(&names, &actor(&s, &kept.actor)),
        at: kept.at,
        claimed: kept.claimed,
        class: s.t(&format!("log-class-{}", leaf.class)),
        rev: kept.rev,
        leaf: hex::encode(&kept.leaf),
        leaf_hash: leaf.hash().to_string(),
        commitment: hex::encode(leaf.commitment.0),
        salt: kept.salt.as_deref().map(hex::encode),
        json: pretty(&kept.bytes)?,
        previous: revision(&mut db, kept.rev - 1).await?,
        next: revision(&mut db, kept.rev + 1).await?,
        kind: kind(&s, &kept.r#type),
        late: kept.late,
        s,
    })
}

/// Exactly the bytes that were hashed.
pub(super) async fn bytes(State(app): State<App>, Path(index): Path<String>, s: Shell) -> Answer {
    let (index, kept, _) = find(&s, &mut app.read().await?, &index).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"record-{index}.json\""),
        ),
    ];
    Ok((headers, kept.bytes).into_response())
}

pub(super) async fn proof(State(app): State<App>, Path(index): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let (index, kept, _) = find(&s, &mut db, &index).await?;
    let proof = travelling_proof(&mut db, org, kept.id)
        .await?
        .ok_or(Problem::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"record-{index}.tlog-proof\""),
        ),
    ];
    Ok((headers, proof).into_response())
}

/// The record in a place of the log, unless this reader sees it only counted.
async fn find(s: &Shell, db: &mut Conn, index: &str) -> Result<(i64, Kept, Body), Problem> {
    let viewer = s.reader()?;
    let index: i64 = index.parse().map_err(|_| Problem::NotFound)?;
    let kept = store::record_at(db, viewer.org, index).await?;
    let kept = kept.ok_or(Problem::NotFound)?;
    let body = body(&kept.bytes)?;
    match sight::of(viewer, &body) {
        Sight::Counted => Err(Problem::Forbidden),
        _ => Ok((index, kept, body)),
    }
}

/// What happened; the database holds nothing that is not a record.
pub(super) fn body(bytes: &[u8]) -> Result<Body> {
    Ok(Envelope::parse(bytes).context("a stored record")?.body)
}

/// Who did it: a person's pseudonym, or the program by itself.
pub(super) fn actor(s: &Shell, actor: &str) -> String {
    if actor == record::Pid::System.to_string() {
        return s.t("log-system");
    }
    actor.to_owned()
}

/// The word for a type; a type of a later version stays as it is.
fn kind(s: &Shell, r#type: &str) -> String {
    let word = format!("log-type-{type}");
    if s.speech().knows(&word) {
        return s.t(&word);
    }
    r#type.to_owned()
}

fn pretty(bytes: &[u8]) -> Result<String> {
    let value: serde_json::Value = serde_json::from_slice(bytes).context("a record is JSON")?;
    Ok(serde_json::to_string_pretty(&value)?)
}
