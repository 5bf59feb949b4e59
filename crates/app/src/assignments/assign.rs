//! Asking an audience, and asking whoever joins later.

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::db::Conn;
use kit::id::OrgId;
use kit::{Act, Day, Moment};

use super::jobs::TellAudience;
use super::model::Because;
use super::store::assigning::{self, Asking};
use crate::App;
use crate::documents::{
    self, CannotPublish, Change, DocumentKind, NewPublication, Publication, PublicationId,
};

/// Publishes a signed version and asks everybody engaged today to acknowledge it, in one unit of
/// work.
///
/// An editorial change asks only those who had not acknowledged the text since it last
/// changed in substance. People are told by a job, so that publishing to many stays quick.
pub async fn publish(act: &mut Act, new: NewPublication) -> Result<PublicationId, CannotPublish> {
    let org = act.org();
    let id = documents::publish(act, new).await?;
    let publication = documents::publication(&mut act.db, org, id)
        .await?
        .context("what was just published")?;
    let now = act.now();
    let of = (&mut act.db, org);
    let asking = asking(of, &publication, Because::Published, now).await?;
    assigning::ask_everybody(act, &asking).await?;
    tell(act, id).await?;
    Ok(id)
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
                assigning::ask_everybody(act, &asking).await?;
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
    let zone = assigning::zone(db, org).await?;
    let today = now.day(&zone);
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
        previous: previous((db, org), publication, (&zone, today)).await?,
        due_on: today.plus_days(publication.due_days),
    })
}

/// The publication before this one, and the day on which it ended: whoever had let its last day
/// pass by then stays late.
async fn previous(
    (db, org): (&mut Conn, OrgId),
    publication: &Publication,
    (zone, today): (&TimeZone, Day),
) -> Result<Option<(PublicationId, Day)>> {
    let Some(before) = &publication.previous else {
        return Ok(None);
    };
    let before = documents::publication(db, org, before.id)
        .await?
        .context("the publication before this one")?;
    let replaced_on = publication.published_at.day(zone).min(today);
    let ended_on = before
        .withdrawn_at
        .map_or(replaced_on, |at| at.day(zone).min(replaced_on));
    Ok(Some((before.id, ended_on)))
}

async fn tell(act: &mut Act, publication: PublicationId) -> Result<()> {
    let order = TellAudience {
        publication,
        after: None,
    };
    act.later::<App, _>(&order, None).await
}
