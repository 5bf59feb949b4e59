//! What programs meet: one description, one way to page, one way to refuse, one way to try again.
//!
//! A slice keeps its endpoints in its own `api.rs` and enters their description in
//! [`crate::openapi`]. Lists are paged by [`Cursor`]; what creates something goes through [`once`];
//! refusals become problem documents (RFC 9457) at the edge of the product.

mod cursor;
mod entity;
mod member;
mod once;
mod store;

use std::time::Duration;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use kit::jobs::Duty;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};

use crate::App;
use crate::shell::{Access, Routes};

pub use cursor::{Cursor, Paging, list};
pub use entity::{Expected, entity};
pub use member::{present, said};
pub use once::{Key, Made, once};

pub fn routes() -> Routes {
    Routes::default().get("/api/v1/openapi.json", Access::Public, async || described())
}

pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "forget-requests",
        every: Duration::from_secs(3600),
        run: |app| Box::pin(async move { once::forget_old(&app).await }),
    }]
}

/// Why a request was not answered as asked (RFC 9457).
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProblemDocument {
    /// `urn:countersign:problem:not-found` and so on.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// A sentence for the person who reads the program's log.
    pub detail: String,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Countersign",
        version = "1",
        description = "Proof that management leads on information security. Lists are paged by cursor with a Link header; \
                       POST takes an Idempotency-Key; single things carry an ETag; refusals are problem documents (RFC 9457)."
    ),
    components(schemas(ProblemDocument)),
    security(("token" = []))
)]
struct Base;

/// The description of the whole interface (OpenAPI 3.1), from those of the slices.
pub fn document(
    slices: impl IntoIterator<Item = utoipa::openapi::OpenApi>,
) -> utoipa::openapi::OpenApi {
    let mut document = Base::openapi();
    for slice in slices {
        document.merge(slice);
    }
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    components.add_security_scheme("token", SecurityScheme::Http(bearer));
    document
}

fn described() -> Response {
    let text = serde_json::to_string(&crate::openapi())
        .expect("a description of texts, lists and maps is always JSON");
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}
