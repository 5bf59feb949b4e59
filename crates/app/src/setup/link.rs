//! The link of the first start.

use anyhow::Result;
use kit::Digest;
use url::Url;

use super::store;
use crate::App;

/// A link to the set-up, while there is no organisation; for the server to print.
///
/// Every start makes one of its own. They all end with the first organisation.
pub async fn first_link(app: &App) -> Result<Option<Url>> {
    if store::has_organisation(&mut app.read().await?).await? {
        return Ok(None);
    }
    let token = app.dice.token();
    let (digest, now) = (Digest::of(&token), app.clock.now());
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::insert_link(db, digest, now))
    })
    .await?;
    Ok(Some(app.address.join(&format!("/setup/{token}"))?))
}

/// Can this link still be used?
pub(super) async fn is_open(app: &App, token: &str) -> Result<bool> {
    let mut db = app.read().await?;
    Ok(store::is_open(&mut db, Digest::of(token)).await?
        && !store::has_organisation(&mut db).await?)
}
