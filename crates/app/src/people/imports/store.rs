//! Queries of imports and of remembered columns.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::reconcile::Reconciled;
use kit::{Act, Digest, Moment, args};
use record::kinds::PeopleImported;

use super::super::ImportId;
use super::super::facts::Fact;
use super::super::import::Mapping;

/// The meaning of the columns of files with these headings; one that cannot be read any more is forgotten.
pub(super) async fn remembered(
    db: &mut Conn,
    org: OrgId,
    headings: &str,
) -> Result<Option<Mapping>> {
    let found: Option<(String,)> = db
        .maybe(
            "SELECT mapping FROM import_mapping WHERE org = $1 AND headings = $2",
            args![org, headings],
        )
        .await?;
    Ok(found.and_then(|(mapping,)| serde_json::from_str(&mapping).ok()))
}

pub(super) async fn remember(
    db: &mut Conn,
    org: OrgId,
    headings: &str,
    mapping: &Mapping,
    now: Moment,
) -> Result<()> {
    db.run(
        "INSERT INTO import_mapping (org, headings, mapping, kept_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (org, headings) DO UPDATE SET mapping = excluded.mapping, kept_at = excluded.kept_at",
        args![org, headings, serde_json::to_string(mapping)?, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_import(
    act: &mut Act,
    id: ImportId,
    import: &PeopleImported,
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    act.db
        .run(
            "INSERT INTO people_import (org, id, source, file, rows, joiners, changes, leavers, \
             imported_by, imported_at, record) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                org,
                id,
                &import.source,
                import.file.to_string(),
                count(import.rows),
                count(import.joiners),
                count(import.changes),
                count(import.leavers),
                by,
                now,
                record
            ],
        )
        .await?;
    Ok(())
}

/// An import that was applied.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Import {
    pub(super) id: ImportId,
    pub(super) source: String,
    pub(super) file: Digest,
    pub(super) rows: i64,
    pub(super) joiners: i64,
    pub(super) changes: i64,
    pub(super) leavers: i64,
    pub(super) imported_by: Option<PersonId>,
    pub(super) imported_at: Moment,
    pub(super) undone_at: Option<Moment>,
}

macro_rules! imports {
    ($rest:literal) => {
        concat!(
            "SELECT id, source, file, rows, joiners, changes, leavers, imported_by, imported_at, \
             undone_at FROM people_import WHERE org = $1 ",
            $rest
        )
    };
}

pub(super) async fn import(db: &mut Conn, org: OrgId, id: ImportId) -> Result<Option<Import>> {
    db.maybe(imports!("AND id = $2"), args![org, id]).await
}

pub(super) async fn latest(db: &mut Conn, org: OrgId) -> Result<Vec<Import>> {
    db.all(imports!("ORDER BY id DESC LIMIT 20"), args![org])
        .await
}

pub(super) async fn mark_undone(act: &mut Act, id: ImportId) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "UPDATE people_import SET undone_at = $3 WHERE org = $1 AND id = $2",
            args![org, id, now],
        )
        .await?;
    Ok(())
}

/// A fact that an import changed: whose, which, from what to what.
pub(super) type Changed = (PersonId, Fact, Option<String>, Option<String>);

pub(super) async fn changes_of(db: &mut Conn, org: OrgId, id: ImportId) -> Result<Vec<Changed>> {
    db.all(
        "SELECT person, what, before, after FROM person_change WHERE org = $1 AND import = $2 \
         ORDER BY person, what",
        args![org, id],
    )
    .await
}

pub(super) async fn joiners_of(db: &mut Conn, org: OrgId, id: ImportId) -> Result<Vec<PersonId>> {
    let joiners: Vec<(PersonId,)> = db
        .all(
            "SELECT id FROM person WHERE org = $1 AND import = $2 ORDER BY id",
            args![org, id],
        )
        .await?;
    Ok(joiners.into_iter().map(|(id,)| id).collect())
}

/// Joiners of an import who have changed or done something since, or hold something.
pub(super) async fn joiners_in_use(
    db: &mut Conn,
    org: OrgId,
    id: ImportId,
) -> Result<Vec<PersonId>> {
    let in_use: Vec<(PersonId,)> = db
        .all(
            "SELECT p.id FROM person p WHERE p.org = $1 AND p.import = $2 AND ( \
               EXISTS (SELECT 1 FROM person_change c WHERE c.org = p.org AND c.person = p.id) \
               OR EXISTS (SELECT 1 FROM acknowledgement k WHERE k.org = p.org AND k.person = p.id) \
               OR EXISTS (SELECT 1 FROM appointment a WHERE a.org = p.org AND a.person = p.id) \
               OR EXISTS (SELECT 1 FROM role_grant g WHERE g.org = p.org AND g.person = p.id) \
               OR EXISTS (SELECT 1 FROM signature_request q WHERE q.org = p.org AND q.signatory = p.id)) \
             ORDER BY p.id",
            args![org, id],
        )
        .await?;
    Ok(in_use.into_iter().map(|(id,)| id).collect())
}

/// What the rows of this slice repeat of their records.
pub(in crate::people) const RECONCILED: &[Reconciled] = &[kit::reconciled! {
    "people_import" rests on ["people-imported"] {
        "id" => Same "/body/import",
        "source" => Same "/body/source",
        "file" => Same "/body/file",
        "rows" => Same "/body/rows",
        "joiners" => Same "/body/joiners",
        "changes" => Same "/body/changes",
        "leavers" => Same "/body/leavers",
        "imported_by" => Actor "/actor/pid",
        "imported_at" => Moment "/at",
    }
}];
