//! The frame around a page: who reads it, in which language, and where they can go.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use kit::web::{Answer, Problem};
use kit::words::{Language, Saying, Speech};
use kit::{Day, Moment};

use super::assets::{SCRIPT_PATH, STYLE_PATH};
use crate::App;
use crate::identity::{Role, Viewer};

/// The frame of one answer. Handlers take it as an argument and put it into their page as `s`.
#[derive(Clone, Debug)]
pub struct Shell {
    pub viewer: Option<Viewer>,
    pub now: Moment,
    /// `light`, `dark`, or empty for what the machine prefers.
    pub theme: String,
    /// What the last act said, shown once.
    pub flash: Option<String>,
    pub path: String,
    demo: bool,
    speech: Speech,
    zone: TimeZone,
}

/// One entry of the navigation.
#[derive(Debug)]
pub struct Entry {
    pub href: &'static str,
    pub word: &'static str,
    pub here: bool,
}

const NAVIGATION: &[(&str, &str, &[Role])] = &[
    ("/", "nav-home", &[]),
    ("/readiness", "nav-readiness", Role::READERS),
    ("/statements", "nav-statements", &[]),
    ("/policies", "nav-policies", &[]),
    ("/people", "nav-people", Role::POPULATION),
    ("/top-management", "nav-top-management", Role::READERS),
    ("/team", "nav-team", &[Role::LineManager]),
    ("/log", "nav-log", Role::READERS),
    ("/packs", "nav-packs", Role::READERS),
    ("/roles", "nav-roles", &[Role::Administrator]),
    ("/operations", "nav-operations", &[Role::Administrator]),
];

impl Shell {
    pub fn t(&self, id: &str) -> String {
        self.speech.t(id)
    }

    pub fn say<'a>(&'a self, id: &'a str) -> Saying<'a> {
        self.speech.say(id)
    }

    pub fn day(&self, day: &Day) -> String {
        self.speech.day(*day)
    }

    /// Date and time in the organisation's zone.
    pub fn moment(&self, moment: &Moment) -> String {
        self.speech.moment(*moment, &self.zone)
    }

    pub fn today(&self) -> Day {
        self.now.day(&self.zone)
    }

    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    pub fn language(&self) -> Language {
        self.speech.language()
    }

    pub fn direction(&self) -> &'static str {
        self.language().direction()
    }

    pub fn style(&self) -> &'static str {
        STYLE_PATH
    }

    pub fn script(&self) -> &'static str {
        SCRIPT_PATH
    }

    pub fn is_demo(&self) -> bool {
        self.demo
    }

    pub fn is(&self, role: Role) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.is(role))
    }

    /// Is the reader on the way through the first set-up?
    pub fn sets_up(&self) -> bool {
        self.viewer.as_ref().is_some_and(Viewer::sets_up)
    }

    /// Who reads; only on pages that ask for somebody signed in.
    pub fn reader(&self) -> Result<&Viewer, Problem> {
        self.viewer.as_ref().ok_or(Problem::SignIn)
    }

    /// Where this reader can go; nothing for somebody who came by a mail link.
    pub fn navigation(&self) -> Vec<Entry> {
        let Some(viewer) = self.viewer.as_ref().filter(|viewer| viewer.scope.is_none()) else {
            return Vec::new();
        };
        NAVIGATION
            .iter()
            .filter(|(_, _, roles)| roles.is_empty() || roles.iter().any(|role| viewer.is(*role)))
            .map(|(href, word, _)| Entry {
                href,
                word,
                here: self.stands_at(href),
            })
            .collect()
    }

    fn stands_at(&self, href: &str) -> bool {
        if href == "/" {
            self.path == "/"
        } else {
            self.path.starts_with(href)
        }
    }
}

impl FromRequestParts<App> for Shell {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Shell, Problem> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        let language = language(&parts.headers, viewer.as_ref());
        Ok(Shell {
            now: app.clock.now(),
            theme: cookie(&parts.headers, "theme").unwrap_or_default(),
            flash: cookie(&parts.headers, "flash").and_then(|flash| unescape(&flash)),
            path: parts.uri.path().to_owned(),
            demo: app.demo,
            speech: app.words.speak(language),
            zone: viewer
                .as_ref()
                .map_or(TimeZone::UTC, |viewer| viewer.zone.clone()),
            viewer,
        })
    }
}

/// What was chosen in this browser, then what is on record for the person, then what the browser
/// asks for.
fn language(headers: &HeaderMap, viewer: Option<&Viewer>) -> Language {
    let chosen = cookie(headers, "language").and_then(|word| word.parse().ok());
    let asked = || {
        let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Some(Language::accepted(header))
    };
    chosen
        .or_else(|| viewer.and_then(|v| v.language))
        .or_else(asked)
        .unwrap_or(Language::English)
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    axum_extra::extract::CookieJar::from_headers(headers)
        .get(name)
        .map(|cookie| cookie.value().to_owned())
}

/// Answers with a page.
pub fn page(page: impl askama::Template) -> Answer {
    let html = page
        .render()
        .map_err(|e| Problem::from(anyhow::Error::from(e)))?;
    Ok(Html(html).into_response())
}

/// Sends the reader on, after an act.
pub fn redirect(to: impl AsRef<str>) -> Answer {
    Ok(Redirect::to(to.as_ref()).into_response())
}

/// Sends the reader on and says there what was done.
pub fn redirect_saying(to: impl AsRef<str>, sentence: impl std::fmt::Display) -> Answer {
    let escaped: String =
        url::form_urlencoded::byte_serialize(sentence.to_string().as_bytes()).collect();
    let mut response: Response = redirect(to)?;
    let cookie = format!("flash={escaped}; Path=/; Max-Age=20; HttpOnly; SameSite=Lax");
    let value = cookie
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response)
}

fn unescape(text: &str) -> Option<String> {
    url::form_urlencoded::parse(format!("f={text}").as_bytes())
        .next()
        .map(|(_, v)| v.into_owned())
}
