//! What the administrator sees: states and numbers, and the jobs behind them.

mod jobs;
mod overview;

use crate::identity::Role;
use crate::shell::{Access, Routes};

pub(super) fn routes() -> Routes {
    let administrator = Access::Any(&[Role::Administrator]);
    Routes::default()
        .get("/operations", administrator, overview::show)
        .get("/operations/jobs", administrator, jobs::index)
        .post("/operations/jobs/{job}/retry", administrator, jobs::retry)
}
