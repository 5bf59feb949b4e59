//! What only somebody in this reader's part can do: publish, answer, decide, confirm, and the
//! first steps of a firm that has just begun.

use kit::db::Conn;
use kit::web::Problem;

use super::page::Ask;
use crate::documents::{self, DocumentKind};
use crate::identity::{self, Role, Viewer, passkeys};
use crate::shell::Shell;
use crate::{App, assignments, people};

/// Everything that waits for this reader's part, the most urgent kind first.
pub(super) async fn asks(
    app: &App,
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
) -> Result<Vec<Ask>, Problem> {
    let directs = Role::DIRECTING.iter().any(|role| viewer.is(*role));
    let mut asks = Vec::new();
    if directs {
        publishing(db, s, viewer, &mut asks).await?;
        answering(db, s, viewer, &mut asks).await?;
    }
    if directs || viewer.is(Role::TopManagement) {
        deciding(db, s, viewer, &mut asks).await?;
    }
    confirming(db, s, viewer, &mut asks).await?;
    setting_up(app, db, s, viewer, &mut asks).await?;
    Ok(asks)
}

async fn publishing(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    asks: &mut Vec<Ask>,
) -> Result<(), Problem> {
    for signed in documents::unpublished(db, viewer.org).await? {
        let href = signed.kind.version_address(signed.document, signed.version);
        let day = s.day(&signed.signed_at.day(s.zone()));
        asks.push(Ask::of("publish", href, signed.title).since(signed.signatory, day));
    }
    Ok(())
}

async fn answering(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    asks: &mut Vec<Ask>,
) -> Result<(), Problem> {
    for question in documents::unanswered(db, viewer.org, viewer.person).await? {
        let Ok(about) = question.about.parse() else {
            continue;
        };
        let Some(href) = documents::answered_on(db, viewer.org, about).await? else {
            continue;
        };
        let day = s.day(&question.asked_at.day(s.zone()));
        let who = question.asked_by_name;
        asks.push(Ask::of("answer", href, question.text).since(who, day));
    }
    Ok(())
}

async fn deciding(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    asks: &mut Vec<Ask>,
) -> Result<(), Problem> {
    for undecided in assignments::undecided(db, viewer.org, viewer.person).await? {
        let href = assignments::declinings_of(undecided.publication);
        let day = s.day(&undecided.since.day(s.zone()));
        let who = s.say("home-declined").with("count", undecided.count);
        asks.push(Ask::of("decide", href, undecided.title).since(who.to_string(), day));
    }
    Ok(())
}

async fn confirming(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    asks: &mut Vec<Ask>,
) -> Result<(), Problem> {
    let (org, reader, today) = (viewer.org, viewer.person, s.today());
    if viewer.is(Role::TopManagement) {
        for entry in people::unconfirmed(db, org, reader, today).await? {
            let href = format!("/top-management/{}", entry.appointment);
            asks.push(Ask::of("confirm", href, entry.name));
        }
    }
    if passkeys::may_confirm(viewer.roles) {
        let count = passkeys::unconfirmed(db, org, reader, today).await?;
        if count > 0 {
            let what = s.say("home-passkeys").with("count", count).to_string();
            asks.push(Ask::of("passkeys", "/passkeys/everybody".to_owned(), what));
        }
    }
    Ok(())
}

/// What a new firm lacks before anybody can sign anything.
async fn setting_up(
    app: &App,
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    asks: &mut Vec<Ask>,
) -> Result<(), Problem> {
    let (org, today) = (viewer.org, s.today());
    let mut step = |act: &'static str, href: &str| {
        asks.push(Ask::of(act, href.to_owned(), String::new()));
    };
    if viewer.is(Role::Administrator) {
        let lead = identity::holders(db, org, &[Role::SecurityManager], today).await?;
        if lead.is_empty() {
            step("grant", "/roles/new");
        }
        if app.mailer.is_none() && !s.is_demo() {
            step("mail", "/operations");
        }
    }
    if viewer.is(Role::SecurityManager) {
        if people::serving(db, org, today).await?.is_empty() {
            step("appoint", "/top-management/new");
        }
        if documents::documents(db, org, DocumentKind::Statement)
            .await?
            .is_empty()
        {
            step("write", DocumentKind::Statement.address());
        }
    }
    if viewer.is(Role::HumanResources) || viewer.is(Role::SecurityManager) {
        let (here, _) = people::headcount(db, org).await?;
        if here <= 1 {
            step("people", "/people");
        }
    }
    Ok(())
}
