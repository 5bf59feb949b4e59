//! Files on which the register of top management rests, with where they come from.

use anyhow::Result;
use kit::db::Conn;
use kit::id::OrgId;
use rules::facts::{Attachment, AttachmentKind};

use super::store;

/// Each file once for each entry that rests on it.
pub(super) async fn read(db: &mut Conn, org: OrgId) -> Result<Vec<Attachment>> {
    let rows = store::attachments(db, org).await?;
    Ok(rows.into_iter().map(attachment).collect())
}

/// The entry itself says what the file is an extract of; who added the file took it from there.
fn attachment(row: store::AttachmentRow) -> Attachment {
    Attachment {
        id: row.person,
        name: row.name,
        subject: row.basis.clone(),
        recorded_at: row.recorded_at.timestamp(),
        kind: AttachmentKind::Document,
        source_system: Some(row.basis),
        captured_at: Some(row.added_at.timestamp()),
        captured_by: row.added_by,
        population: None,
        from_feed: false,
    }
}
