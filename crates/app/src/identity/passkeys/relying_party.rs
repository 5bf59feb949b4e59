//! Who asks the authenticator: this installation, under the address that people see.

use anyhow::{Context, Result};
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

use crate::App;

/// The relying party: its id is the host, its only origin the address.
pub(super) fn relying_party(app: &App) -> Result<Webauthn> {
    let host = app.address.host_str().context("the address names a host")?;
    WebauthnBuilder::new(host, &app.address)
        .and_then(|builder| builder.rp_name("Countersign").build())
        .context("failed to set up passkeys for the configured address")
}
