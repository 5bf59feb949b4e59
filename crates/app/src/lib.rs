//! The product: one folder per part of the domain, on the technical house `kit` and the pure core.
//!
//! Nothing else is here than the lists that the slices enter themselves into: routes, jobs,
//! duties, words. `ARCHITECTURE.md` is the map.

mod state;
mod work;

pub mod assignments;
pub mod documents;
pub mod home;
pub mod identity;
pub mod ledger;
pub mod notices;
pub mod operations;
pub mod people;
pub mod shell;
pub mod statements;

use kit::db::Migrations;
use kit::jobs::{Duty, Jobs};
use kit::words::Texts;

pub use shell::Routes;
pub use state::{App, Typesetter};
pub use work::work;

/// Every address of the product with who may use it.
#[rustfmt::skip]
pub fn routes() -> Routes {
    [
        shell::routes(),
        identity::routes(),
        ledger::routes(),
        notices::routes(),
        statements::routes(),
        operations::routes(),
        assignments::routes(),
        home::routes(),
    ]
    .into_iter()
    .fold(Routes::default(), Routes::and)
}

/// Every kind of job that a worker knows.
#[rustfmt::skip]
pub fn jobs() -> Jobs<App> {
    Jobs::default()
        .with::<notices::WriteLetter>()
        .with::<notices::SendLetter>()
        .with::<assignments::TellAudience>()
        .with::<assignments::SendReceipt>()
}

/// Everything that is done again and again.
#[rustfmt::skip]
pub fn duties() -> Vec<Duty<App>> {
    [
        ledger::duties(),
        identity::duties(),
        statements::duties(),
        operations::duties(),
        assignments::duties(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The words of every slice.
#[rustfmt::skip]
pub const WORDS: &[Texts] = &[
    shell::WORDS,
    documents::WORDS,
    identity::WORDS,
    ledger::WORDS,
    notices::WORDS,
    statements::WORDS,
    operations::WORDS,
    assignments::WORDS,
    home::WORDS,
];

/// The tables of the product, in both dialects.
pub fn migrations() -> Migrations {
    Migrations {
        sqlite: sqlx::migrate!("migrations/sqlite"),
        postgres: sqlx::migrate!("migrations/postgres"),
    }
}
