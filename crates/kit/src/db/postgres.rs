//! PostgreSQL: every unit of work is a transaction of its own; the server groups commits.

use anyhow::{Context, Result};
use sqlx::Executor;
use sqlx::error::DatabaseError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use std::str::FromStr;
use std::time::Duration;

use super::conn::{Conn, Inner};
use super::unit::{Unit, Verdict};

/// How long a request waits for a connection before it is told that there is none: no longer
/// than a person waits for a page.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub(super) struct Postgres {
    readers: PgPool,
    writers: PgPool,
}

impl Postgres {
    pub(super) async fn open(url: &str, migrations: &sqlx::migrate::Migrator) -> Result<Postgres> {
        let options = PgConnectOptions::from_str(url)?.application_name("countersign");
        let writers = PgPoolOptions::new()
            .max_connections(32)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await?;
        migrations
            .run(&writers)
            .await
            .context("failed to migrate")?;
        let readers = PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(PATIENCE)
            .connect_with(options.options([("default_transaction_read_only", "on")]))
            .await?;
        Ok(Postgres { readers, writers })
    }

    pub(super) async fn read(&self) -> Result<Conn> {
        Ok(Conn(Inner::Postgres(self.readers.acquire().await?)))
    }

    pub(super) async fn snapshot(&self) -> Result<Conn> {
        let mut connection = self.readers.acquire().await?;
        // Never back into the pool: the open transaction ends with the connection.
        connection.close_on_drop();
        connection
            .execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .await?;
        Ok(Conn(Inner::Postgres(connection)))
    }

    /// On a task of its own, so that a request that is dropped half-way cannot leave its
    /// transaction to the next one.
    pub(super) async fn write(&self, unit: Unit) -> Result<()> {
        let connection = self.writers.acquire().await?;
        tokio::spawn(transaction(connection, unit))
            .await
            .context("failed to run to the end")?
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// Classes 08 (connection) and 53 (resources), and 57P: shutting down, crashed, starting up.
pub(super) fn is_unavailable(error: &dyn DatabaseError) -> bool {
    let code = error.code().unwrap_or_default();
    ["08", "53", "57P"]
        .iter()
        .any(|class| code.starts_with(class))
}

async fn transaction(mut connection: PoolConnection<sqlx::Postgres>, unit: Unit) -> Result<()> {
    connection.execute("BEGIN").await?;
    let (conn, verdict) = unit(Conn(Inner::Postgres(connection))).await;
    let Conn(Inner::Postgres(mut connection)) = conn else {
        unreachable!("a unit of work gives back the connection it was given")
    };
    let end = if verdict == Verdict::Keep {
        "COMMIT"
    } else {
        "ROLLBACK"
    };
    // A COMMIT of a failed transaction answers ROLLBACK without an error: ask what it did.
    let done = connection.fetch_all(end).await.context("failed to commit");
    if done.is_err() {
        connection.close_on_drop();
    }
    done.map(drop)
}
