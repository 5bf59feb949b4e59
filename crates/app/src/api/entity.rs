//! One thing with its tag, so that nobody overwrites what somebody else changed meanwhile.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::Digest;
use kit::web::{Answer, Problem};
use serde::Serialize;

/// Answers one thing as JSON with an `ETag`, or 304 when the reader has it already.
pub fn entity<T: Serialize>(thing: &T, asked: &Expected) -> Answer {
    let tag = tag_of(thing)?;
    let mut response: Response = if asked.known.as_deref() == Some(&*tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        axum::Json(thing).into_response()
    };
    let value = tag
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().insert(header::ETAG, value);
    Ok(response)
}

fn tag_of<T: Serialize>(thing: &T) -> Result<String, Problem> {
    let bytes = serde_json::to_vec(thing).map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    Ok(format!("\"{}\"", Digest::of(bytes).short()))
}

/// Which state of a thing the sender knows: `If-None-Match` when reading, `If-Match` when writing.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    known: Option<String>,
    required: Option<String>,
}

impl Expected {
    /// May the sender, who knows some state of this thing, change it as it is now?
    pub fn allows<T: Serialize>(&self, thing: &T) -> Result<(), Problem> {
        match &self.required {
            Some(required) if required != "*" && *required != tag_of(thing)? => Err(Problem::Stale),
            _ => Ok(()),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Expected {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Expected, Problem> {
        Ok(Expected {
            known: text(&parts.headers, header::IF_NONE_MATCH),
            required: text(&parts.headers, header::IF_MATCH),
        })
    }
}

/// The tag; a proxy that compressed the answer may have marked it as weak.
fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.trim_start_matches("W/").to_owned())
}
