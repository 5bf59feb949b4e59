//! Opening a link, and asking for a fresh one.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kit::Digest;
use kit::web::{Answer, Problem};

use super::store;
use crate::App;
use crate::identity::LINK;
use crate::identity::sign_in::Limit;
use crate::notices::{self, Telling};
use crate::shell::{Access, Routes, Shell, page, redirect};

/// Fresh letters for one link: more would be no help and a nuisance.
const RENEWALS: Limit = Limit {
    what: "renewal",
    times: 3,
    minutes: 60,
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/s/{token}", Access::Public, open)
        .post("/s/{token}", Access::Public, renew)
}

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed {
    /// It was never ours, or it was cut in two by a mail program.
    Unknown,
    Expired,
    /// The obligation is done.
    Done,
    /// A fresh link is on its way.
    Renewed,
}

impl Closed {
    fn word(self) -> &'static str {
        match self {
            Closed::Unknown => "unknown",
            Closed::Expired => "expired",
            Closed::Done => "done",
            Closed::Renewed => "renewed",
        }
    }
}

#[derive(Template)]
#[template(path = "identity/link/closed.html")]
struct ClosedPage {
    s: Shell,
    title: String,
    sentence: String,
    renewable: bool,
    path: String,
}

async fn open(State(app): State<App>, s: Shell, Path(token): Path<String>) -> Answer {
    match find(&app, &token).await? {
        Ok(link) => {
            let mut response = redirect(&link.leads_to)?;
            let cookie = link_cookie(&app, &token, &link)?;
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(closed) => closed_page(s, closed),
    }
}

async fn renew(State(app): State<App>, s: Shell, Path(token): Path<String>) -> Answer {
    match find(&app, &token).await? {
        Err(Closed::Expired) => {}
        Ok(link) => return redirect(&link.leads_to),
        Err(closed) => return closed_page(s, closed),
    }
    RENEWALS.allow(&app, &token).await?;
    let link = store::link(&mut app.read().await?, Digest::of(&token)).await?;
    let link = link.ok_or(Problem::NotFound)?;
    let letter = Telling {
        to: link.person,
        word: "fresh-link".to_owned(),
        args: vec![],
        leads_to: Some(link.leads_to),
        thread: None,
        reply_to: None,
    };
    app.act_as_system(link.org, move |act| {
        Box::pin(async move { notices::tell(act, &letter, None).await })
    })
    .await
    .map_err(|e: anyhow::Error| Problem::from(e))?;
    closed_page(s, Closed::Renewed)
}

async fn find(app: &App, token: &str) -> Result<Result<store::Link, Closed>, Problem> {
    let link = store::link(&mut app.read().await?, Digest::of(token)).await?;
    Ok(match link {
        None => Err(Closed::Unknown),
        Some(link) if link.ended_at.is_some() => Err(Closed::Done),
        Some(link) if link.expires_at <= app.clock.now() => Err(Closed::Expired),
        Some(link) => Ok(link),
    })
}

/// Lasts in this browser as long as the link does.
fn link_cookie(app: &App, token: &str, link: &store::Link) -> Result<HeaderValue, Problem> {
    let secure = if app.address.scheme() == "https" {
        "; Secure"
    } else {
        ""
    };
    let age = link.expires_at.since(app.clock.now()).as_secs();
    format!("{LINK}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
        .parse()
        .map_err(|_| Problem::NotFound)
}

fn closed_page(s: Shell, closed: Closed) -> Answer {
    let word = closed.word();
    let mut response: Response = page(ClosedPage {
        title: s.t(&format!("link-{word}")),
        sentence: s.t(&format!("link-{word}-sentence")),
        renewable: closed == Closed::Expired,
        path: s.path.clone(),
        s,
    })?;
    *response.status_mut() = match closed {
        Closed::Unknown => StatusCode::NOT_FOUND,
        Closed::Expired | Closed::Done => StatusCode::GONE,
        Closed::Renewed => StatusCode::OK,
    };
    Ok(response)
}
