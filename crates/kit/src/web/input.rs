//! Input that is checked before a handler sees it.
//!
//! A NUL can be stored by one of our databases and not by the other, and is never meant by a
//! person: it is refused here, for every form, query and JSON body alike.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::Problem;

/// A form sent by a page.
#[derive(Debug)]
pub struct Form<T>(pub T);

/// The query of an address.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// A JSON body.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Form<T>, Problem> {
        let body = body(request, state, "application/x-www-form-urlencoded").await?;
        let text = str::from_utf8(&body).map_err(|_| not_text())?;
        decode(text).map(Form)
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query<T>, Problem> {
        decode(parts.uri.query().unwrap_or_default()).map(Query)
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Json<T>, Problem> {
        let body = body(request, state, "application/json").await?;
        let text = str::from_utf8(&body).map_err(|_| not_text())?;
        if text.contains("\\u0000") {
            return Err(nul());
        }
        // A list would fill the members of a struct in their order, which nobody means.
        if !text.trim_start().starts_with('{') {
            return Err(Problem::Invalid(
                "The body is not a JSON object.".to_owned(),
            ));
        }
        serde_json::from_str(text)
            .map(Json)
            .map_err(|e| Problem::Invalid(e.to_string()))
    }
}

async fn body<S: Send + Sync>(request: Request, state: &S, media: &str) -> Result<Bytes, Problem> {
    let sent = request
        .headers()
        .get("content-type")
        .and_then(|value| value.to_str().ok());
    if !sent.is_some_and(|sent| {
        sent.split(';')
            .next()
            .is_some_and(|sent| sent.trim() == media)
    }) {
        return Err(Problem::Invalid(format!("This address takes {media}.")));
    }
    Bytes::from_request(request, state)
        .await
        .map_err(|_| Problem::TooLarge)
}

fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    if text.contains("%00") || text.contains('\0') {
        return Err(nul());
    }
    if !is_text(text) {
        return Err(not_text());
    }
    serde_html_form::from_str(text).map_err(|e| Problem::Invalid(e.to_string()))
}

/// Is a form still text once its `%XX` are bytes again? Its parser would put a question mark in
/// place of what is not, and then something else would be recorded than what was sent.
fn is_text(form: &str) -> bool {
    let mut bytes = Vec::with_capacity(form.len());
    let mut rest = form.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let escaped = escaped.and_then(|digits| hex::decode(digits).ok());
        bytes.push(escaped.as_ref().map_or(*first, |byte| byte[0]));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    str::from_utf8(&bytes).is_ok()
}

fn nul() -> Problem {
    Problem::Invalid("The text contains a NUL character, which no text needs.".to_owned())
}

fn not_text() -> Problem {
    Problem::Invalid("The request is not text in UTF-8.".to_owned())
}
