//! Sessions: a token in a cookie, its digest in the database.

use anyhow::Result;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use jiff::SignedDuration;
use kit::Digest;
use kit::id::{OrgId, PersonId};
use kit::web::Problem;

use super::{LINK, SESSION, SignInMethod, store};
use crate::App;
use crate::shell::cookie;

/// How long a session lasts.
const LASTS: SignedDuration = SignedDuration::from_hours(12);

/// Opens a session and gives back its token: the only time that it exists outside a cookie.
pub async fn open_session(
    app: &App,
    org: OrgId,
    person: PersonId,
    method: SignInMethod,
) -> Result<String> {
    let token = app.dice.token();
    let digest = Digest::of(&token);
    let now = app.clock.now();
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::insert_session(
            db,
            (org, person),
            (digest, method),
            (now, now.plus(LASTS)),
        ))
    })
    .await?;
    Ok(token)
}

/// Hands a session's token to the browser. A mail link that was opened there before goes: else it
/// would speak again when the session is over, to whoever sits there then.
pub fn let_in(app: &App, response: &mut Response, token: &str) -> Result<(), Problem> {
    let age = LASTS.as_secs();
    set_cookie(response, &lasting(app, SESSION, token, age))?;
    set_cookie(response, &gone(LINK))
}

/// Ends the session of this browser, in the database too, and takes session and link from it.
pub(super) async fn let_out(
    app: &App,
    headers: &HeaderMap,
    response: &mut Response,
) -> Result<(), Problem> {
    if let Some(token) = cookie(headers, SESSION) {
        let (token, now) = (Digest::of(token), app.clock.now());
        kit::act::plainly(&app.db, move |db| {
            Box::pin(store::end_any_session(db, token, now))
        })
        .await?;
    }
    set_cookie(response, &gone(SESSION))?;
    set_cookie(response, &gone(LINK))
}

/// A cookie for every page of ours, for so many seconds; no script reads it.
pub(super) fn lasting(app: &App, name: &str, value: &str, seconds: i64) -> String {
    let secure = if app.address.scheme() == "https" {
        "; Secure"
    } else {
        ""
    };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

fn gone(name: &str) -> String {
    format!("{name}=; Path=/; Max-Age=0")
}

pub(super) fn set_cookie(response: &mut Response, cookie: &str) -> Result<(), Problem> {
    let value: HeaderValue = cookie
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(())
}
