//! The database goes away, or the disk is full: whoever asks is told, and it goes on by itself.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};
use reqwest::StatusCode;
use testkit::Client;

use crate::running::{Load, Place, is_not_now};

#[tokio::test]
async fn a_database_that_goes_away_and_comes_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let postgres = testkit::Postgres::start()?;
    let place = Place::new(folder.path(), Some(postgres.database()?))?;
    let server = place.start()?;
    let (founder, token) = server.founder().await?;
    let load = Load::on(&server, &token)?;
    tokio::time::sleep(Duration::from_millis(300)).await;

    postgres.stop()?;
    let program = Client::program(&server.base, &token)?;
    let (page, document, ready) = tokio::join!(
        founder.get("/people"),
        program.get("/api/v1/people"),
        founder.get("/readyz"),
    );
    let page = page?;
    is_not_now(&page)?;
    assert!(page.text().contains("<h1>Not available at the moment</h1>"));
    let document = document?;
    is_not_now(&document)?;
    assert_eq!(document.headers["content-type"], "application/problem+json");
    assert_eq!(ready?.status, StatusCode::SERVICE_UNAVAILABLE);
    founder.get("/healthz").await?.ok()?;

    postgres.start_again()?;
    is_ready_again(&founder).await?;
    founder.get("/people").await?.ok()?;
    let answered = load.end().await?;
    server.nothing_waits().await?;
    server.stop()?;
    place.holds(&answered).await
}

#[tokio::test]
async fn a_disk_that_is_full_and_has_space_again() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let place = Place::new(folder.path(), None)?;
    let server = place.start()?;
    let (founder, token) = server.founder().await?;
    let load = Load::on(&server, &token)?;
    tokio::time::sleep(Duration::from_millis(300)).await;

    let nobody_may_write = "--fsize=0:unlimited";
    limit(&server.pid(), nobody_may_write)?;
    let ada = [("name", "Ada Lovelace"), ("day", "2026-03-10")];
    let refused = founder.post("/people", &ada).await?;
    is_not_now(&refused)?;
    founder.get("/people").await?.ok()?;

    limit(&server.pid(), "--fsize=unlimited:unlimited")?;
    founder.post("/people", &ada).await?.sent_on()?;
    let answered = load.end().await?;
    server.nothing_waits().await?;
    server.stop()?;
    place.holds(&answered).await
}

/// What the system lets a process write, at most and from now on.
fn limit(pid: &str, limit: &str) -> Result<()> {
    let limited = Command::new("prlimit")
        .args(["--pid", pid, limit])
        .status()?;
    ensure!(limited.success(), "prlimit {limit}");
    Ok(())
}

async fn is_ready_again(anybody: &Client) -> Result<()> {
    for _ in 0..100 {
        if anybody.get("/readyz").await?.status == StatusCode::OK {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("not ready ten seconds later")
}
