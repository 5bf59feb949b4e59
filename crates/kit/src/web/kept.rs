//! What an address names, and what a reader takes home.

use std::str::FromStr;

use axum::body::Body;
use axum::http::header;
use axum::response::IntoResponse;

use super::{Answer, Problem};

/// An id from an address; anything that is not one is not there.
pub fn id<T: FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// A file for the reader to keep.
pub fn file(name: &str, media: &'static str, body: impl Into<Body>) -> Answer {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, body.into()).into_response())
}
