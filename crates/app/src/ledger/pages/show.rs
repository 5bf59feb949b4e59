//! One record: what it says, what was hashed, and the proof that it is in the log.

use anyhow::{Context, Result};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kit::Moment;
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Problem};
use record::{Envelope, Leaf};

use super::super::store::{self, Kept};
use super::super::travelling_proof;
use super::names::Names;
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
    let (index, kept) = find(&mut db, org, &index).await?;
    let said = sentence(&kept.bytes);
    let names = Names::of(&mut db, org, [said.as_str(), kept.actor.as_str()]).await?;
    let leaf = Leaf::parse(&kept.leaf).map_err(anyhow::Error::from)?;
    let revision =
        async |db: &mut Conn, rev| store::index_of_revision(db, org, &kept.obj, rev).await;
    page(RecordPage {
        index,
        sentence: names.fill(&said),
        by: names.fill(&kept.actor),
        at: kept.at,
        claimed: kept.claimed,
        class: leaf.class.to_string(),
        rev: kept.rev,
        leaf: hex::encode(&kept.leaf),
        leaf_hash: leaf.hash().to_string(),
        commitment: hex::encode(leaf.commitment.0),
        salt: kept.salt.as_deref().map(hex::encode),
        json: pretty(&kept.bytes)?,
        previous: revision(&mut db, kept.rev - 1).await?,
        next: revision(&mut db, kept.rev + 1).await?,
        kind: kept.r#type,
        late: kept.late,
        s,
    })
}

/// Exactly the bytes that were hashed.
pub(super) async fn bytes(State(app): State<App>, Path(index): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let (index, kept) = find(&mut app.read().await?, org, &index).await?;
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
    let (index, kept) = find(&mut db, org, &index).await?;
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

async fn find(db: &mut Conn, org: OrgId, index: &str) -> Result<(i64, Kept), Problem> {
    let index: i64 = index.parse().map_err(|_| Problem::NotFound)?;
    let kept = store::record_at(db, org, index).await?;
    Ok((index, kept.ok_or(Problem::NotFound)?))
}

/// What a record says, with pseudonyms.
pub(super) fn sentence(bytes: &[u8]) -> String {
    match Envelope::parse(bytes) {
        Ok(envelope) => envelope.body.sentence(),
        Err(unreadable) => unreadable.to_string(),
    }
}

fn pretty(bytes: &[u8]) -> Result<String> {
    let value: serde_json::Value = serde_json::from_slice(bytes).context("a record is JSON")?;
    Ok(serde_json::to_string_pretty(&value)?)
}
