//! Queries of what is one's own.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Digest, Moment, args};

use crate::identity::SignInMethod;

/// A session that lasts.
#[derive(Debug, FromRow)]
pub(super) struct Session {
    pub(super) token: Digest,
    pub(super) method: SignInMethod,
    pub(super) started_at: Moment,
    pub(super) expires_at: Moment,
}

/// A token that lasts.
#[derive(Debug, FromRow)]
pub(super) struct Token {
    pub(super) token: Digest,
    pub(super) name: String,
    pub(super) made_at: Moment,
    pub(super) expires_at: Moment,
}

type Owner = (OrgId, PersonId);

pub(super) async fn sessions(
    db: &mut Conn,
    (org, person): Owner,
    now: Moment,
) -> Result<Vec<Session>> {
    db.all(
        "SELECT token, method, started_at, expires_at FROM session \
         WHERE org = $1 AND person = $2 AND expires_at > $3 AND ended_at IS NULL \
         ORDER BY started_at DESC, token LIMIT 50",
        args![org, person, now],
    )
    .await
}

pub(super) async fn tokens(db: &mut Conn, (org, person): Owner, now: Moment) -> Result<Vec<Token>> {
    db.all(
        "SELECT token, name, made_at, expires_at FROM api_token \
         WHERE org = $1 AND person = $2 AND expires_at > $3 AND ended_at IS NULL \
         ORDER BY made_at DESC, token LIMIT 100",
        args![org, person, now],
    )
    .await
}

pub(super) async fn insert_token(
    db: &mut Conn,
    (org, person): Owner,
    (token, name): (Digest, &str),
    (made_at, expires_at): (Moment, Moment),
) -> Result<()> {
    db.run(
        "INSERT INTO api_token (token, org, person, name, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![token, org, person, name, made_at, expires_at],
    )
    .await?;
    Ok(())
}

/// Ends a token of this person; `false` when there is none to end.
pub(super) async fn end_token(
    db: &mut Conn,
    (org, person): Owner,
    token: Digest,
    now: Moment,
) -> Result<bool> {
    let ended = "UPDATE api_token SET ended_at = $4 \
                 WHERE org = $1 AND person = $2 AND token = $3 AND ended_at IS NULL";
    Ok(db.run(ended, args![org, person, token, now]).await? == 1)
}

pub(super) async fn set_language(
    db: &mut Conn,
    (org, person): Owner,
    language: Language,
) -> Result<()> {
    db.run(
        "UPDATE person SET language = $3 WHERE org = $1 AND id = $2",
        args![org, person, language],
    )
    .await?;
    Ok(())
}
