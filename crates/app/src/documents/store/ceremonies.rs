//! Queries of the ceremonies of signing: what a passkey was asked, once and for five minutes.

use anyhow::{Context, Result};
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Digest, Moment, args};

use super::super::RequestId;

/// The hash of a record's leaf: what a signature over it names.
pub(in crate::documents) async fn leaf_hash(
    db: &mut Conn,
    org: OrgId,
    record: RecordId,
) -> Result<[u8; 32]> {
    let (hash,): (Vec<u8>,) = db
        .one(
            "SELECT hash FROM record WHERE org = $1 AND id = $2",
            args![org, record],
        )
        .await?;
    hash.as_slice()
        .try_into()
        .context("a leaf hash has 32 bytes")
}

/// A signing ceremony as it was begun. Its id is the challenge in hex.
#[derive(Debug, FromRow)]
pub(in crate::documents) struct Ceremony {
    pub(in crate::documents) org: OrgId,
    pub(in crate::documents) person: PersonId,
    pub(in crate::documents) subject: String,
    pub(in crate::documents) state: String,
    pub(in crate::documents) expires_at: Moment,
    pub(in crate::documents) used_at: Option<Moment>,
}

pub(in crate::documents) async fn insert_ceremony(
    act: &mut Act,
    challenge: Digest,
    (request, person): (RequestId, PersonId),
    state: String,
    expires_at: Moment,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO ceremony (id, org, person, purpose, subject, state, made_at, expires_at) \
             VALUES ($1, $2, $3, 'sign', $4, $5, $6, $7)",
            args![
                challenge,
                org,
                person,
                request.to_string(),
                state,
                now,
                expires_at
            ],
        )
        .await?;
    Ok(())
}

pub(in crate::documents) async fn ceremony(
    db: &mut Conn,
    challenge: Digest,
) -> Result<Option<Ceremony>> {
    db.maybe(
        "SELECT org, person, subject, state, expires_at, used_at FROM ceremony \
         WHERE id = $1 AND purpose = 'sign'",
        args![challenge],
    )
    .await
}

/// Uses a ceremony up; `false` when somebody was faster.
pub(in crate::documents) async fn use_ceremony(act: &mut Act, challenge: Digest) -> Result<bool> {
    let now = act.now();
    let used = act
        .db
        .run(
            "UPDATE ceremony SET used_at = $2 WHERE id = $1 AND used_at IS NULL",
            args![challenge, now],
        )
        .await?;
    Ok(used == 1)
}
