//! Reminding: of a review that comes near, and of a signature that is late.

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::id::OrgId;
use kit::{Act, Day};

use super::standing::{review_notice, signature_notice};
use super::store;
use crate::App;
use crate::documents::{self, DocumentKind, Publication, Request};
use crate::identity::{self, Role};
use crate::notices::{Telling, tell};
use crate::people;

/// Compares what everybody should have been reminded of with what they were.
pub(super) async fn remind(app: App) -> Result<()> {
    let organisations = store::organisations(&mut app.read().await?).await?;
    for organisation in organisations {
        let zone = TimeZone::get(&organisation.time_zone).context("the organisation's zone")?;
        let today = app.clock.now().day(&zone);
        remind_reviewers(&app, organisation.id, today).await?;
        remind_signatories(&app, organisation.id, today).await?;
    }
    Ok(())
}

async fn remind_reviewers(app: &App, org: OrgId, today: Day) -> Result<()> {
    let mut in_force = Vec::new();
    for kind in DocumentKind::ALL {
        in_force.extend(documents::in_force(&mut app.read().await?, org, *kind).await?);
    }
    for publication in in_force {
        let Some(review) = publication.next_review_on else {
            continue;
        };
        let left = review.days_since(today);
        if let Some(notice) = review_notice(left) {
            app.act_as_system(org, move |act| {
                Box::pin(async move {
                    announce_review(act, &publication, (review, notice), today).await
                })
            })
            .await?;
        }
    }
    Ok(())
}

async fn announce_review(
    act: &mut Act,
    publication: &Publication,
    (review, notice): (Day, i64),
    today: Day,
) -> Result<()> {
    let org = act.org();
    let about = publication.id.to_string();
    for to in identity::holders(&mut act.db, org, &[Role::SecurityManager], today).await? {
        if !store::note_reminder(act, &about, &format!("review-{notice}"), to).await? {
            continue;
        }
        let telling = Telling {
            to,
            word: "review-due".to_owned(),
            args: vec![
                ("title".to_owned(), publication.title.clone()),
                ("review".to_owned(), review.to_string()),
                (
                    "days".to_owned(),
                    review.days_since(today).max(0).to_string(),
                ),
            ],
            leads_to: None,
            thread: Some(about.clone()),
            reply_to: None,
        };
        tell(act, &telling, None).await?;
    }
    Ok(())
}

async fn remind_signatories(app: &App, org: OrgId, today: Day) -> Result<()> {
    let open = documents::open_requests(&mut app.read().await?, org).await?;
    for request in open {
        if let Some(notice) = signature_notice(request.due_on, today) {
            app.act_as_system(org, move |act| {
                Box::pin(async move { remind_signatory(act, &request, notice).await })
            })
            .await?;
        }
    }
    Ok(())
}

async fn remind_signatory(act: &mut Act, request: &Request, notice: i64) -> Result<()> {
    let org = act.org();
    let today = people::today(act).await?;
    let serving = people::serving_on(&mut act.db, org, request.signatory, today).await?;
    let serves = serving.is_some() || request.delegation.is_some();
    // Who no longer serves cannot sign; the page of the document says so.
    let what = format!("sign-{notice}");
    if !serves
        || !store::note_reminder(act, &request.id.to_string(), &what, request.signatory).await?
    {
        return Ok(());
    }
    let version = documents::version(&mut act.db, org, request.document, request.version)
        .await?
        .context("a request has its version")?;
    let by = people::person(&mut act.db, org, request.requested_by).await?;
    let telling = Telling {
        to: request.signatory,
        word: "sign-remind".to_owned(),
        args: vec![
            ("title".to_owned(), version.title),
            ("due".to_owned(), request.due_on.to_string()),
            ("by".to_owned(), by.map_or_else(String::new, |by| by.name)),
        ],
        leads_to: Some(request.id.address()),
        thread: Some(request.id.to_string()),
        reply_to: Some(request.requested_by),
    };
    tell(act, &telling, None).await
}
