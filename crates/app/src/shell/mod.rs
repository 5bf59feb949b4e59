//! What every page stands in: layout, navigation, style sheet, error pages, and the way in
//! for requests.
//!
//! A page is a struct with a field `s` of type [`Shell`] and a template beside it that
//! extends `shell/base.html`; [`page`] answers it. Words come from `s.t("…")`.

mod assets;
mod edge;
mod frame;
mod routes;

use kit::words::Texts;

pub use edge::serve;
pub(crate) use frame::cookie;
pub use frame::{Shell, page, redirect, redirect_saying};
pub use routes::{Access, Method, Routes};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// Style sheet, script, and the little that has no better home.
pub fn routes() -> Routes {
    assets::routes()
}
