//! Tokens with which a program speaks for a person, with that person's roles.

use anyhow::Result;
use jiff::SignedDuration;
use kit::Digest;

use super::store;
use crate::App;
use crate::identity::Viewer;

/// How long a token may last, in days.
pub(super) const DAYS: [i64; 3] = [30, 90, 365];

/// Makes a token and gives it back: the only time that it exists outside the program that uses it.
///
/// The prefix lets programs that look for leaked secrets recognise it.
pub(super) async fn make(app: &App, viewer: &Viewer, name: &str, days: i64) -> Result<String> {
    let token = format!("cs_{}", app.dice.token());
    let (owner, digest, name) = (
        (viewer.org, viewer.person),
        Digest::of(&token),
        name.to_owned(),
    );
    let now = app.clock.now();
    let until = now.plus(SignedDuration::from_hours(24 * days));
    kit::act::plainly(&app.db, move |db| {
        Box::pin(async move { store::insert_token(db, owner, (digest, &name), (now, until)).await })
    })
    .await?;
    Ok(token)
}
