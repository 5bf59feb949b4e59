//! The five steps.

pub(super) mod done;
pub(super) mod mail;
pub(super) mod organisation;
pub(super) mod people;
pub(super) mod top_management;

use axum::http::StatusCode;
use kit::web::{Answer, Problem};

use crate::identity::Viewer;
use crate::shell::Shell;

/// The steps in their order, as the words name them.
const STEPS: [&str; 5] = ["organisation", "top-management", "mail", "people", "done"];

/// A step as the row of steps above a page shows it.
struct Step {
    name: String,
    is_done: bool,
    is_here: bool,
}

fn steps(s: &Shell, here: &str) -> Vec<Step> {
    let place = STEPS
        .iter()
        .position(|step| *step == here)
        .unwrap_or_default();
    let step = |(number, word): (usize, &&str)| Step {
        name: s.t(&format!("setup-step-{word}")),
        is_done: number < place,
        is_here: number == place,
    };
    STEPS.iter().enumerate().map(step).collect()
}

/// Who sets up. A session that was opened otherwise does the same on the ordinary pages, with
/// the roles that they ask for: the set-up is not a way around them.
fn founder(s: &Shell) -> Result<&Viewer, Problem> {
    let viewer = s.reader()?;
    if viewer.sets_up() {
        Ok(viewer)
    } else {
        Err(Problem::Refused(s.t("setup-over")))
    }
}

/// The page once more, with the sentence that says why.
fn again(page: Answer) -> Answer {
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
