//! The first page: passkey, or an address for a code.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use kit::web::{Answer, Form, Problem, Query};
use serde::Deserialize;

use super::code::no_further_code;
use super::{ClientNetwork, again, proceed, welcome};
use crate::App;
use crate::identity::sign_in::{Limit, PROGRESS, code};
use crate::identity::{SignInMethod, passkeys};
use crate::shell::{Shell, cookie, page, redirect};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Onward {
    #[serde(default)]
    pub(super) next: String,
}

impl Onward {
    pub(super) fn next(&self) -> Option<&str> {
        super::own_path(&self.next)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Address {
    #[serde(default)]
    email: String,
    #[serde(default)]
    next: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Assertion {
    #[serde(default)]
    assertion: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "identity/sign_in/pages/address.html")]
struct AddressPage {
    s: Shell,
    email: String,
    next: String,
    /// What was wrong with the address, and what with the passkey.
    address_error: Option<String>,
    passkey_error: Option<String>,
}

impl AddressPage {
    fn fresh(s: Shell, next: String) -> AddressPage {
        AddressPage {
            s,
            email: String::new(),
            next,
            address_error: None,
            passkey_error: None,
        }
    }
}

pub(super) async fn show(s: Shell, Query(onward): Query<Onward>) -> Answer {
    if s.viewer
        .as_ref()
        .is_some_and(|viewer| viewer.scope.is_none())
    {
        return redirect(onward.next().unwrap_or("/"));
    }
    page(AddressPage::fresh(s, onward.next))
}

pub(super) async fn send_code(
    State(app): State<App>,
    s: Shell,
    headers: HeaderMap,
    ClientNetwork(network): ClientNetwork,
    Form(form): Form<Address>,
) -> Answer {
    let email = form.email.trim();
    if !email.contains('@') || email.len() > 254 {
        let address_error = Some(s.t("sign-in-address-missing"));
        let email = form.email;
        return again(page(AddressPage {
            email,
            address_error,
            ..AddressPage::fresh(s, form.next)
        }));
    }
    match code::send(&app, email, network.as_ref()).await {
        Ok(token) => proceed(&app, "/sign-in/code", &token, Some(&form.next)),
        // Whoever has a code already need not wait: it works as long as it would have.
        Err(Problem::TooMany(wait)) if cookie(&headers, PROGRESS).is_some() => {
            no_further_code(s, form.next, wait)
        }
        Err(problem) => Err(problem),
    }
}

pub(super) async fn passkey_options(
    State(app): State<App>,
    ClientNetwork(network): ClientNetwork,
) -> Answer {
    if let Some(network) = network {
        Limit::CHALLENGES_THERE
            .allow(&app, network.as_str())
            .await?;
    }
    Limit::CHALLENGES.allow(&app, "everybody").await?;
    let options = passkeys::sign_in_options(&app).await?;
    Ok(axum::Json(options).into_response())
}

pub(super) async fn by_passkey(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<Assertion>,
) -> Answer {
    let next = form.next.clone();
    match passkeys::sign_in(&app, &form.assertion).await? {
        Ok(account) => welcome(&app, &account, SignInMethod::Passkey, Some(&next)).await,
        Err(refusal) => {
            let passkey_error = Some(s.t(refusal.word()));
            again(page(AddressPage {
                passkey_error,
                ..AddressPage::fresh(s, next)
            }))
        }
    }
}
