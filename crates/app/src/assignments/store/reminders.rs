//! Letters about assignments: who was told what, whom to remind, and what is stopped.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Act, Day, Moment, args};

use super::super::model::ReminderKind;
use super::declinings::is_declined;
use crate::documents::PublicationId;

/// A letter that somebody gets about an assignment.
#[derive(Clone, Copy, Debug)]
pub(in crate::assignments) struct Told {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) kind: ReminderKind,
    pub(in crate::assignments) number: i64,
    pub(in crate::assignments) sent_to: PersonId,
}

/// Notes a letter; `false` when it was noted before, so that it is not written again.
pub(in crate::assignments) async fn insert(act: &mut Act, told: Told) -> Result<bool> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    let inserted = act
        .db
        .run(
            "INSERT INTO reminder (org, publication, person, kind, number, sent_to, asked_by, \
             sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
            args![
                org,
                told.publication,
                told.person,
                told.kind,
                told.number,
                told.sent_to,
                by,
                now
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// The next day on which somebody owes a publication, after another one.
pub(in crate::assignments) async fn next_due_day(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    after: Option<Day>,
) -> Result<Option<Day>> {
    let after = after.map(|day| day.to_string()).unwrap_or_default();
    let (day,): (Option<Day>,) = db
        .one(
            "SELECT MIN(due_on) FROM assignment \
             WHERE org = $1 AND publication = $2 AND due_on > $3",
            args![org, publication, after],
        )
        .await?;
    Ok(day)
}

/// Everybody who owes one publication by one day, to be reminded by one step.
#[derive(Clone, Debug)]
pub(in crate::assignments) struct Round {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) title: String,
    pub(in crate::assignments) asked_by: PersonId,
    pub(in crate::assignments) due_on: Day,
    pub(in crate::assignments) step: i64,
    /// Whoever was asked later than this is not reminded by this step.
    pub(in crate::assignments) asked_before: Moment,
}

pub(in crate::assignments) async fn is_round_done(
    db: &mut Conn,
    org: OrgId,
    round: &Round,
) -> Result<bool> {
    let found: Option<(i64,)> = db
        .maybe(
            "SELECT step FROM reminder_round WHERE org = $1 AND publication = $2 \
             AND due_on = $3 AND step >= $4 LIMIT 1",
            args![org, round.publication, round.due_on, round.step],
        )
        .await?;
    Ok(found.is_some())
}

/// Who is to be reminded in a round, in the order of persons, after one of them. Whoever has
/// acknowledged, declined or left is not.
pub(in crate::assignments) async fn to_remind(
    db: &mut Conn,
    org: OrgId,
    round: &Round,
    (after, today): (&str, Day),
    most: i64,
) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId,)> = db
        .all(
            concat!(
                "SELECT a.person FROM assignment a \
             JOIN person p ON p.org = a.org AND p.id = a.person \
             WHERE a.org = $1 AND a.publication = $2 AND a.due_on = $3 AND a.assigned_at < $4 \
               AND a.person > $5 AND (p.left_on IS NULL OR p.left_on >= $6) \
               AND NOT EXISTS (SELECT 1 FROM acknowledgement k WHERE k.org = a.org \
                 AND k.publication = a.publication AND k.person = a.person) \
               AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.org = a.org \
                 AND r.publication = a.publication AND r.person = a.person \
                 AND r.kind = $7 AND r.number >= $8) AND NOT ",
                is_declined!(),
                " \
             ORDER BY a.person LIMIT $9"
            ),
            args![
                org,
                round.publication,
                round.due_on,
                round.asked_before,
                after,
                today,
                ReminderKind::Reminded,
                round.step,
                most
            ],
        )
        .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// Somebody whose line manager is to be told.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Delayed {
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) name: String,
}

