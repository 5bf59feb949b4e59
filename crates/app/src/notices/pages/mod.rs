//! Letters on screen: their state for the administrator, their text in a demonstration only.

mod letters;
mod outbox;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Letters per page.
const PAGE: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get(
            "/operations/letters",
            Access::Any(&[Role::Administrator]),
            letters::index,
        )
        // Whether this server shows a demonstration is asked by the handlers.
        .get("/demo/outbox", Access::Public, outbox::index)
        .get("/demo/outbox/{letter}", Access::Public, outbox::show)
}

/// The address of a list's next page, when there is one.
fn next<T>(rows: &mut Vec<T>, address: &str, id: impl Fn(&T) -> String) -> Option<String> {
    if rows.len() <= PAGE {
        return None;
    }
    rows.truncate(PAGE);
    rows.last()
        .map(|row| format!("{address}?before={}", id(row)))
}
