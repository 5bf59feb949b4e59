//! `kill -9` at any moment: every answered request is there, once, and the log goes on.

use std::time::Duration;

use anyhow::Result;
use kit::dice::Dice;

use crate::running::{Load, Place};

#[tokio::test]
async fn nothing_that_was_answered_is_lost_on_sqlite() -> Result<()> {
    let folder = tempfile::tempdir()?;
    survives(&Place::new(folder.path(), None)?, 12).await
}

#[tokio::test]
async fn nothing_that_was_answered_is_lost_on_postgres() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let postgres = testkit::Postgres::start()?;
    survives(&Place::new(folder.path(), Some(postgres.database()?))?, 10).await
}

async fn survives(place: &Place, kills: usize) -> Result<()> {
    let mut server = place.start()?;
    let (_, token) = server.founder().await?;
    let load = Load::on(&server, &token)?;
    for _ in 0..kills {
        let [moment] = Dice::system().bytes::<1>();
        tokio::time::sleep(Duration::from_millis(30 + u64::from(moment))).await;
        server.kill()?;
        server = place.start()?;
    }
    let answered = load.end().await?;
    assert!(
        answered.len() > kills,
        "only {} were entered",
        answered.len()
    );
    server.nothing_waits().await?;
    server.stop()?;
    place.holds(&answered).await
}
