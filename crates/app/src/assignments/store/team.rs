//! The people of a line manager and what they owe.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Day, Moment, args};

use super::super::model::Assigned;
use super::declinings::is_declined;
use crate::documents::PublicationId;

/// Is this person, today, in the team of this manager?
pub(in crate::assignments) async fn reports_to(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    manager: PersonId,
) -> Result<bool> {
    let found: Option<(PersonId,)> = db
        .maybe(
            "SELECT id FROM person WHERE org = $1 AND id = $2 AND manager = $3 \
             AND left_at IS NULL",
            args![org, person, manager],
        )
        .await?;
    Ok(found.is_some())
}

/// Somebody of a team.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Member {
    pub(in crate::assignments) id: PersonId,
    pub(in crate::assignments) name: String,
}

/// The team of a manager, by name, after one of them.
pub(in crate::assignments) async fn members(
    db: &mut Conn,
    org: OrgId,
    manager: PersonId,
    after: Option<PersonId>,
    most: i64,
) -> Result<Vec<Member>> {
    let after = after.map(|person| person.to_string()).unwrap_or_default();
    db.all(
        "SELECT id, name FROM person WHERE org = $1 AND manager = $2 AND left_at IS NULL \
           AND ($3 = '' OR (name_key, id) > (SELECT name_key, id FROM person \
             WHERE org = $1 AND id = $3)) \
         ORDER BY name_key, id LIMIT $4",
        args![org, manager, after, most],
    )
    .await
}

/// One thing that somebody of a team owes or has done.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Obligation {
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) title: String,
    pub(in crate::assignments) due_on: Day,
    pub(in crate::assignments) late_since: Option<Day>,
    pub(in crate::assignments) acknowledged_at: Option<Moment>,
    pub(in crate::assignments) is_declined: bool,
    pub(in crate::assignments) nudged: Option<i64>,
}

impl Obligation {
    pub(in crate::assignments) fn assigned(&self) -> Assigned {
        Assigned {
            due_on: self.due_on,
            late_since: self.late_since,
            acknowledged_at: self.acknowledged_at,
            is_declined: self.is_declined,
            left_on: None,
        }
    }
}

/// What the people of a manager between two names owe of what holds now.
pub(in crate::assignments) async fn obligations(
    db: &mut Conn,
    org: OrgId,
    manager: PersonId,
    (first, last): (PersonId, PersonId),
) -> Result<Vec<Obligation>> {
    db.all(
        concat!(
            "SELECT a.person, a.publication, v.title, a.due_on, a.late_since, k.acknowledged_at, ",
            is_declined!(),
            " AS is_declined, \
                (SELECT MAX(r.number) FROM reminder r WHERE r.org = a.org \
                 AND r.publication = a.publication AND r.person = a.person \
                 AND r.kind = 'nudged') AS nudged \
         FROM person t \
         JOIN assignment a ON a.org = t.org AND a.person = t.id \
         JOIN publication p ON p.org = a.org AND p.id = a.publication \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE t.org = $1 AND t.manager = $2 AND t.left_at IS NULL \
           AND (t.name_key, t.id) >= (SELECT name_key, id FROM person WHERE org = $1 AND id = $3) \
           AND (t.name_key, t.id) <= (SELECT name_key, id FROM person WHERE org = $1 AND id = $4) \
           AND w.publication IS NULL \
           AND NOT EXISTS (SELECT 1 FROM publication l WHERE l.org = p.org \
             AND l.document = p.document AND l.version > p.version) \
         ORDER BY a.person, p.published_at, a.publication"
        ),
        args![org, manager, first, last],
    )
    .await
}
