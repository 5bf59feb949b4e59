//! Everybody's passkeys: which of them somebody else has confirmed.

use askama::Template;
use axum::extract::State;
use kit::web::{Answer, Query};
use serde::Deserialize;

use crate::App;
use crate::identity::passkeys::{Passkey, store};
use crate::shell::{Shell, page};

/// Rows of a page.
const PAGE: usize = 50;

#[derive(Debug, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "identity/passkeys/pages/everybody.html")]
struct EverybodyPage {
    s: Shell,
    passkeys: Vec<Passkey>,
    next: Option<String>,
}

pub(super) async fn show(
    State(app): State<App>,
    s: Shell,
    Query(After { after }): Query<After>,
) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let mut passkeys = store::page(&mut db, org, &after, PAGE as i64 + 1).await?;
    let has_more = passkeys.len() > PAGE;
    passkeys.truncate(PAGE);
    let next = has_more
        .then(|| passkeys.last().map(|last| last.id.clone()))
        .flatten();
    page(EverybodyPage { s, passkeys, next })
}
