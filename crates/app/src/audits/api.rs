//! Evidence packs for programs: which were issued, and their bytes.

use axum::extract::{Path, State};
use kit::web::Answer;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::pages::{READERS, download, find};
use super::store::{self, PackRow};
use crate::App;
use crate::api::{Expected, ProblemDocument, entity, list};
use crate::shell::{Routes, Shell};

const PACKS: &str = "/api/v1/packs";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get(PACKS, READERS, packs)
        .get("/api/v1/packs/{pack}", READERS, pack)
        .get("/api/v1/packs/{pack}/file", READERS, file)
}

#[derive(OpenApi)]
#[openapi(paths(packs, pack, file), components(schemas(PackView, PackList)))]
pub(super) struct Described;

/// An evidence pack that was issued.
#[derive(Debug, Serialize, ToSchema)]
struct PackView {
    id: String,
    /// `YYYY-MM-DD`, the day as at which it answers.
    as_of: String,
    /// How many entries of the log it covers.
    entries: i64,
    /// SHA-256 of the file.
    sha256: String,
    bytes: i64,
    issued_at: String,
    /// The id of the person; absent when the software issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_by: Option<String>,
    /// Where its bytes are.
    file: String,
}

impl From<PackRow> for PackView {
    fn from(pack: PackRow) -> PackView {
        PackView {
            as_of: pack.as_of.to_string(),
            entries: pack.size,
            sha256: pack.digest.to_string(),
            bytes: pack.bytes,
            issued_at: pack.issued_at.to_string(),
            issued_by: pack.issued_by.map(|person| person.to_string()),
            file: format!("{PACKS}/{}/file", pack.id),
            id: pack.id.to_string(),
        }
    }
}

/// The packs that were issued.
#[derive(Debug, Serialize, ToSchema)]
struct PackList {
    items: Vec<PackView>,
    next: Option<String>,
}

/// Lists the packs that were issued, the latest first.
#[utoipa::path(get, path = "/api/v1/packs", tag = "packs", responses(
    (status = 200, body = PackList, description = "The packs"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn packs(State(app): State<App>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let packs = store::packs(&mut app.read().await?, org).await?;
    let items: Vec<PackView> = packs.into_iter().map(PackView::from).collect();
    list(&items, PACKS, &[], None)
}

/// One pack.
#[utoipa::path(get, path = "/api/v1/packs/{pack}", tag = "packs", params(("pack" = String, Path, description = "`pack_…`")), responses(
    (status = 200, body = PackView, description = "The pack, with an ETag"),
    (status = 304, description = "Not changed since the ETag in If-None-Match"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn pack(State(app): State<App>, s: Shell, Path(id): Path<String>, asked: Expected) -> Answer {
    entity(&PackView::from(find(&app, &s, &id).await?), &asked)
}

/// The bytes of a pack, a ZIP.
#[utoipa::path(get, path = "/api/v1/packs/{pack}/file", tag = "packs", params(("pack" = String, Path, description = "`pack_…`")), responses(
    (status = 200, body = Vec<u8>, content_type = "application/zip", description = "The pack"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn file(app: State<App>, s: Shell, id: Path<String>) -> Answer {
    download(app, s, id).await
}
