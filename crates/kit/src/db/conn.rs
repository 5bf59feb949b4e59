//! A connection on which store functions run their queries.

use anyhow::{Context, Result, bail};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use sqlx::FromRow;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgRow, Postgres};
use sqlx::sqlite::{SqliteConnection, SqliteRow};

use super::insert::{self, Insert};
use super::readers::Reader;
use super::sql::{Args, Sql};
use super::{postgres, sqlite};

/// A row type that both drivers can fill: derive [`FromRow`] on a struct, or use a tuple.
pub trait Row:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static
{
}

impl<T> Row for T where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static
{
}

/// One connection, reading or within a unit of work.
#[derive(Debug)]
pub struct Conn {
    pub(super) inner: Inner,
    /// Did the unit of work already say to the database that it begins?
    pub(super) begun: bool,
    /// Rows that go to the database with the next statement, or at the end of the unit of work.
    pub(super) waiting: Vec<Insert>,
}

#[derive(Debug)]
pub(super) enum Inner {
    SqliteReader(Reader),
    SqliteSnapshot(SqliteConnection),
    SqliteWriter(SqliteConnection),
    PostgresReader(PoolConnection<Postgres>),
    PostgresWriter(PoolConnection<Postgres>),
}

impl From<Inner> for Conn {
    fn from(inner: Inner) -> Conn {
        Conn {
            inner,
            begun: false,
            waiting: Vec::new(),
        }
    }
}

/// Runs the same call on whichever driver the connection has.
macro_rules! on_driver {
    ($conn:expr, $sql:expr, $args:expr, |$text:ident, $bound:ident, $executor:ident| $call:expr) => {{
        let sql: Sql = $sql;
        match &mut $conn.inner {
            Inner::SqliteReader(connection) => {
                let ($text, $bound, $executor) =
                    (sql.sqlite, sqlite::bind($args)?, &mut **connection);
                $call
            }
            Inner::SqliteSnapshot(connection) | Inner::SqliteWriter(connection) => {
                let ($text, $bound, $executor) =
                    (sql.sqlite, sqlite::bind($args)?, &mut *connection);
                $call
            }
            Inner::PostgresReader(connection) | Inner::PostgresWriter(connection) => {
                let ($text, $bound, $executor) =
                    (sql.postgres, postgres::bind($args)?, &mut **connection);
                $call
            }
        }
    }};
}

impl Conn {
    /// Exactly one row.
    pub async fn one<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<T> {
        let sql = self.ready_for(sql).await?;
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound).fetch_one(executor).await?
        }))
    }

    /// One row or none.
    pub async fn maybe<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<Option<T>> {
        let sql = self.ready_for(sql).await?;
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound)
                .fetch_optional(executor)
                .await?
        }))
    }

    /// Every row, in memory: for lists that a page shows.
    pub async fn all<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<Vec<T>> {
        let sql = self.ready_for(sql).await?;
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound).fetch_all(executor).await?
        }))
    }

    /// Every row, one at a time: for populations and packs.
    pub async fn stream<T: Row>(
        &mut self,
        sql: impl Into<Sql>,
        args: Args,
    ) -> Result<BoxStream<'_, Result<T>>> {
        let sql = self.ready_for(sql).await?;
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound)
                .fetch(executor)
                .map(|row| row.map_err(anyhow::Error::from))
                .boxed()
        }))
    }

    /// Runs a statement; how many rows it changed.
    pub async fn run(&mut self, sql: impl Into<Sql>, args: Args) -> Result<u64> {
        let sql = self.ready_for(sql).await?;
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_with(text, bound)
                .execute(executor)
                .await?
                .rows_affected()
        }))
    }

    /// Inserts many rows with few statements; how many there were. `into` is
    /// `INSERT INTO table (a, b)`, `tail` what follows the rows, such as `ON CONFLICT DO NOTHING`.
    pub async fn insert_many(
        &mut self,
        into: &'static str,
        rows: Vec<Args>,
        tail: &'static str,
    ) -> Result<u64> {
        self.write_waiting().await?;
        self.begin().await?;
        let mut inserted = 0;
        for batch in insert::batches(Insert { into, rows, tail }) {
            inserted += self.insert_together(vec![batch]).await?;
        }
        Ok(inserted)
    }

    /// Inserts rows about which nobody asks: they go with the others that wait, before the next
    /// statement or at the end of the unit of work, in one message to the database. If they
    /// cannot be inserted, the unit fails there.
    pub fn insert_soon(&mut self, into: &'static str, rows: Vec<Args>, tail: &'static str) {
        if !rows.is_empty() {
            insert::add(&mut self.waiting, Insert { into, rows, tail });
        }
    }

    /// Writes the rows that wait.
    pub(crate) async fn write_waiting(&mut self) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let waiting = std::mem::take(&mut self.waiting);
        if insert::fit_together(&waiting) {
            self.insert_together(waiting).await?;
            return Ok(());
        }
        for batch in waiting.into_iter().flat_map(insert::batches) {
            self.insert_together(vec![batch]).await?;
        }
        Ok(())
    }

    /// Has PostgreSQL look again at a table into which much was written at once: it would plan for
    /// an almost empty one until it looks by itself, a minute later. SQLite plans by its indexes.
    pub async fn look_again(&mut self, table: &'static str) -> Result<()> {
        self.write_waiting().await?;
        self.begin().await?;
        if let Inner::PostgresWriter(connection) = &mut self.inner {
            postgres::analyze(connection, table).await?;
        }
        Ok(())
    }

    /// A lock on `name` held until the unit of work ends, so that two people who press the same
    /// button are decided one after the other. SQLite has one writer and needs none.
    pub async fn lock(&mut self, name: &str) -> Result<()> {
        self.write_waiting().await?;
        let begun = self.begun;
        if let Inner::PostgresWriter(connection) = &mut self.inner {
            self.begun = true;
            postgres::lock(connection, name, begun)
                .await
                .context("failed to wait for another unit of work")?;
        }
        Ok(())
    }

    /// Makes the connection ready for a statement: what waits is written before it.
    async fn ready_for(&mut self, sql: impl Into<Sql>) -> Result<Sql> {
        let sql = sql.into();
        self.write_waiting().await?;
        let reads =
            matches!(self.inner, Inner::SqliteWriter(_)) && sql.sqlite.starts_with("SELECT");
        if !reads {
            self.begin().await?;
        }
        Ok(sql)
    }

    /// Begins the unit of work, if it has not begun.
    async fn begin(&mut self) -> Result<()> {
        // Before it is done: one that failed half-way has to be undone as well.
        let begun = std::mem::replace(&mut self.begun, true);
        match &mut self.inner {
            Inner::SqliteWriter(connection) if !begun => sqlite::begin(connection).await,
            Inner::PostgresWriter(connection) if !begun => postgres::begin(connection).await,
            _ => Ok(()),
        }
    }

    /// Inserts rows of several tables with one message.
    async fn insert_together(&mut self, inserts: Vec<Insert>) -> Result<u64> {
        if !matches!(self.inner, Inner::SqliteWriter(_)) {
            self.begin().await?;
        }
        let begun = std::mem::replace(&mut self.begun, true);
        match &mut self.inner {
            Inner::SqliteWriter(connection) => sqlite::insert(connection, inserts, begun).await,
            Inner::PostgresWriter(connection) => postgres::insert(connection, inserts).await,
            _ => bail!("nothing is written outside a unit of work"),
        }
    }
}
