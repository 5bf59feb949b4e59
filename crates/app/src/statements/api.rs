//! Statements for programs: each with its versions, who signed them and where they hold.

use axum::extract::State;
use kit::Day;
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Problem};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::App;
use crate::api::{ProblemDocument, list};
use crate::documents::{self, Document, DocumentKind, Publication, Signature, Version};
use crate::identity::Role;
use crate::shell::{Access, Routes, Shell};

const ADDRESS: &str = "/api/v1/statements";

pub(super) fn routes() -> Routes {
    Routes::default().get(ADDRESS, Access::Any(Role::READERS), statements)
}

#[derive(OpenApi)]
#[openapi(
    paths(statements),
    components(schemas(
        StatementView,
        VersionView,
        SignatureView,
        PublicationView,
        StatementList
    ))
)]
pub(super) struct Described;

/// A statement through all its versions.
#[derive(Debug, Serialize, ToSchema)]
struct StatementView {
    id: String,
    title: String,
    language: String,
    /// The latest first.
    versions: Vec<VersionView>,
}

/// Exact bytes, for ever.
#[derive(Debug, Serialize, ToSchema)]
struct VersionView {
    number: i64,
    /// SHA-256 of the text.
    sha256: String,
    /// `first`, `material` or `editorial`
    change: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    effective_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_review_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<SignatureView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publication: Option<PublicationView>,
}

/// Who signed, as what, how strongly.
#[derive(Debug, Serialize, ToSchema)]
struct SignatureView {
    person: String,
    name: String,
    capacity: String,
    /// `L1`, an act in a session, or `L2`, a passkey over these bytes.
    level: String,
    signed_at: String,
    /// The record in the log.
    record: String,
}

/// Where a version was laid before everybody.
#[derive(Debug, Serialize, ToSchema)]
struct PublicationView {
    id: String,
    published_at: String,
    /// Signed, its day has come, and neither withdrawn nor replaced by a later publication.
    in_force: bool,
}

/// The statements.
#[derive(Debug, Serialize, ToSchema)]
struct StatementList {
    items: Vec<StatementView>,
    next: Option<String>,
}

/// Lists the statements with their versions, signatures and publications.
#[utoipa::path(get, path = "/api/v1/statements", tag = "statements", responses(
    (status = 200, body = StatementList, description = "The statements"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn statements(State(app): State<App>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let mut items = Vec::new();
    for document in documents::documents(&mut db, org, DocumentKind::Statement).await? {
        items.push(statement(&mut db, (org, s.today()), document).await?);
    }
    list(&items, ADDRESS, &[], None)
}

async fn statement(
    db: &mut Conn,
    (org, today): (OrgId, Day),
    document: Document,
) -> Result<StatementView, Problem> {
    let publications = documents::publications(db, org, document.id).await?;
    let mut versions = Vec::new();
    for version in documents::versions(db, org, document.id).await? {
        let signature =
            documents::signature_of_version(db, org, document.id, version.number).await?;
        let publication = publications.iter().find(|it| it.version == version.number);
        versions.push(version_view(version, signature, publication, today));
    }
    versions.sort_by_key(|version| -version.number);
    Ok(StatementView {
        id: document.id.to_string(),
        title: document.title,
        language: document.language.to_string(),
        versions,
    })
}

fn version_view(
    version: Version,
    signature: Option<Signature>,
    publication: Option<&Publication>,
    today: Day,
) -> VersionView {
    let has_come = version.effective_on.is_none_or(|from| from <= today);
    VersionView {
        number: version.number,
        sha256: version.digest.to_string(),
        change: version.change.to_string(),
        effective_on: version.effective_on.map(|day| day.to_string()),
        next_review_on: version.next_review_on.map(|day| day.to_string()),
        signature: signature.map(|signature| SignatureView {
            person: signature.person.to_string(),
            name: signature.name,
            capacity: signature.capacity,
            level: signature.level.to_string(),
            signed_at: signature.signed_at.to_string(),
            record: signature.record.to_string(),
        }),
        publication: publication.map(|publication| PublicationView {
            id: publication.id.to_string(),
            published_at: publication.published_at.to_string(),
            in_force: publication.is_current() && has_come,
        }),
    }
}
