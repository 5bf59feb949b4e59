//! Running an installation: is it alive, is it ready, how busy is it, what went wrong.
//!
//! `/healthz` says that the process lives and touches nothing. `/readyz` says that a request
//! would be served: the database answers and every log continues what was signed. `/metrics`
//! counts, and knows no person. The administrator sees states and numbers and may try a
//! failed job again; what was recorded or written stays out of sight.

mod health;
mod metrics;
mod pages;
mod retry;
mod store;

use std::time::Duration;

use kit::jobs::Duty;
use kit::words::Texts;

use crate::App;
use crate::shell::{Access, Routes};

pub(crate) use metrics::{count_request, count_unit};
pub use retry::{CannotRetry, retry};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    Routes::default()
        .get("/healthz", Access::Public, health::lives)
        .get("/readyz", Access::Public, health::is_ready)
        // Who may read the numbers is a matter of the installation, not of a role.
        .get("/metrics", Access::Public, metrics::show)
        .and(pages::routes())
}

pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "settle-metrics",
        every: Duration::from_secs(15),
        run: |_| {
            Box::pin(async {
                metrics::settle();
                Ok(())
            })
        },
    }]
}
