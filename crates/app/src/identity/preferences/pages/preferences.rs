//! Language, colours, passkeys and sessions on one page.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use kit::Digest;
use kit::web::{Answer, Form, Problem};
use kit::words::Language;
use serde::Deserialize;

use crate::App;
use crate::identity::passkeys::{Passkey, passkeys_of};
use crate::identity::preferences::store;
use crate::identity::store as identity_store;
use crate::shell::{Shell, page, redirect, redirect_saying};

const YEAR: i64 = 365 * 24 * 60 * 60;

#[derive(Debug, Deserialize)]
pub(in crate::identity::preferences) struct LanguageChoice {
    language: Language,
}

#[derive(Debug, Deserialize)]
pub(in crate::identity::preferences) struct ThemeChoice {
    theme: Theme,
}

kit::words_of! {
    /// The colours of a page.
    enum Theme { Device = "auto", Light = "light", Dark = "dark" }
}

#[derive(Template)]
#[template(path = "identity/preferences/pages/preferences.html")]
struct PreferencesPage {
    languages: [(Language, &'static str); 2],
    themes: Vec<(&'static str, String, bool)>,
    passkeys: Vec<Passkey>,
    sessions: Vec<SessionRow>,
    s: Shell,
}

struct SessionRow {
    token: String,
    method: String,
    started: String,
    until: String,
    is_this: bool,
}

pub(in crate::identity::preferences) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let viewer = s.reader()?;
    let owner = (viewer.org, viewer.person);
    let mut db = app.read().await?;
    let passkeys = passkeys_of(&mut db, viewer.org, viewer.person).await?;
    let sessions = store::sessions(&mut db, owner, s.now).await?;
    let sessions = sessions
        .into_iter()
        .map(|session| row(&s, session))
        .collect();
    page(PreferencesPage {
        languages: [
            (Language::English, "English"),
            (Language::German, "Deutsch"),
        ],
        themes: Theme::ALL.iter().map(|theme| choice(&s, *theme)).collect(),
        passkeys,
        sessions,
        s,
    })
}

fn choice(s: &Shell, theme: Theme) -> (&'static str, String, bool) {
    let chosen = if s.theme.is_empty() {
        "auto"
    } else {
        s.theme.as_str()
    };
    (
        theme.word(),
        s.t(&format!("preferences-theme-{theme}")),
        theme.word() == chosen,
    )
}

fn row(s: &Shell, session: store::Session) -> SessionRow {
    SessionRow {
        method: s.t(&format!("sign-in-method-{}", session.method)),
        started: s.moment(&session.started_at),
        until: s.moment(&session.expires_at),
        is_this: s
            .viewer
            .as_ref()
            .is_some_and(|viewer| viewer.session == session.token),
        token: session.token.to_string(),
    }
}

/// Kept with the person, for letters, and in the browser, for pages before the sign-in.
pub(in crate::identity::preferences) async fn language(
    State(app): State<App>,
    s: Shell,
    Form(LanguageChoice { language }): Form<LanguageChoice>,
) -> Answer {
    let viewer = s.reader()?;
    let owner = (viewer.org, viewer.person);
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::set_language(db, owner, language))
    })
    .await?;
    with_cookie(
        redirect("/preferences"),
        format!("language={language}; Max-Age={YEAR}"),
    )
}

pub(in crate::identity::preferences) async fn theme(
    Form(ThemeChoice { theme }): Form<ThemeChoice>,
) -> Answer {
    let age = if theme == Theme::Device { 0 } else { YEAR };
    with_cookie(
        redirect("/preferences"),
        format!("theme={theme}; Max-Age={age}"),
    )
}

pub(in crate::identity::preferences) async fn end_session(
    State(app): State<App>,
    s: Shell,
    Path(session): Path<String>,
) -> Answer {
    let session: Digest = session.parse().map_err(|_| Problem::NotFound)?;
    let viewer = s.reader()?;
    let (owner, now) = ((viewer.org, viewer.person), s.now);
    let ended = kit::act::plainly(&app.db, move |db| {
        Box::pin(identity_store::end_session(db, owner, session, now))
    });
    if !ended.await? {
        return Err(Problem::NotFound);
    }
    redirect_saying("/preferences", s.t("preferences-session-ended"))
}

fn with_cookie(answer: Answer, cookie: String) -> Answer {
    let mut response = answer?;
    let cookie = format!("{cookie}; Path=/; SameSite=Lax");
    let value = cookie
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response)
}
