//! The product: one folder per part of the domain, on the technical house `kit` and the pure core.
//!
//! Nothing else is here than the lists that the slices enter themselves into: routes, jobs,
//! duties, words. `ARCHITECTURE.md` is the map.

mod state;
mod work;

pub mod api;
pub mod assignments;
pub mod audits;
pub mod demo;
pub mod documents;
pub mod home;
pub mod identity;
pub mod ledger;
pub mod notices;
pub mod operations;
pub mod people;
pub mod policies;
pub mod readiness;
pub mod setup;
pub mod shell;
pub mod signatures;
pub mod statements;
pub mod versions;

use kit::db::Migrations;
use kit::jobs::{Duty, Jobs};
use kit::reconcile::{Reconciled, Together};
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
        setup::routes(),
        signatures::routes(),
        statements::routes(),
        versions::routes(),
        policies::routes(),
        readiness::routes(),
        operations::routes(),
        people::routes(),
        api::routes(),
        assignments::routes(),
        home::routes(),
        audits::routes(),
        demo::routes(),
    ]
    .into_iter()
    .fold(Routes::default(), Routes::and)
}

/// The description of the interface for programs.
#[rustfmt::skip]
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::document([
        people::openapi(),
        statements::openapi(),
        policies::openapi(),
        assignments::openapi(),
        readiness::openapi(),
        audits::openapi(),
    ])
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
        readiness::duties(),
        operations::duties(),
        people::duties(),
        api::duties(),
        assignments::duties(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every table whose rows rest on records.
#[rustfmt::skip]
pub fn reconciled() -> Vec<Reconciled> {
    [
        ledger::reconciled(),
        identity::reconciled(),
        people::reconciled(),
        documents::reconciled(),
        assignments::reconciled(),
        readiness::reconciled(),
        audits::reconciled(),
    ]
    .concat()
}

/// What several rows say together of several records.
pub const RECONCILED_TOGETHER: &[Together] = &[
    people::roster_differs,
    assignments::lists_differ,
    documents::rounds_differ,
];

/// The words of every slice.
#[rustfmt::skip]
pub const WORDS: &[Texts] = &[
    shell::WORDS,
    documents::WORDS,
    identity::WORDS,
    ledger::WORDS,
    notices::WORDS,
    setup::WORDS,
    signatures::WORDS,
    statements::WORDS,
    policies::WORDS,
    readiness::WORDS,
    readiness::RULE_WORDS,
    operations::WORDS,
    people::WORDS,
    people::IMPORT_WORDS,
    people::REGISTER_WORDS,
    assignments::WORDS,
    policies::IMPORT_WORDS,
    home::WORDS,
    audits::WORDS,
    audits::FINDING_WORDS,
    demo::WORDS,
];

/// The tables of the product, in both dialects.
pub fn migrations() -> Migrations {
    Migrations {
        sqlite: sqlx::migrate!("migrations/sqlite"),
        postgres: sqlx::migrate!("migrations/postgres"),
    }
}
