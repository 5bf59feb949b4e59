//! Queries of the statement's own: which organisations there are, and who was reminded.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Act, args};

/// An organisation and the zone in which its days begin.
#[derive(Debug, FromRow)]
pub(super) struct Organisation {
    pub(super) id: OrgId,
    pub(super) time_zone: String,
}

pub(super) async fn organisations(db: &mut Conn) -> Result<Vec<Organisation>> {
    db.all("SELECT id, time_zone FROM organisation ORDER BY id", vec![])
        .await
}

/// Notes a reminder; `false` when this one was sent before.
pub(super) async fn note_reminder(
    act: &mut Act,
    about: &str,
    what: &str,
    person: PersonId,
) -> Result<bool> {
    let (org, now) = (act.org(), act.now());
    let noted = act
        .db
        .run(
            "INSERT INTO document_reminder (org, about, what, person, sent_at) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            args![org, about, what, person, now],
        )
        .await?;
    Ok(noted == 1)
}
