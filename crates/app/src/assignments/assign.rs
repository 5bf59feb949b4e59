//! Asking an audience, and asking whoever joins later.

use anyhow::{Context, Result};
use kit::Act;
use kit::id::OrgId;

use super::jobs::TellAudience;
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
    let asking = asking(act, &publication, Because::Published).await?;
    let asked = assigning::ask_everybody(act, &asking).await?;
    tell(act, publication.id).await?;
    Ok(asked)
}

/// Asks whoever joined an organisation after its publications came out.
pub(super) async fn assign_joiners(app: &App, org: OrgId) -> Result<()> {
    for publication in in_force(app, org).await? {
        if !assigning::has_joiners(&mut app.read().await?, org, &publication, app.clock.now())
            .await?
        {
            continue;
        }
        app.act_as_system(org, move |act| {
            Box::pin(async move {
                let asking = asking(act, &publication, Because::Joined).await?;
                assigning::ask_joiners(act, &asking).await?;
                tell(act, publication.id).await
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

async fn asking(act: &mut Act, publication: &Publication, because: Because) -> Result<Asking> {
    let org = act.org();
    let zone = assigning::zone(&mut act.db, org).await?;
    let today = act.now().day(&zone);
    let since_version = match publication.change {
        Change::Editorial => {
            assigning::last_change_of_substance(&mut act.db, org, publication).await?
        }
        Change::First | Change::Material => publication.version,
    };
    Ok(Asking {
        publication: publication.id,
        document: publication.document,
        version: publication.version,
        since_version,
        because,
        published_at: publication.published_at,
        published_on: publication.published_at.day(&zone),
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
