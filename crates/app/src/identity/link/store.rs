//! Queries of mail links.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Digest, Moment, args};

/// A link that we gave out, whatever has become of it.
#[derive(Debug, FromRow)]
pub(super) struct Link {
    pub(super) org: OrgId,
    pub(super) person: PersonId,
    /// What the person is called.
    pub(super) name: String,
    pub(super) leads_to: String,
    pub(super) expires_at: Moment,
}

pub(super) async fn insert(
    db: &mut Conn,
    (org, person): (OrgId, PersonId),
    token: Digest,
    leads_to: &str,
    (made_at, expires_at): (Moment, Moment),
) -> Result<()> {
    db.run(
        "INSERT INTO mail_link (token, org, person, leads_to, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![token, org, person, leads_to, made_at, expires_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn link(db: &mut Conn, token: Digest) -> Result<Option<Link>> {
    db.maybe(
        "SELECT l.org, l.person, p.name, l.leads_to, l.expires_at FROM mail_link l \
         JOIN person p ON p.org = l.org AND p.id = l.person WHERE l.token = $1",
        args![token],
    )
    .await
}
