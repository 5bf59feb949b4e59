//! Readiness: what an auditor would ask, and what the evidence answers as at a day.
//!
//! [`facts`] gathers the evidence with a fixed number of queries, the pure rules judge it, and the
//! pages say it in the reader's language, worst first. Nothing here decides what is a gap, and
//! nothing recorded is never a pass. Whoever changes a threshold does so in their own name and
//! with a reason; the log is re-read every day, because every answer rests on it.

mod api;
mod attached;
mod change_parameter;
mod changes;
mod coverages;
mod evidence;
mod judged;
mod log_check;
mod pages;
mod parity;
mod places;
mod sample;
mod speech;
mod statements;
mod store;

use std::time::Duration;

use anyhow::Result;
use kit::Day;
use kit::id::OrgId;
use kit::jobs::Duty;
use kit::reconcile::Reconciled;
use kit::words::Texts;
use rules::Readiness;
use utoipa::OpenApi;

use crate::App;
use crate::identity::Role;
use crate::shell::{Access, Routes};

pub use judged::facts;
pub use log_check::{Finding, Reread, reread};
pub use speech::{question, sentence, standing, state, title};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// What the rules say; the English is the core's own.
pub const RULE_WORDS: Texts = Texts {
    english: "",
    german: concat!(
        include_str!("words/sentences.de.ftl"),
        "\n",
        include_str!("words/manual.de.ftl")
    ),
};

pub fn routes() -> Routes {
    const READERS: Access = Access::Any(Role::READERS);
    const DECIDING: Access = Access::Any(&[Role::TopManagement, Role::SecurityManager]);
    Routes::default()
        .get("/readiness", READERS, pages::readiness::show)
        .get(
            "/readiness/questions/{number}",
            READERS,
            pages::question::show,
        )
        .get("/rules", READERS, pages::rules::show)
        .get("/rules/{rule}", READERS, pages::rule::show)
        .get("/parameters", READERS, pages::parameters::show)
        .get("/parameters/{key}", READERS, pages::parameter::show)
        .post("/parameters/{key}", DECIDING, pages::parameter::change)
        .get("/api/v1/readiness", READERS, api::readiness)
}

/// The description of the addresses for programs.
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::Described::openapi()
}

/// Re-reads the logs.
pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "verify_log",
        every: Duration::from_secs(3600),
        run: |app| Box::pin(log_check::verify_log(app)),
    }]
}

/// What every rule of the catalogue says as at a day, worst first.
pub async fn judge(app: &App, org: OrgId, as_at: Day) -> Result<Readiness> {
    Ok(judged::judged(app, org, as_at).await?.readiness.clone())
}

/// What every rule says, as at a day or today; what `countersign check` prints after it has
/// had the log read again.
pub async fn check(app: &App, org: OrgId, as_at: Option<Day>) -> Result<Readiness> {
    let as_at = match as_at {
        Some(day) => day,
        None => judged::today(app, org).await?,
    };
    judge(app, org, as_at).await
}

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    store::RECONCILED.to_vec()
}
