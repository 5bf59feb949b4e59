//! Everything that one person was ever asked to acknowledge, version by version.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Day, Moment, args};

use super::super::model::Assigned;
use super::declinings::is_declined;
use crate::documents::PublicationId;

/// One text that a person was asked to acknowledge, and what became of it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Past {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) title: String,
    pub(in crate::assignments) version: i64,
    pub(in crate::assignments) assigned_at: Moment,
    pub(in crate::assignments) due_on: Day,
    pub(in crate::assignments) late_since: Option<Day>,
    pub(in crate::assignments) acknowledged_at: Option<Moment>,
    pub(in crate::assignments) is_declined: bool,
    pub(in crate::assignments) withdrawn_at: Option<Moment>,
    /// When a later version took its place.
    pub(in crate::assignments) superseded_at: Option<Moment>,
    /// Letters that reminded of it, by schedule or by hand.
    pub(in crate::assignments) reminders: i64,
}

impl Past {
    pub(in crate::assignments) fn assigned(&self) -> Assigned {
        Assigned {
            due_on: self.due_on,
            late_since: self.late_since,
            acknowledged_at: self.acknowledged_at,
            is_declined: self.is_declined,
            left_on: None,
        }
    }

    /// When it was no longer asked for.
    pub(in crate::assignments) fn ended_at(&self) -> Option<Moment> {
        self.withdrawn_at
            .into_iter()
            .chain(self.superseded_at)
            .min()
    }
}

/// The newest first.
pub(in crate::assignments) async fn of(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    most: i64,
) -> Result<Vec<Past>> {
    db.all(
        concat!(
            "SELECT a.publication, v.title, p.version, a.assigned_at, a.due_on, a.late_since, \
               k.acknowledged_at, ",
            is_declined!(),
            " AS is_declined, w.withdrawn_at, \
               (SELECT MIN(l.published_at) FROM publication l WHERE l.org = p.org \
                 AND l.document = p.document AND l.version > p.version) AS superseded_at, \
               (SELECT COUNT(*) FROM reminder r WHERE r.org = a.org \
                 AND r.publication = a.publication AND r.person = a.person \
                 AND r.kind IN ('reminded', 'nudged')) AS reminders \
             FROM assignment a \
             JOIN publication p ON p.org = a.org AND p.id = a.publication \
             JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
             LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
             LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
               AND k.person = a.person \
             WHERE a.org = $1 AND a.person = $2 \
             ORDER BY a.assigned_at DESC, a.publication DESC LIMIT $3"
        ),
        args![org, person, most],
    )
    .await
}
