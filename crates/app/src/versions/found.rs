//! What the pages look up again and again.

use kit::db::Conn;
use kit::id::OrgId;
use kit::web::Problem;

use crate::documents::{self, Document, DocumentId, DocumentKind, Version};

pub(super) async fn document(
    db: &mut Conn,
    org: OrgId,
    id: DocumentId,
) -> Result<Document, Problem> {
    documents::document(db, org, id)
        .await?
        .ok_or(Problem::NotFound)
}

pub(super) async fn version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    number: i64,
) -> Result<Version, Problem> {
    documents::version(db, org, document, number)
        .await?
        .ok_or(Problem::NotFound)
}

/// What the list of a kind is called.
pub(super) fn listed_as(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Statement => "statements-title",
        _ => "policies-title",
    }
}
