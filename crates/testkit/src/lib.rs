//! Firms to test with: a whole product on a real address, a clock that moves only when told,
//! and clients who are people.
//!
//! ```no_run
//! # async fn sentence() -> anyhow::Result<()> {
//! let acme = testkit::firm(testkit::Engine::Sqlite).await?;
//! let page = acme.ceo.get("/").await?;
//! # Ok(()) }
//! ```
//!
//! Every test of behaviour is run on both databases by [`on_each_engine`]. PostgreSQL is a
//! throw-away cluster from the installed server programs, shared by the tests of a process.

mod authenticator;
mod client;
mod firm;
mod postgres;

pub use authenticator::Authenticator;
pub use client::{Client, Reply};
pub use firm::{Engine, Firm, FirstStart, check_log, firm, firm_with, first_start, people};
pub use postgres::{Postgres, database as postgres_database};

/// Runs a test on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_each_engine {
    ($($(#[$meta:meta])* async fn $name:ident($firm:ident: Firm) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn behaves($firm: $crate::Firm) -> anyhow::Result<()> {
                $body
                #[allow(unreachable_code)]
                Ok(())
            }

            $(#[$meta])*
            #[tokio::test]
            async fn on_sqlite() -> anyhow::Result<()> {
                let firm = $crate::firm($crate::Engine::Sqlite).await?;
                let keep = firm.clone();
                behaves(firm).await?;
                keep.check().await
            }

            $(#[$meta])*
            #[tokio::test]
            async fn on_postgres() -> anyhow::Result<()> {
                let firm = $crate::firm($crate::Engine::Postgres).await?;
                let keep = firm.clone();
                behaves(firm).await?;
                keep.check().await
            }
        }
    )+};
}
