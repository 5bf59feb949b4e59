//! What somebody acknowledged.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Act, Day, Digest, args};

use super::super::acknowledge::Acknowledgement;
use crate::documents::{DocumentId, DocumentKind, PublicationId};

/// What somebody was asked to acknowledge, without its text, and whether they have.
#[derive(Debug, FromRow)]
pub(in crate::assignments) struct Asked {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) document: DocumentId,
    pub(in crate::assignments) kind: DocumentKind,
    pub(in crate::assignments) version: i64,
    pub(in crate::assignments) title: String,
    pub(in crate::assignments) language: Language,
    pub(in crate::assignments) digest: Digest,
    pub(in crate::assignments) is_current: bool,
    pub(in crate::assignments) is_done: bool,
}

/// Everything that decides about an acknowledgement, with one look: it is taken while others wait.
pub(in crate::assignments) async fn asked(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<Option<Asked>> {
    db.maybe(
        "SELECT a.publication, p.document, d.kind, p.version, v.title, v.language, v.digest, \
                w.publication IS NULL AND NOT EXISTS (SELECT 1 FROM publication l \
                  WHERE l.org = p.org AND l.document = p.document AND l.version > p.version) \
                  AS is_current, \
                k.person IS NOT NULL AS is_done \
         FROM assignment a \
         JOIN publication p ON p.org = a.org AND p.id = a.publication \
         JOIN document d ON d.org = p.org AND d.id = p.document \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE a.org = $1 AND a.publication = $2 AND a.person = $3",
        args![org, publication, person],
    )
    .await
}

/// Does this person owe, or did they owe, this publication?
pub(in crate::assignments) async fn is_asked(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<bool> {
    Ok(due_on(db, org, publication, person).await?.is_some())
}

/// By when this person owes a publication; `None` for somebody who was not asked.
pub(in crate::assignments) async fn due_on(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<Option<Day>> {
    let found: Option<(Day,)> = db
        .maybe(
            "SELECT due_on FROM assignment WHERE org = $1 AND publication = $2 AND person = $3",
            args![org, publication, person],
        )
        .await?;
    Ok(found.map(|(due_on,)| due_on))
}

pub(in crate::assignments) async fn acknowledgement(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<Option<Acknowledgement>> {
    db.maybe(
        "SELECT id, publication, person, digest, level, method, words, language, \
                acknowledged_at, record FROM acknowledgement \
         WHERE org = $1 AND publication = $2 AND person = $3",
        args![org, publication, person],
    )
    .await
}

pub(in crate::assignments) fn insert(act: &mut Act, given: &Acknowledgement) {
    let row = args![
        act.org(),
        given.publication,
        given.person,
        given.id,
        given.digest,
        given.level,
        given.method,
        &given.words,
        given.language,
        given.acknowledged_at,
        given.record
    ];
    act.db.insert_soon(
        "INSERT INTO acknowledgement (org, publication, person, id, digest, level, method, \
         words, language, acknowledged_at, record)",
        vec![row],
        "",
    );
}