/// The line managers of those who were reminded in a round and still owe.
pub(in crate::assignments) async fn managers_to_tell(
    db: &mut Conn,
    org: OrgId,
    round: &Round,
    today: Day,
) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId,)> = db
        .all(
            "SELECT DISTINCT m.id FROM reminder r \
             JOIN assignment a ON a.org = r.org AND a.publication = r.publication \
               AND a.person = r.person \
             JOIN person p ON p.org = r.org AND p.id = r.person \
             JOIN person m ON m.org = p.org AND m.id = p.manager \
             WHERE r.org = $1 AND r.publication = $2 AND r.kind = $3 AND r.number = $4 \
               AND a.due_on = $5 AND (m.left_on IS NULL OR m.left_on >= $6) ORDER BY m.id",
            args![
                org,
                round.publication,
                ReminderKind::Reminded,
                round.step,
                round.due_on,
                today
            ],
        )
        .await?;
    Ok(rows.into_iter().map(|(manager,)| manager).collect())
}

/// The people of a manager who were reminded in a round and still owe.
pub(in crate::assignments) async fn delayed(
    db: &mut Conn,
    org: OrgId,
    round: &Round,
    (manager, today): (PersonId, Day),
) -> Result<Vec<Delayed>> {
    db.all(
        concat!(
            "SELECT p.id AS person, p.name FROM person p \
         JOIN assignment a ON a.org = p.org AND a.publication = $3 AND a.person = p.id \
         JOIN reminder r ON r.org = p.org AND r.publication = $3 AND r.person = p.id \
         WHERE p.org = $1 AND p.manager = $2 AND a.due_on = $4 AND r.kind = $5 \
           AND r.number = $6 AND (p.left_on IS NULL OR p.left_on >= $7) \
           AND NOT EXISTS (SELECT 1 FROM acknowledgement k WHERE k.org = a.org \
             AND k.publication = a.publication AND k.person = a.person) AND NOT ",
            is_declined!(),
            " \
         ORDER BY p.name_key, p.id"
        ),
        args![
            org,
            manager,
            round.publication,
            round.due_on,
            ReminderKind::Reminded,
            round.step,
            today
        ],
    )
    .await
}

pub(in crate::assignments) async fn finish_round(act: &mut Act, round: &Round) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO reminder_round (org, publication, due_on, step, reminded, done_at) \
             SELECT $1, $2, $3, $4, COUNT(*), $5 FROM reminder r \
             JOIN assignment a ON a.org = r.org AND a.publication = r.publication \
               AND a.person = r.person \
             WHERE r.org = $1 AND r.publication = $2 AND r.kind = 'reminded' AND r.number = $4 \
               AND a.due_on = $3 ON CONFLICT DO NOTHING",
            args![org, round.publication, round.due_on, round.step, now],
        )
        .await?;
    Ok(())
}

/// A round that was made.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct RoundDone {
    pub(in crate::assignments) due_on: Day,
    pub(in crate::assignments) step: i64,
    pub(in crate::assignments) reminded: i64,
    pub(in crate::assignments) done_at: Moment,
}

/// The latest rounds in which somebody was left to remind.
pub(in crate::assignments) async fn rounds(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
) -> Result<Vec<RoundDone>> {
    db.all(
        "SELECT due_on, step, reminded, done_at FROM reminder_round \
         WHERE org = $1 AND publication = $2 AND reminded > 0 \
         ORDER BY done_at DESC, due_on DESC LIMIT 20",
        args![org, publication],
    )
    .await
}

/// Reminders of a publication stopped or begun again.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Switch {
    pub(in crate::assignments) stops: bool,
    pub(in crate::assignments) reason: String,
    pub(in crate::assignments) name: String,
    pub(in crate::assignments) switched_at: Moment,
}

/// The switch that holds, if reminders were ever stopped.
pub(in crate::assignments) async fn switch(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
) -> Result<Option<Switch>> {
    db.maybe(
        "SELECT s.stops, s.reason, p.name, s.switched_at FROM reminder_switch s \
         JOIN person p ON p.org = s.org AND p.id = s.switched_by \
         WHERE s.org = $1 AND s.publication = $2 ORDER BY s.switched_at DESC LIMIT 1",
        args![org, publication],
    )
    .await
}

pub(in crate::assignments) async fn insert_switch(
    act: &mut Act,
    publication: PublicationId,
    stops: bool,
    reason: &str,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.person()?);
    act.db
        .run(
            "INSERT INTO reminder_switch (org, publication, switched_at, stops, reason, \
             switched_by) VALUES ($1, $2, $3, $4, $5, $6)",
            args![org, publication, now, stops, reason, by],
        )
        .await?;
    Ok(())
}
