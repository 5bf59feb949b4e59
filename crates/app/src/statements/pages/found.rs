//! What the pages look up again and again, and how they say that there is nothing.

use std::collections::BTreeSet;

use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::web::Problem;

use crate::documents::{self, Document, DocumentId, Request, Version};
use crate::identity::{self, Role, Viewer};
use crate::ledger::{self, Place};
use crate::people;
use crate::shell::Shell;

/// An id from an address; anything that is not one is not there.
pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

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

/// A request that is put to this reader; for everybody else there is none.
pub(super) async fn own_request(
    db: &mut Conn,
    viewer: &Viewer,
    id: &str,
) -> Result<Request, Problem> {
    let request = documents::request(db, viewer.org, self::id(id)?).await?;
    request
        .filter(|request| request.signatory == viewer.person)
        .ok_or(Problem::NotFound)
}

pub(super) async fn name(db: &mut Conn, org: OrgId, person: PersonId) -> Result<String, Problem> {
    let person = people::person(db, org, person).await?;
    Ok(person.map_or_else(String::new, |person| person.name))
}

/// The version whose text a version changes: the last one signed before it. What was declined in
/// between is no step on the way; measured against it, a change of wording would look like more.
pub(super) fn compared_with(requests: &[Request], number: i64) -> Option<i64> {
    let before = requests.iter().filter(|request| request.version < number);
    let signed = before
        .filter(|request| request.is_signed())
        .map(|request| request.version)
        .max();
    signed.or(Some(number - 1).filter(|before| *before > 0))
}

pub(super) fn directs(viewer: &Viewer) -> bool {
    Role::DIRECTING.iter().any(|role| viewer.is(*role))
}

pub(super) fn reads(viewer: &Viewer) -> bool {
    Role::READERS.iter().any(|role| viewer.is(*role))
}

/// Where a record is in the log, in words.
pub(super) fn place(s: &Shell, place: Option<Place>) -> String {
    match place {
        Some(Place::At(index)) => s
            .say("statement-place-at")
            .with("index", index.to_string())
            .to_string(),
        Some(Place::Waiting) | None => s.t("statement-place-waiting"),
    }
}

pub(super) async fn place_of(
    db: &mut Conn,
    s: &Shell,
    org: OrgId,
    record: kit::id::RecordId,
) -> Result<String, Problem> {
    Ok(place(s, ledger::place(db, org, record).await?))
}

/// A file for the reader to keep.
pub(super) fn file(name: &str, media: &'static str, body: String) -> kit::web::Answer {
    use axum::http::header;
    use axum::response::IntoResponse;
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, body).into_response())
}

/// Who may say what a text contains: whoever directs, leads or audits here and did not write it.
pub(super) async fn confirmers(
    db: &mut Conn,
    s: &Shell,
    authors: &str,
) -> Result<Vec<String>, Problem> {
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
        names.push(name(db, org, person).await?);
    }
    Ok(names)
}
