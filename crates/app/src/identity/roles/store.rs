//! Queries of grants.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::reconcile::Reconciled;
use kit::{Act, Day, Moment, args};

use crate::identity::{GrantId, Role};

/// A role that somebody holds or will hold.
#[derive(Debug, FromRow)]
pub(super) struct Held {
    pub(super) id: GrantId,
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) from_on: Day,
    pub(super) until_on: Option<Day>,
    pub(super) granted_by: Option<String>,
    pub(super) granted_at: Moment,
}

/// One text to look at grants that were not ended; each query adds which.
macro_rules! held_where {
    ($condition:literal) => {
        concat!(
            "SELECT g.id, g.person, p.name, g.role, g.from_on, g.until_on, \
                    b.name AS granted_by, g.granted_at \
             FROM role_grant g \
             JOIN person p ON p.org = g.org AND p.id = g.person \
             LEFT JOIN person b ON b.org = g.org AND b.id = g.granted_by \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND e.role_grant IS NULL AND ",
            $condition
        )
    };
}

/// Roles that are held today or later, in the order in which they were granted.
pub(super) async fn held(
    db: &mut Conn,
    org: OrgId,
    (after, limit): (&str, i64),
    today: Day,
) -> Result<Vec<Held>> {
    db.all(
        held_where!(
            "(g.until_on IS NULL OR g.until_on >= $2) AND g.id > $3 \
             AND (p.left_on IS NULL OR p.left_on >= $2) ORDER BY g.id LIMIT $4"
        ),
        args![org, today, after, limit],
    )
    .await
}

/// A grant that was not ended.
pub(super) async fn one_held(db: &mut Conn, org: OrgId, grant: GrantId) -> Result<Option<Held>> {
    db.maybe(held_where!("g.id = $2"), args![org, grant]).await
}

/// Does this person hold the role on a day of this time already?
pub(super) async fn overlaps(
    db: &mut Conn,
    org: OrgId,
    (person, role): (PersonId, Role),
    (from, until): (Day, Option<Day>),
) -> Result<bool> {
    let last = until.map_or_else(|| "9999-12-31".to_owned(), |until| until.to_string());
    let found: Option<(GrantId,)> = db
        .maybe(
            "SELECT g.id FROM role_grant g \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND g.person = $2 AND g.role = $3 AND e.role_grant IS NULL \
               AND g.from_on <= $5 AND (g.until_on IS NULL OR g.until_on >= $4) LIMIT 1",
            args![org, person, role, from, last],
        )
        .await?;
    Ok(found.is_some())
}

/// Who holds one of these granted roles on a day and has not left.
pub async fn holders(db: &mut Conn, org: OrgId, roles: &[Role], on: Day) -> Result<Vec<PersonId>> {
    let held: Vec<(PersonId, Role)> = db
        .all(
            "SELECT DISTINCT g.person, g.role FROM role_grant g \
             JOIN person p ON p.org = g.org AND p.id = g.person \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND g.from_on <= $2 AND (g.until_on IS NULL OR g.until_on >= $2) \
               AND e.role_grant IS NULL AND p.left_at IS NULL ORDER BY g.person",
            args![org, on],
        )
        .await?;
    let held = held.into_iter().filter(|(_, role)| roles.contains(role));
    let mut people: Vec<PersonId> = held.map(|(person, _)| person).collect();
    people.dedup();
    Ok(people)
}

/// How many others administer the organisation today and have not left.
pub(super) async fn other_administrators(
    db: &mut Conn,
    org: OrgId,
    grant: GrantId,
    today: Day,
) -> Result<i64> {
    let (others,): (i64,) = db
        .one(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM role_grant g \
             JOIN person p ON p.org = g.org AND p.id = g.person \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND g.id <> $2 AND g.role = 'administrator' \
               AND e.role_grant IS NULL AND g.from_on <= $3 \
               AND (g.until_on IS NULL OR g.until_on >= $3) \
               AND (p.left_on IS NULL OR p.left_on >= $3)",
            args![org, grant, today],
        )
        .await?;
    Ok(others)
}

/// People whose name contains a text, the first of them.
pub(super) async fn people_named(
    db: &mut Conn,
    org: OrgId,
    text: &str,
    today: Day,
) -> Result<Vec<(PersonId, String, Option<String>)>> {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    db.all(
        "SELECT id, name, unit FROM person \
         WHERE org = $1 AND name_key LIKE $2 ESCAPE '\\' \
           AND (left_on IS NULL OR left_on >= $3) ORDER BY name_key, id LIMIT 20",
        args![org, format!("%{escaped}%"), today],
    )
    .await
}

pub(super) async fn insert_grant(
    act: &mut Act,
    (id, person, role): (GrantId, PersonId, Role),
    (from, until): (Day, Option<Day>),
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO role_grant (org, id, person, role, from_on, until_on, granted_by, granted_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![org, id, person, role, from, until, by, now, record],
        )
        .await?;
    Ok(())
}

/// A grant that has not been ended.
pub(super) async fn open_grant(
    db: &mut Conn,
    org: OrgId,
    grant: GrantId,
) -> Result<Option<(PersonId, Role)>> {
    db.maybe(
        "SELECT g.person, g.role FROM role_grant g \
         LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
         WHERE g.org = $1 AND g.id = $2 AND e.role_grant IS NULL",
        args![org, grant],
    )
    .await
}

pub(super) async fn insert_grant_end(
    act: &mut Act,
    grant: GrantId,
    reason: &str,
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO role_end (org, role_grant, ended_by, ended_at, reason, record) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![org, grant, by, now, reason, record],
        )
        .await?;
    Ok(())
}

/// What the rows of this slice repeat of their records.
pub(in crate::identity) const RECONCILED: &[Reconciled] = &[
    kit::reconciled! {
        "role_grant" rests on ["role-granted"] {
            "id" => Same "/body/grant",
            "person" => Same "/body/person",
            "role" => Same "/body/role",
            "from_on" => Same "/body/from",
            "until_on" => Same "/body/until",
            "granted_by" => Actor "/actor/pid",
            "granted_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "role_end" rests on ["role-ended"] {
            "role_grant" => Same "/body/grant",
            "ended_by" => Actor "/actor/pid",
            "ended_at" => Moment "/at",
            "reason" => Same "/body/reason",
        }
    },
];
