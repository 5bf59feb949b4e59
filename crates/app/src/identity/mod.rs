//! Signing in, and who may do what.
//!
//! A person comes in by passkey, by a six-digit code, or by a mail link that leads to one
//! obligation. Sessions live in the database as digests of their tokens. Roles are granted
//! with a beginning and an end; top management follows from the register and a line manager
//! from the reporting lines. Opening a link never changes anything.

mod grant;
mod role;
mod session;
mod store;
mod viewer;

use anyhow::Context;
use axum::http::HeaderMap;
use kit::Digest;
use kit::web::Problem;
use kit::words::Texts;

use crate::App;
use crate::shell::{Routes, cookie};

pub use grant::{CannotGrant, end_grant, grant};
pub use role::{Role, Roles};
pub use session::{open_session, session_cookie};
pub use viewer::{SignInMethod, Viewer};

kit::id!(
    /// A role given to somebody.
    pub GrantId, "grant"
);

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// The cookie of a session, and that of a mail link.
pub const SESSION: &str = "session";
pub const LINK: &str = "link";

pub fn routes() -> Routes {
    Routes::default()
}

/// Who sends this request? A mail link speaks for its person at the address it leads to;
/// everywhere else the session does.
pub(crate) async fn recognise(
    app: &App,
    headers: &HeaderMap,
    path: &str,
) -> Result<Option<Viewer>, Problem> {
    let by_session = match cookie(headers, SESSION) {
        Some(token) => viewer_of(app, store::session, &token).await?,
        None => None,
    };
    let by_link = match cookie(headers, LINK) {
        Some(token) => viewer_of(app, store::link, &token).await?,
        None => None,
    };
    Ok(match (by_session, by_link) {
        (Some(session), Some(link)) => {
            Some(if link.person != session.person && link.may_go(path) {
                link
            } else {
                session
            })
        }
        (session, link) => session.or(link),
    })
}

async fn viewer_of(
    app: &App,
    find: impl AsyncFn(&mut kit::db::Conn, Digest, kit::Moment) -> anyhow::Result<Option<store::Known>>,
    token: &str,
) -> Result<Option<Viewer>, Problem> {
    let now = app.clock.now();
    let mut db = app.read().await?;
    let session = Digest::of(token);
    let Some(known) = find(&mut db, session, now).await? else {
        return Ok(None);
    };
    let zone = jiff::tz::TimeZone::get(&known.time_zone).context("the organisation's time zone")?;
    let today = now.day(&zone);
    let roles = store::roles(&mut db, known.org, known.person, today).await?;
    Ok(Some(known.viewer(session, roles, zone)))
}
