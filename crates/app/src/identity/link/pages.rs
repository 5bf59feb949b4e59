//! Opening a link, saying whose it is where somebody else is here, and asking for a fresh one.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kit::Digest;
use kit::web::{Answer, Form, Problem};
use serde::Deserialize;

use super::store::{self, Link};
use crate::App;
use crate::identity::session::{lasting, let_out, set_cookie};
use crate::identity::sign_in::Limit;
use crate::identity::{LINK, Viewer};
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
        .post("/s/{token}", Access::Public, press)
}

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed {
    /// It was never ours, or it was cut in two by a mail program.
    Unknown,
    Expired,
    /// A fresh link is on its way.
    Renewed,
}

impl Closed {
    fn word(self) -> &'static str {
        match self {
            Closed::Unknown => "unknown",
            Closed::Expired => "expired",
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

/// The link is for one person and somebody else is here: who of the two goes on?
#[derive(Template)]
#[template(path = "identity/link/whose.html")]
struct WhosePage {
    s: Shell,
    title: String,
    here: String,
    link_for: String,
    path: String,
}

kit::words_of! {
    /// What somebody presses where a link is for another person.
    enum Choice { Stay = "stay", Link = "link" }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pressed {
    choice: String,
}

async fn open(State(app): State<App>, s: Shell, Path(token): Path<String>) -> Answer {
    match find(&app, &token).await? {
        Ok(link) => show(&app, s, &token, &link),
        Err(closed) => closed_page(s, closed),
    }
}

/// A link that lasts takes the choice who goes on; one that has expired is renewed.
async fn press(
    State(app): State<App>,
    s: Shell,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Answer {
    let link = match find(&app, &token).await? {
        Ok(link) => link,
        Err(Closed::Expired) => return renew(&app, s, &token).await,
        Err(closed) => return closed_page(s, closed),
    };
    match pressed.choice.parse() {
        Ok(Choice::Stay) => redirect(own_place(s.viewer.as_ref())),
        Ok(Choice::Link) => {
            let mut response = redirect(&link.leads_to)?;
            let_out(&app, &headers, &mut response).await?;
            set_cookie(&mut response, &link_cookie(&app, &token, &link))?;
            Ok(response)
        }
        Err(_) => show(&app, s, &token, &link),
    }
}

/// Leads on, unless somebody else is here: then nothing is decided for them.
fn show(app: &App, s: Shell, token: &str, link: &Link) -> Answer {
    let somebody_else = s.viewer.as_ref().filter(|here| here.person != link.person);
    if let Some(here) = somebody_else {
        let title = match here.scope {
            None => s.say("link-whose-signed-in"),
            Some(_) => s.say("link-whose-by-link"),
        };
        return page(WhosePage {
            title: title.with("name", &here.name).to_string(),
            here: here.name.clone(),
            link_for: link.name.clone(),
            path: s.path.clone(),
            s,
        });
    }
    let mut response = redirect(&link.leads_to)?;
    set_cookie(&mut response, &link_cookie(app, token, link))?;
    Ok(response)
}

/// Where somebody goes on who stays who they are.
fn own_place(viewer: Option<&Viewer>) -> &str {
    viewer
        .and_then(|viewer| viewer.scope.as_deref())
        .unwrap_or("/")
}

async fn renew(app: &App, s: Shell, token: &str) -> Answer {
    RENEWALS.allow(app, token).await?;
    let link = store::link(&mut app.read().await?, Digest::of(token)).await?;
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

async fn find(app: &App, token: &str) -> Result<Result<Link, Closed>, Problem> {
    let link = store::link(&mut app.read().await?, Digest::of(token)).await?;
    Ok(match link {
        None => Err(Closed::Unknown),
        Some(link) if link.expires_at <= app.clock.now() => Err(Closed::Expired),
        Some(link) => Ok(link),
    })
}

/// Lasts in this browser as long as the link does.
fn link_cookie(app: &App, token: &str, link: &Link) -> String {
    let seconds = link.expires_at.since(app.clock.now()).as_secs();
    lasting(app, LINK, token, seconds)
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
        Closed::Expired => StatusCode::GONE,
        Closed::Renewed => StatusCode::OK,
    };
    Ok(response)
}
