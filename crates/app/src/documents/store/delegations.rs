//! Queries of delegations.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, args};

use super::super::DelegationId;
use super::super::approval::{Delegation, NewDelegation};

macro_rules! delegations_where {
    ($where:literal) => {
        concat!(
            "SELECT g.id, g.delegator, p.name AS delegator_name, g.appointment, g.delegate, \
                    t.name AS delegate_name, g.scope, g.first_day, g.last_day, g.reason, \
                    g.given_at, e.ended_at \
             FROM delegation g \
             JOIN person p ON p.org = g.org AND p.id = g.delegator \
             JOIN person t ON t.org = g.org AND t.id = g.delegate \
             LEFT JOIN delegation_end e ON e.org = g.org AND e.delegation = g.id ",
            $where
        )
    };
}

pub async fn delegation(db: &mut Conn, org: OrgId, id: DelegationId) -> Result<Option<Delegation>> {
    db.maybe(
        delegations_where!("WHERE g.org = $1 AND g.id = $2"),
        args![org, id],
    )
    .await
}

/// Every delegation, the latest first. They are few.
pub async fn delegations(db: &mut Conn, org: OrgId) -> Result<Vec<Delegation>> {
    db.all(
        delegations_where!("WHERE g.org = $1 ORDER BY g.given_at DESC, g.id DESC"),
        args![org],
    )
    .await
}

/// The delegations that hold on a day.
pub async fn delegations_on(db: &mut Conn, org: OrgId, day: Day) -> Result<Vec<Delegation>> {
    db.all(
        delegations_where!(
            "WHERE g.org = $1 AND g.first_day <= $2 AND g.last_day >= $2 AND e.delegation IS NULL \
             ORDER BY t.name_key, g.id"
        ),
        args![org, day],
    )
    .await
}

pub(in crate::documents) async fn insert(
    act: &mut Act,
    id: DelegationId,
    (by, new): (PersonId, &NewDelegation),
    reason: &str,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let scope: Vec<&str> = new.scope.iter().map(|kind| kind.word()).collect();
    act.db
        .run(
            "INSERT INTO delegation (org, id, delegator, appointment, delegate, scope, first_day, \
             last_day, reason, given_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                org,
                id,
                by,
                new.appointment,
                new.delegate,
                scope.join(" "),
                new.first_day,
                new.last_day,
                reason,
                now,
                record
            ],
        )
        .await?;
    Ok(())
}

pub(in crate::documents) async fn end(
    act: &mut Act,
    id: DelegationId,
    reason: &str,
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO delegation_end (org, delegation, reason, ended_by, ended_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![org, id, reason, by, now, record],
        )
        .await?;
    Ok(())
}
