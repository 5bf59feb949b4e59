//! Issuing packs and downloading them.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kit::Day;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use crate::App;
use crate::audits::store::{self, PackRow};
use crate::audits::{PackId, issue, read};
use crate::identity::Role;
use crate::ledger;
use crate::shell::{Access, Routes, Shell, page, redirect};

pub(in crate::audits) const READERS: Access = Access::Any(Role::READERS);
const ISSUERS: Access = Access::Any(&[
    Role::SecurityManager,
    Role::Consultant,
    Role::InternalAuditor,
    Role::TopManagement,
]);

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/packs", READERS, list)
        .post("/packs", ISSUERS, create)
        .get("/packs/{pack}", READERS, show)
        .get("/packs/{pack}/file", READERS, download)
}

#[derive(askama::Template)]
#[template(path = "audits/pages/packs.html")]
struct ListPage {
    s: Shell,
    packs: Vec<PackRow>,
    may_issue: bool,
    refusal: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "audits/pages/pack.html")]
struct PackPage {
    s: Shell,
    pack: PackRow,
    /// `1.4 MB`
    size: String,
    log_key: String,
}

#[derive(Debug, Deserialize)]
struct IssueForm {
    as_of: Option<String>,
}

async fn list(State(app): State<App>, s: Shell) -> Answer {
    list_with(app, s, None).await
}

async fn list_with(app: App, s: Shell, refusal: Option<String>) -> Answer {
    let org = s.reader()?.org;
    let packs = store::packs(&mut app.read().await?, org).await?;
    let may_issue = ISSUERS.check(s.viewer.as_ref(), "/packs").is_ok();
    let is_refused = refusal.is_some();
    let mut answer = page(ListPage {
        s,
        packs,
        may_issue,
        refusal,
    })?;
    if is_refused {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(answer)
}

async fn create(State(app): State<App>, s: Shell, Form(form): Form<IssueForm>) -> Answer {
    let viewer = s.reader()?;
    let as_of = form.as_of.filter(|day| !day.is_empty());
    let as_of: Option<Day> = match as_of.map(|day| day.parse()).transpose() {
        Ok(day) => day,
        Err(_) => {
            let refusal = Some(s.t("packs-no-day"));
            return list_with(app, s, refusal).await;
        }
    };
    match issue(&app, viewer.actor(), as_of).await {
        Ok(issued) => redirect(format!("/packs/{}", issued.id)),
        Err(refusal) => match in_words(refusal, s.speech()) {
            Problem::Refused(sentence) => list_with(app, s, Some(sentence)).await,
            problem => Err(problem),
        },
    }
}

async fn show(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let pack = find(&app, &s, &id).await?;
    let head = ledger::head(&mut app.read().await?, s.reader()?.org).await?;
    page(PackPage {
        size: size(&s, pack.bytes),
        log_key: head.key,
        pack,
        s,
    })
}

/// Bytes as people read them: whole kilobytes, then megabytes with one digit.
fn size(s: &Shell, bytes: i64) -> String {
    let kilobytes = (bytes + 500) / 1000;
    if kilobytes < 1000 {
        return s
            .say("packs-kilobytes")
            .with("n", kilobytes.max(1))
            .to_string();
    }
    let tenths = (bytes + 50_000) / 100_000;
    let said = s.say("packs-megabytes").with("whole", tenths / 10);
    said.with("tenth", tenths % 10).to_string()
}

/// The bytes that were issued.
pub(in crate::audits) async fn download(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
) -> Answer {
    let pack = find(&app, &s, &id).await?;
    let bytes = read(&app, pack.digest).await?;
    let name = format!("attachment; filename=\"evidence-{}.zip\"", pack.as_of);
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CONTENT_LENGTH, pack.bytes.to_string()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}

pub(in crate::audits) async fn find(app: &App, s: &Shell, id: &str) -> Result<PackRow, Problem> {
    let id: PackId = id.parse().map_err(|_| Problem::NotFound)?;
    let org = s.reader()?.org;
    store::pack(&mut app.read().await?, org, id)
        .await?
        .ok_or(Problem::NotFound)
}
