//! A connection on which store functions run their queries.

use anyhow::{Context, Result};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgRow, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, FromRow, SqlSafeStr};

use super::sql::{Args, Sql, Value};

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
pub struct Conn(pub(super) Inner);

#[derive(Debug)]
pub(super) enum Inner {
    SqliteWriter(SqliteConnection),
    SqliteReader(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// Runs the same call on whichever driver the connection has.
macro_rules! on_driver {
    ($conn:expr, $sql:expr, $args:expr, |$text:ident, $bound:ident, $executor:ident| $call:expr) => {{
        let sql: Sql = $sql.into();
        match &mut $conn.0 {
            Inner::SqliteWriter(connection) => {
                let ($text, $bound, $executor) =
                    (sql.sqlite, sqlite_args($args)?, &mut *connection);
                $call
            }
            Inner::SqliteReader(connection) => {
                let ($text, $bound, $executor) =
                    (sql.sqlite, sqlite_args($args)?, &mut **connection);
                $call
            }
            Inner::Postgres(connection) => {
                let ($text, $bound, $executor) =
                    (sql.postgres, postgres_args($args)?, &mut **connection);
                $call
            }
        }
    }};
}

impl Conn {
    /// Exactly one row.
    pub async fn one<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<T> {
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound).fetch_one(executor).await?
        }))
    }

    /// One row or none.
    pub async fn maybe<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<Option<T>> {
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound)
                .fetch_optional(executor)
                .await?
        }))
    }

    /// Every row, in memory: for lists that a page shows.
    pub async fn all<T: Row>(&mut self, sql: impl Into<Sql>, args: Args) -> Result<Vec<T>> {
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound).fetch_all(executor).await?
        }))
    }

    /// Every row, one at a time: for populations and packs.
    pub fn stream<T: Row>(
        &mut self,
        sql: impl Into<Sql>,
        args: Args,
    ) -> Result<BoxStream<'_, Result<T>>> {
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_as_with(text, bound)
                .fetch(executor)
                .map(|row| row.map_err(anyhow::Error::from))
                .boxed()
        }))
    }

    /// Runs a statement; how many rows it changed.
    pub async fn run(&mut self, sql: impl Into<Sql>, args: Args) -> Result<u64> {
        Ok(on_driver!(self, sql, args, |text, bound, executor| {
            sqlx::query_with(text, bound)
                .execute(executor)
                .await?
                .rows_affected()
        }))
    }

    /// Inserts many rows with few statements. `into` is `INSERT INTO table (a, b)`, `tail` what
    /// follows the rows, such as `ON CONFLICT DO NOTHING`.
    pub async fn insert_many(
        &mut self,
        into: &'static str,
        rows: Vec<Args>,
        tail: &'static str,
    ) -> Result<u64> {
        let Some(width) = rows.first().map(Vec::len) else {
            return Ok(0);
        };
        let mut inserted = 0;
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            // Both databases take at least 32,766 arguments a statement.
            let batch: Vec<Args> = rows.by_ref().take((30_000 / width).min(500)).collect();
            let text = format!("{into} VALUES {} {tail}", placeholders(batch.len(), width));
            inserted += self
                .run_text(text, batch.into_iter().flatten().collect())
                .await?;
        }
        Ok(inserted)
    }

    /// A lock on `name` held until the unit of work ends, so that two people who press the same
    /// button are decided one after the other. SQLite has one writer and needs none.
    pub async fn lock(&mut self, name: &str) -> Result<()> {
        if let Inner::Postgres(connection) = &mut self.0 {
            sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .bind(name)
                .execute(&mut **connection)
                .await
                .context("failed to wait for another unit of work")?;
        }
        Ok(())
    }

    async fn run_text(&mut self, text: String, args: Args) -> Result<u64> {
        // Safe: the text is made of a static prefix and numbered placeholders only.
        let text = AssertSqlSafe(text).into_sql_str();
        Ok(match &mut self.0 {
            Inner::SqliteWriter(connection) => sqlx::query_with(text, sqlite_args(args)?)
                .execute(connection)
                .await?
                .rows_affected(),
            Inner::SqliteReader(connection) => sqlx::query_with(text, sqlite_args(args)?)
                .execute(&mut **connection)
                .await?
                .rows_affected(),
            Inner::Postgres(connection) => sqlx::query_with(text, postgres_args(args)?)
                .execute(&mut **connection)
                .await?
                .rows_affected(),
        })
    }
}

fn placeholders(rows: usize, width: usize) -> String {
    let mut text = String::with_capacity(rows * width * 7);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..width {
            if column > 0 {
                text.push(',');
            }
            text.push('$');
            text.push_str(&(row * width + column + 1).to_string());
        }
        text.push(')');
    }
    text
}

fn sqlite_args(args: Args) -> Result<SqliteArguments> {
    use sqlx::Arguments;
    let mut bound = SqliteArguments::default();
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

fn postgres_args(args: Args) -> Result<PgArguments> {
    use sqlx::Arguments;
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
