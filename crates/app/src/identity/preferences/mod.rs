//! What is one's own: language and colours, passkeys, sessions, tokens for programs.

mod pages;
mod store;
mod tokens;

use crate::shell::{Access, Routes};

pub(super) fn routes() -> Routes {
    const OWN: Access = Access::SignedIn;
    Routes::default()
        .get("/preferences", OWN, pages::preferences::show)
        .post("/preferences/language", OWN, pages::preferences::language)
        .post("/preferences/theme", OWN, pages::preferences::theme)
        .post(
            "/preferences/sessions/{session}/end",
            OWN,
            pages::preferences::end_session,
        )
        .get("/preferences/tokens", OWN, pages::tokens::show)
        .post("/preferences/tokens", OWN, pages::tokens::make)
        .post("/preferences/tokens/{token}/end", OWN, pages::tokens::end)
}
