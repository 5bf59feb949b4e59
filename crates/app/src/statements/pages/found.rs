//! What the pages look up again and again, and how they say that there is nothing.

use std::collections::BTreeSet;

use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::web::Problem;

use crate::documents::{self, Document, DocumentId, DocumentKind};
use crate::identity::{self, Role};
use crate::people;
use crate::shell::Shell;

pub(super) async fn document(
    db: &mut Conn,
    org: OrgId,
    id: DocumentId,
) -> Result<Document, Problem> {
    documents::document(db, org, id)
        .await?
        .filter(|found| found.kind == DocumentKind::Statement)
        .ok_or(Problem::NotFound)
}

/// Who may say what a text contains: whoever directs, leads or audits here and did not write it.
pub async fn confirmers(db: &mut Conn, s: &Shell, authors: &str) -> Result<Vec<String>, Problem> {
    let (org, today) = (s.reader()?.org, s.today());
    let mut found: BTreeSet<PersonId> = people::serving(db, org, today)
        .await?
        .into_iter()
        .map(|member| member.person)
        .collect();
    let roles = [
        Role::SecurityManager,
        Role::InternalAuditor,
        Role::Consultant,
    ];
    found.extend(identity::holders(db, org, &roles, today).await?);
    found.retain(|person| !documents::wrote(authors, *person));
    let mut names = Vec::with_capacity(found.len());
    for person in found {
        names.push(people::name(db, org, person).await?);
    }
    Ok(names)
}
