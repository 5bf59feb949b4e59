//! What one person owes, and what they have done.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Day, Moment, args};

use super::declinings::is_declined;
use crate::documents::{DocumentKind, PublicationId};

/// A text that somebody owes to read and acknowledge.
#[derive(Clone, Debug, FromRow)]
pub struct Owed {
    pub publication: PublicationId,
    pub kind: DocumentKind,
    pub title: String,
    /// Characters of the text, from which minutes to read follow.
    pub length: i64,
    pub asked_by: String,
    pub assigned_at: Moment,
    pub due_on: Day,
}

impl Owed {
    /// Minutes to read, at 1,200 characters each; at least one.
    pub fn minutes(&self) -> i64 {
        (self.length as u64).div_ceil(1200).max(1) as i64
    }
}

/// What a person owes now, the earliest due first. What is withdrawn or superseded is not owed,
/// and whoever declined has answered.
pub async fn owed_by(db: &mut Conn, org: OrgId, person: PersonId) -> Result<Vec<Owed>> {
    db.all(
        concat!(
            "SELECT a.publication, o.kind, v.title, \
                CAST(LENGTH(v.text) AS BIGINT) AS length, q.name AS asked_by, \
                a.assigned_at, a.due_on \
         FROM assignment a \
         JOIN publication p ON p.org = a.org AND p.id = a.publication \
         JOIN document o ON o.org = p.org AND o.id = p.document \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         JOIN person q ON q.org = p.org AND q.id = p.published_by \
         LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE a.org = $1 AND a.person = $2 AND k.person IS NULL AND w.publication IS NULL \
           AND NOT EXISTS (SELECT 1 FROM publication l WHERE l.org = p.org \
             AND l.document = p.document AND l.version > p.version) AND NOT ",
            is_declined!(),
            " ORDER BY a.due_on, a.publication"
        ),
        args![org, person],
    )
    .await
}

/// Something that somebody acknowledged.
#[derive(Clone, Debug, FromRow)]
pub struct Done {
    pub publication: PublicationId,
    pub title: String,
    pub version: i64,
    pub acknowledged_at: Moment,
}

/// What a person acknowledged lately, the newest first.
pub async fn done_by(db: &mut Conn, org: OrgId, person: PersonId, most: i64) -> Result<Vec<Done>> {
    db.all(
        "SELECT k.publication, v.title, v.number AS version, k.acknowledged_at \
         FROM acknowledgement k \
         JOIN publication p ON p.org = k.org AND p.id = k.publication \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         WHERE k.org = $1 AND k.person = $2 ORDER BY k.acknowledged_at DESC, k.id DESC LIMIT $3",
        args![org, person, most],
    )
    .await
}
