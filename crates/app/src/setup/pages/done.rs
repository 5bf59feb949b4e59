//! Step 5: what is next.

use askama::Template;
use axum::extract::State;
use kit::web::Answer;

use super::{Step, founder, steps};
use crate::App;
use crate::identity::passkeys_of;
use crate::notices::{self, Delivery};
use crate::shell::{Shell, page};

#[derive(Template)]
#[template(path = "setup/pages/done.html")]
struct DonePage {
    steps: Vec<Step>,
    has_passkey: bool,
    /// A code reaches the founder only if mail goes out; what shows it is a letter that was taken.
    has_mail: bool,
    has_seen_mail: bool,
    s: Shell,
}

pub(in crate::setup) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let viewer = founder(&s)?;
    let mut db = app.read().await?;
    let passkeys = passkeys_of(&mut db, viewer.org, viewer.person).await?;
    let delivery = notices::latest_delivery(&mut db, viewer.org, viewer.person).await?;
    page(DonePage {
        steps: steps(&s, "done"),
        has_passkey: !passkeys.is_empty(),
        has_mail: app.mailer.is_some(),
        has_seen_mail: delivery == Some(Delivery::Sent),
        s,
    })
}
