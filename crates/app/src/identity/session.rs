//! Sessions: a token in a cookie, its digest in the database.

use anyhow::Result;
use jiff::SignedDuration;
use kit::Digest;
use kit::id::{OrgId, PersonId};

use super::{SESSION, SignInMethod, store};
use crate::App;

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

/// The `Set-Cookie` value that carries a session's token.
pub fn session_cookie(app: &App, token: &str) -> String {
    let secure = if app.address.scheme() == "https" {
        "; Secure"
    } else {
        ""
    };
    let age = LASTS.as_secs();
    format!("{SESSION}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}
