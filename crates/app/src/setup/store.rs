//! Queries of the set-up.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::{Digest, Moment, args};

use crate::people::fold;

pub(super) async fn has_organisation(db: &mut Conn) -> Result<bool> {
    let found: Option<(OrgId,)> = db
        .maybe("SELECT id FROM organisation LIMIT 1", args![])
        .await?;
    Ok(found.is_some())
}

pub(super) async fn insert_link(db: &mut Conn, token: Digest, now: Moment) -> Result<()> {
    db.run(
        "INSERT INTO setup_link (token, made_at) VALUES ($1, $2)",
        args![token, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn is_open(db: &mut Conn, token: Digest) -> Result<bool> {
    let found: Option<(Digest,)> = db
        .maybe(
            "SELECT token FROM setup_link WHERE token = $1 AND used_at IS NULL",
            args![token],
        )
        .await?;
    Ok(found.is_some())
}

/// Uses a link; `false` when it was used before, or never given out.
pub(super) async fn use_link(db: &mut Conn, token: Digest, now: Moment) -> Result<bool> {
    let used = "UPDATE setup_link SET used_at = $2 WHERE token = $1 AND used_at IS NULL";
    Ok(db.run(used, args![token, now]).await? == 1)
}

/// Who has this address already.
pub(super) async fn holder(db: &mut Conn, org: OrgId, email: &str) -> Result<Option<PersonId>> {
    let found: Option<(PersonId,)> = db
        .maybe(
            "SELECT id FROM person WHERE org = $1 AND email_key = $2 AND left_on IS NULL",
            args![org, fold(email)],
        )
        .await?;
    Ok(found.map(|(person,)| person))
}
