//! Queries of the statement's own: whom it concerns, and who was reminded.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Act, Day, args};

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

/// Who directs information security on a day.
pub(super) async fn security_managers(
    db: &mut Conn,
    org: OrgId,
    today: Day,
) -> Result<Vec<PersonId>> {
    let people: Vec<(PersonId,)> = db
        .all(
            "SELECT DISTINCT g.person FROM role_grant g \
             JOIN person p ON p.org = g.org AND p.id = g.person \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND g.role = 'security-manager' AND g.from_on <= $2 \
               AND (g.until_on IS NULL OR g.until_on >= $2) AND e.role_grant IS NULL \
               AND p.left_at IS NULL \
             ORDER BY g.person",
            args![org, today],
        )
        .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
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
