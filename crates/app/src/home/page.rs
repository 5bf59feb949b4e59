//! The page at `/`.

use anyhow::Result;
use axum::extract::State;
use kit::Moment;
use kit::db::Conn;
use kit::web::Answer;

use super::directing;
use crate::App;
use crate::assignments::{self, Owed};
use crate::documents::{self, Request, Version};
use crate::identity::{Role, Viewer};
use crate::people;
use crate::shell::{Shell, page, redirect};

/// Nobody is shown more at once.
const AT_ONCE: usize = 3;

/// How many finished things are listed.
const DONE: i64 = 10;

#[derive(askama::Template)]
#[template(path = "home/page.html")]
struct HomePage {
    s: Shell,
    name: String,
    is_executive: bool,
    /// Whether the twelve questions are there for them.
    reads: bool,
    asks: Vec<Ask>,
    later: Vec<Ask>,
    done: Vec<Done>,
}

/// One thing that the reader did, with its receipt.
struct Done {
    href: String,
    title: String,
    version: i64,
    at: Moment,
    word: &'static str,
}

/// One thing that needs the reader.
pub(super) struct Ask {
    href: String,
    /// `sign`, `acknowledge`, `publish` and so on: its words are `home-<act>-title`, `-why`, `-button`.
    act: &'static str,
    /// What it is about, where the words name it.
    title: String,
    asked_by: String,
    since: String,
    due: String,
    late: bool,
    minutes: Option<i64>,
}

impl Ask {
    /// Something to do that nobody set a day for.
    pub(super) fn of(act: &'static str, href: String, title: String) -> Ask {
        Ask {
            href,
            act,
            title,
            asked_by: String::new(),
            since: String::new(),
            due: String::new(),
            late: false,
            minutes: None,
        }
    }

    /// Whose doing it waits on, and since when.
    pub(super) fn since(self, who: String, day: String) -> Ask {
        Ask {
            asked_by: who,
            since: day,
            ..self
        }
    }

    fn word(&self, part: &str) -> String {
        format!("home-{}-{part}", self.act)
    }
}

pub(super) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let Some(viewer) = s.viewer.clone().filter(|viewer| viewer.scope.is_none()) else {
        return redirect("/sign-in");
    };
    let mut db = app.read().await?;
    let mut asks = signatures(&mut db, &s, &viewer).await?;
    asks.extend(directing::asks(&app, &mut db, &s, &viewer).await?);
    let owed = assignments::owed_by(&mut db, viewer.org, viewer.person).await?;
    asks.extend(owed.into_iter().map(|owed| acknowledgement(&s, owed)));
    let later = asks.split_off(asks.len().min(AT_ONCE));
    let done = done(&mut db, &viewer).await?;
    page(HomePage {
        is_executive: viewer.is(Role::TopManagement),
        reads: Role::READERS.iter().any(|role| viewer.is(*role)),
        name: viewer.name,
        asks,
        later,
        done,
        s,
    })
}

/// What waits for the reader's signature, the earliest due first.
async fn signatures(db: &mut Conn, s: &Shell, viewer: &Viewer) -> Result<Vec<Ask>> {
    let mut requests = documents::requests_open_for(db, viewer.org, viewer.person).await?;
    requests.sort_by_key(|request| request.due_on);
    let mut asks = Vec::with_capacity(requests.len());
    for request in requests {
        let version = documents::version(db, viewer.org, request.document, request.version).await?;
        let asked_by = people::person(db, viewer.org, request.requested_by).await?;
        if let (Some(version), Some(asked_by)) = (version, asked_by) {
            asks.push(signature(s, &request, version, asked_by.name));
        }
    }
    Ok(asks)
}

/// What the reader signed, acknowledged and declined, the newest first.
async fn done(db: &mut Conn, viewer: &Viewer) -> Result<Vec<Done>> {
    let signed = documents::signed_by(db, viewer.org, viewer.person, DONE).await?;
    let read = assignments::done_by(db, viewer.org, viewer.person, DONE).await?;
    let declined = assignments::declined_by(db, viewer.org, viewer.person, DONE).await?;
    let mut done: Vec<Done> = signed
        .into_iter()
        .map(|it| Done {
            href: it.request.receipt_address(),
            title: it.title,
            version: it.version,
            at: it.signed_at,
            word: "home-done-signed",
        })
        .chain(read.into_iter().map(|it| Done {
            href: format!("/acknowledgements/{}/receipt", it.publication),
            title: it.title,
            version: it.version,
            at: it.acknowledged_at,
            word: "home-done-acknowledged",
        }))
        .chain(declined.into_iter().map(|it| Done {
            href: assignments::address_of(it.publication),
            title: it.title,
            version: it.version,
            at: it.declined_at,
            word: "home-done-declined",
        }))
        .collect();
    done.sort_by_key(|it| std::cmp::Reverse(it.at));
    done.truncate(DONE as usize);
    Ok(done)
}

fn signature(s: &Shell, request: &Request, version: Version, asked_by: String) -> Ask {
    Ask {
        href: request.id.address(),
        act: "sign",
        minutes: Some(documents::text::minutes(&version.text) as i64),
        title: version.title,
        asked_by,
        since: String::new(),
        due: s.day(&request.due_on),
        late: s.today() > request.due_on,
    }
}

fn acknowledgement(s: &Shell, owed: Owed) -> Ask {
    Ask {
        href: assignments::address_of(owed.publication),
        act: "acknowledge",
        minutes: Some(owed.minutes()),
        since: String::new(),
        due: s.day(&owed.due_on),
        late: s.today() > owed.due_on,
        title: owed.title,
        asked_by: owed.asked_by,
    }
}
