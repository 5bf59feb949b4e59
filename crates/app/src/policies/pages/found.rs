//! What the pages of policies look up again and again.

use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Problem, id};

use crate::documents::{self, Document, DocumentId, DocumentKind};

/// A policy, a guideline or the approval matrix; a statement is not found here.
pub(super) async fn policy(db: &mut Conn, org: OrgId, text: &str) -> Result<Document, Problem> {
    let id: DocumentId = id(text)?;
    let found = documents::document(db, org, id).await?;
    found
        .filter(|found| found.kind != DocumentKind::Statement)
        .ok_or(Problem::NotFound)
}
