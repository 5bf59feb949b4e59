//! Style sheet and script: built from `web/`, part of the binary, named by their digest so
//! that a browser may keep them for ever.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::routes::{Access, Routes};

const STYLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app.css"));
const SCRIPT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/app.js"));

pub(super) const STYLE_PATH: &str = concat!("/assets/", env!("APP_CSS_HASH"), ".css");
pub(super) const SCRIPT_PATH: &str = concat!("/assets/", env!("APP_JS_HASH"), ".js");

pub(super) fn routes() -> Routes {
    Routes::default()
        .get(STYLE_PATH, Access::Public, async || {
            asset("text/css; charset=utf-8", STYLE)
        })
        .get(SCRIPT_PATH, Access::Public, async || {
            asset("text/javascript; charset=utf-8", SCRIPT)
        })
}

fn asset(media: &'static str, bytes: &'static [u8]) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, bytes).into_response()
}
