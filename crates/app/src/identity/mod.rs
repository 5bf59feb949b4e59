//! Signing in, and who may do what.
//!
//! A person comes in by passkey, by a six-digit code, or by a mail link that leads to one
//! obligation. Sessions live in the database as digests of their tokens. Roles are granted
//! with a beginning and an end; top management follows from the register and a line manager
//! from the reporting lines. Opening a link never changes anything.

pub mod ceremony;
pub mod link;
pub mod passkeys;
mod preferences;
mod role;
mod roles;
pub(crate) mod secrets;
mod session;
mod sign_in;
mod store;
mod viewer;

use std::time::Duration;

use anyhow::Context;
use axum::http::{HeaderMap, header};
use kit::id::PersonId;
use kit::jobs::Duty;
use kit::reconcile::Reconciled;
use kit::web::Problem;
use kit::words::Texts;
use kit::{Act, Digest};

use crate::App;
use crate::shell::{Routes, cookie};

pub use passkeys::{Passkey, passkeys_of};
pub use role::{Role, Roles};
pub use roles::{CannotGrant, end_grant, grant, holders};
pub use secrets::Secrets;
pub use session::{let_in, open_session};
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

/// The same for everybody, and answered while the database is away: nobody is looked up for it.
const IMPERSONAL: [&str; 4] = ["/assets/", "/healthz", "/readyz", "/metrics"];

pub fn routes() -> Routes {
    [
        sign_in::routes(),
        link::routes(),
        passkeys::routes(),
        roles::routes(),
        preferences::routes(),
    ]
    .into_iter()
    .fold(Routes::default(), Routes::and)
}

/// Everything that is done again and again.
pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "forget-sign-ins",
        every: Duration::from_secs(3600),
        run: |app| {
            Box::pin(async move {
                let now = app.clock.now();
                kit::act::plainly(&app.db, move |db| Box::pin(sign_in::forget(db, now))).await
            })
        },
    }]
}

/// Who sends this request? A program shows its token. In a browser whoever is signed in acts as
/// themselves, whatever link was opened there; a mail link speaks only where nobody is.
pub async fn recognise(
    app: &App,
    headers: &HeaderMap,
    path: &str,
) -> Result<Option<Viewer>, Problem> {
    if IMPERSONAL.iter().any(|place| path.starts_with(place)) {
        return Ok(None);
    }
    if path.starts_with("/api/") {
        return match bearer(headers) {
            Some(token) => viewer_of(app, store::api_token, token).await,
            None => Ok(None),
        };
    }
    if let Some(token) = cookie(headers, SESSION) {
        let by_session = viewer_of(app, store::session, &token).await?;
        if by_session.is_some() {
            return Ok(by_session);
        }
    }
    match cookie(headers, LINK) {
        Some(token) => viewer_of(app, store::link, &token).await,
        None => Ok(None),
    }
}

/// RFC 6750 section 2.1.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The roles of somebody on the day of the act.
pub(crate) async fn roles_of(act: &mut Act, person: PersonId) -> anyhow::Result<Roles> {
    let (org, today) = (act.org(), crate::people::today(act).await?);
    store::roles(&mut act.db, org, person, today).await
}

/// Ends what somebody came in by with a letter to an address that is not theirs any more: sessions
/// by code, except the one that acts, and links. A link that has ended can be renewed; the fresh
/// one goes to the new address.
pub(crate) async fn end_mailed_ways_in(act: &mut Act, person: PersonId) -> anyhow::Result<()> {
    store::end_sessions_by_code(act, person).await?;
    store::end_links(act, person).await
}

async fn viewer_of(
    app: &App,
    find: impl AsyncFn(&mut kit::db::Conn, Digest, kit::Moment) -> anyhow::Result<Option<store::Found>>,
    token: &str,
) -> Result<Option<Viewer>, Problem> {
    let now = app.clock.now();
    let mut db = app.read().await?;
    let session = Digest::of(token);
    let Some(store::Found { known, held }) = find(&mut db, session, now).await? else {
        return Ok(None);
    };
    let zone = jiff::tz::TimeZone::get(&known.time_zone).context("the organisation's time zone")?;
    let today = now.day(&zone);
    if known.has_left(today) {
        return Ok(None);
    }
    Ok(Some(known.viewer(session, Roles::on(today, &held), zone)))
}

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    [roles::RECONCILED, passkeys::RECONCILED].concat()
}
