//! Asking an audience, and asking whoever joins later.

use anyhow::{Context, Result};
use kit::db::Conn;
use kit::id::OrgId;
use kit::{Act, Moment};
use record::kinds::AcknowledgementRequested;

use super::AskingId;
use super::jobs::TellAudience;
use super::lists::List;
use super::model::Because;
use super::store::assigning::{self, Asking};
use crate::App;
use crate::documents::{self, Change, DocumentKind, Publication, PublicationId};

/// Asks everybody engaged today to acknowledge a publication: how many that are.
///
/// An editorial change asks only those who had not acknowledged the text since it last
/// changed in substance. People are told by a job, so that publishing to many stays quick.
pub async fn assign_audience(act: &mut Act, publication: PublicationId) -> Result<u64> {
    let org = act.org();
    let publication = documents::publication(&mut act.db, org, publication)
        .await?
        .context("there is no such publication")?;
    let now = act.now();
    let of = (&mut act.db, org);
    let asking = asking(of, &publication, Because::Published, now).await?;
    let asked = ask(act, &publication, &asking).await?;
    tell(act, publication.id).await?;
    Ok(asked)
}

/// Asks whoever is missing, with one record of how many, until when, and exactly who: nobody can
/// be added, dropped or given another day later without its being seen.
async fn ask(act: &mut Act, publication: &Publication, asking: &Asking) -> Result<u64> {
    let org = act.org();
    act.db
        .lock(&format!("{org}/ask/{}", publication.id))
        .await?;
    let people = assigning::missing(&mut act.db, org, asking).await?;
    if people.is_empty() {
        return Ok(0);
    }
    let mut list = List::default();
    people.iter().for_each(|person| list.push(person));
    let body = AcknowledgementRequested {
        publication: publication.id.into(),
        document: publication.document.into(),
        kind: publication.kind.word().to_owned(),
        version: u32::try_from(publication.version)?,
        title: publication.title.clone(),
        because: asking.because.word().to_owned(),
        due_on: asking.due_on.into(),
        people: list.people(),
        list: list.digest().into(),
    };
    let id = AskingId::fresh(act.now(), act.dice());
    let recorded = act.record_first(id, body, &[]).await?;
    assigning::insert(act, asking, &people, recorded.id).await?;
    Ok(people.len() as u64)
}

/// Asks whoever is engaged and was not asked yet: those who joined since. It compares what
/// should be with what is, so that nobody is missed who was entered in the same moment.
pub(super) async fn assign_joiners(app: &App, org: OrgId) -> Result<()> {
    for publication in in_force(app, org).await? {
        let mut db = app.read().await?;
        let now = app.clock.now();
        let asking = asking((&mut db, org), &publication, Because::Joined, now).await?;
        if !assigning::is_anybody_missing(&mut db, org, &asking).await? {
            continue;
        }
        drop(db);
        app.act_as_system(org, move |act| {
            Box::pin(async move {
                ask(act, &publication, &asking).await?;
                tell(act, asking.publication).await
            })
        })
        .await?;
    }
    Ok(())
}

/// Every publication that holds now.
pub(super) async fn in_force(app: &App, org: OrgId) -> Result<Vec<Publication>> {
    let mut db = app.read().await?;
    let mut publications = Vec::new();
    for kind in DocumentKind::ALL {
        publications.extend(documents::in_force(&mut db, org, *kind).await?);
    }
    Ok(publications)
}

async fn asking(
    (db, org): (&mut Conn, OrgId),
    publication: &Publication,
    because: Because,
    now: Moment,
) -> Result<Asking> {
    let today = now.day(&assigning::zone(db, org).await?);
    let since_version = match publication.change {
        Change::Editorial => assigning::last_change_of_substance(db, org, publication).await?,
        Change::First | Change::Material => publication.version,
    };
    Ok(Asking {
        publication: publication.id,
        document: publication.document,
        version: publication.version,
        since_version,
        because,
        today,
        due_on: today.plus_days(publication.due_days),
    })
}

async fn tell(act: &mut Act, publication: PublicationId) -> Result<()> {
    let order = TellAudience {
        publication,
        after: None,
    };
    act.later::<App, _>(&order, None).await
}
