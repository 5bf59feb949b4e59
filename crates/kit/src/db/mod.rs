//! The database seam. One portable SQL text per query runs on SQLite and PostgreSQL;
//! a store function sees a [`Conn`] and never a driver.
//!
//! Reading connections cannot write: SQLite's are opened `query_only`, PostgreSQL's
//! `default_transaction_read_only`. Writing goes through [`Db::write`], which hands a
//! unit of work to the single writer (SQLite, where waiting units share one durable
//! commit) or to an ordinary transaction (PostgreSQL), and answers after the commit.

mod cells;
mod column;
mod conn;
mod insert;
mod postgres;
mod readers;
mod sql;
mod sqlite;
mod unit;

use anyhow::{Context, Result};

pub use cells::Cells;
pub use conn::{Conn, Row};
pub use sql::{Args, Sql, Value, Word};
pub use sqlx::FromRow;
pub(crate) use unit::{Unit, Verdict};

/// Everything the column macros need to name, kept out of the slices' sight.
#[doc(hidden)]
pub mod private {
    pub use sqlx::{Database, Decode, Type, decode::Decode as DecodeTrait, error::BoxDynError};
}

/// An open database: cheap to clone, shared by every request and job.
#[derive(Clone, Debug)]
pub struct Db(Driver);

#[derive(Clone, Debug)]
enum Driver {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// The migrations of the product, one folder per dialect, same numbers and names.
#[derive(Debug)]
pub struct Migrations {
    pub sqlite: sqlx::migrate::Migrator,
    pub postgres: sqlx::migrate::Migrator,
}

impl Db {
    /// Opens `postgres://…` or a path to an SQLite file (made when missing) and migrates it.
    pub async fn open(url: &str, migrations: &Migrations) -> Result<Db> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let postgres = postgres::Postgres::open(url, &migrations.postgres).await;
            Ok(Db(Driver::Postgres(
                postgres.context("failed to open the PostgreSQL database")?,
            )))
        } else {
            let sqlite = sqlite::Sqlite::open(url.as_ref(), &migrations.sqlite).await;
            Ok(Db(Driver::Sqlite(
                sqlite.with_context(|| format!("failed to open {url}"))?,
            )))
        }
    }

    /// A connection that can only read.
    pub async fn read(&self) -> Result<Conn> {
        match &self.0 {
            Driver::Sqlite(sqlite) => sqlite.read().await,
            Driver::Postgres(postgres) => postgres.read().await,
        }
    }

    /// A reading connection that sees one state of the database, whatever is written meanwhile.
    pub async fn snapshot(&self) -> Result<Conn> {
        match &self.0 {
            Driver::Sqlite(sqlite) => sqlite.snapshot().await,
            Driver::Postgres(postgres) => postgres.snapshot().await,
        }
    }

    /// Runs a unit of work to its durable commit.
    pub(crate) async fn write(&self, unit: Unit) -> Result<()> {
        match &self.0 {
            Driver::Sqlite(sqlite) => sqlite.write(unit).await,
            Driver::Postgres(postgres) => postgres.write(unit).await,
        }
    }

    /// Copies the database into a new SQLite file while it is in use; `None` for PostgreSQL,
    /// whose own tools do it better.
    pub async fn backup_to(&self, file: &std::path::Path) -> Result<Option<()>> {
        match &self.0 {
            Driver::Sqlite(sqlite) => sqlite.backup_to(file).await.map(Some),
            Driver::Postgres(_) => Ok(None),
        }
    }

    /// `"SQLite"` or `"PostgreSQL"`, for people.
    pub fn kind(&self) -> &'static str {
        match &self.0 {
            Driver::Sqlite(_) => "SQLite",
            Driver::Postgres(_) => "PostgreSQL",
        }
    }

    /// Waits for running units and closes every connection.
    pub async fn close(&self) {
        match &self.0 {
            Driver::Sqlite(sqlite) => sqlite.close().await,
            Driver::Postgres(postgres) => postgres.close().await,
        }
    }
}

/// Did this failure come from a uniqueness rule, that is: did somebody else get there first?
pub fn is_conflict(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<sqlx::Error>())
        .any(|cause| {
            cause
                .as_database_error()
                .is_some_and(|e| e.is_unique_violation())
        })
}

/// Did this failure come from a database that is away, full or shutting down?
pub fn is_unavailable(error: &anyhow::Error) -> bool {
    use sqlx::Error::{Io, PoolClosed, PoolTimedOut, WorkerCrashed};
    let is_given_up = error.chain().any(|cause| cause.is::<sqlite::GivenUp>());
    is_given_up
        || error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<sqlx::Error>())
            .any(|cause| {
                matches!(cause, Io(_) | PoolClosed | PoolTimedOut | WorkerCrashed)
                    || cause.as_database_error().is_some_and(|e| {
                        sqlite::is_unavailable(e).unwrap_or_else(|| postgres::is_unavailable(e))
                    })
            })
}
