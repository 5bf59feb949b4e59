//! Doing something once, however often a program asks for it.
//!
//! A network that breaks after the work and before the answer leaves the sender in doubt. With
//! an `Idempotency-Key` it may simply ask again: the answer is kept in the same transaction as
//! the work, for a day, and given again.

use anyhow::Result;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use kit::web::{Answer, Problem};
use kit::{Act, Digest};

use super::store::{self, Answered};
use crate::App;
use crate::identity::Viewer;

const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// The sender's name for one request, if it gave one.
#[derive(Clone, Debug)]
pub struct Key(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Key, Problem> {
        let Some(key) = parts.headers.get("idempotency-key") else {
            return Ok(Key(None));
        };
        match key.to_str() {
            Ok(key) if (1..=255).contains(&key.len()) => Ok(Key(Some(key.to_owned()))),
            _ => Err(Problem::Invalid(
                "An Idempotency-Key has 1 to 255 visible characters.".to_owned(),
            )),
        }
    }
}

/// Something that a request made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its address.
    pub location: String,
    /// Its JSON.
    pub body: serde_json::Value,
}

/// Does the work and answers 201, or answers as before where this key was seen already.
/// `request` is everything that the work depends on.
pub async fn once<F>(app: &App, viewer: &Viewer, key: Key, request: &[u8], work: F) -> Answer
where
    F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<Made, Problem>> + Send + 'static,
{
    let request = Digest::of(request);
    let (made, again) = app
        .act(viewer, move |act| Box::pin(decide(act, key, request, work)))
        .await?;
    let mut response: Response = (StatusCode::CREATED, axum::Json(made.body)).into_response();
    let location = made
        .location
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().insert(header::LOCATION, location);
    if again {
        let yes = HeaderValue::from_static("true");
        response.headers_mut().insert("idempotency-replayed", yes);
    }
    Ok(response)
}

async fn decide<F>(
    act: &mut Act,
    key: Key,
    request: Digest,
    work: F,
) -> Result<(Made, bool), Problem>
where
    F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<Made, Problem>> + Send + 'static,
{
    let Some(key) = key.0 else {
        return Ok((work(act).await?, false));
    };
    let person = act.person()?;
    act.db
        .lock(&format!("{}/{person}/{key}", act.org()))
        .await?;
    let since = act.now().minus(KEPT);
    match store::answered(act, person, &key, since).await? {
        Some(answered) if answered.request != request => Err(Problem::Refused(
            "This Idempotency-Key was used for another request.".to_owned(),
        )),
        Some(Answered { location, body, .. }) => {
            let body = serde_json::from_str(&body).map_err(anyhow::Error::from)?;
            Ok((Made { location, body }, true))
        }
        None => {
            let made = work(act).await?;
            store::keep(act, person, &key, request, &made).await?;
            Ok((made, false))
        }
    }
}

/// A day later nobody asks again.
pub(super) async fn forget_old(app: &App) -> Result<()> {
    let before = app.clock.now().minus(KEPT);
    if !store::has_older(&mut app.read().await?, before).await? {
        return Ok(());
    }
    kit::act::plainly(&app.db, move |db| Box::pin(store::forget(db, before))).await
}
