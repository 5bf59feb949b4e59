//! Step 5: what is next.

use askama::Template;
use axum::extract::State;
use kit::web::Answer;

use super::{Step, founder, steps};
use crate::App;
use crate::identity::passkeys_of;
use crate::shell::{Shell, page};

#[derive(Template)]
#[template(path = "setup/pages/done.html")]
struct DonePage {
    steps: Vec<Step>,
    has_passkey: bool,
    /// Without mail no code reaches anybody, and only a passkey signs in.
    has_mail: bool,
    s: Shell,
}

pub(in crate::setup) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let viewer = founder(&s)?;
    let passkeys = passkeys_of(&mut app.read().await?, viewer.org, viewer.person).await?;
    page(DonePage {
        steps: steps(&s, "done"),
        has_passkey: !passkeys.is_empty(),
        has_mail: app.mailer.is_some(),
        s,
    })
}
