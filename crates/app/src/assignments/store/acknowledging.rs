//! What somebody acknowledged.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::{Act, Day, args};

use super::super::acknowledge::Acknowledgement;
use crate::documents::PublicationId;

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

pub(in crate::assignments) async fn insert(act: &mut Act, given: &Acknowledgement) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO acknowledgement (org, publication, person, id, digest, level, method, \
             words, language, acknowledged_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                org,
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
            ],
        )
        .await?;
    Ok(())
}
