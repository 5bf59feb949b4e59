//! Queries of new addresses that wait.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Moment, args};
use record::kinds::words::Settlement;

use super::wait::Held;
use crate::people::ImportId;
use crate::people::facts::Person;

/// A new address that waits for an answer.
#[derive(Clone, Debug, FromRow)]
pub(in crate::people) struct Waiting {
    record: RecordId,
    pub(in crate::people) person: PersonId,
    /// `None` takes the address away.
    pub(in crate::people) new_email: Option<String>,
    pub(in crate::people) requested_by: Option<PersonId>,
    pub(in crate::people) requested_at: Moment,
    pub(in crate::people) waits_until: Moment,
    pub(in crate::people) import: Option<ImportId>,
}

impl Waiting {
    /// The person with the new address.
    pub(super) fn applied(&self, before: &Person) -> Person {
        Person {
            email: self.new_email.clone(),
            ..before.clone()
        }
    }
}

macro_rules! waiting {
    ($rest:literal) => {
        concat!(
            "SELECT record, person, new_email, requested_by, requested_at, waits_until, import \
             FROM address_change WHERE org = $1 AND settled_at IS NULL ",
            $rest
        )
    };
}

/// The new address of a person that waits; there is at most one.
pub(in crate::people) async fn waiting(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
) -> Result<Option<Waiting>> {
    db.maybe(waiting!("AND person = $2"), args![org, person])
        .await
}

/// The new addresses that an import brought and that wait.
pub(super) async fn brought_by(
    db: &mut Conn,
    org: OrgId,
    import: ImportId,
) -> Result<Vec<Waiting>> {
    db.all(
        waiting!("AND import = $2 ORDER BY person"),
        args![org, import],
    )
    .await
}

/// Whose wait is over.
pub(super) async fn due(db: &mut Conn, now: Moment) -> Result<Vec<(OrgId, PersonId)>> {
    db.all(
        "SELECT org, person FROM address_change WHERE settled_at IS NULL AND waits_until <= $1 \
         ORDER BY waits_until, org, person",
        args![now],
    )
    .await
}

pub(super) async fn insert(
    act: &mut Act,
    held: &Held,
    (waits_until, import): (Moment, Option<ImportId>),
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO address_change (org, record, person, new_email, requested_by, requested_at, \
             waits_until, import) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![
                org,
                record,
                held.person,
                held.to.clone(),
                by,
                now,
                waits_until,
                import
            ],
        )
        .await?;
    Ok(())
}

pub(super) async fn settle(
    act: &mut Act,
    waiting: &Waiting,
    (settlement, by): (Settlement, Option<PersonId>),
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "UPDATE address_change SET settled_at = $3, settlement = $4, settled_by = $5, \
             settled_record = $6 WHERE org = $1 AND record = $2",
            args![org, waiting.record, now, settlement.word(), by, record],
        )
        .await?;
    Ok(())
}
