//! Queries of answers that are kept for a day.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::PersonId;
use kit::{Act, Digest, Moment, args};

use super::once::Made;

/// What a request was answered.
#[derive(Debug, FromRow)]
pub(super) struct Answered {
    pub(super) request: Digest,
    pub(super) location: String,
    pub(super) body: String,
}

pub(super) async fn answered(
    act: &mut Act,
    person: PersonId,
    key: &str,
    since: Moment,
) -> Result<Option<Answered>> {
    let org = act.org();
    act.db
        .maybe(
            "SELECT request, location, body FROM idempotency \
             WHERE org = $1 AND person = $2 AND key = $3 AND made_at > $4",
            args![org, person, key, since],
        )
        .await
}

pub(super) async fn keep(
    act: &mut Act,
    person: PersonId,
    key: &str,
    request: Digest,
    made: &Made,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO idempotency (org, person, key, request, location, body, made_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (org, person, key) DO UPDATE SET request = excluded.request, \
             location = excluded.location, body = excluded.body, made_at = excluded.made_at",
            args![
                org,
                person,
                key,
                request,
                &made.location,
                made.body.to_string(),
                now
            ],
        )
        .await?;
    Ok(())
}

pub(super) async fn has_older(db: &mut Conn, before: Moment) -> Result<bool> {
    let older: Option<(i64,)> = db
        .maybe(
            "SELECT made_at FROM idempotency WHERE made_at <= $1 LIMIT 1",
            args![before],
        )
        .await?;
    Ok(older.is_some())
}

pub(super) async fn forget(db: &mut Conn, before: Moment) -> Result<()> {
    db.run("DELETE FROM idempotency WHERE made_at <= $1", args![before])
        .await?;
    Ok(())
}
