//! Queries of documents, drafts, versions and confirmed contents.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Digest, args};

use super::super::model::{Confirmation, Document, DocumentKind, Draft, Version};
use super::super::{DocumentId, NewDocument};

/// The columns of a version, and which rows.
macro_rules! versions_where {
    ($where:literal) => {
        concat!(
            "SELECT document, number, title, language, text, digest, author, authors, change, \
                    effective_on, next_review_on, made_at \
             FROM version ",
            $where
        )
    };
}

pub async fn document(db: &mut Conn, org: OrgId, id: DocumentId) -> Result<Option<Document>> {
    db.maybe(
        "SELECT id, kind, title, language, created_by, created_at FROM document \
         WHERE org = $1 AND id = $2",
        args![org, id],
    )
    .await
}

/// The documents of a kind, the newest first.
pub async fn documents(db: &mut Conn, org: OrgId, kind: DocumentKind) -> Result<Vec<Document>> {
    db.all(
        "SELECT id, kind, title, language, created_by, created_at FROM document \
         WHERE org = $1 AND kind = $2 ORDER BY created_at DESC, id DESC",
        args![org, kind],
    )
    .await
}

pub(in crate::documents) async fn insert_document(
    act: &mut Act,
    id: DocumentId,
    new: &NewDocument,
    by: PersonId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO document (org, id, kind, title, language, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, id, new.kind, &new.title, new.language, by, now],
        )
        .await?;
    Ok(())
}

pub async fn draft(db: &mut Conn, org: OrgId, document: DocumentId) -> Result<Option<Draft>> {
    db.maybe(
        "SELECT text, author, authors, saved_at FROM draft WHERE org = $1 AND document = $2",
        args![org, document],
    )
    .await
}

pub(in crate::documents) async fn keep_draft(
    act: &mut Act,
    document: DocumentId,
    (text, author, authors): (&str, PersonId, &str),
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO draft (org, document, text, author, authors, saved_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (org, document) DO UPDATE SET \
             text = excluded.text, author = excluded.author, authors = excluded.authors, \
             saved_at = excluded.saved_at",
            args![org, document, text, author, authors, now],
        )
        .await?;
    Ok(())
}

/// The draft became a version and is no longer one.
pub(in crate::documents) async fn end_draft(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
) -> Result<()> {
    db.run(
        "DELETE FROM draft WHERE org = $1 AND document = $2",
        args![org, document],
    )
    .await?;
    Ok(())
}

pub async fn version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    number: i64,
) -> Result<Option<Version>> {
    db.maybe(
        versions_where!("WHERE org = $1 AND document = $2 AND number = $3"),
        args![org, document, number],
    )
    .await
}

/// The exact text of a version that there is, such as that of a publication.
pub async fn text_of(
    db: &mut Conn,
    org: OrgId,
    (document, version): (DocumentId, i64),
) -> Result<String> {
    let (text,): (String,) = db
        .one(
            "SELECT text FROM version WHERE org = $1 AND document = $2 AND number = $3",
            args![org, document, version],
        )
        .await?;
    Ok(text)
}

/// Every version, the newest first.
pub async fn versions(db: &mut Conn, org: OrgId, document: DocumentId) -> Result<Vec<Version>> {
    db.all(
        versions_where!("WHERE org = $1 AND document = $2 ORDER BY number DESC"),
        args![org, document],
    )
    .await
}

pub async fn last_version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
) -> Result<Option<Version>> {
    db.maybe(
        versions_where!("WHERE org = $1 AND document = $2 ORDER BY number DESC LIMIT 1"),
        args![org, document],
    )
    .await
}

/// The last version before number `before` that everybody it needed has signed: what a new text is
/// compared with.
pub async fn last_signed(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    before: i64,
) -> Result<Option<Version>> {
    db.maybe(
        versions_where!(
            "WHERE org = $1 AND document = $2 AND number < $3 AND EXISTS \
               (SELECT 1 FROM approval a WHERE a.org = version.org \
                AND a.document = version.document AND a.version = version.number) \
             ORDER BY number DESC LIMIT 1"
        ),
        args![org, document, before],
    )
    .await
}

pub(in crate::documents) async fn insert_version(act: &mut Act, version: &Version) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO version (org, document, number, title, language, text, digest, author, \
             authors, change, effective_on, next_review_on, made_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            args![
                org,
                version.document,
                version.number,
                &version.title,
                version.language,
                &version.text,
                version.digest,
                version.author,
                &version.authors,
                version.change,
                version.effective_on,
                version.next_review_on,
                version.made_at
            ],
        )
        .await?;
    Ok(())
}

/// What others found in exactly this text, in the order of the items.
pub async fn confirmations(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    digest: Digest,
) -> Result<Vec<Confirmation>> {
    db.all(
        "SELECT c.item, c.heading, c.confirmed_by, p.name, c.confirmed_at, c.record \
         FROM contents_confirmation c JOIN person p ON p.org = c.org AND p.id = c.confirmed_by \
         WHERE c.org = $1 AND c.document = $2 AND c.digest = $3 \
         ORDER BY c.item, c.confirmed_at",
        args![org, document, digest],
    )
    .await
}

pub(in crate::documents) async fn insert_confirmations(
    act: &mut Act,
    (document, digest): (DocumentId, Digest),
    items: &[(i64, String)],
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let rows = items
        .iter()
        .map(|(item, heading)| args![org, document, digest, *item, heading, by, now, record])
        .collect();
    act.db
        .insert_many(
            "INSERT INTO contents_confirmation \
             (org, document, digest, item, heading, confirmed_by, confirmed_at, record)",
            rows,
            "",
        )
        .await?;
    Ok(())
}
