//! Queries about policies: how all of them stand, without reading their texts.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, Digest, Moment, args};

use crate::documents::{DocumentId, DocumentKind, PublicationId};

/// The draft of this kind, title and text, if somebody began it already.
pub(super) async fn begun(
    db: &mut Conn,
    org: OrgId,
    (kind, title, text): (DocumentKind, &str, Digest),
) -> Result<Option<DocumentId>> {
    let drafts: Vec<(DocumentId, String)> = db
        .all(
            "SELECT d.id, t.text FROM document d \
             JOIN draft t ON t.org = d.org AND t.document = d.id \
             WHERE d.org = $1 AND d.kind = $2 AND d.title = $3",
            args![org, kind, title],
        )
        .await?;
    let same = drafts
        .into_iter()
        .find(|(_, draft)| Digest::of(draft) == text);
    Ok(same.map(|(id, _)| id))
}

/// A policy in the list.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: DocumentId,
    pub(super) kind: DocumentKind,
    pub(super) title: String,
    pub(super) language: String,
    /// The last version ever laid before anybody.
    pub(super) last_version: Option<i64>,
    pub(super) approved_version: Option<i64>,
    pub(super) publication: Option<PublicationId>,
    pub(super) published_version: Option<i64>,
    pub(super) published_at: Option<Moment>,
    /// By the last review of the published version, or else by its text.
    pub(super) review_on: Option<Day>,
}

/// Every document of these kinds, by title. A firm has dozens.
pub(super) async fn policies(db: &mut Conn, org: OrgId) -> Result<Vec<Listed>> {
    db.all(
        "SELECT d.id, d.kind, d.title, d.language, \
           (SELECT MAX(v.number) FROM version v WHERE v.org = d.org AND v.document = d.id) \
             AS last_version, \
           (SELECT MAX(h.version) FROM approval h WHERE h.org = d.org AND h.document = d.id) \
             AS approved_version, \
           p.id AS publication, p.version AS published_version, p.published_at, \
           COALESCE((SELECT r.next_review_on FROM review r WHERE r.org = d.org \
               AND r.document = d.id AND r.version = p.version \
               ORDER BY r.reviewed_at DESC LIMIT 1), \
             (SELECT v.next_review_on FROM version v WHERE v.org = d.org \
               AND v.document = d.id AND v.number = p.version)) AS review_on \
         FROM document d \
         LEFT JOIN publication p ON p.org = d.org AND p.document = d.id \
           AND NOT EXISTS (SELECT 1 FROM publication l WHERE l.org = p.org \
             AND l.document = p.document AND l.version > p.version) \
           AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.org = p.org \
             AND w.publication = p.id) \
         WHERE d.org = $1 AND d.kind <> $2 ORDER BY d.title, d.id",
        args![org, DocumentKind::Statement],
    )
    .await
}
