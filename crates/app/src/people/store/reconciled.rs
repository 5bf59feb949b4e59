//! What the rows about people repeat of their records.

use anyhow::Result;
use futures_util::stream::BoxStream;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::reconcile::Reconciled;
use kit::{Day, Moment, args};

/// What the rows of this slice repeat of their records; the rest is for `people::roster`.
pub(in crate::people) const RECONCILED: &[Reconciled] = &[
    kit::reconciled! {
        "person" rests on ["person-joined"] where is_first {
            "id" => Same "/body/person",
            "joined_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "person_change" rests on ["person-changed", "person-left", "person-joined"] where is_later {
            "person" => Same "/body/person",
            "changed_by" => Actor "/actor/pid",
            "changed_at" => Moment "/at",
        }
    },
];

/// The record that brought a person.
fn is_first(said: &serde_json::Value) -> bool {
    said["rev"] == 1
}

/// A record of what became of a person; joining again is one.
fn is_later(said: &serde_json::Value) -> bool {
    !is_first(said)
}

/// One of the records of a person, beside what is known of that person now.
#[derive(Debug, FromRow)]
pub(in crate::people) struct Told {
    pub(in crate::people) id: PersonId,
    pub(in crate::people) name: String,
    pub(in crate::people) unit: Option<String>,
    pub(in crate::people) manager: Option<PersonId>,
    pub(in crate::people) started_on: Day,
    pub(in crate::people) left_on: Option<Day>,
    pub(in crate::people) left_at: Option<Moment>,
    pub(in crate::people) idx: Option<i64>,
    pub(in crate::people) record: Vec<u8>,
    /// The concealed name that goes with the record.
    pub(in crate::people) disclosed: Option<String>,
}

/// The records of everybody, person by person, in the order in which they were made.
pub(in crate::people) async fn told(
    db: &mut Conn,
    org: OrgId,
) -> Result<BoxStream<'_, Result<Told>>> {
    db.stream(
        "SELECT p.id, p.name, p.unit, p.manager, p.started_on, p.left_on, p.left_at, l.idx, \
         r.bytes AS record, d.text AS disclosed FROM \
           (SELECT org, id AS person, record FROM person WHERE org = $1 \
            UNION SELECT org, person, record FROM person_change WHERE org = $1) c \
         JOIN person p ON p.org = c.org AND p.id = c.person \
         JOIN record r ON r.org = c.org AND r.id = c.record \
         JOIN leaf l ON l.org = c.org AND l.id = c.record \
         LEFT JOIN disclosure d ON d.org = c.org AND d.record = c.record AND d.name = 'name' \
         WHERE c.org = $1 ORDER BY p.id, r.rev",
        args![org],
    )
    .await
}
