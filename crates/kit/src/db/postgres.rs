//! PostgreSQL: every unit of work is a transaction of its own; the server groups commits.

use anyhow::{Context, Result};
use sqlx::error::DatabaseError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::{Arguments, AssertSqlSafe, Connection, Executor, SqlSafeStr};
use std::str::FromStr;
use std::time::Duration;

use super::conn::{Conn, Inner};
use super::insert::{self, Insert};
use super::sql::{Args, Value};
use super::unit::{Unit, Verdict};
use crate::Digest;

/// How long a request waits for a connection before it is told that there is none: no longer
/// than a person waits for a page.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long an idle connection is taken to stand.
const TRUSTED: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub(super) struct Postgres {
    readers: PgPool,
    writers: PgPool,
}

impl Postgres {
    pub(super) async fn open(url: &str, migrations: &sqlx::migrate::Migrator) -> Result<Postgres> {
        let options = PgConnectOptions::from_str(url)?.application_name("countersign");
        let writers = pool(32).connect_with(options.clone()).await?;
        migrations
            .run(&writers)
            .await
            .context("failed to migrate")?;
        let readers = pool(16)
            .connect_with(options.options([("default_transaction_read_only", "on")]))
            .await?;
        Ok(Postgres { readers, writers })
    }

    pub(super) async fn read(&self) -> Result<Conn> {
        Ok(Inner::PostgresReader(self.readers.acquire().await?).into())
    }

    pub(super) async fn snapshot(&self) -> Result<Conn> {
        let mut connection = self.readers.acquire().await?;
        // Never back into the pool: the open transaction ends with the connection.
        connection.close_on_drop();
        connection
            .execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .await?;
        Ok(Inner::PostgresReader(connection).into())
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

/// A connection that was idle for a while is asked whether it still stands before it is used; to
/// ask one that was in use a moment ago would cost as much as a query.
fn pool(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, of| {
            Box::pin(async move {
                if of.idle_for > TRUSTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
}

/// Classes 08 (connection) and 53 (resources), and 57P: shutting down, crashed, starting up.
pub(super) fn is_unavailable(error: &dyn DatabaseError) -> bool {
    let code = error.code().unwrap_or_default();
    ["08", "53", "57P"]
        .iter()
        .any(|class| code.starts_with(class))
}

/// A transaction in which a statement failed is rolled back by its COMMIT, without an error; any
/// other statement in it is refused.
const COMMIT: &str = "SELECT 1; COMMIT";

async fn transaction(connection: PoolConnection<sqlx::Postgres>, unit: Unit) -> Result<()> {
    let (conn, verdict) = unit(Inner::PostgresWriter(connection).into()).await;
    let begun = conn.begun;
    let Inner::PostgresWriter(mut connection) = conn.inner else {
        unreachable!("a unit of work gives back the connection it was given")
    };
    if !begun {
        return Ok(());
    }
    let end = if verdict == Verdict::Keep {
        COMMIT
    } else {
        "ROLLBACK"
    };
    let done = connection.fetch_all(end).await.context("failed to commit");
    if done.is_err() {
        connection.close_on_drop();
    }
    done.map(drop)
}

/// Begins a unit of work.
pub(super) async fn begin(connection: &mut PgConnection) -> Result<()> {
    connection.execute("BEGIN").await?;
    Ok(())
}

/// Waits for the lock of this name, with the same message that begins the unit if it has not begun.
pub(super) async fn lock(connection: &mut PgConnection, name: &str, begun: bool) -> Result<()> {
    let begin = if begun { "" } else { "BEGIN; " };
    let number = number_of(name);
    // Safe: a number is the only part that is not static.
    let text = AssertSqlSafe(format!("{begin}SELECT pg_advisory_xact_lock({number})"));
    connection.execute(text).await?;
    Ok(())
}

pub(super) async fn analyze(connection: &mut PgConnection, table: &'static str) -> Result<()> {
    // Safe: the name of a table of ours.
    connection
        .execute(AssertSqlSafe(format!("ANALYZE {table}")))
        .await?;
    Ok(())
}

/// PostgreSQL's locks have numbers.
fn number_of(name: &str) -> i64 {
    let [a, b, c, d, e, f, g, h, ..] = Digest::of(name).0;
    i64::from_be_bytes([a, b, c, d, e, f, g, h])
}

/// Inserts rows of several tables with one statement.
pub(super) async fn insert(connection: &mut PgConnection, inserts: Vec<Insert>) -> Result<u64> {
    let is_usual = insert::is_usual(&inserts);
    // Safe: the text is made of static parts and numbered placeholders only.
    let text = AssertSqlSafe(insert::postgres_text(&inserts)).into_sql_str();
    let done = sqlx::query_with(text, bind(insert::arguments(inserts))?)
        .persistent(is_usual)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}

pub(super) fn bind(args: Args) -> Result<PgArguments> {
    let mut bound = PgArguments::default();
    for value in args {
        match value {
            Value::Text(v) => bound.add(v),
            Value::Int(v) => bound.add(v),
            Value::Bytes(v) => bound.add(v),
            Value::Bool(v) => bound.add(v),
        }
        .map_err(anyhow::Error::from_boxed)?;
    }
    Ok(bound)
}
