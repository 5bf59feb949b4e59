//! Telling an audience in pages, sending receipts, and the duties that look after both.

use std::time::Duration;

use anyhow::{Context, Result};
use kit::Act;
use kit::id::{OrgId, PersonId};
use kit::jobs::{Duty, Failure, Job};
use serde::{Deserialize, Serialize};

use super::model::ReminderKind;
use super::store::reminders::Told;
use super::store::{acknowledging, assigning, reminders};
use super::{address_of, assign, remind};
use crate::App;
use crate::documents::{self, Publication, PublicationId, text};
use crate::ledger;
use crate::notices::{Enclosed, Telling, TextFile, tell, tell_enclosing};

/// People told in one unit of work.
const PAGE: i64 = 300;

pub fn duties() -> Vec<Duty<App>> {
    vec![
        Duty {
            name: "joiners",
            every: Duration::from_secs(15 * 60),
            run: |app| Box::pin(async move { for_each_organisation(&app, assign_joiners).await }),
        },
        Duty {
            name: "reminders",
            every: Duration::from_secs(15 * 60),
            run: |app| Box::pin(async move { for_each_organisation(&app, remind).await }),
        },
    ]
}

async fn assign_joiners(app: App, org: OrgId) -> Result<()> {
    assign::assign_joiners(&app, org).await
}

async fn remind(app: App, org: OrgId) -> Result<()> {
    remind::remind_due(&app, org).await
}

async fn for_each_organisation<F>(app: &App, run: fn(App, OrgId) -> F) -> Result<()>
where
    F: Future<Output = Result<()>>,
{
    let organisations = ledger::organisations(&mut app.read().await?).await?;
    for organisation in organisations {
        run(app.clone(), organisation.id).await?;
    }
    Ok(())
}

/// Tells a page of people that they are asked, and orders the next page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TellAudience {
    pub(super) publication: PublicationId,
    pub(super) after: Option<PersonId>,
}

impl Job<App> for TellAudience {
    const KIND: &'static str = "tell-audience";

    async fn run(self, org: OrgId, app: App) -> Result<(), Failure> {
        app.act_as_system(org, move |act| Box::pin(tell_page(act, self)))
            .await
            .map_err(Failure::Retry)
    }
}

async fn tell_page(act: &mut Act, order: TellAudience) -> Result<()> {
    let org = act.org();
    let publication = documents::publication(&mut act.db, org, order.publication)
        .await?
        .context("there is no such publication")?;
    if !publication.is_current() {
        return Ok(());
    }
    let what = (publication.document, publication.version);
    let minutes = text::minutes(&documents::text_of(&mut act.db, org, what).await?);
    let untold = assigning::untold(&mut act.db, org, publication.id, order.after, PAGE).await?;
    for (person, due_on) in &untold {
        let told = Told {
            publication: publication.id,
            person: *person,
            kind: ReminderKind::Told,
            number: 0,
            sent_to: *person,
        };
        if reminders::insert(act, told).await? {
            tell(
                act,
                &asking((&publication, minutes), *person, *due_on),
                None,
            )
            .await?;
        }
    }
    let Some((last, _)) = untold.last().filter(|_| untold.len() as i64 == PAGE) else {
        return Ok(());
    };
    let next = TellAudience {
        publication: publication.id,
        after: Some(*last),
    };
    act.later::<App, _>(&next, None).await
}

fn asking(
    (publication, minutes): (&Publication, usize),
    to: PersonId,
    due_on: kit::Day,
) -> Telling {
    let word = match publication.previous {
        Some(_) => "acknowledge-again",
        None => "acknowledge",
    };
    Telling {
        to,
        word: word.to_owned(),
        args: vec![
            ("title".to_owned(), publication.title.clone()),
            ("minutes".to_owned(), minutes.to_string()),
            ("due".to_owned(), due_on.to_string()),
        ],
        leads_to: Some(address_of(publication.id)),
        thread: Some(publication.id.to_string()),
        reply_to: Some(publication.published_by),
    }
}

/// Sends the receipt of an acknowledgement, with the proof that it is in the log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendReceipt {
    pub(super) publication: PublicationId,
    pub(super) person: PersonId,
}

impl Job<App> for SendReceipt {
    const KIND: &'static str = "send-receipt";

    async fn run(self, org: OrgId, app: App) -> Result<(), Failure> {
        let mut db = app.read().await?;
        let given =
            acknowledging::acknowledgement(&mut db, org, self.publication, self.person).await?;
        let Some(given) = given else { return Ok(()) };
        let mut proof = ledger::travelling_proof(&mut db, org, given.record).await?;
        drop(db);
        if proof.is_none() {
            // It waits for its place: giving out places is harmless at any time.
            ledger::sequence(&app, org).await?;
            let mut db = app.read().await?;
            proof = ledger::travelling_proof(&mut db, org, given.record).await?;
        }
        let proof = proof.context("a sequenced record has a proof")?;
        app.act_as_system(org, move |act| Box::pin(send_receipt(act, self, proof)))
            .await
            .map_err(Failure::Retry)
    }
}

async fn send_receipt(act: &mut Act, order: SendReceipt, proof: String) -> Result<()> {
    let org = act.org();
    let publication = documents::publication(&mut act.db, org, order.publication)
        .await?
        .context("there is no such publication")?;
    let zone = assigning::zone(&mut act.db, org).await?;
    let receipt = Telling {
        to: order.person,
        word: "acknowledged".to_owned(),
        args: vec![
            ("title".to_owned(), publication.title.clone()),
            ("version".to_owned(), publication.version.to_string()),
            ("day".to_owned(), act.now().day(&zone).to_string()),
            ("digest".to_owned(), publication.digest.short()),
        ],
        leads_to: Some(address_of(publication.id)),
        thread: Some(publication.id.to_string()),
        reply_to: Some(publication.published_by),
    };
    let enclosed = Enclosed {
        list: Vec::new(),
        file: Some(TextFile {
            name: "receipt.tlog-proof".to_owned(),
            media: "text/plain; charset=utf-8".to_owned(),
            text: proof,
        }),
        ..Enclosed::default()
    };
    let unique = format!("{}/{}", order.publication, order.person);
    tell_enclosing(act, &receipt, enclosed, Some(unique)).await
}
