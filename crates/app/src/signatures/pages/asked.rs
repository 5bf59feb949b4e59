//! What somebody is asked to sign: the request and the text that it is about.

use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Problem, id};

use crate::documents::{self, DocumentId, Request, Version};
use crate::identity::Viewer;

/// A request that is put to this reader; for everybody else there is none.
pub(super) async fn own_request(
    db: &mut Conn,
    viewer: &Viewer,
    request: &str,
) -> Result<Request, Problem> {
    let request = documents::request(db, viewer.org, id(request)?).await?;
    request
        .filter(|request| request.signatory == viewer.person)
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
