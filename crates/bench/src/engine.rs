//! The engines alone: rows of the size of a record, as fast as they commit them durably.

use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result};
use futures_util::future::try_join_all;
use sqlx::postgres::{PgConnection, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Executor};

use crate::clock;

const ROW: [u8; 600] = [7; 600];

/// Durable rows a second from one writer that commits `group` rows at a time.
pub(crate) async fn sqlite(folder: &Path, group: usize, rows: usize) -> Result<f64> {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("raw.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut connection: SqliteConnection = options.connect().await?;
    connection
        .execute("CREATE TABLE IF NOT EXISTS raw (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        .await?;
    let start = clock::start();
    for _ in 0..rows / group {
        let mut unit = connection.begin().await?;
        for _ in 0..group {
            let insert = sqlx::query("INSERT INTO raw (bytes) VALUES ($1)");
            insert.bind(&ROW[..]).execute(&mut *unit).await?;
        }
        unit.commit().await?;
    }
    Ok(rows as f64 / start.elapsed().as_secs_f64())
}

/// Durable rows a second from so many clients, each committing one row at a time.
pub(crate) async fn postgres(clients: usize, rows: usize) -> Result<f64> {
    let url = url()?;
    let pool = PgPoolOptions::new()
        .max_connections(clients as u32)
        .connect(url)
        .await?;
    pool.execute("CREATE TABLE IF NOT EXISTS raw (id BIGSERIAL PRIMARY KEY, bytes BYTEA NOT NULL)")
        .await?;
    let start = clock::start();
    try_join_all((0..clients).map(|_| commit_rows(&pool, rows / clients))).await?;
    Ok(rows as f64 / start.elapsed().as_secs_f64())
}

async fn commit_rows(pool: &PgPool, rows: usize) -> Result<()> {
    let mut connection = pool.acquire().await?;
    for _ in 0..rows {
        let insert = sqlx::query("INSERT INTO raw (bytes) VALUES ($1)");
        insert.bind(&ROW[..]).execute(&mut *connection).await?;
    }
    Ok(())
}

fn url() -> Result<&'static str> {
    static URL: OnceLock<String> = OnceLock::new();
    if let Some(url) = URL.get() {
        return Ok(url);
    }
    let url = testkit::postgres_database()?;
    Ok(URL.get_or_init(|| url))
}

/// The servers of the tests may forget what they committed; those of a benchmark may not.
pub(crate) async fn keep_what_is_committed() -> Result<()> {
    let mut connection = PgConnection::connect(url()?).await?;
    connection.execute("ALTER SYSTEM SET fsync = on").await?;
    connection.execute("SELECT pg_reload_conf()").await?;
    for _ in 0..100 {
        let (fsync,): (String,) = sqlx::query_as("SHOW fsync")
            .fetch_one(&mut connection)
            .await?;
        if fsync == "on" {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    None.context("PostgreSQL does not keep what is committed")
}
